/* runtime/set.c - the hash table behind set and frozenset.
 *
 * Owns:      probing, growth, insertion, deletion, merging.
 * Invariant: after equal() ran Python code, nothing found before is trusted unless moves and the key are the same.
 * Not here:  set algebra (set_algebra.c), methods (set_methods.c).
 *
 * A search looks at a run of ten places, then jumps (hashtable.h). This is CPython's scheme, place for place, because
 * the order of iteration shows it, unless the set had to be seeded.
 */
#include "runtime/set.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/set_table.h"
#include "runtime/tuple.h"

/* Puts a key in a place that no key has. */
static inline void fill_place(Set *set, SetEntry *entry, Value key, int64_t hash) {
    entry->key = key;
    entry->hash = hash;
    if (is_heap(key)) set->objects = true;
    if (!is_guided(set)) return;
    set->shared |= set->filter & filter_bit(hash);
    set->filter |= filter_bit(hash);
    SetGuide *guide = guide_of(set);
    size_t place = (size_t)(entry - set->table);
    guide->free &= ~((uint64_t)1 << place);
    guide->deleted &= ~((uint64_t)1 << place);
    guide->hints[(size_t)hash & set_hint_mask(set->mask)] = (uint8_t)place;
}

/* Takes the key out of a place. */
static inline Value empty_place(Set *set, SetEntry *entry) {
    SetEntry old = *entry;
    *entry = (SetEntry){.key = SET_DELETED, .hash = -1};
    set->count--;
    if (!is_guided(set)) return old.key;
    if (set->count == 0) set->filter = set->shared = 0;
    set->filter &= set->shared | ~filter_bit(old.hash);
    guide_of(set)->deleted |= (uint64_t)1 << (entry - set->table);
    return old.key;
}

