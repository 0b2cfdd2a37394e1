/* lib/atexit.h - functions to call at the end.
 *
 * Owns:      the list of them.
 * Invariant: the last registered is called first.
 * Not here:  the rest of ending (cli.c).
 */
#ifndef OURO_ATEXIT_H
#define OURO_ATEXIT_H

#include "runtime/module.h"

extern const ModuleDef module_atexit;
/* Calls and forgets the registered functions. False: one of them raised (it was reported). */
bool atexit_run(void);

#endif
