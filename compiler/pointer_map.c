/* compiler/pointer_map.c - a hash table from addresses to numbers.
 *
 * Owns:      open addressing with linear probing.
 * Invariant: at most half of the places are taken.
 * Not here:  deletion: nothing is ever taken out.
 */
#include "compiler/pointer_map.h"

#define FIRST_CAPACITY 8u

static uint32_t place_of(const PointerMap *map, const void *key) {
    uint64_t hash = (uint64_t)(uintptr_t)key * 0x9e3779b97f4a7c15u;
    uint32_t place = (uint32_t)(hash >> 32) & (map->capacity - 1);
    while (map->keys[place] && map->keys[place] != key) place = (place + 1) & (map->capacity - 1);
    return place;
}

bool pointer_map_get(const PointerMap *map, const void *key, uint32_t *value) {
    if (map->count == 0) return false;
    uint32_t place = place_of(map, key);
    if (!map->keys[place]) return false;
    *value = map->values[place];
    return true;
}

static void put(PointerMap *map, const void *key, uint32_t value) {
    uint32_t place = place_of(map, key);
    map->keys[place] = key;
    map->values[place] = value;
}

static bool grow(PointerMap *map, Arena *arena) {
    PointerMap old = *map;
    uint32_t capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    const void **keys = arena_try(arena, capacity * sizeof *keys);
    uint32_t *values = arena_try(arena, capacity * sizeof *values);
    if (!values) return false;
    *map = (PointerMap){.capacity = capacity, .count = old.count, .keys = keys, .values = values};
    for (uint32_t i = 0; i < old.capacity; i++) {
        if (old.keys[i]) put(map, old.keys[i], old.values[i]);
    }
    return true;
}

void pointer_map_add(PointerMap *map, Arena *arena, const void *key, uint32_t value) {
    if (map->count * 2 >= map->capacity && !grow(map, arena)) return;
    put(map, key, value);
    map->count++;
}
