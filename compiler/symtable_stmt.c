/* compiler/symtable_stmt.c - what statements, patterns and type parameters do with names.
 *
 * Owns:      function, class and annotation blocks; global and nonlocal declarations.
 * Invariant: statements are visited in CPython's order, which decides which of several errors is told.
 * Not here:  expressions (symtable_expr.c).
 */
#include "compiler/symtable_visit.h"

#include <string.h>

/* ---- patterns ---- */

static void visit_pattern(Builder *b, const Pattern *p);

static void visit_patterns(Builder *b, PatternSeq patterns) {
    for (size_t i = 0; i < patterns.count; i++) visit_pattern(b, patterns.items[i]);
}

static void capture(Builder *b, const Name *name, Span where) {
    if (name) define_name(b, name, DEF_LOCAL, where);
}

static void visit_pattern(Builder *b, const Pattern *p) {
    if (diag_failed(b->diag)) return;
    switch ((PatternKind)p->kind) {
    case PATTERN_VALUE: visit_expr(b, p->value.value); break;
    case PATTERN_SINGLETON: break;
    case PATTERN_SEQUENCE: visit_patterns(b, p->sequence.patterns); break;
    case PATTERN_STAR: capture(b, p->star.name, p->where); break;
    case PATTERN_MAPPING:
        visit_exprs(b, p->mapping.keys);
        visit_patterns(b, p->mapping.patterns);
        capture(b, p->mapping.rest, p->where);
        break;
    case PATTERN_CLASS:
        visit_expr(b, p->class_.cls);
        visit_patterns(b, p->class_.patterns);
        visit_patterns(b, p->class_.kwd_patterns);
        break;
    case PATTERN_AS:
        if (p->as.pattern) visit_pattern(b, p->as.pattern);
        capture(b, p->as.name, p->where);
        break;
    case PATTERN_OR: visit_patterns(b, p->or_.patterns); break;
    }
}

/* ---- type parameters ---- */

static void visit_type_variable(Builder *b, const Name *name, Expr *const *field, const char *role) {
    if (!*field) return;
    bool sees = in_class(b);
    block_enter(b, BLOCK_TYPE_VARIABLE, name, field, (*field)->where)->role = role;
    see_class(b, sees);
    visit_expr(b, *field);
    block_leave(b);
}

static void visit_type_params(Builder *b, const TypeParamSeq *params) {
    static const char *const defaults[] = {
        [TYPE_PARAM_TYPE_VAR] = "a TypeVar default",
        [TYPE_PARAM_PARAM_SPEC] = "a ParamSpec default",
        [TYPE_PARAM_TYPE_VAR_TUPLE] = "a TypeVarTuple default",
    };
    bool have_default = false;
    for (size_t i = 0; i < params->count; i++) {
        const TypeParam *param = params->items[i];
        define_name(b, param->name, DEF_TYPE_PARAM | DEF_LOCAL, param->where);
        bool constraints = param->bound && param->bound->kind == EXPR_TUPLE;
        visit_type_variable(b, param->name, &param->bound, constraints ? "a TypeVar constraint" : "a TypeVar bound");
        visit_type_variable(b, param->name, &param->default_value, defaults[param->kind]);
        if (have_default && !param->default_value) {
            ERROR(b, param->where, "non-default type parameter '%s' follows default type parameter", param->name->text);
        }
        have_default |= param->default_value != NULL;
    }
}

static void enter_type_params(Builder *b, const Name *name, const TypeParamSeq *params, Span where) {
    bool sees = b->scope->kind == BLOCK_CLASS;
    block_enter(b, BLOCK_TYPE_PARAMETERS, name, params, where);
    see_class(b, sees);
}

/* ---- statements ---- */

/* FunctionDef, AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns,
 *                               string? type_comment, type_param* type_params) */
static void visit_function(Builder *b, const Stmt *s) {
    const Arguments *args = s->function_def.args;
    const TypeParamSeq *params = &s->function_def.type_params;
    define_name(b, s->function_def.name, DEF_LOCAL, s->where);
    visit_defaults(b, args);
    visit_exprs(b, s->function_def.decorator_list);
    if (params->count > 0) {
        enter_type_params(b, s->function_def.name, params, s->where);
        if (args->defaults.count > 0) implicit_argument(b, ".defaults");
        for (size_t i = 0; i < args->kw_defaults.count; i++) {
            if (!args->kw_defaults.items[i]) continue;
            implicit_argument(b, ".kwdefaults");
            break;
        }
        visit_type_params(b, params);
    }
    visit_annotations(b, args, s->function_def.returns);
    Scope *scope = block_enter(b, BLOCK_FUNCTION, s->function_def.name, s, s->where);
    scope->is_coroutine = scope->is_async_function = s->function_def.is_async;
    define_arguments(b, args);
    visit_body(b, s->function_def.body);
    block_leave(b);
    if (params->count > 0) block_leave(b);
}

/* ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list,
 *          type_param* type_params) */
static void visit_class(Builder *b, const Stmt *s) {
    const TypeParamSeq *params = &s->class_def.type_params;
    define_name(b, s->class_def.name, DEF_LOCAL, s->where);
    visit_exprs(b, s->class_def.decorator_list);
    if (params->count > 0) {
        enter_type_params(b, s->class_def.name, params, s->where);
        b->scope->private_name = s->class_def.name;
        b->scope->mangles_params_only = true;
        define_name(b, symtable_name(b, ".type_params"), DEF_LOCAL | DEF_USE, s->where);
        define_name(b, symtable_name(b, ".generic_base"), DEF_LOCAL | DEF_USE, s->where);
        visit_type_params(b, params);
    }
    visit_exprs(b, s->class_def.bases);
    visit_keywords(b, s->class_def.keywords);
    Scope *scope = block_enter(b, BLOCK_CLASS, s->class_def.name, s, s->where);
    scope->private_name = s->class_def.name;
    if (params->count > 0) {
        define_name(b, symtable_name(b, "__type_params__"), DEF_LOCAL, s->where);
        define_name(b, symtable_name(b, ".type_params"), DEF_USE, s->where);
    }
    visit_body(b, s->class_def.body);
    block_leave(b);
    if (params->count > 0) block_leave(b);
}

/* TypeAlias(expr name, type_param* type_params, expr value) */
static void visit_type_alias(Builder *b, const Stmt *s) {
    const TypeParamSeq *params = &s->type_alias.type_params;
    const Name *name = s->type_alias.name->name.id;
    visit_expr(b, s->type_alias.name);
    if (params->count > 0) {
        enter_type_params(b, name, params, s->where);
        visit_type_params(b, params);
    }
    bool sees = in_class(b);
    block_enter(b, BLOCK_TYPE_ALIAS, name, s, s->where);
    see_class(b, sees);
    visit_expr(b, s->type_alias.value);
    block_leave(b);
    if (params->count > 0) block_leave(b);
}

/* AnnAssign(expr target, expr annotation, expr? value, int simple) */
static void visit_ann_assign(Builder *b, const Stmt *s) {
    const Expr *target = s->ann_assign.target;
    if (target->kind == EXPR_NAME) {
        const Symbol *symbol = find_name(b, target->name.id);
        unsigned flags = symbol ? symbol->flags : 0;
        if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && b->scope != b->table->top && s->ann_assign.simple) {
            ERROR(b, s->where, "annotated name '%s' can't be %s", target->name.id->text,
                  flags & DEF_GLOBAL ? "global" : "nonlocal");
            return;
        }
        if (s->ann_assign.simple) define_name(b, target->name.id, DEF_ANNOT | DEF_LOCAL, target->where);
        else if (s->ann_assign.value) define_name(b, target->name.id, DEF_LOCAL, target->where);
    } else {
        visit_expr(b, target);
    }
    visit_annotation(b, s->ann_assign.annotation);
    visit_if_any(b, s->ann_assign.value);
}

/* Global, Nonlocal(identifier* names) */
static void visit_declaration(Builder *b, const Stmt *s) {
    bool global = s->kind == STMT_GLOBAL;
    const char *what = global ? "global" : "nonlocal";
    for (size_t i = 0; i < s->global.names.count; i++) {
        const Name *name = s->global.names.items[i];
        const Symbol *symbol = find_name(b, name);
        unsigned flags = symbol ? symbol->flags : 0;
        if (flags & DEF_PARAM) {
            ERROR(b, s->where, "name '%s' is parameter and %s", name->text, what);
        } else if (flags & DEF_USE) {
            ERROR(b, s->where, "name '%s' is used prior to %s declaration", name->text, what);
        } else if (flags & DEF_ANNOT) {
            ERROR(b, s->where, "annotated name '%s' can't be %s", name->text, what);
        } else if (flags & DEF_LOCAL) {
            ERROR(b, s->where, "name '%s' is assigned to before %s declaration", name->text, what);
        }
        Symbol *declared = define_name(b, name, global ? DEF_GLOBAL : DEF_NONLOCAL, s->where);
        if (declared->where.begin.line == 0) declared->where = s->where;
    }
}

