/* parser/targets.c - expressions that turn out to be assigned to.
 *
 * Owns:      nothing.
 * Invariant: a converted target has its context set throughout.
 * Not here:  when `==` was meant (diagnose.h).
 */
#include "parser/diagnose.h"
#include "parser/make.h"

static const char *constant_description(const Constant *constant) {
    switch (constant->kind) {
    case CONSTANT_NONE: return "None";
    case CONSTANT_TRUE: return "True";
    case CONSTANT_FALSE: return "False";
    case CONSTANT_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

const char *expr_description(const Expr *e) {
    static const char *const descriptions[] = {
        [EXPR_BOOL_OP] = "expression",
        [EXPR_NAMED] = "named expression",
        [EXPR_BIN_OP] = "expression",
        [EXPR_UNARY_OP] = "expression",
        [EXPR_LAMBDA] = "lambda",
        [EXPR_IF_EXP] = "conditional expression",
        [EXPR_DICT] = "dict literal",
        [EXPR_SET] = "set display",
        [EXPR_LIST_COMP] = "list comprehension",
        [EXPR_SET_COMP] = "set comprehension",
        [EXPR_DICT_COMP] = "dict comprehension",
        [EXPR_GENERATOR] = "generator expression",
        [EXPR_AWAIT] = "await expression",
        [EXPR_YIELD] = "yield expression",
        [EXPR_YIELD_FROM] = "yield expression",
        [EXPR_COMPARE] = "comparison",
        [EXPR_CALL] = "function call",
        [EXPR_FORMATTED_VALUE] = "f-string expression",
        [EXPR_JOINED_STR] = "f-string expression",
        [EXPR_ATTRIBUTE] = "attribute",
        [EXPR_SUBSCRIPT] = "subscript",
        [EXPR_STARRED] = "starred",
        [EXPR_NAME] = "name",
        [EXPR_LIST] = "list",
        [EXPR_TUPLE] = "tuple",
    };
    return e->kind == EXPR_CONSTANT ? constant_description(&e->constant) : descriptions[e->kind];
}

static Expr *first_invalid(const ExprSeq *elts, TargetUse use) {
    for (size_t i = 0; i < elts->count; i++) {
        Expr *invalid = target_invalid(elts->items[i], use);
        if (invalid) return invalid;
    }
    return NULL;
}

Expr *target_invalid(Expr *e, TargetUse use) {
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT: return NULL;
    case EXPR_LIST: return first_invalid(&e->list.elts, use);
    case EXPR_TUPLE: return first_invalid(&e->tuple.elts, use);
    case EXPR_COMPARE: /* CPython takes the first `in` of a for statement for its own */
        return use != TARGET_FOR || e->compare.ops[0] != CMPOP_IN ? e : target_invalid(e->compare.left, use);
    case EXPR_STARRED: return use == TARGET_DELETE ? e : target_invalid(e->starred.value, use);
    default: return e;
    }
}

static void set_context(Expr *e, ExprContext ctx) {
    e->ctx = ctx;
    const ExprSeq *elts = e->kind == EXPR_LIST ? &e->list.elts : e->kind == EXPR_TUPLE ? &e->tuple.elts : NULL;
    for (size_t i = 0; elts && i < elts->count; i++) set_context(elts->items[i], ctx);
    if (e->kind == EXPR_STARRED) set_context(e->starred.value, ctx);
}

void target_convert(Parser *p, Expr *e, TargetUse use) {
    Expr *invalid = target_invalid(e, use);
    if (!invalid) {
        set_context(e, use == TARGET_DELETE ? CTX_DEL : CTX_STORE);
    } else {
        refuse(p, invalid->where, "cannot %s %s", use == TARGET_DELETE ? "delete" : "assign to",
               expr_description(invalid));
    }
}

/* (star_targets '=')+ */
Expr *make_assign_target(Parser *p, List *before, Expr *target) {
    Expr *e = bare(target);
    if (target->kind == EXPR_YIELD || target->kind == EXPR_YIELD_FROM) {
        refuse(p, e->where, "assignment to yield expression not possible");
    } else if (target_invalid(e, TARGET_ASSIGN) && !p->quiet) {
        diagnose_assignment(p, before ? list_first(before) : target);
    }
    target_convert(p, e, TARGET_ASSIGN);
    return target;
}

/* 'for' star_targets 'in' */
Expr *make_for_target(Parser *p, List *items, Token comma) {
    Expr *target = make_tuple_or_single(p, items, comma);
    const Expr *first = bare(target);
    target_convert(p, bare(target), TARGET_FOR);
    if (first->kind == EXPR_COMPARE) diagnose_after(p, target->where.end, "invalid syntax");
    return target;
}
