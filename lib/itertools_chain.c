/* lib/itertools_chain.c - itertools.chain, zip_longest, accumulate, pairwise, batched.
 *
 * Owns:      the five types.
 * Invariant: an iterator that may be dropped while it runs is held by who runs it.
 * Not here:  the other types of the module.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

/* chain. */

typedef struct Chain {
    Object head;
    Value source; /* iterator over the iterables; NULL: exhausted */
    Value active; /* iterator over the current one, or NULL */
} Chain;

static Chain *as_chain(Ref v) { return (Chain *)object_of(v); }

static Value chain_over(Type *type, Ref iterables) {
    Value source = iterate(iterables);
    if (!source) return NULL;
    Chain *self = object_new(type, type->size);
    self->source = source;
    return value_of(self);
}

static Value py_chain_new(const Ref *args) { return chain_over(as_type(args[0]), args[1]); }
static Value py_chain_from_iterable(const Ref *args) { return chain_over(as_type(args[0]), args[1]); }

/* Goes on to the next iterable. */
static Lookup next_source(Chain *self) {
    Value iterable, source = retain(self->source);
    Lookup found = iterate_quickly(source, &iterable);
    release(source);
    if (found == FOUND) {
        Value iterator = iterate(iterable);
        release(iterable);
        slot_set_steal(&self->active, iterator);
        found = iterator ? FOUND : FAILED;
    }
    if (found != FOUND) clear_ref(&self->source);
    return found;
}

/* The next item of a list iterator that has one: the commonest case, in which nothing else runs. */
static inline bool take_from_list(Ref iterator, Value *item) {
    if (!is_exact(iterator, &type_list_iterator)) return false;
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (!it->sequence || it->index >= list_count(it->sequence)) return false;
    *item = retain(list_peek(it->sequence, it->index++));
    return true;
}

static Lookup chain_next(Ref v, Value *item) {
    Chain *self = as_chain(v);
    for (;;) {
        if (UNLIKELY(!self->active)) {
            if (!self->source) return MISSING;
            Lookup found = next_source(self);
            if (found != FOUND) return found;
            if (!self->active) continue;
        }
        if (take_from_list(self->active, item)) return FOUND;
        Value active = retain(self->active);
        Lookup found = iterate_quickly(active, item);
        if (LIKELY(found != MISSING)) {
            release(active);
            return found;
        }
        if (self->active == active) clear_ref(&self->active);
        release(active);
        if (!runtime_poll()) return FAILED;
    }
}

