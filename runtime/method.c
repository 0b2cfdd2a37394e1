#include "runtime/method.h"

#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

Value method_new(Ref function, Ref self) {
    Method *method = object_new(&type_method, sizeof *method);
    method->function = retain(function);
    method->self = retain(self);
    return value_of(method);
}

static Value py_method_new(const Ref *args) {
    if (!type_of(args[1])->call) return raise(&type_TypeError, "first argument must be callable");
    if (is_none(args[2])) return raise(&type_TypeError, "instance must not be None");
    return method_new(args[1], args[2]);
}
static const NativeDef method_construct = {"method(function, instance, /)", py_method_new, 0, NATIVE_METHOD};

static Value method_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    const Method *method = as_method(self);
    return call_with_first(method->function, method->self, args, count, keywords);
}

/* A bound method stays bound to what it is bound to. */
static Value method_get(Ref self, Ref instance, Ref owner) { return retain(self); }

/* What a method does not have itself it has from its function. */
static Value method_getattr(Ref self, Ref name) {
    Value result = NULL;
    Lookup found = type_getattr_generic_try(self, name, &result);
    if (found != MISSING) return result;
    return recursion_check("") ? getattr(as_method(self)->function, name) : NULL;
}

static Value name_of(Ref function) {
    Value name = NULL;
    Lookup found = getattr_try(function, NAME(dunder_qualname), &name);
    if (found == MISSING) found = getattr_try(function, NAME(dunder_name), &name);
    if (found == FAILED) return NULL;
    if (found == FOUND && is_str(name)) return name;
    release_maybe(name);
    return str_from_text("?");
}

static Value method_repr(Ref self) {
    Value name = name_of(as_method(self)->function);
    if (!name) return NULL;
    Value result = error_format("<bound method %S of %R>", name, as_method(self)->self);
    release(name);
    return result;
}

static Value method_compare(Ref a, Ref b, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(b, &type_method)) return VALUE_NOT_IMPLEMENTED;
    Lookup same =
        as_method(a)->self == as_method(b)->self ? equal(as_method(a)->function, as_method(b)->function) : MISSING;
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

static bool method_hash(Ref self, int64_t *hash) {
    if (!hash_of(as_method(self)->function, hash)) return false;
    *hash ^= (int64_t)(bits_of(as_method(self)->self) >> 4);
    if (*hash == -1) *hash = -2;
    return true;
}

static Value get_function(Ref self) { return retain(as_method(self)->function); }
static Value get_self(Ref self) { return retain(as_method(self)->self); }

static Value get_doc(Ref self) {
    Value doc = NULL;
    Lookup found = recursion_check("") ? getattr_try(as_method(self)->function, NAME(dunder_doc), &doc) : FAILED;
    return found == MISSING ? VALUE_NONE : doc;
}

static const GetSetDef method_getsets[] = {
    {"__func__", get_function, NULL, DOC("the callable that the method calls"), true},
    {"__self__", get_self, NULL, DOC("what is passed as the first argument"), true},
    {"__doc__", get_doc, NULL, 0},
    {0},
};

Type type_method = {
    TYPE_HEAD(method),
    .name = "method",
    .doc = "A function together with the object that it is called for.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF | TYPE_PARTS_2,
    .size = sizeof(Method),
    .traverse = object_traverse_parts,
    .construct = &method_construct,
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .methods = getattr_reduce_methods,
    .getattr = method_getattr,
    .get = method_get,
    .getsets = method_getsets,
};
