/* lib/deque_iter.c - iterators over deques, in both directions.
 *
 * Owns:      the types _deque_iterator and _deque_reverse_iterator.
 * Invariant: an iterator that saw its deque change raises, and is exhausted from then on.
 * Not here:  the deque (deque.c).
 */
#include "lib/deque.h"

#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

typedef struct DequeIterator {
    Object head;
    Value deque;      /* what it goes over */
    size_t index;     /* of the next item; of a reverse iterator, one more than that */
    size_t remaining; /* items left */
    uint64_t state;   /* the deque's at the start */
} DequeIterator;

static DequeIterator *as_iterator(Ref v) { return (DequeIterator *)object_of(v); }

static Value make(Type *type, Ref deque, size_t index) {
    DequeIterator *iterator = object_new(type, sizeof(DequeIterator));
    iterator->deque = retain(deque);
    iterator->remaining = as_deque(deque)->count;
    iterator->index = index;
    iterator->state = as_deque(deque)->state;
    return value_of(iterator);
}

Value deque_iterator_over(Ref deque) { return make(&type_deque_iterator, deque, 0); }
Value deque_reverse_iterator_over(Ref deque) {
    return make(&type_deque_reverse_iterator, deque, as_deque(deque)->count);
}

static COLD Lookup changed(DequeIterator *iterator) {
    iterator->remaining = 0;
    return deque_raise_mutated();
}

static Lookup next_item(Ref self, Value *item) {
    DequeIterator *iterator = as_iterator(self);
    const Deque *deque = as_deque(iterator->deque);
    if (UNLIKELY(deque->state != iterator->state)) return changed(iterator);
    if (iterator->remaining == 0) return MISSING;
    iterator->remaining--;
    *item = retain(deque_peek(deque, iterator->index++));
    return FOUND;
}

static Lookup previous_item(Ref self, Value *item) {
    DequeIterator *iterator = as_iterator(self);
    const Deque *deque = as_deque(iterator->deque);
    if (iterator->remaining == 0) return MISSING;
    if (UNLIKELY(deque->state != iterator->state)) return changed(iterator);
    iterator->remaining--;
    *item = retain(deque_peek(deque, --iterator->index));
    return FOUND;
}

/* An iterator that has gone index steps already. */
static Value construct(const Ref *args) {
    int64_t steps;
    if (!is_deque(args[1])) return raise(&type_TypeError, "argument 1 must be collections.deque, not %T", args[1]);
    if (!index_as_int64(args[2], &steps, &type_OverflowError)) return NULL;
    bool reverse = as_type(args[0]) == &type_deque_reverse_iterator;
    Value made = reverse ? deque_reverse_iterator_over(args[1]) : deque_iterator_over(args[1]);
    DequeIterator *iterator = as_iterator(made);
    size_t gone = steps < 0 ? 0 : (size_t)steps < iterator->remaining ? (size_t)steps : iterator->remaining;
    iterator->remaining -= gone;
    iterator->index = reverse ? iterator->index - gone : gone;
    return made;
}

static Value py_deque_iterator_length_hint(const Ref *args) {
    return int_value((int64_t)as_iterator(args[0])->remaining);
}

static Value py_deque_iterator_reduce(const Ref *args) {
    const DequeIterator *iterator = as_iterator(args[0]);
    Value gone = int_value((int64_t)(as_deque(iterator->deque)->count - iterator->remaining));
    Value arguments = tuple_pack(2, iterator->deque, gone);
    Value result = arguments ? tuple_pack(2, type_ref(type_of(args[0])), arguments) : NULL;
    release_maybe(arguments);
    release(gone);
    return result;
}

static const NativeDef methods[] = {
    {"__length_hint__()", py_deque_iterator_length_hint, DOC("Return how many items are left."), 0},
    {"__reduce__()", py_deque_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

static const NativeDef construct_def = {"_deque_iterator(deque, index=0, /)", construct, 0, 0};
static const NativeDef construct_reverse_def = {"_deque_reverse_iterator(deque, index=0, /)", construct, 0, 0};

Type type_deque_iterator = {
    TYPE_HEAD(deque_iterator),
    .name = "collections._deque_iterator",
    .module = "collections",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_1,
    .size = sizeof(DequeIterator),
    .traverse = object_traverse_parts,
    .construct = &construct_def,
    .iter = iterator_self,
    .next = next_item,
    .methods = methods,
};

Type type_deque_reverse_iterator = {
    TYPE_HEAD(deque_reverse_iterator),
    .name = "collections._deque_reverse_iterator",
    .module = "collections",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_1,
    .size = sizeof(DequeIterator),
    .traverse = object_traverse_parts,
    .construct = &construct_reverse_def,
    .iter = iterator_self,
    .next = previous_item,
    .methods = methods,
};
