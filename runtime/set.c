/* runtime/set.c - the hash table behind set and frozenset.
 *
 * Owns:      probing, growth, insertion, deletion, merging.
 * Invariant: after equal() ran Python code, nothing found before is trusted unless moves and the key are the same.
 * Not here:  set algebra (set_algebra.c), methods (set_methods.c).
 *
 * A search looks at a run of ten places, then jumps (hashtable.h). This is CPython's scheme, place for place, because the
 * order of iteration shows it, unless the set had to be seeded.
 */
#include "runtime/set.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/iterate.h"
#include "runtime/list.h"

enum { RUN = 9 }; /* places behind the first that are looked at before the next jump */

/* Probing. */

/* Places after the first that a run looks at: all of them or, where the table would end, none. */
static inline size_t run_length(size_t place, size_t mask) { return place + RUN <= mask ? RUN : 0; }

/* Puts a key that is not there in a table without deleted places. */
static void insert_clean(Set *set, Value key, int64_t hash) {
    for (Walk walk = walk_start(hash, set->mask, set->seeded);; walk_jump(&walk, set->mask)) {
        SetEntry *entry = &set->table[walk.place], *last = entry + run_length(walk.place, set->mask);
        for (; entry <= last; entry++) {
            if (entry->key) continue;
            entry->key = key;
            entry->hash = hash;
            return;
        }
    }
}

/* Asks equal() about an entry. *moved: what it ran has changed the table, so that the search must begin again. */
static Lookup ask_equal(Set *set, SetEntry *entry, Ref key, bool *moved) {
    Value candidate = retain(entry->key);
    uint32_t moves = set->moves;
    Lookup same = equal(candidate, key);
    *moved = set->moves != moves || entry->key != candidate;
    release(candidate);
    *moved = *moved || set->moves != moves;
    return same;
}

/* What a search came to. */
typedef struct Search {
    SetEntry *place; /* of the key, or the free place that ended the search; NULL: there is no table */
    size_t jumps;    /* how far the search went */
} Search;

/* Whether an entry with the hash of key has an equal one. *moved is set when asking has changed the table. */
static Lookup ask(Set *set, SetEntry *entry, Ref key, bool *moved) {
    Lookup same = keys_equal(entry->key, key);
    return same == FAILED ? ask_equal(set, entry, key, moved) : same;
}

/* Deleted places have the hash -1, which no key has; free ones have hash 0 and no key. A comparison that changed the set
 * makes the search begin anew; for a key that is added its answer stands all the same when it is "equal". */
static Lookup search(Set *set, Ref key, int64_t hash, bool adding, Search *result) {
    bool moved;
begin:
    *result = (Search){0};
    if (UNLIKELY(!set->table)) return MISSING;
    for (Walk walk = walk_start(hash, set->mask, set->seeded);; walk_jump(&walk, set->mask), result->jumps++) {
        SetEntry *entry = &set->table[walk.place], *last = entry + run_length(walk.place, set->mask);
        for (; entry <= last; entry++) {
            if (LIKELY(entry->hash != hash)) {
                if (entry->key) continue;
                result->place = entry;
                return MISSING;
            }
            result->place = entry;
            if (entry->key == key) return FOUND;
            if (!entry->key) return MISSING;
            moved = false;
            Lookup same = ask(set, entry, key, &moved);
            if (same == FAILED) return FAILED;
            if (UNLIKELY(moved) && !(adding && same == FOUND)) goto begin;
            if (same == FOUND) return FOUND;
        }
    }
}

/* Where a key goes whose search ended at a free place: CPython takes the last deleted place on the way before that. */
static SetEntry *deleted_on_the_way(Set *set, int64_t hash, SetEntry *end) {
    SetEntry *deleted = NULL;
    for (Walk walk = walk_start(hash, set->mask, set->seeded);; walk_jump(&walk, set->mask)) {
        SetEntry *entry = &set->table[walk.place], *last = entry + run_length(walk.place, set->mask);
        for (; entry <= last; entry++) {
            if (entry == end) return deleted;
            if (entry->key == SET_DELETED) deleted = entry;
        }
    }
}

/* Storage. */

static void *new_table(size_t places) {
    size_t size = places * sizeof(SetEntry);
    Mem *mem = &rt()->mem;
    void *table = size <= MEM_CELL_MAX ? mem_cell(mem, MEM_RAW, size) : mem_raw_try(mem, size);
    return table ? memset(table, 0, size) : raise_memory();
}

static void free_table(SetEntry *table, size_t mask) {
    if (table) mem_raw_free(&rt()->mem, table, (mask + 1) * sizeof(SetEntry));
}

