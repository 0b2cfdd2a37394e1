/* vm/interp/return.c - leaving frames. */
#include "vm/interp/enter.h"
#include "vm/trace.h"

/* Leaves an ordinary frame; its first operand is the result, and from locals on its words are still its own. Releasing
 * them may run code, which must not see this frame. */
OP_PART(return_releasing) {
    Frame *frame = vm->frame, *caller = frame->caller;
    Value result = *frame_operands(frame);
    frame->pc = pc + 1;
    frame->flags = FRAME_LEAVING;
    frame->sp = frame_operands(frame);
    for (Value *p = locals; p < (Value *)frame; p++) release_maybe(*p);
    release(frame->function);
    vm->frame = caller;
    vm_runtime(vm)->recursion_depth--;
    LOAD_FRAME();
    sp = caller->sp;
    *sp++ = result;
    DISPATCH(caller->pc);
}

/* Leaves an ordinary frame with result, as long as what it owns has other owners too. */
#define RETURN_VALUE(result)                                                                                           \
    do {                                                                                                               \
        Frame *frame_ = vm->frame, *caller_ = frame_->caller;                                                          \
        Value result_ = (result);                                                                                      \
        while (locals < (Value *)frame_ && LIKELY(release_shared(*locals))) locals++;                                  \
        if (UNLIKELY(locals < (Value *)frame_ || !release_shared(frame_->function))) {                                 \
            *frame_operands(frame_) = result_;                                                                         \
            TAIL(return_releasing);                                                                                    \
        }                                                                                                              \
        vm->frame = caller_;                                                                                           \
        vm_runtime(vm)->recursion_depth--;                                                                             \
        locals = caller_->locals;                                                                                      \
        consts = caller_->code->consts;                                                                                \
        sp = caller_->sp;                                                                                              \
        *sp++ = result_;                                                                                               \
        DISPATCH(caller_->pc);                                                                                         \
    } while (0)

OP_HANDLER(RETURN) {
    if (UNLIKELY(vm->frame->flags)) TAIL(leave_special);
    RETURN_VALUE(sp[-1]);
}

OP_HANDLER(RETURN_CONST) {
    Value v = retain(consts[op_arg(word)]);
    if (UNLIKELY(vm->frame->flags)) {
        *sp++ = v;
        TAIL(leave_special);
    }
    RETURN_VALUE(v);
}

OP_HANDLER(RETURN_LOCAL) {
    Value *slot = &locals[op_arg(word)], v = *slot;
    if (UNLIKELY(!v)) TAIL(unbound_local);
    if (UNLIKELY(vm->frame->flags)) {
        *sp++ = retain(v);
        TAIL(leave_special);
    }
    *slot = NULL; /* moved, not counted twice */
    RETURN_VALUE(v);
}

OP_SLOW(leave_otherwise);
OP_SLOW(deliver_result);

/* Where frames with FRAME_DROP leave: pc is behind their instruction. */
OP_PART(drop_result) {
    sp--;
    SAVE(0);
    release(*sp);
    NEXT_SAFE(0, pc);
}

/* The result is sp[-1] and the frame has flags. Those that only say where the result goes come first. */
OP_PART(leave_special) {
    Frame *frame = vm->frame, *caller = frame->caller;
    uint32_t flags = frame->flags;
    Value result = sp[-1];
    const uint32_t plain = FRAME_ENTRY | FRAME_INIT | FRAME_OPERATOR | FRAME_OF_RIGHT | FRAME_COMPARE | FRAME_JUMP |
                           FRAME_DROP | FRAME_STEP | FRAME_ASKED;
    if (flags & ~plain) TAIL(leave_otherwise);
    if (flags & FRAME_INIT && !is_none(result)) TAIL(leave_otherwise);
    while (locals < (Value *)frame && LIKELY(release_shared(*locals))) locals++;
    if (UNLIKELY(locals < (Value *)frame || !release_shared(frame->function))) {
        frame->pc = pc + 1;
        frame->flags = flags | FRAME_LEAVING;
        frame->sp = frame_operands(frame);
        for (Value *p = locals; p < (Value *)frame; p++) release_maybe(*p);
        release(frame->function);
    }
    vm->frame = caller;
    vm_runtime(vm)->recursion_depth--;
    if (flags & FRAME_ENTRY) {
        vm->result = result;
        vm->yielded = false;
        LEAVE_LOOP();
    }
    locals = caller->locals;
    consts = caller->code->consts;
    sp = caller->sp;
    pc = caller->pc;
    if (flags & FRAME_INIT) NEXT(0); /* the instance stands on the operands already */
    *sp++ = result;
    if (flags & FRAME_DROP) TAIL(drop_result);
    word = flags;
    if (flags & FRAME_OPERATOR) TAIL(operator_left);
    if (flags & FRAME_COMPARE) TAIL(comparison_left);
    if (flags & FRAME_STEP) TAIL(step_left);
    if (flags & FRAME_ASKED) TAIL(asked_left);
    TAIL(jump_comparison_left);
}

OP_SLOW(leave_otherwise) {
    Frame *frame = vm->frame;
    Value result = *--sp;
    uint32_t flags = frame->flags;
    if ((flags & (FRAME_GENERATOR | FRAME_SPECIAL)) == FRAME_GENERATOR) {
        sp++;
        TAIL(leave_generator);
    }
    SAVE(1);
    if (flags & FRAME_INIT && !is_none(result)) {
        *sp++ = result;
        raise(&type_TypeError, "__init__() should return None, not '%T'", result);
        ERROR();
    }
    if (flags & FRAME_TRACED) {
        *sp++ = result;
        vm->frame->sp = sp;
        if (!trace_return(vm, frame, result)) ERROR();
        sp--;
        vm->frame->sp = sp;
    }
    frame_leave(vm, frame);
    if (flags & FRAME_ENTRY) {
        vm->result = result;
        vm->yielded = false;
        LEAVE_LOOP();
    }
    LOAD_FRAME();
    sp = vm->frame->sp;
    pc = vm->frame->pc;
    if (flags & FRAME_INIT) NEXT(0); /* the instance stands on the operands already */
    *sp++ = result;
    word = flags;
    TAIL(deliver_result);
}

/* The frame with flags word was left; its result is sp[-1], behind the operands of the caller, whose pc is next. */
OP_SLOW(deliver_result) {
    Value result = *--sp;
    uint32_t flags = word;
    if (flags & FRAME_NEXT) {
        raise_stop_iteration(result);
        release(result);
        ERROR();
    }
    if (flags & FRAME_FOR) { /* the generator is exhausted: drop it and leave the loop */
        release(result);
        Value iterator = *--sp;
        vm->frame->sp = sp;
        release(iterator);
        NEXT(0);
    }
    if (flags & FRAME_SEND) { /* receiver value-slot: the result replaces both, and the jump of SEND is taken */
        Value receiver = *--sp;
        vm->frame->sp = sp;
        release(receiver);
        *sp++ = result;
        NEXT((int32_t)pc[-1]);
    }
    *sp++ = result;
    if (flags & FRAME_DROP) TAIL(drop_result);
    if (flags & FRAME_OPERATOR) TAIL(operator_left);
    if (flags & FRAME_COMPARE) TAIL(comparison_left);
    if (flags & FRAME_JUMP) TAIL(jump_comparison_left);
    if (flags & FRAME_STEP) TAIL(step_left);
    if (flags & FRAME_ASKED) TAIL(asked_left);
    NEXT(0);
}
