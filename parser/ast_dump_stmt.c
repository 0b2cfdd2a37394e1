/* parser/ast_dump_stmt.c - patterns and statements as ast.dump writes them.
 *
 * Owns:      nothing.
 * Invariant: fields come in the order of the ASDL.
 * Not here:  expressions (ast_dump_expr.c).
 */
#include "parser/ast_dump_fields.h"

/* ---- patterns ---- */

static Fields pattern_fields;

static void pattern_item(const Dump *d, const void *item) {
    static const char *const names[] = {
        [PATTERN_VALUE] = "MatchValue",
        [PATTERN_SINGLETON] = "MatchSingleton",
        [PATTERN_SEQUENCE] = "MatchSequence",
        [PATTERN_MAPPING] = "MatchMapping",
        [PATTERN_CLASS] = "MatchClass",
        [PATTERN_STAR] = "MatchStar",
        [PATTERN_AS] = "MatchAs",
        [PATTERN_OR] = "MatchOr",
    };
    dump_node(d, names[((const Pattern *)item)->kind], pattern_fields, item);
}

static void pattern_field(Dump *d, const char *name, const Pattern *pattern) {
    if (pattern && dump_field(d, name, dump_is_empty(d, pattern_fields, pattern))) pattern_item(d, pattern);
}

static void pattern_fields(Dump *d, const void *node) {
    const Pattern *pattern = node;
    switch (pattern->kind) {
    case PATTERN_VALUE: dump_expr_field(d, "value", pattern->value.value); break;
    case PATTERN_SINGLETON:
        if (dump_field(d, "value", true)) dump_constant(d->out, &(Constant){.kind = pattern->singleton.value});
        break;
    case PATTERN_SEQUENCE: SEQ_FIELD(d, "patterns", pattern->sequence.patterns, pattern_item); break;
    case PATTERN_MAPPING:
        SEQ_FIELD(d, "keys", pattern->mapping.keys, dump_expr_item);
        SEQ_FIELD(d, "patterns", pattern->mapping.patterns, pattern_item);
        dump_name_field(d, "rest", pattern->mapping.rest);
        break;
    case PATTERN_CLASS:
        dump_expr_field(d, "cls", pattern->class_.cls);
        SEQ_FIELD(d, "patterns", pattern->class_.patterns, pattern_item);
        SEQ_FIELD(d, "kwd_attrs", pattern->class_.kwd_attrs, dump_name_item);
        SEQ_FIELD(d, "kwd_patterns", pattern->class_.kwd_patterns, pattern_item);
        break;
    case PATTERN_STAR: dump_name_field(d, "name", pattern->star.name); break;
    case PATTERN_AS:
        pattern_field(d, "pattern", pattern->as.pattern);
        dump_name_field(d, "name", pattern->as.name);
        break;
    case PATTERN_OR: SEQ_FIELD(d, "patterns", pattern->or_.patterns, pattern_item); break;
    }
    dump_span_fields(d, pattern->where);
}

/* ---- statements ---- */

static Fields stmt_fields;

static const char *stmt_name(const Stmt *s) {
    static const char *const names[] = {
        [STMT_FUNCTION_DEF] = "FunctionDef",
        [STMT_CLASS_DEF] = "ClassDef",
        [STMT_RETURN] = "Return",
        [STMT_DELETE] = "Delete",
        [STMT_ASSIGN] = "Assign",
        [STMT_TYPE_ALIAS] = "TypeAlias",
        [STMT_AUG_ASSIGN] = "AugAssign",
        [STMT_ANN_ASSIGN] = "AnnAssign",
        [STMT_FOR] = "For",
        [STMT_WHILE] = "While",
        [STMT_IF] = "If",
        [STMT_WITH] = "With",
        [STMT_MATCH] = "Match",
        [STMT_RAISE] = "Raise",
        [STMT_TRY] = "Try",
        [STMT_ASSERT] = "Assert",
        [STMT_IMPORT] = "Import",
        [STMT_IMPORT_FROM] = "ImportFrom",
        [STMT_GLOBAL] = "Global",
        [STMT_NONLOCAL] = "Nonlocal",
        [STMT_EXPR] = "Expr",
        [STMT_PASS] = "Pass",
        [STMT_BREAK] = "Break",
        [STMT_CONTINUE] = "Continue",
    };
    switch (s->kind) {
    case STMT_FUNCTION_DEF: return s->function_def.is_async ? "AsyncFunctionDef" : "FunctionDef";
    case STMT_FOR: return s->for_.is_async ? "AsyncFor" : "For";
    case STMT_WITH: return s->with_.is_async ? "AsyncWith" : "With";
    case STMT_TRY: return s->try_.is_star ? "TryStar" : "Try";
    default: return names[s->kind];
    }
}

void dump_stmt_item(const Dump *d, const void *item) { dump_node(d, stmt_name(item), stmt_fields, item); }

static void body_field(Dump *d, const char *name, const StmtSeq *body) { SEQ_FIELD(d, name, *body, dump_stmt_item); }

static void alias_fields(Dump *d, const void *node) {
    const Alias *alias = node;
    dump_name_field(d, "name", alias->name);
    dump_name_field(d, "asname", alias->asname);
    dump_span_fields(d, alias->where);
}

static void alias_item(const Dump *d, const void *item) { dump_node(d, "alias", alias_fields, item); }

static void with_item_fields(Dump *d, const void *node) {
    const WithItem *item = node;
    dump_expr_field(d, "context_expr", item->context_expr);
    dump_expr_field(d, "optional_vars", item->optional_vars);
}

static void with_item_item(const Dump *d, const void *item) { dump_node(d, "withitem", with_item_fields, item); }

