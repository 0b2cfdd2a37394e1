/* parser/trouble.c - the tokens of a broken text, and its automaton before the one that failed.
 *
 * Owns:      nothing.
 * Invariant: the second look leaves the tree and the diag of the first alone.
 * Not here:  what the stack shows (stack.c).
 */
#include "parser/trouble.h"

#include <stdlib.h>

#include "lexer/lexer.h"

VEC(TokenVec, Token);
VEC(LevelVec, uint16_t);

static int level_change(int kind) {
    switch (kind) {
    case TK_LPAR:
    case TK_WITH_PAREN:
    case TK_LSQB:
    case TK_LBRACE: return 1;
    case TK_RPAR:
    case TK_RSQB:
    case TK_RBRACE: return -1;
    default: return 0;
    }
}

/* To CPython the text ends behind the last byte of its last line; its last DEDENT ignores an empty last line. */
static Span end_of_text(const Parser *p, int kind) {
    const Source *source = p->source;
    const char *text;
    uint32_t line = source->line_count;
    while (line > 1 && source->line_starts[line - 1] >= source->length) line--;
    size_t length = source_line(source, line, &text);
    if (kind == TK_DEDENT && length == 0 && line > 1) length = source_line(source, --line, &text);
    if (source->added_newline && p->start == TK_START_SINGLE && length > 0) length--;
    Position at = {line, source->is_program ? DIAG_NO_COLUMN : (uint32_t)length};
    return (Span){at, at};
}

/* True for DEDENT and END tokens that stand at the end of the text. */
static bool at_end(const Source *source, const Token *token) {
    if (token->kind == 0) return true;
    return token->kind == TK_DEDENT && source->line_starts[token->where.begin.line - 1] >= source->length;
}

/* CPython counts the columns of indentation from before the last; in the first column there is none. */
static Span point_in_indentation(const Token *token) {
    Position at = token->where.end;
    at.column = at.column > 0 ? at.column - 1 : DIAG_NO_COLUMN;
    return (Span){at, at};
}

/* Where CPython sees a token: a line's end is one byte wide, or nowhere when it was added to the argument of eval. */
static Span cpython_place(const Parser *p, const Token *token) {
    Span where = token->where;
    if (at_end(p->source, token)) return end_of_text(p, token->kind);
    if (token->kind == TK_INDENT || token->kind == TK_DEDENT) return point_in_indentation(token);
    if (token->kind != TK_NEWLINE) return where;
    bool added = p->source->added_newline && p->start != TK_START_FILE && where.begin.line == p->source->line_count;
    where.end.column++;
    if (added) where.begin.column = where.end.column = DIAG_NO_COLUMN;
    return where;
}

void trouble_read(Trouble *t, Parser *p) {
    Lexer lexer;
    TokenVec tokens = {0};
    LevelVec levels = {0};
    Token token = {.kind = p->start};
    int level = 0;
    *t = (Trouble){.p = p, .lexical = {.arena = p->arena}};
    lexer_init(&lexer, p->source, p->arena, &t->lexical);
    do {
        level += level_change(token.kind);
        if (token.kind != p->start) token.where = cpython_place(p, &token);
        VEC_PUSH_IN(p->arena, &tokens, token);
        VEC_PUSH_IN(p->arena, &levels, (uint16_t)level);
    } while (token.kind && lexer_next(&lexer, &token) && !p->arena->failed);
    if (p->source->is_typed && t->lexical.incomplete)
        t->lexical.kind = DIAG_NONE; /* more may come: all is well so far */
    t->tokens = tokens.items;
    t->level = levels.items;
    t->count = tokens.count;
}

size_t trouble_find(const Trouble *t, Position place) {
    size_t i = 1;
    while (i < t->count &&
           (t->tokens[i].where.begin.line < place.line ||
            (t->tokens[i].where.begin.line == place.line && t->tokens[i].where.begin.column < place.column))) {
        i++;
    }
    return i;
}

/* A parser for a second look: errors of its own do not count. */
static Parser second_parser(const Parser *p, Diag *scratch) {
    Parser copy = *p;
    *scratch = (Diag){.arena = p->arena};
    copy.diag = scratch;
    copy.stuck = false;
    copy.quiet = true;
    return copy;
}

/* Notes where the entries begin that a token pushed. `kept` entries were in place before; if any was reduced, what took
 * its place begins where it did, and the entries above begin with the token. */
static void note_first(Trouble *t, size_t kept, size_t token) {
    size_t depth = automaton_depth(t->automaton);
    for (size_t i = kept <= t->top ? kept + 1 : kept; i <= depth; i++) t->first[i] = token;
    t->top = depth;
}

/* Parses again from token t->at on, which comes behind `start`, up to the token that does not fit. */
static bool replay(Trouble *t, Token start) {
    Diag scratch;
    Parser copy = second_parser(t->p, &scratch);
    t->top = 0;
    t->automaton = GrammarAlloc(malloc, &copy);
    t->first = calloc(AUTOMATON_LIMIT + 64, sizeof *t->first);
    if (!t->automaton || !t->first) return false;
    if (!parser_feed(&copy, t->automaton, start)) return false;
    note_first(t, 0, t->at - 1);
    while (t->at < t->count && automaton_accepts(t->automaton, t->tokens[t->at].kind)) {
        size_t kept = automaton_kept(t->automaton, t->tokens[t->at].kind);
        if (!parser_feed(&copy, t->automaton, t->tokens[t->at])) break;
        note_first(t, kept, t->at++);
    }
    return t->at < t->count;
}

bool trouble_open(Trouble *t, Parser *p) {
    trouble_read(t, p);
    t->at = 1;
    return replay(t, t->tokens[0]);
}

bool trouble_open_piece(Trouble *piece, const Trouble *t, int start, size_t from) {
    *piece = *t;
    piece->at = from;
    return replay(piece, (Token){.kind = start, .where = t->tokens[from].where});
}

void trouble_close(Trouble *t) {
    if (t->automaton) GrammarFree(t->automaton, free);
    free(t->first);
}

/* Feeds tokens[from .. end) behind a START_ token. Returns the index behind the last after which the piece is complete.
 */
static size_t feed_piece(const Trouble *t, Parser *p, int start, size_t from, size_t end) {
    void *automaton = GrammarAlloc(malloc, p);
    size_t complete = 0, i = from;
    if (!automaton) return 0;
    parser_feed(p, automaton, (Token){.kind = start});
    for (; i < end && automaton_accepts(automaton, t->tokens[i].kind); i++) {
        if (!parser_feed(p, automaton, t->tokens[i])) break;
        if (automaton_accepts(automaton, 0)) complete = i + 1;
    }
    if (complete == end) parser_feed(p, automaton, (Token){.kind = 0});
    if (i < t->count && t->tokens[i].where.begin.line > t->p->line) t->p->line = t->tokens[i].where.begin.line;
    if (i == t->count && diag_failed(&t->lexical)) {
        diag_set(t->p->diag, t->lexical.kind, t->lexical.where, "%s", t->lexical.message);
    }
    GrammarFree(automaton, free);
    return complete;
}

size_t trouble_match(const Trouble *t, int start, size_t from, Expr **piece) {
    Diag scratch;
    Parser copy = second_parser(t->p, &scratch);
    size_t end = feed_piece(t, &copy, start, from, t->count);
    if (end == 0) return 0;
    copy = second_parser(t->p, &scratch);
    feed_piece(t, &copy, start, from, end);
    if (piece) *piece = copy.piece;
    return diag_failed(&scratch) ? 0 : end;
}
