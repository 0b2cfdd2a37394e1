/* lib/ordered_dict.c - collections.OrderedDict: a dict whose order counts, and can be changed.
 *
 * Owns:      the type, its views and their iterator.
 * Invariant: a class derived from it may override __setitem__ and its kind: methods that set items ask for that.
 * Not here:  the order itself, which is that of any dict's entries (runtime/dict.c, dict_order.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/generic_alias.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

typedef struct OrderedDict {
    Dict dict;
    Slots slots; /* attributes */
} OrderedDict;

static bool is_ordered(Ref v) { return type_is_subtype(type_of(v), &type_ordered_dict); }
static bool is_plain(Ref v) { return is_exact(v, &type_ordered_dict); }

/* ---- iteration ---- */

typedef enum Part { PART_KEYS, PART_VALUES, PART_ITEMS } Part;

typedef struct OrderedIterator {
    Object head;
    Value dict;       /* NULL when exhausted */
    size_t position;  /* of the next entry, or beyond the last one */
    uint32_t version; /* of the dict's keys at the start */
    uint8_t part;     /* PART_... */
    bool backwards;
} OrderedIterator;

static OrderedIterator *as_iterator(Ref v) { return (OrderedIterator *)object_of(v); }

/* Goes on to a living entry, or beyond the last one: backwards, positions wrap around at 0. The dict is kept until the
 * next step, but may change from then on. */
static void find_entry(OrderedIterator *iterator) {
    const Dict *dict = as_dict(iterator->dict);
    size_t step = iterator->backwards ? (size_t)-1 : 1, i = iterator->position;
    while (i < dict->used && !dict->entries[i].key) i += step;
    iterator->position = i < dict->used ? i : SIZE_MAX;
}

static Value iterator_over(Ref dict, Part part, bool backwards) {
    OrderedIterator *iterator = object_new(&type_ordered_iterator, sizeof(OrderedIterator));
    iterator->dict = retain(dict);
    iterator->position = backwards ? as_dict(dict)->used - 1 : 0;
    iterator->version = dict_version(dict);
    iterator->part = (uint8_t)part;
    iterator->backwards = backwards;
    find_entry(iterator);
    return value_of(iterator);
}

static Value part_of(const DictEntry *entry, Part part) {
    if (part == PART_ITEMS) return tuple_pack(2, entry->key, entry->value);
    return retain(part == PART_KEYS ? entry->key : entry->value);
}

static Lookup iterator_next(Ref self, Value *item) {
    OrderedIterator *iterator = as_iterator(self);
    if (!iterator->dict) return MISSING;
    const Dict *dict = as_dict(iterator->dict);
    if (iterator->position == SIZE_MAX) {
        clear_ref(&iterator->dict);
        return MISSING;
    }
    if (UNLIKELY(dict->version != iterator->version)) {
        return raise_failed(&type_RuntimeError, "OrderedDict mutated during iteration");
    }
    *item = part_of(&dict->entries[iterator->position], iterator->part);
    iterator->position += iterator->backwards ? (size_t)-1 : 1;
    find_entry(iterator);
    return *item ? FOUND : FAILED;
}

/* iter() of a list of what is left. */
static Value py_ordered_iterator_reduce(const Ref *args) {
    OrderedIterator *iterator = as_iterator(args[0]);
    size_t position = iterator->position;
    Value dict = retain_maybe(iterator->dict), items = list_of(args[0]);
    iterator->position = position;
    slot_set_steal(&iterator->dict, dict);
    Value result = items ? iterator_reduce("iter", items, -1) : NULL;
    release_maybe(items);
    return result;
}

