/* vm/interp/arith_slow.c - arithmetic on what the handlers leave: an int with a float and ints of some 64 bits at once,
 * the rest by the row of the instruction. */
#include "vm/interp/arith_slow.h"

#include "runtime/float.h"
#include "runtime/int_wide.h"
#include "runtime/intern.h"
#include "runtime/percent.h"
#include "runtime/str.h"
#include "vm/interp/enter.h"
#include "vm/interp/names.h"
#include "vm/interp/operator_cache.h"

/* Where an arithmetic instruction finds its operands and leaves its result. */
typedef enum Place { ON_STACK, IN_LOCAL, IN_CONST } Place;
typedef struct ArithRow {
    uint8_t op;          /* BinaryOp */
    uint8_t left, right; /* Place */
    uint8_t stacked;     /* how many of the two are on the stack */
    bool to_local; /* the result goes to local c; in place when c is a. Without it c says whether it is in place */
} ArithRow;

#define FORMS(name)                                                                                                    \
    [OP_##name] = {BINARY_##name, ON_STACK, ON_STACK, 2, false},                                                       \
    [OP_##name##_LL] = {BINARY_##name, IN_LOCAL, IN_LOCAL, 0, false},                                                  \
    [OP_##name##_LC] = {BINARY_##name, IN_LOCAL, IN_CONST, 0, false},                                                  \
    [OP_##name##_SL] = {BINARY_##name, ON_STACK, IN_LOCAL, 1, false},                                                  \
    [OP_##name##_SC] = {BINARY_##name, ON_STACK, IN_CONST, 1, false}
#define FORMS_STORING(name)                                                                                            \
    [OP_##name##_LLL] = {BINARY_##name, IN_LOCAL, IN_LOCAL, 0, true},                                                  \
    [OP_##name##_LCL] = {BINARY_##name, IN_LOCAL, IN_CONST, 0, true}
#define FORM_STACK(name) [OP_##name] = {BINARY_##name, ON_STACK, ON_STACK, 2, false}
#define FORMS_CONST(name)                                                                                              \
    FORM_STACK(name), [OP_##name##_LC] = {BINARY_##name, IN_LOCAL, IN_CONST, 0, false},                                \
                      [OP_##name##_SC] = {BINARY_##name, ON_STACK, IN_CONST, 1, false}

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
    [OP_MUL_LLL] = {BINARY_MUL, IN_LOCAL, IN_LOCAL, 0, true},
    [OP_MUL_CL] = {BINARY_MUL, IN_CONST, IN_LOCAL, 0, false},
    [OP_MUL_ADD] = {BINARY_MUL, ON_STACK, ON_STACK, 2, false},
    [OP_MUL_SUB] = {BINARY_MUL, ON_STACK, ON_STACK, 2, false},
    [OP_MUL_ADD_LL] = {BINARY_MUL, IN_LOCAL, IN_LOCAL, 0, false},
    [OP_MUL_SUB_LL] = {BINARY_MUL, IN_LOCAL, IN_LOCAL, 0, false},
    [OP_MUL_INPLACE_ADD] = {BINARY_MUL, ON_STACK, ON_STACK, 2, false},
    [OP_MOD_LL] = {BINARY_MOD, IN_LOCAL, IN_LOCAL, 0, false},
    [OP_INPLACE_ADD_SL] = {BINARY_ADD, IN_LOCAL, ON_STACK, 1, true},
    [OP_TRUEDIV_LL] = {BINARY_TRUEDIV, IN_LOCAL, IN_LOCAL, 0, false},
};

/* ---- Numbers ---- */

/* Both operands as doubles, when they are numbers in the word. */
static inline bool two_doubles(Ref a, Ref b, double *x, double *y) {
    if (!(is_flonum(a) || is_small_int(a)) || !(is_flonum(b) || is_small_int(b))) return false;
    *x = is_flonum(a) ? flonum(a) : (double)small_int(a);
    *y = is_flonum(b) ? flonum(b) : (double)small_int(b);
    return true;
}

/* The operands are gone from the stack: puts the result where it goes. */
#define PUT_RESULT(row_, result_)                                                                                      \
    do {                                                                                                               \
        if (!(row_)->to_local) {                                                                                       \
            *sp++ = (result_);                                                                                         \
            NEXT(1);                                                                                                   \
        }                                                                                                              \
        Value *slot_ = &locals[op_c(word)], old_ = *slot_;                                                             \
        *slot_ = (result_);                                                                                            \
        RELEASE_NEXT(old_, 1);                                                                                         \
    } while (0)

static inline bool operate128(BinaryOp op, Int128 x, Int128 y, Int128 *result) {
    switch (op) {
    case BINARY_ADD: return int128_ADD(x, y, result);
    case BINARY_SUB: return int128_SUB(x, y, result);
    case BINARY_MUL: return int128_MUL(x, y, result);
    case BINARY_FLOORDIV: return int128_FLOORDIV(x, y, result);
    case BINARY_MOD: return int128_MOD(x, y, result);
    case BINARY_LSHIFT: return int128_LSHIFT(x, y, result);
    case BINARY_RSHIFT: return int128_RSHIFT(x, y, result);
    case BINARY_AND: return *result = x & y, true;
    case BINARY_XOR: return *result = x ^ y, true;
    case BINARY_OR: return *result = x | y, true;
    default: return false;
    }
}

OP_PART(arith_other);
OP_PART(arith_ints);
OP_PART(finish_number);

/* The cell of an exact int of less than 128 bits that nobody else has, or NULL. The int becomes 0. */
static inline Int *take_cell(Value *operand) {
    if (!is_last(*operand) || object_of(*operand)->flags) return NULL;
    Int *cell = as_int(*operand);
    *operand = small_int_value(0);
    return cell;
}

/* Ints of some 64 bits, as hashes and random numbers have them, are worked out in registers. */
OP_PART(arith_slowly) {
    const ArithRow *row = &rows[op_of(word)];
    Int128 x, y;
    if (!sp[0] || !sp[1] || !is_exact_int(sp[0]) || !is_exact_int(sp[1])) TAIL(arith_other);
    if (!int_as_int128(sp[0], &x) || !int_as_int128(sp[1], &y) || !operate128(row->op, x, y, &x)) TAIL(arith_ints);
    bool negative = x < 0;
    Uint128 magnitude = negative ? -(Uint128)x : (Uint128)x;
    if (int_is_short(magnitude, negative)) {
        *sp = small_int_value((int64_t)x);
        TAIL(finish_number);
    }
    Int *cell = row->stacked ? take_cell(sp - 1) : NULL;
    if (!cell && row->stacked > 1) cell = take_cell(sp - 2);
    if (!cell) cell = int_cell128_try();
    if (UNLIKELY(!cell)) TAIL(arith_ints);
    *sp = int_fill128(cell, magnitude, negative);
    TAIL(finish_number);
}

/* An operator that knows floats, too: those whose result has room in the word. */
#define SLOWLY(name, divides, expression)                                                                              \
    OP_PART(arith_slowly_##name) {                                                                                     \
        double x, y;                                                                                                   \
        if (!is_flonum(sp[0]) && !is_flonum(sp[1])) TAIL(arith_slowly);                                                \
        if (!two_doubles(sp[0], sp[1], &x, &y) || (divides && y == 0)) TAIL(arith_other);                              \
        Value result = flonum_try(expression);                                                                         \
        if (UNLIKELY(!result)) TAIL(arith_other);                                                                      \
        const ArithRow *row = &rows[op_of(word)];                                                                      \
        sp -= row->stacked;                                                                                            \
        PUT_RESULT(row, result);                                                                                       \
    }
SLOWLY(ADD, false, x + y)
SLOWLY(SUB, false, x - y)
SLOWLY(MUL, false, x *y)
SLOWLY(TRUEDIV, true, x / y)

/* ---- The rest, by its row ---- */

static bool is_inplace(const ArithRow *row, uint32_t word) { return op_c(word) == (row->to_local ? op_a(word) : 1); }

/* Says which operand is an unbound local. */
static COLD void refuse_unbound(Vm *vm, const ArithRow *row, uint32_t word) {
    uint32_t second = row->left == ON_STACK ? op_a(word) : op_b(word);
    if (row->left == IN_LOCAL && !local_check(vm, op_a(word))) return;
    if (row->right == IN_LOCAL) (void)!local_check(vm, second);
}

/* What the operator answers; ints and text are worked out, formatted and repeated without a search for who does it. */
static inline Value operate_any(const ArithRow *row, uint32_t word, Ref left, Ref right) {
    if (is_exact_int(left) && is_exact_int(right)) return type_int.operators->binary[row->op](left, right);
    if (row->op == BINARY_MOD && is_exact(left, &type_str) && !is_of_class(right)) return percent_format(left, right);
    if (row->op == BINARY_MUL && is_small_int(right) && is_exact(left, &type_str))
        return str_repeat(left, small_int(right));
    return is_inplace(row, word) ? inplace_op(row->op, left, right) : binary_op(row->op, left, right);
}

/* Any operands. Those read in place are owned copies, so that whatever runs cannot free them. */
OP_PART(arith_any) {
    const ArithRow *row = &rows[op_of(word)];
    Ref left = sp[0], right = sp[1];
    SAVE(1);
    if (UNLIKELY(!left || !right)) {
        refuse_unbound(vm, row, word);
        ERROR();
    }
    if (row->right != ON_STACK) retain(right);
    if (row->left != ON_STACK) retain(left);
    sp -= row->stacked;
    sp[0] = (Value)(uintptr_t)left;
    sp[1] = (Value)(uintptr_t)right;
    sp += 2;
    vm->frame->sp = sp;
    Value result = operate_any(row, word, left, right);
    if (UNLIKELY(!result)) ERROR();
    sp -= 2;
    if (row->to_local) slot_set_steal(&locals[op_c(word)], result);
    else *sp++ = result;
    RELEASE_2_NEXT((Value)(uintptr_t)right, (Value)(uintptr_t)left, 1);
}

static Value float_result(BinaryOp op, double x, double y) {
    switch (op) {
    case BINARY_ADD: return float_new(x + y);
    case BINARY_SUB: return float_new(x - y);
    case BINARY_MUL: return float_new(x * y);
    case BINARY_TRUEDIV: return float_new(x / y);
    case BINARY_FLOORDIV: return float_new(float_floordiv(x, y));
    default: return float_new(float_mod(x, y));
    }
}

/* The operands are numbers and given up; sp[0] is the result. */
OP_PART(finish_number) {
    const ArithRow *row = &rows[op_of(word)];
    Value result = *sp;
    if (row->stacked) release(*--sp);
    if (row->stacked > 1) release(*--sp);
    PUT_RESULT(row, result);
}

/* A float or an exact int; false with OverflowError. */
static inline bool as_double(Ref v, double *result) {
    if (is_exact_int(v)) return int_as_double(v, result);
    *result = float_of(v);
    return true;
}

/* A float and another, or an int of any size. */
OP_PART(arith_floats) {
    BinaryOp op = rows[op_of(word)].op;
    if (op > BINARY_MOD) TAIL(arith_any);
    SAVE(1);
    double x, y;
    if (!as_double(sp[0], &x) || !as_double(sp[1], &y)) ERROR();
    if (op >= BINARY_TRUEDIV && y == 0) TAIL(arith_any);
    *sp = float_result(op, x, y);
    TAIL(finish_number);
}

/* Adds into an int that only the stack has, where it fits; a local's must not change under its id. */
static inline bool add_in_place(Value *own, Value *operands) {
    if (!is_last(*own) || !int_add_in_place(*own, *own == operands[0] ? operands[1] : operands[0])) return false;
    operands[0] = *own;
    *own = small_int_value(0);
    return true;
}

/* Exact ints of any size; what takes long, or fails, goes on. */
__attribute__((noinline)) OP_PART(arith_ints) {
    const ArithRow *row = &rows[op_of(word)];
    SAVE(1);
    if (row->op == BINARY_ADD && row->stacked && add_in_place(sp - row->stacked, sp)) TAIL(finish_number);
    Value result = int_operate_try(row->op, sp[0], sp[1]);
    if (UNLIKELY(!result)) TAIL(arith_any);
    *sp = result;
    TAIL(finish_number);
}

/* Two strings, read where they stand, since joining them runs no Python code. s += t on a local extends it in place
 * when the local is the only reference, so that a loop of them is linear. */
OP_PART(add_strings) {
    const ArithRow *row = &rows[op_of(word)];
    SAVE(1);
    Value result = NULL;
    if (row->to_local && op_c(word) == op_a(word)) {
        if (!str_append(&locals[op_a(word)], sp[1])) ERROR();
    } else {
        result = str_concat(sp[0], sp[1]);
        if (!result) ERROR();
    }
    for (uint32_t i = row->stacked; i > 0; i--) release(*--sp);
    if (!result) NEXT(1);
    PUT_RESULT(row, result);
}

/* An operand's class is a Python class: its method runs in place, and the operands stay where they are. */
OP_PART(arith_instance) {
    const ArithRow *row = &rows[op_of(word)];
    Ref left = sp[0], right = sp[1];
    OperatorFunction first = operator_function(vm, binary_key(row->op, is_inplace(row, word)), left, right);
    Ref function = first.function;
    if (UNLIKELY(!function || !function_fits(vm, function, sp, 2))) TAIL(arith_any);
    Value *args = sp;
    args[0] = retain(first.of_right ? right : left);
    args[1] = retain(first.of_right ? left : right);
    ENTER_FUNCTION(function, args, 2, args, FRAME_OPERATOR | (first.of_right ? FRAME_OF_RIGHT : 0), 1);
}

/* A float or an exact int. */
static inline bool is_plain_number(Ref v) { return is_exact_int(v) || is_flonum(v) || is_exact(v, &type_float); }

/* An operand is a bool: a number like 0 and 1, but to an operator that answers two bools with another. */
OP_PART(arith_bool) {
    BinaryOp op = rows[op_of(word)].op;
    bool left = is_bool(sp[0]), right = is_bool(sp[1]), bits = op > BINARY_MOD;
    if (!(left || is_exact_int(sp[0])) || !(right || is_exact_int(sp[1])) || (left && right && bits)) TAIL(arith_any);
    if (left) sp[0] = small_int_value(is_true(sp[0]));
    if (right) sp[1] = small_int_value(is_true(sp[1]));
    TAIL(arith_slowly);
}

/* Two exact ints do not come here. */
OP_PART(arith_other) {
    Ref left = sp[0], right = sp[1];
    if (UNLIKELY(!left || !right)) TAIL(arith_any);
    if (is_bool(left) || is_bool(right)) TAIL(arith_bool);
    if (is_plain_number(left) && is_plain_number(right)) TAIL(arith_floats);
    if (is_of_class(left) || is_of_class(right)) TAIL(arith_instance);
    bool adds = rows[op_of(word)].op == BINARY_ADD;
    if (adds && is_exact(left, &type_str) && is_exact(right, &type_str)) TAIL(add_strings);
    TAIL(arith_any);
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

/* The method did not know: its NotImplemented at *place becomes what the other operand knows; false with an
 * exception. */
static COLD bool ask_other(Value *place, const ArithRow *row, uint32_t word, Operands both, bool of_right) {
    Value left = retain(both.left ? both.left : VALUE_NONE), right = retain(both.right ? both.right : VALUE_NONE);
    *place = binary_go_on(row->op, is_inplace(row, word), left, right, of_right);
    release(left);
    release(right);
    return *place != NULL;
}

/* word: the flags of the frame that left. */
OP_PART(operator_left) {
    bool of_right = word & FRAME_OF_RIGHT;
    word = *--pc;
    const ArithRow *row = &rows[op_of(word)];
    Value result = *--sp;
    SAVE(1);
    if (UNLIKELY(is_not_implemented(result)) &&
        !ask_other(&result, row, word, operands_of(row, word, sp, locals, consts), of_right))
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
