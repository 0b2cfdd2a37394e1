/* runtime/int_power.c - powers of ints, powers modulo, common divisors, roots, rounding to tens. */
#include <gmp.h>
#include <stdlib.h>

#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/int_wide.h"

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
    int bit = 62 - __builtin_clzll(exponent);
    memcpy(result, odd->limbs, odd->count * sizeof *result);
    *count = odd->count;
    for (uint64_t power = odd->limbs[0]; odd->count == 1 && bit >= 0; bit--) { /* in a word */
        if (__builtin_mul_overflow(power, power, &power)) break;
        if (exponent >> bit & 1 && __builtin_mul_overflow(power, odd->limbs[0], &power)) break;
        result[0] = power;
    }
    for (; bit >= 0; bit--) {
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

/* base^exponent in less than 127 bits. */
static bool power_wide(uint64_t base, uint64_t exponent, Uint128 *result) {
    Uint128 power = 1, square = base;
    while (true) {
        if (exponent & 1 && (__builtin_mul_overflow(power, square, &power))) return false;
        exponent >>= 1;
        if (exponent == 0) break;
        if (square >> 64) return false;
        square *= square;
    }
    *result = power;
    return true;
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
    if (y.limbs[0] == 1) return int_from_limbs(x.limbs, x.count, x.negative);
    if (y.limbs[0] == 2) return int_mul(a, a);
    Uint128 wide;
    if (x.count == 1 && y.limbs[0] < 128 && power_wide(x.limbs[0], y.limbs[0], &wide))
        return int_from_magnitude128(wide, negative);
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

/* ---- Number theory, rounding. ---- */

static Value gcd_big(const IntView *large, const IntView *small) {
    Value result = int_reserve(small->count);
    if (!result) return NULL;
    uint64_t *limbs = as_int(result)->limbs;
    size_t count;
    if (!bigint_gcd(limbs, &count, large->limbs, large->count, small->limbs, small->count)) {
        release(result);
        return NULL;
    }
    memset(limbs + count, 0, (small->count - count) * sizeof *limbs);
    return int_finish_steal(result, false);
}

/* One step of Euclid makes the larger one as short. */
static Value gcd_word(const IntView *large, uint64_t word) {
    return int_from_uint64(bigint_gcd_limb(mpn_mod_1(large->limbs, (mp_size_t)large->count, word), word));
}

Value int_gcd(Ref a, Ref b) {
    if (LIKELY(both_small_int(a, b)))
        return int_value((int64_t)bigint_gcd_limb((uint64_t)llabs(small_int(a)), (uint64_t)llabs(small_int(b))));
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.count <= 2 && y.count <= 2) {
        Uint128 divisor = bigint_gcd_short(bigint_joined(x.limbs, x.count), bigint_joined(y.limbs, y.count));
        return int_from_magnitude128(divisor, false);
    }
    if (x.count == 0) return int_absolute(b);
    if (y.count == 0) return int_absolute(a);
    if (y.count == 1) return gcd_word(&x, y.limbs[0]);
    if (x.count == 1) return gcd_word(&y, x.limbs[0]);
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
