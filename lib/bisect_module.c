/* lib/bisect_module.c - the module _bisect: search and insertion in sorted sequences.
 *
 * Owns:      the functions.
 * Invariant: -
 * Not here:  the names bisect and insort (lib/py/bisect.py).
 */
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str_methods.h"

/* What is searched, as the functions' arguments say it: (a, x, lo, hi, key). */
typedef struct Search {
    Ref sequence, x; /* where; for what */
    Ref key;         /* function of an item, or NULL */
    bool right;      /* behind items that equal x, not before them */
} Search;

/* Item i, or what key makes of it. */
static Value item_at(const Search *s, int64_t i) {
    Value item;
    if (is_exact(s->sequence, &type_list) && (size_t)i < list_count(s->sequence)) {
        item = retain(list_peek(s->sequence, (size_t)i));
    } else {
        Value index = int_value(i);
        item = getitem(s->sequence, index);
        release(index);
    }
    if (item && s->key) slot_set_steal(&item, call_1(s->key, item));
    return item;
}

/* Whether x belongs behind this item. */
static inline Lookup goes_behind(const Search *s, Ref item) {
    if (both_small_int(item, s->x))
        return small_int(item) < small_int(s->x) || (s->right && item == s->x) ? FOUND : MISSING;
    if (!s->right) return compare_test(COMPARE_LT, item, s->x);
    Lookup before = compare_test(COMPARE_LT, s->x, item);
    return before == FAILED ? FAILED : before == FOUND ? MISSING : FOUND;
}

/* Leaves the place in *low; between low and high at the start. */
static bool search(const Search *s, int64_t *low, int64_t high) {
    while (*low < high) {
        int64_t middle = *low + (high - *low) / 2;
        Value item = item_at(s, middle);
        if (!item) return false;
        Lookup behind = goes_behind(s, item);
        release(item);
        if (behind == FAILED) return false;
        if (behind == FOUND) *low = middle + 1;
        else high = middle;
    }
    return true;
}

static bool find_place(const Ref *args, bool right, Ref x, int64_t *low) {
    int64_t high = -1; /* as None */
    if (!size_argument(args[2], low)) return false;
    if (!is_none(args[3]) && !is_int(args[3]) && !type_of(args[3])->as_index)
        return raise_false(&type_TypeError, "argument should be integer or None, not '%T'", args[3]);
    if (!is_none(args[3]) && !index_as_int64(args[3], &high, &type_OverflowError)) return false;
    if (*low < 0) return raise_false(&type_ValueError, "lo must be non-negative");
    bool mapping = has_family(args[0], TYPE_DICTIONARY) || is_exact(args[0], &type_mapping_proxy);
    if (high == -1 && !mapping && (high = length_of(args[0])) < 0) return false;
    if (mapping) return raise_false(&type_TypeError, "%T is not a sequence", args[0]);
    if (!type_of(args[0])->getitem)
        return raise_false(&type_TypeError, "'%T' object does not support indexing", args[0]);
    Search s = {args[0], x, is_none(args[4]) ? NULL : args[4], right};
    return search(&s, low, high);
}

static Value bisect(const Ref *args, bool right) {
    int64_t place;
    return find_place(args, right, args[1], &place) ? int_value(place) : NULL;
}

static Value insort(const Ref *args, bool right) {
    int64_t place;
    Value x = is_none(args[4]) ? retain(args[1]) : call_1(args[4], args[1]);
    bool found = x && find_place(args, right, x, &place);
    release_maybe(x);
    if (!found) return NULL;
    if (is_exact(args[0], &type_list)) return list_insert(args[0], place, args[1]) ? VALUE_NONE : NULL;
    Value index = int_value(place), name = intern_text("insert");
    Value done = call_method(args[0], name, (const Ref[]){index, args[1]}, 2);
    release(name);
    release(index);
    if (!done) return NULL;
    release(done);
    return VALUE_NONE;
}

static Value py_bisect_right(const Ref *args) { return bisect(args, true); }
static Value py_bisect_left(const Ref *args) { return bisect(args, false); }
static Value py_insort_right(const Ref *args) { return insort(args, true); }
static Value py_insort_left(const Ref *args) { return insort(args, false); }

static const NativeDef functions[] = {
    {"bisect_right(a, x, lo=0, hi=None, *, key=None)", py_bisect_right,
     DOC("Return where to insert x into the sorted list a so that it stays sorted: behind items that equal x."), 0},
    {"bisect_left(a, x, lo=0, hi=None, *, key=None)", py_bisect_left,
     DOC("Return where to insert x into the sorted list a so that it stays sorted: before items that equal x."), 0},
    {"insort_right(a, x, lo=0, hi=None, *, key=None)", py_insort_right,
     DOC("Insert x into the sorted list a, behind items that equal x."), 0},
    {"insort_left(a, x, lo=0, hi=None, *, key=None)", py_insort_left,
     DOC("Insert x into the sorted list a, before items that equal x."), 0},
    {0},
};

const ModuleDef module__bisect = {
    "_bisect",
    "Search and insertion in sorted sequences, by halving.",
    functions,
    NULL,
};
