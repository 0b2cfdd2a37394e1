/* runtime/traceback.c - the traceback type.
 *
 * Owns:      what Python sees of struct Traceback.
 * Invariant: a chain of tb_next has no circle.
 * Not here:  adding steps (exception.c), printing (lib/print_traceback.c).
 */
#include "runtime/code.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"

static Traceback *as_traceback(Ref v) { return (Traceback *)object_of(v); }

uint32_t traceback_line(const Traceback *step) {
    return step->line == LINE_OF_CODE ? code_line_shown(as_code(step->code), step->instruction) : step->line;
}

static Value get_next(Ref self) {
    Ref next = as_traceback(self)->next;
    return next ? retain(next) : VALUE_NONE;
}

static bool set_next(Ref self, Ref value) {
    if (!value) return raise_false(&type_TypeError, "can't delete tb_next attribute");
    if (is_none(value)) {
        clear_ref(&as_traceback(self)->next);
        return true;
    }
    if (!is_exact(value, &type_traceback))
        return raise_false(&type_TypeError, "expected traceback object, got '%T'", value);
    for (Ref at = value; at; at = as_traceback(at)->next) {
        if (at == self) return raise_false(&type_ValueError, "traceback loop detected");
    }
    slot_set(&as_traceback(self)->next, value);
    return true;
}

static Value get_frame(Ref self) {
    Ref frame = as_traceback(self)->frame;
    return frame ? retain(frame) : VALUE_NONE;
}

static Value get_lasti(Ref self) { return small_int_value((int32_t)(as_traceback(self)->instruction * 2)); }

static Value get_lineno(Ref self) {
    uint32_t line = traceback_line(as_traceback(self));
    return line ? small_int_value(line) : VALUE_NONE;
}

static Value py_traceback_new(const Ref *args) {
    Ref next = args[1], frame = args[2];
    int64_t lasti, line;
    if (!is_exact(frame, &type_frame))
        return raise(&type_TypeError, "traceback() argument 'tb_frame' must be frame, not %s",
                     is_none(frame) ? "None" : type_of(frame)->name);
    if (!index_as_int64(args[3], &lasti, &type_OverflowError) || !index_as_int64(args[4], &line, &type_OverflowError))
        return NULL;
    if (lasti != (int32_t)lasti || line != (int32_t)line)
        return raise(&type_OverflowError, "Python int too large to convert to C int");
    if (!is_none(next) && !is_exact(next, &type_traceback))
        return raise(&type_TypeError, "expected traceback object or None, got '%T'", next);
    Value name = intern_text("f_code"), code = getattr(frame, name);
    release(name);
    if (!code) return NULL;
    Traceback *step = object_new(&type_traceback, sizeof(Traceback));
    step->next = is_none(next) ? NULL : retain(next);
    step->code = code;
    step->frame = retain(frame);
    step->instruction = (uint32_t)(lasti >> 1);
    step->line = line < 0 ? 0 : (uint32_t)line;
    return value_of(step);
}
static const NativeDef construct = {"traceback(tb_next, tb_frame, tb_lasti, tb_lineno)", py_traceback_new,
                                    DOC("Make a step of a frame."), 0};

static const GetSetDef getsets[] = {
    {"tb_next", get_next, set_next, DOC("The step one call deeper.")},
    {"tb_frame", get_frame, NULL, DOC("The frame of the step."), true},
    {"tb_lasti", get_lasti, NULL, DOC("The instruction that was running."), true},
    {"tb_lineno", get_lineno, NULL, DOC("The line that was running.")},
    {NULL, NULL, NULL, 0},
};

/* Its four attributes, as CPython lists them. */
static Value py_traceback_dir(const Ref *args) {
    Value names = list_new(4);
    for (const GetSetDef *row = getsets; names && row->name; row++) {
        Value name = intern_text(row->name);
        if (!list_append_steal(names, name)) clear_ref(&names);
    }
    return names;
}

static const NativeDef methods[] = {
    {"__dir__()", py_traceback_dir, DOC("Return the names of its attributes."), 0},
    {0},
};

Type type_traceback = {
    TYPE_HEAD(traceback),
    .name = "traceback",
    .doc = "One step of the way that an exception took.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_3,
    .size = sizeof(Traceback),
    .traverse = object_traverse_parts,
    .construct = &construct,
    .getsets = getsets,
    .methods = methods,
};
