/* lib/itertools_group.c - itertools.groupby and the iterators over its groups.
 *
 * Owns:      the two types.
 * Invariant: only the group that was given out last may take items.
 * Not here:  the other types of the module.
 */
#include "runtime/error.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

typedef struct Groupby {
    Object head;
    Value iterator;    /* of the items */
    Value function;    /* of an item: its key; NULL: the item itself */
    Value group_key;   /* of the group given out last; NULL: none so far */
    Value key;         /* of the item taken last; NULL: none was taken */
    Value item;        /* taken last, not given out yet; or NULL */
    const void *group; /* the Group given out last; only compared */
} Groupby;

typedef struct Group {
    Object head;
    Value parent; /* Groupby */
    Value key;    /* of its items */
} Group;

static Groupby *as_groupby(Ref v) { return (Groupby *)object_of(v); }
static Group *as_group(Ref v) { return (Group *)object_of(v); }

static Value py_groupby_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value iterator = iterate(args[1]);
    if (!iterator) return NULL;
    Groupby *self = object_new(type, type->size);
    self->iterator = iterator;
    if (!is_none(args[2])) self->function = retain(args[2]);
    return value_of(self);
}

/* Takes the next item. */
static Lookup step(Groupby *self) {
    Value item;
    Lookup found = iterate_quickly(self->iterator, &item);
    if (found != FOUND) return found;
    Value key = self->function ? call_1(self->function, item) : retain(item);
    if (!key) {
        release(item);
        return FAILED;
    }
    slot_set_steal(&self->item, item);
    slot_set_steal(&self->key, key);
    return FOUND;
}

/* Comparing may take more items: both keys are held. */
static Lookup same_key(Ref a, Ref b) {
    if (both_small_int(a, b)) return a == b ? FOUND : MISSING;
    Value x = retain(a), y = retain(b);
    Lookup same = equal(x, y);
    release(x);
    release(y);
    return same;
}

static Value group_new(Ref parent, Ref key) {
    Group *group = object_new(&type_group, sizeof(Group));
    group->parent = retain(parent);
    group->key = retain(key);
    as_groupby(parent)->group = group;
    return value_of(group);
}

/* Passes over the rest of the last group. */
static Lookup skip_group(Groupby *self) {
    for (;;) {
        if (self->key) {
            Lookup same = self->group_key ? same_key(self->group_key, self->key) : MISSING;
            if (same == MISSING) return FOUND;
            if (same == FAILED) return FAILED;
        }
        Lookup found = step(self);
        if (found != FOUND) return found;
        if (!runtime_poll()) return FAILED;
    }
}

static Lookup groupby_next(Ref v, Value *item) {
    Groupby *self = as_groupby(v);
    self->group = NULL;
    Lookup found = skip_group(self);
    if (found != FOUND) return found;
    Value key = retain(self->key);
    slot_set(&self->group_key, key);
    Value group = group_new(v, key);
    *item = tuple_pack(2, key, group);
    release(group);
    release(key);
    return *item ? FOUND : FAILED;
}

static const NativeDef groupby_construct = {"groupby(iterable, key=None)", py_groupby_new, 0, 0};

Type type_groupby = {
    TYPE_HEAD(groupby),
    .name = "itertools.groupby",
    .module = "itertools",
    .doc = "An iterator of pairs: a key, and an iterator of the items that follow each other with this key.\n\n"
           "The key of an item is key(item); without key, the item itself.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_5,
    .size = sizeof(Groupby),
    .traverse = object_traverse_parts,
    .construct = &groupby_construct,
    .iter = iterator_self,
    .next = groupby_next,
};

/* Groups. */

static Lookup group_next(Ref v, Value *item) {
    Group *self = as_group(v);
    Groupby *parent = as_groupby(self->parent);
    if (parent->group != self) return MISSING;
    if (!parent->item) {
        Lookup found = step(parent);
        if (found != FOUND) return found;
    }
    Lookup same = parent->key ? same_key(self->key, parent->key) : MISSING;
    if (same != FOUND) return same;
    if (!parent->item) return MISSING; /* the comparison has taken it */
    *item = parent->item;
    parent->item = NULL;
    clear_ref(&parent->key);
    return FOUND;
}

static Value py_group_new(const Ref *args) {
    if (!type_is_subtype(type_of(args[1]), &type_groupby))
        return raise(&type_TypeError, "_grouper() argument 1 must be itertools.groupby, not %T", args[1]);
    return group_new(args[1], args[2]);
}
static const NativeDef group_construct = {"_grouper(parent, tgtkey, /)", py_group_new, 0, 0};

Type type_group = {
    TYPE_HEAD(group),
    .name = "itertools._grouper",
    .module = "itertools",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_2,
    .size = sizeof(Group),
    .traverse = object_traverse_parts,
    .construct = &group_construct,
    .iter = iterator_self,
    .next = group_next,
};
