/* runtime/traceback.c - the traceback type.
 *
 * Owns:      what Python sees of struct Traceback.
 * Invariant: a chain of tb_next has no circle.
 * Not here:  adding steps (exception.c), printing (lib/traceback_print.c).
 */
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/native.h"
#include "runtime/state.h"

static Traceback *as_traceback(Ref v) { return (Traceback *)object_of(v); }

static void traceback_traverse(Ref self, Visit visit, void *context) {
    visit(as_traceback(self)->next, context);
    visit(as_traceback(self)->frame, context);
    visit(as_traceback(self)->code, context);
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

static Value get_lasti(Ref self) { return small_int_value((int64_t)as_traceback(self)->instruction * 2); }

static Value get_lineno(Ref self) {
    uint32_t line = as_traceback(self)->line;
    return line ? small_int_value(line) : VALUE_NONE;
}

static const GetSetDef getsets[] = {
    {"tb_next", get_next, set_next, "The step one call deeper."},
    {"tb_frame", get_frame, NULL, "The frame of the step."},
    {"tb_lasti", get_lasti, NULL, "The instruction that was running."},
    {"tb_lineno", get_lineno, NULL, "The line that was running."},
    {NULL, NULL, NULL, NULL},
};

Type type_traceback = {
    TYPE_HEAD(traceback),
    .name = "traceback",
    .doc = "One step of the way that an exception took.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(Traceback),
    .traverse = traceback_traverse,
    .getsets = getsets,
};
