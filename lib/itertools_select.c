/* lib/itertools_select.c - itertools.takewhile, dropwhile, filterfalse, compress, starmap, islice: some items of one
 * iterable.
 *
 * Owns:      the six types.
 * Invariant: -
 * Not here:  the other types of the module.
 */
#include "runtime/error.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

/* What takewhile, dropwhile, filterfalse, starmap and compress consist of. */
typedef struct Selection {
    Object head;
    Value iterator; /* over the items */
    Value function; /* called for each item; compress: the iterator over the selectors */
    bool turned;    /* takewhile: it is over. dropwhile: the rest passes */
} Selection;

static Selection *as_selection(Ref v) { return (Selection *)object_of(v); }

static Value py_selection_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value iterator = iterate(args[2]);
    if (!iterator) return NULL;
    Selection *self = object_new(type, type->size);
    self->function = retain(args[1]);
    self->iterator = iterator;
    return value_of(self);
}

/* Whether function(item) is true. */
static Lookup accepts(Ref function, Ref item) {
    Value answer = call_1(function, item);
    if (!answer) return FAILED;
    if (is_bool(answer)) return is_true(answer) ? FOUND : MISSING;
    Lookup accepted = truth(answer);
    release(answer);
    return accepted;
}

static Lookup takewhile_next(Ref v, Value *item) {
    Selection *self = as_selection(v);
    if (self->turned) return MISSING;
    Lookup found = iterate_quickly(self->iterator, item);
    if (found != FOUND) return found;
    Lookup accepted = accepts(self->function, *item);
    if (accepted == FOUND) return FOUND;
    release(*item);
    if (accepted == MISSING) self->turned = true;
    return accepted;
}

static Lookup dropwhile_next(Ref v, Value *item) {
    Selection *self = as_selection(v);
    for (;;) {
        Lookup found = iterate_quickly(self->iterator, item);
        if (found != FOUND || self->turned) return found;
        Lookup accepted = accepts(self->function, *item);
        if (accepted == MISSING) {
            self->turned = true;
            return FOUND;
        }
        release(*item);
        if (accepted == FAILED || !runtime_poll()) return FAILED;
    }
}

static Lookup filterfalse_next(Ref v, Value *item) {
    Selection *self = as_selection(v);
    bool plain = is_none(self->function) || self->function == type_ref(&type_bool);
    for (;;) {
        Lookup found = iterate_quickly(self->iterator, item);
        if (found != FOUND) return found;
        Lookup accepted = plain ? truth(*item) : accepts(self->function, *item);
        if (accepted == MISSING) return FOUND;
        release(*item);
        if (accepted == FAILED || !runtime_poll()) return FAILED;
    }
}

static Value py_compress_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value data = iterate(args[1]), selectors = data ? iterate(args[2]) : NULL;
    if (!selectors) {
        release_maybe(data);
        return NULL;
    }
    Selection *self = object_new(type, type->size);
    self->function = selectors;
    self->iterator = data;
    return value_of(self);
}

static Lookup compress_next(Ref v, Value *item) {
    Selection *self = as_selection(v);
    for (;;) {
        Value selector;
        Lookup found = iterate_quickly(self->iterator, item);
        if (found != FOUND) return found;
        found = iterate_quickly(self->function, &selector);
        Lookup chosen = found;
        if (found == FOUND) {
            chosen = truth(selector);
            release(selector);
            if (chosen == FOUND) return FOUND;
        }
        release(*item);
        if (found != FOUND) return found;
        if (chosen == FAILED || !runtime_poll()) return FAILED;
    }
}

static Lookup starmap_next(Ref v, Value *item) {
    Selection *self = as_selection(v);
    Value arguments;
    Lookup found = iterate_quickly(self->iterator, &arguments);
    if (found != FOUND) return found;
    if (!is_exact(arguments, &type_tuple)) {
        slot_set_steal(&arguments, tuple_of(arguments));
        if (!arguments) return FAILED;
    }
    *item = call(self->function, refs(as_tuple(arguments)->items), tuple_count(arguments), NULL);
    release(arguments);
    return *item ? FOUND : FAILED;
}

static const NativeDef takewhile_construct = {"takewhile(predicate, iterable, /)", py_selection_new, 0, 0};
static const NativeDef dropwhile_construct = {"dropwhile(predicate, iterable, /)", py_selection_new, 0, 0};
static const NativeDef filterfalse_construct = {"filterfalse(function, iterable, /)", py_selection_new, 0, 0};
static const NativeDef starmap_construct = {"starmap(function, iterable, /)", py_selection_new, 0, 0};
static const NativeDef compress_construct = {"compress(data, selectors)", py_compress_new, 0, 0};