static const NativeDef iterator_methods[] = {
    {"__reduce__()", py_ordered_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

Type type_ordered_iterator = {
    TYPE_HEAD(ordered_iterator),
    .name = "odict_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(OrderedIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = iterator_next,
    .methods = iterator_methods,
};

static Value ordered_iter(Ref self) { return iterator_over(self, PART_KEYS, false); }
static Value py_ordered_reversed(const Ref *args) { return iterator_over(args[0], PART_KEYS, true); }

/* ---- views ---- */

#define ORDERED_VIEW(what, PART)                                                                                       \
    static Value what##_iter(Ref self) { return iterator_over(as_dict_view(self)->dict, PART, false); }                \
    static Value py_ordered_##what##_reversed(const Ref *args) {                                                       \
        return iterator_over(as_dict_view(args[0])->dict, PART, true);                                                 \
    }                                                                                                                  \
    static const NativeDef what##_methods[] = {                                                                        \
        {"__reversed__()", py_ordered_##what##_reversed, DOC("Return an iterator from last to first."), 0},            \
        {0},                                                                                                           \
    };                                                                                                                 \
    Type type_ordered_##what = {                                                                                       \
        TYPE_HEAD(ordered_##what), .name = "odict_" #what,                                                             \
        .base = &type_dict_##what, .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,                                 \
        .size = sizeof(DictView),  .iter = what##_iter,                                                                \
        .methods = what##_methods,                                                                                     \
    };                                                                                                                 \
    static Value py_ordered_##what(const Ref *args) { return dict_view_new(&type_ordered_##what, args[0]); }

ORDERED_VIEW(keys, PART_KEYS)
ORDERED_VIEW(values, PART_VALUES)
ORDERED_VIEW(items, PART_ITEMS)

/* ---- filling ---- */

static bool raise_too_short(size_t count) {
    return raise_false(&type_ValueError, "need more than %zu value%s to unpack", count, count == 1 ? "" : "s");
}

/* self[key] = value out of something of two items. */
static bool set_pair(Ref self, Ref pair) {
    Value parts = list_of(pair);
    if (!parts) return false;
    size_t count = list_count(parts);
    bool done = false;
    if (count < 2) raise_too_short(count);
    else if (count > 2) raise(&type_ValueError, "too many values to unpack (expected 2)");
    else done = setitem(self, list_peek(parts, 0), list_peek(parts, 1));
    release(parts);
    return done;
}

static bool set_pairs(Ref self, Ref pairs) {
    Value iterator = iterate(pairs), pair;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_next(iterator, &pair)) == FOUND) {
        if (!set_pair(self, pair) || !runtime_poll()) more = FAILED;
        release(pair);
    }
    release_maybe(iterator);
    return more != FAILED;
}

static bool set_by_keys(Ref self, Ref mapping, Ref keys_method) {
    Value keys = call_0(keys_method), iterator = keys ? iterate(keys) : NULL, key;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_next(iterator, &key)) == FOUND) {
        Value value = getitem(mapping, key);
        if (!value || !setitem(self, key, value)) more = FAILED;
        release_maybe(value);
        release(key);
    }
    release_maybe(iterator);
    release_maybe(keys);
    return more != FAILED;
}

static bool set_items_of_dict(Ref self, Ref dict) {
    if (is_plain(self)) return dict_merge(self, dict);
    Value items = dict_view_new(&type_dict_items, dict), list = list_of(items);
    bool done = list && set_pairs(self, list);
    release_maybe(list);
    release(items);
    return done;
}

static bool set_all(Ref self, Ref source) {
    if (is_exact(source, &type_dict)) return set_items_of_dict(self, source);
    Value keys = NULL, items = NULL, pairs = NULL;
    Lookup found = getattr_try(source, NAME(keys), &keys);
    if (found == MISSING) found = getattr_try(source, NAME(items), &items);
    if (items) pairs = call_0(items);
    bool done = keys    ? set_by_keys(self, source, keys)
                : items ? pairs && set_pairs(self, pairs)
                        : found == MISSING && set_pairs(self, source);
    release_maybe(pairs);
    release_maybe(items);
    release_maybe(keys);
    return done;
}

/* At most one mapping or iterable of pairs, then keyword arguments. */
static bool update_by_arguments(Ref self, Ref positional, Ref keywords) {
    if (tuple_count(positional) && !set_all(self, tuple_peek(positional, 0))) return false;
    return dict_count(keywords) == 0 || set_items_of_dict(self, keywords);
}

static Value py_ordered_init(const Ref *args) {
    if (tuple_count(args[1]) > 1)
        return raise(&type_TypeError, "expected at most 1 arguments, got %zu", tuple_count(args[1]));
    return update_by_arguments(args[0], args[1], args[2]) ? VALUE_NONE : NULL;
}
static const NativeDef init = {"OrderedDict(*args, **kwargs)", py_ordered_init, DOC("Put in what the arguments name."),
                               0};

static Value py_ordered_update(const Ref *args) {
    size_t count = tuple_count(args[1]);
    if (count > 1) return raise(&type_TypeError, "update() takes at most 1 positional argument (%zu given)", count);
    return update_by_arguments(args[0], args[1], args[2]) ? VALUE_NONE : NULL;
}

/* ---- methods ---- */

static Value copy_items(Ref self) {
    Value copy = call_0(type_ref(type_of(self)));
    if (copy && !set_all(copy, self)) clear_ref(&copy);
    return copy;
}

static Value py_ordered_copy(const Ref *args) {
    if (!is_plain(args[0])) return copy_items(args[0]);
    Value copy = type_ordered_dict.make(&type_ordered_dict);
    if (!dict_merge(copy, args[0])) clear_ref(&copy);
    return copy;
}

