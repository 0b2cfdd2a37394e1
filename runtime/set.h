/* runtime/set.h - the set and frozenset types: a hash table of keys.
 *
 * Owns:      the table.
 * Invariant: places, probing and growth are CPython's, so that numbers iterate in its order, unless seeded; a free
 *            place has no key, a deleted one the key SET_DELETED. At least two places in five are free.
 * Not here:  what it shares with dict (hashtable.h).
 */
#ifndef OURO_SET_H
#define OURO_SET_H

#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/type.h"

typedef struct SetEntry {
    Value key;    /* NULL: free; SET_DELETED: was deleted */
    int64_t hash; /* of the key; 0 of a free place, -1 of a deleted one */
} SetEntry;

#define SET_SMALL 8   /* places of the smallest table */
#define SET_GUIDED 64 /* places of the largest table with a guide */

/* Stands behind a small table: what else had to be found by walking along its places. */
typedef struct SetGuide {
    uint64_t free;    /* bit i set: place i is free */
    uint64_t deleted; /* bit i set: place i is deleted */
    uint8_t hints[];  /* at the low bits of a hash: where a key with such bits was put. As many as twice the places, and
                         64 at most: where these are the bits of the filter, and no two keys share one, there is no
                         other */
} SetGuide;

typedef struct Set {
    Object head;
    size_t count;    /* keys */
    size_t fill;     /* keys and deleted places */
    size_t mask;     /* places - 1 */
    SetEntry *table; /* raw storage, or NULL while it was never written to (mask is SET_SMALL - 1 then) */
    uint64_t filter; /* bit i clear: no key has a hash whose low six bits are i; without a guide, all are set */
    uint64_t shared; /* bits of filter that stand for more than one key, or did: they stay when a key goes */
    size_t finger;   /* where pop() goes on looking */
    int64_t hash;    /* frozenset: its hash, or -1 while not known */
    bool objects;    /* some key is an object, or was since the last clear(): else none has to be counted */
    bool seeded;     /* a probe grew too long: the first place is chosen with the runtime's seed */
    uint32_t moves;  /* times that places were made anew: a probe that ran Python code begins again */
} Set;

/* Hints of a small table - 1. */
static inline size_t set_hint_mask(size_t mask) { return (mask << 1 | 1) & (SET_GUIDED - 1); }

/* Bytes of a table and its guide. */
static inline size_t set_table_size(size_t places) {
    size_t guide = places <= SET_GUIDED ? sizeof(SetGuide) + set_hint_mask(places - 1) + 1 : 0;
    return places * sizeof(SetEntry) + guide;
}

static inline Set *as_set(Ref v) { return (Set *)object_of(v); }
static inline bool is_set(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_SET; } /* or a frozenset */
static inline bool is_exact_set(Ref v) { return is_exact(v, &type_set) || is_exact(v, &type_frozenset); }
static inline size_t set_count(Ref s) { return as_set(s)->count; }

/* What stands in a deleted place: an immediate that is no key of any set. */
#define SET_DELETED ((Value)(uintptr_t)0x34u)

Value set_new(void);
Value set_from(const Value *keys, size_t count); /* a new set; NULL: TypeError, or what comparing them raised */
Value set_new_of(Type *type);            /* an empty set, frozenset or instance of a subclass */
MUST_CHECK bool set_add(Ref s, Ref key); /* a frozenset only while nobody else knows it */
MUST_CHECK Lookup set_contains(Ref s, Ref key);
MUST_CHECK Lookup set_discard(Ref s, Ref key); /* MISSING: was not there */
MUST_CHECK bool set_update(Ref s, Ref iterable);
MUST_CHECK Value set_copy(Ref s, Type *type);
void set_clear(Ref s);
void set_free_table(Ref s); /* leaves the set in pieces */
void set_take_apart(Ref s); /* the same, and releases the keys */
size_t set_sizeof(Ref s);   /* what sys.getsizeof answers */
/* Steps through the keys: *position starts at 0. Borrowed. False at the end. */
bool set_step(Ref s, size_t *position, Ref *key, int64_t *hash);

/* For keys whose hash is known. */
MUST_CHECK bool set_add_known(Ref s, Ref key, int64_t hash);
MUST_CHECK Lookup set_contains_known(Ref s, Ref key, int64_t hash);
MUST_CHECK Lookup set_discard_known(Ref s, Ref key, int64_t hash);
/* Takes out any key, or NULL with KeyError. */
MUST_CHECK Value set_pop(Ref s);
/* Gives a set with many deleted places a smaller table. */
MUST_CHECK bool set_tidy(Ref s);
/* Exchanges the contents of two sets. */
void set_swap(Ref a, Ref b);

/* set_algebra.c: new sets of self's kind. The other operand may be any iterable. */
MUST_CHECK Value set_intersection(Ref s, Ref other);
MUST_CHECK Value set_difference(Ref s, Ref other);
MUST_CHECK Value set_symmetric_difference(Ref s, Ref other);
MUST_CHECK bool set_difference_update(Ref s, Ref other);
MUST_CHECK bool set_symmetric_difference_update(Ref s, Ref other);
MUST_CHECK Lookup set_is_disjoint(Ref s, Ref other);
MUST_CHECK Lookup set_is_subset(Ref s, Ref other); /* of a set */
Value set_base_new(Ref s, Ref iterable); /* set(iterable) or frozenset(iterable), whichever s is an instance of */

extern const NativeDef set_methods[], frozenset_methods[], set_init_def, frozenset_construct_def;

#endif
