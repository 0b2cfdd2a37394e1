/* compiler/bound.c - which locals are certainly bound where they are read.
 *
 * Owns:      MARK_UNBOUND; a forward data-flow analysis of the first 64 locals.
 * Invariant: "bound" is claimed only when every path says so; beyond the 64, reads count as bound, checks stay.
 * Not here:  the check itself: LOAD_FAST makes it at run time.
 *
 * A read that may fail is not fused with others: its place in the source is what a traceback must show.
 */
#include "compiler/optimize.h"

#define LOCALS_MAX 64
#define ROUNDS_MAX 8 /* nested loops settle in about as many rounds as they are deep */

typedef struct Bound {
    Unit *unit;          /* being analyzed */
    uint64_t parameters; /* bits of the locals that are bound at the start */
    uint64_t *before;    /* per instruction that is a target: bits of the locals bound on every path seen so far */
    bool changed;        /* something was learnt about an earlier instruction */
} Bound;

static uint64_t bit_of(uint32_t local) { return local < LOCALS_MAX ? (uint64_t)1 << local : 0; }

static void meet(Bound *b, uint32_t target, uint64_t bits, uint32_t from) {
    uint64_t joined = b->before[target] & bits;
    if (joined == b->before[target]) return;
    b->before[target] = joined;
    if (target <= from) b->changed = true;
}

static uint64_t after(const Instr *instr, uint64_t bits) {
    switch (instr->op) {
    case OP_STORE_FAST:
    case OP_LOAD_FAST:
    case PSEUDO_CHECK_FAST: return bits | bit_of(instr->arg);
    case OP_DELETE_FAST:
    case OP_CLEAR_FAST:
    case OP_STORE_FAST_MAYBE_NULL:
    case OP_LOAD_FAST_AND_CLEAR: return bits & ~bit_of(instr->arg);
    default: return bits;
    }
}

static void round_trip(Bound *b) {
    const InstrVec *code = &b->unit->code;
    uint64_t bits = b->parameters;
    b->changed = false;
    for (uint32_t i = 0; i < code->count; i++) {
        const Instr *instr = &code->items[i];
        if (instr->marks & MARK_TARGET) {
            b->before[i] &= bits;
            bits = b->before[i];
        }
        if (instr->handler != NO_HANDLER) meet(b, b->unit->handlers.items[instr->handler].target, bits, i);
        bits = after(instr, bits);
        if (is_jump(instr)) meet(b, instr->label, bits, i);
        if (leaves(instr)) bits = UINT64_MAX; /* no path goes on from here */
    }
}

/* Drops the checks that cannot fail and marks the reads that can. */
static void apply(Bound *b) {
    InstrVec *code = &b->unit->code;
    uint64_t bits = b->parameters;
    for (uint32_t i = 0; i < code->count; i++) {
        Instr *instr = &code->items[i];
        if (instr->marks & MARK_TARGET) bits = b->before[i];
        bool bound = bits & bit_of(instr->arg);
        if (instr->op == PSEUDO_CHECK_FAST && bound) instr->marks |= MARK_GONE;
        if (instr->op == OP_LOAD_FAST && !bound && instr->arg < LOCALS_MAX) instr->marks |= MARK_UNBOUND;
        bits = after(instr, bits);
    }
}

static uint64_t parameter_bits(const Unit *unit) {
    uint32_t count =
        unit->arg_count + unit->kwonly_count + !!(unit->flags & CODE_VARARGS) + !!(unit->flags & CODE_VARKEYWORDS);
    return count < LOCALS_MAX ? ((uint64_t)1 << count) - 1 : UINT64_MAX;
}

void check_bound(Unit *unit) {
    if (unit->slots.count == 0) return;
    Bound b = {.unit = unit,
               .parameters = parameter_bits(unit),
               .before = ARENA_ARRAY(unit->work, uint64_t, unit->code.count)};
    for (size_t i = 0; i < unit->code.count; i++) b.before[i] = UINT64_MAX;
    int rounds = 0;
    do round_trip(&b);
    while (b.changed && ++rounds < ROUNDS_MAX);
    if (b.changed) return; /* not settled: every check stays, every read counts as bound */
    apply(&b);
    compact(unit);
}
