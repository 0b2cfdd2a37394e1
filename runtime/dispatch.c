#include "runtime/dispatch.h"

#include "runtime/descriptor.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/slots.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* args[0] is self. */
static Value invoke(Ref name, const Ref *args, size_t count) {
    Ref method = type_lookup_peek(type_of(args[0]), name);
    if (UNLIKELY(!method)) return raise(&type_AttributeError, "%S", name);
    return call_attribute(method, args, count, NULL);
}

static Value invoke_operator(Ref name, Ref self, Ref other) {
    const Ref args[] = {self, other};
    Ref method = type_lookup_peek(type_of(self), name);
    return method ? call_attribute(method, args, 2, NULL) : VALUE_NOT_IMPLEMENTED;
}

static bool done(Value result) {
    release_maybe(result);
    return result != NULL;
}

/* ---- one function for each unary and binary method ---- */

#undef DISPATCH_UNARY
#undef DISPATCH_BINARY
#undef DISPATCH_POWER
#undef DISPATCH_ITER
#undef DISPATCH_GETATTR
#define DISPATCH_UNARY(method)                                                                                         \
    Value dispatch_##method(Ref self) { return invoke(NAME(dunder_##method), &self, 1); }
#define DISPATCH_BINARY(method)                                                                                        \
    Value dispatch_##method(Ref self, Ref other) { return invoke_operator(NAME(dunder_##method), self, other); }
#define DISPATCH_POWER DISPATCH_BINARY
#define DISPATCH_ITER DISPATCH_OTHER
#define DISPATCH_GETATTR DISPATCH_OTHER
#define SLOT(kind, method, slot, op, dispatch, signature, doc) DISPATCH_##kind(dispatch)
#include "runtime/slots.def"
#undef SLOT

/* ---- the others ---- */

Value dispatch_iter(Ref self) {
    Ref method = type_lookup_peek(type_of(self), NAME(dunder_iter));
    if (!method || is_none(method)) return raise(&type_TypeError, "'%T' object is not iterable", self);
    return call_attribute(method, &self, 1, NULL);
}

Value dispatch_power(Ref self, Ref other, Ref modulus) {
    const Ref args[] = {self, other, modulus};
    return invoke(NAME(dunder_pow), args, is_none(modulus) ? 2 : 3);
}

Lookup dispatch_bool(Ref self) {
    Value result = invoke(NAME(dunder_bool), &self, 1);
    if (!result) return FAILED;
    if (is_bool(result)) return is_true(result) ? FOUND : MISSING;
    raise(&type_TypeError, "__bool__ should return bool, returned %T", result);
    release(result);
    return FAILED;
}

bool dispatch_hash(Ref self, int64_t *hash) {
    Value result = invoke(NAME(dunder_hash), &self, 1);
    if (!result) return false;
    bool right = is_int(result);
    if (!right) {
        raise(&type_TypeError, "__hash__ method should return an integer");
    } else if (!int_as_int64(result, hash)) {
        *hash = int_hash(result);
    }
    if (right && *hash == -1) *hash = -2;
    release(result);
    return right;
}

Ref dispatch_compare_name(CompareOp op) {
    static const void *const methods[] = {&names.dunder_lt, &names.dunder_le, &names.dunder_eq,
                                          &names.dunder_ne, &names.dunder_gt, &names.dunder_ge};
    return methods[op];
}

/* Is the method a static type's, and made for such instances? */
static bool is_own_wrapper(Type *type, Ref method) {
    return is_exact(method, &type_wrapper_descriptor) && type_is_subtype(type, as_wrapper(method)->owner);
}

Value dispatch_compare(Ref self, Ref other, CompareOp op) {
    Ref method = type_lookup_peek(type_of(self), dispatch_compare_name(op));
    if (!method) return VALUE_NOT_IMPLEMENTED;
    if (is_own_wrapper(type_of(self), method)) {
        return as_wrapper(method)->owner->compare(self, other, op);
    }
    const Ref args[] = {self, other};
    GetSlot get = type_of(method)->get;
    if (LIKELY(!get || type_of(method)->flags & TYPE_METHOD)) return call_attribute(method, args, 2, NULL);
    Value bound = get(method, self, type_ref(type_of(self)));
    if (!bound) { /* a comparison by what cannot be had is none */
        error_clear();
        return VALUE_NOT_IMPLEMENTED;
    }
    Value result = call_1(bound, other);
    release(bound);
    return result;
}

Value dispatch_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    Ref method = type_lookup_peek(type_of(self), NAME(dunder_call));
    if (!method) return raise(&type_TypeError, "'%T' object is not callable", self);
    /* Python functions count their frames themselves; an instance that is its class's __call__ has none. */
    if (UNLIKELY(c_stack_low()))
        return raise(&type_RecursionError, "maximum recursion depth exceeded while calling a Python object");
    return call_attribute_with(method, self, args, count, keywords);
}

Lookup dispatch_next(Ref self, Value *item) {
    *item = invoke(NAME(dunder_next), &self, 1);
    return *item ? FOUND : FAILED; /* a StopIteration stays: next() and yield from want its value */
}

