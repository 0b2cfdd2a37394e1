/* lexer/layout.c - the filter that makes logical lines of raw tokens.
 *
 * Owns:      indentation, soft keywords, parenthesised with-items.
 * Invariant: looking ahead begins where no bracket is open and puts the cursor back, so nothing else needs saving; a
 *            logical line is looked over at most once, so the cost is linear.
 * Not here:  raw tokens (lexer.re).
 *
 * https://docs.python.org/3/reference/lexical_analysis.html#indentation
 */
#include "lexer/layout.h"

#include <string.h>

#include "lexer/explain.h"
#include "lexer/scan.h"
#include "lexer/token_kinds.h"

#define TAB_WIDTH 8

/* What a kind of token can be to the decisions below. */
enum {
    NAME = 1,         /* spelled like a name */
    SUBJECT = 2,      /* behind `match`, can only begin its subject */
    OPERATOR = 4,     /* behind `match`, begins its subject or goes on an expression */
    BLOCK_HEADER = 8, /* begins a line whose ':' may be followed by a statement */
};

static const uint8_t traits[] = {
    [TK_NAME] = NAME | SUBJECT,
    [TK_MATCH] = NAME | SUBJECT | BLOCK_HEADER,
    [TK_CASE] = NAME | SUBJECT | BLOCK_HEADER,
    [TK_TYPE] = NAME | SUBJECT,
    [TK_NUMBER] = SUBJECT,
    [TK_STRING] = SUBJECT,
    [TK_FSTRING_START] = SUBJECT,
    [TK_FALSE] = SUBJECT,
    [TK_NONE] = SUBJECT,
    [TK_TRUE] = SUBJECT,
    [TK_ELLIPSIS] = SUBJECT,
    [TK_LAMBDA] = SUBJECT,
    [TK_AWAIT] = SUBJECT,
    [TK_LBRACE] = SUBJECT,
    [TK_TILDE] = SUBJECT,
    [TK_LPAR] = OPERATOR,
    [TK_LSQB] = OPERATOR,
    [TK_MINUS] = OPERATOR,
    [TK_PLUS] = OPERATOR,
    [TK_STAR] = OPERATOR,
    [TK_CLASS] = BLOCK_HEADER,
    [TK_DEF] = BLOCK_HEADER,
    [TK_ELIF] = BLOCK_HEADER,
    [TK_ELSE] = BLOCK_HEADER,
    [TK_EXCEPT] = BLOCK_HEADER,
    [TK_FINALLY] = BLOCK_HEADER,
    [TK_FOR] = BLOCK_HEADER,
    [TK_IF] = BLOCK_HEADER,
    [TK_TRY] = BLOCK_HEADER,
    [TK_WHILE] = BLOCK_HEADER,
    [TK_WITH] = BLOCK_HEADER,
};

static bool is(int kind, int trait) { return (size_t)kind < sizeof traits && traits[kind] & trait; }

void layout_init(Lexer *lexer) {
    lexer->indents[0] = (Indent){0, 0};
    lexer->indent_depth = 1;
    lexer->dedents = 0;
    lexer->place = PLACE_LINE;
    lexer->first = 0;
}

bool layout_no_memory(Lexer *lexer) {
    diag_set(lexer->diag, DIAG_MEMORY, (Span){0}, "%s", "");
    return false;
}

/* ---- indentation ---- */

/* Moves over the white space that a line begins with and measures it. */
static const char *measure(const char *p, Indent *indent) {
    for (;; p++) {
        switch (*p) {
        case ' ':
            indent->column++;
            indent->alternate++;
            break;
        case '\t':
            indent->column = (indent->column / TAB_WIDTH + 1) * TAB_WIDTH;
            indent->alternate++;
            break;
        case '\f': *indent = (Indent){0, 0}; break;
        default: return p;
        }
    }
}

/* Moves to the first token of the next logical line, over blank lines and comments, and measures its indentation: where
 * the line goes on behind a backslash, the first white space counts. False: a backslash ends the text, or no line. */
