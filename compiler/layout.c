/* compiler/layout.c - the final order of a unit's instructions.
 *
 * Owns:      moving, copying and dropping whole instructions.
 * Invariant: what was reached without an exception comes first; jumps and handlers hold indices of the list.
 * Not here:  fused forms (fuse.c).
 */
#include "compiler/optimize.h"

typedef struct Layout {
    Arena *work;         /* of the unit */
    const InstrVec *old; /* marked by flow.c */
    InstrVec new;        /* jump targets are old indices at first */
    uint32_t *new_index; /* of each old instruction that was placed: where it, or what follows it, stands */
    uint32_t *next;      /* of each old instruction: the next one with the same marks */
    LabelVec returns;    /* jumps that get a return of their own: new index, then old target, new when it was placed */
    size_t placed;       /* how much of returns was */
} Layout;

static void place(Layout *l, const Instr *instr) { VEC_PUSH_IN(l->work, &l->new, *instr); }

static bool is_load(const Instr *instr) { return instr->op == OP_LOAD_FAST || instr->op == OP_LOAD_CONST; }

/* What the end of a function looks like. */
static bool is_return_at(const InstrVec *code, uint32_t i) {
    return i + 1 < code->count && is_load(&code->items[i]) && code->items[i + 1].op == OP_RETURN;
}

#define TEST_MAX 3 /* instructions before the jump at the bottom of a loop that are worth a copy */

/* The length of the test at the bottom of a loop that begins here, its jump back included; 0 when there is none. */
static uint32_t loop_test_length(const InstrVec *code, uint32_t i) {
    for (uint32_t n = 0; n <= TEST_MAX && i + n < code->count; n++) {
        const Instr *instr = &code->items[i + n];
        if (is_jump(instr)) return instr->op != OP_JUMP && instr->op != OP_SEND && instr->label < i ? n + 1 : 0;
        if (!is_load(instr) && instr->op != OP_COMPARE && instr->op != OP_IS && instr->op != OP_CONTAINS) return 0;
    }
    return 0;
}

static void place_jump_to(Layout *l, const Instr *like, uint32_t target) {
    Instr jump = *like;
    jump.op = OP_JUMP;
    jump.arg = 0;
    jump.label = target;
    jump.place.line = 0;
    place(l, &jump);
}

/* A copy without a line of its own takes that of the jump it replaces. */
static void place_copy(Layout *l, const Instr *instr, const Instr *jump) {
    Instr copy = *instr;
    if (copy.place.line == 0) copy.place = jump->place;
    place(l, &copy);
}

/* A jump to a return, or to the test at the bottom of its loop, is replaced by a copy of that. */
static bool place_instead_of_jump(Layout *l, uint32_t i) {
    const Instr *jump = &l->old->items[i];
    uint32_t target = jump->label;
    if (l->next[i] == target) return false; /* it will be dropped */
    if (is_return_at(l->old, target)) {
        place_copy(l, &l->old->items[target], jump);
        place_copy(l, &l->old->items[target + 1], jump);
        return true;
    }
    uint32_t length = loop_test_length(l->old, target);
    if (length == 0 || i >= target || i < l->old->items[target + length - 1].label) return false;
    for (uint32_t n = 0; n < length; n++) place_copy(l, &l->old->items[target + n], jump);
    place_jump_to(l, &l->old->items[target + length - 1], target + length);
    return true;
}

static void place_old(Layout *l, uint32_t i) {
    const Instr *instr = &l->old->items[i];
    l->new_index[i] = (uint32_t)l->new.count;
    if (instr->op == PSEUDO_SETUP) return;
    if (instr->op == OP_JUMP && place_instead_of_jump(l, i)) return;
    bool conditional = is_jump(instr) && instr->op != OP_JUMP && instr->op != OP_SEND;
    if (conditional && is_return_at(l->old, instr->label) && l->old->items[instr->label].place.line == 0) {
        VEC_PUSH_IN(l->work, &l->returns, (uint32_t)l->new.count);
        VEC_PUSH_IN(l->work, &l->returns, instr->label);
    }
    place(l, instr);
}

/* Places the instructions with just these marks; a path that goes on elsewhere gets a jump. */
static void place_all(Layout *l, uint16_t marks) {
    const uint16_t mask = MARK_REACHED | MARK_WARM;
    for (uint32_t i = 0; i < l->old->count; i++) {
        const Instr *instr = &l->old->items[i];
        if ((instr->marks & mask) != marks) continue;
        place_old(l, i);
        if (leaves(instr) || (l->old->items[i + 1].marks & mask) == marks) continue;
        place_jump_to(l, instr, i + 1);
    }
}

/* Each jump to a return without a line of its own gets a copy: tracing then shows the line that it came from. */
static void place_returns(Layout *l) {
    for (; l->placed < l->returns.count; l->placed += 2) {
        const Instr jump = l->new.items[l->returns.items[l->placed]];
        uint32_t *target = &l->returns.items[l->placed + 1], old = *target;
        *target = (uint32_t)l->new.count;
        place_copy(l, &l->old->items[old], &jump);
        place_copy(l, &l->old->items[old + 1], &jump);
    }
}

static void translate(Layout *l, Unit *unit) {
    for (size_t i = 0; i < l->new.count; i++) {
        Instr *instr = &l->new.items[i];
        if (is_jump(instr)) instr->label = l->new_index[instr->label];
    }
    for (size_t i = 0; i < l->returns.count; i += 2) {
        l->new.items[l->returns.items[i]].label = l->returns.items[i + 1];
    }
    for (size_t i = 1; i < unit->handlers.count; i++) {
        Handler *handler = &unit->handlers.items[i];
        if (handler->set) handler->target = l->new_index[handler->target];
    }
}

