/* runtime/int_arith.c - the operators of ints: signs and small cases here, magnitudes in bigint.c. */
#include <gmp.h>
#include <math.h>
#include <stdlib.h>

#include "runtime/base/number.h"
#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/int_methods.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

typedef __int128 Int128;
typedef unsigned __int128 Uint128;

/* Magnitudes up to this are multiplied, divided and shifted where they stand, without a reservation of memory. */
#define SHORT_LIMBS 32

/* At most two limbs, which take a cell of one size; small allocations are never refused. */
static inline Value from_magnitude128(Uint128 magnitude, bool negative) {
    uint64_t low = (uint64_t)magnitude, high = (uint64_t)(magnitude >> 64);
    if (high == 0 && low <= (uint64_t)SMALL_INT_MAX + negative) {
        return small_int_value((int64_t)(negative ? -low : low));
    }
    Int *i = mem_cell(&rt()->mem, MEM_LEAVES, sizeof(Int) + 2 * sizeof(uint64_t));
    int64_t count = high ? 2 : 1;
    i->head = (Object){.count = 1, .type = &type_int};
    i->size = negative ? -count : count;
    i->limbs = (uint64_t *)(i + 1);
    i->limbs[0] = low;
    i->limbs[1] = high;
    return value_of(i);
}

static inline Value from_int128(Int128 i) { return from_magnitude128(i < 0 ? -(Uint128)i : (Uint128)i, i < 0); }

/* True when v has less than 128 bits. */
static inline bool as_int128(Ref v, Int128 *result) {
    if (!is_heap(v)) {
        *result = is_small_int(v) ? small_int(v) : is_true(v);
        return true;
    }
    const Int *i = as_int(v);
    int64_t count = i->size < 0 ? -i->size : i->size;
    if (count > 2 || (count == 2 && i->limbs[1] >> 63)) return false;
    Uint128 magnitude = count == 0 ? 0 : i->limbs[0];
    if (count == 2) magnitude |= (Uint128)i->limbs[1] << 64;
    *result = i->size < 0 ? -(Int128)magnitude : (Int128)magnitude;
    return true;
}

static Value from_view(const IntView *view) { return int_from_limbs(view->limbs, view->count, view->negative); }

/* ---- Addition. ---- */

static Value add_magnitudes(const IntView *a, const IntView *b, bool negative) {
    if (a->count < b->count) return add_magnitudes(b, a, negative);
    Value sum = int_reserve(a->count + 1);
    if (!sum) return NULL;
    uint64_t *limbs = as_int(sum)->limbs;
    limbs[a->count] = mpn_add(limbs, a->limbs, (mp_size_t)a->count, b->limbs, (mp_size_t)b->count);
    return int_finish_steal(sum, negative);
}

/* a - b as magnitudes, negated when negative is set. */
static Value subtract_magnitudes(const IntView *a, const IntView *b, bool negative) {
    if (a->count < b->count || (a->count == b->count && mpn_cmp(a->limbs, b->limbs, (mp_size_t)a->count) < 0)) {
        return subtract_magnitudes(b, a, !negative);
    }
    Value rest = int_reserve(a->count);
    if (!rest) return NULL;
    mpn_sub(as_int(rest)->limbs, a->limbs, (mp_size_t)a->count, b->limbs, (mp_size_t)b->count);
    return int_finish_steal(rest, negative);
}

static Value add_views(const IntView *a, const IntView *b, bool b_negative) {
    return a->negative == b_negative ? add_magnitudes(a, b, a->negative) : subtract_magnitudes(a, b, a->negative);
}

Value int_add(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return int_value(small_int(a) + small_int(b));
    Int128 p, q, sum;
    if (as_int128(a, &p) && as_int128(b, &q) && !__builtin_add_overflow(p, q, &sum)) return from_int128(sum);
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    return add_views(&x, &y, y.negative);
}

Value int_sub(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return int_value(small_int(a) - small_int(b));
    Int128 p, q, rest;
    if (as_int128(a, &p) && as_int128(b, &q) && !__builtin_sub_overflow(p, q, &rest)) return from_int128(rest);
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    return add_views(&x, &y, !y.negative);
}

Value int_negative(Ref a) {
    if (LIKELY(is_small_int(a))) return int_value(-small_int(a));
    IntView x;
    int_view(a, &x);
    return int_from_limbs(x.limbs, x.count, !x.negative);
}

