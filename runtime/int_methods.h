/* runtime/int_methods.h - the tables that the int type and bool are made of.
 *
 * Owns:      nothing; the tables are in int_methods.c.
 * Invariant: -
 * Not here:  arithmetic (int.h).
 */
#ifndef OURO_INT_METHODS_H
#define OURO_INT_METHODS_H

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/native.h"

extern const char int_doc[];
extern const NativeDef int_construct; /* int.__new__ */
MUST_CHECK Value int_of(Ref v);       /* int(v): of text, bytes or a number */
extern const NativeDef int_methods[];
extern const GetSetDef int_getsets[];

/* An instance of type (int or a subclass) with the value of an int. */
Value int_new_of(Type *type, Ref value);
/* (quotient, remainder) as a tuple: the divmod slots. */
Value int_divmod_pair(Ref a, Ref b);

#endif
