/* vm/generator_type.c - what Python sees of generators and coroutines.
 *
 * Owns:      the types generator, coroutine and coroutine_wrapper.
 * Invariant: methods with the same name do the same for all three.
 * Not here:  running them (generator.c), asynchronous generators (async_generator.c).
 */
#include "runtime/generic_alias.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "vm/await.h"
#include "vm/frame.h"

/* Methods. */

static Lookup generator_send(Ref self, Ref value, Value *result) {
    return generator_resume(self, retain(value), result);
}

static Lookup generator_next(Ref self, Value *item) {
    return next_or_stop(generator_resume(self, VALUE_NONE, item), item);
}

static Value py_generator_send(const Ref *args) {
    Value result = NULL;
    Lookup found = generator_resume(args[0], retain(args[1]), &result);
    return yield_or_stop(found, result);
}

static Value throw_with(Ref self, const Ref *args) {
    const Thrown thrown = {.type = args[0], .value = args[1], .traceback = args[2]};
    Value result = NULL;
    if (!throw_warn("throw", args[1])) return NULL;
    Lookup found = generator_throw(self, &thrown, &result);
    return yield_or_stop(found, result);
}
static Value py_generator_throw(const Ref *args) { return throw_with(args[0], args + 1); }

static Value py_generator_close(const Ref *args) {
    Value value = NULL;
    return generator_close(args[0], &value) ? value : NULL;
}

/* Dropped before its end: runs its finally clauses, as long as anything runs. */
static void generator_finalize(Ref self) {
    Generator *g = as_generator(self);
    if (!rt()->vm) return;
    if (g->state == GENERATOR_CREATED && g->head.type == &type_coroutine) {
        never_awaited(self, NULL);
        return;
    }
    if (g->state != GENERATOR_SUSPENDED || !rt()->vm) return;
    Value value = NULL;
    if (generator_close(self, &value)) release(value);
    else error_unraisable(self);
}

void generator_traverse(Ref self, Visit visit, void *context) {
    Generator *g = as_generator(self);
    visit(g->function, context);
    visit(g->code, context);
    visit(g->name, context);
    visit(g->qualname, context);
    visit(g->handled, context);
    visit(g->resumer_handled, context);
    visit(g->origin, context);
    for (uint32_t i = 0; i < g->word_count; i++) visit(g->words[i], context);
}

void generator_dispose(Ref self) {
    Generator *g = as_generator(self);
    if (g->frame) g->frame->generator = NULL;
}

size_t generator_storage(Ref self) { return sizeof(Generator) + as_generator(self)->word_room * sizeof(Value); }

Value generator_repr(Ref self) {
    Generator *g = as_generator(self);
    return error_format("<%s object %S at %p>", g->head.type->name, g->qualname, (void *)g);
}

static Value itself(Ref self) { return retain(self); }

/* Attributes. */

static Value get_name(Ref self) { return retain(as_generator(self)->name); }
static bool set_name(Ref self, Ref value) {
    if (!value || !is_str(value)) return raise_false(&type_TypeError, "__name__ must be set to a string object");
    return slot_set(&as_generator(self)->name, value), true;
}
static Value get_qualname(Ref self) { return retain(as_generator(self)->qualname); }
static bool set_qualname(Ref self, Ref value) {
    if (!value || !is_str(value)) return raise_false(&type_TypeError, "__qualname__ must be set to a string object");
    return slot_set(&as_generator(self)->qualname, value), true;
}
static Value get_code(Ref self) { return retain(as_generator(self)->code); }
static Value get_running(Ref self) { return bool_value(as_generator(self)->state == GENERATOR_RUNNING); }
static Value get_suspended(Ref self) { return bool_value(as_generator(self)->state == GENERATOR_SUSPENDED); }
static Value get_async_running(Ref self) { return bool_value(as_generator(self)->awaiting); }
static Value get_delegate(Ref self) {
    Ref delegate = generator_delegate_peek(as_generator(self));
    return delegate ? retain(delegate) : VALUE_NONE;
}
static Value get_origin(Ref self) {
    Ref origin = as_generator(self)->origin;
    return origin ? retain(origin) : VALUE_NONE;
}

static Value get_frame(Ref self) {
    Generator *g = as_generator(self);
    if (g->state == GENERATOR_FINISHED) return VALUE_NONE;
    Vm *vm = vm_of();
    for (Frame *f = vm->frame; !(f->flags & FRAME_BASE); f = f->caller)
        if (f->flags & FRAME_GENERATOR && f->generator == g) return frame_object(vm, f);
    return frame_object_of_generator(g);
}

#define NAME_ROWS                                                                                                      \
    {"__name__", get_name, set_name, DOC("The name of the object.")}, {                                                \
        "__qualname__", get_qualname, set_qualname, DOC("The qualified name of the object.")                           \
    }

static const GetSetDef generator_getsets[] = {
    NAME_ROWS,
    {"gi_code", get_code, NULL, DOC("The code object.")},
    {"gi_frame", get_frame, NULL, DOC("The frame, or None when it has ended.")},
    {"gi_running", get_running, NULL, DOC("Whether it runs now.")},
    {"gi_suspended", get_suspended, NULL, DOC("Whether it is suspended.")},
    {"gi_yieldfrom", get_delegate, NULL, DOC("The iterator that it delegates to, or None.")},
    {0},
};

