/* lib/builtins.h - the builtins module: its rows come from the files builtins_*.c.
 *
 * Owns:      the list of built-in functions and types.
 * Invariant: each table ends in a row of zeros.
 * Not here:  the types themselves (runtime/).
 */
#ifndef OURO_BUILTINS_H
#define OURO_BUILTINS_H

#include "runtime/module.h"

extern const NativeDef builtins_object_functions[];   /* getattr, isinstance, repr, ... */
extern const NativeDef builtins_sequence_functions[]; /* len, sorted, min, sum, ... */
extern const NativeDef builtins_number_functions[];   /* abs, divmod, pow, chr, hex, ... */
extern const NativeDef builtins_io_functions[];       /* print, input, open */
extern const NativeDef builtins_code_functions[];     /* eval, exec, compile, __import__, __build_class__, ... */
extern const ModuleDef module_builtins;

#endif
