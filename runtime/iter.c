/* runtime/iter.c - what iterators share, and the iterators over __getitem__ and over a callable.
 *
 * Owns:      sequence_iterator (the old protocol: item 0, 1, 2, ... until IndexError) and callable_iterator.
 * Invariant: an exhausted iterator drops its source.
 * Not here:  the next slot of each container's iterator (list_iter.c, tuple.c, dict_iter.c, ...).
 */
#include "runtime/iter.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

Value iterator_self(Ref self) { return retain(self); }

/* The argument of __setstate__, which must be an int. */
static bool read_state(Ref state, int64_t *index) {
    if (!is_int(state)) return raise_false(&type_TypeError, "an integer is required");
    return int_as_int64(state, index) ||
           raise_false(&type_OverflowError, "Python int too large to convert to C ssize_t");
}

Value sequence_iterator_new(Type *type, Ref sequence) {
    SequenceIterator *iterator = object_new(type, sizeof(SequenceIterator));
    iterator->sequence = retain(sequence);
    return value_of(iterator);
}

Value reverse_iterator_new(Type *type, Ref sequence, size_t count) {
    Value iterator = sequence_iterator_new(type, sequence);
    ((SequenceIterator *)object_of(iterator))->index = count;
    return iterator;
}

/* What an iterator that is at its end had walked through, as CPython remembers it. */
static Value nothing_left(const Type *type) {
    if (type == &type_list_iterator || type == &type_list_reverse_iterator) return list_new(0);
    return type == &type_str_iterator || type == &type_str_ascii_iterator ? str_empty() : tuple_empty();
}

/* The same for an iterator that knows: the function is the one that made it. */
static Value exhausted_reduce(Ref self, const char *function) {
    Value nothing = nothing_left(type_of(self));
    Value parts = iterator_reduce(function, nothing, -1);
    release(nothing);
    return parts;
}

Value iterator_reduce(const char *function, Ref argument, int64_t index) {
    Ref builtin = module_peek_text(rt()->builtins_module, function);
    if (!builtin) return raise(&type_AttributeError, "%s", function);
    Value none = argument ? NULL : tuple_empty();
    Value arguments = tuple_pack(1, argument ? argument : none);
    release_maybe(none);
    if (!arguments) return NULL;
    Value state = argument && index >= 0 ? int_value(index) : NULL;
    Value result = state ? tuple_pack(3, builtin, arguments, state) : tuple_pack(2, builtin, arguments);
    release_maybe(state);
    release(arguments);
    return result;
}

/* How many items sequence has: the iterator of a built-in type does not ask a derived class. -1: failed. */
static int64_t length_behind(Ref self, Ref sequence) {
    const Type *type = type_of(sequence);
    bool of_any = is_exact(self, &type_sequence_iterator) || type_is_subtype(type_of(self), &type_reversed);
    if (of_any) return length_of(sequence);
    while (type->flags & TYPE_HEAP) type = type->base;
    return type->len(sequence);
}

static Value py_sequence_iterator_length_hint(const Ref *args) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(args[0]);
    if (!iterator->sequence) return small_int_value(0);
    if (!type_of(iterator->sequence)->len) return VALUE_NOT_IMPLEMENTED;
    int64_t length = length_behind(args[0], iterator->sequence);
    if (length < 0) return NULL;
    return int_value(iterator->index < (size_t)length ? length - (int64_t)iterator->index : 0);
}

static Value py_sequence_iterator_reduce(const Ref *args) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(args[0]);
    if (!iterator->sequence) return exhausted_reduce(args[0], "iter");
    return iterator_reduce("iter", iterator->sequence, (int64_t)iterator->index);
}

static Value py_sequence_iterator_setstate(const Ref *args) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(args[0]);
    int64_t index;
    if (!read_state(args[1], &index)) return NULL;
    bool before_list = index < 0 && is_exact(args[0], &type_list_iterator); /* such a one is at its end */
    if (iterator->sequence) iterator->index = before_list ? SIZE_MAX : index < 0 ? 0 : (size_t)index;
    return VALUE_NONE;
}

const NativeDef sequence_iterator_methods[] = {
    {"__length_hint__()", py_sequence_iterator_length_hint, DOC("Return how many items are probably left."), 0},
    {"__reduce__()", py_sequence_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__setstate__(object, /)", py_sequence_iterator_setstate, DOC("Continue at the item with this index."), 0},
    {0},
};

static Value py_reverse_iterator_length_hint(const Ref *args) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(args[0]);
    if (!iterator->sequence) return small_int_value(0);
    int64_t length = length_behind(args[0], iterator->sequence);
    if (length < 0) return NULL;
    return int_value(iterator->index <= (size_t)length ? (int64_t)iterator->index : 0);
}

