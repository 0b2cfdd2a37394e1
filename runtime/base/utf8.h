/* runtime/base/utf8.h - UTF-8 and its superset WTF-8.
 *
 * Owns:      checking, counting, decoding and encoding of code points.
 * Invariant: utf8_decode and utf8_count are given text that utf8_check accepts.
 * Not here:  properties of code points (ucd.h), strings of 1, 2 and 4 bytes a character (runtime/str.h).
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
/* A number that is below 128, 256, 65536 exactly when all code points are. */
uint32_t utf8_all(const char *text, size_t length);

/* The code point at *cursor, which moves behind it. */
static inline uint32_t utf8_decode(const char **cursor) {
    const uint8_t *text = (const uint8_t *)*cursor;
    uint32_t lead = text[0];
    if (lead < 0x80) {
        *cursor += 1;
        return lead;
    }
    uint32_t second = text[1] & 0x3fu;
    if (lead < 0xe0) {
        *cursor += 2;
        return (lead & 0x1f) << 6 | second;
    }
    uint32_t third = text[2] & 0x3fu;
    if (lead < 0xf0) {
        *cursor += 3;
        return (lead & 0x0f) << 12 | second << 6 | third;
    }
    *cursor += 4;
    return (lead & 0x07) << 18 | second << 12 | third << 6 | (text[3] & 0x3fu);
}
/* Writes up to four bytes and returns how many. */
static inline size_t utf8_encode(uint32_t code, char *out) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    char last = (char)(0x80 | (code & 0x3f));
    if (code < 0x800) {
        out[0] = (char)(0xc0 | code >> 6);
        out[1] = last;
        return 2;
    }
    char middle = (char)(0x80 | (code >> 6 & 0x3f));
    if (code < 0x10000) {
        out[0] = (char)(0xe0 | code >> 12);
        out[1] = middle;
        out[2] = last;
        return 3;
    }
    out[0] = (char)(0xf0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3f));
    out[2] = middle;
    out[3] = last;
    return 4;
}

/* Bytes of a sequence at text that is surely valid, unless it is of four bytes or at the edges of what is allowed; 0:
 * utf8_check must look. */
static inline size_t utf8_usual(const uint8_t *text, size_t left) {
    uint8_t lead = text[0];
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead < 0xe0) return left >= 2 && (text[1] & 0xc0) == 0x80 ? 2 : 0;
    bool three = lead > 0xe0 && lead < 0xf0 && lead != 0xed && left >= 3;
    return three && (text[1] & 0xc0) == 0x80 && (text[2] & 0xc0) == 0x80 ? 3 : 0;
}

#endif
