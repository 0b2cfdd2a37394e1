#include "vm/generator.h"

#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/frame.h"

static Code *code_of(const Generator *g) { return as_code(g->code); }

static const char *kind_name(const Generator *g) {
    return g->head.type == &type_coroutine         ? "coroutine"
           : g->head.type == &type_async_generator ? "async generator"
                                                   : "generator";
}

/* Suspending and resuming. */

static Type *type_for(const Code *code) {
    return code->flags & CODE_COROUTINE         ? &type_coroutine
           : code->flags & CODE_ASYNC_GENERATOR ? &type_async_generator
                                                : &type_generator;
}

Value generator_from_frame(Vm *vm, const uint32_t *pc) {
    Frame *frame = vm->frame;
    Code *code = frame->code;
    Type *type = type_for(code);
    if (UNLIKELY(frame->flags & FRAME_INIT))
        return raise(&type_TypeError, "__init__() should return None, not '%s'", type->name);
    uint32_t room = code->local_count + code->stack_size;
    Generator *g = object_new_sized(type, sizeof(Generator) + room * sizeof(Value));
    if (!g) return NULL;
    g->word_room = room;
    g->word_count = code->local_count;
    copy_words(g->words, frame->locals, (Value *)frame);
    g->function = frame->function;
    g->code = retain(value_of(code));
    g->name = retain(as_function(frame->function)->name);
    g->qualname = retain(as_function(frame->function)->qualname);
    g->pc = pc;
    frame->generator = g;
    frame->pc = pc;
    if (frame->flags & FRAME_OBJECT) frame_object_suspend(frame);
    if (frame->flags & FRAME_NAMESPACE) release_maybe(frame->namespace);
    vm->frame = frame->caller;
    vm_leave_segment(vm);
    return value_of(g);
}

void generator_enter_handled(Runtime *runtime, Generator *g) {
    g->resumer_handled = runtime->handled;
    runtime->handled = g->handled ? g->handled : retain_maybe(g->resumer_handled);
    g->handled = NULL;
}

void generator_leave_handled(Runtime *runtime, Generator *g, bool keep) {
    Value own = runtime->handled;
    runtime->handled = g->resumer_handled;
    if (keep && own != g->resumer_handled) g->handled = own;
    else release_maybe(own);
    g->resumer_handled = NULL;
}

bool generator_push(Vm *vm, Generator *g, Value *sp, Value sent, uint32_t flags) {
    if (UNLIKELY(g->state == GENERATOR_RUNNING)) {
        return raise_false(&type_ValueError, "%s already executing", kind_name(g));
    }
    if (UNLIKELY(!vm_count_frame(vm))) return false;
    vm->rt->recursion_depth--;
    Value *room = vm_reserve(vm, sp, code_of(g)->frame_words);
    if (UNLIKELY(!room)) return false;
    bool started = g->state != GENERATOR_CREATED;
    Value *top = generator_place(vm, g, room, flags | (room == sp ? 0 : FRAME_SEGMENT));
    if (started && sent) *top++ = sent;
    vm->frame->sp = top;
    vm->frame->pc = g->pc;
    return true;
}

void generator_suspend(Vm *vm, Frame *frame, Value *sp, const uint32_t *pc) {
    Value generator = value_of(frame->generator);
    frame->pc = pc;
    if (frame->flags & FRAME_OBJECT) frame_object_suspend(frame);
    generator_store(vm, frame, sp, pc);
    vm_leave_segment(vm);
    release(generator);
}

void generator_finish(Vm *vm, Frame *frame) {
    Generator *g = frame->generator;
    generator_leave_handled(vm->rt, g, false);
    g->state = GENERATOR_FINISHED;
    g->head.flags |= OBJECT_FINALIZED; /* nothing of it is left to run */
    clear_ref(&g->function);
    release(value_of(g));
}

/* Runs the innermost frame, a generator's that was entered from C. */
static Lookup run_body(Vm *vm, bool throwing, Value *result) {
    vm_run(vm, throwing);
    *result = vm->result;
    if (!*result) return FAILED;
    return vm->yielded ? FOUND : MISSING;
}

static __attribute__((noinline)) Lookup resume_slow(Vm *vm, Generator *g, Value value, Value *result) {
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
    return run_body(vm, thrown != NULL, result);
}

Lookup generator_resume(Ref generator, Value value, Value *result) {
    Vm *vm = vm_of();
    Generator *g = as_generator(generator);
    Value *sp = vm->frame->sp;
    if (UNLIKELY(!value || g->state != GENERATOR_SUSPENDED || !generator_fits(vm, g, sp)))
        return resume_slow(vm, g, value, result);
    Value *top = generator_place(vm, g, sp, FRAME_ENTRY);
    *top++ = value;
    vm->frame->sp = top;
    vm->frame->pc = g->pc;
    return run_body(vm, false, result);
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
    g->head.flags |= OBJECT_FINALIZED;
    if (g->frame) frame_object_drop(g);
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
    visit(g->code, context);
    visit(g->name, context);
    visit(g->qualname, context);
    visit(g->handled, context);
    visit(g->resumer_handled, context);
    visit(g->origin, context);
    for (uint32_t i = 0; i < g->word_count; i++) visit(g->words[i], context);
}

static void generator_dispose(Ref self) {
    Generator *g = as_generator(self);
    if (g->frame) g->frame->generator = NULL;
}

static size_t generator_storage(Ref self) { return sizeof(Generator) + as_generator(self)->word_room * sizeof(Value); }

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
static Value get_code(Ref self) { return retain(as_generator(self)->code); }
static Value get_running(Ref self) { return bool_value(as_generator(self)->state == GENERATOR_RUNNING); }
static Value get_suspended(Ref self) { return bool_value(as_generator(self)->state == GENERATOR_SUSPENDED); }
static Value get_delegate(Ref self) {
    Ref delegate = generator_delegate_peek(as_generator(self));
    return delegate ? retain(delegate) : VALUE_NONE;
}

static Value get_frame(Ref self) {
    Generator *g = as_generator(self);
    if (g->state == GENERATOR_FINISHED) return VALUE_NONE;
    Vm *vm = vm_of();
    for (Frame *f = vm->frame; !(f->flags & FRAME_BASE); f = f->caller)
        if (f->flags & FRAME_GENERATOR && f->generator == g) return frame_object(vm, f);
    return frame_object_of_generator(g);
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
    .storage = generator_storage,
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
    .storage = generator_storage,
    .finalize = generator_finalize,
    .repr = generator_repr,
    .await = generator_self,
    .getsets = coroutine_getsets,
    .methods = coroutine_methods,
};