#define SELECTION_TYPE(name_)                                                                                          \
    TYPE_HEAD(name_), .name = "itertools." #name_, .module = "itertools",                                              \
        .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_2, .size = sizeof(Selection),                        \
        .traverse = object_traverse_parts, .construct = &name_##_construct, .iter = iterator_self,                     \
        .next = name_##_next

Type type_takewhile = {SELECTION_TYPE(takewhile),
                       .doc = "An iterator of the items as long as predicate(item) is true."};
Type type_dropwhile = {SELECTION_TYPE(dropwhile),
                       .doc = "An iterator of the items from the first on for which predicate(item) is false."};
Type type_filterfalse = {SELECTION_TYPE(filterfalse),
                         .doc = "An iterator of the items for which function(item) is false.\n\n"
                                "If function is None, the items that are false themselves."};
Type type_starmap = {SELECTION_TYPE(starmap), .doc = "An iterator of function(*item) for each item."};
Type type_compress = {SELECTION_TYPE(compress),
                      .doc = "An iterator of the items of data whose counterpart in selectors is true."};

/* islice. */

typedef struct Islice {
    Object head;
    Value iterator; /* NULL: exhausted */
    int64_t taken;  /* items taken from it */
    int64_t next;   /* index of the next one wanted */
    int64_t stop;   /* index at which to end; -1: none */
    int64_t step;   /* from one to the next */
} Islice;

static Islice *as_islice(Ref v) { return (Islice *)object_of(v); }

/* A bound that may be None or absent: *bound stays then. False without exception: it is no index, or too large. */
static bool read_bound(Ref given, int64_t *bound) {
    if (!given || is_none(given)) return true;
    if (type_of(given)->as_index && index_as_int64(given, bound, &type_OverflowError)) return true;
    error_clear();
    *bound = -1;
    return false;
}

static Value raise_bound(const char *what) {
    return raise(&type_ValueError, "%s for islice() must be None or an integer: 0 <= x <= sys.maxsize.", what);
}

static Value py_islice_new(const Ref *args) {
    Type *type = as_type(args[0]);
    int64_t start = 0, stop = -1, step = 1;
    Ref last = args[3] ? args[3] : args[2];
    bool start_fits = !args[3] || read_bound(args[2], &start);
    if (!read_bound(last, &stop) || (stop == -1 && !is_none(last))) return raise_bound("Stop argument");
    if (!start_fits || start < 0 || stop < -1) return raise_bound("Indices");
    if (!read_bound(args[4], &step) || step < 1)
        return raise(&type_ValueError, "Step for islice() must be a positive integer or None.");
    Value iterator = iterate(args[1]);
    if (!iterator) return NULL;
    Islice *self = object_new(type, type->size);
    self->iterator = iterator;
    self->next = start;
    self->stop = stop;
    self->step = step;
    return value_of(self);
}

/* Passes over the items in front of the one wanted. */
static Lookup skip(Islice *self, Ref iterator) {
    while (self->taken < self->next) {
        Value skipped;
        Lookup found = iterate_quickly(iterator, &skipped);
        if (found != FOUND) return found;
        release(skipped);
        self->taken++;
        if (!runtime_poll()) return FAILED;
    }
    return FOUND;
}

static Lookup islice_next(Ref v, Value *item) {
    Islice *self = as_islice(v);
    if (!self->iterator) return MISSING;
    Value iterator = retain(self->iterator);
    Lookup found = self->taken < self->next ? skip(self, iterator) : FOUND;
    if (found == FOUND && self->stop >= 0 && self->taken >= self->stop) found = MISSING;
    if (LIKELY(found == FOUND)) found = iterate_quickly(iterator, item);
    release(iterator);
    if (found != FOUND) {
        clear_ref(&self->iterator);
        return found;
    }
    self->taken++;
    if (__builtin_add_overflow(self->next, self->step, &self->next) || (self->stop >= 0 && self->next > self->stop))
        self->next = self->stop >= 0 ? self->stop : INT64_MAX;
    return FOUND;
}

static const NativeDef islice_construct = {"islice(iterable, start, stop=..., step=..., /)", py_islice_new, 0, 0};

Type type_islice = {
    TYPE_HEAD(islice),
    .name = "itertools.islice",
    .module = "itertools",
    .doc = "islice(iterable, stop) or islice(iterable, start, stop[, step])\n\n"
           "An iterator of the items that a slice with these bounds would select; none may be negative.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_1,
    .size = sizeof(Islice),
    .traverse = object_traverse_parts,
    .construct = &islice_construct,
    .iter = iterator_self,
    .next = islice_next,
};
