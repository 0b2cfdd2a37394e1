/* runtime/int_arith.c - sums, products and quotients of ints: signs and small cases here, magnitudes in bigint.c. */
#include <gmp.h>
#include <math.h>
#include <stdlib.h>

#include "runtime/base/number.h"
#include "runtime/bigint.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/int_methods.h"
#include "runtime/int_wide.h"
#include "runtime/tuple.h"

#define SHORT_LIMBS 32   /* magnitudes below this are multiplied and divided at once */
#define FEW_LIMBS 8      /* that a carry is taken through in a loop */
#define HALF_LIMBS 4     /* up to here two divisions of the machine for each limb are quick */
#define LINEAR_LIMBS 128 /* results of up to a limb more are never refused */

/* ---- Addition. ---- */

/* Adds magnitudes, the first of at least as many limbs; the carry. */
static inline uint64_t add_limbs(uint64_t *result, const uint64_t *more, size_t more_count, const uint64_t *less,
                                 size_t less_count) {
    if (more_count - less_count > FEW_LIMBS || less_count == 0)
        return mpn_add(result, more, (mp_size_t)more_count, less, (mp_size_t)less_count);
    uint64_t carry = mpn_add_n(result, more, less, (mp_size_t)less_count);
    for (size_t i = less_count; i < more_count; i++) {
        result[i] = more[i] + carry;
        carry = result[i] < carry;
    }
    return carry;
}

/* The sum of two magnitudes, or their difference; the first is the larger. */
static inline Value join(const uint64_t *more, size_t more_count, const uint64_t *less, size_t less_count, bool adds,
                         bool negative) {
    Value result = int_reserve(more_count + adds);
    if (UNLIKELY(!result)) return NULL;
    Int *i = as_int(result);
    if (!adds) {
        mpn_sub(i->limbs, more, (mp_size_t)more_count, less, (mp_size_t)less_count);
        return int_finish_steal(result, negative);
    }
    uint64_t carry = i->limbs[more_count] = add_limbs(i->limbs, more, more_count, less, less_count);
    if (more_count < 2) return int_finish_steal(result, negative);
    if (!carry) i->head.flags |= (uint32_t)1 << OBJECT_KIND_SHIFT;
    int64_t count = (int64_t)(more_count + carry);
    i->size = negative ? -count : count;
    return result;
}

/* a + b, or a - b. */
static Value add_signed(Ref a, Ref b, bool subtracts) {
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    bool adds = (x.negative != y.negative) == subtracts;
    if (x.count > y.count || (x.count == y.count && (adds || mpn_cmp(x.limbs, y.limbs, (mp_size_t)x.count) >= 0)))
        return join(x.limbs, x.count, y.limbs, y.count, adds, x.negative);
    return join(y.limbs, y.count, x.limbs, x.count, adds, x.negative == adds);
}

Value int_add(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return int_value(small_int(a) + small_int(b));
    return add_signed(a, b, false);
}

bool int_add_in_place(Ref own, Ref other) {
    Int *i = as_int(own);
    IntView y;
    int_view(other, &y);
    int64_t count = i->size < 0 ? -i->size : i->size;
    uint32_t spare = i->head.flags >> OBJECT_KIND_SHIFT;
    if (y.negative != (i->size < 0) || (int64_t)y.count > count || !spare) return false;
    if (!add_limbs(i->limbs, i->limbs, (size_t)count, y.limbs, y.count)) return true;
    i->limbs[count] = 1;
    i->size += i->size < 0 ? -1 : 1;
    i->head.flags -= (uint32_t)1 << OBJECT_KIND_SHIFT;
    return true;
}

Value int_sub(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return int_value(small_int(a) - small_int(b));
    return add_signed(a, b, true);
}

Value int_negative(Ref a) {
    if (LIKELY(is_small_int(a))) return int_value(-small_int(a));
    IntView x;
    int_view(a, &x);
    return int_from_limbs(x.limbs, x.count, !x.negative);
}

Value int_absolute(Ref a) {
    if (LIKELY(is_small_int(a))) return int_value(llabs(small_int(a)));
    return int_sign(a) < 0 ? int_negative(a) : int_exact(a);
}

/* ---- Multiplication. ---- */

