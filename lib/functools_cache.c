/* lib/functools_cache.c - what functools.lru_cache makes of a function.
 *
 * Owns:      the type _lru_cache_wrapper, the order in which results were used.
 * Invariant: the ring owns its links; a link that is not in the ring has no previous one. With a limit, each entry of
 *            the dict is a link, else a result. Anything that runs Python code may call the function or clear the
 *            cache.
 * Not here:  the decorators and CacheInfo (lib/py/functools.py).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/method.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* A result that may be forgotten. */
typedef struct Link {
    Object head;
    struct Link *next, *previous; /* used after this one; before. previous NULL: not in the ring */
    Value key;                    /* of the arguments */
    int64_t hash;                 /* of the key */
    Value result;                 /* what the function returned */
} Link;

typedef struct Cache {
    Object head;
    Value function;  /* computes */
    Value entries;   /* dict: key -> Link; without a limit key -> result */
    Value make_info; /* called for cache_info() */
    Value mark;      /* stands between positional and keyword arguments in a key; NULL: not needed so far */
    Link *oldest;    /* of the ring: its previous is the newest. NULL: the ring is empty */
    int64_t limit;   /* results that are kept; 0: none, negative: any number */
    int64_t hits;    /* calls answered from the cache */
    int64_t misses;  /* calls of function */
    bool typed;      /* 3 and 3.0 are different arguments */
    Slots slots;     /* attributes; the last field */
} Cache;

static Cache *as_cache(Ref v) { return (Cache *)object_of(v); }
static Link *as_link(Ref v) { return (Link *)object_of(v); }

/* The ring. */

static void link_as_newest(Cache *self, Link *link) {
    if (!self->oldest) {
        self->oldest = link->next = link->previous = link;
        return;
    }
    link->next = self->oldest;
    link->previous = self->oldest->previous;
    link->previous->next = link;
    self->oldest->previous = link;
}

static void unlink(Cache *self, Link *link) {
    if (link->next == link) {
        self->oldest = NULL;
    } else {
        link->previous->next = link->next;
        link->next->previous = link->previous;
        if (self->oldest == link) self->oldest = link->next;
    }
    link->next = link->previous = NULL;
}

static void link_traverse(Ref v, Visit visit, void *context) {
    visit(as_link(v)->key, context);
    visit(as_link(v)->result, context);
}

Type type_cache_link = {
    TYPE_HEAD(cache_link), .name = "functools._lru_list_elem",
    .module = "functools", .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(Link),  .traverse = link_traverse,
};

/* Keys. */

static bool is_own_key(Ref v) { return is_small_int(v) || is_exact_str(v) || is_exact(v, &type_int); }

/* (*args, mark, name, value, ..., *types): see functools._make_key. */
static Value make_long_key(Cache *self, const Ref *args, size_t count, Ref keywords) {
    size_t named = keywords ? tuple_count(keywords) : 0;
    size_t total = count + (named ? 1 + 2 * named : 0) + (self->typed ? count + named : 0), i = 0;
    if (named && !self->mark) self->mark = call_0(type_ref(&type_object));
    if (named && !self->mark) return NULL;
    Value key = tuple_new(total);
    if (!key) return NULL;
    Value *items = as_tuple(key)->items;
    for (size_t j = 0; j < count; j++) items[i++] = retain(args[j]);
    if (named) items[i++] = retain(self->mark);
    for (size_t j = 0; j < named; j++) {
        items[i++] = retain(tuple_peek(keywords, j));
        items[i++] = retain(args[count + j]);
    }
    for (size_t j = 0; self->typed && j < count + named; j++) items[i++] = retain(type_ref(type_of(args[j])));
    return key;
}

static Value make_key(Cache *self, const Ref *args, size_t count, Ref keywords) {
    if (LIKELY(!keywords && !self->typed))
        return count == 1 && is_own_key(args[0]) ? retain(args[0]) : tuple_from(args, count);
    return make_long_key(self, args, count, keywords);
}

/* Calls. */

static Value compute(Cache *self, const Ref *args, size_t count, Ref keywords) {
    self->misses++;
    return call(self->function, args, count, keywords);
}

/* Forgets the result that was not used for longest. MISSING: its entry had gone already. */
static Lookup forget_oldest(Cache *self) {
    Link *oldest = self->oldest;
    unlink(self, oldest);
    Value entry = NULL;
    Lookup found = dict_pop_known(self->entries, oldest->key, oldest->hash, &entry);
    if (found == FAILED) link_as_newest(self, oldest);
    else release(value_of(oldest));
    release_maybe(entry);
    return found;
}

/* Keeps a result, unless a call inside the one that made it has done that. */
static bool keep(Cache *self, Ref key, int64_t hash, Ref result) {
    Lookup found = dict_get_known(self->entries, key, hash, NULL);
    if (found != MISSING) return found == FOUND;
    if ((int64_t)dict_count(self->entries) >= self->limit && self->oldest) {
        found = forget_oldest(self);
        if (found != FOUND) return found == MISSING;
    }
    Link *link = object_new(&type_cache_link, sizeof(Link));
    link->key = retain(key);
    link->hash = hash;
    link->result = retain(result);
    if (!dict_set_known(self->entries, key, hash, value_of(link))) {
        release(value_of(link));
        return false;
    }
    link_as_newest(self, link);
    return true;
}

/* The result of a link found in the dict, which now is the one used last. Takes the reference. */
static Value use_steal(Cache *self, Value v) {
    Link *link = as_link(v);
    if (link->previous && self->oldest->previous != link) {
        unlink(self, link);
        link_as_newest(self, link);
    }
    self->hits++;
    Value result = retain(link->result);
    release(v);
    return result;
}

