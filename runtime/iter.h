/* runtime/iter.h - ranges, slices, and the iterator types of the containers.
 *
 * Owns:      struct Range, Slice and the iterators that the VM's FOR_ITER reads in place.
 * Invariant: an exhausted iterator drops its source and stays exhausted.
 * Not here:  generators (vm/generator.h); enumerate, zip, map, filter, reversed (iter_tools.c).
 */
#ifndef OURO_ITER_H
#define OURO_ITER_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Range {
    Object head;
    Value start, stop, step, length; /* ints */
} Range;

typedef struct RangeIterator { /* for ranges whose bounds fit small ints */
    Object head;
    int64_t next;      /* the next item */
    int64_t step;      /* added after each */
    int64_t remaining; /* items left */
    Value big_next, big_step, big_remaining; /* ints, used instead when they do not fit; NULL otherwise */
} RangeIterator;

typedef struct SequenceIterator { /* list_iterator, tuple_iterator, str_iterator, bytes_iterator, sequence_iterator */
    Object head;
    size_t index;   /* of the next item */
    Value sequence; /* NULL when exhausted */
} SequenceIterator;

typedef struct DictIterator { /* keys, values, items */
    Object head;
    Value dict;       /* NULL when exhausted */
    size_t position;  /* next entry to look at */
    size_t expected;  /* dict's count at the start: a change raises RuntimeError */
    size_t remaining; /* items left, for __length_hint__ */
} DictIterator;

typedef struct Slice {
    Object head;
    Value start, stop, step;
} Slice;

MUST_CHECK Value range_new(Ref start, Ref stop, Ref step);
Value slice_new(Ref start, Ref stop, Ref step);
Value sequence_iterator_new(Type *type, Ref sequence);
/* slice.indices: clamps to length; count is the number of items. */
typedef struct SliceRange {
    int64_t start, stop, step; /* step is not 0 */
    int64_t count;             /* items selected */
} SliceRange;
MUST_CHECK bool slice_resolve(Ref slice, int64_t length, SliceRange *range);

#endif
