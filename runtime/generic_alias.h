/* runtime/generic_alias.h - list[int] and its kind: the method that makes them.
 *
 * Owns:      nothing.
 * Invariant: args[0] is the class that is subscripted.
 * Not here:  the type that results (types.GenericAlias).
 */
#ifndef OURO_GENERIC_ALIAS_H
#define OURO_GENERIC_ALIAS_H

#include "runtime/protocol.h"

/* The row {"__class_getitem__(object, /)", py_class_getitem, ..., NATIVE_CLASS_METHOD} of a type's methods. */
static inline Value py_class_getitem(const Ref *args) {
    return call_2(type_ref(&type_generic_alias), args[0], args[1]);
}

#endif
