/* lib/sys_rare.h - what sys has and few programs ask for.
 *
 * Owns:      tracing and profiling, the audit hooks, settings of threads and of loading.
 * Invariant: nothing of it is made before its name is looked up, since it would cost each start.
 * Not here:  the events that are traced (vm/trace.h).
 */
#ifndef OURO_SYS_RARE_H
#define OURO_SYS_RARE_H

#include "runtime/native.h"

extern const NativeDef sys_rare_functions[];
/* audit(event, *args) */
Value py_sys_audit(const Ref *args);

#endif
