/* lib/carets.h - the source lines below a traceback's frame, with ~~~^^^ under what was running.
 *
 * Owns:      which lines are shown and which characters are marked, by the rules of CPython 3.13.
 * Invariant: none.
 * Not here:  reading the lines (source_cache.h), frames (print_traceback.c).
 */
#ifndef OURO_CARETS_H
#define OURO_CARETS_H

#include "runtime/base/source.h"
#include "runtime/code.h"

typedef void (*CaretEmit)(void *context, const char *line, size_t length);

/* Calls emit with each line to show, without its newline. location: where the instruction comes from. */
void carets_show(const Source *source, const CodeLocation *location, CaretEmit emit, void *context);
/* Columns that the first bytes of UTF-8 text take on a screen. */
size_t carets_width(const char *text, size_t bytes);

#endif
