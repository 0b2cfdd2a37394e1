/* parser/make_expr.c - expressions.
 *
 * Owns:      nothing.
 * Invariant: positions include parentheses of operands, not of the node itself.
 * Not here:  productions (grammar.y), literals (make_string.c).
 */
#include "parser/diagnose.h"
#include "parser/make.h"

/* ---- atoms ---- */

/* Name(identifier id, expr_context ctx) */
Expr *make_name_expr(Parser *p, Token name) {
    Expr *e = new_expr(p, EXPR_NAME, name.where);
    e->name.id = make_name(p, name);
    return e;
}

/* Constant(None | True | False | Ellipsis) */
Expr *make_singleton(Parser *p, ConstantKind kind, Span where) {
    Expr *e = new_expr(p, EXPR_CONSTANT, where);
    e->constant.kind = kind;
    return e;
}

Expr *make_group(Parser *p, Span where, Expr *e) {
    Expr *group = new_expr(p, EXPR_GROUP, where);
    group->starred.value = e;
    group->depth = bare(e)->depth;
    return group;
}

/* '(' star_named_expressions ')': a comma makes the tuple */
Expr *make_group_or_tuple(Parser *p, Span where, List *items, Token comma) {
    if (!list_single(items) || comma.kind) return make_tuple(p, where, items);
    Expr *only = list_first(items);
    if (only->kind == EXPR_STARRED) refuse(p, only->where, "cannot use starred expression here");
    return make_group(p, where, only);
}

/* star_expressions: a comma makes the tuple */
Expr *make_tuple_or_single(Parser *p, List *items, Token comma) {
    Expr *first = list_first(items), *last = list_last(items);
    if (list_single(items) && !comma.kind) return first;
    return make_tuple(p, join(first->where, comma.kind ? comma.where : last->where), items);
}

/* What match looks at: a star needs a comma. */
Expr *make_subject(Parser *p, List *items, Token comma) {
    Expr *e = make_tuple_or_single(p, items, comma);
    if (e->kind == EXPR_STARRED) diagnose_after(p, e->where.end, "invalid syntax");
    return e;
}

/* Tuple(expr* elts, expr_context ctx) */
Expr *make_tuple(Parser *p, Span where, List *items) {
    Expr *e = new_expr(p, EXPR_TUPLE, where);
    e->tuple.elts = adopt_list(p, &e->depth, items);
    return e;
}

/* List(expr* elts, expr_context ctx) */
Expr *make_list(Parser *p, Span where, List *items) {
    Expr *e = new_expr(p, EXPR_LIST, where);
    e->list.elts = adopt_list(p, &e->depth, items);
    return e;
}

/* Set(expr* elts) */
Expr *make_set(Parser *p, Span where, List *items) {
    Expr *e = new_expr(p, EXPR_SET, where);
    e->set.elts = adopt_list(p, &e->depth, items);
    return e;
}

/* ---- dict displays ---- */

DictItem *make_dict_item(Parser *p, Expr *key, Expr *value) {
    DictItem *item = ARENA_NEW(p->arena, DictItem);
    *item = (DictItem){key, key->where, value};
    return item;
}

DictItem *make_dict_unpack(Parser *p, Span stars, Expr *value) {
    DictItem *item = ARENA_NEW(p->arena, DictItem);
    *item = (DictItem){NULL, stars, value};
    return item;
}

/* Dict(expr?* keys, expr* values) */
Expr *make_dict(Parser *p, Span where, List *items) {
    Expr *e = new_expr(p, EXPR_DICT, where);
    size_t count;
    DictItem **pairs = list_array(p, items, &count);
    e->dict.keys = (ExprSeq){ARENA_ARRAY(p->arena, Expr *, count), count};
    e->dict.values = (ExprSeq){ARENA_ARRAY(p->arena, Expr *, count), count};
    for (size_t i = 0; i < count; i++) {
        e->dict.keys.items[i] = adopt(p, &e->depth, pairs[i]->key);
        e->dict.values.items[i] = adopt(p, &e->depth, pairs[i]->value);
    }
    return e;
}

/* ---- comprehensions ---- */

/* comprehension = (expr target, expr iter, expr* ifs, int is_async) */
Comprehension *make_comprehension(Parser *p, bool is_async, Expr *target, Expr *iter, List *ifs) {
    Comprehension *clause = ARENA_NEW(p->arena, Comprehension);
    clause->target = adopt(p, &clause->depth, target);
    clause->iter = adopt(p, &clause->depth, iter);
    clause->ifs = adopt_list(p, &clause->depth, ifs);
    clause->is_async = is_async;
    return clause;
}

