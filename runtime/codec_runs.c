/* runtime/codec_runs.c - runs of characters that need no handler, encoded and decoded some hundred at a time.
 *
 * Owns:      nothing.
 * Invariant: a run ends before what is wrong, incomplete or not of its kind; the steps one by one deal with that.
 * Not here:  these steps (codec.c, codec_decode.c).
 */
#include "runtime/codec_work.h"
#include "runtime/str_chars.h"

enum { RUN = 256 }; /* characters of a piece of a run */

static bool is_surrogate(uint32_t c) { return c - 0xd800 < 0x800; }

/* ---- Encoding. ---- */

static uint16_t turned_16(uint32_t unit, bool big) { return big ? __builtin_bswap16((uint16_t)unit) : (uint16_t)unit; }

static size_t encode_bytes(Encoder *e, uint8_t *out, size_t length, uint32_t limit) {
    size_t n = 0;
    for (; n < length; n++) {
        uint32_t c = str_at(e->s, e->at + n);
        if (c >= limit) break;
        out[n] = (uint8_t)c;
    }
    return n;
}

static size_t encode_16(Encoder *e, uint8_t *out, size_t length) {
    bool big = e->codec->order == ORDER_BIG;
    size_t n = 0;
    for (; n < length; n++) {
        uint32_t c = str_at(e->s, e->at + n);
        if (c >= 0x10000 || is_surrogate(c)) break;
        uint16_t unit = turned_16(c, big);
        memcpy(out + 2 * n, &unit, sizeof unit);
    }
    return n;
}

static size_t encode_32(Encoder *e, uint8_t *out, size_t length) {
    bool big = e->codec->order == ORDER_BIG;
    size_t n = 0;
    for (; n < length; n++) {
        uint32_t c = str_at(e->s, e->at + n);
        if (is_surrogate(c)) break;
        uint32_t unit = big ? __builtin_bswap32(c) : c;
        memcpy(out + 4 * n, &unit, sizeof unit);
    }
    return n;
}

void encoder_put_run(Encoder *e) {
    size_t end = str_length(e->s), taken = RUN, wanted = RUN;
    while (taken == wanted && e->at < end && !e->out.failed) {
        uint8_t bytes[RUN * 4];
        wanted = end - e->at < RUN ? end - e->at : RUN;
        switch (e->codec->family) {
        case CODEC_UTF16: taken = encode_16(e, bytes, wanted); break;
        case CODEC_UTF32: taken = encode_32(e, bytes, wanted); break;
        case CODEC_LATIN1: taken = encode_bytes(e, bytes, wanted, 0x100); break;
        default: taken = encode_bytes(e, bytes, wanted, 0x80); break;
        }
        builder_chars(&e->out, bytes, 1, taken * codec_unit(e->codec));
        e->at += taken;
    }
}

/* ---- Decoding. ---- */

static size_t decode_16(const Decoder *d, uint16_t *out, size_t length) {
    size_t n = 0;
    for (; n < length; n++) {
        uint16_t unit;
        memcpy(&unit, d->data + d->at + 2 * n, sizeof unit);
        out[n] = turned_16(unit, d->big);
        if (is_surrogate(out[n])) break;
    }
    return n;
}

static size_t decode_32(const Decoder *d, uint32_t *out, size_t length) {
    size_t n = 0;
    for (; n < length; n++) {
        uint32_t unit;
        memcpy(&unit, d->data + d->at + 4 * n, sizeof unit);
        out[n] = d->big ? __builtin_bswap32(unit) : unit;
        if (is_surrogate(out[n]) || out[n] > 0x10ffff) break;
    }
    return n;
}

void decoder_take_run(Decoder *d) {
    size_t unit = codec_unit(d->codec), taken = RUN, wanted = RUN;
    while (taken == wanted && d->length - d->at >= unit && !d->out.failed) {
        size_t left = (d->length - d->at) / unit;
        union {
            uint16_t two[RUN];
            uint32_t four[RUN];
        } units;
        wanted = left < RUN ? left : RUN;
        taken = unit == 2 ? decode_16(d, units.two, wanted) : decode_32(d, units.four, wanted);
        builder_chars(&d->out, &units, (uint32_t)unit, taken);
        d->at += taken * unit;
    }
}
