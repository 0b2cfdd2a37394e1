/* vm/interp/pairs.h - loops whose items are taken apart at once: which ones FOR_PAIR runs.
 *
 * Owns:      the choice of FOR_PAIR.
 * Invariant: FOR_PAIR does what FOR_ITER, UNPACK_SEQUENCE 2 and, when it follows, STORE_FAST_2 would do.
 * Not here:  the loop itself (pairs.c), other loops (iterate.c).
 */
#ifndef OURO_PAIRS_H
#define OURO_PAIRS_H

#include "runtime/object.h"
#include "runtime/opcode.h"
#include "runtime/type.h"

/* body: the first instruction of the loop. */
static inline bool begins_with_pair(const uint32_t *body) {
    return op_of(*body) == OP_UNPACK_SEQUENCE && op_arg(*body) == 2;
}

static inline bool gives_pairs(Ref iterator) {
    return is_exact(iterator, &type_list_iterator) || is_exact(iterator, &type_tuple_iterator) ||
           (is_heap(iterator) && object_of(iterator)->type->next_pair &&
            !(object_of(iterator)->type->flags & TYPE_HEAP));
}

#endif
