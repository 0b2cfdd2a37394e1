/* compiler/fuse.c - one instruction for short sequences that read locals and constants in place.
 *
 * Owns:      the choice of fused forms.
 * Invariant: what is fused stands in one line and in one protected range, and nothing jumps into its middle.
 * Not here:  specialisation by types, which happens at run time (vm/interp/).
 */
#include "compiler/optimize.h"

#define BYTE_MAX 255u

typedef struct Fuser {
    Unit *unit;       /* being fused */
    InstrVec out;     /* fused so far */
    uint32_t barrier; /* instructions of `out` before this one are closed: something jumps here */
} Fuser;

/* ---- looking back ---- */

/* The n-th instruction before the last, when it may be fused with the last; else NULL. */
static Instr *back(Fuser *f, uint32_t n) {
    if (f->out.count <= n || f->out.count - 1 - n < f->barrier) return NULL;
    const Instr *last = &f->out.items[f->out.count - 1];
    Instr *instr = &f->out.items[f->out.count - 1 - n];
    bool one_line = instr->place.line == last->place.line || instr->place.line == 0 || last->place.line == 0;
    return one_line && instr->handler == last->handler ? instr : NULL;
}

static bool is_local(const Instr *instr) {
    return instr && instr->op == OP_LOAD_FAST && instr->arg <= BYTE_MAX && !(instr->marks & MARK_UNBOUND);
}

static bool is_const(const Instr *instr) { return instr && instr->op == OP_LOAD_CONST && instr->arg <= BYTE_MAX; }

/* Replaces the last n instructions by one, at the place of the last. */
static void replace(Fuser *f, uint32_t n, unsigned op, uint32_t arg) {
    Instr fused = f->out.items[f->out.count - 1];
    Instr *first = &f->out.items[f->out.count - n];
    fused.op = (uint16_t)op;
    fused.arg = arg;
    fused.marks = (uint16_t)((fused.marks | first->marks) & ~MARK_UNBOUND);
    *first = fused;
    f->out.count -= n - 1;
}

static uint32_t pack(uint32_t a, uint32_t b, uint32_t c) { return a | b << 8 | c << 16; }

/* ---- arithmetic ---- */

typedef struct BinaryForms {
    uint8_t ll, lc, sl, sc, cl; /* opcodes, 0 where there is none */
} BinaryForms;

static const BinaryForms binary_forms[OP_COUNT] = {
    [OP_ADD] = {OP_ADD_LL, OP_ADD_LC, OP_ADD_SL, OP_ADD_SC},
    [OP_SUB] = {OP_SUB_LL, OP_SUB_LC, OP_SUB_SL, OP_SUB_SC},
    [OP_MUL] = {OP_MUL_LL, OP_MUL_LC, OP_MUL_SL, OP_MUL_SC, OP_MUL_CL},
    [OP_TRUEDIV] = {.ll = OP_TRUEDIV_LL},
    [OP_FLOORDIV] = {.lc = OP_FLOORDIV_LC, .sc = OP_FLOORDIV_SC},
    [OP_MOD] = {OP_MOD_LL, OP_MOD_LC, 0, OP_MOD_SC},
    [OP_AND] = {.lc = OP_AND_LC, .sc = OP_AND_SC},
    [OP_RSHIFT] = {.lc = OP_RSHIFT_LC, .sc = OP_RSHIFT_SC},
    [OP_LOAD_SUBSCR] = {OP_LOAD_SUBSCR_LL, OP_LOAD_SUBSCR_LC, OP_LOAD_SUBSCR_SL, OP_LOAD_SUBSCR_SC},
};

