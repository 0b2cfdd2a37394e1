#include "runtime/type_type.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/mapping_proxy.h"
#include "runtime/mro.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/slots.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/union.h"
#include "runtime/weakref.h"

/* ---- type.__new__ and type.__init__ ---- */

static Value raise_new_argument(int position, const char *expected, Ref given) {
    return raise(&type_TypeError, "type.__new__() argument %d must be %s, not %O", position, expected, given);
}

/* The bases ask for a more derived metaclass, which may have a __new__ of its own. */
static Value new_of_metatype(Ref metatype, const Ref *args, size_t count, Ref keywords) {
    Ref bases = tuple_count(args[1]) ? args[1] : NULL;
    Type *winner = bases ? type_find_metatype(as_type(metatype), bases) : as_type(metatype);
    if (!winner) return NULL;
    if (winner != as_type(metatype) && winner->new_slot != type_type.new_slot) {
        return winner->new_slot(type_ref(winner), args, count, keywords);
    }
    return type_new_class(winner, args[0], args[1], args[2], args + 3, keywords);
}

static Value type_new(Ref metatype, const Ref *args, size_t count, Ref keywords) {
    if (count != 3) return raise(&type_TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", count);
    if (!is_str(args[0])) return raise_new_argument(1, "str", args[0]);
    if (!is_tuple(args[1])) return raise_new_argument(2, "tuple", args[1]);
    if (!is_dict(args[2])) return raise_new_argument(3, "dict", args[2]);
    for (size_t i = 0; i < tuple_count(args[1]); i++) {
        if (is_type(tuple_peek(args[1], i))) continue;
        Value entries = NULL;
        Lookup found = getattr_try(tuple_peek(args[1], i), NAME(dunder_mro_entries), &entries);
        release_maybe(entries);
        if (found == FAILED) return NULL;
        if (found == FOUND) {
            return raise(&type_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
        }
    }
    return new_of_metatype(metatype, args, count, keywords);
}

static bool type_init(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (count == 1 && keywords && tuple_count(keywords)) {
        return raise_false(&type_TypeError, "type.__init__() takes no keyword arguments");
    }
    if (count != 1 && count != 3) return raise_false(&type_TypeError, "type.__init__() takes 1 or 3 arguments");
    return true;
}

static Value py_type_init(const Ref *args) { return VALUE_NONE; }
static const NativeDef type_init_def = {"type(*args, **kwargs)", py_type_init, 0, NATIVE_METHOD};

/* ---- attributes ---- */

static Class *class_of(Ref self) { return as_type(self)->flags & TYPE_HEAP ? (Class *)object_of(self) : NULL; }

/* A class whose attribute may be set to value, or NULL with TypeError. */
static Class *settable(Ref self, const char *name, Ref value) {
    if (!class_of(self)) {
        return (Class *)raise(&type_TypeError, "cannot set '%s' attribute of immutable type '%N'", name, as_type(self));
    }
    if (!value)
        return (Class *)raise(&type_TypeError, "cannot delete '%s' attribute of immutable type '%N'", name,
                              as_type(self));
    return class_of(self);
}

static Value get_name(Ref self) { return type_get_name(as_type(self)); }

static bool set_name(Ref self, Ref value) {
    Class *class = settable(self, "__name__", value);
    if (!class) return false;
    if (!is_str(value)) {
        return raise_false(&type_TypeError, "can only assign string to %N.__name__, not '%T'", as_type(self), value);
    }
    return class_set_name(class, value);
}

static Value get_qualname(Ref self) { return type_get_qualname(as_type(self)); }

static bool set_qualname(Ref self, Ref value) {
    Class *class = settable(self, "__qualname__", value);
    if (!class) return false;
    if (!is_str(value)) {
        return raise_false(&type_TypeError, "can only assign string to %N.__qualname__, not '%T'", as_type(self),
                           value);
    }
    slot_set(&class->qualname, value);
    return true;
}

static Value get_module(Ref self) {
    Value module = type_get_module(as_type(self));
    return module ? module : raise_attribute(self, NAME(dunder_module), "__module__");
}

static bool set_in_dict(Ref self, Ref name, Ref value) { return type_replace_attribute(as_type(self), name, value); }

/* A class that is said to come from elsewhere has no first line any more. */
static bool set_module(Ref self, Ref value) {
    if (!settable(self, "__module__", value)) return false;
    set_in_dict(self, NAME(dunder_module), value);
    (void)type_replace_attribute(as_type(self), NAME(dunder_firstlineno), NULL);
    return true;
}

static Value get_bases(Ref self) { return retain(type_state(as_type(self))->bases); }

static bool set_bases(Ref self, Ref value) {
    Class *class = settable(self, "__bases__", value);
    return class && class_set_bases(class, value);
}

static Value get_base(Ref self) {
    Type *base = as_type(self)->base;
    return base ? retain(type_ref(base)) : VALUE_NONE;
}

static Value get_mro(Ref self) {
    Ref mro = type_mro_peek(as_type(self));
    return tuple_count(mro) || !class_of(self) || class_of(self)->state.mro ? retain(mro) : VALUE_NONE;
}

static Value get_dict(Ref self) { return mapping_proxy_new(type_state(as_type(self))->dict); }

static Value get_doc(Ref self) {
    if (!class_of(self)) return as_type(self)->doc ? str_from_text(as_type(self)->doc) : VALUE_NONE;
    Ref doc = dict_peek_name(class_of(self)->state.dict, NAME(dunder_doc));
    if (!doc) return VALUE_NONE;
    GetSlot get = type_of(doc)->get;
    return get ? get(doc, NULL, self) : retain(doc);
}

static bool set_doc(Ref self, Ref value) {
    return settable(self, "__doc__", value) && set_in_dict(self, NAME(dunder_doc), value);
}

static Value get_abstract_methods(Ref self) {
    Ref methods = class_of(self) ? dict_peek_name(class_of(self)->state.dict, NAME(dunder_abstractmethods)) : NULL;
    return methods ? retain(methods) : raise_attribute(self, NAME(dunder_abstractmethods), "__abstractmethods__");
}

static bool set_abstract_methods(Ref self, Ref value) {
    Class *class = class_of(self);
    if (!class) return settable(self, "__abstractmethods__", value);
    Lookup any = value ? truth(value) : MISSING;
    if (any == FAILED) return false;
    class->type.flags = any == FOUND ? class->type.flags | TYPE_ABSTRACT : class->type.flags & ~(uint32_t)TYPE_ABSTRACT;
    if (set_in_dict(self, NAME(dunder_abstractmethods), value)) return true;
    raise_attribute(self, NAME(dunder_abstractmethods), "__abstractmethods__");
    return false;
}

static Value get_own_or(Ref self, Ref name, Value otherwise) {
    Ref found = class_of(self) ? dict_peek_name(class_of(self)->state.dict, name) : NULL;
    if (found) release(otherwise);
    return found ? retain(found) : otherwise;
}

/* A dict is put into the class where there is none, so that what the caller adds to it stays. */
static Value get_annotations(Ref self) {
    if (!class_of(self)) {
        return raise_attribute(self, NAME(dunder_annotations), "type object '%N' has no attribute '__annotations__'",
                               as_type(self));
    }
    Ref found = dict_peek_name(class_of(self)->state.dict, NAME(dunder_annotations));
    if (found) return retain(found);
    Value made = dict_new();
    set_in_dict(self, NAME(dunder_annotations), made);
    return made;
}

static bool set_annotations(Ref self, Ref value) {
    if (!class_of(self)) return settable(self, "__annotations__", value);
    if (set_in_dict(self, NAME(dunder_annotations), value)) return true;
    raise_attribute(self, NAME(dunder_annotations), "__annotations__");
    return false;
}

static Value get_type_params(Ref self) { return get_own_or(self, NAME(dunder_type_params), tuple_empty()); }

static bool set_type_params(Ref self, Ref value) {
    return settable(self, "__type_params__", value) && set_in_dict(self, NAME(dunder_type_params), value);
}

static Value get_text_signature(Ref self) {
    const Type *type = as_type(self);
    if (class_of(self)) return VALUE_NONE;
    if (type == &type_object) return str_from_text("()");
    const NativeDef *def = type->construct ? type->construct : type->init;
    const char *parameters = def && def != &object_init_def ? native_parameters(def) : NULL;
    /* what a constructor finds out by itself no signature tells */
    if (!parameters || strstr(parameters, "=...,") || strstr(parameters, "=...)") || strstr(parameters, "(*args"))
        return VALUE_NONE;
    return native_shown_parameters("", "", parameters);
}

static Value get_basic_size(Ref self) { return int_value(as_type(self)->size); }
static Value get_item_size(Ref self) {
    uint32_t flags = as_type(self)->flags;
    return int_value(flags & TYPE_TUPLE   ? 8
                     : flags & TYPE_INT   ? 4
                     : flags & TYPE_BYTES ? 1
                     : flags & TYPE_TYPE  ? 40
                                          : 0);
}

/* Below zero, as CPython's: found without a place in the struct. */
static Value get_dict_offset(Ref self) {
    const Type *type = as_type(self);
    return int_value(!(type->flags & TYPE_DICT) ? 0 : type->flags & TYPE_HEAP ? -1 : (int64_t)type->shape_offset);
}
static Value get_weakref_offset(Ref self) {
    const Type *type = as_type(self);
    return int_value(!(type->flags & TYPE_WEAKREF) ? 0 : type->flags & TYPE_HEAP ? -32 : (int64_t)type->size - 8);
}

/* The bits that inspect and others look at, with CPython's numbers. */
static Value get_flags(Ref self) {
    static const struct {
        uint32_t ours;    /* TYPE_... */
        uint32_t pythons; /* Py_TPFLAGS_... */
    } rows[] = {
        {TYPE_NO_NEW, 1u << 7},     {TYPE_HEAP, 1u << 9},      {TYPE_SEQUENCE, 1u << 5}, {TYPE_MAPPING, 1u << 6},
        {TYPE_CONTAINER, 1u << 14}, {TYPE_ABSTRACT, 1u << 20}, {TYPE_INT, 1u << 24},     {TYPE_LIST, 1u << 25},
        {TYPE_TUPLE, 1u << 26},     {TYPE_BYTES, 1u << 27},    {TYPE_STR, 1u << 28},     {TYPE_DICTIONARY, 1u << 29},
        {TYPE_EXCEPTION, 1u << 30}, {TYPE_TYPE, 1u << 31},
    };
    uint32_t flags = as_type(self)->flags, result = 1u << 12;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) result |= flags & rows[i].ours ? rows[i].pythons : 0;
    if (!(flags & TYPE_FINAL)) result |= 1u << 10;
    if (as_type(self) == &type_generic) result |= 1u << 9; /* typing.py could have written it */
    else if (!(flags & TYPE_HEAP)) result |= 1u << 8;
    return int_value(result);
}

/* ---- methods ---- */

static Value py_type_mro(const Ref *args) {
    Value mro = mro_linearize(as_type(args[0]), type_state(as_type(args[0]))->bases), result;
    if (!mro) return NULL;
    result = list_of(mro);
    release(mro);
    return result;
}

/* The static types that derive from type, in the order of their tables; of two bases ExceptionGroup notes one. */
static bool add_static_subclasses(const Type *type, Ref result) {
    for (size_t i = 1; i < TYPE_INDEX_COUNT; i++) {
        Type *candidate = type_static(i);
        bool second = candidate == &type_ExceptionGroup && type == &type_Exception;
        if ((candidate->base == type || second) && !list_append(result, type_ref(candidate))) return false;
    }
    return true;
}

Value type_subclasses(Type *type) {
    Value result = list_new(0);
    if (result && !(type->flags & TYPE_HEAP) && !add_static_subclasses(type, result)) clear_ref(&result);
    Ref subclasses = type_state(type)->subclasses;
    for (size_t i = 0; result && subclasses && i < list_count(subclasses); i++) {
        Value subclass = weakref_get(list_peek(subclasses, i));
        bool real = !is_none(subclass);
        if (real && !list_append(result, subclass)) clear_ref(&result);
        release(subclass);
    }
    return result;
}

static Value py_type_subclasses(const Ref *args) { return type_subclasses(as_type(args[0])); }

static Value py_type_prepare(const Ref *args) { return dict_new(); }

static Value lookup_value(Lookup answer) { return answer == FAILED ? NULL : bool_value(answer == FOUND); }
static Value py_type_instancecheck(const Ref *args) { return lookup_value(type_real_instance(args[1], args[0])); }
static Value py_type_subclasscheck(const Ref *args) { return lookup_value(type_real_subclass(args[1], args[0])); }

/* The names of the class's own dict and of all its bases'. */
static Value py_type_dir(const Ref *args) {
    Value names = dict_new();
    Ref mro = type_mro_peek(as_type(args[0]));
    for (size_t i = tuple_count(mro); i-- > 0;) {
        if (dict_update(names, type_state(as_type(tuple_peek(mro, i)))->dict)) continue;
        release(names);
        return NULL;
    }
    Value result = list_of(names);
    release(names);
    return result;
}

static Value py_type_sizeof(const Ref *args) { return int_value(class_of(args[0]) ? 928 : 408); }

static Value type_repr(Ref self) {
    Value name = type_full_name(as_type(self)), result;
    if (!name) return NULL;
    result = error_format("<class '%S'>", name);
    release(name);
    return result;
}

static void type_traverse(Ref self, Visit visit, void *context) {
    const Class *class = (const Class *)object_of(self);
    visit(class->state.dict, context);
    visit(class->state.mro, context);
    visit(class->state.bases, context);
    visit(class->state.subclasses, context);
    visit(class->name, context);
    visit(class->qualname, context);
    visit(class->slot_names, context);
}

static void type_dispose(Ref self) {
    Class *class = (Class *)object_of(self);
    shape_free_all(&class->state);
    slots_drop(class);
    if (class->name_storage) str_utf8_done(&(Utf8){.owned = class->name_storage, .owned_size = class->name_size});
}

static const NativeDef type_methods[] = {
    {"mro()", py_type_mro, DOC("The classes that attributes are looked up in."), NATIVE_METHOD},
    {"__subclasses__()", py_type_subclasses, DOC("Return the classes made directly from this one."), NATIVE_METHOD},
    {"__prepare__(*args, **kwargs)~(name, bases, /, **kwds)", py_type_prepare,
     DOC("Make the dict that a class body runs in."), NATIVE_CLASS_METHOD},
    {"__instancecheck__(instance, /)", py_type_instancecheck, DOC("Answer isinstance() for this class."),
     NATIVE_METHOD},
    {"__subclasscheck__(subclass, /)", py_type_subclasscheck, DOC("Answer issubclass() for this class."),
     NATIVE_METHOD},
    {"__dir__()", py_type_dir, DOC("The names of a class and of its bases."), NATIVE_METHOD},
    {"__sizeof__()", py_type_sizeof, DOC("Bytes that the class takes."), NATIVE_METHOD},
    {0},
};

static const GetSetDef type_getsets[] = {
    {"__basicsize__", get_basic_size, NULL, 0, true},
    {"__itemsize__", get_item_size, NULL, 0, true},
    {"__flags__", get_flags, NULL, 0, true},
    {"__base__", get_base, NULL, 0, true},
    {"__weakrefoffset__", get_weakref_offset, NULL, 0, true},
    {"__dictoffset__", get_dict_offset, NULL, 0, true},
    {"__name__", get_name, set_name, 0},
    {"__qualname__", get_qualname, set_qualname, 0},
    {"__bases__", get_bases, set_bases, 0},
    {"__mro__", get_mro, NULL, 0},
    {"__module__", get_module, set_module, 0},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods, 0},
    {"__dict__", get_dict, NULL, 0},
    {"__doc__", get_doc, set_doc, 0},
    {"__text_signature__", get_text_signature, NULL, 0},
    {"__annotations__", get_annotations, set_annotations, 0},
    {"__type_params__", get_type_params, set_type_params, 0},
    {0},
};

static Value type_of_object(Ref object) { return retain(type_ref(type_of(object))); }

Type type_type = {
    TYPE_HEAD(type),
    .name = "type",
    .doc = "The class of an object, or a new class from its name, bases and namespace.",
    .flags = TYPE_CONTAINER | TYPE_TYPE | TYPE_WEAKREF,
    .size = sizeof(Class),
    .traverse = type_traverse,
    .dispose = type_dispose,
    .convert = type_of_object,
    .init = &type_init_def,
    .init_slot = type_init,
    .new_slot = type_new,
    .repr = type_repr,
    .call = type_call,
    .getattr = type_getattr_class,
    .setattr = type_setattr_class,
    .operators = &union_operators,
    .methods = type_methods,
    .getsets = type_getsets,
};
