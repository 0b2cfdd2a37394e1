/* lib/modules.h - starting and ending the library.
 *
 * Owns:      the list of built-in modules (modules.def) and of those compiled in (lib/py).
 * Invariant: builtins, sys and __main__ exist from modules_start to modules_release.
 * Not here:  finding modules (vm/import.h).
 */
#ifndef OURO_MODULES_H
#define OURO_MODULES_H

#include "lib/cli/cli.h"
#include "runtime/module.h"

/* Makes builtins, sys (argv from options) and __main__. False: no memory. */
bool modules_start(const CliOptions *options);
/* The first steps of the end, in CPython's order: what sys keeps for the program, the last value of the prompt, and
 * what would keep the standard files from being the originals again. The runtime drops the modules themselves. */
void modules_release(void);
/* Rows of modules.def, ends in NULL. */
const ModuleDef *const *modules_natives(void);

#endif
