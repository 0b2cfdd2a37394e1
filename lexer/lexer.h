/* lexer/lexer.h - from text to tokens.
 *
 * Owns:      nothing; tokens point into the source or the arena.
 * Invariant: brackets[0 .. depth) are open, fstrings[0 .. fstring_depth) are unfinished, indents[0 .. indent_depth)
 *            grow strictly.
 * Not here:  what a literal means (literal.h), what follows what (parser/grammar.y).
 *
 * Two layers: scan_next reads raw tokens by the rules of lexer.re; layout.c filters them into logical lines.
 */
#ifndef OURO_LEXER_H
#define OURO_LEXER_H

#include <stdio.h>

#include "lexer/token.h"
#include "runtime/base/arena.h"
#include "runtime/base/diag.h"

/* CPython's limits. */
#define LEXER_BRACKETS 200 /* open brackets */
#define LEXER_FSTRINGS 149 /* f-strings inside one another */
#define LEXER_INDENTS 100  /* levels of indentation, the module's own included */
#define LEXER_FIELDS 3     /* replacement fields inside one another's format specifications */

typedef struct Bracket {
    Position where; /* the bracket */
    char open;      /* '(' '[' '{' */
    bool field;     /* opens a replacement field of an f-string */
} Bracket;

typedef struct FString {
    Position begin;  /* first byte of its prefix */
    uint32_t depth;  /* brackets that were open there */
    uint32_t prefix; /* LITERAL_... bits */
    char quote;      /* ' or " */
    uint8_t quotes;  /* 1 or 3 */
    bool format;     /* behind the ':' of a field, with no nested field closed since */
} FString;

/* Indentation of a block, measured twice: two lines whose columns agree must agree in both. */
typedef struct Indent {
    uint32_t column;    /* a tab reaches the next multiple of 8 */
    uint32_t alternate; /* a tab is one column */
} Indent;

typedef enum LexerPlace {
    PLACE_LINE,      /* at the beginning of a logical line: indentation comes first */
    PLACE_STATEMENT, /* at the beginning of a statement */
    PLACE_ITEMS,     /* before the '(' of parenthesised with-items */
    PLACE_INSIDE,    /* anywhere else in a statement */
} LexerPlace;

typedef struct Lexer {
    const Source *source;             /* what is read */
    Arena *arena;                     /* names that normalisation changed */
    Diag *diag;                       /* the first error */
    const char *begin;                /* first byte of the token that is being scanned */
    const char *end;                  /* one past its last byte */
    const char *cursor;               /* where the next one is looked for */
    uint32_t line;                    /* line of the last place asked for, from 1 */
    uint32_t depth;                   /* open brackets */
    uint32_t fstring_depth;           /* unfinished f-strings */
    uint32_t indent_depth;            /* entries of indents, at least 1 */
    uint32_t dedents;                 /* DEDENT tokens still to deliver */
    LexerPlace place;                 /* where in its logical line the next token stands */
    int first;                        /* kind of the first token of the logical line behind `async`; 0: none yet */
    bool late;                        /* the error is one that CPython finds only when its parser asks for the token */
    bool in_text;                     /* between the braces of the innermost f-string, not inside them */
    Indent indents[LEXER_INDENTS];    /* open blocks, outermost first */
    Bracket brackets[LEXER_BRACKETS]; /* open brackets, outermost first */
    FString fstrings[LEXER_FSTRINGS]; /* unfinished f-strings, outermost first */
} Lexer;

/* Begins at the start of a source. All three must outlive the lexer, source and arena the tokens too. */
void lexer_init(Lexer *lexer, const Source *source, Arena *arena, Diag *diag);

/* Delivers the next token; its kind is 0 at the end, as often as asked for. False: diag is set. */
bool lexer_next(Lexer *lexer, Token *token);

/* What a parser asks before it reports its own error, whose last token is on the given line: CPython prefers an error
 * of the tokens that follow (none of an f-string's inside, nor of indentation), and a bracket of an earlier line that
 * was never closed. True: diag is set, report that one. The lexer is of no use afterwards. */
bool lexer_check_rest(Lexer *lexer, uint32_t line);

/* "NAME", "LPAR": the kind as the grammar spells it; "END" for 0. */
const char *token_kind_name(int kind);

/* Writes one line a token, `line:column-line:column KIND text`. False: diag is set. */
bool lexer_dump(const Source *source, Arena *arena, Diag *diag, FILE *out);

#endif
