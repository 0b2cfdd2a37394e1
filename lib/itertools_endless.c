/* lib/itertools_endless.c - itertools.count, repeat, cycle.
 *
 * Owns:      the three types.
 * Invariant: -
 * Not here:  the other types of the module.
 */
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"

/* count. */

typedef struct Count {
    Object head;
    Value next; /* a number: the next item */
    Value step; /* a number: added after each */
} Count;

static Count *as_count(Ref v) { return (Count *)object_of(v); }

static bool is_number(Ref v) {
    Type *type = type_of(v);
    return type_is_subtype(type, &type_complex) || type->as_index || type->operators->as_int ||
           type->operators->as_float;
}

static Value py_count_new(const Ref *args) {
    Type *type = as_type(args[0]);
    int64_t start, step;
    if (!is_number(args[1]) || !is_number(args[2])) return raise(&type_TypeError, "a number is required");
    /* steps of one begin at an exact int, as in CPython */
    bool plain = is_int(args[1]) && is_int(args[2]) && int_as_int64(args[1], &start) && int_as_int64(args[2], &step) &&
                 step == 1;
    Count *self = object_new(type, type->size);
    self->next = plain ? int_value(start) : retain(args[1]);
    self->step = plain ? small_int_value(1) : retain(args[2]);
    return value_of(self);
}

static Lookup count_next(Ref v, Value *item) {
    Count *self = as_count(v);
    Value current = self->next;
    if (LIKELY(both_small_int(current, self->step))) {
        int64_t sum = small_int(current) + small_int(self->step); /* of 63 bits each */
        self->next = int_value(sum);
        *item = current;
        return FOUND;
    }
    retain(current);
    Value sum = binary_op(BINARY_ADD, current, self->step);
    if (!sum) {
        release(current);
        return FAILED;
    }
    slot_set_steal(&self->next, sum);
    *item = current;
    return FOUND;
}

static Value count_repr(Ref v) {
    const Count *self = as_count(v);
    Value name = type_get_name(type_of(v)), result;
    bool by_one = is_int(self->step) && int_equal(self->step, small_int_value(1));
    if (by_one) result = error_format("%S(%R)", name, self->next);
    else result = error_format("%S(%R, %R)", name, self->next, self->step);
    release(name);
    return result;
}

static const NativeDef count_construct = {"count(start=0, step=1)", py_count_new, 0, 0};

Type type_count = {
    TYPE_HEAD(count),
    .name = "itertools.count",
    .module = "itertools",
    .doc = "An endless iterator: start, start + step, start + 2 * step, ...",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_2,
    .size = sizeof(Count),
    .traverse = object_traverse_parts,
    .construct = &count_construct,
    .repr = count_repr,
    .iter = iterator_self,
    .next = count_next,
};

/* repeat. */

typedef struct Repeat {
    Object head;
    Value item;   /* given each time */
    int64_t left; /* times; negative: endless */
} Repeat;

static Repeat *as_repeat(Ref v) { return (Repeat *)object_of(v); }

static Value py_repeat_new(const Ref *args) {
    Type *type = as_type(args[0]);
    int64_t left = -1;
    if (args[2]) {
        if (!size_argument(args[2], &left)) return NULL;
        if (left < 0) left = 0;
    }
    Repeat *self = object_new(type, type->size);
    self->item = retain(args[1]);
    self->left = left;
    return value_of(self);
}

static Lookup repeat_next(Ref v, Value *item) {
    Repeat *self = as_repeat(v);
    if (self->left == 0) return MISSING;
    if (self->left > 0) self->left--;
    *item = retain(self->item);
    return FOUND;
}

static Value repeat_repr(Ref v) {
    const Repeat *self = as_repeat(v);
    Value name = type_get_name(type_of(v)), result;
    if (self->left < 0) result = error_format("%S(%R)", name, self->item);
    else result = error_format("%S(%R, %zd)", name, self->item, (ssize_t)self->left);
    release(name);
    return result;
}

static Value py_repeat_length_hint(const Ref *args) {
    int64_t left = as_repeat(args[0])->left;
    return left < 0 ? raise(&type_TypeError, "len() of unsized object") : int_value(left);
}

static const NativeDef repeat_methods[] = {
    {"__length_hint__()", py_repeat_length_hint, DOC("Return how many items are left."), 0},
    {0},
};

static const NativeDef repeat_construct = {"repeat(object, times=...)", py_repeat_new, 0, 0};

Type type_repeat = {
    TYPE_HEAD(repeat),
    .name = "itertools.repeat",
    .module = "itertools",
    .doc = "repeat(object, times)\n\nAn iterator that gives the object so many times, without times endlessly.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_1,
    .size = sizeof(Repeat),
    .traverse = object_traverse_parts,
    .construct = &repeat_construct,
    .repr = repeat_repr,
    .iter = iterator_self,
    .next = repeat_next,
    .methods = repeat_methods,
};

/* cycle. */

typedef struct Cycle {
    Object head;
    Value iterator; /* of the first round; NULL: exhausted */
    Value saved;    /* list of its items */
    size_t index;   /* in saved, of the next item */
} Cycle;

static Cycle *as_cycle(Ref v) { return (Cycle *)object_of(v); }

static Value py_cycle_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value iterator = iterate(args[1]);
    if (!iterator) return NULL;
    Value saved = list_new(0);
    if (!saved) {
        release(iterator);
        return NULL;
    }
    Cycle *self = object_new(type, type->size);
    self->iterator = iterator;
    self->saved = saved;
    return value_of(self);
}

static Lookup first_round(Cycle *self, Value *item) {
    Value iterator = retain(self->iterator);
    Lookup found = iterate_quickly(iterator, item);
    release(iterator);
    if (found == FOUND && !list_append(self->saved, *item)) {
        release(*item);
        return FAILED;
    }
    return found;
}

static Lookup cycle_next(Ref v, Value *item) {
    Cycle *self = as_cycle(v);
    if (self->iterator) {
        Lookup found = first_round(self, item);
        if (found != MISSING) return found;
        clear_ref(&self->iterator);
    }
    size_t count = list_count(self->saved);
    if (count == 0) return MISSING;
    *item = retain(list_peek(self->saved, self->index));
    self->index = self->index + 1 < count ? self->index + 1 : 0;
    return FOUND;
}

static const NativeDef cycle_construct = {"cycle(iterable, /)", py_cycle_new, 0, 0};

Type type_cycle = {
    TYPE_HEAD(cycle),
    .name = "itertools.cycle",
    .module = "itertools",
    .doc = "An iterator of the items of iterable, then of the same items again, endlessly.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_2,
    .size = sizeof(Cycle),
    .traverse = object_traverse_parts,
    .construct = &cycle_construct,
    .iter = iterator_self,
    .next = cycle_next,
};
