/* runtime/dict_iter.c - iterators over the keys, values and items of dicts, in both directions.
 *
 * Owns:      six types over struct DictIterator.
 * Invariant: an iterator that saw its dict change size raises on every later step.
 * Not here:  the views that make them (dict_views.c), the VM's loop over a DictIterator (vm/interp/).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/tuple.h"

static DictIterator *as_dict_iterator(Ref v) { return (DictIterator *)object_of(v); }

Value dict_iterator_new(Type *type, Ref d) {
    DictIterator *iterator = object_new(type, sizeof(DictIterator));
    iterator->dict = retain(d);
    iterator->expected = iterator->remaining = dict_count(d);
    return value_of(iterator);
}

Value dict_reverse_iterator_new(Type *type, Ref d) {
    Value iterator = dict_iterator_new(type, d);
    as_dict_iterator(iterator)->position = as_dict(d)->used;
    return iterator;
}

static COLD Lookup changed_size(DictIterator *iterator) {
    iterator->expected = SIZE_MAX;
    return raise_failed(&type_RuntimeError, "dictionary changed size during iteration");
}

static inline DictEntry *entry_before(Dict *dict, size_t *position) {
    if (*position > dict->used) *position = dict->used;
    while (*position > 0) {
        DictEntry *entry = &dict->entries[--*position];
        if (entry->key) return entry;
    }
    return NULL;
}

/* The entry to hand out next; NULL: *end says why there is none. */
static inline DictEntry *step(DictIterator *iterator, bool reverse, Lookup *end) {
    *end = MISSING;
    if (!iterator->dict) return NULL;
    Dict *dict = as_dict(iterator->dict);
    if (UNLIKELY(iterator->expected != dict->count)) {
        *end = changed_size(iterator);
        return NULL;
    }
    DictEntry *entry = reverse ? entry_before(dict, &iterator->position) : dict_next_entry(dict, &iterator->position);
    if (LIKELY(entry && iterator->remaining > 0)) {
        iterator->remaining--;
        return entry;
    }
    clear_ref(&iterator->dict);
    if (entry) *end = raise_failed(&type_RuntimeError, "dictionary keys changed during iteration");
    return NULL;
}

static inline Lookup hand_out(Ref v, Value *item) {
    *item = retain(v);
    return FOUND;
}

static Lookup hand_out_pair(DictIterator *iterator, const DictEntry *entry, Value *item) {
    Value key = retain(entry->key), value = retain(entry->value), pair = tuple_reuse(&iterator->result, 2);
    if (UNLIKELY(!pair)) {
        release(key);
        release(value);
        return FAILED;
    }
    slot_set_steal(&as_tuple(pair)->items[0], key);
    slot_set_steal(&as_tuple(pair)->items[1], value);
    *item = pair;
    return FOUND;
}

static Lookup next_key(Ref self, Value *item) {
    Lookup end;
    DictEntry *entry = step(as_dict_iterator(self), false, &end);
    return entry ? hand_out(entry->key, item) : end;
}

static Lookup next_value(Ref self, Value *item) {
    Lookup end;
    DictEntry *entry = step(as_dict_iterator(self), false, &end);
    return entry ? hand_out(entry->value, item) : end;
}

static Lookup next_pair(Ref self, Value *item) {
    Lookup end;
    DictEntry *entry = step(as_dict_iterator(self), false, &end);
    return entry ? hand_out_pair(as_dict_iterator(self), entry, item) : end;
}

static Lookup next_two(Ref self, Value *pair) {
    Lookup end;
    DictEntry *entry = step(as_dict_iterator(self), false, &end);
    if (!entry) return end;
    pair[1] = retain(entry->key);
    pair[0] = retain(entry->value);
    return FOUND;
}

static Lookup feed_keys(Ref self, Take take, void *taker) {
    Lookup end;
    for (DictEntry *entry; (entry = step(as_dict_iterator(self), false, &end));)
        if (!take(taker, retain(entry->key))) return FOUND;
    return end;
}

static Lookup feed_values(Ref self, Take take, void *taker) {
    Lookup end;
    for (DictEntry *entry; (entry = step(as_dict_iterator(self), false, &end));)
        if (!take(taker, retain(entry->value))) return FOUND;
    return end;
}

static Lookup previous_key(Ref self, Value *item) {
    Lookup end;
    DictEntry *entry = step(as_dict_iterator(self), true, &end);
    return entry ? hand_out(entry->key, item) : end;
}

static Lookup previous_value(Ref self, Value *item) {
    Lookup end;
    DictEntry *entry = step(as_dict_iterator(self), true, &end);
    return entry ? hand_out(entry->value, item) : end;
}

static Lookup previous_pair(Ref self, Value *item) {
    Lookup end;
    DictEntry *entry = step(as_dict_iterator(self), true, &end);
    return entry ? hand_out_pair(as_dict_iterator(self), entry, item) : end;
}

static Value py_dict_iterator_length_hint(const Ref *args) {
    DictIterator *iterator = as_dict_iterator(args[0]);
    bool alive = iterator->dict && iterator->expected == dict_count(iterator->dict);
    return int_value(alive ? (int64_t)iterator->remaining : 0);
}

/* iter() of a list of what is left; the iterator itself does not move. */
static Value py_dict_iterator_reduce(const Ref *args) {
    DictIterator *iterator = as_dict_iterator(args[0]), saved = *iterator;
    Value items = list_new(0);
    if (!items) return NULL;
    retain_maybe(saved.dict);
    bool done = list_extend(items, args[0]);
    iterator->position = saved.position;
    iterator->expected = saved.expected;
    iterator->remaining = saved.remaining;
    slot_set_steal(&iterator->dict, saved.dict);
    Value result = done ? iterator_reduce("iter", items, -1) : NULL;
    release(items);
    return result;
}

static const NativeDef dict_iterator_methods[] = {
    {"__length_hint__()", py_dict_iterator_length_hint, DOC("Return how many items are probably left."), 0},
    {"__reduce__()", py_dict_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

#define DICT_ITERATOR(id, name_, next_, next_pair_, feed_)                                                             \
    Type type_##id = {                                                                                                 \
        TYPE_HEAD(id),                                                                                                 \
        .name = name_,                                                                                                 \
        .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,                                             \
        .size = sizeof(DictIterator),                                                                                  \
        .traverse = object_traverse_parts,                                                                             \
        .iter = iterator_self,                                                                                         \
        .next = next_,                                                                                                 \
        .next_pair = next_pair_,                                                                                       \
        .feed = feed_,                                                                                                 \
        .methods = dict_iterator_methods,                                                                              \
    };

DICT_ITERATOR(dict_key_iterator, "dict_keyiterator", next_key, NULL, feed_keys)
DICT_ITERATOR(dict_value_iterator, "dict_valueiterator", next_value, NULL, feed_values)
DICT_ITERATOR(dict_item_iterator, "dict_itemiterator", next_pair, next_two, NULL)
DICT_ITERATOR(dict_reverse_key_iterator, "dict_reversekeyiterator", previous_key, NULL, NULL)
DICT_ITERATOR(dict_reverse_value_iterator, "dict_reversevalueiterator", previous_value, NULL, NULL)
DICT_ITERATOR(dict_reverse_item_iterator, "dict_reverseitemiterator", previous_pair, NULL, NULL)
