/* lexer/layout.h - the filter that makes logical lines of raw tokens.
 *
 * Owns:      nothing; its state is in the Lexer.
 * Invariant: INDENT and DEDENT balance when the end is delivered; a soft keyword leaves as TK_MATCH, TK_CASE or TK_TYPE
 *            only where it is one.
 * Not here:  what a statement is (parser/grammar.y), raw tokens (lexer.re).
 */
#ifndef OURO_LEXER_LAYOUT_H
#define OURO_LEXER_LAYOUT_H

#include "lexer/lexer.h"

void layout_init(Lexer *lexer);

/* Delivers the next token. False: diag is set. */
bool layout_next(Lexer *lexer, Token *token);

/* Reports MemoryError. Always false. */
bool layout_no_memory(Lexer *lexer);

#endif
