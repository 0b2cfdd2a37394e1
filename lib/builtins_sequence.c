/* lib/builtins_sequence.c - built-in functions about iterables. */
#include "lib/builtins.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int_wide.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/await.h"
#include "vm/generator.h"

static Value py_len(const Ref *args) {
    int64_t length = length_of(args[0]);
    return length < 0 ? NULL : int_value(length);
}

static Value py_iter(const Ref *args) {
    if (!args[1]) return iterate(args[0]);
    if (!type_of(args[0])->call) return raise(&type_TypeError, "iter(v, w): v must be callable");
    return callable_iterator_new(args[0], args[1]);
}

static Value py_next(const Ref *args) {
    Type *type = type_of(args[0]);
    if (!type->next) return raise(&type_TypeError, "'%T' object is not an iterator", args[0]);
    Value item = NULL;
    Lookup found = type->next(args[0], &item);
    if (found == FOUND) return item;
    if (!args[1]) {
        if (found == MISSING) raise_stop_iteration(VALUE_NONE);
        return NULL;
    }
    if (found == FAILED) {
        if (!error_matches(&type_StopIteration)) return NULL;
        error_clear();
    }
    return retain(args[1]);
}

static Value py_aiter(const Ref *args) {
    Type *type = type_of(args[0]);
    if (!type->aiter) return raise(&type_TypeError, "'%T' object is not an async iterable", args[0]);
    Value iterator = type->aiter(args[0]);
    if (!iterator || type_of(iterator)->anext) return iterator;
    raise(&type_TypeError, "aiter() returned not an async iterator of type '%T'", iterator);
    release(iterator);
    return NULL;
}

static Value py_anext(const Ref *args) {
    Type *type = type_of(args[0]);
    if (!type->anext) return raise(&type_TypeError, "'%T' object is not an async iterator", args[0]);
    Value awaitable = type->anext(args[0]);
    if (!awaitable || !args[1]) return awaitable;
    Value result = async_next_or(awaitable, args[1]);
    release(awaitable);
    return result;
}

static Value py_sorted(const Ref *args) {
    Value list = list_of(args[0]);
    if (!list) return NULL;
    Lookup reverse = truth(args[2]);
    if (reverse != FAILED && list_sort(list, is_none(args[1]) ? NULL : args[1], reverse == FOUND)) return list;
    release(list);
    return NULL;
}

static inline Lookup truth_quickly(Ref v) {
    if (is_bool(v)) return is_true(v) ? FOUND : MISSING;
    if (is_small_int(v)) return small_int(v) != 0 ? FOUND : MISSING;
    return truth(v);
}

/* any and all. */
typedef struct Quantifier {
    Lookup stop;  /* the truth that decides */
    Lookup truth; /* of the last item */
    Value rest;   /* an item whose truth, or end, may be a matter of Python code, or NULL */
} Quantifier;

static bool take_truth(void *taker, Value item) {
    Quantifier *q = taker;
    if (is_heap(item) && !is_exact(item, &type_str)) {
        q->rest = item;
        return false;
    }
    q->truth = truth_quickly(item);
    release(item);
    return q->truth != q->stop;
}

/* Moves an iterator over a list past numbers and bools whose truth is not stop. */
static void pass_plain(Ref iterator, Lookup stop) {
    if (!is_exact(iterator, &type_list_iterator)) return;
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (!it->sequence) return;
    const List *list = as_list(it->sequence);
    size_t i = it->index;
    for (; i < list->count && (is_small_int(list->items[i]) || is_bool(list->items[i])); i++) {
        bool t = list->items[i] != VALUE_FALSE && list->items[i] != small_int_value(0);
        if (t == (stop == FOUND)) break;
    }
    it->index = i;
}

/* Stops at the first item whose truth is stop. */
static Value quantify(Ref iterable, Lookup stop) {
    Value iterator = iterate(iterable);
    if (!iterator) return NULL;
    Quantifier q = {.stop = stop, .truth = stop == FOUND ? MISSING : FOUND};
    Lookup found;
    pass_plain(iterator, stop);
    while ((found = iterate_feed(iterator, take_truth, &q)) == FOUND && q.rest) {
        q.truth = truth(q.rest);
        clear_ref(&q.rest);
        if (q.truth == FAILED || q.truth == stop) break;
    }
    release(iterator);
    return found == FAILED || q.truth == FAILED ? NULL : bool_value(q.truth == FOUND);
}

