/* runtime/iter_tools.c - enumerate, zip, map, filter, reversed.
 *
 * Owns:      the five types.
 * Invariant: an exhausted iterator asks its source again, as CPython does.
 * Not here:  itertools (lib/).
 */
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"

/* The type and the arguments that make an iterator again: (type(self), arguments). */
static Value reduce_steal(Ref self, Value arguments) {
    if (!arguments) return NULL;
    Value result = tuple_pack(2, type_ref(type_of(self)), arguments);
    release(arguments);
    return result;
}

/* enumerate. */

static Value py_enumerate_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value next = index_of(args[2]);
    Value iterator = next ? iterate(args[1]) : NULL;
    if (!iterator) {
        release_maybe(next);
        return NULL;
    }
    Enumerate *self = object_new(type, type->size);
    self->iterator = iterator;
    self->next = next;
    return value_of(self);
}

static Lookup enumerate_next_pair(Ref v, Value *pair) {
    Enumerate *self = as_enumerate(v);
    Lookup found = iterate_quickly(self->iterator, &pair[0]);
    if (found != FOUND) return found;
    Value index = self->next;
    pair[1] = index;
    self->next = LIKELY(is_small_int(index) && small_int(index) < SMALL_INT_MAX) ? small_int_value(small_int(index) + 1)
                                                                                 : int_add(index, small_int_value(1));
    return FOUND;
}

static Lookup enumerate_next(Ref v, Value *item) {
    Value parts[2];
    Lookup found = enumerate_next_pair(v, parts);
    if (found != FOUND) return found;
    Value pair = tuple_reuse(&as_enumerate(v)->result, 2);
    if (UNLIKELY(!pair)) {
        release(parts[0]);
        release(parts[1]);
        return FAILED;
    }
    slot_set_steal(&as_tuple(pair)->items[0], parts[1]);
    slot_set_steal(&as_tuple(pair)->items[1], parts[0]);
    *item = pair;
    return FOUND;
}

static Value py_enumerate_reduce(const Ref *args) {
    Enumerate *self = as_enumerate(args[0]);
    return reduce_steal(args[0], tuple_pack(2, self->iterator, self->next));
}

static const NativeDef enumerate_methods[] = {
    {"__reduce__()", py_enumerate_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

static Value enumerate_of(Ref iterable) {
    return py_enumerate_new((Ref[]){type_ref(&type_enumerate), iterable, small_int_value(0)});
}

static const NativeDef enumerate_construct = {"enumerate(iterable, start=0)", py_enumerate_new, 0, 0};

/* Is the name at that place the expected one? */
static bool check_keyword(Ref keywords, size_t place, const char *expected) {
    if (str_equal_text(tuple_peek(keywords, place), expected)) return true;
    return raise_false(&type_TypeError, "'%S' is an invalid keyword argument for enumerate()",
                       tuple_peek(keywords, place));
}

/* CPython's enumerate looks at its arguments itself, in words of its own; a class derived from it does not. */
static Value enumerate_new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
    if (as_type(type) != &type_enumerate) {
        Value made = native_call_def(&enumerate_construct, type, args, count, keywords);
        if (made) instance_give_shape(made);
        return made;
    }
    size_t named = keywords ? tuple_count(keywords) : 0, all = count + named;
    if (all > 2 && count > 0) return raise(&type_TypeError, "enumerate() takes at most 2 arguments (%zu given)", all);
    bool swapped = named == 2 && str_equal_text(tuple_peek(keywords, 0), "start");
    if (all == 0 || all > 2) return raise(&type_TypeError, "enumerate() missing required argument 'iterable'");
    if (named == 2 && !swapped && !check_keyword(keywords, 0, "iterable")) return NULL;
    if (named && !check_keyword(keywords, named - 1, all == 2 && !swapped ? "start" : "iterable")) return NULL;
    Ref words[] = {type, args[swapped], all == 2 ? args[!swapped] : small_int_value(0)};
    return py_enumerate_new(words);
}

Type type_enumerate = {
    TYPE_HEAD(enumerate),
    .name = "enumerate",
    .doc = "An iterator of pairs: a count, which begins at start, and an item of iterable.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_3,
    .size = sizeof(Enumerate),
    .traverse = object_traverse_parts,
    .convert = enumerate_of,
    .construct = &enumerate_construct,
    .new_slot = enumerate_new_slot,
    .iter = iterator_self,
    .next = enumerate_next,
    .next_pair = enumerate_next_pair,
    .methods = enumerate_methods,
};

/* zip. */

/* A tuple of iterators over items. */
static Value iterators_over(const Ref *items, size_t count) {
    Value iterators = tuple_new(count);
    for (size_t i = 0; iterators && i < count; i++) {
        Value iterator = iterate(items[i]);
        if (iterator) as_tuple(iterators)->items[i] = iterator;
        else clear_ref(&iterators);
    }
    return iterators;
}

static Value zip_over(Type *type, const Ref *items, size_t count, bool strict) {
    Value iterators = iterators_over(items, count);
    if (!iterators) return NULL;
    Zip *self = object_new(type, type->size);
    self->iterators = iterators;
    self->strict = strict;
    return value_of(self);
}

static Value py_zip_new(const Ref *args) {
    Lookup strict = truth(args[2]);
    if (strict == FAILED) return NULL;
    return zip_over(as_type(args[0]), refs(as_tuple(args[1])->items), tuple_count(args[1]), strict == FOUND);
}

/* Iterables alone need no binding. */
static Value zip_new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
    if (!keywords && as_type(type) == &type_zip) return zip_over(&type_zip, args, count, false);
    return type_construct(as_type(type), &type_zip, args, count, keywords);
}

