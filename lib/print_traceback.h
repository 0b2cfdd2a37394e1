/* lib/print_traceback.h - exceptions as text, in the form of CPython 3.13.
 *
 * Owns:      frames, carets, repeated lines, chained exceptions, groups, syntax errors.
 * Invariant: none.
 * Not here:  exception objects (runtime/exception.h); the traceback module, which calls this.
 */
#ifndef OURO_PRINT_TRACEBACK_H
#define OURO_PRINT_TRACEBACK_H

#include "runtime/str.h"

/* Appends the exception with its traceback and what it was chained to. False with an exception set. */
MUST_CHECK bool traceback_format(StrBuilder *b, Ref exception, bool chain);
/* Appends the frames of a traceback. */
MUST_CHECK bool traceback_format_frames(StrBuilder *b, Ref traceback, const char *indent);
/* Appends the lines "Type: message" and the notes. */
MUST_CHECK bool traceback_format_exception_only(StrBuilder *b, Ref exception, const char *indent);
/* Writes the exception to sys.stderr; never fails. */
void traceback_print(Ref exception);
/* Remembers text that has no file (the prompt, -c), so that tracebacks can show its lines. */
void traceback_remember_source(Ref filename, const char *text, size_t length);

#endif
