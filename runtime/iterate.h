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
#include "runtime/state.h"

/* Whether an iterator of the commonest kinds has a next item; take_at_once gives it then, owned. */
static inline bool is_at_hand(Ref iterator) {
    if (is_exact(iterator, &type_list_iterator)) {
        const SequenceIterator *it = (SequenceIterator *)object_of(iterator);
        return LIKELY(it->sequence && it->index < list_count(it->sequence));
    }
    return is_exact(iterator, &type_range_iterator) && LIKELY(((RangeIterator *)object_of(iterator))->remaining > 0);
}

static inline Value take_at_once(Ref iterator) {
    if (is_exact(iterator, &type_list_iterator)) {
        SequenceIterator *it = (SequenceIterator *)object_of(iterator);
        return retain(list_peek(it->sequence, it->index++));
    }
    RangeIterator *it = (RangeIterator *)object_of(iterator);
    Value item = small_int_value(it->next);
    it->next += it->step;
    it->remaining--;
    return item;
}

/* iterate_next for callers that ask many times. */
MUST_CHECK __attribute__((always_inline)) static inline Lookup iterate_quickly(Ref iterator, Value *item) {
    if (!is_at_hand(iterator)) return iterate_next(iterator, item);
    *item = take_at_once(iterator);
    return FOUND;
}

/* The same where nothing else polls. */
MUST_CHECK __attribute__((always_inline)) static inline Lookup iterate_polled(Ref iterator, Value *item) {
    return runtime_interrupted() ? iterate_next(iterator, item) : iterate_quickly(iterator, item);
}

/* Gives the items to take, which does not fail, until it wants no more (FOUND) or there are none (MISSING). */
MUST_CHECK __attribute__((always_inline)) static inline Lookup iterate_feed(Ref iterator, Take take, void *taker) {
    FeedSlot feed = type_of(iterator)->feed;
    if (feed && !c_stack_low()) {
        Lookup found = feed(iterator, take, taker);
        return LIKELY(found != FAILED) ? found : iterate_failed();
    }
    Lookup found;
    for (Value item; (found = iterate_polled(iterator, &item)) == FOUND;)
        if (!take(taker, item)) break;
    return found;
}

#endif
