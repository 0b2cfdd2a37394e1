/* vm/interp/dispatch.h - the dispatch tables: Vm.table is one of them, or that of stats.c.
 *
 * Owns:      the tables, indexed by opcode.
 * Invariant: both have the same instructions; the tracing one reports lines before it goes to the plain handler.
 * Not here:  handlers.
 */
#ifndef OURO_DISPATCH_H
#define OURO_DISPATCH_H

#include "vm/interp/interp.h"

extern const Handler dispatch_plain[256];
extern const Handler dispatch_tracing[256];
OP_SLOW(trace_instruction);

#endif
