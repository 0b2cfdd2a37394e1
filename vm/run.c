#include "vm/run.h"

#include "parser/parse.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static ParseMode parse_mode(CompileMode mode) {
    return mode == COMPILE_SINGLE ? PARSE_SINGLE : mode == COMPILE_EVAL ? PARSE_EVAL : PARSE_FILE;
}

static Type *error_type(DiagKind kind) {
    return kind == DIAG_INDENTATION ? &type_IndentationError : kind == DIAG_TAB ? &type_TabError : &type_SyntaxError;
}

/* Characters from 1 up to a place, past the end of the line one for each byte; 0: no column is known. */
static Value offset_of(const Source *source, Position at) {
    if (at.column == DIAG_NO_COLUMN || at.column == DIAG_END_ZERO) return small_int_value(0);
    if (at.column == DIAG_END_MINUS) return small_int_value(-1);
    if (at.column == DIAG_END_NONE) return VALUE_NONE;
    const char *line = "";
    size_t length = source->text ? source_line(source, at.line, &line) : 0;
    int64_t count = 1;
    for (size_t i = 0; i < at.column; i++) count += i >= length || (line[i] & 0xc0) != 0x80;
    return small_int_value(count);
}

/* The line with its newline, unless bare, as far as the source has it; CPython gives one to the last line of a
 * module. */
static Value line_text(const Source *source, uint32_t number, bool bare) {
    const char *line = "";
    if (!source->text) return VALUE_NONE;
    size_t length = number > 0 ? source_line(source, number, &line) : 0;
    bool last = number >= source->line_count && source->added_newline && !source->is_module;
    bool newline = !bare && number > 0 && number <= source->line_count && line[length] == '\n' && !last;
    return str_from_utf8(line, length + newline);
}

/* (filename, line, offset, text, end line, end offset) as SyntaxError takes it. */
static Value error_details(const Diag *diag, const Source *source, Ref filename) {
    Position begin = diag->where.begin, end = diag->where.end;
    Value text = line_text(source, begin.line, diag->kind == DIAG_TOKEN);
    if (!text) return NULL;
    Value result = tuple_pack(6, filename, small_int_value(begin.line), offset_of(source, begin), text,
                              small_int_value(end.line), offset_of(source, end));
    release(text);
    return result;
}

void run_raise_diag(const Diag *diag, const Source *source, Ref filename) {
    if (diag->kind == DIAG_MEMORY && !*diag->message) {
        raise_memory();
        return;
    }
    if (diag->kind == DIAG_MEMORY || diag->kind == DIAG_RECURSION) {
        raise(diag->kind == DIAG_MEMORY ? &type_MemoryError : &type_RecursionError, "%s", diag->message);
        return;
    }
    Value message = str_from_text(diag->message), details = NULL, args = NULL, error = NULL;
    if (diag->where.begin.line == 0 && diag->where.begin.column != DIAG_NO_COLUMN) {
        args = message ? tuple_pack(1, message) : NULL;
    } else {
        details = message ? error_details(diag, source, filename) : NULL;
        args = details ? tuple_pack(2, message, details) : NULL;
    }
    error = args ? call(type_ref(error_type(diag->kind)), refs(as_tuple(args)->items), tuple_count(args), NULL) : NULL;
    if (error) raise_value(error);
    release_maybe(error);
    release_maybe(args);
    release_maybe(details);
    release_maybe(message);
}

/* warnings.warn_explicit, when the warnings module can be had: shown by whoever hooked it. */
static bool issue_warning(const DiagWarning *warning, Ref filename) {
    Ref hook = module_peek_text(rt()->sys_module, "_warn_explicit");
    if (!hook) return true;
    Value message = str_from_text(warning->message);
    Ref args[4] = {message, type_ref(&type_SyntaxWarning), filename, small_int_value(warning->where.begin.line)};
    Value result = message ? call(hook, args, 4, NULL) : NULL;
    release_maybe(message);
    release_maybe(result);
    return result != NULL;
}

