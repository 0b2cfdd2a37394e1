/* runtime/range.c - the range type and its iterator.
 *
 * Owns:      struct Range, arithmetic progressions of ints of any size.
 * Invariant: step is not 0; length is the number of items and fits the other three.
 * Not here:  the VM's loop over a RangeIterator (vm/interp/).
 */
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* Creation. */

/* Items of a progression whose bounds are small ints. */
static int64_t small_length(int64_t start, int64_t stop, int64_t step) {
    if (step > 0) return start < stop ? (int64_t)(((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step) + 1 : 0;
    return start > stop ? (int64_t)(((uint64_t)start - (uint64_t)stop - 1) / (uint64_t)-step) + 1 : 0;
}

/* The same for any ints: -((start - stop) // step). */
static Value big_length(Ref start, Ref stop, Ref step) {
    int order = int_compare(start, stop);
    if (order == 0 || (order < 0) != (int_sign(step) > 0)) return small_int_value(0);
    Value way = int_sub(start, stop);
    Value steps = way ? int_floordiv(way, step) : NULL;
    Value length = steps ? int_negative(steps) : NULL;
    release_maybe(way);
    release_maybe(steps);
    return length;
}

Value range_new(Ref start, Ref stop, Ref step) {
    Value length;
    if (LIKELY(both_small_int(start, stop) && is_small_int(step))) {
        if (small_int(step) == 0) return raise(&type_ValueError, "range() arg 3 must not be zero");
        length = int_value(small_length(small_int(start), small_int(stop), small_int(step)));
    } else {
        if (int_sign(step) == 0) return raise(&type_ValueError, "range() arg 3 must not be zero");
        length = big_length(start, stop, step);
    }
    if (!length) return NULL;
    Range *range = object_new(&type_range, sizeof(Range));
    range->start = retain(start);
    range->stop = retain(stop);
    range->step = retain(step);
    range->length = length;
    return value_of(range);
}

static Value new_steal(Value start, Value stop, Value step) {
    Value range = start && stop && step ? range_new(start, stop, step) : NULL;
    release_maybe(start);
    release_maybe(stop);
    release_maybe(step);
    return range;
}

static Value range_of_arguments(const Ref *items, size_t count) {
    if (count == 0) return raise(&type_TypeError, "range expected at least 1 argument, got 0");
    if (count > 3) return raise(&type_TypeError, "range expected at most 3 arguments, got %zu", count);
    Value start = count == 1 ? small_int_value(0) : index_of(items[0]);
    Value stop = start ? index_of(items[count == 1 ? 0 : 1]) : NULL;
    Value step = stop ? (count == 3 ? index_of(items[2]) : small_int_value(1)) : NULL;
    return new_steal(start, stop, step);
}

static Value range_to(Ref stop) { return range_of_arguments(&stop, 1); }

static Value py_range_new(const Ref *args) {
    return range_of_arguments(refs(as_tuple(args[1])->items), tuple_count(args[1]));
}

/* Items. */

static bool is_small(const Range *range) {
    return both_small_int(range->start, range->stop) && both_small_int(range->step, range->length);
}

/* start + index * step; index is within the range, or one past it. */
static Value item_at(const Range *range, Ref index) {
    Value offset = int_mul(index, range->step);
    Value item = offset ? int_add(range->start, offset) : NULL;
    release_maybe(offset);
    return item;
}

static Value item_at_int64(const Range *range, int64_t index) {
    if (LIKELY(is_small(range))) return int_value(small_int(range->start) + index * small_int(range->step));
    Value i = int_value(index);
    Value item = item_at(range, i);
    release(i);
    return item;
}

static Value get_index(const Range *range, Ref key) {
    Value index = index_of(key);
    if (!index) return NULL;
    if (int_sign(index) < 0) {
        Value moved = int_add(index, range->length);
        release(index);
        if (!moved) return NULL;
        index = moved;
    }
    Value item = NULL;
    if (int_sign(index) < 0 || int_compare(index, range->length) >= 0) {
        raise(&type_IndexError, "range object index out of range");
    } else {
        item = item_at(range, index);
    }
    release(index);
    return item;
}

/* range[slice]: the slice's indices on our length, each turned into an item, with the steps multiplied. */
static Value get_slice(const Range *range, Ref slice) {
    Ref length = range->length;
    Value indices = call_method(slice, NAME(indices), &length, 1);
    if (!indices) return NULL;
    Value start = item_at(range, tuple_peek(indices, 0));
    Value stop = start ? item_at(range, tuple_peek(indices, 1)) : NULL;
    Value step = stop ? int_mul(range->step, tuple_peek(indices, 2)) : NULL;
    release(indices);
    return new_steal(start, stop, step);
}

static Value range_getitem(Ref self, Ref key) {
    const Range *range = as_range(self);
    if (is_exact(key, &type_slice)) return get_slice(range, key);
    if (LIKELY(is_small_int(key)) && LIKELY(is_small(range))) {
        int64_t index = small_int(key), length = small_int(range->length);
        if (index < 0) index += length;
        if (UNLIKELY(index < 0 || index >= length)) {
            return raise(&type_IndexError, "range object index out of range");
        }
        return item_at_int64(range, index);
    }
    if (is_int(key) || type_of(key)->as_index) return get_index(range, key);
    return raise(&type_TypeError, "range indices must be integers or slices, not %T", key);
}

/* Where an exact int or bool stands in the range: FOUND and its index (a new reference, when asked for). */
static Lookup find_int(const Range *range, Ref v, Value *index) {
    bool up = int_sign(range->step) > 0;
    int first = int_compare(v, range->start), last = int_compare(v, range->stop);
    if (up ? first < 0 || last >= 0 : first > 0 || last <= 0) return MISSING;
    Value offset = int_sub(v, range->start);
    Value rest = offset ? int_mod(offset, range->step) : NULL;
    Lookup found = !rest ? FAILED : int_sign(rest) == 0 ? FOUND : MISSING;
    if (found == FOUND && index) {
        *index = int_floordiv(offset, range->step);
        if (!*index) found = FAILED;
    }
    release_maybe(offset);
    release_maybe(rest);
    return found;
}

static bool is_plain_int(Ref v) { return is_small_int(v) || is_bool(v) || is_exact(v, &type_int); }

/* By comparing with each item, for what is not an int: the index of the first that is equal, or (index NULL) how many
 * are. */
static Lookup search_by_equality(Ref self, Ref v, int64_t *index, int64_t *count) {
    Value iterator = iterate(self), item;
    if (!iterator) return FAILED;
    int64_t i = 0;
    Lookup more = MISSING;
    *count = 0;
    while ((more = iterate_next(iterator, &item)) == FOUND) {
        Lookup same = equal(item, v);
        release(item);
        if (same == FAILED) {
            more = FAILED;
            break;
        }
        if (same == FOUND) ++*count;
        if (same == FOUND && index) {
            *index = i;
            break;
        }
        i++;
        if ((i & 1023) == 0 && !runtime_poll()) {
            more = FAILED;
            break;
        }
    }
    release(iterator);
    return more == FAILED ? FAILED : *count > 0 ? FOUND : MISSING;
}

static Lookup range_contains(Ref self, Ref item) {
    if (is_plain_int(item)) return find_int(as_range(self), item, NULL);
    int64_t index, count;
    return search_by_equality(self, item, &index, &count);
}

/* Comparison: as the sequences of their items. */

static Value shape_of(const Range *range) {
    Ref none = VALUE_NONE;
    bool empty = int_sign(range->length) == 0, single = range->length == small_int_value(1);
    return tuple_pack(3, range->length, empty ? none : range->start, empty || single ? none : range->step);
}

static Value range_compare(Ref self, Ref other, CompareOp op) {
    if (!is_exact(other, &type_range) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    Value a = shape_of(as_range(self)), b = shape_of(as_range(other));
    Lookup same = equal(a, b);
    release(a);
    release(b);
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

static bool range_hash(Ref self, int64_t *hash) {
    Value shape = shape_of(as_range(self));
    bool done = hash_of(shape, hash);
    release(shape);
    return done;
}

static Value range_repr(Ref self) {
    const Range *range = as_range(self);
    if (range->step == small_int_value(1)) return error_format("range(%R, %R)", range->start, range->stop);
    return error_format("range(%R, %R, %R)", range->start, range->stop, range->step);
}

static int64_t range_len(Ref self) {
    int64_t length;
    if (int_as_int64(as_range(self)->length, &length)) return length;
    raise(&type_OverflowError, "Python int too large to convert to C ssize_t");
    return -1;
}

static Lookup range_bool(Ref self) { return int_sign(as_range(self)->length) != 0 ? FOUND : MISSING; }

/* Iterators. */

/* Counts down its length from next in steps; takes the three. */
static Value iterator_steal(Value next, Value step, Value remaining) {
    Value iterator = NULL;
    if (next && step && remaining) {
        bool small = both_small_int(next, step) && is_small_int(remaining);
        if (small) {
            int64_t last;
            small = !__builtin_mul_overflow(small_int(step), small_int(remaining), &last) &&
                    !__builtin_add_overflow(small_int(next), last, &last) && fits_small_int(last);
        }
        RangeIterator *it = object_new(small ? &type_range_iterator : &type_long_range_iterator, sizeof(RangeIterator));
        if (small) {
            it->next = small_int(next);
            it->step = small_int(step);
            it->remaining = small_int(remaining);
            return value_of(it);
        }
        it->big_next = next;
        it->big_step = step;
        it->big_remaining = remaining;
        return value_of(it);
    }
    release_maybe(next);
    release_maybe(step);
    release_maybe(remaining);
    return iterator;
}

static Value range_iter(Ref self) {
    const Range *range = as_range(self);
    return iterator_steal(retain(range->start), retain(range->step), retain(range->length));
}

static Value py_range_reversed(const Ref *args) {
    const Range *range = as_range(args[0]);
    Value last = int_sub(range->length, small_int_value(1));
    Value next = last ? item_at(range, last) : NULL;
    Value step = next ? int_sub(small_int_value(0), range->step) : NULL;
    release_maybe(last);
    return iterator_steal(next, step, retain(range->length));
}

static Lookup next_small(Ref self, Value *item) {
    RangeIterator *it = (RangeIterator *)object_of(self);
    if (it->remaining <= 0) return MISSING;
    *item = small_int_value(it->next);
    it->next += it->step;
    it->remaining--;
    return FOUND;
}

static Lookup next_big(Ref self, Value *item) {
    RangeIterator *it = (RangeIterator *)object_of(self);
    if (int_sign(it->big_remaining) <= 0) return MISSING;
    Value next = int_add(it->big_next, it->big_step);
    Value remaining = next ? int_sub(it->big_remaining, small_int_value(1)) : NULL;
    if (!remaining) {
        release_maybe(next);
        return FAILED;
    }
    *item = it->big_next;
    it->big_next = next;
    slot_set_steal(&it->big_remaining, remaining);
    return FOUND;
}

static Value py_range_iterator_length_hint(const Ref *args) {
    RangeIterator *it = (RangeIterator *)object_of(args[0]);
    return it->big_remaining ? retain(it->big_remaining) : int_value(it->remaining);
}

/* What is left, as a range: iter(range(next, next + remaining * step, step)), at index None. */
static Value py_range_iterator_reduce(const Ref *args) {
    RangeIterator *it = (RangeIterator *)object_of(args[0]);
    Value next = it->big_next ? retain(it->big_next) : int_value(it->next);
    Value step = it->big_step ? retain(it->big_step) : int_value(it->step);
    Value remaining = it->big_remaining ? retain(it->big_remaining) : int_value(it->remaining);
    Value span = int_mul(step, remaining);
    Value stop = span ? int_add(next, span) : NULL;
    release_maybe(span);
    release(remaining);
    Value range = new_steal(next, stop, step);
    if (!range) return NULL;
    Value result = iterator_reduce("iter", range, 0);
    release(range);
    if (result) slot_set(&as_tuple(result)->items[2], VALUE_NONE);
    return result;
}

/* Skips items: state is the number already taken. */
static Value py_range_iterator_setstate(const Ref *args) {
    RangeIterator *it = (RangeIterator *)object_of(args[0]);
    if (!it->big_next) {
        int64_t taken;
        Value given = index_of(args[1]);
        if (!given) return NULL;
        bool fits = int_as_int64(given, &taken);
        release(given);
        if (!fits) return raise(&type_OverflowError, "Python int too large to convert to C long");
        taken = taken < 0 ? 0 : taken > it->remaining ? it->remaining : taken;
        it->next += taken * it->step;
        it->remaining -= taken;
        return VALUE_NONE;
    }
    if (compare_test(COMPARE_LT, args[1], small_int_value(0)) == FAILED) return NULL; /* as CPython begins */
    Value taken = index_of(args[1]);
    if (!taken) return NULL;
    if (int_sign(taken) < 0) slot_set_steal(&taken, small_int_value(0));
    if (int_compare(taken, it->big_remaining) > 0) slot_set(&taken, it->big_remaining);
    Value offset = int_mul(taken, it->big_step);
    Value next = offset ? int_add(it->big_next, offset) : NULL;
    Value remaining = next ? int_sub(it->big_remaining, taken) : NULL;
    release(taken);
    release_maybe(offset);
    if (!remaining) {
        release_maybe(next);
        return NULL;
    }
    slot_set_steal(&it->big_next, next);
    slot_set_steal(&it->big_remaining, remaining);
    return VALUE_NONE;
}

static const NativeDef range_iterator_methods[] = {
    {"__length_hint__()", py_range_iterator_length_hint, DOC("Return how many items are left."), 0},
    {"__reduce__()", py_range_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__setstate__(object, /)", py_range_iterator_setstate, DOC("Skip this many items."), 0},
    {0},
};

Type type_range_iterator = {
    TYPE_HEAD(range_iterator),         .name = "range_iterator", .flags = TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_3,
    .size = sizeof(RangeIterator),     .iter = iterator_self,    .next = next_small,
    .methods = range_iterator_methods,
};

Type type_long_range_iterator = {
    TYPE_HEAD(long_range_iterator),
    .name = "longrange_iterator",
    .flags = TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_3,
    .size = sizeof(RangeIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_big,
    .methods = range_iterator_methods,
};

/* Methods. */

static Value py_range_index(const Ref *args) {
    Value result = NULL;
    int64_t index, count;
    Lookup found;
    if (is_plain_int(args[1])) {
        found = find_int(as_range(args[0]), args[1], &result);
        if (found == FOUND) return result;
        return found == FAILED ? NULL : raise(&type_ValueError, "%R is not in range", args[1]);
    }
    found = search_by_equality(args[0], args[1], &index, &count);
    if (found == FOUND) return int_value(index);
    return found == FAILED ? NULL : raise(&type_ValueError, "sequence.index(x): x not in sequence");
}

static Value py_range_count(const Ref *args) {
    if (is_plain_int(args[1])) {
        Lookup found = find_int(as_range(args[0]), args[1], NULL);
        return found == FAILED ? NULL : small_int_value(found == FOUND);
    }
    int64_t count;
    return search_by_equality(args[0], args[1], NULL, &count) == FAILED ? NULL : int_value(count);
}

static Value py_range_reduce(const Ref *args) {
    const Range *range = as_range(args[0]);
    Value parts = tuple_pack(3, range->start, range->stop, range->step);
    Value result = tuple_pack(2, type_ref(&type_range), parts);
    release(parts);
    return result;
}

static Value get_start(Ref self) { return retain(as_range(self)->start); }
static Value get_stop(Ref self) { return retain(as_range(self)->stop); }
static Value get_step(Ref self) { return retain(as_range(self)->step); }

static const GetSetDef range_getsets[] = {
    {"start", get_start, NULL, DOC("First item, unless the range is empty."), true},
    {"stop", get_stop, NULL, DOC("Where the range ends; not an item."), true},
    {"step", get_step, NULL, DOC("Distance between items."), true},
    {0},
};

static const NativeDef range_methods[] = {
    {"count(object, /)", py_range_count, DOC("Return how many items equal object."), 0},
    {"index(object, /)", py_range_index,
     DOC("Return the index of the item that equals object.\n\nRaises ValueError when there is none."), 0},
    {"__reversed__()", py_range_reversed, DOC("Return an iterator over the items from last to first."), 0},
    {"__reduce__()", py_range_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

static const NativeDef range_construct = {"range(*args)", py_range_new, 0, 0};

static Value range_new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
    if (UNLIKELY(keywords)) return native_call_def(&range_construct, type, args, count, keywords);
    return range_of_arguments(args, count);
}

Type type_range = {
    TYPE_HEAD(range),
    .name = "range",
    .doc = "range(stop)\nrange(start, stop[, step])\n\n"
           "The integers from start (0 by default) up to stop, which is left out, in steps (1 by default).\n"
           "With a negative step they run down.",
    .flags = TYPE_GENERIC_NAMED | TYPE_FINAL | TYPE_SEQUENCE | TYPE_PARTS_4,
    .size = sizeof(Range),
    .traverse = object_traverse_parts,
    .convert = range_to,
    .construct = &range_construct,
    .new_slot = range_new_slot,
    .repr = range_repr,
    .iter = range_iter,
    .hash = range_hash,
    .len = range_len,
    .as_bool = range_bool,
    .compare = range_compare,
    .getitem = range_getitem,
    .contains = range_contains,
    .methods = range_methods,
    .getsets = range_getsets,
};
