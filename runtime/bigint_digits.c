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

/* The characters of digits below 32 in bytes. */
static inline uint64_t characters(uint64_t digits) {
    uint64_t letters = (digits + 118 * EACH_BYTE) >> 7 & EACH_BYTE; /* 118 + 10 is 128 */
    return digits + '0' * EACH_BYTE + letters * ('a' - '0' - 10);
}

/* The digits below 32 that valid characters stand for. */
static inline uint64_t values(uint64_t characters) {
    uint64_t letters = characters >> 6 & EACH_BYTE;
    return (characters & 0x0f * EACH_BYTE) + (characters & letters << 4) + letters * 9;
}

/* Bytes of limbs from `at` on, as a word. */
static inline uint64_t word_at(const uint64_t *limbs, size_t count, size_t at) {
    uint64_t word = 0;
    size_t left = count * sizeof *limbs - at;
    memcpy(&word, (const char *)limbs + at, left < sizeof word ? left : sizeof word);
    return word;
}

size_t bigint_write_bits(char *out, const uint64_t *limbs, size_t count, unsigned bits) {
    size_t length = (bigint_bits(limbs, count) + bits - 1) / bits, done = 0;
    if (length <= 8) {
        uint64_t left = length ? *limbs : 0;
        for (; done < length; left >>= bits) {
            out[length - ++done] = "0123456789abcdefghijklmnopqrstuv"[left & low_bits(bits)];
        }
        return length;
    }
    size_t certain =
        count * sizeof *limbs / bits < 8 ? 0 : (count * sizeof *limbs - 8) / bits; /* a word can be read there */
    for (; length - done >= 8; done += 8) {
        uint64_t digits;
        size_t at = done / 8 * bits;
        if (LIKELY(done / 8 <= certain)) memcpy(&digits, (const char *)limbs + at, sizeof digits);
        else digits = word_at(limbs, count, at);
        uint64_t text = __builtin_bswap64(characters(spread(digits & low_bits(8 * bits), bits)));
        memcpy(out + length - done - 8, &text, sizeof text);
    }
    if (done == length) return length;
    uint64_t digits = word_at(limbs, count, done / 8 * bits);
    uint64_t text = characters(spread(digits & low_bits(8 * bits), bits));
    for (size_t i = 0; i < length - done; i++) out[length - done - 1 - i] = (char)(text >> 8 * i);
    return length;
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
        else memcpy(out + place_of(i, rest, length, little), (const char *)&limb + (little ? 0 : 8 - rest), rest);
    }
}

void bigint_read_bytes(uint64_t *limbs, const uint8_t *bytes, size_t length, bool little) {
    size_t whole = length / 8, rest = length % 8;
    for (size_t i = 0; i < whole; i++) {
        memcpy(&limbs[i], bytes + place_of(i, 8, length, little), sizeof *limbs);
        limbs[i] = turned(limbs[i], little);
    }
    if (rest == 0) return;
    uint64_t limb = 0;
    memcpy((char *)&limb + (little ? 0 : 8 - rest), bytes + place_of(whole, rest, length, little), rest);
    limbs[whole] = turned(limb, little);
}
