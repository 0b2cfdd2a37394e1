/* runtime/dict.c - the table behind dicts.
 *
 * Owns:      places, probing, growth, insertion and deletion, versions.
 * Invariant: after equal() ran Python code, nothing found before is trusted unless moves and the key are the same.
 * Not here:  methods (dict_methods.c), views (dict_views.c), iterators (dict_iter.c).
 *
 * One raw block holds the entries and, behind them, the table of their indices. The sizes are CPython's (a table is at
 * most two thirds full, and grows to the power of two that is at least three times the live entries).
 */
#include "runtime/dict.h"

#include "runtime/dict_recent.h"
#include "runtime/dict_table.h"
#include "runtime/error.h"
#include "runtime/intern.h"

size_t dict_sizeof(Ref self) {
    Dict *dict = as_dict(self);
    if (!dict->entries) return 64;
    unsigned bits = dict->table_bits;
    size_t index_size = bits < 8 ? 1 : bits < 16 ? 2 : 4, entry_size = dict->str_keys ? 16 : 24;
    return 64 + 32 + (index_size << bits) + entries_for(bits) * entry_size;
}

enum { AHEAD = 8 }; /* entries by which a walk over many asks the cache for what it will need */

static ALWAYS_INLINE void fill_table_of(Dict *dict, unsigned width) {
    size_t mask = mask_of(dict);
    bool seeded = is_seeded(dict);
    for (size_t i = 0; i < dict->used; i++) {
        if (width == 4 && LIKELY(i + AHEAD < dict->used)) expect_place(dict, dict->entries[i + AHEAD].hash);
        int64_t hash = dict->entries[i].hash;
        Walk walk = walk_start(hash, mask, seeded);
        while (place_get(dict->table, width, walk.place) != PLACE_FREE) walk_jump(&walk, mask);
        place_set(dict->table, width, walk.place, place_of(i, hash, mask));
    }
}

static void fill_table(Dict *dict) {
    unsigned width = width_for(dict->table_bits);
    memset(dict->table, 0, table_size(dict->table_bits));
    if (width == 1) fill_table_of(dict, 1);
    else if (width == 2) fill_table_of(dict, 2);
    else fill_table_of(dict, 4);
}

/* Something that caches and running probes rely on has changed. */
static inline void keys_changed(Dict *dict) { dict->version = 0; }

static void places_changed(Dict *dict) {
    dict->moves++;
    dict->version = 0;
}

/* A block of a cell's size is always to be had: dict_set_str relies on it. */
static DictEntry *new_block(size_t size) {
    Mem *mem = &rt()->mem;
    return size <= MEM_CELL_MAX ? mem_cell(mem, MEM_RAW, size) : mem_raw_try(mem, size);
}

/* The entries in a block of another size, without gaps; NULL when there is no memory. */
static DictEntry *move_entries(Dict *dict, size_t old_size, size_t size) {
    if (old_size > MEM_CELL_MAX && size > old_size && dict->used == dict->count) {
        return mem_raw_resize_try(&rt()->mem, dict->entries, old_size, size);
    }
    DictEntry *entries = new_block(size);
    if (!entries || !dict->entries) return entries;
    size_t count = 0;
    for (size_t i = 0; i < dict->used; i++) {
        if (dict->entries[i].key) entries[count++] = dict->entries[i];
    }
    mem_raw_free(&rt()->mem, dict->entries, old_size);
    return entries;
}

bool dict_rebuild(Dict *dict, unsigned bits) {
    if (bits > TABLE_BITS_MAX) return raise_memory();
    DictEntry *entries = move_entries(dict, dict->entries ? block_size(dict->table_bits) : 0, block_size(bits));
    if (UNLIKELY(!entries)) return raise_memory();
    dict->entries = entries;
    dict->table = entries + entries_for(bits);
    dict->table_bits = (uint8_t)bits;
    dict->capacity = entries_for(bits);
    dict->used = dict->count;
    fill_table(dict);
    places_changed(dict);
    return true;
}

static bool grow(Dict *dict) { return dict_rebuild(dict, bits_for(dict->count * 3)); }

/* Looking up. */

