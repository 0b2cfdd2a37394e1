/* lib/gc_module.c - the gc module: the collector as programs see it.
 *
 * Owns:      its functions.
 * Invariant: lists that are made while the heap is walked do not contain themselves.
 * Not here:  the collector (runtime/gc.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/gc.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

enum { GENERATIONS = 3 }; /* of CPython; Ouro's collector has one, which answers for the oldest */

static bool int_argument(Ref v, int64_t *n) { return index_as_int64(v, n, &type_OverflowError); }

static Value py_gc_collect(const Ref *args) {
    int64_t generation;
    if (!int_argument(args[0], &generation)) return NULL;
    if (generation < 0 || generation >= GENERATIONS) return raise(&type_ValueError, "invalid generation");
    return int_value(gc_collect());
}

static Value py_gc_enable(const Ref *args) {
    gc_set_enabled(true);
    return VALUE_NONE;
}

static Value py_gc_disable(const Ref *args) {
    gc_set_enabled(false);
    return VALUE_NONE;
}

static Value py_gc_isenabled(const Ref *args) { return bool_value(rt()->gc.enabled); }

/* Thresholds and counts: the collector has its own rule, so these are kept for whoever asks. */

static Value py_gc_get_threshold(const Ref *args) {
    const uint32_t *t = rt()->gc.thresholds;
    return tuple_pack(3, small_int_value(t[0]), small_int_value(t[1]), small_int_value(t[2]));
}

static Value py_gc_set_threshold(const Ref *args) {
    Ref given = args[0];
    size_t count = tuple_count(given);
    int64_t numbers[GENERATIONS];
    if (count == 0 || count > GENERATIONS) return raise(&type_TypeError, "gc.set_threshold requires 1 to 3 arguments");
    for (size_t i = 0; i < count; i++) {
        if (!int_argument(tuple_peek(given, i), &numbers[i])) return NULL;
        if (numbers[i] < INT32_MIN || numbers[i] > INT32_MAX)
            return raise(&type_OverflowError, "signed integer is %s",
                         numbers[i] < 0 ? "less than minimum" : "greater than maximum");
    }
    for (size_t i = 0; i < count; i++) rt()->gc.thresholds[i] = (uint32_t)numbers[i];
    if (numbers[0] <= 0) gc_set_enabled(false);
    return VALUE_NONE;
}

static Value py_gc_get_count(const Ref *args) {
    return tuple_pack(3, small_int_value((int64_t)(rt()->mem.growth / 64)), small_int_value(0), small_int_value(0));
}

static Value stats_of(int64_t collections, int64_t collected, int64_t uncollectable) {
    Value dict = dict_new();
    dict_set_text(dict, "collections", small_int_value(collections));
    dict_set_text(dict, "collected", small_int_value(collected));
    dict_set_text(dict, "uncollectable", small_int_value(uncollectable));
    return dict;
}

static Value py_gc_get_stats(const Ref *args) {
    const GcStats *stats = &rt()->gc.stats;
    Value list = list_new(GENERATIONS);
    for (int i = 0; list && i < GENERATIONS; i++) {
        bool oldest = i + 1 == GENERATIONS;
        Value dict = oldest ? stats_of(stats->collections, stats->collected, stats->uncollectable) : stats_of(0, 0, 0);
        if (!list_append_steal(list, dict)) clear_ref(&list);
    }
    return list;
}

/* Looking at the heap. */

typedef struct Finds {
    Value list;  /* what was found */
    Ref asked;   /* tuple of the objects that were asked about, or NULL */
    bool failed; /* an exception is set */
} Finds;

static void find_any(Ref object, void *context) {
    Finds *finds = context;
    if (object && !finds->failed) finds->failed = !list_append(finds->list, object);
}

static void find_tracked(Ref object, void *context) {
    Finds *finds = context;
    if (object != finds->list && gc_is_tracked(object)) find_any(object, context);
}

static Value finish(Finds *finds) {
    if (finds->failed) clear_ref(&finds->list);
    return finds->list;
}