static ComprehensionSeq adopt_clauses(Parser *p, uint16_t *depth, List *clauses) {
    ComprehensionSeq seq;
    seq.items = list_array(p, clauses, &seq.count);
    for (size_t i = 0; i < seq.count; i++) deepen(p, depth, seq.items[i]->depth);
    return seq;
}

/* ListComp, SetComp, GeneratorExp(expr elt, comprehension* generators) */
Expr *make_comp(Parser *p, ExprKind kind, Span where, Expr *elt, List *clauses) {
    if (elt->kind == EXPR_STARRED) refuse(p, elt->where, "iterable unpacking cannot be used in comprehension");
    Expr *e = new_expr(p, kind, where);
    e->comp.elt = adopt(p, &e->depth, elt);
    e->comp.generators = adopt_clauses(p, &e->depth, clauses);
    return e;
}

/* '[' or '{' with clauses behind more than one element: refused */
Expr *make_display_comp(Parser *p, ExprKind kind, Span where, List *items, Token comma, List *clauses) {
    Expr *first = list_first(items), *last = list_last(items);
    if (!list_single(items) || comma.kind) {
        Span marked = list_single(items) ? join(first->where, comma.where) : join(first->where, last->where);
        refuse(p, marked, "did you forget parentheses around the comprehension target?");
    }
    return make_comp(p, kind, where, first, clauses);
}

/* DictComp(expr key, expr value, comprehension* generators) */
Expr *make_dict_comp(Parser *p, Span where, DictItem *item, List *clauses) {
    if (!item->key) refuse(p, item->where, "dict unpacking cannot be used in dict comprehension");
    Expr *e = new_expr(p, EXPR_DICT_COMP, where);
    e->dict_comp.key = adopt(p, &e->depth, item->key ? item->key : item->value);
    e->dict_comp.value = adopt(p, &e->depth, item->value);
    e->dict_comp.generators = adopt_clauses(p, &e->depth, clauses);
    return e;
}

/* ---- operators ---- */

/* BoolOp(boolop op, expr* values) */
Expr *make_bool_op(Parser *p, BoolOperator op, List *values) {
    Expr *first = list_first(values), *last = list_last(values);
    Expr *e = new_expr(p, EXPR_BOOL_OP, join(first->where, last->where));
    e->bool_op.op = op;
    e->bool_op.values = adopt_list(p, &e->depth, values);
    return e;
}

/* BinOp(expr left, operator op, expr right) */
Expr *make_bin_op(Parser *p, Expr *left, Operator op, Expr *right) {
    Expr *e = new_expr(p, EXPR_BIN_OP, join(left->where, right->where));
    e->bin_op.left = adopt_left(p, &e->depth, left);
    e->bin_op.right = adopt(p, &e->depth, right);
    e->bin_op.op = op;
    return e;
}

/* UnaryOp(unaryop op, expr operand) */
Expr *make_unary_op(Parser *p, Span sign, UnaryOperator op, Expr *operand) {
    Expr *e = new_expr(p, EXPR_UNARY_OP, join(sign, operand->where));
    e->unary_op.op = op;
    e->unary_op.operand = adopt(p, &e->depth, operand);
    return e;
}

CompareChain *compare_start(Parser *p, Expr *left, CompareOperator op, Expr *right) {
    CompareChain *chain = ARENA_NEW(p->arena, CompareChain);
    chain->left = left;
    return compare_add(p, chain, op, right);
}

CompareChain *compare_add(Parser *p, CompareChain *chain, CompareOperator op, Expr *right) {
    if (chain->count == chain->capacity) {
        chain->ops = vec_grow_in(p->arena, chain->ops, &chain->capacity, &chain->count, sizeof *chain->ops);
    }
    chain->ops[chain->count++] = (uint8_t)op;
    chain->operands = list_add(p, chain->operands, right);
    return chain;
}

/* Compare(expr left, cmpop* ops, expr* comparators) */
Expr *make_compare(Parser *p, CompareChain *chain) {
    Expr *last = list_last(chain->operands);
    Expr *e = new_expr(p, EXPR_COMPARE, join(chain->left->where, last->where));
    e->compare.left = adopt(p, &e->depth, chain->left);
    e->compare.ops = chain->ops;
    e->compare.comparators = adopt_list(p, &e->depth, chain->operands);
    return e;
}

