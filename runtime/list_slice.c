/* runtime/list_slice.c - slices of lists: taking, replacing, deleting them.
 *
 * Owns:      nothing.
 * Invariant: items that go are released last, when the list is whole again: that may run Python code.
 * Not here:  what a slice means for a length (slice.c).
 */
#include "runtime/error.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

Value list_slice(Ref self, size_t begin, size_t end) {
    List *list = as_list(self);
    if (end > list->count) end = list->count;
    if (begin > end) begin = end;
    return list_from(refs(list->items) + begin, end - begin);
}

Value list_pick(Ref self, int64_t first, int64_t step, int64_t count) {
    Value result = list_new((size_t)count);
    if (!result) return NULL;
    const Value *from = as_list(self)->items;
    Value *to = as_list(result)->items;
    for (int64_t i = 0; i < count; i++) to[i] = retain(from[first + i * step]);
    as_list(result)->count = (size_t)count;
    return result;
}

/* Items taken out of a list, waiting to be released, the last one first as in CPython (slices with a step are put here
 * backwards): releasing may run Python code, which must find the list whole. */
typedef struct Removed {
    Value *items;    /* nearby, or a raw block */
    size_t count;    /* of items */
    Value nearby[8]; /* spares small deletions the allocation */
} Removed;

static bool removed_init(Removed *removed, size_t count) {
    removed->count = count;
    removed->items = count <= 8 ? removed->nearby : mem_raw_try(&rt()->mem, count * sizeof(Value));
    return removed->items || raise_memory();
}

static void removed_done(Removed *removed) {
    for (size_t i = removed->count; i > 0; i--) release(removed->items[i - 1]);
    if (removed->items != removed->nearby) mem_raw_free(&rt()->mem, removed->items, removed->count * sizeof(Value));
}

/* Replaces items begin .. end by count others. */
static bool replace_items(List *list, size_t begin, size_t end, const Ref *items, size_t count) {
    size_t gone = end - begin, tail = list->count - end;
    Removed removed;
    if (gone == list->count && count == 0) {
        list_clear((Ref)list);
        return true;
    }
    if (count > gone && !list_make_room(list, list->count + (count - gone))) return false;
    if (!removed_init(&removed, gone)) return false;
    if (gone) memcpy(removed.items, list->items + begin, gone * sizeof(Value));
    if (count != gone) memmove(list->items + begin + count, list->items + end, tail * sizeof(Value));
    copy_references(list->items + begin, items, count);
    list->count = begin + count + tail;
    list_shrink(list);
    removed_done(&removed);
    return true;
}

/* The items of iterable as an array that stays what it is: a list other than self, or a tuple. */
static Value stable_sequence(Ref self, Ref iterable) {
    if (iterable == self) return list_slice(self, 0, list_count(self));
    if (is_exact(iterable, &type_list) || is_exact(iterable, &type_tuple)) return retain(iterable);
    Value iterator = iterate(iterable);
    if (!iterator) {
        if (error_matches(&type_TypeError)) {
            error_clear();
            raise(&type_TypeError, "must assign iterable to extended slice");
        }
        return NULL;
    }
    /* A class is asked for its iterator once, and not for its length. */
    Value items = list_of(type_of(iterable)->flags & TYPE_HEAP ? iterator : iterable);
    release(iterator);
    return items;
}

static const Ref *sequence_items(Ref sequence, size_t *count) {
    if (is_list(sequence)) {
        *count = list_count(sequence);
        return refs(as_list(sequence)->items);
    }
    *count = tuple_count(sequence);
    return refs(as_tuple(sequence)->items);
}

bool list_assign_slice(Ref self, size_t begin, size_t end, Ref iterable) {
    List *list = as_list(self);
    Value sequence = NULL;
    size_t count = 0;
    const Ref *items = NULL;
    if (iterable) {
        sequence = stable_sequence(self, iterable);
        if (!sequence) return false;
        items = sequence_items(sequence, &count);
    }
    if (begin > list->count) begin = list->count;
    if (end > list->count) end = list->count;
    if (end < begin) end = begin;
    bool done = replace_items(list, begin, end, items, count);
    release_maybe(sequence);
    return done;
}

/* del list[start:stop:step]: closes the gaps from left to right. */
static bool delete_steps(List *list, const SliceRange *range) {
    size_t gone = (size_t)range->count, step = (size_t)(range->step < 0 ? -range->step : range->step);
    if (gone == 0) return true;
    size_t first = (size_t)(range->step < 0 ? range->start + (range->count - 1) * range->step : range->start);
    Removed removed;
    if (!removed_init(&removed, gone)) return false;
    for (size_t i = 0; i < gone; i++) {
        size_t at = first + i * step, next = i + 1 < gone ? at + step : list->count;
        removed.items[gone - 1 - i] = list->items[at];
        memmove(list->items + at - i, list->items + at + 1, (next - at - 1) * sizeof(Value));
    }
    list->count -= gone;
    list_shrink(list);
    removed_done(&removed);
    return true;
}

static bool replace_steps(Ref self, SliceRange *range, Ref iterable) {
    List *list = as_list(self);
    Value sequence = stable_sequence(self, iterable);
    if (!sequence) return false;
    size_t count;
    const Ref *items = sequence_items(sequence, &count);
    slice_adjust(range, (int64_t)list->count);
    if (count != (size_t)range->count) {
        raise(&type_ValueError, "attempt to assign sequence of size %zu to extended slice of size %zu", count,
              (size_t)range->count);
        release(sequence);
        return false;
    }
    Removed removed;
    bool done = removed_init(&removed, count);
    if (done) {
        for (size_t i = 0; i < count; i++) {
            Value *slot = &list->items[range->start + (int64_t)i * range->step];
            removed.items[count - 1 - i] = *slot;
            *slot = retain(items[i]);
        }
        removed_done(&removed);
    }
    release(sequence);
    return done;
}

bool list_set_slice(Ref self, Ref key, Ref value) {
    SliceRange range;
    if (!slice_unpack(key, &range)) return false;
    if (range.step == 1) {
        SliceRange bounds = range;
        slice_adjust(&bounds, (int64_t)list_count(self));
        return list_assign_slice(self, (size_t)bounds.start, (size_t)bounds.stop, value);
    }
    if (value) return replace_steps(self, &range, value);
    slice_adjust(&range, (int64_t)list_count(self));
    return delete_steps(as_list(self), &range);
}

Value list_get_slice(Ref self, Ref key) {
    SliceRange range;
    if (!slice_unpack(key, &range)) return NULL;
    slice_adjust(&range, (int64_t)list_count(self));
    return list_pick(self, range.start, range.step, range.count);
}
