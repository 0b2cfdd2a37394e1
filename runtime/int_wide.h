/* runtime/int_wide.h - ints of up to 128 bits in a machine's registers: the quick way of the operators.
 *
 * Owns:      nothing.
 * Invariant: results are in their normal form: the word where it fits.
 * Not here:  longer ones (int_arith.c, int_bits.c).
 */
#ifndef OURO_INT_WIDE_H
#define OURO_INT_WIDE_H

#include "runtime/int.h"
#include "runtime/state.h"

typedef __int128 Int128;
typedef unsigned __int128 Uint128;

/* Whether a magnitude has room in the word. */
static inline bool int_is_short(Uint128 magnitude, bool negative) {
    return magnitude <= (uint64_t)SMALL_INT_MAX + negative;
}

/* A cell for an exact int of at most two limbs: all are of one size. NULL: none is at hand. */
static inline Int *int_cell128_try(void) {
    Int *i = mem_cell_try(&rt()->mem, MEM_LEAVES, sizeof(Int) + 2 * sizeof(uint64_t));
    if (UNLIKELY(!i)) return NULL;
    i->head = (Object){.count = 1, .type = &type_int};
    i->limbs = (uint64_t *)(i + 1);
    return i;
}
static inline Value int_fill128(Int *i, Uint128 magnitude, bool negative) {
    i->limbs[0] = (uint64_t)magnitude;
    i->limbs[1] = (uint64_t)(magnitude >> 64);
    int64_t count = i->limbs[1] ? 2 : 1;
    i->size = negative ? -count : count;
    return value_of(i);
}

static inline Value int_from_magnitude128(Uint128 magnitude, bool negative) {
    return int_from_limbs((uint64_t[2]){(uint64_t)magnitude, (uint64_t)(magnitude >> 64)}, 2, negative);
}

static inline Value int_from_int128(Int128 i) { return int_from_magnitude128(i < 0 ? -(Uint128)i : (Uint128)i, i < 0); }

/* True when v, an exact int, has less than 128 bits. */
static inline bool int_as_int128(Ref v, Int128 *result) {
    if (is_small_int(v)) {
        *result = small_int(v);
        return true;
    }
    const Int *i = as_int(v);
    int64_t count = i->size < 0 ? -i->size : i->size;
    if (count > 2 || (count == 2 && i->limbs[1] >> 63)) return false;
    Uint128 magnitude = i->limbs[0];
    if (count == 2) magnitude |= (Uint128)i->limbs[1] << 64;
    *result = i->size < 0 ? -(Int128)magnitude : (Int128)magnitude;
    return true;
}

/* The operators. False: the result is longer, or is not worked out here. */
static inline bool int128_ADD(Int128 x, Int128 y, Int128 *result) { return !__builtin_add_overflow(x, y, result); }
static inline bool int128_SUB(Int128 x, Int128 y, Int128 *result) { return !__builtin_sub_overflow(x, y, result); }

/* One of them has at most 64 bits. */
static inline bool int128_MUL(Int128 x, Int128 y, Int128 *result) {
    Uint128 p = x < 0 ? -(Uint128)x : (Uint128)x, q = y < 0 ? -(Uint128)y : (Uint128)y;
    uint64_t p_high = (uint64_t)(p >> 64), q_high = (uint64_t)(q >> 64), p_low = (uint64_t)p, q_low = (uint64_t)q;
    if (p_high && q_high) return false;
    Uint128 low = (Uint128)p_low * q_low;
    Uint128 high = (Uint128)(p_high | q_high) * (q_high ? p_low : q_low) + (uint64_t)(low >> 64);
    if (high >> 63) return false;
    p = high << 64 | (uint64_t)low;
    *result = (x ^ y) < 0 ? -(Int128)p : (Int128)p;
    return true;
}

/* Of what is not negative, by what is larger or has 32 bits: compilers call a function for more. */
static inline bool int128_divide_magnitude(Int128 x, Int128 y, Int128 *quotient, Int128 *remainder) {
    if (x < y) {
        *quotient = 0, *remainder = x;
        return true;
    }
    uint64_t high = (uint64_t)(x >> 64), low = (uint64_t)x, by = (uint64_t)y;
    if (high == 0) {
        *quotient = low / by, *remainder = low % by;
        return true;
    }
    if (y >> 32) return false;
    uint64_t middle = (high % by) << 32 | low >> 32, last = (middle % by) << 32 | (uint32_t)low;
    *quotient = (Int128)(high / by) << 64 | (Int128)(middle / by) << 32 | (Int128)(last / by);
    *remainder = last % by;
    return true;
}

/* Rounded down. Below zero ~x = -1 - x is divided: its quotient and remainder are turned around in the same way. */
static inline bool int128_divide(Int128 x, Int128 y, Int128 *quotient, Int128 *remainder) {
    Int128 flip = x >> 127;
    if (y <= 0 || !int128_divide_magnitude(x ^ flip, y, quotient, remainder)) return false;
    *quotient ^= flip;
    if (flip) *remainder = y - 1 - *remainder;
    return true;
}
static inline bool int128_FLOORDIV(Int128 x, Int128 y, Int128 *result) {
    Int128 unwanted;
    return int128_divide(x, y, result, &unwanted);
}
static inline bool int128_MOD(Int128 x, Int128 y, Int128 *result) {
    Int128 unwanted;
    return int128_divide(x, y, &unwanted, result);
}

static inline bool int128_RSHIFT(Int128 x, Int128 y, Int128 *result) {
    if (y < 0 || y > 127) return false;
    *result = x >> (int)y;
    return true;
}
static inline bool int128_LSHIFT(Int128 x, Int128 y, Int128 *result) {
    if (y < 0 || y > 127) return false;
    *result = (Int128)((Uint128)x << (int)y);
    return *result >> (int)y == x;
}

#endif
