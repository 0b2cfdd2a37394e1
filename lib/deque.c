#include "lib/deque.h"

#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"

enum { CAPACITY_MIN = 8 };

/* ---- storage ---- */

/* Gives the ring another number of places, at least as many as there are items. */
static bool resize(Deque *deque, size_t capacity) {
    Value *places = mem_raw_try(&rt()->mem, capacity * sizeof(Value));
    if (!places) return raise_memory();
    size_t in_front = deque->capacity - deque->first, head = deque->count < in_front ? deque->count : in_front;
    if (head) memcpy(places, deque->places + deque->first, head * sizeof(Value));
    if (deque->count > head) memcpy(places + head, deque->places, (deque->count - head) * sizeof(Value));
    if (deque->places) mem_raw_free(&rt()->mem, deque->places, deque->capacity * sizeof(Value));
    deque->places = places;
    deque->capacity = capacity;
    deque->first = 0;
    return true;
}

static COLD bool grow(Deque *deque) {
    if (deque->capacity > SIZE_MAX / 4 / sizeof(Value)) return raise_memory();
    return resize(deque, deque->capacity ? deque->capacity * 2 : CAPACITY_MIN);
}

/* Room for count items at once. */
static bool reserve(Deque *deque, size_t count) {
    size_t capacity = deque->capacity ? deque->capacity : CAPACITY_MIN;
    if (count > SIZE_MAX / 4 / sizeof(Value)) return raise_memory();
    while (capacity < count) capacity *= 2;
    return capacity == deque->capacity || resize(deque, capacity);
}

/* Gives storage back when most of it is free. That there is no memory for less does no harm. */
static COLD void shrink(Deque *deque) {
    if (!resize(deque, deque->capacity / 4)) error_clear();
}

static inline void went(Deque *deque) {
    deque->state++;
    if (UNLIKELY(deque->count < deque->capacity / 8 && deque->capacity > 64)) shrink(deque);
}

static COLD bool refuse(Value item) {
    release(item);
    return false;
}

static inline bool is_too_long(const Deque *deque) {
    return deque->maxlen >= 0 && deque->count > (size_t)deque->maxlen;
}

bool deque_append_steal(Deque *deque, Value item) {
    if (UNLIKELY(deque->count == deque->capacity) && !grow(deque)) return refuse(item);
    *deque_place(deque, deque->count++) = item;
    deque->state++;
    if (UNLIKELY(is_too_long(deque))) release(deque_take_first(deque));
    return true;
}

bool deque_append_left_steal(Deque *deque, Value item) {
    if (UNLIKELY(deque->count == deque->capacity) && !grow(deque)) return refuse(item);
    deque->first = (deque->first - 1) & (deque->capacity - 1);
    deque->places[deque->first] = item;
    deque->count++;
    deque->state++;
    if (UNLIKELY(is_too_long(deque))) release(deque_take_last(deque));
    return true;
}

Value deque_take_last(Deque *deque) {
    Value item = *deque_place(deque, --deque->count);
    went(deque);
    return item;
}

Value deque_take_first(Deque *deque) {
    Value item = deque->places[deque->first];
    deque->first = (deque->first + 1) & (deque->capacity - 1);
    deque->count--;
    went(deque);
    return item;
}

/* Moves items [begin, end) one place towards the end, or the beginning. */
static void shift_up(Deque *deque, size_t begin, size_t end) {
    for (size_t i = end; i > begin; i--) *deque_place(deque, i) = *deque_place(deque, i - 1);
}

static void shift_down(Deque *deque, size_t begin, size_t end) {
    for (size_t i = begin; i < end; i++) *deque_place(deque, i - 1) = *deque_place(deque, i);
}

bool deque_insert_steal(Deque *deque, size_t i, Value item) {
    if (deque->count == deque->capacity && !grow(deque)) return refuse(item);
    if (i < deque->count / 2) {
        shift_down(deque, 0, i);
        deque->first = (deque->first - 1) & (deque->capacity - 1);
    } else {
        shift_up(deque, i, deque->count);
    }
    *deque_place(deque, i) = item;
    deque->count++;
    deque->state++;
    return true;
}

