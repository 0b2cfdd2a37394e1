/* lib/default_dict.c - collections.defaultdict: a dict that makes the values of keys that it does not have.
 *
 * Owns:      the type.
 * Invariant: a factory of None is stored as NULL.
 * Not here:  the table (runtime/dict.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

typedef struct DefaultDict {
    Dict dict;
    Value factory; /* called for a missing key, or NULL */
} DefaultDict;

static DefaultDict *as_default_dict(Ref v) { return (DefaultDict *)object_of(v); }
static Ref factory_peek(Ref self) {
    Ref factory = as_default_dict(self)->factory;
    return factory ? factory : VALUE_NONE;
}

static bool init_slot(Ref self, const Ref *args, size_t count, Ref keywords) {
    Ref factory = count && !is_none(args[0]) ? args[0] : NULL;
    if (factory && !type_of(factory)->call) {
        return raise_false(&type_TypeError, "first argument must be callable or None");
    }
    slot_set(&as_default_dict(self)->factory, factory);
    size_t skip = count ? 1 : 0;
    if (count == skip && !keywords) return true;
    Value done = native_call_def(type_dict.init, self, args + skip, count - skip, keywords);
    release_maybe(done);
    return done != NULL;
}

static Value init_by_row(const Ref *args) { return VALUE_NONE; } /* init_slot goes first */
static const NativeDef init = {"defaultdict(default_factory=..., /, *args, **kwargs)", init_by_row,
                               DOC("Fill the dict as dict() does."), 0};

/* Makes, keeps and returns the value of a key. */
static Value make_missing(Ref self, Ref key) {
    if (!as_default_dict(self)->factory) return raise_key(key);
    Value factory = retain(as_default_dict(self)->factory), value = call_0(factory);
    release(factory);
    if (value && !setitem(self, key, value)) clear_ref(&value);
    return value;
}

static Value py_defaultdict_missing(const Ref *args) { return make_missing(args[0], args[1]); }

static Value default_getitem(Ref self, Ref key) {
    Value value;
    Lookup found = dict_get(self, key, &value);
    if (LIKELY(found == FOUND)) return value;
    if (found == FAILED) return NULL;
    if (is_exact(self, &type_defaultdict)) return make_missing(self, key);
    found = call_special(self, NAME(dunder_missing), &key, 1, &value);
    return found == FOUND ? value : NULL;
}

/* type(self)(factory, mapping) */
static Value make_like(Ref self, Ref mapping) { return call_2(type_ref(type_of(self)), factory_peek(self), mapping); }

static Value default_or(Ref left, Ref right) {
    Ref self = type_is_subtype(type_of(left), &type_defaultdict) ? left : right;
    if (!is_dict(left) || !is_dict(right)) return VALUE_NOT_IMPLEMENTED;
    Value result = make_like(self, left);
    if (result && !dict_update(result, right)) clear_ref(&result);
    return result;
}

static Value default_reflected_or(Ref self, Ref other) { return default_or(other, self); }

static Value write_repr(Ref self, Ref factory_text) {
    Value content = dict_repr(self), name = type_get_name(type_of(self)), text = NULL;
    if (content) text = error_format("%S(%S, %S)", name, factory_text, content);
    release_maybe(content);
    release(name);
    return text;
}

/* The factory may be a method of something that holds this dict. */
static Value default_repr(Ref self) {
    Value factory = retain(factory_peek(self)), text;
    Object *marked = is_heap(factory) && !is_type(factory) ? object_of(factory) : NULL;
    if (marked && marked->flags & OBJECT_IN_REPR) {
        text = str_from_ascii("...", 3);
    } else {
        if (marked) marked->flags |= OBJECT_IN_REPR;
        text = repr_of(factory);
        if (marked) marked->flags &= ~(uint32_t)OBJECT_IN_REPR;
    }
    Value result = text ? write_repr(self, text) : NULL;
    release_maybe(text);
    release(factory);
    return result;
}

static Value py_defaultdict_copy(const Ref *args) { return make_like(args[0], args[0]); }

static Value py_defaultdict_reduce(const Ref *args) {
    Ref factory = as_default_dict(args[0])->factory;
    Value arguments = factory ? tuple_pack(1, factory) : tuple_empty(), result = NULL;
    Value items = arguments ? call_method(args[0], NAME(items), NULL, 0) : NULL;
    Value iterator = items ? iterate(items) : NULL;
    if (iterator) {
        result = tuple_pack(5, type_ref(type_of(args[0])), arguments, VALUE_NONE, VALUE_NONE, iterator);
    }
    release_maybe(iterator);
    release_maybe(items);
    release_maybe(arguments);
    return result;
}

static Value py_defaultdict_sizeof(const Ref *args) { return int_value((int64_t)dict_sizeof(args[0]) - 16 + 8); }

static Value get_factory(Ref self) { return retain(factory_peek(self)); }

static bool set_factory(Ref self, Ref value) {
    slot_set(&as_default_dict(self)->factory, value && !is_none(value) ? value : NULL);
    return true;
}

static void default_traverse(Ref self, Visit visit, void *context) {
    type_dict.traverse(self, visit, context);
    visit(as_default_dict(self)->factory, context);
}

static const NativeDef methods[] = {
    {"__missing__(object, /)", py_defaultdict_missing,
     DOC("Make a value by the factory, keep it under key and return it; KeyError without a factory."), 0},
    {"copy()", py_defaultdict_copy, DOC("Return a defaultdict with the same factory and entries."), 0},
    {"__copy__()", py_defaultdict_copy, DOC("Return a defaultdict with the same factory and entries."), 0},
    {"__reduce__()", py_defaultdict_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__sizeof__()", py_defaultdict_sizeof, DOC("Bytes of memory that the dict takes."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

static const GetSetDef getsets[] = {
    {"default_factory", get_factory, set_factory, DOC("What is called to make the value of a missing key, or None."),
     true},
    {0},
};

static Operators default_dict_operators = {
    .binary = {[BINARY_OR] = default_or},
    .reflected = {[BINARY_OR] = default_reflected_or},
};

Type type_defaultdict = {
    TYPE_HEAD(defaultdict),
    .name = "collections.defaultdict",
    .module = "collections",
    .doc = "defaultdict(default_factory=None, /, [...]) -> a dict that makes missing values\n\n"
           "Reading a key that is not there calls default_factory, keeps the result under the key and returns it.\n"
           "The other arguments are those of dict().",
    .base = &type_dict,
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER,
    .size = sizeof(DefaultDict),
    .traverse = default_traverse,
    .init = &init,
    .init_slot = init_slot,
    .repr = default_repr,
    .getitem = default_getitem,
    .operators = &default_dict_operators,
    .methods = methods,
    .getsets = getsets,
};
