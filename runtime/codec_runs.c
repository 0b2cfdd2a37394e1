/* runtime/codec_runs.c - runs of characters that need no handler, encoded and decoded some hundred at a time.
 *
 * Owns:      nothing.
 * Invariant: a run ends before what is wrong, incomplete or not of its kind; the steps one by one deal with that.
 * Not here:  these steps (codec.c, codec_decode.c).
 */
#include "runtime/codec_work.h"
#include "runtime/str_chars.h"

enum { RUN = 256 }; /* characters of a piece of a run */

static inline bool is_surrogate(uint32_t c) { return c - 0xd800 < 0x800; }
static inline bool is_no_character(uint32_t c) { return c > 0x10ffff || is_surrogate(c); }

/* Copies characters up to the first that is wrong; returns how many. The loops are such that compilers take several at
 * once: all are copied before one is looked for. */
#define COPY_RUN(name, From, To, is_wrong)                                                                             \
    static size_t name(To *to, const From *from, size_t count) {                                                       \
        unsigned wrong = 0;                                                                                            \
        for (size_t i = 0; i < count; i++) {                                                                           \
            wrong |= is_wrong(from[i]);                                                                                \
            to[i] = (To)from[i];                                                                                       \
        }                                                                                                              \
        if (!wrong) return count;                                                                                      \
        size_t n = 0;                                                                                                  \
        while (!is_wrong(from[n])) n++;                                                                                \
        return n;                                                                                                      \
    }
COPY_RUN(copy_1_to_2, uint8_t, uint16_t, is_surrogate)
COPY_RUN(copy_2_to_2, uint16_t, uint16_t, is_surrogate)
COPY_RUN(copy_1_to_4, uint8_t, uint32_t, is_surrogate)
COPY_RUN(copy_2_to_4, uint16_t, uint32_t, is_surrogate)
COPY_RUN(copy_4_to_4, uint32_t, uint32_t, is_no_character)

/* The same where they are: a loop that copies onto itself would take them one by one. */
#define GOOD_RUN(name, Unit, is_wrong)                                                                                 \
    static size_t name(const Unit *units, size_t count) {                                                              \
        unsigned wrong = 0;                                                                                            \
        for (size_t i = 0; i < count; i++) wrong |= is_wrong(units[i]);                                                \
        if (!wrong) return count;                                                                                      \
        size_t n = 0;                                                                                                  \
        while (!is_wrong(units[n])) n++;                                                                               \
        return n;                                                                                                      \
    }
GOOD_RUN(good_2, uint16_t, is_surrogate)
GOOD_RUN(good_4, uint32_t, is_no_character)

/* A piece of a run. */
typedef union Units {
    uint16_t two[RUN];
    uint32_t four[RUN];
} Units;

static void turn_units(Units *units, size_t unit, size_t count) {
    for (size_t i = 0; unit == 2 && i < count; i++) units->two[i] = __builtin_bswap16(units->two[i]);
    for (size_t i = 0; unit == 4 && i < count; i++) units->four[i] = __builtin_bswap32(units->four[i]);
}

/* ---- Encoding. ---- */

static size_t take_units(const Encoder *e, Units *units, size_t unit, size_t count) {
    uint32_t width = str_width(e->s);
    const void *from = chars_place(str_data(e->s), width, e->at);
    if (unit == 2) {
        count = width == 1 ? copy_1_to_2(units->two, from, count) : copy_2_to_2(units->two, from, count);
    } else {
        count = width == 1   ? copy_1_to_4(units->four, from, count)
                : width == 2 ? copy_2_to_4(units->four, from, count)
                             : copy_4_to_4(units->four, from, count);
    }
    if (e->codec->order == ORDER_BIG) turn_units(units, unit, count);
    return count;
}

/* UTF-16 of characters of which some take two units; returns how many of both. */
static size_t split_pairs(uint16_t *units, const uint32_t *text, size_t count, size_t *taken) {
    size_t n = 0, i = 0;
    for (; n < RUN - 1 && i < count && !is_surrogate(text[i]); i++) {
        uint32_t c = text[i];
        if (c >= 0x10000) {
            units[n++] = (uint16_t)(0xd800 + ((c - 0x10000) >> 10));
            c = 0xdc00 | (c & 0x3ff);
        }
        units[n++] = (uint16_t)c;
    }
    *taken = i;
    return n;
}

