/* runtime/bool.c - the bool type: True and False are immediate values, and ints. */
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"

static Value bool_of(Ref v) {
    Lookup found = truth(v);
    return found == FAILED ? NULL : bool_value(found);
}

static Value py_bool_new(const Ref *args) { return bool_of(args[1]); }

static const NativeDef bool_construct = {.signature = "bool(object=False, /)", .function = py_bool_new};

static Value repr_slot(Ref self) { return is_true(self) ? NAME(True) : NAME(False); }

/* Two bools give a bool, otherwise they are ints. */
#define BOOL_OPERATOR(name, operator)                                                                                  \
    static Value name##_slot(Ref self, Ref other) {                                                                    \
        if (LIKELY(is_bool(other))) return bool_value(is_true(self) operator is_true(other));                          \
        return is_int(other) ? int_##name(self, other) : VALUE_NOT_IMPLEMENTED;                                        \
    }

BOOL_OPERATOR(and, &)
BOOL_OPERATOR(or, |)
BOOL_OPERATOR(xor, ^)

static Value invert_slot(Ref self) {
    if (!raise_warning(
            &type_DeprecationWarning,
            "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the "
            "bitwise inversion of the underlying int object and is usually not what you expect from negating "
            "a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise "
            "inversion of the underlying int."))
        return NULL;
    return int_invert(self);
}

static Operators logic_operators = {
    .invert = invert_slot,
    .binary = {[BINARY_AND] = and_slot, [BINARY_OR] = or_slot, [BINARY_XOR] = xor_slot},
    .reflected = {[BINARY_AND] = and_slot, [BINARY_OR] = or_slot, [BINARY_XOR] = xor_slot},
};

Type type_bool = {
    TYPE_HEAD(bool),
    .name = "bool",
    .doc = "The truth of a value. True and False are its only instances; it derives from int and has no subclasses.",
    .flags = TYPE_INT | TYPE_FINAL,
    .size = sizeof(Int),
    .base = &type_int,
    .convert = bool_of,
    .construct = &bool_construct,
    .repr = repr_slot,
    .operators = &logic_operators,
};