static ALWAYS_INLINE Found not_found(size_t place, size_t jumps) {
    return (Found){LIKELY(jumps <= WALK_LIMIT) ? NOT_FOUND : NOT_FOUND_FAR, place};
}

/* Whether two keys of one hash are seen to be equal without a call. */
static ALWAYS_INLINE bool same_tuple(const Tuple *a, const Tuple *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++) {
        if (a->items[i] != b->items[i]) return false;
    }
    return true;
}

static ALWAYS_INLINE bool same_at_once(Ref a, Ref b) {
    if (!is_heap(a) || !is_heap(b) || object_of(a)->type != object_of(b)->type) return false;
    if (LIKELY(object_of(a)->type == &type_str)) return same_str(as_str(a), as_str(b));
    return object_of(a)->type == &type_tuple && same_tuple(as_tuple(a), as_tuple(b));
}

/* Searches as long as that takes no call, so that nothing has to be saved. */
static ALWAYS_INLINE Found find_at_once_in(const Dict *dict, Ref key, int64_t hash, unsigned width) {
    size_t mask = mask_of(dict), jumps = 0;
    for (Walk walk = walk_start(hash, mask, is_seeded(dict));; walk_jump(&walk, mask), jumps++) {
        size_t at = place_get(dict->table, width, walk.place);
        if (at == PLACE_FREE) return not_found(walk.place, jumps);
        if (!may_have_hash(at, width, hash, mask) || UNLIKELY(at == PLACE_DELETED)) continue;
        size_t index = index_at(at, mask);
        const DictEntry *entry = &dict->entries[index];
        if (entry->key != key) {
            if (entry->hash != hash) continue;
            if (UNLIKELY(!same_at_once(entry->key, key))) return (Found){SEARCH_ON, 0};
        }
        return (Found){(int64_t)index, walk.place};
    }
}

#define FIND_AT_ONCE(width)                                                                                            \
    static __attribute__((noinline)) Found find_at_once_##width(const Dict *dict, Ref key, int64_t hash) {             \
        return find_at_once_in(dict, key, hash, width);                                                                \
    }
FIND_AT_ONCE(1)
FIND_AT_ONCE(2)
FIND_AT_ONCE(4)

static inline Found find_at_once(const Dict *dict, Ref key, int64_t hash) {
    unsigned width = width_for(dict->table_bits);
    if (LIKELY(width == 1)) return find_at_once_1(dict, key, hash);
    return width == 2 ? find_at_once_2(dict, key, hash) : find_at_once_4(dict, key, hash);
}

/* Asks equal() about an entry. *moved: what it ran has changed the dict, so that the search must begin again. The dict
 * lives on where Python code took it from its only owner: who searches it will look at it. */
static Lookup ask_equal(Dict *dict, size_t index, Ref key, bool *moved) {
    Value self = retain(value_of(dict)), candidate = retain(dict->entries[index].key);
    uint16_t moves = dict->moves;
    Lookup same = equal(candidate, key);
    *moved = dict->moves != moves || index >= dict->used || dict->entries[index].key != candidate;
    release(candidate);
    /* Releasing may have run a finaliser. */
    *moved = *moved || dict->moves != moves;
    if (UNLIKELY(is_last(self))) slot_set_steal(&rt()->orphan, self);
    else release(self);
    return same;
}

/* As find_at_once, whatever comparing takes. *moved: it has changed the dict. */
static Found find_once(Dict *dict, Ref key, int64_t hash, bool *moved) {
    unsigned width = width_for(dict->table_bits);
    size_t mask = mask_of(dict), jumps = 0;
    for (Walk walk = walk_start(hash, mask, is_seeded(dict));; walk_jump(&walk, mask), jumps++) {
        size_t at = place_get(dict->table, width, walk.place), index = index_at(at, mask);
        if (at == PLACE_FREE) return not_found(walk.place, jumps);
        if (at == PLACE_DELETED) continue;
        const DictEntry *entry = &dict->entries[index];
        if (entry->key == key) return (Found){(int64_t)index, walk.place};
        if (entry->hash != hash) continue;
        Lookup same = keys_equal(entry->key, key);
        if (same == FAILED) {
            same = ask_equal(dict, index, key, moved);
            if (same == FAILED) *moved = false;
            if (same == FAILED || *moved) return (Found){SEARCH_FAILED, 0};
        }
        if (same == FOUND) return (Found){(int64_t)index, walk.place};
    }
}

