/* lib/exception_text.h - the lines that an exception ends with: "Type: message", suggestions, notes, the place of a
 * syntax error.
 *
 * Owns:      these lines.
 * Invariant: what str() or an attribute of the exception raises is replaced by words about it.
 * Not here:  frames and chains (print_traceback.c).
 */
#ifndef OURO_EXCEPTION_TEXT_H
#define OURO_EXCEPTION_TEXT_H

#include "runtime/str.h"

/* The lines as one str that ends in a newline. with_names: a NameError may look at the names in its frames. */
MUST_CHECK Value exception_text(Ref exception, bool with_names);

/* Appends "Type: message" alone, as it is told of exceptions that nobody can catch. */
void exception_text_line(StrBuilder *b, Ref exception);

/* Appends the name of a file as it is shown: statements typed at the prompt are called "<stdin>-0" and so on, so that
 * each keeps its text, and shown as "<stdin>". */
void exception_text_filename(StrBuilder *b, Ref filename);

#endif
