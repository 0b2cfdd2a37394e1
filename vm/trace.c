#include "vm/trace.h"

#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"
#include "vm/frame.h"
#include "vm/interp/stats.h"

void trace_set(Ref function) {
    Vm *vm = vm_of();
    bool on = function && !is_none(function);
    slot_set(&vm->trace_function, on ? function : NULL);
    vm->table = on ? dispatch_tracing : dispatch_untraced(vm);
    rt()->pending |= PENDING_TRACE;
}

/* Calls function(frame, event, argument); *result is what it returned. Removes the trace function when it fails. */
static bool deliver(Vm *vm, Ref function, Ref frame, const char *event, Ref argument, Value *result) {
    Value name = intern_text(event);
    Ref arguments[3] = {frame, name, argument};
    vm->tracing = true;
    *result = call(function, arguments, 3, NULL);
    vm->tracing = false;
    release(name);
    if (*result) return true;
    trace_set(NULL);
    return false;
}

/* Delivers an event to a frame's own trace function, which what it returns replaces. */
static bool deliver_local(Vm *vm, Frame *frame, const char *event, Ref argument) {
    Value object = frame_object(vm, frame);
    Value function = retain_maybe(as_frame(object)->trace), result = NULL;
    bool ok = true;
    if (function) {
        ok = deliver(vm, function, object, event, argument, &result);
        if (ok && !is_none(result)) slot_set(&as_frame(object)->trace, result);
        release_maybe(result);
        release(function);
    }
    release(object);
    return ok;
}

static bool deliver_call(Vm *vm, Frame *frame) {
    Value object = frame_object(vm, frame), result = NULL;
    bool ok = deliver(vm, vm->trace_function, object, "call", VALUE_NONE, &result);
    if (ok) slot_set(&as_frame(object)->trace, is_none(result) ? NULL : result);
    release_maybe(result);
    release(object);
    return ok;
}

/* True before the first instruction of a call; a generator that is resumed stands elsewhere. */
static bool is_at_start(const Frame *frame) {
    uint32_t word = frame_word(frame);
    return word == 0 || (word == 1 && op_of(frame->code->words[0]) == OP_RETURN_GENERATOR);
}

/* The call event. A line event follows for the first line of a call, but not for the line where a generator goes on. */
static bool enter_traced(Vm *vm, Frame *frame, uint32_t line) {
    bool start = is_at_start(frame);
    frame->flags |= FRAME_TRACED;
    frame->trace_line = start ? 0 : line;
    if (!start) return true; /* it ran already when tracing began: no call, and no lines unless it has an f_trace */
    frame->flags |= FRAME_CALLING;
    bool ok = deliver_call(vm, frame);
    frame->flags &= ~(uint32_t)FRAME_CALLING;
    return ok;
}

bool trace_line(Vm *vm, Frame *frame) {
    uint32_t line = frame_line(frame);
    if (op_of(frame->code->words[frame_word(frame)]) == OP_RETURN_GENERATOR) return true; /* nothing of it runs yet */
    if (!(frame->flags & FRAME_TRACED) && !enter_traced(vm, frame, line)) return false;
    if (line == 0 || line == frame->trace_line || !(frame->flags & FRAME_OBJECT)) return true;
    frame->trace_line = line;
    return deliver_local(vm, frame, "line", VALUE_NONE);
}

bool trace_return(Vm *vm, Frame *frame, Ref value) {
    if (!vm->trace_function || vm->tracing || !(frame->flags & FRAME_OBJECT)) return true;
    return deliver_local(vm, frame, "return", value ? value : VALUE_NONE);
}

void trace_exception(Vm *vm, Frame *frame) {
    if (!vm->trace_function || vm->tracing || !(frame->flags & FRAME_OBJECT)) return;
    Value exception = error_take(), traceback = retain_maybe(as_exception(exception)->traceback);
    Value argument = tuple_pack(3, type_ref(type_of(exception)), exception, traceback ? traceback : VALUE_NONE);
    release_maybe(traceback);
    bool ok = argument && deliver_local(vm, frame, "exception", argument);
    release_maybe(argument);
    if (ok) error_restore_steal(exception);
    else release(exception);
}
