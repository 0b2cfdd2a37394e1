/* lib/math_integer.c - functions of math on whole numbers.
 *
 * Owns:      factorial, comb, perm, gcd, lcm, isqrt.
 * Invariant: none.
 * Not here:  the arithmetic (runtime/int.h).
 */
#include <stdlib.h>

#include "lib/math_module.h"
#include "runtime/bigint.h"
#include "runtime/error.h"
#include "runtime/int_wide.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

/* Multiplies *result, NULL for 1, by a word. False: no memory, and *result is released. */
static bool times_word(Value *result, uint64_t word) {
    Value factor = int_from_uint64(word);
    if (!*result) {
        *result = factor;
    } else {
        slot_set_steal(result, int_mul(*result, factor));
        release(factor);
    }
    return *result != NULL;
}

/* low * (low + 1) * ... * (high - 1), halving the range so that factors stay of equal size. */
static Value product(int64_t low, int64_t high) {
    if (high - low > 24) {
        int64_t middle = low + (high - low) / 2;
        Value left = product(low, middle), right = left ? product(middle, high) : NULL;
        Value result = right ? int_mul(left, right) : NULL;
        release_maybe(left);
        release_maybe(right);
        return result;
    }
    Value result = NULL;
    uint64_t word = 1, more; /* as many factors as fit are multiplied first */
    for (int64_t i = low; i < high; i++) {
        if (LIKELY(!__builtin_mul_overflow(word, (uint64_t)i, &more))) {
            word = more;
        } else if (times_word(&result, word)) {
            word = (uint64_t)i;
        } else {
            return NULL;
        }
    }
    if (!times_word(&result, word)) return NULL;
    return runtime_poll() ? result : (release(result), NULL);
}

enum {
    COMB_SHORT = 67,      /* n up to which all combinations fit a word */
    COMB_BY_WORDS = 100,  /* the smaller count for which dividing again and again is quicker than once */
    FACTORIAL_SHORT = 25, /* n up to which the odd part of n! does */
};

/* n! without its factors 2, modulo 2^64. */
/* clang-format off */
static const uint64_t odd_parts[COMB_SHORT + 1] = {
    0x1, 0x1, 0x1, 0x3, 0x3, 0xf, 0x2d, 0x13b, 0x13b, 0xb13, 0x375f, 0x26115, 0x7233f, 0x5cca33, 0x2898765,
    0x260eeeeb, 0x260eeeeb, 0x286fddd9b, 0x16beecca73, 0x1b02b930689, 0x870d9df20ad, 0xb141df4dae31, 0x79dd498567c1b,
    0xaf2e19afc5266d, 0x20d8a4d0f4f7347, 0x335281867ec241ef, 0x9b3093d46fdd5923, 0x5e1f9767cc5866b1,
    0x92dd23d6966aced7, 0xa30d0f4f0a196e5b, 0x8dc3e5a1977d7755, 0x2ab8ce915831734b, 0x2ab8ce915831734b,
    0x81d2a0bc5e5fdcab, 0x9efcac82445da75b, 0xbc8b95cf58cde171, 0xa0e8444a1f3cecf9, 0x4191deb683ce3ffd,
    0xddd3878bc84ebfc7, 0xcb39a64b83ff3751, 0xf8203f7993fc1495, 0xbd2a2a78b35f4bdd, 0x84757be6b6d13921,
    0x3fbbcfc0b524988b, 0xbd11ed47c8928df9, 0x3c26b59e41c2f4c5, 0x677a5137e883fdb3, 0xff74e943b03b93dd,
    0xfe5ebbcb10b2bb97, 0xb021f1de3235e7e7, 0x33509eb2e743a58f, 0x390f9da41279fb7d, 0xe5cb0154f031c559,
    0x93074695ba4ddb6d, 0x81c471caa636247f, 0xe1347289b5a1d749, 0x286f21c3f76ce2ff, 0xbe84a2173e8ac7,
    0x1595065ca215b88b, 0xf95877595b018809, 0x9c2efe3c5516f887, 0x373294604679382b, 0xaf1ff7a888adcd35,
    0x18ddf279a2c5800b, 0x18ddf279a2c5800b, 0x505a90e2542582cb, 0x5bacad2cd8d5dc2b, 0xfe3152bcbff89f41,
};
/* clang-format on */

