/* runtime/float_methods.h - the tables that the float type is made of.
 *
 * Owns:      nothing; the tables are in float_methods.c.
 * Invariant: -
 * Not here:  arithmetic (float.h).
 */
#ifndef OURO_FLOAT_METHODS_H
#define OURO_FLOAT_METHODS_H

#include "runtime/float.h"
#include "runtime/native.h"

extern const NativeDef float_construct;  /* float.__new__ */
MUST_CHECK Value float_of_object(Ref v); /* float(v): of text, bytes or a number */
extern const NativeDef float_methods[];
extern const GetSetDef float_getsets[];

Value float_exact(Ref self);    /* the float itself, or an exact one of the same value */
Value float_from_number(Ref v); /* float(v) for what is neither str nor bytes */

#endif
