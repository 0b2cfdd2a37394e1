#include "vm/generator.h"

#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/frame.h"

static Code *code_of(const Generator *g) { return as_code(as_function(g->function)->code); }

static const char *kind_name(const Generator *g) {
    return g->head.type == &type_coroutine         ? "coroutine"
           : g->head.type == &type_async_generator ? "async generator"
                                                   : "generator";
}

/* Suspending and resuming. */

static void keep_words(Generator *g, const Value *from, uint32_t count, uint32_t skip_from, uint32_t skip) {
    memcpy(g->words, from, skip_from * sizeof(Value));
    memcpy(g->words + skip_from, from + skip_from + skip, count * sizeof(Value));
    g->word_count = skip_from + count;
}

Value generator_from_frame(Vm *vm, const uint32_t *pc) {
    Frame *frame = vm->frame;
    Code *code = frame->code;
    Type *type = code->flags & CODE_COROUTINE         ? &type_coroutine
                 : code->flags & CODE_ASYNC_GENERATOR ? &type_async_generator
                                                      : &type_generator;
    uint32_t room = code->local_count + code->stack_size + FRAME_SLACK;
    Value *words = mem_raw_try(&vm->rt->mem, room * sizeof(Value));
    if (!words) return raise_memory();
    Generator *g = object_new(type, sizeof(Generator));
    g->words = words;
    g->word_room = room;
    keep_words(g, frame->locals, 0, code->local_count, 0);
    g->function = frame->function;
    g->name = retain(as_function(frame->function)->name);
    g->qualname = retain(as_function(frame->function)->qualname);
    g->pc = pc;
    if (frame->flags & FRAME_OBJECT) frame_object_detach(vm, frame);
    if (frame->flags & FRAME_NAMESPACE) release_maybe(frame->namespace);
    vm->frame = frame->caller;
    vm_leave_segment(vm);
    return value_of(g);
}

bool generator_push(Vm *vm, Generator *g, Value *sp, Value sent, uint32_t flags) {
    if (UNLIKELY(g->state == GENERATOR_RUNNING)) {
        return raise_false(&type_ValueError, "%s already executing", kind_name(g));
    }
    Code *code = code_of(g);
    if (UNLIKELY(!vm_count_frame(vm))) return false;
    Value *room = vm_reserve(vm, sp, code->frame_words);
    if (UNLIKELY(!room)) {
        vm->rt->recursion_depth--;
        return false;
    }
    uint32_t locals = code->local_count, operands = g->word_count - locals;
    memcpy(room, g->words, locals * sizeof(Value));
    Frame *frame = frame_init(vm, room, code, g->function, as_function(g->function)->globals, FRAME_GENERATOR | flags);
    frame->generator = g;
    retain(value_of(g));
    Value *top = frame_operands(frame);
    memcpy(top, g->words + locals, operands * sizeof(Value));
    top += operands;
    if (g->state == GENERATOR_SUSPENDED && sent) *top++ = sent;
    frame->sp = top;
    frame->pc = g->pc;
    g->word_count = 0;
    g->state = GENERATOR_RUNNING;
    g->resumer_handled = vm->rt->handled;
    vm->rt->handled = g->handled ? g->handled : retain_maybe(g->resumer_handled);
    g->handled = NULL;
    return true;
}

/* The exception state is the resumer's again. keep: the generator goes on later inside its own handlers. */
static void restore_handled(Vm *vm, Generator *g, bool keep) {
    Value own = vm->rt->handled;
    vm->rt->handled = g->resumer_handled;
    if (keep && own != g->resumer_handled) g->handled = own;
    else release_maybe(own);
    g->resumer_handled = NULL;
}

void generator_suspend(Vm *vm, Frame *frame, Value *sp, const uint32_t *pc) {
    Generator *g = frame->generator;
    Code *code = frame->code;
    Value *operands = frame_operands(frame);
    keep_words(g, frame->locals, (uint32_t)(sp - operands), code->local_count, (uint32_t)FRAME_WORDS);
    g->pc = pc;
    frame->pc = pc;
    g->state = GENERATOR_SUSPENDED;
    restore_handled(vm, g, true);
    if (frame->flags & FRAME_OBJECT) frame_object_detach(vm, frame);
    vm->frame = frame->caller;
    vm->rt->recursion_depth--;
    vm_leave_segment(vm);
    release(value_of(g));
}

void generator_finish(Vm *vm, Frame *frame) {
    Generator *g = frame->generator;
    restore_handled(vm, g, false);
    g->state = GENERATOR_FINISHED;
    clear_ref(&g->function);
    release(value_of(g));
}

