/* runtime/protocol_number.c - operators and conversions of numbers.
 *
 * Owns:      the choice among the slots of two operands, fast paths for numbers in the word.
 * Invariant: a slot answers VALUE_NOT_IMPLEMENTED when it does not know.
 * Not here:  arithmetic itself (int.h, float.h).
 */
#include "runtime/protocol.h"

#include "runtime/dispatch.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/str.h"

/* ---- what the operators are called ---- */

static const struct {
    const char *symbol;    /* as in errors */
    const void *method;    /* static str: the left operand's method */
    const void *reflected; /* static str: the right operand's method */
    const void *inplace;   /* static str: the left operand's method for `a op= b`, or NULL */
} operators[BINARY_COUNT] = {
    [BINARY_ADD] = {"+", &names.dunder_add, &names.dunder_radd, &names.dunder_iadd},
    [BINARY_SUB] = {"-", &names.dunder_sub, &names.dunder_rsub, &names.dunder_isub},
    [BINARY_MUL] = {"*", &names.dunder_mul, &names.dunder_rmul, &names.dunder_imul},
    [BINARY_MATMUL] = {"@", &names.dunder_matmul, &names.dunder_rmatmul, &names.dunder_imatmul},
    [BINARY_TRUEDIV] = {"/", &names.dunder_truediv, &names.dunder_rtruediv, &names.dunder_itruediv},
    [BINARY_FLOORDIV] = {"//", &names.dunder_floordiv, &names.dunder_rfloordiv, &names.dunder_ifloordiv},
    [BINARY_MOD] = {"%", &names.dunder_mod, &names.dunder_rmod, &names.dunder_imod},
    [BINARY_POW] = {"** or pow()", &names.dunder_pow, &names.dunder_rpow, &names.dunder_ipow},
    [BINARY_LSHIFT] = {"<<", &names.dunder_lshift, &names.dunder_rlshift, &names.dunder_ilshift},
    [BINARY_RSHIFT] = {">>", &names.dunder_rshift, &names.dunder_rrshift, &names.dunder_irshift},
    [BINARY_AND] = {"&", &names.dunder_and, &names.dunder_rand, &names.dunder_iand},
    [BINARY_XOR] = {"^", &names.dunder_xor, &names.dunder_rxor, &names.dunder_ixor},
    [BINARY_OR] = {"|", &names.dunder_or, &names.dunder_ror, &names.dunder_ior},
    [BINARY_DIVMOD] = {"divmod()", &names.dunder_divmod, &names.dunder_rdivmod, NULL},
};

static bool is_print(Ref v) {
    return is_exact(v, &type_builtin_function) && !strncmp(as_native(v)->def->signature, "print(", 6);
}

/* Has a class derived from a sequence methods for *, instead of what the sequence does? */
static bool multiplies_by_methods(const Type *type) {
    return type->operators->reflected[BINARY_MUL] != type_native_base(type)->operators->reflected[BINARY_MUL];
}

static bool repeats(const Type *type) { return type->flags & TYPE_REPEATS && !multiplies_by_methods(type); }

/* Methods for * come before this. */
static bool repeats_in_place(const Type *type) {
    BinarySlot slot = type->operators->inplace[BINARY_MUL];
    return type->flags & TYPE_REPEATS && slot && slot == type_native_base(type)->operators->inplace[BINARY_MUL];
}

/* `a *= b` asks b to repeat itself only when a is no container of any kind, which every class counts as. */
static bool only_left_multiplies(const Type *left, const Type *right) {
    return repeats(right) && !repeats(left) && (left->flags & TYPE_HEAP || left->len || left->contains);
}

/* Of operands that do not know each other. */
static COLD Value raise_operands(BinaryOp op, Ref a, Ref b, bool inplace) {
    const Type *left = type_of(a), *right = type_of(b);
    bool of_left = repeats(left) || (inplace && repeats_in_place(left));
    bool of_right = repeats(right) && !(inplace && only_left_multiplies(left, right));
    if (op == BINARY_MUL && (of_left || of_right))
        return raise(&type_TypeError, "can't multiply sequence by non-int of type '%T'", of_left ? b : a);
    bool prints = op == BINARY_RSHIFT && !inplace && is_print(a);
    return raise(&type_TypeError, "unsupported operand type(s) for %s%s: '%T' and '%T'%s",
                 inplace && op == BINARY_POW ? "**" : operators[op].symbol, inplace ? "=" : "", a, b,
                 prints ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "");
}

