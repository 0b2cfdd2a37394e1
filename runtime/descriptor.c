#include "runtime/descriptor.h"

#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/method.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

Lookup is_abstract_method(Ref function) {
    if (!function || is_none(function)) return MISSING;
    if (!recursion_check("")) return FAILED;
    Value answer = NULL;
    Lookup found = getattr_try(function, NAME(dunder_isabstractmethod), &answer);
    if (found != FOUND) return found;
    found = truth(answer);
    release(answer);
    return found;
}

static Value abstract_if_any(Ref a, Ref b, Ref c) {
    const Ref functions[] = {a, b, c};
    for (size_t i = 0; i < 3; i++) {
        Lookup abstract = is_abstract_method(functions[i]);
        if (abstract == FAILED) return NULL;
        if (abstract == FOUND) return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value or_none(Ref v) { return v ? retain(v) : VALUE_NONE; }
static Ref given(Ref v) { return v && !is_none(v) ? v : NULL; }

/* ---- property ---- */

/* A property without a docstring of its own has its getter's. A derived class has a __doc__ of its own in the way: its
 * instances keep theirs among their attributes, and go without when they have none. */
static bool set_doc(Property *self, Ref doc) {
    self->own_doc = false;
    Value text = retain_maybe(given(doc));
    if (!text && self->getter) {
        if (getattr_try(self->getter, NAME(dunder_doc), &text) == FAILED) return false;
        if (text && is_none(text)) clear_ref(&text);
        self->own_doc = text != NULL;
    }
    if (self->head.type == &type_property) {
        slot_set_steal(&self->doc, text);
        return true;
    }
    bool done = setattr(value_of(self), NAME(dunder_doc), text ? text : VALUE_NONE);
    release_maybe(text);
    if (done || self->own_doc || !error_matches(&type_AttributeError)) return done;
    error_clear();
    return true;
}

static bool init_property(Property *self, Ref getter, Ref setter, Ref deleter, Ref doc) {
    slot_set(&self->getter, given(getter));
    slot_set(&self->setter, given(setter));
    slot_set(&self->deleter, given(deleter));
    clear_ref(&self->name);
    return set_doc(self, doc);
}

static Value property_make(Type *type) { return value_of(object_new(type, type->size)); }

static Value py_property_init(const Ref *args) {
    return init_property(as_property(args[0]), args[1], args[2], args[3], args[4]) ? VALUE_NONE : NULL;
}
static const NativeDef property_init = {"property(fget=None, fset=None, fdel=None, doc=None)", py_property_init, 0,
                                        NATIVE_METHOD};

/* The name that errors show: __set_name__'s, else the getter's. New reference, NULL: none; a failure counts as none. */
static Value property_name(const Property *self) {
    if (self->name) return retain(self->name);
    Value name = NULL;
    if (self->getter && getattr_try(self->getter, NAME(dunder_name), &name) == FAILED) error_clear();
    return name;
}

static Value raise_property(const Property *self, Ref instance, const char *what) {
    Value name = property_name(self), qualname = type_get_qualname(type_of(instance));
    if (name) {
        raise(&type_AttributeError, "property %R of %R object has no %s", name, qualname, what);
    } else {
        raise(&type_AttributeError, "property of %R object has no %s", qualname, what);
    }
    release_maybe(name);
    release(qualname);
    return NULL;
}

static Value property_get(Ref self, Ref instance, Ref owner) {
    if (!instance || is_none(instance)) return retain(self);
    Ref getter = as_property(self)->getter;
    return getter ? call_1(getter, instance) : raise_property(as_property(self), instance, "getter");
}

static bool property_set(Ref self, Ref instance, Ref value) {
    Ref function = value ? as_property(self)->setter : as_property(self)->deleter;
    if (!function) {
        raise_property(as_property(self), instance, value ? "setter" : "deleter");
        return false;
    }
    Value result = value ? call_2(function, instance, value) : call_1(function, instance);
    release_maybe(result);
    return result != NULL;
}

/* A copy of the same class with one function replaced. */
static Value copy_with(Ref self, Ref getter, Ref setter, Ref deleter) {
    const Property *from = as_property(self);
    Value args[] = {
        or_none(given(getter) ? getter : from->getter),
        or_none(given(setter) ? setter : from->setter),
        or_none(given(deleter) ? deleter : from->deleter),
        from->own_doc && given(getter) ? VALUE_NONE : or_none(from->doc),
    };
    Value copy = call(type_ref(type_of(self)), refs(args), 4, NULL);
    for (size_t i = 0; i < 4; i++) release(args[i]);
    if (copy && type_is_subtype(type_of(copy), &type_property)) {
        slot_set(&as_property(copy)->name, from->name);
        as_property(copy)->own_doc = from->own_doc;
    }
    return copy;
}

static Value py_property_getter(const Ref *args) { return copy_with(args[0], args[1], NULL, NULL); }
static Value py_property_setter(const Ref *args) { return copy_with(args[0], NULL, args[1], NULL); }
static Value py_property_deleter(const Ref *args) { return copy_with(args[0], NULL, NULL, args[1]); }

static Value py_property_set_name(const Ref *args) {
    size_t count = tuple_count(args[1]);
    if (count != 2) {
        return raise(&type_TypeError, "__set_name__() takes 2 positional arguments but %zu were given", count);
    }
    slot_set(&as_property(args[0])->name, tuple_peek(args[1], 1));
    return VALUE_NONE;
}

static Value get_getter(Ref self) { return or_none(as_property(self)->getter); }
static Value get_setter(Ref self) { return or_none(as_property(self)->setter); }
static Value get_deleter(Ref self) { return or_none(as_property(self)->deleter); }
static Value get_property_doc(Ref self) { return or_none(as_property(self)->doc); }

static bool set_property_doc(Ref self, Ref value) {
    slot_set(&as_property(self)->doc, value);
    return true;
}

static Value get_property_name(Ref self) {
    const Property *property = as_property(self);
    if (!recursion_check("")) return NULL; /* the getter may be the property itself */
    Value name = retain_maybe(property->name);
    if (!name && property->getter && getattr_try(property->getter, NAME(dunder_name), &name) == FAILED) return NULL;
    return name ? name : raise_no_attribute(self, NAME(dunder_name));
}

static bool set_property_name(Ref self, Ref value) {
    slot_set(&as_property(self)->name, value);
    return true;
}

static Value get_property_abstract(Ref self) {
    const Property *property = as_property(self);
    return abstract_if_any(property->getter, property->setter, property->deleter);
}

static const NativeDef property_methods[] = {
    {"getter(object, /)", py_property_getter, DOC("A copy of the property with this getter."), NATIVE_METHOD},
    {"setter(object, /)", py_property_setter, DOC("A copy of the property with this setter."), NATIVE_METHOD},
    {"deleter(object, /)", py_property_deleter, DOC("A copy of the property with this deleter."), NATIVE_METHOD},
    {"__set_name__(*args)~(owner, name, /)", py_property_set_name,
     DOC("Remember the name under which owner has the property."), NATIVE_METHOD},
    {0},
};

static const GetSetDef property_getsets[] = {
    {"fget", get_getter, NULL, 0, true},
    {"fset", get_setter, NULL, 0, true},
    {"fdel", get_deleter, NULL, 0, true},
    {"__doc__", get_property_doc, set_property_doc, 0},
    {"__name__", get_property_name, set_property_name, 0},
    {"__isabstractmethod__", get_property_abstract, NULL, 0},
    {0},
};

Type type_property = {
    TYPE_HEAD(property),
    .init_slot = NULL,
    .name = "property",
    .doc = "An attribute that is computed.\n\n"
           "  fget\n    called to read it\n"
           "  fset\n    called to set it\n"
           "  fdel\n    called to delete it\n"
           "  doc\n    its docstring",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_PARTS_5,
    .size = sizeof(Property),
    .traverse = object_traverse_parts,
    .make = property_make,
    .init = &property_init,
    .get = property_get,
    .set = property_set,
    .methods = property_methods,
    .getsets = property_getsets,
};

/* ---- classmethod and staticmethod ---- */

/* The wrapper looks like what it wraps. */
static bool copy_attributes(Ref self, Ref function) {
    const Ref copied[] = {NAME(dunder_module), NAME(dunder_name), NAME(dunder_qualname), NAME(dunder_doc),
                          NAME(dunder_annotations)};
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++) {
        Value value = NULL;
        Lookup found = getattr_try(function, copied[i], &value);
        if (found == FOUND && instance_set(self, copied[i], value) == FAILED) found = FAILED;
        release_maybe(value);
        if (found == FAILED) return false;
    }
    return true;
}

static Value wrap(Type *type, Ref function) {
    ClassMethod *self = object_new(type, type->size);
    self->function = retain(function);
    return value_of(self);
}

Value classmethod_new(Ref function) { return wrap(&type_classmethod, function); }
Value staticmethod_new(Ref function) { return wrap(&type_staticmethod, function); }

static Value class_method_make(Type *type) {
    ClassMethod *self = object_new(type, type->size);
    self->function = NULL;
    return value_of(self);
}

static Value py_class_method_init(const Ref *args) {
    slot_set(&as_class_method(args[0])->function, args[1]);
    return copy_attributes(args[0], args[1]) ? VALUE_NONE : NULL;
}
static const NativeDef class_method_init = {"classmethod(function, /)", py_class_method_init, 0, NATIVE_METHOD};
static const NativeDef static_method_init = {"staticmethod(function, /)", py_class_method_init, 0, NATIVE_METHOD};

/* What __init__ was given, borrowed, or NULL with RuntimeError. */
static Ref wrapped(Ref self) {
    Ref function = as_class_method(self)->function;
    const char *kind = type_is_subtype(type_of(self), &type_classmethod) ? "classmethod" : "staticmethod";
    if (UNLIKELY(!function)) raise(&type_RuntimeError, "uninitialized %s object", kind);
    return function;
}

static Value class_method_get(Ref self, Ref instance, Ref owner) {
    Ref function = wrapped(self);
    return function ? method_new(function, owner ? owner : type_ref(type_of(instance))) : NULL;
}

static Value static_method_get(Ref self, Ref instance, Ref owner) {
    Ref function = wrapped(self);
    return function ? retain(function) : NULL;
}

static Ref static_method_peek(Ref self, Ref instance) { return as_class_method(self)->function; }

static Value static_method_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    Ref function = wrapped(self);
    return function ? call(function, args, count, keywords) : NULL;
}

