#include "vm/run.h"

#include "parser/parse.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static ParseMode parse_mode(CompileMode mode) {
    return mode == COMPILE_SINGLE ? PARSE_SINGLE : mode == COMPILE_EVAL ? PARSE_EVAL : PARSE_FILE;
}

static Type *error_type(DiagKind kind) {
    return kind == DIAG_INDENTATION ? &type_IndentationError : kind == DIAG_TAB ? &type_TabError : &type_SyntaxError;
}

/* Characters in the first bytes of a line: SyntaxError counts characters from 1. */
static int64_t character_offset(const char *line, size_t bytes) {
    int64_t count = 1;
    for (size_t i = 0; i < bytes; i++) count += (line[i] & 0xc0) != 0x80;
    return count;
}

/* (filename, line, offset, text, end line, end offset) as SyntaxError takes it; text includes the newline. */
static Value error_details(const Diag *diag, const Source *source, Ref filename) {
    const char *line = "", *end_line = "";
    size_t length = source->text ? source_line(source, diag->where.begin.line, &line) : 0;
    size_t end_length = source->text ? source_line(source, diag->where.end.line, &end_line) : 0;
    size_t column = diag->where.begin.column, end_column = diag->where.end.column;
    bool newline = length && (diag->where.begin.line < source->line_count || !source->added_newline);
    Value text = length ? str_from_utf8(line, length + (newline && line[length] == '\n')) : VALUE_NONE;
    if (!text) return NULL;
    Value result = tuple_pack(6, filename, small_int_value(diag->where.begin.line),
                              small_int_value(character_offset(line, column < length ? column : length) + (int64_t)(column > length ? column - length : 0)),
                              text, small_int_value(diag->where.end.line),
                              small_int_value(character_offset(end_line, end_column < end_length ? end_column : end_length) + (int64_t)(end_column > end_length ? end_column - end_length : 0)));
    release(text);
    return result;
}

void run_raise_diag(const Diag *diag, const Source *source, Ref filename) {
    if (diag->kind == DIAG_MEMORY) {
        raise_memory();
        return;
    }
    Value message = str_from_text(diag->message), details = NULL, args = NULL, error = NULL;
    if (diag->where.begin.line == 0) {
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
    Ref hook = dict_peek_text(rt()->sys, "_warn_explicit");
    if (!hook) return true;
    Value message = str_from_text(warning->message);
    Ref args[4] = {message, type_ref(&type_SyntaxWarning), filename, small_int_value(warning->where.begin.line)};
    Value result = message ? call(hook, args, 4, NULL) : NULL;
    release_maybe(message);
    release_maybe(result);
    return result != NULL;
}

Value run_compile(const char *text, size_t length, Ref filename, CompileMode mode, bool *incomplete) {
    Arena arena;
    if (!arena_init(&arena)) return raise_memory();
    Diag diag = {.arena = &arena};
    Source source = {0};
    Value code = NULL;
    Utf8 name;
    if (incomplete) *incomplete = false;
    if (!str_utf8(filename, &name, true)) {
        arena_free(&arena);
        return NULL;
    }
    bool opened = source_from_bytes(&source, name.text, text, length, &diag);
    ModuleTree *tree = opened ? parse_source(&source, &arena, parse_mode(mode), &diag) : NULL;
    if (tree) code = compile_module(tree, &source, filename, mode, &diag);
    for (DiagWarning *w = diag.warnings; code && w; w = w->next)
        if (!issue_warning(w, filename)) clear_ref(&code);
    if (!code && diag_failed(&diag) && !error_set()) {
        if (incomplete) *incomplete = diag.incomplete;
        run_raise_diag(&diag, &source, filename);
    }
    source_free(&source);
    str_utf8_done(&name);
    arena_free(&arena);
    return code;
}
