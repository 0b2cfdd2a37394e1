/* runtime/bigint.c - arithmetic of magnitudes. Text is in bigint_text.c. */
#include "runtime/bigint.h"

#include <gmp.h>
#include <string.h>

#include "runtime/bigint_scratch.h"

_Static_assert(sizeof(mp_limb_t) == sizeof(uint64_t) && GMP_NUMB_BITS == 64, "limbs are 64 bits");

#define MULTIPLY_PIECE 50000 /* limbs that mpn_mul multiplies with as many in less than 20 ms */
#define DIVIDE_PIECE 30000   /* limbs of divisor and quotient for which mpn_tdiv_qr takes less than 20 ms */

/* ---- Multiplication. ---- */

static bool multiply_piece(uint64_t *result, const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count) {
    BigintScratch scratch;
    if (!bigint_scratch_begin(&scratch, a_count)) return false;
    if (b_count == 1) {
        result[a_count] = mpn_mul_1(result, a, (mp_size_t)a_count, b[0]);
    } else if (a == b && a_count == b_count) {
        mpn_sqr(result, a, (mp_size_t)a_count);
    } else {
        mpn_mul(result, a, (mp_size_t)a_count, b, (mp_size_t)b_count);
    }
    return bigint_scratch_end(&scratch);
}

static bool multiply_any_order(uint64_t *result, const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count) {
    return a_count >= b_count ? bigint_multiply(result, a, a_count, b, b_count)
                              : bigint_multiply(result, b, b_count, a, a_count);
}

/* a is cut into blocks of at least as many limbs as b has. */
static bool multiply_blocks(uint64_t *result, const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count) {
    size_t block = b_count > MULTIPLY_PIECE ? b_count : MULTIPLY_PIECE;
    uint64_t *product = bigint_limbs_new(block + b_count);
    if (!product) return false;
    bool done = true;
    memset(result, 0, b_count * sizeof *result);
    for (size_t at = 0; done && at < a_count; at += block) {
        size_t count = a_count - at < block ? a_count - at : block;
        done = multiply_any_order(product, a + at, count, b, b_count);
        if (!done) break;
        memcpy(result + at + b_count, product + b_count, count * sizeof *result);
        uint64_t carry = mpn_add_n(result + at, result + at, product, (mp_size_t)b_count);
        mpn_add_1(result + at + b_count, result + at + b_count, (mp_size_t)count, carry);
    }
    bigint_limbs_free(product, block + b_count);
    return done;
}

/* result (low_count limbs) = |low - high|, high_count <= low_count; true when low < high. */
static bool difference(uint64_t *result, const uint64_t *low, size_t low_count, const uint64_t *high,
                       size_t high_count) {
    size_t low_used = bigint_normalize(low, low_count);
    bool less = low_used <= high_count && mpn_cmp(low, high, (mp_size_t)high_count) < 0;
    if (!less) {
        mpn_sub(result, low, (mp_size_t)low_count, high, (mp_size_t)high_count);
        return false;
    }
    mpn_sub_n(result, high, low, (mp_size_t)high_count);
    memset(result + high_count, 0, (low_count - high_count) * sizeof *result);
    return true;
}

/* Karatsuba: with a = a1 B^h + a0 and b = b1 B^h + b0 the middle part is
 * a0 b1 + a1 b0 = a0 b0 + a1 b1 - (a0 - a1)(b0 - b1). b_count is above h = half of a_count rounded up. */
static bool multiply_karatsuba(uint64_t *result, const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count) {
    size_t half = (a_count + 1) / 2, room = half * 6 + 1;
    uint64_t *workspace = bigint_limbs_new(room);
    if (!workspace) return false;
    uint64_t *a_difference = workspace, *b_difference = workspace + half;
    uint64_t *product = workspace + 2 * half, *middle = workspace + 4 * half;
    bool square = a == b && a_count == b_count;
    bool negative = difference(a_difference, a, half, a + half, a_count - half);
    negative ^= difference(b_difference, b, half, b + half, b_count - half);
    size_t high_count = a_count + b_count - 2 * half;
    bool done = bigint_multiply(result, a, half, b, half) &&
                bigint_multiply(result + 2 * half, a + half, a_count - half, b + half, b_count - half) &&
                bigint_multiply(product, a_difference, half, square ? a_difference : b_difference, half);
    if (done) {
        middle[2 * half] = mpn_add(middle, result, (mp_size_t)(2 * half), result + 2 * half, (mp_size_t)high_count);
        if (negative) {
            middle[2 * half] += mpn_add_n(middle, middle, product, (mp_size_t)(2 * half));
        } else {
            middle[2 * half] -= mpn_sub_n(middle, middle, product, (mp_size_t)(2 * half));
        }
        size_t middle_count = bigint_normalize(middle, 2 * half + 1);
        mpn_add(result + half, result + half, (mp_size_t)(half + high_count), middle, (mp_size_t)middle_count);
    }
    bigint_limbs_free(workspace, room);
    return done;
}

bool bigint_multiply(uint64_t *result, const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count) {
    if (LIKELY(a_count <= MULTIPLY_PIECE)) return multiply_piece(result, a, a_count, b, b_count);
    if (b_count <= MULTIPLY_PIECE || b_count <= (a_count + 1) / 2) {
        return multiply_blocks(result, a, a_count, b, b_count);
    }
    return multiply_karatsuba(result, a, a_count, b, b_count);
}

