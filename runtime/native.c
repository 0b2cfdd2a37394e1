#include "runtime/native.h"

#include <assert.h>

#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/signature.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

void native_prepare(Native *native) {
    if (LIKELY(native->signature != NULL) || native->def->kind == NATIVE_NEW) return;
    const Signature *s = signature_of(native->def);
    uint16_t in_front = native->self || native->owner ? native->def->kind != NATIVE_STATIC_METHOD : 0;
    native->signature = s;
    native->required = s->required + in_front;
    if (s->plain) native->fixed = s->positional + in_front;
    if (!s->plain && (!s->direct || s->star || s->double_star)) return;
    native->most = s->positional + in_front;
    native->words = s->words + in_front;
}

static Native *new_native(Type *type, const NativeDef *def, Type *owner) {
    Native *native = object_new(type, sizeof *native);
    native->def = def;
    native->owner = owner;
    native->fixed = native->words = UINT16_MAX;
    return native;
}

Value native_function(const NativeDef *def, Ref module_name) {
    Native *native = new_native(&type_builtin_function, def, NULL);
    native->module = retain_maybe(module_name);
    return value_of(native);
}

Value native_method(const NativeDef *def, Type *owner) {
    switch (def->kind) {
    case NATIVE_CLASS_METHOD: return value_of(new_native(&type_classmethod_descriptor, def, owner));
    case NATIVE_STATIC_METHOD: {
        Value function = value_of(new_native(&type_builtin_function, def, owner));
        Value result = staticmethod_new(function);
        release(function);
        return result;
    }
    default: return value_of(new_native(&type_method_descriptor, def, owner));
    }
}

Value native_new_function(Type *owner) {
    static const NativeDef def = {"__new__(*args, **kwargs)", NULL,
                                  DOC("Make an instance; the type says from which arguments."), NATIVE_NEW};
    Native *native = new_native(&type_builtin_function, &def, owner);
    native->self = value_of(owner);
    return value_of(native);
}

Value native_bind(Ref descriptor, Ref self) {
    Native *from = as_native(descriptor);
    native_prepare(from);
    Native *native = object_new(&type_builtin_function, sizeof *native);
    native->def = from->def;
    native->signature = from->signature;
    native->self = retain(self);
    native->owner = from->owner;
    native->fixed = from->fixed;
    native->required = from->required;
    native->most = from->most;
    native->words = from->words;
    return value_of(native);
}

Value native_name(const NativeDef *def) {
    return intern_utf8(def->signature, (size_t)(strchr(def->signature, '(') - def->signature));
}

bool native_is_named(const char *signature, Ref name) {
    size_t length = str_length(name);
    if (*signature != *(const char *)str_data(name)) return false;
    if (strnlen(signature, length) < length || memcmp(signature, str_data(name), length) != 0) return false;
    return signature[length] == '(' || signature[length] == 0;
}

/* A parameter that cannot be given by name ends in a slash; what stands in front can never be. */
static bool has_slash(const char *parameters) { return strstr(parameters, ", /") || parameters[1] == '/'; }

/* Where a default is `...` the function sees that nothing was given: no value says so, but one may stand behind the
 * dots that does the same, or a tilde: the function says itself that it must be given. */
Value native_shown_parameters(const char *first, const char *slash, const char *parameters) {
    StrBuilder b;
    builder_init(&b);
    builder_text(&b, first);
    builder_text(&b, slash);
    if (*first && *parameters != ')') builder_text(&b, ", ");
    for (const char *hole; (hole = strstr(parameters, "=...")); parameters = hole + strlen("=...")) {
        builder_utf8(&b, parameters, (size_t)(hole - parameters));
        char next = hole[strlen("=...")];
        if (next == '~') hole++;
        else builder_text(&b, next == ',' || next == ')' ? "=<unrepresentable>" : "=");
    }
    builder_text(&b, parameters);
    return builder_finish(&b);
}

const char *native_parameters(const NativeDef *def) {
    const char *parameters = strchr(def->signature, '('), *other = strstr(parameters, ")~");
    if (!other) return parameters;
    return other[2] ? other + 2 : NULL;
}

Value native_text_signature(const NativeDef *def, bool method) {
    const char *parameters = native_parameters(def);
    if (!parameters) return VALUE_NONE;
    if (!method && strstr(parameters, "=...")) return VALUE_NONE;
    bool of_class = def->kind == NATIVE_CLASS_METHOD || def->kind == NATIVE_NEW;
    const char *first = !method ? "($module" : of_class ? "($type" : "($self";
    bool slash = def->kind != NATIVE_NEW && !has_slash(parameters);
    return native_shown_parameters(first, slash ? ", /" : "", parameters + 1);
}

Value native_call_def(const NativeDef *def, Ref self, const Ref *args, size_t count, Ref keywords) {
    Callee callee = {.constructs = self};
    return signature_call(signature_of(def), callee, self, args, count, keywords);
}

