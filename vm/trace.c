#include "vm/trace.h"

#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/method.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"
#include "vm/frame.h"
#include "vm/interp/stats.h"

static void set_hook(Vm *vm, Value *hook, Ref function) {
    slot_set(hook, function && !is_none(function) ? function : NULL);
    vm->table = vm->trace_function || vm->profile_function ? dispatch_tracing : dispatch_untraced(vm);
    rt()->pending |= PENDING_TRACE;
}

void trace_set(Ref function) { set_hook(vm_of(), &vm_of()->trace_function, function); }
void trace_set_profile(Ref function) {
    Vm *vm = vm_of();
    set_hook(vm, &vm->profile_function, function);
    bool unheard = !vm->profile_function && vm->frame && vm->frame->flags & FRAME_OBJECT;
    if (unheard) clear_ref(&vm->frame->object->native); /* nobody is told that the call returns */
}

/* Calls function(frame, event, argument); *result is what it returned. Removes what stands in hook when it fails. */
static bool deliver(Vm *vm, Value *hook, Ref function, Ref frame, const char *event, Ref argument, Value *result) {
    Value name = intern_text(event);
    Ref arguments[3] = {frame, name, argument};
    vm->tracing = true;
    *result = call(function, arguments, 3, NULL);
    vm->tracing = false;
    release(name);
    if (*result) return true;
    set_hook(vm, hook, NULL);
    return false;
}

/* Delivers an event to the function of sys.setprofile. */
static bool deliver_profile(Vm *vm, Ref frame, const char *event, Ref argument) {
    if (!vm->profile_function) return true;
    Value function = retain(vm->profile_function), result;
    bool ok = deliver(vm, &vm->profile_function, function, frame, event, argument, &result);
    release(function);
    release_maybe(result);
    return ok;
}

/* Calls of functions in C, which only a profile hears of. */

/* The callable of a call instruction that is about to run, and the object in front of the arguments; borrowed. */
static Ref callable_of(const Frame *frame, Ref *self) {
    uint32_t word = frame->code->words[frame_word(frame)], count = op_arg(word);
    size_t depth;
    switch (op_of(word)) {
    case OP_CALL:
    case OP_CALL_METHOD:
    case OP_CALL_LEN:
    case OP_CALL_ISINSTANCE:
    case OP_CALL_ONE:
    case OP_CALL_METHOD_ONE:
    case OP_CALL_LIST_APPEND:
    case OP_CALL_LIST_POP:
    case OP_CALL_DICT_GET:
    case OP_CALL_NEXT:
    case OP_CALL_SEND: depth = count + 2; break;
    case OP_CALL_KW: depth = count + 3; break;
    case OP_CALL_EX: depth = 3 + (count & 1); break;
    default: return NULL;
    }
    *self = frame->sp[1 - (ptrdiff_t)depth];
    return frame->sp[-(ptrdiff_t)depth];
}

static bool start_native(Vm *vm, Frame *frame) {
    Ref self = NULL, callable = callable_of(frame, &self);
    if (!callable) return true;
    if (is_exact(callable, &type_method)) callable = as_method(callable)->function;
    Value native = NULL;
    if (is_exact(callable, &type_builtin_function)) native = retain(callable);
    else if (is_exact(callable, &type_method_descriptor))
        native = self ? native_bind(callable, self) : retain(callable);
    if (!native) return true;
    Value object = frame_object(vm, frame);
    slot_set_steal(&as_frame(object)->native, native);
    bool ok = deliver_profile(vm, object, "c_call", native);
    release(object);
    return ok;
}

static bool finish_native(Vm *vm, Frame *frame, const char *event) {
    if (!(frame->flags & FRAME_OBJECT) || !frame->object->native) return true;
    Value native = frame->object->native;
    frame->object->native = NULL;
    bool ok = deliver_profile(vm, value_of(frame->object), event, native);
    release(native);
    return ok;
}

/* Events of Python code. */

/* Delivers an event to a frame's own trace function, which what it returns replaces. */
static bool deliver_local(Vm *vm, Frame *frame, const char *event, Ref argument) {
    Value object = frame_object(vm, frame);
    Value function = retain_maybe(as_frame(object)->trace), result = NULL;
    bool ok = true;
    if (function) {
        ok = deliver(vm, &vm->trace_function, function, object, event, argument, &result);
        if (ok && !is_none(result)) slot_set(&as_frame(object)->trace, result);
        release_maybe(result);
        release(function);
    }
    release(object);
    return ok;
}

static bool deliver_call(Vm *vm, Frame *frame) {
    Value object = frame_object(vm, frame), result = NULL;
    bool ok = true;
    if (vm->trace_function) {
        ok = deliver(vm, &vm->trace_function, vm->trace_function, object, "call", VALUE_NONE, &result);
        if (ok) slot_set(&as_frame(object)->trace, is_none(result) ? NULL : result);
        release_maybe(result);
    }
    ok = ok && deliver_profile(vm, object, "call", VALUE_NONE);
    release(object);
    return ok;
}