/* ---- Division. ---- */

static bool divide_piece(uint64_t *quotient, uint64_t *remainder, const uint64_t *a, size_t a_count, const uint64_t *b,
                         size_t b_count) {
    BigintScratch scratch;
    if (!bigint_scratch_begin(&scratch, a_count)) return false;
    mpn_tdiv_qr(quotient, remainder, 0, a, (mp_size_t)a_count, b, (mp_size_t)b_count);
    return bigint_scratch_end(&scratch);
}

/* Divides a (b_count + count limbs, its highest b_count below b) by b (highest bit set) into count limbs of quotient,
 * count <= max(b_count, DIVIDE_PIECE). The remainder replaces the low b_count limbs of a, zeros the others. temporary
 * has max(b_count, DIVIDE_PIECE + 1) limbs. */
static bool divide_recursive(uint64_t *quotient, uint64_t *a, const uint64_t *b, size_t b_count, size_t count,
                             uint64_t *temporary) {
    if (b_count <= DIVIDE_PIECE && count <= DIVIDE_PIECE) {
        if (!divide_piece(temporary, a, a, b_count + count, b, b_count)) return false;
        memcpy(quotient, temporary, count * sizeof *quotient);
        memset(a + b_count, 0, count * sizeof *a);
        return true;
    }
    if (count > (b_count + 1) / 2) { /* one half of the quotient after the other */
        size_t low = count / 2;
        return divide_recursive(quotient + low, a + low, b, b_count, count - low, temporary) &&
               divide_recursive(quotient, a, b, b_count, low, temporary);
    }
    /* The quotient by the highest limbs of b is right or slightly too large. */
    size_t rest = b_count - count;
    const uint64_t *top = b + rest;
    if (mpn_cmp(a + b_count, top, (mp_size_t)count) < 0) {
        if (!divide_recursive(quotient, a + rest, top, count, count, temporary)) return false;
    } else {
        memset(quotient, 0xff, count * sizeof *quotient);
        memset(a + b_count, 0, count * sizeof *a);
        a[b_count] = mpn_add_n(a + rest, a + rest, top, (mp_size_t)count);
    }
    if (rest == 0) return true;
    if (!multiply_any_order(temporary, b, rest, quotient, count)) return false;
    a[b_count] -= mpn_sub_n(a, a, temporary, (mp_size_t)b_count);
    while (a[b_count] != 0) {
        mpn_sub_1(quotient, quotient, (mp_size_t)count, 1);
        a[b_count] += mpn_add_n(a, a, b, (mp_size_t)b_count);
    }
    return true;
}

/* The shifted operands (highest bit of b set, one limb more in a), divided block by block from the top. */
static bool divide_blocks(uint64_t *quotient, uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count) {
    size_t block = b_count > DIVIDE_PIECE ? b_count : DIVIDE_PIECE;
    uint64_t *temporary = bigint_limbs_new(block + 1);
    if (!temporary) return false;
    bool done = true;
    for (size_t left = a_count - b_count; done && left > 0;) {
        size_t count = left < block ? left : block;
        left -= count;
        done = divide_recursive(quotient + left, a + left, b, b_count, count, temporary);
    }
    bigint_limbs_free(temporary, block + 1);
    return done;
}

static void shift_left(uint64_t *result, const uint64_t *a, size_t count, unsigned bits) {
    if (bits > 0) {
        mpn_lshift(result, a, (mp_size_t)count, bits);
    } else {
        memmove(result, a, count * sizeof *result);
    }
}

bool bigint_divide(uint64_t *quotient, uint64_t *remainder, const uint64_t *a, size_t a_count, const uint64_t *b,
                   size_t b_count) {
    if (b_count == 1 && a_count <= DIVIDE_PIECE) {
        remainder[0] = mpn_divrem_1(quotient, 0, a, (mp_size_t)a_count, b[0]);
        return true;
    }
    if (LIKELY(b_count <= DIVIDE_PIECE && a_count <= 2 * DIVIDE_PIECE)) {
        return divide_piece(quotient, remainder, a, a_count, b, b_count);
    }
    size_t room = a_count + 1 + b_count;
    uint64_t *shifted_a = bigint_limbs_new(room), *shifted_b = shifted_a + a_count + 1;
    if (!shifted_a) return false;
    unsigned bits = (unsigned)__builtin_clzll(b[b_count - 1]);
    shift_left(shifted_b, b, b_count, bits);
    shift_left(shifted_a, a, a_count, bits);
    shifted_a[a_count] = bits ? a[a_count - 1] >> (64 - bits) : 0;
    bool done = divide_blocks(quotient, shifted_a, a_count + 1, shifted_b, b_count);
    if (done && bits) {
        mpn_rshift(remainder, shifted_a, (mp_size_t)b_count, bits);
    } else if (done) {
        memcpy(remainder, shifted_a, b_count * sizeof *remainder);
    }
    bigint_limbs_free(shifted_a, room);
    return done;
}

/* ---- Square root. ---- */

bool bigint_square_root(uint64_t *root, const uint64_t *a, size_t count) {
    BigintScratch scratch;
    if (!bigint_scratch_begin(&scratch, count)) return false;
    mpn_sqrtrem(root, NULL, a, (mp_size_t)count);
    return bigint_scratch_end(&scratch);
}
