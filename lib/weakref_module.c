/* lib/weakref_module.c - the module _weakref, and weak proxies.
 *
 * Owns:      the proxy types.
 * Invariant: a proxy is entered in the table of weak references like any of them.
 * Not here:  weak references (runtime/weakref.c), weak dictionaries and finalize (lib/py/weakref.py).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/weakref.h"

static bool is_proxy(Ref v) { return is_exact(v, &type_weakproxy) || is_exact(v, &type_callable_weakproxy); }

/* What v stands for: the target of a proxy, anything else itself. NULL with ReferenceError. */
static Value unwrap(Ref v) {
    if (!is_proxy(v)) return retain(v);
    Value target = weakref_get(v);
    return is_none(target) ? raise(&type_ReferenceError, "weakly-referenced object no longer exists") : target;
}

/* Operators: each is applied to the targets. */

typedef Value (*Operation)(BinaryOp op, Ref a, Ref b);

static Value apply(Operation operation, BinaryOp op, Ref a, Ref b) {
    Value left = unwrap(a), right = left ? unwrap(b) : NULL;
    Value result = right ? operation(op, left, right) : NULL;
    release_maybe(right);
    release_maybe(left);
    return result;
}

#define PROXY_OPERATORS(X)                                                                                             \
    X(BINARY_ADD)                                                                                                      \
    X(BINARY_SUB)                                                                                                      \
    X(BINARY_MUL)                                                                                                      \
    X(BINARY_MATMUL)                                                                                                   \
    X(BINARY_TRUEDIV)                                                                                                  \
    X(BINARY_FLOORDIV)                                                                                                 \
    X(BINARY_MOD)                                                                                                      \
    X(BINARY_POW) X(BINARY_LSHIFT) X(BINARY_RSHIFT) X(BINARY_AND) X(BINARY_XOR) X(BINARY_OR) X(BINARY_DIVMOD)
#define DEFINE(op)                                                                                                     \
    static Value proxy_##op(Ref a, Ref b) { return apply(binary_op, op, a, b); }                                       \
    static Value proxy_reflected_##op(Ref a, Ref b) { return apply(binary_op, op, b, a); }                             \
    static Value proxy_inplace_##op(Ref a, Ref b) { return apply(inplace_op, op, a, b); }
PROXY_OPERATORS(DEFINE)

static Value proxy_power(Ref a, Ref b, Ref modulus) {
    Value left = unwrap(a), right = left ? unwrap(b) : NULL, third = right ? unwrap(modulus) : NULL;
    Value result = third ? power_mod(left, right, third) : NULL;
    release_maybe(third);
    release_maybe(right);
    release_maybe(left);
    return result;
}

static Value apply_1(Value (*operation)(Ref), Ref a) {
    Value target = unwrap(a), result = target ? operation(target) : NULL;
    release_maybe(target);
    return result;
}

static Value as_int_of(Ref v) { return call_1(type_ref(&type_int), v); }
static Value as_float_of(Ref v) { return call_1(type_ref(&type_float), v); }
static Value proxy_negative(Ref a) { return apply_1(negative, a); }
static Value proxy_positive(Ref a) { return apply_1(positive, a); }
static Value proxy_absolute(Ref a) { return apply_1(absolute, a); }
static Value proxy_invert(Ref a) { return apply_1(invert, a); }
static Value proxy_int(Ref a) { return apply_1(as_int_of, a); }
static Value proxy_float(Ref a) { return apply_1(as_float_of, a); }
static Value proxy_index(Ref a) { return apply_1(index_of, a); }
static Value proxy_str(Ref a) { return apply_1(str_of, a); }
static Value proxy_iter(Ref a) { return apply_1(iterate, a); }

static Value proxy_compare(Ref a, Ref b, CompareOp op) {
    Value left = unwrap(a), right = left ? unwrap(b) : NULL;
    Value result = right ? compare(op, left, right) : NULL;
    release_maybe(right);
    release_maybe(left);
    return result;
}

/* Attributes, items, the rest. */

