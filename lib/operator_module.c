/* lib/operator_module.c - the module _operator: what operators do, as functions.
 *
 * Owns:      the functions.
 * Invariant: -
 * Not here:  itemgetter and its kind (operator_getters.c), the names with underscores (lib/py/operator.py).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iterate.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

/* One function for each row: name, operator. */
#define COMPARISONS(X)                                                                                                 \
    X(lt, COMPARE_LT) X(le, COMPARE_LE) X(eq, COMPARE_EQ) X(ne, COMPARE_NE) X(ge, COMPARE_GE) X(gt, COMPARE_GT)
#define BINARIES(X)                                                                                                    \
    X(add, BINARY_ADD)                                                                                                 \
    X(sub, BINARY_SUB)                                                                                                 \
    X(mul, BINARY_MUL)                                                                                                 \
    X(matmul, BINARY_MATMUL)                                                                                           \
    X(truediv, BINARY_TRUEDIV)                                                                                         \
    X(floordiv, BINARY_FLOORDIV)                                                                                       \
    X(mod, BINARY_MOD)                                                                                                 \
    X(pow, BINARY_POW)                                                                                                 \
    X(lshift, BINARY_LSHIFT) X(rshift, BINARY_RSHIFT) X(and, BINARY_AND) X(xor, BINARY_XOR) X(or, BINARY_OR)
#define UNARIES(X) X(neg, negative) X(pos, positive) X(invert, invert) X(abs, absolute) X(index, index_of)

#define DEFINE_COMPARISON(name, op)                                                                                    \
    static Value py_operator_##name(const Ref *args) { return compare(op, args[0], args[1]); }
#define DEFINE_BINARY(name, op)                                                                                        \
    static Value py_operator_##name(const Ref *args) { return binary_op(op, args[0], args[1]); }                       \
    static Value py_operator_i##name(const Ref *args) { return inplace_op(op, args[0], args[1]); }
#define DEFINE_UNARY(name, function)                                                                                   \
    static Value py_operator_##name(const Ref *args) { return function(args[0]); }
COMPARISONS(DEFINE_COMPARISON)
BINARIES(DEFINE_BINARY)
UNARIES(DEFINE_UNARY)

static Value py_operator_truth(const Ref *args) {
    Lookup answer = truth(args[0]);
    return answer == FAILED ? NULL : bool_value(answer == FOUND);
}

static Value py_operator_not(const Ref *args) {
    Lookup answer = truth(args[0]);
    return answer == FAILED ? NULL : bool_value(answer == MISSING);
}

static Value py_operator_is(const Ref *args) { return bool_value(args[0] == args[1]); }
static Value py_operator_is_not(const Ref *args) { return bool_value(args[0] != args[1]); }

/* Sequences. */

static bool has_items(Ref v) {
    const Type *type = type_of(v);
    return type->getitem && !(type->flags & (TYPE_DICTIONARY | TYPE_TYPE));
}

static bool have_plus(Ref a, Ref b) {
    const Operators *left = type_of(a)->operators;
    return left->binary[BINARY_ADD] || left->inplace[BINARY_ADD] || type_of(b)->operators->reflected[BINARY_ADD];
}

static Value concatenate(const Ref *args, Value (*operation)(BinaryOp op, Ref a, Ref b)) {
    bool joins = has_family(args[0], TYPE_REPEATS) ||
                 (has_items(args[0]) && has_items(args[1]) && have_plus(args[0], args[1]));
    if (!joins) return raise(&type_TypeError, "'%T' object can't be concatenated", args[0]);
    return operation(BINARY_ADD, args[0], args[1]);
}

static Value py_operator_concat(const Ref *args) { return concatenate(args, binary_op); }
static Value py_operator_iconcat(const Ref *args) { return concatenate(args, inplace_op); }

static Value py_operator_contains(const Ref *args) {
    Lookup found = contains(args[0], args[1]);
    return found == FAILED ? NULL : bool_value(found == FOUND);
}

static Value iterator_over(Ref iterable) {
    Value iterator = iterate(iterable);
    if (iterator || !error_matches(&type_TypeError)) return iterator;
    error_clear();
    return raise(&type_TypeError, "argument of type '%T' is not iterable", iterable);
}

/* Goes on to the next item that equals value. *index is the index of the item behind it. */
static Lookup find_next(Ref iterator, Ref value, int64_t *index) {
    Value item;
    Lookup found;
    while ((found = iterate_quickly(iterator, &item)) == FOUND) {
        Lookup same = equal(item, value);
        release(item);
        ++*index;
        if (same != MISSING) return same;
        if (!runtime_poll()) return FAILED;
    }
    return found;
}

static Value py_operator_count_of(const Ref *args) {
    Value iterator = iterator_over(args[0]);
    if (!iterator) return NULL;
    int64_t count = 0, index = 0;
    Lookup found;
    while ((found = find_next(iterator, args[1], &index)) == FOUND) count++;
    release(iterator);
    return found == FAILED ? NULL : int_value(count);
}

static Value py_operator_index_of(const Ref *args) {
    Value iterator = iterator_over(args[0]);
    if (!iterator) return NULL;
    int64_t index = 0;
    Lookup found = find_next(iterator, args[1], &index);
    release(iterator);
    if (found == FOUND) return int_value(index - 1);
    return found == FAILED ? NULL : raise(&type_ValueError, "sequence.index(x): x not in sequence");
}