static Lookup raise_uneven(size_t i, const char *how) {
    return raise_failed(&type_ValueError, "zip() argument %zu is %s than argument%s%zu", i + 1, how,
                        i == 1 ? " " : "s 1-", i);
}

/* Iterator number i ended: with strict, the others must have ended as well. */
static Lookup check_even(Zip *self, size_t i) {
    if (!self->strict) return MISSING;
    if (i > 0) return raise_uneven(i, "shorter");
    for (i = 1; i < tuple_count(self->iterators); i++) {
        Value item;
        Lookup found = iterate_quickly(tuple_peek(self->iterators, i), &item);
        if (found == FAILED) return FAILED;
        if (found == FOUND) {
            release(item);
            return raise_uneven(i, "longer");
        }
    }
    return MISSING;
}

static Lookup zip_next(Ref v, Value *item) {
    Zip *self = as_zip(v);
    size_t count = tuple_count(self->iterators);
    if (count == 0) return MISSING;
    Value result = tuple_reuse(&self->result, count);
    if (UNLIKELY(!result)) return FAILED;
    for (size_t i = 0; i < count; i++) {
        Value element;
        Lookup found = iterate_quickly(tuple_peek(self->iterators, i), &element);
        if (found != FOUND) {
            release(result);
            return found == FAILED ? FAILED : check_even(self, i);
        }
        slot_set_steal(&as_tuple(result)->items[i], element);
    }
    *item = result;
    return FOUND;
}

static Lookup zip_next_pair(Ref v, Value *pair) {
    Zip *self = as_zip(v);
    Value first, second;
    if (UNLIKELY(tuple_count(self->iterators) != 2)) {
        Lookup whole = zip_next(v, &first);
        pair[0] = whole == FOUND ? first : NULL;
        pair[1] = NULL;
        return whole;
    }
    Lookup found = iterate_quickly(tuple_peek(self->iterators, 0), &first);
    if (UNLIKELY(found != FOUND)) return found == FAILED ? FAILED : check_even(self, 0);
    found = iterate_quickly(tuple_peek(self->iterators, 1), &second);
    if (UNLIKELY(found != FOUND)) {
        release(first);
        return found == FAILED ? FAILED : check_even(self, 1);
    }
    pair[1] = first;
    pair[0] = second;
    return FOUND;
}

static Value py_zip_reduce(const Ref *args) {
    Zip *self = as_zip(args[0]);
    Value parts = reduce_steal(args[0], retain(self->iterators));
    if (!parts || !self->strict) return parts;
    Value result = tuple_pack(3, tuple_peek(parts, 0), tuple_peek(parts, 1), VALUE_TRUE);
    release(parts);
    return result;
}

static Value py_zip_setstate(const Ref *args) {
    Lookup strict = truth(args[1]);
    if (strict == FAILED) return NULL;
    as_zip(args[0])->strict = strict == FOUND;
    return VALUE_NONE;
}

