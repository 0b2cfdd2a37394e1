/* lib/repl/line_edit.h - a line from a person or a pipe.
 *
 * Owns:      libedit, loaded when a terminal asks for it, and the history file.
 * Invariant: without a terminal nothing is loaded; lines then come from sys.__stdin__, which input() reads too.
 * Not here:  what is done with a line (prompt.c).
 */
#ifndef OURO_LINE_EDIT_H
#define OURO_LINE_EDIT_H

#include "runtime/value.h"

/* A line with its newline (the last one may have none), "" at the end of input. NULL with an exception:
 * KeyboardInterrupt after Ctrl-C. The prompt is shown on the terminal, or on standard error when there is none. */
MUST_CHECK Value line_edit_read(Ref prompt);
/* Writes the history file and lets go of the terminal. */
void line_edit_end(void);

#endif
