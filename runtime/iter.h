/* runtime/iter.h - ranges, slices, and the iterator types of the containers.
 *
 * Owns:      struct Range, Slice and the iterators that the VM's loops read in place.
 * Invariant: an exhausted iterator drops its source and stays exhausted.
 * Not here:  generators (vm/generator.h); enumerate, zip, map, filter, reversed (iter_tools.c).
 */
#ifndef OURO_ITER_H
#define OURO_ITER_H

#include "runtime/native.h"
#include "runtime/object.h"

typedef struct Range {
    Object head;
    Value start, stop, step, length; /* ints */
} Range;

typedef struct RangeIterator { /* for ranges whose bounds fit small ints */
    Object head;
    Value big_next, big_step, big_remaining; /* ints, used instead when they do not fit; NULL otherwise */
    int64_t next;                            /* the next item */
    int64_t step;                            /* added after each */
    int64_t remaining;                       /* items left; 0 when the big fields are in use */
} RangeIterator;

typedef struct SequenceIterator { /* list_iterator, tuple_iterator, str_iterator, bytes_iterator, sequence_iterator */
    Object head;
    Value sequence; /* NULL when exhausted */
    size_t index;   /* of the next item; of a reverse iterator: one more than the index of the next item */
} SequenceIterator;

typedef struct DictIterator { /* keys, values, items, each in both directions; sets */
    Object head;
    Value dict;       /* dict or set; NULL when exhausted */
    Value result;     /* of items: the tuple to use again, or NULL */
    size_t position;  /* next entry to look at; reversed: one more than that */
    size_t expected;  /* its count at the start: a change raises RuntimeError */
    size_t remaining; /* items left, for __length_hint__ */
} DictIterator;

typedef struct Enumerate {
    Object head;
    Value iterator; /* over what is enumerated */
    Value next;     /* int: the next index */
    Value result;   /* tuple to use again, or NULL */
} Enumerate;

typedef struct Zip {
    Object head;
    Value iterators; /* tuple */
    Value result;    /* tuple to use again, or NULL */
    bool strict;     /* iterables of different length are an error */
} Zip;

typedef struct Slice {
    Object head;
    Value start, stop, step;
} Slice;

static inline Range *as_range(Ref v) { return (Range *)object_of(v); }
static inline Slice *as_slice(Ref v) { return (Slice *)object_of(v); }
static inline Enumerate *as_enumerate(Ref v) { return (Enumerate *)object_of(v); }
static inline Zip *as_zip(Ref v) { return (Zip *)object_of(v); }

MUST_CHECK Value range_new(Ref start, Ref stop, Ref step); /* ints; ValueError when step is zero */
Value slice_new(Ref start, Ref stop, Ref step);
Value sequence_iterator_new(Type *type, Ref sequence);
Value reverse_iterator_new(Type *type, Ref sequence, size_t count); /* starts at item count - 1 */
Value callable_iterator_new(Ref callable, Ref sentinel);            /* iter(callable, sentinel) */

/* The slots and methods that all iterators over a SequenceIterator share. */
extern const NativeDef sequence_iterator_methods[];
extern const NativeDef reverse_iterator_methods[];
/* An iterator's own slot iter. */
Value iterator_self(Ref self);
/* (iter, (argument,), index) or, when argument is NULL, (iter, ((),)) with an empty tuple: what __reduce__ answers. */
Value iterator_reduce(const char *function, Ref argument, int64_t index);

/* slice.indices: clamps to length; count is the number of items. */
typedef struct SliceRange {
    int64_t start, stop, step; /* step is not 0 */
    int64_t count;             /* items selected */
} SliceRange;
MUST_CHECK bool slice_resolve(Ref slice, int64_t length, SliceRange *range);
/* The two halves of it, for sequences whose length may change while the slice's __index__ methods run. */
MUST_CHECK bool slice_unpack(Ref slice, SliceRange *range);
void slice_adjust(SliceRange *range, int64_t length);

/* An index or a slice bound out of key. IndexError when it does not fit 64 bits; TypeError
 * "<what> indices must be integers or slices, not str". */
MUST_CHECK bool subscript_index(Ref key, const char *what, int64_t *index);
/* The bounds of index(value, start, stop): clamped, negative ones counted from the end of length items. */
MUST_CHECK bool search_bound(Ref bound, int64_t *result);

#endif
