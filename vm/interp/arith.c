/* vm/interp/arith.c - arithmetic: small ints and floats in the handlers, everything else in arith_slow. */
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/int_wide.h"
#include "runtime/intern.h"
#include "runtime/str.h"
#include "vm/interp/enter.h"
#include "vm/interp/names.h"
#include "vm/interp/operator_cache.h"
#include "vm/interp/plain.h"

/* Ints up to here are exact as doubles. */
#define EXACT ((int64_t)1 << 53)

/* Where an arithmetic instruction finds its operands and leaves its result. */
typedef enum Place { ON_STACK, IN_LOCAL, IN_CONST } Place;
typedef struct ArithRow {
    BinaryOp op;
    Place left, right;
    bool to_local; /* the result goes to local c; in place when c is a. Without it c says whether it is in place */
} ArithRow;

#define FORMS(name)                                                                                                    \
    [OP_##name] = {BINARY_##name, ON_STACK, ON_STACK, false},                                                          \
    [OP_##name##_LL] = {BINARY_##name, IN_LOCAL, IN_LOCAL, false},                                                     \
    [OP_##name##_LC] = {BINARY_##name, IN_LOCAL, IN_CONST, false},                                                     \
    [OP_##name##_SL] = {BINARY_##name, ON_STACK, IN_LOCAL, false},                                                     \
    [OP_##name##_SC] = {BINARY_##name, ON_STACK, IN_CONST, false}
#define FORMS_STORING(name)                                                                                            \
    [OP_##name##_LLL] = {BINARY_##name, IN_LOCAL, IN_LOCAL, true},                                                     \
    [OP_##name##_LCL] = {BINARY_##name, IN_LOCAL, IN_CONST, true}
#define FORM_STACK(name) [OP_##name] = {BINARY_##name, ON_STACK, ON_STACK, false}
#define FORMS_CONST(name)                                                                                              \
    FORM_STACK(name), [OP_##name##_LC] = {BINARY_##name, IN_LOCAL, IN_CONST, false},                                   \
                      [OP_##name##_SC] = {BINARY_##name, ON_STACK, IN_CONST, false}

static const ArithRow rows[OP_COUNT] = {
    FORMS(ADD),
    FORMS(SUB),
    FORMS(MUL),
    FORMS_STORING(ADD),
    FORMS_STORING(SUB),
    FORMS_CONST(FLOORDIV),
    FORMS_CONST(MOD),
    FORMS_CONST(AND),
    FORMS_CONST(RSHIFT),
    FORM_STACK(TRUEDIV),
    FORM_STACK(OR),
    FORM_STACK(XOR),
    FORM_STACK(LSHIFT),
    [OP_MUL_LLL] = {BINARY_MUL, IN_LOCAL, IN_LOCAL, true},
    [OP_MUL_CL] = {BINARY_MUL, IN_CONST, IN_LOCAL, false},
    [OP_MUL_ADD] = {BINARY_MUL, ON_STACK, ON_STACK, false},
    [OP_MUL_SUB] = {BINARY_MUL, ON_STACK, ON_STACK, false},
    [OP_MUL_ADD_LL] = {BINARY_MUL, IN_LOCAL, IN_LOCAL, false},
    [OP_MUL_SUB_LL] = {BINARY_MUL, IN_LOCAL, IN_LOCAL, false},
    [OP_MUL_INPLACE_ADD] = {BINARY_MUL, ON_STACK, ON_STACK, false},
    [OP_MOD_LL] = {BINARY_MOD, IN_LOCAL, IN_LOCAL, false},
    [OP_TRUEDIV_LL] = {BINARY_TRUEDIV, IN_LOCAL, IN_LOCAL, false},
};

/* A float and an int in the word, or what of two floats the handlers leave out; NULL: something else. */
static Value mixed_result(BinaryOp op, Ref a, Ref b) {
    if (!(is_flonum(a) || is_small_int(a)) || !(is_flonum(b) || is_small_int(b))) return NULL;
    double x = is_flonum(a) ? flonum(a) : (double)small_int(a), y = is_flonum(b) ? flonum(b) : (double)small_int(b);
    switch (op) {
    case BINARY_ADD: return float_new(x + y);
    case BINARY_SUB: return float_new(x - y);
    case BINARY_MUL: return float_new(x * y);
    case BINARY_TRUEDIV: return y == 0 ? NULL : float_new(x / y);
    case BINARY_FLOORDIV: return y == 0 ? NULL : float_new(float_floordiv(x, y));
    case BINARY_MOD: return y == 0 ? NULL : float_new(float_mod(x, y));
    default: return NULL;
    }
}

/* Where an operand stands, borrowed; NULL: an unbound local. */
static inline Ref operand(Place place, Ref on_stack, Value const *locals, Value const *consts, uint32_t index) {
    return place == ON_STACK ? on_stack : place == IN_LOCAL ? locals[index] : consts[index];
}

/* Both, borrowed. A form whose left operand is on the stack has its local in a. */
typedef struct Operands {
    Ref left, right;
} Operands;
static inline Operands operands_of(const ArithRow *row, uint32_t word, const Value *sp, Value const *locals,
                                   Value const *consts) {
    uint32_t second = row->right == IN_LOCAL && row->left == ON_STACK ? op_a(word) : op_b(word);
    return (Operands){
        .left = operand(row->left, row->right == ON_STACK ? sp[-2] : sp[-1], locals, consts, op_a(word)),
        .right = operand(row->right, sp[-1], locals, consts, second),
    };
}

static bool is_inplace(const ArithRow *row, uint32_t word) { return op_c(word) == (row->to_local ? op_a(word) : 1); }

OP_PART(arith_any);
OP_PART(arith_instance);

/* Two strings, read where they stand, since joining them runs no Python code. s += t on a local extends it in place when
 * the local is the only reference, so that a loop of them is linear. */
OP_PART(add_strings) {
    const ArithRow *row = &rows[op_of(word)];
    Operands both = operands_of(row, word, sp, locals, consts);
    SAVE(1);
    if (row->to_local && op_c(word) == op_a(word)) {
        if (!str_append(&locals[op_a(word)], both.right)) ERROR();
        NEXT(1);
    }
    Value result = str_concat(both.left, both.right);
    if (!result) ERROR();
    if (row->right == ON_STACK) release(*--sp);
    if (row->left == ON_STACK) release(*--sp);
    if (row->to_local) slot_set_steal(&locals[op_c(word)], result);
    else *sp++ = result;
    NEXT(1);
}

/* An int and a float, in the word, have a result that has room there too; else NULL. */
static inline Value mixed_floats(BinaryOp op, Ref a, Ref b) {
    if (!is_flonum(a) && !is_flonum(b)) return NULL;
    if (!(is_flonum(a) || is_small_int(a)) || !(is_flonum(b) || is_small_int(b))) return NULL;
    double x = is_flonum(a) ? flonum(a) : (double)small_int(a), y = is_flonum(b) ? flonum(b) : (double)small_int(b);
    switch (op) {
    case BINARY_ADD: return flonum_try(x + y);
    case BINARY_SUB: return flonum_try(x - y);
    case BINARY_MUL: return flonum_try(x * y);
    case BINARY_TRUEDIV: return y == 0 ? NULL : flonum_try(x / y);
    default: return NULL;
    }
}

OP_PART(arith_rare);
OP_PART(arith_ints);
OP_PART(arith_wide);

static inline bool is_plain_number(Ref v) { return !is_heap(v) || is_exact(v, &type_int); }

/* Any operands, both on the stack: those read in place as owned copies, so that whatever runs cannot free them. */
OP_PART(arith_pushed) {
    const ArithRow *row = &rows[op_of(word)];
    SAVE(1);
    Value result = is_inplace(row, word) ? inplace_op(row->op, sp[-2], sp[-1]) : binary_op(row->op, sp[-2], sp[-1]);
    if (UNLIKELY(!result)) ERROR();
    Value right = *--sp, left = *--sp;
    if (row->to_local) {
        Value *slot = &locals[op_c(word)], old = *slot;
        *slot = result;
        release_maybe(old);
    } else {
        *sp++ = result;
    }
    release(right);
    RELEASE_NEXT(left, 1);
}

/* What the handlers leave: an int with a float here, strings, instances of classes; everything else goes on. */
OP_PART(arith_slow) {
    const ArithRow *row = &rows[op_of(word)];
    Operands both = operands_of(row, word, sp, locals, consts);
    Value result = mixed_floats(row->op, both.left, both.right);
    if (LIKELY(result != NULL)) {
        sp -= (row->right == ON_STACK) + (row->left == ON_STACK);
        if (!row->to_local) {
            *sp++ = result;
            NEXT(1);
        }
        Value *slot = &locals[op_c(word)], old = *slot;
        *slot = result;
        RELEASE_NEXT(old, 1);
    }
    if (!both.left || !both.right) TAIL(arith_any);
    if (is_plain_number(both.left) && is_plain_number(both.right)) {
        sp[0] = (Value)(uintptr_t)both.left;
        sp[1] = (Value)(uintptr_t)both.right;
        if (is_flonum(both.left) || is_flonum(both.right)) TAIL(arith_rare);
        TAIL(arith_wide);
    }
    if (row->op == BINARY_ADD && is_exact(both.left, &type_str) && is_exact(both.right, &type_str)) TAIL(add_strings);
    if (is_of_class(both.left) || is_of_class(both.right)) TAIL(arith_instance);
    if (row->left != ON_STACK) *sp++ = retain(both.left);
    if (row->right != ON_STACK) *sp++ = retain(both.right);
    TAIL(arith_pushed);
}

/* Where the result of two numbers goes. What is released here are numbers, so that no code of the program's runs. */
#define FINISH_NUMBERS(row, result)                                                                                    \
    do {                                                                                                               \
        if ((row)->to_local) { /* then no operand is on the stack */                                                   \
            Value *slot_ = &locals[op_c(word)], old_ = *slot_;                                                         \
            *slot_ = (result);                                                                                         \
            RELEASE_NEXT(old_, 1);                                                                                     \
        }                                                                                                              \
        if ((row)->right == ON_STACK) release(*--sp);                                                                  \
        if ((row)->left == ON_STACK) release(*--sp);                                                                   \
        *sp++ = (result);                                                                                              \
        NEXT(1);                                                                                                       \
    } while (0)

/* The numbers at sp[0] and sp[1], which the operands own: ints of some 64 bits, as hashes and random numbers have them. */
OP_PART(arith_wide) {
    const ArithRow *row = &rows[op_of(word)];
    SAVE(1);
    Value result = int_operate_wide(row->op, sp[0], sp[1]);
    if (!result) TAIL(arith_ints);
    FINISH_NUMBERS(row, result);
}

/* The same, a float among them, and its result has no room in the word; everything else goes on to arith_any. */
OP_PART(arith_rare) {
    const ArithRow *row = &rows[op_of(word)];
    SAVE(1);
    Value result = mixed_result(row->op, sp[0], sp[1]);
    if (!result) TAIL(arith_any);
    FINISH_NUMBERS(row, result);
}

/* The same ints of any size; what takes long goes on to arith_any. */
OP_PART(arith_ints) {
    const ArithRow *row = &rows[op_of(word)];
    SAVE(1);
    Value result = int_operate_try(row->op, sp[0], sp[1]);
    if (!result) TAIL(arith_any);
    FINISH_NUMBERS(row, result);
}

/* Says which operand is an unbound local. */
static COLD void refuse_unbound(Vm *vm, const ArithRow *row, uint32_t word) {
    uint32_t second = row->left == ON_STACK ? op_a(word) : op_b(word);
    if (row->left == IN_LOCAL && !local_check(vm, op_a(word))) return;
    if (row->right == IN_LOCAL) (void)!local_check(vm, second);
}

/* The same, which may be unbound locals. */
OP_PART(arith_any) {
    const ArithRow *row = &rows[op_of(word)];
    Operands both = operands_of(row, word, sp, locals, consts);
    SAVE(1);
    if (UNLIKELY(!both.left || !both.right)) {
        refuse_unbound(vm, row, word);
        ERROR();
    }
    if (row->left != ON_STACK) *sp++ = retain(both.left);
    if (row->right != ON_STACK) *sp++ = retain(both.right);
    TAIL(arith_pushed);
}

/* An operand's class is a Python class: its method runs in place, and the operands stay where they are. */
OP_PART(arith_instance) {
    const ArithRow *row = &rows[op_of(word)];
    Operands both = operands_of(row, word, sp, locals, consts);
    OperatorFunction first = operator_function(vm, binary_key(row->op, is_inplace(row, word)), both.left, both.right);
    Ref function = first.function;
    if (UNLIKELY(!function || !function_fits(vm, function, sp, 2))) TAIL(arith_any);
    Value *args = sp;
    args[0] = retain(first.of_right ? both.right : both.left);
    args[1] = retain(first.of_right ? both.left : both.right);
    ENTER_FUNCTION(function, args, 2, args, FRAME_OPERATOR, 1);
}

/* The method did not know: its NotImplemented at *place becomes what the other operand knows; false with an exception. */
static COLD bool ask_other(Value *place, const ArithRow *row, uint32_t word, Operands both) {
    Value left = retain(both.left ? both.left : VALUE_NONE), right = retain(both.right ? both.right : VALUE_NONE);
    *place = binary_go_on(row->op, is_inplace(row, word), left, right);
    release(left);
    release(right);
    return *place != NULL;
}

OP_PART(operator_left) {
    pc--;
    word = *pc;
    const ArithRow *row = &rows[op_of(word)];
    Value result = *--sp;
    SAVE(1);
    if (UNLIKELY(is_not_implemented(result)) &&
        !ask_other(&result, row, word, operands_of(row, word, sp, locals, consts)))
        ERROR();
    Value dropped[2], *drop = dropped;
    if (row->right == ON_STACK) *drop++ = *--sp;
    if (row->left == ON_STACK) *drop++ = *--sp;
    if (row->to_local) slot_set_steal(&locals[op_c(word)], result);
    else *sp++ = result;
    vm->frame->sp = sp;
    while (drop > dropped) release(*--drop);
    NEXT_SAFE(1, pc + 1);
}

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
        if (UNLIKELY(!r)) TAIL(arith_slow);                                                                            \
        sp--;                                                                                                          \
        sp[-1] = r;                                                                                                    \
        NEXT(1);                                                                                                       \
    }
#define ARITH_PUSH(name, form, left, right)                                                                            \
    OP_HANDLER(name##_##form) {                                                                                        \
        Value r = fast_##name(left, right);                                                                            \
        if (UNLIKELY(!r)) TAIL(arith_slow);                                                                            \
        *sp++ = r;                                                                                                     \
        NEXT(1);                                                                                                       \
    }
#define ARITH_TOP(name, form, right)                                                                                   \
    OP_HANDLER(name##_##form) {                                                                                        \
        Value r = fast_##name(sp[-1], right);                                                                          \
        if (UNLIKELY(!r)) TAIL(arith_slow);                                                                            \
        sp[-1] = r;                                                                                                    \
        NEXT(1);                                                                                                       \
    }
#define ARITH_STORE(name, form, left, right)                                                                           \
    OP_HANDLER(name##_##form) {                                                                                        \
        Value r = fast_##name(left, right), *to = &locals[op_c(word)], old = *to;                                      \
        if (UNLIKELY(!r)) TAIL(arith_slow);                                                                            \
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

/* Products that the next instruction adds to another float, or takes from it: both at once, and the product is never put in
 * a word. Without floats this is plain, the multiplication alone, and the next instruction runs. */
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

OP_SLOW(inplace_add_slow) {
    uint32_t index = op_a(word);
    SAVE(1);
    if (!local_check(vm, index)) ERROR();
    Value left = retain(locals[index]);
    Value result = inplace_op(BINARY_ADD, left, sp[-1]);
    release(left);
    if (!result) ERROR();
    release(*--sp);
    slot_set_steal(&locals[index], result);
    NEXT(1);
}

/* Two strings: the local's grows in place when nobody else has it. */
OP_PART(inplace_add_strings) {
    Value *slot = &LOCAL_A, right = sp[-1];
    if (!*slot || !is_exact(*slot, &type_str) || !is_exact(right, &type_str)) TAIL(inplace_add_slow);
    SAVE(1);
    if (!str_append(slot, right)) ERROR();
    sp--;
    RELEASE_NEXT(right, 1);
}

OP_HANDLER(INPLACE_ADD_SL) {
    Value *slot = &LOCAL_A, r = fast_ADD(*slot, sp[-1]);
    if (UNLIKELY(!r)) TAIL(inplace_add_strings);
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
