/* lib/deque_methods.c - the methods of collections.deque.
 *
 * Owns:      nothing.
 * Invariant: comparing runs Python code, so the deque's state is looked at afterwards.
 * Not here:  storage and operators (deque.c).
 */
#include "lib/deque.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

static Value done_value(bool done) { return done ? VALUE_NONE : NULL; }

static bool read_maxlen(Ref value, int64_t *maxlen) {
    *maxlen = -1;
    if (is_none(value)) return true;
    if (!has_family(value, TYPE_INT)) return raise_false(&type_TypeError, "an integer is required");
    if (!int_as_int64(value, maxlen))
        return raise_false(&type_OverflowError, "Python int too large to convert to C ssize_t");
    return *maxlen >= 0 || raise_false(&type_ValueError, "maxlen must be non-negative");
}

static Value py_deque_init(const Ref *args) {
    Deque *deque = as_deque(args[0]);
    int64_t maxlen;
    if (!read_maxlen(args[2], &maxlen)) return NULL;
    deque->maxlen = maxlen;
    if (deque->count) deque_clear(deque);
    return done_value(!args[1] || deque_extend(deque, args[1], false));
}

const NativeDef deque_init_def = {"deque(iterable=..., maxlen=None)~([iterable[, maxlen]])", py_deque_init,
                                  DOC("Fill the deque with the items of iterable."), 0};

static Value py_deque_append(const Ref *args) {
    return done_value(deque_append_steal(as_deque(args[0]), retain(args[1])));
}

static Value py_deque_appendleft(const Ref *args) {
    return done_value(deque_append_left_steal(as_deque(args[0]), retain(args[1])));
}

static Value py_deque_extend(const Ref *args) { return done_value(deque_extend(as_deque(args[0]), args[1], false)); }
static Value py_deque_extendleft(const Ref *args) { return done_value(deque_extend(as_deque(args[0]), args[1], true)); }

static Value py_deque_pop(const Ref *args) {
    if (as_deque(args[0])->count == 0) return raise(&type_IndexError, "pop from an empty deque");
    return deque_take_last(as_deque(args[0]));
}

static Value py_deque_popleft(const Ref *args) {
    if (as_deque(args[0])->count == 0) return raise(&type_IndexError, "pop from an empty deque");
    return deque_take_first(as_deque(args[0]));
}

static Value py_deque_clear(const Ref *args) {
    deque_clear(as_deque(args[0]));
    return VALUE_NONE;
}

static Value py_deque_copy(const Ref *args) { return deque_copy(args[0]); }

static Value py_deque_rotate(const Ref *args) {
    int64_t n;
    if (!size_argument(args[1], &n)) return NULL;
    deque_rotate(as_deque(args[0]), n);
    return VALUE_NONE;
}

static Value py_deque_reverse(const Ref *args) {
    Deque *deque = as_deque(args[0]);
    for (size_t i = 0; i < deque->count / 2; i++) {
        Value *low = deque_place(deque, i), *high = deque_place(deque, deque->count - 1 - i), item = *low;
        *low = *high;
        *high = item;
    }
    return VALUE_NONE;
}

static Value py_deque_count(const Ref *args) {
    Deque *deque = as_deque(args[0]);
    size_t index;
    int64_t count = 0;
    uint64_t state = deque->state;
    Lookup found = FOUND;
    for (size_t start = 0; found == FOUND; start = index + 1) {
        found = deque_find(deque, args[1], start, deque->count, &index, deque_raise_mutated);
        if (found == FOUND && deque->state != state) found = deque_raise_mutated();
        count += found == FOUND;
    }
    return found == FAILED ? NULL : int_value(count);
}

static size_t clamp(int64_t bound, size_t count) {
    if (bound < 0) bound += (int64_t)count;
    return bound < 0 ? 0 : (size_t)bound > count ? count : (size_t)bound;
}

static Value raise_not_there(Ref value) { return raise(&type_ValueError, "%R is not in deque", value); }

static Value py_deque_index(const Ref *args) {
    Deque *deque = as_deque(args[0]);
    int64_t start, stop;
    size_t index;
    if (!search_bound(args[2], &start) || !search_bound(args[3], &stop)) return NULL;
    Lookup found =
        deque_find(deque, args[1], clamp(start, deque->count), clamp(stop, deque->count), &index, deque_raise_mutated);
    if (found == FOUND) return int_value((int64_t)index);
    return found == FAILED ? NULL : raise_not_there(args[1]);
}

