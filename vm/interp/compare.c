/* vm/interp/compare.c - comparison, and comparison fused with a jump. */
#include "runtime/int.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/interp/enter.h"
#include "vm/interp/names.h"
#include "vm/interp/operator_cache.h"

enum { ON_STACK, IN_LOCAL, IN_CONST };
typedef struct CompareRow {
    uint8_t op;          /* CompareOp */
    uint8_t left, right; /* where they are */
    uint8_t stacked;     /* how many of the two are on the stack */
} CompareRow;

#define FORMS(name)                                                                                                    \
    [OP_JUMP_##name] = {COMPARE_##name, ON_STACK, ON_STACK, 2},                                                        \
    [OP_JUMP_##name##_LL] = {COMPARE_##name, IN_LOCAL, IN_LOCAL, 0},                                                   \
    [OP_JUMP_##name##_LC] = {COMPARE_##name, IN_LOCAL, IN_CONST, 0},                                                   \
    [OP_JUMP_##name##_LS] = {COMPARE_##name, IN_LOCAL, ON_STACK, 1}
#define FORM_SC(name) [OP_JUMP_##name##_SC] = {COMPARE_##name, ON_STACK, IN_CONST, 1}

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

static inline bool string_order_holds(CompareOp op, Ref left, Ref right) {
    if (op == COMPARE_EQ || op == COMPARE_NE) return (left == right || str_equal(left, right)) == (op == COMPARE_EQ);
    return order_holds(op, order_of_strings(left, right));
}

/* The order of two exact strings as far as op asks, seen without a call: most differ in where they are, in length or in
 * the first character. False: *order is not known. */
static inline bool strings_differ_early(CompareOp op, Ref a, Ref b, int *order) {
    bool equality = op == COMPARE_EQ || op == COMPARE_NE;
    *order = 0;
    if (a == b) return true;
    uint32_t both = object_of(a)->flags & object_of(b)->flags;
    *order = 1;
    if (equality && (both & STR_INTERNED || as_str(a)->length != as_str(b)->length)) return true;
    if (UNLIKELY(!(both & STR_WIDTH_1))) return false;
    *order = as_str(a)->data[0] - as_str(b)->data[0];
    return *order != 0;
}

/* Whether v is a number in the word that a double holds exactly; then it goes to result. */
static inline bool exact_double(Ref v, double *result) {
    const int64_t most = (int64_t)1 << 53;
    if (is_flonum(v)) *result = flonum(v);
    else if (is_small_int(v) && small_int(v) <= most && small_int(v) >= -most) *result = (double)small_int(v);
    else return false;
    return true;
}

/* The parts of the comparing jumps, instructions of two words, find both operands behind the stack, at sp[0] and sp[1],
 * borrowed from where they stand; an unbound local is NULL. */
OP_PART(jump_compare_any);
OP_PART(jump_compare_text);
OP_PART(jump_compare_instance);

/* Gives up what the jump had on the stack and goes on by the answer t. */
#define JUMP_COMPARED(t)                                                                                               \
    do {                                                                                                               \
        uint32_t stacked_ = rows[op_of(word)].stacked;                                                                 \
        Value top_ = sp[-1], below_ = sp[-2];                                                                          \
        sp -= stacked_;                                                                                                \
        if ((t) != op_c(word)) {                                                                                       \
            if (stacked_ == 0) NEXT(2);                                                                                \
            if (stacked_ == 1) RELEASE_NEXT(top_, 2);                                                                  \
            RELEASE_2_NEXT(top_, below_, 2);                                                                           \
        }                                                                                                              \
        if (stacked_ == 0) NEXT_SAFE(2, JUMP_TARGET(2));                                                               \
        if (stacked_ == 1) RELEASE_AND(JUMP, top_, JUMP_TARGET(2));                                                    \
        RELEASE_2_AND(JUMP, top_, below_, JUMP_TARGET(2));                                                             \
    } while (0)

/* What is not two numbers of a kind: strings, a float and an int; everything else goes on. */
#define JUMP_SLOWLY(name)                                                                                              \
    OP_PART(jump_slowly_##name) {                                                                                      \
        Ref left = sp[0], right = sp[1];                                                                               \
        bool t;                                                                                                        \
        if (LIKELY(is_heap(left))) {                                                                                   \
            if (UNLIKELY(!left || !right || object_of(left)->type != &type_str || !is_exact(right, &type_str)))        \
                TAIL(jump_compare_instance);                                                                           \
            int order;                                                                                                 \
            if (!strings_differ_early(COMPARE_##name, left, right, &order)) TAIL(jump_compare_text);                   \
            t = order_holds(COMPARE_##name, order);                                                                    \
        } else {                                                                                                       \
            double x, y;                                                                                               \
            if (!exact_double(left, &x) || !exact_double(right, &y)) TAIL(jump_compare_any);                           \
            t = float_order_holds(COMPARE_##name, x, y);                                                               \
        }                                                                                                              \
        JUMP_COMPARED(t);                                                                                              \
    }
JUMP_SLOWLY(LT)
JUMP_SLOWLY(LE)
JUMP_SLOWLY(EQ)
JUMP_SLOWLY(NE)
JUMP_SLOWLY(GT)
JUMP_SLOWLY(GE)

/* Exact strings that begin with the same character. */
OP_PART(jump_compare_text) {
    bool t = string_order_holds(rows[op_of(word)].op, sp[0], sp[1]);
    JUMP_COMPARED(t);
}

/* Any comparing jump: operands read in place are retained first. */
OP_PART(jump_compare_any) {
    const CompareRow *row = &rows[op_of(word)];
    Value left = sp[0], right = sp[1];
    SAVE(2);
    if (UNLIKELY(!left) && !local_check(vm, op_a(word))) ERROR();
    if (UNLIKELY(!right) && !local_check(vm, op_b(word))) ERROR();
    if (is_exact_int(left) && is_exact_int(right)) {
        bool t = order_holds(row->op, int_compare(left, right));
        JUMP_COMPARED(t);
    }
    if (row->left != ON_STACK) retain(left);
    if (row->right != ON_STACK) retain(right);
    sp -= row->stacked;
    sp[0] = left;
    sp[1] = right;
    sp += 2;
    vm->frame->sp = sp;
    Lookup t = compare_test(row->op, left, right);
    if (UNLIKELY(t == FAILED)) ERROR();
    sp -= 2;
    if ((uint32_t)t != op_c(word)) RELEASE_2_NEXT(right, left, 2);
    RELEASE_2_AND(JUMP, right, left, JUMP_TARGET(2));
}

/* Runs the method of left's class with what is retained to stand behind the stack. */
#define ENTER_COMPARISON(function, left, right, flag, n)                                                               \
    do {                                                                                                               \
        Value *below_ = sp;                                                                                            \
        sp[0] = retain(left);                                                                                          \
        sp[1] = retain(right);                                                                                         \
        ENTER_FUNCTION(function, below_, 2, below_, flag, n);                                                          \
    } while (0)

OP_PART(jump_compare_tuples) {
    int order;
    if (UNLIKELY(!tuples_compare_plainly(sp[0], sp[1], &order))) TAIL(jump_compare_any);
    JUMP_COMPARED(order_holds(rows[op_of(word)].op, order));
}

OP_PART(jump_compare_instance) {
    Ref left = sp[0], right = sp[1];
    if (!left || !right) TAIL(jump_compare_any);
    if (is_exact(left, &type_tuple) && is_exact(right, &type_tuple)) TAIL(jump_compare_tuples);
    if (!is_of_class(left)) TAIL(jump_compare_any);
    Ref function = comparison_function(vm, rows[op_of(word)].op, left, right);
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
        if (UNLIKELY(t == 2)) {                                                                                        \
            sp[1] = (right);                                                                                           \
            sp[0] = (left);                                                                                            \
            TAIL(jump_slowly_##name);                                                                                  \
        }                                                                                                              \
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

OP_PART(jump_comparison_left) {
    pc -= 2;
    word = *pc;
    const CompareRow *row = &rows[op_of(word)];
    Value result = *--sp;
    SAVE(2);
    if (UNLIKELY(!is_bool(result))) {
        Value left = row->left == ON_STACK ? sp[-(int)row->stacked] : locals[op_a(word)];
        Value right = row->right == ON_STACK   ? sp[-1]
                      : row->right == IN_LOCAL ? locals[op_b(word)]
                                               : consts[op_b(word)];
        retain_maybe(left); /* what runs now may rebind locals */
        retain_maybe(right);
        result = answer_of(row->op, result, left ? left : VALUE_NONE, right ? right : VALUE_NONE);
        Lookup t = result ? truth(result) : FAILED;
        release_maybe(result);
        release_maybe(left);
        release_maybe(right);
        if (UNLIKELY(t == FAILED)) ERROR();
        result = bool_value(t);
    }
    JUMP_COMPARED(is_true(result));
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

/* Other operands than those of COMPARE and compare_slowly. */
OP_PART(compare_any) {
    Value left = sp[-2], right = sp[-1], result;
    SAVE(1);
    if (is_exact_int(left) && is_exact_int(right))
        result = bool_value(order_holds((CompareOp)op_arg(word), int_compare(left, right)));
    else result = compare((CompareOp)op_arg(word), left, right);
    if (UNLIKELY(!result)) ERROR();
    sp--;
    sp[-1] = result;
    RELEASE_2_NEXT(left, right, 1);
}

/* The left operand is of a class. */
OP_PART(compare_instance) {
    Value left = sp[-2], right = sp[-1];
    SAVE(1);
    Ref function = comparison_function(vm, (CompareOp)op_arg(word), left, right);
    if (!function || !function_fits(vm, function, sp, 2)) TAIL(compare_any);
    ENTER_COMPARISON(function, left, right, FRAME_COMPARE, 1);
}

OP_PART(compare_tuples) {
    Value left = sp[-2], right = sp[-1];
    int order;
    if (UNLIKELY(!tuples_compare_plainly(left, right, &order))) TAIL(compare_any);
    sp--;
    sp[-1] = bool_value(order_holds((CompareOp)op_arg(word), order));
    RELEASE_2_NEXT(left, right, 1);
}

OP_PART(compare_objects) {
    Value left = sp[-2], right = sp[-1];
    if (is_of_class(left)) TAIL(compare_instance);
    if (is_exact(left, &type_tuple) && is_exact(right, &type_tuple)) TAIL(compare_tuples);
    TAIL(compare_any);
}

/* Two strings, or numbers of which one is a float. */
OP_PART(compare_slowly) {
    Value left = sp[-2], right = sp[-1];
    CompareOp op = (CompareOp)op_arg(word);
    double x, y;
    bool t;
    if (is_heap(left)) {
        if (UNLIKELY(!is_exact(left, &type_str) || !is_exact(right, &type_str))) TAIL(compare_objects);
        t = string_order_holds(op, left, right);
    } else {
        if (!exact_double(left, &x) || !exact_double(right, &y)) TAIL(compare_any);
        t = float_order_holds(op, x, y);
    }
    sp--;
    sp[-1] = bool_value(t);
    RELEASE_2_NEXT(left, right, 1);
}

OP_HANDLER(COMPARE) {
    enum { LESS = 1, SAME = 2, MORE = 4 };
    static const uint8_t answers[] = {
        [COMPARE_LT] = LESS,        [COMPARE_LE] = LESS | SAME, [COMPARE_EQ] = SAME,
        [COMPARE_NE] = LESS | MORE, [COMPARE_GT] = MORE,        [COMPARE_GE] = SAME | MORE,
    };
    int64_t left = (int64_t)bits_of(sp[-2]), right = (int64_t)bits_of(sp[-1]);
    if (UNLIKELY(!both_small_int(sp[-2], sp[-1]))) TAIL(compare_slowly);
    int order = left < right ? LESS : left == right ? SAME : MORE;
    sp--;
    sp[-1] = bool_value(answers[op_arg(word)] & order);
    NEXT(1);
}
