/* runtime/int.c - ints: representation, conversion to and from C, comparison, hashing, the type. */
#include "runtime/int.h"

#include <math.h>

#include "runtime/base/number.h"
#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"
#include "runtime/error.h"
#include "runtime/int_methods.h"

#define HASH_BITS 61 /* hashes of numbers are taken modulo the prime 2^61 - 1, as CPython's are */
#define HASH_MODULUS (((uint64_t)1 << HASH_BITS) - 1)
#define HASH_BLOCK 19 /* limbs that are summed up, each with three bits more than the one before, in 124 bits */
#define LIMBS_MAX ((size_t)1 << 36) /* half a terabyte: sums of such sizes cannot overflow */
#define CELL_LIMBS ((MEM_CELL_MAX - sizeof(Int)) / sizeof(uint64_t)) /* limbs of the ints that are never refused */
#define SPARE_MAX 0xffffu                                            /* limbs that the flags can count */

static size_t limb_count(const Int *i) { return (size_t)(i->size < 0 ? -i->size : i->size); }

static void *reserve_large(size_t count) {
    if (UNLIKELY(count > LIMBS_MAX)) return raise_memory();
    return object_new_leaf(&type_int, sizeof(Int) + count * sizeof(uint64_t));
}

Value int_reserve(size_t count) {
    Int *i;
    if (LIKELY(count <= CELL_LIMBS)) {
        i = mem_cell(&rt()->mem, MEM_LEAVES, sizeof(Int) + count * sizeof(uint64_t));
        i->head = (Object){.count = 1, .type = &type_int};
    } else {
        i = reserve_large(count);
        if (UNLIKELY(!i)) return NULL;
    }
    i->size = (int64_t)count;
    i->limbs = (uint64_t *)(i + 1);
    return value_of(i);
}

/* The magnitude as a small int when it fits one, else NULL. */
static Value small_try(const uint64_t *limbs, size_t count, bool negative) {
    if (count == 0) return small_int_value(0);
    if (count > 1 || limbs[0] > (uint64_t)SMALL_INT_MAX + negative) return NULL;
    return small_int_value(negative ? -(int64_t)limbs[0] : (int64_t)limbs[0]);
}

Value int_from_limbs(const uint64_t *limbs, size_t count, bool negative) {
    count = bigint_normalize(limbs, count);
    Value small = small_try(limbs, count, negative);
    if (small) return small;
    Value v = int_reserve(count);
    if (!v) return NULL;
    memcpy(as_int(v)->limbs, limbs, count * sizeof *limbs);
    if (negative) as_int(v)->size = -(int64_t)count;
    return v;
}

/* What has more than a few spare limbs, or may be a small int. */
static Value finish_any(Value v, bool negative) {
    Int *i = as_int(v);
    size_t reserved = (size_t)i->size, count = bigint_normalize(i->limbs, reserved), spare = reserved - count;
    if (count <= 1 || spare > 4 + count / 8 || spare > SPARE_MAX) {
        Value fitting = int_from_limbs(i->limbs, count, negative);
        release(v);
        return fitting;
    }
    i->head.flags |= (uint32_t)spare << OBJECT_KIND_SHIFT;
    i->size = negative ? -(int64_t)count : (int64_t)count;
    return v;
}

Value int_finish_steal(Value v, bool negative) {
    Int *i = as_int(v);
    int64_t reserved = i->size, count = reserved;
    while (count > 1 && i->limbs[count - 1] == 0) count--;
    if (UNLIKELY(count < 2 || reserved - count > 4)) return finish_any(v, negative);
    i->head.flags |= (uint32_t)(reserved - count) << OBJECT_KIND_SHIFT;
    i->size = negative ? -count : count;
    return v;
}

Value int_exact(Ref v) {
    if (LIKELY(is_exact_int(v))) return retain(v);
    IntView view;
    int_view(v, &view);
    return int_from_limbs(view.limbs, view.count, view.negative);
}

Value int_from_uint64(uint64_t i) { return int_from_limbs(&i, 1, false); }

Value int_from_int64(int64_t i) {
    uint64_t magnitude = i < 0 ? -(uint64_t)i : (uint64_t)i;
    return int_from_limbs(&magnitude, 1, i < 0);
}

/* Limbs that the integer part of any double needs. */
enum { DOUBLE_LIMBS = 17 };

