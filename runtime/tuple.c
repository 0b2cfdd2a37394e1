/* runtime/tuple.c - the tuple type.
 *
 * Owns:      creation, operators, hash, repr, methods, tuple_iterator.
 * Invariant: an exact tuple's items stand behind its struct; those of a subclass's instance in a raw block.
 * Not here:  slices as objects (slice.c), what iterators share (iter.c).
 */
#include "runtime/tuple.h"

#include <stdarg.h>

#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/hashtable.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"

#define TUPLE_MAX (SIZE_MAX / 4 / sizeof(Value))

static Tuple empty_tuple = {.head = IMMORTAL_HEAD(&type_tuple), .count = 0, .items = NULL};

Value tuple_empty(void) { return value_of(&empty_tuple); }

Value tuple_new(size_t count) {
    if (count == 0) return tuple_empty();
    if (UNLIKELY(count > TUPLE_MAX)) return raise_memory();
    size_t size = sizeof(Tuple) + count * sizeof(Value);
    Tuple *tuple = LIKELY(size <= MEM_CELL_MAX) ? object_new(&type_tuple, size) : object_new_sized(&type_tuple, size);
    if (UNLIKELY(!tuple)) return NULL;
    tuple->items = (Value *)(tuple + 1);
    tuple->count = count;
    return value_of(tuple);
}

/* A tuple whose items the caller stores at once, before anything else can happen. */
static inline Value new_unfilled(size_t count) {
    size_t size = sizeof(Tuple) + count * sizeof(Value);
    Tuple *tuple = count > 0 && size <= MEM_CELL_MAX ? mem_cell_try(&rt()->mem, MEM_CONTAINERS, size) : NULL;
    if (UNLIKELY(!tuple)) return tuple_new(count);
    tuple->head = (Object){.count = 1, .flags = OBJECT_CONTAINER, .type = &type_tuple};
    tuple->items = (Value *)(tuple + 1);
    tuple->count = count;
    return value_of(tuple);
}

Value tuple_from(const Ref *items, size_t count) {
    Value tuple = new_unfilled(count);
    if (UNLIKELY(!tuple)) return NULL;
    Value *to = as_tuple(tuple)->items;
    copy_references(to, items, count);
    return tuple;
}

Value tuple_from_steal(Value *items, size_t count) {
    Value tuple = new_unfilled(count);
    if (UNLIKELY(!tuple)) {
        for (size_t i = 0; i < count; i++) release(items[i]);
        return NULL;
    }
    Value *to = as_tuple(tuple)->items;
    for (size_t i = 0; i < count; i++) to[i] = items[i];
    return tuple;
}

Value tuple_pack(size_t count, ...) {
    Value tuple = tuple_new(count);
    if (!tuple) return NULL;
    va_list items;
    va_start(items, count);
    for (size_t i = 0; i < count; i++) as_tuple(tuple)->items[i] = retain(va_arg(items, Ref));
    va_end(items);
    return tuple;
}

Value tuple_reuse_slow(Value *kept, size_t count) {
    Value tuple = new_unfilled(count);
    if (!tuple) return NULL;
    for (size_t i = 0; i < count; i++) as_tuple(tuple)->items[i] = VALUE_NONE;
    if (!*kept) *kept = retain(tuple);
    return tuple;
}

static Value whole(Ref self) {
    if (is_exact(self, &type_tuple)) return retain(self);
    return tuple_from(refs(as_tuple(self)->items), tuple_count(self));
}

Value tuple_slice(Ref self, size_t begin, size_t end) {
    size_t count = tuple_count(self);
    if (end > count) end = count;
    if (begin > end) begin = end;
    if (begin == 0 && end == count) return whole(self);
    return tuple_from(refs(as_tuple(self)->items) + begin, end - begin);
}

/* Operators. */

