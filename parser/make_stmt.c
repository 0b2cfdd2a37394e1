/* parser/make_stmt.c - simple statements, blocks and the whole text.
 *
 * Owns:      nothing.
 * Invariant: a block ends behind its last token, a semicolon included.
 * Not here:  productions (grammar.y).
 */
#include <string.h>

#include "parser/diagnose.h"
#include "parser/make.h"

/* ---- blocks ---- */

static Position end_of(const Stmt *stmt) { return stmt->where.end; }

Block make_block(List *stmts, Token semi) {
    return (Block){stmts, semi.kind ? semi.where.end : end_of(list_last(stmts))};
}

Block make_block_of_one(Parser *p, Stmt *stmt) { return (Block){list_one(p, stmt), end_of(stmt)}; }

Block block_join(Block block, Block more) { return (Block){list_concat(block.items, more.items), more.end}; }

/* ---- the whole text ---- */

static void finish(Parser *p, ModuleKind kind, Block block) {
    uint16_t depth = 0;
    p->module->kind = kind;
    p->module->body = adopt_block(p, &depth, block);
}

/* Module(stmt* body, type_ignore* type_ignores) */
void finish_file(Parser *p, Block block) { finish(p, MODULE_FILE, block); }

/* Interactive(stmt* body) */
void finish_single(Parser *p, Block block) { finish(p, MODULE_SINGLE, block); }

/* Expression(expr body) */
void finish_eval(Parser *p, Expr *e) {
    uint16_t depth = 0;
    p->module->kind = MODULE_EXPRESSION;
    p->module->expression = adopt(p, &depth, e);
}

/* ---- simple statements ---- */

/* Expr(expr value) */
Stmt *make_expr_stmt(Parser *p, Expr *value) {
    Stmt *s = new_stmt(p, STMT_EXPR, value->where);
    s->expr.value = adopt(p, &s->depth, value);
    return s;
}

/* Assign(expr* targets, expr value, string? type_comment) */
Stmt *make_assign(Parser *p, List *targets, Expr *value) {
    Expr *first = list_first(targets);
    Stmt *s = new_stmt(p, STMT_ASSIGN, join(first->where, value->where));
    s->assign.targets = adopt_list(p, &s->depth, targets);
    s->assign.value = adopt(p, &s->depth, value);
    return s;
}

/* AugAssign(expr target, operator op, expr value) */
Stmt *make_aug_assign(Parser *p, Expr *target, Operator op, Expr *value) {
    Stmt *s = new_stmt(p, STMT_AUG_ASSIGN, join(target->where, value->where));
    Expr *e = adopt(p, &s->depth, target);
    if (e->kind != EXPR_NAME && e->kind != EXPR_ATTRIBUTE && e->kind != EXPR_SUBSCRIPT) {
        refuse(p, e->where, "'%s' is an illegal expression for augmented assignment", expr_description(e));
    }
    e->ctx = CTX_STORE;
    s->aug_assign.target = e;
    s->aug_assign.op = op;
    s->aug_assign.value = adopt(p, &s->depth, value);
    return s;
}

static void refuse_annotation(Parser *p, Expr *target) {
    Expr *e = bare(target);
    if (target->kind == EXPR_STARRED) {
        diagnose_after(p, target->where.end, "invalid syntax");
    } else if (e->kind == EXPR_LIST) {
        refuse(p, e->where, "only single target (not list) can be annotated");
    } else if (e->kind != EXPR_TUPLE) {
        refuse(p, e->where, "illegal target for annotation");
    } else if (target->kind == EXPR_GROUP || e->tuple.elts.count == 0 ||
               e->where.begin.column != e->tuple.elts.items[0]->where.begin.column) {
        refuse(p, e->where, "only single target (not tuple) can be annotated");
    } else {
        refuse(p, e->tuple.elts.items[0]->where, "only single target (not tuple) can be annotated");
    }
}

/* AnnAssign(expr target, expr annotation, expr? value, int simple) */
Stmt *make_ann_assign(Parser *p, Expr *target, Expr *annotation, Expr *value) {
    Stmt *s = new_stmt(p, STMT_ANN_ASSIGN, join(target->where, value ? value->where : annotation->where));
    Expr *e = adopt(p, &s->depth, target);
    if (e->kind != EXPR_NAME && e->kind != EXPR_ATTRIBUTE && e->kind != EXPR_SUBSCRIPT) refuse_annotation(p, target);
    e->ctx = CTX_STORE;
    s->ann_assign.target = e;
    s->ann_assign.annotation = adopt(p, &s->depth, annotation);
    s->ann_assign.value = adopt(p, &s->depth, value);
    s->ann_assign.simple = target->kind == EXPR_NAME;
    return s;
}

/* Pass, Break, Continue */
Stmt *make_bare_stmt(Parser *p, StmtKind kind, Span where) { return new_stmt(p, kind, where); }

/* Return(expr? value) */
Stmt *make_return(Parser *p, Span keyword, Expr *value) {
    Stmt *s = new_stmt(p, STMT_RETURN, value ? join(keyword, value->where) : keyword);
    s->return_.value = adopt(p, &s->depth, value);
    return s;
}

