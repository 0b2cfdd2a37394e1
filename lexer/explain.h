/* lexer/explain.h - why a text is no token: the cold half of the lexer.
 *
 * Owns:      nothing.
 * Invariant: each function but explain_number sets the diag in CPython 3.13's words and place, and returns SCAN_FAILED.
 * Not here:  the rules (lexer.re), what literals mean (literal.h).
 */
#ifndef OURO_LEXER_EXPLAIN_H
#define OURO_LEXER_EXPLAIN_H

#include "lexer/lexer.h"

#define SCAN_FAILED (-1) /* the kind of what is no token */

/* A message about the one character at `at`. */
int explain_at(Lexer *lexer, const char *at, const char *format, ...) __attribute__((format(printf, 3, 4), cold));

/* A string whose end quote is missing; lexer->begin is its prefix, end where the search stopped. */
int explain_string(Lexer *lexer, const char *end) __attribute__((cold));

/* The innermost f-string, whose end quote is missing. */
int explain_fstring(Lexer *lexer, const char *end) __attribute__((cold));

/* A number at lexer->begin whose rule ended before a letter, a digit or '_'. True when it is a number all the same
 * ("1if x", with a warning). */
bool explain_number(Lexer *lexer) __attribute__((cold));

/* A character that begins no token, or that an identifier cannot hold. */
int explain_character(Lexer *lexer, const char *at) __attribute__((cold));

/* A backslash that does not end its line, or that ends the last. */
int explain_backslash(Lexer *lexer, const char *backslash) __attribute__((cold));

/* A closing bracket that closes nothing, or not what is open. */
int explain_bracket(Lexer *lexer, const char *bracket) __attribute__((cold));

/* The text ended and a bracket is open. */
int explain_open_bracket(Lexer *lexer) __attribute__((cold));

#endif
