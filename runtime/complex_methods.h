/* runtime/complex_methods.h - the tables that the complex type is made of.
 *
 * Owns:      nothing; the tables are in complex_methods.c.
 * Invariant: -
 * Not here:  arithmetic (complex.h).
 */
#ifndef OURO_COMPLEX_METHODS_H
#define OURO_COMPLEX_METHODS_H

#include "runtime/complex.h"
#include "runtime/native.h"

extern const NativeDef complex_construct; /* complex.__new__ */
extern const NativeDef complex_methods[];
extern const GetSetDef complex_getsets[];

/* An instance of type (complex or a subclass). */
Value complex_new_of(Type *type, double real, double imag);
/* v itself when it is a complex, or what its __complex__ answers. MISSING: it has none. */
MUST_CHECK Lookup complex_special(Ref v, Value *result);

#endif
