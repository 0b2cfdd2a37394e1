/* runtime/dict_methods.c - the methods of dict, and its operators as Python sees them.
 *
 * Owns:      nothing.
 * Invariant: a value that is shown or compared is held meanwhile, since that runs Python code.
 * Not here:  the table (dict.c), views (dict_views.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/hashtable.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/tuple.h"

/* Updating. */

/* An iterator over all keys, which are taken first: reading a value may change the mapping. */
static Value iterate_keys(Ref mapping, Ref keys_method) {
    Value keys = call_0(keys_method), iterator = keys ? iterate(keys) : NULL;
    if (keys && !iterator && error_matches(&type_TypeError)) {
        error_clear();
        raise(&type_TypeError, "%T.keys() returned a non-iterable (type %T)", mapping, keys);
    }
    Value list = iterator ? list_of(keys) : NULL, result = list ? iterate(list) : NULL;
    release_maybe(list);
    release_maybe(iterator);
    release_maybe(keys);
    return result;
}

static bool update_by_keys(Ref self, Ref mapping, Ref keys_method) {
    Value iterator = iterate_keys(mapping, keys_method), key;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_polled(iterator, &key)) == FOUND) {
        Value value = getitem(mapping, key);
        if (!value || !dict_set(self, key, value)) more = FAILED;
        release_maybe(value);
        release(key);
    }
    release_maybe(iterator);
    return more != FAILED;
}

/* A pair as an exact list or tuple. */
static Value pair_of(Ref item, size_t index) {
    if (is_exact(item, &type_tuple) || is_exact(item, &type_list)) return retain(item);
    Value pair = tuple_of(item);
    if (!pair && error_matches(&type_TypeError)) {
        error_clear();
        raise(&type_TypeError, "cannot convert dictionary update sequence element #%zu to a sequence", index);
    }
    return pair;
}

static bool set_pair(Ref self, Ref item, size_t index) {
    Value pair = pair_of(item, index);
    if (!pair) return false;
    bool tuple = is_tuple(pair), done = false;
    size_t count = tuple ? tuple_count(pair) : list_count(pair);
    if (count != 2) {
        raise(&type_ValueError, "dictionary update sequence element #%zu has length %zu; 2 is required", index, count);
    } else {
        Value key = retain(tuple ? tuple_peek(pair, 0) : list_peek(pair, 0));
        Value value = retain(tuple ? tuple_peek(pair, 1) : list_peek(pair, 1));
        done = dict_set(self, key, value);
        release(key);
        release(value);
    }
    release(pair);
    return done;
}

/* The next item as its two parts, as PairSlot gives them, or whole. */
static inline Lookup next_parts(Ref iterator, Value *pair) {
    const Type *type = type_of(iterator);
    if (!type->next_pair || type->flags & TYPE_HEAP) {
        pair[1] = NULL;
        return iterate_quickly(iterator, &pair[0]);
    }
    Lookup found = type->next_pair(iterator, pair);
    return UNLIKELY(found == FAILED) ? iterate_failed() : found;
}

static bool update_by_pairs(Ref self, Ref pairs) {
    Value iterator = iterate(pairs), pair[2];
    if (!iterator) return false;
    Lookup more;
    for (size_t i = 0; (more = next_parts(iterator, pair)) == FOUND; i++) {
        bool done = LIKELY(pair[1] != NULL) ? dict_set(self, pair[1], pair[0]) : set_pair(self, pair[0], i);
        release(pair[0]);
        release_maybe(pair[1]);
        if (!done || !runtime_poll()) {
            more = FAILED;
            break;
        }
    }
    release(iterator);
    return more != FAILED;
}

static bool is_plain_dict(Ref v) { return is_dict(v) && type_of(v)->iter == type_dict.iter; }

bool dict_update_mapping(Ref self, Ref source) {
    if (is_plain_dict(source)) return dict_merge(self, source);
    Value keys = getattr(source, NAME(keys));
    bool done = keys && update_by_keys(self, source, keys);
    release_maybe(keys);
    return done;
}

bool dict_update(Ref self, Ref source) {
    if (is_plain_dict(source)) return dict_merge(self, source);
    Value keys;
    Lookup found = getattr_try(source, NAME(keys), &keys);
    if (found == FAILED) return false;
    if (found == MISSING) return update_by_pairs(self, source);
    release(keys); /* CPython asks whether there are any, and then for them */
    return dict_update_mapping(self, source);
}

