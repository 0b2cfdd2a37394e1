/* runtime/slice.c - the slice type, and how subscripts become indices.
 *
 * Owns:      struct Slice, resolving of slices against a length.
 * Invariant: a resolved step is never 0 nor the smallest int64, so that it can be negated.
 * Not here:  what a sequence does with it (its own file).
 */
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

Value slice_new(Ref start, Ref stop, Ref step) {
    Slice *slice = object_new(&type_slice, sizeof(Slice));
    slice->start = retain(start ? start : VALUE_NONE);
    slice->stop = retain(stop ? stop : VALUE_NONE);
    slice->step = retain(step ? step : VALUE_NONE);
    return value_of(slice);
}

/* Indices. */

static bool is_index(Ref v) { return is_small_int(v) || type_of(v)->as_index; }

bool subscript_index(Ref key, const char *what, int64_t *index) {
    if (LIKELY(is_small_int(key))) {
        *index = small_int(key);
        return true;
    }
    if (is_index(key)) return index_as_int64(key, index, &type_IndexError);
    return raise_false(&type_TypeError, "%s indices must be integers or slices, not %T", what, key);
}

bool search_bound(Ref bound, int64_t *result) {
    if (is_exact(bound, &type_int)) { /* beyond all that can be searched, as the default end is */
        *result = as_int(bound)->size < 0 ? INT64_MIN : INT64_MAX;
        return true;
    }
    if (is_index(bound)) return index_as_int64(bound, result, NULL);
    return raise_false(&type_TypeError, "slice indices must be integers or have an __index__ method");
}

static bool unpack_part(Ref part, int64_t fallback, int64_t *result) {
    if (is_none(part)) {
        *result = fallback;
        return true;
    }
    if (LIKELY(is_small_int(part))) {
        *result = small_int(part);
        return true;
    }
    if (is_index(part)) return index_as_int64(part, result, NULL);
    return raise_false(&type_TypeError, "slice indices must be integers or None or have an __index__ method");
}

bool slice_unpack(Ref self, SliceRange *range) {
    Slice *slice = as_slice(self);
    if (!unpack_part(slice->step, 1, &range->step)) return false;
    if (range->step == 0) return raise_false(&type_ValueError, "slice step cannot be zero");
    if (range->step < -INT64_MAX) range->step = -INT64_MAX;
    bool down = range->step < 0;
    return unpack_part(slice->start, down ? INT64_MAX : 0, &range->start) &&
           unpack_part(slice->stop, down ? INT64_MIN : INT64_MAX, &range->stop);
}

static int64_t adjust_bound(int64_t bound, int64_t length, bool down) {
    if (bound < 0) {
        bound += length;
        return bound < 0 ? (down ? -1 : 0) : bound;
    }
    return bound >= length ? (down ? length - 1 : length) : bound;
}

void slice_adjust(SliceRange *range, int64_t length) {
    bool down = range->step < 0;
    range->start = adjust_bound(range->start, length, down);
    range->stop = adjust_bound(range->stop, length, down);
    range->count = 0;
    if (down) {
        if (range->stop < range->start) range->count = (range->start - range->stop - 1) / -range->step + 1;
    } else if (range->start < range->stop) {
        range->count = (range->stop - range->start - 1) / range->step + 1;
    }
}

bool slice_resolve(Ref slice, int64_t length, SliceRange *range) {
    if (!slice_unpack(slice, range)) return false;
    slice_adjust(range, length);
    return true;
}

/* slice.indices works on ints of any size. */

typedef struct Bounds {
    Value lower, upper; /* what a start or stop is clamped to */
    Value length;       /* of the sequence */
} Bounds;

static void bounds_done(Bounds *bounds) {
    release_maybe(bounds->lower);
    release_maybe(bounds->upper);
    release_maybe(bounds->length);
}

static Value index_part(Ref part) {
    if (is_index(part)) return index_of(part);
    return raise(&type_TypeError, "slice indices must be integers or None or have an __index__ method");
}

/* A start or stop, clamped; the result when part is None is fallback. */
static Value clamp_part(Ref part, const Bounds *bounds, Ref fallback) {
    if (is_none(part)) return retain(fallback);
    Value v = index_part(part);
    if (!v) return NULL;
    bool negative = int_sign(v) < 0;
    if (negative) {
        Value moved = int_add(v, bounds->length);
        release(v);
        if (!moved) return NULL;
        v = moved;
    }
    Ref limit = negative ? bounds->lower : bounds->upper;
    int order = int_compare(v, limit);
    if (negative ? order >= 0 : order <= 0) return v;
    release(v);
    return retain(limit);
}