static Value proxy_getattr(Ref self, Ref name) {
    Value target = unwrap(self), result = target ? getattr(target, name) : NULL;
    release_maybe(target);
    return result;
}

static bool proxy_setattr(Ref self, Ref name, Ref value) {
    Value target = unwrap(self);
    bool ok = target && setattr(target, name, value);
    release_maybe(target);
    return ok;
}

static Value proxy_getitem(Ref self, Ref key) {
    Value target = unwrap(self), result = target ? getitem(target, key) : NULL;
    release_maybe(target);
    return result;
}

static bool proxy_setitem(Ref self, Ref key, Ref value) {
    Value target = unwrap(self);
    bool ok = target && setitem(target, key, value);
    release_maybe(target);
    return ok;
}

static Lookup proxy_contains(Ref self, Ref item) {
    Value target = unwrap(self);
    Lookup found = target ? contains(target, item) : FAILED;
    release_maybe(target);
    return found;
}

static int64_t proxy_len(Ref self) {
    Value target = unwrap(self);
    int64_t length = target ? length_of(target) : -1;
    release_maybe(target);
    return length;
}

static Lookup proxy_bool(Ref self) {
    Value target = unwrap(self);
    Lookup answer = target ? truth(target) : FAILED;
    release_maybe(target);
    return answer;
}

static Lookup proxy_next(Ref self, Value *item) {
    Value target = unwrap(self);
    Lookup found = FAILED;
    if (target && !type_of(target)->next)
        raise(&type_TypeError, "Weakref proxy referenced a non-iterator '%T' object", target);
    else if (target) found = iterate_next(target, item);
    release_maybe(target);
    return found;
}

static Value proxy_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    Value target = unwrap(self), result = target ? call(target, args, count, keywords) : NULL;
    release_maybe(target);
    return result;
}

static bool proxy_hash(Ref self, int64_t *hash) { return raise_false(&type_TypeError, "unhashable type: '%T'", self); }

static Value proxy_repr(Ref self) {
    Value target = weakref_get(self);
    if (is_none(target)) return error_format("<weakproxy at 0x%lx; dead>", (unsigned long)bits_of(self));
    Value kind = type_shown_name(type_of(target));
    Value text = error_format("<weakproxy at 0x%lx; to '%S' at 0x%lx>", (unsigned long)bits_of(self), (Ref)kind,
                              (unsigned long)bits_of(target));
    release(kind);
    release(target);
    return text;
}

static Value call_of_target(Ref self, Ref method) {
    Value target = unwrap(self), result = target ? call_method(target, method, NULL, 0) : NULL;
    release_maybe(target);
    return result;
}

static Value py_proxy_reversed(const Ref *args) { return call_of_target(args[0], NAME(dunder_reversed)); }
static Value py_proxy_bytes(const Ref *args) { return call_of_target(args[0], NAME(dunder_bytes)); }

static const NativeDef proxy_methods[] = {
    {"__bytes__()", py_proxy_bytes, DOC("Return what __bytes__ of the target does."), 0},
    {"__reversed__()", py_proxy_reversed, DOC("Return what __reversed__ of the target does."), 0},
    {0},
};

#define BINARY_ROW(op) [op] = proxy_##op,
#define REFLECTED_ROW(op) [op] = proxy_reflected_##op,
#define INPLACE_ROW(op) [op] = proxy_inplace_##op,
static Operators proxy_operators = {
    .negative = proxy_negative,
    .positive = proxy_positive,
    .absolute = proxy_absolute,
    .invert = proxy_invert,
    .power = proxy_power,
    .as_int = proxy_int,
    .as_float = proxy_float,
    .binary = {PROXY_OPERATORS(BINARY_ROW)},
    .reflected = {PROXY_OPERATORS(REFLECTED_ROW)},
    .inplace = {PROXY_OPERATORS(INPLACE_ROW)},
};
#define PROXY_TYPE(name_, text)                                                                                        \
    TYPE_HEAD(name_), .name = text, .module = "weakref",                                                               \
        .flags = TYPE_CONTAINER | TYPE_NO_NEW | TYPE_FINAL | TYPE_MODULE_APART, .size = sizeof(Weakref),               \
        .traverse = weakref_traverse, .dispose = weakref_dispose, .repr = proxy_repr, .str = proxy_str,                \
        .hash = proxy_hash, .compare = proxy_compare, .as_bool = proxy_bool, .getattr = proxy_getattr,                 \
        .setattr = proxy_setattr, .getitem = proxy_getitem, .setitem = proxy_setitem, .contains = proxy_contains,      \
        .len = proxy_len, .iter = proxy_iter, .next = proxy_next, .as_index = proxy_index,                             \
        .operators = &proxy_operators, .methods = proxy_methods

