#include "parser/name.h"

#include <string.h>

/* Open addressing, a power of two, at most half full. */
struct NameTable {
    Arena *arena;       /* where names and entries live */
    const Name **names; /* NULL: free */
    size_t capacity;    /* entries of names */
    size_t count;       /* names in it */
};

#define FIRST_CAPACITY 128

NameTable *name_table_new(Arena *arena) {
    NameTable *table = ARENA_NEW(arena, NameTable);
    table->arena = arena;
    table->capacity = FIRST_CAPACITY;
    table->names = ARENA_ARRAY(arena, const Name *, FIRST_CAPACITY);
    return table;
}

/* FNV-1a: identifiers are short. */
static uint32_t hash_text(const char *text, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

/* Returns the place of the name, or the free place where it belongs. */
static const Name **find_place(const NameTable *table, const char *text, size_t length, uint32_t hash) {
    size_t mask = table->capacity - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        const Name *name = table->names[i];
        if (!name) return &table->names[i];
        if (name->hash == hash && name->length == length && memcmp(name->text, text, length) == 0)
            return &table->names[i];
    }
}

static bool grow(NameTable *table) {
    const Name **old = table->names, **names = arena_try(table->arena, table->capacity * 2 * sizeof *names);
    size_t old_capacity = table->capacity;
    if (!names) return false;
    table->capacity *= 2;
    table->names = names;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i]) *find_place(table, old[i]->text, old[i]->length, old[i]->hash) = old[i];
    }
    return true;
}

const Name *name_intern(NameTable *table, const char *text, size_t length) {
    uint32_t hash = hash_text(text, length);
    const Name **place = find_place(table, text, length, hash);
    if (*place) return *place;
    static const Name nameless = {.text = ""}; /* where there is no memory */
    if (table->count * 2 >= table->capacity) {
        if (!grow(table)) return &nameless;
        place = find_place(table, text, length, hash);
    }
    Name *name = arena_try(table->arena, sizeof(Name) + length + 1);
    if (!name) return &nameless;
    name->length = (uint32_t)length;
    name->hash = hash;
    memcpy(name->text, text, length);
    *place = name;
    table->count++;
    return name;
}