int64_t dispatch_len(Ref self) {
    Value result = invoke(NAME(dunder_len), &self, 1), index = NULL;
    if (!result) return -1;
    if (LIKELY(is_small_int(result) && small_int(result) >= 0)) return small_int(result);
    int64_t length = -1;
    index = index_of(result);
    release(result);
    if (!index) return -1;
    if (int_sign(index) < 0) {
        raise(&type_ValueError, "__len__() should return >= 0");
    } else if (!int_as_int64(index, &length)) {
        raise(&type_OverflowError, "cannot fit 'int' into an index-sized integer");
        length = -1;
    }
    release(index);
    return length;
}

Lookup dispatch_contains(Ref self, Ref item) {
    Ref method = type_lookup_peek(type_of(self), NAME(dunder_contains));
    if (!method || is_none(method)) return raise_failed(&type_TypeError, "'%T' object is not a container", self);
    Value result = call_attribute(method, (const Ref[]){self, item}, 2, NULL);
    if (!result) return FAILED;
    Lookup answer = truth(result);
    release(result);
    return answer;
}

static bool store(Ref set, Ref delete, Ref self, Ref key, Ref value) {
    const Ref args[] = {self, key, value};
    return done(invoke(value ? set : delete, args, value ? 3 : 2));
}

bool dispatch_setitem(Ref self, Ref key, Ref value) {
    return store(NAME(dunder_setitem), NAME(dunder_delitem), self, key, value);
}

bool dispatch_setattr(Ref self, Ref name, Ref value) {
    return store(NAME(dunder_setattr), NAME(dunder_delattr), self, name, value);
}

bool dispatch_set(Ref self, Ref instance, Ref value) {
    return store(NAME(dunder_set), NAME(dunder_delete), self, instance, value);
}

Value dispatch_get(Ref self, Ref instance, Ref owner) {
    const Ref args[] = {self, instance ? instance : VALUE_NONE, owner ? owner : VALUE_NONE};
    return invoke(NAME(dunder_get), args, 3);
}

/* ---- attributes: __getattribute__, then __getattr__ when that finds nothing ---- */

static Lookup call_getattribute(Ref self, Ref name, Value *result) {
    Type *type = type_of(self);
    Ref method = type_lookup_peek(type, NAME(dunder_getattribute));
    if (method && is_own_wrapper(type, method)) {
        BinarySlot slot = as_wrapper(method)->owner->getattr;
        if (!slot) return type_getattr_generic_try(self, name, result);
        *result = slot(self, name);
    } else {
        const Ref args[] = {self, name};
        *result = method ? call_attribute(method, args, 2, NULL) : type_getattr_generic(self, name);
    }
    return *result ? FOUND : FAILED;
}

bool type_finds_generically(Type *type) {
    if (type_uses_generic_getattr(type)) return true;
    if (type->getattr != dispatch_getattr) return false;
    Ref method = type_lookup_peek(type, NAME(dunder_getattribute));
    return !method || (is_own_wrapper(type, method) && !as_wrapper(method)->owner->getattr);
}

static Lookup find(Ref self, Ref name, Value *result) {
    Lookup found = call_getattribute(self, name, result);
    if (LIKELY(found == FOUND)) return FOUND;
    if (found == FAILED && !error_matches(&type_AttributeError)) return FAILED;
    Ref method = type_lookup_peek(type_of(self), NAME(dunder_getattr));
    if (!method) return found;
    if (found == FAILED) error_clear();
    const Ref args[] = {self, name};
    *result = call_attribute(method, args, 2, NULL);
    return *result ? FOUND : FAILED;
}

Value dispatch_getattr(Ref self, Ref name) {
    Value result = NULL;
    return find(self, name, &result) == MISSING ? raise_no_attribute(self, name) : result;
}

Lookup dispatch_getattr_try(Ref self, Ref name, Value *result) {
    Lookup found = find(self, name, result);
    if (found != FAILED || !error_matches(&type_AttributeError)) return found;
    error_clear();
    return MISSING;
}

/* ---- the life of an instance ---- */

bool dispatch_init(Ref self, const Ref *args, size_t count, Ref keywords) {
    Ref method = type_lookup_peek(type_of(self), NAME(dunder_init));
    Value result = call_attribute_with(method, self, args, count, keywords);
    if (!result) return false;
    if (LIKELY(is_none(result))) return true;
    raise(&type_TypeError, "__init__() should return None, not '%T'", result);
    release(result);
    return false;
}

Value dispatch_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    Value function = type_getattr_class(type, NAME(dunder_new));
    if (!function) return NULL;
    Value result = call_with_first(function, type, args, count, keywords);
    release(function);
    return result;
}

void dispatch_del(Ref self) {
    if (UNLIKELY(!rt()->vm)) return; /* the runtime is at its end: what it kept to the last goes silently */
    Value error = error_set() ? error_take() : NULL;
    Ref method = type_lookup_peek(type_of(self), NAME(dunder_del));
    Value kept = retain_maybe(method);
    if (method && !done(call_attribute(method, &self, 1, NULL))) error_unraisable(kept);
    release_maybe(kept);
    if (error) error_restore_steal(error);
}