/* ---- the choice of slot ---- */

/* The operator of a built-in sequence comes after the right operand's own: in CPython it is not a number's. That of a
 * class derived from one is, as soon as it has a reflected method. */
static bool is_concat(const Type *type, BinaryOp op, BinarySlot slot) {
    if (!(type->flags & TYPE_REPEATS)) return false;
    if (op != BINARY_ADD && op != BINARY_MUL) return false;
    const Type *base = type_native_base(type);
    if (type->operators->reflected[op] != base->operators->reflected[op]) return false;
    return slot == base->operators->binary[op] || slot == base->operators->inplace[op];
}

/* The right operand's class is derived from the left one's and has a reflected method of its own. */
static bool overrides(Type *right, Type *left, BinaryOp op) {
    if (!type_is_subtype(right, left)) return false;
    if (right->operators->reflected[op] != left->operators->reflected[op]) return true;
    if (!(right->flags & TYPE_HEAP)) return false;
    Ref name = operators[op].reflected;
    return type_lookup_peek(right, name) != type_lookup_peek(left, name);
}

/* The right operand's slot, when it is to be asked at all. */
static BinarySlot reflected_slot(BinaryOp op, Ref a, Ref b) {
    Type *left = type_of(a), *right = type_of(b);
    if (left == right || (is_small_int(b) && left->flags & TYPE_REPEATS))
        return NULL; /* an int knows nothing of sequences */
    return right->operators->reflected[op];
}

static bool right_goes_first(BinaryOp op, BinarySlot direct, BinarySlot reflected, Ref a, Ref b) {
    Type *left = type_of(a);
    return reflected && direct && (overrides(type_of(b), left, op) || is_concat(left, op, direct));
}

/* The result, VALUE_NOT_IMPLEMENTED when neither operand knows one, or NULL. direct: the left operand's slot. */
static Value operate_with(BinaryOp op, BinarySlot direct, Ref a, Ref b) {
    BinarySlot reflected = reflected_slot(op, a, b);
    if (right_goes_first(op, direct, reflected, a, b)) {
        Value result = reflected(b, a);
        if (!result || !is_not_implemented(result)) return result;
        reflected = NULL;
    }
    if (direct) {
        Value result = direct(a, b);
        if (!result || !is_not_implemented(result)) return result;
    }
    return reflected ? reflected(b, a) : VALUE_NOT_IMPLEMENTED;
}

static Value operate(BinaryOp op, Ref a, Ref b) {
    Type *left = type_of(a);
    BinarySlot direct = left->operators->binary[op];
    if (left != type_of(b)) return operate_with(op, direct, a, b);
    return direct ? direct(a, b) : VALUE_NOT_IMPLEMENTED;
}

/* ---- numbers in the word ---- */

static Value small_int_op(BinaryOp op, Ref a, Ref b) {
    int64_t x = small_int(a), y = small_int(b), product;
    switch (op) {
    case BINARY_ADD: return int_value(x + y);
    case BINARY_SUB: return int_value(x - y);
    case BINARY_MUL: return __builtin_mul_overflow(x, y, &product) ? int_mul(a, b) : int_value(product);
    case BINARY_AND: return small_int_value(x & y);
    case BINARY_OR: return small_int_value(x | y);
    case BINARY_XOR: return small_int_value(x ^ y);
    case BINARY_FLOORDIV: return int_floordiv(a, b);
    case BINARY_MOD: return int_mod(a, b);
    default: return operate(op, a, b);
    }
}

static Value flonum_op(BinaryOp op, Ref a, Ref b) {
    double x = flonum(a), y = flonum(b);
    switch (op) {
    case BINARY_ADD: return float_new(x + y);
    case BINARY_SUB: return float_new(x - y);
    case BINARY_MUL: return float_new(x * y);
    case BINARY_TRUEDIV:
        if (y != 0) return float_new(x / y);
        return operate(op, a, b);
    default: return operate(op, a, b);
    }
}

