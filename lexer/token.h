/* lexer/token.h - what the lexer hands to the parser.
 *
 * Owns:      nothing; text points into the source or the arena.
 * Invariant: kind is a TK_ number of token_kinds.h, which the build makes from parser/grammar.y.
 * Not here:  what a literal means (literal.h).
 */
#ifndef OURO_TOKEN_H
#define OURO_TOKEN_H

#include "runtime/base/source.h"

typedef struct Token {
    int kind;         /* TK_... */
    Span where;       /* its place */
    const char *text; /* as written; for f-string middles the raw text */
    uint32_t length;  /* bytes of text */
    uint32_t prefix;  /* string tokens: LITERAL_... bits of literal.h */
} Token;

#endif
