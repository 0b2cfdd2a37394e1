/* parser/make_compound.c - statements with blocks.
 *
 * Owns:      nothing.
 * Invariant: a statement ends where its last block ends.
 * Not here:  productions (grammar.y).
 */
#include "parser/diagnose.h"
#include "parser/make.h"

/* ---- if, while, for ---- */

static Span until(Span keyword, Block last) { return (Span){keyword.begin, last.end}; }

/* An If without its orelse, which make_if adds. */
Stmt *make_elif(Parser *p, Span keyword, Expr *test, Block body) {
    Stmt *s = new_stmt(p, STMT_IF, until(keyword, body));
    s->if_.test = adopt(p, &s->depth, test);
    s->if_.body = adopt_block(p, &s->depth, body);
    return s;
}

/* If(expr test, stmt* body, stmt* orelse): each elif is the orelse of the one before, so they nest from the last. */
Stmt *make_if(Parser *p, Span keyword, Expr *test, Block body, List *elifs, Block orelse) {
    elifs = list_concat(list_one(p, make_elif(p, keyword, test, body)), elifs);
    size_t count;
    Stmt **branches = list_array(p, elifs, &count);
    for (size_t i = count; i-- > 0;) {
        Stmt *s = branches[i];
        s->if_.orelse = adopt_block(p, &s->depth, orelse);
        if (orelse.items) s->where.end = orelse.end;
        orelse = make_block_of_one(p, s);
    }
    return branches[0];
}

/* While(expr test, stmt* body, stmt* orelse) */
Stmt *make_while(Parser *p, Span keyword, Expr *test, Block body, Block orelse) {
    Stmt *s = new_stmt(p, STMT_WHILE, until(keyword, orelse.items ? orelse : body));
    s->while_.test = adopt(p, &s->depth, test);
    s->while_.body = adopt_block(p, &s->depth, body);
    s->while_.orelse = adopt_block(p, &s->depth, orelse);
    return s;
}

/* For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) */
Stmt *make_for(Parser *p, Span keyword, Expr *target, Expr *iter, Block body, Block orelse) {
    Stmt *s = new_stmt(p, STMT_FOR, until(keyword, orelse.items ? orelse : body));
    s->for_.target = adopt(p, &s->depth, target);
    s->for_.iter = adopt(p, &s->depth, iter);
    s->for_.body = adopt_block(p, &s->depth, body);
    s->for_.orelse = adopt_block(p, &s->depth, orelse);
    return s;
}

/* ---- with ---- */

/* withitem = (expr context_expr, expr? optional_vars) */
WithItem *make_with_item(Parser *p, Expr *context, Expr *target) {
    WithItem *item = ARENA_NEW(p->arena, WithItem);
    item->context_expr = adopt(p, &item->depth, context);
    item->optional_vars = adopt(p, &item->depth, target);
    if (target) target_convert(p, item->optional_vars, TARGET_ASSIGN);
    return item;
}

/* With(withitem* items, stmt* body, string? type_comment) */
Stmt *make_with(Parser *p, Span keyword, List *items, Block body) {
    Stmt *s = new_stmt(p, STMT_WITH, until(keyword, body));
    s->with_.items.items = list_array(p, items, &s->with_.items.count);
    for (size_t i = 0; i < s->with_.items.count; i++) deepen(p, &s->depth, s->with_.items.items[i]->depth);
    s->with_.body = adopt_block(p, &s->depth, body);
    return s;
}

/* ---- try ---- */

/* ExceptHandler(expr? type, identifier? name, stmt* body) */
Handler *make_handler(Parser *p, Span keyword, Expr *type, Token name, Block body) {
    ExceptHandler *node = ARENA_NEW(p->arena, ExceptHandler);
    node->where = until(keyword, body);
    node->type = adopt(p, &node->depth, type);
    node->name = name.kind ? make_name(p, name) : NULL;
    node->body = adopt_block(p, &node->depth, body);
    Handler *handler = ARENA_NEW(p->arena, Handler);
    handler->node = node;
    handler->where = keyword;
    return handler;
}

Handler *make_star_handler(Parser *p, Span keyword, Token star, Expr *type, Token name, Block body) {
    Handler *handler = make_handler(p, keyword, type, name, body);
    handler->star = true;
    handler->where = join(keyword, star.where);
    return handler;
}

static ExceptHandlerSeq adopt_handlers(Parser *p, Stmt *s, List *handlers) {
    size_t count;
    Handler **items = list_array(p, handlers, &count);
    ExceptHandlerSeq seq = {ARENA_ARRAY(p->arena, ExceptHandler *, count), count};
    for (size_t i = 0; i < count; i++) {
        if (items[i]->star != items[0]->star) {
            refuse(p, items[i]->where, "cannot have both 'except' and 'except*' on the same 'try'");
        }
        seq.items[i] = items[i]->node;
        deepen(p, &s->depth, items[i]->node->depth);
    }
    s->try_.is_star = count > 0 && items[0]->star;
    return seq;
}

