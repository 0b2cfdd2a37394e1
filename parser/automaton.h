/* parser/automaton.h - the automaton that lemon makes of grammar.y, and a look at its stack.
 *
 * Owns:      nothing.
 * Invariant: entry 0 of the stack is the bottom mark; what lies above was shifted or reduced.
 * Not here:  the productions (grammar.y, which implements this), what to make of a token that did not fit (diagnose.c).
 */
#ifndef OURO_AUTOMATON_H
#define OURO_AUTOMATON_H

#include "lexer/token_kinds.h"
#include "parser/make.h"

/* Lemon's interface. Grammar calls parser_stuck when the token does not fit. */
void *GrammarAlloc(void *(*allocate)(size_t), Parser *p);
void Grammar(void *automaton, int kind, Token token);
void GrammarFree(void *automaton, void (*release)(void *));

#define AUTOMATON_NONTERMINAL (-1)

/* Entries that its stack may have. A level of the tree takes four at most, so what needs more is deeper than
 * AST_DEPTH_LIMIT. */
#define AUTOMATON_LIMIT 32768

/* Index of the top entry. */
size_t automaton_depth(const void *automaton);

/* The TK_ kind of an entry, or AUTOMATON_NONTERMINAL. */
int automaton_symbol(const void *automaton, size_t entry);

/* True when the automaton would shift this token next. */
bool automaton_accepts(const void *automaton, int kind);

/* How many entries the reductions before shifting this token would leave in place. */
size_t automaton_kept(const void *automaton, int kind);

#endif
