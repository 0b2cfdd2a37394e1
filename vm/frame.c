#include "vm/frame.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/module.h"
#include "vm/frame_locals.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/interp/names.h"

static FrameObject *new_object(Code *code, Ref globals) {
    FrameObject *object = object_new(&type_frame, sizeof(FrameObject) + code->local_count * sizeof(Value));
    object->slot_room = code->local_count;
    object->code = retain(value_of(code));
    object->globals = retain(globals);
    return object;
}

Value frame_object(Vm *vm, Frame *frame) {
    if (frame->flags & FRAME_BASE) return NULL;
    if (frame->flags & FRAME_OBJECT) return retain(value_of(frame->object));
    FrameObject *object = new_object(frame->code, frame->globals);
    object->live = frame;
    frame->object = object;
    frame->flags |= FRAME_OBJECT;
    return retain(value_of(object));
}

Value frame_object_of_generator(Generator *g) {
    if (g->frame) return retain(value_of(g->frame));
    Code *code = as_code(g->code);
    g->frame = new_object(code, as_function(g->function)->globals);
    g->frame->generator = g;
    g->frame->word = (uint32_t)(g->pc - 1 - code->words);
    return value_of(g->frame);
}

/* The caller as programs see it: not one whose locals are being released. */
static Frame *frame_caller(const Frame *frame) {
    Frame *caller = frame->caller;
    while (caller->flags & FRAME_LEAVING) caller = caller->caller;
    return caller;
}

