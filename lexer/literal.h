/* lexer/literal.h - what the text of a literal means.
 *
 * Owns:      nothing; results live in the arena or point into the token.
 * Invariant: decoded text is UTF-8 in which a lone surrogate is three bytes (WTF-8).
 * Not here:  where a literal begins and ends (lexer.re), making objects (compiler/).
 */
#ifndef OURO_LEXER_LITERAL_H
#define OURO_LEXER_LITERAL_H

#include "lexer/token.h"
#include "runtime/base/arena.h"
#include "runtime/base/diag.h"

/* Token.prefix of STRING, FSTRING_START and FSTRING_MIDDLE. */
enum {
    LITERAL_RAW = 1,     /* r: a backslash is a backslash */
    LITERAL_BYTES = 2,   /* b */
    LITERAL_FORMAT = 4,  /* f */
    LITERAL_UNICODE = 8, /* u: means nothing, the AST keeps it */
    LITERAL_TRIPLE = 16, /* three quotes */
};

typedef enum NumberKind { NUMBER_INT, NUMBER_FLOAT, NUMBER_IMAGINARY } NumberKind;

typedef struct NumberLiteral {
    NumberKind kind;    /* which of the following holds */
    unsigned base;      /* int: 2, 8, 10 or 16 */
    const char *digits; /* int: digits of that base without prefix, underscores and leading zeros; "0" for zero */
    size_t length;      /* int: number of digits */
    double value;       /* float and imaginary: nearest double, infinity when beyond */
} NumberLiteral;

typedef struct TextLiteral {
    const char *text; /* decoded; NUL-terminated only when an escape was decoded */
    size_t length;    /* bytes */
} TextLiteral;

/* Reads a NUMBER token. False: the arena has no memory, diag is set. */
bool literal_number(const Token *token, Arena *arena, Diag *diag, NumberLiteral *number);

/* Reads a STRING or FSTRING_MIDDLE token; bytes when prefix has LITERAL_BYTES. `where` is what an error is reported at:
 * for a STRING CPython takes the token's own place, for the pieces of an f-string that of its FSTRING_END. False: diag
 * is set. Warns of the first invalid escape. */
bool literal_text(const Token *token, Span where, Arena *arena, Diag *diag, TextLiteral *literal);

/* The character that Unicode calls by this name (\N{name}), in runtime/base/ucd. False: no such name. */
bool literal_unicode_name(const char *name, size_t length, uint32_t *code);

#endif