static const NativeDef chain_methods[] = {
    {"from_iterable(iterable, /)", py_chain_from_iterable,
     DOC("An iterator of the items of the iterables that are the items of one iterable."), NATIVE_CLASS_METHOD},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

static const NativeDef chain_construct = {"chain(*iterables)", py_chain_new, 0, 0};

Type type_chain = {
    TYPE_HEAD(chain),
    .name = "itertools.chain",
    .module = "itertools",
    .doc = "An iterator of the items of the first iterable, then of the second one, and so on.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_2,
    .size = sizeof(Chain),
    .traverse = object_traverse_parts,
    .construct = &chain_construct,
    .iter = iterator_self,
    .next = chain_next,
    .methods = chain_methods,
};

/* zip_longest. */

typedef struct ZipLongest {
    Object head;
    Value iterators; /* tuple; None: exhausted */
    Value fill;      /* stands for missing items */
    Value result;    /* tuple to use again, or NULL */
    size_t active;   /* iterators that are not exhausted */
} ZipLongest;

static ZipLongest *as_zip_longest(Ref v) { return (ZipLongest *)object_of(v); }

static Value py_zip_longest_new(const Ref *args) {
    Type *type = as_type(args[0]);
    size_t count = tuple_count(args[1]);
    Ref fill = dict_peek_text(args[2], "fillvalue");
    if (dict_count(args[2]) > (fill != NULL)) {
        return raise(&type_TypeError, "zip_longest() got an unexpected keyword argument");
    }
    Value iterators = tuple_new(count);
    for (size_t i = 0; iterators && i < count; i++) {
        Value iterator = iterate(tuple_peek(args[1], i));
        if (iterator) as_tuple(iterators)->items[i] = iterator;
        else clear_ref(&iterators);
    }
    if (!iterators) return NULL;
    ZipLongest *self = object_new(type, type->size);
    self->iterators = iterators;
    self->fill = fill ? retain(fill) : VALUE_NONE;
    self->active = count;
    return value_of(self);
}

/* The next item of iterator i, or what fills its place. MISSING: that was the last one active. */
static Lookup next_or_fill(ZipLongest *self, size_t i, Value *item) {
    Value iterator = retain(tuple_peek(self->iterators, i));
    Lookup found = is_none(iterator) ? MISSING : iterate_quickly(iterator, item);
    release(iterator);
    if (LIKELY(found == FOUND)) return FOUND;
    bool ends = found == MISSING && !is_none(tuple_peek(self->iterators, i));
    if (found == FAILED) self->active = 0;
    else if (ends && self->active > 0) self->active--;
    if (self->active == 0) return found;
    if (ends) slot_set(&as_tuple(self->iterators)->items[i], VALUE_NONE);
    *item = retain(self->fill);
    return FOUND;
}

static Lookup zip_longest_next(Ref v, Value *item) {
    ZipLongest *self = as_zip_longest(v);
    size_t count = tuple_count(self->iterators);
    if (count == 0 || self->active == 0) return MISSING;
    Value result = tuple_reuse(&self->result, count);
    if (!result) return FAILED;
    for (size_t i = 0; i < count; i++) {
        Value element;
        Lookup found = next_or_fill(self, i, &element);
        if (found != FOUND) {
            release(result);
            return found;
        }
        slot_set_steal(&as_tuple(result)->items[i], element);
    }
    *item = result;
    return FOUND;
}

static const NativeDef zip_longest_construct = {"zip_longest(*iterables, **keywords)~(*iterables, fillvalue=None)",
                                                py_zip_longest_new, 0, 0};

Type type_zip_longest = {
    TYPE_HEAD(zip_longest),
    .name = "itertools.zip_longest",
    .module = "itertools",
    .doc = "An iterator of tuples of the first items of all iterables, then of the second ones, and so on.\n\n"
           "It ends with the longest iterable; fillvalue stands for the items that shorter ones lack.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_3,
    .size = sizeof(ZipLongest),
    .traverse = object_traverse_parts,
    .construct = &zip_longest_construct,
    .iter = iterator_self,
    .next = zip_longest_next,
};

/* accumulate. */

typedef struct Accumulate {
    Object head;
    Value iterator; /* of what is added up */
    Value function; /* of the total and an item; NULL: addition */
    Value total;    /* so far; NULL: no item was seen */
    Value initial;  /* total to begin with, until it was given out; NULL: none */
} Accumulate;

static Accumulate *as_accumulate(Ref v) { return (Accumulate *)object_of(v); }

static Value py_accumulate_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value iterator = iterate(args[1]);
    if (!iterator) return NULL;
    Accumulate *self = object_new(type, type->size);
    self->iterator = iterator;
    if (!is_none(args[2])) self->function = retain(args[2]);
    if (!is_none(args[3])) self->initial = retain(args[3]);
    return value_of(self);
}

static Value add_up(const Accumulate *self, Ref total, Ref item) {
    if (self->function) return call_2(self->function, total, item);
    if (both_small_int(total, item)) return int_value(small_int(total) + small_int(item));
    return binary_op(BINARY_ADD, total, item);
}

static Lookup accumulate_next(Ref v, Value *item) {
    Accumulate *self = as_accumulate(v);
    if (UNLIKELY(self->initial != NULL)) {
        slot_set(&self->total, self->initial);
        *item = self->initial;
        self->initial = NULL;
        return FOUND;
    }
    Value element;
    Lookup found = iterate_quickly(self->iterator, &element);
    if (found != FOUND) return found;
    Value before = self->total ? retain(self->total) : NULL, total = element;
    if (before) {
        total = add_up(self, before, element);
        release(before);
        release(element);
        if (!total) return FAILED;
    }
    slot_set(&self->total, total);
    *item = total;
    return FOUND;
}

static const NativeDef accumulate_construct = {"accumulate(iterable, func=None, *, initial=None)", py_accumulate_new, 0,
                                               0};

Type type_accumulate = {
    TYPE_HEAD(accumulate),
    .name = "itertools.accumulate",
    .module = "itertools",
    .doc = "An iterator of totals: the first item, then what func makes of the last total and the next item.\n\n"
           "Without func, they are added. An initial total comes before the first item.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_4,
    .size = sizeof(Accumulate),
    .traverse = object_traverse_parts,
    .construct = &accumulate_construct,
    .iter = iterator_self,
    .next = accumulate_next,
};

/* pairwise. */

typedef struct Pairwise {
    Object head;
    Value iterator; /* NULL: exhausted */
    Value last;     /* the item before; NULL: none was taken */
    Value result;   /* tuple to use again, or NULL */
} Pairwise;

