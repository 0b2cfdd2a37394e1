/* runtime/mro.h - the order in which a class and its bases are searched.
 *
 * Owns:      C3 linearisation.
 * Invariant: a result begins with the class and ends with object.
 * Not here:  where it is used (type.c).
 */
#ifndef OURO_MRO_H
#define OURO_MRO_H

#include "runtime/type.h"

/* The MRO of a class with these bases (a tuple of types): a tuple, or NULL with TypeError. */
MUST_CHECK Value mro_linearize(Type *type, Ref bases);
/* The same as its metaclass's mro() says, when that is overridden: checked. */
MUST_CHECK Value mro_compute(Type *type, Ref bases);

#endif