static void fuse_binary(Fuser *f, const BinaryForms *forms) {
    const Instr *right = back(f, 1), *left = back(f, 2);
    if (!right) return;
    uint32_t inplace = f->out.items[f->out.count - 1].arg; /* c, which a fused form keeps */
    if (is_local(right)) {
        if (is_local(left) && forms->ll) replace(f, 3, forms->ll, pack(left->arg, right->arg, 0) | inplace);
        else if (is_const(left) && forms->cl) replace(f, 3, forms->cl, pack(left->arg, right->arg, 0));
        else if (forms->sl) replace(f, 2, forms->sl, right->arg | inplace);
    } else if (is_const(right)) {
        if (is_local(left) && forms->lc) replace(f, 3, forms->lc, pack(left->arg, right->arg, 0) | inplace);
        else if (forms->sc) replace(f, 2, forms->sc, pack(0, right->arg, 0) | inplace);
    }
}

/* A product before a sum: one instruction can do both, when what it multiplies are floats. The sum stays, for the
 * rest. */
static void fuse_product(Fuser *f, unsigned sum) {
    Instr *product = back(f, 1);
    if (!product) return;
    if (product->op == OP_MUL) {
        product->op = sum == OP_ADD ? OP_MUL_ADD : sum == OP_SUB ? OP_MUL_SUB : OP_MUL_INPLACE_ADD;
    } else if (product->op == OP_MUL_LL && sum != OP_INPLACE_ADD_SL) {
        product->op = sum == OP_ADD ? OP_MUL_ADD_LL : OP_MUL_SUB_LL;
    }
}

/* a += right names a twice, as the forms with three addresses do. */
static void store_in_operand(Instr *instr) { instr->arg = pack(instr->arg, 0, instr->arg); }

static const uint8_t three_address[OP_COUNT] = {
    [OP_ADD_LL] = OP_ADD_LLL, [OP_ADD_LC] = OP_ADD_LCL, [OP_SUB_LL] = OP_SUB_LLL,
    [OP_SUB_LC] = OP_SUB_LCL, [OP_MUL_LL] = OP_MUL_LLL,
};

/* Where source and target are one local, the forms with three addresses mean the in-place operation. */
static bool has_three_addresses(const Instr *instr, uint32_t target) {
    bool inplace = instr->arg >> 16, same = (instr->arg & BYTE_MAX) == target;
    return three_address[instr->op] && inplace == same;
}

/* a, b = b, a came as load b, load a, store b, store a; the middle was taken for b = a, but two pairs are better. */
static bool fuse_swap(Fuser *f, uint32_t target) {
    Instr *copy = back(f, 1), *load = back(f, 2);
    if (!copy || copy->op != OP_COPY_FAST || !is_local(load)) return false;
    uint32_t from = copy->arg & BYTE_MAX, to = copy->arg >> 8 & BYTE_MAX;
    load->op = OP_LOAD_FAST_2;
    load->arg = pack(load->arg, from, 0);
    replace(f, 2, OP_STORE_FAST_2, pack(to, target, 0));
    return true;
}

static void fuse_store(Fuser *f) {
    uint32_t target = f->out.items[f->out.count - 1].arg;
    const Instr *before = back(f, 1);
    if (!before || target > BYTE_MAX || fuse_swap(f, target)) return;
    Place place = before->place;
    if (has_three_addresses(before, target)) {
        replace(f, 2, three_address[before->op], (before->arg & UINT16_MAX) | target << 16);
    } else if (is_local(before)) {
        replace(f, 2, OP_COPY_FAST, pack(before->arg, target, 0));
    } else if (is_const(before)) {
        replace(f, 2, OP_CONST_FAST, pack(target, before->arg, 0));
    } else if (before->op == OP_COPY && before->arg == 1) {
        replace(f, 2, OP_STORE_LOAD_FAST, pack(target, target, 0));
    } else {
        return;
    }
    f->out.items[f->out.count - 1].place = place;
}

/* ---- conditions ---- */

typedef struct CompareForms {
    uint8_t plain, ll, lc, ls, sc; /* opcodes, 0 where there is none */
} CompareForms;

/* Whether an instruction pushes one value, and neither looks at operands nor binds a local. */
static bool pushes_one(const Instr *instr) {
    return instr && (instr->op == OP_LOAD_GLOBAL || instr->op == OP_LOAD_ATTR_LOCAL || instr->op == OP_LOAD_DEREF ||
                     instr->op == OP_LOAD_SUBSCR_LL || instr->op == OP_LOAD_SUBSCR_LC);
}

