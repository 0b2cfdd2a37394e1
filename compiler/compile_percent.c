/* compiler/compile_percent.c - a format and the tuple for it that are written side by side: "%s: %5r" % (a, b).
 *
 * Owns:      what such an expression is as an f-string, whose format nobody has to read when the program runs.
 * Invariant: only conversions that ask nothing of their value (%s, %r, %a) are taken. An item is converted before the
 *            next one is computed, as in CPython.
 * Not here:  f-strings (compile_expr.c), formats that are read when the program runs (runtime/percent.c).
 */
#include <string.h>

#include "compiler/compiler.h"

enum { AMOUNT_DIGITS = 3, SPEC_MAX = 2 * AMOUNT_DIGITS + 2 }; /* digits of a width or precision; '>', '.' and both */

static Expr *new_node(Compiler *c, Expr node) {
    Expr *made = ARENA_NEW(c->arena, Expr);
    *made = node;
    return made;
}

static Expr *text_node(Compiler *c, Span where, const char *text, size_t length) {
    Constant constant = {.kind = CONSTANT_STR, .length = length, .text = text};
    return new_node(c, (Expr){.kind = EXPR_CONSTANT, .where = where, .constant = constant});
}

/* The text up to the next conversion, where *at is left, each "%%" in it being one; NULL when there is none. */
static Expr *read_text(Compiler *c, Span where, const char **at) {
    size_t length = 0;
    const char *from = *at;
    char *text = ARENA_ARRAY(c->arena, char, strlen(from) + 1);
    while (*from && (from[0] != '%' || from[1] == '%')) {
        from += *from == '%';
        text[length++] = *from++;
    }
    text[length] = '\0';
    *at = from;
    return length ? text_node(c, where, text, length) : NULL;
}

/* Copies digits to the spec behind what it starts with. False: they are too many. */
static bool read_amount(const char **at, char *spec, size_t *length) {
    size_t count = strspn(*at, "0123456789");
    if (count > AMOUNT_DIGITS) return false;
    memcpy(spec + *length, *at, count);
    *length += count;
    *at += count;
    return true;
}

/* Reads flags, width, precision and letter behind a '%' into what an f-string says for them; value: the item. NULL:
 * this conversion is not for here. */
static Expr *read_conversion(Compiler *c, Expr *value, const char **at) {
    char *spec = ARENA_ARRAY(c->arena, char, SPEC_MAX + 1);
    size_t length = 0, flags = strspn(*at, "-+ #0");
    bool left = memchr(*at, '-', flags) != NULL;
    *at += flags;
    if (**at > '0' && **at <= '9') spec[length++] = left ? '<' : '>';
    if (!read_amount(at, spec, &length)) return NULL;
    if (**at == '.') {
        (*at)++;
        spec[length++] = '.';
        if (**at < '0' || **at > '9') spec[length++] = '0';
        else if (!read_amount(at, spec, &length)) return NULL;
    }
    spec[length] = '\0';
    char letter = *(*at)++;
    if (letter != 's' && letter != 'r' && letter != 'a') return NULL;
    Expr *made = new_node(c, (Expr){.kind = EXPR_FORMATTED_VALUE, .where = value->where});
    made->formatted_value.value = value;
    made->formatted_value.conversion = letter;
    if (length) made->formatted_value.format_spec = text_node(c, value->where, spec, length);
    return made;
}

const Expr *percent_as_joined(Compiler *c, const Expr *e) {
    const Expr *format = e->bin_op.left, *items = e->bin_op.right;
    if (binary_op_of(e->bin_op.op) != BINARY_MOD || format->kind != EXPR_CONSTANT || items->kind != EXPR_TUPLE)
        return NULL;
    const char *at = format->constant.text;
    if (format->constant.kind != CONSTANT_STR || strlen(at) != format->constant.length) return NULL;
    ExprSeq of = items->tuple.elts, values = {.items = ARENA_ARRAY(c->arena, Expr *, 2 * of.count + 1)};
    for (size_t i = 0;; i++) {
        Expr *text = read_text(c, e->where, &at);
        if (text) values.items[values.count++] = text;
        if (!*at && i == of.count) break;
        if (!*at || i == of.count || of.items[i]->kind == EXPR_STARRED) return NULL;
        at++;
        Expr *value = read_conversion(c, of.items[i], &at);
        if (!value) return NULL;
        values.items[values.count++] = value;
    }
    Expr *joined = new_node(c, (Expr){.kind = EXPR_JOINED_STR, .where = e->where});
    joined->joined_str.values = values;
    return joined;
}
