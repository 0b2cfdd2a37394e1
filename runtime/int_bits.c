/* runtime/int_bits.c - shifts and bitwise operators of ints. */
#include <gmp.h>

#include "runtime/bigint.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/int_wide.h"

/* ---- Shifts. ---- */

/* The shift count: false with ValueError when negative. Counts beyond 63 bits become UINT64_MAX. */
static inline bool shift_count(Ref b, uint64_t *count) {
    if (LIKELY(is_small_int(b) && small_int(b) >= 0)) {
        *count = (uint64_t)small_int(b);
        return true;
    }
    if (int_sign(b) < 0) return raise_false(&type_ValueError, "negative shift count");
    if (!int_as_uint64(b, count)) *count = UINT64_MAX;
    return true;
}

/* The magnitude moved by less than a limb; the bits that are pushed out. */
static uint64_t shift_limbs(uint64_t *out, const IntView *x, unsigned bits) {
    if (x->count == 1) {
        out[0] = x->limbs[0] << bits;
        return bits ? x->limbs[0] >> (64 - bits) : 0;
    }
    if (bits) return mpn_lshift(out, x->limbs, (mp_size_t)x->count, bits);
    memcpy(out, x->limbs, x->count * sizeof *out);
    return 0;
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
    if (count == UINT64_MAX && int_bit_length(b) > 66) /* more digits of 30 bits than CPython can count */
        return raise(&type_OverflowError, "too many digits in integer");
    if (limbs > SIZE_MAX / 64 || count == UINT64_MAX || x.count > SIZE_MAX / 64) return raise_memory();
    Value result = int_reserve(x.count + limbs + 1);
    if (!result) return NULL;
    uint64_t *out = as_int(result)->limbs;
    memset(out, 0, limbs * sizeof *out);
    out[x.count + limbs] = shift_limbs(out + limbs, &x, (unsigned)bits);
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
    IntView x;
    int_view(a, &x);
    if (x.count == 0) return small_int_value(-1);
    Value result = int_reserve(x.count + 1);
    if (!result) return NULL;
    uint64_t *out = as_int(result)->limbs;
    out[x.count] = 0;
    if (x.negative) mpn_sub_1(out, x.limbs, (mp_size_t)x.count, 1);
    else out[x.count] = mpn_add_1(out, x.limbs, (mp_size_t)x.count, 1);
    return int_finish_steal(result, !x.negative);
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
    if (count > shared) memcpy(out + shared, a->limbs + shared, (count - shared) * sizeof *out);
    mp_size_t size = (mp_size_t)shared;
    if (shared == 0) return int_finish_steal(result, false);
    if (op == BINARY_AND) mpn_and_n(out, a->limbs, b->limbs, size);
    else if (op == BINARY_OR) mpn_ior_n(out, a->limbs, b->limbs, size);
    else mpn_xor_n(out, a->limbs, b->limbs, size);
    return int_finish_steal(result, false);
}

/* The lowest bits. */
static Value mask_low(const IntView *x, int64_t mask) {
    uint64_t low = x->count ? x->limbs[0] : 0;
    return small_int_value((int64_t)((x->negative ? -low : low) & (uint64_t)mask));
}

static Value bitwise(BinaryOp op, Ref a, Ref b) {
    Int128 s, t;
    if (int_as_int128(a, &s) && int_as_int128(b, &t)) return int_from_int128(bitwise128(op, s, t));
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (op == BINARY_AND && is_small_int(b) && small_int(b) >= 0) return mask_low(&x, small_int(b));
    if (op == BINARY_AND && is_small_int(a) && small_int(a) >= 0) return mask_low(&y, small_int(a));
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
