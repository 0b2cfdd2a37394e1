/* runtime/list.c - storage and operators of lists.
 *
 * Owns:      growth (CPython 3.11's steps, because sys.getsizeof shows them), concatenation, comparison, repr.
 * Invariant: whatever may run Python code comes before the storage is looked at, or the storage is looked at again.
 * Not here:  slices (list_slice.c), methods (list_methods.c), sorting (sort.c).
 */
#include "runtime/list.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* Storage. */

static bool set_capacity(List *list, size_t capacity) {
    Mem *mem = &rt()->mem;
    size_t old_size = list->capacity * sizeof(Value), size = capacity * sizeof(Value);
    list->head.flags &= ~(uint32_t)LIST_SORTING;
    if (capacity == 0) {
        if (list->items) mem_raw_free(mem, list->items, old_size);
        list->items = NULL;
    } else {
        if (capacity > LIST_MAX) return raise_memory();
        Value *items = list->items ? mem_raw_resize_try(mem, list->items, old_size, size) : mem_raw_try(mem, size);
        if (UNLIKELY(!items)) return raise_memory();
        list->items = items;
    }
    list->capacity = capacity;
    return true;
}

/* By CPython 3.11's rule: an eighth more, in steps of four; less when less than half is used. */
bool list_make_room(List *list, size_t count) {
    if (list->capacity >= count && count >= list->capacity / 2) {
        list->head.flags &= ~(uint32_t)LIST_SORTING;
        return true;
    }
    size_t capacity = (count + (count >> 3) + 6) & ~(size_t)3;
    if ((int64_t)(count - list->count) > (int64_t)(capacity - count)) capacity = (count + 3) & ~(size_t)3;
    return set_capacity(list, count == 0 ? 0 : capacity);
}

/* Keeping the storage is fine when that fails. */
void list_shrink(List *list) {
    if (LIKELY(list->count >= list_kept_from(list))) return;
    if (!list_make_room(list, list->count)) error_clear();
}

/* The storage of an empty list is made for count items, rounded up to an even number as CPython does. */
static bool make_exact_room(List *list, size_t count) { return set_capacity(list, (count + 1) & ~(size_t)1); }

static Value new_list(size_t capacity) {
    List *list = object_new(&type_list, sizeof(List));
    if (capacity && UNLIKELY(!set_capacity(list, capacity))) {
        release(value_of(list));
        return NULL;
    }
    return value_of(list);
}

Value list_new(size_t count) { return new_list(count); }

Value list_from(const Ref *items, size_t count) {
    Value list = new_list(count);
    if (!list) return NULL;
    copy_references(as_list(list)->items, items, count);
    as_list(list)->count = count;
    return list;
}

Value list_from_steal(Value *items, size_t count) {
    Value list = new_list(count);
    if (!list) {
        for (size_t i = 0; i < count; i++) release(items[i]);
        return NULL;
    }
    if (count) memcpy(as_list(list)->items, items, count * sizeof(Value));
    as_list(list)->count = count;
    return list;
}

bool list_grow(Ref self) {
    List *list = as_list(self);
    return list->count < list->capacity || list_make_room(list, list->count + 1);
}

bool list_append_slow(Ref self, Value item) {
    List *list = as_list(self);
    if (UNLIKELY(!list_grow(self))) {
        release(item);
        return false;
    }
    list->items[list->count++] = item;
    return true;
}

bool list_insert(Ref self, int64_t index, Ref item) {
    List *list = as_list(self);
    int64_t count = (int64_t)list->count;
    if (!list_grow(self)) return false;
    if (index < 0) index = index + count < 0 ? 0 : index + count;
    if (index > count) index = count;
    memmove(list->items + index + 1, list->items + index, (size_t)(count - index) * sizeof(Value));
    list->items[index] = retain(item);
    list->count++;
    return true;
}

Value list_pop(Ref self, int64_t index) {
    List *list = as_list(self);
    int64_t count = (int64_t)list->count;
    if (count == 0) return raise(&type_IndexError, "pop from empty list");
    if (index < 0) index += count;
    if (index < 0 || index >= count) return raise(&type_IndexError, "pop index out of range");
    Value item = list->items[index];
    memmove(list->items + index, list->items + index + 1, (size_t)(count - index - 1) * sizeof(Value));
    list->count--;
    list_shrink(list);
    return item;
}