/* dict(...) and update(...): at most one mapping or iterable of pairs, then keyword arguments. */
static bool update_by_arguments(Ref self, const char *name, Ref positional, Ref keywords) {
    size_t count = tuple_count(positional);
    if (count > 1) return raise_false(&type_TypeError, "%s expected at most 1 argument, got %zu", name, count);
    if (count == 1 && !dict_update(self, tuple_peek(positional, 0))) return false;
    return dict_merge(self, keywords);
}

/* "module.function()" as messages about calls show it; builtins without their module. */
static Value function_text(Ref function) {
    Value name, module, text;
    Lookup found = getattr_try(function, NAME(dunder_qualname), &name);
    if (found == FAILED) return NULL;
    if (found == MISSING) return str_of(function);
    found = getattr_try(function, NAME(dunder_module), &module);
    if (found == FAILED) {
        release(name);
        return NULL;
    }
    bool shown = found == FOUND && is_str(module) && !str_equal_text(module, "builtins");
    text = shown ? error_format("%A.%A()", module, name) : error_format("%A()", name);
    if (found == FOUND) release(module);
    release(name);
    return text;
}

bool dict_raise_about_call(Ref function, const char *format, Ref detail) {
    Value text = function_text(function);
    if (!text) return false;
    raise(&type_TypeError, format, text, detail);
    release(text);
    return false;
}

static bool merge_keyword(Ref self, Ref key, Ref value, Ref function) {
    Lookup there = dict_contains(self, key);
    if (there == FOUND) return dict_raise_about_call(function, "%S got multiple values for keyword argument '%A'", key);
    return there == MISSING && dict_set(self, key, value);
}

static bool merge_keywords_by_keys(Ref self, Ref mapping, Ref keys_method, Ref function) {
    Value iterator = iterate_keys(mapping, keys_method), key;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_polled(iterator, &key)) == FOUND) {
        Value value = getitem(mapping, key);
        if (!value || !merge_keyword(self, key, value, function)) more = FAILED;
        release_maybe(value);
        release(key);
    }
    release_maybe(iterator);
    return more != FAILED;
}

static bool merge_keywords_of_dict(Ref self, Dict *source, Ref function) {
    size_t position = 0, count = source->count;
    for (DictEntry *entry; (entry = dict_next_entry(source, &position));) {
        Value key = retain(entry->key), value = retain(entry->value);
        bool done = merge_keyword(self, key, value, function);
        release(key);
        release(value);
        if (!done) return false;
        if (source->count != count) return raise_false(&type_RuntimeError, "dict mutated during update");
    }
    return true;
}

bool dict_merge_keywords(Ref self, Ref mapping, Ref function) {
    if (is_plain_dict(mapping)) {
        Dict *source = as_dict(mapping);
        if (dict_count(self) == 0 && source->str_keys) return dict_merge(self, mapping);
        return merge_keywords_of_dict(self, source, function);
    }
    Value keys = getattr(mapping, NAME(keys));
    bool done = keys && merge_keywords_by_keys(self, mapping, keys, function);
    release_maybe(keys);
    if (done || !error_matches(&type_AttributeError)) return done;
    error_clear();
    return dict_raise_about_call(function, "%S argument after ** must be a mapping, not %T", mapping);
}

/* Operators. */

static Value missing(Ref self, Ref key) {
    if (!is_exact(self, &type_dict)) {
        Value result;
        Lookup found = call_special(self, NAME(dunder_missing), &key, 1, &result);
        if (found != MISSING) return found == FOUND ? result : NULL;
    }
    return raise_key(key);
}

Value dict_getitem(Ref self, Ref key) {
    Value value;
    Lookup found = dict_get(self, key, &value);
    if (LIKELY(found == FOUND)) return value;
    return found == FAILED ? NULL : missing(self, key);
}

static bool repr_entry(StrBuilder *text, Ref key, Ref value) {
    Value shown = repr_of_item(key);
    if (!shown) return false;
    builder_str(text, shown);
    release(shown);
    builder_ascii(text, ": ", 2);
    shown = repr_of(value);
    if (!shown) return false;
    builder_str(text, shown);
    release(shown);
    return true;
}

static bool repr_entries(Dict *dict, StrBuilder *text) {
    size_t position = 0;
    bool first = true;
    for (DictEntry *entry; (entry = dict_next_entry(dict, &position)); first = false) {
        if (!first) builder_ascii(text, ", ", 2);
        Value key = retain(entry->key), value = retain(entry->value);
        bool done = repr_entry(text, key, value);
        release(key);
        release(value);
        if (!done) return false;
    }
    return true;
}