static Value py_ordered_fromkeys(const Ref *args) {
    Value made = call_0(args[0]), iterator = made ? iterate(args[1]) : NULL, key;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_next(iterator, &key)) == FOUND) {
        if (!setitem(made, key, args[2]) || !runtime_poll()) more = FAILED;
        release(key);
    }
    release_maybe(iterator);
    if (more == FAILED && made) clear_ref(&made);
    return made;
}

/* As CPython says it: the key is what KeyError is made from. */
static COLD Value raise_missing(Ref key) {
    Value exception = exception_of(type_ref(&type_KeyError), key);
    if (exception) raise_value(exception);
    release_maybe(exception);
    return NULL;
}

static Value py_ordered_clear(const Ref *args) {
    dict_clear(args[0]);
    return VALUE_NONE;
}

static Value py_ordered_pop(const Ref *args) {
    Value value;
    Lookup found = dict_pop(args[0], args[1], &value);
    if (found == FOUND) return value;
    if (found == FAILED) return NULL;
    return args[2] ? retain(args[2]) : raise_missing(args[1]);
}

static Value py_ordered_popitem(const Ref *args) {
    Lookup last = truth(args[1]);
    if (last == FAILED) return NULL;
    Value item[2];
    Lookup found =
        last == FOUND ? dict_pop_last(args[0], &item[0], &item[1]) : dict_pop_first(args[0], &item[0], &item[1]);
    if (found == FOUND) return tuple_from_steal(item, 2);
    return raise(&type_KeyError, "dictionary is empty");
}

static Value py_ordered_setdefault(const Ref *args) {
    if (is_plain(args[0])) return dict_setdefault(args[0], args[1], args[2]);
    Lookup found = contains(args[0], args[1]);
    if (found == FOUND) return getitem(args[0], args[1]);
    return found == MISSING && setitem(args[0], args[1], args[2]) ? retain(args[2]) : NULL;
}

static Value py_ordered_move_to_end(const Ref *args) {
    Lookup last = truth(args[2]);
    if (last == FAILED) return NULL;
    Lookup found = dict_count(args[0]) ? dict_move(args[0], args[1], last == FOUND) : MISSING;
    if (found == MISSING) return raise_missing(args[1]);
    return found == FOUND ? VALUE_NONE : NULL;
}

static Value py_ordered_reduce(const Ref *args) {
    Value state = call_method(args[0], NAME(dunder_getstate), NULL, 0), empty = tuple_empty(), result = NULL;
    Value items = state ? call_method(args[0], NAME(items), NULL, 0) : NULL;
    Value iterator = items ? iterate(items) : NULL;
    if (iterator) result = tuple_pack(5, type_ref(type_of(args[0])), empty, state, VALUE_NONE, iterator);
    release_maybe(iterator);
    release_maybe(items);
    release(empty);
    release_maybe(state);
    return result;
}

/* CPython adds a pointer for each place of the table and a node of 32 bytes for each entry. */
static Value py_ordered_sizeof(const Ref *args) {
    const Dict *dict = as_dict(args[0]);
    size_t places = dict->entries ? (size_t)1 << dict->table_bits : 0;
    return int_value((int64_t)(dict_sizeof(args[0]) - 16 + 64 + places * 8 + dict->count * 32));
}

/* ---- operators ---- */

static Value repr_of_content(Ref self) {
    if (is_plain(self)) return dict_repr(self);
    Value dict = dict_new(), text = dict_update(dict, self) ? repr_of(dict) : NULL;
    release(dict);
    return text;
}

static Value ordered_repr(Ref self) {
    Object *object = object_of(self);
    if (object->flags & OBJECT_IN_REPR) return str_from_ascii("...", 3);
    Value name = type_get_name(type_of(self)), content = NULL, text = NULL;
    if (dict_count(self) == 0) {
        text = error_format("%S()", name);
    } else {
        if (!is_plain(self)) object->flags |= OBJECT_IN_REPR;
        content = repr_of_content(self);
        if (!is_plain(self)) object->flags &= ~(uint32_t)OBJECT_IN_REPR;
        if (content) text = error_format("%S(%S)", name, content);
    }
    release_maybe(content);
    release(name);
    return text;
}

/* Whether the keys of two dicts of equal content stand in the same order. */
static Lookup same_order(Ref a, Ref b) {
    if (dict_count(a) != dict_count(b)) return MISSING; /* comparing the contents has changed one */
    Value mine = iterator_over(a, PART_KEYS, false), theirs = iterator_over(b, PART_KEYS, false), x, y;
    Lookup same = FOUND, more;
    while (same == FOUND && (more = iterator_next(mine, &x)) != MISSING) {
        same = more == FOUND ? iterator_next(theirs, &y) : FAILED;
        if (same == FOUND) {
            same = equal(x, y);
            release(y);
        }
        if (more == FOUND) release(x);
    }
    release(mine);
    release(theirs);
    return same;
}

