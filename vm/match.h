/* vm/match.h - the look-ups of mapping and class patterns.
 *
 * Owns:      their rules and errors.
 * Invariant: none.
 * Not here:  the code that patterns compile to (compiler/compile_match.c).
 */
#ifndef OURO_MATCH_H
#define OURO_MATCH_H

#include "runtime/value.h"

/* Tuple of the values of keys (a tuple) in a mapping, or None when one is missing. ValueError on a duplicate key. */
MUST_CHECK Value match_keys(Ref subject, Ref keys);
/* Tuple of the attributes that positional patterns (by __match_args__) and then names select, or None when subject is
 * no instance of class or lacks one. */
MUST_CHECK Value match_class(Ref subject, Ref class, Ref names, uint32_t positional);

#endif
