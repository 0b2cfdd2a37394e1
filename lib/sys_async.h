/* lib/sys_async.h - what sys knows about coroutines and asynchronous generators.
 *
 * Owns:      functions of the sys module.
 * Invariant: none.
 * Not here:  their rows (sys_module.c).
 */
#ifndef OURO_SYS_ASYNC_H
#define OURO_SYS_ASYNC_H

#include "runtime/value.h"

Value py_sys_set_asyncgen_hooks(const Ref *args);
Value py_sys_get_asyncgen_hooks(const Ref *args);
Value py_sys_set_coroutine_origin_tracking_depth(const Ref *args);
Value py_sys_get_coroutine_origin_tracking_depth(const Ref *args);

#endif