static void put_pairs_run(Encoder *e) {
    const uint32_t *text = (const uint32_t *)str_data(e->s);
    size_t length = str_length(e->s), n = RUN;
    while (n && e->at < length && !e->out.failed) {
        Units units;
        size_t taken;
        n = split_pairs(units.two, text + e->at, length - e->at, &taken);
        if (e->codec->order == ORDER_BIG) turn_units(&units, 2, n);
        builder_chars(&e->out, &units, 1, n * 2);
        e->at += taken;
    }
}

/* The characters of what has a table. */
static void put_table_run(Encoder *e) {
    size_t length = str_length(e->s);
    uint8_t bytes[RUN];
    for (int byte = 0; byte >= 0 && e->at < length && !e->out.failed;) {
        size_t n = 0, count = length - e->at < RUN ? length - e->at : RUN;
        for (; n < count; n++) {
            byte = codec_table_byte(e->codec->table, str_at(e->s, e->at + n));
            if (byte < 0) break;
            bytes[n] = (uint8_t)byte;
        }
        builder_chars(&e->out, bytes, 1, n);
        e->at += n;
    }
}

/* ASCII, whose bytes are the same in every codec of a byte a character. */
static void put_ascii_run(Encoder *e) {
    size_t length = str_length(e->s);
    if (str_width(e->s) == 1) {
        const char *text = (const char *)str_data(e->s);
        size_t begin = e->at;
        while (e->at < length && (uint8_t)text[e->at] < 0x80) e->at++;
        builder_ascii(&e->out, text + begin, e->at - begin);
        return;
    }
    for (uint32_t c; e->at < length && (c = str_at(e->s, e->at)) < 0x80; e->at++) builder_char(&e->out, c);
}

void encoder_put_run(Encoder *e) {
    size_t unit = codec_unit(e->codec), length = str_length(e->s), taken = RUN, wanted = RUN;
    if (unit == 1) {
        if (e->codec->family == CODEC_TABLE) put_table_run(e);
        else put_ascii_run(e);
        return;
    }
    if (unit == 2 && str_width(e->s) == 4) {
        put_pairs_run(e);
        return;
    }
    while (taken == wanted && e->at < length && !e->out.failed) {
        Units units;
        wanted = length - e->at < RUN ? length - e->at : RUN;
        taken = take_units(e, &units, unit, wanted);
        builder_chars(&e->out, &units, 1, taken * unit);
        e->at += taken;
    }
}

/* ---- Decoding. ---- */

/* Characters of UTF-16 of which some take two units; returns how many of both. */
static size_t join_pairs(uint32_t *characters, const uint16_t *units, size_t count, size_t *taken) {
    size_t n = 0, i = 0;
    while (i < count) {
        uint32_t c = units[i];
        if (is_surrogate(c)) {
            if (c >= 0xdc00 || i + 1 == count || units[i + 1] - 0xdc00u >= 0x400) break;
            c = 0x10000 + ((c - 0xd800) << 10) + (units[++i] - 0xdc00u);
        }
        i++;
        characters[n++] = c;
    }
    *taken = i;
    return n;
}

/* Characters of what has a table. */
static void take_table_run(Decoder *d) {
    const char16_t *characters = d->codec->table->characters;
    for (size_t n = RUN; n == RUN && !d->out.failed; d->at += n) {
        uint16_t piece[RUN];
        size_t left = d->length - d->at < RUN ? d->length - d->at : RUN;
        for (n = 0; n < left; n++) {
            piece[n] = characters[d->data[d->at + n]];
            if (piece[n] == TABLE_HOLE) break;
        }
        builder_chars(&d->out, piece, 2, n);
    }
}

void decoder_take_run(Decoder *d) {
    size_t unit = codec_unit(d->codec);
    if (unit == 1) {
        take_table_run(d);
        return;
    }
    for (size_t taken = 1; taken && d->length - d->at >= unit && !d->out.failed;) {
        size_t left = (d->length - d->at) / unit, count = left < RUN ? left : RUN;
        Units units;
        memcpy(&units, d->data + d->at, count * unit);
        if (d->big) turn_units(&units, unit, count);
        taken = unit == 2 ? good_2(units.two, count) : good_4(units.four, count);
        builder_chars(&d->out, &units, (uint32_t)unit, taken);
        if (unit == 2 && taken < count) {
            uint32_t characters[RUN];
            size_t more, n = join_pairs(characters, units.two + taken, count - taken, &more);
            builder_chars(&d->out, characters, 4, n);
            taken += more;
        }
        d->at += taken * unit;
    }
}
