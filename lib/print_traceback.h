/* lib/print_traceback.h - exceptions as text, in the form of CPython 3.13.
 *
 * Owns:      frames, repeated lines, chained exceptions, the boxes of groups.
 * Invariant: none.
 * Not here:  the lines an exception ends with (exception_text.h), source lines and their marks (carets.h), the
 *            traceback module, which calls this.
 */
#ifndef OURO_PRINT_TRACEBACK_H
#define OURO_PRINT_TRACEBACK_H

#include "runtime/str.h"

/* Appends the exception with its traceback and, when chain is set, with what it was chained to. */
MUST_CHECK bool traceback_format(StrBuilder *b, Ref exception, bool chain);
/* Appends the exception with its traceback, without marks below the lines: how CPython's C code shows it. */
MUST_CHECK bool traceback_format_plain(StrBuilder *b, Ref exception);
/* Appends what one entry of a traceback shows. */
MUST_CHECK bool traceback_format_entry(StrBuilder *b, Ref traceback);
/* Writes the exception to sys.stderr; never fails. */
void traceback_print(Ref exception);
/* Remembers text that has no file (the prompt, -c), so that tracebacks can show its lines. filename is an exact str. */
void traceback_remember_source(Ref filename, const char *text, size_t length);

#endif