static Value py_reverse_iterator_reduce(const Ref *args) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(args[0]);
    bool left = iterator->sequence && (iterator->index || !is_exact(args[0], &type_list_reverse_iterator));
    if (!left) return exhausted_reduce(args[0], "reversed");
    Value state = int_value((int64_t)iterator->index - 1);
    Value parts = iterator_reduce("reversed", iterator->sequence, 0);
    if (parts) slot_set(&as_tuple(parts)->items[2], state);
    release(state);
    return parts;
}

static Value py_reverse_iterator_setstate(const Ref *args) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(args[0]);
    int64_t index;
    if (!read_state(args[1], &index)) return NULL;
    if (!iterator->sequence) return VALUE_NONE;
    int64_t length = length_behind(args[0], iterator->sequence);
    if (length < 0) return NULL;
    if (index < -1) index = -1;
    if (index > length - 1) index = length - 1;
    iterator->index = (size_t)(index + 1);
    return VALUE_NONE;
}

const NativeDef reverse_iterator_methods[] = {
    {"__length_hint__()", py_reverse_iterator_length_hint, DOC("Return how many items are probably left."), 0},
    {"__reduce__()", py_reverse_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__setstate__(object, /)", py_reverse_iterator_setstate, DOC("Continue at the item with this index."), 0},
    {0},
};

/* sequence_iterator: for objects with __getitem__ and no __iter__. */

/* True when the pending exception is one that ends an iteration by __getitem__; it is cleared then. */
static bool end_of_items(void) {
    if (!error_matches(&type_IndexError) && !error_matches(&type_StopIteration)) return false;
    error_clear();
    return true;
}

static Lookup next_by_getitem(Ref self, Value *item) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(self);
    if (!iterator->sequence) return MISSING;
    if (iterator->index == INT64_MAX) return raise_failed(&type_OverflowError, "iter index too large");
    Value sequence = retain(iterator->sequence), index = int_value((int64_t)iterator->index);
    *item = getitem(sequence, index);
    release(index);
    release(sequence);
    if (*item) {
        iterator->index++;
        return FOUND;
    }
    if (!end_of_items()) return FAILED;
    clear_ref(&iterator->sequence);
    return MISSING;
}

Type type_sequence_iterator = {
    TYPE_HEAD(sequence_iterator),
    .name = "iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_by_getitem,
    .methods = sequence_iterator_methods,
};

/* callable_iterator: iter(callable, sentinel). */

typedef struct CallableIterator {
    Object head;
    Value callable; /* NULL when exhausted */
    Value sentinel; /* the result that ends the iteration; NULL when exhausted */
} CallableIterator;

Value callable_iterator_new(Ref callable, Ref sentinel) {
    CallableIterator *iterator = object_new(&type_callable_iterator, sizeof(CallableIterator));
    iterator->callable = retain(callable);
    iterator->sentinel = retain(sentinel);
    return value_of(iterator);
}

static void exhaust(CallableIterator *iterator) {
    clear_ref(&iterator->callable);
    clear_ref(&iterator->sentinel);
}

static Lookup next_by_call(Ref self, Value *item) {
    CallableIterator *iterator = (CallableIterator *)object_of(self);
    if (!iterator->callable) return MISSING;
    Value callable = retain(iterator->callable);
    Value result = call_0(callable);
    release(callable);
    if (!result) {
        if (!error_matches(&type_StopIteration)) return FAILED;
        error_clear();
        exhaust(iterator);
        return MISSING;
    }
    /* The call may have exhausted the iterator. */
    if (!iterator->sentinel) {
        release(result);
        return MISSING;
    }
    Value sentinel = retain(iterator->sentinel);
    Lookup end = equal(sentinel, result);
    release(sentinel);
    if (end == MISSING) {
        *item = result;
        return FOUND;
    }
    release(result);
    if (end == FAILED) return FAILED;
    exhaust(iterator);
    return MISSING;
}

static Value py_callable_iterator_reduce(const Ref *args) {
    CallableIterator *iterator = (CallableIterator *)object_of(args[0]);
    if (!iterator->callable) return iterator_reduce("iter", NULL, -1);
    Ref builtin = module_peek_text(rt()->builtins_module, "iter");
    Value arguments = tuple_pack(2, iterator->callable, iterator->sentinel);
    Value result = builtin ? tuple_pack(2, builtin, arguments) : raise(&type_AttributeError, "iter");
    release(arguments);
    return result;
}

static const NativeDef callable_iterator_methods[] = {
    {"__reduce__()", py_callable_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

Type type_callable_iterator = {
    TYPE_HEAD(callable_iterator),
    .name = "callable_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,
    .size = sizeof(CallableIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_by_call,
    .methods = callable_iterator_methods,
};
