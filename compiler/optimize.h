/* compiler/optimize.h - the passes between the instruction list and the code object.
 *
 * Owns:      nothing; each pass takes a list and leaves a better one.
 * Invariant: a pass changes neither the order of effects nor the lines that tracing sees.
 * Not here:  the words themselves (assemble.c).
 */
#ifndef OURO_OPTIMIZE_H
#define OURO_OPTIMIZE_H

#include "compiler/compiler.h"

#define UNKNOWN_DEPTH UINT32_MAX

static inline bool is_jump(const Instr *instr) { return instr->op < OP_COUNT && op_info[instr->op].flags & OPF_JUMP; }
static inline bool leaves(const Instr *instr) { return instr->op < OP_COUNT && op_info[instr->op].flags & OPF_LEAVES; }

/* flow.c: jumps go to their final targets, whose indices replace the labels; the reachable instructions are marked and
 * the handlers get their depths. Returns the operands needed at most. */
uint32_t flow_analyze(Unit *unit);

/* layout.c: drops what cannot be reached, puts handlers behind the ordinary path, drops jumps to the next instruction.
 * The indices of jumps and handlers are those of the new list. */
void layout(Unit *unit);

/* bound.c: drops PSEUDO_CHECK_FAST where the local is certainly bound; marks reads of others MARK_UNBOUND. */
void check_bound(Unit *unit);

/* fuse.c: fused forms for short sequences. */
void fuse(Unit *unit);

/* layout.c: after instructions were marked MARK_GONE or NOPs became superfluous: closes the gaps. */
void compact(Unit *unit);
/* layout.c: sets MARK_TARGET where jumps and handlers lead. */
void mark_targets(Unit *unit);

#endif
