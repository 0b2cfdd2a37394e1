/* lib/sys_hooks.h - sys.displayhook, excepthook and unraisablehook.
 *
 * Owns:      what they print when no program replaced them.
 * Invariant: none.
 * Not here:  tracebacks (print_traceback.h).
 */
#ifndef OURO_SYS_HOOKS_H
#define OURO_SYS_HOOKS_H

#include "runtime/value.h"

Value py_sys_displayhook(const Ref *args);
Value py_sys_excepthook(const Ref *args);
Value py_sys_unraisablehook(const Ref *args);

#endif
