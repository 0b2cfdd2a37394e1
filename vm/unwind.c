/* vm/unwind.c - finds where a raised exception goes on. */
#include "runtime/error.h"
#include "runtime/exception.h"
#include "vm/frame.h"
#include "vm/interp/attr.h"
#include "vm/trace.h"

/* Releases operands down to bottom. */
static void cut_operands(Frame *frame, Value *bottom) {
    while (frame->sp > bottom) {
        Value v = *--frame->sp;
        release_maybe(v);
    }
}

/* Adds the innermost frame, which then outlives its run with all its locals as long as somebody has the
 * exception, to the pending exception's traceback. */
static void add_traceback(Vm *vm, Frame *frame) {
    uint32_t at = frame_word(frame);
    Value object = frame_object(vm, frame);
    exception_add_traceback(vm->rt->error, value_of(frame->code), at, object);
}

/* Whether the exception only ends the loop whose iterator's __next__ runs in frame, and nobody will have seen it. */
static bool ends_unseen(const Vm *vm, const Frame *frame) {
    return frame->flags & FRAME_STEP && !(frame->flags & FRAME_TRACED) &&
           is_exact(vm->rt->error, &type_StopIteration) && is_last(vm->rt->error) &&
           !code_handler(frame->code, frame_word(frame));
}

/* Whether it ends the loop of the frame that goes on; a function that traces hears of it first. */
static bool ends_loop(Vm *vm) {
    if (!error_matches(&type_StopIteration)) return false;
    trace_exception(vm, vm->frame);
    return error_matches(&type_StopIteration);
}

OP_SLOW(unwind) {
    Runtime *runtime = vm->rt;
    for (;;) {
        Frame *frame = vm->frame;
        if (!vm->reraised && !ends_unseen(vm, frame)) {
            add_traceback(vm, frame);
            trace_exception(vm, frame);
        }
        const CodeHandler *handler = code_handler(frame->code, frame_word(frame));
        if (vm->reraised) frame->pc = frame->code->words + vm->reraised;
        vm->reraised = 0;
        if (handler) {
            Value exception = error_take();
            cut_operands(frame, frame_operands(frame) + handler->depth);
            sp = frame->sp;
            if (handler->push_lasti) *sp++ = small_int_value(frame_word(frame));
            *sp++ = exception;
            LOAD_FRAME();
            table = vm->table;
            DISPATCH(frame->code->words + handler->target);
        }
        if (frame->flags & FRAME_TRACED) {
            Value exception = error_take();
            if (trace_return(vm, frame, NULL)) error_restore_steal(exception);
            else release(exception);
        }
        uint32_t flags = frame->flags;
        Value exception = error_take(); /* releasing operands and locals may run Python code */
        cut_operands(frame, frame_operands(frame));
        frame_leave(vm, frame);
        error_restore_steal(exception);
        if (flags & FRAME_ASKED) load_attr_failed(vm->frame);
        if (flags & FRAME_STEP && ends_loop(vm)) {
            error_clear();
            TAIL(step_ended);
        }
        if (flags & FRAME_ENTRY) {
            vm->result = NULL;
            LEAVE_LOOP();
        }
    }
    (void)runtime;
}