Value int_absolute(Ref a) { return int_sign(a) < 0 ? int_negative(a) : int_exact(a); }

/* ---- Multiplication. ---- */

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
    if (x.count == 1 && y.count == 1) return from_magnitude128((Uint128)x.limbs[0] * y.limbs[0], negative);
    const IntView *large = x.count >= y.count ? &x : &y, *small = x.count >= y.count ? &y : &x;
    Value result = int_reserve(x.count + y.count);
    if (!result) return NULL;
    if (bigint_multiply(as_int(result)->limbs, large->limbs, large->count, small->limbs, small->count)) {
        return int_finish_steal(result, negative);
    }
    release(result);
    return NULL;
}

/* ---- Division: magnitudes by bigint_divide, then rounded down. ---- */

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - ((a % b != 0) & ((a ^ b) < 0)); }

static int64_t floor_modulo(int64_t a, int64_t b) {
    int64_t rest = a % b;
    return rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
}

/* |a| < |b|. Here and below a NULL place means that the result is not wanted. */
static bool divide_by_larger(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    bool down = a->count > 0 && a->negative != b->negative;
    if (quotient) *quotient = small_int_value(down ? -1 : 0);
    if (!remainder) return true;
    *remainder = down ? add_views(a, b, b->negative) : from_view(a);
    return *remainder != NULL;
}

/* Takes limbs rounded towards zero to floor: where there is a remainder and the signs differ. */
static void round_down(uint64_t *quotient, size_t count, uint64_t *remainder, const IntView *b) {
    if (bigint_normalize(remainder, b->count) == 0) return;
    mpn_add_1(quotient, quotient, (mp_size_t)count, 1);
    mpn_sub_n(remainder, b->limbs, remainder, (mp_size_t)b->count);
}

/* Without memory but for the result. */
static bool divide_short(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    uint64_t q[SHORT_LIMBS + 2], r[SHORT_LIMBS];
    size_t count = a->count - b->count + 1;
    bool negative = a->negative != b->negative;
    mpn_tdiv_qr(q, r, 0, a->limbs, (mp_size_t)a->count, b->limbs, (mp_size_t)b->count);
    q[count] = 0; /* rounding may carry */
    if (negative) round_down(q, count + 1, r, b);
    if (quotient) *quotient = int_from_limbs(q, count + 1, negative);
    if (remainder) *remainder = int_from_limbs(r, b->count, b->negative);
    return true; /* results this small are never refused */
}

static void hand_out(Value v, Value *place) {
    if (!place) release(v);
    else *place = v;
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
    as_int(q)->limbs[count] = 0;
    if (negative) round_down(as_int(q)->limbs, count + 1, as_int(r)->limbs, b);
    q = int_finish_steal(q, negative);
    r = int_finish_steal(r, b->negative);
    if (q && r) {
        hand_out(q, quotient);
        hand_out(r, remainder);
        return true;
    }
    release_maybe(q);
    release_maybe(r);
    return false;
}

/* b is not 0. */
static bool divide_views(const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    if (a->count < b->count) return divide_by_larger(a, b, quotient, remainder);
    return a->count <= SHORT_LIMBS ? divide_short(a, b, quotient, remainder) : divide_long(a, b, quotient, remainder);
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
        uint64_t rest = mpn_mod_1(x.limbs, (mp_size_t)x.count, y.limbs[0]);
        if (rest != 0 && x.negative != y.negative) rest = y.limbs[0] - rest;
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
    if (x.count > 0 && !divide_to_double(&x, &y, &magnitude)) return NULL;
    if (isinf(magnitude)) return raise(&type_OverflowError, "integer division result too large for a float");
    return float_new(x.negative != y.negative ? -magnitude : magnitude);
}

/* ---- Powers. ---- */