/* Splits off the integer part of |d| (finite). Returns its limbs in use. */
static size_t limbs_of_double(double d, uint64_t limbs[DOUBLE_LIMBS]) {
    int exponent;
    double fraction = frexp(trunc(fabs(d)), &exponent);
    if (fraction == 0) return 0;
    memset(limbs, 0, DOUBLE_LIMBS * sizeof *limbs);
    uint64_t mantissa = (uint64_t)ldexp(fraction, 53);
    int shift = exponent - 53;
    if (shift <= 0) {
        limbs[0] = mantissa >> -shift;
        return 1;
    }
    unsigned __int128 shifted = (unsigned __int128)mantissa << shift % 64;
    limbs[shift / 64] = (uint64_t)shifted;
    limbs[shift / 64 + 1] = (uint64_t)(shifted >> 64);
    return bigint_normalize(limbs, (size_t)shift / 64 + 2);
}

Value int_from_double(double d) {
    if (isnan(d)) return raise(&type_ValueError, "cannot convert float NaN to integer");
    if (isinf(d)) return raise(&type_OverflowError, "cannot convert float infinity to integer");
    if (LIKELY(fabs(d) < 0x1p62)) return small_int_value((int64_t)d);
    uint64_t limbs[DOUBLE_LIMBS];
    return int_from_limbs(limbs, limbs_of_double(d, limbs), d < 0);
}

bool int_as_int64(Ref v, int64_t *result) {
    if (LIKELY(is_small_int(v))) {
        *result = small_int(v);
        return true;
    }
    IntView view;
    int_view(v, &view);
    uint64_t magnitude = view.count ? view.limbs[0] : 0;
    if (view.count > 1 || magnitude > (uint64_t)INT64_MAX + view.negative) return false;
    *result = (int64_t)(view.negative ? -magnitude : magnitude);
    return true;
}

bool int_as_uint64(Ref v, uint64_t *result) {
    IntView view;
    int_view(v, &view);
    if (view.count > 1 || view.negative) return false;
    *result = view.count ? view.limbs[0] : 0;
    return true;
}

uint64_t int_top_bits(const IntView *view, bool *beyond) {
    size_t count = view->count;
    int zeros = __builtin_clzll(view->limbs[count - 1]);
    uint64_t high = view->limbs[count - 1] << zeros;
    *beyond = false;
    if (count == 1) return high;
    uint64_t second = view->limbs[count - 2];
    if (zeros > 0) high |= second >> (64 - zeros);
    *beyond = second << zeros != 0 || bigint_normalize(view->limbs, count - 2) != 0;
    return high;
}

bool int_as_double(Ref v, double *result) {
    if (LIKELY(is_small_int(v))) {
        *result = (double)small_int(v);
        return true;
    }
    IntView view;
    int_view(v, &view);
    *result = 0;
    if (view.count == 0) return true;
    bool beyond;
    uint64_t high = int_top_bits(&view, &beyond);
    double magnitude = number_from_bits(high, beyond, (int64_t)bigint_bits(view.limbs, view.count) - 64);
    if (isinf(magnitude)) return raise_false(&type_OverflowError, "int too large to convert to float");
    *result = view.negative ? -magnitude : magnitude;
    return true;
}

void int_frexp(Ref v, double *fraction, int64_t *exponent) {
    IntView view;
    int_view(v, &view);
    *fraction = 0;
    *exponent = 0;
    if (view.count == 0) return;
    bool beyond;
    uint64_t high = int_top_bits(&view, &beyond);
    double magnitude = number_from_bits(high, beyond, -64);
    *exponent = (int64_t)bigint_bits(view.limbs, view.count);
    if (magnitude == 1.0) magnitude = 0.5, ++*exponent;
    *fraction = view.negative ? -magnitude : magnitude;
}

int int_sign(Ref v) {
    IntView view;
    int_view(v, &view);
    return view.negative ? -1 : view.count > 0;
}

uint64_t int_bit_length(Ref v) {
    IntView view;
    int_view(v, &view);
    return bigint_bits(view.limbs, view.count);
}

/* A number of at most 124 bits modulo the prime; what remains may exceed the prime by a few. */
static inline uint64_t hash_reduce(unsigned __int128 i) {
    uint64_t sum = (uint64_t)(i & HASH_MODULUS) + (uint64_t)(i >> HASH_BITS);
    return (sum & HASH_MODULUS) + (sum >> HASH_BITS);
}

static inline int64_t hash_limbs(const uint64_t *limbs, size_t count, bool negative) {
    unsigned __int128 hash = 0;
    do {
        size_t end = UNLIKELY(count > HASH_BLOCK) ? count - HASH_BLOCK : 0;
        while (count > end) hash = (hash << 3) + limbs[--count]; /* 2^64 is 2^3 modulo 2^61 - 1 */
        hash = hash_reduce(hash);
    } while (UNLIKELY(count > 0));
    if (hash >= HASH_MODULUS) hash -= HASH_MODULUS;
    int64_t result = negative ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result; /* -1 means failure in CPython */
}