static Value py_any(const Ref *args) { return quantify(args[0], FOUND); }
static Value py_all(const Ref *args) { return quantify(args[0], MISSING); }

/* sum: small ints and floats are added without making objects. Floats are added with compensation (Neumaier 1974), as
 * CPython 3.12 and later do. */
typedef struct FloatSum {
    double high; /* sum so far */
    double low;  /* what rounding lost */
} FloatSum;

static void add_float(FloatSum *s, double x) {
    double t = s->high + x;
    if ((s->high < 0 ? -s->high : s->high) >= (x < 0 ? -x : x)) s->low += (s->high - t) + x;
    else s->low += (x - t) + s->high;
    s->high = t;
}

static Value finish_float(const FloatSum *s) {
    bool finite = s->low - s->low == 0;
    return float_new(s->low != 0 && finite ? s->high + s->low : s->high);
}

typedef struct FloatSummer {
    FloatSum sum;
    Value rest; /* an item that is no number of these, or NULL */
} FloatSummer;

static bool take_float(void *taker, Value item) {
    FloatSummer *s = taker;
    int64_t number;
    if (LIKELY(is_flonum(item))) add_float(&s->sum, flonum(item));
    else if (is_exact(item, &type_float)) add_float(&s->sum, float_of(item)), release(item);
    else if (is_int(item) && int_as_int64(item, &number)) s->sum.high += (double)number, release(item);
    else s->rest = item;
    return !s->rest;
}

/* Adds the floats and ints that come next to *total, a float, until something else comes: then *item holds it. */
static Lookup sum_floats(Ref iterator, Value *total, Value *item) {
    FloatSummer s = {.sum.high = float_of(*total)};
    Lookup found = iterate_feed(iterator, take_float, &s);
    slot_set_steal(total, finish_float(&s.sum));
    *item = s.rest;
    return found;
}

typedef struct IntSummer {
    Int128 sum;
    Value rest; /* an item that is no int, or too large, or makes the sum too large, or NULL */
} IntSummer;

static bool take_int(void *taker, Value item) {
    IntSummer *s = taker;
    Int128 number, next;
    if (LIKELY(is_small_int(item))) number = small_int(item);
    else if (is_bool(item)) number = is_true(item);
    else if (!is_exact(item, &type_int) || !int_as_int128(item, &number)) goto rest;
    if (UNLIKELY(__builtin_add_overflow(s->sum, number, &next))) goto rest;
    release(item);
    s->sum = next;
    return true;
rest:
    s->rest = item;
    return false;
}

/* The same for ints and bools while the sum fits 128 bits. */
static Lookup sum_ints(Ref iterator, Value *total, Value *item) {
    IntSummer s = {0};
    if (!int_as_int128(*total, &s.sum)) return iterate_polled(iterator, item);
    Lookup found = iterate_feed(iterator, take_int, &s);
    slot_set_steal(total, int_from_int128(s.sum));
    *item = s.rest;
    return found;
}

static bool add_item_steal(Value *total, Value item) {
    bool ints = is_exact_int(item) && is_exact_int(*total);
    if (ints && is_last(*total) && int_add_in_place(*total, item)) {
        release(item);
        return true;
    }
    Value next = ints ? int_add(*total, item) : binary_op(BINARY_ADD, *total, item);
    release(item);
    slot_set_steal(total, next);
    return next != NULL;
}