static Value get_slice(Ref self, Ref key) {
    SliceRange range;
    if (!slice_resolve(key, (int64_t)tuple_count(self), &range)) return NULL;
    if (range.step == 1) return tuple_slice(self, (size_t)range.start, (size_t)(range.start + range.count));
    Value result = tuple_new((size_t)range.count);
    if (!result) return NULL;
    for (int64_t i = 0; i < range.count; i++) {
        as_tuple(result)->items[i] = retain(tuple_peek(self, (size_t)(range.start + i * range.step)));
    }
    return result;
}

Value tuple_getitem(Ref self, Ref key) {
    int64_t index;
    if (is_exact(key, &type_slice)) return get_slice(self, key);
    if (!subscript_index(key, "tuple", &index)) return NULL;
    Tuple *tuple = as_tuple(self);
    if (index < 0) index += (int64_t)tuple->count;
    if (UNLIKELY((size_t)index >= tuple->count)) return raise(&type_IndexError, "tuple index out of range");
    return retain(tuple->items[index]);
}

int64_t tuple_len(Ref self) { return (int64_t)tuple_count(self); }

static Value tuple_add(Ref self, Ref other) {
    if (!is_tuple(other)) return raise(&type_TypeError, "can only concatenate tuple (not \"%T\") to tuple", other);
    Tuple *a = as_tuple(self), *b = as_tuple(other);
    if (a->count == 0 && is_exact(other, &type_tuple)) return retain(other);
    if (b->count == 0 && is_exact(self, &type_tuple)) return retain(self);
    Value result = tuple_new(a->count + b->count);
    if (!result) return NULL;
    Value *to = as_tuple(result)->items;
    for (size_t i = 0; i < a->count; i++) *to++ = retain(a->items[i]);
    for (size_t i = 0; i < b->count; i++) *to++ = retain(b->items[i]);
    return result;
}

static Value tuple_repeat(Ref self, Ref other) {
    int64_t times;
    if (!type_of(other)->as_index) return VALUE_NOT_IMPLEMENTED;
    if (!index_as_int64(other, &times, &type_OverflowError)) return NULL;
    size_t count = tuple_count(self);
    if (times <= 0 || count == 0) return tuple_empty();
    if (times == 1) return whole(self);
    if ((size_t)times > TUPLE_MAX / count) return raise_memory();
    Value result = tuple_new(count * (size_t)times);
    if (!result) return NULL;
    for (size_t i = 0; i < (size_t)times; i++) {
        copy_references(as_tuple(result)->items + i * count, refs(as_tuple(self)->items), count);
    }
    return result;
}

/* Of two sequences the left one is to repeat itself. */
static Value tuple_reflected_repeat(Ref self, Ref other) {
    bool sequence = has_family(other, TYPE_REPEATS);
    return sequence ? VALUE_NOT_IMPLEMENTED : tuple_repeat(self, other);
}

Lookup tuple_contains(Ref self, Ref item) {
    Tuple *tuple = as_tuple(self);
    for (size_t i = 0; i < tuple->count; i++) {
        Ref other = tuple->items[i];
        if (other == item) return FOUND;
        if (both_small_int(other, item)) continue;
        Lookup found = equal(other, item);
        if (found != MISSING) return found;
    }
    return MISSING;
}

/* The index of the first pair of items that differ; the shorter count when none does. False: an exception is set. */
static bool first_difference(Tuple *a, Tuple *b, size_t *index) {
    size_t count = a->count < b->count ? a->count : b->count, i = 0;
    for (; i < count; i++) {
        if (a->items[i] == b->items[i]) continue;
        if (both_small_int(a->items[i], b->items[i])) break;
        Lookup same = equal(a->items[i], b->items[i]);
        if (same == FAILED) return false;
        if (same == MISSING) break;
    }
    *index = i;
    return true;
}

static Value compare_counts(size_t a, size_t b, CompareOp op) {
    return compare(op, small_int_value((int64_t)a), small_int_value((int64_t)b));
}

