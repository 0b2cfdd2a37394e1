/* vm/interp/arith.c - arithmetic: small ints and floats of one kind in the handlers, everything else in
 * arith_slow.c. */
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/str.h"
#include "vm/interp/arith_slow.h"
#include "vm/interp/enter.h"
#include "vm/interp/names.h"
#include "vm/interp/operator_cache.h"
#include "vm/interp/plain.h"

/* Ints up to here are exact as doubles. */
#define EXACT ((int64_t)1 << 53)

/* The small int with these bits; tells the compiler that it is not NULL. */
static inline Value tagged_word(int64_t bits) {
    if (!(bits & 1)) __builtin_unreachable();
    return value_of_bits((uint64_t)bits);
}

/* The fast result of an operation, or NULL. Tagged words are added and subtracted as they are: 2a+1 + 2b = 2(a+b)+1. */
static inline Value fast_ADD(Ref a, Ref b) {
    int64_t r;
    if (LIKELY(both_small_int(a, b))) {
        if (__builtin_add_overflow((int64_t)bits_of(a), (int64_t)(bits_of(b) - 1), &r)) return NULL;
        return tagged_word(r);
    }
    return both_flonum(a, b) ? flonum_try(flonum(a) + flonum(b)) : NULL;
}

static inline Value fast_SUB(Ref a, Ref b) {
    int64_t r;
    if (LIKELY(both_small_int(a, b))) {
        if (__builtin_sub_overflow((int64_t)bits_of(a), (int64_t)(bits_of(b) - 1), &r)) return NULL;
        return tagged_word(r);
    }
    return both_flonum(a, b) ? flonum_try(flonum(a) - flonum(b)) : NULL;
}

static inline Value fast_MUL(Ref a, Ref b) {
    int64_t r;
    if (both_small_int(a, b)) {
        if (__builtin_mul_overflow((int64_t)(bits_of(a) - 1), small_int(b), &r)) return NULL;
        return tagged_word(r | 1);
    }
    return both_flonum(a, b) ? flonum_try(flonum(a) * flonum(b)) : NULL;
}

static inline Value fast_TRUEDIV(Ref a, Ref b) {
    if (both_flonum(a, b)) return flonum(b) == 0 ? NULL : flonum_try(flonum(a) / flonum(b));
    if (!both_small_int(a, b)) return NULL;
    int64_t x = small_int(a), y = small_int(b);
    if (UNLIKELY(y == 0 || x > EXACT || x < -EXACT || y > EXACT || y < -EXACT)) return NULL;
    return flonum_try((double)x / (double)y);
}

static inline Value fast_FLOORDIV(Ref a, Ref b) {
    if (both_small_int(a, b)) {
        int64_t x = small_int(a), y = small_int(b);
        if (UNLIKELY(y == 0 || y == -1)) return NULL;
        int64_t q = x / y;
        return small_int_value(q - ((x % y != 0) & ((x ^ y) < 0)));
    }
    return NULL;
}

static inline Value fast_MOD(Ref a, Ref b) {
    if (both_small_int(a, b)) {
        int64_t x = small_int(a), y = small_int(b);
        if (UNLIKELY(y == 0 || y == -1)) return NULL;
        int64_t r = x % y;
        return small_int_value(r + (r != 0 && (r ^ y) < 0 ? y : 0));
    }
    return NULL;
}

static inline Value fast_AND(Ref a, Ref b) {
    return both_small_int(a, b) ? value_of_bits(bits_of(a) & bits_of(b)) : NULL;
}
static inline Value fast_OR(Ref a, Ref b) {
    return both_small_int(a, b) ? value_of_bits(bits_of(a) | bits_of(b)) : NULL;
}
static inline Value fast_XOR(Ref a, Ref b) {
    return both_small_int(a, b) ? value_of_bits((bits_of(a) ^ bits_of(b)) | 1) : NULL;
}
static inline Value fast_LSHIFT(Ref a, Ref b) {
    if (!both_small_int(a, b)) return NULL;
    int64_t x = small_int(a), n = small_int(b);
    if (n < 0 || n > 62 || x > SMALL_INT_MAX >> n || x < SMALL_INT_MIN >> n) return NULL;
    return small_int_value((int64_t)((uint64_t)x << n));
}
static inline Value fast_RSHIFT(Ref a, Ref b) {
    if (!both_small_int(a, b)) return NULL;
    int64_t n = small_int(b);
    return n < 0 ? NULL : small_int_value(small_int(a) >> (n > 63 ? 63 : n));
}

/* Operands that the fast path took are ints or floats in the word, so nothing is released. */
#define ARITH_SS(name)                                                                                                 \
    OP_HANDLER(name) {                                                                                                 \
        Value r = fast_##name(sp[-2], sp[-1]);                                                                         \
        if (UNLIKELY(!r)) ARITH_SLOWLY(name, sp[-2], sp[-1]);                                                          \
        sp--;                                                                                                          \
        sp[-1] = r;                                                                                                    \
        NEXT(1);                                                                                                       \
    }