/* Two limbs by two: GMP's choice among its ways costs more than the product. */
static inline void multiply_pairs(uint64_t result[4], const uint64_t a[2], const uint64_t b[2]) {
    Uint128 low = (Uint128)a[0] * b[0], high = (Uint128)a[1] * b[1];
    Uint128 one = (Uint128)a[0] * b[1] + (uint64_t)(low >> 64), other = (Uint128)a[1] * b[0] + (uint64_t)one;
    high += (one >> 64) + (other >> 64);
    result[0] = (uint64_t)low;
    result[1] = (uint64_t)other;
    result[2] = (uint64_t)high;
    result[3] = (uint64_t)(high >> 64);
}

/* large has at least as many limbs as small. False: refused. */
static bool multiply(uint64_t *limbs, const IntView *large, const IntView *small) {
    mp_size_t count = (mp_size_t)large->count;
    if (count >= SHORT_LIMBS) return bigint_multiply(limbs, large->limbs, large->count, small->limbs, small->count);
    if (small->count == 1) limbs[count] = mpn_mul_1(limbs, large->limbs, count, small->limbs[0]);
    else if (count == 2) multiply_pairs(limbs, large->limbs, small->limbs);
    else mpn_mul(limbs, large->limbs, count, small->limbs, (mp_size_t)small->count);
    return true;
}

Value int_mul(Ref a, Ref b) {
    int64_t product;
    if (both_small_int(a, b) && LIKELY(!__builtin_mul_overflow(small_int(a), small_int(b), &product))) {
        return int_value(product);
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    bool negative = x.negative != y.negative;
    if (x.count == 0 || y.count == 0) return small_int_value(0);
    if (x.count == 1 && y.count == 1) return int_from_magnitude128((Uint128)x.limbs[0] * y.limbs[0], negative);
    const IntView *large = x.count >= y.count ? &x : &y, *small = x.count >= y.count ? &y : &x;
    Value result = int_reserve(x.count + y.count);
    if (!result) return NULL;
    uint64_t *limbs = as_int(result)->limbs;
    if (!multiply(limbs, large, small)) {
        release(result);
        return NULL;
    }
    return int_finish_steal(result, negative);
}

/* ---- Division: magnitudes by bigint_divide, then rounded down. ---- */

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - ((a % b != 0) & ((a ^ b) < 0)); }

static int64_t floor_modulo(int64_t a, int64_t b) {
    int64_t rest = a % b;
    return rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
}

/* Here and below a NULL place means that the result is not wanted. */
static void hand_out(Value v, Value *place) {
    if (!place) release_maybe(v);
    else *place = v;
}

/* Neither has more than two limbs. */
static bool divide128(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    Uint128 x = bigint_joined(a->limbs, a->count), y = bigint_joined(b->limbs, b->count);
    Uint128 q = (x | y) >> 64 ? x / y : (uint64_t)x / (uint64_t)y, r = x - q * y;
    bool negative = a->negative != b->negative;
    if (negative && r != 0) q++, r = y - r;
    if (quotient) *quotient = int_from_magnitude128(q, negative);
    if (remainder) *remainder = int_from_magnitude128(r, b->negative);
    return true;
}

static bool divide_by_larger(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    bool down = a->count > 0 && a->negative != b->negative;
    if (quotient) *quotient = small_int_value(down ? -1 : 0);
    if (!remainder) return true;
    *remainder = down ? join(b->limbs, b->count, a->limbs, a->count, false, b->negative)
                      : int_from_limbs(a->limbs, a->count, a->negative);
    return *remainder != NULL;
}

/* Takes limbs rounded towards zero to floor: where there is a remainder and the signs differ. */
static void round_down(uint64_t *quotient, size_t count, uint64_t *remainder, const IntView *b) {
    if (bigint_normalize(remainder, b->count) == 0) return;
    mpn_add_1(quotient, quotient, (mp_size_t)count, 1);
    mpn_sub_n(remainder, b->limbs, remainder, (mp_size_t)b->count);
}

/* Two divisions of the machine for each limb, by half of one. */
static inline uint64_t divide_by_half(uint64_t *quotient, const uint64_t *limbs, size_t count, uint64_t by) {
    uint64_t rest = 0;
    for (size_t i = count; i-- > 0;) {
        uint64_t high = rest << 32 | limbs[i] >> 32, low = (high % by) << 32 | (uint32_t)limbs[i];
        if (quotient) quotient[i] = (high / by) << 32 | low / by;
        rest = low % by;
    }
    return rest;
}

