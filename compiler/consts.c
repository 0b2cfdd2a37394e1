/* compiler/consts.c - the constants of one code object, each once.
 *
 * Owns:      the hash table, and what "the same constant" means.
 * Invariant: at most half of the places are taken.
 * Not here:  making values of AST constants and folding (fold.c).
 */
#include "compiler/consts.h"

#include <string.h>

#include "runtime/bytes.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

#define FIRST_CAPACITY 16u
#define KEYS_COMPARED 100u

static uint64_t bits_of_double(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static uint64_t hash_constant(Ref v);

static uint64_t hash_keys(Ref set) {
    uint64_t sum = 4;
    size_t position = 0;
    int64_t hash;
    for (Ref key; set_step(set, &position, &key, &hash);) sum += hash_constant(key) * 0x9e3779b97f4a7c15u;
    return sum;
}

static uint64_t hash_constant(Ref v) {
    if (!is_heap(v)) return bits_of(v);
    const Type *type = type_of(v);
    if (type == &type_str) return (uint64_t)str_hash(v) ^ 1;
    if (type == &type_bytes) return (uint64_t)bytes_hash(v) ^ 2;
    if (type == &type_int) return (uint64_t)int_hash(v) ^ 3;
    if (type == &type_float) return bits_of_double(float_of(v));
    if (type == &type_frozenset) return hash_keys(v);
    if (type != &type_tuple) return bits_of(v);
    uint64_t hash = tuple_count(v);
    for (size_t i = 0; i < tuple_count(v); i++) hash = (hash ^ hash_constant(tuple_peek(v, i))) * 0x9e3779b97f4a7c15u;
    return hash;
}

static bool same_constant(Ref a, Ref b);

static bool same_items(Ref a, Ref b) {
    if (tuple_count(a) != tuple_count(b)) return false;
    for (size_t i = 0; i < tuple_count(a); i++) {
        if (!same_constant(tuple_peek(a, i), tuple_peek(b, i))) return false;
    }
    return true;
}

static bool has_constant(Ref set, Ref constant, int64_t hash) {
    size_t position = 0;
    int64_t other;
    for (Ref key; set_step(set, &position, &key, &other);) {
        if (other == hash && same_constant(key, constant)) return true;
    }
    return false;
}

/* Of many keys: each set is a constant of its own, since this takes their square. */
static bool same_keys(Ref a, Ref b) {
    if (set_count(a) != set_count(b) || set_count(a) > KEYS_COMPARED) return false;
    size_t position = 0;
    int64_t hash;
    for (Ref key; set_step(a, &position, &key, &hash);) {
        if (!has_constant(b, key, hash)) return false;
    }
    return true;
}

static bool same_constant(Ref a, Ref b) {
    if (a == b) return true;
    if (!is_heap(a) || !is_heap(b)) return false;
    const Type *type = type_of(a);
    if (type != type_of(b)) return false;
    if (type == &type_str) return str_equal(a, b);
    if (type == &type_int) return int_compare(a, b) == 0;
    if (type == &type_float) return bits_of_double(float_of(a)) == bits_of_double(float_of(b));
    if (type == &type_tuple) return same_items(a, b);
    if (type == &type_frozenset) return same_keys(a, b);
    return type == &type_bytes && bytes_length(a) == bytes_length(b) &&
           memcmp(bytes_data(a), bytes_data(b), bytes_length(a)) == 0;
}

/* Where the constant is, or the free place where it belongs. */
static uint32_t find_place(const ConstTable *table, Ref constant) {
    uint64_t hash = hash_constant(constant) * 0x9e3779b97f4a7c15u;
    uint32_t place = (uint32_t)(hash >> 32) & (table->room - 1);
    while (table->places[place] && !same_constant(table->items[table->places[place] - 1], constant)) {
        place = (place + 1) & (table->room - 1);
    }
    return place;
}

static bool grow(ConstTable *table, Arena *arena) {
    uint32_t capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY;
    Value *items = arena_try(arena, capacity * sizeof *items);
    uint32_t *places = arena_try(arena, capacity * 2 * sizeof *places);
    if (!places) return false;
    if (table->count) memcpy(items, table->items, table->count * sizeof *items);
    table->items = items;
    table->capacity = capacity;
    table->room = capacity * 2;
    table->places = places;
    for (uint32_t i = 0; i < table->count; i++) table->places[find_place(table, items[i])] = i + 1;
    return true;
}

uint32_t consts_index_steal(ConstTable *table, Arena *arena, Value constant) {
    if (table->count == table->capacity && !grow(table, arena)) {
        release(constant);
        return 0;
    }
    uint32_t place = find_place(table, constant);
    if (table->places[place]) {
        release(constant);
        return table->places[place] - 1;
    }
    table->items[table->count++] = constant;
    table->places[place] = table->count;
    return table->count - 1;
}

void consts_release(ConstTable *table) {
    for (uint32_t i = 0; i < table->count; i++) release(table->items[i]);
    table->count = 0;
}