/* How many times 2 divides n! (Legendre). */
static inline int twos(uint64_t n) { return (int)n - __builtin_popcountll(n); }

Value py_math_factorial(const Ref *args) {
    Value number = index_of(args[0]);
    if (!number) return NULL;
    int64_t n;
    bool fits = int_as_int64(number, &n), negative = int_sign(number) < 0;
    release(number);
    if (negative) return raise(&type_ValueError, "factorial() not defined for negative values");
    if (!fits) return raise(&type_OverflowError, "factorial() argument should not exceed %ld", (long)INT64_MAX);
    if (n <= FACTORIAL_SHORT) return int_from_magnitude128((Uint128)odd_parts[n] << twos((uint64_t)n), false);
    return product(2, n + 1);
}

/* n (n - 1) ... (n - k + 1) for an n of any size. */
static Value falling(Ref n, int64_t k) {
    int64_t small;
    if (int_as_int64(n, &small) && small < INT64_MAX / 2) return product(small - k + 1, small + 1);
    Value result = small_int_value(1);
    for (int64_t i = 0; result && i < k; i++) {
        Value factor = int_sub(n, small_int_value(i));
        slot_set_steal(&result, factor && runtime_poll() ? int_mul(result, factor) : NULL);
        release_maybe(factor);
    }
    return result;
}

/* The arguments n and k of comb and perm; both owned. */
static bool two_counts(const Ref *args, Value *n, Value *k) {
    *n = index_of(args[0]);
    *k = *n ? index_of(args[1]) : NULL;
    bool ok = *k != NULL;
    if (ok && int_sign(*n) < 0) ok = raise_false(&type_ValueError, "n must be a non-negative integer");
    if (ok && int_sign(*k) < 0) ok = raise_false(&type_ValueError, "k must be a non-negative integer");
    if (ok) return true;
    release_maybe(*n);
    release_maybe(*k);
    return false;
}

Value py_math_perm(const Ref *args) {
    if (is_none(args[1])) return py_math_factorial(args);
    Value n, k, result;
    int64_t count;
    if (!two_counts(args, &n, &k)) return NULL;
    if (int_compare(k, n) > 0) result = small_int_value(0);
    else if (!int_as_int64(k, &count)) result = raise(&type_OverflowError, "k must not exceed %ld", (long)INT64_MAX);
    else result = falling(n, count);
    release(n);
    release(k);
    return result;
}

/* n (n - 1) ... (n - count + 1) / count! */
static Value divided_by_factorial(Value falling, int64_t count) {
    Value below = falling ? product(2, count + 1) : NULL, result = below ? int_floordiv(falling, below) : NULL;
    release_maybe(falling);
    release_maybe(below);
    return result;
}

/* What multiplied with an odd number gives 1 modulo 2^64: each step of Newton's doubles the bits that are right. */
static uint64_t inverse_of_odd(uint64_t odd) {
    uint64_t inverse = 3 * odd ^ 2;
    for (int bits = 5; bits < 64; bits *= 2) inverse *= 2 - odd * inverse;
    return inverse;
}

/* n! / (k! (n - k)!), the odd parts divided modulo 2^64. n is at most COMB_SHORT. */
static uint64_t comb_short(uint64_t n, uint64_t k) {
    return odd_parts[n] * inverse_of_odd(odd_parts[k] * odd_parts[n - k]) << (twos(n) - twos(k) - twos(n - k));
}

/* (n - k + 1) / 1 * (n - k + 2) / 2 ..., which is whole after each pair: in a word, then as many of them at once as
 * words have room for. */
