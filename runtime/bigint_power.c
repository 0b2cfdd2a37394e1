/* runtime/bigint_power.c - powers modulo a number.
 *
 * Owns:      the choice between Montgomery's multiplication and dividing after each product.
 * Invariant: Modular.product holds one product of two numbers below the modulus.
 * Not here:  powers without a modulus, inverses (int_power.c).
 *
 * Sources: P. L. Montgomery, "Modular Multiplication without Trial Division" (1985); sliding windows as in A. Menezes
 * et al., "Handbook of Applied Cryptography", 14.85.
 */
#include <gmp.h>
#include <string.h>

#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"

enum {
    LIMB_EXPONENT = 1000,   /* limbs of an exponent with which one limb is raised in less than 20 ms */
    MONTGOMERY_LIMBS = 150, /* of moduli for which his reduction, which is quadratic, beats division */
    WINDOW_MAX = 6,         /* bits of the exponent that one multiplication deals with */
};

typedef struct Modular {
    const uint64_t *modulus; /* highest limb not 0 */
    size_t count;            /* its limbs, and those of each number here */
    uint64_t inverse;        /* -1 / modulus modulo 2^64: numbers are held as number * 2^(64 * count); 0: as they are */
    unsigned window;         /* bits of the exponent that are dealt with at once */
    size_t room;             /* limbs of the block that begins with product */
    uint64_t *product;       /* twice count, and behind it one more number: the square of the base */
    uint64_t *quotient;      /* count + 1 */
    uint64_t *odd_powers;    /* base^1, base^3 and so on: 2^(window - 1) numbers */
} Modular;

static void power_modulo_limb(uint64_t *result, uint64_t base, const uint64_t *exponent, size_t count,
                              uint64_t modulus) {
    uint64_t power = 1;
    for (uint64_t bit = bigint_bits(exponent, count); bit-- > 0;) {
        power = (uint64_t)((unsigned __int128)power * power % modulus);
        if (exponent[bit / 64] >> bit % 64 & 1) power = (uint64_t)((unsigned __int128)power * base % modulus);
    }
    *result = power;
}

/* -1 / odd modulo 2^64, by Newton's iteration: odd is its own inverse in three bits, and each step doubles them. */
static uint64_t negative_inverse(uint64_t odd) {
    uint64_t inverse = odd;
    for (unsigned bits = 3; bits < 64; bits *= 2) inverse *= 2 - odd * inverse;
    return -inverse;
}

static unsigned window_for(uint64_t bits) {
    unsigned window = 1;
    for (uint64_t limit = 8; window < WINDOW_MAX && bits > limit; limit *= 3) window++;
    return window;
}

static bool begin(Modular *m, const uint64_t *modulus, size_t count, uint64_t exponent_bits) {
    m->modulus = modulus;
    m->count = count;
    m->inverse = modulus[0] & 1 && count <= MONTGOMERY_LIMBS ? negative_inverse(modulus[0]) : 0;
    m->window = window_for(exponent_bits);
    m->room = count * (4 + ((size_t)1 << (m->window - 1))) + 1;
    m->product = bigint_limbs_new(m->room);
    m->quotient = m->product + 3 * count;
    m->odd_powers = m->quotient + count + 1;
    return m->product != NULL;
}

/* value = the product divided by 2^(64 * count), modulo the modulus: multiples of that are added until the low half is
 * zero. */
static void reduce_by_adding(const Modular *m, uint64_t *value) {
    mp_size_t count = (mp_size_t)m->count;
    uint64_t *low = m->product, *high = m->product + count;
    for (mp_size_t i = 0; i < count; i++) low[i] = mpn_addmul_1(low + i, m->modulus, count, low[i] * m->inverse);
    bool carry = mpn_add_n(value, high, low, count);
    if (carry || mpn_cmp(value, m->modulus, count) >= 0) mpn_sub_n(value, value, m->modulus, count);
}

static bool divide_product(const Modular *m, uint64_t *value) {
    return bigint_divide(m->quotient, value, m->product, 2 * m->count, m->modulus, m->count);
}

/* value = a * b; all three may be one. */
static bool multiply(const Modular *m, uint64_t *value, const uint64_t *a, const uint64_t *b) {
    if (!bigint_multiply(m->product, a, m->count, b, m->count)) return false;
    if (!m->inverse) return divide_product(m, value) && runtime_poll();
    reduce_by_adding(m, value);
    return runtime_poll();
}

static bool square_often(const Modular *m, uint64_t *value, uint64_t times) {
    bool done = true;
    while (done && times-- > 0) done = multiply(m, value, value, value);
    return done;
}

/* The base as numbers are held, and its odd powers. */
static bool fill_powers(const Modular *m, const uint64_t *base, size_t base_count) {
    size_t count = m->count, size = count * sizeof *base;
    uint64_t *square = m->product + 2 * count;
    memset(m->product, 0, 2 * size);
    memcpy(m->product + (m->inverse ? count : 0), base, base_count * sizeof *base);
    bool done = divide_product(m, m->odd_powers);
    if (done && m->window > 1) done = multiply(m, square, m->odd_powers, m->odd_powers);
    for (size_t i = 1; done && i < (size_t)1 << (m->window - 1); i++) {
        uint64_t *power = m->odd_powers + i * count;
        done = multiply(m, power, power - count, square);
    }
    return done;
}

static bool bit_of(const uint64_t *limbs, uint64_t bit) { return limbs[bit / 64] >> bit % 64 & 1; }

/* From the highest bit of the exponent on: zeros square, and a stretch that begins and ends with a one multiplies
 * once. */
static bool raise_power(const Modular *m, uint64_t *result, const uint64_t *exponent, uint64_t bits) {
    bool done = true, begun = false;
    while (done && bits > 0) {
        if (begun && mpn_zero_p(result, (mp_size_t)m->count)) return true;
        if (!bit_of(exponent, bits - 1)) {
            done = square_often(m, result, 1);
            bits--;
            continue;
        }
        uint64_t low = bits > m->window ? bits - m->window : 0;
        while (!bit_of(exponent, low)) low++;
        size_t window = 0;
        for (uint64_t bit = bits; bit-- > low;) window = window * 2 + bit_of(exponent, bit);
        const uint64_t *power = m->odd_powers + (window >> 1) * m->count;
        if (begun) {
            done = square_often(m, result, bits - low) && multiply(m, result, result, power);
        } else {
            memcpy(result, power, m->count * sizeof *result);
        }
        begun = true;
        bits = low;
    }
    return done;
}

bool bigint_power_modulo(uint64_t *result, const uint64_t *base, size_t base_count, const uint64_t *exponent,
                         size_t exponent_count, const uint64_t *modulus, size_t modulus_count) {
    if (modulus_count == 1 && exponent_count <= LIMB_EXPONENT) {
        power_modulo_limb(result, base[0], exponent, exponent_count, modulus[0]);
        return true;
    }
    Modular m;
    uint64_t bits = bigint_bits(exponent, exponent_count);
    if (!begin(&m, modulus, modulus_count, bits)) return false;
    bool done = fill_powers(&m, base, base_count) && raise_power(&m, result, exponent, bits);
    if (done && m.inverse) {
        memcpy(m.product, result, modulus_count * sizeof *result);
        memset(m.product + modulus_count, 0, modulus_count * sizeof *result);
        reduce_by_adding(&m, result);
    }
    bigint_limbs_free(m.product, m.room);
    return done;
}