/* Issues what was found on the way, also before an error. One that was made an exception is the error then. */
static bool issue_warnings(Diag *diag, const Source *source, Ref filename) {
    for (DiagWarning *w = diag->warnings; w; w = w->next) {
        if (issue_warning(w, filename)) continue;
        if (error_matches(&type_SyntaxWarning)) {
            Diag raised = {.kind = DIAG_SYNTAX, .message = w->message, .where = w->where};
            error_clear();
            run_raise_diag(&raised, source, filename);
        }
        return false;
    }
    return true;
}

static bool is_compound(const ModuleTree *tree) {
    switch (tree->body.count ? tree->body.items[tree->body.count - 1]->kind : STMT_PASS) {
    case STMT_FUNCTION_DEF:
    case STMT_CLASS_DEF:
    case STMT_FOR:
    case STMT_WHILE:
    case STMT_IF:
    case STMT_WITH:
    case STMT_MATCH:
    case STMT_TRY: return true;
    default: return false;
    }
}

/* At the prompt a compound statement ends at an empty line only: another clause could follow. */
static bool may_go_on(const ModuleTree *tree, const Source *source) {
    if (tree->kind != MODULE_SINGLE || source_ends_blank(source)) return false;
    return is_compound(tree);
}

static uint32_t last_line(const Source *source) {
    uint32_t line = source->line_count;
    while (line > 1 && source->line_starts[line - 1] >= source->length) line--;
    return line;
}

/* compile(text, name, "single"): a compound statement in one line wants the end of that line. The end of a block is
 * enough, as the end of the text ends the block. */
static bool ends_too_early(const ModuleTree *tree, const Source *source) {
    if (tree->kind != MODULE_SINGLE || !source->added_newline || !is_compound(tree)) return false;
    const char *text;
    size_t length = source_line(source, last_line(source), &text);
    return length > 0 && text[0] != ' ' && text[0] != '\t' && text[0] != '#';
}

/* Parses and compiles an opened source. *more: at the prompt the statement may go on. */
static Value compile_source(Source *source, Ref filename, const CompileOptions *options, Diag *diag, bool *more) {
    source->is_module = options->mode == COMPILE_MODULE;
    source->is_typed = more != NULL;
    ModuleTree *tree = parse_source(source, diag->arena, parse_mode(options->mode), diag);
    if (!tree) return NULL;
    if (more && may_go_on(tree, source)) return *more = true, NULL;
    if (!more && ends_too_early(tree, source)) {
        Position end = {last_line(source), DIAG_NO_COLUMN};
        diag_set(diag, DIAG_SYNTAX, (Span){end, end}, "invalid syntax");
        return NULL;
    }
    return compile_module(tree, filename, options, diag);
}

static bool open_source(Source *source, const char *name, const char *text, size_t length, TextOrigin origin,
                        Diag *diag) {
    switch (origin) {
    case ORIGIN_STR: return source_from_text(source, name, text, length, diag);
    case ORIGIN_PROGRAM: return source_from_program(source, name, text, length, diag);
    default: return source_from_bytes(source, name, text, length, diag);
    }
}

Value run_compile(const char *text, size_t length, Ref filename, TextOrigin origin, const CompileOptions *options,
                  bool *incomplete) {
    Arena arena;
    if (!arena_init(&arena)) return raise_memory();
    Diag diag = {.arena = &arena};
    Source source = {0};
    Value code = NULL;
    Utf8 name;
    bool more = false;
    if (!str_utf8(filename, &name, true)) {
        arena_free(&arena);
        return NULL;
    }
    if (open_source(&source, name.text, text, length, origin, &diag))
        code = compile_source(&source, filename, options, &diag, incomplete ? &more : NULL);
    more |= diag_failed(&diag) && diag.incomplete;
    if (!error_set() && !(incomplete && more) && !issue_warnings(&diag, &source, filename)) clear_ref(&code);
    if (!code && diag_failed(&diag) && !error_set()) run_raise_diag(&diag, &source, filename);
    if (incomplete) *incomplete = more && !code;
    source_free(&source);
    str_utf8_done(&name);
    arena_free(&arena);
    return code;
}