/* IfExp(expr test, expr body, expr orelse) */
Expr *make_if_exp(Parser *p, Expr *test, Expr *body, Expr *orelse) {
    Expr *e = new_expr(p, EXPR_IF_EXP, join(body->where, orelse->where));
    e->if_exp.test = adopt(p, &e->depth, test);
    e->if_exp.body = adopt(p, &e->depth, body);
    e->if_exp.orelse = adopt(p, &e->depth, orelse);
    return e;
}

/* Lambda(arguments args, expr body) */
Expr *make_lambda(Parser *p, Span keyword, Arguments *args, Expr *body) {
    Expr *e = new_expr(p, EXPR_LAMBDA, join(keyword, body->where));
    deepen(p, &e->depth, args->depth);
    e->lambda.args = args;
    e->lambda.body = adopt(p, &e->depth, body);
    return e;
}

/* NamedExpr(expr target, expr value) */
Expr *make_named_expr(Parser *p, Expr *target, Expr *value) {
    if (target->kind != EXPR_NAME) {
        refuse(p, bare(target)->where, "cannot use assignment expressions with %s", expr_description(bare(target)));
    }
    Expr *e = new_expr(p, EXPR_NAMED, join(target->where, value->where));
    e->named.target = adopt(p, &e->depth, target);
    e->named.target->ctx = CTX_STORE;
    e->named.value = adopt(p, &e->depth, value);
    return e;
}

/* Starred(expr value, expr_context ctx) */
Expr *make_starred(Parser *p, Span star, Expr *value) {
    Expr *e = new_expr(p, EXPR_STARRED, join(star, value->where));
    e->starred.value = adopt(p, &e->depth, value);
    return e;
}

/* Await(expr value) */
Expr *make_await(Parser *p, Span keyword, Expr *value) {
    Expr *e = new_expr(p, EXPR_AWAIT, join(keyword, value->where));
    e->await.value = adopt(p, &e->depth, value);
    return e;
}

/* Yield(expr? value) */
Expr *make_yield(Parser *p, Span keyword, Expr *value) {
    Expr *e = new_expr(p, EXPR_YIELD, value ? join(keyword, value->where) : keyword);
    e->yield.value = adopt(p, &e->depth, value);
    return e;
}

/* YieldFrom(expr value) */
Expr *make_yield_from(Parser *p, Span keyword, Expr *value) {
    Expr *e = new_expr(p, EXPR_YIELD_FROM, join(keyword, value->where));
    e->yield.value = adopt(p, &e->depth, value);
    return e;
}

/* ---- what follows a primary ---- */

/* Attribute(expr value, identifier attr, expr_context ctx) */
Expr *make_attribute(Parser *p, Expr *value, Token name) {
    Expr *e = new_expr(p, EXPR_ATTRIBUTE, join(value->where, name.where));
    e->attribute.value = adopt_left(p, &e->depth, value);
    e->attribute.attr = make_name(p, name);
    return e;
}

/* Subscript(expr value, expr slice, expr_context ctx) */
Expr *make_subscript(Parser *p, Expr *value, Expr *slice, Span close) {
    Expr *e = new_expr(p, EXPR_SUBSCRIPT, join(value->where, close));
    e->subscript.value = adopt_left(p, &e->depth, value);
    e->subscript.slice = adopt(p, &e->depth, slice);
    return e;
}

/* slices: a comma or a star makes the tuple */
Expr *make_slices(Parser *p, List *slices, Token comma) {
    Expr *first = list_first(slices);
    if (list_single(slices) && first->kind == EXPR_STARRED && !comma.kind) return make_tuple(p, first->where, slices);
    return make_tuple_or_single(p, slices, comma);
}

/* Slice(expr? lower, expr? upper, expr? step) */
Expr *make_slice(Parser *p, Expr *lower, Span colon, Expr *upper, Token colon2, Expr *step) {
    Span last = step ? step->where : colon2.kind ? colon2.where : upper ? upper->where : colon;
    Expr *e = new_expr(p, EXPR_SLICE, join(lower ? lower->where : colon, last));
    e->slice.lower = adopt(p, &e->depth, lower);
    e->slice.upper = adopt(p, &e->depth, upper);
    e->slice.step = adopt(p, &e->depth, step);
    return e;
}
