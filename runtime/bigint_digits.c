/* runtime/bigint_digits.c - magnitudes to digits of bases that are powers of two, to bytes, and back.
 *
 * Owns:      nothing.
 * Invariant: eight digits of b bits are b bytes: so many are done at once, each in a byte of a word.
 * Not here:  other bases (bigint_text.c).
 */
#include <string.h>

#include "runtime/bigint.h"

#define EACH_BYTE 0x0101010101010101u
#define EACH_PAIR 0x0001000100010001u
#define EACH_HALF 0x0000000100000001u

static uint64_t low_bits(unsigned bits) { return ((uint64_t)1 << bits) - 1; }

/* Eight digits of so many bits (at most 5), each in a byte of its own. */
static inline uint64_t spread(uint64_t digits, unsigned bits) {
    uint64_t halves = (digits & low_bits(4 * bits)) | (digits >> 4 * bits) << 32;
    uint64_t pair_mask = low_bits(2 * bits) * EACH_HALF, mask = low_bits(bits) * EACH_PAIR;
    uint64_t pairs = (halves & pair_mask) | (halves >> 2 * bits & pair_mask) << 16;
    return (pairs & mask) | (pairs >> bits & mask) << 8;
}

/* The reverse. */
static inline uint64_t gather(uint64_t bytes, unsigned bits) {
    uint64_t pairs = (bytes & 0xff * EACH_PAIR) | (bytes >> 8 & 0xff * EACH_PAIR) << bits;
    uint64_t halves = (pairs & 0xffff * EACH_HALF) | (pairs >> 16 & 0xffff * EACH_HALF) << 2 * bits;
    return (halves & 0xffffffff) | halves >> 32 << 4 * bits;
}

/* The characters of digits below 32 in bytes; ten is 'a' or 'A'. */
static inline uint64_t characters(uint64_t digits, char ten) {
    uint64_t letters = (digits + 118 * EACH_BYTE) >> 7 & EACH_BYTE; /* 118 + 10 is 128 */
    return digits + '0' * EACH_BYTE + letters * (uint64_t)(ten - '0' - 10);
}

/* The digits below 32 that valid characters stand for. */
static inline uint64_t values(uint64_t characters) {
    uint64_t letters = characters >> 6 & EACH_BYTE;
    return (characters & 0x0f * EACH_BYTE) + (characters & letters << 4) + letters * 9;
}

/* Less than eight bytes as a word, the first the lowest. They are not copied to a place from which a word is read: that
 * would wait for all of them to be there. */
static inline uint64_t read_part(const uint8_t *bytes, size_t count) {
    if (count >= 4) {
        uint32_t low, high;
        memcpy(&low, bytes, sizeof low);
        memcpy(&high, bytes + count - 4, sizeof high);
        return low | (uint64_t)high << (count - 4) * 8;
    }
    return count == 0
               ? 0
               : bytes[0] | (uint64_t)bytes[count / 2] << count / 2 * 8 | (uint64_t)bytes[count - 1] << (count - 1) * 8;
}
static inline void write_part(uint8_t *bytes, size_t count, uint64_t word) {
    if (count >= 4) {
        uint32_t low = (uint32_t)word, high = (uint32_t)(word >> (count - 4) * 8);
        memcpy(bytes, &low, sizeof low);
        memcpy(bytes + count - 4, &high, sizeof high);
    } else if (count > 0) {
        bytes[0] = (uint8_t)word;
        bytes[count / 2] = (uint8_t)(word >> count / 2 * 8);
        bytes[count - 1] = (uint8_t)(word >> (count - 1) * 8);
    }
}

/* The characters of the eight lowest digits, as they stand in memory. */
static inline uint64_t text_of_eight(uint64_t digits, unsigned bits, char ten) {
    return __builtin_bswap64(characters(spread(digits & low_bits(8 * bits), bits), ten));
}

