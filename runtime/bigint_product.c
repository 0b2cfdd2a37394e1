/* runtime/bigint_product.c - which of GMP's algorithms multiplies numbers of which length.
 *
 * GMP's own mpn_mul, mpn_mul_n and mpn_sqr choose among some fifteen, most of them forms of Toom's for one proportion
 * of the lengths: 46 KB. These, which stand in their place and are called by GMP's division and Fourier transform too,
 * choose among five: as fast up to 600 limbs, about a fifth slower on 600 to 6,000. GMP's transform calls them for its
 * parts, so FOURIER_FROM must stay well above where it begins to cut numbers itself: some 500 limbs.
 */
#include <gmp.h>
#include <string.h>

#include "runtime/bigint_scratch.h"

/* Limbs from which an algorithm pays, on x86-64. */
#define TOOM_2_FROM 28
#define TOOM_3_FROM 81
#define TOOM_4_FROM 232
#define FOURIER_FROM 1400
#define SQUARE_TOOM_2_FROM 36
#define SQUARE_TOOM_3_FROM 117
#define SQUARE_TOOM_4_FROM 327
#define SQUARE_FOURIER_FROM 3500
#define BLOCK 500 /* limbs that stay in the nearest cache */

#define ROOM(limbs) (3 * (limbs) + 128) /* that multiplying so many limbs takes besides */

typedef void Multiply(mp_limb_t *result, const mp_limb_t *a, mp_size_t a_count, const mp_limb_t *b, mp_size_t b_count,
                      mp_limb_t *room);
typedef void Square(mp_limb_t *result, const mp_limb_t *a, mp_size_t count, mp_limb_t *room);
extern Multiply __MPN(toom22_mul), __MPN(toom32_mul), __MPN(toom33_mul), __MPN(toom44_mul);
extern Square __MPN(toom2_sqr), __MPN(toom3_sqr), __MPN(toom4_sqr);
void __MPN(mul_basecase)(mp_limb_t *result, const mp_limb_t *a, mp_size_t a_count, const mp_limb_t *b,
                         mp_size_t b_count);
void __MPN(sqr_basecase)(mp_limb_t *result, const mp_limb_t *a, mp_size_t count);
void __MPN(nussbaumer_mul)(mp_limb_t *result, const mp_limb_t *a, mp_size_t a_count, const mp_limb_t *b,
                           mp_size_t b_count);

/* b has more than half as many limbs as a; from TOOM_3_FROM on, more than two thirds and one. */
static void split(mp_limb_t *result, const mp_limb_t *a, mp_size_t a_count, const mp_limb_t *b, mp_size_t b_count) {
    mp_limb_t small[ROOM(BIGINT_UNRESERVED)];
    mp_limb_t *room = a_count <= BIGINT_UNRESERVED ? small : bigint_scratch_take((size_t)ROOM(a_count));
    Multiply *multiply = a_count < TOOM_3_FROM                                       ? __MPN(toom22_mul)
                         : a_count < TOOM_4_FROM || b_count <= (a_count + 3) / 4 * 3 ? __MPN(toom33_mul)
                                                                                     : __MPN(toom44_mul);
    multiply(result, a, a_count, b, b_count, room);
    if (room != small) bigint_scratch_return(room, (size_t)ROOM(a_count));
}

static void split_square(mp_limb_t *result, const mp_limb_t *a, mp_size_t count) {
    mp_limb_t small[ROOM(BIGINT_UNRESERVED)];
    mp_limb_t *room = count <= BIGINT_UNRESERVED ? small : bigint_scratch_take((size_t)ROOM(count));
    Square *square = count < SQUARE_TOOM_3_FROM   ? __MPN(toom2_sqr)
                     : count < SQUARE_TOOM_4_FROM ? __MPN(toom3_sqr)
                                                  : __MPN(toom4_sqr);
    square(result, a, count, room);
    if (room != small) bigint_scratch_return(room, (size_t)ROOM(count));
}

/* result += product, where product begins with the limbs that result has there already, and goes on with new ones. */
static void append(mp_limb_t *result, const mp_limb_t *product, mp_size_t there, mp_size_t added) {
    mp_limb_t carry = mpn_add_n(result, result, product, there);
    mpn_add_1(result + there, product + there, added, carry);
}

/* a is cut into blocks of at least as many limbs as b has, but for the last. */
static void multiply_blocks(mp_limb_t *result, const mp_limb_t *a, mp_size_t a_count, const mp_limb_t *b,
                            mp_size_t b_count) {
    mp_limb_t small[2 * BIGINT_UNRESERVED];
    mp_size_t block = b_count < TOOM_2_FROM ? BLOCK : b_count, room = block + b_count;
    mp_limb_t *product = room <= 2 * BIGINT_UNRESERVED ? small : bigint_scratch_take((size_t)room);
    mpn_mul(result, a, block, b, b_count);
    for (mp_size_t at = block, left; (left = a_count - at) > 0; at += block) {
        mp_size_t count = left < block ? left : block;
        if (count >= b_count) mpn_mul(product, a + at, count, b, b_count);
        else mpn_mul(product, b, b_count, a + at, count);
        append(result + at, product, b_count, count);
    }
    if (product != small) bigint_scratch_return(product, (size_t)room);
}

void mpn_sqr(mp_limb_t *result, const mp_limb_t *a, mp_size_t count) {
    if (count < SQUARE_TOOM_2_FROM) __MPN(sqr_basecase)(result, a, count);
    else if (count < SQUARE_FOURIER_FROM) split_square(result, a, count);
    else __MPN(nussbaumer_mul)(result, a, count, a, count);
}

void mpn_mul_n(mp_limb_t *result, const mp_limb_t *a, const mp_limb_t *b, mp_size_t count) {
    if (count < TOOM_2_FROM) __MPN(mul_basecase)(result, a, count, b, count);
    else if (count < FOURIER_FROM) split(result, a, count, b, count);
    else __MPN(nussbaumer_mul)(result, a, count, b, count);
}

mp_limb_t mpn_mul(mp_limb_t *result, const mp_limb_t *a, mp_size_t a_count, const mp_limb_t *b, mp_size_t b_count) {
    if (b_count < TOOM_2_FROM && a_count <= BLOCK) __MPN(mul_basecase)(result, a, a_count, b, b_count);
    else if (a_count == b_count && a == b) mpn_sqr(result, a, a_count);
    else if (a_count == b_count) mpn_mul_n(result, a, b, a_count);
    else if (a_count + b_count >= 2 * FOURIER_FROM && b_count >= FOURIER_FROM / 3)
        __MPN(nussbaumer_mul)(result, a, a_count, b, b_count);
    else if (b_count >= TOOM_2_FROM && 4 * b_count >= 3 * a_count) split(result, a, a_count, b, b_count);
    else multiply_blocks(result, a, a_count, b, b_count);
    return result[a_count + b_count - 1];
}

/* What GMP's Karatsuba calls when the parts of one number are longer than the other's. */
void __MPN(toom32_mul)(mp_limb_t *result, const mp_limb_t *a, mp_size_t a_count, const mp_limb_t *b, mp_size_t b_count,
                       mp_limb_t *room) {
    mpn_mul(result, a, a_count, b, b_count);
}
