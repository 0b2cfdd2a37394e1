/* runtime/str_repr.c - repr and ascii of strings.
 *
 * Owns:      the choice of quote and the escapes.
 * Invariant: what is printable stays, as str.isprintable decides.
 * Not here:  repr of bytes (bytes.c), the backslashreplace error handler (codec.c).
 */
#include "runtime/base/ucd.h"
#include "runtime/str_chars.h"

static const char hex_digits[] = "0123456789abcdef";

enum { HEX_MAX = 10, PIECE = 256 };

/* \x12, \u1234 or \U00012345; returns how long it is, at most HEX_MAX. */
static size_t write_hex(char *text, uint32_t c) {
    size_t digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    text[0] = '\\';
    text[1] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (size_t i = 0; i < digits; i++) text[2 + i] = hex_digits[c >> 4 * (digits - 1 - i) & 15];
    return 2 + digits;
}

/* The character stands for itself. */
static bool is_shown(uint32_t c, uint32_t quote) {
    return c < 0x80 ? c - ' ' < 0x5f && c != '\\' && c != quote : ucd_is_printable(c);
}

static void add_escaped(StrBuilder *b, uint32_t c) {
    char text[HEX_MAX] = {'\\', c == '\n' ? 'n' : c == '\t' ? 't' : c == '\r' ? 'r' : (char)c};
    bool special = c == '\n' || c == '\t' || c == '\r' || (c >= ' ' && c < 0x7f);
    builder_ascii(b, text, special ? 2 : write_hex(text, c));
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
    for (size_t i = 0, begin = 0; i < length; begin = ++i) {
        while (i < length && is_shown(chars_at(data, width, i), quote)) i++;
        builder_slice(&b, s, begin, i);
        if (i < length) add_escaped(&b, chars_at(data, width, i));
    }
    builder_char(&b, quote);
    return builder_finish(&b);
}

Value str_ascii(Ref s) {
    if (str_is_ascii(s)) return str_slice(s, 0, SIZE_MAX);
    StrBuilder b;
    char piece[PIECE];
    size_t n = 0;
    builder_init(&b);
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        if (c < 0x80) piece[n++] = (char)c;
        else n += write_hex(piece + n, c);
        if (n <= PIECE - HEX_MAX) continue;
        builder_ascii(&b, piece, n);
        n = 0;
    }
    builder_ascii(&b, piece, n);
    return builder_finish(&b);
}
