/* vm/interp/generate.c - generators, coroutines and what awaits them. */
#include "runtime/intern.h"
#include "vm/await.h"
#include "vm/frame.h"
#include "vm/interp/interp.h"
#include "vm/trace.h"

OP_HANDLER(RETURN_GENERATOR) {
    SAVE(1);
    uint32_t flags = vm->frame->flags;
    Value generator = generator_from_frame(vm, pc + 1);
    if (!generator) ERROR();
    vm_runtime(vm)->recursion_depth--;
    if (flags & FRAME_ENTRY) {
        vm->result = generator;
        vm->yielded = false;
        LEAVE_LOOP();
    }
    LOAD_FRAME();
    sp = vm->frame->sp;
    *sp++ = generator;
    DISPATCH(vm->frame->pc);
}

/* What a frame that yields gives its caller, which is the innermost now. */
#define YIELD_TO_CALLER(value, flags)                                                                                  \
    do {                                                                                                               \
        if ((flags) & FRAME_ENTRY) {                                                                                   \
            vm->result = (value);                                                                                      \
            vm->yielded = true;                                                                                        \
            LEAVE_LOOP();                                                                                              \
        }                                                                                                              \
        LOAD_FRAME();                                                                                                  \
        sp = vm->frame->sp;                                                                                            \
        pc = vm->frame->pc;                                                                                            \
        if ((flags) & FRAME_FOR) { /* pc is behind the FOR_ITER of two words */                                        \
            if ((flags) & FRAME_FOR_LOCAL) slot_set_steal(&locals[op_a(pc[-2])], (value));                             \
            else *sp++ = (value);                                                                                      \
            vm->frame->sp = sp;                                                                                        \
            pc += (int32_t)pc[-1];                                                                                     \
            NEXT_SAFE(0, pc);                                                                                          \
        }                                                                                                              \
        *sp++ = (value);                                                                                               \
        NEXT(0);                                                                                                       \
    } while (0)

OP_SLOW(yield_special) {
    Frame *frame = vm->frame;
    uint32_t flags = frame->flags;
    SAVE(1);
    if (flags & FRAME_TRACED && !trace_return(vm, frame, sp[-1])) ERROR();
    Value value = *--sp;
    generator_suspend(vm, frame, sp, pc + 1);
    YIELD_TO_CALLER(value, flags);
}

/* What a frame with FRAME_FED yields is taken here; the frame goes on as long as more is wanted. */
OP_PART(yield_fed) {
    if (!(vm->frame->flags & FRAME_FED)) TAIL(yield_special);
    Value value = *--sp;
    SAVE(1);
    if (LIKELY(vm->take(vm->taker, value))) {
        *sp++ = VALUE_NONE;
        NEXT(1);
    }
    generator_suspend(vm, vm->frame, sp, pc + 1);
    vm->result = VALUE_NONE;
    vm->yielded = true;
    LEAVE_LOOP();
}

OP_HANDLER(YIELD_VALUE) {
    Frame *frame = vm->frame;
    uint32_t flags = frame->flags;
    if (UNLIKELY(flags & (FRAME_SPECIAL | FRAME_FED))) TAIL(yield_fed);
    Value value = *--sp, generator = value_of(frame->generator);
    generator_store(vm, frame, sp, pc + 1);
    release(generator);
    YIELD_TO_CALLER(value, flags);
}

OP_PART(leave_generator) {
    Frame *frame = vm->frame;
    Value result = *--sp;
    uint32_t flags = frame->flags;
    SAVE(1);
    frame->flags = flags | FRAME_LEAVING;
    for (Value *p = locals; p < (Value *)frame; p++) release_maybe(*p);
    generator_finish(vm, frame);
    vm->frame = frame->caller;
    vm_runtime(vm)->recursion_depth--;
    if (flags & FRAME_ENTRY) {
        vm->result = result;
        vm->yielded = false;
        LEAVE_LOOP();
    }
    LOAD_FRAME();
    sp = vm->frame->sp;
    pc = vm->frame->pc;
    if (flags & FRAME_NEXT) {
        raise_stop_iteration(result);
        release(result);
        ERROR();
    }
    Value receiver = *--sp;
    vm->frame->sp = sp;
    if (flags & FRAME_FOR) { /* exhausted: the loop is left */
        release(result);
        release(receiver);
        NEXT(0);
    }
    release(receiver); /* of SEND, whose jump is taken */
    *sp++ = result;
    NEXT((int32_t)pc[-1]);
}