static Value py_gc_get_objects(const Ref *args) {
    int64_t generation = GENERATIONS - 1;
    if (!is_none(args[0])) {
        if (!type_of(args[0])->as_index)
            return raise(&type_TypeError, "argument should be integer or None, not '%T'", args[0]);
        if (!int_argument(args[0], &generation)) return NULL;
        if (generation >= GENERATIONS)
            return raise(&type_ValueError,
                         "generation parameter must be less than the number of available generations (%d)",
                         GENERATIONS);
        if (generation < -1) return raise(&type_ValueError, "generation parameter cannot be negative");
    }
    Finds finds = {.list = list_new(0)};
    if (finds.list && (generation == GENERATIONS - 1 || generation == -1)) gc_walk(find_tracked, &finds);
    return finish(&finds);
}

/* Each referrer once, whichever of the targets it refers to. */
static void find_referrer(Ref object, void *context) {
    Finds *finds = context;
    if (object == finds->list || object == finds->asked) return;
    for (size_t i = list_count(finds->list); i-- > 0;)
        if (list_peek(finds->list, i) == object) return;
    find_any(object, context);
}

static Value py_gc_get_referrers(const Ref *args) {
    Finds finds = {.list = list_new(0), .asked = args[0]};
    for (size_t i = 0; finds.list && i < tuple_count(args[0]); i++)
        gc_referrers(tuple_peek(args[0], i), find_referrer, &finds);
    return finish(&finds);
}

static bool has_other_keys(Dict *dict) {
    for (size_t i = 0; i < dict->used; i++)
        if (dict->entries[i].value && !is_str(dict->entries[i].key)) return true;
    return false;
}

/* A dict with nothing but str for keys does not show them to CPython's collector; others have the value first. */
static void find_entries(Dict *dict, Finds *finds) {
    bool keys = has_other_keys(dict);
    size_t position = 0;
    for (DictEntry *entry; (entry = dict_next_entry(dict, &position));) {
        find_any(entry->value, finds);
        if (keys) find_any(entry->key, finds);
    }
}

static void find_set_items(const Set *set, Finds *finds) {
    for (size_t i = 0; set->table && i <= set->mask; i++)
        if (set->table[i].key != SET_DELETED) find_any(set->table[i].key, finds);
}

/* What an object refers to in the order in which CPython visits it, numbers that are no objects here included. */
static void find_referents(Ref object, Finds *finds) {
    if (is_exact(object, &type_list)) {
        for (size_t i = list_count(object); i-- > 0;) find_any(list_peek(object, i), finds);
    } else if (is_exact(object, &type_tuple)) {
        for (size_t i = tuple_count(object); i-- > 0;) find_any(tuple_peek(object, i), finds);
    } else if (is_exact(object, &type_dict)) {
        find_entries(as_dict(object), finds);
    } else if (is_exact(object, &type_set) || is_exact(object, &type_frozenset)) {
        find_set_items(as_set(object), finds);
    } else {
        type_of(object)->traverse(object, find_any, finds);
    }
}

static Value py_gc_get_referents(const Ref *args) {
    Finds finds = {.list = list_new(0)};
    for (size_t i = 0; finds.list && i < tuple_count(args[0]); i++) {
        Ref object = tuple_peek(args[0], i);
        const Type *type = type_of(object);
        if (!is_heap(object) || !(type->flags & TYPE_CONTAINER) || !type->traverse) continue;
        if (is_type(object) && !(as_type(object)->flags & TYPE_HEAP)) continue; /* it is no Class */
        find_referents(object, &finds);
        if (type->flags & TYPE_HEAP) find_any(type_ref(type), &finds);
    }
    return finish(&finds);
}

static Value py_gc_is_tracked(const Ref *args) { return bool_value(gc_is_tracked(args[0])); }

static Value py_gc_is_finalized(const Ref *args) {
    return bool_value(is_heap(args[0]) && object_of(args[0])->flags & OBJECT_FINALIZED);
}

