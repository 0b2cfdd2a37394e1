/* vm/async_generator.c - asynchronous generators, and the awaitables of their steps.
 *
 * Owns:      the types async_generator, async_generator_asend (of __anext__ too) and async_generator_athrow (aclose).
 * Invariant: while a step is under way its generator is marked awaiting; a closed step does nothing more.
 * Not here:  the frames (generator.c). What the body yields and what its awaits yield differ in Generator.item.
 */
#include "runtime/exception.h"
#include "runtime/generic_alias.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"
#include "vm/await.h"

typedef enum StepState { STEP_NEW, STEP_RUNNING, STEP_CLOSED } StepState;
typedef enum StepKind { STEP_SEND, STEP_THROW, STEP_CLOSE } StepKind;

typedef struct AsyncStep {
    Object head;
    Value generator; /* the asynchronous generator */
    Value value;     /* STEP_SEND: what is sent; STEP_THROW: tuple of throw()'s arguments; STEP_CLOSE: NULL */
    uint8_t kind;    /* StepKind */
    uint8_t state;   /* StepState */
} AsyncStep;

static AsyncStep *as_step(Ref v) { return (AsyncStep *)object_of(v); }

static void step_traverse(Ref self, Visit visit, void *context) {
    visit(as_step(self)->generator, context);
    visit(as_step(self)->value, context);
}

/* Tells the hooks of sys.set_asyncgen_hooks() of a generator that is iterated for the first time. */
static bool call_first_hook(Generator *g) {
    Vm *vm = vm_of();
    g->hooked = true;
    g->origin = retain_maybe(vm->asyncgen_finalizer);
    if (!vm->asyncgen_first) return true;
    Value hook = retain(vm->asyncgen_first), result = call_1(hook, value_of(g));
    release(hook);
    release_maybe(result);
    return result != NULL;
}

static Value step_new_steal(Ref generator, Value value, StepKind kind) {
    Generator *g = as_generator(generator);
    if (UNLIKELY(!g->hooked) && !call_first_hook(g)) {
        release_maybe(value);
        return NULL;
    }
    AsyncStep *s = object_new(kind == STEP_SEND ? &type_async_send : &type_async_throw, sizeof(AsyncStep));
    s->generator = retain(generator);
    s->value = value;
    s->kind = (uint8_t)kind;
    return value_of(s);
}

static Lookup raise_exhausted(void) {
    Value args = tuple_empty(), end = exception_new(&type_StopAsyncIteration, args);
    release(args);
    if (end) error_restore_steal(end);
    return FAILED;
}

static Lookup raise_running(AsyncStep *s) {
    static const char *const names[] = {"anext", "athrow", "aclose"};
    s->state = STEP_CLOSED;
    return raise_failed(&type_RuntimeError, "%s(): asynchronous generator is already running", names[s->kind]);
}

