/* runtime/base/diag.c - the first syntax error of a text.
 *
 * Owns:      nothing; the message lives in the arena.
 * Invariant: the first error sticks.
 * Not here:  making an exception of it (runtime/error.h).
 */
#include "runtime/base/diag.h"

void diag_set(Diag *diag, DiagKind kind, Span where, const char *format, ...) {
    if (diag_failed(diag)) return;
    va_list arguments;
    va_start(arguments, format);
    diag->message = arena_format_list(diag->arena, format, arguments);
    va_end(arguments);
    diag->kind = kind;
    diag->where = where;
}

void diag_warn(Diag *diag, Span where, const char *format, ...) {
    DiagWarning *warning = ARENA_NEW(diag->arena, DiagWarning);
    va_list arguments;
    va_start(arguments, format);
    warning->message = arena_format_list(diag->arena, format, arguments);
    va_end(arguments);
    warning->where = where;
    if (diag->warnings == NULL) diag->warnings = warning;
    else diag->last->next = warning;
    diag->last = warning;
}
