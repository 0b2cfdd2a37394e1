#include "vm/await.h"

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

/* await. */

static bool is_awaitable_generator(Ref v) {
    return is_generator(v) && as_generator(v)->function &&
           as_code(as_function(as_generator(v)->function)->code)->flags & CODE_ITERABLE_COROUTINE;
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
    if (!awaitable) return NULL;
    Value result = awaitable_iterator(awaitable, 0);
    if (!result) {
        Value cause = error_take();
        raise(&type_TypeError, "'async for' received an invalid object from __anext__: %T", awaitable);
        slot_set_steal(&as_exception(rt()->error)->cause, cause);
    }
    release(awaitable);
    return result;
}

void coroutine_never_awaited(Ref coroutine) {
    Ref hook = rt()->sys ? dict_peek_text(rt()->sys, "_warn_never_awaited") : NULL;
    if (!hook) return;
    Value result = call_1(hook, coroutine);
    if (result) release(result);
    else error_unraisable(coroutine);
}

/* Asynchronous generators. A value that the body yields travels in a Wrapped, so that what its awaits yield is told
 * apart from it. */

typedef struct Wrapped {
    Object head;
    Value value; /* what was yielded */
} Wrapped;

static void wrapped_traverse(Ref self, Visit visit, void *context) {
    visit(((Wrapped *)object_of(self))->value, context);
}

Type type_async_wrapped = {
    TYPE_HEAD(async_wrapped),
    .name = "async_generator_wrapped_value",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(Wrapped),
    .traverse = wrapped_traverse,
};

Value async_generator_wrap(Ref value) {
    Wrapped *w = object_new(&type_async_wrapped, sizeof(Wrapped));
    w->value = retain(value);
    return value_of(w);
}

/* The awaitable of one step: __anext__, asend, athrow or aclose. */
typedef enum StepKind { STEP_SEND, STEP_THROW, STEP_CLOSE } StepKind;
typedef struct AsyncStep {
    Object head;
    Value generator; /* the asynchronous generator */
    Value value;     /* STEP_SEND: what is sent; STEP_THROW: the exception */
    StepKind kind;   /* what it does */
    bool started;    /* send ran at least once */
    bool done;       /* its result was delivered */
} AsyncStep;

static AsyncStep *as_step(Ref v) { return (AsyncStep *)object_of(v); }

static void step_traverse(Ref self, Visit visit, void *context) {
    visit(as_step(self)->generator, context);
    visit(as_step(self)->value, context);
}

static Value step_new(Ref generator, Ref value, StepKind kind) {
    AsyncStep *s = object_new(&type_async_step, sizeof(AsyncStep));
    s->generator = retain(generator);
    s->value = retain(value);
    s->kind = kind;
    return value_of(s);
}

/* Ends a step: the exception that is pending, or (result taken) StopIteration(result). */
static Lookup step_finish(AsyncStep *s, Value result, Value *out) {
    s->done = true;
    as_generator(s->generator)->awaiting = false;
    if (!result) return FAILED;
    *out = result;
    return MISSING;
}

/* What a resumed body gave, seen by the step. MISSING with *out: the step is done with this result. */
static Lookup step_outcome(AsyncStep *s, Lookup found, Value result, Value *out) {
    if (found == FOUND && is_exact(result, &type_async_wrapped)) {
        Value value = retain(((Wrapped *)object_of(result))->value);
        release(result);
        if (s->kind != STEP_CLOSE) return step_finish(s, value, out);
        release(value);
        raise(&type_RuntimeError, "async generator ignored GeneratorExit");
        return step_finish(s, NULL, out);
    }
    if (found == FOUND) {
        *out = result;
        return FOUND;
    }
    if (found == MISSING) { /* the body returned */
        release(result);
        if (s->kind == STEP_CLOSE) return step_finish(s, VALUE_NONE, out);
        raise(&type_StopAsyncIteration, "");
        slot_set_steal(&as_exception(rt()->error)->args, tuple_empty());
        return step_finish(s, NULL, out);
    }
    if (s->kind == STEP_CLOSE && (error_matches(&type_GeneratorExit) || error_matches(&type_StopAsyncIteration))) {
        error_clear();
        return step_finish(s, VALUE_NONE, out);
    }
    return step_finish(s, NULL, out);
}

/* Resumes the body with value; NULL: with the pending exception. */
static Lookup step_continue(AsyncStep *s, Value value, Value *out) {
    Value result = NULL;
    Lookup found = generator_resume(s->generator, value, &result);
    return step_outcome(s, found, result, out);
}

