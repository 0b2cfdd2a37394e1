/* runtime/dict_recent.h - the entry that a tuple or a string found last, found again without a search.
 *
 * A key looked up is often the key stored next (d[k] += 1, d[k] = d.get(k, 0) + 1). Looking up only remembers: other
 * look-ups mostly ask for another key, and testing for the same costs those of tuples 50 instructions of 290.
 *
 * Owns:      when the runtime's recent_entry counts.
 * Invariant: no Python code runs here, and none is left out: only what hashes and compares by itself is looked at.
 * Not here:  the search (dict.c).
 */
#ifndef OURO_DICT_RECENT_H
#define OURO_DICT_RECENT_H

#include "runtime/dict_table.h"

/* Whether the entry of such a key is remembered. */
static inline bool is_remembered(Ref key) { return is_exact(key, &type_tuple) || is_exact_str(key); }

static inline void remember(const Dict *dict, size_t index) { rt()->recent_entry = (RecentEntry){dict, index}; }

/* Whether two tuples have the same small ints and strings, whose hashes and comparison run no Python code. False also
 * of strings that are equal but not identical: the search will tell. */
static ALWAYS_INLINE bool same_atoms(const Tuple *a, const Tuple *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++) {
        Ref x = a->items[i];
        if (x != b->items[i] || !(is_small_int(x) || is_exact_str(x))) return false;
    }
    return true;
}

/* The entry of the key, a tuple or a string, when that was looked up just now, or NULL. */
static inline DictEntry *recent_entry(const Dict *dict, Ref key) {
    RecentEntry recent = rt()->recent_entry;
    if (recent.dict != dict || recent.index >= dict->used) return NULL;
    DictEntry *entry = &dict->entries[recent.index];
    if (is_exact_str(key)) {
        bool same = entry->hash == as_str(key)->hash && entry->key && is_exact_str(entry->key) &&
                    same_str(as_str(entry->key), as_str(key));
        return same ? entry : NULL;
    }
    if (!entry->key || !is_exact(key, &type_tuple) || !is_exact(entry->key, &type_tuple)) return NULL;
    return same_atoms(as_tuple(entry->key), as_tuple(key)) ? entry : NULL;
}

#endif
