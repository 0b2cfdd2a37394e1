/* compiler/compile_condition.c - and, or, not, comparisons, and jumps on them.
 *
 * Owns:      short-circuit evaluation.
 * Invariant: a condition that is only tested never becomes a value on the stack.
 * Not here:  which jumps are fused with comparisons (fuse.c).
 */
#include "compiler/compiler.h"

/* ---- and, or as values ---- */

/* BoolOp(boolop op, expr* values)
 *
 * An operand that is such an operation itself is a value here, whose truth is asked for again, as in CPython 3.13. */
void compile_bool_op(Compiler *c, const Expr *e) {
    ExprSeq values = e->bool_op.values;
    uint8_t keep = e->bool_op.op == BOOL_OR ? OP_JUMP_IF_TRUE_KEEP : OP_JUMP_IF_FALSE_KEEP;
    Label end = label_new(c);
    for (size_t i = 0; i + 1 < values.count; i++) {
        compile_expr(c, values.items[i]);
        emit_jump(c, &e->where, keep, end);
    }
    compile_expr(c, values.items[values.count - 1]);
    label_here(c, end);
}

/* ---- comparisons ---- */

static void emit_compare(Compiler *c, const Span *at, CompareOperator op) {
    static const uint8_t order[] = {
        [CMPOP_EQ] = COMPARE_EQ,   [CMPOP_NOT_EQ] = COMPARE_NE, [CMPOP_LT] = COMPARE_LT,
        [CMPOP_LT_E] = COMPARE_LE, [CMPOP_GT] = COMPARE_GT,     [CMPOP_GT_E] = COMPARE_GE,
    };
    switch (op) {
    case CMPOP_IS:
    case CMPOP_IS_NOT: emit(c, at, OP_IS, op == CMPOP_IS_NOT); break;
    case CMPOP_IN:
    case CMPOP_NOT_IN: emit(c, at, OP_CONTAINS, op == CMPOP_NOT_IN); break;
    default: emit(c, at, OP_COMPARE, order[op]); break;
    }
}

/* A literal that is only searched in may be a constant: the last operand, since the others are compared themselves. */
static void compile_right(Compiler *c, const Expr *e, size_t i) {
    bool contains = e->compare.ops[i] == CMPOP_IN || e->compare.ops[i] == CMPOP_NOT_IN;
    if (contains && i + 1 == e->compare.comparators.count) compile_container(c, e->compare.comparators.items[i]);
    else compile_expr(c, e->compare.comparators.items[i]);
}

/* The middle of a < b < c may be evaluated twice when nothing can change it in between. */
static bool is_stable(Compiler *c, const Expr *e) {
    uint32_t slot;
    if (e->kind == EXPR_CONSTANT) return true;
    return e->kind == EXPR_NAME && find_fast_slot(c, e->name.id, &slot);
}

static bool all_stable(Compiler *c, const Expr *e) {
    for (size_t i = 0; i + 1 < e->compare.comparators.count; i++) {
        if (!is_stable(c, e->compare.comparators.items[i])) return false;
    }
    return true;
}

/* Keeps the right operand below the result, as the left operand of the next comparison. */
static void emit_chained(Compiler *c, const Expr *e, size_t i) {
    emit(c, &e->where, OP_SWAP, 2);
    emit(c, &e->where, OP_COPY, 2);
    emit_compare(c, &e->where, e->compare.ops[i]);
}

static void compile_stable_chain(Compiler *c, const Expr *e) {
    size_t last = e->compare.comparators.count - 1;
    Label end = label_new(c);
    compile_expr(c, e->compare.left);
    for (size_t i = 0; i < last; i++) {
        compile_right(c, e, i);
        emit_compare(c, &e->where, e->compare.ops[i]);
        emit_jump(c, &e->where, OP_JUMP_IF_FALSE_KEEP, end);
        compile_expr(c, e->compare.comparators.items[i]);
    }
    compile_right(c, e, last);
    emit_compare(c, &e->where, e->compare.ops[last]);
    label_here(c, end);
}

/* Compare(expr left, cmpop* ops, expr* comparators) */
void compile_compare(Compiler *c, const Expr *e) {
    warn_about_compare(c, e);
    size_t last = e->compare.comparators.count - 1;
    if (last > 0 && all_stable(c, e)) {
        compile_stable_chain(c, e);
        return;
    }
    compile_expr(c, e->compare.left);
    Label cleanup = NO_LABEL;
    for (size_t i = 0; i < last; i++) {
        if (i == 0) cleanup = label_new(c);
        compile_right(c, e, i);
        emit_chained(c, e, i);
        emit_jump(c, &e->where, OP_JUMP_IF_FALSE_KEEP, cleanup);
    }
    compile_right(c, e, last);
    emit_compare(c, &e->where, e->compare.ops[last]);
    if (last == 0) return;
    Label end = label_new(c);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, cleanup);
    emit(c, &e->where, OP_SWAP, 2);
    emit_0(c, &e->where, OP_POP);
    label_here(c, end);
}