/* What a program froze is collected all the same: there is no fork to keep pages shared for. */
static Value py_gc_freeze(const Ref *args) { return VALUE_NONE; }
static Value py_gc_get_freeze_count(const Ref *args) { return small_int_value(0); }

static Value py_gc_get_debug(const Ref *args) { return small_int_value(0); }

static Value py_gc_set_debug(const Ref *args) {
    int64_t flags;
    if (!int_argument(args[0], &flags)) return NULL;
    if (flags != 0) return raise(&type_NotImplementedError, "gc.set_debug() is not supported by ouro");
    return VALUE_NONE;
}

static bool fill(Ref dict) {
    static const struct {
        const char *name;
        int64_t value;
    } constants[] = {{"DEBUG_STATS", 1},
                     {"DEBUG_COLLECTABLE", 2},
                     {"DEBUG_UNCOLLECTABLE", 4},
                     {"DEBUG_SAVEALL", 32},
                     {"DEBUG_LEAK", 38}};
    Value garbage = list_new(0), callbacks = list_new(0);
    bool ok = garbage && callbacks;
    if (ok) {
        dict_set_text(dict, "garbage", garbage);
        dict_set_text(dict, "callbacks", callbacks);
        slot_set(&rt()->gc.callbacks, callbacks);
    }
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        dict_set_text(dict, constants[i].name, small_int_value(constants[i].value));
    release_maybe(garbage);
    release_maybe(callbacks);
    return ok;
}

static const NativeDef functions[] = {
    {"collect(generation=2)", py_gc_collect,
     DOC("Run a collection and return the number of unreachable objects that it found.\n\nThere is one generation; the "
         "argument is checked "
         "and otherwise ignored."),
     0},
    {"enable()", py_gc_enable, DOC("Let collections run by themselves."), 0},
    {"disable()", py_gc_disable, DOC("Let no collection run by itself."), 0},
    {"isenabled()", py_gc_isenabled, DOC("Return whether collections run by themselves."), 0},
    {"get_threshold()", py_gc_get_threshold, DOC("Return what set_threshold() set."), 0},
    {"set_threshold(*thresholds)~", py_gc_set_threshold,
     DOC("Set the thresholds of collections: they are kept, but the heap's growth decides when\na collection runs. A "
         "first "
         "threshold of 0 "
         "turns automatic collections off."),
     NATIVE_TAKES_TUPLE},
    {"get_count()", py_gc_get_count, DOC("Return how much has been allocated since the last collection."), 0},
    {"get_stats()", py_gc_get_stats, DOC("Return a list of dicts with what collections did, one for each generation."),
     0},
    {"get_objects(generation=None)", py_gc_get_objects, DOC("Return a list of the objects that the collector tracks."),
     0},
    {"get_referrers(*objs)", py_gc_get_referrers, DOC("Return a list of the objects that refer to any of objs."), 0},
    {"get_referents(*objs)", py_gc_get_referents, DOC("Return a list of the objects that objs refer to."), 0},
    {"is_tracked(obj, /)", py_gc_is_tracked, DOC("Return whether the collector tracks the object."), 0},
    {"is_finalized(obj, /)", py_gc_is_finalized, DOC("Return whether the object's finaliser has run."), 0},
    {"freeze()", py_gc_freeze, DOC("Do nothing: objects are not set apart from collections."), 0},
    {"unfreeze()", py_gc_freeze, DOC("Do nothing: see freeze()."), 0},
    {"get_freeze_count()", py_gc_get_freeze_count, DOC("Return the number of objects set apart: 0."), 0},
    {"get_debug()", py_gc_get_debug, DOC("Return the debugging flags: 0."), 0},
    {"set_debug(flags, /)", py_gc_set_debug, DOC("Set the debugging flags; only 0 is supported."), 0},
    {0},
};

const ModuleDef module_gc = {
    "gc",
    "Control over the collector that frees cycles of objects.",
    functions,
    fill,
};