/* Resumes a generator in place of a call: its frame runs next. */
OP_PART(for_generator) {
    Generator *g = as_generator(sp[-1]);
    uint32_t flags = op_of(word) == OP_FOR_ITER ? FRAME_FOR : FRAME_FOR | FRAME_FOR_LOCAL;
    SAVE(2);
    if (UNLIKELY(g->state != GENERATOR_SUSPENDED || !generator_fits(vm, g, sp))) {
        if (!generator_push(vm, g, sp, VALUE_NONE, flags)) ERROR();
        LOAD_FRAME();
        sp = vm->frame->sp;
        DISPATCH(vm->frame->pc);
    }
    Value *room = sp;
    sp = generator_place(vm, g, room, flags);
    *sp++ = VALUE_NONE;
    locals = room;
    consts = vm->frame->code->consts;
    DISPATCH(g->pc);
}

OP_PART(send_any) {
    Value value = sp[-1], receiver = sp[-2];
    SAVE(2);
    Value result;
    Lookup found = iterator_send(receiver, value, &result);
    if (found == FAILED) ERROR();
    release(value);
    if (found == FOUND) {
        sp[-1] = result;
        NEXT(2);
    }
    sp--;
    release(receiver);
    sp[-1] = result;
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(SEND) {
    Value value = sp[-1], receiver = sp[-2];
    if (!is_heap(receiver)) TAIL(send_any);
    Type *type = object_of(receiver)->type;
    if (type != &type_generator && type != &type_coroutine) TAIL(send_any);
    Generator *g = as_generator(receiver);
    if (g->state > GENERATOR_SUSPENDED) TAIL(send_any);
    sp--;
    SAVE(2);
    if (UNLIKELY(!generator_fits(vm, g, sp))) {
        if (!generator_push(vm, g, sp, value, FRAME_SEND)) {
            sp++;
            ERROR();
        }
        LOAD_FRAME();
        sp = vm->frame->sp;
        DISPATCH(vm->frame->pc);
    }
    bool started = g->state == GENERATOR_SUSPENDED;
    Value *room = sp;
    sp = generator_place(vm, g, room, FRAME_SEND);
    if (started) *sp++ = value;
    locals = room;
    consts = vm->frame->code->consts;
    DISPATCH(g->pc);
}

/* Replaces the top by f(top). */
#define REPLACE_TOP(expression)                                                                                        \
    do {                                                                                                               \
        SAVE(1);                                                                                                       \
        Value result_ = (expression);                                                                                  \
        if (!result_) ERROR();                                                                                         \
        release(sp[-1]);                                                                                               \
        sp[-1] = result_;                                                                                              \
        NEXT(1);                                                                                                       \
    } while (0)

OP_HANDLER(GET_AWAITABLE) { REPLACE_TOP(awaitable_iterator(sp[-1], (int)op_arg(word))); }
OP_HANDLER(GET_AITER) { REPLACE_TOP(async_iterator(sp[-1])); }

OP_HANDLER(ASYNC_GEN_WRAP) {
    vm->frame->generator->item = true;
    NEXT(1);
}

OP_HANDLER(GET_ANEXT) {
    SAVE(1);
    Value awaitable = async_next(sp[-1]);
    if (!awaitable) ERROR();
    *sp++ = awaitable;
    NEXT(1);
}

OP_HANDLER(END_ASYNC_FOR) {
    SAVE(1);
    Value exception = *--sp;
    if (!is_instance_of(exception, &type_StopAsyncIteration)) {
        error_restore_steal(exception);
        vm->reraised = frame_word(vm->frame) + 1;
        ERROR();
    }
    release(exception);
    release(*--sp);
    NEXT(1);
}

OP_HANDLER(CLEANUP_THROW) { /* receiver exception -> value of its StopIteration */
    SAVE(1);
    Value exception = *--sp;
    if (!is_instance_of(exception, &type_StopIteration)) {
        error_restore_steal(exception);
        vm->reraised = frame_word(vm->frame) + 1;
        ERROR();
    }
    Value value = getattr(exception, NAME(value));
    release(exception);
    if (!value) ERROR();
    release(sp[-1]);
    sp[-1] = value;
    NEXT(1);
}
