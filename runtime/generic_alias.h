/* runtime/generic_alias.h - list[int] and its kind: types.GenericAlias.
 *
 * Owns:      struct GenericAlias; type parameters and what replaces them (type_parameters.c).
 * Invariant: args is a tuple.
 * Not here:  unions (union.h), typing (lib/py/typing.py).
 */
#ifndef OURO_GENERIC_ALIAS_H
#define OURO_GENERIC_ALIAS_H

#include "runtime/str.h"
#include "runtime/type.h"

typedef struct GenericAlias {
    Object head;
    Value origin;     /* the class that was subscripted */
    Value args;       /* tuple of what stood in the brackets */
    Value parameters; /* tuple of the type variables in args, or NULL until asked for */
    bool starred;     /* it was unpacked: *tuple[int] */
} GenericAlias;

static inline GenericAlias *as_generic_alias(Ref v) { return (GenericAlias *)object_of(v); }

/* origin[item]; an item that is a tuple is several. */
Value generic_alias_new(Ref origin, Ref item);
/* The row {"__class_getitem__(object, /)", py_class_getitem, ..., NATIVE_CLASS_METHOD} of a type's methods. */
Value py_class_getitem(const Ref *args);

/* The items of what stood in the brackets, as a tuple. */
MUST_CHECK Value generic_items(Ref item);
/* Shared with unions: how an argument is written, the type variables among args (a tuple), and args with these replaced
 * by the items of item (a tuple, or one); self is named in errors. */
MUST_CHECK bool generic_write_argument(StrBuilder *b, Ref argument);
MUST_CHECK Value generic_parameters(Ref args);
MUST_CHECK Value generic_substitute(Ref self, Ref args, Ref item);

#endif
