/* runtime/simple_namespace.c - an object that only has attributes.
 *
 * Owns:      the type types.SimpleNamespace.
 * Invariant: attributes are those of any instance.
 * Not here:  modules (module.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static bool set_all(Ref self, Ref dict) {
    size_t position = 0;
    for (Ref name, value; dict_step(dict, &position, &name, &value);) {
        if (!is_str(name)) return raise_false(&type_TypeError, "keywords must be strings");
        Value interned = intern_steal(retain(name));
        bool done = instance_set(self, interned, value) == FOUND;
        release(interned);
        if (!done) return false;
    }
    return true;
}

static Value py_namespace_init(const Ref *args) {
    if (args[1]) {
        Value dict = dict_new();
        bool done = dict_update(dict, args[1]) && set_all(args[0], dict);
        release(dict);
        if (!done) return NULL;
    }
    return set_all(args[0], args[2]) ? VALUE_NONE : NULL;
}
static const NativeDef namespace_init = {"SimpleNamespace(mapping_or_iterable=...(), /, **kwargs)", py_namespace_init,
                                         0, NATIVE_METHOD};

static bool write_attributes(StrBuilder *b, Ref dict) {
    size_t position = 0;
    const char *comma = "";
    for (Ref name, value; dict_step(dict, &position, &name, &value);) {
        if (!is_str(name) || as_str(name)->length == 0) continue; /* __dict__ took it */
        Value held = retain(value), text = repr_of(held);
        release(held);
        if (!text) return false;
        builder_text(b, comma);
        builder_str(b, name);
        builder_char(b, '=');
        builder_str(b, text);
        release(text);
        comma = ", ";
    }
    return true;
}

static Value namespace_repr(Ref self) {
    const char *name = is_exact(self, &type_simple_namespace) ? "namespace" : type_of(self)->name;
    Object *object = object_of(self);
    if (object->flags & OBJECT_IN_REPR) return error_format("%s(...)", name);
    Value dict = instance_copy_attributes(self);
    StrBuilder b;
    builder_init(&b);
    builder_text(&b, name);
    builder_char(&b, '(');
    object->flags |= OBJECT_IN_REPR;
    bool done = write_attributes(&b, dict);
    object->flags &= ~(uint32_t)OBJECT_IN_REPR;
    release(dict);
    builder_char(&b, ')');
    if (done) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value namespace_compare(Ref self, Ref other, CompareOp op) {
    if (!type_is_subtype(type_of(other), &type_simple_namespace)) return VALUE_NOT_IMPLEMENTED;
    Value a = instance_copy_attributes(self), b = instance_copy_attributes(other);
    Value result = compare(op, a, b);
    release(a);
    release(b);
    return result;
}

static Value py_namespace_reduce(const Ref *args) {
    Value dict = instance_copy_attributes(args[0]), empty = tuple_empty();
    Value result = tuple_pack(3, type_ref(type_of(args[0])), empty, dict);
    release(dict);
    return result;
}

static Value py_namespace_replace(const Ref *args) {
    Value result = call_0(type_ref(type_of(args[0])));
    if (!result) return NULL;
    Value dict = instance_copy_attributes(args[0]);
    bool done = set_all(result, dict) && set_all(result, args[1]);
    release(dict);
    if (done) return result;
    release(result);
    return NULL;
}

static const NativeDef namespace_methods[] = {
    {"__reduce__()", py_namespace_reduce, DOC("Return what copies and pickles are made from."), NATIVE_METHOD},
    {"__replace__(**changes)", py_namespace_replace,
     DOC("A copy of the namespace in which some attributes are changed."), NATIVE_METHOD},
    {0},
};

static const GetSetDef namespace_getsets[] = {
    {"__dict__", instance_dict, NULL, 0},
    {0},
};

Type type_simple_namespace = {
    TYPE_HEAD(simple_namespace),
    .init_slot = NULL,
    .hash = NULL,
    .name = "types.SimpleNamespace",
    .module = "types",
    .doc = "An object with the attributes that one gives it.",
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_MODULE_APART,
    .size = sizeof(Instance),
    .shape_offset = offsetof(Instance, slots),
    .traverse = instance_traverse,
    .dispose = instance_dispose,
    .make = instance_new,
    .init = &namespace_init,
    .repr = namespace_repr,
    .compare = namespace_compare,
    .methods = namespace_methods,
    .getsets = namespace_getsets,
};