static Lookup raise_reused(const AsyncStep *s) {
    return raise_failed(&type_RuntimeError, "cannot reuse already awaited %s",
                        s->kind == STEP_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
}

/* The step ends: with result (taken), or with the pending exception. */
static Lookup step_end(AsyncStep *s, Value result, Value *out) {
    s->state = STEP_CLOSED;
    as_generator(s->generator)->awaiting = false;
    if (!result) return FAILED;
    *out = result;
    return MISSING;
}

/* The body ended with an exception, or (returned) without. */
static Lookup body_ended(AsyncStep *s, bool returned, Value *out) {
    Generator *g = as_generator(s->generator);
    if (returned) raise_exhausted();
    if (error_matches(&type_StopAsyncIteration) || error_matches(&type_GeneratorExit)) {
        g->closed = true;
        if (s->kind == STEP_CLOSE) {
            error_clear();
            return step_end(s, VALUE_NONE, out);
        }
    }
    return step_end(s, NULL, out);
}

/* What a resumed body gave, seen by the step. MISSING with *out: the step is done with this result. */
static Lookup step_outcome(AsyncStep *s, Lookup found, Value result, Value *out) {
    Generator *g = as_generator(s->generator);
    if (found == FOUND && g->item) {
        g->item = false;
        if (s->kind != STEP_CLOSE) return step_end(s, result, out);
        release(result);
        raise(&type_RuntimeError, "async generator ignored GeneratorExit");
        return step_end(s, NULL, out);
    }
    if (found == FOUND) {
        *out = result;
        return FOUND;
    }
    if (found == MISSING) release(result);
    return body_ended(s, found == MISSING, out);
}

static Lookup step_continue(AsyncStep *s, Value value, Value *out) {
    Value result = NULL;
    Lookup found = generator_resume(s->generator, value, &result);
    return step_outcome(s, found, result, out);
}

static Lookup step_raise(AsyncStep *s, const Thrown *thrown, Value *out) {
    Value result = NULL;
    Lookup found = generator_throw(s->generator, thrown, &result);
    return step_outcome(s, found, result, out);
}

/* The first send to athrow() and aclose(). */
static Lookup begin_throw(AsyncStep *s, Ref value, Value *out) {
    Generator *g = as_generator(s->generator);
    if (g->closed) {
        s->state = STEP_CLOSED;
        return raise_exhausted();
    }
    if (!is_none(value))
        return raise_failed(&type_RuntimeError, "can't send non-None value to a just-started coroutine");
    s->state = STEP_RUNNING;
    g->awaiting = true;
    Thrown thrown = {.type = type_ref(&type_GeneratorExit), .past_delegates = true};
    if (s->kind == STEP_CLOSE) {
        g->closed = true;
    } else {
        const Tuple *given = as_tuple(s->value);
        thrown.type = given->items[0];
        if (given->count > 1) thrown.value = given->items[1];
        if (given->count > 2) thrown.traceback = given->items[2];
    }
    return step_raise(s, &thrown, out);
}

static Lookup step_send(Ref self, Ref value, Value *out) {
    AsyncStep *s = as_step(self);
    Generator *g = as_generator(s->generator);
    if (s->state == STEP_CLOSED) return raise_reused(s);
    if (s->kind != STEP_SEND && g->state == GENERATOR_FINISHED) {
        s->state = STEP_CLOSED;
        *out = VALUE_NONE;
        return MISSING;
    }
    if (s->state == STEP_NEW) {
        if (g->awaiting) return raise_running(s);
        if (s->kind != STEP_SEND) return begin_throw(s, value, out);
        if (is_none(value)) value = s->value;
        s->state = STEP_RUNNING;
    }
    g->awaiting = true;
    return step_continue(s, retain(value), out);
}

static Lookup step_throw(Ref self, const Thrown *thrown, Value *out) {
    AsyncStep *s = as_step(self);
    Generator *g = as_generator(s->generator);
    if (s->state == STEP_CLOSED) return raise_reused(s);
    if (s->state == STEP_NEW) {
        if (g->awaiting) return raise_running(s);
        s->state = STEP_RUNNING;
        g->awaiting = true;
    }
    return step_raise(s, thrown, out);
}

static Lookup step_next(Ref self, Value *item) { return next_or_stop(step_send(self, VALUE_NONE, item), item); }

static Value py_step_send(const Ref *args) {
    Value result = NULL;
    Lookup found = step_send(args[0], args[1], &result);
    return yield_or_stop(found, result);
}

static Value py_step_throw(const Ref *args) {
    const Thrown thrown = {.type = args[1], .value = args[2], .traceback = args[3]};
    Value result = NULL;
    if (!throw_warn("throw", args[2]) || !throw_check(&thrown)) return NULL;
    Lookup found = step_throw(args[0], &thrown, &result);
    return yield_or_stop(found, result);
}

static Value py_step_close(const Ref *args) {
    if (as_step(args[0])->state == STEP_CLOSED) return VALUE_NONE;
    Value result = NULL;
    Lookup found = step_throw(args[0], &(Thrown){.type = type_ref(&type_GeneratorExit)}, &result);
    if (found == FOUND) {
        release(result);
        return raise(&type_RuntimeError, "coroutine ignored GeneratorExit");
    }
    if (found == MISSING) {
        release(result);
        return VALUE_NONE;
    }
    if (!error_matches(&type_StopIteration) && !error_matches(&type_StopAsyncIteration) &&
        !error_matches(&type_GeneratorExit))
        return NULL;
    error_clear();
    return VALUE_NONE;
}

static void step_finalize(Ref self) {
    static const char *const names[] = {"asend", "athrow", "aclose"};
    AsyncStep *s = as_step(self);
    if (s->state == STEP_NEW && rt()->vm) never_awaited(s->generator, names[s->kind]);
}

static Value itself(Ref self) { return retain(self); }

static const NativeDef step_methods[] = {
    {"send(object, /)", py_step_send, DOC("Go on with a value."), 0},
    {"throw(typ, val=..., tb=..., /)~", py_step_throw, DOC("Go on with an exception."), 0},
    {"close()", py_step_close, DOC("Give up."), 0},
    {0},
};

#define STEP_TYPE(name_, text)                                                                                         \
    {                                                                                                                  \
        TYPE_HEAD(name_),                                                                                              \
        .name = text,                                                                                                  \
        .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,                                                            \
        .size = sizeof(AsyncStep),                                                                                     \
        .traverse = step_traverse,                                                                                     \
        .finalize = step_finalize,                                                                                     \
        .iter = itself,                                                                                                \
        .await = itself,                                                                                               \
        .next = step_next,                                                                                             \
        .send = step_send,                                                                                             \
        .methods = step_methods,                                                                                       \
    }

Type type_async_send = STEP_TYPE(async_send, "async_generator_asend");
Type type_async_throw = STEP_TYPE(async_throw, "async_generator_athrow");

/* The generator itself. */

static Value generator_anext(Ref self) { return step_new_steal(self, VALUE_NONE, STEP_SEND); }
static Value py_async_asend(const Ref *args) { return step_new_steal(args[0], retain(args[1]), STEP_SEND); }
static Value py_async_aclose(const Ref *args) { return step_new_steal(args[0], NULL, STEP_CLOSE); }
static Value py_async_athrow(const Ref *args) {
    if (!throw_warn("athrow", args[2])) return NULL;
    Value given = args[3]   ? tuple_pack(3, args[1], args[2], args[3])
                  : args[2] ? tuple_pack(2, args[1], args[2])
                            : tuple_pack(1, args[1]);
    return given ? step_new_steal(args[0], given, STEP_THROW) : NULL;
}

/* Dropped before its end: the event loop's hook closes it; without one its body ends here. */
static void async_finalize(Ref self) {
    Generator *g = as_generator(self);
    if (g->state == GENERATOR_FINISHED || !rt()->vm) return;
    Value result = NULL;
    if (g->origin && !g->closed) result = call_1(g->origin, self);
    else if (!generator_close(self, &result)) result = NULL;
    if (result) release(result);
    else error_unraisable(self);
}

static const NativeDef async_methods[] = {
    {"asend(object, /)", py_async_asend, DOC("An awaitable that resumes the generator with a value."), 0},
    {"athrow(typ, val=..., tb=..., /)~", py_async_athrow,
     DOC("An awaitable that raises an exception in the generator."), 0},
    {"aclose()", py_async_aclose, DOC("An awaitable that raises GeneratorExit in the generator."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

Type type_async_generator = {
    TYPE_HEAD(async_generator),
    .name = "async_generator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_WEAKREF,
    .size = sizeof(Generator),
    .traverse = generator_traverse,
    .dispose = generator_dispose,
    .storage = generator_storage,
    .finalize = async_finalize,
    .repr = generator_repr,
    .aiter = itself,
    .anext = generator_anext,
    .methods = async_methods,
    .getsets = async_generator_getsets,
};
