/* runtime/base/diag.h - the first syntax error of a text.
 *
 * Owns:      nothing; the message lives in the arena or is static.
 * Invariant: the first error sticks: diag_set on a set Diag does nothing.
 * Not here:  making an exception of it (runtime/error.h).
 */
#ifndef OURO_DIAG_H
#define OURO_DIAG_H

#include "runtime/base/arena.h"
#include "runtime/base/source.h"

typedef enum DiagKind {
    DIAG_NONE,
    DIAG_SYNTAX,      /* SyntaxError */
    DIAG_TOKEN,       /* SyntaxError in a token: its line is told without the newline, as CPython's lexer does */
    DIAG_INDENTATION, /* IndentationError */
    DIAG_TAB,         /* TabError */
    DIAG_MEMORY,      /* MemoryError; without a message, memory has run out */
    DIAG_RECURSION,   /* RecursionError */
    DIAG_INCOMPLETE,  /* the text ended where more could follow: the prompt asks for another line */
} DiagKind;

/* An error has no place at all when where.begin.line is 0, and a line without carets when its column is this. */
#define DIAG_NO_COLUMN UINT32_MAX

/* Columns of an end that CPython leaves open, by what it then says of it: end_offset is 0, -1 or None. */
#define DIAG_END_ZERO (UINT32_MAX - 1)
#define DIAG_END_MINUS (UINT32_MAX - 2)
#define DIAG_END_NONE (UINT32_MAX - 3)

/* A warning found on the way, such as an invalid escape; the command line prints them. */
typedef struct DiagWarning {
    struct DiagWarning *next; /* in order of occurrence */
    const char *message;      /* CPython's text of the SyntaxWarning */
    Span where;               /* what it is about */
} DiagWarning;

struct Diag {
    Arena *arena;          /* where messages are formatted */
    DiagKind kind;         /* DIAG_NONE until the first error */
    const char *message;   /* CPython's text */
    Span where;            /* what the carets mark, see DIAG_NO_COLUMN and DIAG_END_ZERO */
    bool incomplete;       /* the error is at the end of input (see DIAG_INCOMPLETE) */
    DiagWarning *warnings; /* first */
    DiagWarning *last;     /* last of warnings; meaningless while that is NULL */
};

void diag_set(Diag *diag, DiagKind kind, Span where, const char *format, ...) __attribute__((format(printf, 4, 5)));
void diag_warn(Diag *diag, Span where, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* A place that an error names without an end; end is one of the DIAG_END_ columns. */
static inline Span diag_open_span(Position begin, uint32_t end) { return (Span){begin, {begin.line, end}}; }
static inline bool diag_failed(const Diag *diag) { return diag->kind != DIAG_NONE; }

#endif
