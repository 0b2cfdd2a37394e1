/* runtime/iterate.h - the next item for loops in C, with the commonest iterators read in place.
 *
 * Owns:      nothing.
 * Invariant: says what iterate_next (protocol.h) says.
 * Not here:  the iterators' own next slots (list_iter.c, range.c).
 */
#ifndef OURO_ITERATE_H
#define OURO_ITERATE_H

#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/protocol.h"

/* iterate_next for callers that ask many times. */
MUST_CHECK __attribute__((always_inline)) static inline Lookup iterate_quickly(Ref iterator, Value *item) {
    if (is_exact(iterator, &type_list_iterator)) {
        SequenceIterator *it = (SequenceIterator *)object_of(iterator);
        const List *list = it->sequence ? as_list(it->sequence) : NULL;
        if (LIKELY(list && it->index < list->count)) {
            *item = retain(list->items[it->index++]);
            return FOUND;
        }
    } else if (is_exact(iterator, &type_range_iterator)) {
        RangeIterator *it = (RangeIterator *)object_of(iterator);
        if (LIKELY(it->remaining > 0)) {
            *item = small_int_value(it->next);
            it->next += it->step;
            it->remaining--;
            return FOUND;
        }
    }
    return iterate_next(iterator, item);
}

/* Gives the items to take, which does not fail, until it wants no more (FOUND) or there are none (MISSING). */
MUST_CHECK __attribute__((always_inline)) static inline Lookup iterate_feed(Ref iterator, Take take, void *taker) {
    FeedSlot feed = type_of(iterator)->feed;
    if (feed && !c_stack_low()) {
        Lookup found = feed(iterator, take, taker);
        return LIKELY(found != FAILED) ? found : iterate_failed();
    }
    Lookup found;
    for (Value item; (found = iterate_quickly(iterator, &item)) == FOUND;)
        if (!take(taker, item)) break;
    return found;
}

#endif
