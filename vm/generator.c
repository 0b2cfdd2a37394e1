#include "vm/generator.h"

#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/frame.h"

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

/* Where a coroutine was made: a tuple of (file name, line, function) for each frame, innermost first, at most limit. */
static Value find_origin(Vm *vm, uint32_t limit) {
    Value list = list_new(0);
    for (const Frame *f = vm->frame; list && limit-- > 0 && !(f->flags & FRAME_BASE); f = f->caller) {
        Value step = tuple_pack(3, f->code->filename, small_int_value(frame_line(f)), f->code->name);
        if (!step || !list_append_steal(list, step)) clear_ref(&list);
    }
    Value origin = list ? tuple_of(list) : NULL;
    release_maybe(list);
    return origin;
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
    g->head.flags |= gc_birth(&vm->rt->gc);
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
    if (UNLIKELY(vm->origin_depth) && type == &type_coroutine) {
        g->origin = find_origin(vm, vm->origin_depth);
        if (!g->origin) error_clear();
    }
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
    if (keep && g->handlers) g->handled = own;
    else release_maybe(own);
    g->resumer_handled = NULL;
}

bool generator_push(Vm *vm, Generator *g, Value *sp, Value sent, uint32_t flags) {
    if (UNLIKELY(g->state == GENERATOR_RUNNING)) {
        return raise_false(&type_ValueError, "%s already executing", kind_name(g));
    }
    if (UNLIKELY(!vm_count_frame(vm))) return false;
    vm->rt->recursion_depth--;
    Value *room = vm_reserve(vm, sp, as_code(g->code)->frame_words);
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

static Lookup resume_finished(Generator *g, Value value, Value *result) {
    if (g->head.type == &type_coroutine) {
        error_clear();
        release_maybe(value);
        return raise_failed(&type_RuntimeError, "cannot reuse already awaited coroutine");
    }
    if (!value) return FAILED;
    release(value);
    *result = VALUE_NONE;
    return MISSING;
}

static __attribute__((noinline)) Lookup resume_slow(Vm *vm, Generator *g, Value value, Value *result) {
    if (g->state == GENERATOR_FINISHED) return resume_finished(g, value, result);
    if (g->state == GENERATOR_CREATED && value && !is_none(value)) {
        release(value);
        return raise_failed(&type_TypeError, "can't send non-None value to a just-started %s", kind_name(g));
    }
    Value thrown = value ? NULL : error_take(), handled = retain_maybe(g->handled);
    bool ok = generator_push(vm, g, vm->frame->sp, value, FRAME_ENTRY);
    if (ok && thrown) {
        if (handled) exception_set_context(thrown, handled);
        error_restore_steal(thrown);
    } else if (!ok) {
        release_maybe(value);
        release_maybe(thrown);
    }
    release_maybe(handled);
    return ok ? run_body(vm, !value, result) : FAILED;
}

/* Whether sending value, which is not NULL, needs nothing but the frame above sp. */
static inline bool can_resume(const Vm *vm, const Generator *g, const Value *sp, Ref value) {
    bool ready = g->state == GENERATOR_SUSPENDED || (g->state == GENERATOR_CREATED && is_none(value));
    return LIKELY(ready) && generator_fits(vm, g, sp);
}

static inline void enter_body(Vm *vm, Generator *g, Value *sp, Value value, uint32_t flags) {
    bool started = g->state == GENERATOR_SUSPENDED;
    Value *top = generator_place(vm, g, sp, flags);
    if (started) *top++ = value;
    vm->frame->sp = top;
    vm->frame->pc = g->pc;
}

Lookup generator_resume(Ref generator, Value value, Value *result) {
    Vm *vm = vm_of();
    Generator *g = as_generator(generator);
    Value *sp = vm->frame->sp;
    if (UNLIKELY(!value || !can_resume(vm, g, sp, value))) return resume_slow(vm, g, value, result);
    enter_body(vm, g, sp, value, FRAME_ENTRY);
    return run_body(vm, false, result);
}

/* Item by item: entering the frame needs more than in the common case. */
static __attribute__((noinline)) Lookup feed_slowly(Ref generator, Take take, void *taker) {
    for (;;) {
        Value item;
        Lookup found = next_or_stop(generator_resume(generator, VALUE_NONE, &item), &item);
        if (found != FOUND || !take(taker, item)) return found;
    }
}

Lookup generator_feed(Ref generator, Take take, void *taker) {
    Vm *vm = vm_of();
    Generator *g = as_generator(generator);
    Value *sp = vm->frame->sp, result;
    if (UNLIKELY(!can_resume(vm, g, sp, VALUE_NONE) || vm->trace_function || vm->profile_function))
        return feed_slowly(generator, take, taker);
    Take outer_take = vm->take;
    void *outer_taker = vm->taker;
    vm->take = take;
    vm->taker = taker;
    enter_body(vm, g, sp, VALUE_NONE, FRAME_ENTRY | FRAME_FED);
    Lookup found = run_body(vm, false, &result);
    vm->take = outer_take;
    vm->taker = outer_taker;
    return next_or_stop(found, &result);
}

Ref generator_delegate_peek(Generator *g) {
    if (g->state != GENERATOR_SUSPENDED || !g->pc) return NULL;
    const uint32_t *pc = g->pc; /* behind YIELD_VALUE: a jump back to the SEND */
    if (op_of(*pc) != OP_JUMP || op_of(pc[2 + (int32_t)pc[1]]) != OP_SEND) return NULL;
    return g->words[g->word_count - 1];
}

Lookup iterator_send(Ref receiver, Ref value, Value *result) {
    Type *type = type_of(receiver);
    if (type->send) return type->send(receiver, value, result);
    Lookup found;
    if (is_none(value) && type->next) {
        found = type->next(receiver, result);
    } else {
        Ref arguments[1] = {value};
        *result = call_method(receiver, NAME(send), arguments, 1);
        found = *result ? FOUND : FAILED;
    }
    return found == FOUND ? FOUND : iterator_returned(found, result);
}

Lookup iterator_returned(Lookup found, Value *result) {
    if (found == MISSING && !error_set()) {
        *result = VALUE_NONE;
        return MISSING;
    }
    if (!error_matches(&type_StopIteration)) return FAILED;
    Value stop = error_take();
    *result = retain(exception_field_peek(stop, FIELD_VALUE));
    release(stop);
    return MISSING;
}

Value raise_stop_iteration(Ref value) {
    if (!is_none(value)) return raise_with(&type_StopIteration, value);
    Value args = tuple_empty(), stop = exception_new(&type_StopIteration, args);
    release(args);
    if (stop) raise_value(stop);
    release_maybe(stop);
    return NULL;
}

Value yield_or_stop(Lookup found, Value result) {
    if (found == FOUND) return result;
    if (found == MISSING) {
        raise_stop_iteration(result);
        release(result);
    }
    return NULL;
}

Lookup next_or_stop(Lookup found, Value *item) {
    if (found != MISSING) return found;
    if (!is_none(*item)) {
        raise_stop_iteration(*item);
        found = FAILED;
    }
    release(*item);
    *item = NULL;
    return found;
}

/* Throwing. */

static bool is_exception_class(Ref v) { return is_type(v) && as_type(v)->flags & TYPE_EXCEPTION; }

bool throw_check(const Thrown *thrown) {
    Ref value = thrown->value, traceback = thrown->traceback;
    if (traceback && !is_none(traceback) && !is_exact(traceback, &type_traceback))
        return raise_false(&type_TypeError, "throw() third argument must be a traceback object");
    if (is_exception_class(thrown->type)) return true;
    if (!is_exception(thrown->type))
        return raise_false(&type_TypeError,
                           "exceptions must be classes or instances deriving from BaseException, not %T", thrown->type);
    if (value && !is_none(value))
        return raise_false(&type_TypeError, "instance exception may not have a separate value");
    return true;
}

/* Makes it the pending exception, or what making it of its class raised instead. False: it is nothing to throw. */
static bool set_thrown(const Thrown *thrown) {
    if (!throw_check(thrown)) return false;
    Value exception = is_exception(thrown->type) ? retain(thrown->type) : exception_of(thrown->type, thrown->value);
    if (!exception) return true;
    if (!is_exception(exception)) {
        raise(&type_TypeError, "calling %R should have returned an instance of BaseException, not %T", thrown->type,
              exception);
        release(exception);
        return true;
    }
    if (thrown->traceback && !is_none(thrown->traceback))
        slot_set(&as_exception(exception)->traceback, thrown->traceback);
    error_restore_steal(exception);
    return true;
}

static bool is_generator_exit(Ref thrown) {
    Type *type = is_type(thrown) ? as_type(thrown) : type_of(thrown);
    return type_is_subtype(type, &type_GeneratorExit);
}

/* Calls delegate.throw, which is taken. */
static Lookup call_throw_steal(Value method, const Thrown *thrown, Value *result) {
    Ref args[3] = {thrown->type, thrown->value, thrown->traceback};
    *result = call(method, args, thrown->traceback ? 3 : thrown->value ? 2 : 1, NULL);
    release(method);
    return *result ? FOUND : FAILED;
}

/* The delegate returned: the frame goes on behind the SEND with its value, taken, in place of the receiver. */
static void step_behind_send(Frame *frame, Value value) {
    const uint32_t *send = frame->pc + 2 + (int32_t)frame->pc[1];
    frame->pc = send + 2 + (int32_t)send[1];
    release(frame->sp[-1]);
    frame->sp[-1] = value;
}

/* GeneratorExit closes the delegate and goes on in the generator, which is not on the stack meanwhile. */
static Lookup close_delegate(Generator *g, Ref delegate, const Thrown *thrown, Value *result) {
    Value held = retain(delegate);
    g->state = GENERATOR_RUNNING;
    bool closed = iterator_close(held);
    g->state = GENERATOR_SUSPENDED;
    release(held);
    if (closed && !set_thrown(thrown)) return FAILED;
    return generator_resume(value_of(g), NULL, result);
}

/* throw of the delegate, which is retained: a generator (method NULL) or what has this method, taken. The frame that
 * delegates is on the stack meanwhile, for tracebacks; what it handles is no context of what is raised in the
 * delegate. */
static Lookup throw_through(Generator *g, Ref delegate, Value method, const Thrown *thrown, Value *result) {
    Vm *vm = vm_of();
    Value value = NULL, handled = g->handled;
    g->handled = NULL;
    if (!generator_push(vm, g, vm->frame->sp, NULL, FRAME_ENTRY)) {
        g->handled = handled;
        release_maybe(method);
        return FAILED;
    }
    Lookup found = method ? call_throw_steal(method, thrown, &value) : generator_throw(delegate, thrown, &value);
    bool handling = handled != NULL;
    if (handling) slot_set_steal(&vm->rt->handled, handled);
    Frame *frame = vm->frame;
    if (found == FOUND) {
        generator_suspend(vm, frame, frame->sp, frame->pc);
        *result = value;
        return FOUND;
    }
    if (found == MISSING) step_behind_send(frame, value);
    else if (handling) exception_set_context(vm->rt->error, vm->rt->handled);
    return run_body(vm, found == FAILED, result); /* what the await or yield from does with StopIteration too */
}

static Lookup throw_here(Generator *g, const Thrown *thrown, Value *result) {
    return set_thrown(thrown) ? generator_resume(value_of(g), NULL, result) : FAILED;
}

static Lookup throw_into_delegate(Generator *g, Ref delegate, const Thrown *thrown, Value *result) {
    if (!thrown->past_delegates && is_generator_exit(thrown->type)) return close_delegate(g, delegate, thrown, result);
    Value method = NULL, held = retain(delegate);
    bool native = is_generator(delegate) || is_exact(delegate, &type_coroutine);
    Lookup found = native ? FOUND : getattr_try(delegate, NAME(throw), &method);
    if (found == FOUND) found = throw_through(g, held, method, thrown, result);
    else if (found == MISSING) found = throw_here(g, thrown, result);
    release(held);
    return found;
}

Lookup generator_throw(Ref self, const Thrown *thrown, Value *result) {
    Generator *g = as_generator(self);
    Ref delegate = generator_delegate_peek(g);
    if (!delegate) return throw_here(g, thrown, result);
    return recursion_check("") ? throw_into_delegate(g, delegate, thrown, result) : FAILED;
}

/* Closing. */

/* Whether an exception would leave the suspended frame at once: the one handler around it is that of all generators,
 * which looks for StopIteration. */
static bool is_unguarded(const Generator *g) {
    const Code *code = as_code(g->code);
    const CodeHandler *handler = code_handler(code, (uint32_t)(g->pc - 1 - code->words));
    if (!handler) return true;
    uint32_t first = code->words[handler->target];
    return op_of(first) == OP_INTRINSIC_1 && op_arg(first) == INTRINSIC_STOP_ITERATION;
}

bool generator_close(Ref self, Value *value) {
    Generator *g = as_generator(self);
    *value = VALUE_NONE;
    if (g->state == GENERATOR_CREATED || (g->state == GENERATOR_SUSPENDED && is_unguarded(g))) {
        generator_drop(g);
        return true;
    }
    if (g->state == GENERATOR_FINISHED) return true;
    if (g->state == GENERATOR_RUNNING) return raise_false(&type_ValueError, "%s already executing", kind_name(g));
    Value result = NULL;
    Lookup found = generator_throw(self, &(Thrown){.type = type_ref(&type_GeneratorExit)}, &result);
    if (found == MISSING) {
        *value = result;
        return true;
    }
    if (found == FOUND) {
        release(result);
        g->item = false;
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
    if (found == FAILED) error_unraisable(iterator);
    if (found != FOUND) return true;
    value = call_0(method);
    release(method);
    release_maybe(value);
    return value != NULL;
}

void generator_drop(Generator *g) {
    g->state = GENERATOR_FINISHED;
    g->head.flags |= OBJECT_FINALIZED;
    if (g->frame) frame_object_drop(g);
    uint32_t count = g->word_count;
    g->word_count = 0;
    for (uint32_t i = 0; i < count; i++) release_maybe(g->words[i]); /* the order of CPython's: locals, then operands */
    clear_ref(&g->function);
}