Lookup generator_resume(Ref generator, Value value, Value *result) {
    Vm *vm = vm_of();
    Generator *g = as_generator(generator);
    if (g->state == GENERATOR_FINISHED) {
        if (!value) return FAILED;
        release(value);
        if (g->head.type == &type_coroutine)
            return raise_failed(&type_RuntimeError, "cannot reuse already awaited coroutine");
        *result = VALUE_NONE;
        return MISSING;
    }
    if (g->state == GENERATOR_CREATED && value && !is_none(value)) {
        release(value);
        return raise_failed(&type_TypeError, "can't send non-None value to a just-started %s", kind_name(g));
    }
    Value thrown = value ? NULL : error_take();
    if (!generator_push(vm, g, vm->frame->sp, value, FRAME_ENTRY)) {
        release_maybe(value);
        release_maybe(thrown);
        return FAILED;
    }
    if (thrown) error_restore_steal(thrown);
    vm_run(vm, thrown != NULL);
    *result = vm->result;
    if (!*result) return FAILED;
    return vm->yielded ? FOUND : MISSING;
}

Ref generator_delegate_peek(Generator *g) {
    if (g->state != GENERATOR_SUSPENDED || !g->pc) return NULL;
    const uint32_t *pc = g->pc; /* behind YIELD_VALUE: a jump back to the SEND */
    if (op_of(*pc) != OP_JUMP || op_of(pc[2 + (int32_t)pc[1]]) != OP_SEND) return NULL;
    return g->words[g->word_count - 1];
}

Lookup iterator_send(Ref receiver, Ref value, Value *result) {
    Type *type = type_of(receiver);
    if (type == &type_generator || type == &type_coroutine) return generator_resume(receiver, retain(value), result);
    Lookup found;
    if (is_none(value) && type->next) {
        found = type->next(receiver, result);
    } else {
        Ref arguments[1] = {value};
        *result = call_method(receiver, NAME(send), arguments, 1);
        found = *result ? FOUND : FAILED;
    }
    if (found == FOUND) return FOUND;
    if (found == MISSING && !error_set()) {
        *result = VALUE_NONE;
        return MISSING;
    }
    if (!error_matches(&type_StopIteration)) return FAILED;
    Value stop = error_take();
    *result = getattr(stop, NAME(value));
    release(stop);
    return *result ? MISSING : FAILED;
}

/* The Python side. */

Value raise_stop_iteration(void) {
    Value args = tuple_empty(), stop = exception_new(&type_StopIteration, args);
    release(args);
    if (stop) raise_value(stop);
    release_maybe(stop);
    return NULL;
}

/* A result of generator_resume as next() and send() give it. */
static Value yield_or_stop(Lookup found, Value result) {
    if (found == FOUND) return result;
    if (found == MISSING) {
        raise_with(&type_StopIteration, result);
        release(result);
    }
    return NULL;
}

static Lookup generator_next(Ref self, Value *item) {
    Lookup found = generator_resume(self, VALUE_NONE, item);
    if (found != MISSING) return found;
    if (!is_none(*item)) {
        raise_with(&type_StopIteration, *item);
        found = FAILED;
    }
    release(*item);
    return found;
}

static Value py_generator_send(const Ref *args) {
    Value result = NULL;
    Lookup found = generator_resume(args[0], retain(args[1]), &result);
    if (found == MISSING && is_none(result)) return raise_stop_iteration();
    return yield_or_stop(found, result);
}

/* Throws the pending exception in where the generator is suspended, delegates first. */
static Lookup throw_pending(Ref self, Value *result);

/* Hands the pending exception to the iterator that self delegates to. */
static Lookup throw_into_delegate(Generator *g, Ref delegate, Value *result) {
    Value held = retain(delegate), exception = error_take(), value = NULL;
    g->state = GENERATOR_RUNNING;
    Lookup found;
    if (type_is_subtype(type_of(exception), &type_GeneratorExit)) {
        bool closed = iterator_close(held);
        g->state = GENERATOR_SUSPENDED;
        release(held);
        if (closed) error_restore_steal(exception);
        else release(exception);
        return generator_resume(value_of(g), NULL, result);
    }
    if (is_generator(held) || is_exact(held, &type_coroutine)) {
        error_restore_steal(exception);
        found = throw_pending(held, &value);
    } else {
        Value method = NULL;
        found = getattr_try(held, NAME(throw), &method);
        if (found == FOUND) {
            value = call_1(method, exception);
            release(method);
            release(exception);
            found = value ? FOUND : FAILED;
        } else {
            g->state = GENERATOR_SUSPENDED;
            release(held);
            if (found == MISSING) error_restore_steal(exception);
            else release(exception);
            return generator_resume(value_of(g), NULL, result);
        }
    }
    g->state = GENERATOR_SUSPENDED;
    release(held);
    if (found == FOUND) {
        *result = value;
        return FOUND;
    }
    if (found == FAILED) {
        if (!error_matches(&type_StopIteration)) return generator_resume(value_of(g), NULL, result);
        Value stop = error_take();
        value = getattr(stop, NAME(value));
        release(stop);
        if (!value) return FAILED;
    }
    /* the delegate returned: go on behind the SEND with its value in place of the receiver */
    const uint32_t *send = g->pc + 2 + (int32_t)g->pc[1];
    g->pc = send + 2 + (int32_t)send[1];
    release(g->words[--g->word_count]);
    return generator_resume(value_of(g), value, result);
}