Value tuple_compare(Ref self, Ref other, CompareOp op) {
    if (!is_tuple(self) || !is_tuple(other)) return VALUE_NOT_IMPLEMENTED;
    Tuple *a = as_tuple(self), *b = as_tuple(other);
    size_t i;
    if (!first_difference(a, b, &i)) return NULL;
    if (i >= a->count || i >= b->count) return compare_counts(a->count, b->count, op);
    if (op == COMPARE_EQ || op == COMPARE_NE) return bool_value(op == COMPARE_NE);
    return compare(op, a->items[i], b->items[i]);
}

static inline int64_t hash_from(TupleHash state, size_t count) {
    state.state += count ^ (2870177450012600261u ^ 3527539u);
    return tuple_hash_result(state);
}

static __attribute__((noinline)) bool hash_any(const Tuple *tuple, int64_t *hash) {
    TupleHash state = tuple_hash_start();
    for (size_t i = 0; i < tuple->count; i++) {
        int64_t item;
        if (!atom_hash(tuple->items[i], &item) && !hash_of(tuple->items[i], &item)) return false;
        tuple_hash_add(&state, item);
    }
    *hash = hash_from(state, tuple->count);
    return true;
}

/* Calls nothing while all items are small ints. */
bool tuple_hash(Ref self, int64_t *hash) {
    const Tuple *tuple = as_tuple(self);
    TupleHash state = tuple_hash_start();
    for (size_t i = 0; i < tuple->count; i++) {
        int64_t item;
        if (!is_small_int(tuple->items[i]) || !small_int_hash(tuple->items[i], &item)) return hash_any(tuple, hash);
        tuple_hash_add(&state, item);
    }
    *hash = hash_from(state, tuple->count);
    return true;
}

static bool repr_items(Tuple *tuple, StrBuilder *text) {
    for (size_t i = 0; i < tuple->count; i++) {
        if (i > 0) builder_ascii(text, ", ", 2);
        Value shown = repr_of_item(tuple->items[i]);
        if (!shown) return false;
        builder_str(text, shown);
        release(shown);
    }
    return true;
}

static Value tuple_repr(Ref self) {
    Tuple *tuple = as_tuple(self);
    if (tuple->count == 0) return str_from_ascii("()", 2);
    if (tuple->head.flags & OBJECT_IN_REPR) return str_from_ascii("(...)", 5);
    StrBuilder text;
    builder_init(&text);
    builder_ascii(&text, "(", 1);
    tuple->head.flags |= OBJECT_IN_REPR;
    bool done = repr_items(tuple, &text);
    tuple->head.flags &= ~(uint32_t)OBJECT_IN_REPR;
    if (!done) {
        builder_abandon(&text);
        return NULL;
    }
    builder_ascii(&text, tuple->count == 1 ? ",)" : ")", tuple->count == 1 ? 2 : 1);
    return builder_finish(&text);
}

Value tuple_iter(Ref self) { return sequence_iterator_new(&type_tuple_iterator, self); }

size_t tuple_storage(Ref self) {
    Type *type = object_of(self)->type;
    return type == &type_tuple ? sizeof(Tuple) + tuple_count(self) * sizeof(Value) : type->size;
}

/* From the end, the order in which CPython releases the items of a tuple. */
static void tuple_traverse(Ref self, Visit visit, void *context) {
    Tuple *tuple = as_tuple(self);
    for (size_t i = tuple->count; i > 0; i--) {
        if (is_heap(tuple->items[i - 1])) visit(tuple->items[i - 1], context);
    }
}

static void tuple_dispose(Ref self) {
    Tuple *tuple = as_tuple(self);
    if (object_of(self)->type == &type_tuple || !tuple->items) return;
    mem_raw_free(&rt()->mem, tuple->items, tuple->count * sizeof(Value));
}

size_t tuple_sizeof(Ref self) { return 40 + tuple_count(self) * sizeof(Value); }

/* Creation from Python. */