static Value indices_in(Slice *slice, Bounds *bounds, Ref step) {
    bool down = int_sign(step) < 0;
    bounds->lower = small_int_value(down ? -1 : 0);
    bounds->upper = down ? int_sub(bounds->length, small_int_value(1)) : retain(bounds->length);
    if (!bounds->upper) return NULL;
    Value start = clamp_part(slice->start, bounds, down ? bounds->upper : bounds->lower);
    Value stop = start ? clamp_part(slice->stop, bounds, down ? bounds->lower : bounds->upper) : NULL;
    Value result = stop ? tuple_pack(3, start, stop, step) : NULL;
    release_maybe(start);
    release_maybe(stop);
    return result;
}

static Value py_slice_indices(const Ref *args) {
    Slice *slice = as_slice(args[0]);
    Bounds bounds = {.length = index_of(args[1])};
    if (!bounds.length) return NULL;
    Value step = NULL, result = NULL;
    if (int_sign(bounds.length) < 0) raise(&type_ValueError, "length should not be negative");
    else step = is_none(slice->step) ? small_int_value(1) : index_part(slice->step);
    if (step && int_sign(step) == 0) raise(&type_ValueError, "slice step cannot be zero");
    else if (step) result = indices_in(slice, &bounds, step);
    release_maybe(step);
    bounds_done(&bounds);
    return result;
}

/* The type. */

static Value slice_parts(Slice *slice) { return tuple_pack(3, slice->start, slice->stop, slice->step); }

static Value slice_compare(Ref self, Ref other, CompareOp op) {
    if (!is_exact(other, &type_slice)) return VALUE_NOT_IMPLEMENTED;
    if (self == other) return bool_value(op == COMPARE_EQ || op == COMPARE_LE || op == COMPARE_GE);
    Value a = slice_parts(as_slice(self)), b = slice_parts(as_slice(other));
    Value result = a && b ? compare(op, a, b) : NULL;
    release_maybe(a);
    release_maybe(b);
    return result;
}

static bool slice_hash(Ref self, int64_t *hash) {
    const Slice *slice = as_slice(self);
    const Ref parts[3] = {slice->start, slice->stop, slice->step};
    TupleHash state = tuple_hash_start();
    for (int i = 0; i < 3; i++) {
        int64_t part;
        if (!hash_of(parts[i], &part)) return false;
        tuple_hash_add(&state, part);
    }
    *hash = tuple_hash_result(state);
    return true;
}

static Value slice_repr(Ref self) {
    const Slice *slice = as_slice(self);
    return error_format("slice(%R, %R, %R)", slice->start, slice->stop, slice->step);
}

static void slice_traverse(Ref self, Visit visit, void *context) {
    const Slice *slice = as_slice(self);
    visit(slice->step, context);
    visit(slice->start, context);
    visit(slice->stop, context);
}

static Value of_arguments(const Ref *items, size_t count) {
    if (count == 0) return raise(&type_TypeError, "slice expected at least 1 argument, got 0");
    if (count > 3) return raise(&type_TypeError, "slice expected at most 3 arguments, got %zu", count);
    if (count == 1) return slice_new(NULL, items[0], NULL);
    return slice_new(items[0], items[1], count == 3 ? items[2] : NULL);
}

static Value py_slice_new(const Ref *args) {
    return of_arguments(refs(as_tuple(args[1])->items), tuple_count(args[1]));
}

static Value py_slice_reduce(const Ref *args) {
    Value parts = slice_parts(as_slice(args[0]));
    Value result = tuple_pack(2, type_ref(&type_slice), parts);
    release(parts);
    return result;
}

static Value get_start(Ref self) { return retain(as_slice(self)->start); }
static Value get_stop(Ref self) { return retain(as_slice(self)->stop); }
static Value get_step(Ref self) { return retain(as_slice(self)->step); }

static const GetSetDef slice_getsets[] = {
    {"start", get_start, NULL, DOC("First index, or None."), true},
    {"stop", get_stop, NULL, DOC("Index at which the slice ends, or None."), true},
    {"step", get_step, NULL, DOC("Distance between indices, or None."), true},
    {0},
};

static const NativeDef slice_methods[] = {
    {"indices(object, /)", py_slice_indices,
     DOC("Return (start, stop, step) as they apply to a sequence of this length.\n\n"
         "Bounds that are out of range are clamped as in subscripting."),
     0},
    {"__reduce__()", py_slice_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

static const NativeDef slice_construct = {"slice(*args)", py_slice_new, 0, 0};

static Value slice_new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
    if (UNLIKELY(keywords)) return native_call_def(&slice_construct, type, args, count, keywords);
    return of_arguments(args, count);
}

Type type_slice = {
    TYPE_HEAD(slice),
    .name = "slice",
    .doc = "slice(stop)\nslice(start, stop[, step])\n\nThe indices between the brackets of an extended subscript.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_3,
    .size = sizeof(Slice),
    .traverse = slice_traverse,
    .construct = &slice_construct,
    .new_slot = slice_new_slot,
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .methods = slice_methods,
    .getsets = slice_getsets,
};