Value dict_repr(Ref self) {
    Dict *dict = as_dict(self);
    if (dict->head.flags & OBJECT_IN_REPR) return str_from_ascii("{...}", 5);
    if (dict->count == 0) return str_from_ascii("{}", 2);
    StrBuilder text;
    builder_init(&text);
    builder_ascii(&text, "{", 1);
    dict->head.flags |= OBJECT_IN_REPR;
    bool done = repr_entries(dict, &text);
    dict->head.flags &= ~(uint32_t)OBJECT_IN_REPR;
    if (!done) {
        builder_abandon(&text);
        return NULL;
    }
    builder_ascii(&text, "}", 1);
    return builder_finish(&text);
}

/* Whether other has this key with an equal value. */
static Lookup has_entry(Ref other, Ref key, int64_t hash, Ref value) {
    Value theirs;
    Lookup same = dict_get_known(other, key, hash, &theirs);
    if (same != FOUND) return same;
    same = equal(value, theirs);
    release(theirs);
    return same;
}

/* Whether another dict says the same at the same place: no need to search there. */
static inline bool has_twin(const Dict *other, const DictEntry *entry, size_t index) {
    if (index >= other->used) return false;
    const DictEntry *twin = &other->entries[index];
    return twin->key == entry->key && twin->value == entry->value;
}

static Lookup equal_entries(Ref self, Ref other) {
    Dict *dict = as_dict(self);
    size_t position = 0;
    if (dict->count != dict_count(other)) return MISSING;
    for (DictEntry *entry; (entry = dict_next_entry(dict, &position));) {
        if (has_twin(as_dict(other), entry, position - 1)) continue;
        Value key = retain(entry->key), value = retain(entry->value);
        Lookup same = has_entry(other, key, entry->hash, value);
        release(key);
        release(value);
        if (same != FOUND) return same;
    }
    return FOUND;
}

Value dict_compare(Ref self, Ref other, CompareOp op) {
    if (!is_dict(self) || !is_dict(other) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    Lookup same = equal_entries(self, other);
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

Value dict_from(Ref source) {
    Value result = dict_new();
    if (dict_update(result, source)) return result;
    release(result);
    return NULL;
}

/* A dict of what self says it holds: a class's own __iter__ means that keys() and [] are asked. */
static Value copy_of(Ref self) { return LIKELY(is_plain_dict(self)) ? dict_copy(self) : dict_from(self); }

Value dict_or(Ref self, Ref other) {
    if (!is_dict(self) || !is_dict(other)) return VALUE_NOT_IMPLEMENTED;
    Value result = copy_of(self);
    if (!result || dict_update(result, other)) return result;
    release(result);
    return NULL;
}

Value dict_reflected_or(Ref self, Ref other) { return dict_or(other, self); }

Value dict_or_in_place(Ref self, Ref other) { return dict_update(self, other) ? retain(self) : NULL; }

/* Methods. */

static Value py_dict_init(const Ref *args) {
    return update_by_arguments(args[0], "dict", args[1], args[2]) ? VALUE_NONE : NULL;
}

const NativeDef dict_init_def = {"dict(*args, **kwargs)", py_dict_init, DOC("Put in what the arguments name."), 0};

static Value py_dict_update(const Ref *args) {
    return update_by_arguments(args[0], "update", args[1], args[2]) ? VALUE_NONE : NULL;
}

static Value py_dict_clear(const Ref *args) {
    dict_clear(args[0]);
    return VALUE_NONE;
}

static Value py_dict_copy(const Ref *args) { return copy_of(args[0]); }

static Value py_dict_get(const Ref *args) {
    Value value;
    Lookup found = dict_get(args[0], args[1], &value);
    if (found == FOUND) return value;
    return found == FAILED ? NULL : retain(args[2]);
}

static Value py_dict_pop(const Ref *args) {
    Value value;
    Lookup found = dict_count(args[0]) ? dict_pop(args[0], args[1], &value) : MISSING; /* empty: not even hashed */
    if (found == FOUND) return value;
    if (found == FAILED) return NULL;
    return args[2] ? retain(args[2]) : raise_key(args[1]);
}

static Value py_dict_popitem(const Ref *args) {
    Value item[2];
    if (dict_pop_last(args[0], &item[0], &item[1]) == FOUND) return tuple_from_steal(item, 2);
    return raise(&type_KeyError, "popitem(): dictionary is empty");
}

static Value py_dict_setdefault(const Ref *args) { return dict_setdefault(args[0], args[1], args[2]); }

static Value py_dict_keys(const Ref *args) { return dict_view_new(&type_dict_keys, args[0]); }
static Value py_dict_values(const Ref *args) { return dict_view_new(&type_dict_values, args[0]); }
static Value py_dict_items(const Ref *args) { return dict_view_new(&type_dict_items, args[0]); }

static Value py_dict_reversed(const Ref *args) {
    return dict_reverse_iterator_new(&type_dict_reverse_key_iterator, args[0]);
}

static Value py_dict_sizeof(const Ref *args) { return int_value((int64_t)dict_sizeof(args[0]) - 16); }

/* The keys of a dict or a set bring their hashes along. */
static bool add_keys_of_dict(Ref self, Ref source, Ref value) {
    size_t position = 0;
    for (DictEntry *entry; (entry = dict_next_entry(as_dict(source), &position));) {
        Value key = retain(entry->key);
        bool done = dict_set_known(self, key, entry->hash, value);
        release(key);
        if (!done) return false;
    }
    return true;
}

static bool add_keys_of_set(Ref self, Ref source, Ref value) {
    size_t position = 0;
    Ref peeked;
    int64_t hash;
    while (set_step(source, &position, &peeked, &hash)) {
        Value key = retain(peeked);
        bool done = dict_set_known(self, key, hash, value);
        release(key);
        if (!done) return false;
    }
    return true;
}

static Value py_dict_fromkeys(const Ref *args) {
    Value dict = call_0(args[0]);
    bool of_dict = is_exact(args[1], &type_dict);
    if (dict && is_exact(dict, &type_dict) && dict_count(dict) == 0 && (of_dict || is_exact_set(args[1]))) {
        if (of_dict ? add_keys_of_dict(dict, args[1], args[2]) : add_keys_of_set(dict, args[1], args[2])) return dict;
        release(dict);
        return NULL;
    }
    Value iterator = dict ? iterate(args[1]) : NULL, key;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_quickly(iterator, &key)) == FOUND) {
        bool done = is_exact(dict, &type_dict) ? dict_set(dict, key, args[2]) : setitem(dict, key, args[2]);
        if (!done || !runtime_poll()) more = FAILED;
        release(key);
    }
    release_maybe(iterator);
    if (more != FAILED) return dict;
    release_maybe(dict);
    return NULL;
}

