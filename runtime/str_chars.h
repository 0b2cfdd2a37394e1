/* runtime/str_chars.h - characters of 1, 2 or 4 bytes: reading, writing, copying between widths.
 *
 * Owns:      nothing; for the files that implement str.
 * Invariant: a width is 1, 2 or 4; what is written into a narrower width fits it.
 * Not here:  objects (str.h).
 */
#ifndef OURO_STR_CHARS_H
#define OURO_STR_CHARS_H

#include "runtime/state.h"
#include "runtime/str.h"

static inline uint32_t width_for(uint32_t all) { return all < 0x100 ? 1 : all < 0x10000 ? 2 : 4; }

static inline uint32_t chars_at(const void *data, uint32_t width, size_t i) {
    if (width == 1) return ((const uint8_t *)data)[i];
    return width == 2 ? ((const uint16_t *)data)[i] : ((const uint32_t *)data)[i];
}

static inline void chars_put(void *data, uint32_t width, size_t i, uint32_t c) {
    if (width == 1) {
        ((uint8_t *)data)[i] = (uint8_t)c;
    } else if (width == 2) {
        ((uint16_t *)data)[i] = (uint16_t)c;
    } else {
        ((uint32_t *)data)[i] = c;
    }
}

static inline uint8_t *chars_place(const void *data, uint32_t width, size_t i) { return (uint8_t *)data + i * width; }

/* Copies count characters, changing their width. */
void chars_convert(void *to, uint32_t to_width, const void *from, uint32_t from_width, size_t count);

/* memcpy for what is mostly short: a call costs more than the few moves. */
static inline void copy_short(void *to, const void *from, size_t size) {
    char *out = to;
    const char *in = from;
    if (size - 8 <= 8) {
        uint64_t first, last;
        memcpy(&first, in, 8);
        memcpy(&last, in + size - 8, 8);
        memcpy(out, &first, 8);
        memcpy(out + size - 8, &last, 8);
    } else if (size - 4 < 4) {
        uint32_t first, last;
        memcpy(&first, in, 4);
        memcpy(&last, in + size - 4, 4);
        memcpy(out, &first, 4);
        memcpy(out + size - 4, &last, 4);
    } else if (size - 1 < 3) {
        char first = in[0], middle = in[size / 2], last = in[size - 1];
        out[0] = first;
        out[size / 2] = middle;
        out[size - 1] = last;
    } else if (size > 0) {
        memcpy(to, from, size);
    }
}

/* A string of 2 or more ASCII characters for the caller to fill, when a cell is at hand; else NULL, and str_alloc goes
 * the long way. Most strings are made here. */
static inline Str *ascii_cell_try(size_t length) {
    size_t size = sizeof(Str) + length + 1;
    if (UNLIKELY(length - 2 > MEM_CELL_MAX - sizeof(Str) - 3)) return NULL;
    Str *s = mem_cell_try(&rt()->mem, MEM_LEAVES, size);
    if (UNLIKELY(s == NULL)) return NULL;
    s->head = (Object){.count = 1, .flags = STR_WIDTH_1 | STR_ASCII, .type = &type_str};
    s->hash = 0;
    s->length = length;
    s->data[length] = 0;
    return s;
}

static inline void chars_copy(void *to, uint32_t to_width, const void *from, uint32_t from_width, size_t count) {
    if (LIKELY(to_width == from_width)) {
        copy_short(to, from, count * to_width);
    } else {
        chars_convert(to, to_width, from, from_width, count);
    }
}

/* Writes count times the same character. */
void chars_fill(void *to, uint32_t width, uint32_t c, size_t count);
/* Fills data[unit .. total) with what stands in data[0 .. unit). Bytes. */
void chars_repeat(uint8_t *data, size_t unit, size_t total);

/* Bytes with the case of ASCII letters among them changed. */
typedef enum AsciiCase { ASCII_LOWER, ASCII_UPPER, ASCII_SWAP, ASCII_CAPITAL, ASCII_TITLE } AsciiCase;
void ascii_change_case(uint8_t *to, const uint8_t *from, size_t length, AsciiCase change); /* str_case.c */

/* A number that is below 128, 256, 65536 exactly when all characters are. */
uint32_t chars_all(const void *data, uint32_t width, size_t count);

/* The same for a whole string, from its flags. */
static inline uint32_t str_all(Ref s) {
    uint32_t width = str_width(s);
    return str_is_ascii(s) ? 0x7f : width == 1 ? 0xff : width == 2 ? 0xffff : 0x10ffff;
}

/* The same text in the narrowest width, after wide characters may have been left out. NULL stays NULL. */
Value str_narrowed_steal(Value s);

/* Index of the character in data[begin .. end), or -1. */
int64_t chars_find(const void *data, uint32_t width, uint32_t c, size_t begin, size_t end);
int64_t chars_rfind(const void *data, uint32_t width, uint32_t c, size_t begin, size_t end);

#endif
