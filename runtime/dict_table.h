/* runtime/dict_table.h - the index table of a dict: which entry stands behind a hash.
 *
 * Owns:      the sizes of tables, reading and writing of their places.
 * Invariant: a place holds PLACE_FREE, PLACE_DELETED or an entry's index + PLACE_ENTRY in as many low bits as tell the
 *            place of a hash, and above them, as far as there is room, the bits of the entry's hash that stand there;
 *            some place is always free.
 * Not here:  searching by key (dict.c).
 */
#ifndef OURO_DICT_TABLE_H
#define OURO_DICT_TABLE_H

#include "runtime/dict.h"
#include "runtime/hashtable.h"

enum { PLACE_FREE, PLACE_DELETED, PLACE_ENTRY, TABLE_BITS_MIN = 3, TABLE_BITS_MAX = 31 };

/* Sizes. */

/* Bytes of a place. The functions that search are made once for each width. */
static inline unsigned width_for(unsigned bits) { return bits <= 8 ? 1 : bits <= 16 ? 2 : 4; }
static inline size_t entries_for(unsigned bits) { return ((size_t)2 << bits) / 3; }
static inline size_t table_size(unsigned bits) { return (size_t)width_for(bits) << bits; }
static inline size_t block_size(unsigned bits) { return entries_for(bits) * sizeof(DictEntry) + table_size(bits); }

/* Bits of the smallest table with this many places. */
static inline unsigned bits_for(size_t places) {
    unsigned bits = TABLE_BITS_MIN;
    while (bits <= TABLE_BITS_MAX && (size_t)1 << bits < places) bits++;
    return bits;
}

/* Bits of a table that takes count entries without growing. */
static inline unsigned bits_for_entries(size_t count) { return bits_for((count * 3 + 1) / 2); }

static ALWAYS_INLINE size_t place_get(const void *table, unsigned width, size_t place) {
    if (width == 1) return ((const uint8_t *)table)[place];
    return width == 2 ? ((const uint16_t *)table)[place] : ((const uint32_t *)table)[place];
}

static ALWAYS_INLINE void place_set(void *table, unsigned width, size_t place, size_t v) {
    if (width == 1) ((uint8_t *)table)[place] = (uint8_t)v;
    else if (width == 2) ((uint16_t *)table)[place] = (uint16_t)v;
    else ((uint32_t *)table)[place] = (uint32_t)v;
}

/* What leads to an entry. Its index needs less than the bits of mask, as a third of the places stays free. */
static ALWAYS_INLINE size_t place_of(size_t index, int64_t hash, size_t mask) {
    return (index + PLACE_ENTRY) | ((uint64_t)hash & ~mask);
}
static ALWAYS_INLINE size_t index_at(size_t at, size_t mask) { return (at & mask) - PLACE_ENTRY; }

/* Whether what leads to an entry may lead to one with this hash: nearly all others are passed without a look. */
static ALWAYS_INLINE bool may_have_hash(size_t at, unsigned width, int64_t hash, size_t mask) {
    uint64_t differs = (at ^ (uint64_t)hash) & ~mask;
    return (width == 1 ? (uint8_t)differs : width == 2 ? (uint16_t)differs : (uint32_t)differs) == 0;
}

static inline size_t mask_of(const Dict *dict) { return ((size_t)1 << dict->table_bits) - 1; }
static inline bool is_seeded(const Dict *dict) { return dict->head.flags & DICT_SEEDED; }

/* Where a key was found, or where the search ended. */
typedef struct Found {
    int64_t entry; /* its index, or one of those below */
    size_t place;  /* of it in the table, or the free place where it would go; meaningless in an empty dict */
} Found;
enum {
    NOT_FOUND = -1,
    NOT_FOUND_FAR = -2, /* and the search was too long to be chance */
    SEARCH_FAILED = -3, /* an exception is set */
    SEARCH_ON = -4,     /* comparing takes a call */
};

/* Searches for an exact str. SEARCH_ON: dict_get must tell. Runs no Python code, raises nothing. */
Found dict_find_str(const Dict *dict, Ref key);

/* Looks for a small int or a string at its first place, without a call. FAILED: a search must tell. */
static inline Lookup dict_probe(const Dict *dict, Ref key, DictEntry **entry) {
    int64_t hash;
    if (!hash_at_once(key, &hash)) return FAILED;
    if (UNLIKELY(!dict->entries)) return MISSING;
    if (UNLIKELY(is_seeded(dict))) return FAILED;
    size_t mask = mask_of(dict), at = place_get(dict->table, width_for(dict->table_bits), (uint64_t)hash & mask);
    if (at < PLACE_ENTRY) return at == PLACE_FREE ? MISSING : FAILED;
    *entry = &dict->entries[index_at(at, mask)];
    return (*entry)->key == key ? FOUND : FAILED;
}

/* Large tables, whose places stand in no cache unless they are asked for early. */

enum { EXPECTED_BITS = 16 }; /* a table with more is large: its places have four bytes */

static inline void expect_place(const Dict *dict, int64_t hash) {
    Walk walk = walk_start(hash, mask_of(dict), is_seeded(dict));
    __builtin_prefetch((const uint32_t *)dict->table + walk.place, 1);
}

/* When that place has come: what a search goes on to, an entry or the next place. */
static inline void expect_entry(const Dict *dict, int64_t hash) {
    const uint32_t *table = dict->table;
    size_t mask = mask_of(dict);
    Walk walk = walk_start(hash, mask, is_seeded(dict));
    uint32_t at = table[walk.place];
    if (at < PLACE_ENTRY) return;
    walk_jump(&walk, mask);
    bool there = may_have_hash(at, 4, hash, mask);
    __builtin_prefetch(there ? (const void *)&dict->entries[index_at(at, mask)] : &table[walk.place]);
}

static inline size_t find_free_place(const Dict *dict, int64_t hash) {
    unsigned width = width_for(dict->table_bits);
    size_t mask = mask_of(dict);
    Walk walk = walk_start(hash, mask, is_seeded(dict));
    while (place_get(dict->table, width, walk.place) != PLACE_FREE) walk_jump(&walk, mask);
    return walk.place;
}

/* Makes a free place, or that of an entry that moves, lead to an entry with this hash. */
static inline void set_place(Dict *dict, size_t place, int64_t hash, size_t index) {
    place_set(dict->table, width_for(dict->table_bits), place, place_of(index, hash, mask_of(dict)));
}

/* The place that leads to an entry. */
static inline size_t find_place_of(const Dict *dict, size_t index) {
    unsigned width = width_for(dict->table_bits);
    size_t mask = mask_of(dict);
    Walk walk = walk_start(dict->entries[index].hash, mask, is_seeded(dict));
    while ((place_get(dict->table, width, walk.place) & mask) != index + PLACE_ENTRY) walk_jump(&walk, mask);
    return walk.place;
}

#endif
