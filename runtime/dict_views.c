/* runtime/dict_views.c - what keys(), values() and items() return.
 *
 * Owns:      three types over struct DictView; keys and items behave as sets.
 * Invariant: a view holds its dict and nothing else.
 * Not here:  their iterators (dict_iter.c), set algebra (set_algebra.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/intern.h"
#include "runtime/iterate.h"
#include "runtime/set.h"
#include "runtime/tuple.h"

Value dict_view_new(Type *type, Ref d) {
    DictView *view = object_new(type, sizeof(DictView));
    view->dict = retain(d);
    return value_of(view);
}

static Ref dict_of(Ref view) { return as_dict_view(view)->dict; }
static Value view_compare(Ref self, Ref other, CompareOp op);
static bool is_set_view(Ref v) { return type_of(v)->compare == view_compare; } /* also of an OrderedDict */

static int64_t view_len(Ref self) { return (int64_t)dict_count(dict_of(self)); }

static Value keys_iter(Ref self) { return dict_iterator_new(&type_dict_key_iterator, dict_of(self)); }
static Value values_iter(Ref self) { return dict_iterator_new(&type_dict_value_iterator, dict_of(self)); }
static Value items_iter(Ref self) { return dict_iterator_new(&type_dict_item_iterator, dict_of(self)); }

static Value view_repr(Ref self) {
    Object *view = object_of(self);
    if (view->flags & OBJECT_IN_REPR) return str_from_ascii("...", 3);
    Value items = list_of(self);
    if (!items) return NULL;
    view->flags |= OBJECT_IN_REPR;
    Value text = error_format("%T(%R)", self, items);
    view->flags &= ~(uint32_t)OBJECT_IN_REPR;
    release(items);
    return text;
}

static Lookup keys_contains(Ref self, Ref key) { return dict_contains(dict_of(self), key); }

static Lookup items_contains(Ref self, Ref item) {
    if (!is_tuple(item) || tuple_count(item) != 2) return MISSING;
    Value value;
    Lookup found = dict_get(dict_of(self), tuple_peek(item, 0), &value);
    if (found != FOUND) return found;
    found = equal(value, tuple_peek(item, 1));
    release(value);
    return found;
}

Lookup dict_values_have(Ref values, Ref item) {
    Dict *dict = as_dict(dict_of(values));
    size_t position = 0;
    for (DictEntry *entry; (entry = dict_next_entry(dict, &position));) {
        Lookup found = entry->value == item ? FOUND : atoms_equal(entry->value, item);
        if (found != MISSING) return found;
    }
    return MISSING;
}

/* Comparison. */

static Lookup all_contained(Ref items, Ref container) {
    Value iterator = iterate(items), item;
    if (!iterator) return FAILED;
    Lookup more, result = FOUND;
    while (result == FOUND && (more = iterate_polled(iterator, &item)) != MISSING) {
        result = more == FAILED ? FAILED : contains(container, item);
        if (more == FOUND) release(item);
    }
    release(iterator);
    return result;
}

static Value view_compare(Ref self, Ref other, CompareOp op) {
    if (!is_set(other) && !is_set_view(other)) return VALUE_NOT_IMPLEMENTED;
    int64_t ours = view_len(self), theirs = length_of(other);
    if (theirs < 0) return NULL;
    Lookup result = MISSING;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        if (ours == theirs) result = all_contained(self, other);
        if (result == FAILED) return NULL;
        return bool_value((result == FOUND) == (op == COMPARE_EQ));
    case COMPARE_LT:
        if (ours < theirs) result = all_contained(self, other);
        break;
    case COMPARE_LE:
        if (ours <= theirs) result = all_contained(self, other);
        break;
    case COMPARE_GT:
        if (ours > theirs) result = all_contained(other, self);
        break;
    case COMPARE_GE:
        if (ours >= theirs) result = all_contained(other, self);
        break;
    }
    return result == FAILED ? NULL : bool_value(result == FOUND);
}

/* Set operations. Either operand may be the view; the other any iterable. The result is a new set. */

static Value set_of(Ref iterable) {
    Value set = set_new();
    if (is_exact(iterable, &type_dict_keys)) iterable = dict_of(iterable); /* makes room for all at once, as CPython */
    if (set_update(set, iterable)) return set;
    release(set);
    return NULL;
}

static Value view_or(Ref a, Ref b) {
    Value result = set_of(a);
    if (!result || set_update(result, b)) return result;
    release(result);
    return NULL;
}

static Value view_sub(Ref a, Ref b) {
    Value result = set_of(a);
    if (!result || set_difference_update(result, b)) return result;
    release(result);
    return NULL;
}

/* What is left of a's items when those that b has too are taken out, put behind the items of b that a does not have. */
static Value xor_items(Ref a, Ref b) {
    Value rest = dict_copy(dict_of(a)), result = set_new(), iterator = iterate(b), item = NULL, value;
    Lookup more = rest && iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_next(iterator, &item)) == FOUND) {
        Lookup same = dict_get(rest, tuple_peek(item, 0), &value);
        if (same == FOUND) {
            same = equal(value, tuple_peek(item, 1));
            release(value);
        }
        if (same == FOUND) same = dict_delete(rest, tuple_peek(item, 0));
        else if (same == MISSING && !set_add(result, item)) same = FAILED;
        if (same == FAILED) more = FAILED;
        release(item);
    }
    Value left = more == FAILED ? NULL : dict_view_new(&type_dict_items, rest);
    if (!left || !set_update(result, left)) clear_ref(&result);
    release_maybe(left);
    release_maybe(rest);
    release_maybe(iterator);
    return result;
}