/* Whose method errors and __qualname__ say it is: that of the class or of the instance's class it is bound to. */
static const Type *shown_owner(const Native *native) {
    if (!native->owner || !native->self) return native->owner;
    return is_type(native->self) ? as_type(native->self) : type_of(native->self);
}

static Value call_function(Ref self, const Ref *args, size_t count, Ref keywords) {
    Native *native = as_native(self);
    if (native->fixed == count && !native->self && !keywords) return native->def->function(args);
    if (UNLIKELY(native->def->kind == NATIVE_NEW)) {
        if (count == 0) return raise(&type_TypeError, "%N.__new__(): not enough arguments", native->owner);
        if (!is_type(args[0])) {
            return raise(&type_TypeError, "%N.__new__(X): X is not a type object (%T)", native->owner, args[0]);
        }
        return type_make(native->owner, as_type(args[0]), args + 1, count - 1, keywords);
    }
    if (native_takes_positional(native->def) && !keywords && !native->self)
        return native->def->forms->positional(args, count);
    native_prepare(native);
    Callee callee = {.owner = shown_owner(native), .module = native->module};
    return signature_call(native->signature, callee, native->self, args, count, keywords);
}

static bool check_self(const Native *native, Ref self) {
    if (LIKELY(type_is_subtype(type_of(self), native->owner))) return true;
    Value name = native_name(native->def);
    raise(&type_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", name, native->owner,
          self);
    release(name);
    return false;
}

static Value raise_unbound(const Native *native) {
    Value name = native_name(native->def), owner = type_get_name(native->owner);
    if (native->def->kind == NATIVE_CLASS_METHOD)
        raise(&type_TypeError, "descriptor '%S' of '%S' object needs an argument", name, owner);
    else raise(&type_TypeError, "unbound method %S.%S() needs an argument", owner, name);
    release(owner);
    release(name);
    return NULL;
}

static Value call_method_descriptor(Ref self, const Ref *args, size_t count, Ref keywords) {
    Native *native = as_native(self);
    if (count == 0) return raise_unbound(native);
    if (!check_self(native, args[0])) return NULL;
    if (native->fixed == count && !keywords) return native->def->function(args);
    native_prepare(native);
    Callee callee = {.owner = native->owner};
    return signature_call(native->signature, callee, args[0], args + 1, count - 1, keywords);
}

static Value bind_method(Ref self, Ref instance, Ref owner) {
    if (!instance) return retain(self);
    return check_self(as_native(self), instance) ? native_bind(self, instance) : NULL;
}

static bool check_class(const Native *native, Ref class) {
    if (LIKELY(is_type(class) && type_is_subtype(as_type(class), native->owner))) return true;
    Value name = native_name(native->def);
    raise(&type_TypeError,
          is_type(class) ? "descriptor '%S' requires a subtype of '%N' but received '%N'"
                         : "descriptor '%S' for type '%N' needs a type, not a '%N' as arg 2",
          name, native->owner, is_type(class) ? as_type(class) : type_of(class));
    release(name);
    return false;
}

static Value bind_class_method(Ref self, Ref instance, Ref owner) {
    Ref class = owner ? owner : type_ref(type_of(instance));
    return check_class(as_native(self), class) ? native_bind(self, class) : NULL;
}

static Value call_class_method_descriptor(Ref self, const Ref *args, size_t count, Ref keywords) {
    Native *native = as_native(self);
    if (count == 0) return raise_unbound(native);
    if (!check_class(native, args[0])) return NULL;
    native_prepare(native);
    Callee callee = {.owner = as_type(args[0])};
    return signature_call(native->signature, callee, args[0], args + 1, count - 1, keywords);
}

static Value repr_function(Ref self) {
    const Native *native = as_native(self);
    Value name = native_name(native->def), result;
    if (!native->self && native->owner) { /* a static method */
        result = error_format("<built-in method %S of type object at %p>", name, (void *)native->owner);
    } else if (!native->self) {
        result = error_format("<built-in function %S>", name);
    } else {
        result =
            error_format("<built-in method %S of %T object at %p>", name, native->self, (const void *)native->self);
    }
    release(name);
    return result;
}

static Value repr_descriptor(Ref self) {
    Value name = native_name(as_native(self)->def);
    Value result = error_format("<method '%S' of '%N' objects>", name, as_native(self)->owner);
    release(name);
    return result;
}

static Value compare_functions(Ref a, Ref b, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(b, &type_builtin_function)) return VALUE_NOT_IMPLEMENTED;
    const Native *x = as_native(a), *y = as_native(b);
    bool same = x->def == y->def && x->self == y->self && (x->self || a == b);
    return bool_value(same == (op == COMPARE_EQ));
}

static bool hash_function(Ref self, int64_t *hash) {
    *hash = (int64_t)(((uintptr_t)as_native(self)->def ^ bits_of(as_native(self)->self)) >> 4);
    return true;
}

static Value py_native_name(Ref self) { return native_name(as_native(self)->def); }

