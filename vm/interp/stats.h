/* vm/interp/stats.h - how often instructions run, and which follow which (debug builds only).
 *
 * Owns:      the counts.
 * Invariant: a release build has no trace of it: instructions are counted by a dispatch table of their own.
 * Not here:  the option --stats (lib/cli).
 */
#ifndef OURO_STATS_H
#define OURO_STATS_H

#include <stdio.h>

#include "vm/interp/dispatch.h"

#ifdef NDEBUG
enum { STATS_BUILT = 0 };
static inline bool stats_start(void) { return false; }
static inline void stats_end(FILE *out) { (void)out; }
static inline const Handler *dispatch_untraced(const Vm *vm) { return (void)vm, dispatch_plain; }
#else
enum { STATS_BUILT = 1 };
/* Counts from now on. False: there is no memory. */
bool stats_start(void);
/* Prints the instructions, and the pairs that ran most, when stats_start was called. */
void stats_end(FILE *out);
/* The dispatch table of a program that is not traced. */
const Handler *dispatch_untraced(const Vm *vm);
#endif

#endif
