/* runtime/list_methods.c - the methods of list.
 *
 * Owns:      nothing.
 * Invariant: comparing runs Python code, so an item is held and the count read again on each step.
 * Not here:  storage and operators (list.c), the sort itself (sort.c).
 */
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/hashtable.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"

static Value py_list_init(const Ref *args) {
    list_clear(args[0]);
    if (!list_extend(args[0], args[1])) return NULL;
    return VALUE_NONE;
}

const NativeDef list_init_def = {"list(iterable=(), /)", py_list_init, DOC("Fill the list with the items of iterable."),
                                 0};

static Value py_list_append(const Ref *args) { return list_append(args[0], args[1]) ? VALUE_NONE : NULL; }

static Value py_list_clear(const Ref *args) {
    list_clear(args[0]);
    return VALUE_NONE;
}

static Value py_list_copy(const Ref *args) { return list_slice(args[0], 0, list_count(args[0])); }

static Value py_list_extend(const Ref *args) { return list_extend(args[0], args[1]) ? VALUE_NONE : NULL; }

static Value py_list_insert(const Ref *args) {
    int64_t index;
    if (!size_argument(args[1], &index)) return NULL;
    return list_insert(args[0], index, args[2]) ? VALUE_NONE : NULL;
}

static Value py_list_pop(const Ref *args) {
    int64_t index;
    if (is_small_int(args[1])) return list_pop(args[0], small_int(args[1]));
    if (!size_argument(args[1], &index)) return NULL;
    return list_pop(args[0], index);
}

/* The index of the first item in start .. stop that equals value; MISSING when none does. */
static Lookup find(Ref self, Ref value, int64_t start, int64_t stop, int64_t *index) {
    List *list = as_list(self);
    for (int64_t i = start; i < stop && i < (int64_t)list->count; i++) {
        Ref other = list->items[i];
        Lookup found = FOUND;
        if (other != value) {
            found = atoms_equal(other, value);
            if (found == MISSING) continue;
            if (found == FAILED) {
                Value held = retain(other);
                found = equal(held, value);
                release(held);
            }
        }
        *index = i;
        if (found != MISSING) return found;
    }
    return MISSING;
}

static Value py_list_index(const Ref *args) {
    int64_t start, stop, index, count = (int64_t)list_count(args[0]);
    if (!search_bound(args[2], &start) || !search_bound(args[3], &stop)) return NULL;
    if (start < 0) start = start + count < 0 ? 0 : start + count;
    if (stop < 0) stop = stop + count < 0 ? 0 : stop + count;
    Lookup found = find(args[0], args[1], start, stop, &index);
    if (found == FOUND) return int_value(index);
    return found == FAILED ? NULL : raise(&type_ValueError, "%R is not in list", args[1]);
}

static Value py_list_count(const Ref *args) {
    int64_t index = -1, count = 0;
    Lookup found;
    while ((found = find(args[0], args[1], index + 1, INT64_MAX, &index)) == FOUND) count++;
    return found == FAILED ? NULL : int_value(count);
}

static Value py_list_remove(const Ref *args) {
    int64_t index;
    Lookup found = find(args[0], args[1], 0, INT64_MAX, &index);
    if (found == FAILED) return NULL;
    if (found == MISSING) return raise(&type_ValueError, "list.remove(x): x not in list");
    /* Comparing may have emptied the list meanwhile. */
    if (index < (int64_t)list_count(args[0])) release(list_pop(args[0], index));
    return VALUE_NONE;
}

static Value py_list_reverse(const Ref *args) { return list_reverse(args[0]) ? VALUE_NONE : NULL; }

static Value py_list_sort(const Ref *args) {
    Lookup reverse = truth(args[2]);
    if (reverse == FAILED) return NULL;
    return list_sort(args[0], is_none(args[1]) ? NULL : args[1], reverse == FOUND) ? VALUE_NONE : NULL;
}

static Value py_list_reversed(const Ref *args) {
    return reverse_iterator_new(&type_list_reverse_iterator, args[0], list_count(args[0]));
}

static Value py_list_getitem(const Ref *args) { return list_getitem(args[0], args[1]); }

static Value py_list_sizeof(const Ref *args) { return int_value((int64_t)list_sizeof(args[0]) - 16); }

const NativeDef list_methods[] = {
    {"append(object, /)", py_list_append, DOC("Add object at the end of the list."), 0, SHORTCUT_LIST_APPEND},
    {"clear()", py_list_clear, DOC("Take all items out of the list."), 0},
    {"copy()", py_list_copy, DOC("Return a new list with the same items."), 0},
    {"count(value, /)", py_list_count, DOC("Return how many items equal value."), 0},
    {"extend(iterable, /)", py_list_extend, DOC("Add every item of iterable at the end of the list."), 0},
    {"index(value, start=0, stop=sys.maxsize, /)", py_list_index,
     DOC("Return the index of the first item that equals value.\n\nRaises ValueError when there is none."), 0},
    {"insert(index, object, /)", py_list_insert, DOC("Put object in front of the item at index."), 0},
    {"pop(index=-1, /)", py_list_pop,
     DOC("Take the item at index out of the list and return it (the last one by default).\n\n"
         "Raises IndexError when the list is empty or index is out of range."),
     0, SHORTCUT_LIST_POP},
    {"remove(value, /)", py_list_remove,
     DOC("Take out the first item that equals value.\n\nRaises ValueError when there is none."), 0},
    {"reverse()", py_list_reverse, DOC("Turn the order of the items around, in place."), 0},
    {"sort(*, key=None, reverse=False)", py_list_sort,
     DOC("Sort the list in place, ascending, and return None.\n\n"
         "Equal items keep their order. With key, items are ordered by what key(item) returns; it is called once per "
         "item.\n"
         "With reverse, the order is descending."),
     0},
    {"__getitem__(index, /)", py_list_getitem, DOC("Return the item at index, or a list for a slice."), 0},
    {"__reversed__()", py_list_reversed, DOC("Return an iterator over the items from last to first."), 0},
    {"__sizeof__()", py_list_sizeof, DOC("Bytes of memory that the list takes."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};
