/* runtime/base/utf8.c - UTF-8 and its superset WTF-8.
 *
 * Owns:      walking over sequences of bytes.
 * Invariant: see utf8.h.
 * Not here:  strings of 1, 2 and 4 bytes a character (runtime/str.h).
 */
#include "runtime/base/utf8.h"

#include <string.h>

#define HIGH_BITS 0x8080808080808080u
#define LOW_BITS 0x0101010101010101u

static const char start_reason[] = "invalid start byte";
static const char continuation_reason[] = "invalid continuation byte";
static const char end_reason[] = "unexpected end of data";

/* What must follow a lead byte: https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf, table 3-7. */
typedef struct Sequence {
    uint8_t length; /* bytes with the lead byte; 0: no lead byte */
    uint8_t low;    /* least second byte */
    uint8_t high;   /* greatest second byte */
} Sequence;

static Sequence sequence_of(uint8_t lead, Utf8Form form) {
    if (lead < 0xC2) return (Sequence){0};
    if (lead < 0xE0) return (Sequence){2, 0x80, 0xBF};
    if (lead == 0xE0) return (Sequence){3, 0xA0, 0xBF};
    if (lead == 0xED && form == UTF8_STRICT) return (Sequence){3, 0x80, 0x9F};
    if (lead < 0xF0) return (Sequence){3, 0x80, 0xBF};
    if (lead == 0xF0) return (Sequence){4, 0x90, 0xBF};
    if (lead < 0xF4) return (Sequence){4, 0x80, 0xBF};
    if (lead == 0xF4) return (Sequence){4, 0x80, 0x8F};
    return (Sequence){0};
}

static bool is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/* Bytes of the sequence at text, of which `left` remain; 0 when it is invalid, and error says why. */
static size_t check_sequence(const uint8_t *text, size_t left, Utf8Form form, Utf8Error *error) {
    Sequence sequence = sequence_of(text[0], form);
    *error = (Utf8Error){.end = 1, .reason = start_reason};
    if (sequence.length == 0) return 0;
    for (size_t i = 1; i < sequence.length; i++) {
        error->end = i;
        error->reason = i < left ? continuation_reason : end_reason;
        if (i >= left) return 0;
        if (i == 1 ? text[i] < sequence.low || text[i] > sequence.high : !is_continuation(text[i])) return 0;
    }
    return sequence.length;
}

/* Length of the run of ASCII at text, to the nearest word. */
static size_t skip_ascii(const char *text, size_t length) {
    size_t i = 0;
    for (uint64_t words[8]; length - i >= sizeof words; i += sizeof words) {
        uint64_t all = 0;
        memcpy(words, text + i, sizeof words);
        for (int k = 0; k < 8; k++) all |= words[k];
        if (all & HIGH_BITS) break;
    }
    for (uint64_t word; length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        if (word & HIGH_BITS) break;
    }
    return i;
}

bool utf8_check(const char *text, size_t length, Utf8Form form, Utf8Error *error) {
    for (size_t i = 0; i < length;) {
        if ((uint8_t)text[i] < 0x80) {
            size_t run = skip_ascii(text + i, length - i);
            i += run > 0 ? run : 1;
            continue;
        }
        size_t step = utf8_usual((const uint8_t *)text + i, length - i);
        if (step == 0) step = check_sequence((const uint8_t *)text + i, length - i, form, error);
        if (step == 0) {
            error->begin = i;
            error->end += i;
            return false;
        }
        i += step;
    }
    return true;
}

bool utf8_is_ascii(const char *text, size_t length) {
    for (size_t i = skip_ascii(text, length); i < length; i++)
        if ((uint8_t)text[i] >= 0x80) return false;
    return true;
}

size_t utf8_count(const char *text, size_t length) {
    size_t i = 0, continued = 0;
    for (uint64_t word; length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        continued += (word >> 7 & ~word >> 6 & LOW_BITS) * LOW_BITS >> 56;
    }
    for (; i < length; i++) continued += is_continuation((uint8_t)text[i]);
    return length - continued;
}

uint32_t utf8_all(const char *text, size_t length) {
    uint8_t greatest = 0;
    for (size_t i = 0; i < length; i++) greatest = (uint8_t)text[i] > greatest ? (uint8_t)text[i] : greatest;
    return greatest < 0x80 ? 0x7f : greatest < 0xc4 ? 0xff : greatest < 0xf0 ? 0xffff : 0x10ffff;
}
