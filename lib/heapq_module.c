/* lib/heapq_module.c - the module _heapq: a list as a binary heap.
 *
 * Owns:      the functions.
 * Invariant: item i is not greater than its children 2 * i + 1 and 2 * i + 2 (in a max-heap: not less).
 * Not here:  merge, nlargest, nsmallest (lib/py/heapq.py).
 *
 * Source: J. W. J. Williams, "Algorithm 232 - Heapsort" (1964); R. W. Floyd, "Algorithm 245 - Treesort" (1964) for
 * moving down to a leaf first and up again from there, which saves comparisons.
 */
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"

/* Whether a stands above b. Comparing may change the list: both are held. */
static inline Lookup above(Ref a, Ref b, bool max) {
    if (LIKELY(both_small_int(a, b))) return (small_int(a) < small_int(b)) != max && a != b ? FOUND : MISSING;
    Value x = retain(a), y = retain(b);
    Lookup answer = max ? compare_test(COMPARE_LT, y, x) : compare_test(COMPARE_LT, x, y);
    release(x);
    release(y);
    return answer;
}

/* The same for two items of a list of count items, which must not change its length. */
static inline Lookup item_above(const List *list, size_t i, size_t j, size_t count, bool max) {
    Lookup answer = above(list->items[i], list->items[j], max);
    if (LIKELY(answer == FAILED || list->count == count)) return answer;
    return raise_failed(&type_RuntimeError, "list changed size during iteration");
}

static inline void swap(List *list, size_t i, size_t j) {
    Value item = list->items[i];
    list->items[i] = list->items[j];
    list->items[j] = item;
}

/* Lets the item at place rise, top at most. */
static bool rise(List *list, size_t top, size_t place, bool max) {
    size_t count = list->count;
    while (place > top) {
        size_t parent = (place - 1) / 2;
        Lookup higher = item_above(list, place, parent, count, max);
        if (higher != FOUND) return higher == MISSING;
        swap(list, place, parent);
        place = parent;
    }
    return true;
}

/* Lets the item at place sink to where it belongs: first to a leaf, the better child coming up each time. */
static bool sink(List *list, size_t place, bool max) {
    size_t top = place, count = list->count;
    while (place < count / 2) {
        size_t child = 2 * place + 1;
        if (child + 1 < count) {
            Lookup left = item_above(list, child, child + 1, count, max);
            if (left == FAILED) return false;
            child += left == MISSING;
        }
        swap(list, place, child);
        place = child;
    }
    return rise(list, top, place, max);
}

static bool check_list(Ref v, const char *argument) {
    return is_list(v) ||
           raise_false(&type_TypeError, "%s must be list, not %s", argument, is_none(v) ? "None" : type_of(v)->name);
}

static Value raise_empty(void) { return raise(&type_IndexError, "index out of range"); }

static Value pop(Ref heap, bool max) {
    List *list = as_list(heap);
    if (list->count == 0) return raise_empty();
    Value last = list->items[--list->count];
    list_shrink(list);
    if (list->count == 0) return last;
    Value result = list->items[0];
    list->items[0] = last;
    if (sink(list, 0, max)) return result;
    release(result);
    return NULL;
}

static Value replace(Ref heap, Ref item, bool max) {
    List *list = as_list(heap);
    if (list->count == 0) return raise_empty();
    Value result = list->items[0];
    list->items[0] = retain(item);
    if (sink(list, 0, max)) return result;
    release(result);
    return NULL;
}

static Value heapify(Ref heap, bool max) {
    List *list = as_list(heap);
    for (size_t i = list->count / 2; i-- > 0;)
        if (!sink(list, i, max)) return NULL;
    return VALUE_NONE;
}

static Value py_heapq_heappush(const Ref *args) {
    if (!check_list(args[0], "heappush() argument 1") || !list_append(args[0], args[1])) return NULL;
    return rise(as_list(args[0]), 0, list_count(args[0]) - 1, false) ? VALUE_NONE : NULL;
}

static Value py_heapq_heappushpop(const Ref *args) {
    if (!check_list(args[0], "heappushpop() argument 1")) return NULL;
    List *list = as_list(args[0]);
    if (list->count == 0) return retain(args[1]);
    Lookup goes_in = above(list->items[0], args[1], false);
    if (goes_in != FOUND) return goes_in == MISSING ? retain(args[1]) : NULL;
    return replace(args[0], args[1], false);
}

static Value py_heapq_heappop(const Ref *args) {
    return check_list(args[0], "heappop() argument") ? pop(args[0], false) : NULL;
}
static Value py_heapq_heappop_max(const Ref *args) {
    return check_list(args[0], "_heappop_max() argument") ? pop(args[0], true) : NULL;
}
static Value py_heapq_heapreplace(const Ref *args) {
    return check_list(args[0], "heapreplace() argument 1") ? replace(args[0], args[1], false) : NULL;
}
static Value py_heapq_heapreplace_max(const Ref *args) {
    return check_list(args[0], "_heapreplace_max() argument 1") ? replace(args[0], args[1], true) : NULL;
}
static Value py_heapq_heapify(const Ref *args) {
    return check_list(args[0], "heapify() argument") ? heapify(args[0], false) : NULL;
}
static Value py_heapq_heapify_max(const Ref *args) {
    return check_list(args[0], "_heapify_max() argument") ? heapify(args[0], true) : NULL;
}

static const NativeDef functions[] = {
    {"heappush(heap, item, /)", py_heapq_heappush, DOC("Put item on the heap."), 0},
    {"heappop(heap, /)", py_heapq_heappop, DOC("Take the smallest item off the heap and return it."), 0},
    {"heapreplace(heap, item, /)", py_heapq_heapreplace,
     DOC("Take the smallest item off the heap and return it; then put item on."), 0},
    {"heappushpop(heap, item, /)", py_heapq_heappushpop,
     DOC("Put item on the heap; then take the smallest item off and return it."), 0},
    {"heapify(heap, /)", py_heapq_heapify, DOC("Make a heap of a list, in place and in linear time."), 0},
    {"_heappop_max(heap, /)", py_heapq_heappop_max, DOC("Take the largest item off a max-heap and return it."), 0},
    {"_heapreplace_max(heap, item, /)", py_heapq_heapreplace_max,
     DOC("Take the largest item off a max-heap and return it; then put item on."), 0},
    {"_heapify_max(heap, /)", py_heapq_heapify_max, DOC("Make a max-heap of a list, in place and in linear time."), 0},
    {0},
};

const ModuleDef module__heapq = {
    "_heapq",
    "A list as a heap: item 0 is the smallest.",
    functions,
    NULL,
};
