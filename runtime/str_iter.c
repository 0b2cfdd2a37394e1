/* runtime/str_iter.c - iteration over the characters of a string.
 *
 * Owns:      the types str_iterator and str_ascii_iterator, which differ in name.
 * Invariant: see iter.h; the characters below 256 are the static strings.
 * Not here:  iterators over bytes (bytes_type.c).
 */
#include "runtime/iter.h"
#include "runtime/str_methods.h"

Value str_iterate(Ref self) {
    return sequence_iterator_new(
        str_is_ascii(self) && is_exact(self, &type_str) ? &type_str_ascii_iterator : &type_str_iterator, self);
}

static Lookup next_character(Ref self, Value *item) {
    SequenceIterator *it = (SequenceIterator *)object_of(self);
    if (it->sequence == NULL) return MISSING;
    if (it->index >= str_length(it->sequence)) {
        clear_ref(&it->sequence);
        return MISSING;
    }
    *item = str_from_char(str_at(it->sequence, it->index++));
    return *item ? FOUND : FAILED;
}

#define STR_ITERATOR_TYPE(name_)                                                                                       \
    Type type_##name_ = {                                                                                              \
        TYPE_HEAD(name_),                                                                                              \
        .name = #name_,                                                                                                \
        .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,                                             \
        .size = sizeof(SequenceIterator),                                                                              \
        .traverse = object_traverse_parts,                                                                             \
        .iter = iterator_self,                                                                                         \
        .next = next_character,                                                                                        \
        .methods = sequence_iterator_methods,                                                                          \
    }
STR_ITERATOR_TYPE(str_iterator);
STR_ITERATOR_TYPE(str_ascii_iterator);
