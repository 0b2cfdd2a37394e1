/* runtime/dict_order.c - moving entries of a dict to its ends, and taking the oldest one out.
 *
 * Owns:      nothing.
 * Invariant: the key and value of a moved entry stay; only their place among the entries changes.
 * Not here:  the table (dict.c), OrderedDict (lib/ordered_dict.c).
 */
#include "runtime/dict_table.h"
#include "runtime/error.h"

/* The index of the first living entry; there is one. What was learned stays in the first place. */
static size_t first_index(Dict *dict) {
    DictEntry *entries = dict->entries;
    if (entries[0].key) return 0;
    size_t first = (size_t)entries[0].hash;
    while (!entries[first].key) first++;
    entries[0].hash = (int64_t)first;
    return first;
}

/* Puts entry from where there is none, at to. */
static void move_entry(Dict *dict, size_t from, size_t to) {
    size_t place = find_place_of(dict, from);
    dict->entries[to] = dict->entries[from];
    dict->entries[from] = (DictEntry){0};
    set_place(dict, place, dict->entries[to].hash, to);
    dict->version = 0;
}

/* Room behind the last entry. The old index goes through the table, as that is made anew. */
static bool make_room_behind(Dict *dict, size_t *index) {
    if (dict->used < dict->capacity) return true;
    size_t gaps = 0;
    for (size_t i = 0; i < *index; i++) gaps += !dict->entries[i].key;
    if (!dict_rebuild(dict, bits_for(dict->count * 3))) return false;
    *index -= gaps;
    return true;
}

/* As many gaps in front as there are entries: moving all of them there one by one takes no longer than making the
 * gaps. */
static bool make_room_in_front(Dict *dict, size_t *index) {
    size_t gap = dict->count;
    for (size_t i = 0, all = *index; i < all; i++) *index -= !dict->entries[i].key;
    if (!dict_rebuild(dict, bits_for_entries(dict->count + gap + 1))) return false;
    memmove(dict->entries + gap, dict->entries, dict->count * sizeof(DictEntry));
    memset(dict->entries, 0, gap * sizeof(DictEntry));
    memset(dict->table, 0, table_size(dict->table_bits));
    dict->used += gap;
    for (size_t i = gap; i < dict->used; i++) {
        int64_t hash = dict->entries[i].hash;
        set_place(dict, find_free_place(dict, hash), hash, i);
    }
    *index += gap;
    return true;
}

static Lookup move_last(Dict *dict, size_t index) {
    size_t last = dict->used - 1;
    while (!dict->entries[last].key) last--;
    if (index == last) return FOUND;
    if (!make_room_behind(dict, &index)) return FAILED;
    move_entry(dict, index, dict->used++);
    return FOUND;
}

static Lookup move_first(Dict *dict, size_t index) {
    size_t first = first_index(dict);
    if (index == first) return FOUND;
    if (first == 0) {
        if (!make_room_in_front(dict, &index)) return FAILED;
        first = first_index(dict);
    }
    move_entry(dict, index, first - 1);
    if (first > 1) dict->entries[0].hash = (int64_t)first - 1;
    return FOUND;
}

Lookup dict_move(Ref self, Ref key, bool last) {
    int64_t hash;
    size_t index;
    if (!key_hash(key, &hash)) return FAILED;
    Lookup found = dict_find_known(self, key, hash, &index);
    if (found != FOUND) return found;
    return last ? move_last(as_dict(self), index) : move_first(as_dict(self), index);
}

Lookup dict_pop_first(Ref self, Value *key, Value *value) {
    Dict *dict = as_dict(self);
    if (dict->count == 0) return MISSING;
    size_t first = first_index(dict);
    dict_take_entry(self, first, key, value);
    if (first > 0) dict->entries[0].hash = (int64_t)first;
    return FOUND;
}