Value binary_op(BinaryOp op, Ref a, Ref b) {
    Value result;
    if (both_small_int(a, b)) {
        result = small_int_op(op, a, b);
    } else if (both_flonum(a, b)) {
        result = flonum_op(op, a, b);
    } else if (op == BINARY_ADD && is_exact(a, &type_str) && is_exact(b, &type_str)) {
        return str_concat(a, b);
    } else {
        result = operate(op, a, b);
    }
    if (UNLIKELY(result == VALUE_NOT_IMPLEMENTED)) return raise_operands(op, a, b, false);
    return result;
}

/* For `a op= b`, when a has no in-place form or that did not know. */
static Value operate_instead(BinaryOp op, Ref a, Ref b) {
    if (op != BINARY_MUL || !only_left_multiplies(type_of(a), type_of(b))) return operate(op, a, b);
    BinarySlot direct = type_of(a)->operators->binary[op];
    return direct ? direct(a, b) : VALUE_NOT_IMPLEMENTED;
}

Value inplace_op(BinaryOp op, Ref a, Ref b) {
    BinarySlot inplace = type_of(a)->operators->inplace[op];
    Value result = VALUE_NOT_IMPLEMENTED;
    if (inplace && !(type_of(a)->flags & TYPE_HEAP) && !type_of(b)->operators->reflected[op]) {
        result = inplace(a, b);
        if (LIKELY(result != VALUE_NOT_IMPLEMENTED)) return result;
    }
    if (!inplace && both_small_int(a, b)) {
        result = small_int_op(op, a, b);
    } else if (!inplace && both_flonum(a, b)) {
        result = flonum_op(op, a, b);
    } else if (inplace && is_concat(type_of(a), op, inplace) &&
               (op == BINARY_MUL || !(type_of(a)->flags & TYPE_HEAP))) {
        /* (in a class derived from a sequence CPython makes a number's += of it) */
        result = operate_with(op, inplace, a, b);
    } else {
        bool last = op == BINARY_MUL && repeats_in_place(type_of(a));
        if (inplace && !last) result = inplace(a, b);
        if (result == VALUE_NOT_IMPLEMENTED) result = operate_instead(op, a, b);
        if (result == VALUE_NOT_IMPLEMENTED && last) result = inplace(a, b);
    }
    return UNLIKELY(result == VALUE_NOT_IMPLEMENTED) ? raise_operands(op, a, b, true) : result;
}

/* Of the three operands' slots the first that knows a result; Python's __pow__ only for the first operand, which is
 * asked for it even when it has nothing but __rpow__. */
Value power_mod(Ref a, Ref b, Ref modulus) {
    if (is_none(modulus)) return binary_op(BINARY_POW, a, b);
    if (!type_of(a)->operators->power && type_lookup_peek(type_of(a), NAME(dunder_rpow)))
        return raise(&type_AttributeError, "__pow__");
    TernarySlot tried = NULL;
    const Ref operands[] = {a, b, modulus};
    for (size_t i = 0; i < 3; i++) {
        TernarySlot slot = type_of(operands[i])->operators->power;
        if (!slot || slot == tried || (i > 0 && slot == dispatch_power)) continue;
        tried = slot;
        Value result = slot(a, b, modulus);
        if (!result || !is_not_implemented(result)) return result;
    }
    return raise(&type_TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a, b, modulus);
}

static COLD Value raise_operand(const char *what, Ref a) {
    return raise(&type_TypeError, "bad operand type for %s: '%T'", what, a);
}

Value negative(Ref a) {
    if (is_small_int(a)) return int_value(-small_int(a));
    UnarySlot slot = type_of(a)->operators->negative;
    return slot ? slot(a) : raise_operand("unary -", a);
}

Value positive(Ref a) {
    UnarySlot slot = type_of(a)->operators->positive;
    return slot ? slot(a) : raise_operand("unary +", a);
}

Value invert(Ref a) {
    UnarySlot slot = type_of(a)->operators->invert;
    return slot ? slot(a) : raise_operand("unary ~", a);
}

Value absolute(Ref a) {
    UnarySlot slot = type_of(a)->operators->absolute;
    return slot ? slot(a) : raise_operand("abs()", a);
}

/* ---- conversions ---- */

/* An int itself, for a bool or an instance of a subclass. */
static Value plain_int(Ref v) {
    if (LIKELY(is_small_int(v)) || is_exact(v, &type_int)) return retain(v);
    return int_add(v, small_int_value(0));
}

