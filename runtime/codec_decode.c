/* runtime/codec_decode.c - bytes to text.
 *
 * Owns:      nothing.
 * Invariant: each step consumes at least a byte, raises, or waits for more input.
 * Not here:  encoding and names (codec.c), error handlers (codec_errors.c).
 */
#include "runtime/base/utf8.h"
#include "runtime/codec_work.h"
#include "runtime/str_chars.h"

/* A step decodes at d->at. FOUND: go on; MISSING: the rest is incomplete and more may follow; FAILED: exception. */
typedef Lookup (*Step)(Decoder *d);

/* An incomplete character at the end: an error when nothing follows. */
static Lookup incomplete(Decoder *d, const char *reason) {
    if (!d->final) return MISSING;
    return decoder_error(d, d->at, d->length, reason) ? FOUND : FAILED;
}

static Lookup wrong(Decoder *d, size_t size, const char *reason) {
    return decoder_error(d, d->at, d->at + size, reason) ? FOUND : FAILED;
}

static Lookup step_ascii(Decoder *d) {
    size_t begin = d->at;
    while (d->at < d->length && d->data[d->at] < 0x80) d->at++;
    builder_ascii(&d->out, (const char *)d->data + begin, d->at - begin);
    return d->at == d->length ? FOUND : wrong(d, 1, "ordinal not in range(128)");
}

static Lookup step_latin1(Decoder *d) {
    builder_chars(&d->out, d->data + d->at, 1, d->length - d->at);
    d->at = d->length;
    return FOUND;
}

static Lookup step_table(Decoder *d) {
    decoder_take_run(d);
    return d->at == d->length ? FOUND : wrong(d, 1, "character maps to <undefined>");
}

/* What comes next may complete the sequence; that of a surrogate, which an error handler takes, too. */
static bool is_cut(const Decoder *d, size_t begin, const char *reason) {
    const uint8_t *p = d->data + begin;
    return strcmp(reason, "unexpected end of data") == 0 ||
           (d->length - begin == 2 && p[0] == 0xED && p[1] >= 0xA0 && p[1] <= 0xBF);
}

static Lookup step_utf8(Decoder *d) {
    const char *text = (const char *)d->data + d->at;
    size_t left = d->length - d->at;
    Utf8Error error;
    if (utf8_check(text, left, UTF8_STRICT, &error)) {
        builder_utf8(&d->out, text, left);
        d->at = d->length;
        return FOUND;
    }
    builder_utf8(&d->out, text, error.begin);
    size_t begin = d->at + error.begin, end = d->at + error.end;
    d->at = begin;
    if (!d->final && is_cut(d, begin, error.reason)) return MISSING;
    return decoder_error(d, begin, end, error.reason) ? FOUND : FAILED;
}

static uint32_t unit_16(const Decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static Lookup step_utf16(Decoder *d) {
    decoder_take_run(d);
    size_t left = d->length - d->at;
    if (left == 0) return FOUND;
    if (left < 2) return incomplete(d, "truncated data");
    uint32_t c = unit_16(d, d->at);
    if (c - 0xd800 >= 0x800) {
        builder_char(&d->out, c);
        d->at += 2;
        return FOUND;
    }
    if (c >= 0xdc00) return wrong(d, 2, "illegal encoding");
    if (left < 4) return incomplete(d, "unexpected end of data");
    uint32_t low = unit_16(d, d->at + 2);
    if (low - 0xdc00 >= 0x400) return wrong(d, 2, "illegal UTF-16 surrogate");
    builder_char(&d->out, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
    d->at += 4;
    return FOUND;
}

static Lookup step_utf32(Decoder *d) {
    decoder_take_run(d);
    if (d->at == d->length) return FOUND;
    if (d->length - d->at < 4) return incomplete(d, "truncated data");
    const uint8_t *p = d->data + d->at;
    uint32_t c = d->big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                        : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
    if (c - 0xd800 < 0x800) return wrong(d, 4, "code point in surrogate code point range(0xd800, 0xe000)");
    if (c > 0x10ffff) return wrong(d, 4, "code point not in range(0x110000)");
    builder_char(&d->out, c);
    d->at += 4;
    return FOUND;
}

/* Passes over a byte order mark and obeys it. */
static void read_mark(Decoder *d) {
    static const uint8_t marks[][4] = {{0xff, 0xfe, 0, 0}, {0, 0, 0xfe, 0xff}};
    size_t size = d->codec->family == CODEC_UTF16 ? 2 : 4;
    if (d->length < size) return;
    if (memcmp(d->data, marks[0], size) == 0) {
        d->at = size;
    } else if (memcmp(d->data, marks[1] + 4 - size, size) == 0) {
        d->at = size;
        d->big = true;
    }
}

static void begin(Decoder *d) {
    const Codec *codec = d->codec;
    d->name = codec->name;
    if (codec->signature && d->length >= 3 && memcmp(d->data, "\xef\xbb\xbf", 3) == 0) {
        d->data += 3;
        d->length -= 3;
    }
    if (codec->family < CODEC_UTF16) return;
    d->big = codec->order == ORDER_BIG;
    if (codec->order == ORDER_MARKED) read_mark(d);
    bool wide = codec->family == CODEC_UTF32;
    d->name = d->big ? (wide ? "utf-32-be" : "utf-16-be") : wide ? "utf-32-le" : "utf-16-le";
}

Value codec_decode(const Codec *codec, const uint8_t *data, size_t length, const char *errors, bool final,
                   size_t *consumed) {
    static const Step steps[] = {step_ascii, step_latin1, step_table, step_utf8, step_utf16, step_utf32};
    if (consumed) *consumed = length;
    if (codec->family <= CODEC_UTF8 && utf8_is_ascii((const char *)data, length))
        return str_from_ascii((const char *)data, length);
    Value text;
    Lookup quickly =
        codec->family == CODEC_UTF8 && !codec->signature ? str_decode_utf8((const char *)data, length, &text) : MISSING;
    if (quickly != MISSING) return quickly == FOUND ? text : NULL;
    Decoder d = {.codec = codec, .data = data, .length = length, .errors = errors, .final = final};
    begin(&d);
    builder_init(&d.out);
    builder_reserve(&d.out, d.length / codec_unit(codec), 0);
    Lookup more = FOUND;
    while (d.at < d.length && more == FOUND && !d.out.failed) more = steps[codec->family](&d);
    if (consumed) *consumed = length - (d.length - d.at);
    release_maybe(d.held);
    if (more != FAILED) return builder_finish(&d.out);
    builder_abandon(&d.out);
    return NULL;
}
