/* lib/functools_module.h - what the files of the module _functools share.
 *
 * Owns:      nothing.
 * Invariant: -
 * Not here:  what is written in Python (lib/py/functools.py).
 */
#ifndef OURO_FUNCTOOLS_MODULE_H
#define OURO_FUNCTOOLS_MODULE_H

#include "runtime/native.h"

/* functools_compare.c: what cmp_to_key(function) answers; it makes keys when it is called. */
MUST_CHECK Value compare_key_maker(Ref function);

#endif