/* base^exponent when it fits 63 bits; base is a small int. */
static bool power_small(int64_t base, uint64_t exponent, int64_t *result) {
    int64_t power = 1;
    while (true) {
        if (exponent & 1 && __builtin_mul_overflow(power, base, &power)) return false;
        exponent >>= 1;
        if (exponent == 0) break;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
    *result = power;
    return true;
}

/* result = odd^exponent from the highest bit of the exponent down, in the two buffers in turn. Returns the buffer that
 * holds it, NULL on failure. */
static uint64_t *power_steps(uint64_t *result, uint64_t *other, size_t *count, const IntView *odd, uint64_t exponent) {
    memcpy(result, odd->limbs, odd->count * sizeof *result);
    *count = odd->count;
    for (int bit = 62 - __builtin_clzll(exponent); bit >= 0; bit--) {
        if (!bigint_multiply(other, result, *count, result, *count)) return NULL;
        *count = bigint_normalize(other, 2 * *count);
        uint64_t *squared = other;
        other = result, result = squared;
        if (!(exponent >> bit & 1)) continue;
        if (!bigint_multiply(other, result, *count, odd->limbs, odd->count)) return NULL;
        *count = bigint_normalize(other, *count + odd->count);
        uint64_t *product = other;
        other = result, result = product;
    }
    return result;
}

/* odd^exponent * 2^twos, exponent at least 2. */
static Value power_big(const IntView *odd, uint64_t exponent, uint64_t twos, bool negative) {
    uint64_t bits = bigint_bits(odd->limbs, odd->count), total;
    bool one = bits == 1;
    if (__builtin_mul_overflow(one ? 1 : bits, one ? 1 : exponent, &total)) return raise_memory();
    if (total / 8 > SIZE_MAX / 64 || !mem_would_fit(&rt()->mem, total / 8 * 3)) return raise_memory();
    size_t room = total / 64 + odd->count + 2, count;
    uint64_t *first = bigint_limbs_new(room), *second = first ? bigint_limbs_new(room) : NULL, *power = NULL;
    if (one && second) {
        power = first;
        power[0] = count = 1;
    } else if (second) {
        power = power_steps(first, second, &count, odd, exponent);
    }
    Value result = power ? int_from_limbs(power, count, negative) : NULL;
    bigint_limbs_free(first, room);
    bigint_limbs_free(second, room);
    if (!result || twos == 0) return result;
    Value by = int_from_uint64(twos), moved = int_lshift(result, by);
    release(by);
    release(result);
    return moved;
}

/* The odd part of |a| (not 0); *twos: the power of two that was divided out. */
static Value odd_part(const IntView *a, uint64_t *twos) {
    *twos = mpn_scan1(a->limbs, 0);
    Value magnitude = int_from_limbs(a->limbs, a->count, false);
    if (!magnitude || *twos == 0) return magnitude;
    Value by = int_from_uint64(*twos), odd = int_rshift(magnitude, by);
    release(by);
    release(magnitude);
    return odd;
}

static Value power_float(Ref a, Ref b) {
    double x, y;
    return int_as_double(a, &x) && int_as_double(b, &y) ? float_pow(x, y) : NULL;
}

Value int_pow(Ref a, Ref b) {
    int64_t small;
    if (both_small_int(a, b) && small_int(b) >= 0 &&
        LIKELY(power_small(small_int(a), (uint64_t)small_int(b), &small))) {
        return int_value(small);
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (y.negative) return power_float(a, b);
    if (y.count == 0) return small_int_value(1);
    bool negative = x.negative && y.limbs[0] & 1;
    if (x.count == 0 || (x.count == 1 && x.limbs[0] == 1)) return small_int_value(x.count == 0 ? 0 : negative ? -1 : 1);
    if (y.count > 1) return raise_memory();
    if (y.limbs[0] == 1) return from_view(&x);
    uint64_t exponent = y.limbs[0], twos;
    Value odd = odd_part(&x, &twos);
    if (!odd) return NULL;
    if (__builtin_mul_overflow(twos, exponent, &twos)) {
        release(odd);
        return raise_memory();
    }
    IntView base;
    int_view(odd, &base);
    Value result = power_big(&base, exponent, twos, negative);
    release(odd);
    return result;
}

/* The number x with a * x = 1 modulo m (above 1), by the extended Euclidean algorithm. */
static Value inverse_modulo(Ref a, Ref m) {
    Value r = int_exact(m), next_r = int_mod(a, m), x = small_int_value(0), next_x = small_int_value(1);
    while (r && next_r && x && next_x && int_sign(next_r) != 0) {
        Value quotient, rest;
        if (!int_divmod(r, next_r, &quotient, &rest)) goto fail;
        Value product = int_mul(quotient, next_x), difference = product ? int_sub(x, product) : NULL;
        release(quotient);
        release_maybe(product);
        slot_set_steal(&r, next_r), next_r = rest;
        slot_set_steal(&x, next_x), next_x = difference;
        if (!runtime_poll()) goto fail;
    }
    if (r && next_r && x && next_x) {
        Value result = r == small_int_value(1)
                           ? int_mod(x, m)
                           : raise(&type_ValueError, "base is not invertible for the given modulus");
        release(r), release(next_r), release(x), release(next_x);
        return result;
    }
fail:
    release_maybe(r), release_maybe(next_r), release_maybe(x), release_maybe(next_x);
    return NULL;
}

/* base^exponent modulo a positive modulus, exponent not negative. */
static Value power_modulo(Ref base, Ref exponent, Ref modulus) {
    if (modulus == small_int_value(1)) return small_int_value(0);
    if (int_sign(exponent) == 0) return small_int_value(1);
    Value reduced = int_mod(base, modulus);
    if (!reduced || int_sign(reduced) == 0) return reduced;
    IntView b, e, m;
    int_view(reduced, &b);
    int_view(exponent, &e);
    int_view(modulus, &m);
    Value result = int_reserve(m.count);
    bool done =
        result && bigint_power_modulo(as_int(result)->limbs, b.limbs, b.count, e.limbs, e.count, m.limbs, m.count);
    release(reduced);
    if (done) return int_finish_steal(result, false);
    release_maybe(result);
    return NULL;
}

Value int_pow_mod(Ref a, Ref b, Ref modulus) {
    if (int_sign(modulus) == 0) return raise(&type_ValueError, "pow() 3rd argument cannot be 0");
    Value m = int_absolute(modulus), base = m ? retain(a) : NULL, exponent = m ? retain(b) : NULL, result = NULL;
    if (m && int_sign(b) < 0) {
        slot_set_steal(&base, m == small_int_value(1) ? small_int_value(0) : inverse_modulo(a, m));
        slot_set_steal(&exponent, int_negative(b));
    }
    if (base && exponent) result = power_modulo(base, exponent, m);
    if (result && int_sign(modulus) < 0 && int_sign(result) != 0) slot_set_steal(&result, int_sub(result, m));
    release_maybe(m);
    release_maybe(base);
    release_maybe(exponent);
    return result;
}

/* ---- Shifts. ---- */

/* The shift count: false with ValueError when negative. Counts beyond 63 bits become UINT64_MAX. */
static bool shift_count(Ref b, uint64_t *count) {
    if (int_sign(b) < 0) return raise_false(&type_ValueError, "negative shift count");
    if (!int_as_uint64(b, count)) *count = UINT64_MAX;
    return true;
}

Value int_lshift(Ref a, Ref b) {
    if (both_small_int(a, b) && (uint64_t)small_int(b) < 62) {
        int64_t i = small_int(a), moved = (int64_t)((uint64_t)i << small_int(b));
        if (moved >> small_int(b) == i) return int_value(moved);
    }
    uint64_t count;
    IntView x;
    if (!shift_count(b, &count)) return NULL;
    int_view(a, &x);
    if (x.count == 0) return small_int_value(0);
    size_t limbs = count / 64, bits = count % 64;
    if (limbs > SIZE_MAX / 64 || x.count > SIZE_MAX / 64) return raise_memory();
    Value result = int_reserve(x.count + limbs + 1);
    if (!result) return NULL;
    uint64_t *out = as_int(result)->limbs;
    memset(out, 0, limbs * sizeof *out);
    out[x.count + limbs] = 0;
    if (bits) {
        out[x.count + limbs] = mpn_lshift(out + limbs, x.limbs, (mp_size_t)x.count, (unsigned)bits);
    } else {
        memcpy(out + limbs, x.limbs, x.count * sizeof *out);
    }
    return int_finish_steal(result, x.negative);
}

Value int_rshift(Ref a, Ref b) {
    if (both_small_int(a, b) && small_int(b) >= 0) {
        return small_int_value(small_int(a) >> (small_int(b) < 63 ? small_int(b) : 63));
    }
    uint64_t count;
    IntView x;
    if (!shift_count(b, &count)) return NULL;
    int_view(a, &x);
    size_t limbs = count / 64, bits = count % 64;
    if (limbs >= x.count) return small_int_value(x.negative ? -1 : 0);
    bool lost = x.negative && mpn_scan1(x.limbs, 0) < count; /* rounds towards minus infinity */
    size_t left = x.count - limbs;
    Value result = int_reserve(left + lost);
    if (!result) return NULL;
    uint64_t *out = as_int(result)->limbs;
    if (bits) {
        mpn_rshift(out, x.limbs + limbs, (mp_size_t)left, (unsigned)bits);
    } else {
        memcpy(out, x.limbs + limbs, left * sizeof *out);
    }
    if (lost) out[left] = mpn_add_1(out, out, (mp_size_t)left, 1);
    return int_finish_steal(result, x.negative);
}

/* ---- Bits, as if in two's complement of unlimited width. ---- */

Value int_invert(Ref a) { /* -a - 1 */
    if (LIKELY(is_small_int(a))) return small_int_value(~small_int(a));
    Value negated = int_negative(a);
    if (!negated) return NULL;
    Value result = int_sub(negated, small_int_value(1));
    release(negated);
    return result;
}

/* Limb i in two's complement; *carry is 1 before the first limb of a negative number. */
static uint64_t complement_limb(const IntView *view, size_t i, uint64_t *carry) {
    uint64_t limb = i < view->count ? view->limbs[i] : 0;
    if (!view->negative) return limb;
    uint64_t result = ~limb + *carry;
    *carry = *carry && limb == 0;
    return result;
}

static Int128 bitwise128(BinaryOp op, Int128 a, Int128 b) {
    return op == BINARY_AND ? a & b : op == BINARY_OR ? a | b : a ^ b;
}

/* Neither is negative; a is not the shorter one. */
static Value bitwise_magnitudes(BinaryOp op, const IntView *a, const IntView *b) {
    size_t shared = b->count, count = op == BINARY_AND ? shared : a->count;
    Value result = int_reserve(count);
    if (!result) return NULL;
    uint64_t *out = as_int(result)->limbs;
    memcpy(out + shared, a->limbs + shared, (count - shared) * sizeof *out);
    for (size_t i = 0; i < shared; i++) {
        uint64_t p = a->limbs[i], q = b->limbs[i];
        out[i] = op == BINARY_AND ? p & q : op == BINARY_OR ? p | q : p ^ q;
    }
    return int_finish_steal(result, false);
}

static Value bitwise(BinaryOp op, Ref a, Ref b) {
    Int128 s, t;
    if (as_int128(a, &s) && as_int128(b, &t)) return from_int128(bitwise128(op, s, t));
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (!x.negative && !y.negative) {
        return x.count >= y.count ? bitwise_magnitudes(op, &x, &y) : bitwise_magnitudes(op, &y, &x);
    }
    size_t count = (x.count > y.count ? x.count : y.count) + 1;
    Value result = int_reserve(count);
    if (!result) return NULL;
    uint64_t *out = as_int(result)->limbs, x_carry = 1, y_carry = 1;
    for (size_t i = 0; i < count; i++) {
        uint64_t p = complement_limb(&x, i, &x_carry), q = complement_limb(&y, i, &y_carry);
        out[i] = op == BINARY_AND ? p & q : op == BINARY_OR ? p | q : p ^ q;
    }
    bool negative = out[count - 1] >> 63; /* the limb behind both numbers holds their signs */
    if (negative) mpn_neg(out, out, (mp_size_t)count);
    return int_finish_steal(result, negative);
}

Value int_and(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return small_int_value(small_int(a) & small_int(b));
    return bitwise(BINARY_AND, a, b);
}

Value int_or(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return small_int_value(small_int(a) | small_int(b));
    return bitwise(BINARY_OR, a, b);
}

Value int_xor(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b))) return small_int_value(small_int(a) ^ small_int(b));
    return bitwise(BINARY_XOR, a, b);
}