/* True before the first instruction of a call; a generator that is resumed stands elsewhere. */
static bool is_at_start(const Frame *frame) {
    uint32_t word = frame_word(frame);
    return word == 0 || (frame->flags & FRAME_GENERATOR && op_of(frame->code->words[word - 1]) == OP_RETURN_GENERATOR);
}

/* True when the word is the yield at which the frame's generator stood until now. */
static bool is_yield(const Frame *frame, uint32_t word) {
    return frame->flags & FRAME_GENERATOR && word < frame->code->word_count &&
           op_of(frame->code->words[word]) == OP_YIELD_VALUE;
}

/* The call event. A line event follows for the first line of a call, but not for the line where a generator goes on. */
static bool enter_traced(Vm *vm, Frame *frame, uint32_t line) {
    bool start = is_at_start(frame);
    frame->flags |= FRAME_TRACED;
    frame->trace_line = start ? 0 : line;
    if (!start && is_yield(frame, frame_word(frame) - 1)) return deliver_call(vm, frame);
    if (!start) return true; /* it ran already when tracing began: no call, and no lines unless it has an f_trace */
    frame->flags |= FRAME_CALLING;
    bool ok = deliver_call(vm, frame);
    frame->flags &= ~(uint32_t)FRAME_CALLING;
    return ok;
}

/* FOR_ITER in one of its forms: it stands at the bottom of its loop here, at the top in CPython. */
static bool is_for(uint32_t op) { return op >= OP_FOR_ITER && op <= OP_FOR_PAIR; }

/* The frame goes to an instruction that stands before the last one, or to the same, as loops without a body do; but one
 * that has just specialised itself is only begun again. A for loop jumps back where its body ends. Remembers the
 * instruction. */
static bool jumps_back(Frame *frame) {
    FrameObject *object = frame->object;
    const uint32_t *words = frame->code->words;
    uint32_t word = frame_word(frame), op = op_of(words[word]), last = object->trace_word, last_op = object->trace_op;
    uint32_t loop = is_for(op) ? word + 2 + words[word + 1] : 0; /* where the body begins */
    object->trace_word = word;
    object->trace_op = op;
    if (last == word) return op == last_op;
    return is_for(op) ? last >= loop : last > word && op != OP_SEND && !is_for(last_op);
}

/* The events of a line and of an instruction, as the frame wants them. A jump back begins the line anew. */
static bool deliver_line(Vm *vm, Frame *frame, uint32_t line) {
    if (line == 0 || !(frame->flags & FRAME_OBJECT)) return true;
    bool same = !jumps_back(frame) && line == frame->trace_line;
    frame->trace_line = line;
    if (!same && !frame->object->no_lines && !deliver_local(vm, frame, "line", VALUE_NONE)) return false;
    return !frame->object->opcodes || deliver_local(vm, frame, "opcode", VALUE_NONE);
}

bool trace_line(Vm *vm, Frame *frame) {
    uint32_t line = frame_line(frame);
    if (frame->code->flags & CODE_SUSPENDS && !(frame->flags & FRAME_GENERATOR)) return true; /* it is being made */
    if (!(frame->flags & FRAME_TRACED) && !enter_traced(vm, frame, line)) return false;
    if (!finish_native(vm, frame, "c_return") || !deliver_line(vm, frame, line)) return false;
    return !vm->profile_function || start_native(vm, frame);
}

bool trace_return(Vm *vm, Frame *frame, Ref value) {
    if (vm->tracing || !(frame->flags & FRAME_OBJECT)) return true;
    if (!value) value = VALUE_NONE;
    if (vm->trace_function && !deliver_local(vm, frame, "return", value)) return false;
    return deliver_profile(vm, value_of(frame->object), "return", value);
}

/* The function in C that the frame called has failed. */
static void fail_native(Vm *vm, Frame *frame) {
    Value exception = error_take();
    if (finish_native(vm, frame, "c_exception")) error_restore_steal(exception);
    else release(exception);
}

/* Something is thrown into a generator that stands at a yield: that is a call of it too. */
static void enter_thrown(Vm *vm, Frame *frame) {
    Value exception = error_take();
    frame->flags |= FRAME_TRACED;
    frame->trace_line = frame_line(frame);
    if (deliver_call(vm, frame)) error_restore_steal(exception);
    else release(exception);
}

void trace_exception(Vm *vm, Frame *frame) {
    if (vm->tracing || !(vm->trace_function || vm->profile_function)) return;
    if (!(frame->flags & FRAME_TRACED) && is_yield(frame, frame_word(frame))) enter_thrown(vm, frame);
    if (!(frame->flags & FRAME_OBJECT)) return;
    if (frame->object->native) fail_native(vm, frame);
    if (!vm->trace_function) return;
    Value exception = error_take(), traceback = retain_maybe(as_exception(exception)->traceback);
    Value argument = tuple_pack(3, type_ref(type_of(exception)), exception, traceback ? traceback : VALUE_NONE);
    release_maybe(traceback);
    bool ok = argument && deliver_local(vm, frame, "exception", argument);
    release_maybe(argument);
    if (ok) error_restore_steal(exception);
    else release(exception);
}