/* Divides a magnitude by a limb. Returns the rest; the quotient may be NULL. */
static uint64_t divide_limbs(uint64_t *quotient, const uint64_t *limbs, size_t count, uint64_t by) {
    if ((by & (by - 1)) == 0) {
        if (quotient && by == 1) memcpy(quotient, limbs, count * sizeof *limbs);
        else if (quotient) mpn_rshift(quotient, limbs, (mp_size_t)count, (unsigned)__builtin_ctzll(by));
        return limbs[0] & (by - 1);
    }
    if (count <= HALF_LIMBS && by == 10) return divide_by_half(quotient, limbs, count, 10); /* by multiplications */
    if (count <= HALF_LIMBS && by >> 32 == 0) return divide_by_half(quotient, limbs, count, by);
    return quotient ? mpn_divrem_1(quotient, 0, limbs, (mp_size_t)count, by) : mpn_mod_1(limbs, (mp_size_t)count, by);
}

/* b has one limb; small numbers of limbs are never refused. */
static bool divide_by_limb(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    uint64_t unwanted[SHORT_LIMBS], *q = unwanted;
    bool negative = a->negative != b->negative;
    if (quotient) q = as_int(*quotient = int_reserve(a->count))->limbs;
    uint64_t by = b->limbs[0], rest = divide_limbs(q, a->limbs, a->count, by);
    if (negative && rest != 0) { /* the quotient is not all ones: b is not 1 */
        rest = by - rest;
        mpn_add_1(q, q, (mp_size_t)a->count, 1);
    }
    if (quotient) *quotient = int_finish_steal(*quotient, negative);
    if (remainder) *remainder = int_from_limbs(&rest, 1, b->negative);
    return true;
}

/* a by b of as many limbs, at least 3: the quotient has one, which the highest 64 bits of b, with what a has from there
 * on, tell but for 2 too many (D. Knuth, The Art of Computer Programming, 4.3.1). Returns it; remainder gets the rest. */
static uint64_t divide_alike(uint64_t *remainder, const uint64_t *a, const uint64_t *b, size_t count) {
    size_t zeros = (size_t)__builtin_clzll(b[count - 1]), low = (count - 1) * 64 - zeros;
    uint64_t above = zeros ? a[count - 1] >> (64 - zeros) : 0;
    Uint128 top = (Uint128)above << 64 | bigint_bits_from(a, count, low);
    uint64_t quotient = (uint64_t)(top / bigint_bits_from(b, count, low));
    memcpy(remainder, a, count * sizeof *a);
    uint64_t borrow = mpn_submul_1(remainder, b, (mp_size_t)count, quotient);
    for (; borrow; quotient--) borrow -= mpn_add_n(remainder, remainder, b, (mp_size_t)count);
    return quotient;
}

/* Results this small are never refused; what is not wanted goes to the C stack. a has less than SHORT_LIMBS. */
static bool divide_short(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    size_t count = a->count - b->count + 1;
    bool negative = a->negative != b->negative;
    uint64_t unwanted[SHORT_LIMBS + 1], *q = unwanted, *r = unwanted;
    if (quotient) q = as_int(*quotient = int_reserve(count + 1))->limbs;
    if (remainder) r = as_int(*remainder = int_reserve(b->count))->limbs;
    if (count == 1) q[0] = divide_alike(r, a->limbs, b->limbs, b->count);
    else mpn_tdiv_qr(q, r, 0, a->limbs, (mp_size_t)a->count, b->limbs, (mp_size_t)b->count);
    q[count] = 0; /* rounding may carry */
    if (negative) round_down(q, count + 1, r, b);
    if (quotient) *quotient = int_finish_steal(*quotient, negative);
    if (remainder) *remainder = int_finish_steal(*remainder, b->negative);
    return true;
}