/* Try, TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) */
Stmt *make_try(Parser *p, Span keyword, Block body, List *handlers, Block orelse, Block finalbody) {
    Stmt *s = new_stmt(p, STMT_TRY, until(keyword, body));
    s->try_.body = adopt_block(p, &s->depth, body);
    s->try_.handlers = adopt_handlers(p, s, handlers);
    s->try_.orelse = adopt_block(p, &s->depth, orelse);
    s->try_.finalbody = adopt_block(p, &s->depth, finalbody);
    if (finalbody.items) {
        s->where.end = finalbody.end;
    } else if (orelse.items) {
        s->where.end = orelse.end;
    } else {
        s->where.end = ((Handler *)list_last(handlers))->node->where.end;
    }
    return s;
}

/* ---- def and class ---- */

TypeParamSeq adopt_type_params(Parser *p, uint16_t *depth, List *type_params) {
    TypeParamSeq seq;
    seq.items = list_array(p, type_params, &seq.count);
    for (size_t i = 0; i < seq.count; i++) deepen(p, depth, seq.items[i]->depth);
    return seq;
}

/* FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment,
 *             type_param* type_params) */
Stmt *make_function(Parser *p, Span keyword, Token name, List *type_params, Arguments *args, Expr *returns,
                    Block body) {
    Stmt *s = new_stmt(p, STMT_FUNCTION_DEF, until(keyword, body));
    s->function_def.name = make_name(p, name);
    deepen(p, &s->depth, args->depth);
    s->function_def.args = args;
    s->function_def.body = adopt_block(p, &s->depth, body);
    s->function_def.returns = adopt(p, &s->depth, returns);
    s->function_def.type_params = adopt_type_params(p, &s->depth, type_params);
    return s;
}

static bool has_generator(ArgumentList arguments) {
    return arguments.items && ((Argument *)list_first(arguments.items))->kind == ARGUMENT_GENERATOR;
}

/* ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
 */
Stmt *make_class(Parser *p, Span keyword, Token name, List *type_params, ArgumentList arguments, Block body) {
    Stmt *s = new_stmt(p, STMT_CLASS_DEF, until(keyword, body));
    s->class_def.name = make_name(p, name);
    take_arguments(p, &s->depth, arguments, &s->class_def.bases, &s->class_def.keywords);
    if (has_generator(arguments)) diagnose_class_generator(p, s->class_def.bases.items[0]);
    s->class_def.body = adopt_block(p, &s->depth, body);
    s->class_def.type_params = adopt_type_params(p, &s->depth, type_params);
    return s;
}

/* 'async' before def, for or with: AsyncFunctionDef, AsyncFor, AsyncWith */
Stmt *make_async(Token keyword, Stmt *stmt) {
    stmt->where.begin = keyword.where.begin;
    switch (stmt->kind) {
    case STMT_FUNCTION_DEF: stmt->function_def.is_async = true; break;
    case STMT_FOR: stmt->for_.is_async = true; break;
    default: stmt->with_.is_async = true;
    }
    return stmt;
}

/* decorators before def or class */
Stmt *make_decorated(Parser *p, List *decorators, Stmt *stmt) {
    ExprSeq seq = adopt_list(p, &stmt->depth, decorators);
    if (stmt->kind == STMT_CLASS_DEF) {
        stmt->class_def.decorator_list = seq;
    } else {
        stmt->function_def.decorator_list = seq;
    }
    return stmt;
}

/* ---- match ---- */

/* match_case = (pattern pattern, expr? guard, stmt* body) */
Block make_case(Parser *p, Pattern *pattern, Expr *guard, Block body) {
    MatchCase *node = ARENA_NEW(p->arena, MatchCase);
    node->pattern = adopt_pattern(p, &node->depth, pattern);
    node->guard = adopt(p, &node->depth, guard);
    node->body = adopt_block(p, &node->depth, body);
    return (Block){list_one(p, node), body.end};
}

/* Match(expr subject, match_case* cases) */
Stmt *make_match(Parser *p, Span keyword, Expr *subject, Block cases) {
    Stmt *s = new_stmt(p, STMT_MATCH, until(keyword, cases));
    s->match.subject = adopt(p, &s->depth, subject);
    s->match.cases.items = list_array(p, cases.items, &s->match.cases.count);
    for (size_t i = 0; i < s->match.cases.count; i++) deepen(p, &s->depth, s->match.cases.items[i]->depth);
    return s;
}
