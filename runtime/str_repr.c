/* runtime/str_repr.c - repr and ascii of strings.
 *
 * Owns:      the choice of quote and the escapes.
 * Invariant: what is printable stays, as str.isprintable decides.
 * Not here:  repr of bytes (bytes.c), the backslashreplace error handler (codec.c).
 */
#include "runtime/base/ucd.h"
#include "runtime/str_chars.h"

static const char hex_digits[] = "0123456789abcdef";

/* \x12, \u1234 or \U00012345. */
static void add_hex(StrBuilder *b, uint32_t c) {
    char text[10] = {'\\', c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U'};
    size_t digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    for (size_t i = 0; i < digits; i++) text[2 + i] = hex_digits[c >> 4 * (digits - 1 - i) & 15];
    builder_ascii(b, text, 2 + digits);
}

static void add_escaped(StrBuilder *b, uint32_t c, uint32_t quote) {
    const char *special = c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : c == '\\' ? "\\\\" : NULL;
    if (special) {
        builder_ascii(b, special, 2);
    } else if (c == quote) {
        builder_char(b, '\\');
        builder_char(b, c);
    } else if (c < 0x80 ? c >= ' ' && c < 0x7f : ucd_is_printable(c)) {
        builder_char(b, c);
    } else {
        add_hex(b, c);
    }
}

/* True when all characters of ASCII text stand for themselves inside these quotes. */
static bool is_plain(const uint8_t *text, size_t length, uint32_t quote) {
    bool odd = false;
    for (size_t i = 0; i < length; i++) odd |= (uint8_t)(text[i] - ' ') >= 0x5f || text[i] == '\\' || text[i] == quote;
    return !odd;
}

static Value quote_plain(Ref s, uint32_t quote) {
    size_t length = str_length(s);
    Value repr = str_alloc(length + 2, 0x7f);
    if (repr == NULL) return NULL;
    uint8_t *data = str_data(repr);
    data[0] = data[length + 1] = (uint8_t)quote;
    memcpy(data + 1, str_data(s), length);
    return repr;
}

Value str_repr(Ref s) {
    size_t length = str_length(s);
    uint32_t width = str_width(s);
    const uint8_t *data = str_data(s);
    bool single = chars_find(data, width, '\'', 0, length) >= 0;
    uint32_t quote = single && chars_find(data, width, '"', 0, length) < 0 ? '"' : '\'';
    if (str_is_ascii(s) && is_plain(data, length, quote)) return quote_plain(s, quote);
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, length + 2, 0);
    builder_char(&b, quote);
    for (size_t i = 0; i < length; i++) add_escaped(&b, chars_at(data, width, i), quote);
    builder_char(&b, quote);
    return builder_finish(&b);
}

Value str_ascii(Ref s) {
    if (str_is_ascii(s)) return str_slice(s, 0, SIZE_MAX);
    StrBuilder b;
    builder_init(&b);
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        if (c < 0x80) {
            builder_char(&b, c);
        } else {
            add_hex(&b, c);
        }
    }
    return builder_finish(&b);
}