/* ---- For the interpreter. ---- */

static bool is_exact_int(Ref v) { return is_small_int(v) || is_exact(v, &type_int); }
static bool is_short(Ref v) { return !is_heap(v) || llabs(as_int(v)->size) <= SHORT_LIMBS; }

static Value operate_short(BinaryOp op, Ref a, Ref b) {
    switch (op) {
    case BINARY_ADD: return int_add(a, b);
    case BINARY_SUB: return int_sub(a, b);
    case BINARY_MUL: return int_mul(a, b);
    case BINARY_FLOORDIV: return b == small_int_value(0) ? NULL : int_floordiv(a, b);
    case BINARY_MOD: return b == small_int_value(0) ? NULL : int_mod(a, b);
    case BINARY_AND: return int_and(a, b);
    case BINARY_OR: return int_or(a, b);
    case BINARY_XOR: return int_xor(a, b);
    case BINARY_RSHIFT: return is_small_int(b) && small_int(b) >= 0 ? int_rshift(a, b) : NULL;
    case BINARY_LSHIFT: return is_small_int(b) && (uint64_t)small_int(b) <= 2048 ? int_lshift(a, b) : NULL;
    default: return NULL;
    }
}

Value int_operate_try(BinaryOp op, Ref a, Ref b) {
    Int128 x, y, result;
    if (UNLIKELY(!is_exact_int(a) || !is_exact_int(b))) return NULL;
    if (LIKELY(as_int128(a, &x) && as_int128(b, &y))) {
        switch (op) {
        case BINARY_ADD:
            if (!__builtin_add_overflow(x, y, &result)) return from_int128(result);
            break;
        case BINARY_SUB:
            if (!__builtin_sub_overflow(x, y, &result)) return from_int128(result);
            break;
        case BINARY_AND: return from_int128(x & y);
        case BINARY_OR: return from_int128(x | y);
        case BINARY_XOR: return from_int128(x ^ y);
        default: break;
        }
    }
    return is_short(a) && is_short(b) ? operate_short(op, a, b) : NULL;
}

