/* lib/sys_rare.h - what sys has and few programs ask for.
 *
 * Owns:      tracing and profiling, the audit hooks, settings of threads and of loading.
 * Invariant: nothing of it is made before its name is looked up, since it would cost each start.
 * Not here:  the events that are traced (vm/trace.h).
 */
#ifndef OURO_SYS_RARE_H
#define OURO_SYS_RARE_H

#include "runtime/value.h"

/* The attribute of sys, which keeps it from then on; AttributeError when it has none of that name. */
MUST_CHECK Value sys_rare_get(Ref name);
/* The same, as the module's __getattr__(name). */
Value py_sys_getattr(const Ref *args);
/* __dir__() of the module. */
Value py_sys_dir(const Ref *args);
/* audit(event, *args) */
Value py_sys_audit(const Ref *args);

#endif