Type type_weakproxy = {PROXY_TYPE(weakproxy, "weakref.ProxyType")};
Type type_callable_weakproxy = {PROXY_TYPE(callable_weakproxy, "weakref.CallableProxyType"), .call = proxy_call};

/* The module. */

/* A proxy without a callback is used again, as a reference is. */
static void find_plain_proxy(Ref ref, void *context) {
    Value *found = context;
    if (!*found && is_proxy(ref) && !((Weakref *)object_of(ref))->callback) *found = retain(ref);
}

static Value py_weakref_proxy(const Ref *args) {
    Value known = NULL;
    if (is_none(args[1])) weakref_walk(args[0], find_plain_proxy, &known);
    if (known) return known;
    return weakref_new(type_of(args[0])->call ? &type_callable_weakproxy : &type_weakproxy, args[0], args[1]);
}

static Value py_weakref_getweakrefcount(const Ref *args) { return int_value((int64_t)weakref_count(args[0])); }

typedef struct Gathered {
    Value list; /* or NULL after a failure */
} Gathered;

static void gather(Ref ref, void *context) {
    Gathered *g = context;
    if (g->list && !list_append(g->list, ref)) clear_ref(&g->list);
}

static Value py_weakref_getweakrefs(const Ref *args) {
    Gathered g = {list_new(0)};
    if (g.list) weakref_walk(args[0], gather, &g);
    return g.list;
}

/* Deletes dict[key] if it is a dead reference by now: what a WeakValueDictionary does in its callbacks. */
static Value py_weakref_remove_dead(const Ref *args) {
    Value ref = NULL;
    Lookup found = is_dict(args[0]) ? dict_get(args[0], args[1], &ref) : MISSING;
    if (found != FOUND) return found == FAILED ? NULL : VALUE_NONE;
    bool dead = type_is_subtype(type_of(ref), &type_weakref);
    if (dead) {
        Value target = weakref_get(ref);
        dead = is_none(target);
        release(target);
    }
    release(ref);
    return dead && dict_delete(args[0], args[1]) == FAILED ? NULL : VALUE_NONE;
}

static bool fill(Ref dict) {
    dict_set_text(dict, "ref", type_ref(&type_weakref));
    dict_set_text(dict, "ReferenceType", type_ref(&type_weakref));
    dict_set_text(dict, "ProxyType", type_ref(&type_weakproxy));
    dict_set_text(dict, "CallableProxyType", type_ref(&type_callable_weakproxy));
    return true;
}

static const NativeDef functions[] = {
    {"proxy(object, callback=None, /)", py_weakref_proxy,
     DOC("Return an object that does what object does, without keeping it alive.\n\nThe callback, if given, is called "
         "with "
         "the proxy when the "
         "object goes."),
     0},
    {"getweakrefcount(object, /)", py_weakref_getweakrefcount, DOC("How many weak references an object has."), 0},
    {"getweakrefs(object, /)", py_weakref_getweakrefs, DOC("Return a list of the weak references to object."), 0},
    {"_remove_dead_weakref(dct, key, /)", py_weakref_remove_dead,
     DOC("Delete dct[key] if it is a dead weak reference."), 0},
    {0},
};

const ModuleDef module__weakref = {
    "_weakref",
    "Weak references and proxies.",
    functions,
    fill,
};
