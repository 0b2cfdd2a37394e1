/* runtime/partial.h - what a functools.partial consists of: the VM calls its function in place.
 *
 * Owns:      struct Partial.
 * Invariant: function is callable, arguments an exact tuple, keywords an exact dict whose keys are str unless a program
 *            put others in.
 * Not here:  the type (lib/functools_partial.c).
 */
#ifndef OURO_PARTIAL_H
#define OURO_PARTIAL_H

#include "runtime/instance.h"

typedef struct Partial {
    Object head;
    Value function;  /* called in the end */
    Value arguments; /* tuple: stand in front of those of the call */
    Value keywords;  /* dict: the call may give them other values */
    Slots slots;     /* attributes; the last field */
} Partial;

static inline Partial *as_partial(Ref v) { return (Partial *)object_of(v); }

#endif
