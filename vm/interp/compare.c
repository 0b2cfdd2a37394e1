/* vm/interp/compare.c - comparison, and comparison fused with a jump. */
#include "runtime/str.h"
#include "vm/interp/enter.h"
#include "vm/interp/names.h"
#include "vm/interp/operator_cache.h"

typedef enum Place { ON_STACK, IN_LOCAL, IN_CONST } Place;
typedef struct CompareRow {
    CompareOp op;
    Place left, right;
} CompareRow;

#define FORMS(name)                                                                                                    \
    [OP_JUMP_##name] = {COMPARE_##name, ON_STACK, ON_STACK},                                                           \
    [OP_JUMP_##name##_LL] = {COMPARE_##name, IN_LOCAL, IN_LOCAL},                                                      \
    [OP_JUMP_##name##_LC] = {COMPARE_##name, IN_LOCAL, IN_CONST},                                                      \
    [OP_JUMP_##name##_LS] = {COMPARE_##name, IN_LOCAL, ON_STACK}
#define FORM_SC(name) [OP_JUMP_##name##_SC] = {COMPARE_##name, ON_STACK, IN_CONST}

static const CompareRow rows[OP_COUNT] = {
    FORMS(LT), FORMS(LE),   FORMS(EQ),   FORMS(NE),   FORMS(GT),
    FORMS(GE), FORM_SC(LT), FORM_SC(GT), FORM_SC(EQ), FORM_SC(NE),
};

/* The answer to left op right when the left operand's method has answered result (owned). NULL with an exception. */
static Value answer_of(CompareOp op, Value result, Ref left, Ref right) {
    return LIKELY(!is_not_implemented(result)) ? result : compare_go_on(op, left, right);
}

/* How two exact strings are ordered. Most differ in the first character, which is NUL in an empty one. */
static inline int order_of_strings(Ref a, Ref b) {
    if (LIKELY(object_of(a)->flags & object_of(b)->flags & STR_WIDTH_1)) {
        int order = as_str(a)->data[0] - as_str(b)->data[0];
        if (LIKELY(order != 0)) return order;
    }
    return str_compare(a, b);
}

/* Where the operands stand; NULL: an unbound local. */
static inline Ref right_operand(const CompareRow *row, uint32_t word, const Value *sp, Value const *locals,
                                Value const *consts) {
    return row->right == ON_STACK ? sp[-1] : row->right == IN_LOCAL ? locals[op_b(word)] : consts[op_b(word)];
}

static inline Ref left_operand(const CompareRow *row, uint32_t word, const Value *sp, Value const *locals) {
    return row->left == ON_STACK ? sp[row->right == ON_STACK ? -2 : -1] : locals[op_a(word)];
}

OP_PART(jump_compare_any);
OP_PART(jump_compare_instance);

/* Strings by the way of most, which differ in where they are. */
static inline bool strings_are_equal(Ref a, Ref b) {
    if (a == b) return true;
    return (!str_is_interned(a) || !str_is_interned(b)) && str_equal(a, b);
}

static inline bool string_order_holds(CompareOp op, Ref left, Ref right) {
    if (op == COMPARE_EQ) return strings_are_equal(left, right);
    if (op == COMPARE_NE) return !strings_are_equal(left, right);
    return order_holds(op, order_of_strings(left, right));
}

/* Whether v is a number in the word that a double holds exactly; then it goes to result. */
static inline bool exact_double(Ref v, double *result) {
    const int64_t most = (int64_t)1 << 53;
    if (is_flonum(v)) *result = flonum(v);
    else if (is_small_int(v) && small_int(v) <= most && small_int(v) >= -most) *result = (double)small_int(v);
    else return false;
    return true;
}

/* What is not two numbers of a kind: a float and an int here, and strings, read where they stand; everything else goes
 * on. */
OP_PART(jump_compare_slow) {
    const CompareRow *row = &rows[op_of(word)];
    Ref right = right_operand(row, word, sp, locals, consts), left = left_operand(row, word, sp, locals);
    double x, y;
    if (!is_heap(left) && exact_double(left, &x) && exact_double(right, &y)) {
        sp -= (row->left == ON_STACK) + (row->right == ON_STACK);
        if (float_order_holds(row->op, x, y) != op_c(word)) NEXT(2);
        NEXT_SAFE(2, JUMP_TARGET(2));
    }
    if (!left || !right) TAIL(jump_compare_any);
    if (UNLIKELY(!is_exact(left, &type_str) || !is_exact(right, &type_str))) {
        if (is_of_class(left)) TAIL(jump_compare_instance);
        TAIL(jump_compare_any);
    }
    bool t = string_order_holds(row->op, left, right);
    if (row->right == ON_STACK) release(*--sp);
    if (row->left == ON_STACK) release(*--sp);
    if (t != op_c(word)) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

/* Any comparing jump: operands read in place are retained first. Instructions of two words. */
OP_PART(jump_compare_any) {
    const CompareRow *row = &rows[op_of(word)];
    SAVE(2);
    if (row->left == IN_LOCAL && UNLIKELY(!local_check(vm, op_a(word)))) ERROR();
    if (row->right == IN_LOCAL && UNLIKELY(!local_check(vm, op_b(word)))) ERROR();
    if (row->left == IN_LOCAL && row->right == ON_STACK) { /* in their order */
        sp[0] = sp[-1];
        sp[-1] = retain(locals[op_a(word)]);
        sp++;
    } else if (row->left == IN_LOCAL) {
        *sp++ = retain(locals[op_a(word)]);
    }
    if (row->right == IN_LOCAL) *sp++ = retain(locals[op_b(word)]);
    if (row->right == IN_CONST) *sp++ = retain(consts[op_b(word)]);
    vm->frame->sp = sp;
    Lookup t = compare_test(row->op, sp[-2], sp[-1]);
    if (UNLIKELY(t == FAILED)) ERROR();
    Value right = *--sp, left = *--sp;
    vm->frame->sp = sp;
    release(right);
    release(left);
    if ((uint32_t)t != op_c(word)) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

/* Enters the method of left's class; the operands stay where they are. */
#define ENTER_COMPARISON(function, left, right, flag, n)                                                               \
    do {                                                                                                               \
        Value *below_ = sp;                                                                                            \
        sp[0] = retain(left);                                                                                          \
        sp[1] = retain(right);                                                                                         \
        ENTER_FUNCTION(function, below_, 2, below_, flag, n);                                                          \
    } while (0)

OP_PART(jump_compare_instance) {
    const CompareRow *row = &rows[op_of(word)];
    Ref right = right_operand(row, word, sp, locals, consts), left = left_operand(row, word, sp, locals);
    Ref function = operator_function(vm, compare_key(row->op), left, right);
    if (UNLIKELY(!function || !function_fits(vm, function, sp, 2))) TAIL(jump_compare_any);
    ENTER_COMPARISON(function, left, right, FRAME_JUMP, 2);
}

/* 0 or 1 when the operands are numbers in the word, 2 otherwise. */
#define FAST_COMPARE(name, operator)                                                                                   \
    static inline uint32_t fast_##name(Ref a, Ref b) {                                                                 \
        if (LIKELY(both_small_int(a, b))) return (int64_t)bits_of(a) operator(int64_t) bits_of(b);                     \
        if (both_flonum(a, b)) return flonum(a) operator flonum(b);                                                    \
        return 2;                                                                                                      \
    }
FAST_COMPARE(LT, <)
FAST_COMPARE(LE, <=)
FAST_COMPARE(GT, >)
FAST_COMPARE(GE, >=)
FAST_COMPARE(EQ, ==)
FAST_COMPARE(NE, !=)

#define JUMP_ON(t)                                                                                                     \
    do {                                                                                                               \
        if ((t) != op_c(word)) NEXT(2);                                                                                \
        NEXT_SAFE(2, JUMP_TARGET(2));                                                                                  \
    } while (0)

/* The jump on two operands, of which count are on the stack. Numbers in the word need no release. */
#define COMPARING_JUMP(form, name, left, right, count)                                                                 \
    OP_HANDLER(form) {                                                                                                 \
        uint32_t t = fast_##name(left, right);                                                                         \
        if (UNLIKELY(t == 2)) TAIL(jump_compare_slow);                                                                 \
        sp -= (count);                                                                                                 \
        JUMP_ON(t);                                                                                                    \
    }
#define JUMP_SC(name) COMPARING_JUMP(JUMP_##name##_SC, name, sp[-1], consts[op_b(word)], 1)
#define JUMPS(name)                                                                                                    \
    COMPARING_JUMP(JUMP_##name, name, sp[-2], sp[-1], 2)                                                               \
    COMPARING_JUMP(JUMP_##name##_LL, name, locals[op_a(word)], locals[op_b(word)], 0)                                  \
    COMPARING_JUMP(JUMP_##name##_LC, name, locals[op_a(word)], consts[op_b(word)], 0)                                  \
    COMPARING_JUMP(JUMP_##name##_LS, name, locals[op_a(word)], sp[-1], 1)
JUMPS(LT)
JUMPS(LE)
JUMPS(EQ)
JUMPS(NE)
JUMPS(GT)
JUMPS(GE)
JUMP_SC(LT)
JUMP_SC(GT)
JUMP_SC(EQ)
JUMP_SC(NE)

/* 0 or 1 for numbers in the word and for strings; 2 otherwise. */
static inline uint32_t fast_compare(CompareOp op, Ref a, Ref b) {
    double x, y;
    if (both_small_int(a, b)) return order_holds(op, (int64_t)bits_of(a) < (int64_t)bits_of(b) ? -1 : a != b);
    if (!is_heap(a)) return exact_double(a, &x) && exact_double(b, &y) ? float_order_holds(op, x, y) : 2;
    return is_exact(a, &type_str) && is_exact(b, &type_str) ? string_order_holds(op, a, b) : 2;
}

OP_PART(jump_comparison_left) {
    pc -= 2;
    word = *pc;
    const CompareRow *row = &rows[op_of(word)];
    Value result = *--sp;
    SAVE(2);
    if (UNLIKELY(!is_bool(result))) {
        Value right = retain_maybe(right_operand(row, word, sp, locals, consts)); /* what runs now may rebind locals */
        Value left = retain_maybe(left_operand(row, word, sp, locals));
        result = answer_of(row->op, result, left ? left : VALUE_NONE, right ? right : VALUE_NONE);
        Lookup t = result ? truth(result) : FAILED;
        release_maybe(result);
        release_maybe(left);
        release_maybe(right);
        if (UNLIKELY(t == FAILED)) ERROR();
        result = bool_value(t);
    }
    Value dropped[2], *drop = dropped;
    if (row->right == ON_STACK) *drop++ = *--sp;
    if (row->left == ON_STACK) *drop++ = *--sp;
    vm->frame->sp = sp;
    while (drop > dropped) release(*--drop);
    if (is_true(result) != op_c(word)) NEXT_SAFE(2, pc + 2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_PART(comparison_left) {
    pc--;
    Value result = *--sp, left = sp[-2], right = sp[-1];
    SAVE(1);
    result = answer_of((CompareOp)op_arg(*pc), result, left, right);
    if (UNLIKELY(!result)) ERROR();
    sp--;
    sp[-1] = result;
    vm->frame->sp = sp;
    release(left);
    release(right);
    NEXT_SAFE(1, pc + 1);
}

OP_PART(compare_any) {
    Value left = sp[-2], right = sp[-1];
    SAVE(1);
    if (is_of_class(left)) {
        Ref function = operator_function(vm, compare_key((CompareOp)op_arg(word)), left, right);
        if (function && function_fits(vm, function, sp, 2)) ENTER_COMPARISON(function, left, right, FRAME_COMPARE, 1);
    }
    Value result = compare((CompareOp)op_arg(word), left, right);
    if (UNLIKELY(!result)) ERROR();
    sp--;
    sp[-1] = result;
    RELEASE_2_NEXT(left, right, 1);
}

OP_HANDLER(COMPARE) {
    Value left = sp[-2], right = sp[-1];
    uint32_t t = fast_compare((CompareOp)op_arg(word), left, right);
    if (UNLIKELY(t == 2)) TAIL(compare_any);
    sp--;
    sp[-1] = bool_value(t);
    RELEASE_2_NEXT(left, right, 1);
}

OP_HANDLER(IS) {
    Value left = sp[-2], right = sp[-1];
    sp--;
    sp[-1] = bool_value((left == right) != op_arg(word));
    RELEASE_2_NEXT(left, right, 1);
}

OP_HANDLER(CONTAINS) {
    Value container = sp[-1], item = sp[-2];
    SAVE(1);
    Lookup t = contains(container, item);
    if (UNLIKELY(t == FAILED)) ERROR();
    sp--;
    sp[-1] = bool_value((t == FOUND) != op_arg(word));
    RELEASE_2_NEXT(container, item, 1);
}

OP_HANDLER(JUMP_IS) {
    Value left = sp[-2], right = sp[-1];
    sp -= 2;
    if ((left == right) != op_c(word)) RELEASE_2_NEXT(left, right, 2);
    RELEASE_2_AND(JUMP, left, right, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IN) {
    Value container = sp[-1], item = sp[-2];
    SAVE(2);
    Lookup t = contains(container, item);
    if (UNLIKELY(t == FAILED)) ERROR();
    sp -= 2;
    if ((uint32_t)t != op_c(word)) RELEASE_2_NEXT(container, item, 2);
    RELEASE_2_AND(JUMP, container, item, JUMP_TARGET(2));
}
