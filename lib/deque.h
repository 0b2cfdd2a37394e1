/* lib/deque.h - collections.deque: a ring of references that grows and shrinks at both ends.
 *
 * Owns:      the ring's storage.
 * Invariant: the items are those at (first + i) & (capacity - 1) for i in [0, count); capacity is 0 or a power of two.
 * Not here:  methods (deque_methods.c), iteration (deque_iter.c).
 */
#ifndef OURO_DEQUE_H
#define OURO_DEQUE_H

#include "runtime/native.h"
#include "runtime/object.h"

typedef struct Deque {
    Object head;
    size_t first;    /* place of the first item */
    size_t count;    /* items */
    size_t capacity; /* places */
    Value *places;   /* raw storage, or NULL while capacity is 0 */
    int64_t maxlen;  /* most items that it holds; -1: no bound */
    uint64_t state;  /* changes when items come, go or are rotated: what CPython's iterators notice */
} Deque;

static inline Deque *as_deque(Ref v) { return (Deque *)object_of(v); }
static inline bool is_deque(Ref v) { return type_is_subtype(type_of(v), &type_deque); }
static inline Value *deque_place(const Deque *deque, size_t i) {
    return &deque->places[(deque->first + i) & (deque->capacity - 1)];
}
static inline Ref deque_peek(const Deque *deque, size_t i) { return *deque_place(deque, i); }

Value deque_new(int64_t maxlen);
/* At the end, at the beginning. Past maxlen an item goes at the other end. */
MUST_CHECK bool deque_append_steal(Deque *deque, Value item);
MUST_CHECK bool deque_append_left_steal(Deque *deque, Value item);
/* What went out; the deque is not empty. */
Value deque_take_last(Deque *deque);
Value deque_take_first(Deque *deque);
/* Puts item in front of item i, 0 <= i <= count. */
MUST_CHECK bool deque_insert_steal(Deque *deque, size_t i, Value item);
Value deque_take(Deque *deque, size_t i);
void deque_rotate(Deque *deque, int64_t n);
void deque_clear(Deque *deque);
/* Adds every item of iterable at the end, or one after the other at the beginning. */
MUST_CHECK bool deque_extend(Deque *deque, Ref iterable, bool left);
/* A deque of self's class with the same items. */
MUST_CHECK Value deque_copy(Ref self);
/* The index of the first item in [start, stop) that equals value. When comparing changed the deque: what mutated, which
 * raises, returns. */
MUST_CHECK Lookup deque_find(Deque *deque, Ref value, size_t start, size_t stop, size_t *index,
                             Lookup (*mutated)(void));
COLD Lookup deque_raise_mutated(void);

extern const NativeDef deque_methods[]; /* deque_methods.c */
extern const NativeDef deque_init_def;
Value deque_iterator_over(Ref deque); /* deque_iter.c */
Value deque_reverse_iterator_over(Ref deque);

#endif