static Value py_native_qualname(Ref self) {
    const Native *native = as_native(self);
    if (!native->owner) return native_name(native->def);
    Value name = native_name(native->def), result;
    Value qualname = type_get_qualname(shown_owner(native));
    result = error_format("%S.%S", qualname, name);
    release(qualname);
    release(name);
    return result;
}

static Value py_native_self(Ref self) {
    const Native *native = as_native(self);
    if (native->self) return retain(native->self);
    if (!native->module || !rt()->modules) return VALUE_NONE;
    Ref module = dict_peek_str(rt()->modules, native->module);
    return module ? retain(module) : VALUE_NONE;
}

static Value py_native_module(Ref self) {
    Ref module = as_native(self)->module;
    return module ? retain(module) : VALUE_NONE;
}

static Value py_native_objclass(Ref self) { return value_of(as_native(self)->owner); }

static Value py_native_doc(Ref self) { return doc_text(as_native(self)->def->doc); }

static Value py_native_text_signature(Ref self) {
    const Native *native = as_native(self);
    if (native->owner && native->def->kind == NATIVE_STATIC_METHOD)
        return native_shown_parameters("", "", native_parameters(native->def));
    return native_text_signature(native->def, native->owner != NULL);
}

Value reduce_to_getattr(Ref method) {
    Value from = NULL, name = NULL, where = NULL, result = NULL;
    Lookup found = getattr_try(method, NAME(dunder_self), &from);
    if (found == MISSING) from = getattr(method, NAME(dunder_objclass));
    if (from) name = getattr(method, NAME(dunder_name));
    if (name) where = tuple_pack(2, from, name);
    Ref builtin = module_peek_text(rt()->builtins_module, "getattr");
    if (where) result = builtin ? tuple_pack(2, builtin, where) : raise(&type_AttributeError, "getattr");
    release_maybe(where);
    release_maybe(name);
    release_maybe(from);
    return result;
}

static Value py_reduce_to_getattr(const Ref *args) { return reduce_to_getattr(args[0]); }

const NativeDef getattr_reduce_methods[] = {
    {"__reduce__()", py_reduce_to_getattr, DOC("Return the call of getattr() that finds it again."), NATIVE_METHOD},
    {0},
};

static Value py_native_reduce(const Ref *args) {
    return as_native(args[0])->self ? reduce_to_getattr(args[0]) : py_native_qualname(args[0]);
}

static const NativeDef function_methods[] = {
    {"__reduce__()", py_native_reduce, DOC("Return the name under which it is found."), NATIVE_METHOD},
    {0},
};

static const GetSetDef function_getsets[] = {
    {"__name__", py_native_name, NULL, 0},
    {"__qualname__", py_native_qualname, NULL, 0},
    {"__self__", py_native_self, NULL, 0},
    {"__module__", py_native_module, NULL, 0},
    {"__doc__", py_native_doc, NULL, 0},
    {"__text_signature__", py_native_text_signature, NULL, 0},
    {0},
};

static const GetSetDef descriptor_getsets[] = {
    {"__name__", py_native_name, NULL, 0, true},
    {"__qualname__", py_native_qualname, NULL, 0},
    {"__objclass__", py_native_objclass, NULL, 0, true},
    {"__doc__", py_native_doc, NULL, 0},
    {"__text_signature__", py_native_text_signature, NULL, 0},
    {0},
};

Type type_builtin_function = {
    TYPE_HEAD(builtin_function),
    .name = "builtin_function_or_method",
    .doc = "A function written in C, or a method of it bound to an instance.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_WEAKREF | TYPE_PARTS_2,
    .size = sizeof(Native),
    .traverse = object_traverse_parts,
    .repr = repr_function,
    .hash = hash_function,
    .compare = compare_functions,
    .call = call_function,
    .methods = function_methods,
    .getsets = function_getsets,
};

bool native_takes_any_keys(Ref callable) {
    return is_exact(callable, &type_builtin_function) && as_native(callable)->def->kind == NATIVE_POSITIONAL_ANY;
}

Type type_method_descriptor = {
    TYPE_HEAD(method_descriptor),
    .name = "method_descriptor",
    .doc = "A method of a built-in type, before it is bound to an instance.",
    .flags = TYPE_METHOD | TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,
    .size = sizeof(Native),
    .traverse = object_traverse_parts,
    .repr = repr_descriptor,
    .call = call_method_descriptor,
    .get = bind_method,
    .methods = getattr_reduce_methods,
    .getsets = descriptor_getsets,
};

Type type_classmethod_descriptor = {
    TYPE_HEAD(classmethod_descriptor),
    .name = "classmethod_descriptor",
    .doc = "A class method of a built-in type, before it is bound to a class.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,
    .size = sizeof(Native),
    .traverse = object_traverse_parts,
    .repr = repr_descriptor,
    .call = call_class_method_descriptor,
    .get = bind_class_method,
    .getsets = descriptor_getsets,
};