static void handler_fields(Dump *d, const void *node) {
    const ExceptHandler *handler = node;
    dump_expr_field(d, "type", handler->type);
    dump_name_field(d, "name", handler->name);
    body_field(d, "body", &handler->body);
    dump_span_fields(d, handler->where);
}

static void handler_item(const Dump *d, const void *item) { dump_node(d, "ExceptHandler", handler_fields, item); }

static void case_fields(Dump *d, const void *node) {
    const MatchCase *match_case = node;
    pattern_field(d, "pattern", match_case->pattern);
    dump_expr_field(d, "guard", match_case->guard);
    body_field(d, "body", &match_case->body);
}

static void case_item(const Dump *d, const void *item) { dump_node(d, "match_case", case_fields, item); }

static void definition_fields(Dump *d, const Stmt *s) {
    if (s->kind == STMT_FUNCTION_DEF) {
        dump_name_field(d, "name", s->function_def.name);
        dump_arguments_field(d, s->function_def.args);
        body_field(d, "body", &s->function_def.body);
        SEQ_FIELD(d, "decorator_list", s->function_def.decorator_list, dump_expr_item);
        dump_expr_field(d, "returns", s->function_def.returns);
        SEQ_FIELD(d, "type_params", s->function_def.type_params, dump_type_param_item);
    } else {
        dump_name_field(d, "name", s->class_def.name);
        SEQ_FIELD(d, "bases", s->class_def.bases, dump_expr_item);
        SEQ_FIELD(d, "keywords", s->class_def.keywords, dump_keyword_item);
        body_field(d, "body", &s->class_def.body);
        SEQ_FIELD(d, "decorator_list", s->class_def.decorator_list, dump_expr_item);
        SEQ_FIELD(d, "type_params", s->class_def.type_params, dump_type_param_item);
    }
}

/* The fields of statements that have blocks. */
static void compound_fields(Dump *d, const Stmt *s) {
    switch (s->kind) {
    case STMT_FOR:
        dump_expr_field(d, "target", s->for_.target);
        dump_expr_field(d, "iter", s->for_.iter);
        body_field(d, "body", &s->for_.body);
        body_field(d, "orelse", &s->for_.orelse);
        break;
    case STMT_WHILE:
        dump_expr_field(d, "test", s->while_.test);
        body_field(d, "body", &s->while_.body);
        body_field(d, "orelse", &s->while_.orelse);
        break;
    case STMT_IF:
        dump_expr_field(d, "test", s->if_.test);
        body_field(d, "body", &s->if_.body);
        body_field(d, "orelse", &s->if_.orelse);
        break;
    case STMT_WITH:
        SEQ_FIELD(d, "items", s->with_.items, with_item_item);
        body_field(d, "body", &s->with_.body);
        break;
    case STMT_MATCH:
        dump_expr_field(d, "subject", s->match.subject);
        SEQ_FIELD(d, "cases", s->match.cases, case_item);
        break;
    case STMT_TRY:
        body_field(d, "body", &s->try_.body);
        SEQ_FIELD(d, "handlers", s->try_.handlers, handler_item);
        body_field(d, "orelse", &s->try_.orelse);
        body_field(d, "finalbody", &s->try_.finalbody);
        break;
    default: definition_fields(d, s);
    }
}

static void assignment_fields(Dump *d, const Stmt *s) {
    switch (s->kind) {
    case STMT_ASSIGN:
        SEQ_FIELD(d, "targets", s->assign.targets, dump_expr_item);
        dump_expr_field(d, "value", s->assign.value);
        break;
    case STMT_TYPE_ALIAS:
        dump_expr_field(d, "name", s->type_alias.name);
        SEQ_FIELD(d, "type_params", s->type_alias.type_params, dump_type_param_item);
        dump_expr_field(d, "value", s->type_alias.value);
        break;
    case STMT_AUG_ASSIGN:
        dump_expr_field(d, "target", s->aug_assign.target);
        dump_tag_field(d, "op", dump_operators[s->aug_assign.op]);
        dump_expr_field(d, "value", s->aug_assign.value);
        break;
    default:
        dump_expr_field(d, "target", s->ann_assign.target);
        dump_expr_field(d, "annotation", s->ann_assign.annotation);
        dump_expr_field(d, "value", s->ann_assign.value);
        dump_number_field(d, "simple", s->ann_assign.simple);
    }
}

static void stmt_fields(Dump *d, const void *node) {
    const Stmt *s = node;
    switch (s->kind) {
    case STMT_ASSIGN:
    case STMT_TYPE_ALIAS:
    case STMT_AUG_ASSIGN:
    case STMT_ANN_ASSIGN: assignment_fields(d, s); break;
    case STMT_RETURN: dump_expr_field(d, "value", s->return_.value); break;
    case STMT_DELETE: SEQ_FIELD(d, "targets", s->delete_.targets, dump_expr_item); break;
    case STMT_RAISE:
        dump_expr_field(d, "exc", s->raise.exc);
        dump_expr_field(d, "cause", s->raise.cause);
        break;
    case STMT_ASSERT:
        dump_expr_field(d, "test", s->assert_.test);
        dump_expr_field(d, "msg", s->assert_.msg);
        break;
    case STMT_IMPORT: SEQ_FIELD(d, "names", s->import.names, alias_item); break;
    case STMT_IMPORT_FROM:
        dump_name_field(d, "module", s->import_from.module);
        SEQ_FIELD(d, "names", s->import_from.names, alias_item);
        dump_number_field(d, "level", s->import_from.level);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL: SEQ_FIELD(d, "names", s->global.names, dump_name_item); break;
    case STMT_EXPR: dump_expr_field(d, "value", s->expr.value); break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE: break;
    default: compound_fields(d, s);
    }
    dump_span_fields(d, s->where);
}