static Value py_operator_getitem(const Ref *args) { return getitem(args[0], args[1]); }
static Value py_operator_setitem(const Ref *args) { return setitem(args[0], args[1], args[2]) ? VALUE_NONE : NULL; }
static Value py_operator_delitem(const Ref *args) { return setitem(args[0], args[1], NULL) ? VALUE_NONE : NULL; }

static Value py_operator_length_hint(const Ref *args) {
    int64_t fallback;
    if (!size_argument(args[1], &fallback)) return NULL;
    int64_t length = length_hint(args[0], fallback);
    return length == -1 && error_set() ? NULL : int_value(length);
}

/* call(obj, /, *args, **kwargs) */
static Value py_operator_call(const Ref *args) {
    return call_with_dict(args[0], refs(as_tuple(args[1])->items), tuple_count(args[1]), args[2]);
}

static bool fill(Ref dict) {
    dict_set_text(dict, "itemgetter", type_ref(&type_itemgetter));
    dict_set_text(dict, "attrgetter", type_ref(&type_attrgetter));
    dict_set_text(dict, "methodcaller", type_ref(&type_methodcaller));
    return true;
}

#define TWO(name, function, doc) {name "(a, b, /)", py_operator_##function, doc, 0}
#define ONE(name, function, doc) {name "(a, /)", py_operator_##function, doc, 0}

static const NativeDef functions[] = {
    TWO("lt", lt, DOC("As the operator: a < b.")),
    TWO("le", le, DOC("As the operator: a <= b.")),
    TWO("eq", eq, DOC("As the operator: a == b.")),
    TWO("ne", ne, DOC("As the operator: a != b.")),
    TWO("ge", ge, DOC("As the operator: a >= b.")),
    TWO("gt", gt, DOC("As the operator: a > b.")),
    TWO("add", add, DOC("As the operator: a + b.")),
    TWO("sub", sub, DOC("As the operator: a - b.")),
    TWO("mul", mul, DOC("As the operator: a * b.")),
    TWO("matmul", matmul, DOC("As the operator: a @ b.")),
    TWO("truediv", truediv, DOC("As the operator: a / b.")),
    TWO("floordiv", floordiv, DOC("As the operator: a // b.")),
    TWO("mod", mod, DOC("As the operator: a % b.")),
    TWO("pow", pow, DOC("As the operator: a ** b.")),
    TWO("lshift", lshift, DOC("As the operator: a << b.")),
    TWO("rshift", rshift, DOC("As the operator: a >> b.")),
    TWO("and_", and, DOC("As the operator: a & b.")),
    TWO("xor", xor, DOC("As the operator: a ^ b.")),
    TWO("or_", or, DOC("As the operator: a | b.")),
    TWO("iadd", iadd, DOC("As the operator: a += b.")),
    TWO("isub", isub, DOC("As the operator: a -= b.")),
    TWO("imul", imul, DOC("As the operator: a *= b.")),
    TWO("imatmul", imatmul, DOC("As the operator: a @= b.")),
    TWO("itruediv", itruediv, DOC("As the operator: a /= b.")),
    TWO("ifloordiv", ifloordiv, DOC("As the operator: a //= b.")),
    TWO("imod", imod, DOC("As the operator: a %= b.")),
    TWO("ipow", ipow, DOC("As the operator: a **= b.")),
    TWO("ilshift", ilshift, DOC("As the operator: a <<= b.")),
    TWO("irshift", irshift, DOC("As the operator: a >>= b.")),
    TWO("iand", iand, DOC("As the operator: a &= b.")),
    TWO("ixor", ixor, DOC("As the operator: a ^= b.")),
    TWO("ior", ior, DOC("As the operator: a |= b.")),
    TWO("concat", concat, DOC("As the operator: a + b, for sequences.")),
    TWO("iconcat", iconcat, DOC("As the operator: a += b, for sequences.")),
    TWO("contains", contains, DOC("As the operator: b in a (the operands stand the other way round).")),
    TWO("getitem", getitem, DOC("As the operator: a[b].")),
    TWO("delitem", delitem, DOC("As the operator: del a[b].")),
    TWO("is_", is, DOC("As the operator: a is b.")),
    TWO("is_not", is_not, DOC("As the operator: a is not b.")),
    ONE("neg", neg, DOC("As the operator: -a.")),
    ONE("pos", pos, DOC("As the operator: +a.")),
    ONE("invert", invert, DOC("As the operator: ~a.")),
    ONE("inv", invert, DOC("As the operator: ~a.")),
    ONE("abs", abs, DOC("As the operator: abs(a).")),
    ONE("index", index, DOC("As the operator: a.__index__().")),
    ONE("truth", truth, DOC("As the operator: bool(a).")),
    ONE("not_", not, DOC("As the operator: not a.")),
    {"setitem(a, b, c, /)", py_operator_setitem, DOC("As the operator: a[b] = c."), 0},
    {"countOf(a, b, /)", py_operator_count_of, DOC("Return how many items of a are b, or equal to it."), 0},
    {"indexOf(a, b, /)", py_operator_index_of,
     DOC("Return the index of the first item of a that is b, or equal to it."), 0},
    {"length_hint(obj, default=0, /)", py_operator_length_hint,
     DOC("Return how many items obj has or is likely to have; default, if it does not say."), 0},
    {"call(obj, /, *args, **kwargs)", py_operator_call, DOC("As the operator: obj(*args, **kwargs)."), 0},
    {0},
};

const ModuleDef module__operator = {
    "_operator",
    "What operators do, as functions.",
    functions,
    fill,
};