static Value class_method_repr(Ref self) {
    Ref function = as_class_method(self)->function;
    return function ? error_format("<%T(%R)>", self, function) : error_format("<%T(<NULL>)>", self);
}

static Value get_function(Ref self) { return or_none(as_class_method(self)->function); }
static Value get_class_method_abstract(Ref self) {
    return abstract_if_any(as_class_method(self)->function, NULL, NULL);
}

static void class_method_traverse(Ref self, Visit visit, void *context) {
    visit(as_class_method(self)->function, context);
    instance_traverse(self, visit, context);
}

static const GetSetDef class_method_getsets[] = {
    {"__func__", get_function, NULL, 0, true},
    {"__wrapped__", get_function, NULL, 0, true},
    {"__isabstractmethod__", get_class_method_abstract, NULL, 0},
    {"__dict__", instance_dict, instance_set_dict, 0},
    {0},
};

Type type_classmethod = {
    TYPE_HEAD(classmethod),
    .init_slot = NULL,
    .name = "classmethod",
    .doc = "A method whose first argument is the class.",
    .flags = TYPE_CONTAINER | TYPE_DICT,
    .size = sizeof(ClassMethod),
    .shape_offset = offsetof(ClassMethod, slots),
    .traverse = class_method_traverse,
    .dispose = instance_dispose,
    .make = class_method_make,
    .init = &class_method_init,
    .repr = class_method_repr,
    .get = class_method_get,
    .getsets = class_method_getsets,
};

Type type_staticmethod = {
    TYPE_HEAD(staticmethod),
    .init_slot = NULL,
    .name = "staticmethod",
    .doc = "A method that gets neither instance nor class.",
    .flags = TYPE_CONTAINER | TYPE_DICT,
    .size = sizeof(ClassMethod),
    .shape_offset = offsetof(ClassMethod, slots),
    .traverse = class_method_traverse,
    .dispose = instance_dispose,
    .make = class_method_make,
    .init = &static_method_init,
    .repr = class_method_repr,
    .call = static_method_call,
    .get = static_method_get,
    .peek = static_method_peek,
    .getsets = class_method_getsets,
};