static inline __attribute__((always_inline)) size_t write_bits(char *out, const uint64_t *limbs, size_t count,
                                                               unsigned bits, char ten) {
    size_t length = (bigint_bits(limbs, count) + bits - 1) / bits, done = 0;
    if (length < 8) {
        if (length > 0) write_part((uint8_t *)out, length, text_of_eight(limbs[0], bits, ten) >> (8 - length) * 8);
        return length;
    }
    for (; length - done >= 8; done += 8) {
        uint64_t digits;
        size_t at = done / 8 * bits;
        if (LIKELY(at + sizeof digits <= count * sizeof *limbs))
            memcpy(&digits, (const char *)limbs + at, sizeof digits);
        else digits = bigint_bits_from(limbs, count, at * 8);
        uint64_t text = text_of_eight(digits, bits, ten);
        memcpy(out + length - done - 8, &text, sizeof text);
    }
    if (done < length) { /* the first eight; some are there already */
        uint64_t text = text_of_eight(bigint_bits_from(limbs, count, (length - 8) * bits), bits, ten);
        memcpy(out, &text, sizeof text);
    }
    return length;
}

size_t bigint_write_bits(char *out, const uint64_t *limbs, size_t count, unsigned bits, char ten) {
    return bits == 4 ? write_bits(out, limbs, count, 4, ten) : write_bits(out, limbs, count, bits, ten);
}

size_t bigint_read_bits(uint64_t *result, const char *digits, size_t length, unsigned bits) {
    size_t count = (length * bits + 63) / 64, done = 0;
    uint8_t *bytes = (uint8_t *)result;
    result[count - 1] = 0;
    for (; length - done >= 8; done += 8) {
        uint64_t text;
        memcpy(&text, digits + length - done - 8, sizeof text);
        uint64_t word = gather(values(__builtin_bswap64(text)), bits);
        size_t at = done / 8 * bits;
        if (LIKELY(at + sizeof word <= count * sizeof word)) memcpy(bytes + at, &word, sizeof word);
        else memcpy(bytes + at, &word, bits);
    }
    uint64_t word = 0;
    for (size_t i = 0; i < length - done; i++) {
        word = word << bits | (values((uint64_t)(uint8_t)digits[i]) & 0xff);
    }
    size_t at = done / 8 * bits;
    if (length > done) memcpy(bytes + at, &word, ((length - done) * bits + 7) / 8);
    return bigint_normalize(result, count);
}

/* ---- Bytes. ---- */

static inline uint64_t turned(uint64_t word, bool little) { return little ? word : __builtin_bswap64(word); }

/* Where the bytes of limb i stand: so many, at most eight, from the end that the order says. */
static inline size_t place_of(size_t i, size_t size, size_t length, bool little) {
    return little ? i * 8 : length - i * 8 - size;
}

void bigint_write_bytes(uint8_t *out, size_t length, const uint64_t *limbs, size_t count, bool complement,
                        bool little) {
    uint64_t flip = complement ? ~(uint64_t)0 : 0, carry = complement;
    size_t whole = length / 8, rest = length % 8;
    for (size_t i = 0; i <= whole; i++) {
        uint64_t limb = ((i < count ? limbs[i] : 0) ^ flip) + carry;
        carry = carry && limb == 0;
        limb = turned(limb, little);
        if (i < whole) memcpy(out + place_of(i, 8, length, little), &limb, sizeof limb);
        else if (rest)
            write_part(out + place_of(i, rest, length, little), rest, little ? limb : limb >> (8 - rest) * 8);
    }
}

void bigint_read_bytes(uint64_t *limbs, const uint8_t *bytes, size_t length, bool little) {
    size_t whole = length / 8, rest = length % 8;
    for (size_t i = 0; i < whole; i++) {
        memcpy(&limbs[i], bytes + place_of(i, 8, length, little), sizeof *limbs);
        limbs[i] = turned(limbs[i], little);
    }
    if (rest == 0) return;
    uint64_t limb = read_part(bytes + place_of(whole, rest, length, little), rest);
    limbs[whole] = little ? limb : __builtin_bswap64(limb) >> (8 - rest) * 8;
}
