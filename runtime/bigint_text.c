/* runtime/bigint_text.c - magnitudes to digits and back, sub-quadratic: GMP's conversion for pieces, halves above. */
#include <gmp.h>
#include <string.h>

#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"
#include "runtime/error.h"

#define WRITE_PIECE 16000   /* limbs that mpn_get_str converts in less than 20 ms */
#define READ_PIECE 300000   /* digits that mpn_set_str converts in less than 20 ms */
#define PIECE_DIGITS 150000 /* decimal digits of the lowest power of the ladder: 7786 limbs */
#define LADDER_MAX 40       /* steps of the ladder: more digits than memory */
#define SHORT_WRITE 16      /* limbs that are converted without mpn_get_str's set-up */

/* base^(PIECE_DIGITS * 2^i) for i = 0, 1, ...: what large numbers are split by. */
typedef struct Ladder {
    uint64_t *powers[LADDER_MAX]; /* limbs */
    size_t counts[LADDER_MAX];    /* limbs in use */
    size_t rooms[LADDER_MAX];     /* limbs allocated */
    int steps;                    /* powers there are */
    int base;                     /* 2 .. 36 */
} Ladder;

static bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }

/* The digits of step i of the ladder. */
static size_t step_digits(int step) { return (size_t)PIECE_DIGITS << step; }

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
    size_t room = bigint_parse_room(PIECE_DIGITS + 1, ladder->base) * 2 + 2;
    uint64_t *power = ladder_add(ladder, room), *square = bigint_limbs_new(room);
    bool done = power && square;
    size_t count = 1;
    if (done) power[0] = 1;
    for (int bit = 31 - __builtin_clz(PIECE_DIGITS); done && bit >= 0; bit--) {
        done = bigint_multiply(square, power, count, power, count);
        if (!done) break;
        count = bigint_normalize(square, 2 * count);
        memcpy(power, square, count * sizeof *power);
        if (!(PIECE_DIGITS >> bit & 1)) continue;
        power[count] = mpn_mul_1(power, power, (mp_size_t)count, (uint64_t)ladder->base);
        count = bigint_normalize(power, count + 1);
    }
    bigint_limbs_free(square, room);
    ladder->counts[0] = count;
    return done;
}

/* Adds powers until the highest has at least half of `limbs`. */
static bool ladder_grow(Ladder *ladder, size_t limbs) {
    if (!ladder_start(ladder)) return false;
    for (int last = 0; ladder->counts[last] < (limbs + 1) / 2; last++) {
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

/* Turns digit values into characters, dropping leading zeros. Returns how many there are. */
static size_t to_characters(char *out, size_t length) {
    size_t zeros = 0;
    while (zeros < length && out[zeros] == 0) zeros++;
    if (zeros > 0) memmove(out, out + zeros, length - zeros);
    for (size_t i = 0; i < length - zeros; i++) out[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[(uint8_t)out[i]];
    return length - zeros;
}

/* A short number in base ten, 19 digits at a time. limbs is destroyed. */
static size_t write_short(char *out, uint64_t *limbs, size_t count) {
    uint64_t chunks[SHORT_WRITE * 2];
    size_t chunk_count = 0;
    for (; count > 0; count = bigint_normalize(limbs, count)) {
        chunks[chunk_count++] = mpn_divrem_1(limbs, 0, limbs, (mp_size_t)count, 10000000000000000000u);
    }
    size_t length = 0;
    while (chunk_count > 0) {
        char digits[20];
        uint64_t chunk = chunks[--chunk_count];
        int at = 20;
        for (; chunk > 0 || (length > 0 && at > 1); chunk /= 10) digits[--at] = (char)('0' + chunk % 10);
        memcpy(out + length, digits + at, (size_t)(20 - at));
        length += (size_t)(20 - at);
    }
    return length;
}

/* limbs is destroyed and has room for one more. */
static bool write_piece(char *out, size_t *length, uint64_t *limbs, size_t count, int base) {
    if (base == 10 && count <= SHORT_WRITE) {
        *length = write_short(out, limbs, count);
        return true;
    }
    BigintScratch scratch;
    if (!bigint_scratch_begin(&scratch, count)) return false;
    *length = to_characters(out, mpn_get_str((unsigned char *)out, base, limbs, (mp_size_t)count));
    return bigint_scratch_end(&scratch);
}

/* Writes limbs (destroyed, room for one more). width: pad with zeros to so many digits; 0: no leading zeros. */
static bool write_split(char *out, size_t *length, uint64_t *limbs, size_t count, size_t width, Ladder *ladder,
                        int step) {
    count = bigint_normalize(limbs, count);
    while (step >= 0 && (count < ladder->counts[step] || count <= WRITE_PIECE)) step--;
    if (step < 0) {
        *length = 0;
        if (count > 0 && !write_piece(out, length, limbs, count, ladder->base)) return false;
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
    size_t low_width = step_digits(step), low_length;
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
    uint64_t small[SHORT_WRITE + 1];
    size_t room = count + 1;
    uint64_t *copy = count <= SHORT_WRITE ? small : bigint_limbs_new(room); /* mpn_get_str destroys its operand */
    if (!copy) return false;
    memcpy(copy, a, count * sizeof *copy);
    bool done;
    if (LIKELY(count <= WRITE_PIECE) || is_power_of_two(base)) {
        done = write_piece(out, length, copy, count, base);
    } else {
        Ladder ladder = {.base = base};
        done = ladder_grow(&ladder, count) && write_split(out, length, copy, count, 0, &ladder, ladder.steps - 1);
        ladder_free(&ladder);
    }
    if (copy != small) bigint_limbs_free(copy, room);
    return done;
}

/* ---- Reading. ---- */

size_t bigint_parse_room(size_t length, int base) {
    unsigned bits = 32 - (unsigned)__builtin_clz((unsigned)base - 1);                /* of one digit, rounded up */
    return (base == 10 ? length / 16 * 54 / 64 + 2 : length / 64 * bits + bits) + 2; /* 16 digits take 53.2 bits */
}

static uint8_t digit_value(char c) { return (uint8_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); }

static bool read_piece(uint64_t *result, size_t *count, const char *digits, size_t length, int base) {
    uint8_t small[512];
    uint8_t *values = length <= sizeof small ? small : mem_raw_try(&rt()->mem, length);
    BigintScratch scratch;
    if (!values) {
        raise_memory();
        return false;
    }
    for (size_t i = 0; i < length; i++) values[i] = digit_value(digits[i]);
    bool done = bigint_scratch_begin(&scratch, bigint_parse_room(length, base));
    if (done) {
        *count = bigint_normalize(result, (size_t)mpn_set_str(result, values, length, base));
        done = bigint_scratch_end(&scratch);
    }
    if (values != small) mem_raw_free(&rt()->mem, values, length);
    return done;
}

/* The digits before the last step_digits(step) ones times that power, plus the last ones. */
static bool read_split(uint64_t *result, size_t *count, const char *digits, size_t length, Ladder *ladder, int step) {
    while (step >= 0 && (length <= step_digits(step) || length <= READ_PIECE)) step--;
    if (step < 0) return read_piece(result, count, digits, length, ladder->base);
    size_t low_length = step_digits(step), high_length = length - low_length;
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
    if (LIKELY(length <= READ_PIECE) || is_power_of_two(base)) return read_piece(result, count, digits, length, base);
    Ladder ladder = {.base = base};
    bool done = ladder_grow(&ladder, bigint_parse_room(length, base)) &&
                read_split(result, count, digits, length, &ladder, ladder.steps - 1);
    ladder_free(&ladder);
    return done;
}