static Lookup throw_pending(Ref self, Value *result) {
    Generator *g = as_generator(self);
    Ref delegate = generator_delegate_peek(g);
    if (delegate) return throw_into_delegate(g, delegate, result);
    return generator_resume(self, NULL, result);
}

static Value py_generator_throw(const Ref *args) {
    Ref type = args[1], value = args[2], traceback = args[3];
    Value exception = NULL;
    if (value && !is_none(value) && is_type(type)) {
        exception = is_exception(value) ? retain(value) : call_1(type, value);
        if (!exception) return NULL;
        raise_value(exception);
        release(exception);
    } else {
        if (!is_exception(type) && !(is_type(type) && as_type(type)->flags & TYPE_EXCEPTION))
            return raise(&type_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T",
                         type);
        raise_value(type);
    }
    if (traceback && !is_none(traceback) && rt()->error) slot_set(&as_exception(rt()->error)->traceback, traceback);
    Value result = NULL;
    Lookup found = throw_pending(args[0], &result);
    return yield_or_stop(found, result);
}

bool generator_close(Ref self, Value *value) {
    Generator *g = as_generator(self);
    *value = VALUE_NONE;
    if (g->state == GENERATOR_CREATED) {
        generator_drop(g);
        return true;
    }
    if (g->state == GENERATOR_FINISHED) return true;
    if (g->state == GENERATOR_RUNNING) return raise_false(&type_ValueError, "%s already executing", kind_name(g));
    raise_value(type_ref(&type_GeneratorExit));
    Value result = NULL;
    Lookup found = throw_pending(self, &result);
    if (found == MISSING) {
        *value = result;
        return true;
    }
    if (found == FOUND) {
        release(result);
        return raise_false(&type_RuntimeError, "%s ignored GeneratorExit", kind_name(g));
    }
    if (!error_matches(&type_GeneratorExit) && !error_matches(&type_StopIteration)) return false;
    error_clear();
    return true;
}

bool iterator_close(Ref iterator) {
    Value value = NULL;
    if (is_generator(iterator) || is_exact(iterator, &type_coroutine)) {
        bool ok = generator_close(iterator, &value);
        if (ok) release(value);
        return ok;
    }
    Value method = NULL;
    Lookup found = getattr_try(iterator, NAME(close), &method);
    if (found != FOUND) return found == MISSING;
    value = call_0(method);
    release(method);
    release_maybe(value);
    return value != NULL;
}

static Value py_generator_close(const Ref *args) {
    Value value = NULL;
    return generator_close(args[0], &value) ? value : NULL;
}

void generator_drop(Generator *g) {
    g->state = GENERATOR_FINISHED;
    while (g->word_count > 0) {
        Value v = g->words[--g->word_count];
        release_maybe(v);
    }
    clear_ref(&g->function);
}

/* Dropped before its end: runs its finally clauses. */
static void generator_finalize(Ref self) {
    Generator *g = as_generator(self);
    if (g->state == GENERATOR_CREATED && g->head.type == &type_coroutine) {
        coroutine_never_awaited(self);
        return;
    }
    if (g->state != GENERATOR_SUSPENDED) return;
    Value value = NULL;
    if (generator_close(self, &value)) release(value);
    else error_unraisable(self);
}

static void generator_traverse(Ref self, Visit visit, void *context) {
    Generator *g = as_generator(self);
    visit(g->function, context);
    visit(g->name, context);
    visit(g->qualname, context);
    visit(g->handled, context);
    visit(g->resumer_handled, context);
    visit(g->origin, context);
    for (uint32_t i = 0; i < g->word_count; i++) visit(g->words[i], context);
}

