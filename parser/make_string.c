/* parser/make_string.c - numbers, strings and f-strings.
 *
 * Owns:      nothing.
 * Invariant: texts are copied: the tree outlives the source.
 * Not here:  what a literal means (lexer/literal.h).
 */
#include <string.h>

#include "lexer/literal.h"
#include "lexer/token_kinds.h"
#include "parser/diagnose.h"
#include "parser/make.h"
#include "parser/trouble.h"

/* ---- numbers ---- */

/* Constant(int | float | complex) */
Expr *make_number(Parser *p, Token number) {
    static const ConstantKind kinds[] = {
        [NUMBER_INT] = CONSTANT_INT,
        [NUMBER_FLOAT] = CONSTANT_FLOAT,
        [NUMBER_IMAGINARY] = CONSTANT_IMAGINARY,
    };
    Expr *e = new_expr(p, EXPR_CONSTANT, number.where);
    NumberLiteral literal;
    if (!literal_number(&number, p->arena, p->diag, &literal)) return e;
    e->constant.kind = kinds[literal.kind];
    if (literal.kind == NUMBER_INT) {
        e->constant.base = (uint8_t)literal.base;
        e->constant.length = literal.length;
        e->constant.text = arena_text(p->arena, literal.digits, literal.length);
    } else {
        e->constant.number = literal.value;
    }
    return e;
}

/* signed_number ('+' | '-') NUMBER of a pattern */
Expr *make_complex_key(Parser *p, Expr *real, Operator op, Token imaginary) {
    Expr *right = make_number(p, imaginary);
    Expr *number = real->kind == EXPR_UNARY_OP ? real->unary_op.operand : real;
    if (number->constant.kind == CONSTANT_IMAGINARY) {
        refuse(p, real->where, "real number required in complex literal");
    } else if (right->constant.kind != CONSTANT_IMAGINARY) {
        refuse(p, right->where, "imaginary number required in complex literal");
    }
    return make_bin_op(p, real, op, right);
}

/* ---- texts ---- */

/* Returns the constant of a token, decoded; errors are reported at `place`. */
static Expr *decode(Parser *p, const StringPart *part, Span place) {
    Expr *e = new_expr(p, EXPR_CONSTANT, part->where);
    e->constant.kind = part->token.prefix & LITERAL_BYTES ? CONSTANT_BYTES : CONSTANT_STR;
    e->constant.u_prefix = part->token.prefix & LITERAL_UNICODE;
    TextLiteral literal;
    if (!literal_text(&part->token, place, p->arena, p->diag, &literal)) literal = (TextLiteral){"", 0};
    e->constant.text = literal.text;
    e->constant.length = literal.length;
    return e;
}

/* Makes one constant, ended by a NUL byte, of those in items[0 .. count). */
static Expr *merge(Parser *p, Expr **items, size_t count) {
    size_t length = 0;
    for (size_t i = 0; i < count; i++) length += items[i]->constant.length;
    char *text = arena_try(p->arena, length + 1);
    Expr *e = new_expr(p, EXPR_CONSTANT, join(items[0]->where, items[count - 1]->where));
    e->constant = items[0]->constant;
    if (!text) return e;
    e->constant.text = text;
    e->constant.length = length;
    for (size_t i = 0; i < count; i++) {
        memcpy(text, items[i]->constant.text, items[i]->constant.length);
        text += items[i]->constant.length;
    }
    return e;
}

/* JoinedStr(expr* values): neighbouring constants become one, empty ones vanish. */
static Expr *join_values(Parser *p, Span where, List *values) {
    Expr *e = new_expr(p, EXPR_JOINED_STR, where);
    size_t count, kept = 0;
    Expr **items = list_array(p, values, &count);
    for (size_t i = 0; i < count;) {
        size_t run = i;
        while (run < count && items[run]->kind == EXPR_CONSTANT) run++;
        Expr *value = run > i ? merge(p, items + i, run - i) : items[i];
        i = run > i ? run : i + 1;
        if (value->kind == EXPR_CONSTANT && value->constant.length == 0) continue;
        items[kept++] = adopt(p, &e->depth, value);
    }
    e->joined_str.values = (ExprSeq){items, kept};
    return e;
}

/* ---- adjacent strings ---- */

StringPart *make_string_part(Parser *p, Token string) {
    StringPart *part = ARENA_NEW(p->arena, StringPart);
    part->token = string;
    part->where = string.where;
    return part;
}

StringPart *make_fstring_part(Parser *p, Token start, List *parts, Span end) {
    StringPart *part = make_string_part(p, start);
    part->where = join(start.where, end);
    part->close = end;
    part->parts = parts;
    return part;
}

/* Appends the constants and fields of an f-string or format spec that ends with `close`: there CPython reports a text
 * that cannot be decoded. A text reaches to what follows it, over the second brace of a pair. */
static List *append_parts(Parser *p, List *values, List *parts, Span close) {
    size_t count;
    StringPart **items = list_array(p, parts, &count);
    for (size_t i = 0; i < count; i++) {
        Expr *value = items[i]->node;
        if (!value) {
            value = decode(p, items[i], close);
            value->where.end = i + 1 < count ? items[i + 1]->where.begin : close.begin;
        }
        values = list_add(p, values, value);
    }
    return values;
}

