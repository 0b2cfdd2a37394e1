/* lib/prompt.h - reading lines from a person, and the interactive prompt.
 *
 * Owns:      when `... ` is asked for, what becomes of errors, history.
 * Invariant: errors leave the prompt alive; only Ctrl-D, exit and SystemExit end it.
 * Not here:  editing a line (repl/line_edit.h), input() from a pipe (builtins_io.c).
 */
#ifndef OURO_PROMPT_H
#define OURO_PROMPT_H

#include "runtime/value.h"

/* A line with its newline, "" at the end of input; edited when standard input is a terminal. NULL:
 * KeyboardInterrupt. */
MUST_CHECK Value prompt_line(Ref prompt);
/* Reads and runs statements until the end. Returns the exit status. */
int prompt_run(bool banner);

#endif
