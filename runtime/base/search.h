/* runtime/base/search.h - finding and counting bytes in bytes.
 *
 * Owns:      the choice of search.
 * Invariant: the time grows with the text, not with text times part.
 * Not here:  characters of 2 and 4 bytes (runtime/str_search.c).
 */
#ifndef OURO_SEARCH_H
#define OURO_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The first place in [from, stop) where part stands, or NULL. The part has at least one byte. */
const uint8_t *search_bytes(const uint8_t *from, const uint8_t *stop, const uint8_t *part, size_t length);
/* How often it stands there without overlapping itself, at most so often. */
size_t search_count(const uint8_t *from, const uint8_t *stop, const uint8_t *part, size_t length, size_t most);
/* How often the byte is in [from, stop). */
size_t search_count_byte(const uint8_t *from, const uint8_t *stop, uint8_t byte);

/* Whether size bytes are the same, at most 16 of them. */
static inline __attribute__((always_inline)) bool search_same_short(const void *left, const void *right, size_t size) {
    const uint8_t *a = left, *b = right;
    if (size >= 8) {
        uint64_t v, w, x, y;
        memcpy(&v, a, 8), memcpy(&w, b, 8), memcpy(&x, a + size - 8, 8), memcpy(&y, b + size - 8, 8);
        return ((v ^ w) | (x ^ y)) == 0;
    }
    if (size >= 4) {
        uint32_t v, w, x, y;
        memcpy(&v, a, 4), memcpy(&w, b, 4), memcpy(&x, a + size - 4, 4), memcpy(&y, b + size - 4, 4);
        return ((v ^ w) | (x ^ y)) == 0;
    }
    return size == 0 || ((a[0] ^ b[0]) | (a[size / 2] ^ b[size / 2]) | (a[size - 1] ^ b[size - 1])) == 0;
}

/* memcmp for what is mostly short: whether size bytes are the same. */
static inline bool search_same(const void *left, const void *right, size_t size) {
    return size <= 16 ? search_same_short(left, right, size) : memcmp(left, right, size) == 0;
}

/* Words of eight bytes, the first byte in the lowest bits. What tells about the bytes of a word has its answers in
 * their highest bits. */
#define SEARCH_BYTES(byte) ((uint64_t)(byte) * 0x0101010101010101)

static inline uint64_t search_word(const uint8_t *place) {
    uint64_t word;
    memcpy(&word, place, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* Which bytes are from first to last; all are below 128. */
static inline uint64_t search_between(uint64_t word, uint8_t first, uint8_t last) {
    return (word + SEARCH_BYTES(0x80 - first)) & ~(word + SEARCH_BYTES(0x7f - last)) & SEARCH_BYTES(0x80);
}

/* memchr for what is mostly near. */
static inline const uint8_t *search_byte(const uint8_t *from, const uint8_t *stop, uint8_t byte) {
    for (int i = 0; i < 2 && stop - from >= 8; i++, from += 8) {
        uint64_t other = search_word(from) ^ SEARCH_BYTES(byte);
        uint64_t same = (other - SEARCH_BYTES(1)) & ~other & SEARCH_BYTES(0x80); /* the lowest one is right */
        if (same) return from + __builtin_ctzll(same) / 8;
    }
    return from < stop ? memchr(from, byte, (size_t)(stop - from)) : NULL;
}

#endif