static bool divide_long(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    size_t count = a->count - b->count + 1;
    bool negative = a->negative != b->negative;
    Value q = int_reserve(count + 1), r = q ? int_reserve(b->count) : NULL;
    if (!r || !bigint_divide(as_int(q)->limbs, as_int(r)->limbs, a->limbs, a->count, b->limbs, b->count)) {
        release_maybe(q);
        release_maybe(r);
        return false;
    }
    as_int(q)->limbs[count] = 0; /* rounding may carry */
    if (negative) round_down(as_int(q)->limbs, count + 1, as_int(r)->limbs, b);
    q = int_finish_steal(q, negative);
    r = int_finish_steal(r, b->negative);
    bool done = q && r;
    hand_out(q, done ? quotient : NULL);
    hand_out(r, done ? remainder : NULL);
    return done;
}

/* b is not 0. */
static bool divide_views(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    if (a->count <= 2 && b->count <= 2) return divide128(a, b, quotient, remainder);
    if (a->count < b->count) return divide_by_larger(a, b, quotient, remainder);
    if (a->count >= SHORT_LIMBS) return divide_long(a, b, quotient, remainder);
    return (b->count == 1 ? divide_by_limb : divide_short)(a, b, quotient, remainder);
}

/* Both are small ints and the second is neither 0 nor -1, which could overflow. */
static bool divides_small(Ref a, Ref b) { return both_small_int(a, b) && (uint64_t)small_int(b) + 1 > 1; }

static COLD Value raise_division(const char *message) { return raise(&type_ZeroDivisionError, "%s", message); }

Value int_floordiv(Ref a, Ref b) {
    if (LIKELY(divides_small(a, b))) return small_int_value(floor_divide(small_int(a), small_int(b)));
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (y.count == 0) return raise_division("integer division or modulo by zero");
    Value quotient;
    return divide_views(&x, &y, &quotient, NULL) ? quotient : NULL;
}

Value int_mod(Ref a, Ref b) {
    if (LIKELY(divides_small(a, b))) return small_int_value(floor_modulo(small_int(a), small_int(b)));
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (y.count == 0) return raise_division("integer modulo by zero");
    if (y.count == 1 && x.count > 0) {
        uint64_t by = y.limbs[0], rest = divide_limbs(NULL, x.limbs, x.count, by);
        if (rest != 0 && x.negative != y.negative) rest = by - rest;
        return int_from_limbs(&rest, 1, y.negative);
    }
    Value remainder;
    return divide_views(&x, &y, NULL, &remainder) ? remainder : NULL;
}

bool int_divmod(Ref a, Ref b, Value *quotient, Value *remainder) {
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    *quotient = *remainder = NULL;
    if (y.count == 0) return raise_division("integer division or modulo by zero") != NULL;
    if (LIKELY(divides_small(a, b))) {
        *quotient = small_int_value(floor_divide(small_int(a), small_int(b)));
        *remainder = small_int_value(floor_modulo(small_int(a), small_int(b)));
        return true;
    }
    return divide_views(&x, &y, quotient, remainder);
}

Value int_divmod_pair(Ref a, Ref b) {
    Value pair[2];
    return int_divmod(a, b, &pair[0], &pair[1]) ? tuple_from_steal(pair, 2) : NULL;
}

/* ---- True division. ---- */

/* |a| * 2^shift, cut off; *lost: bits were lost. A new exact or small int. */
static Value shifted(const IntView *a, int64_t shift, bool *lost) {
    Value magnitude = int_from_limbs(a->limbs, a->count, false), by = int_value(shift < 0 ? -shift : shift);
    *lost = shift < 0 && mpn_scan1(a->limbs, 0) < (uint64_t)-shift;
    Value result = !magnitude || !by ? NULL : shift < 0 ? int_rshift(magnitude, by) : int_lshift(magnitude, by);
    release_maybe(magnitude);
    release_maybe(by);
    return result;
}

/* |a| / |b| by their highest 64 bits, where what they leave out cannot change how the quotient rounds. */
static bool divide_tops(const IntView *a, const IntView *b, double *result) {
    bool a_beyond, b_beyond;
    uint64_t a_top = int_top_bits(a, &a_beyond), b_top = int_top_bits(b, &b_beyond);
    Uint128 scaled = (Uint128)a_top << 63;
    uint64_t quotient = (uint64_t)(scaled / b_top); /* 63 or 64 bits */
    bool beyond = (uint64_t)(scaled % b_top) != 0;
    int64_t exponent = (int64_t)bigint_bits(a->limbs, a->count) - (int64_t)bigint_bits(b->limbs, b->count) - 63;
    if (quotient >> 63 == 0) quotient <<= 1, exponent--;
    if (a_beyond || b_beyond) { /* off by less than 4 */
        int64_t to_tie = (int64_t)(quotient & 0x7ff) - 0x400;
        if (llabs(to_tie) <= 4 || exponent < -1022) return false; /* where the result is denormal, more bits fall off */
        beyond = true;
    }
    *result = number_from_bits(quotient, beyond, exponent);
    return true;
}

