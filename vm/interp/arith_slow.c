/* vm/interp/arith_slow.c - arithmetic on what the handlers leave: an int with a float and ints of some 64 bits at once, the
 * rest by the row of the instruction. */
#include "vm/interp/arith_slow.h"

#include "runtime/float.h"
#include "runtime/int_wide.h"
#include "runtime/intern.h"
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

/* The result of two floats, when it has room in the word; NULL: it has none, or is not worked out here. */
static inline Value float_ADD(double x, double y) { return flonum_try(x + y); }
static inline Value float_SUB(double x, double y) { return flonum_try(x - y); }
static inline Value float_MUL(double x, double y) { return flonum_try(x * y); }
static inline Value float_TRUEDIV(double x, double y) { return y == 0 ? NULL : flonum_try(x / y); }
#define NO_FLOATS(name)                                                                                                \
    static inline Value float_##name(double x, double y) { return (void)x, (void)y, NULL; }
NO_FLOATS(FLOORDIV) /* takes long: arith_numbers */
NO_FLOATS(MOD)
NO_FLOATS(AND)
NO_FLOATS(OR)
NO_FLOATS(XOR)
NO_FLOATS(LSHIFT)
NO_FLOATS(RSHIFT)

OP_PART(arith_other);

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

/* Gives up an exact int of less than 128 bits; when nobody else has it and no cell is at hand, its cell. */
static inline Int *give_up(Value dead, Int *cell) {
    if (!cell && is_last(dead) && LIKELY(!object_of(dead)->flags)) return as_int(dead);
    release(dead);
    return cell;
}

/* The result stands at sp[0] and sp[1], an Int128; the operands on the stack are exact ints of less than 128 bits: one that
 * nobody else has becomes it. */
OP_PART(finish_int128) {
    const ArithRow *row = &rows[op_of(word)];
    Int128 value;
    memcpy(&value, sp, sizeof value);
    bool negative = value < 0;
    Uint128 magnitude = negative ? -(Uint128)value : (Uint128)value;
    Int *cell = NULL;
    SAVE(1);
    if (row->stacked) cell = give_up(*--sp, cell);
    if (row->stacked > 1) cell = give_up(*--sp, cell);
    if (int_is_short(magnitude, negative)) {
        if (cell) release(value_of(cell));
        PUT_RESULT(row, small_int_value((int64_t)value));
    }
    Value result = int_fill128(cell ? cell : int_cell128(), magnitude, negative);
    PUT_RESULT(row, result);
}

/* Ints of some 64 bits, as hashes and random numbers have them, are worked out in registers. What of ints, or of an int and
 * a float, takes more goes on to arith_other. */
#define SLOWLY(name)                                                                                                   \
    OP_PART(arith_slowly_##name) {                                                                                     \
        Ref left = sp[0], right = sp[1];                                                                               \
        if (!is_flonum(left) && !is_flonum(right)) {                                                                   \
            Int128 i, j;                                                                                               \
            if (!int_exact_int128(left, &i) || !int_exact_int128(right, &j)) TAIL(arith_other);                        \
            if (!int128_##name(i, j, &i)) TAIL(arith_other);                                                           \
            memcpy(sp, &i, sizeof i);                                                                                  \
            TAIL(finish_int128);                                                                                       \
        }                                                                                                              \
        double x, y;                                                                                                   \
        if (!two_doubles(left, right, &x, &y)) TAIL(arith_other);                                                      \
        Value result = float_##name(x, y);                                                                             \
        if (UNLIKELY(!result)) TAIL(arith_other);                                                                      \
        const ArithRow *row = &rows[op_of(word)];                                                                      \
        sp -= row->stacked;                                                                                            \
        PUT_RESULT(row, result);                                                                                       \
    }
SLOWLY(ADD)
SLOWLY(SUB)
SLOWLY(MUL)
SLOWLY(TRUEDIV)
SLOWLY(FLOORDIV)
SLOWLY(MOD)
SLOWLY(AND)
SLOWLY(OR)
SLOWLY(XOR)
SLOWLY(LSHIFT)
SLOWLY(RSHIFT)

/* ---- The rest, by its row ---- */

static bool is_inplace(const ArithRow *row, uint32_t word) { return op_c(word) == (row->to_local ? op_a(word) : 1); }

/* Says which operand is an unbound local. */
static COLD void refuse_unbound(Vm *vm, const ArithRow *row, uint32_t word) {
    uint32_t second = row->left == ON_STACK ? op_a(word) : op_b(word);
    if (row->left == IN_LOCAL && !local_check(vm, op_a(word))) return;
    if (row->right == IN_LOCAL) (void)!local_check(vm, second);
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
    Value result = is_inplace(row, word) ? inplace_op(row->op, left, right) : binary_op(row->op, left, right);
    if (UNLIKELY(!result)) ERROR();
    sp -= 2;
    if (row->to_local) slot_set_steal(&locals[op_c(word)], result);
    else *sp++ = result;
    RELEASE_2_NEXT((Value)(uintptr_t)right, (Value)(uintptr_t)left, 1);
}

/* A float and an int in the word, or two floats, whose result has no room there; NULL: something else. */
static Value float_result(BinaryOp op, Ref a, Ref b) {
    double x, y;
    if (!two_doubles(a, b, &x, &y)) return NULL;
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

/* Two plain numbers: floats without room in the word, ints of any size; what takes long, or fails, goes on. */
OP_PART(arith_numbers) {
    const ArithRow *row = &rows[op_of(word)];
    SAVE(1);
    Ref left = sp[0], right = sp[1];
    Value result = is_flonum(left) || is_flonum(right) ? float_result(row->op, left, right)
                                                       : int_operate_try(row->op, left, right);
    if (!result) TAIL(arith_any);
    for (uint32_t i = row->stacked; i > 0; i--) release(*--sp);
    PUT_RESULT(row, result);
}

/* Two strings, read where they stand, since joining them runs no Python code. s += t on a local extends it in place when
 * the local is the only reference, so that a loop of them is linear. */
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

static inline bool is_plain_number(Ref v) { return !is_heap(v) || is_exact(v, &type_int); }

OP_PART(arith_other) {
    Ref left = sp[0], right = sp[1];
    if (UNLIKELY(!left || !right)) TAIL(arith_any);
    if (is_of_class(left) || is_of_class(right)) TAIL(arith_instance);
    if (is_plain_number(left) && is_plain_number(right)) TAIL(arith_numbers);
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

/* The method did not know: its NotImplemented at *place becomes what the other operand knows; false with an exception. */
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
