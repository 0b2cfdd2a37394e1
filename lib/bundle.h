/* lib/bundle.h - the library's modules that are written in Python, compiled into the binary.
 *
 * Owns:      their texts.
 * Invariant: rows are sorted by module name.
 * Not here:  running them (vm/import.c), making the table (make_bundled.py).
 */
#ifndef OURO_BUNDLE_H
#define OURO_BUNDLE_H

#include <stdbool.h>
#include <stddef.h>

/* The text of a module, or NULL when none is called that; *is_package tells whether it is a package's __init__. */
const char *bundle_find(const char *name, size_t *length, bool *is_package);
/* Calls visit with each module's name, in order. */
void bundle_walk(void (*visit)(const char *name, void *context), void *context);
/* The text whose traceback name is "<bundled name>", or NULL. */
const char *bundle_find_file(const char *filename, size_t *length);

#endif
