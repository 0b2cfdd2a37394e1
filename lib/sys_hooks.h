/* lib/sys_hooks.h - sys.displayhook, excepthook and unraisablehook.
 *
 * Owns:      what they print when no program replaced them.
 * Invariant: none.
 * Not here:  tracebacks (print_traceback.h).
 */
#ifndef OURO_SYS_HOOKS_H
#define OURO_SYS_HOOKS_H

#include "runtime/value.h"

/* Makes the hook of that name, or of that name between underscores, and keeps it as both, unless a program has put
 * something there. */
Value sys_hook(const char *name);

#endif