static __attribute__((noinline)) Found find_any(Dict *dict, Ref key, int64_t hash) {
    for (;;) {
        bool moved = false;
        if (!dict->entries) return (Found){NOT_FOUND, 0};
        Found found = find_once(dict, key, hash, &moved);
        if (LIKELY(!moved)) return found;
    }
}

static inline Found find(Dict *dict, Ref key, int64_t hash) {
    if (UNLIKELY(!dict->entries)) return (Found){NOT_FOUND, 0};
    Found found = find_at_once(dict, key, hash);
    return LIKELY(found.entry != SEARCH_ON) ? found : find_any(dict, key, hash);
}

/* Storing. */

/* Appends an entry for a key that is not there; end is what the search for it came to. */
static __attribute__((noinline)) bool insert(Dict *dict, Ref key, int64_t hash, Ref value, Found end) {
    if (UNLIKELY(end.entry == NOT_FOUND_FAR) && !is_seeded(dict)) {
        dict->head.flags |= DICT_SEEDED;
        if (!dict_rebuild(dict, dict->table_bits)) return false;
        end.place = find_free_place(dict, hash);
    }
    if (UNLIKELY(dict->used >= dict->capacity)) {
        if (!grow(dict)) return false;
        end.place = find_free_place(dict, hash);
    }
    size_t index = dict->used++;
    dict->entries[index] = (DictEntry){.key = retain(key), .value = retain(value), .hash = hash};
    set_place(dict, end.place, hash, index);
    dict->count++;
    if (dict->str_keys && !is_exact_str(key)) dict->str_keys = false;
    keys_changed(dict);
    return true;
}

/* An entry taken out of its dict: the caller releases both. */
typedef struct Taken {
    Value key, value;
} Taken;

static Taken take_entry(Dict *dict, size_t index, size_t place) {
    DictEntry *entry = &dict->entries[index];
    Taken taken = {entry->key, entry->value};
    place_set(dict->table, width_for(dict->table_bits), place, PLACE_DELETED);
    *entry = (DictEntry){0};
    dict->count--;
    keys_changed(dict);
    return taken;
}

Lookup dict_find_known(Ref self, Ref key, int64_t hash, size_t *index) {
    Found found = find(as_dict(self), key, hash);
    *index = (size_t)found.entry;
    return found.entry >= 0 ? FOUND : found.entry == SEARCH_FAILED ? FAILED : MISSING;
}

Lookup dict_get_known(Ref self, Ref key, int64_t hash, Value *value) {
    Dict *dict = as_dict(self);
    Found found = find(dict, key, hash);
    if (found.entry < 0) return found.entry == SEARCH_FAILED ? FAILED : MISSING;
    if (value) *value = retain(dict->entries[found.entry].value);
    return FOUND;
}

/* Whether the first place of a hash is free: then no key has it. */
static inline bool has_no_such_hash(const Dict *dict, int64_t hash) {
    if (UNLIKELY(!dict->entries || is_seeded(dict))) return false;
    return place_get(dict->table, width_for(dict->table_bits), (uint64_t)hash & mask_of(dict)) == PLACE_FREE;
}

static ALWAYS_INLINE bool set_known(Dict *dict, Ref key, int64_t hash, Ref value) {
    if (has_no_such_hash(dict, hash))
        return insert(dict, key, hash, value, (Found){NOT_FOUND, (uint64_t)hash & mask_of(dict)});
    Found found = find(dict, key, hash);
    if (UNLIKELY(found.entry < 0)) return found.entry != SEARCH_FAILED && insert(dict, key, hash, value, found);
    slot_set(&dict->entries[found.entry].value, value);
    return true;
}

bool dict_set_known(Ref self, Ref key, int64_t hash, Ref value) { return set_known(as_dict(self), key, hash, value); }

Found dict_find_str(const Dict *dict, Ref key) {
    int64_t hash = as_str(key)->hash;
    if (UNLIKELY(!dict->entries)) return (Found){NOT_FOUND, 0};
    return find_at_once(dict, key, LIKELY(hash != 0) ? hash : str_hash(key));
}