/* These two are methods besides being slots: sorted(key=d.__getitem__). */
static Value py_dict_getitem(const Ref *args) { return dict_getitem(args[0], args[1]); }

static Value py_dict_contains(const Ref *args) {
    Lookup found = dict_contains(args[0], args[1]);
    return found == FAILED ? NULL : bool_value(found == FOUND);
}

const NativeDef dict_methods[] = {
    {"clear()", py_dict_clear, DOC("Take all entries out of the dict."), 0},
    {"copy()", py_dict_copy, DOC("Return a new dict with the same entries."), 0},
    {"fromkeys(iterable, value=None, /)", py_dict_fromkeys,
     DOC("Return a new dict with the items of iterable as keys, all with the same value."), NATIVE_CLASS_METHOD},
    {"get(key, default=None, /)", py_dict_get, DOC("Return the value of key if it is there, else default."), 0,
     SHORTCUT_DICT_GET},
    {"items()", py_dict_items, DOC("Return a view of the (key, value) pairs, which follows changes to the dict."), 0},
    {"keys()", py_dict_keys, DOC("Return a view of the keys, which follows changes to the dict."), 0},
    {"pop(key, default=..., /)", py_dict_pop,
     DOC("Take key out and return its value.\n\nIf key is not there, return default if given, else raise KeyError."),
     0},
    {"popitem()", py_dict_popitem,
     DOC("Take out the entry that was added last and return it as (key, value).\n\nAn empty dict is a KeyError."), 0},
    {"setdefault(key, default=None, /)", py_dict_setdefault,
     DOC("Return the value of key; if it is not there, add it with the value default first."), 0},
    {"update(*args, **kwargs)~", py_dict_update,
     DOC("Put in the entries of a mapping or an iterable of pairs, then the keyword arguments.\n\n"
         "The values of keys that are there already are replaced."),
     0},
    {"values()", py_dict_values, DOC("Return a view of the values, which follows changes to the dict."), 0},
    {"__contains__(key, /)", py_dict_contains, DOC("Return whether key is there."), 0},
    {"__getitem__(key, /)", py_dict_getitem, DOC("Return the value of key, or raise KeyError."), 0},
    {"__reversed__()", py_dict_reversed, DOC("Return an iterator over the keys from last to first."), 0},
    {"__sizeof__()", py_dict_sizeof, DOC("Bytes of memory that the dict takes."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};
