/* parser/diagnose.h - why a text is not Python: the cold half of the parser.
 *
 * Owns:      nothing.
 * Invariant: every function sets the diag, in CPython 3.13's words and place.
 * Not here:  errors that are plain once a construct is whole (make_*.c), errors in tokens (lexer/explain.h).
 */
#ifndef OURO_DIAGNOSE_H
#define OURO_DIAGNOSE_H

#include "parser/make.h"

/* The token did not fit. */
void diagnose_token(Parser *p, Token token);

#endif
