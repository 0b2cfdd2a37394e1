/* compiler/compile.c - the way in: modules, statements one after the other, errors.
 *
 * Owns:      the life of a Compiler; __future__ imports.
 * Invariant: the first error sticks.
 * Not here:  symbols (symtable.c), instructions (compile_*.c).
 */
#include "compiler/compile.h"

#include <string.h>

#include "compiler/compiler.h"
#include "runtime/error.h"
#include "runtime/state.h"

/* ---- errors ---- */

void compile_failed(Compiler *c) { c->failed = true; }

void compile_error(Compiler *c, Span where, const char *format, ...) {
    if (c->failed) return;
    va_list arguments;
    va_start(arguments, format);
    diag_set(c->diag, DIAG_SYNTAX, where, "%s", arena_format_list(c->diag->arena, format, arguments));
    va_end(arguments);
    c->failed = true;
}

void compile_warning(Compiler *c, Span where, const char *format, ...) {
    if (c->failed || c->quiet) return;
    va_list arguments;
    va_start(arguments, format);
    diag_warn(c->diag, where, "%s", arena_format_list(c->diag->arena, format, arguments));
    va_end(arguments);
}

bool compile_deeper(Compiler *c) {
    if (c->failed) return false;
    if (LIKELY(!c_stack_low())) return true;
    raise(&type_RecursionError, "maximum recursion depth exceeded during compilation");
    c->failed = true;
    return false;
}

/* ---- __future__ ---- */

static bool is_future_import(const Stmt *s) {
    return s->kind == STMT_IMPORT_FROM && s->import_from.level == 0 && s->import_from.module &&
           !strcmp(s->import_from.module->text, "__future__");
}

static void note_feature(Compiler *c, const Stmt *s, const char *feature) {
    static const char *const always[] = {"nested_scopes",    "generators",     "division",
                                         "absolute_import",  "with_statement", "print_function",
                                         "unicode_literals", "barry_as_FLUFL", "generator_stop"};
    Span where = diag_open_span(s->where.begin, DIAG_END_NONE);
    if (!strcmp(feature, "annotations")) {
        c->future_flags |= CODE_FUTURE_ANNOTATIONS;
        return;
    }
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        if (!strcmp(feature, always[i])) return;
    }
    if (!strcmp(feature, "braces")) compile_error(c, where, "not a chance");
    else compile_error(c, where, "future feature %.100s is not defined", feature);
}

/* Features are declared behind the docstring and before everything else. */
static void find_future(Compiler *c) {
    StmtSeq body = c->tree->body;
    bool over = false;
    for (size_t i = 0; i < body.count && !over; i++) {
        const Stmt *s = body.items[i];
        if (is_future_import(s)) {
            c->future_at = s->where.begin;
            for (size_t k = 0; k < s->import_from.names.count; k++) {
                note_feature(c, s, s->import_from.names.items[k]->name->text);
            }
        } else if (i > 0 || !docstring_of(body)) {
            over = true;
        }
    }
}

/* ---- modules ---- */

static bool annotates(StmtSeq body);

static bool annotates_stmt(const Stmt *s) {
    switch ((StmtKind)s->kind) {
    case STMT_ANN_ASSIGN: return true;
    case STMT_FOR: return annotates(s->for_.body) || annotates(s->for_.orelse);
    case STMT_WHILE: return annotates(s->while_.body) || annotates(s->while_.orelse);
    case STMT_IF: return annotates(s->if_.body) || annotates(s->if_.orelse);
    case STMT_WITH: return annotates(s->with_.body);
    case STMT_TRY:
        for (size_t i = 0; i < s->try_.handlers.count; i++) {
            if (annotates(s->try_.handlers.items[i]->body)) return true;
        }
        return annotates(s->try_.body) || annotates(s->try_.orelse) || annotates(s->try_.finalbody);
    case STMT_MATCH:
        for (size_t i = 0; i < s->match.cases.count; i++) {
            if (annotates(s->match.cases.items[i]->body)) return true;
        }
        return false;
    default: return false;
    }
}

static bool annotates(StmtSeq body) {
    for (size_t i = 0; i < body.count; i++) {
        if (annotates_stmt(body.items[i])) return true;
    }
    return false;
}

void compile_namespace_body(Compiler *c, StmtSeq body) {
    static const Span start = {{1, 0}, {1, 0}};
    const Span *at = body.count > 0 ? &body.items[0]->where : &start;
    if (annotates(body)) emit_0(c, at, OP_SETUP_ANNOTATIONS);
    bool prompt = c->options->mode == COMPILE_SINGLE && c->unit->scope->kind == BLOCK_MODULE;
    const Expr *docstring = prompt ? NULL : docstring_of(body);
    if (docstring) body = (StmtSeq){body.items + 1, body.count - 1};
    if (docstring && c->options->optimize < 2) {
        if (!c->failed) emit_const_steal(c, &docstring->where, docstring_value(c, docstring));
        compile_name(c, &docstring->where, name_of_text(c, "__doc__"), CTX_STORE);
    }
    compile_body(c, body);
}

void compile_body(Compiler *c, StmtSeq body) {
    for (size_t i = 0; i < body.count && !c->failed; i++) compile_stmt(c, body.items[i]);
}

static Value compile_top(Compiler *c) {
    unit_enter(c, c->table.top, name_of_text(c, "<module>"), 1);
    unit_begin(c);
    if (c->tree->expression) {
        compile_expr(c, c->tree->expression);
        emit_0(c, &c->tree->expression->where, OP_RETURN);
    } else {
        compile_namespace_body(c, c->tree->body);
        emit_none(c, NULL);
        emit_0(c, NULL, OP_RETURN);
    }
    return unit_finish(c);
}

Value compile_module(const ModuleTree *tree, Ref filename, const CompileOptions *options, Diag *diag) {
    Compiler c = {.arena = tree->arena,
                  .tree = tree,
                  .names = tree->names,
                  .diag = diag,
                  .filename = filename,
                  .options = options,
                  .future_flags = options->future};
    Value code = NULL;
    find_future(&c);
    bool future_annotations = c.future_flags & CODE_FUTURE_ANNOTATIONS;
    if (!c.failed && symtable_build(&c.table, tree, c.arena, diag, future_annotations)) code = compile_top(&c);
    if (c.arena->failed && !error_set()) {
        clear_ref(&code);
        raise_memory();
    }
    arena_free(&c.spare);
    return code;
}
