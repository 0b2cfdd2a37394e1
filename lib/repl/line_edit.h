/* lib/repl/line_edit.h - a line from a person or a pipe.
 *
 * Owns:      libedit, loaded when a terminal asks for it, and the history file.
 * Invariant: without a terminal nothing is loaded, and lines are read as they come.
 * Not here:  what is done with a line (prompt.c).
 */
#ifndef OURO_LINE_EDIT_H
#define OURO_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum LineEnd { LINE_READ, LINE_END_OF_INPUT, LINE_INTERRUPTED } LineEnd;

/* Reads a line from standard input after showing the prompt (UTF-8) on standard output. *line (with its newline, except
 * perhaps the last) stays valid until the next call. */
LineEnd line_edit_read(const char *prompt, const char **line, size_t *length);
/* Writes the history file. */
void line_edit_end(void);

#endif