static const NativeDef zip_methods[] = {
    {"__reduce__()", py_zip_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__setstate__(object, /)", py_zip_setstate, DOC("Set whether lengths must agree."), 0},
    {0},
};

static const NativeDef zip_construct = {"zip(*iterables, strict=False)", py_zip_new, 0, NATIVE_KEYWORDS_APART};

Type type_zip = {
    TYPE_HEAD(zip),
    .name = "zip",
    .doc = "An iterator of tuples: the first items of all iterables, then the second ones, and so on.\n\n"
           "It ends with the shortest iterable; with strict, a difference in length raises ValueError.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_2,
    .size = sizeof(Zip),
    .traverse = object_traverse_parts,
    .construct = &zip_construct,
    .new_slot = zip_new_slot,
    .iter = iterator_self,
    .next = zip_next,
    .next_pair = zip_next_pair,
    .methods = zip_methods,
};

/* map. */

typedef struct Map {
    Object head;
    Value iterators; /* tuple: where its arguments come from */
    Value function;  /* called for each step */
} Map;

enum { MAP_NEARBY = 8 }; /* arguments for which no memory is asked for */

static Map *as_map(Ref v) { return (Map *)object_of(v); }

static Value map_over(Type *type, Ref function, const Ref *items, size_t count) {
    Value iterators = iterators_over(items, count);
    if (!iterators) return NULL;
    Map *self = object_new(type, type->size);
    self->function = retain(function);
    self->iterators = iterators;
    return value_of(self);
}

static Value py_map_new(const Ref *args) {
    if (!args[1] || !args[2]) return raise(&type_TypeError, "map() must have at least two arguments.");
    size_t count = 1 + tuple_count(args[3]);
    Value iterables = tuple_new(count);
    if (!iterables) return NULL;
    as_tuple(iterables)->items[0] = retain(args[2]);
    for (size_t i = 1; i < count; i++) as_tuple(iterables)->items[i] = retain(tuple_peek(args[3], i - 1));
    Value result = map_over(as_type(args[0]), args[1], refs(as_tuple(iterables)->items), count);
    release(iterables);
    return result;
}

static Value map_new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
    if (!keywords && count >= 2 && as_type(type) == &type_map) return map_over(&type_map, args[0], args + 1, count - 1);
    return type_construct(as_type(type), &type_map, args, count, keywords);
}

/* One item of each iterator; on FAILED and MISSING none is left to release. */
static Lookup take_arguments(Ref iterators, Value *arguments) {
    size_t count = tuple_count(iterators);
    for (size_t i = 0; i < count; i++) {
        Lookup found = iterate_quickly(tuple_peek(iterators, i), &arguments[i]);
        if (found == FOUND) continue;
        while (i > 0) release(arguments[--i]);
        return found;
    }
    return FOUND;
}

static Lookup call_with_items(Map *self, Value *arguments, Value *item) {
    size_t count = tuple_count(self->iterators);
    Lookup found = take_arguments(self->iterators, arguments);
    if (found != FOUND) return found;
    *item = call(self->function, refs(arguments), count, NULL);
    for (size_t i = 0; i < count; i++) release(arguments[i]);
    return *item ? FOUND : FAILED;
}

/* map over one iterable. */
static Lookup map_one(const Map *self, Value *item) {
    Value argument;
    Lookup found = iterate_quickly(tuple_peek(self->iterators, 0), &argument);
    if (found != FOUND) return found;
    *item = call_1(self->function, argument);
    release(argument);
    return *item ? FOUND : FAILED;
}

static Lookup map_next(Ref v, Value *item) {
    Map *self = as_map(v);
    if (LIKELY(tuple_count(self->iterators) == 1)) return map_one(self, item);
    Value nearby[MAP_NEARBY];
    size_t count = tuple_count(self->iterators);
    if (LIKELY(count <= MAP_NEARBY)) return call_with_items(self, nearby, item);
    Value *arguments = mem_raw_try(&rt()->mem, count * sizeof(Value));
    if (!arguments) {
        raise_memory();
        return FAILED;
    }
    Lookup found = call_with_items(self, arguments, item);
    mem_raw_free(&rt()->mem, arguments, count * sizeof(Value));
    return found;
}

static Value py_map_reduce(const Ref *args) {
    Map *self = as_map(args[0]);
    size_t count = tuple_count(self->iterators);
    Value arguments = tuple_new(count + 1);
    if (!arguments) return NULL;
    as_tuple(arguments)->items[0] = retain(self->function);
    for (size_t i = 0; i < count; i++) as_tuple(arguments)->items[i + 1] = retain(tuple_peek(self->iterators, i));
    return reduce_steal(args[0], arguments);
}

