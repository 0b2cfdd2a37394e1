/* vm/intrinsic.h - rare operations that have a number instead of an instruction each (runtime/opcode.h).
 *
 * Owns:      what they do.
 * Invariant: none.
 * Not here:  type variables (lib/py/typing.py).
 */
#ifndef OURO_INTRINSIC_H
#define OURO_INTRINSIC_H

#include "runtime/value.h"

MUST_CHECK Value intrinsic_1(uint32_t number, Ref a);
MUST_CHECK Value intrinsic_2(uint32_t number, Ref a, Ref b);

#endif
