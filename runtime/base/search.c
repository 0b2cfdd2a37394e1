/* runtime/base/search.c - finding and counting bytes in bytes.
 *
 * Owns:      the filter by first and last byte, 16 places at a time (W. Mula, "SIMD-friendly algorithms for substring
 *            searching").
 * Invariant: see search.h; where the filter passes too much, memmem goes on, which cannot be slow (two-way).
 * Not here:  -
 */
#include "runtime/base/search.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { PLACES = 16 };

/* Bit i: at from[i] stands the first byte of the part and at its end the last one. */
static inline uint32_t candidates(const uint8_t *from, uint8_t first, uint8_t last, size_t length) {
#ifdef __SSE2__
    __m128i heads = _mm_loadu_si128((const __m128i *)(const void *)from);
    __m128i tails = _mm_loadu_si128((const __m128i *)(const void *)(from + length - 1));
    heads = _mm_cmpeq_epi8(heads, _mm_set1_epi8((char)first));
    tails = _mm_cmpeq_epi8(tails, _mm_set1_epi8((char)last));
    return (uint32_t)_mm_movemask_epi8(_mm_and_si128(heads, tails));
#else
    uint32_t bits = 0;
    for (uint32_t i = 0; i < PLACES; i++) bits |= (uint32_t)(from[i] == first && from[i + length - 1] == last) << i;
    return bits;
#endif
}

/* From here on one place at a time. */
static const uint8_t *search_rest(const uint8_t *from, const uint8_t *end, const uint8_t *part, size_t length) {
    for (; from <= end; from++)
        if (*from == *part && from[length - 1] == part[length - 1] && search_same(from, part, length)) return from;
    return NULL;
}

const uint8_t *search_bytes(const uint8_t *from, const uint8_t *stop, const uint8_t *part, size_t length) {
    if (length > (size_t)(stop - from)) return NULL;
    if (length == 1) return memchr(from, *part, (size_t)(stop - from));
    const uint8_t *end = stop - length; /* the last place possible */
    uint8_t first = part[0], last = part[length - 1];
    int64_t credit = 4096; /* bytes that may be compared in vain: more for each that is passed over */
    for (; end - from >= PLACES - 1; from += PLACES, credit += PLACES) {
        for (uint32_t bits = candidates(from, first, last, length); bits; bits &= bits - 1) {
            const uint8_t *place = from + __builtin_ctz(bits);
            if (search_same(place + 1, part + 1, length - 2)) return place;
            if ((credit -= (int64_t)length) < 0) return memmem(place + 1, (size_t)(stop - place - 1), part, length);
        }
    }
    return search_rest(from, end, part, length);
}

size_t search_count_byte(const uint8_t *from, const uint8_t *stop, uint8_t byte) {
    size_t count = 0;
    for (; stop - from >= 128; from += 128) { /* so few that they can be counted in bytes */
        uint8_t some = 0;
        for (int i = 0; i < 128; i++) some = (uint8_t)(some + (from[i] == byte));
        count += some;
    }
    for (; from < stop; from++) count += *from == byte;
    return count;
}

/* The same as below for few places, or after the filter let too much through. */
static size_t count_rest(const uint8_t *from, const uint8_t *stop, const uint8_t *part, size_t length, size_t most) {
    size_t count = 0;
    for (; count < most && (from = search_bytes(from, stop, part, length)) != NULL; count++) from += length;
    return count;
}

size_t search_count(const uint8_t *from, const uint8_t *stop, const uint8_t *part, size_t length, size_t most) {
    size_t count = 0;
    if (most == 0 || length > (size_t)(stop - from)) return 0;
    if (length == 1 && most >= (size_t)(stop - from)) return search_count_byte(from, stop, *part);
    if (length == 1) return count_rest(from, stop, part, length, most);
    const uint8_t *end = stop - length, *next = from; /* where the last one that was counted ends */
    int64_t credit = 4096;
    for (; end - from >= PLACES - 1; from += PLACES, credit += PLACES) {
        for (uint32_t bits = candidates(from, part[0], part[length - 1], length); bits; bits &= bits - 1) {
            const uint8_t *place = from + __builtin_ctz(bits);
            if (place < next) continue;
            if (search_same(place + 1, part + 1, length - 2)) {
                if (++count == most) return count;
                next = place + length;
                credit += (int64_t)length;
            } else if ((credit -= (int64_t)length) < 0) {
                return count + count_rest(place + 1, stop, part, length, most - count);
            }
        }
    }
    return count + count_rest(next > from ? next : from, stop, part, length, most - count);
}
