/* parser/diagnose.h - why a text is not Python: the cold half of the parser.
 *
 * Owns:      nothing.
 * Invariant: messages and places are those of CPython 3.13.
 * Not here:  errors that are plain once a construct is whole (make_*.c), errors in tokens (lexer/explain.h).
 */
#ifndef OURO_DIAGNOSE_H
#define OURO_DIAGNOSE_H

#include "parser/make.h"

/* The token did not fit: sets the diag. */
void diagnose_token(Parser *p, Token token);

/* A target of an assignment cannot be one; first is the statement's first target. Sets the diag where `==` may have
 * been meant. */
void diagnose_assignment(Parser *p, const Expr *first);

/* class C(x for x in y): sets the diag. */
void diagnose_class_generator(Parser *p, const Expr *generator);

/* The atom that an expression begins with; a group is one. */
const Expr *leftmost(const Expr *e);

/* Sets the diag at the token that follows a place. */
void diagnose_after(Parser *p, Position place, const char *message);

#endif