static const CompareForms compare_forms[] = {
    [COMPARE_LT] = {OP_JUMP_LT, OP_JUMP_LT_LL, OP_JUMP_LT_LC, OP_JUMP_LT_LS, OP_JUMP_LT_SC},
    [COMPARE_LE] = {OP_JUMP_LE, OP_JUMP_LE_LL, OP_JUMP_LE_LC, OP_JUMP_LE_LS, 0},
    [COMPARE_EQ] = {OP_JUMP_EQ, OP_JUMP_EQ_LL, OP_JUMP_EQ_LC, OP_JUMP_EQ_LS, OP_JUMP_EQ_SC},
    [COMPARE_NE] = {OP_JUMP_NE, OP_JUMP_NE_LL, OP_JUMP_NE_LC, OP_JUMP_NE_LS, OP_JUMP_NE_SC},
    [COMPARE_GT] = {OP_JUMP_GT, OP_JUMP_GT_LL, OP_JUMP_GT_LC, OP_JUMP_GT_LS, OP_JUMP_GT_SC},
    [COMPARE_GE] = {OP_JUMP_GE, OP_JUMP_GE_LL, OP_JUMP_GE_LC, OP_JUMP_GE_LS, 0},
};

/* Local, what pushes the right operand, comparison, jump: the local is read by the jump, after the operand is there. */
static void fuse_local_with_pushed(Fuser *f, unsigned op, bool when) {
    Instr *local = &f->out.items[f->out.count - 4], *pushing = local + 1, first = *local;
    *local = *pushing;
    *pushing = first;
    replace(f, 3, op, pack(first.arg, 0, when));
}

static void fuse_compare_jump(Fuser *f, CompareOp op, bool when) {
    const CompareForms *forms = &compare_forms[op];
    const Instr *right = back(f, 2), *left = back(f, 3);
    Place place = f->out.items[f->out.count - 2].place;
    if (is_local(left) && pushes_one(right)) fuse_local_with_pushed(f, forms->ls, when);
    else if (is_local(right) && is_local(left)) replace(f, 4, forms->ll, pack(left->arg, right->arg, when));
    else if (is_const(right) && is_local(left)) replace(f, 4, forms->lc, pack(left->arg, right->arg, when));
    else if (is_const(right) && forms->sc) replace(f, 3, forms->sc, pack(0, right->arg, when));
    else replace(f, 2, forms->plain, pack(0, 0, when));
    f->out.items[f->out.count - 1].place = place;
}

static bool is_none_const(const Fuser *f, const Instr *instr) {
    return instr && instr->op == OP_LOAD_CONST && is_none(f->unit->consts.items[instr->arg]);
}

static void fuse_jump(Fuser *f, bool when) {
    const Instr *test = back(f, 1);
    if (!test) return;
    switch (test->op) {
    case OP_COMPARE: fuse_compare_jump(f, (CompareOp)test->arg, when); break;
    case OP_IS:
        when ^= (bool)test->arg;
        if (is_none_const(f, back(f, 2))) replace(f, 3, when ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, 0);
        else replace(f, 2, OP_JUMP_IS, pack(0, 0, when));
        break;
    case OP_CONTAINS: {
        Place place = test->place;
        replace(f, 2, OP_JUMP_IN, pack(0, 0, when ^ (bool)test->arg));
        f->out.items[f->out.count - 1].place = place;
        break;
    }
    case OP_NOT:
        replace(f, 2, when ? OP_JUMP_IF_FALSE : OP_JUMP_IF_TRUE, 0);
        fuse_jump(f, !when);
        break;
    case OP_LOAD_FAST:
        if (is_local(test)) replace(f, 2, OP_JUMP_IF_LOCAL, pack(test->arg, 0, when));
        break;
    default: break;
    }
}

/* ---- the rest ---- */

