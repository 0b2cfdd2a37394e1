/* lib/sys_module.h - the sys module.
 *
 * Owns:      its functions and values.
 * Invariant: Runtime.sys is its namespace.
 * Not here:  standard files' type (file.h).
 */
#ifndef OURO_SYS_MODULE_H
#define OURO_SYS_MODULE_H

#include "lib/cli/cli.h"
#include "runtime/module.h"

extern const ModuleDef module_sys;
/* Sets argv, flags and the standard files. */
MUST_CHECK bool sys_configure(Ref dict, const CliOptions *options);
/* Calls sys.excepthook(type, value, traceback); prints the traceback itself when that fails. */
void sys_call_excepthook(Ref exception);

#endif
