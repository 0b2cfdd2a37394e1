/* lib/stdlib_names.h - the names of Python's standard library.
 *
 * Owns:      the list, as CPython 3.13 has it in sys.stdlib_module_names.
 * Invariant: sorted.
 * Not here:  which of them Ouro has (modules.def, lib/py).
 */
#ifndef OURO_STDLIB_NAMES_H
#define OURO_STDLIB_NAMES_H

#include "runtime/value.h"

bool stdlib_names_contain(Ref name);     /* a str */
MUST_CHECK Value stdlib_names_set(void); /* frozenset */

#endif
