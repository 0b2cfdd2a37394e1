/* lib/traceback_module.c - what the traceback module (py/traceback.py) takes from the printer of the interpreter. */
#include "lib/exception_text.h"
#include "lib/print_traceback.h"
#include "runtime/code.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

static Value py_traceback_exception_text(const Ref *args) {
    if (!is_exception(args[0])) return raise(&type_TypeError, "expected an exception, not %T", args[0]);
    StrBuilder b;
    builder_init(&b);
    if (traceback_format(&b, args[0], is_true(args[1]))) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value py_traceback_last_lines(const Ref *args) {
    if (!is_exception(args[0])) return raise(&type_TypeError, "expected an exception, not %T", args[0]);
    return exception_text(args[0], is_true(args[1]));
}

static const Ref *check_traceback(const Ref *args) {
    if (is_exact(args[0], &type_traceback)) return args;
    raise(&type_TypeError, "expected a traceback, not %T", args[0]);
    return NULL;
}

static Value py_traceback_entry_text(const Ref *args) {
    StrBuilder b;
    if (!check_traceback(args)) return NULL;
    builder_init(&b);
    if (traceback_format_entry(&b, args[0])) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value py_traceback_entry_place(const Ref *args) {
    if (!check_traceback(args)) return NULL;
    const Traceback *t = (const Traceback *)object_of(args[0]);
    const CodeLocation *location = code_location(as_code(t->code), t->instruction);
    if (!location || location->line != traceback_line(t) || location->column == UINT16_MAX) return VALUE_NONE;
    return tuple_pack(3, small_int_value(location->end_line), small_int_value(location->column),
                      small_int_value(location->end_column));
}

static const NativeDef functions[] = {
    {"exception_text(exception, chain=True, /)", py_traceback_exception_text,
     DOC("The text of an exception with its traceback."), 0},
    {"last_lines(exception, with_names=True, /)", py_traceback_last_lines,
     DOC("The lines an exception's text ends with; with_names tells whether its frames are known."), 0},
    {"entry_text(traceback, /)", py_traceback_entry_text, DOC("What one entry of a traceback shows."), 0},
    {"entry_place(traceback, /)", py_traceback_entry_place, DOC("(last line, first column, last column), or None."), 0},
    {0},
};

const ModuleDef module__traceback = {"_traceback", "Tracebacks as text.", functions, NULL};
