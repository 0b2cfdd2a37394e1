/* vm/interp/generate.c - generators, coroutines and what awaits them. */
#include "runtime/intern.h"
#include "vm/await.h"
#include "vm/interp/interp.h"
#include "vm/trace.h"

OP_HANDLER(RETURN_GENERATOR) {
    SAVE(1);
    uint32_t flags = vm->frame->flags;
    Value generator = generator_from_frame(vm, pc + 1);
    if (!generator) ERROR();
    vm->rt->recursion_depth--;
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

OP_HANDLER(YIELD_VALUE) {
    Frame *frame = vm->frame;
    Value value = *--sp;
    uint32_t flags = frame->flags;
    if (UNLIKELY(flags & FRAME_TRACED)) {
        frame->pc = pc + 1;
        frame->sp = ++sp;
        if (!trace_return(vm, frame, value)) ERROR();
        sp--;
    }
    generator_suspend(vm, frame, sp, pc + 1);
    if (flags & FRAME_ENTRY) {
        vm->result = value;
        vm->yielded = true;
        LEAVE_LOOP();
    }
    LOAD_FRAME();
    sp = vm->frame->sp;
    pc = vm->frame->pc;
    if (flags & FRAME_FOR) { /* pc is behind the FOR_ITER of two words */
        uint32_t loop = pc[-2];
        if (op_info[op_of(loop)].form == FORM_ABC) slot_set_steal(&locals[op_a(loop)], value);
        else *sp++ = value;
        vm->frame->sp = sp;
        pc += (int32_t)pc[-1];
        NEXT_SAFE(0, pc);
    }
    *sp++ = value;
    NEXT(0);
}

OP_HANDLER(SEND) {
    Value value = sp[-1], receiver = sp[-2];
    Type *type = type_of(receiver);
    if ((type == &type_generator || type == &type_coroutine) && as_generator(receiver)->state <= GENERATOR_SUSPENDED) {
        sp--;
        SAVE(2);
        if (!generator_push(vm, as_generator(receiver), sp, value, FRAME_SEND)) ERROR();
        LOAD_FRAME();
        sp = vm->frame->sp;
        DISPATCH(vm->frame->pc);
    }
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
OP_HANDLER(ASYNC_GEN_WRAP) { REPLACE_TOP(async_generator_wrap(sp[-1])); }

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
        vm->reraised = true;
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
        vm->reraised = true;
        ERROR();
    }
    Value value = getattr(exception, NAME(value));
    release(exception);
    if (!value) ERROR();
    release(sp[-1]);
    sp[-1] = value;
    NEXT(1);
}