static const GetSetDef coroutine_getsets[] = {
    NAME_ROWS,
    {"cr_code", get_code, NULL, DOC("The code object.")},
    {"cr_frame", get_frame, NULL, DOC("The frame, or None when it has ended.")},
    {"cr_running", get_running, NULL, DOC("Whether it runs now.")},
    {"cr_suspended", get_suspended, NULL, DOC("Whether it is suspended.")},
    {"cr_await", get_delegate, NULL, DOC("What it awaits, or None.")},
    {"cr_origin", get_origin, NULL,
     DOC("Where it was made, or None unless sys.set_coroutine_origin_tracking_depth() says."), true},
    {0},
};

const GetSetDef async_generator_getsets[] = {
    NAME_ROWS,
    {"ag_code", get_code, NULL, DOC("The code object.")},
    {"ag_frame", get_frame, NULL, DOC("The frame, or None when it has ended.")},
    {"ag_running", get_async_running, NULL, DOC("Whether a step of it is under way."), true},
    {"ag_suspended", get_suspended, NULL, DOC("Whether it is suspended.")},
    {"ag_await", get_delegate, NULL, DOC("What it awaits, or None.")},
    {0},
};

static const NativeDef generator_methods[] = {
    {"send(object, /)", py_generator_send,
     DOC("Continue with a value as the result of yield.\n\nReturn what is yielded next; StopIteration at the end."), 0,
     SHORTCUT_SEND},
    {"throw(typ, val=..., tb=..., /)~", py_generator_throw,
     DOC("Raise an exception where the generator is suspended.\n\nReturn what is yielded next; StopIteration at the "
         "end."),
     0},
    {"close()", py_generator_close, DOC("Raise GeneratorExit inside the generator."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

Type type_generator = {
    TYPE_HEAD(generator),
    .name = "generator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_WEAKREF,
    .size = sizeof(Generator),
    .traverse = generator_traverse,
    .dispose = generator_dispose,
    .storage = generator_storage,
    .finalize = generator_finalize,
    .repr = generator_repr,
    .iter = itself,
    .next = generator_next,
    .feed = generator_feed,
    .send = generator_send,
    .getsets = generator_getsets,
    .methods = generator_methods,
};

/* What coroutine.__await__() answers: the coroutine as an iterator. */
typedef struct CoroutineWrapper {
    Object head;
    Value coroutine;
} CoroutineWrapper;

static Ref wrapped(Ref self) { return ((CoroutineWrapper *)object_of(self))->coroutine; }

static Value coroutine_await(Ref self) {
    CoroutineWrapper *w = object_new(&type_coroutine_wrapper, sizeof(CoroutineWrapper));
    w->coroutine = retain(self);
    return value_of(w);
}

static Lookup wrapper_send(Ref self, Ref value, Value *result) { return generator_send(wrapped(self), value, result); }
static Lookup wrapper_next(Ref self, Value *item) { return generator_next(wrapped(self), item); }
static Value py_wrapper_send(const Ref *args) {
    Value result = NULL;
    Lookup found = wrapper_send(args[0], args[1], &result);
    return yield_or_stop(found, result);
}
static Value py_wrapper_throw(const Ref *args) { return throw_with(wrapped(args[0]), args + 1); }
static Value py_wrapper_close(const Ref *args) {
    Value value = NULL;
    return generator_close(wrapped(args[0]), &value) ? value : NULL;
}

static const NativeDef coroutine_methods[] = {
    {"send(object, /)", py_generator_send,
     DOC("Continue with a value as the result of await.\n\nReturn what is yielded next; StopIteration at the end."), 0},
    {"throw(typ, val=..., tb=..., /)~", py_generator_throw, DOC("Raise an exception where the coroutine is suspended."),
     0},
    {"close()", py_generator_close, DOC("Raise GeneratorExit inside the coroutine."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

static const NativeDef wrapper_methods[] = {
    {"send(object, /)", py_wrapper_send, DOC("Resume the coroutine with a value."), 0},
    {"throw(typ, val=..., tb=..., /)~", py_wrapper_throw, DOC("Raise an exception where the coroutine is suspended."),
     0},
    {"close()", py_wrapper_close, DOC("Raise GeneratorExit inside the coroutine."), 0},
    {0},
};

Type type_coroutine_wrapper = {
    TYPE_HEAD(coroutine_wrapper),
    .name = "coroutine_wrapper",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(CoroutineWrapper),
    .traverse = object_traverse_parts,
    .iter = itself,
    .next = wrapper_next,
    .send = wrapper_send,
    .methods = wrapper_methods,
};

Type type_coroutine = {
    TYPE_HEAD(coroutine),
    .name = "coroutine",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_WEAKREF,
    .size = sizeof(Generator),
    .traverse = generator_traverse,
    .dispose = generator_dispose,
    .storage = generator_storage,
    .finalize = generator_finalize,
    .repr = generator_repr,
    .await = coroutine_await,
    .send = generator_send,
    .getsets = coroutine_getsets,
    .methods = coroutine_methods,
};