static bool can_start_sum(Ref start) {
    if (is_str(start)) return raise_false(&type_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (has_family(start, TYPE_BYTES))
        return raise_false(&type_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    return !type_is_subtype(type_of(start), &type_bytearray) ||
           raise_false(&type_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
}

static Value py_sum(const Ref *args) {
    Value iterator = iterate(args[0]), item;
    if (!iterator) return NULL;
    if (!can_start_sum(args[1])) {
        release(iterator);
        return NULL;
    }
    Value total = retain(args[1]);
    Lookup found = FOUND;
    if (is_exact_int(total)) {
        found = sum_ints(iterator, &total, &item);
        if (found == FOUND && !add_item_steal(&total, item)) found = FAILED;
    }
    if (found == FOUND && (is_flonum(total) || is_exact(total, &type_float))) {
        found = sum_floats(iterator, &total, &item);
        if (found == FOUND && !add_item_steal(&total, item)) found = FAILED;
    }
    while (found == FOUND && (found = iterate_polled(iterator, &item)) == FOUND) {
        if (!add_item_steal(&total, item)) found = FAILED;
    }
    release(iterator);
    if (found == MISSING) return total;
    release_maybe(total);
    return NULL;
}

/* min and max. */

/* Keeps in *best the item that op prefers. */
static Lookup prefer(Value *best, Value *best_key, Value item, Value key, CompareOp op) {
    Lookup better = *best ? compare_test(op, key, *best_key) : FOUND;
    if (better == FOUND) {
        slot_set_steal(best, item);
        slot_set_steal(best_key, key);
    } else {
        release(item);
        release(key);
    }
    return better;
}

static Value extreme(const Ref *args, CompareOp op, const char *name) {
    Ref values = args[0], key = is_none(args[1]) ? NULL : args[1], fallback = args[2];
    size_t count = tuple_count(values);
    if (count > 1 && fallback)
        return raise(&type_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    Value iterator = iterate(count == 1 ? tuple_peek(values, 0) : values), item, best = NULL, best_key = NULL;
    if (!iterator) return NULL;
    Lookup found;
    while ((found = iterate_polled(iterator, &item)) == FOUND) {
        Value item_key = key ? call_1(key, item) : retain(item);
        if (!item_key) release(item);
        if (!item_key || prefer(&best, &best_key, item, item_key, op) == FAILED) {
            found = FAILED;
            break;
        }
    }
    release(iterator);
    release_maybe(best_key);
    if (found == FAILED) {
        release_maybe(best);
        return NULL;
    }
    if (best) return best;
    return fallback ? retain(fallback) : raise(&type_ValueError, "%s() iterable argument is empty", name);
}

static Value py_min(const Ref *args) { return extreme(args, COMPARE_LT, "min"); }
static Value py_max(const Ref *args) { return extreme(args, COMPARE_GT, "max"); }

/* ---- the same without key and default ---- */

static inline Lookup is_better(CompareOp op, Ref item, Ref best) {
    if (LIKELY(both_small_int(item, best))) {
        return op == COMPARE_LT ? small_int(item) < small_int(best) : small_int(item) > small_int(best);
    }
    if (both_flonum(item, best)) return op == COMPARE_LT ? flonum(item) < flonum(best) : flonum(item) > flonum(best);
    return compare_test(op, item, best);
}

typedef struct Chooser {
    CompareOp op; /* that the best satisfies with all others */
    Value best;   /* NULL: none came yet */
    Value rest;   /* an item to be compared by Python code, maybe, or NULL */
} Chooser;

/* Among exact ints or strings, whose comparisons run no Python code. */
static __attribute__((noinline)) bool take_alike(Chooser *c, Value item) {
    bool ints = is_exact_int(item) && is_exact_int(c->best);
    if (!ints && !(is_exact_str(item) && is_exact_str(c->best))) return false;
    int order = ints ? int_compare(item, c->best) : str_compare(item, c->best);
    Value worse = item;
    if (order_holds(c->op, order)) worse = c->best, c->best = item;
    release(worse);
    return true;
}

__attribute__((always_inline)) static inline bool take_better(void *taker, Value item) {
    Chooser *c = taker;
    if (UNLIKELY(!c->best)) {
        c->best = item;
    } else if (LIKELY(both_small_int(item, c->best)) || both_flonum(item, c->best)) {
        if (is_better(c->op, item, c->best) == FOUND) c->best = item; /* neither is counted */
    } else if (!take_alike(c, item)) {
        c->rest = item;
    }
    return !c->rest;
}

/* Of a list or tuple of exact ints, borrowed: comparing them runs no Python code. NULL: it is something else. */
static Ref extreme_int(Ref iterable, CompareOp op) {
    bool list = is_exact(iterable, &type_list);
    if (!list && !is_exact(iterable, &type_tuple)) return NULL;
    const Value *items = list ? as_list(iterable)->items : as_tuple(iterable)->items;
    size_t count = list ? as_list(iterable)->count : tuple_count(iterable);
    if (count == 0 || !is_exact_int(items[0])) return NULL;
    Ref best = items[0];
    for (size_t i = 1; i < count; i++) {
        Ref item = items[i];
        if (!is_exact_int(item)) return NULL;
        if (op == COMPARE_LT ? int_is_less(item, best) : int_is_less(best, item)) best = item;
    }
    return best;
}

static Value extreme_item(Ref iterable, CompareOp op, const char *name) {
    Ref of_ints = extreme_int(iterable, op);
    if (of_ints) return retain(of_ints);
    Value iterator = iterate(iterable);
    if (!iterator) return NULL;
    Chooser c = {.op = op};
    Lookup found;
    while ((found = iterate_feed(iterator, take_better, &c)) == FOUND) {
        Lookup better = is_better(op, c.rest, c.best);
        if (better == FOUND) slot_set(&c.best, c.rest);
        clear_ref(&c.rest);
        if (better == FAILED) found = FAILED;
        if (better == FAILED) break;
    }
    release(iterator);
    if (found == FAILED) clear_ref(&c.best);
    else if (!c.best) raise(&type_ValueError, "%s() iterable argument is empty", name);
    return c.best;
}

static Value extreme_argument(const Ref *args, size_t count, CompareOp op, const char *name) {
    if (count == 0) return raise(&type_TypeError, "%s expected at least 1 argument, got 0", name);
    if (count == 1) return extreme_item(args[0], op, name);
    Ref best = args[0];
    for (size_t i = 1; i < count; i++) {
        Lookup better = is_better(op, args[i], best);
        if (better == FAILED) return NULL;
        if (better == FOUND) best = args[i];
    }
    return retain(best);
}

static Value min_positional(const Ref *args, size_t count) { return extreme_argument(args, count, COMPARE_LT, "min"); }
static Value max_positional(const Ref *args, size_t count) { return extreme_argument(args, count, COMPARE_GT, "max"); }

const NativeDef builtins_sequence_functions[] = {
    {"len(obj, /)", py_len, DOC("How many items a container holds."), 0, SHORTCUT_LEN},
    {"iter(object, sentinel=..., /)", py_iter,
     DOC("The iterator of an object; with a sentinel, one that calls the object until it returns that."), 0},
    {"next(iterator, default=..., /)", py_next,
     DOC("Take the next item of an iterator; at its end, default, or StopIteration without it."), 0, SHORTCUT_NEXT},
    {"aiter(async_iterable, /)", py_aiter, DOC("The asynchronous iterator of an object."), 0},
    {"anext(async_iterator, default=..., /)~(aiterator, default=<unrepresentable>, /)", py_anext,
     DOC("Await the next item, or default at the end."), 0},
    {"sorted(iterable, /, *, key=None, reverse=False)", py_sorted,
     DOC("A list of the items, the smallest first; with key, by what it makes of them; with reverse, the\nlargest "
         "first."),
     0},
    {"any(iterable, /)", py_any, DOC("Whether some item is true; False without items."), 0},
    {"all(iterable, /)", py_all, DOC("Whether every item is true; True without items."), 0},
    {"sum(iterable, /, start=0)", py_sum, DOC("Add the numbers of an iterable to start."), 0},
    {"min(*values, key=None, default=...)", NATIVE_FORMS(py_min, min_positional),
     DOC("The smallest of the arguments or, when there is one, of its items; default when it has none."),
     NATIVE_POSITIONAL_APART},
    {"max(*values, key=None, default=...)", NATIVE_FORMS(py_max, max_positional),
     DOC("The largest of the arguments or, when there is one, of its items; default when it has none."),
     NATIVE_POSITIONAL_APART},
    {0},
};