Lookup dict_get(Ref self, Ref key, Value *value) {
    int64_t hash;
    if (UNLIKELY(!key_hash(key, &hash))) return FAILED;
    Dict *dict = as_dict(self);
    Found found = find(dict, key, hash);
    if (found.entry < 0) return found.entry == SEARCH_FAILED ? FAILED : MISSING;
    if (is_remembered(key)) remember(dict, (size_t)found.entry);
    if (value) *value = retain(dict->entries[found.entry].value);
    return FOUND;
}

Lookup dict_contains(Ref self, Ref key) { return dict_get(self, key, NULL); }

bool dict_set(Ref self, Ref key, Ref value) {
    int64_t hash;
    return LIKELY(key_hash(key, &hash)) && set_known(as_dict(self), key, hash, value);
}

Lookup dict_pop_known(Ref self, Ref key, int64_t hash, Value *value) {
    Dict *dict = as_dict(self);
    Found found = find(dict, key, hash);
    if (found.entry < 0) return found.entry == SEARCH_FAILED ? FAILED : MISSING;
    Taken taken = take_entry(dict, (size_t)found.entry, found.place);
    *value = taken.value;
    release(taken.key);
    return FOUND;
}

Lookup dict_pop(Ref self, Ref key, Value *value) {
    int64_t hash;
    return LIKELY(key_hash(key, &hash)) ? dict_pop_known(self, key, hash, value) : FAILED;
}

Lookup dict_delete(Ref self, Ref key) {
    Value value;
    Lookup found = dict_pop(self, key, &value);
    if (found == FOUND) release(value);
    return found;
}

void dict_take_entry(Ref self, size_t index, Value *key, Value *value) {
    Dict *dict = as_dict(self);
    Taken taken = take_entry(dict, index, find_place_of(dict, index));
    *key = taken.key;
    *value = taken.value;
}

Lookup dict_pop_last(Ref self, Value *key, Value *value) {
    Dict *dict = as_dict(self);
    if (dict->count == 0) return MISSING;
    size_t index = dict->used - 1;
    while (!dict->entries[index].key) index--;
    dict_take_entry(self, index, key, value);
    /* The places of what was behind stay marked as deleted: they count against the capacity until the next rebuild. */
    dict->capacity -= dict->used - index;
    dict->used = index;
    return FOUND;
}

Value dict_setdefault(Ref self, Ref key, Ref value) {
    Dict *dict = as_dict(self);
    int64_t hash;
    if (!key_hash(key, &hash)) return NULL;
    Found found = find(dict, key, hash);
    if (found.entry >= 0) return retain(dict->entries[found.entry].value);
    if (found.entry == SEARCH_FAILED || !insert(dict, key, hash, value, found)) return NULL;
    return retain(value);
}

static void release_entries(DictEntry *entries, size_t used) {
    for (size_t i = 0; i < used; i++) {
        if (!entries[i].key) continue;
        release(entries[i].key);
        release(entries[i].value);
    }
}

void dict_clear(Ref self) {
    Dict *dict = as_dict(self);
    DictEntry *entries = dict->entries;
    size_t used = dict->used, size = block_size(dict->table_bits);
    if (!entries) return;
    dict->entries = NULL;
    dict->table = NULL;
    dict->count = dict->used = dict->capacity = 0;
    dict->str_keys = true;
    dict->head.flags &= ~(uint32_t)DICT_SEEDED;
    places_changed(dict);
    release_entries(entries, used);
    mem_raw_free(&rt()->mem, entries, size);
}

/* Creation and merging. */

static Value dict_make(Type *type) {
    Dict *dict = object_new(type, type->size);
    dict->str_keys = true;
    return value_of(dict);
}

Value dict_new(void) {
    Dict *dict = object_new(&type_dict, sizeof(Dict));
    dict->str_keys = true;
    return value_of(dict);
}

/* What most dicts are made with. */
static void give_smallest_block(Dict *dict) {
    dict->entries = new_block(block_size(TABLE_BITS_MIN));
    dict->capacity = entries_for(TABLE_BITS_MIN);
    dict->table = dict->entries + dict->capacity;
    dict->table_bits = TABLE_BITS_MIN;
    memset(dict->table, 0, table_size(TABLE_BITS_MIN));
}