static Pairwise *as_pairwise(Ref v) { return (Pairwise *)object_of(v); }

static Value py_pairwise_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value iterator = iterate(args[1]);
    if (!iterator) return NULL;
    Pairwise *self = object_new(type, type->size);
    self->iterator = iterator;
    return value_of(self);
}

/* The next item; when there is none, the iteration is over. */
static Lookup next_of_pair(Pairwise *self, Value *item) {
    if (!self->iterator) return MISSING;
    Value iterator = retain(self->iterator);
    Lookup found = iterate_quickly(iterator, item);
    release(iterator);
    if (found != FOUND) {
        clear_ref(&self->iterator);
        clear_ref(&self->last);
    }
    return found;
}

static Lookup pairwise_next(Ref v, Value *item) {
    Pairwise *self = as_pairwise(v);
    Value first, second;
    if (!self->last) {
        Lookup found = next_of_pair(self, &first);
        if (found != FOUND) return found;
        slot_set_steal(&self->last, first);
    }
    first = retain(self->last);
    Lookup found = next_of_pair(self, &second);
    Value pair = found == FOUND ? tuple_reuse(&self->result, 2) : NULL;
    if (!pair) {
        release(first);
        if (found == FOUND) release(second);
        return found == FOUND ? FAILED : found;
    }
    slot_set(&self->last, second);
    slot_set_steal(&as_tuple(pair)->items[0], first);
    slot_set_steal(&as_tuple(pair)->items[1], second);
    *item = pair;
    return FOUND;
}

static const NativeDef pairwise_construct = {"pairwise(iterable, /)", py_pairwise_new, 0, 0};

Type type_pairwise = {
    TYPE_HEAD(pairwise),
    .name = "itertools.pairwise",
    .module = "itertools",
    .doc = "An iterator of pairs of neighbours: the first and second item, the second and third, and so on.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_3,
    .size = sizeof(Pairwise),
    .traverse = object_traverse_parts,
    .construct = &pairwise_construct,
    .iter = iterator_self,
    .next = pairwise_next,
};

/* batched. */

typedef struct Batched {
    Object head;
    Value iterator; /* NULL: exhausted */
    int64_t size;   /* items of a batch */
    bool strict;    /* a last batch that is not full is an error */
} Batched;

static Batched *as_batched(Ref v) { return (Batched *)object_of(v); }

static Value py_batched_new(const Ref *args) {
    Type *type = as_type(args[0]);
    int64_t size;
    if (!size_argument(args[2], &size)) return NULL;
    Lookup strict = truth(args[3]);
    if (strict == FAILED) return NULL;
    if (size < 1) return raise(&type_ValueError, "n must be at least one");
    Value iterator = iterate(args[1]);
    if (!iterator) return NULL;
    Batched *self = object_new(type, type->size);
    self->iterator = iterator;
    self->size = size;
    self->strict = strict == FOUND;
    return value_of(self);
}

/* Up to size items in a list. */
static Value take_batch(Ref iterator, int64_t size) {
    Value list = list_new(size < 64 ? (size_t)size : 64), item;
    while (list && (int64_t)list_count(list) < size) {
        Lookup found = iterate_quickly(iterator, &item);
        if (found == MISSING) break;
        if (found == FAILED || !list_append_steal(list, item)) clear_ref(&list);
    }
    return list;
}

static Lookup batched_next(Ref v, Value *item) {
    Batched *self = as_batched(v);
    if (!self->iterator) return MISSING;
    Value iterator = retain(self->iterator), list = take_batch(iterator, self->size);
    release(iterator);
    int64_t count = list ? (int64_t)list_count(list) : -1;
    if (count > 0 && count < self->size && self->strict) {
        count = -1;
        raise(&type_ValueError, "batched(): incomplete batch");
    }
    if (count <= 0) clear_ref(&self->iterator);
    *item = NULL;
    if (count > 0) {
        as_list(list)->count = 0;
        *item = tuple_from_steal(as_list(list)->items, (size_t)count);
    }
    release_maybe(list);
    if (count == 0) return MISSING;
    return *item ? FOUND : FAILED;
}

static const NativeDef batched_construct = {"batched(iterable, n, *, strict=False)", py_batched_new, 0, 0};

Type type_batched = {
    TYPE_HEAD(batched),
    .name = "itertools.batched",
    .module = "itertools",
    .doc = "An iterator of tuples of n items each; the last may be shorter, which with strict is a ValueError.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_1,
    .size = sizeof(Batched),
    .traverse = object_traverse_parts,
    .construct = &batched_construct,
    .iter = iterator_self,
    .next = batched_next,
};