bool list_reverse(Ref self) {
    List *list = as_list(self);
    Value *low = list->items, *high = low + list->count; /* what is in between is still to be turned around */
    for (; high - low >= 4; low += 2, high -= 2) {
        WordPair first = *(WordPair *)low, last = *(WordPair *)(high - 2);
        *(WordPair *)low = (WordPair){last[1], last[0]};
        *(WordPair *)(high - 2) = (WordPair){first[1], first[0]};
    }
    for (; high - low >= 2; low++, high--) {
        Value item = *low;
        *low = high[-1];
        high[-1] = item;
    }
    return true;
}

void list_clear(Ref self) {
    List *list = as_list(self);
    Value *items = list->items;
    size_t count = list->count, capacity = list->capacity;
    if (!items) return;
    list->items = NULL;
    list->count = list->capacity = 0;
    while (count > 0) release(items[--count]);
    mem_raw_free(&rt()->mem, items, capacity * sizeof(Value));
}

/* Extending. */

static bool extend_array(List *list, const Ref *items, size_t count) {
    size_t old = list->count;
    if (count == 0) return true;
    if (!(list->items ? list_make_room(list, old + count) : make_exact_room(list, count))) return false;
    copy_references(list->items + old, items, count);
    list->count = old + count;
    return true;
}

/* Extending a list by itself: its storage may move while room is made. */
static bool extend_self(List *list) {
    size_t count = list->count;
    if (count == 0) return true;
    if (!list_make_room(list, count * 2)) return false;
    copy_references(list->items + count, refs(list->items), count);
    list->count = count * 2;
    return true;
}

static bool extend_range(List *list, const Range *range) {
    int64_t count = small_int(range->length), start = small_int(range->start), step = small_int(range->step);
    size_t old = list->count;
    if (count == 0) return true;
    if (!(list->items ? list_make_room(list, old + (size_t)count) : make_exact_room(list, (size_t)count))) return false;
    Value *items = list->items + old;
    for (int64_t i = 0; i < count; i++) items[i] = small_int_value(start + i * step);
    list->count = old + (size_t)count;
    return true;
}

static bool is_small_range(Ref v) {
    if (!is_exact(v, &type_range)) return false;
    const Range *range = as_range(v);
    return is_small_int(range->start) && is_small_int(range->stop) && is_small_int(range->step) &&
           is_small_int(range->length);
}

typedef struct Appender {
    Ref list;
    bool failed; /* an exception is set */
} Appender;

static bool take_item(void *taker, Value item) {
    Appender *appender = taker;
    appender->failed = !list_append_steal(appender->list, item);
    return !appender->failed;
}

static bool append_all(Ref self, Ref iterator) {
    NextSlot next = type_of(iterator)->next;
    FeedSlot feed = type_of(iterator)->feed;
    if (UNLIKELY(c_stack_low())) /* a long row of iterators over each other */
        return raise_false(&type_RecursionError, "maximum recursion depth exceeded");
    if (feed) {
        Appender appender = {.list = self};
        Lookup found = feed(iterator, take_item, &appender);
        return (found == FAILED ? iterate_failed() : found) == MISSING && !appender.failed;
    }
    for (;;) {
        Value item;
        Lookup found = next(iterator, &item);
        if (UNLIKELY(found != FOUND)) return (found == MISSING ? MISSING : iterate_failed()) == MISSING;
        if (UNLIKELY(!list_append_steal(self, item))) return false;
        if (UNLIKELY((list_count(self) & 1023) == 0) && !runtime_poll()) return false;
    }
}

static bool extend_iterable(Ref self, Ref iterable) {
    List *list = as_list(self);
    Value iterator = iterate(iterable);
    if (!iterator) return false;
    int64_t hint = length_hint(iterable, 8);
    bool done = hint >= 0;
    if (done && hint > 0 && hint <= INT64_MAX - (int64_t)list->count) { /* a sum too large is taken for a lie */
        if (!list->items) done = make_exact_room(list, (size_t)hint);
        else if (list->count + (size_t)hint > list->capacity) done = list_make_room(list, list->count + (size_t)hint);
    }
    done = done && append_all(self, iterator);
    release(iterator);
    list_shrink(list);
    return done;
}

