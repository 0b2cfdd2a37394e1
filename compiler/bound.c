/* compiler/bound.c - which locals are certainly bound where PSEUDO_CHECK_FAST asks.
 *
 * Owns:      a forward data-flow analysis of up to 64 locals.
 * Invariant: "bound" is claimed only when every path says so.
 * Not here:  the check itself: LOAD_FAST makes it at run time.
 */
#include "compiler/optimize.h"

#define LOCALS_MAX 64
#define ROUNDS_MAX 8 /* nested loops settle in about as many rounds as they are deep */

typedef struct Bound {
    Unit *unit;                   /* being analyzed */
    uint32_t locals[LOCALS_MAX];  /* indices of the locals in question */
    uint32_t count;               /* of locals */
    uint64_t *before;             /* per instruction that is a target: bits of the locals bound on every path so far seen */
    bool changed;                 /* something was learnt about an earlier instruction */
} Bound;

static uint64_t bit_of(const Bound *b, uint32_t local) {
    for (uint32_t i = 0; i < b->count; i++) {
        if (b->locals[i] == local) return (uint64_t)1 << i;
    }
    return 0;
}

static void collect_locals(Bound *b) {
    const InstrVec *code = &b->unit->code;
    for (size_t i = 0; i < code->count && b->count < LOCALS_MAX; i++) {
        const Instr *instr = &code->items[i];
        if (instr->op == PSEUDO_CHECK_FAST && !bit_of(b, instr->arg)) b->locals[b->count++] = instr->arg;
    }
}

static void meet(Bound *b, uint32_t target, uint64_t bits, uint32_t from) {
    uint64_t joined = b->before[target] & bits;
    if (joined == b->before[target]) return;
    b->before[target] = joined;
    if (target <= from) b->changed = true;
}

static uint64_t after(const Bound *b, const Instr *instr, uint64_t bits) {
    switch (instr->op) {
    case OP_STORE_FAST:
    case OP_LOAD_FAST:
    case PSEUDO_CHECK_FAST: return bits | bit_of(b, instr->arg);
    case OP_DELETE_FAST:
    case OP_CLEAR_FAST:
    case OP_STORE_FAST_MAYBE_NULL:
    case OP_LOAD_FAST_AND_CLEAR: return bits & ~bit_of(b, instr->arg);
    default: return bits;
    }
}

static void round_trip(Bound *b, uint64_t parameters) {
    const InstrVec *code = &b->unit->code;
    uint64_t bits = parameters;
    b->changed = false;
    for (uint32_t i = 0; i < code->count; i++) {
        const Instr *instr = &code->items[i];
        if (instr->marks & MARK_TARGET) {
            meet(b, i, bits, i - 1);
            bits = b->before[i];
        }
        if (instr->handler != NO_HANDLER) meet(b, b->unit->handlers.items[instr->handler].target, bits, i);
        bits = after(b, instr, bits);
        if (is_jump(instr)) meet(b, instr->label, bits, i);
        if (leaves(instr)) bits = UINT64_MAX; /* no path goes on from here */
    }
}

static uint64_t parameter_bits(const Bound *b) {
    const Unit *unit = b->unit;
    uint32_t count = unit->arg_count + unit->kwonly_count + !!(unit->flags & CODE_VARARGS) +
                     !!(unit->flags & CODE_VARKEYWORDS);
    uint64_t bits = 0;
    for (uint32_t i = 0; i < b->count; i++) {
        if (b->locals[i] < count) bits |= (uint64_t)1 << i;
    }
    return bits;
}

/* Drops the checks that cannot fail; the others stay for fuse.c to expand. */
static void drop_checks(Bound *b, uint64_t parameters) {
    InstrVec *code = &b->unit->code;
    uint64_t bits = parameters;
    for (uint32_t i = 0; i < code->count; i++) {
        Instr *instr = &code->items[i];
        if (instr->marks & MARK_TARGET) bits = b->before[i];
        if (instr->op == PSEUDO_CHECK_FAST && bits & bit_of(b, instr->arg)) instr->marks |= MARK_GONE;
        bits = after(b, instr, bits);
    }
}

void check_bound(Unit *unit) {
    Bound b = {.unit = unit};
    collect_locals(&b);
    if (b.count == 0) return;
    b.before = ARENA_ARRAY(unit->work, uint64_t, unit->code.count);
    for (size_t i = 0; i < unit->code.count; i++) b.before[i] = UINT64_MAX;
    uint64_t parameters = parameter_bits(&b);
    int rounds = 0;
    do round_trip(&b, parameters);
    while (b.changed && ++rounds < ROUNDS_MAX);
    if (b.changed) return; /* not settled: every check stays */
    drop_checks(&b, parameters);
    compact(unit);
}
