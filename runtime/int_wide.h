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

/* At most two limbs, which take a cell of one size; small allocations are never refused. */
static inline Value int_from_magnitude128(Uint128 magnitude, bool negative) {
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

static inline Value int_from_int128(Int128 i) { return int_from_magnitude128(i < 0 ? -(Uint128)i : (Uint128)i, i < 0); }

/* True when v has less than 128 bits. */
static inline bool int_as_int128(Ref v, Int128 *result) {
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

static inline bool is_exact_int(Ref v) { return is_small_int(v) || is_exact(v, &type_int); }

/* The result of a op b when both are exact ints of less than 128 bits and so is it; NULL, without exception, otherwise and
 * for operators that take longer. */
static inline Value int_operate_wide(BinaryOp op, Ref a, Ref b) {
    Int128 x, y, result;
    if (!is_exact_int(a) || !is_exact_int(b)) return NULL;
    if (!int_as_int128(a, &x) || !int_as_int128(b, &y)) return NULL;
    switch (op) {
    case BINARY_ADD:
        if (__builtin_add_overflow(x, y, &result)) return NULL;
        break;
    case BINARY_SUB:
        if (__builtin_sub_overflow(x, y, &result)) return NULL;
        break;
    case BINARY_MUL: {
        Uint128 p = x < 0 ? -(Uint128)x : (Uint128)x, q = y < 0 ? -(Uint128)y : (Uint128)y;
        return (p | q) >> 64 ? NULL : int_from_magnitude128(p * q, (x ^ y) < 0);
    }
    case BINARY_AND: result = x & y; break;
    case BINARY_OR: result = x | y; break;
    case BINARY_XOR: result = x ^ y; break;
    case BINARY_RSHIFT:
        if (y < 0 || y > 127) return NULL;
        result = x >> (int)y;
        break;
    case BINARY_LSHIFT:
        if (y < 0 || y > 127) return NULL;
        result = (Int128)((Uint128)x << (int)y);
        if (result >> (int)y != x) return NULL;
        break;
    default: return NULL;
    }
    return int_from_int128(result);
}

#endif
