/* compiler/optimize.c - the order of the passes, and the final places of locals.
 *
 * Owns:      Slot.index.
 * Invariant: plain locals stand before cells, cells before free variables.
 * Not here:  the passes (flow.c, layout.c, bound.c, fuse.c).
 */
#include "compiler/optimize.h"

static uint32_t number_slots(Unit *unit, bool late, uint32_t next) {
    for (size_t i = 0; i < unit->slots.count; i++) {
        if (unit->slots.items[i].late == late) unit->slots.items[i].index = next++;
    }
    return next;
}

static bool names_a_slot(const Instr *instr) {
    return instr->op == PSEUDO_CHECK_FAST || (instr->op < OP_COUNT && op_info[instr->op].flags & OPF_LOCAL);
}

/* Until here instructions name one local each, by its slot. */
static void resolve_slots(Unit *unit) {
    number_slots(unit, true, number_slots(unit, false, 0));
    for (size_t i = 0; i < unit->code.count; i++) {
        Instr *instr = &unit->code.items[i];
        if (names_a_slot(instr)) instr->arg = unit->slots.items[instr->arg].index;
    }
}

bool optimize(Unit *unit, uint32_t *depth) {
    static void (*const passes[])(Unit *) = {layout, mark_targets, check_bound, fuse};
    resolve_slots(unit);
    *depth = flow_analyze(unit);
    for (size_t i = 0; i < sizeof passes / sizeof *passes && !unit->work->failed; i++) passes[i](unit);
    return !unit->work->failed;
}
