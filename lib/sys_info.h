/* lib/sys_info.h - what sys says about the interpreter and the machine: named tuples and constants.
 *
 * Owns:      sys.version_info, flags, float_info, int_info, hash_info, thread_info, implementation, version and the
 *            like.
 * Invariant: nothing here changes while a runtime lives.
 * Not here:  sys's functions and files (sys_module.c).
 */
#ifndef OURO_SYS_INFO_H
#define OURO_SYS_INFO_H

#include "lib/cli/cli.h"
#include "runtime/module.h"

extern const LateDef sys_info_late[];
MUST_CHECK bool sys_info_fill(Ref dict);
MUST_CHECK bool sys_info_set_flags(Ref dict, const CliOptions *options);
/* sys.warnoptions: PYTHONWARNINGS, then -W. */
MUST_CHECK bool sys_info_set_warnings(Ref dict, const CliOptions *options);
/* sys._xoptions: what -X named. */
MUST_CHECK bool sys_info_set_extras(Ref dict, const CliOptions *options);
/* Stores a value that was just made; false when making it failed. */
MUST_CHECK bool sys_info_put_steal(Ref dict, const char *name, Value v);

enum { INT_DIGITS_MINIMUM = 640 }; /* smallest limit but 0 that sys.set_int_max_str_digits takes */

#endif