Value deque_take(Deque *deque, size_t i) {
    Value item = *deque_place(deque, i);
    if (i < deque->count / 2) {
        shift_up(deque, 0, i);
        deque->first = (deque->first + 1) & (deque->capacity - 1);
    } else {
        shift_down(deque, i + 1, deque->count);
    }
    deque->count--;
    went(deque);
    return item;
}

void deque_rotate(Deque *deque, int64_t n) {
    int64_t count = (int64_t)deque->count;
    if (count <= 1) return;
    n %= count;
    if (n > count / 2) n -= count;
    else if (n < -(count / 2)) n += count;
    if (n) deque->state++;
    for (; n > 0; n--) { /* the last item goes to the front */
        Value item = *deque_place(deque, deque->count - 1);
        deque->first = (deque->first - 1) & (deque->capacity - 1);
        deque->places[deque->first] = item;
    }
    for (; n < 0; n++) {
        Value item = deque->places[deque->first];
        deque->first = (deque->first + 1) & (deque->capacity - 1);
        *deque_place(deque, deque->count - 1) = item;
    }
}

void deque_clear(Deque *deque) {
    Deque old = *deque;
    deque->places = NULL;
    deque->first = deque->count = deque->capacity = 0;
    deque->state++;
    for (size_t i = 0; i < old.count; i++) release(*deque_place(&old, i));
    if (old.places) mem_raw_free(&rt()->mem, old.places, old.capacity * sizeof(Value));
}

static Value deque_make(Type *type) {
    Deque *deque = object_new(type, type->size);
    deque->maxlen = -1;
    return value_of(deque);
}

Value deque_new(int64_t maxlen) {
    Value deque = deque_make(&type_deque);
    as_deque(deque)->maxlen = maxlen;
    return deque;
}

/* ---- many items ---- */

static bool add_all(Deque *deque, Ref iterator, bool left) {
    Lookup more;
    for (Value item; (more = iterate_quickly(iterator, &item)) == FOUND;) {
        if (!(left ? deque_append_left_steal(deque, item) : deque_append_steal(deque, item))) return false;
        if (!runtime_poll()) return false;
    }
    return more == MISSING;
}

bool deque_extend(Deque *deque, Ref iterable, bool left) {
    /* A deque is extended by itself as it was before. */
    Value source = iterable == value_of(deque) ? list_of(iterable) : retain(iterable);
    Value iterator = source ? iterate(source) : NULL;
    bool done = iterator && add_all(deque, iterator, left);
    release_maybe(iterator);
    release_maybe(source);
    return done;
}

/* What a subclass's own constructor makes of the items. */
static Value copy_by_call(Ref self) {
    Ref type = type_ref(type_of(self));
    int64_t maxlen = as_deque(self)->maxlen;
    Value bound = int_value(maxlen), copy = maxlen < 0 ? call_1(type, self) : call_2(type, self, bound);
    release(bound);
    if (!copy || is_deque(copy)) return copy;
    raise(&type_TypeError, "%T() must return a deque, not %T", self, copy);
    release(copy);
    return NULL;
}

Value deque_copy(Ref self) {
    if (!is_exact(self, &type_deque)) return copy_by_call(self);
    Value copy = deque_new(as_deque(self)->maxlen);
    const Deque *deque = as_deque(self);
    for (size_t i = 0; copy && i < deque->count; i++) {
        if (!deque_append_steal(as_deque(copy), retain(deque_peek(deque, i)))) clear_ref(&copy);
    }
    return copy;
}

Lookup deque_raise_mutated(void) { return raise_failed(&type_RuntimeError, "deque mutated during iteration"); }

Lookup deque_find(Deque *deque, Ref value, size_t start, size_t stop, size_t *index, Lookup (*mutated)(void)) {
    uint64_t state = deque->state;
    for (size_t i = start; i < stop; i++) {
        Ref item = deque_peek(deque, i);
        *index = i;
        if (item == value) return FOUND;
        if (both_small_int(item, value)) continue;
        Value held = retain(item);
        Lookup same = equal(held, value);
        release(held);
        if (same != MISSING) return same;
        if (deque->state != state) return mutated();
    }
    return MISSING;
}

