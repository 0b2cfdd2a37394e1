/* runtime/dict.h - the dict type: compact and insertion-ordered.
 *
 * Owns:      the entry array and the index table of a dict; its views are in dict_views.c.
 * Invariant: entries stand in insertion order; a deleted entry has a NULL key, and if it is the first one, its hash is
 *            an index before which no entry lives; version is 0 or unique to these keys.
 * Not here:  attributes of instances (instance.h).
 *
 * Places are chosen by the hash as it is until a search grows longer than chance makes it: then with the runtime's
 * seed, so that keys cannot be prepared to collide (hashtable.h).
 */
#ifndef OURO_DICT_H
#define OURO_DICT_H

#include "runtime/iter.h"
#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/type.h"

typedef struct DictEntry {
    Value key;    /* NULL: deleted */
    Value value;  /* set when key is */
    int64_t hash; /* of the key */
} DictEntry;

typedef struct Dict {
    Object head;
    size_t count;       /* live entries */
    size_t used;        /* entries in use, deleted ones included */
    size_t capacity;    /* entries that fit before the table grows */
    DictEntry *entries; /* in order; raw storage, or NULL while empty */
    void *table;        /* behind the entries: an entry's index + 2, 0: free, 1: deleted; 8, 16 or 32 bits each */
    uint8_t table_bits; /* log2 of the table's places; up to 8 they have 8 bits, up to 16 they have 16 */
    bool str_keys;      /* all keys are exact str: equality runs no Python code */
    uint16_t moves;     /* times that the places were made anew: a probe that ran Python code begins again */
    uint32_t version;   /* stamp of the key set and its places for inline caches; 0: none taken since it changed.
                            Replacing a value does not change it */
} Dict;

/* In Object.flags: the seed takes part in choosing places. */
enum { DICT_SEEDED = 1u << OBJECT_KIND_SHIFT };

static inline Dict *as_dict(Ref v) { return (Dict *)object_of(v); }
static inline bool is_dict(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_DICTIONARY; }
static inline size_t dict_count(Ref d) { return as_dict(d)->count; }

Value dict_new(void);
MUST_CHECK Value dict_new_sized(size_t count);
MUST_CHECK Value dict_copy(Ref d);
/* These may run __hash__ and __eq__ of the key. */
MUST_CHECK Lookup dict_get(Ref d, Ref key, Value *value);
MUST_CHECK bool dict_set(Ref d, Ref key, Ref value);
MUST_CHECK Lookup dict_delete(Ref d, Ref key);
MUST_CHECK Lookup dict_pop(Ref d, Ref key, Value *value);
MUST_CHECK Lookup dict_contains(Ref d, Ref key);
MUST_CHECK Value dict_setdefault(Ref d, Ref key, Ref value);
MUST_CHECK bool dict_update(Ref d, Ref mapping_or_pairs); /* as dict.update(x) */
MUST_CHECK bool dict_update_mapping(Ref d, Ref mapping);  /* AttributeError when that has no keys() */
/* Merges for a call with **mapping: TypeError on a duplicate or a key that is not a str. function names the callee. */
MUST_CHECK bool dict_merge_keywords(Ref d, Ref mapping, Ref function);
/* TypeError about the arguments of a call: format begins with %S for the function ("module.name()") and takes detail
 * behind it. Returns false. */
COLD bool dict_raise_about_call(Ref function, const char *format, Ref detail);
void dict_clear(Ref d);
void dict_take_apart(Ref d); /* releases what it holds and leaves it in pieces */
size_t dict_sizeof(Ref d);   /* what sys.getsizeof answers: CPython 3.11's figure */
/* For str keys (exact): raise nothing, and run no Python code unless another key of the dict compares by it. */
Ref dict_peek_str(Ref d, Ref name); /* borrowed, NULL when missing */
/* The same in the namespace of a class and among defaults, which are looked into where no Python code may run: a key
 * whose class has an __eq__ of its own equals no name. */
Ref dict_peek_name(Ref d, Ref name);
void dict_set_str(Ref d, Ref name, Ref value); /* a dict of names; small allocations only */
bool dict_delete_str(Ref d, Ref name);         /* false: was not there */
Ref dict_peek_text(Ref d, const char *name);
void dict_set_text(Ref d, const char *name, Ref value);
/* Steps through the live entries in order: *position starts at 0. Borrowed. False at the end. */
bool dict_step(Ref d, size_t *position, Ref *key, Ref *value);
/* For inline caches: the entry's place of a str key or -1; and the version stamp (taken when it was 0). */
int64_t dict_entry_index(Ref d, Ref name);
uint32_t dict_version(Ref d);

/* For keys whose hash is known. */
MUST_CHECK Lookup dict_get_known(Ref d, Ref key, int64_t hash, Value *value); /* value may be NULL: contains */
MUST_CHECK bool dict_set_known(Ref d, Ref key, int64_t hash, Ref value);
MUST_CHECK Lookup dict_pop_known(Ref d, Ref key, int64_t hash, Value *value);
/* The index of the key's entry: it holds until the keys or their places change. */
MUST_CHECK Lookup dict_find_known(Ref d, Ref key, int64_t hash, size_t *index);
/* Takes out a living entry. */
void dict_take_entry(Ref d, size_t index, Value *key, Value *value);
/* Gives the dict a table of 1 << bits places, and takes the gaps out of the entries. */
MUST_CHECK bool dict_rebuild(Dict *dict, unsigned bits);
/* dict_order.c: makes the key the last one, or the first. MISSING: it is not there. */
MUST_CHECK Lookup dict_move(Ref d, Ref key, bool last);
/* Takes out the oldest entry. MISSING: the dict is empty. */
Lookup dict_pop_first(Ref d, Value *key, Value *value);
/* Takes out the newest entry. MISSING: the dict is empty. */
Lookup dict_pop_last(Ref d, Value *key, Value *value);
/* Puts the entries of another dict in, replacing the values of keys that are there already. */
MUST_CHECK bool dict_merge(Ref d, Ref other);
/* The next live entry at or after *position (index of it afterwards + 1), or NULL. */
static inline DictEntry *dict_next_entry(Dict *dict, size_t *position) {
    while (*position < dict->used) {
        DictEntry *entry = &dict->entries[(*position)++];
        if (entry->key) return entry;
    }
    return NULL;
}

/* dict_methods.c */
extern const NativeDef dict_methods[], dict_init_def;
Value dict_from(Ref mapping_or_pairs); /* dict() of it */
Value dict_getitem(Ref d, Ref key);    /* with __missing__; KeyError */
Value dict_repr(Ref d);
Value dict_compare(Ref d, Ref other, CompareOp op);
Value dict_or(Ref d, Ref other);
Value dict_reflected_or(Ref d, Ref other);
Value dict_or_in_place(Ref d, Ref other);

/* keys(), values(), items(). */
typedef struct DictView {
    Object head;
    Value dict; /* what it shows */
} DictView;
static inline DictView *as_dict_view(Ref v) { return (DictView *)object_of(v); }
Value dict_view_new(Type *type, Ref d);
/* Whether an item is among values(), when comparing runs no Python code. FAILED: it does; no exception is set. */
Lookup dict_values_have(Ref values, Ref item);

/* dict_iter.c: an iterator of type dict_key_iterator and its kind; of type dict_reverse_key_iterator and its kind. */
Value dict_iterator_new(Type *type, Ref d);
Value dict_reverse_iterator_new(Type *type, Ref d);

#endif