Value frame_at_depth(Vm *vm, int64_t depth) {
    Frame *frame = vm->frame;
    while (frame->flags & FRAME_LEAVING) frame = frame->caller;
    while (depth-- > 0 && !(frame->flags & FRAME_BASE)) frame = frame_caller(frame);
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

/* Whether an inlined comprehension at module or class level runs: its names are all that locals() sees then. */
static bool in_comprehension(const Frame *frame) {
    const Code *code = frame->code;
    for (uint32_t i = 0; i < code->local_count; i++)
        if (frame->locals[i] && code->local_kinds[i] & LOCAL_HIDDEN) return true;
    return false;
}

Value frame_locals(Frame *frame) {
    if (!(frame->code->flags & CODE_OPTIMIZED) && !in_comprehension(frame))
        return retain(frame->namespace ? frame->namespace : frame->globals);
    Value dict = dict_new();
    Ref extra = frame->flags & FRAME_OBJECT ? frame->object->extra : NULL;
    if (add_locals(frame->code, frame->locals, dict) && (!extra || dict_update(dict, extra))) return dict;
    release(dict);
    return NULL;
}

Value *frame_object_locals(FrameObject *object) {
    if (object->live) return object->live->locals;
    return object->generator ? object->generator->words : object->slot_count ? object->slots : NULL;
}

Value frame_object_snapshot(FrameObject *object) {
    Value dict = dict_new();
    Value const *locals = frame_object_locals(object);
    bool done = !locals || add_locals(as_code(object->code), locals, dict);
    if (done && object->extra) done = dict_update(dict, object->extra);
    if (!done) clear_ref(&dict);
    return dict;
}

/* Moves the locals of a frame that is no more to its object. */
static void take_over(FrameObject *object, Value *locals) {
    object->slot_count = object->slot_room;
    memcpy(object->slots, locals, object->slot_count * sizeof(Value));
    memset(locals, 0, object->slot_count * sizeof(Value));
}

void frame_object_detach(Vm *vm, Frame *frame) {
    FrameObject *object = frame->object;
    frame->flags &= ~(uint32_t)FRAME_OBJECT;
    object->word = frame_word(frame);
    object->live = NULL;
    if (object->head.count > 1) {
        take_over(object, frame->locals);
        if (!(frame->code->flags & CODE_OPTIMIZED) && frame->namespace) object->namespace = retain(frame->namespace);
        object->back = frame_object(vm, frame_caller(frame));
    }
    release(value_of(object));
}

void frame_object_suspend(Frame *frame) {
    FrameObject *object = frame->object;
    frame->flags &= ~(uint32_t)FRAME_OBJECT;
    object->word = frame_word(frame);
    object->live = NULL;
    if (object->head.count > 1) {
        object->generator = frame->generator;
        frame->generator->frame = object;
    }
    release(value_of(object));
}

void frame_object_resume(Frame *frame) {
    frame->object = frame->generator->frame;
    retain(value_of(frame->object));
    frame->flags |= FRAME_OBJECT;
    frame->object->live = frame;
    frame->object->generator = NULL;
    frame->generator->frame = NULL;
}

void frame_object_drop(Generator *g) {
    FrameObject *object = g->frame;
    g->frame = NULL;
    object->generator = NULL;
    if (g->word_count > 0) take_over(object, g->words);
}

/* The frame type. */

static void frame_traverse(Ref self, Visit visit, void *context) {
    FrameObject *f = as_frame(self);
    visit(f->code, context);
    visit(f->globals, context);
    visit(f->namespace, context);
    visit(f->back, context);
    visit(f->trace, context);
    visit(f->native, context);
    visit(f->extra, context);
    for (uint32_t i = 0; i < f->slot_count; i++) visit(f->slots[i], context);
}

static size_t frame_storage(Ref self) { return sizeof(FrameObject) + as_frame(self)->slot_room * sizeof(Value); }

static void frame_dispose(Ref self) {
    FrameObject *f = as_frame(self);
    if (f->generator) f->generator->frame = NULL;
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
    if (as_code(f->code)->flags & CODE_OPTIMIZED || (f->live && in_comprehension(f->live)))
        return frame_locals_new(self);
    if (f->live) return frame_locals(f->live);
    return retain(f->namespace ? f->namespace : f->globals);
}

static Value get_code(Ref self) { return retain(as_frame(self)->code); }
static Value get_globals(Ref self) { return retain(as_frame(self)->globals); }
static Value get_builtins(Ref self) { return builtins_of(as_frame(self)->globals); }
static Value get_lineno(Ref self) { return small_int_value(object_line(as_frame(self))); }
/* Lines cannot be jumped to. */
static bool set_lineno(Ref self, Ref value) {
    if (!value) return raise_false(&type_AttributeError, "cannot delete attribute");
    if (!is_int(value)) return raise_false(&type_ValueError, "lineno must be an integer");
    if (!vm_of()->tracing) return raise_false(&type_ValueError, "f_lineno can only be set in a trace function");
    return raise_false(&type_NotImplementedError, "jumping to another line is not supported by ouro");
}

static Value get_lasti(Ref self) { return small_int_value(2 * (int64_t)object_word(as_frame(self))); }

static Value get_back(Ref self) {
    FrameObject *f = as_frame(self);
    Value back = f->live ? frame_object(vm_of(), frame_caller(f->live)) : retain_maybe(f->back);
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

static bool check_bool(Ref value) {
    if (!value) return raise_false(&type_TypeError, "can't delete numeric/char attribute");
    return is_bool(value) || raise_false(&type_TypeError, "attribute value type must be bool");
}

static Value get_trace_lines(Ref self) { return bool_value(!as_frame(self)->no_lines); }
static bool set_trace_lines(Ref self, Ref value) {
    if (!check_bool(value)) return false;
    as_frame(self)->no_lines = !is_true(value);
    return true;
}

static Value get_trace_opcodes(Ref self) { return bool_value(as_frame(self)->opcodes); }
static bool set_trace_opcodes(Ref self, Ref value) {
    if (!check_bool(value)) return false;
    as_frame(self)->opcodes = is_true(value);
    return true;
}

static const GetSetDef frame_getsets[] = {
    {"f_locals", get_locals, NULL, DOC("The names bound in the frame.")},
    {"f_code", get_code, NULL, DOC("The code object that the frame runs.")},
    {"f_globals", get_globals, NULL, DOC("The global namespace that the frame sees.")},
    {"f_builtins", get_builtins, NULL, DOC("The namespace of built-in names that the frame sees.")},
    {"f_lineno", get_lineno, set_lineno, DOC("The line that the frame is at.")},
    {"f_lasti", get_lasti, NULL, DOC("The place of the last instruction.")},
    {"f_back", get_back, NULL, DOC("The caller's frame, or None.")},
    {"f_trace", get_trace, set_trace, DOC("The frame's trace function, or None.")},
    {"f_trace_lines", get_trace_lines, set_trace_lines, DOC("Whether the trace function hears of lines."), true},
    {"f_trace_opcodes", get_trace_opcodes, set_trace_opcodes, DOC("Whether it hears of single instructions.")},
    {0},
};

static Value py_frame_clear(const Ref *args) {
    FrameObject *f = as_frame(args[0]);
    if (f->live) return raise(&type_RuntimeError, "cannot clear an executing frame");
    if (f->generator && f->generator->state == GENERATOR_SUSPENDED)
        return raise(&type_RuntimeError, "cannot clear a suspended frame");
    if (f->generator) {
        Value held = retain(value_of(f->generator));
        bool unawaited = f->generator->state == GENERATOR_CREATED && is_exact(held, &type_coroutine);
        generator_drop(f->generator);
        if (unawaited) never_awaited(held, NULL);
        release(held);
    }
    clear_ref(&f->trace);
    clear_ref(&f->extra);
    for (uint32_t i = 0; i < f->slot_count; i++) clear_ref(&f->slots[i]); /* a finaliser may look at the others */
    return VALUE_NONE;
}

static const NativeDef frame_methods[] = {
    {"clear()", py_frame_clear, DOC("Drop the references that a finished frame holds."), 0},
    {0},
};

Type type_frame = {
    TYPE_HEAD(frame),
    .name = "frame",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(FrameObject),
    .traverse = frame_traverse,
    .dispose = frame_dispose,
    .storage = frame_storage,
    .repr = frame_repr,
    .getsets = frame_getsets,
    .methods = frame_methods,
};
