/* lib/traceback_module.c - what the traceback module (py/traceback.py) takes from the printer of the interpreter. */
#include "lib/exception_text.h"
#include "lib/print_traceback.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/protocol.h"

static Value py_traceback_exception_text(const Ref *args) {
    if (!is_exception(args[0])) return raise(&type_TypeError, "expected an exception, not %T", args[0]);
    StrBuilder b;
    builder_init(&b);
    if (traceback_format(&b, args[0], is_true(args[1]))) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value py_traceback_frames_text(const Ref *args) {
    StrBuilder b;
    builder_init(&b);
    if (is_none(args[0]) || traceback_format_frames(&b, args[0])) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value py_traceback_last_lines(const Ref *args) {
    if (!is_exception(args[0])) return raise(&type_TypeError, "expected an exception, not %T", args[0]);
    return exception_text(args[0]);
}

static const NativeDef functions[] = {
    {"exception_text(exception, chain=True, /)", py_traceback_exception_text,
     "The text of an exception with its traceback.", 0},
    {"frames_text(traceback, /)", py_traceback_frames_text, "The text of a traceback's frames.", 0},
    {"last_lines(exception, /)", py_traceback_last_lines, "The lines an exception's text ends with.", 0},
    {0},
};

const ModuleDef module__traceback = {"_traceback", "Tracebacks as text.", functions, NULL};
