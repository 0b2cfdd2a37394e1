/* compiler/symtable_expr.c - what expressions do with names.
 *
 * Owns:      lambda and comprehension blocks; what must not stand in a comprehension or an annotation.
 * Invariant: expressions are visited in CPython's order, which decides which of several errors is told.
 * Not here:  statements and patterns (symtable_stmt.c).
 */
#include "compiler/symtable_visit.h"

#include <string.h>

void visit_exprs(Builder *b, ExprSeq exprs) {
    for (size_t i = 0; i < exprs.count; i++) {
        visit_if_any(b, exprs.items[i]);
    }
}

void visit_keywords(Builder *b, KeywordSeq keywords) {
    for (size_t i = 0; i < keywords.count; i++) visit_expr(b, keywords.items[i]->value);
}

/* Annotation scopes and their kin are not functions that could yield, wait or bind. */
static bool refuse_in_annotation(Builder *b, const char *what, Span where) {
    const char *place = NULL;
    switch (b->scope->kind) {
    case BLOCK_ANNOTATION: place = "an annotation"; break;
    case BLOCK_TYPE_VARIABLE: place = b->scope->role; break;
    case BLOCK_TYPE_ALIAS: place = "a type alias"; break;
    case BLOCK_TYPE_PARAMETERS: place = "the definition of a generic"; break;
    default: return false;
    }
    ERROR(b, where, "%s expression cannot be used within %s", what, place);
    return true;
}

static bool refuse_yield(Builder *b, Span where) {
    static const char *const comprehensions[] = {NULL, "list comprehension", "set comprehension", "dict comprehension",
                                                 "generator expression"};
    if (refuse_in_annotation(b, "yield", where)) return true;
    if (!b->scope->comprehension) return false;
    ERROR(b, where, "'yield' inside %s", comprehensions[b->scope->comprehension]);
    return true;
}

static void visit_yield(Builder *b, const Expr *e) {
    if (refuse_yield(b, e->where)) return;
    visit_if_any(b, e->yield.value);
    b->scope->is_generator = true;
}

static void visit_await(Builder *b, const Expr *e) {
    if (refuse_in_annotation(b, "await", e->where)) return;
    visit_expr(b, e->await.value);
    b->scope->is_coroutine = true;
}

static void visit_name(Builder *b, const Expr *e) {
    const Name *id = e->name.id;
    define_name(b, id, e->ctx == CTX_LOAD ? DEF_USE : DEF_LOCAL, e->where);
    if (e->ctx == CTX_LOAD && b->scope->kind == BLOCK_FUNCTION && id->length == 5 && !strcmp(id->text, "super")) {
        define_name(b, symtable_name(b, "__class__"), DEF_USE, e->where);
    }
}

static const char *walrus_refusal(BlockKind kind) {
    switch (kind) {
    case BLOCK_CLASS: return "assignment expression within a comprehension cannot be used in a class body";
    case BLOCK_TYPE_PARAMETERS:
        return "assignment expression within a comprehension cannot be used within the definition of a generic";
    case BLOCK_TYPE_ALIAS: return "assignment expression within a comprehension cannot be used in a type alias";
    default: return "assignment expression within a comprehension cannot be used in a TypeVar bound";
    }
}

/* The target of := in a comprehension belongs to the block around all comprehensions. */
static void bind_outside_comprehensions(Builder *b, const Expr *target) {
    const Name *name = target->name.id;
    Scope *scope = b->scope;
    for (; scope->comprehension; scope = scope->parent) {
        const Symbol *symbol = scope_find(scope, scope_mangle(b->names, scope, name));
        unsigned flags = symbol ? symbol->flags : 0;
        if (flags & DEF_COMP_ITER && flags & DEF_LOCAL) {
            ERROR(b, target->where, "assignment expression cannot rebind comprehension iteration variable '%s'",
                  name->text);
            return;
        }
    }
    scope->has_walrus = true;
    if (scope->kind == BLOCK_FUNCTION) {
        const Symbol *symbol = scope_find(scope, scope_mangle(b->names, scope, name));
        bool global = symbol && symbol->flags & DEF_GLOBAL;
        define_name(b, name, global ? DEF_GLOBAL : DEF_NONLOCAL, target->where)->where = target->where;
        define_name_in(b, scope, name, DEF_LOCAL, target->where);
    } else if (scope->kind == BLOCK_MODULE) {
        define_name(b, name, DEF_GLOBAL, target->where)->where = target->where;
        define_name_in(b, scope, name, DEF_GLOBAL, target->where);
    } else {
        ERROR(b, target->where, "%s", walrus_refusal(scope->kind));
    }
}