/* Jumps to what comes next anyway. Goes backwards, so that one that was dropped is passed over by those before it. */
static void drop_empty_jumps(Unit *unit) {
    InstrVec *code = &unit->code;
    uint32_t *live = ARENA_ARRAY(unit->work, uint32_t, code->count + 1); /* first instruction from here on that stays */
    live[code->count] = (uint32_t)code->count;
    for (uint32_t i = (uint32_t)code->count; i-- > 0;) {
        Instr *instr = &code->items[i];
        live[i] = instr->marks & MARK_GONE ? live[i + 1] : i;
        if (instr->op != OP_JUMP || instr->label <= i || live[instr->label] != live[i + 1]) continue;
        instr->op = OP_NOP;
        if (instr->place.line == 0) live[i] = live[i + 1];
    }
}

void mark_targets(Unit *unit) {
    InstrVec *code = &unit->code;
    for (size_t i = 0; i < code->count; i++) code->items[i].marks &= (uint16_t)~MARK_TARGET;
    for (size_t i = 0; i < code->count; i++) {
        const Instr *instr = &code->items[i];
        if (instr->marks & MARK_GONE) continue;
        if (is_jump(instr)) code->items[instr->label].marks |= MARK_TARGET;
        if (instr->handler != NO_HANDLER) code->items[unit->handlers.items[instr->handler].target].marks |= MARK_TARGET;
    }
}

/* A NOP stands for a line that would have no instruction without it. */
static bool is_superfluous(InstrVec *code, size_t i, const Instr *before) {
    const Instr *nop = &code->items[i];
    if (nop->place.line == 0) return true;
    if (before && !(nop->marks & MARK_TARGET) && before->place.line == nop->place.line) return true;
    size_t next = i + 1;
    while (next < code->count && code->items[next].marks & MARK_GONE) next++;
    if (next == code->count) return false;
    Instr *after = &code->items[next];
    if (after->place.line == 0 && !(after->marks & MARK_TARGET)) after->place = nop->place;
    return after->place.line == nop->place.line;
}

static void find_next(Layout *l) {
    enum { MASK = MARK_REACHED | MARK_WARM };
    uint32_t next[MASK + 1];
    for (uint32_t i = 0; i <= MASK; i++) next[i] = UINT32_MAX;
    for (uint32_t i = (uint32_t)l->old->count; i-- > 0;) {
        uint16_t marks = l->old->items[i].marks & MASK;
        l->next[i] = next[marks];
        next[marks] = i;
    }
}

void compact(Unit *unit) {
    InstrVec *code = &unit->code;
    uint32_t *new_index = ARENA_ARRAY(unit->work, uint32_t, code->count + 1), count = 0;
    for (size_t i = 0; i < code->count; i++) {
        Instr *instr = &code->items[i];
        new_index[i] = count;
        if (instr->marks & MARK_GONE) continue;
        if (instr->op == OP_NOP && is_superfluous(code, i, count > 0 ? &code->items[count - 1] : NULL)) continue;
        code->items[count++] = *instr;
    }
    code->count = count;
    for (size_t i = 0; i < count; i++) {
        if (is_jump(&code->items[i])) code->items[i].label = new_index[code->items[i].label];
    }
    for (size_t i = 1; i < unit->handlers.count; i++) {
        Handler *handler = &unit->handlers.items[i];
        if (handler->set) handler->target = new_index[handler->target];
    }
}

/* ---- what only copied jumps led to ---- */

typedef struct Reach {
    Unit *unit;        /* in its new order */
    uint32_t *pending; /* stack of instructions to go on from */
    uint32_t count;    /* of them */
} Reach;

static void reach(Reach *r, uint32_t i) {
    Instr *instr = &r->unit->code.items[i];
    if (instr->marks & MARK_REACHED) return;
    instr->marks |= MARK_REACHED;
    r->pending[r->count++] = i;
}

/* A return or a loop's test of which every jump got a copy may have no path left. */
static void drop_unreachable(Unit *unit) {
    InstrVec *code = &unit->code;
    Reach r = {.unit = unit, .pending = ARENA_ARRAY(unit->work, uint32_t, code->count)};
    for (size_t i = 0; i < code->count; i++) code->items[i].marks = 0;
    reach(&r, 0);
    while (r.count > 0) {
        uint32_t i = r.pending[--r.count];
        const Instr *instr = &code->items[i];
        if (is_jump(instr)) reach(&r, instr->label);
        if (!leaves(instr)) reach(&r, i + 1);
        if (instr->handler != NO_HANDLER) reach(&r, unit->handlers.items[instr->handler].target);
    }
    for (size_t i = 0; i < code->count; i++) {
        if (!(code->items[i].marks & MARK_REACHED)) code->items[i].marks |= MARK_GONE;
    }
}

void layout(Unit *unit) {
    size_t count = unit->code.count;
    Layout l = {.work = unit->work,
                .old = &unit->code,
                .new_index = ARENA_ARRAY(unit->work, uint32_t, count),
                .next = ARENA_ARRAY(unit->work, uint32_t, count)};
    find_next(&l);
    place_all(&l, MARK_REACHED | MARK_WARM);
    place_returns(&l);
    place_all(&l, MARK_REACHED);
    place_returns(&l);
    if (l.work->failed) return;
    translate(&l, unit);
    unit->code = l.new;
    drop_unreachable(unit);
    drop_empty_jumps(unit);
    mark_targets(unit);
    compact(unit);
}
