/* runtime/base/vec.c - a growable array of one type.
 *
 * Owns:      nothing: the items are the arena's.
 * Invariant: the new place holds the old items.
 * Not here:  Python lists (runtime/list.h).
 */
#include "runtime/base/vec.h"

#include <string.h>

#define FIRST_CAPACITY 8u

void *vec_grow_in(Arena *arena, void *items, size_t *capacity, size_t *count, size_t item_size) {
    size_t wanted = *capacity < FIRST_CAPACITY ? FIRST_CAPACITY : *capacity * 2;
    void *place = *count ? arena_try(arena, wanted * item_size) : arena_alloc(arena, wanted * item_size);
    if (!place) {
        --*count;
        return items;
    }
    if (*count > 0) memcpy(place, items, *count * item_size);
    *capacity = wanted;
    return place;
}
