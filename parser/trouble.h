/* parser/trouble.h - a broken text laid out for inspection: all its tokens, and the automaton before the one that
 * failed.
 *
 * Owns:      the tokens and the second automaton, from trouble_open to trouble_close.
 * Invariant: symbol(t, 0) is the top of the automaton's stack; entry i of it begins at token first[i].
 * Not here:  what to make of it (diagnose.c).
 */
#ifndef OURO_TROUBLE_H
#define OURO_TROUBLE_H

#include "parser/automaton.h"
#include "parser/make.h"

typedef struct Trouble {
    Parser *p;       /* the parse that failed */
    Token *tokens;   /* from tokens[1] on those of the text; tokens[0] is the START_ token */
    uint16_t *level; /* brackets open behind each token */
    size_t count;    /* tokens up to the end of the text, or up to the first that the lexer refused */
    Diag lexical;    /* why it refused that one */
    size_t at;       /* the token that did not fit */
    void *automaton; /* before that token */
    size_t *first;   /* for each entry of its stack: its first token */
    size_t top;      /* index of the top entry */
} Trouble;

/* Reads the tokens; the automaton is left alone. */
void trouble_read(Trouble *t, Parser *p);
/* Reads the tokens and parses again, up to the one that did not fit. False: no memory. */
bool trouble_open(Trouble *t, Parser *p);
/* Looks again at a piece of the text, from token `from` on, as what the START_ token asks for. False: all of it fits,
 * or no memory. Both are to be closed. */
bool trouble_open_piece(Trouble *piece, const Trouble *t, int start, size_t from);
void trouble_close(Trouble *t);

/* Index of the first token at or behind a place. */
size_t trouble_find(const Trouble *t, Position place);

/* Longest piece of the text that begins at token `from` and is what the START_ token asks for: returns the index behind
 * it, and its expression if it is one; 0 when there is none. When the piece runs into a token that the lexer refused,
 * that is the error, as in CPython, whose second look reads further than the first: it is set. */
size_t trouble_match(const Trouble *t, int start, size_t from, Expr **piece);

/* TK_ kind of a token; 0 behind the last. */
static inline int kind_at(const Trouble *t, size_t i) { return i < t->count ? t->tokens[i].kind : 0; }

/* Kind of the stack entry so many below the top: a token, or AUTOMATON_NONTERMINAL. */
static inline int symbol(const Trouble *t, size_t below) {
    return below < t->top ? automaton_symbol(t->automaton, t->top - below) : 0;
}

/* First token of the stack entry so many below the top. */
static inline size_t first_token(const Trouble *t, size_t below) { return t->first[t->top - below]; }

/* From the first byte of one token to the last of another. */
static inline Span between(const Trouble *t, size_t first, size_t last) {
    return join(t->tokens[first].where, t->tokens[last].where);
}

/* ---- stack.c: reading the stack ---- */

bool kind_opens(int kind);
bool kind_closes(int kind);
/* True for tokens that a logical line follows. */
bool kind_ends_line(int kind);
/* True for an entry that can stand as an operand. */
bool stack_is_atom(int kind);
/* True for an entry that is the first of its logical line. */
bool stack_begins_line(const Trouble *t, size_t below);
/* Entries of a bracketed piece whose closing bracket is `below`, that bracket and the opening one included. */
size_t stack_bracketed(const Trouble *t, size_t below);
/* Depth of the first open bracket at or under `below`; t->top when there is none. */
size_t stack_open_bracket(const Trouble *t, size_t below);
/* True for the bracket of a call or subscript, as against a group, tuple or list. */
bool stack_is_suffix(const Trouble *t, size_t below);
/* True for the '{' of a field of an f-string, as against a dict or set. */
bool stack_is_field(const Trouble *t, size_t below);
/* True for a token that stands inside a disjunction. */
bool stack_is_operator(const Trouble *t, size_t below);
/* How many entries on top of the stack belong to the disjunction that is being read. */
size_t stack_disjunction(const Trouble *t);
/* True inside the parentheses of def's parameters, or between lambda and its colon. */
bool stack_in_parameters(const Trouble *t, bool *is_lambda);

#endif