static void generator_dispose(Ref self) {
    Generator *g = as_generator(self);
    if (g->words) mem_raw_free(&rt()->mem, g->words, g->word_room * sizeof(Value));
}

static Value generator_repr(Ref self) {
    Generator *g = as_generator(self);
    return error_format("<%s object %S at %p>",
                        g->head.type == &type_async_generator ? "async_generator" : kind_name(g), g->qualname,
                        (void *)g);
}

static Value generator_self(Ref self) { return retain(self); }

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
static Value get_code(Ref self) {
    Generator *g = as_generator(self);
    return g->function ? retain(as_function(g->function)->code) : VALUE_NONE;
}
static Value get_running(Ref self) { return bool_value(as_generator(self)->state == GENERATOR_RUNNING); }
static Value get_suspended(Ref self) { return bool_value(as_generator(self)->state == GENERATOR_SUSPENDED); }
static Value get_delegate(Ref self) {
    Ref delegate = generator_delegate_peek(as_generator(self));
    return delegate ? retain(delegate) : VALUE_NONE;
}

/* The frame of a running body; a suspended one has a frame object made for the occasion. */
static Value get_frame(Ref self) {
    Generator *g = as_generator(self);
    if (g->state == GENERATOR_FINISHED) return VALUE_NONE;
    Vm *vm = vm_of();
    for (Frame *f = vm->frame; !(f->flags & FRAME_BASE); f = f->caller)
        if (f->flags & FRAME_GENERATOR && f->generator == g) return frame_object(vm, f);
    return frame_of_suspended(code_of(g), as_function(g->function)->globals, g->words,
                              (uint32_t)(g->pc - 1 - code_of(g)->words));
}

static const GetSetDef generator_getsets[] = {
    {"__name__", get_name, set_name, "The name of the generator."},
    {"__qualname__", get_qualname, set_qualname, "The qualified name of the generator."},
    {"gi_code", get_code, NULL, "The code object."},
    {"gi_frame", get_frame, NULL, "The frame, or None when it has ended."},
    {"gi_running", get_running, NULL, "Whether it runs now."},
    {"gi_suspended", get_suspended, NULL, "Whether it is suspended."},
    {"gi_yieldfrom", get_delegate, NULL, "The iterator that it delegates to, or None."},
    {0},
};

static const NativeDef generator_methods[] = {
    {"send(arg, /)", py_generator_send,
     "Resume the generator with a value.\nReturn the next yielded value or raise StopIteration.", 0},
    {"throw(type, value=..., traceback=..., /)", py_generator_throw,
     "Raise an exception where the generator is suspended.\nReturn the next yielded value or raise StopIteration.", 0},
    {"close()", py_generator_close, "Raise GeneratorExit inside the generator.", 0},
    {0},
};

Type type_generator = {
    TYPE_HEAD(generator),
    .name = "generator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_WEAKREF,
    .size = sizeof(Generator),
    .traverse = generator_traverse,
    .dispose = generator_dispose,
    .finalize = generator_finalize,
    .repr = generator_repr,
    .iter = generator_self,
    .next = generator_next,
    .getsets = generator_getsets,
    .methods = generator_methods,
};

static const GetSetDef coroutine_getsets[] = {
    {"__name__", get_name, set_name, "The name of the coroutine."},
    {"__qualname__", get_qualname, set_qualname, "The qualified name of the coroutine."},
    {"cr_code", get_code, NULL, "The code object."},
    {"cr_frame", get_frame, NULL, "The frame, or None when it has ended."},
    {"cr_running", get_running, NULL, "Whether it runs now."},
    {"cr_suspended", get_suspended, NULL, "Whether it is suspended."},
    {"cr_await", get_delegate, NULL, "What it awaits, or None."},
    {0},
};

static const NativeDef coroutine_methods[] = {
    {"send(arg, /)", py_generator_send,
     "Resume the coroutine with a value.\nReturn the next yielded value or raise StopIteration.", 0},
    {"throw(type, value=..., traceback=..., /)", py_generator_throw,
     "Raise an exception where the coroutine is suspended.", 0},
    {"close()", py_generator_close, "Raise GeneratorExit inside the coroutine.", 0},
    {0},
};

Type type_coroutine = {
    TYPE_HEAD(coroutine),
    .name = "coroutine",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_WEAKREF,
    .size = sizeof(Generator),
    .traverse = generator_traverse,
    .dispose = generator_dispose,
    .finalize = generator_finalize,
    .repr = generator_repr,
    .await = generator_self,
    .getsets = coroutine_getsets,
    .methods = coroutine_methods,
};
