/* runtime/dict.h - the dict type: compact and insertion-ordered.
 *
 * Owns:      the entry array and the index table of a dict; its views are in dict_views.c.
 * Invariant: entries stand in insertion order; a deleted entry has a NULL key; version is 0 or unique to this set of keys.
 * Not here:  attributes of instances (instance.h).
 *
 * Keys that are all interned strings are compared by identity first. The hash of a key is mixed with the runtime's seed
 * before it chooses a place, so colliding integers cannot be prepared.
 */
#ifndef OURO_DICT_H
#define OURO_DICT_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct DictEntry {
    Value key;    /* NULL: deleted */
    Value value;  /* set when key is */
    int64_t hash; /* of the key */
} DictEntry;

typedef struct Dict {
    Object head;
    size_t count;        /* live entries */
    size_t used;         /* entries in use, deleted ones included */
    size_t capacity;     /* entries that fit before the table grows */
    DictEntry *entries;  /* in order; raw storage, or NULL while empty */
    void *table;         /* indices into entries: 8, 16 or 32 bits each, by table_bits */
    uint8_t table_bits;  /* log2 of the table's places */
    bool str_keys;       /* all keys are exact str: equality runs no Python code */
    uint32_t version;    /* stamp of the key set and its places for inline caches; 0: none taken since it changed.
                            Replacing a value does not change it */
} Dict;

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
MUST_CHECK bool dict_update(Ref d, Ref mapping_or_pairs);       /* as dict.update(x) */
/* Merges for a call with **mapping: TypeError on a duplicate or a key that is not a str. function names the callee. */
MUST_CHECK bool dict_merge_keywords(Ref d, Ref mapping, Ref function);
void dict_clear(Ref d);
/* For str keys (exact): run no Python code, raise nothing. */
Ref dict_peek_str(Ref d, Ref name);             /* borrowed, NULL when missing */
void dict_set_str(Ref d, Ref name, Ref value);  /* a dict of names; small allocations only */
bool dict_delete_str(Ref d, Ref name);          /* false: was not there */
Ref dict_peek_text(Ref d, const char *name);
void dict_set_text(Ref d, const char *name, Ref value);
/* Steps through the live entries in order: *position starts at 0. Borrowed. False at the end. */
bool dict_step(Ref d, size_t *position, Ref *key, Ref *value);
/* For inline caches: the entry's place of a str key or -1; and the version stamp (taken when it was 0). */
int64_t dict_entry_index(Ref d, Ref name);
uint32_t dict_version(Ref d);

#endif
