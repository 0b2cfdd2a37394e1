#include "vm/await.h"

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

static bool is_awaitable_generator(Ref v) {
    return is_generator(v) && as_code(as_generator(v)->code)->flags & CODE_ITERABLE_COROUTINE;
}

Value awaitable_iterator(Ref awaitable, int context) {
    if (is_exact(awaitable, &type_coroutine) && generator_delegate_peek(as_generator(awaitable)))
        return raise(&type_RuntimeError, "coroutine is being awaited already");
    if (is_exact(awaitable, &type_coroutine) || is_awaitable_generator(awaitable)) return retain(awaitable);
    Type *type = type_of(awaitable);
    if (!type->await) {
        if (context) {
            const char *method = context == 1 ? "__aenter__" : "__aexit__";
            return raise(&type_TypeError,
                         "'async with' received an object from %s that does not implement __await__: %T", method,
                         awaitable);
        }
        return raise(&type_TypeError, "object %T can't be used in 'await' expression", awaitable);
    }
    Value iterator = type->await(awaitable);
    if (!iterator) return NULL;
    if (is_exact(iterator, &type_coroutine) || is_awaitable_generator(iterator)) {
        release(iterator);
        return raise(&type_TypeError, "__await__() returned a coroutine");
    }
    if (type_of(iterator)->next) return iterator;
    raise(&type_TypeError, "__await__() returned non-iterator of type '%T'", iterator);
    release(iterator);
    return NULL;
}

Value async_iterator(Ref iterable) {
    Type *type = type_of(iterable);
    if (!type->aiter)
        return raise(&type_TypeError, "'async for' requires an object with __aiter__ method, got %T", iterable);
    Value iterator = type->aiter(iterable);
    if (!iterator || type_of(iterator)->anext) return iterator;
    raise(&type_TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %T",
          iterator);
    release(iterator);
    return NULL;
}

Value async_next(Ref iterator) {
    Type *type = type_of(iterator);
    if (!type->anext)
        return raise(&type_TypeError, "'async for' requires an iterator with __anext__ method, got %T", iterator);
    Value awaitable = type->anext(iterator);
    if (!awaitable || is_exact(awaitable, &type_async_send)) return awaitable;
    Value result = awaitable_iterator(awaitable, 0);
    if (!result) {
        Value cause = error_take();
        raise(&type_TypeError, "'async for' received an invalid object from __anext__: %T", awaitable);
        slot_set(&as_exception(rt()->error)->context, cause);
        slot_set_steal(&as_exception(rt()->error)->cause, cause);
        as_exception(rt()->error)->suppress_context = true;
    }
    release(awaitable);
    return result;
}

/* Warnings. They are the warnings module's business, which sys knows how to reach. */

static Value call_hook(const char *name, const Ref *args, size_t count) {
    Ref hook = rt()->sys_module ? module_peek_text(rt()->sys_module, name) : NULL;
    return hook ? call(hook, args, count, NULL) : VALUE_NONE;
}

bool warn_steal(Type *category, Value message, Ref source) {
    Ref args[3] = {message, type_ref(category), source};
    Value result = message ? call_hook("_warn", args, 3) : NULL;
    release_maybe(message);
    release_maybe(result);
    return result != NULL;
}

void never_awaited(Ref coroutine, const char *method) {
    bool ok;
    if (method) {
        Ref name = as_generator(coroutine)->qualname;
        ok = warn_steal(&type_RuntimeWarning,
                        error_format("coroutine method '%s' of '%S' was never awaited", method, name), coroutine);
    } else {
        Value result = call_hook("_warn_never_awaited", &coroutine, 1);
        ok = result != NULL;
        release_maybe(result);
    }
    if (!ok) error_unraisable(coroutine);
}

bool throw_warn(const char *method, Ref value) {
    static const char text[] =
        "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.";
    return !value || warn_steal(&type_DeprecationWarning, error_format(text, method), VALUE_NONE);
}

/* anext(iterator, default). */

typedef struct AsyncNext {
    Object head;
    Value awaitable; /* what __anext__ returned */
    Value otherwise; /* the result when the iterator is exhausted */
} AsyncNext;

static AsyncNext *as_async_next(Ref v) { return (AsyncNext *)object_of(v); }

Value async_next_or(Ref awaitable, Ref otherwise) {
    AsyncNext *a = object_new(&type_async_next, sizeof(AsyncNext));
    a->awaitable = retain(awaitable);
    a->otherwise = retain(otherwise);
    return value_of(a);
}

/* The end of the iteration is a result like others. */
static Lookup with_default(Ref self, Lookup found, Value *result) {
    if (found != FAILED || !error_matches(&type_StopAsyncIteration)) return found;
    error_clear();
    *result = retain(as_async_next(self)->otherwise);
    return MISSING;
}

static Lookup next_send(Ref self, Ref value, Value *result) {
    Value iterator = awaitable_iterator(as_async_next(self)->awaitable, 0);
    if (!iterator) return FAILED;
    Lookup found = iterator_send(iterator, value, result);
    release(iterator);
    return with_default(self, found, result);
}

static Lookup next_next(Ref self, Value *item) { return next_or_stop(next_send(self, VALUE_NONE, item), item); }

/* Calls a method of the iterator that await would run. */
static Value forward(Ref self, Ref name, const Ref *args, size_t count) {
    Value iterator = awaitable_iterator(as_async_next(self)->awaitable, 0);
    if (!iterator) return NULL;
    Value result = call_method(iterator, name, args, count);
    release(iterator);
    if (result) return result;
    Lookup found = with_default(self, FAILED, &result);
    return yield_or_stop(found, result);
}

static Value py_next_send(const Ref *args) { return forward(args[0], NAME(send), args + 1, 1); }
static Value py_next_throw(const Ref *args) {
    return forward(args[0], NAME(throw), args + 1, args[3] ? 3 : args[2] ? 2 : 1);
}
static Value py_next_close(const Ref *args) { return forward(args[0], NAME(close), NULL, 0); }
static Value itself(Ref self) { return retain(self); }

static const NativeDef next_methods[] = {
    {"send(object, /)", py_next_send, DOC("Go on with a value."), 0},
    {"throw(typ, val=..., tb=..., /)~", py_next_throw, DOC("Go on with an exception."), 0},
    {"close()", py_next_close, DOC("Give up."), 0},
    {0},
};

Type type_async_next = {
    TYPE_HEAD(async_next),
    .name = "anext_awaitable",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,
    .size = sizeof(AsyncNext),
    .traverse = object_traverse_parts,
    .iter = itself,
    .await = itself,
    .next = next_next,
    .send = next_send,
    .methods = next_methods,
};
