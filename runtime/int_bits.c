/* runtime/int_bits.c - shifts and bitwise operators of ints. */
#include <gmp.h>

#include "runtime/bigint.h"
#include "runtime/error.h"
#include "runtime/int.h"

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

/* How limbs of two numbers become one of the result's magnitude. In two's complement a limb of a negative number is
 * flipped and gets the carry of those below. An or is the and of what is flipped, flipped. */
typedef struct Joint {
    bool exclusive; /* xor, which knows no flips but of its result; else and */
    uint64_t a, b;  /* all ones: flipped as the number is negative, */
    uint64_t both;  /* or as the operator is or; */
    uint64_t result;
    bool a_carry, b_carry, result_carry; /* still to be added */
} Joint;

static uint64_t add_carry(uint64_t limb, bool *carry) {
    uint64_t sum = limb + *carry;
    *carry = sum < limb;
    return sum;
}

/* The limbs up to where nothing is carried any more. Returns how many. */
static size_t join_carrying(Joint *j, uint64_t *out, size_t count, const IntView *a, const IntView *b) {
    size_t i = 0;
    for (; i < count && (j->a_carry | j->b_carry | j->result_carry); i++) {
        uint64_t p = add_carry(a->limbs[i] ^ j->a, &j->a_carry);
        uint64_t q = add_carry((i < b->count ? b->limbs[i] : 0) ^ j->b, &j->b_carry);
        uint64_t joined = j->exclusive ? p ^ q : ((p ^ j->both) & (q ^ j->both)) ^ j->both;
        out[i] = add_carry(joined ^ j->result, &j->result_carry);
    }
    return i;
}

/* The first number is not shorter than the second. */
static Value join(Joint *j, const IntView *a, const IntView *b) {
    bool cut = !j->exclusive && j->b == j->both; /* beyond b there is nothing but the sign */
    size_t count = cut ? b->count : a->count, shared = b->count;
    Value result = int_reserve(count + (j->result & 1));
    if (!result) return NULL;
    uint64_t *restrict out = as_int(result)->limbs, p = j->a ^ j->both, q = j->b ^ j->both, r = j->result ^ j->both;
    const uint64_t *limbs = a->limbs, *others = b->limbs;
    size_t i = join_carrying(j, out, count, a, b);
    if (j->exclusive) {
        r ^= p ^ q;
        for (; i < shared; i++) out[i] = limbs[i] ^ others[i] ^ r;
    } else {
        for (; i < shared; i++) out[i] = ((limbs[i] ^ p) & (others[i] ^ q)) ^ r;
        r ^= p;
    }
    if (r == 0) memcpy(out + i, limbs + i, (count - i) * sizeof *out);
    else
        for (; i < count; i++) out[i] = limbs[i] ^ r;
    if (j->result) out[count] = j->result_carry;
    return int_finish_steal(result, j->result);
}

/* The lowest bits. */
static Value mask_low(const IntView *x, int64_t mask) {
    uint64_t low = x->count ? x->limbs[0] : 0;
    return small_int_value((int64_t)((x->negative ? -low : low) & (uint64_t)mask));
}

/* Neither is negative. */
static Value join_plain(BinaryOp op, const IntView *longer, const IntView *shorter) {
    size_t shared = shorter->count, count = op == BINARY_AND ? shared : longer->count;
    Value result = int_reserve(count);
    if (!result) return NULL;
    uint64_t *restrict out = as_int(result)->limbs;
    const uint64_t *p = longer->limbs, *q = shorter->limbs;
    size_t i = 0;
    if (op == BINARY_AND)
        for (; i < shared; i++) out[i] = p[i] & q[i];
    else if (op == BINARY_OR)
        for (; i < shared; i++) out[i] = p[i] | q[i];
    else
        for (; i < shared; i++) out[i] = p[i] ^ q[i];
    if (count > i) memcpy(out + i, p + i, (count - i) * sizeof *out);
    return int_finish_steal(result, false);
}

static Value bitwise(BinaryOp op, Ref a, Ref b) {
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (op == BINARY_AND && is_small_int(b) && small_int(b) >= 0) return mask_low(&x, small_int(b));
    if (op == BINARY_AND && is_small_int(a) && small_int(a) >= 0) return mask_low(&y, small_int(a));
    bool ordered = x.count >= y.count, p = x.negative, q = y.negative;
    bool negative = op == BINARY_AND ? p & q : op == BINARY_OR ? p | q : p ^ q;
    const IntView *longer = ordered ? &x : &y, *shorter = ordered ? &y : &x;
    if (!(p | q)) return join_plain(op, longer, shorter);
    Joint joint = {.exclusive = op == BINARY_XOR,
                   .a = -(uint64_t)longer->negative,
                   .b = -(uint64_t)shorter->negative,
                   .both = -(uint64_t)(op == BINARY_OR),
                   .result = -(uint64_t)negative,
                   .a_carry = longer->negative,
                   .b_carry = shorter->negative,
                   .result_carry = negative};
    return join(&joint, longer, shorter);
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
