/* runtime/base/source.h - a program's text and places in it.
 *
 * Owns:      the text of a Source, made by source_from_bytes or source_from_text.
 * Invariant: text is valid UTF-8, its line ends are '\n', it ends in '\n' and then '\0'.
 * Not here:  tokens (lexer/), messages about a place (diag.h).
 */
#ifndef OURO_SOURCE_H
#define OURO_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Position {
    uint32_t line;   /* from 1 */
    uint32_t column; /* bytes from the start of the line, from 0 */
} Position;

typedef struct Span {
    Position begin; /* first byte */
    Position end;   /* one past the last byte */
} Span;

typedef struct Diag Diag;

typedef struct Source {
    const char *name;      /* what tracebacks call it: a path, "<string>", "<stdin>" */
    char *text;            /* decoded, normalised text */
    size_t length;         /* bytes, without the final NUL */
    uint32_t *line_starts; /* byte offset of each line, then length, then UINT32_MAX */
    uint32_t line_count;   /* lines: entries of line_starts without the last two */
    bool added_newline;    /* the last '\n' was not in the original */
    bool is_module;        /* as against a statement or an expression: its last line ends in a newline */
    bool is_typed;         /* at the prompt: the first error is told, whatever follows it */
    bool is_program;       /* the file that is run: what is wrong at its end has a line and no column */
} Source;

/* Makes a source of bytes as they stand in a file: drops a BOM, obeys a coding cookie (utf-8, latin-1 and ascii),
 * checks the UTF-8, turns CRLF and CR into LF. On failure fills diag with CPython's SyntaxError text (null bytes,
 * undecodable bytes) and returns false; the source then holds the lines before the fault, so that diag's place can be
 * shown, and is freed as any other. name is kept, not copied. */
bool source_from_bytes(Source *source, const char *name, const char *bytes, size_t length, Diag *diag);

/* The same for the program that is run: CPython reads it line by line, and so words some faults differently. */
bool source_from_program(Source *source, const char *name, const char *bytes, size_t length, Diag *diag);

/* The same for text that is UTF-8 already (a str given to exec, what was typed at the prompt): no cookie counts. */
bool source_from_text(Source *source, const char *name, const char *text, size_t length, Diag *diag);

/* Returns everything; a zeroed source may be freed too. */
void source_free(Source *source);

/* Points *text at the text of a line (from 1, without its newline) and returns its length in bytes; 0 past the end. */
size_t source_line(const Source *source, uint32_t line, const char **text);

/* True when the last line holds nothing but blanks: at the prompt it ends a block. */
bool source_ends_blank(const Source *source);

#endif
