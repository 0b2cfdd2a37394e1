/* lexer/literal.c - what the text of a literal means.
 *
 * Owns:      escapes, and the words of their errors, which are CPython 3.13's.
 * Invariant: decoding never lengthens a text, so a buffer of its length always has room.
 * Not here:  where a literal begins and ends (lexer.re), making objects (compiler/).
 *
 * https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
#include "lexer/literal.h"

#include "runtime/base/number.h"
#include "runtime/base/utf8.h"

#include <assert.h>
#include <string.h>

#define UNICODE_LAST 0x10FFFFu
#define OCTAL_BYTE_LAST 0377u

/* ---- numbers ---- */

static bool no_memory(Diag *diag) {
    diag_set(diag, DIAG_MEMORY, (Span){0}, "%s", "");
    return false;
}

/* Points *text at the same text without underscores. */
static bool drop_underscores(const char **text, size_t *length, Arena *arena) {
    if (memchr(*text, '_', *length) == NULL) return true;
    char *copy = arena_try(arena, *length + 1), *out = copy;
    if (copy == NULL) return false;
    for (size_t i = 0; i < *length; i++)
        if ((*text)[i] != '_') *out++ = (*text)[i];
    *text = copy;
    *length = (size_t)(out - copy);
    return true;
}

static unsigned base_of(const Token *token) {
    if (token->length < 3 || token->text[0] != '0') return 10;
    switch (token->text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 10;
    }
}

/* True for a decimal number without point and exponent. */
static bool is_whole(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] == '.' || (text[i] | 0x20) == 'e') return false;
    return true;
}

static void read_int(const char *digits, size_t length, unsigned base, NumberLiteral *number) {
    for (; length > 1 && *digits == '0'; length--) digits++;
    *number = (NumberLiteral){.kind = NUMBER_INT, .base = base, .digits = digits, .length = length};
}

bool literal_number(const Token *token, Arena *arena, Diag *diag, NumberLiteral *number) {
    const char *text = token->text;
    size_t length = token->length;
    unsigned base = base_of(token);
    if (base != 10) {
        text += 2;
        length -= 2;
    }
    bool imaginary = base == 10 && (text[length - 1] | 0x20) == 'j';
    if (base != 10 || (!imaginary && is_whole(text, length))) {
        if (!drop_underscores(&text, &length, arena)) return no_memory(diag);
        read_int(text, length, base, number);
        return true;
    }
    *number = (NumberLiteral){.kind = imaginary ? NUMBER_IMAGINARY : NUMBER_FLOAT};
    bool valid = number_parse(text, length - imaginary, &number->value);
    assert(valid);
    (void)valid;
    return true;
}

/* ---- text ---- */

/* The state of decoding one literal. */
typedef struct Decoder {
    const char *next;    /* first byte not yet decoded */
    const char *end;     /* one past the last */
    char *out;           /* where the next decoded byte goes */
    const char *invalid; /* backslash of the first invalid escape, or NULL */
    const char *brace;   /* backslash before a brace of an f-string's text, or NULL */
    const Token *token;  /* what is decoded */
    Span where;          /* what errors are reported at */
    Diag *diag;          /* where to report */
} Decoder;

static bool is_octal(char c) { return c >= '0' && c <= '7'; }

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* CPython hands its decoder a text in which each character beyond ASCII is spelled \UXXXXXXXX, and a backslash before
 * one \u005c; the positions in its messages count that text. */
static size_t count_position(const char *begin, const char *end) {
    size_t position = 0;
    for (const char *p = begin; p < end; p++) {
        unsigned char c = (unsigned char)*p;
        if (c >= 0x80) {
            position += c >= 0xC0 ? 10 : 0;
            continue;
        }
        position++;
        if (c != '\\' || p + 1 == end) continue;
        if ((unsigned char)p[1] >= 0x80) {
            position += 5;
        } else {
            position++;
            p++;
        }
    }
    return position;
}

static bool unicode_error(Decoder *d, const char *body, const char *escape, const char *end, const char *reason) {
    size_t first = count_position(body, escape), behind = first + count_position(escape, end);
    diag_set(d->diag, DIAG_SYNTAX, d->where,
             "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s", first, behind - 1,
             reason);
    return false;
}

static void put_code(Decoder *d, uint32_t code) {
    if (d->token->prefix & LITERAL_BYTES) *d->out++ = (char)code;
    else d->out += utf8_encode(code, d->out);
}

static void note_invalid(Decoder *d, const char *escape) {
    if (d->invalid == NULL) d->invalid = escape;
}

/* \ooo, one to three digits; d->next is behind the first. */
static void decode_octal(Decoder *d, const char *escape) {
    uint32_t code = (uint32_t)(escape[1] - '0');
    for (int i = 0; i < 2 && d->next < d->end && is_octal(*d->next); i++)
        code = code << 3 | (uint32_t)(*d->next++ - '0');
    if (code > OCTAL_BYTE_LAST) note_invalid(d, escape);
    put_code(d, code);
}

/* \xXX \uXXXX \UXXXXXXXX; d->next is behind the letter. */
static bool decode_hex(Decoder *d, const char *body, const char *escape, int digits, const char *reason) {
    uint32_t code = 0;
    for (int i = 0; i < digits; i++) {
        int value = d->next < d->end ? hex_value(*d->next) : -1;
        if (value < 0) return unicode_error(d, body, escape, d->next, reason);
        code = code << 4 | (uint32_t)value;
        d->next++;
    }
    if (code > UNICODE_LAST) return unicode_error(d, body, escape, d->next, "illegal Unicode character");
    put_code(d, code);
    return true;
}