static Value ordered_compare(Ref self, Ref other, CompareOp op) {
    Value answer = dict_compare(self, other, op);
    bool same = answer == (op == COMPARE_EQ ? VALUE_TRUE : VALUE_FALSE);
    if (!answer || is_not_implemented(answer) || !same || !is_ordered(self) || !is_ordered(other)) return answer;
    Lookup found = same_order(self, other);
    return found == FAILED ? NULL : bool_value((found == FOUND) == (op == COMPARE_EQ));
}

static Value merged(Ref type, Ref first, Ref second) {
    Value result = call_1(type, first);
    if (result && !set_all(result, second)) clear_ref(&result);
    return result;
}

static Value ordered_or(Ref left, Ref right) {
    Ref self = is_ordered(left) ? left : right;
    if (!is_dict(left) || !is_dict(right)) return VALUE_NOT_IMPLEMENTED;
    return merged(type_ref(type_of(self)), left, right);
}

static Value ordered_reflected_or(Ref self, Ref other) {
    if (!is_dict(self) || !is_dict(other)) return VALUE_NOT_IMPLEMENTED;
    return merged(type_ref(type_of(self)), other, self);
}

static Value ordered_or_in_place(Ref self, Ref other) { return set_all(self, other) ? retain(self) : NULL; }

/* ---- the type ---- */

static void ordered_traverse(Ref self, Visit visit, void *context) {
    type_dict.traverse(self, visit, context);
    instance_traverse(self, visit, context);
}

static void ordered_dispose(Ref self) {
    type_dict.dispose(self);
    instance_dispose(self);
}

static const NativeDef methods[] = {
    {"fromkeys(iterable, value=None)", py_ordered_fromkeys,
     DOC("Return a new OrderedDict with the items of iterable as keys, all with the same value."), NATIVE_CLASS_METHOD},
    {"__sizeof__()", py_ordered_sizeof, DOC("Bytes of memory that the dict takes."), 0},
    {"__reduce__()", py_ordered_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"setdefault(key, default=None)", py_ordered_setdefault,
     DOC("Return the value of key; if it is not there, add it with the value default first."), 0},
    {"clear()", py_ordered_clear, DOC("Take all entries out."), 0},
    {"pop(key, default=...)", py_ordered_pop,
     DOC("Take key out and return its value.\n\nIf key is not there, return default if given, else raise KeyError."),
     0},
    {"popitem(last=True)", py_ordered_popitem,
     DOC("Take out the last entry, or the first one, and return (key, value)."), 0},
    {"keys()", py_ordered_keys, DOC("Return a view of the keys."), 0},
    {"values()", py_ordered_values, DOC("Return a view of the values."), 0},
    {"items()", py_ordered_items, DOC("Return a view of the (key, value) pairs."), 0},
    {"update(*args, **kwargs)~", py_ordered_update,
     DOC("Put in the entries of a mapping or an iterable of pairs, then the keyword arguments."), 0},
    {"copy()", py_ordered_copy, DOC("Return an OrderedDict with the same entries."), 0},
    {"__reversed__()", py_ordered_reversed, DOC("Return an iterator over the keys from last to first."), 0},
    {"move_to_end(key, last=True)", py_ordered_move_to_end,
     DOC("Make key the last one, or the first if last is false.\n\nRaises KeyError if it is not there."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

static const GetSetDef getsets[] = {
    {"__dict__", instance_dict, instance_set_dict, 0},
    {0},
};

static Operators ordered_dict_operators = {
    .binary = {[BINARY_OR] = ordered_or},
    .reflected = {[BINARY_OR] = ordered_reflected_or},
    .inplace = {[BINARY_OR] = ordered_or_in_place},
};

Type type_ordered_dict = {
    TYPE_HEAD(ordered_dict),
    .name = "collections.OrderedDict",
    .module = "collections",
    .doc = "A dict whose order can be changed, and counts when two of them are compared.",
    .base = &type_dict,
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF | TYPE_MODULE_APART,
    .size = sizeof(OrderedDict),
    .shape_offset = offsetof(OrderedDict, slots),
    .traverse = ordered_traverse,
    .dispose = ordered_dispose,
    .init = &init,
    .repr = ordered_repr,
    .iter = ordered_iter,
    .compare = ordered_compare,
    .operators = &ordered_dict_operators,
    .methods = methods,
    .getsets = getsets,
};