/* True when all are bytes or none is; refuses the rest. */
static bool check_mix(Parser *p, StringPart **parts, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if ((parts[i]->token.prefix ^ parts[0]->token.prefix) & LITERAL_BYTES) {
            diagnose_after(p, parts[count - 1]->where.end, "cannot mix bytes and nonbytes literals");
            return false;
        }
    }
    return true;
}

/* strings: (fstring | string)+ */
Expr *make_strings(Parser *p, List *strings) {
    size_t count;
    StringPart **parts = list_array(p, strings, &count);
    Span where = join(parts[0]->where, parts[count - 1]->where);
    List *values = NULL;
    bool format = false;
    check_mix(p, parts, count);
    for (size_t i = 0; i < count; i++) {
        if (parts[i]->token.kind == TK_FSTRING_START) {
            values = append_parts(p, values, parts[i]->parts, parts[i]->close);
            format = true;
        } else {
            values = list_add(p, values, decode(p, parts[i], parts[i]->where));
        }
    }
    if (format) return join_values(p, where, values);
    Expr **items = list_array(p, values, &count);
    return merge(p, items, count);
}

/* ---- parts of f-strings ---- */

StringPart *make_fstring_text(Parser *p, Token text) { return make_string_part(p, text); }

static StringPart *new_node_part(Parser *p, Expr *node) {
    StringPart *part = ARENA_NEW(p->arena, StringPart);
    part->node = node;
    part->where = node->where;
    return part;
}

static const char *text_at(const Parser *p, Position at) {
    return p->source->text + p->source->line_starts[at.line - 1] + at.column;
}

/* Appends the bytes between two tokens, without comments. */
static size_t append_gap(char *out, size_t length, const char *from, const char *to) {
    for (bool comment = false; from < to; from++) {
        comment = *from == '#' || (comment && *from != '\n');
        if (!comment) out[length++] = *from;
    }
    return length;
}

/* Takes the comments out of a text that begins at a place. CPython 3.13.0 looks for '#' alone and so cuts '#' in
 * strings too; we read the tokens again. */
static void drop_comments(Parser *p, Constant *c, Position begin) {
    Trouble t;
    trouble_read(&t, p);
    const char *from = c->text, *end = c->text + c->length;
    char *out = arena_try(p->arena, c->length + 1);
    size_t length = 0;
    if (!out) return;
    for (size_t i = trouble_find(&t, begin); from < end; i++) {
        const char *first = i < t.count ? text_at(p, t.tokens[i].where.begin) : end;
        if (first >= end) first = end;
        length = append_gap(out, length, from, first);
        from = first < end ? text_at(p, t.tokens[i].where.end) : end;
        memcpy(out + length, first, (size_t)(from - first));
        length += (size_t)(from - first);
    }
    c->text = out;
    c->length = length;
}

/* The text of {expression=} as it was written, comments aside, up to what follows the '='. */
static Expr *debug_text(Parser *p, Position begin, Position end) {
    Expr *e = new_expr(p, EXPR_CONSTANT, (Span){begin, end});
    e->constant.kind = CONSTANT_STR;
    e->constant.text = text_at(p, begin);
    e->constant.length = (size_t)(text_at(p, end) - e->constant.text);
    if (memchr(e->constant.text, '#', e->constant.length)) drop_comments(p, &e->constant, begin);
    return e;
}

/* FormattedValue(expr value, int conversion, expr? format_spec), behind its own text when an '=' asks for it. */
List *make_field(Parser *p, Span open, Expr *value, Token debug, Conversion conversion, Expr *spec, Span close) {
    Expr *e = new_expr(p, EXPR_FORMATTED_VALUE, join(open, close));
    e->formatted_value.value = adopt(p, &e->depth, value);
    e->formatted_value.format_spec = adopt(p, &e->depth, spec);
    e->formatted_value.conversion = conversion.letter;
    List *parts = list_one(p, new_node_part(p, e));
    if (!debug.kind) return parts;
    if (conversion.letter < 0 && !spec) e->formatted_value.conversion = 'r';
    Span next = conversion.letter >= 0 ? conversion.where : spec ? spec->where : close;
    StringPart *text = new_node_part(p, debug_text(p, open.end, next.begin));
    text->where = open;
    return list_concat(list_one(p, text), parts);
}

/* '!' NAME */
Conversion make_conversion(Parser *p, Token mark, Token letter) {
    bool touching =
        mark.where.end.line == letter.where.begin.line && mark.where.end.column == letter.where.begin.column;
    if (!touching) {
        /* The spelling is CPython's. */
        refuse(p, join(mark.where, letter.where),
               "f-string: conversion type must come right after the exclamanation mark");
    } else if (letter.length != 1 || !strchr("sra", letter.text[0])) {
        refuse(p, letter.where, "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
               (int)letter.length, letter.text);
    }
    return (Conversion){(unsigned char)letter.text[0], mark.where};
}

/* ':' fstring_format_spec* */
Expr *make_format_spec(Parser *p, Span colon, List *parts) {
    const StringPart *last = parts ? list_last(parts) : NULL;
    Span where = last ? join(colon, last->where) : colon;
    return join_values(p, where, append_parts(p, NULL, parts, (Span){where.end, where.end}));
}