static void fuse_on_local(Fuser *f, unsigned op) {
    const Instr *object = back(f, 1);
    uint32_t name = f->out.items[f->out.count - 1].arg;
    if (is_local(object) && name <= UINT16_MAX) replace(f, 2, op, object->arg | name << 8);
}

static void fuse_store_subscript(Fuser *f) {
    const Instr *key = back(f, 1), *object = back(f, 2);
    if (is_local(key) && is_local(object)) replace(f, 3, OP_STORE_SUBSCR_LL, pack(object->arg, key->arg, 0));
}

static void fuse_return(Fuser *f) {
    const Instr *value = back(f, 1);
    if (!value) return;
    if (value->op == OP_LOAD_FAST && !(value->marks & MARK_UNBOUND)) replace(f, 2, OP_RETURN_LOCAL, value->arg);
    else if (value->op == OP_LOAD_CONST) replace(f, 2, OP_RETURN_CONST, value->arg);
}

static void fuse_pop(Fuser *f) {
    const Instr *value = back(f, 1);
    if (value && (value->op == OP_LOAD_CONST || (value->op == OP_COPY && value->arg == 1))) f->out.count -= 2;
}

static void fuse_push_null(Fuser *f) {
    const Instr *callable = back(f, 1);
    if (callable && callable->op == OP_LOAD_GLOBAL) replace(f, 2, OP_LOAD_GLOBAL_CALL, callable->arg);
}

/* Fuses the last instruction with those before it, when there is a form for that. */
static void fuse_last(Fuser *f) {
    unsigned op = f->out.items[f->out.count - 1].op;
    switch (op) {
    case OP_INPLACE_ADD_SL:
        store_in_operand(&f->out.items[f->out.count - 1]);
        fuse_product(f, op);
        break;
    case OP_ADD:
    case OP_SUB:
        fuse_product(f, op);
        fuse_binary(f, &binary_forms[op]);
        break;
    case OP_MUL:
    case OP_TRUEDIV:
    case OP_FLOORDIV:
    case OP_MOD:
    case OP_AND:
    case OP_RSHIFT:
    case OP_LOAD_SUBSCR: fuse_binary(f, &binary_forms[op]); break;
    case OP_STORE_FAST: fuse_store(f); break;
    case OP_JUMP_IF_TRUE: fuse_jump(f, true); break;
    case OP_JUMP_IF_FALSE: fuse_jump(f, false); break;
    case OP_LOAD_ATTR: fuse_on_local(f, OP_LOAD_ATTR_LOCAL); break;
    case OP_STORE_ATTR: fuse_on_local(f, OP_STORE_ATTR_LOCAL); break;
    case OP_LOAD_METHOD: fuse_on_local(f, OP_LOAD_METHOD_LOCAL); break;
    case OP_STORE_SUBSCR: fuse_store_subscript(f); break;
    case OP_RETURN: fuse_return(f); break;
    case OP_POP: fuse_pop(f); break;
    case OP_PUSH_NULL: fuse_push_null(f); break;
    default: break;
    }
}

/* ---- pairs: what is left after the forms above ---- */

static unsigned pair_form(const Instr *a, const Instr *b) {
    if (is_local(a)) return is_local(b) ? OP_LOAD_FAST_2 : is_const(b) ? OP_LOAD_FAST_CONST : 0;
    if (a->op != OP_STORE_FAST || a->arg > BYTE_MAX) return 0;
    if (is_local(b)) return OP_STORE_LOAD_FAST;
    return b->op == OP_STORE_FAST && b->arg <= BYTE_MAX ? OP_STORE_FAST_2 : 0;
}

static Place joined_place(const Instr *a, const Instr *b) {
    Place place = a->place;
    if (b->place.line == place.line) {
        place.end_line = b->place.end_line;
        place.end_column = b->place.end_column;
    }
    return place;
}

