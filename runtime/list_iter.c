/* runtime/list_iter.c - iterators over lists, forwards and backwards.
 *
 * Owns:      nothing.
 * Invariant: the list may change during the iteration: the index is compared with its count on each step.
 * Not here:  what iterators share (iter.c).
 */
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/list.h"

static Lookup next_item(Ref self, Value *item) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(self);
    if (!iterator->sequence) return MISSING;
    List *list = as_list(iterator->sequence);
    if (UNLIKELY(iterator->index >= list->count)) {
        clear_ref(&iterator->sequence);
        return MISSING;
    }
    *item = retain(list->items[iterator->index++]);
    return FOUND;
}

static Lookup next_reversed(Ref self, Value *item) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(self);
    if (!iterator->sequence) return MISSING;
    List *list = as_list(iterator->sequence);
    if (UNLIKELY(iterator->index == 0 || iterator->index > list->count)) {
        iterator->index = 0;
        clear_ref(&iterator->sequence);
        return MISSING;
    }
    *item = retain(list->items[--iterator->index]);
    return FOUND;
}

Type type_list_iterator = {
    TYPE_HEAD(list_iterator),
    .name = "list_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_item,
    .methods = sequence_iterator_methods,
};

Type type_list_reverse_iterator = {
    TYPE_HEAD(list_reverse_iterator),
    .name = "list_reverseiterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_reversed,
    .methods = reverse_iterator_methods,
};