static const NativeDef map_methods[] = {
    {"__reduce__()", py_map_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

static const NativeDef map_construct = {"map(function=...~, iterable=...~, /, *iterables)", py_map_new, 0, 0};

Type type_map = {
    TYPE_HEAD(map),
    .name = "map",
    .doc = "An iterator of what function returns for the items of iterable.\n\n"
           "With more iterables, function gets an item of each; it ends with the shortest.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_2,
    .size = sizeof(Map),
    .traverse = object_traverse_parts,
    .construct = &map_construct,
    .new_slot = map_new_slot,
    .iter = iterator_self,
    .next = map_next,
    .methods = map_methods,
};

/* filter. */

typedef struct Filter {
    Object head;
    Value iterator; /* over what is filtered */
    Value function; /* decides; None or bool: the item itself does */
} Filter;

static Filter *as_filter(Ref v) { return (Filter *)object_of(v); }

static Value py_filter_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value iterator = iterate(args[2]);
    if (!iterator) return NULL;
    Filter *self = object_new(type, type->size);
    self->function = retain(args[1]);
    self->iterator = iterator;
    return value_of(self);
}

static Lookup accepts(Ref function, Ref item) {
    if (is_none(function) || function == type_ref(&type_bool)) return truth(item);
    Value answer = call_1(function, item);
    if (!answer) return FAILED;
    Lookup accepted = truth(answer);
    release(answer);
    return accepted;
}

static Lookup filter_next(Ref v, Value *item) {
    Filter *self = as_filter(v);
    for (;;) {
        Lookup found = iterate_quickly(self->iterator, item);
        if (found != FOUND) return found;
        Lookup accepted = accepts(self->function, *item);
        if (accepted == FOUND) return FOUND;
        release(*item);
        if (accepted == FAILED || !runtime_poll()) return FAILED;
    }
}

static Value py_filter_reduce(const Ref *args) {
    Filter *self = as_filter(args[0]);
    return reduce_steal(args[0], tuple_pack(2, self->function, self->iterator));
}

static const NativeDef filter_methods[] = {
    {"__reduce__()", py_filter_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

static const NativeDef filter_construct = {"filter(function, iterable, /)", py_filter_new, 0, 0};

Type type_filter = {
    TYPE_HEAD(filter),
    .name = "filter",
    .doc = "An iterator of the items of iterable for which function returns something true.\n\n"
           "If function is None, the items that are true themselves.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_2,
    .size = sizeof(Filter),
    .traverse = object_traverse_parts,
    .construct = &filter_construct,
    .iter = iterator_self,
    .next = filter_next,
    .methods = filter_methods,
};

/* reversed: of sequences without a __reversed__ of their own. */

static Value py_reversed_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Ref sequence = args[1], method = type_lookup_peek(type_of(sequence), NAME(dunder_reversed));
    Value result;
    if (method && !is_none(method)) {
        return call_special(sequence, NAME(dunder_reversed), NULL, 0, &result) == FOUND ? result : NULL;
    }
    if (method || !type_of(sequence)->getitem || is_type(sequence) || is_exact(sequence, &type_union)) {
        return raise(&type_TypeError, "'%T' object is not reversible", sequence);
    }
    int64_t count = length_of(sequence);
    if (count < 0) return NULL;
    SequenceIterator *self = object_new(type, type->size);
    self->sequence = retain(sequence);
    self->index = (size_t)count;
    return value_of(self);
}

static Value reversed_of(Ref sequence) { return py_reversed_new((Ref[]){type_ref(&type_reversed), sequence}); }

static Lookup reversed_next(Ref v, Value *item) {
    SequenceIterator *self = (SequenceIterator *)object_of(v);
    if (!self->sequence) return MISSING;
    if (self->index > 0) {
        Value sequence = retain(self->sequence), index = int_value((int64_t)--self->index);
        *item = getitem(sequence, index);
        release(index);
        release(sequence);
        if (*item) return FOUND;
        if (!error_matches(&type_IndexError) && !error_matches(&type_StopIteration)) return FAILED;
        error_clear();
    }
    self->index = 0;
    clear_ref(&self->sequence);
    return MISSING;
}

static const NativeDef reversed_construct = {"reversed(sequence, /)", py_reversed_new, 0, 0};

Type type_reversed = {
    TYPE_HEAD(reversed),
    .name = "reversed",
    .doc = "An iterator over the items of a sequence from last to first.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .convert = reversed_of,
    .construct = &reversed_construct,
    .iter = iterator_self,
    .next = reversed_next,
    .methods = reverse_iterator_methods,
};
