/* runtime/set_table.h - the places of a set, for its own file and for what looks into one without a call.
 *
 * Owns:      the guide behind a small table, the quick search.
 * Invariant: nothing here runs Python code.
 * Not here:  the search that compares keys, insertion, growth (set.c).
 */
#ifndef OURO_SET_TABLE_H
#define OURO_SET_TABLE_H

#include "runtime/hashtable.h"
#include "runtime/set.h"

enum { RUN = 9 }; /* places behind the first that are looked at before the next jump */

/* Places after the first that a run looks at: all of them or, where the table would end, none. */
static inline size_t run_length(size_t place, size_t mask) { return place + RUN <= mask ? RUN : 0; }

static inline uint64_t filter_bit(int64_t hash) { return (uint64_t)1 << (hash & 63); }

static inline bool is_guided(const Set *set) { return set->mask < SET_GUIDED; }
static inline SetGuide *guide_of(const Set *set) { return (SetGuide *)(set->table + set->mask + 1); }

/* Looks for a key by the filter, the hint or else the first run of places. FAILED: the long way must be gone, from an
 * entry with this hash if *found is set. */
static inline Lookup find_quickly(const Set *set, Ref key, int64_t hash, SetEntry **found) {
    *found = NULL;
    if (!(set->filter & filter_bit(hash))) return MISSING;
    if (is_guided(set)) {
        size_t hints = set_hint_mask(set->mask);
        SetEntry *entry = &set->table[guide_of(set)->hints[(size_t)hash & hints]];
        if (entry->hash == hash) *found = entry;
        if (LIKELY(entry->key == key)) return FOUND;
        bool alone = hints == SET_GUIDED - 1 && !(set->shared & filter_bit(hash));
        return alone && entry->hash != hash ? MISSING : FAILED;
    }
    if (UNLIKELY(set->seeded)) return FAILED;
    size_t place = (size_t)hash & set->mask;
    SetEntry *entry = &set->table[place], *last = entry + run_length(place, set->mask);
    for (; entry <= last; entry++) {
        if (entry->hash == hash && entry->key) {
            *found = entry;
            return LIKELY(entry->key == key) ? FOUND : FAILED;
        }
        if (!entry->key) return MISSING;
    }
    return FAILED;
}

/* Looks for a small int or a string, without a call. FAILED: a search must tell. */
static inline Lookup set_probe(const Set *set, Ref key) {
    int64_t hash;
    SetEntry *found;
    return hash_at_once(key, &hash) ? find_quickly(set, key, hash, &found) : FAILED;
}

#endif