#define ARITH_PUSH(name, form, left, right)                                                                            \
    OP_HANDLER(name##_##form) {                                                                                        \
        Value r = fast_##name(left, right);                                                                            \
        if (UNLIKELY(!r)) ARITH_SLOWLY(name, left, right);                                                             \
        *sp++ = r;                                                                                                     \
        NEXT(1);                                                                                                       \
    }
#define ARITH_TOP(name, form, right)                                                                                   \
    OP_HANDLER(name##_##form) {                                                                                        \
        Value r = fast_##name(sp[-1], right);                                                                          \
        if (UNLIKELY(!r)) ARITH_SLOWLY(name, sp[-1], right);                                                           \
        sp[-1] = r;                                                                                                    \
        NEXT(1);                                                                                                       \
    }
#define ARITH_STORE(name, form, left, right)                                                                           \
    OP_HANDLER(name##_##form) {                                                                                        \
        Value r = fast_##name(left, right), *to = &locals[op_c(word)], old = *to;                                      \
        if (UNLIKELY(!r)) ARITH_SLOWLY(name, left, right);                                                             \
        *to = r;                                                                                                       \
        RELEASE_NEXT(old, 1);                                                                                          \
    }
#define LOCAL_A locals[op_a(word)]
#define LOCAL_B locals[op_b(word)]
#define CONST_B consts[op_b(word)]

ARITH_SS(ADD)
ARITH_PUSH(ADD, LL, LOCAL_A, LOCAL_B)
ARITH_PUSH(ADD, LC, LOCAL_A, CONST_B)
ARITH_TOP(ADD, SL, LOCAL_A)
ARITH_TOP(ADD, SC, CONST_B)
ARITH_STORE(ADD, LLL, LOCAL_A, LOCAL_B)
ARITH_STORE(ADD, LCL, LOCAL_A, CONST_B)
ARITH_SS(SUB)
ARITH_PUSH(SUB, LL, LOCAL_A, LOCAL_B)
ARITH_PUSH(SUB, LC, LOCAL_A, CONST_B)
ARITH_TOP(SUB, SL, LOCAL_A)
ARITH_TOP(SUB, SC, CONST_B)
ARITH_STORE(SUB, LLL, LOCAL_A, LOCAL_B)
ARITH_STORE(SUB, LCL, LOCAL_A, CONST_B)
ARITH_SS(MUL)
ARITH_PUSH(MUL, LL, LOCAL_A, LOCAL_B)
ARITH_PUSH(MUL, LC, LOCAL_A, CONST_B)
ARITH_TOP(MUL, SL, LOCAL_A)
ARITH_TOP(MUL, SC, CONST_B)
ARITH_STORE(MUL, LLL, LOCAL_A, LOCAL_B)
ARITH_PUSH(MUL, CL, consts[op_a(word)], LOCAL_B)
ARITH_SS(TRUEDIV)
ARITH_PUSH(TRUEDIV, LL, LOCAL_A, LOCAL_B)
ARITH_SS(FLOORDIV)
ARITH_PUSH(FLOORDIV, LC, LOCAL_A, CONST_B)
ARITH_TOP(FLOORDIV, SC, CONST_B)
ARITH_SS(MOD)
ARITH_PUSH(MOD, LL, LOCAL_A, LOCAL_B)
ARITH_PUSH(MOD, LC, LOCAL_A, CONST_B)
ARITH_TOP(MOD, SC, CONST_B)
ARITH_SS(AND)
ARITH_PUSH(AND, LC, LOCAL_A, CONST_B)
ARITH_TOP(AND, SC, CONST_B)
ARITH_SS(OR)
ARITH_SS(XOR)
ARITH_SS(LSHIFT)
ARITH_SS(RSHIFT)
ARITH_PUSH(RSHIFT, LC, LOCAL_A, CONST_B)
ARITH_TOP(RSHIFT, SC, CONST_B)

/* Products that the next instruction adds to another float, or takes from it: both at once, and the product is never
 * put in a word. Without floats this is plain, the multiplication alone, and the next instruction runs. */
static inline Value product_and(bool adds, Ref a, Ref b, Ref c) {
    if (!both_flonum(a, b) || !is_flonum(c)) return NULL;
    double product = flonum(a) * flonum(b), other = flonum(c);
    return flonum_try(adds ? other + product : other - product);
}

#define PRODUCT_SS(name, adds)                                                                                         \
    OP_HANDLER(name) {                                                                                                 \
        Value r = product_and(adds, sp[-2], sp[-1], sp[-3]);                                                           \
        if (UNLIKELY(!r)) TAIL(handle_MUL);                                                                            \
        sp -= 2;                                                                                                       \
        sp[-1] = r;                                                                                                    \
        NEXT(2);                                                                                                       \
    }
