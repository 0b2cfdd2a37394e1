/* runtime/base/search.h - finding and counting bytes in bytes.
 *
 * Owns:      the choice of search.
 * Invariant: the time grows with the text, not with text times part.
 * Not here:  characters of 2 and 4 bytes (runtime/str_search.c).
 */
#ifndef OURO_SEARCH_H
#define OURO_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/* The first place in [from, stop) where part stands, or NULL. The part has at least one byte. */
const uint8_t *search_bytes(const uint8_t *from, const uint8_t *stop, const uint8_t *part, size_t length);
/* How often it stands there without overlapping itself, at most so often. */
size_t search_count(const uint8_t *from, const uint8_t *stop, const uint8_t *part, size_t length, size_t most);
/* How often the byte is in [from, stop). */
size_t search_count_byte(const uint8_t *from, const uint8_t *stop, uint8_t byte);

#endif
