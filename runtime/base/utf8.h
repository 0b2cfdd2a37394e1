/* runtime/base/utf8.h - UTF-8, one character at a time.
 *
 * Owns:      encoding and decoding of a code point; lone surrogates pass as three bytes (WTF-8).
 * Invariant: utf8_next is given valid text; utf8_next_checked any bytes.
 * Not here:  codecs and their error handlers (runtime/codec.h).
 */
#ifndef OURO_UTF8_H
#define OURO_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define UTF8_HIGH_BITS 0x8080808080808080u

/* Bytes at the start of the text that are below 128. */
static inline size_t utf8_ascii_prefix(const uint8_t *text, size_t length) {
    size_t i = 0;
    for (uint64_t word; length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        if (word & UTF8_HIGH_BITS) return i + (size_t)(__builtin_ctzll(word & UTF8_HIGH_BITS) / 8);
    }
    while (i < length && text[i] < 128) i++;
    return i;
}

/* The character at *text, which moves behind it. */
static inline uint32_t utf8_next(const uint8_t **text) {
    const uint8_t *p = *text;
    if (p[0] < 0x80) return *text = p + 1, p[0];
    if (p[0] < 0xe0) return *text = p + 2, (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    if (p[0] < 0xf0) {
        *text = p + 3;
        return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    }
    *text = p + 4;
    return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 0x3f) << 12 | (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

/* Bytes that the code point takes. */
static inline size_t utf8_size(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

/* Writes the code point and returns the place behind it. */
static inline uint8_t *utf8_put(uint8_t *to, uint32_t c) {
    if (c < 0x80) {
        *to++ = (uint8_t)c;
    } else if (c < 0x800) {
        *to++ = (uint8_t)(0xc0 | c >> 6);
        *to++ = (uint8_t)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        *to++ = (uint8_t)(0xe0 | c >> 12);
        *to++ = (uint8_t)(0x80 | (c >> 6 & 0x3f));
        *to++ = (uint8_t)(0x80 | (c & 0x3f));
    } else {
        *to++ = (uint8_t)(0xf0 | c >> 18);
        *to++ = (uint8_t)(0x80 | (c >> 12 & 0x3f));
        *to++ = (uint8_t)(0x80 | (c >> 6 & 0x3f));
        *to++ = (uint8_t)(0x80 | (c & 0x3f));
    }
    return to;
}

#endif
