/* runtime/protocol_iter.c - iteration.
 *
 * Owns:      iter, next, list and tuple of anything.
 * Invariant: an exhausted iterator leaves no exception.
 * Not here:  the iterators themselves (iter.h).
 */
#include "runtime/protocol.h"

#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

/* Items by index 0, 1, 2 ...: what iter() makes of a type with __getitem__ alone. */
static bool is_sequence(const Type *type) {
    return type->getitem && !(type->flags & TYPE_DICTIONARY) && type != &type_mapping_proxy && type != &type_union &&
           !(type->flags & TYPE_TYPE);
}

bool type_is_iterable(const Type *type) { return type->iter || is_sequence(type); }

Value iterate(Ref self) {
    const Type *type = type_of(self);
    if (UNLIKELY(!type->iter)) {
        if (is_sequence(type)) return sequence_iterator_new(&type_sequence_iterator, self);
        return raise(&type_TypeError, "'%T' object is not iterable", self);
    }
    Value iterator = type->iter(self);
    if (!iterator || LIKELY(type_of(iterator)->next != NULL)) return iterator;
    raise(&type_TypeError, "iter() returned non-iterator of type '%T'", iterator);
    release(iterator);
    return NULL;
}

Lookup iterate_failed(void) {
    if (!error_matches(&type_StopIteration)) return FAILED;
    error_clear(); /* the value that a generator returned interests nobody here */
    return MISSING;
}

Lookup iterate_next(Ref iterator, Value *item) {
    NextSlot slot = type_of(iterator)->next;
    if (UNLIKELY(c_stack_low())) /* a long row of iterators over each other */
        return raise_failed(&type_RecursionError, "maximum recursion depth exceeded");
    if (!runtime_poll_errors()) return FAILED; /* iterators in C may go on for ever */
    if (LIKELY(slot != NULL)) {
        Lookup found = slot(iterator, item);
        return LIKELY(found != FAILED) ? found : iterate_failed();
    }
    return raise_failed(&type_TypeError, "'%T' object is not iterable", iterator); /* its class lost __next__ */
}

static int64_t hint_from(Ref self, int64_t fallback) {
    Value hint = NULL;
    Lookup found = call_special(self, NAME(dunder_length_hint), NULL, 0, &hint);
    if (found == MISSING) return fallback;
    if (found == FAILED) {
        if (!error_matches(&type_TypeError)) return -1;
        error_clear();
        return fallback;
    }
    int64_t length = fallback;
    if (is_int(hint)) {
        bool fits = int_as_int64(hint, &length);
        if (!fits || length < 0) {
            if (fits) raise(&type_ValueError, "__length_hint__() should return >= 0");
            else raise(&type_OverflowError, "Python int too large to convert to C ssize_t");
            length = -1;
        }
    } else if (!is_not_implemented(hint)) {
        raise(&type_TypeError, "__length_hint__ must be an integer, not %T", hint);
        length = -1;
    }
    release(hint);
    return length;
}

int64_t length_hint(Ref self, int64_t fallback) {
    LenSlot slot = type_of(self)->len;
    if (!slot) return hint_from(self, fallback);
    int64_t length = slot(self);
    if (length >= 0 || !error_matches(&type_TypeError)) return length;
    error_clear();
    return hint_from(self, fallback);
}

Value list_of(Ref iterable) {
    Value list = list_new(0);
    if (!list || list_extend(list, iterable)) return list;
    release(list);
    return NULL;
}

Value tuple_of(Ref iterable) {
    if (is_exact(iterable, &type_tuple)) return retain(iterable);
    if (is_exact(iterable, &type_list)) return tuple_from(refs(as_list(iterable)->items), list_count(iterable));
    Value list = list_of(iterable);
    if (!list) return NULL;
    Value tuple = tuple_from(refs(as_list(list)->items), list_count(list));
    release(list);
    return tuple;
}
