/* compiler/compile_stmt.c - simple statements, if, import; the choice of the function for each statement.
 *
 * Owns:      compile_stmt.
 * Invariant: a statement leaves the stack as it found it.
 * Not here:  what has a file of its own.
 */
#include <string.h>

#include "compiler/compiler.h"
#include "runtime/tuple.h"

/* ---- import ---- */

static bool is_star(const Alias *alias) { return alias->name->length == 1 && alias->name->text[0] == '*'; }

/* import a.b.c as x binds the module c: from a on, each part is fetched from the one before. */
static void compile_import_as(Compiler *c, const Stmt *s, const Alias *alias) {
    const char *text = alias->name->text, *dot = strchr(text, '.');
    while (dot) {
        const char *part = dot + 1;
        dot = strchr(part, '.');
        size_t length = dot ? (size_t)(dot - part) : strlen(part);
        emit_named(c, &s->where, OP_IMPORT_FROM, name_intern(c->names, part, length));
        emit(c, &s->where, OP_SWAP, 2);
        emit_0(c, &s->where, OP_POP);
    }
    compile_name(c, &s->where, alias->asname, CTX_STORE);
}

/* Import(alias* names) */
void compile_import(Compiler *c, const Stmt *s) {
    for (size_t i = 0; i < s->import.names.count; i++) {
        const Alias *alias = s->import.names.items[i];
        emit_int(c, &s->where, 0);
        emit_none(c, &s->where);
        emit_named(c, &s->where, OP_IMPORT_NAME, alias->name);
        if (alias->asname) {
            compile_import_as(c, s, alias);
            continue;
        }
        size_t length = strcspn(alias->name->text, ".");
        compile_name(c, &s->where, name_intern(c->names, alias->name->text, length), CTX_STORE);
    }
}

static Value alias_names(AliasSeq names) {
    Value tuple = tuple_new(names.count);
    for (size_t i = 0; tuple && i < names.count; i++) as_tuple(tuple)->items[i] = name_value(names.items[i]->name);
    return tuple;
}

/* ImportFrom(identifier? module, alias* names, int? level) */
void compile_import_from(Compiler *c, const Stmt *s) {
    AliasSeq names = s->import_from.names;
    const Name *module = s->import_from.module;
    bool future = module && !strcmp(module->text, "__future__") && s->import_from.level == 0;
    Position at = s->where.begin, last = c->future_at;
    if (future && (at.line > last.line || (at.line == last.line && at.column > last.column))) {
        compile_error(c, s->where, "from __future__ imports must occur at the beginning of the file");
    }
    if (c->failed) return;
    emit_int(c, &s->where, s->import_from.level);
    emit_const_steal(c, &s->where, alias_names(names));
    emit_named(c, &s->where, OP_IMPORT_NAME, module ? module : name_of_text(c, ""));
    if (is_star(names.items[0])) {
        emit_0(c, &s->where, OP_IMPORT_STAR);
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        const Alias *alias = names.items[i];
        emit_named(c, &s->where, OP_IMPORT_FROM, alias->name);
        compile_name(c, &s->where, alias->asname ? alias->asname : alias->name, CTX_STORE);
    }
    emit_0(c, &s->where, OP_POP);
}

/* ---- simple statements ---- */

/* Expr(expr value) */
static void compile_expr_stmt(Compiler *c, const Stmt *s) {
    const Expr *e = s->expr.value;
    if (c->options->mode == COMPILE_SINGLE && c->unit->scope->kind == BLOCK_MODULE) {
        compile_expr(c, e);
        emit(c, &s->where, OP_INTRINSIC_1, INTRINSIC_PRINT);
        emit_0(c, NULL, OP_POP);
    } else if (e->kind == EXPR_CONSTANT) {
        emit_0(c, &s->where, OP_NOP);
    } else {
        compile_expr(c, e);
        emit_0(c, NULL, OP_POP);
    }
}

/* Assert(expr test, expr? msg) */
static void compile_assert(Compiler *c, const Stmt *s) {
    const Expr *test = s->assert_.test;
    if (test->kind == EXPR_TUPLE && test->tuple.elts.count > 0) {
        compile_warning(c, s->where, "assertion is always true, perhaps remove parentheses?");
    }
    if (c->options->optimize > 0) return;
    Label end = label_new(c);
    compile_jump_if(c, test, end, true);
    emit_0(c, &s->where, OP_LOAD_ASSERTION_ERROR);
    if (s->assert_.msg) {
        emit_0(c, &s->where, OP_PUSH_NULL);
        compile_expr(c, s->assert_.msg);
        emit(c, &s->where, OP_CALL, 1);
    }
    emit(c, &test->where, OP_RAISE, 1);
    label_here(c, end);
}

/* Raise(expr? exc, expr? cause) */
static void compile_raise(Compiler *c, const Stmt *s) {
    uint32_t count = 0;
    if (s->raise.exc) compile_expr(c, s->raise.exc), count++;
    if (s->raise.cause) compile_expr(c, s->raise.cause), count++;
    emit(c, &s->where, OP_RAISE, count);
}

/* If(expr test, stmt* body, stmt* orelse) */
static void compile_if(Compiler *c, const Stmt *s) {
    Label end = label_new(c);
    for (;;) { /* elif is an if alone in orelse */
        Label next = s->if_.orelse.count > 0 ? label_new(c) : end;
        compile_jump_if(c, s->if_.test, next, false);
        compile_body(c, s->if_.body);
        if (next == end) break;
        emit_jump(c, NULL, OP_JUMP, end);
        label_here(c, next);
        StmtSeq orelse = s->if_.orelse;
        if (orelse.count == 1 && orelse.items[0]->kind == STMT_IF && !c->failed) {
            s = orelse.items[0];
            continue;
        }
        compile_body(c, orelse);
        break;
    }
    label_here(c, end);
}

void compile_stmt(Compiler *c, const Stmt *s) {
    if (!compile_deeper(c)) return;
    switch ((StmtKind)s->kind) {
    case STMT_FUNCTION_DEF: compile_function_def(c, s); break;
    case STMT_CLASS_DEF: compile_class_def(c, s); break;
    case STMT_RETURN: compile_return(c, s); break;
    case STMT_DELETE:
        for (size_t i = 0; i < s->delete_.targets.count; i++) compile_delete(c, s->delete_.targets.items[i]);
        break;
    case STMT_ASSIGN: compile_assign(c, s); break;
    case STMT_TYPE_ALIAS: compile_type_alias(c, s); break;
    case STMT_AUG_ASSIGN: compile_aug_assign(c, s); break;
    case STMT_ANN_ASSIGN: compile_ann_assign(c, s); break;
    case STMT_FOR: compile_for(c, s); break;
    case STMT_WHILE: compile_while(c, s); break;
    case STMT_IF: compile_if(c, s); break;
    case STMT_WITH: compile_with(c, s); break;
    case STMT_MATCH: compile_match(c, s); break;
    case STMT_RAISE: compile_raise(c, s); break;
    case STMT_TRY: compile_try(c, s); break;
    case STMT_ASSERT: compile_assert(c, s); break;
    case STMT_IMPORT: compile_import(c, s); break;
    case STMT_IMPORT_FROM: compile_import_from(c, s); break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL: break; /* the symbol table has them */
    case STMT_EXPR: compile_expr_stmt(c, s); break;
    case STMT_PASS: emit_0(c, &s->where, OP_NOP); break;
    case STMT_BREAK: compile_break(c, s); break;
    case STMT_CONTINUE: compile_continue(c, s); break;
    }
}