static Value comb_by_words(uint64_t n, uint64_t k) {
    uint64_t limbs[COMB_BY_WORDS + 2], multiple[COMB_BY_WORDS + 2], rest; /* of factors below 2^62 */
    uint64_t above = 1, below = 1, more, i = 1;
    size_t count = 1;
    while (i <= k) {
        if (LIKELY(!__builtin_mul_overflow(above, n - k + i, &more))) above = more, below *= i++;
        else if (below > 1) above /= below, below = 1;
        else break;
    }
    if (i > k) return int_from_uint64(above / below);
    limbs[0] = above;
    above = 1;
    for (; i <= k + 1; i++) {
        if (LIKELY(i <= k && !__builtin_mul_overflow(above, n - k + i, &more))) {
            above = more;
            below *= i;
            continue;
        }
        if (!bigint_multiply(multiple, limbs, count, &above, 1)) return NULL;
        count = bigint_normalize(multiple, count + 1);
        if (!bigint_divide(limbs, &rest, multiple, count, &below, 1)) return NULL;
        count = bigint_normalize(limbs, count);
        above = n - k + i;
        below = i;
    }
    return int_from_limbs(limbs, count, false);
}

Value py_math_comb(const Ref *args) {
    Value n, k, other, result = NULL;
    int64_t count;
    uint64_t short_n = (uint64_t)small_int(args[0]), short_k = (uint64_t)small_int(args[1]);
    if (both_small_int(args[0], args[1]) && short_n <= COMB_SHORT && short_k <= short_n)
        return int_from_uint64(comb_short(short_n, short_k));
    if (both_small_int(args[0], args[1]) && short_n <= SMALL_INT_MAX && short_k <= short_n && short_k <= COMB_BY_WORDS)
        return comb_by_words(short_n, short_k <= short_n / 2 ? short_k : short_n - short_k);
    if (!two_counts(args, &n, &k)) return NULL;
    other = int_sub(n, k);
    if (!other) goto done;
    if (int_sign(other) < 0) {
        result = small_int_value(0);
        goto done;
    }
    if (int_compare(other, k) < 0) slot_set(&k, other);
    if (is_small_int(n) && is_small_int(k) && small_int(k) <= COMB_BY_WORDS) {
        result = comb_by_words((uint64_t)small_int(n), (uint64_t)small_int(k));
        goto done;
    }
    if (!int_as_int64(k, &count)) raise(&type_OverflowError, "min(n - k, k) must not exceed %ld", (long)INT64_MAX);
    else result = divided_by_factorial(falling(n, count), count);
done:
    release_maybe(other);
    release(n);
    release(k);
    return result;
}

static Value lcm_of(Ref a, Ref b) {
    if (int_sign(a) == 0 || int_sign(b) == 0) return small_int_value(0);
    Value divisor = int_gcd(a, b), part = divisor ? int_floordiv(a, divisor) : NULL,
          product = part ? int_mul(part, b) : NULL;
    Value result = product ? int_absolute(product) : NULL;
    release_maybe(divisor);
    release_maybe(part);
    release_maybe(product);
    return result;
}

/* Folds the numbers, starting from what leaves the first one as it is, but positive. */
static Value fold(const Ref *numbers, size_t count, int64_t start, Value (*combine)(Ref, Ref)) {
    Value result = small_int_value(start);
    for (size_t i = 0; result && i < count; i++) {
        Value made = NULL;
        Ref number = numbers[i];
        if (UNLIKELY(!is_exact_int(number))) number = made = index_of(number);
        slot_set_steal(&result, !number ? NULL : i == 0 ? int_absolute(number) : combine(result, number));
        release_maybe(made);
    }
    return result;
}

Value math_gcd_positional(const Ref *args, size_t count) {
    if (count == 2 && is_exact_int(args[0]) && is_exact_int(args[1])) return int_gcd(args[0], args[1]);
    return fold(args, count, 0, int_gcd);
}

Value math_lcm_positional(const Ref *args, size_t count) { return fold(args, count, 1, lcm_of); }

Value py_math_gcd(const Ref *args) { return math_gcd_positional(refs(as_tuple(args[0])->items), tuple_count(args[0])); }

Value py_math_lcm(const Ref *args) { return math_lcm_positional(refs(as_tuple(args[0])->items), tuple_count(args[0])); }

Value py_math_isqrt(const Ref *args) {
    Value number = index_of(args[0]);
    if (!number) return NULL;
    Value root =
        int_sign(number) < 0 ? raise(&type_ValueError, "isqrt() argument must be nonnegative") : int_sqrt(number);
    release(number);
    return root;
}