static bool find_line(Lexer *lexer, Indent *indent) {
    Indent split = {0, 0};
    *indent = (Indent){0, 0};
    for (const char *p = lexer->cursor;;) {
        p = measure(p, indent);
        if (*p == '\\') {
            if (p[1] != '\n' || p[2] == '\0') return explain_backslash(lexer, p) != SCAN_FAILED;
            if (split.column == 0) split = *indent;
            p += 2;
            continue;
        }
        if (*p != '#' && *p != '\n') {
            lexer->cursor = p;
            if (split.column > 0) *indent = split;
            return true;
        }
        if (*p == '#') p = strchr(p, '\n');
        p++;
        *indent = split = (Indent){0, 0};
    }
}

static bool indentation_error(Lexer *lexer, DiagKind kind, const char *at, const char *message) {
    Position place = scan_position(lexer, at);
    uint32_t end = kind == DIAG_TAB ? DIAG_END_ZERO : DIAG_END_MINUS;
    diag_set(lexer->diag, kind, diag_open_span(place, end), "%s", message);
    lexer->late = true;
    return false;
}

/* The first byte of the line that the cursor is on. */
static const char *line_begin(Lexer *lexer) { return lexer->cursor - scan_position(lexer, lexer->cursor).column; }

static bool tab_error(Lexer *lexer) {
    return indentation_error(lexer, DIAG_TAB, line_begin(lexer), "inconsistent use of tabs and spaces in indentation");
}

static bool open_block(Lexer *lexer, Indent indent) {
    if (indent.alternate <= lexer->indents[lexer->indent_depth - 1].alternate) return tab_error(lexer);
    if (lexer->indent_depth == LEXER_INDENTS)
        return indentation_error(lexer, DIAG_INDENTATION, line_begin(lexer), "too many levels of indentation");
    lexer->indents[lexer->indent_depth++] = indent;
    return true;
}

static bool close_blocks(Lexer *lexer, Indent indent) {
    while (lexer->indents[lexer->indent_depth - 1].column > indent.column) {
        lexer->indent_depth--;
        lexer->dedents++;
    }
    Indent block = lexer->indents[lexer->indent_depth - 1];
    if (block.column != indent.column)
        return indentation_error(lexer, DIAG_INDENTATION, strchr(lexer->cursor, '\n'),
                                 "unindent does not match any outer indentation level");
    return block.alternate == indent.alternate || tab_error(lexer);
}

/* Compares the next line's indentation with the open blocks. */
static bool begin_line(Lexer *lexer, bool *opened) {
    Indent indent, block = lexer->indents[lexer->indent_depth - 1];
    *opened = false;
    if (!find_line(lexer, &indent)) return false;
    lexer->place = PLACE_STATEMENT;
    if (indent.column == block.column) return indent.alternate == block.alternate || tab_error(lexer);
    if (indent.column < block.column) return close_blocks(lexer, indent);
    *opened = true;
    return open_block(lexer, indent);
}

/* A token that stands before the first one of a line: INDENT covers the white space, DEDENT nothing. */
static bool layout_token(Lexer *lexer, int kind, Token *token) {
    Position place = scan_position(lexer, lexer->cursor);
    *token = (Token){.kind = kind, .where = {place, place}, .text = lexer->cursor};
    if (kind == TK_INDENT) {
        token->where.begin.column = 0;
        token->text -= place.column;
        token->length = place.column;
    }
    return true;
}

/* ---- looking ahead ---- */

/* What to go back to after looking ahead; errors found meanwhile are found again when they are reached. */
typedef struct Probe {
    const char *cursor; /* where the lexer was */
    Diag *diag;         /* the diag it had */
    Diag scratch;       /* what it uses meanwhile */
} Probe;

static void begin_probe(Lexer *lexer, Probe *probe) {
    *probe = (Probe){.cursor = lexer->cursor, .diag = lexer->diag, .scratch = {.arena = lexer->arena}};
    lexer->diag = &probe->scratch;
}

static void end_probe(Lexer *lexer, const Probe *probe) {
    lexer->cursor = probe->cursor;
    lexer->diag = probe->diag;
    lexer->depth = lexer->fstring_depth = 0;
    lexer->in_text = lexer->late = false;
}

/* Kind of the next raw token, 0 when there is none. */
static int probe_next(Lexer *lexer) {
    Token token = {0};
    return scan_next(lexer, &token) ? token.kind : 0;
}

/* `type` is a keyword before the name that it defines. */
static bool defines_type(Lexer *lexer) {
    if (lexer->place != PLACE_STATEMENT || lexer->depth > 0) return false;
    Probe probe;
    begin_probe(lexer, &probe);
    bool result = is(probe_next(lexer), NAME);
    end_probe(lexer, &probe);
    return result;
}