static Value call_limited(Cache *self, Ref key, const Ref *args, size_t count, Ref keywords) {
    int64_t hash;
    Value link, result;
    if (!hash_of(key, &hash)) return NULL;
    Lookup found = dict_get_known(self->entries, key, hash, &link);
    if (found == FAILED) return NULL;
    if (found == FOUND) return use_steal(self, link);
    result = compute(self, args, count, keywords);
    if (result && !keep(self, key, hash, result)) clear_ref(&result);
    return result;
}

static Value call_unlimited(Cache *self, Ref key, const Ref *args, size_t count, Ref keywords) {
    int64_t hash;
    Value result;
    if (!hash_of(key, &hash)) return NULL;
    Lookup found = dict_get_known(self->entries, key, hash, &result);
    if (found == FAILED) return NULL;
    if (found == FOUND) {
        self->hits++;
        return result;
    }
    result = compute(self, args, count, keywords);
    if (result && !dict_set_known(self->entries, key, hash, result)) clear_ref(&result);
    return result;
}

static Value cache_call(Ref v, const Ref *args, size_t count, Ref keywords) {
    Cache *self = as_cache(v);
    if (self->limit == 0) return compute(self, args, count, keywords);
    Value key = make_key(self, args, count, keywords);
    if (!key) return NULL;
    Value result = self->limit < 0 ? call_unlimited(self, key, args, count, keywords)
                                   : call_limited(self, key, args, count, keywords);
    release(key);
    return result;
}

/* Making, methods. */

static bool read_limit(Ref maxsize, int64_t *limit) {
    *limit = -1;
    if (is_none(maxsize)) return true;
    if (!type_of(maxsize)->as_index) return raise_false(&type_TypeError, "maxsize should be integer or None");
    if (!index_as_int64(maxsize, limit, &type_OverflowError)) return false;
    if (*limit < 0) *limit = 0;
    return true;
}

static Value py_cache_new(const Ref *args) {
    Type *type = as_type(args[0]);
    if (!type_of(args[1])->call) return raise(&type_TypeError, "the first argument must be callable");
    int64_t limit;
    if (!read_limit(args[2], &limit)) return NULL;
    Lookup typed = truth(args[3]);
    if (typed == FAILED) return NULL;
    Cache *self = object_new(type, type->size);
    self->function = retain(args[1]);
    self->limit = limit;
    self->typed = typed == FOUND;
    self->make_info = retain(args[4]);
    self->entries = dict_new();
    instance_give_shape(value_of(self));
    return value_of(self);
}
static const NativeDef cache_construct = {"_lru_cache_wrapper(user_function, maxsize, typed, cache_info_type)",
                                          py_cache_new, 0, 0};

static Value py_cache_info(const Ref *args) {
    Cache *self = as_cache(args[0]);
    Value hits = int_value(self->hits), misses = int_value(self->misses);
    Value limit = self->limit < 0 ? VALUE_NONE : int_value(self->limit);
    Value size = int_value((int64_t)dict_count(self->entries));
    Value result = call(self->make_info, (const Ref[]){hits, misses, limit, size}, 4, NULL);
    release(hits);
    release(misses);
    release(limit);
    release(size);
    return result;
}

/* The links go last: freeing results may run Python code, which finds an empty cache. */
static Value py_cache_clear(const Ref *args) {
    Cache *self = as_cache(args[0]);
    Link *chain = self->oldest;
    if (chain) chain->previous->next = NULL;
    self->oldest = NULL;
    self->hits = self->misses = 0;
    for (Link *link = chain; link; link = link->next) link->previous = NULL;
    dict_clear(self->entries);
    while (chain) {
        Link *next = chain->next;
        chain->next = NULL;
        release(value_of(chain));
        chain = next;
    }
    return VALUE_NONE;
}

static Value py_cache_copy(const Ref *args) { return retain(args[0]); }
static Value py_cache_reduce(const Ref *args) { return getattr(args[0], NAME(dunder_qualname)); }

static Value cache_get(Ref self, Ref instance, Ref owner) {
    return instance && !is_none(instance) ? method_new(self, instance) : retain(self);
}

static void cache_traverse(Ref v, Visit visit, void *context) {
    Cache *self = as_cache(v);
    visit(self->function, context);
    visit(self->make_info, context);
    visit(self->mark, context);
    visit(self->entries, context);
    const Link *newest = self->oldest ? self->oldest->previous : NULL;
    for (Link *link = self->oldest, *next; link; link = next) { /* the visit may free it */
        next = link == newest ? NULL : link->next;
        visit(value_of(link), context);
    }
    instance_traverse(v, visit, context);
}

static const GetSetDef cache_getsets[] = {
    {"__dict__", instance_dict, instance_set_dict, 0},
    {0},
};

static const NativeDef cache_methods[] = {
    {"cache_info()", py_cache_info, DOC("Report cache statistics."), 0},
    {"cache_clear()", py_cache_clear, DOC("Forget all results and statistics."), 0},
    {"__copy__()", py_cache_copy, DOC("Return the cache itself."), 0},
    {"__deepcopy__(memo, /)", py_cache_copy, DOC("Return the cache itself."), 0},
    {"__reduce__()", py_cache_reduce, DOC("Return the name under which it is found."), 0},
    {0},
};

Type type_lru_cache = {
    TYPE_HEAD(lru_cache),
    .name = "functools._lru_cache_wrapper",
    .module = "functools",
    .doc = "A function that remembers results for arguments that it was called with.",
    .flags = TYPE_METHOD | TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(Cache),
    .shape_offset = offsetof(Cache, slots),
    .traverse = cache_traverse,
    .dispose = instance_dispose,
    .construct = &cache_construct,
    .call = cache_call,
    .get = cache_get,
    .methods = cache_methods,
    .getsets = cache_getsets,
};
