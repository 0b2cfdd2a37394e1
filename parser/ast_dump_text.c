/* parser/ast_dump_text.c - constants as repr writes them.
 *
 * Owns:      nothing.
 * Invariant: what is written reads back as the same constant.
 * Not here:  fields (ast_dump_expr.c).
 */
#include <string.h>

#include "parser/ast_dump_fields.h"
#include "runtime/base/number.h"
#include "runtime/base/ucd.h"
#include "runtime/base/utf8.h"

/* Python chooses the quote that needs no escape. */
static char choose_quote(const char *text, size_t length) {
    return memchr(text, '\'', length) && !memchr(text, '"', length) ? '"' : '\'';
}

static void write_code(FILE *out, uint32_t code, char quote) {
    char bytes[4];
    if (code == (uint32_t)quote || code == '\\') {
        fprintf(out, "\\%c", (int)code);
    } else if (code == '\n' || code == '\r' || code == '\t') {
        fputs(code == '\n' ? "\\n" : code == '\r' ? "\\r" : "\\t", out);
    } else if (ucd_is_printable(code)) {
        fwrite(bytes, 1, utf8_encode(code, bytes), out);
    } else {
        fprintf(out, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)code);
    }
}

void dump_str(FILE *out, const char *text, size_t length) {
    char quote = choose_quote(text, length);
    const char *end = text + length;
    fputc(quote, out);
    while (text < end) write_code(out, utf8_decode(&text), quote);
    fputc(quote, out);
}

static void write_bytes(FILE *out, const char *text, size_t length) {
    char quote = choose_quote(text, length);
    fprintf(out, "b%c", quote);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < 0x80) {
            write_code(out, byte, quote);
        } else {
            fprintf(out, "\\x%02x", byte);
        }
    }
    fputc(quote, out);
}

/* Decimal digits of a literal in another base, nine to a limb. */
static void write_int(FILE *out, const Constant *c) {
    enum { LIMB = 1000000000, MAX_LIMBS = 1024 };
    uint32_t limbs[MAX_LIMBS] = {0};
    size_t count = 1;
    for (size_t i = 0; i < c->length; i++) {
        char digit = c->text[i];
        uint64_t carry = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
        for (size_t k = 0; k < count; k++) {
            carry += (uint64_t)limbs[k] * c->base;
            limbs[k] = (uint32_t)(carry % LIMB);
            carry /= LIMB;
        }
        if (carry && count < MAX_LIMBS) limbs[count++] = (uint32_t)carry;
    }
    fprintf(out, "%u", limbs[count - 1]);
    for (size_t k = count - 1; k-- > 0;) fprintf(out, "%09u", limbs[k]);
}

static void write_float(FILE *out, double number) {
    char text[NUMBER_REPR_MAX];
    number_repr(text, number);
    fputs(text, out);
}

/* 1j has no ".0". */
static void write_imaginary(FILE *out, double number) {
    char text[NUMBER_REPR_MAX];
    size_t length = number_format(text, number, 'r', 0, 0);
    fprintf(out, "%.*sj", (int)length, text);
}

void dump_constant(FILE *out, const Constant *c) {
    switch (c->kind) {
    case CONSTANT_NONE: fputs("None", out); break;
    case CONSTANT_TRUE: fputs("True", out); break;
    case CONSTANT_FALSE: fputs("False", out); break;
    case CONSTANT_ELLIPSIS: fputs("Ellipsis", out); break;
    case CONSTANT_INT:
        if (c->base == 10) {
            fputs(c->text, out);
        } else {
            write_int(out, c);
        }
        break;
    case CONSTANT_FLOAT: write_float(out, c->number); break;
    case CONSTANT_IMAGINARY: write_imaginary(out, c->number); break;
    case CONSTANT_STR: dump_str(out, c->text, c->length); break;
    case CONSTANT_BYTES: write_bytes(out, c->text, c->length); break;
    }
}