bool warn_strict_subclass(Ref owner, const char *method, Ref result, const char *kind) {
    return raise_warning(
        &type_DeprecationWarning,
        "%s%s%s returned non-%s (type %T).  The ability to return an instance of a strict subclass of %s "
        "is deprecated, and may be removed in a future version of Python.",
        owner ? type_of(owner)->name : "", owner ? "." : "", method, kind, result, kind);
}

/* What __index__ answered, as an int itself. */
static Value checked_index(Ref result) {
    if (!is_int(result)) return raise(&type_TypeError, "__index__ returned non-int (type %T)", result);
    if (!is_exact(result, &type_int) && !warn_strict_subclass(NULL, "__index__", result, "int")) return NULL;
    return plain_int(result);
}

Value index_of(Ref self) {
    if (LIKELY(is_int(self))) return plain_int(self);
    UnarySlot slot = type_of(self)->as_index;
    if (!slot) return raise(&type_TypeError, "'%T' object cannot be interpreted as an integer", self);
    Value result = slot(self);
    if (!result || is_small_int(result)) return result;
    Value index = checked_index(result);
    release(result);
    return index;
}

bool index_as_int64(Ref self, int64_t *result, Type *overflow) {
    if (LIKELY(is_small_int(self))) {
        *result = small_int(self);
        return true;
    }
    Value made = is_int(self) ? NULL : index_of(self);
    Ref index = is_int(self) ? self : made;
    if (!index) return false;
    bool fits = int_as_int64(index, result);
    if (!fits && !overflow) *result = int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
    release_maybe(made);
    return fits || !overflow || raise_false(overflow, "cannot fit '%T' into an index-sized integer", self);
}

/* ---- for the interpreter ---- */

/* Who is asked first. */
typedef enum First { NOBODY, IN_PLACE, RIGHT_OF_TWO, LEFT, ONLY_RIGHT } First;

static bool is_number(const Type *type) { return type == &type_int || type == &type_float; }

static First first_asked(BinaryOp op, bool inplace, Ref a, Ref b) {
    Type *left = type_of(a), *right = type_of(b);
    if (inplace && left->operators->inplace[op]) return IN_PLACE;
    if (inplace && op == BINARY_MUL && only_left_multiplies(left, right)) return NOBODY;
    BinarySlot direct = left->operators->binary[op], reflected = reflected_slot(op, a, b);
    if (right_goes_first(op, direct, reflected, a, b)) return RIGHT_OF_TWO;
    /* numbers know nothing of classes that are not derived from one */
    if (is_number(left) && !(right->flags & (TYPE_INT | TYPE_FLOAT))) direct = NULL;
    return direct ? LEFT : reflected ? ONLY_RIGHT : NOBODY;
}

OperatorFunction binary_function_peek(BinaryOp op, bool inplace, Ref a, Ref b) {
    First first = first_asked(op, inplace, a, b);
    bool of_right = first == RIGHT_OF_TWO || first == ONLY_RIGHT;
    Type *type = type_of(of_right ? b : a);
    if (first == NOBODY || !(type->flags & TYPE_HEAP)) return (OperatorFunction){0};
    Ref method = type_lookup_peek(type, first == IN_PLACE ? operators[op].inplace
                                        : of_right        ? operators[op].reflected
                                                          : operators[op].method);
    if (!method || !is_exact(method, &type_function)) return (OperatorFunction){0};
    return (OperatorFunction){.function = method, .of_right = of_right};
}

Value binary_go_on(BinaryOp op, bool inplace, Ref a, Ref b, bool of_right) {
    BinarySlot direct = type_of(a)->operators->binary[op], reflected = reflected_slot(op, a, b);
    Value result = VALUE_NOT_IMPLEMENTED;
    First asked = first_asked(op, inplace, a, b);
    if (of_right != (asked == RIGHT_OF_TWO || asked == ONLY_RIGHT)) asked = of_right ? NOBODY : LEFT; /* it has gone */
    switch (asked) {
    case IN_PLACE: result = operate_instead(op, a, b); break;
    case RIGHT_OF_TWO: result = direct(a, b); break;
    case LEFT: result = reflected ? reflected(b, a) : VALUE_NOT_IMPLEMENTED; break;
    default: break;
    }
    if (LIKELY(result != VALUE_NOT_IMPLEMENTED)) return result;
    return raise_operands(op, a, b, inplace);
}