/* Puts a key that is not there in a table without deleted places. */
static void insert_clean(Set *set, Value key, int64_t hash) {
    for (Walk walk = walk_start(hash, set->mask, set->seeded);; walk_jump(&walk, set->mask)) {
        SetEntry *entry = &set->table[walk.place], *last = entry + run_length(walk.place, set->mask);
        for (; entry <= last; entry++) {
            if (entry->key) continue;
            fill_place(set, entry, key, hash);
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

/* Whether an entry with the hash of key has an equal one. *moved is set when asking has changed the table. */
static Lookup ask(Set *set, SetEntry *entry, Ref key, bool *moved) {
    Lookup same = keys_equal(entry->key, key);
    return same == FAILED ? ask_equal(set, entry, key, moved) : same;
}

/* Deleted places have the hash -1, which no key has; free ones have hash 0 and no key. A comparison that changed the
 * set makes the search begin anew; for a key that is added its answer stands all the same when it is "equal". */
static Lookup search(Set *set, Ref key, int64_t hash, bool adding, SetEntry **found) {
    bool moved;
begin:
    if (UNLIKELY(!set->table)) return MISSING;
    for (Walk walk = walk_start(hash, set->mask, set->seeded);; walk_jump(&walk, set->mask)) {
        SetEntry *entry = &set->table[walk.place], *last = entry + run_length(walk.place, set->mask);
        for (; entry <= last; entry++) {
            if (!entry->key) return MISSING;
            if (LIKELY(entry->hash != hash)) continue;
            *found = entry;
            if (entry->key == key) return FOUND;
            moved = false;
            Lookup same = ask(set, entry, key, &moved);
            if (same == FAILED) return FAILED;
            if (UNLIKELY(moved) && !(adding && same == FOUND)) goto begin;
            if (same == FOUND) return FOUND;
        }
    }
}

/* The long way: first the entry that find_quickly came to. */
static __attribute__((noinline)) Lookup find_slowly(Set *set, Ref key, int64_t hash, bool adding, SetEntry **found) {
    if (*found && (*found)->key && keys_equal((*found)->key, key) == FOUND) return FOUND;
    return search(set, key, hash, adding, found);
}

/* Whether no place of the smallest table has this hash. */
static inline bool is_unknown(const Set *set, int64_t hash) {
    if (set->mask >= SET_SMALL) return false;
    for (size_t i = 0; i < SET_SMALL; i++) {
        if (set->table[i].hash == hash) return false;
    }
    return true;
}

static inline Lookup find(Set *set, Ref key, int64_t hash, bool adding, SetEntry **found) {
    Lookup there = find_quickly(set, key, hash, found);
    if (there == FAILED && !*found && is_unknown(set, hash)) return MISSING;
    return LIKELY(there != FAILED) ? there : find_slowly(set, key, hash, adding, found);
}

/* Storage. */

static void *unset_table(size_t places) {
    size_t size = set_table_size(places);
    Mem *mem = &rt()->mem;
    void *table = size <= MEM_CELL_MAX ? mem_cell(mem, MEM_RAW, size) : mem_raw_try(mem, size);
    return table ? table : raise_memory();
}

static SetEntry *new_table(size_t places) {
    SetEntry *table = unset_table(places);
    if (!table) return NULL;
    memset(table, 0, set_table_size(places));
    if (places <= SET_GUIDED) ((SetGuide *)(table + places))->free = ~(uint64_t)0 >> (64 - places);
    return table;
}

static void free_table(SetEntry *table, size_t mask) {
    if (table) mem_raw_free(&rt()->mem, table, set_table_size(mask + 1));
}

void set_free_table(Ref self) { free_table(as_set(self)->table, as_set(self)->mask); }

static void release_keys(SetEntry *table, size_t mask) {
    for (size_t i = 0; i <= mask; i++) {
        if (table[i].key) release(table[i].key);
    }
}

void set_take_apart(Ref self) {
    Set *set = as_set(self);
    if (set->objects) release_keys(set->table, set->mask);
    free_table(set->table, set->mask);
}

enum { AHEAD = 16 }; /* places by which a walk over a large table asks the cache for what it will need */

/* Puts all keys of a table in that of a set, in which they are not and no place is deleted. retains: not what is taken
 * over. */
static inline void insert_all(Set *set, const SetEntry *from, size_t mask, bool retains) {
    bool large = set->mask > 4096, plain = !is_guided(set) && !set->seeded;
    for (const SetEntry *entry = from, *last = from + mask; entry <= last; entry++) {
        if (!entry->key || entry->key == SET_DELETED) continue;
        if (large && last - entry >= AHEAD)
            __builtin_prefetch(&set->table[walk_start(entry[AHEAD].hash, set->mask, set->seeded).place], 1);
        Value key = retains ? retain(entry->key) : entry->key;
        SetEntry *place = &set->table[(size_t)entry->hash & set->mask];
        if (LIKELY(plain && !place->key)) {
            *place = (SetEntry){key, entry->hash};
            if (is_heap(key)) set->objects = true;
        } else {
            insert_clean(set, key, entry->hash);
        }
    }
}

/* The smallest power of two above minimum. */
static size_t places_above(size_t minimum) {
    size_t places = SET_SMALL;
    while (places <= minimum) places <<= 1;
    return places;
}

/* A new table of at least so many places, without deleted ones. */
static bool resize(Set *set, size_t minimum) {
    size_t places = places_above(minimum);
    SetEntry *old = set->table, *table = new_table(places);
    size_t old_mask = set->mask;
    if (!table) return false;
    set->table = table;
    set->mask = places - 1;
    set->fill = set->count;
    set->filter = set->shared = is_guided(set) ? 0 : UINT64_MAX;
    set->moves++;
    if (old) insert_all(set, old, old_mask, false);
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

/* Where a key goes that is not there: CPython takes the last deleted place on the way to the first free one. */
static size_t place_by_guide(const Set *set, int64_t hash, size_t *jumps) {
    const SetGuide *guide = guide_of(set);
    size_t last = SET_GUIDED;
    for (Walk walk = walk_start(hash, set->mask, set->seeded);; walk_jump(&walk, set->mask), ++*jumps) {
        uint64_t run = (((uint64_t)2 << run_length(walk.place, set->mask)) - 1) << walk.place;
        uint64_t free = guide->free & run, deleted = guide->deleted & run & ((free & -free) - 1);
        if (deleted) last = 63 - (size_t)__builtin_clzll(deleted);
        if (free) return last < SET_GUIDED ? last : (size_t)__builtin_ctzll(free);
    }
}

static SetEntry *place_for(const Set *set, int64_t hash, size_t *jumps) {
    if (is_guided(set)) return &set->table[place_by_guide(set, hash, jumps)];
    SetEntry *deleted = NULL;
    for (Walk walk = walk_start(hash, set->mask, set->seeded);; walk_jump(&walk, set->mask), ++*jumps) {
        SetEntry *entry = &set->table[walk.place], *last = entry + run_length(walk.place, set->mask);
        for (; entry <= last; entry++) {
            if (!entry->key) return deleted ? deleted : entry;
            if (entry->key == SET_DELETED) deleted = entry;
        }
    }
}

/* Puts a key that is not there in a place that no key has, and grows when three places in five are taken. */
static inline bool put_new(Set *set, SetEntry *place, Ref key, int64_t hash) {
    set->fill += place->key == NULL;
    set->count++;
    fill_place(set, place, retain(key), hash);
    return LIKELY(set->fill * 5 < set->mask * 3) || grow(set);
}

/* The table of a set that was never written to. */
static inline bool begin_table(Set *set) {
    set->moves++;
    return (set->table = new_table(set->mask + 1)) != NULL;
}

/* Adds a key that is not there. */
static bool add_new(Set *set, Ref key, int64_t hash) {
    if (UNLIKELY(!set->table) && !begin_table(set)) return false;
    SetEntry *place = &set->table[(size_t)hash & set->mask];
    if (place->key || UNLIKELY(set->seeded)) {
        size_t jumps = 0;
        place = place_for(set, hash, &jumps);
        if (UNLIKELY(jumps > WALK_LIMIT) && !set->seeded) return scatter(set) && add_new(set, key, hash);
    }
    return put_new(set, place, key, hash);
}

/* The same, where the first place is free. */
static inline bool add_new_quickly(Set *set, Ref key, int64_t hash) {
    SetEntry *place = &set->table[(size_t)hash & set->mask];
    if (LIKELY(set->table && !place->key && !set->seeded)) return put_new(set, place, key, hash);
    return add_new(set, key, hash);
}

/* The commonest case in a large set: no place was ever deleted, there is room, and the first run of places ends at a
 * free one before the key's hash is met. False: the long way must be gone. */
static inline bool add_quickly(Set *set, Ref key, int64_t hash) {
    if (UNLIKELY(set->fill != set->count || set->seeded)) return false;
    size_t place = (size_t)hash & set->mask;
    SetEntry *entry = &set->table[place], *last = entry + run_length(place, set->mask);
    for (; entry <= last; entry++) {
        if (!entry->key) {
            if (UNLIKELY(set->fill * 5 + 5 >= set->mask * 3)) return false;
            fill_place(set, entry, retain(key), hash);
            set->count++;
            set->fill++;
            return true;
        }
        if (entry->hash != hash) continue;
        if (LIKELY(entry->key == key)) return true;
        return is_exact_str(key) && is_exact_str(entry->key) && same_str(as_str(entry->key), as_str(key));
    }
    return false;
}

static ALWAYS_INLINE bool add_known(Set *set, Ref key, int64_t hash) {
    if (!(set->filter & filter_bit(hash))) return add_new_quickly(set, key, hash);
    if (LIKELY(add_quickly(set, key, hash))) return true;
    SetEntry *found;
    Lookup there = find(set, key, hash, true, &found);
    return there == MISSING ? add_new(set, key, hash) : there == FOUND;
}

bool set_add_known(Ref self, Ref key, int64_t hash) { return add_known(as_set(self), key, hash); }

Lookup set_contains_known(Ref self, Ref key, int64_t hash) {
    Set *set = as_set(self);
    SetEntry *found;
    return find(set, key, hash, false, &found);
}

Lookup set_discard_known(Ref self, Ref key, int64_t hash) {
    Set *set = as_set(self);
    SetEntry *found;
    Lookup there = find(set, key, hash, false, &found);
    if (there == FOUND) release(empty_place(set, found));
    return there;
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
    set->finger = i + 1;
    return empty_place(set, &set->table[i]);
}

void set_clear(Ref self) {
    Set *set = as_set(self);
    SetEntry *table = set->table;
    size_t mask = set->mask;
    bool objects = set->objects;
    set->table = NULL;
    set->mask = SET_SMALL - 1;
    set->count = set->fill = 0;
    set->filter = set->shared = 0;
    set->hash = -1;
    set->objects = set->seeded = false;
    set->moves++;
    if (objects) release_keys(table, mask);
    free_table(table, mask);
}

void set_swap(Ref first, Ref second) {
    Set *a = as_set(first), *b = as_set(second), old = *a;
    const Object head = b->head;
    uint32_t moves = b->moves;
    *a = *b;
    *b = old;
    a->head = old.head;
    a->finger = old.finger;
    b->head = head;
    a->hash = b->hash = -1;
    a->moves = old.moves + 1;
    b->moves = moves + 1;
}

bool set_step(Ref self, size_t *position, Ref *key, int64_t *hash) {
    Set *set = as_set(self);
    if (!set->table) return false;
    for (size_t i = *position, mask = set->mask; i <= mask; i++) {
        const SetEntry *entry = &set->table[i];
        if (!entry->key || entry->key == SET_DELETED) continue;
        *key = entry->key;
        *hash = entry->hash;
        *position = i + 1;
        return true;
    }
    *position = set->mask + 1;
    return false;
}

/* Merging. */

/* The places of other, all of which hold a key or are free, for a set without a table. */
static bool copy_table(Set *set, const Set *other) {
    size_t places = other->mask + 1;
    if (!(set->table = unset_table(places))) return false;
    set->mask = other->mask;
    set->seeded = other->seeded;
    memcpy(set->table, other->table, set_table_size(places));
    for (size_t i = 0; other->objects && i < places; i++) retain_maybe(set->table[i].key);
    set->objects = other->objects;
    set->fill = set->count = other->count;
    set->filter = other->filter;
    set->shared = other->shared;
    set->moves++;
    return true;
}

static bool copy_keys(Set *set, const Set *other) {
    if (!set->table && !(set->table = new_table(set->mask + 1))) return false;
    insert_all(set, other->table, other->mask, true);
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
    bool small = (set->fill + other->count) * 5 >= set->mask * 3;
    size_t minimum = (set->count + other->count) * 2, places = small ? places_above(minimum) : set->mask + 1;
    if (!set->table && places == other->mask + 1 && other->fill == other->count) return copy_table(set, other);
    if (small && !resize(set, minimum)) return false;
    if (set->fill == 0) {
        set->seeded = other->seeded;
        return copy_keys(set, other);
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

/* Adds an int or a string where that takes no look at other keys. False: nothing has happened. */
static inline bool add_atom(Set *set, Ref key) {
    int64_t hash;
    if (!atom_hash(key, &hash)) return false;
    if (set->filter & filter_bit(hash)) return add_quickly(set, key, hash);
    return set->fill * 5 + 5 < set->mask * 3 && set->table && add_new(set, key, hash);
}

/* Adding a key may run Python code that changes a list. */
static bool add_items_of_sequence(Ref self, Ref sequence) {
    bool tuple = is_exact(sequence, &type_tuple);
    for (size_t i = 0; i < (tuple ? tuple_count(sequence) : list_count(sequence)); i++) {
        Ref item = tuple ? tuple_peek(sequence, i) : list_peek(sequence, i);
        if (LIKELY(add_atom(as_set(self), item))) continue;
        Value key = retain(item);
        bool done = set_add(self, key);
        release(key);
        if (UNLIKELY(!done || !runtime_poll())) return false;
    }
    return true;
}

/* The characters of a text of Latin letters, in an empty set: each needs to be added only once. */
static bool add_letters(Ref self, Ref text) {
    bool added[256] = {false};
    for (size_t i = 0, length = str_length(text); i < length; i++) {
        uint8_t c = str_data(text)[i];
        if (added[c]) continue;
        added[c] = true;
        if (!set_add(self, str_narrow_char(c)) || !runtime_poll()) return false;
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
    if (is_exact(iterable, &type_list) || is_exact(iterable, &type_tuple)) return add_items_of_sequence(self, iterable);
    bool letters = is_exact_str(iterable) && str_width(iterable) == 1;
    if (letters && set_count(self) == 0) return add_letters(self, iterable);
    return add_items(self, iterable);
}

/* Creation. */

Value set_new_of(Type *type) {
    Set *set = object_new(type, type->size);
    set->mask = SET_SMALL - 1;
    set->hash = -1;
    return value_of(set);
}

Value set_new(void) { return set_new_of(&type_set); }

Value set_from(const Value *keys, size_t count) {
    Value set = set_new();
    bool done = count == 0 || begin_table(as_set(set)); /* an empty one copies the table that it is merged with */
    for (const Value *key = keys, *end = keys + count; done && key < end; key++) {
        int64_t hash;
        done = key_hash(*key, &hash) && add_known(as_set(set), *key, hash);
    }
    if (!done) clear_ref(&set);
    return set;
}

Value set_copy(Ref self, Type *type) {
    Value copy = set_new_of(type);
    if (merge(copy, self)) return copy;
    release(copy);
    return NULL;
}
