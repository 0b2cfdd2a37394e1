/* parser/parse.c - from text to tree: the loop that feeds the automaton.
 *
 * Owns:      the automaton while it runs.
 * Invariant: the first error ends the loop.
 * Not here:  productions (grammar.y).
 */
#include "parser/parse.h"

#include <stdlib.h>

#include "lexer/lexer.h"
#include "parser/automaton.h"
#include "parser/diagnose.h"

void parser_stuck(Parser *p) { p->stuck = true; }

void parser_too_complex(Parser *p) {
    diag_set(p->diag, DIAG_MEMORY, (Span){{1, 0}, {1, 0}},
             "Parser stack overflowed - Python source too complex to parse");
}

bool parser_feed(Parser *p, void *automaton, Token token) {
    Grammar(automaton, token.kind, token);
    if (p->arena->failed) diag_set(p->diag, DIAG_MEMORY, token.where, "%s", "");
    if (automaton_depth(automaton) > AUTOMATON_LIMIT) parser_too_complex(p);
    return !p->stuck && !diag_failed(p->diag);
}

/* Feeds tokens until the text ends or something is wrong; *token is then the last one. False: the lexer refused it. */
static bool feed_all(Parser *p, Lexer *lexer, int start, Token *token) {
    void *automaton = GrammarAlloc(malloc, p);
    if (!automaton) {
        diag_set(p->diag, DIAG_MEMORY, token->where, "%s", "");
        return false;
    }
    bool lexed = true;
    token->kind = start;
    while (lexed && parser_feed(p, automaton, *token) && token->kind) lexed = lexer_next(lexer, token);
    GrammarFree(automaton, free);
    return lexed;
}

/* CPython prefers errors that the lexer finds in the rest of the text. */
static void prefer_lexical(Lexer *lexer, Diag *diag, uint32_t line) {
    Diag found = *diag;
    diag->kind = DIAG_NONE;
    diag->incomplete = false;
    if (!lexer_check_rest(lexer, line)) *diag = found;
}

ModuleTree *parse_source(const Source *source, Arena *arena, ParseMode mode, Diag *diag) {
    static const int starts[] = {
        [PARSE_FILE] = TK_START_FILE,
        [PARSE_SINGLE] = TK_START_SINGLE,
        [PARSE_EVAL] = TK_START_EVAL,
    };
    Parser p = {.source = source, .arena = arena, .diag = diag, .start = starts[mode]};
    Lexer lexer;
    Token token = {0};
    p.module = ARENA_NEW(arena, ModuleTree);
    p.module->arena = arena;
    p.module->names = name_table_new(arena);
    lexer_init(&lexer, source, arena, diag);
    bool lexed = feed_all(&p, &lexer, p.start, &token);
    p.line = token.where.begin.line;
    if (p.stuck) diagnose_token(&p, token);
    else if (diag_failed(diag)) p.line = diag->where.end.line; /* CPython has read no further */
    if (lexed && !p.settled && !source->is_typed && (diag->kind == DIAG_SYNTAX || diag->kind == DIAG_INDENTATION)) {
        prefer_lexical(&lexer, diag, p.line);
    }
    return diag_failed(diag) ? NULL : p.module;
}