static Value view_xor(Ref a, Ref b) {
    if (is_exact(a, &type_dict_items) && is_exact(b, &type_dict_items)) return xor_items(a, b);
    Value result = set_of(a);
    if (!result || set_symmetric_difference_update(result, b)) return result;
    release(result);
    return NULL;
}

/* The items of other that are in view. */
static Value pick_contained(Ref view, Ref other) {
    Value result = set_new(), iterator = iterate(other), item;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_polled(iterator, &item)) == FOUND) {
        Lookup found = contains(view, item);
        if (found == FAILED || (found == FOUND && !set_add(result, item))) more = FAILED;
        release(item);
    }
    release_maybe(iterator);
    if (more != FAILED) return result;
    release(result);
    return NULL;
}

static Value view_and(Ref view, Ref other) {
    if (!is_set_view(view)) return view_and(other, view);
    if (is_exact(other, &type_set) && view_len(view) <= (int64_t)set_count(other)) return set_intersection(other, view);
    if (is_set_view(other) && view_len(other) > view_len(view)) return pick_contained(other, view);
    return pick_contained(view, other);
}

static Value reflected_or(Ref self, Ref other) { return view_or(other, self); }
static Value reflected_sub(Ref self, Ref other) { return view_sub(other, self); }
static Value reflected_xor(Ref self, Ref other) { return view_xor(other, self); }
static Value reflected_and(Ref self, Ref other) { return view_and(other, self); }

/* Methods. */

static Value py_dict_view_isdisjoint(const Ref *args) {
    Ref self = args[0], other = args[1];
    if (self == other) return bool_value(view_len(self) == 0);
    int64_t theirs = is_set(other) || is_set_view(other) ? length_of(other) : 0;
    if (theirs < 0) return NULL;
    if (theirs > view_len(self)) {
        self = args[1];
        other = args[0];
    }
    Value iterator = iterate(other), item;
    if (!iterator) return NULL;
    Lookup more, found = MISSING;
    while (found == MISSING && (more = iterate_polled(iterator, &item)) != MISSING) {
        found = more == FAILED ? FAILED : contains(self, item);
        if (more == FOUND) release(item);
    }
    release(iterator);
    return found == FAILED ? NULL : bool_value(found == MISSING);
}

static Value py_dict_keys_reversed(const Ref *args) {
    return dict_reverse_iterator_new(&type_dict_reverse_key_iterator, dict_of(args[0]));
}
static Value py_dict_values_reversed(const Ref *args) {
    return dict_reverse_iterator_new(&type_dict_reverse_value_iterator, dict_of(args[0]));
}
static Value py_dict_items_reversed(const Ref *args) {
    return dict_reverse_iterator_new(&type_dict_reverse_item_iterator, dict_of(args[0]));
}

static Value get_mapping(Ref self) { return call_1(type_ref(&type_mapping_proxy), dict_of(self)); }

static const GetSetDef view_getsets[] = {
    {"mapping", get_mapping, NULL, DOC("The dict that the view shows, read-only.")},
    {0},
};

#define ISDISJOINT                                                                                                     \
    {"isdisjoint(object, /)", py_dict_view_isdisjoint, DOC("Return whether the view and the iterable share no item."), \
     0}

static const NativeDef keys_methods[] = {
    ISDISJOINT,
    {"__reversed__()", py_dict_keys_reversed, DOC("Return an iterator over the keys from last to first."), 0},
    {0},
};

static const NativeDef values_methods[] = {
    {"__reversed__()", py_dict_values_reversed, DOC("Return an iterator over the values from last to first."), 0},
    {0},
};

static const NativeDef items_methods[] = {
    ISDISJOINT,
    {"__reversed__()", py_dict_items_reversed, DOC("Return an iterator over the items from last to first."), 0},
    {0},
};

#define VIEW_SLOTS(name_, iter_)                                                                                       \
    .name = name_, .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1, .size = sizeof(DictView),        \
    .traverse = object_traverse_parts, .repr = view_repr, .iter = iter_, .len = view_len, .getsets = view_getsets

static Operators view_operators = {
    .binary = {[BINARY_OR] = view_or, [BINARY_AND] = view_and, [BINARY_XOR] = view_xor, [BINARY_SUB] = view_sub},
    .reflected = {[BINARY_OR] = reflected_or,
                  [BINARY_AND] = reflected_and,
                  [BINARY_XOR] = reflected_xor,
                  [BINARY_SUB] = reflected_sub},
};

#define SET_VIEW_SLOTS .compare = view_compare, .operators = &view_operators

Type type_dict_keys = {
    TYPE_HEAD(dict_keys),
    .hash = NULL,
    VIEW_SLOTS("dict_keys", keys_iter),
    SET_VIEW_SLOTS,
    .contains = keys_contains,
    .methods = keys_methods,
};

Type type_dict_values = {TYPE_HEAD(dict_values), VIEW_SLOTS("dict_values", values_iter), .methods = values_methods};

Type type_dict_items = {
    TYPE_HEAD(dict_items),
    .hash = NULL,
    VIEW_SLOTS("dict_items", items_iter),
    SET_VIEW_SLOTS,
    .contains = items_contains,
    .methods = items_methods,
};