/* ---- Number theory, rounding. ---- */

static Value gcd_big(const IntView *large, const IntView *small) {
    Value result = int_reserve(small->count + 1);
    size_t room = large->count + small->count + 1, count = 0;
    uint64_t *workspace = result ? bigint_limbs_new(room) : NULL;
    bool done = false;
    if (workspace) {
        uint64_t *a = workspace, *b = workspace + large->count + 1;
        memcpy(a, large->limbs, large->count * sizeof *a);
        memcpy(b, small->limbs, small->count * sizeof *b);
        done = bigint_gcd(as_int(result)->limbs, &count, a, large->count, b, small->count);
        bigint_limbs_free(workspace, room);
    }
    if (!done) {
        release_maybe(result);
        return NULL;
    }
    Value fitting = int_from_limbs(as_int(result)->limbs, count, false);
    release(result);
    return fitting;
}

static uint64_t gcd_uint64(uint64_t a, uint64_t b) {
    while (b != 0) {
        uint64_t rest = a % b;
        a = b, b = rest;
    }
    return a;
}

Value int_gcd(Ref a, Ref b) {
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.count <= 1 && y.count <= 1) {
        return int_from_uint64(gcd_uint64(x.count ? x.limbs[0] : 0, y.count ? y.limbs[0] : 0));
    }
    if (x.count == 0) return int_absolute(b);
    if (y.count == 0) return int_absolute(a);
    bool swap = x.count < y.count || (x.count == y.count && mpn_cmp(x.limbs, y.limbs, (mp_size_t)x.count) < 0);
    return swap ? gcd_big(&y, &x) : gcd_big(&x, &y);
}