/* A new table of the smallest power of two above minimum, without deleted places. */
static bool resize(Set *set, size_t minimum) {
    size_t places = SET_SMALL;
    while (places <= minimum) places <<= 1;
    SetEntry *old = set->table, *table = new_table(places);
    size_t old_mask = set->mask;
    if (!table) return false;
    set->table = table;
    set->mask = places - 1;
    set->fill = set->count;
    set->moves++;
    for (size_t i = 0; old && i <= old_mask; i++) {
        if (old[i].key && old[i].key != SET_DELETED) insert_clean(set, old[i].key, old[i].hash);
    }
    free_table(old, old_mask);
    return true;
}

static bool grow(Set *set) { return resize(set, set->count > 50000 ? set->count * 2 : set->count * 4); }

bool set_tidy(Ref self) {
    Set *set = as_set(self);
    return set->fill - set->count <= set->mask / 4 || grow(set);
}

/* The same places, chosen with the seed. */
static bool scatter(Set *set) {
    set->seeded = true;
    return resize(set, set->mask);
}

size_t set_sizeof(Ref self) {
    size_t places = as_set(self)->mask + 1;
    return 216 + (places == SET_SMALL ? 0 : places * sizeof(SetEntry));
}

/* Keys. */

/* Puts a key where a search for it ended, and grows when three places in five are taken. */
static bool occupy(Set *set, const Search *end, Ref key, int64_t hash) {
    SetEntry *deleted = set->fill == set->count ? NULL : deleted_on_the_way(set, hash, end->place);
    SetEntry *place = deleted ? deleted : end->place;
    place->key = retain(key);
    place->hash = hash;
    set->count++;
    if (deleted) return true;
    set->fill++;
    return LIKELY(set->fill * 5 < set->mask * 3) || grow(set);
}

/* The commonest case: no place was ever deleted, there is room, and the first run of places ends at a free one before
 * the key's hash is met. False: the long way must be gone. */
static inline bool add_quickly(Set *set, Ref key, int64_t hash) {
    if (UNLIKELY(!set->table || set->fill != set->count || set->seeded || set->fill * 5 + 5 >= set->mask * 3))
        return false;
    size_t place = (size_t)hash & set->mask;
    SetEntry *entry = &set->table[place], *last = entry + run_length(place, set->mask);
    for (; entry <= last; entry++) {
        if (!entry->key) {
            entry->key = retain(key);
            entry->hash = hash;
            set->count++;
            set->fill++;
            return true;
        }
        if (entry->hash == hash) return entry->key == key;
    }
    return false;
}

bool set_add_known(Ref self, Ref key, int64_t hash) {
    Set *set = as_set(self);
    if (LIKELY(add_quickly(set, key, hash))) return true;
    Search end;
    Lookup found = search(set, key, hash, true, &end);
    if (found != MISSING) return found == FOUND;
    if (UNLIKELY(!end.place)) {
        set->table = new_table(set->mask + 1);
        set->moves++;
        return set->table && set_add_known(self, key, hash);
    }
    if (UNLIKELY(end.jumps > WALK_LIMIT) && !set->seeded) return scatter(set) && set_add_known(self, key, hash);
    return occupy(set, &end, key, hash);
}

Lookup set_contains_known(Ref self, Ref key, int64_t hash) {
    const Set *set = as_set(self);
    if (LIKELY(set->table && !set->seeded)) { /* the first place decides most often */
        const SetEntry *entry = &set->table[(size_t)hash & set->mask];
        if (entry->key == key) return FOUND;
        if (!entry->key) return MISSING;
    }
    Search end;
    return search(as_set(self), key, hash, false, &end);
}

Lookup set_discard_known(Ref self, Ref key, int64_t hash) {
    Set *set = as_set(self);
    Search end;
    Lookup found = search(set, key, hash, false, &end);
    if (found != FOUND) return found;
    Value old = end.place->key;
    *end.place = (SetEntry){.key = SET_DELETED, .hash = -1};
    set->count--;
    release(old);
    return FOUND;
}

bool set_add(Ref self, Ref key) {
    int64_t hash;
    return LIKELY(key_hash(key, &hash)) && set_add_known(self, key, hash);
}

Lookup set_contains(Ref self, Ref key) {
    int64_t hash;
    return LIKELY(key_hash(key, &hash)) ? set_contains_known(self, key, hash) : FAILED;
}

Lookup set_discard(Ref self, Ref key) {
    int64_t hash;
    return LIKELY(key_hash(key, &hash)) ? set_discard_known(self, key, hash) : FAILED;
}

Value set_pop(Ref self) {
    Set *set = as_set(self);
    if (set->count == 0) return raise(&type_KeyError, "pop from an empty set");
    size_t i = set->finger & set->mask;
    while (!set->table[i].key || set->table[i].key == SET_DELETED) i = i == set->mask ? 0 : i + 1;
    Value key = set->table[i].key;
    set->table[i] = (SetEntry){.key = SET_DELETED, .hash = -1};
    set->count--;
    set->finger = i + 1;
    return key;
}