int64_t int_hash(Ref v) {
    if (is_heap(v)) return hash_limbs(as_int(v)->limbs, limb_count(as_int(v)), as_int(v)->size < 0);
    IntView view;
    int_view(v, &view);
    return hash_limbs(&view.small, 1, view.negative);
}

/* ---- Comparison. ---- */

static inline int compare_magnitudes(const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count) {
    if (a_count != b_count) return a_count < b_count ? -1 : 1;
    for (size_t i = a_count; i-- > 0;) {
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    }
    return 0;
}

int int_compare(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return (small_int(a) > small_int(b)) - (small_int(a) < small_int(b));
    if (a == b) return 0;
    if (is_heap(a) && is_heap(b)) {
        const Int *i = as_int(a), *j = as_int(b);
        if (i->size != j->size) return i->size < j->size ? -1 : 1;
        size_t count = limb_count(i);
        return i->size < 0 ? compare_magnitudes(j->limbs, count, i->limbs, count)
                           : compare_magnitudes(i->limbs, count, j->limbs, count);
    }
    /* what is not in the word lies beyond all that is */
    if (is_small_int(b) && is_exact(a, &type_int)) return as_int(a)->size < 0 ? -1 : 1;
    if (is_small_int(a) && is_exact(b, &type_int)) return as_int(b)->size < 0 ? 1 : -1;
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.negative != y.negative) return x.negative ? -1 : 1;
    int order = compare_magnitudes(x.limbs, x.count, y.limbs, y.count);
    return x.negative ? -order : order;
}

bool int_equal(Ref a, Ref b) {
    if (!is_heap(a) || !is_heap(b)) return int_compare(a, b) == 0;
    const Int *i = as_int(a), *j = as_int(b);
    if (i->size != j->size) return false;
    size_t count = limb_count(i), at = 0;
    while (at < count && i->limbs[at] == j->limbs[at]) at++;
    return at == count;
}

/* Bits of the integer part of a finite double. */
static uint64_t integer_bits(double d) {
    uint64_t word;
    memcpy(&word, &d, sizeof word);
    uint64_t exponent = word >> 52 & 0x7ff;
    return exponent > 1022 ? exponent - 1022 : 0;
}

int int_compare_double(Ref a, double b) {
    if (LIKELY(is_small_int(a)) && fabs(b) < 0x1p52) {
        double exact = trunc(b);
        int64_t i = small_int(a), whole = (int64_t)exact;
        if (i != whole) return i < whole ? -1 : 1;
        return (exact > b) - (exact < b);
    }
    if (isinf(b)) return b < 0 ? 1 : -1;
    IntView view;
    int_view(a, &view);
    int sign = view.negative ? -1 : 1;
    if (view.negative != (b < 0)) return view.negative ? -1 : view.count > 0 || b < 0;
    uint64_t bits = bigint_bits(view.limbs, view.count), double_bits = integer_bits(b);
    if (bits != double_bits) return bits < double_bits ? -sign : sign;
    uint64_t limbs[DOUBLE_LIMBS];
    size_t count = limbs_of_double(b, limbs);
    int order = compare_magnitudes(view.limbs, view.count, limbs, count);
    if (order == 0 && trunc(b) != b) order = -1;
    return order * sign;
}

static Value compare_slot(Ref self, Ref other, CompareOp op) {
    if (UNLIKELY(!is_int(other))) return VALUE_NOT_IMPLEMENTED;
    int order = int_compare(self, other);
    switch (op) {
    case COMPARE_LT: return bool_value(order < 0);
    case COMPARE_LE: return bool_value(order <= 0);
    case COMPARE_EQ: return bool_value(order == 0);
    case COMPARE_NE: return bool_value(order != 0);
    case COMPARE_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

/* ---- Slots. ---- */

/* The two slots of an operator that takes ints and nothing else. */
#define INT_OPERATOR(name)                                                                                             \
    static Value name##_slot(Ref self, Ref other) {                                                                    \
        return LIKELY(is_int(other)) ? int_##name(self, other) : VALUE_NOT_IMPLEMENTED;                                \
    }                                                                                                                  \
    static Value reflected_##name##_slot(Ref self, Ref other) {                                                        \
        return LIKELY(is_int(other)) ? int_##name(other, self) : VALUE_NOT_IMPLEMENTED;                                \
    }

