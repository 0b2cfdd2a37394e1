/* runtime/str_methods.h - what the files that implement str share.
 *
 * Owns:      the table of str's methods and the functions in it.
 * Invariant: args[0] is a str; see native.h.
 * Not here:  what other rooms use (str.h).
 */
#ifndef OURO_STR_METHODS_H
#define OURO_STR_METHODS_H

#include "runtime/native.h"
#include "runtime/str.h"

extern const NativeDef str_methods[];

Value str_iterate(Ref self); /* str_iter.c */

/* Resolves the optional start and end arguments of find, count, startswith and their kind, where None and NULL mean not
 * given: clamps to 0 .. length, and end below start gives false in *sensible. False: exception set. */
typedef struct Bounds {
    size_t begin, end; /* begin <= end when in order */
    bool in_order;     /* begin was not behind end or the length */
} Bounds;
MUST_CHECK bool bounds_resolve(Ref start, Ref end, size_t length, Bounds *bounds);

#endif
