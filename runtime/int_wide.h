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

/* A cell for an exact int of at most two limbs: all are of one size, and small allocations are never refused. */
static inline Int *int_cell128(void) {
    Int *i = mem_cell(&rt()->mem, MEM_LEAVES, sizeof(Int) + 2 * sizeof(uint64_t));
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
    if (!int_is_short(magnitude, negative)) return int_fill128(int_cell128(), magnitude, negative);
    return small_int_value((int64_t)(negative ? -(uint64_t)magnitude : (uint64_t)magnitude));
}

static inline Value int_from_int128(Int128 i) { return int_from_magnitude128(i < 0 ? -(Uint128)i : (Uint128)i, i < 0); }

bool int_as_int128_any(const Int *i, Int128 *result); /* int_as_int128, of no, two or more limbs, or a negative one */

/* True when v has less than 128 bits. */
static inline bool int_as_int128(Ref v, Int128 *result) {
    if (!is_heap(v)) {
        *result = is_small_int(v) ? small_int(v) : is_true(v);
        return true;
    }
    const Int *i = as_int(v);
    if (UNLIKELY(i->size != 1)) return int_as_int128_any(i, result);
    *result = i->limbs[0];
    return true;
}

static inline bool is_exact_int(Ref v) { return is_small_int(v) || is_exact(v, &type_int); }

/* The same, of exact ints only; NULL is none. */
static inline bool int_exact_int128(Ref v, Int128 *result) {
    if (is_small_int(v)) {
        *result = small_int(v);
        return true;
    }
    return v && is_exact(v, &type_int) && int_as_int128(v, result);
}

/* The operators. False: the result is longer, or is not worked out here. */
static inline bool int128_ADD(Int128 x, Int128 y, Int128 *result) { return !__builtin_add_overflow(x, y, result); }
static inline bool int128_SUB(Int128 x, Int128 y, Int128 *result) { return !__builtin_sub_overflow(x, y, result); }
static inline bool int128_AND(Int128 x, Int128 y, Int128 *result) { return *result = x & y, true; }
static inline bool int128_OR(Int128 x, Int128 y, Int128 *result) { return *result = x | y, true; }
static inline bool int128_XOR(Int128 x, Int128 y, Int128 *result) { return *result = x ^ y, true; }
static inline bool int128_TRUEDIV(Int128 x, Int128 y, Int128 *result) { return (void)x, (void)y, (void)result, false; }

static inline bool int128_MUL(Int128 x, Int128 y, Int128 *result) {
    Uint128 p = x < 0 ? -(Uint128)x : (Uint128)x, q = y < 0 ? -(Uint128)y : (Uint128)y;
    if ((p | q) >> 64 || (p *= q) >> 127) return false;
    *result = (x ^ y) < 0 ? -(Int128)p : (Int128)p;
    return true;
}

/* Of what is not negative, by divisors of one limb. */
static inline bool int128_FLOORDIV(Int128 x, Int128 y, Int128 *result) {
    if (x < 0 || y <= 0 || y >> 64) return false;
    *result = (Int128)((Uint128)x / (uint64_t)y);
    return true;
}
static inline bool int128_MOD(Int128 x, Int128 y, Int128 *result) {
    if (x < 0 || y <= 0 || y >> 64) return false;
    *result = (Int128)((Uint128)x % (uint64_t)y);
    return true;
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