static Value py_deque_insert(const Ref *args) {
    Deque *deque = as_deque(args[0]);
    int64_t index;
    if (!size_argument(args[1], &index)) return NULL;
    if (deque->maxlen >= 0 && deque->count >= (size_t)deque->maxlen)
        return raise(&type_IndexError, "deque already at its maximum size");
    return done_value(deque_insert_steal(deque, clamp(index, deque->count), retain(args[2])));
}

static COLD Lookup mutated_during_remove(void) {
    return raise_failed(&type_IndexError, "deque mutated during iteration");
}

static Value py_deque_remove(const Ref *args) {
    Deque *deque = as_deque(args[0]);
    size_t index;
    uint64_t state = deque->state;
    Lookup found = deque_find(deque, args[1], 0, deque->count, &index, mutated_during_remove);
    if (found == FOUND && deque->state != state) found = mutated_during_remove();
    if (found != FOUND) return found == FAILED ? NULL : raise_not_there(args[1]);
    release(deque_take(deque, index));
    return VALUE_NONE;
}

static Value py_deque_reduce(const Ref *args) {
    Value state = call_method(args[0], NAME(dunder_getstate), NULL, 0);
    Value iterator = state ? iterate(args[0]) : NULL, arguments = NULL, result = NULL;
    int64_t maxlen = as_deque(args[0])->maxlen;
    if (iterator) {
        Value empty = tuple_empty(), bound = int_value(maxlen);
        arguments = maxlen < 0 ? retain(empty) : tuple_pack(2, empty, bound);
        release(bound);
        release(empty);
        if (arguments) result = tuple_pack(4, type_ref(type_of(args[0])), arguments, state, iterator);
    }
    release_maybe(arguments);
    release_maybe(iterator);
    release_maybe(state);
    return result;
}

static Value py_deque_reversed(const Ref *args) { return deque_reverse_iterator_over(args[0]); }

/* CPython's figure for a deque that was filled at its end: blocks of 64 items. */
static Value py_deque_sizeof(const Ref *args) {
    return int_value((int64_t)(216 + 528 * (1 + as_deque(args[0])->count / 64)));
}

const NativeDef deque_methods[] = {
    {"append(item, /)", py_deque_append, DOC("Add item at the end."), 0},
    {"appendleft(item, /)", py_deque_appendleft, DOC("Add item at the beginning."), 0},
    {"clear()", py_deque_clear, DOC("Take all items out."), 0},
    {"__copy__()", py_deque_copy, DOC("Return a deque with the same items."), 0},
    {"copy()", py_deque_copy, DOC("Return a deque with the same items."), 0},
    {"count(value, /)", py_deque_count, DOC("Return how many items equal value."), 0},
    {"extend(iterable, /)", py_deque_extend, DOC("Add every item of iterable at the end."), 0},
    {"extendleft(iterable, /)", py_deque_extendleft,
     DOC("Add the items of iterable at the beginning, one after the other: the last comes first then."), 0},
    {"index(value, start=0, stop=sys.maxsize, /)~(value, [start, [stop]])", py_deque_index,
     DOC("Return the index of the first item that equals value.\n\nRaises ValueError when there is none."), 0},
    {"insert(index, value, /)", py_deque_insert, DOC("Put value in front of the item at index."), 0},
    {"pop()", py_deque_pop, DOC("Take out the last item and return it."), 0},
    {"popleft()", py_deque_popleft, DOC("Take out the first item and return it."), 0},
    {"__reduce__()", py_deque_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"remove(value, /)", py_deque_remove, DOC("Take out the first item that equals value."), 0},
    {"__reversed__()", py_deque_reversed, DOC("Return an iterator over the items from last to first."), 0},
    {"reverse()", py_deque_reverse, DOC("Turn the order of the items around, in place."), 0},
    {"rotate(n=1, /)", py_deque_rotate,
     DOC("Take n items from the end to the beginning, one after the other; negative: the other way."), 0},
    {"__sizeof__()", py_deque_sizeof, DOC("Bytes of memory that the deque takes."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};
