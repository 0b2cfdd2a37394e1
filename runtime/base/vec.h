/* runtime/base/vec.h - a growable array of one type, in an arena or on the C heap.
 *
 * Owns:      its items.
 * Invariant: items[0 .. count) are in use, count <= capacity.
 * Not here:  Python lists (runtime/list.h).
 */
#ifndef OURO_VEC_H
#define OURO_VEC_H

#include <stddef.h>

#include "runtime/base/arena.h"

/* Declares struct Name with items, count, capacity. */
#define VEC(Name, Type)                                                                                                \
    typedef struct Name {                                                                                              \
        Type *items;     /* elements */                                                                                \
        size_t count;    /* elements in use */                                                                         \
        size_t capacity; /* elements that fit */                                                                       \
    } Name

/* Makes room for one more in an arena (the old items stay in the arena as waste) and returns the place of all. When the
 * system refuses, `failed` of the arena is set, and the last item gives its place away. */
void *vec_grow_in(Arena *arena, void *items, size_t *capacity, size_t *count, size_t item_size);

#define VEC_PUSH_IN(arena, vec, value)                                                                                 \
    ((vec)->items = (vec)->count < (vec)->capacity                                                                     \
                        ? (vec)->items                                                                                 \
                        : vec_grow_in((arena), (vec)->items, &(vec)->capacity, &(vec)->count, sizeof *(vec)->items),   \
     (vec)->items[(vec)->count++] = (value))

#endif
