#include "runtime/mapping_proxy.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"

static Ref mapping_of(Ref self) { return ((MappingProxy *)object_of(self))->mapping; }

Value mapping_proxy_new(Ref mapping) {
    MappingProxy *self = object_new(&type_mapping_proxy, sizeof *self);
    self->mapping = retain(mapping);
    return value_of(self);
}

static Value py_proxy_new(const Ref *args) {
    const Type *type = type_of(args[1]);
    if (!type->getitem || type->flags & (TYPE_LIST | TYPE_TUPLE)) {
        return raise(&type_TypeError, "mappingproxy() argument must be a mapping, not %T", args[1]);
    }
    return mapping_proxy_new(args[1]);
}
static const NativeDef proxy_construct = {"mappingproxy(mapping)", py_proxy_new, 0, NATIVE_METHOD};

/* The mapping of a proxy that is asked; NULL: proxies of proxies are nested too deep. */
static Ref asked(Ref self) { return recursion_check("") ? mapping_of(self) : NULL; }

static Value proxy_repr(Ref self) { return error_format("mappingproxy(%R)", mapping_of(self)); }

static Value proxy_str(Ref self) {
    Ref mapping = asked(self);
    return mapping ? str_of(mapping) : NULL;
}

static Value proxy_iter(Ref self) {
    Ref mapping = asked(self);
    return mapping ? iterate(mapping) : NULL;
}

static int64_t proxy_len(Ref self) {
    Ref mapping = asked(self);
    return mapping ? length_of(mapping) : -1;
}

static Value proxy_getitem(Ref self, Ref key) {
    Ref mapping = asked(self);
    return mapping ? getitem(mapping, key) : NULL;
}

static Lookup proxy_contains(Ref self, Ref key) {
    Ref mapping = asked(self);
    return mapping ? contains(mapping, key) : FAILED;
}

static bool proxy_hash(Ref self, int64_t *hash) {
    Ref mapping = asked(self);
    return mapping && hash_of(mapping, hash);
}

/* What an operator with other may see: a class's dict, which nobody else may write to, only where no method of Python's
 * is asked. New reference. */
static Value shown(Ref v, Ref other) {
    Ref mapping = is_exact(v, &type_mapping_proxy) ? mapping_of(v) : v;
    bool safe = mapping == v || !is_exact(mapping, &type_dict) || !(type_of(other)->flags & TYPE_HEAP);
    return safe ? retain(mapping) : dict_copy(mapping);
}

static Value proxy_compare(Ref self, Ref other, CompareOp op) {
    Value mapping = shown(self, other), result = mapping ? compare(op, mapping, other) : NULL;
    release_maybe(mapping);
    return result;
}

static Value either(Ref left, Ref right) {
    Value a = recursion_check("") ? shown(left, right) : NULL, b = a ? shown(right, left) : NULL,
          result = b ? binary_op(BINARY_OR, a, b) : NULL;
    release_maybe(a);
    release_maybe(b);
    return result;
}
static Value proxy_or(Ref self, Ref other) { return either(self, other); }
static Value proxy_reflected_or(Ref self, Ref other) { return either(other, self); }

static Value proxy_inplace_or(Ref self, Ref other) {
    return raise(&type_TypeError, "'|=' is not supported by %T; use '|' instead", self);
}

static Value ask(Ref self, Ref method, const Ref *args, size_t count) {
    Ref mapping = asked(self);
    return mapping ? call_method(mapping, method, args, count) : NULL;
}

static Value py_proxy_get(const Ref *args) { return ask(args[0], NAME(get), args + 1, 2); }
static Value py_proxy_keys(const Ref *args) { return ask(args[0], NAME(keys), NULL, 0); }
static Value py_proxy_values(const Ref *args) { return ask(args[0], NAME(values), NULL, 0); }
static Value py_proxy_items(const Ref *args) { return ask(args[0], NAME(items), NULL, 0); }
static Value py_proxy_copy(const Ref *args) { return ask(args[0], NAME(copy), NULL, 0); }
static Value py_proxy_reversed(const Ref *args) { return ask(args[0], NAME(dunder_reversed), NULL, 0); }

static const NativeDef proxy_methods[] = {
    {"get(key, default=None, /)", py_proxy_get, DOC("The value of key, or default when it has none."), NATIVE_METHOD},
    {"keys()", py_proxy_keys, DOC("a view of the keys"), NATIVE_METHOD},
    {"values()", py_proxy_values, DOC("a view of the values"), NATIVE_METHOD},
    {"items()", py_proxy_items, DOC("a view of the pairs of key and value"), NATIVE_METHOD},
    {"copy()", py_proxy_copy, DOC("a shallow copy of D"), NATIVE_METHOD},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {"__reversed__()", py_proxy_reversed, DOC("reverse iterator"), NATIVE_METHOD},
    {0},
};

Type type_mapping_proxy = {
    TYPE_HEAD(mapping_proxy),
    .name = "mappingproxy",
    .doc = "Read-only proxy of a mapping.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_MAPPING | TYPE_PARTS_1,
    .size = sizeof(MappingProxy),
    .traverse = object_traverse_parts,
    .construct = &proxy_construct,
    .repr = proxy_repr,
    .str = proxy_str,
    .iter = proxy_iter,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .len = proxy_len,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .operators =
        &(Operators){
            .binary[BINARY_OR] = proxy_or,
            .reflected[BINARY_OR] = proxy_reflected_or,
            .inplace[BINARY_OR] = proxy_inplace_or,
        },
    .methods = proxy_methods,
};
