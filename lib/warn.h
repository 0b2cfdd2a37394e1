/* lib/warn.h - warnings that C code issues.
 *
 * Owns:      the way to the module warnings, which programs may have told what to do with them.
 * Invariant: -
 * Not here:  warnings of the compiler (vm/run.c), filters (lib/py/warnings.py).
 */
#ifndef OURO_WARN_H
#define OURO_WARN_H

#include "runtime/type.h"

/* warnings.warn(message, category), as if the running Python code had called it. False: a filter made it an
 * exception. */
MUST_CHECK bool warn(Type *category, const char *message);
/* The function of the module warnings, called. */
MUST_CHECK Value warn_call(const char *function, const Ref *args, size_t count);
/* The program ends and modules are gone: warnings can only be written. */
bool warn_is_late(void);
/* Writes the warning then, unless its category is one that is not shown by default. None or NULL. */
MUST_CHECK Value warn_late(Ref message, Ref category);

#endif
