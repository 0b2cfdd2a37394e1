/* vm/hooks.c - what the runtime's types ask about the Python code that is running.
 *
 * Owns:      type_hooks.
 * Invariant: nothing is made or kept.
 * Not here:  super().name, which is an instruction (interp/attr.c).
 */
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/import.h"

static const Frame *running_frame(void) {
    const Vm *vm = vm_of();
    return vm && !(vm->frame->flags & FRAME_BASE) ? vm->frame : NULL;
}

static Ref globals_peek(void) {
    const Frame *frame = running_frame();
    return frame ? frame->globals : NULL;
}

/* The first argument, which an inner function may have captured. */
static Ref first_argument(const Frame *frame) {
    Ref first = frame->locals[0];
    return first && frame->code->local_kinds[0] & LOCAL_CELL ? as_cell(first)->content : first;
}

static bool find_class(const Frame *frame, Ref *class) {
    const Code *code = frame->code;
    for (uint32_t i = 0; i < code->local_count; i++) {
        if (!(code->local_kinds[i] & LOCAL_FREE) || code->local_names[i] != NAME(dunder_class)) continue;
        *class = as_cell(frame->locals[i])->content;
        if (!*class) return raise_false(&type_RuntimeError, "super(): empty __class__ cell");
        if (is_type(*class)) return true;
        return raise_false(&type_RuntimeError, "super(): __class__ is not a type (%T)", *class);
    }
    return raise_false(&type_RuntimeError, "super(): __class__ cell not found");
}

static bool super_arguments(Ref *class, Ref *self) {
    const Frame *frame = running_frame();
    if (!frame) return raise_false(&type_RuntimeError, "super(): no current frame");
    if (frame->code->arg_count == 0) return raise_false(&type_RuntimeError, "super(): no arguments");
    *self = first_argument(frame);
    if (!*self) return raise_false(&type_RuntimeError, "super(): arg[0] deleted");
    return find_class(frame, class);
}

static bool warn(Type *category, Ref text) {
    Value name = intern_text("warnings"), method = intern_text("warn"), module = import_absolute(name);
    Value result = module ? call_method(module, method, (const Ref[]){text, type_ref(category)}, 2) : NULL;
    release_maybe(module);
    release(method);
    release(name);
    release_maybe(result);
    return result != NULL;
}

static void add_traceback(Ref exception) {
    Vm *vm = vm_of();
    Frame *frame = vm ? vm->frame : NULL;
    if (!frame || frame->flags & (FRAME_BASE | FRAME_LEAVING)) return;
    uint32_t at = frame_word(frame);
    Value object = frame_object(vm, frame);
    exception_add_traceback(exception, value_of(frame->code), at, object);
}

static Value import_module(const char *name) {
    Value text = intern_text(name), module = import_absolute(text);
    release(text);
    return module;
}

static Value find_codec(Ref name) {
    Value method = intern_text("lookup"), module = import_module("codecs");
    Value codec = module ? call_method(module, method, &name, 1) : NULL;
    release_maybe(module);
    release(method);
    return codec;
}

const TypeHooks type_hooks = {
    .globals_peek = globals_peek,
    .super_arguments = super_arguments,
    .warn = warn,
    .add_traceback = add_traceback,
    .import_module = import_module,
    .find_codec = find_codec,
};