void set_clear(Ref self) {
    Set *set = as_set(self);
    SetEntry *table = set->table;
    size_t mask = set->mask;
    set->table = NULL;
    set->mask = SET_SMALL - 1;
    set->count = set->fill = 0;
    set->hash = -1;
    set->seeded = false;
    set->moves++;
    for (size_t i = 0; table && i <= mask; i++) release_maybe(table[i].key);
    free_table(table, mask);
}

void set_swap(Ref first, Ref second) {
    Set *a = as_set(first), *b = as_set(second), old = *a;
    a->count = b->count;
    a->fill = b->fill;
    a->mask = b->mask;
    a->table = b->table;
    a->seeded = b->seeded;
    b->count = old.count;
    b->fill = old.fill;
    b->mask = old.mask;
    b->table = old.table;
    b->seeded = old.seeded;
    a->hash = b->hash = -1;
    a->moves++;
    b->moves++;
}

bool set_step(Ref self, size_t *position, Ref *key, int64_t *hash) {
    Set *set = as_set(self);
    while (set->table && *position <= set->mask) {
        SetEntry *entry = &set->table[(*position)++];
        if (!entry->key || entry->key == SET_DELETED) continue;
        *key = entry->key;
        *hash = entry->hash;
        return true;
    }
    return false;
}

/* Merging. */

static bool copy_table(Set *set, const Set *other) {
    if (!set->table && !(set->table = new_table(set->mask + 1))) return false;
    for (size_t i = 0; i <= set->mask; i++) {
        retain_maybe(other->table[i].key);
        set->table[i] = other->table[i];
    }
    set->fill = set->count = other->count;
    set->moves++;
    return true;
}

static bool copy_keys(Set *set, const Set *other) {
    if (!set->table && !(set->table = new_table(set->mask + 1))) return false;
    for (size_t i = 0; i <= other->mask; i++) {
        if (!other->table[i].key || other->table[i].key == SET_DELETED) continue;
        insert_clean(set, retain(other->table[i].key), other->table[i].hash);
    }
    set->fill = set->count = other->count;
    set->moves++;
    return true;
}

static bool add_each(Ref self, Ref source) {
    size_t position = 0;
    Ref peeked;
    int64_t hash;
    while (set_step(source, &position, &peeked, &hash)) {
        Value key = retain(peeked);
        bool done = set_add_known(self, key, hash);
        release(key);
        if (!done) return false;
    }
    return true;
}

static bool merge(Ref self, Ref source) {
    Set *set = as_set(self), *other = as_set(source);
    if (set == other || other->count == 0) return true;
    if ((set->fill + other->count) * 5 >= set->mask * 3 && !resize(set, (set->count + other->count) * 2)) return false;
    if (set->fill == 0) {
        set->seeded = other->seeded;
        bool alike = set->mask == other->mask && other->fill == other->count;
        return alike ? copy_table(set, other) : copy_keys(set, other);
    }
    return add_each(self, source);
}

static bool add_keys_of_dict(Ref self, Dict *dict) {
    Set *set = as_set(self);
    size_t count = dict->count, position = 0;
    if ((set->fill + count) * 5 >= set->mask * 3 && !resize(set, (set->count + count) * 2)) return false;
    for (DictEntry *entry; (entry = dict_next_entry(dict, &position));) {
        Value key = retain(entry->key);
        bool done = set_add_known(self, key, entry->hash);
        release(key);
        if (!done) return false;
    }
    return true;
}

/* Adding a key may run Python code that changes the list. */
static bool add_items_of_list(Ref self, Ref list) {
    for (size_t i = 0; i < list_count(list); i++) {
        Value key = retain(list_peek(list, i));
        bool done = set_add(self, key);
        release(key);
        if (UNLIKELY(!done || !runtime_poll())) return false;
    }
    return true;
}

static bool add_items(Ref self, Ref iterable) {
    Value iterator = iterate(iterable), key;
    if (!iterator) return false;
    Lookup more;
    while ((more = iterate_quickly(iterator, &key)) == FOUND) {
        bool done = set_add(self, key);
        release(key);
        if (UNLIKELY(!done || !runtime_poll())) {
            more = FAILED;
            break;
        }
    }
    release(iterator);
    return more != FAILED;
}

bool set_update(Ref self, Ref iterable) {
    if (is_set(iterable)) return merge(self, iterable);
    if (is_exact(iterable, &type_dict)) return add_keys_of_dict(self, as_dict(iterable));
    return is_exact(iterable, &type_list) ? add_items_of_list(self, iterable) : add_items(self, iterable);
}

/* Creation. */

Value set_new_of(Type *type) {
    Set *set = object_new(type, type->size);
    set->mask = SET_SMALL - 1;
    set->hash = -1;
    return value_of(set);
}

Value set_new(void) { return set_new_of(&type_set); }

Value set_copy(Ref self, Type *type) {
    Value copy = set_new_of(type);
    if (merge(copy, self)) return copy;
    release(copy);
    return NULL;
}