static void fuse_pairs(InstrVec *code) {
    for (size_t i = 0; i + 1 < code->count; i++) {
        Instr *a = &code->items[i], *b = &code->items[i + 1];
        bool apart = b->marks & MARK_TARGET || a->handler != b->handler || a->place.line != b->place.line;
        unsigned op = apart ? 0 : pair_form(a, b);
        if (!op) continue;
        if (op == OP_LOAD_FAST_2 || op == OP_LOAD_FAST_CONST) a->place = joined_place(a, b);
        a->arg = pack(a->arg, b->arg, 0);
        a->op = (uint16_t)op;
        b->marks |= MARK_GONE;
        i++;
    }
}

/* ---- for x in ...: the item goes straight to the local ---- */

static bool is_item_store(const Instr *loop, const Instr *store) {
    return store->op == OP_STORE_FAST && store->arg <= BYTE_MAX && store->place.line == loop->place.line;
}

static void fuse_for_loops(Unit *unit) {
    InstrVec *code = &unit->code;
    /* For each instruction: how many FOR_ITER jump there, UINT32_MAX when something else does too. */
    uint32_t *loops = ARENA_ARRAY(unit->work, uint32_t, code->count);
    for (size_t i = 0; i < code->count; i++) {
        if (!is_jump(&code->items[i])) continue;
        uint32_t target = code->items[i].label;
        if (code->items[i].op != OP_FOR_ITER || !is_item_store(&code->items[i], &code->items[target])) {
            loops[target] = UINT32_MAX;
        } else if (loops[target] != UINT32_MAX) {
            loops[target]++;
        }
    }
    for (size_t i = 0; i < code->count; i++) {
        Instr *instr = &code->items[i];
        if (instr->op != OP_FOR_ITER || loops[instr->label] == 0 || loops[instr->label] == UINT32_MAX) continue;
        Instr *store = &code->items[instr->label];
        instr->op = OP_FOR_ITER_LOCAL;
        instr->arg = store->arg;
        store->marks |= MARK_GONE;
    }
}

/* ---- the pass ---- */

static void push(Fuser *f, const Instr *instr) { VEC_PUSH_IN(f->unit->work, &f->out, *instr); }

static void push_check(Fuser *f, const Instr *check) {
    Instr load = *check, pop = *check;
    load.op = OP_LOAD_FAST;
    pop.op = OP_POP;
    pop.arg = 0;
    push(f, &load);
    push(f, &pop);
}

/* An instruction without a line takes that of the one that control comes from, if there is only that one. */
static void inherit_place(Instr *instr, const Instr *before) {
    if (instr->place.line || instr->marks & MARK_TARGET) return;
    if (before && !leaves(before)) instr->place = before->place;
}

static void fuse_all(Fuser *f) {
    InstrVec *code = &f->unit->code;
    uint32_t *new_index = ARENA_ARRAY(f->unit->work, uint32_t, code->count + 1);
    for (size_t i = 0; i < code->count; i++) {
        Instr *instr = &code->items[i];
        if (instr->marks & MARK_TARGET) f->barrier = (uint32_t)f->out.count;
        new_index[i] = (uint32_t)f->out.count;
        inherit_place(instr, f->out.count > 0 ? &f->out.items[f->out.count - 1] : NULL);
        if (instr->op == PSEUDO_CHECK_FAST) {
            push_check(f, instr);
            continue;
        }
        push(f, instr);
        fuse_last(f);
    }
    if (f->unit->work->failed) return;
    for (size_t i = 0; i < f->out.count; i++) {
        if (is_jump(&f->out.items[i])) f->out.items[i].label = new_index[f->out.items[i].label];
    }
    for (size_t i = 1; i < f->unit->handlers.count; i++) {
        Handler *handler = &f->unit->handlers.items[i];
        if (handler->set) handler->target = new_index[handler->target];
    }
    *code = f->out;
}

void fuse(Unit *unit) {
    fuse_for_loops(unit);
    compact(unit);
    mark_targets(unit);
    Fuser f = {.unit = unit};
    fuse_all(&f);
    mark_targets(unit);
    fuse_pairs(&unit->code);
    compact(unit);
}