/* |a| / |b| rounded once: a is scaled so that the quotient has 65 or 66 bits, whose lower end and the remainder only
 * break ties. */
static bool divide_to_double(const IntView *a, const IntView *b, double *result) {
    int64_t shift = 65 - ((int64_t)bigint_bits(a->limbs, a->count) - (int64_t)bigint_bits(b->limbs, b->count));
    bool lost;
    IntView divisor = *b, scaled;
    divisor.negative = false;
    Value numerator = shifted(a, shift, &lost), quotient, remainder;
    if (!numerator) return false;
    int_view(numerator, &scaled);
    bool done = divide_views(&scaled, &divisor, &quotient, &remainder);
    release(numerator);
    if (!done) return false;
    IntView q;
    int_view(quotient, &q);
    int drop = (int)bigint_bits(q.limbs, q.count) - 64;
    bool beyond = lost || int_sign(remainder) != 0 || q.limbs[0] << (64 - drop) != 0;
    *result = number_from_bits(q.limbs[0] >> drop | q.limbs[1] << (64 - drop), beyond, drop - shift);
    release(quotient);
    release(remainder);
    return true;
}

Value int_truediv(Ref a, Ref b) {
    const int64_t exact = (int64_t)1 << 53; /* up to here doubles hold every int, and one division rounds once */
    if (b == small_int_value(0) || b == VALUE_FALSE) return raise_division("division by zero");
    if (LIKELY(both_small_int(a, b)) && LIKELY(llabs(small_int(a)) <= exact && llabs(small_int(b)) <= exact)) {
        return float_new((double)small_int(a) / (double)small_int(b));
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (y.count == 0) return raise_division("division by zero");
    double magnitude = 0;
    if (x.count > 0 && !divide_tops(&x, &y, &magnitude) && !divide_to_double(&x, &y, &magnitude)) return NULL;
    if (isinf(magnitude)) return raise(&type_OverflowError, "integer division result too large for a float");
    return float_new(x.negative != y.negative ? -magnitude : magnitude);
}

/* ---- For the interpreter. ---- */

static size_t limbs_of(Ref v) { return is_heap(v) ? (size_t)llabs(as_int(v)->size) : 1; }

Value int_operate_try(BinaryOp op, Ref a, Ref b) {
    size_t a_limbs = limbs_of(a), b_limbs = limbs_of(b);
    if (op == BINARY_FLOORDIV && a_limbs < b_limbs) return int_floordiv(a, b); /* 0 or -1 */
    if ((a_limbs | b_limbs) >= LINEAR_LIMBS) return NULL;
    switch (op) {
    case BINARY_ADD: return add_signed(a, b, false);
    case BINARY_SUB: return add_signed(a, b, true);
    case BINARY_AND: return int_and(a, b);
    case BINARY_OR: return int_or(a, b);
    case BINARY_XOR: return int_xor(a, b);
    case BINARY_RSHIFT: return is_small_int(b) && small_int(b) >= 0 ? int_rshift(a, b) : NULL;
    case BINARY_LSHIFT: {
        bool short_result = is_small_int(b) && (uint64_t)small_int(b) < 64 * (LINEAR_LIMBS - a_limbs);
        return short_result ? int_lshift(a, b) : NULL;
    }
    default: break;
    }
    if ((a_limbs | b_limbs) >= SHORT_LIMBS || b == small_int_value(0)) return NULL;
    switch (op) {
    case BINARY_MUL: return int_mul(a, b);
    case BINARY_FLOORDIV: return int_floordiv(a, b);
    case BINARY_MOD: return int_mod(a, b);
    case BINARY_TRUEDIV: return a_limbs > 15 ? NULL : int_truediv(a, b);
    default: return NULL;
    }
}
