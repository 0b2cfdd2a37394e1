/* lib/modules.h - starting and ending the library.
 *
 * Owns:      the list of built-in modules (modules.def) and of those compiled in (lib/py).
 * Invariant: builtins, sys and __main__ exist from modules_start to modules_release.
 * Not here:  finding modules (vm/import.h).
 */
#ifndef OURO_MODULES_H
#define OURO_MODULES_H

#include "lib/cli/cli.h"

/* Makes builtins, sys (argv from options) and __main__. False: no memory. */
bool modules_start(const CliOptions *options);
/* Releases __main__ and all modules, in CPython's order. */
void modules_release(void);

#endif
