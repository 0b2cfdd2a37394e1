/* vm/interp/arith_slow.h - where arithmetic goes on when its operands are not two small ints or two floats.
 *
 * Owns:      nothing.
 * Invariant: the parts find both operands behind the stack, at sp[0] and sp[1], borrowed from where they stand; an
 *            unbound local is NULL.
 * Not here:  the handlers (arith.c).
 */
#ifndef OURO_ARITH_SLOW_H
#define OURO_ARITH_SLOW_H

#include "vm/interp/interp.h"

OP_PART(arith_slowly_ADD);
OP_PART(arith_slowly_SUB);
OP_PART(arith_slowly_MUL);
OP_PART(arith_slowly_TRUEDIV);
OP_PART(arith_slowly); /* what knows no floats of the word */
#define arith_slowly_FLOORDIV arith_slowly
#define arith_slowly_MOD arith_slowly
#define arith_slowly_AND arith_slowly
#define arith_slowly_OR arith_slowly
#define arith_slowly_XOR arith_slowly
#define arith_slowly_LSHIFT arith_slowly
#define arith_slowly_RSHIFT arith_slowly

/* The operator that name does has no quick way with these operands. */
#define ARITH_SLOWLY(name, left, right)                                                                                \
    do {                                                                                                               \
        Value right_ = (right);                                                                                        \
        sp[0] = (left);                                                                                                \
        sp[1] = right_;                                                                                                \
        TAIL(arith_slowly_##name);                                                                                     \
    } while (0)

#endif
