/* runtime/dict_recent.h - the entry of a dict that was used last by a tuple, found again without a hash.
 *
 * Owns:      when the runtime's recent_entry counts.
 * Invariant: no Python code runs here, and none is left out: only what hashes and compares by itself is looked at.
 * Not here:  the search (dict.c).
 */
#ifndef OURO_DICT_RECENT_H
#define OURO_DICT_RECENT_H

#include "runtime/dict.h"
#include "runtime/hashtable.h"

static inline void remember(const Dict *dict, Ref key, size_t index) {
    if (is_exact(key, &type_tuple)) rt()->recent_entry = (RecentEntry){dict, index};
}

/* Whether two keys are tuples of the same small ints and strings, whose hashes and comparison run no Python code. */
static inline bool same_atoms(Ref a, Ref b) {
    if (!is_exact(a, &type_tuple) || tuple_count(a) != tuple_count(b)) return false;
    for (size_t i = 0; i < tuple_count(a); i++) {
        Ref x = tuple_peek(a, i), y = tuple_peek(b, i);
        if (is_small_int(x) ? x != y : !is_exact_str(x) || (x != y && (!is_exact_str(y) || !str_equal(x, y))))
            return false;
    }
    return true;
}

/* The entry of a tuple that was asked for just now, found without its hash, or NULL. */
static inline DictEntry *recent_entry(const Dict *dict, Ref key) {
    RecentEntry recent = rt()->recent_entry;
    if (recent.dict != dict || !is_exact(key, &type_tuple) || recent.index >= dict->used) return NULL;
    DictEntry *entry = &dict->entries[recent.index];
    return entry->key && same_atoms(entry->key, key) ? entry : NULL;
}

#endif
