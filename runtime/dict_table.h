/* runtime/dict_table.h - the index table of a dict: which entry stands behind a hash.
 *
 * Owns:      the sizes of tables, reading and writing of their places.
 * Invariant: a place holds PLACE_FREE, PLACE_DELETED or an entry's index + PLACE_ENTRY; some place is always free.
 * Not here:  searching by key (dict.c).
 */
#ifndef OURO_DICT_TABLE_H
#define OURO_DICT_TABLE_H

#include "runtime/dict.h"
#include "runtime/hashtable.h"

#define ALWAYS_INLINE inline __attribute__((always_inline))

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

static inline size_t mask_of(const Dict *dict) { return ((size_t)1 << dict->table_bits) - 1; }
static inline bool is_seeded(const Dict *dict) { return dict->head.flags & DICT_SEEDED; }

/* Looks for a small int or a string at its first place, without a call. FAILED: a search must tell. */
static inline Lookup dict_probe(const Dict *dict, Ref key, DictEntry **entry) {
    int64_t hash;
    if (!hash_at_once(key, &hash)) return FAILED;
    if (UNLIKELY(!dict->entries)) return MISSING;
    if (UNLIKELY(is_seeded(dict))) return FAILED;
    size_t at = place_get(dict->table, width_for(dict->table_bits), (uint64_t)hash & mask_of(dict));
    if (at == PLACE_FREE) return MISSING;
    if (at == PLACE_DELETED) return FAILED;
    *entry = &dict->entries[at - PLACE_ENTRY];
    return (*entry)->key == key ? FOUND : FAILED;
}

/* Large tables, whose places stand in no cache unless they are asked for early. */

enum { EXPECTED_BITS = 16 }; /* a table with more is large: its places have four bytes */

static inline const uint32_t *place_of_large(const Dict *dict, int64_t hash) {
    return (const uint32_t *)dict->table + walk_start(hash, mask_of(dict), is_seeded(dict)).place;
}

static inline void expect_place(const Dict *dict, int64_t hash) { __builtin_prefetch(place_of_large(dict, hash), 1); }

static inline void expect_entry(const Dict *dict, int64_t hash) {
    uint32_t at = *place_of_large(dict, hash);
    if (at >= PLACE_ENTRY) __builtin_prefetch(&dict->entries[at - PLACE_ENTRY]);
}

static inline size_t find_free_place(const Dict *dict, int64_t hash) {
    unsigned width = width_for(dict->table_bits);
    size_t mask = mask_of(dict);
    Walk walk = walk_start(hash, mask, is_seeded(dict));
    while (place_get(dict->table, width, walk.place) != PLACE_FREE) walk_jump(&walk, mask);
    return walk.place;
}

/* The place that leads to an entry. */
static inline size_t find_place_of(const Dict *dict, size_t entry) {
    unsigned width = width_for(dict->table_bits);
    size_t mask = mask_of(dict);
    Walk walk = walk_start(dict->entries[entry].hash, mask, is_seeded(dict));
    while (place_get(dict->table, width, walk.place) != entry + PLACE_ENTRY) walk_jump(&walk, mask);
    return walk.place;
}

#endif