static bool decode_byte(Decoder *d, const char *body, const char *escape) {
    int high = d->next < d->end ? hex_value(d->next[0]) : -1;
    int low = d->next + 1 < d->end ? hex_value(d->next[1]) : -1;
    if (high < 0 || low < 0) {
        diag_set(d->diag, DIAG_SYNTAX, d->where, "(value error) invalid \\x escape at position %zu",
                 (size_t)(escape - body));
        return false;
    }
    d->next += 2;
    *d->out++ = (char)(high << 4 | low);
    return true;
}

/* \N{name}; d->next is behind the N. */
static bool decode_name(Decoder *d, const char *body, const char *escape) {
    static const char malformed[] = "malformed \\N character escape";
    if (d->next == d->end || *d->next != '{') return unicode_error(d, body, escape, d->next, malformed);
    const char *name = d->next + 1, *close = memchr(name, '}', (size_t)(d->end - name));
    if (close == NULL) return unicode_error(d, body, escape, d->end, malformed);
    if (close == name) return unicode_error(d, body, escape, close, malformed);
    uint32_t code;
    if (!literal_unicode_name(name, (size_t)(close - name), &code))
        return unicode_error(d, body, escape, close + 1, "unknown Unicode character name");
    d->next = close + 1;
    put_code(d, code);
    return true;
}

/* An escape that means nothing stands for itself, with a warning. */
static void decode_unknown(Decoder *d, const char *escape) {
    char c = d->next[-1];
    *d->out++ = '\\';
    d->next--;
    if (d->token->prefix & LITERAL_FORMAT && (c == '{' || c == '}')) d->brace = escape;
    else if ((unsigned char)c < 0x80) note_invalid(d, escape);
}

/* The character that a backslash and `c` stand for, or 0. */
static char simple_escape(char c) {
    static const char pairs[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    for (const char *p = pairs; *p != '\0'; p += 2)
        if (*p == c) return p[1];
    return '\0';
}

/* Decodes the escape whose backslash is at d->next. */
static bool decode_escape(Decoder *d, const char *body) {
    const char *escape = d->next++;
    bool bytes = d->token->prefix & LITERAL_BYTES;
    if (d->next == d->end) {
        /* Only the text of an f-string can end so: `\` before a replacement field. */
        *d->out++ = '\\';
        d->brace = escape;
        return true;
    }
    char simple = simple_escape(*d->next);
    if (simple != '\0') {
        d->next++;
        *d->out++ = simple;
        return true;
    }
    if (is_octal(*d->next)) {
        d->next++;
        decode_octal(d, escape);
        return true;
    }
    switch (*d->next++) {
    case '\n': return true;
    case 'x':
        if (bytes) return decode_byte(d, body, escape);
        return decode_hex(d, body, escape, 2, "truncated \\xXX escape");
    case 'u':
        if (bytes) break;
        return decode_hex(d, body, escape, 4, "truncated \\uXXXX escape");
    case 'U':
        if (bytes) break;
        return decode_hex(d, body, escape, 8, "truncated \\UXXXXXXXX escape");
    case 'N':
        if (bytes) break;
        return decode_name(d, body, escape);
    }
    decode_unknown(d, escape);
    return true;
}

static void warn_invalid(const Decoder *d) {
    Span where = d->where;
    if (d->brace != NULL) diag_warn(d->diag, where, "invalid escape sequence '\\%c'", d->brace[1]);
    if (d->invalid == NULL) return;
    if (is_octal(d->invalid[1])) diag_warn(d->diag, where, "invalid octal escape sequence '%.4s'", d->invalid);
    else diag_warn(d->diag, where, "invalid escape sequence '\\%c'", d->invalid[1]);
}

static bool decode(const Token *token, const char *body, size_t length, Span where, Arena *arena, Diag *diag,
                   TextLiteral *literal) {
    char *out = arena_try(arena, length + 1);
    if (out == NULL) return no_memory(diag);
    Decoder d = {.next = body, .end = body + length, .out = out, .token = token, .where = where, .diag = diag};
    while (d.next < d.end) {
        const char *escape = memchr(d.next, '\\', (size_t)(d.end - d.next));
        size_t plain = (size_t)((escape != NULL ? escape : d.end) - d.next);
        memcpy(d.out, d.next, plain);
        d.out += plain;
        d.next += plain;
        if (escape != NULL && !decode_escape(&d, body)) return false;
    }
    warn_invalid(&d);
    *literal = (TextLiteral){out, (size_t)(d.out - out)};
    return true;
}

/* Points *body between the quotes of a STRING; the text of an f-string has none. */
static size_t find_body(const Token *token, const char **body) {
    *body = token->text;
    if (token->prefix & LITERAL_FORMAT) return token->length;
    const char *end = token->text + token->length;
    while (**body != '\'' && **body != '"') ++*body;
    size_t quotes = token->prefix & LITERAL_TRIPLE ? 3 : 1;
    *body += quotes;
    return (size_t)(end - quotes - *body);
}

bool literal_text(const Token *token, Span where, Arena *arena, Diag *diag, TextLiteral *literal) {
    const char *body;
    size_t length = find_body(token, &body);
    if (token->prefix & LITERAL_BYTES && !utf8_is_ascii(body, length)) {
        diag_set(diag, DIAG_SYNTAX, where, "bytes can only contain ASCII literal characters");
        return false;
    }
    if (token->prefix & LITERAL_RAW || memchr(body, '\\', length) == NULL) {
        *literal = (TextLiteral){body, length};
        return true;
    }
    return decode(token, body, length, where, arena, diag, literal);
}