/* One step with value; NULL: with the pending exception. */
static Lookup step_resume(Ref self, Value value, Value *out) {
    AsyncStep *s = as_step(self);
    Generator *g = as_generator(s->generator);
    if (s->done) {
        release_maybe(value);
        return raise_failed(&type_RuntimeError, "cannot reuse already awaited %s",
                            s->kind == STEP_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
    }
    if (s->started) return step_continue(s, value, out);
    if (g->awaiting) {
        release_maybe(value);
        s->done = true;
        return raise_failed(&type_RuntimeError, "%s: asynchronous generator is already running",
                            s->kind == STEP_SEND    ? "anext()"
                            : s->kind == STEP_CLOSE ? "aclose()"
                                                    : "athrow()");
    }
    s->started = true;
    g->awaiting = true;
    if (g->state == GENERATOR_FINISHED || (g->closed && s->kind != STEP_CLOSE)) {
        release_maybe(value);
        if (s->kind == STEP_CLOSE) return step_finish(s, VALUE_NONE, out);
        raise(&type_StopAsyncIteration, "");
        slot_set_steal(&as_exception(rt()->error)->args, tuple_empty());
        return step_finish(s, NULL, out);
    }
    if (s->kind == STEP_SEND) {
        if (value && is_none(value)) value = retain(s->value);
        return step_continue(s, value, out);
    }
    release_maybe(value);
    if (s->kind == STEP_CLOSE) {
        g->closed = true;
        if (g->state == GENERATOR_CREATED) {
            generator_drop(g);
            return step_finish(s, VALUE_NONE, out);
        }
        raise_value(type_ref(&type_GeneratorExit));
    } else {
        raise_value(s->value);
    }
    return step_continue(s, NULL, out);
}

static Lookup step_next(Ref self, Value *item) {
    Lookup found = step_resume(self, VALUE_NONE, item);
    if (found != MISSING || is_none(*item)) return found;
    raise_with(&type_StopIteration, *item);
    release(*item);
    return FAILED;
}

static Value step_result(Lookup found, Value result) {
    if (found == FOUND) return result;
    if (found == MISSING) {
        raise_with(&type_StopIteration, result);
        release(result);
    }
    return NULL;
}

static Value py_step_send(const Ref *args) {
    Value result = NULL;
    Lookup found = step_resume(args[0], retain(args[1]), &result);
    return step_result(found, result);
}

static Value py_step_throw(const Ref *args) {
    Value result = NULL;
    raise_value(args[1]);
    if (!as_step(args[0])->started && as_step(args[0])->kind == STEP_SEND)
        as_step(args[0])->started = as_generator(as_step(args[0])->generator)->awaiting = true;
    Lookup found = step_resume(args[0], NULL, &result);
    return step_result(found, result);
}

static Value py_step_close(const Ref *args) {
    as_step(args[0])->done = true;
    return VALUE_NONE;
}

static Value step_self(Ref self) { return retain(self); }

static const NativeDef step_methods[] = {
    {"send(arg, /)", py_step_send, "Go on with a value.", 0},
    {"throw(type, value=..., traceback=..., /)", py_step_throw, "Go on with an exception.", 0},
    {"close()", py_step_close, "Give up.", 0},
    {0},
};

Type type_async_step = {
    TYPE_HEAD(async_step),
    .name = "async_generator_asend",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(AsyncStep),
    .traverse = step_traverse,
    .iter = step_self,
    .await = step_self,
    .next = step_next,
    .methods = step_methods,
};

static Value generator_anext(Ref self) { return step_new(self, VALUE_NONE, STEP_SEND); }
static Value py_async_asend(const Ref *args) { return step_new(args[0], args[1], STEP_SEND); }
static Value py_async_athrow(const Ref *args) { return step_new(args[0], args[1], STEP_THROW); }
static Value py_async_aclose(const Ref *args) { return step_new(args[0], VALUE_NONE, STEP_CLOSE); }
static Value async_self(Ref self) { return retain(self); }

static void async_traverse(Ref self, Visit visit, void *context) { type_generator.traverse(self, visit, context); }
static void async_dispose(Ref self) { type_generator.dispose(self); }
static size_t async_storage(Ref self) { return type_generator.storage(self); }
static Value async_repr(Ref self) { return type_generator.repr(self); }

/* Dropped before its end: the event loop's hook would close it; without one its frame is dropped. */
static void async_finalize(Ref self) {
    Generator *g = as_generator(self);
    if (g->state == GENERATOR_SUSPENDED) generator_drop(g);
}

static const NativeDef async_methods[] = {
    {"asend(value, /)", py_async_asend, "An awaitable that resumes the generator with a value.", 0},
    {"athrow(type, value=..., traceback=..., /)", py_async_athrow,
     "An awaitable that raises an exception in the generator.", 0},
    {"aclose()", py_async_aclose, "An awaitable that raises GeneratorExit in the generator.", 0},
    {0},
};

static Value get_name(Ref self) { return retain(as_generator(self)->name); }
static Value get_qualname(Ref self) { return retain(as_generator(self)->qualname); }
static Value get_running(Ref self) { return bool_value(as_generator(self)->state == GENERATOR_RUNNING); }
static const GetSetDef async_getsets[] = {
    {"__name__", get_name, NULL, "The name of the asynchronous generator."},
    {"__qualname__", get_qualname, NULL, "The qualified name of the asynchronous generator."},
    {"ag_running", get_running, NULL, "Whether it runs now."},
    {0},
};

Type type_async_generator = {
    TYPE_HEAD(async_generator),
    .name = "async_generator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_WEAKREF,
    .size = sizeof(Generator),
    .traverse = async_traverse,
    .dispose = async_dispose,
    .storage = async_storage,
    .finalize = async_finalize,
    .repr = async_repr,
    .aiter = async_self,
    .anext = generator_anext,
    .methods = async_methods,
    .getsets = async_getsets,
};