static bool line_ends_in_colon(Lexer *lexer) {
    int kind = 0, last;
    do {
        last = kind;
        kind = probe_next(lexer);
    } while (kind != 0 && kind != TK_NEWLINE);
    return kind == TK_NEWLINE && last == TK_COLON;
}

/* What follows `match` begins a subject and cannot go on an expression, or may do either and the line ends in ':'. */
static bool subject_follows(Lexer *lexer) {
    int kind = probe_next(lexer);
    if (kind == TK_NOT) return probe_next(lexer) != TK_IN;
    return is(kind, SUBJECT) || (is(kind, OPERATOR) && line_ends_in_colon(lexer));
}

static bool begins_match(Lexer *lexer) {
    if (lexer->first != 0) return false;
    Probe probe;
    begin_probe(lexer, &probe);
    bool result = subject_follows(lexer);
    end_probe(lexer, &probe);
    return result;
}

/* Behind `with`: a parenthesis that encloses items rather than an expression. It encloses items when an `as` stands in
 * it, and when ':' follows it and nothing in it (yield, `:=`, a generator, a starred element) can only be an
 * expression. */
static bool encloses_items(Lexer *lexer) {
    if (probe_next(lexer) != TK_LPAR) return false;
    int lambdas = 0, last = TK_LPAR, kind = 0;
    for (;; last = kind) {
        kind = probe_next(lexer);
        if (kind == 0) return false;
        if (lexer->depth == 0) break;
        if (lexer->depth > 1) continue;
        if (kind == TK_AS) return true;
        if (kind == TK_YIELD || kind == TK_COLONEQUAL || kind == TK_FOR) return false;
        if (kind == TK_STAR && lambdas <= 0 && (last == TK_LPAR || last == TK_COMMA)) return false;
        lambdas += (kind == TK_LAMBDA) - (kind == TK_COLON);
    }
    return last != TK_LPAR && probe_next(lexer) == TK_COLON;
}

static bool begins_items(Lexer *lexer) {
    if (lexer->first != 0) return false;
    Probe probe;
    begin_probe(lexer, &probe);
    bool result = encloses_items(lexer);
    end_probe(lexer, &probe);
    return result;
}

/* ---- the stream ---- */

/* Decides what a raw token is by where it stands, and where the next one stands. */
static void place_token(Lexer *lexer, Token *token) {
    LexerPlace next = PLACE_INSIDE;
    switch (token->kind) {
    case TK_NEWLINE:
        lexer->place = PLACE_LINE;
        lexer->first = 0;
        return;
    case TK_SEMI: next = PLACE_STATEMENT; break;
    case TK_COLON:
        if (lexer->depth == 0 && is(lexer->first, BLOCK_HEADER)) next = PLACE_STATEMENT;
        break;
    case TK_ASYNC:
        if (lexer->first != 0) break;
        return;
    case TK_WITH:
        if (begins_items(lexer)) next = PLACE_ITEMS;
        break;
    case TK_LPAR:
        if (lexer->place == PLACE_ITEMS) token->kind = TK_WITH_PAREN;
        break;
    case TK_TYPE:
        if (!defines_type(lexer)) token->kind = TK_NAME;
        break;
    case TK_MATCH:
        if (!begins_match(lexer)) token->kind = TK_NAME;
        break;
    case TK_CASE:
        if (lexer->first != 0) token->kind = TK_NAME;
        break;
    }
    lexer->place = next;
    if (lexer->first == 0) lexer->first = token->kind;
}

bool layout_next(Lexer *lexer, Token *token) {
    if (lexer->arena->failed) return layout_no_memory(lexer);
    if (diag_failed(lexer->diag)) return false;
    if (lexer->place == PLACE_LINE) {
        bool opened;
        if (!begin_line(lexer, &opened)) return false;
        if (opened) return layout_token(lexer, TK_INDENT, token);
    }
    if (lexer->dedents > 0) {
        lexer->dedents--;
        return layout_token(lexer, TK_DEDENT, token);
    }
    if (!scan_next(lexer, token)) return false;
    if (token->kind == 0) return lexer->depth == 0 || explain_open_bracket(lexer) != SCAN_FAILED;
    place_token(lexer, token);
    return true;
}