/* not (a is b) is a is not b, and not (a in b) is a not in b, under any number of nots; NULL: e is no such thing. */
const Expr *inverted_compare(Compiler *c, const Expr *e) {
    static const uint8_t opposites[] = {
        [CMPOP_IS] = CMPOP_IS_NOT, [CMPOP_IS_NOT] = CMPOP_IS, [CMPOP_IN] = CMPOP_NOT_IN, [CMPOP_NOT_IN] = CMPOP_IN};
    const Expr *operand = e;
    bool invert = false;
    for (; operand->kind == EXPR_UNARY_OP && operand->unary_op.op == UNARY_NOT; operand = operand->unary_op.operand)
        invert = !invert;
    if (operand == e || operand->kind != EXPR_COMPARE || operand->compare.comparators.count > 1) return NULL;
    const uint8_t *opposite = &opposites[operand->compare.ops[0]];
    if (!*opposite) return NULL;
    if (!invert) return operand;
    Expr *inverted = ARENA_NEW(c->arena, Expr);
    *inverted = *operand;
    inverted->compare.ops = opposite;
    return inverted;
}

static void emit_test(Compiler *c, const Span *at, Label target, bool when) {
    emit_jump(c, at, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, target);
}

static void jump_if_stable_chain(Compiler *c, const Expr *e, Label target, bool when) {
    size_t last = e->compare.comparators.count - 1;
    Label next = when ? label_new(c) : target;
    compile_expr(c, e->compare.left);
    for (size_t i = 0; i < last; i++) {
        compile_right(c, e, i);
        emit_compare(c, &e->where, e->compare.ops[i]);
        emit_test(c, &e->where, next, false);
        compile_expr(c, e->compare.comparators.items[i]);
    }
    compile_right(c, e, last);
    emit_compare(c, &e->where, e->compare.ops[last]);
    emit_test(c, &e->where, target, when);
    if (when) label_here(c, next);
}

/* a < b < c as a condition. */
static void jump_if_chain(Compiler *c, const Expr *e, Label target, bool when) {
    warn_about_compare(c, e);
    if (all_stable(c, e)) {
        jump_if_stable_chain(c, e, target, when);
        return;
    }
    size_t last = e->compare.comparators.count - 1;
    Label cleanup = label_new(c), end = label_new(c);
    compile_expr(c, e->compare.left);
    for (size_t i = 0; i < last; i++) {
        compile_right(c, e, i);
        emit_chained(c, e, i);
        emit_test(c, &e->where, cleanup, false);
    }
    compile_right(c, e, last);
    emit_compare(c, &e->where, e->compare.ops[last]);
    emit_test(c, &e->where, target, when);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, cleanup);
    emit_0(c, &e->where, OP_POP);
    if (!when) emit_jump(c, NULL, OP_JUMP, target);
    label_here(c, end);
}

/* ---- conditions ---- */

static void jump_if_bool_op(Compiler *c, const Expr *e, Label target, bool when) {
    ExprSeq values = e->bool_op.values;
    bool decides = e->bool_op.op == BOOL_OR; /* the truth at which the rest is skipped */
    Label skip = decides == when ? target : label_new(c);
    for (size_t i = 0; i + 1 < values.count; i++) compile_jump_if(c, values.items[i], skip, decides);
    compile_jump_if(c, values.items[values.count - 1], target, when);
    if (skip != target) label_here(c, skip);
}

static void jump_if_if_exp(Compiler *c, const Expr *e, Label target, bool when) {
    Label orelse = label_new(c), end = label_new(c);
    compile_jump_if(c, e->if_exp.test, orelse, false);
    compile_jump_if(c, e->if_exp.body, target, when);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, orelse);
    compile_jump_if(c, e->if_exp.orelse, target, when);
    label_here(c, end);
}

/* Jumps to target when the truth of e is `when`, else goes on. */
void compile_jump_if(Compiler *c, const Expr *e, Label target, bool when) {
    if (!compile_deeper(c)) return;
    int known = fold_truth(c, e);
    if (known >= 0) {
        emit_0(c, &e->where, OP_NOP);
        if (known == when) emit_jump(c, &e->where, OP_JUMP, target);
    } else if (e->kind == EXPR_UNARY_OP && e->unary_op.op == UNARY_NOT) {
        const Expr *inverted = inverted_compare(c, e);
        compile_jump_if(c, inverted ? inverted : e->unary_op.operand, target, inverted ? when : !when);
    } else if (e->kind == EXPR_BOOL_OP) {
        jump_if_bool_op(c, e, target, when);
    } else if (e->kind == EXPR_IF_EXP) {
        jump_if_if_exp(c, e, target, when);
    } else if (e->kind == EXPR_COMPARE && e->compare.comparators.count > 1) {
        jump_if_chain(c, e, target, when);
    } else {
        compile_expr(c, e);
        emit_test(c, &e->where, target, when);
    }
}
