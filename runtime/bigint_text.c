/* runtime/bigint_text.c - magnitudes to digits and back, sub-quadratic: word by word for pieces, by halves above. */
#include <gmp.h>
#include <string.h>

#include "runtime/base/number.h"
#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"
#include "runtime/error.h"

#define FEW_LIMBS 4     /* for which a loop costs less than a call */
#define WRITE_PIECE 400 /* digits, at most, that are written word by word when a number is split */
#define READ_PIECE 2000 /* the same for reading */
#define WRITE_SHORT 30  /* limbs of a number that is not worth splitting */
#define PIECE_LIMBS 40  /* limbs of WRITE_PIECE digits in the largest base */
#define LADDER_MAX 64   /* steps of the ladder: more digits than memory */

/* base^(piece * 2^i) for i = 0, 1, ...: what large numbers are split by. */
typedef struct Ladder {
    uint64_t *powers[LADDER_MAX]; /* limbs */
    size_t counts[LADDER_MAX];    /* limbs in use */
    size_t rooms[LADDER_MAX];     /* limbs allocated */
    size_t piece;                 /* digits of the lowest power */
    int steps;                    /* powers there are */
    int base;                     /* 2 .. 36 */
} Ladder;

/* The highest power of a base that fits in a word. */
typedef struct Chunk {
    uint64_t power;
    size_t digits; /* its exponent */
} Chunk;

static Chunk chunk_of(int base) {
    if (base == 10) return (Chunk){10000000000000000000u, 19};
    static const uint8_t digits_of_base[] = {0,  0,  63, 40, 31, 27, 24, 22, 21, 20, 19, 18, 17, 17, 16, 16, 15, 15, 15,
                                             15, 14, 14, 14, 14, 13, 13, 13, 13, 13, 13, 13, 12, 12, 12, 12, 12, 12};
    Chunk chunk = {(uint64_t)base, digits_of_base[base]};
    for (size_t i = 1; i < chunk.digits; i++) chunk.power *= (uint64_t)base;
    return chunk;
}

/* Bits of a digit of a base that is a power of two, 0 for others. */
static unsigned digit_bits(int base) { return (base & (base - 1)) == 0 ? (unsigned)__builtin_ctz((unsigned)base) : 0; }

static size_t step_digits(const Ladder *ladder, int step) { return ladder->piece << step; }

static void ladder_free(Ladder *ladder) {
    while (ladder->steps > 0) {
        ladder->steps--;
        bigint_limbs_free(ladder->powers[ladder->steps], ladder->rooms[ladder->steps]);
    }
}

static uint64_t *ladder_add(Ladder *ladder, size_t room) {
    uint64_t *limbs = bigint_limbs_new(room);
    if (!limbs) return NULL;
    ladder->powers[ladder->steps] = limbs;
    ladder->rooms[ladder->steps++] = room;
    return limbs;
}

/* The lowest power: by squaring from the base. */
static bool ladder_start(Ladder *ladder) {
    size_t room = bigint_parse_room(ladder->piece + 1, ladder->base) * 2 + 2;
    uint64_t *power = ladder_add(ladder, room), *square = bigint_limbs_new(room);
    bool done = power && square;
    size_t count = 1;
    if (done) power[0] = 1;
    for (int bit = 63 - __builtin_clzl(ladder->piece); done && bit >= 0; bit--) {
        done = bigint_multiply(square, power, count, power, count);
        if (!done) break;
        count = bigint_normalize(square, 2 * count);
        memcpy(power, square, count * sizeof *power);
        if (!(ladder->piece >> bit & 1)) continue;
        power[count] = mpn_mul_1(power, power, (mp_size_t)count, (uint64_t)ladder->base);
        count = bigint_normalize(power, count + 1);
    }
    bigint_limbs_free(square, room);
    ladder->counts[0] = count;
    return done;
}

/* Makes the powers that cut so many digits in halves, again and again, until no piece has more than `most`. */
static bool ladder_make(Ladder *ladder, size_t digits, size_t most) {
    int steps = 0;
    for (ladder->piece = digits; ladder->piece > most; steps++) ladder->piece = (ladder->piece + 1) / 2;
    if (!ladder_start(ladder)) return false;
    for (int last = 0; last < steps - 1; last++) {
        size_t count = ladder->counts[last];
        uint64_t *power = ladder_add(ladder, 2 * count);
        if (!power || !bigint_multiply(power, ladder->powers[last], count, ladder->powers[last], count)) return false;
        ladder->counts[last + 1] = bigint_normalize(power, 2 * count);
    }
    return true;
}

/* ---- Writing. ---- */