/* Raise(expr? exc, expr? cause) */
Stmt *make_raise(Parser *p, Span keyword, Expr *exc, Expr *cause) {
    Span last = cause ? cause->where : exc ? exc->where : keyword;
    Stmt *s = new_stmt(p, STMT_RAISE, join(keyword, last));
    s->raise.exc = adopt(p, &s->depth, exc);
    s->raise.cause = adopt(p, &s->depth, cause);
    return s;
}

/* Assert(expr test, expr? msg) */
Stmt *make_assert(Parser *p, Span keyword, Expr *test, Expr *msg) {
    Stmt *s = new_stmt(p, STMT_ASSERT, join(keyword, msg ? msg->where : test->where));
    s->assert_.test = adopt(p, &s->depth, test);
    s->assert_.msg = adopt(p, &s->depth, msg);
    return s;
}

/* Delete(expr* targets) */
Stmt *make_delete(Parser *p, Span keyword, List *targets, Token comma) {
    Expr *last = list_last(targets);
    Stmt *s = new_stmt(p, STMT_DELETE, join(keyword, comma.kind ? comma.where : last->where));
    s->delete_.targets = adopt_list(p, &s->depth, targets);
    for (size_t i = 0; i < s->delete_.targets.count; i++) {
        target_convert(p, s->delete_.targets.items[i], TARGET_DELETE);
    }
    return s;
}

/* Global, Nonlocal(identifier* names) */
Stmt *make_global(Parser *p, StmtKind kind, Span keyword, Names names) {
    Stmt *s = new_stmt(p, kind, (Span){keyword.begin, names.end});
    s->global.names.items = list_array(p, names.items, &s->global.names.count);
    return s;
}

Names make_names(Parser *p, Token name) { return (Names){list_one(p, make_name(p, name)), name.where.end}; }

Names names_add(Parser *p, Names names, Token name) {
    return (Names){list_add(p, names.items, make_name(p, name)), name.where.end};
}

/* TypeAlias(expr name, type_param* type_params, expr value) */
Stmt *make_type_alias(Parser *p, Span keyword, Token name, List *type_params, Expr *value) {
    Stmt *s = new_stmt(p, STMT_TYPE_ALIAS, join(keyword, value->where));
    s->type_alias.name = make_name_expr(p, name);
    s->type_alias.name->ctx = CTX_STORE;
    s->type_alias.type_params = adopt_type_params(p, &s->depth, type_params);
    s->type_alias.value = adopt(p, &s->depth, value);
    return s;
}

/* ---- import ---- */

Dotted make_dotted(Parser *p, Token name) { return (Dotted){list_one(p, make_name(p, name)), name.where}; }

Dotted dotted_add(Parser *p, Dotted dotted, Token name) {
    return (Dotted){list_add(p, dotted.names, make_name(p, name)), join(dotted.where, name.where)};
}

/* The whole as one name, dots included. */
static const Name *join_names(Parser *p, List *list) {
    if (list_single(list)) return list_first(list);
    size_t count, length = 0;
    const Name **names = list_array(p, list, &count);
    for (size_t i = 0; i < count; i++) length += names[i]->length + 1;
    char *text = arena_try(p->arena, length), *end = text;
    if (!text) return names[0];
    for (size_t i = 0; i < count; i++) {
        memcpy(end, names[i]->text, names[i]->length);
        end += names[i]->length;
        *end++ = '.';
    }
    return name_intern(p->module->names, text, length - 1);
}

/* alias = (identifier name, identifier? asname) */
Alias *make_alias(Parser *p, Dotted name, Token asname) {
    Alias *alias = ARENA_NEW(p->arena, Alias);
    alias->where = join(name.where, asname.kind ? asname.where : name.where);
    alias->name = join_names(p, name.names);
    alias->asname = asname.kind ? make_name(p, asname) : NULL;
    return alias;
}

Names make_aliases(Parser *p, Alias *alias) { return (Names){list_one(p, alias), alias->where.end}; }

Names aliases_add(Parser *p, Names aliases, Alias *alias) {
    return (Names){list_add(p, aliases.items, alias), alias->where.end};
}

Names aliases_close(Names aliases, Token close) { return (Names){aliases.items, close.where.end}; }

Names make_star_import(Parser *p, Token star) {
    return make_aliases(p, make_alias(p, make_dotted(p, star), no_token()));
}

/* import_from_as_names ',' NEWLINE */
Names refuse_import_comma(Parser *p, Names aliases, Token newline) {
    newline.where.end.column++;
    refuse(p, newline.where, "trailing comma not allowed without surrounding parentheses");
    return aliases;
}

/* Import(alias* names) */
Stmt *make_import(Parser *p, Span keyword, Names names) {
    Stmt *s = new_stmt(p, STMT_IMPORT, (Span){keyword.begin, names.end});
    s->import.names.items = list_array(p, names.items, &s->import.names.count);
    return s;
}

/* ImportFrom(identifier? module, alias* names, int? level) */
Stmt *make_import_from(Parser *p, Span keyword, uint32_t level, Dotted module, Names names) {
    Stmt *s = new_stmt(p, STMT_IMPORT_FROM, (Span){keyword.begin, names.end});
    s->import_from.module = module.names ? join_names(p, module.names) : NULL;
    s->import_from.names.items = list_array(p, names.items, &s->import_from.names.count);
    s->import_from.level = level;
    return s;
}
