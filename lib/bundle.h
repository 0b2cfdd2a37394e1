/* lib/bundle.h - the library's modules that are written in Python, in the binary: compiled, and as text.
 *
 * Owns:      both forms, packed (a quarter of the size), and their unpacking.
 * Invariant: rows are sorted by module name; each module was compiled when Ouro was built (make_images.c), so that
 *            importing it costs what reading its code object costs. The text serves tracebacks, inspect, -m and -O.
 * Not here:  running them (vm/import.c), making the table (make_bundled.py).
 */
#ifndef OURO_BUNDLE_H
#define OURO_BUNDLE_H

#include <stdbool.h>
#include <stddef.h>

#include "runtime/value.h"

/* Whether there is a module of that name; *is_package tells whether it is a package. */
bool bundle_has(const char *name, bool *is_package);
/* The code object of a module that is there, compiled as the running runtime's -O says; NULL: exception set. */
MUST_CHECK Value bundle_code(const char *name, Ref filename);
/* The text of a module, or of what tracebacks call "<bundled name>": malloc'ed and NUL-terminated. NULL when there is
 * none or no memory for it (no exception). */
char *bundle_text(const char *name, size_t *length);
char *bundle_file_text(const char *filename, size_t *length);
/* Calls visit with each module's name, in order. */
void bundle_walk(void (*visit)(const char *name, void *context), void *context);

#endif