/* ---- operators ---- */

static int64_t deque_len(Ref self) { return (int64_t)as_deque(self)->count; }

static Lookup deque_contains(Ref self, Ref value) {
    size_t index;
    return deque_find(as_deque(self), value, 0, as_deque(self)->count, &index, deque_raise_mutated);
}

static bool item_index(Ref self, Ref key, size_t *index) {
    int64_t i, count = (int64_t)as_deque(self)->count;
    if (is_small_int(key)) i = small_int(key);
    else if (!type_of(key)->as_index) {
        return raise_false(&type_TypeError, "sequence index must be integer, not '%T'", key);
    } else if (!index_as_int64(key, &i, &type_IndexError)) return false;
    count = (int64_t)as_deque(self)->count;
    if (i < 0) i += count;
    if (i < 0 || i >= count) return raise_false(&type_IndexError, "deque index out of range");
    *index = (size_t)i;
    return true;
}

static Value deque_getitem(Ref self, Ref key) {
    size_t i;
    return item_index(self, key, &i) ? retain(deque_peek(as_deque(self), i)) : NULL;
}

static bool deque_setitem(Ref self, Ref key, Ref value) {
    size_t i;
    if (!item_index(self, key, &i)) return false;
    if (value) slot_set(deque_place(as_deque(self), i), value);
    else release(deque_take(as_deque(self), i));
    return true;
}

static Value deque_add(Ref self, Ref other) {
    if (!is_deque(self)) return VALUE_NOT_IMPLEMENTED;
    if (!is_deque(other)) return raise(&type_TypeError, "can only concatenate deque (not \"%T\") to deque", other);
    Value sum = deque_copy(self);
    if (sum && !deque_extend(as_deque(sum), other, false)) clear_ref(&sum);
    return sum;
}

static Value deque_add_in_place(Ref self, Ref other) {
    return deque_extend(as_deque(self), other, false) ? retain(self) : NULL;
}

/* Appends the items that are there again and again, until there are times as many; with maxlen only what stays. */
static bool repeat(Deque *deque, int64_t times) {
    size_t count = deque->count;
    if (times <= 0) deque_clear(deque);
    if (times <= 1 || count == 0) return true;
    if (deque->maxlen >= 0 && times > (deque->maxlen + (int64_t)count - 1) / (int64_t)count)
        times = (deque->maxlen + (int64_t)count - 1) / (int64_t)count;
    if ((uint64_t)times > SIZE_MAX / sizeof(Value) / count) return raise_memory();
    if (deque->maxlen < 0 && !reserve(deque, count * (size_t)times)) return false;
    for (size_t left = count * ((size_t)times - 1); left > 0; left--) {
        /* The item count places before the end, which is the first one again once maxlen is reached. */
        if (!deque_append_steal(deque, retain(deque_peek(deque, deque->count - count))) || !runtime_poll())
            return false;
    }
    return true;
}

static Value deque_repeat_in_place(Ref self, Ref value) {
    int64_t times;
    if (!type_of(value)->as_index) return VALUE_NOT_IMPLEMENTED;
    if (!index_as_int64(value, &times, &type_OverflowError)) return NULL;
    return repeat(as_deque(self), times) ? retain(self) : NULL;
}

static Value deque_repeat(Ref self, Ref value) {
    int64_t times;
    if (!type_of(value)->as_index) return VALUE_NOT_IMPLEMENTED;
    if (!index_as_int64(value, &times, &type_OverflowError)) return NULL;
    Value result = deque_copy(self);
    if (result && !repeat(as_deque(result), times)) clear_ref(&result);
    return result;
}

static Value deque_reflected_repeat(Ref self, Ref value) { return deque_repeat(self, value); }