/* The characters of a str of one byte each: all of them are there already. */
static bool extend_narrow(List *list, Ref text) {
    size_t length = str_length(text), old = list->count;
    const uint8_t *data = str_data(text);
    if (length == 0) return true;
    if (!(list->items ? list_make_room(list, old + length) : make_exact_room(list, length))) return false;
    for (size_t i = 0; i < length; i++) list->items[old + i] = str_narrow_char(data[i]);
    list->count = old + length;
    return true;
}

/* Room for count more items behind those that are there, or NULL with an exception set. */
static Value *room_behind(List *list, size_t count) {
    bool done = list->items ? list_make_room(list, list->count + count) : make_exact_room(list, count);
    return done ? list->items + list->count : NULL;
}

enum { PAIRS_AT_ONCE = 1000 }; /* tuples that may be made without polling */

/* The keys of a dict, its values, or pairs of both. */
static bool extend_dict(List *list, Dict *dict, const Type *kind) {
    size_t count = dict->count, position = 0;
    Value *items = count ? room_behind(list, count) : NULL;
    if (!items) return count == 0;
    for (DictEntry *entry; (entry = dict_next_entry(dict, &position));) {
        if (kind == &type_dict_items) {
            Ref pair[2] = {entry->key, entry->value};
            if (!(*items++ = tuple_from(pair, 2))) return false;
        } else {
            *items++ = retain(kind == &type_dict_values ? entry->value : entry->key);
        }
        list->count++;
    }
    return true;
}

static bool extend_set(List *list, Ref set) {
    size_t count = set_count(set), position = 0;
    Value *items = count ? room_behind(list, count) : NULL;
    if (!items) return count == 0;
    Ref key;
    for (int64_t hash; set_step(set, &position, &key, &hash);) *items++ = retain(key);
    list->count += count;
    return true;
}

/* Containers whose items can be taken all at once. MISSING: this is none of them. */
static Lookup extend_container(List *list, Ref iterable) {
    const Type *type = type_of(iterable);
    if (type == &type_set || type == &type_frozenset) return extend_set(list, iterable) ? FOUND : FAILED;
    bool view = type == &type_dict_keys || type == &type_dict_values || type == &type_dict_items;
    Ref dict = view ? as_dict_view(iterable)->dict : iterable;
    if (!is_exact(dict, &type_dict)) return MISSING;
    if (type == &type_dict_items && dict_count(dict) > PAIRS_AT_ONCE) return MISSING;
    return extend_dict(list, as_dict(dict), type) ? FOUND : FAILED;
}

bool list_extend(Ref self, Ref iterable) {
    List *list = as_list(self);
    if (self == iterable) return extend_self(list);
    if (is_exact(iterable, &type_list)) return extend_array(list, refs(as_list(iterable)->items), list_count(iterable));
    if (is_exact(iterable, &type_tuple))
        return extend_array(list, refs(as_tuple(iterable)->items), tuple_count(iterable));
    if (is_small_range(iterable)) return extend_range(list, as_range(iterable));
    if (is_exact(iterable, &type_str) && str_width(iterable) == 1) return extend_narrow(list, iterable);
    Lookup done = extend_container(list, iterable);
    if (done != MISSING) return done == FOUND;
    return extend_iterable(self, iterable);
}

/* Subscripts. */

Value list_getitem(Ref self, Ref key) {
    int64_t index;
    if (is_exact(key, &type_slice)) return list_get_slice(self, key);
    if (!subscript_index(key, "list", &index)) return NULL;
    List *list = as_list(self);
    if (index < 0) index += (int64_t)list->count;
    if (UNLIKELY((size_t)index >= list->count)) return raise(&type_IndexError, "list index out of range");
    return retain(list->items[index]);
}