static Value new_in_subclass(Type *type, Ref items) {
    size_t count = tuple_count(items);
    Value *storage = NULL;
    if (count) {
        storage = mem_raw_try(&rt()->mem, count * sizeof(Value));
        if (!storage) return raise_memory();
        for (size_t i = 0; i < count; i++) storage[i] = retain(tuple_peek(items, i));
    }
    Tuple *tuple = object_new(type, type->size);
    tuple->items = storage;
    tuple->count = count;
    return value_of(tuple);
}

static Value py_tuple_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value items = tuple_of(args[1]);
    if (!items || type == &type_tuple) return items;
    Value result = new_in_subclass(type, items);
    release(items);
    return result;
}

const NativeDef tuple_construct = {"tuple(iterable=(), /)", py_tuple_new, 0, 0};

/* Methods. */

static Value py_tuple_count(const Ref *args) {
    Tuple *tuple = as_tuple(args[0]);
    int64_t count = 0;
    for (size_t i = 0; i < tuple->count; i++) {
        Lookup found = equal(tuple->items[i], args[1]);
        if (found == FAILED) return NULL;
        count += found == FOUND;
    }
    return int_value(count);
}

static Value py_tuple_index(const Ref *args) {
    Tuple *tuple = as_tuple(args[0]);
    int64_t start, stop, count = (int64_t)tuple->count;
    if (!search_bound(args[2], &start) || !search_bound(args[3], &stop)) return NULL;
    if (start < 0) start = start + count < 0 ? 0 : start + count;
    if (stop < 0) stop += count;
    if (stop > count) stop = count;
    for (int64_t i = start; i < stop; i++) {
        Lookup found = equal(tuple->items[i], args[1]);
        if (found == FAILED) return NULL;
        if (found == FOUND) return int_value(i);
    }
    return raise(&type_ValueError, "tuple.index(x): x not in tuple");
}

static Value py_tuple_getnewargs(const Ref *args) {
    Value items = tuple_from(refs(as_tuple(args[0])->items), tuple_count(args[0]));
    return items ? tuple_from_steal(&items, 1) : NULL;
}

static const NativeDef tuple_methods[] = {
    {"count(value, /)", py_tuple_count, DOC("Return how many items equal value."), 0},
    {"index(value, start=0, stop=sys.maxsize, /)", py_tuple_index,
     DOC("Return the index of the first item that equals value.\n\nRaises ValueError when there is none."), 0},
    {"__getnewargs__()", py_tuple_getnewargs, DOC("Return the arguments of __new__ for a copy."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

Operators tuple_operators = {
    .binary = {[BINARY_ADD] = tuple_add, [BINARY_MUL] = tuple_repeat},
    .reflected = {[BINARY_MUL] = tuple_reflected_repeat},
};

Type type_tuple = {
    TYPE_HEAD(tuple),
    .name = "tuple",
    .doc = "An immutable sequence.\n\nWithout an argument the tuple is empty; otherwise it holds the items of "
           "iterable.\n\n"
           "An argument that is a tuple is returned itself.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_TUPLE | TYPE_SEQUENCE,
    .size = sizeof(Tuple),
    TUPLE_SLOTS,
    .traverse = tuple_traverse,
    .dispose = tuple_dispose,
    .convert = tuple_of,
    .construct = &tuple_construct,
    .repr = tuple_repr,
    .methods = tuple_methods,
};

/* tuple_iterator. */

static Lookup next_item(Ref self, Value *item) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(self);
    if (!iterator->sequence) return MISSING;
    Tuple *tuple = as_tuple(iterator->sequence);
    if (UNLIKELY(iterator->index >= tuple->count)) {
        clear_ref(&iterator->sequence);
        return MISSING;
    }
    *item = retain(tuple->items[iterator->index++]);
    return FOUND;
}

Type type_tuple_iterator = {
    TYPE_HEAD(tuple_iterator),
    .name = "tuple_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_item,
    .methods = sequence_iterator_methods,
};
