/* compiler/flow.c - follows every path through a unit's instructions.
 *
 * Owns:      MARK_REACHED, MARK_WARM, the depth of the stack everywhere.
 * Invariant: all paths to an instruction bring the same depth.
 * Not here:  moving instructions (layout.c).
 */
#include <assert.h>

#include "compiler/optimize.h"

typedef struct Walk {
    Unit *unit;        /* being analyzed */
    uint32_t *depth;   /* before each instruction; UNKNOWN_DEPTH until it is reached */
    uint32_t *pending; /* stack of instructions to go on from */
    uint32_t pending_count;
    uint32_t *handlers; /* queue of handlers whose code is to be followed when the warm code is done */
    uint32_t handler_count;
    uint32_t most;  /* largest depth seen */
    uint16_t marks; /* for what is reached now */
} Walk;

#define HOPS_MAX 64 /* a chain of jumps that is longer is not followed to its end */

static bool same_line(const Instr *a, const Instr *b) { return b->place.line == 0 || a->place.line == b->place.line; }

/* A jump to a jump goes to where that one leads, unless a line would be lost to tracing. */
static uint32_t final_target(const InstrVec *code, const LabelVec *labels, const Instr *jump) {
    uint32_t target = labels->items[jump->label];
    for (int hops = 0; hops < HOPS_MAX; hops++) {
        const Instr *next = &code->items[target];
        if (next->op != OP_JUMP || !same_line(jump, next)) break;
        target = labels->items[next->label];
    }
    return target;
}

static void thread_jumps(Unit *unit) {
    InstrVec *code = &unit->code;
    uint32_t *targets = ARENA_ARRAY(unit->work, uint32_t, code->count);
    for (uint32_t i = 0; i < code->count; i++) {
        if (is_jump(&code->items[i])) targets[i] = final_target(code, &unit->labels, &code->items[i]);
    }
    for (uint32_t i = 0; i < code->count; i++) {
        if (is_jump(&code->items[i])) code->items[i].label = targets[i];
    }
    for (size_t i = 1; i < unit->handlers.count; i++) {
        Handler *handler = &unit->handlers.items[i];
        handler->target = unit->labels.items[handler->target];
    }
}

static void reach(Walk *w, uint32_t i, uint32_t depth) {
    Instr *instr = &w->unit->code.items[i];
    if (depth > w->most) w->most = depth;
    if (w->depth[i] != UNKNOWN_DEPTH) {
        assert(w->depth[i] == depth && "paths of different depth meet");
        return;
    }
    w->depth[i] = depth;
    instr->marks |= w->marks;
    w->pending[w->pending_count++] = i;
}

static void begin_range(Walk *w, const Instr *setup, uint32_t depth) {
    Handler *handler = &w->unit->handlers.items[setup->label];
    assert(depth >= handler->drop);
    uint32_t kept = depth - handler->drop;
    assert(!handler->set || handler->depth == kept);
    if (handler->set) return;
    handler->set = true;
    handler->depth = kept;
    w->handlers[w->handler_count++] = setup->label;
}

static uint32_t depth_after(const Instr *instr, uint32_t depth, int jump) {
    if (instr->op >= OP_COUNT) return depth;
    int effect = op_effect(op_word((Opcode)instr->op, instr->arg), jump);
    assert((int)depth + effect >= 0 && "operands missing");
    return depth + (uint32_t)effect;
}

static void follow(Walk *w) {
    while (w->pending_count > 0) {
        uint32_t i = w->pending[--w->pending_count], depth = w->depth[i];
        const Instr *instr = &w->unit->code.items[i];
        if (instr->op == PSEUDO_SETUP) begin_range(w, instr, depth);
        if (instr->op == PSEUDO_CHECK_FAST && depth + 1 > w->most) w->most = depth + 1;
        if (is_jump(instr)) reach(w, instr->label, depth_after(instr, depth, 1));
        if (!leaves(instr)) reach(w, i + 1, depth_after(instr, depth, 0));
    }
}

uint32_t flow_analyze(Unit *unit) {
    thread_jumps(unit);
    Walk w = {.unit = unit,
              .depth = ARENA_ARRAY(unit->work, uint32_t, unit->code.count),
              .pending = ARENA_ARRAY(unit->work, uint32_t, unit->code.count),
              .handlers = ARENA_ARRAY(unit->work, uint32_t, unit->handlers.count),
              .marks = MARK_REACHED | MARK_WARM};
    for (size_t i = 0; i < unit->code.count; i++) w.depth[i] = UNKNOWN_DEPTH;
    reach(&w, 0, 0);
    follow(&w);
    w.marks = MARK_REACHED;
    for (uint32_t i = 0; i < w.handler_count; i++) {
        const Handler *handler = &unit->handlers.items[w.handlers[i]];
        reach(&w, handler->target, handler->depth + handler->push_lasti + 1);
        follow(&w);
    }
    return w.most;
}
