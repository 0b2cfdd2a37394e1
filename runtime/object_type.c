/* runtime/object_type.c - the type `object`.
 *
 * Owns:      the methods that every object has.
 * Invariant: an immediate value is an object too.
 * Not here:  making of instances (type_call.c).
 */
#include "runtime/bytes.h"
#include "runtime/class_layout.h"
#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"

/* ---- slots ---- */

Value object_repr(Ref self) {
    Value name = type_full_name(type_of(self));
    if (!name) return NULL;
    Value result = error_format("<%S object at %p>", name, (const void *)self);
    release(name);
    return result;
}

/* str_of checks what it answers. */
Value object_str(Ref self) {
    UnarySlot slot = type_of(self)->repr;
    return slot ? slot(self) : repr_of(self);
}

/* As CPython: the address, its low bits last, since they are all alike. */
bool object_hash(Ref self, int64_t *hash) {
    uint64_t bits = bits_of(self);
    *hash = (int64_t)(bits >> 4 | bits << 60);
    return true;
}

Value object_compare(Ref self, Ref other, CompareOp op) {
    if (op == COMPARE_EQ) return self == other ? VALUE_TRUE : VALUE_NOT_IMPLEMENTED;
    if (op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    /* != is what == is not, whoever defines that. */
    CompareSlot compare = type_of(self)->compare;
    Value same = compare ? compare(self, other, COMPARE_EQ) : VALUE_NOT_IMPLEMENTED;
    if (!same || is_not_implemented(same)) return same;
    Lookup answer = truth(same);
    release(same);
    return answer == FAILED ? NULL : bool_value(answer == MISSING);
}

/* ---- creation ---- */

bool object_init(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (LIKELY(count == 0 && (!keywords || tuple_count(keywords) == 0))) return true;
    const Type *type = type_of(self);
    if (type->init_slot != object_init) {
        return raise_false(&type_TypeError,
                           "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (!type->new_slot && type->make == object_make) {
        return raise_false(&type_TypeError, "%N.__init__() takes exactly one argument (the instance to initialize)",
                           type);
    }
    return true;
}

static Value py_object_init(const Ref *args) { return VALUE_NONE; }
const NativeDef object_init_def = {"object(*args, **kwargs)", py_object_init, 0, NATIVE_METHOD};

/* ---- __class__ ---- */

static Value get_class(Ref self) { return retain(type_ref(type_of(self))); }

static bool set_class(Ref self, Ref value) {
    if (!value) return raise_false(&type_TypeError, "can't delete __class__ attribute");
    if (!is_type(value))
        return raise_false(&type_TypeError, "__class__ must be set to a class, not '%T' object", value);
    Type *old = type_of(self), *type = as_type(value);
    bool modules = type_is_subtype(type, &type_module) && type_is_subtype(old, &type_module);
    if (!modules && !(old->flags & type->flags & TYPE_HEAP)) {
        return raise_false(&type_TypeError,
                           "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (!layout_check_same(old, type, "__class__")) return false;
    if (old == type) return true;
    if (old->get != type->get || old->set != type->set) type_renew_all();
    instance_set_class(self, type);
    return true;
}

/* ---- __dir__ ---- */

/* Names of a class and its bases, in the dict names. Classes are asked by their attributes, as they may pretend. */
static bool merge_class(Ref found, Ref class) {
    Value dict = NULL, bases = NULL;
    if (!recursion_check("")) return false; /* what pretends to be a class may be its own base */
    Lookup has = getattr_try(class, NAME(dunder_dict), &dict);
    bool done = has != FAILED && (has == MISSING || dict_update(found, dict));
    release_maybe(dict);
    if (!done) return false;
    has = getattr_try(class, NAME(dunder_bases), &bases);
    done = has != FAILED;
    for (size_t i = 0; done && has == FOUND && is_tuple(bases) && i < tuple_count(bases); i++) {
        done = merge_class(found, tuple_peek(bases, i));
    }
    release_maybe(bases);
    return done;
}

static Value py_object_dir(const Ref *args) {
    Value found = NULL, class = NULL, result = NULL;
    Lookup has = getattr_try(args[0], NAME(dunder_dict), &found);
    if (has == FAILED) return NULL;
    Value copy = has == FOUND && is_dict(found) ? dict_copy(found) : dict_new();
    release_maybe(found);
    if (!copy) return NULL;
    has = getattr_try(args[0], NAME(dunder_class), &class);
    if (has == MISSING || (has == FOUND && merge_class(copy, class))) result = list_of(copy);
    release_maybe(class);
    release(copy);
    return result;
}

/* ---- pickling: what copy and pickle take an object apart with ---- */

static Value copyreg_function(const char *name) {
    Value module = type_hooks.import_module("copyreg"), text = intern_text(name);
    Value function = module ? getattr(module, text) : NULL;
    release_maybe(module);
    release(text);
    return function;
}

static bool has_slots(const Type *type) {
    while (type->flags & TYPE_HEAP && !((const Class *)type)->slot_names) type = type->base;
    return type->flags & TYPE_HEAP;
}

static bool add_slots(Ref self, Ref names, Ref slots) {
    bool done = true;
    for (size_t i = 0; done && i < list_count(names); i++) {
        Value name = retain(list_peek(names, i)), value = NULL;
        Lookup found = is_str(name) ? getattr_try(self, name, &value) : MISSING;
        done = found != FAILED && (found == MISSING || dict_set(slots, name, value));
        release_maybe(value);
        release(name);
    }
    return done;
}

/* The values of __slots__ in the order in which the classes name them, or NULL without exception when there are
 * none. */
static Lookup slots_state(Ref self, Value *slots) {
    if (!has_slots(type_of(self))) return MISSING;
    Value function = copyreg_function("_slotnames"), state = NULL;
    Value names = function ? call_1(function, type_ref(type_of(self))) : NULL;
    release_maybe(function);
    if (!names) return FAILED;
    bool done = is_list(names) || raise_false(&type_TypeError, "copyreg._slotnames didn't return a list or None");
    done = done && (state = dict_new()) && add_slots(self, names, state);
    *slots = done && dict_count(state) ? retain(state) : NULL;
    release_maybe(state);
    release(names);
    return !done ? FAILED : *slots ? FOUND : MISSING;
}

/* The instance's dict, or None when it has none or an empty one. */
static Value dict_state(Ref self) {
    Value dict = NULL;
    if (type_of(self)->flags & TYPE_DICT && type_of(self)->shape_offset) {
        dict = instance_copy_attributes(self);
    } else if (getattr_try(self, NAME(dunder_dict), &dict) == FAILED) {
        return NULL;
    }
    if (!dict) return VALUE_NONE;
    if (!is_dict(dict) || dict_count(dict)) return dict;
    release(dict);
    return VALUE_NONE;
}

static Value default_state(Ref self) {
    Value state = dict_state(self), slots = NULL;
    if (!state) return NULL;
    Lookup found = type_of(self)->flags & TYPE_HEAP && !is_type(self) ? slots_state(self, &slots) : MISSING;
    if (found == MISSING) return state;
    Value result = found == FOUND ? tuple_pack(2, state, slots) : NULL;
    release(state);
    release_maybe(slots);
    return result;
}

static Value py_object_getstate(const Ref *args) { return default_state(args[0]); }

/* What the class says its __new__ wants: *args a tuple, *keywords a dict or NULL. MISSING: nothing. */
static Lookup new_arguments(Ref self, Value *args, Value *keywords) {
    Value pair = NULL;
    Lookup found = call_special(self, NAME(dunder_getnewargs_ex), NULL, 0, &pair);
    if (found == FOUND) {
        if (is_tuple(pair) && tuple_count(pair) == 2 && is_tuple(tuple_peek(pair, 0)) && is_dict(tuple_peek(pair, 1))) {
            *args = retain(tuple_peek(pair, 0));
            *keywords = retain(tuple_peek(pair, 1));
        } else {
            found = raise_failed(&type_TypeError, "__getnewargs_ex__ should return a tuple, not '%T'", pair);
        }
        release(pair);
        return found;
    }
    if (found == MISSING) found = call_special(self, NAME(dunder_getnewargs), NULL, 0, args);
    if (found == FOUND && !is_tuple(*args)) {
        raise(&type_TypeError, "__getnewargs__ should return a tuple, not '%T'", *args);
        clear_ref(args);
        return FAILED;
    }
    return found;
}

/* Objects whose contents nothing tells: only a __getstate__ or __reduce__ of their own could. */
static bool is_opaque(Ref self) {
    const Type *native = type_native_base(type_of(self));
    if (native->size == type_object.size || native->flags & (TYPE_LIST | TYPE_DICTIONARY)) return false;
    Ref name = NAME(dunder_getstate);
    return type_lookup_peek(type_of(self), name) == type_lookup_peek(&type_object, name);
}

static Value items_iterator(Ref self, bool wanted, bool pairs) {
    if (!wanted) return VALUE_NONE;
    if (!pairs) return iterate(self);
    Value items = call_method(self, NAME(items), NULL, 0);
    Value iterator = items ? iterate(items) : NULL;
    release_maybe(items);
    return iterator;
}

static Value constructor_arguments(Ref self, Ref args, Ref keywords) {
    if (keywords && dict_count(keywords)) return tuple_pack(3, type_ref(type_of(self)), args, keywords);
    size_t count = args ? tuple_count(args) : 0;
    Value result = tuple_new(count + 1);
    if (!result) return NULL;
    as_tuple(result)->items[0] = retain(type_ref(type_of(self)));
    for (size_t i = 0; i < count; i++) as_tuple(result)->items[i + 1] = retain(tuple_peek(args, i));
    return result;
}

static Value reduce_to_new(Ref self) {
    Value args = NULL, keywords = NULL, function = NULL, arguments = NULL, state = NULL, items = NULL, pairs = NULL,
          result = NULL;
    Lookup found = new_arguments(self, &args, &keywords);
    if (found == FAILED) return NULL;
    if (found == MISSING && is_opaque(self)) {
        /* CPython words it in another way for the opaque types that say how large their items are */
        bool items = is_exact(self, &type_memoryview) || is_exact(self, &type_code);
        raise(&type_TypeError, items ? "cannot pickle %T objects" : "cannot pickle '%T' object", self);
        goto end;
    }
    function = copyreg_function(keywords && dict_count(keywords) ? "__newobj_ex__" : "__newobj__");
    if (!function || !(arguments = constructor_arguments(self, args, keywords))) goto end;
    if (!(state = call_method(self, NAME(dunder_getstate), NULL, 0))) goto end;
    if (!(items = items_iterator(self, has_family(self, TYPE_LIST), false))) goto end;
    if (!(pairs = items_iterator(self, has_family(self, TYPE_DICTIONARY), true))) goto end;
    result = tuple_pack(5, function, arguments, state, items, pairs);
end:
    release_maybe(args);
    release_maybe(keywords);
    release_maybe(function);
    release_maybe(arguments);
    release_maybe(state);
    release_maybe(items);
    release_maybe(pairs);
    return result;
}

/* Protocols 0 and 1: copyreg has the way of old. */
static Value reduce_as_of_old(Ref self, int64_t protocol) {
    Value function = copyreg_function("_reduce_ex"), number = int_value(protocol);
    Value result = function ? call_2(function, self, number) : NULL;
    release_maybe(function);
    release(number);
    return result;
}

static Value py_object_reduce(const Ref *args) { return reduce_as_of_old(args[0], 0); }

/* A class that defines __reduce__ means it for every protocol. */
static Value py_object_reduce_ex(const Ref *args) {
    int64_t protocol;
    if (!index_as_int64(args[1], &protocol, &type_OverflowError)) return NULL;
    Ref own = type_lookup_peek(type_of(args[0]), NAME(dunder_reduce));
    if (own && own != type_lookup_peek(&type_object, NAME(dunder_reduce))) {
        return call_method(args[0], NAME(dunder_reduce), NULL, 0);
    }
    return protocol < 2 ? reduce_as_of_old(args[0], protocol) : reduce_to_new(args[0]);
}

/* ---- the others ---- */

static Value py_object_format(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "__format__() argument must be str, not %O", args[1]);
    if (str_length(args[1]) == 0) return str_of(args[0]);
    return raise(&type_TypeError, "unsupported format string passed to %T.__format__", args[0]);
}

/* An instance of a class counts as CPython 3.11 counts it: header, dict and weak-reference words, slots. */
static Value py_object_sizeof(const Ref *args) {
    const Type *type = type_of(args[0]);
    if (type->flags & TYPE_BYTES) return int_value((int64_t)bytes_length(args[0]) + 33);
    if (type->flags & TYPE_TUPLE) return int_value((int64_t)tuple_sizeof(args[0]) - 16);
    if (!(type->flags & TYPE_HEAP) || type_native_base(type) != &type_object) {
        return int_value((int64_t)(is_heap(args[0]) && type->storage ? type->storage(args[0]) : type->size));
    }
    int64_t words = shape_reserved(type) + (type->flags & TYPE_WEAKREF ? 1 : 0);
    return int_value((int64_t)sizeof(Object) + words * 8);
}

static Value py_object_subclasshook(const Ref *args) { return VALUE_NOT_IMPLEMENTED; }
static Value py_object_init_subclass(const Ref *args) { return VALUE_NONE; }

static const NativeDef object_methods[] = {
    {"__reduce_ex__(protocol, /)", py_object_reduce_ex, DOC("Helper for pickle."), NATIVE_METHOD},
    {"__reduce__()", py_object_reduce, DOC("Helper for pickle."), NATIVE_METHOD},
    {"__getstate__()", py_object_getstate, DOC("Helper for pickle."), NATIVE_METHOD},
    {"__subclasshook__(object, /)", py_object_subclasshook,
     DOC("Overridden by abstract classes to answer issubclass(): True or False settle it and are\n"
         "cached, NotImplemented leaves it to the usual rules."),
     NATIVE_CLASS_METHOD},
    {"__init_subclass__()", py_object_init_subclass,
     DOC("Called with each new subclass. Does nothing unless overridden."), NATIVE_CLASS_METHOD},
    {"__format__(format_spec, /)", py_object_format,
     DOC("Format as str(self) does; a format_spec that is not empty is a TypeError."), NATIVE_METHOD},
    {"__sizeof__()", py_object_sizeof, DOC("Return how many bytes the object takes."), NATIVE_METHOD},
    {"__dir__()", py_object_dir, DOC("Default dir() implementation."), NATIVE_METHOD},
    {0},
};

static const GetSetDef object_getsets[] = {
    {"__class__", get_class, set_class, DOC("the object's class")},
    {0},
};

Type type_object = {
    TYPE_HEAD(object),
    .name = "object",
    .doc = "What every class derives from. object() makes an instance without attributes.",
    .base = NULL,
    .size = sizeof(Object),
    .make = object_make,
    .methods = object_methods,
    .getsets = object_getsets,
};