/* NamedExpr(expr target, expr value) */
static void visit_named(Builder *b, const Expr *e) {
    if (refuse_in_annotation(b, "named", e->where)) return;
    if (b->scope->iterable_depth > 0) {
        ERROR(b, e->where, "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    b->scope->has_walrus = true;
    if (b->scope->comprehension) bind_outside_comprehensions(b, e->named.target);
    visit_expr(b, e->named.value);
    visit_expr(b, e->named.target);
}

void visit_annotation(Builder *b, const Expr *annotation) {
    if (!annotation) return;
    if (!b->table->future_annotations) {
        visit_expr(b, annotation);
        return;
    }
    const Name *name = symtable_name(b, "_annotation");
    Scope *scope = block_enter(b, BLOCK_ANNOTATION, name, &annotation->where, annotation->where);
    scope->is_ignored = true;
    visit_expr(b, annotation);
    block_leave(b);
}

static void visit_arg_annotations(Builder *b, ArgSeq args) {
    for (size_t i = 0; i < args.count; i++) visit_annotation(b, args.items[i]->annotation);
}

void visit_annotations(Builder *b, const Arguments *args, const Expr *returns) {
    visit_arg_annotations(b, args->posonlyargs);
    visit_arg_annotations(b, args->args);
    if (args->vararg) visit_annotation(b, args->vararg->annotation);
    if (args->kwarg) visit_annotation(b, args->kwarg->annotation);
    visit_arg_annotations(b, args->kwonlyargs);
    visit_annotation(b, returns);
}

static void define_args(Builder *b, ArgSeq args) {
    for (size_t i = 0; i < args.count; i++) define_name(b, args.items[i]->arg, DEF_PARAM, args.items[i]->where);
}

void define_arguments(Builder *b, const Arguments *args) {
    define_args(b, args->posonlyargs);
    define_args(b, args->args);
    define_args(b, args->kwonlyargs);
    if (args->vararg) define_name(b, args->vararg->arg, DEF_PARAM, args->vararg->where);
    if (args->kwarg) define_name(b, args->kwarg->arg, DEF_PARAM, args->kwarg->where);
}

void visit_defaults(Builder *b, const Arguments *args) {
    visit_exprs(b, args->defaults);
    visit_exprs(b, args->kw_defaults);
}

/* Lambda(arguments args, expr body) */
static void visit_lambda(Builder *b, const Expr *e) {
    visit_defaults(b, e->lambda.args);
    block_enter(b, BLOCK_FUNCTION, symtable_name(b, "<lambda>"), e, e->where);
    define_arguments(b, e->lambda.args);
    visit_expr(b, e->lambda.body);
    block_leave(b);
}

static void visit_target(Builder *b, const Expr *target) {
    b->scope->in_target = true;
    visit_expr(b, target);
    b->scope->in_target = false;
}

static void visit_iterable(Builder *b, const Expr *iterable) {
    b->scope->iterable_depth++;
    visit_expr(b, iterable);
    b->scope->iterable_depth--;
}

/* comprehension = (expr target, expr iter, expr* ifs, int is_async) */
static void visit_generators(Builder *b, ComprehensionSeq generators) {
    for (size_t i = 0; i < generators.count; i++) {
        const Comprehension *generator = generators.items[i];
        visit_target(b, generator->target);
        if (i > 0) visit_iterable(b, generator->iter); /* the first one belongs to the block around */
        visit_exprs(b, generator->ifs);
        if (generator->is_async) b->scope->is_coroutine = true;
    }
}

static void visit_comprehension(Builder *b, const Expr *e, ComprehensionKind kind, const char *name,
                                ComprehensionSeq generators, const Expr *element, const Expr *value) {
    Scope *outer = b->scope;
    visit_iterable(b, generators.items[0]->iter);
    Scope *scope = block_enter(b, BLOCK_FUNCTION, symtable_name(b, name), e, e->where);
    scope->comprehension = kind;
    scope->is_inlined = kind != COMPREHENSION_GENERATOR && !outer->sees_class;
    if (!scope->is_inlined) implicit_argument(b, ".0");
    visit_generators(b, generators);
    visit_if_any(b, value);
    visit_expr(b, element);
    scope->is_generator = kind == COMPREHENSION_GENERATOR;
    block_leave(b);
    if (scope->is_coroutine && !scope->is_generator) outer->is_coroutine = true;
    if (scope->has_walrus) outer->has_walrus = true;
}

/* ListComp, SetComp, GeneratorExp(expr elt, comprehension* generators) */
static void visit_comp(Builder *b, const Expr *e, ComprehensionKind kind, const char *name) {
    visit_comprehension(b, e, kind, name, e->comp.generators, e->comp.elt, NULL);
}

/* DictComp(expr key, expr value, comprehension* generators) */
static void visit_dict_comp(Builder *b, const Expr *e) {
    visit_comprehension(b, e, COMPREHENSION_DICT, "<dictcomp>", e->dict_comp.generators, e->dict_comp.key,
                        e->dict_comp.value);
}

/* IfExp(expr test, expr body, expr orelse) */
static void visit_if_exp(Builder *b, const Expr *e) {
    visit_expr(b, e->if_exp.test);
    visit_expr(b, e->if_exp.body);
    visit_expr(b, e->if_exp.orelse);
}

/* Call(expr func, expr* args, keyword* keywords) */
static void visit_call(Builder *b, const Expr *e) {
    visit_expr(b, e->call.func);
    visit_exprs(b, e->call.args);
    visit_keywords(b, e->call.keywords);
}

/* Slice(expr? lower, expr? upper, expr? step) */
static void visit_slice(Builder *b, const Expr *e) {
    visit_if_any(b, e->slice.lower);
    visit_if_any(b, e->slice.upper);
    visit_if_any(b, e->slice.step);
}

static void visit_bin_op(Builder *b, const Expr *e) {
    /* Chains such as a + b + c lean to the left: go down them without recursion. */
    const Expr *left = e;
    while (left->kind == EXPR_BIN_OP) left = left->bin_op.left;
    visit_expr(b, left);
    size_t count = 0;
    for (const Expr *node = e; node->kind == EXPR_BIN_OP; node = node->bin_op.left) count++;
    const Expr *small[32], **rights = count <= 32 ? small : ARENA_ARRAY(b->arena, const Expr *, count);
    size_t i = count;
    for (const Expr *node = e; node->kind == EXPR_BIN_OP; node = node->bin_op.left) rights[--i] = node->bin_op.right;
    for (i = 0; i < count; i++) visit_expr(b, rights[i]);
}

void visit_expr(Builder *b, const Expr *e) {
    if (diag_failed(b->diag)) return;
    switch ((ExprKind)e->kind) {
    case EXPR_BOOL_OP: visit_exprs(b, e->bool_op.values); break;
    case EXPR_NAMED: visit_named(b, e); break;
    case EXPR_BIN_OP: visit_bin_op(b, e); break;
    case EXPR_UNARY_OP: visit_expr(b, e->unary_op.operand); break;
    case EXPR_LAMBDA: visit_lambda(b, e); break;
    case EXPR_IF_EXP: visit_if_exp(b, e); break;
    case EXPR_DICT:
        visit_exprs(b, e->dict.keys);
        visit_exprs(b, e->dict.values);
        break;
    case EXPR_SET: visit_exprs(b, e->set.elts); break;
    case EXPR_LIST_COMP: visit_comp(b, e, COMPREHENSION_LIST, "<listcomp>"); break;
    case EXPR_SET_COMP: visit_comp(b, e, COMPREHENSION_SET, "<setcomp>"); break;
    case EXPR_GENERATOR: visit_comp(b, e, COMPREHENSION_GENERATOR, "<genexpr>"); break;
    case EXPR_DICT_COMP: visit_dict_comp(b, e); break;
    case EXPR_AWAIT: visit_await(b, e); break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM: visit_yield(b, e); break;
    case EXPR_COMPARE:
        visit_expr(b, e->compare.left);
        visit_exprs(b, e->compare.comparators);
        break;
    case EXPR_CALL: visit_call(b, e); break;
    case EXPR_FORMATTED_VALUE:
        visit_expr(b, e->formatted_value.value);
        visit_if_any(b, e->formatted_value.format_spec);
        break;
    case EXPR_JOINED_STR: visit_exprs(b, e->joined_str.values); break;
    case EXPR_CONSTANT: break;
    case EXPR_ATTRIBUTE: visit_expr(b, e->attribute.value); break;
    case EXPR_SUBSCRIPT:
        visit_expr(b, e->subscript.value);
        visit_expr(b, e->subscript.slice);
        break;
    case EXPR_STARRED: visit_expr(b, e->starred.value); break;
    case EXPR_NAME: visit_name(b, e); break;
    case EXPR_LIST: visit_exprs(b, e->list.elts); break;
    case EXPR_TUPLE: visit_exprs(b, e->tuple.elts); break;
    case EXPR_SLICE: visit_slice(b, e); break;
    }
}