Value int_sqrt(Ref a) {
    IntView x;
    int_view(a, &x);
    if (x.count == 0) return small_int_value(0);
    Value root = int_reserve((x.count + 1) / 2);
    if (!root) return NULL;
    if (bigint_square_root(as_int(root)->limbs, x.limbs, x.count)) return int_finish_steal(root, false);
    release(root);
    return NULL;
}

/* v rounded to a multiple of unit (even), a tie to the even multiple. */
static Value round_to_multiple(Ref v, Ref unit) {
    Value quotient, rest, half = int_rshift(unit, small_int_value(1)), result = NULL;
    if (!half) return NULL;
    if (int_divmod(v, unit, &quotient, &rest)) {
        int order = int_compare(rest, half);
        Value odd = int_and(quotient, small_int_value(1));
        Value down = int_sub(v, rest);
        bool up = order > 0 || (order == 0 && odd == small_int_value(1));
        result = up && down ? int_add(down, unit) : retain_maybe(down);
        release_maybe(odd);
        release_maybe(down);
        release(quotient);
        release(rest);
    }
    release(half);
    return result;
}

Value int_round(Ref v, Ref decimals) {
    if (int_sign(decimals) >= 0) return int_exact(v);
    Value places = int_negative(decimals), limit = int_from_uint64(int_bit_length(v) / 3 + 2), result = NULL;
    if (places && limit && int_compare(places, limit) > 0) { /* 10^places is more than twice as large as v */
        result = small_int_value(0);
    } else if (places && limit) {
        Value unit = int_pow(small_int_value(10), places);
        if (unit) result = round_to_multiple(v, unit);
        release_maybe(unit);
    }
    release_maybe(places);
    release_maybe(limit);
    return result;
}
