/* compiler/pointer_map.h - a hash table from addresses (names, tree nodes) to numbers.
 *
 * Owns:      its table, in the arena.
 * Invariant: at most half of the places are taken; a key is never NULL.
 * Not here:  constants by value (consts.h).
 */
#ifndef OURO_POINTER_MAP_H
#define OURO_POINTER_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "runtime/base/arena.h"

typedef struct PointerMap {
    const void **keys; /* NULL: free place */
    uint32_t *values;  /* beside its key */
    uint32_t capacity; /* places, a power of two; 0: none yet */
    uint32_t count;    /* keys */
} PointerMap;

/* True, with the number in *value, when the key is there. */
bool pointer_map_get(const PointerMap *map, const void *key, uint32_t *value);
/* Adds a key that is not there yet. */
void pointer_map_add(PointerMap *map, Arena *arena, const void *key, uint32_t value);

#endif