static bool list_setitem(Ref self, Ref key, Ref value) {
    int64_t index;
    if (is_exact(key, &type_slice)) return list_set_slice(self, key, value);
    if (!subscript_index(key, "list", &index)) return false;
    List *list = as_list(self);
    if (index < 0) index += (int64_t)list->count;
    if (UNLIKELY((size_t)index >= list->count)) {
        return raise_false(&type_IndexError, "list assignment index out of range");
    }
    if (!value) {
        release(list_pop(self, index));
        return true;
    }
    slot_set(&list->items[index], value);
    return true;
}

/* Operators. */

static Value list_add(Ref self, Ref other) {
    if (!is_list(other)) return raise(&type_TypeError, "can only concatenate list (not \"%T\") to list", other);
    List *a = as_list(self), *b = as_list(other);
    Value result = new_list(a->count + b->count);
    if (!result) return NULL;
    copy_references(as_list(result)->items, refs(a->items), a->count);
    copy_references(as_list(result)->items + a->count, refs(b->items), b->count);
    as_list(result)->count = a->count + b->count;
    return result;
}

static Value list_add_in_place(Ref self, Ref other) { return list_extend(self, other) ? retain(self) : NULL; }

/* Fills items[count .. count * times) with copies of the first count, which hold one reference each so far. */
static void repeat_items(Value *items, size_t count, size_t times) {
    if (count == 1 && (!is_heap(items[0]) || object_of(items[0])->count < 0)) {
        Value item = items[0]; /* not counted */
        for (size_t i = 1; i < times; i++) items[i] = item;
        return;
    }
    for (size_t done = count, all = count * times, more; done < all; done += more) {
        more = done < all - done ? done : all - done;
        copy_references(items + done, refs(items), more);
    }
}

static bool repeat_count(Ref times, int64_t *count) {
    if (!index_as_int64(times, count, &type_OverflowError)) return false;
    if (*count < 0) *count = 0;
    return true;
}

static Value list_repeat(Ref self, Ref other) {
    int64_t times;
    if (!type_of(other)->as_index) return VALUE_NOT_IMPLEMENTED;
    if (!repeat_count(other, &times)) return NULL;
    List *list = as_list(self);
    size_t count = list->count;
    if (count && (size_t)times > LIST_MAX / count) return raise_memory();
    Value result = new_list(count * (size_t)times);
    if (!result || count == 0 || times == 0) return result;
    copy_references(as_list(result)->items, refs(list->items), count);
    repeat_items(as_list(result)->items, count, (size_t)times);
    as_list(result)->count = count * (size_t)times;
    return result;
}

/* Of two sequences the left one is to repeat itself. */
static Value list_reflected_repeat(Ref self, Ref other) {
    bool sequence = has_family(other, TYPE_REPEATS);
    return sequence ? VALUE_NOT_IMPLEMENTED : list_repeat(self, other);
}

static Value list_repeat_in_place(Ref self, Ref other) {
    int64_t times;
    if (!type_of(other)->as_index) return VALUE_NOT_IMPLEMENTED;
    if (!repeat_count(other, &times)) return NULL;
    List *list = as_list(self);
    size_t count = list->count;
    if (times == 0) {
        list_clear(self);
    } else if (count && times > 1) {
        if ((size_t)times > LIST_MAX / count) return raise_memory();
        if (!list_make_room(list, count * (size_t)times)) return NULL;
        repeat_items(list->items, count, (size_t)times);
        list->count = count * (size_t)times;
    }
    return retain(self);
}

static int64_t list_len(Ref self) { return (int64_t)list_count(self); }

static Lookup list_contains(Ref self, Ref item) {
    List *list = as_list(self);
    for (size_t i = 0; i < list->count; i++) {
        Ref other = list->items[i];
        if (other == item) return FOUND;
        Lookup found = atoms_equal(other, item);
        if (UNLIKELY(found == FAILED)) {
            Value held = retain(other);
            found = equal(held, item);
            release(held);
        }
        if (found != MISSING) return found;
    }
    return MISSING;
}

