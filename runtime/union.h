/* runtime/union.h - unions of types: int | str.
 *
 * Owns:      struct Union, flattening and removal of duplicates.
 * Invariant: args is a tuple of two or more, none of them a union.
 * Not here:  isinstance with a union (protocol_instance.c).
 */
#ifndef OURO_UNION_H
#define OURO_UNION_H

#include "runtime/type.h"

typedef struct Union {
    Object head;
    Value args; /* tuple */
} Union;

static inline Ref union_args_peek(Ref v) { return ((Union *)object_of(v))->args; }

/* The slots binary[BINARY_OR] and reflected[BINARY_OR] of types, unions and generic aliases. */
Value union_or(Ref left, Ref right);
extern Operators union_operators; /* | that makes a union of types */

#endif
