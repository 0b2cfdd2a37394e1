#include "vm/frame.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "vm/function.h"

Value frame_object(Vm *vm, Frame *frame) {
    if (frame->flags & FRAME_BASE) return NULL;
    if (frame->flags & FRAME_OBJECT) return retain(value_of(frame->object));
    FrameObject *object = object_new(&type_frame, sizeof(FrameObject));
    object->live = frame;
    object->code = retain(value_of(frame->code));
    object->globals = retain(frame->globals);
    frame->object = object;
    frame->flags |= FRAME_OBJECT;
    return retain(value_of(object));
}

Value frame_at_depth(Vm *vm, int64_t depth) {
    Frame *frame = vm->frame;
    while (depth-- > 0 && !(frame->flags & FRAME_BASE)) frame = frame->caller;
    Value object = frame_object(vm, frame);
    return object ? object : VALUE_NONE;
}

uint32_t frame_line(const Frame *frame) { return code_line(frame->code, frame_word(frame)); }

/* Adds the bound locals of a frame; cells show what they hold. */
static bool add_locals(const Code *code, Value const *locals, Ref dict) {
    for (uint32_t i = 0; i < code->local_count; i++) {
        Ref v = locals[i];
        if (v && code->local_kinds[i] & (LOCAL_CELL | LOCAL_FREE) && is_exact(v, &type_cell)) v = as_cell(v)->content;
        if (v && !dict_set(dict, code->local_names[i], v)) return false;
    }
    return true;
}

Value frame_locals(Frame *frame) {
    if (frame->flags & FRAME_LEAVING) return dict_new();
    if (!(frame->code->flags & CODE_OPTIMIZED)) return retain(frame->namespace ? frame->namespace : frame->globals);
    Value dict = dict_new();
    if (add_locals(frame->code, frame->locals, dict)) return dict;
    release(dict);
    return NULL;
}

Value frame_of_suspended(Code *code, Ref globals, Value const *locals, uint32_t word) {
    FrameObject *object = object_new(&type_frame, sizeof(FrameObject));
    object->code = retain(value_of(code));
    object->globals = retain(globals);
    object->locals = dict_new();
    object->word = word;
    if (!add_locals(code, locals, object->locals)) error_clear();
    return value_of(object);
}

Value frame_of_traceback(Ref traceback) {
    const Traceback *step = (const Traceback *)object_of(traceback);
    FrameObject *object = object_new(&type_frame, sizeof(FrameObject));
    object->code = retain(step->code);
    object->globals = rt()->main ? retain(as_module(rt()->main)->dict) : dict_new();
    object->locals = dict_new();
    object->word = step->instruction;
    return value_of(object);
}

void frame_object_detach(Vm *vm, Frame *frame) {
    FrameObject *object = frame->object;
    frame->flags &= ~(uint32_t)FRAME_OBJECT;
    object->word = frame_word(frame);
    if (object->head.count > 1) {
        object->locals = frame_locals(frame);
        if (!object->locals) error_clear();
        object->back = frame_object(vm, frame->caller);
    }
    object->live = NULL;
    release(value_of(object));
}

/* The frame type. */

static void frame_traverse(Ref self, Visit visit, void *context) {
    FrameObject *f = as_frame(self);
    visit(f->code, context);
    visit(f->globals, context);
    visit(f->locals, context);
    visit(f->back, context);
    visit(f->trace, context);
}

static uint32_t object_word(const FrameObject *f) { return f->live ? frame_word(f->live) : f->word; }
static uint32_t object_line(const FrameObject *f) {
    if (f->live && f->live->flags & FRAME_CALLING) return f->live->code->first_line;
    return code_line_shown(as_code(f->code), object_word(f));
}

static Value frame_repr(Ref self) {
    FrameObject *f = as_frame(self);
    Code *code = as_code(f->code);
    return error_format("<frame at %p, file %R, line %u, code %S>", (void *)f, code->filename, object_line(f),
                        code->name);
}

static Value get_locals(Ref self) {
    FrameObject *f = as_frame(self);
    if (f->live) return frame_locals(f->live);
    return f->locals ? retain(f->locals) : dict_new();
}

static Value get_code(Ref self) { return retain(as_frame(self)->code); }
static Value get_globals(Ref self) { return retain(as_frame(self)->globals); }
static Value get_builtins(Ref self) { return retain(rt()->builtins); }
static Value get_lineno(Ref self) { return small_int_value(object_line(as_frame(self))); }
static Value get_lasti(Ref self) { return small_int_value(2 * (int64_t)object_word(as_frame(self))); }

static Value get_back(Ref self) {
    FrameObject *f = as_frame(self);
    Value back = f->live ? frame_object(vm_of(), f->live->caller) : retain_maybe(f->back);
    return back ? back : VALUE_NONE;
}

static Value get_trace(Ref self) {
    Value trace = as_frame(self)->trace;
    return trace ? retain(trace) : VALUE_NONE;
}

static bool set_trace(Ref self, Ref value) {
    slot_set(&as_frame(self)->trace, value && !is_none(value) ? value : NULL);
    return true;
}

static const GetSetDef frame_getsets[] = {
    {"f_locals", get_locals, NULL, "The names bound in the frame."},
    {"f_code", get_code, NULL, "The code object that the frame runs."},
    {"f_globals", get_globals, NULL, "The global namespace that the frame sees."},
    {"f_builtins", get_builtins, NULL, "The namespace of built-in names that the frame sees."},
    {"f_lineno", get_lineno, NULL, "The line that the frame is at."},
    {"f_lasti", get_lasti, NULL, "The place of the last instruction."},
    {"f_back", get_back, NULL, "The caller's frame, or None."},
    {"f_trace", get_trace, set_trace, "The frame's trace function, or None."},
    {0},
};

static Value py_frame_clear(const Ref *args) {
    FrameObject *f = as_frame(args[0]);
    if (f->live) return raise(&type_RuntimeError, "cannot clear an executing frame");
    clear_ref(&f->locals);
    return VALUE_NONE;
}

static const NativeDef frame_methods[] = {
    {"clear()", py_frame_clear, "Drop the references that a finished frame holds.", 0},
    {0},
};

Type type_frame = {
    TYPE_HEAD(frame),
    .name = "frame",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(FrameObject),
    .traverse = frame_traverse,
    .repr = frame_repr,
    .getsets = frame_getsets,
    .methods = frame_methods,
};