/* The index of the first pair of items that differ; the shorter count when none does. FAILED: an exception is set. */
static bool first_difference(List *a, List *b, size_t *index) {
    size_t i = 0;
    for (; i < a->count && i < b->count; i++) {
        Ref x = a->items[i], y = b->items[i];
        if (x == y) continue;
        Lookup same = atoms_equal(x, y);
        if (UNLIKELY(same == FAILED)) {
            Value held_x = retain(x), held_y = retain(y);
            same = equal(held_x, held_y);
            release(held_x);
            release(held_y);
        }
        if (same == FAILED) return false;
        if (same == MISSING) break;
    }
    *index = i;
    return true;
}

static Value list_compare(Ref self, Ref other, CompareOp op) {
    if (!is_list(self) || !is_list(other)) return VALUE_NOT_IMPLEMENTED;
    List *a = as_list(self), *b = as_list(other);
    if (a->count != b->count && (op == COMPARE_EQ || op == COMPARE_NE)) return bool_value(op == COMPARE_NE);
    size_t i;
    if (!first_difference(a, b, &i)) return NULL;
    if (i >= a->count || i >= b->count) return bool_value(count_order_holds(op, a->count, b->count));
    if (op == COMPARE_EQ || op == COMPARE_NE) return bool_value(op == COMPARE_NE);
    Value x = retain(a->items[i]), y = retain(b->items[i]);
    Value result = compare(op, x, y);
    release(x);
    release(y);
    return result;
}

static bool repr_items(List *list, StrBuilder *text) {
    for (size_t i = 0; i < list->count; i++) {
        if (i > 0) builder_ascii(text, ", ", 2);
        Value item = retain(list->items[i]);
        Value shown = repr_of_item(item);
        release(item);
        if (!shown) return false;
        builder_str(text, shown);
        release(shown);
    }
    return true;
}

static Value list_repr(Ref self) {
    List *list = as_list(self);
    if (list->count == 0) return str_from_ascii("[]", 2);
    if (list->head.flags & OBJECT_IN_REPR) return str_from_ascii("[...]", 5);
    StrBuilder text;
    builder_init(&text);
    builder_ascii(&text, "[", 1);
    list->head.flags |= OBJECT_IN_REPR;
    bool done = repr_items(list, &text);
    list->head.flags &= ~(uint32_t)OBJECT_IN_REPR;
    if (!done) {
        builder_abandon(&text);
        return NULL;
    }
    builder_ascii(&text, "]", 1);
    return builder_finish(&text);
}

static Value list_iter(Ref self) { return sequence_iterator_new(&type_list_iterator, self); }

/* From the end, the order in which CPython releases the items of a list. */
static void list_traverse(Ref self, Visit visit, void *context) {
    List *list = as_list(self);
    for (size_t i = list->count; i > 0; i--) {
        if (is_heap(list->items[i - 1])) visit(list->items[i - 1], context);
    }
}

static void list_dispose(Ref self) {
    List *list = as_list(self);
    if (list->items) mem_raw_free(&rt()->mem, list->items, list->capacity * sizeof(Value));
}

static Value list_make(Type *type) { return value_of(object_new(type, type->size)); }

/* An empty list has no storage in CPython. */
size_t list_sizeof(Ref self) { return 56 + (list_count(self) ? as_list(self)->capacity * sizeof(Value) : 0); }

Type type_list = {
    TYPE_HEAD(list),
    .init_slot = NULL,
    .hash = NULL,
    .name = "list",
    .doc =
        "A mutable sequence.\n\nWithout an argument the new list is empty; otherwise it holds the items of iterable.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_LIST | TYPE_SEQUENCE | TYPE_WEAKREF,
    .size = sizeof(List),
    .traverse = list_traverse,
    .dispose = list_dispose,
    .make = list_make,
    .convert = list_of,
    .init = &list_init_def,
    .repr = list_repr,
    .iter = list_iter,
    .len = list_len,
    .compare = list_compare,
    .getitem = list_getitem,
    .setitem = list_setitem,
    .contains = list_contains,
    .operators =
        &(Operators){
            .binary = {[BINARY_ADD] = list_add, [BINARY_MUL] = list_repeat},
            .reflected = {[BINARY_MUL] = list_reflected_repeat},
            .inplace = {[BINARY_ADD] = list_add_in_place, [BINARY_MUL] = list_repeat_in_place},
        },
    .methods = list_methods,
};