#define PRODUCT_LL(name, adds)                                                                                         \
    OP_HANDLER(name) {                                                                                                 \
        Value r = product_and(adds, LOCAL_A, LOCAL_B, sp[-1]);                                                         \
        if (UNLIKELY(!r)) TAIL(handle_MUL_LL);                                                                         \
        sp[-1] = r;                                                                                                    \
        NEXT(2);                                                                                                       \
    }
PRODUCT_SS(MUL_ADD, true)
PRODUCT_SS(MUL_SUB, false)
PRODUCT_LL(MUL_ADD_LL, true)
PRODUCT_LL(MUL_SUB_LL, false)

OP_HANDLER(MUL_INPLACE_ADD) {
    Value *sum = &locals[op_a(pc[1])], r = product_and(true, sp[-2], sp[-1], *sum);
    if (UNLIKELY(!r)) TAIL(handle_MUL);
    sp -= 2;
    *sum = r;
    NEXT(2);
}

/* Replaces the two operands on top by result. */
#define BINARY_RESULT(result)                                                                                          \
    do {                                                                                                               \
        Value result_ = (result);                                                                                      \
        if (!result_) ERROR();                                                                                         \
        Value right_ = sp[-1], left_ = sp[-2];                                                                         \
        sp[-2] = result_;                                                                                              \
        sp--;                                                                                                          \
        vm->frame->sp = sp;                                                                                            \
        release(right_);                                                                                               \
        release(left_);                                                                                                \
        NEXT(1);                                                                                                       \
    } while (0)

OP_HANDLER(BINARY) {
    SAVE(1);
    BINARY_RESULT(binary_op((BinaryOp)op_arg(word), sp[-2], sp[-1]));
}

OP_HANDLER(INPLACE) {
    SAVE(1);
    BINARY_RESULT(inplace_op((BinaryOp)op_arg(word), sp[-2], sp[-1]));
}

OP_HANDLER(INPLACE_ADD_SL) {
    Value *slot = &LOCAL_A, r = fast_ADD(*slot, sp[-1]);
    if (UNLIKELY(!r)) ARITH_SLOWLY(ADD, *slot, sp[-1]);
    *slot = r;
    sp--;
    NEXT(1);
}

/* A class's method runs in place, the operand its argument and its result what stands there then. */
#define UNARY(name, fast, function, method)                                                                            \
    OP_PART(name##_any) {                                                                                              \
        Value a = sp[-1], *args = sp - 1;                                                                              \
        Ref of_class = is_of_class(a) ? type_lookup_peek(type_of(a), NAME(method)) : NULL;                             \
        if (of_class && is_function(of_class) && function_fits(vm, of_class, args, 1))                                 \
            ENTER_FUNCTION(of_class, args, 1, args, 0, 1);                                                             \
        SAVE(1);                                                                                                       \
        Value r = function(a);                                                                                         \
        if (!r) ERROR();                                                                                               \
        sp[-1] = r;                                                                                                    \
        release(a);                                                                                                    \
        NEXT(1);                                                                                                       \
    }                                                                                                                  \
    OP_HANDLER(name) {                                                                                                 \
        Value a = sp[-1];                                                                                              \
        fast;                                                                                                          \
        TAIL(name##_any);                                                                                              \
    }

static inline Value fast_negative(Ref a) {
    if (is_small_int(a)) return small_int(a) == SMALL_INT_MIN ? NULL : small_int_value(-small_int(a));
    return is_flonum(a) ? flonum_try(-flonum(a)) : NULL;
}

#define TRY_FAST(expression)                                                                                           \
    do {                                                                                                               \
        Value fast_ = (expression);                                                                                    \
        if (LIKELY(fast_ != NULL)) {                                                                                   \
            sp[-1] = fast_;                                                                                            \
            NEXT(1);                                                                                                   \
        }                                                                                                              \
    } while (0)

UNARY(NEGATIVE, TRY_FAST(fast_negative(a)), negative, dunder_neg)
UNARY(POSITIVE, (void)a, positive, dunder_pos)
UNARY(INVERT, TRY_FAST(is_small_int(a) ? small_int_value(~small_int(a)) : NULL), invert, dunder_invert)

OP_PART(not_any) {
    Value a = sp[-1];
    SAVE(1);
    Lookup t = truth(a);
    if (t == FAILED) ERROR();
    sp[-1] = bool_value(t == MISSING);
    RELEASE_NEXT(a, 1);
}

OP_HANDLER(NOT) {
    Value a = sp[-1];
    if (is_bool(a)) {
        sp[-1] = bool_value(!is_true(a));
        NEXT(1);
    }
    int64_t t = plain_truth(a);
    if (t < 0) TAIL(not_any);
    sp[-1] = bool_value(t == 0);
    RELEASE_NEXT(a, 1);
}