Value dict_new_sized(size_t count) {
    Value dict = dict_new();
    if (count == 0) return dict;
    if (LIKELY(count <= entries_for(TABLE_BITS_MIN))) {
        give_smallest_block(as_dict(dict));
        return dict;
    }
    if (dict_rebuild(as_dict(dict), bits_for_entries(count))) return dict;
    release(dict);
    return NULL;
}

/* Makes an empty dict a copy of one with few gaps, block by block. */
static bool copy_block(Dict *to, const Dict *from) {
    size_t size = block_size(from->table_bits);
    DictEntry *entries = mem_raw_try(&rt()->mem, size);
    if (!entries) return raise_memory();
    memcpy(entries, from->entries, from->used * sizeof(DictEntry));
    size_t room = entries_for(from->table_bits);
    memcpy(entries + room, from->table, table_size(from->table_bits));
    for (size_t i = 0; i < from->used; i++) {
        retain_maybe(entries[i].key);
        retain_maybe(entries[i].value);
    }
    to->entries = entries;
    to->table = entries + room;
    to->table_bits = from->table_bits;
    to->count = from->count;
    to->used = from->used;
    to->capacity = from->capacity;
    to->str_keys = from->str_keys;
    to->head.flags |= from->head.flags & DICT_SEEDED;
    places_changed(to);
    return true;
}

/* Room for count more entries, when they are many. */
static bool reserve(Dict *dict, size_t count) {
    if (dict->entries && entries_for(dict->table_bits) >= count) return true;
    return dict_rebuild(dict, bits_for_entries(dict->count + count));
}

/* Asks the cache for what the searches for the next keys of other will read in a large dict: places first, then, when
 * these are there, the entries that they lead to. */
static inline void expect_keys(const Dict *dict, const Dict *other, size_t position) {
    if (dict->table_bits <= EXPECTED_BITS || position + 2 * AHEAD >= other->used) return;
    expect_place(dict, other->entries[position + 2 * AHEAD].hash);
    expect_entry(dict, other->entries[position + AHEAD].hash);
}

bool dict_merge(Ref self, Ref source) {
    Dict *dict = as_dict(self), *other = as_dict(source);
    if (dict == other || other->count == 0) return true;
    if (!dict->entries && other->count >= other->used * 2 / 3) return copy_block(dict, other);
    if (!reserve(dict, other->count)) return false;
    size_t count = other->count, position = 0;
    uint16_t moves = other->moves;
    for (DictEntry *entry; (entry = dict_next_entry(other, &position));) {
        expect_keys(dict, other, position);
        Value key = retain(entry->key), value = retain(entry->value);
        bool done = dict_set_known(self, key, entry->hash, value);
        release(key);
        release(value);
        if (!done) return false;
        if (other->count != count || other->moves != moves) {
            return raise_false(&type_RuntimeError, "dict mutated during update");
        }
    }
    return true;
}

Value dict_copy(Ref self) {
    Value copy = dict_new();
    if (dict_merge(copy, self)) return copy;
    release(copy);
    return NULL;
}

/* Names. */

/* Comparing with a key that is no exact str may run Python code; what that raises is forgotten. */
static Found find_name(Dict *dict, Ref name) {
    int64_t hash = as_str(name)->hash;
    if (UNLIKELY(hash == 0)) hash = str_hash(name);
    Found found = find(dict, name, hash);
    if (UNLIKELY(found.entry == SEARCH_FAILED)) error_clear();
    return found;
}

Ref dict_peek_str(Ref self, Ref name) {
    Dict *dict = as_dict(self);
    Found found = find_name(dict, name);
    return found.entry >= 0 ? dict->entries[found.entry].value : NULL;
}

/* Whether a key is a text that is compared as such. */
static bool is_same_name(Ref key, Ref name) {
    return is_str(key) && type_of(key)->compare == type_str.compare && str_equal(key, name);
}

