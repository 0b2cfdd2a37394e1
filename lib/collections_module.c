/* lib/collections_module.c - the module _collections: containers in C, and what namedtuple and Counter are quick by.
 *
 * Owns:      the type _tuplegetter, counting.
 * Invariant: a _tuplegetter's index is not negative.
 * Not here:  deque.c, default_dict.c, ordered_dict.c; the rest of collections (lib/py/collections).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iterate.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* ---- the attributes of named tuples ---- */

typedef struct TupleGetter {
    Object head;
    size_t index; /* of the item */
    Value doc;    /* __doc__ */
} TupleGetter;

static TupleGetter *as_getter(Ref v) { return (TupleGetter *)object_of(v); }

static Value py_getter_new(const Ref *args) {
    int64_t index;
    if (!index_as_int64(args[1], &index, &type_OverflowError)) return NULL;
    if (index < 0) return raise(&type_ValueError, "index must not be negative");
    TupleGetter *getter = object_new(&type_tuple_getter, sizeof(TupleGetter));
    getter->index = (size_t)index;
    getter->doc = retain(args[2]);
    return value_of(getter);
}
static const NativeDef getter_construct = {"_tuplegetter(index, doc, /)", py_getter_new, 0, 0};

static Value getter_get(Ref self, Ref instance, Ref owner) {
    const TupleGetter *getter = as_getter(self);
    if (!instance) return retain(self);
    if (UNLIKELY(!is_tuple(instance))) {
        if (is_none(instance)) return retain(self);
        return raise(&type_TypeError, "descriptor for index '%zu' for tuple subclasses doesn't apply to '%T' object",
                     getter->index, instance);
    }
    if (UNLIKELY(getter->index >= tuple_count(instance))) return raise(&type_IndexError, "tuple index out of range");
    return retain(tuple_peek(instance, getter->index));
}

static Ref getter_peek(Ref self, Ref instance) {
    size_t index = as_getter(self)->index;
    return LIKELY(is_tuple(instance) && index < tuple_count(instance)) ? tuple_peek(instance, index) : NULL;
}

static bool getter_set(Ref self, Ref instance, Ref value) {
    return raise_false(&type_AttributeError, value ? "can't set attribute" : "can't delete attribute");
}

static Value getter_repr(Ref self) {
    return error_format("_tuplegetter(%zu, %R)", as_getter(self)->index, as_getter(self)->doc);
}

static Value py_getter_reduce(const Ref *args) {
    Value index = int_value((int64_t)as_getter(args[0])->index),
          arguments = tuple_pack(2, index, as_getter(args[0])->doc);
    Value result = arguments ? tuple_pack(2, type_ref(&type_tuple_getter), arguments) : NULL;
    release_maybe(arguments);
    release(index);
    return result;
}

static Value get_doc(Ref self) { return retain(as_getter(self)->doc); }

static bool set_doc(Ref self, Ref value) {
    slot_set(&as_getter(self)->doc, value ? value : VALUE_NONE);
    return true;
}

static void getter_traverse(Ref self, Visit visit, void *context) { visit(as_getter(self)->doc, context); }

static const NativeDef getter_methods[] = {
    {"__reduce__()", py_getter_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

static const GetSetDef getter_getsets[] = {
    {"__doc__", get_doc, set_doc, 0},
    {0},
};

Type type_tuple_getter = {
    TYPE_HEAD(tuple_getter),
    .name = "collections._tuplegetter",
    .module = "collections",
    .flags = TYPE_CONTAINER | TYPE_FINAL,
    .size = sizeof(TupleGetter),
    .traverse = getter_traverse,
    .construct = &getter_construct,
    .repr = getter_repr,
    .get = getter_get,
    .peek = getter_peek,
    .set = getter_set,
    .methods = getter_methods,
    .getsets = getter_getsets,
};

/* ---- counting ---- */

/* mapping[item] += 1 where mapping is a dict that reads and writes as dicts do. */
static bool count_in_dict(Ref mapping, Ref item) {
    int64_t hash;
    size_t index;
    if (!key_hash(item, &hash)) return false;
    Lookup found = dict_find_known(mapping, item, hash, &index);
    if (found == FAILED) return false;
    if (found == MISSING) return dict_set_known(mapping, item, hash, small_int_value(1));
    Value *place = &as_dict(mapping)->entries[index].value;
    if (LIKELY(is_small_int(*place) && small_int(*place) < SMALL_INT_MAX)) {
        *place = small_int_value(small_int(*place) + 1);
        return true;
    }
    Value old = retain(*place), new = binary_op(BINARY_ADD, old, small_int_value(1));
    bool done = new && dict_set_known(mapping, item, hash, new);
    release_maybe(new);
    release(old);
    return done;
}

/* The same for any mapping: by its get() and __setitem__. */
static bool count_in_mapping(Ref mapping, Ref get, Ref item) {
    Value old = call_2(get, item, small_int_value(0)),
          new = old ? binary_op(BINARY_ADD, old, small_int_value(1)) : NULL;
    bool done = new && setitem(mapping, item, new);
    release_maybe(new);
    release_maybe(old);
    return done;
}

static bool has_dicts_own(Ref mapping, Ref name) {
    return type_lookup_peek(type_of(mapping), name) == type_lookup_peek(&type_dict, name);
}

/* The slot setitem says nothing: Counter has a __delitem__. */
static bool is_counted_directly(Ref mapping) {
    return is_dict(mapping) && has_dicts_own(mapping, NAME(get)) && has_dicts_own(mapping, NAME(dunder_setitem));
}

static bool count_all(Ref mapping, Ref iterator, Ref get) {
    Lookup more;
    for (Value item; (more = iterate_quickly(iterator, &item)) == FOUND;) {
        bool done = get ? count_in_mapping(mapping, get, item) : count_in_dict(mapping, item);
        release(item);
        if (UNLIKELY(!done || !runtime_poll())) return false;
    }
    return more == MISSING;
}

static Value py_collections_count_elements(const Ref *args) {
    Value iterator = iterate(args[1]), get = NULL;
    if (!iterator) return NULL;
    bool direct = is_counted_directly(args[0]);
    if (!direct) get = getattr(args[0], NAME(get));
    bool done = (direct || get) && count_all(args[0], iterator, get);
    release_maybe(get);
    release(iterator);
    return done ? VALUE_NONE : NULL;
}

/* ---- the module ---- */

static const NativeDef functions[] = {
    {"_count_elements(mapping, iterable, /)", py_collections_count_elements,
     DOC("Add 1 to the values of the items of iterable in mapping."), 0},
    {0},
};

static bool fill(Ref dict) {
    static Type *const types[] = {&type_deque,        &type_defaultdict,    &type_ordered_dict,
                                  &type_tuple_getter, &type_deque_iterator, &type_deque_reverse_iterator};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        Value name = type_get_name(types[i]);
        dict_set_str(dict, name, type_ref(types[i]));
        release(name);
    }
    return true;
}

const ModuleDef module__collections = {"_collections", "Containers beyond list, dict, set and tuple.", functions, fill};