size_t bigint_text_room(size_t count, int base) {
    if (base == 10) return count * 64 * 1234 / 4099 + 3; /* a little above log10(2) */
    return count * 64 / (size_t)(31 - __builtin_clz((unsigned)base)) + 3;
}

static const char digit_characters[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* Divides in place; the remainder. */
static uint64_t divide_by_word(uint64_t *limbs, size_t count, uint64_t divisor) {
    if (count > FEW_LIMBS) return mpn_divrem_1(limbs, 0, limbs, (mp_size_t)count, divisor);
    uint64_t remainder = 0;
    for (size_t i = count; i-- > 0;) { /* without the inverse of the divisor, which is worth its while for more */
        unsigned __int128 part = (unsigned __int128)remainder << 64 | limbs[i];
        if (part < divisor) {
            limbs[i] = 0, remainder = (uint64_t)part;
            continue;
        }
        limbs[i] = (uint64_t)(part / divisor);
        remainder = (uint64_t)part - limbs[i] * divisor;
    }
    return remainder;
}

static size_t write_words(char *out, const uint64_t *words, size_t count) {
    size_t length = number_write_uint64(out, words[--count]);
    for (; count > 0; length += 19) number_write_padded(out + length, words[--count], 19);
    return length;
}

/* A word at a time. At most PIECE_LIMBS limbs, which are destroyed. */
static size_t write_piece(char *out, uint64_t *limbs, size_t count, int base) {
    uint64_t words[PIECE_LIMBS * 2];
    size_t word_count = 0, length = 0;
    Chunk chunk = chunk_of(base);
    for (; count > 0; count = bigint_normalize(limbs, count)) {
        words[word_count++] = divide_by_word(limbs, count, chunk.power);
    }
    if (base == 10) return word_count ? write_words(out, words, word_count) : 0;
    while (word_count > 0) {
        char digits[64];
        size_t at = sizeof digits, full = at - chunk.digits;
        uint64_t word = words[--word_count], divisor = (uint64_t)base;
        for (; word > 0 || (length > 0 && at > full); word /= divisor) digits[--at] = digit_characters[word % divisor];
        memcpy(out + length, digits + at, sizeof digits - at);
        length += sizeof digits - at;
    }
    return length;
}

/* Writes limbs (destroyed, room for one more). width: pad with zeros to so many digits; 0: no leading zeros. */
static bool write_split(char *out, size_t *length, uint64_t *limbs, size_t count, size_t width, Ladder *ladder,
                        int step) {
    count = bigint_normalize(limbs, count);
    while (step >= 0 && count < ladder->counts[step]) step--;
    if (step < 0) {
        *length = write_piece(out, limbs, count, ladder->base);
        if (*length < width) {
            memmove(out + width - *length, out, *length);
            memset(out, '0', width - *length);
            *length = width;
        }
        return true;
    }
    size_t power_count = ladder->counts[step], high_count = count - power_count + 1, room = count + 3;
    uint64_t *quotient = bigint_limbs_new(room), *remainder = quotient + high_count + 1;
    if (!quotient) return false;
    size_t low_width = step_digits(ladder, step), low_length;
    bool done = bigint_divide(quotient, remainder, limbs, count, ladder->powers[step], power_count);
    if (done && width == 0 && bigint_normalize(quotient, high_count) == 0) {
        done = write_split(out, length, remainder, power_count, 0, ladder, step - 1);
    } else if (done) {
        done = write_split(out, length, quotient, high_count, width ? width - low_width : 0, ladder, step - 1) &&
               write_split(out + *length, &low_length, remainder, power_count, low_width, ladder, step - 1);
        *length += low_width;
    }
    bigint_limbs_free(quotient, room);
    return done;
}

bool bigint_text(char *out, size_t *length, const uint64_t *a, size_t count, int base) {
    unsigned bits = digit_bits(base);
    if (bits) {
        *length = bigint_write_bits(out, a, count, bits, 'a');
        return true;
    }
    uint64_t small[WRITE_SHORT + 1];
    size_t room = count + 1;
    uint64_t *copy = count <= WRITE_SHORT ? small : bigint_limbs_new(room);
    if (!copy) return false;
    memcpy(copy, a, count * sizeof *copy);
    if (copy == small) {
        *length = write_piece(out, copy, count, base);
        return true;
    }
    Ladder ladder = {.base = base};
    bool done = ladder_make(&ladder, bigint_text_room(count, base), WRITE_PIECE) &&
                write_split(out, length, copy, count, 0, &ladder, ladder.steps - 1);
    ladder_free(&ladder);
    bigint_limbs_free(copy, room);
    return done;
}

/* ---- Reading. ---- */

size_t bigint_parse_room(size_t length, int base) {
    unsigned bits = 32 - (unsigned)__builtin_clz((unsigned)base - 1);                /* of one digit, rounded up */
    return (base == 10 ? length / 16 * 54 / 64 + 2 : length / 64 * bits + bits) + 2; /* 16 digits take 53.2 bits */
}

/* Of a valid digit: letters have bit 6 set, and their place in the alphabet in the lowest five. */
static inline uint64_t digit_value(char c) { return ((uint8_t)c & 31) + ((uint8_t)c >> 6) * 25u - 16; }

/* Eight decimal digits: pairs, then fours, then all, each in the lowest bits of what the halves had. */
static uint64_t read_eight(const char *digits) {
    uint64_t text;
    memcpy(&text, digits, sizeof text);
    text = (text & 0x0f0f0f0f0f0f0f0f) * (256 * 10 + 1) >> 8;
    text = (text & 0x00ff00ff00ff00ff) * (65536 * 100 + 1) >> 16;
    return (text & 0x0000ffff0000ffff) * (4294967296 * 10000 + 1) >> 32;
}

/* What was read times a power, and what follows; the limbs in use. */
static inline size_t append_word(uint64_t *result, size_t count, uint64_t power, uint64_t word) {
    if (count > FEW_LIMBS) {
        uint64_t carry = mpn_mul_1(result, result, (mp_size_t)count, power);
        word = carry + mpn_add_1(result, result, (mp_size_t)count, word);
    } else {
        for (size_t i = 0; i < count; i++) {
            unsigned __int128 limb = (unsigned __int128)result[i] * power + word;
            result[i] = (uint64_t)limb;
            word = (uint64_t)(limb >> 64);
        }
    }
    if (word) result[count++] = word;
    return count;
}

/* A word at a time. */
static size_t read_piece(uint64_t *result, const char *digits, size_t length, int base) {
    Chunk chunk = chunk_of(base);
    size_t count = 0, taken = (length - 1) % chunk.digits + 1;
    for (const char *end = digits + length; digits < end; taken = chunk.digits) {
        uint64_t word = 0;
        size_t left = taken;
        for (; base == 10 && left >= 8; left -= 8, digits += 8) word = word * 100000000 + read_eight(digits);
        for (; left > 0; left--) word = word * (uint64_t)base + digit_value(*digits++);
        count = append_word(result, count, chunk.power, word);
    }
    return count;
}

/* The digits before the last step_digits(step) ones times that power, plus the last ones. */
static bool read_split(uint64_t *result, size_t *count, const char *digits, size_t length, Ladder *ladder, int step) {
    while (step >= 0 && length <= step_digits(ladder, step)) step--;
    if (step < 0) {
        *count = read_piece(result, digits, length, ladder->base);
        return true;
    }
    size_t low_length = step_digits(ladder, step), high_length = length - low_length;
    size_t high_room = bigint_parse_room(high_length, ladder->base);
    size_t low_room = bigint_parse_room(low_length, ladder->base), room = high_room + low_room;
    uint64_t *high = bigint_limbs_new(room), *low = high + high_room;
    if (!high) return false;
    size_t high_count = 0, low_count = 0, power_count = ladder->counts[step];
    const uint64_t *power = ladder->powers[step];
    bool done = read_split(high, &high_count, digits, high_length, ladder, step) &&
                read_split(low, &low_count, digits + high_length, low_length, ladder, step - 1);
    if (done && high_count == 0) {
        memcpy(result, low, low_count * sizeof *result);
        *count = low_count;
    } else if (done) {
        done = high_count >= power_count ? bigint_multiply(result, high, high_count, power, power_count)
                                         : bigint_multiply(result, power, power_count, high, high_count);
        if (done) {
            mpn_add(result, result, (mp_size_t)(high_count + power_count), low, (mp_size_t)low_count);
            *count = bigint_normalize(result, high_count + power_count);
        }
    }
    bigint_limbs_free(high, room);
    return done;
}

bool bigint_parse(uint64_t *result, size_t *count, const char *digits, size_t length, int base) {
    while (length > 0 && *digits == '0') digits++, length--;
    *count = 0;
    if (length == 0) return true;
    unsigned bits = digit_bits(base);
    if (bits || length <= READ_PIECE) {
        *count = bits ? bigint_read_bits(result, digits, length, bits) : read_piece(result, digits, length, base);
        return true;
    }
    Ladder ladder = {.base = base};
    bool done = ladder_make(&ladder, length, READ_PIECE) &&
                read_split(result, count, digits, length, &ladder, ladder.steps - 1);
    ladder_free(&ladder);
    return done;
}