/* The answer from two items at the same index; NULL in *answer: they are equal. False: an exception is set. */
static bool compare_items(Ref x, Ref y, CompareOp op, Value *answer) {
    Lookup same = equal(x, y);
    if (same == FAILED) return false;
    if (same == FOUND) return true;
    *answer = op == COMPARE_EQ || op == COMPARE_NE ? bool_value(op == COMPARE_NE) : compare(op, x, y);
    return *answer != NULL;
}

static Value deque_compare(Ref self, Ref other, CompareOp op) {
    if (!is_deque(self) || !is_deque(other)) return VALUE_NOT_IMPLEMENTED;
    const Deque *a = as_deque(self), *b = as_deque(other);
    if (a->count != b->count && (op == COMPARE_EQ || op == COMPARE_NE)) return bool_value(op == COMPARE_NE);
    uint64_t state = a->state + b->state;
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        Value x = retain(deque_peek(a, i)), y = retain(deque_peek(b, i)), answer = NULL;
        bool done = compare_items(x, y, op, &answer);
        release(x);
        release(y);
        if (answer || !done) return answer;
        if (a->state + b->state != state) {
            deque_raise_mutated();
            return NULL;
        }
    }
    return bool_value(count_order_holds(op, a->count, b->count));
}

static Value deque_repr(Ref self) {
    Deque *deque = as_deque(self);
    if (deque->head.flags & OBJECT_IN_REPR) return str_from_ascii("[...]", 5);
    Value items = list_new(deque->count), name = items ? type_get_name(type_of(self)) : NULL, text = NULL;
    if (!items) return NULL;
    for (size_t i = 0; i < deque->count; i++)
        as_list(items)->items[as_list(items)->count++] = retain(deque_peek(deque, i));
    deque->head.flags |= OBJECT_IN_REPR;
    if (deque->maxlen >= 0) text = error_format("%S(%R, maxlen=%zd)", name, items, (ssize_t)deque->maxlen);
    else text = error_format("%S(%R)", name, items);
    deque->head.flags &= ~(uint32_t)OBJECT_IN_REPR;
    release(name);
    release(items);
    return text;
}

static void deque_traverse(Ref self, Visit visit, void *context) {
    const Deque *deque = as_deque(self);
    for (size_t i = 0; i < deque->count; i++) visit(deque_peek(deque, i), context);
}

static void deque_dispose(Ref self) {
    const Deque *deque = as_deque(self);
    if (deque->places) mem_raw_free(&rt()->mem, deque->places, deque->capacity * sizeof(Value));
}

static Value get_maxlen(Ref self) {
    int64_t maxlen = as_deque(self)->maxlen;
    return maxlen < 0 ? VALUE_NONE : int_value(maxlen);
}

static const GetSetDef deque_getsets[] = {
    {"maxlen", get_maxlen, NULL, DOC("The most items that the deque holds, or None.")},
    {0},
};

Type type_deque = {
    TYPE_HEAD(deque),
    .init_slot = NULL,
    .hash = NULL,
    .name = "collections.deque",
    .module = "collections",
    .doc = "A sequence that is quick to change at both ends.\n\nWith maxlen, an item too many pushes one out at the "
           "other end.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_SEQUENCE | TYPE_WEAKREF | TYPE_CONCAT,
    .size = sizeof(Deque),
    .traverse = deque_traverse,
    .dispose = deque_dispose,
    .make = deque_make,
    .init = &deque_init_def,
    .repr = deque_repr,
    .iter = deque_iterator_over,
    .len = deque_len,
    .compare = deque_compare,
    .getitem = deque_getitem,
    .setitem = deque_setitem,
    .contains = deque_contains,
    .operators =
        &(Operators){
            .binary = {[BINARY_ADD] = deque_add, [BINARY_MUL] = deque_repeat},
            .reflected = {[BINARY_MUL] = deque_reflected_repeat},
            .inplace = {[BINARY_ADD] = deque_add_in_place, [BINARY_MUL] = deque_repeat_in_place},
        },
    .methods = deque_methods,
    .getsets = deque_getsets,
};