INT_OPERATOR(add)
INT_OPERATOR(sub)
INT_OPERATOR(mul)
INT_OPERATOR(truediv)
INT_OPERATOR(floordiv)
INT_OPERATOR(mod)
INT_OPERATOR(pow)
INT_OPERATOR(lshift)
INT_OPERATOR(rshift)
INT_OPERATOR(and)
INT_OPERATOR(xor)
INT_OPERATOR(or)
INT_OPERATOR(divmod_pair)

static Value power_slot(Ref self, Ref other, Ref modulus) {
    if (!is_int(self) || !is_int(other)) return VALUE_NOT_IMPLEMENTED;
    if (!modulus || is_none(modulus)) return int_pow(self, other);
    return is_int(modulus) ? int_pow_mod(self, other, modulus) : VALUE_NOT_IMPLEMENTED;
}

static Value repr_slot(Ref self) { return int_text(self, 10); }
static Lookup bool_slot(Ref self) { return is_small_int(self) ? small_int(self) != 0 : int_sign(self) != 0; }

static bool hash_slot(Ref self, int64_t *hash) {
    *hash = int_hash(self);
    return true;
}

static Value float_slot(Ref self) {
    double d;
    return int_as_double(self, &d) ? float_new(d) : NULL;
}

/* ---- Storage: behind the struct for exact ints, a raw block for instances of subclasses. ---- */

static size_t int_storage(Ref self) {
    const Int *i = as_int(self);
    return i->head.type == &type_int ? int_size(i) : i->head.type->size;
}

static void int_dispose(Ref self) {
    Int *i = as_int(self);
    if (i->head.type != &type_int) bigint_limbs_free(i->limbs, limb_count(i));
}

Value int_new_of(Type *type, Ref value) {
    if (LIKELY(type == &type_int)) return int_exact(value);
    IntView view;
    int_view(value, &view);
    uint64_t *limbs = NULL;
    if (view.count > 0) {
        limbs = bigint_limbs_new(view.count);
        if (!limbs) return NULL;
        memcpy(limbs, view.limbs, view.count * sizeof *limbs);
    }
    Int *i = object_new(type, type->size);
    i->limbs = limbs;
    i->size = view.negative ? -(int64_t)view.count : (int64_t)view.count;
    return value_of(i);
}

Type type_int = {
    TYPE_HEAD(int),
    .name = "int",
    .doc = int_doc,
    .flags = TYPE_GENERIC_NAMED | TYPE_INT,
    .size = sizeof(Int),
    .storage = int_storage,
    .dispose = int_dispose,
    .convert = int_of,
    .construct = &int_construct,
    .repr = repr_slot,
    .as_index = int_exact,
    .as_bool = bool_slot,
    .hash = hash_slot,
    .compare = compare_slot,
    .operators =
        &(Operators){
            .negative = int_negative,
            .positive = int_exact,
            .absolute = int_absolute,
            .invert = int_invert,
            .as_int = int_exact,
            .as_float = float_slot,
            .power = power_slot,
            .binary = {[BINARY_ADD] = add_slot,
                       [BINARY_SUB] = sub_slot,
                       [BINARY_MUL] = mul_slot,
                       [BINARY_TRUEDIV] = truediv_slot,
                       [BINARY_FLOORDIV] = floordiv_slot,
                       [BINARY_MOD] = mod_slot,
                       [BINARY_POW] = pow_slot,
                       [BINARY_LSHIFT] = lshift_slot,
                       [BINARY_RSHIFT] = rshift_slot,
                       [BINARY_AND] = and_slot,
                       [BINARY_XOR] = xor_slot,
                       [BINARY_OR] = or_slot,
                       [BINARY_DIVMOD] = divmod_pair_slot},
            .reflected = {[BINARY_ADD] = reflected_add_slot,
                          [BINARY_SUB] = reflected_sub_slot,
                          [BINARY_MUL] = reflected_mul_slot,
                          [BINARY_TRUEDIV] = reflected_truediv_slot,
                          [BINARY_FLOORDIV] = reflected_floordiv_slot,
                          [BINARY_MOD] = reflected_mod_slot,
                          [BINARY_POW] = reflected_pow_slot,
                          [BINARY_LSHIFT] = reflected_lshift_slot,
                          [BINARY_RSHIFT] = reflected_rshift_slot,
                          [BINARY_AND] = reflected_and_slot,
                          [BINARY_XOR] = reflected_xor_slot,
                          [BINARY_OR] = reflected_or_slot,
                          [BINARY_DIVMOD] = reflected_divmod_pair_slot},
        },
    .methods = int_methods,
    .getsets = int_getsets,
};
