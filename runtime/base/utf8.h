/* runtime/base/utf8.h - UTF-8, its superset WTF-8, and what makes an identifier.
 *
 * Owns:      checking, counting, decoding and encoding of code points; three properties of code points.
 * Invariant: utf8_decode and utf8_count are given text that utf8_check accepts.
 * Not here:  strings of 1, 2 and 4 bytes a character (runtime/str.h).
 */
#ifndef OURO_UTF8_H
#define OURO_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum Utf8Form {
    UTF8_STRICT, /* no surrogates */
    UTF8_WTF,    /* lone surrogates pass, three bytes each */
} Utf8Form;

/* The first sequence that is not valid. */
typedef struct Utf8Error {
    size_t begin;       /* its first byte */
    size_t end;         /* one past the last byte that belongs to it */
    const char *reason; /* CPython's words */
} Utf8Error;

/* True when the text is valid; otherwise error tells where and why not. */
bool utf8_check(const char *text, size_t length, Utf8Form form, Utf8Error *error);
bool utf8_is_ascii(const char *text, size_t length);
size_t utf8_count(const char *text, size_t length); /* code points */

/* The code point at *cursor, which moves behind it. */
uint32_t utf8_decode(const char **cursor);
/* Writes up to four bytes and returns how many. */
size_t utf8_encode(uint32_t code, char *out);

bool utf8_is_xid_start(uint32_t code); /* '_' included */
bool utf8_is_xid_continue(uint32_t code);
bool utf8_is_printable(uint32_t code); /* as str.isprintable */

#endif