/* alias = (identifier name, identifier? asname) */
static void visit_aliases(Builder *b, AliasSeq names) {
    for (size_t i = 0; i < names.count; i++) {
        const Alias *alias = names.items[i];
        if (alias->name->length == 1 && alias->name->text[0] == '*') {
            if (b->scope->kind == BLOCK_MODULE) continue;
            ERROR(b, alias->where, "import * only allowed at module level");
            return;
        }
        const Name *bound = alias->asname ? alias->asname : alias->name;
        const char *dot = alias->asname ? NULL : memchr(bound->text, '.', bound->length);
        if (dot) bound = name_intern(b->names, bound->text, (size_t)(dot - bound->text));
        define_name(b, bound, DEF_IMPORT, alias->where);
    }
}

/* Try, TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) */
static void visit_try(Builder *b, const Stmt *s) {
    visit_body(b, s->try_.body);
    for (size_t i = 0; i < s->try_.handlers.count; i++) {
        const ExceptHandler *handler = s->try_.handlers.items[i];
        visit_if_any(b, handler->type);
        if (handler->name) define_name(b, handler->name, DEF_LOCAL, handler->where);
        visit_body(b, handler->body);
    }
    visit_body(b, s->try_.orelse);
    visit_body(b, s->try_.finalbody);
}

static void visit_match(Builder *b, const Stmt *s) {
    visit_expr(b, s->match.subject);
    for (size_t i = 0; i < s->match.cases.count; i++) {
        const MatchCase *match_case = s->match.cases.items[i];
        visit_pattern(b, match_case->pattern);
        visit_if_any(b, match_case->guard);
        visit_body(b, match_case->body);
    }
}

static void visit_with(Builder *b, const Stmt *s) {
    for (size_t i = 0; i < s->with_.items.count; i++) {
        visit_expr(b, s->with_.items.items[i]->context_expr);
        visit_if_any(b, s->with_.items.items[i]->optional_vars);
    }
    visit_body(b, s->with_.body);
}

static void visit_if(Builder *b, const Stmt *s) {
    for (;;) { /* elif is an if alone in orelse */
        visit_expr(b, s->if_.test);
        visit_body(b, s->if_.body);
        if (s->if_.orelse.count != 1 || s->if_.orelse.items[0]->kind != STMT_IF) break;
        s = s->if_.orelse.items[0];
    }
    visit_body(b, s->if_.orelse);
}

static void visit_stmt(Builder *b, const Stmt *s) {
    switch ((StmtKind)s->kind) {
    case STMT_FUNCTION_DEF: visit_function(b, s); break;
    case STMT_CLASS_DEF: visit_class(b, s); break;
    case STMT_RETURN: visit_if_any(b, s->return_.value); break;
    case STMT_DELETE: visit_exprs(b, s->delete_.targets); break;
    case STMT_ASSIGN:
        visit_exprs(b, s->assign.targets);
        visit_expr(b, s->assign.value);
        break;
    case STMT_TYPE_ALIAS: visit_type_alias(b, s); break;
    case STMT_AUG_ASSIGN:
        visit_expr(b, s->aug_assign.target);
        visit_expr(b, s->aug_assign.value);
        break;
    case STMT_ANN_ASSIGN: visit_ann_assign(b, s); break;
    case STMT_FOR:
        visit_expr(b, s->for_.target);
        visit_expr(b, s->for_.iter);
        visit_body(b, s->for_.body);
        visit_body(b, s->for_.orelse);
        break;
    case STMT_WHILE:
        visit_expr(b, s->while_.test);
        visit_body(b, s->while_.body);
        visit_body(b, s->while_.orelse);
        break;
    case STMT_IF: visit_if(b, s); break;
    case STMT_WITH: visit_with(b, s); break;
    case STMT_MATCH: visit_match(b, s); break;
    case STMT_RAISE:
        visit_if_any(b, s->raise.exc);
        visit_if_any(b, s->raise.cause);
        break;
    case STMT_TRY: visit_try(b, s); break;
    case STMT_ASSERT:
        visit_expr(b, s->assert_.test);
        visit_if_any(b, s->assert_.msg);
        break;
    case STMT_IMPORT: visit_aliases(b, s->import.names); break;
    case STMT_IMPORT_FROM: visit_aliases(b, s->import_from.names); break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL: visit_declaration(b, s); break;
    case STMT_EXPR: visit_expr(b, s->expr.value); break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE: break;
    }
}

void visit_body(Builder *b, StmtSeq body) {
    for (size_t i = 0; i < body.count && !diag_failed(b->diag); i++) visit_stmt(b, body.items[i]);
}