Ref dict_peek_name(Ref self, Ref name) {
    const Dict *dict = as_dict(self);
    Found found = dict_find_str(dict, name);
    if (LIKELY(found.entry != SEARCH_ON)) return found.entry >= 0 ? dict->entries[found.entry].value : NULL;
    int64_t hash = str_hash(name);
    for (size_t i = 0; i < dict->used; i++) {
        const DictEntry *entry = &dict->entries[i];
        if (entry->key && entry->hash == hash && is_same_name(entry->key, name)) return entry->value;
    }
    return NULL;
}

void dict_set_str(Ref self, Ref name, Ref value) {
    if (UNLIKELY(!dict_set_known(self, name, str_hash(name), value))) {
        /* A table past the size of a cell was refused: the next safe point raises. What comparing raised is forgotten. */
        if (error_matches(&type_MemoryError)) rt()->pending |= PENDING_MEMORY;
        error_clear();
    }
}

bool dict_delete_str(Ref self, Ref name) {
    Dict *dict = as_dict(self);
    Found found = find_name(dict, name);
    if (found.entry < 0) return false;
    Taken taken = take_entry(dict, (size_t)found.entry, found.place);
    release(taken.key);
    release(taken.value);
    return true;
}

Ref dict_peek_text(Ref self, const char *name) {
    Value text = intern_text(name);
    Ref value = dict_peek_str(self, text);
    release(text);
    return value;
}

void dict_set_text(Ref self, const char *name, Ref value) {
    Value text = intern_text(name);
    dict_set_str(self, text, value);
    release(text);
}

bool dict_step(Ref self, size_t *position, Ref *key, Ref *value) {
    DictEntry *entry = dict_next_entry(as_dict(self), position);
    if (!entry) return false;
    *key = entry->key;
    if (value) *value = entry->value;
    return true;
}

int64_t dict_entry_index(Ref self, Ref name) {
    Found found = find_name(as_dict(self), name);
    return found.entry >= 0 ? found.entry : -1;
}

uint32_t dict_version(Ref self) {
    Dict *dict = as_dict(self);
    if (dict->version == 0) dict->version = rt()->next_version++;
    return dict->version;
}

/* The type. */

static int64_t dict_len(Ref self) { return (int64_t)dict_count(self); }

static bool dict_setitem(Ref self, Ref key, Ref value) {
    if (LIKELY(value != NULL)) return dict_set(self, key, value);
    Lookup found = dict_delete(self, key);
    if (found == MISSING) raise_key(key);
    return found == FOUND;
}

static Value dict_iter(Ref self) { return dict_iterator_new(&type_dict_key_iterator, self); }

static void dict_traverse(Ref self, Visit visit, void *context) {
    Dict *dict = as_dict(self);
    for (size_t i = 0; i < dict->used; i++) {
        Ref key = dict->entries[i].key, value = dict->entries[i].value;
        if (is_heap(key)) visit(key, context);
        if (is_heap(value)) visit(value, context);
    }
}

static void dict_dispose(Ref self) {
    Dict *dict = as_dict(self);
    if (dict->entries) mem_raw_free(&rt()->mem, dict->entries, block_size(dict->table_bits));
}

void dict_take_apart(Ref self) {
    release_entries(as_dict(self)->entries, as_dict(self)->used);
    dict_dispose(self);
}

Type type_dict = {
    TYPE_HEAD(dict),
    .init_slot = NULL,
    .hash = NULL,
    .name = "dict",
    .doc = "dict() -> empty dictionary\n"
           "dict(mapping) -> the keys and values of a mapping\n"
           "dict(iterable) -> keys and values from pairs\n"
           "dict(**kwargs) -> keys and values from keyword arguments, as in dict(one=1, two=2)",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_DICTIONARY | TYPE_MAPPING | TYPE_WEAKREF,
    .size = sizeof(Dict),
    .traverse = dict_traverse,
    .dispose = dict_dispose,
    .make = dict_make,
    .convert = dict_from,
    .init = &dict_init_def,
    .repr = dict_repr,
    .iter = dict_iter,
    .len = dict_len,
    .compare = dict_compare,
    .getitem = dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .operators =
        &(Operators){
            .binary = {[BINARY_OR] = dict_or},
            .reflected = {[BINARY_OR] = dict_reflected_or},
            .inplace = {[BINARY_OR] = dict_or_in_place},
        },
    .methods = dict_methods,
};
