/* compiler/unparse.c - the text of an expression: what an annotation is under `from __future__ import annotations`.
 *
 * Owns:      the one canonical spelling of each expression, CPython's.
 * Invariant: parentheses stand only where precedence needs them.
 * Not here:  statements: no annotation has one.
 */
#include <stdlib.h>
#include <string.h>

#include "compiler/compiler.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

typedef enum Precedence {
    PRECEDENCE_TUPLE,
    PRECEDENCE_TEST, /* if-else, lambda, yield */
    PRECEDENCE_OR,
    PRECEDENCE_AND,
    PRECEDENCE_NOT,
    PRECEDENCE_CMP,
    PRECEDENCE_EXPR, /* | */
    PRECEDENCE_BOR = PRECEDENCE_EXPR,
    PRECEDENCE_BXOR,
    PRECEDENCE_BAND,
    PRECEDENCE_SHIFT,
    PRECEDENCE_ARITH,
    PRECEDENCE_TERM,
    PRECEDENCE_FACTOR,
    PRECEDENCE_POWER,
    PRECEDENCE_AWAIT,
    PRECEDENCE_ATOM,
} Precedence;

typedef struct Writer {
    Compiler *c;
    char *text;      /* in the arena */
    size_t length;   /* bytes so far */
    size_t capacity; /* bytes that fit */
} Writer;

static void write_bytes(Writer *w, const char *text, size_t length) {
    if (w->length + length + 1 > w->capacity) {
        size_t capacity = (w->length + length + 1) * 2;
        char *larger = arena_try(w->c->arena, capacity);
        if (!larger) {
            if (!w->text) w->text = arena_alloc(w->c->arena, 1);
            return;
        }
        if (w->length) memcpy(larger, w->text, w->length);
        w->text = larger;
        w->capacity = capacity;
    }
    memcpy(w->text + w->length, text, length);
    w->length += length;
    w->text[w->length] = '\0';
}

static void write_text(Writer *w, const char *text) { write_bytes(w, text, strlen(text)); }
static void write_name(Writer *w, const Name *name) { write_bytes(w, name->text, name->length); }

static void write_if(Writer *w, bool condition, const char *text) {
    if (condition) write_text(w, text);
}

static void write_expr(Writer *w, const Expr *e, int level);

static void write_list(Writer *w, ExprSeq exprs) {
    for (size_t i = 0; i < exprs.count; i++) {
        write_if(w, i > 0, ", ");
        write_expr(w, exprs.items[i], PRECEDENCE_TEST);
    }
}

/* ---- operators ---- */

static void write_bool_op(Writer *w, const Expr *e, int level) {
    bool conjunction = e->bool_op.op == BOOL_AND;
    int own = conjunction ? PRECEDENCE_AND : PRECEDENCE_OR;
    write_if(w, level > own, "(");
    for (size_t i = 0; i < e->bool_op.values.count; i++) {
        write_if(w, i > 0, conjunction ? " and " : " or ");
        write_expr(w, e->bool_op.values.items[i], own + 1);
    }
    write_if(w, level > own, ")");
}

typedef struct OperatorText {
    const char *text;   /* with blanks */
    int precedence;     /* of the operator */
    bool right_to_left; /* ** */
} OperatorText;

static const OperatorText operator_texts[] = {
    [OPERATOR_ADD] = {" + ", PRECEDENCE_ARITH, false},      [OPERATOR_SUB] = {" - ", PRECEDENCE_ARITH, false},
    [OPERATOR_MULT] = {" * ", PRECEDENCE_TERM, false},      [OPERATOR_MAT_MULT] = {" @ ", PRECEDENCE_TERM, false},
    [OPERATOR_DIV] = {" / ", PRECEDENCE_TERM, false},       [OPERATOR_MOD] = {" % ", PRECEDENCE_TERM, false},
    [OPERATOR_L_SHIFT] = {" << ", PRECEDENCE_SHIFT, false}, [OPERATOR_R_SHIFT] = {" >> ", PRECEDENCE_SHIFT, false},
    [OPERATOR_BIT_OR] = {" | ", PRECEDENCE_BOR, false},     [OPERATOR_BIT_XOR] = {" ^ ", PRECEDENCE_BXOR, false},
    [OPERATOR_BIT_AND] = {" & ", PRECEDENCE_BAND, false},   [OPERATOR_FLOOR_DIV] = {" // ", PRECEDENCE_TERM, false},
    [OPERATOR_POW] = {" ** ", PRECEDENCE_POWER, true},
};

static void write_bin_op(Writer *w, const Expr *e, int level) {
    const OperatorText *op = &operator_texts[e->bin_op.op];
    write_if(w, level > op->precedence, "(");
    write_expr(w, e->bin_op.left, op->precedence + op->right_to_left);
    write_text(w, op->text);
    write_expr(w, e->bin_op.right, op->precedence + !op->right_to_left);
    write_if(w, level > op->precedence, ")");
}

static void write_unary_op(Writer *w, const Expr *e, int level) {
    static const char *const texts[] = {
        [UNARY_INVERT] = "~", [UNARY_NOT] = "not ", [UNARY_ADD] = "+", [UNARY_SUB] = "-"};
    int own = e->unary_op.op == UNARY_NOT ? PRECEDENCE_NOT : PRECEDENCE_FACTOR;
    write_if(w, level > own, "(");
    write_text(w, texts[e->unary_op.op]);
    write_expr(w, e->unary_op.operand, own);
    write_if(w, level > own, ")");
}

static void write_compare(Writer *w, const Expr *e, int level) {
    static const char *const texts[] = {
        [CMPOP_EQ] = " == ", [CMPOP_NOT_EQ] = " != ",    [CMPOP_LT] = " < ",  [CMPOP_LT_E] = " <= ",
        [CMPOP_GT] = " > ",  [CMPOP_GT_E] = " >= ",      [CMPOP_IS] = " is ", [CMPOP_IS_NOT] = " is not ",
        [CMPOP_IN] = " in ", [CMPOP_NOT_IN] = " not in "};
    write_if(w, level > PRECEDENCE_CMP, "(");
    write_expr(w, e->compare.left, PRECEDENCE_CMP + 1);
    for (size_t i = 0; i < e->compare.comparators.count; i++) {
        write_text(w, texts[e->compare.ops[i]]);
        write_expr(w, e->compare.comparators.items[i], PRECEDENCE_CMP + 1);
    }
    write_if(w, level > PRECEDENCE_CMP, ")");
}

static void write_if_exp(Writer *w, const Expr *e, int level) {
    write_if(w, level > PRECEDENCE_TEST, "(");
    write_expr(w, e->if_exp.body, PRECEDENCE_TEST + 1);
    write_text(w, " if ");
    write_expr(w, e->if_exp.test, PRECEDENCE_TEST + 1);
    write_text(w, " else ");
    write_expr(w, e->if_exp.orelse, PRECEDENCE_TEST);
    write_if(w, level > PRECEDENCE_TEST, ")");
}

/* ---- constants ---- */

static void write_repr(Writer *w, const Expr *e) {
    Value value = w->c->failed ? NULL : constant_value(w->c, e), text = value ? repr_of(value) : NULL;
    Utf8 utf8;
    if (text && str_utf8(text, &utf8, true)) {
        /* An infinite literal is written as one that overflows. */
        bool number = e->constant.kind == CONSTANT_FLOAT || e->constant.kind == CONSTANT_IMAGINARY;
        const char *inf = number ? strstr(utf8.text, "inf") : NULL;
        if (inf) {
            write_bytes(w, utf8.text, (size_t)(inf - utf8.text));
            write_text(w, "1e309");
            write_text(w, inf + 3);
        } else {
            write_bytes(w, utf8.text, utf8.length);
        }
        str_utf8_done(&utf8);
    } else {
        compile_failed(w->c);
    }
    release_maybe(text);
    release_maybe(value);
}

static void write_constant(Writer *w, const Expr *e) {
    if (e->constant.kind == CONSTANT_ELLIPSIS) {
        write_text(w, "...");
        return;
    }
    write_if(w, e->constant.u_prefix, "u");
    write_repr(w, e);
}

/* ---- f-strings ---- */

static void write_joined_parts(Writer *w, const Expr *e, bool spec);

static void write_escaped(Writer *w, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        write_bytes(w, &text[i], 1);
        if (text[i] == '{' || text[i] == '}') write_bytes(w, &text[i], 1);
    }
}

static void write_formatted(Writer *w, const Expr *e) {
    Writer inner = {.c = w->c};
    write_expr(&inner, e->formatted_value.value, PRECEDENCE_TEST + 1);
    write_text(w, inner.length && inner.text[0] == '{' ? "{ " : "{");
    if (inner.length) write_bytes(w, inner.text, inner.length);
    if (e->formatted_value.conversion > 0) {
        char conversion[] = {'!', (char)e->formatted_value.conversion, '\0'};
        write_text(w, conversion);
    }
    if (e->formatted_value.format_spec) {
        write_text(w, ":");
        write_joined_parts(w, e->formatted_value.format_spec, true);
    }
    write_text(w, "}");
}

static void write_joined_parts(Writer *w, const Expr *e, bool spec) {
    for (size_t i = 0; i < e->joined_str.values.count; i++) {
        const Expr *part = e->joined_str.values.items[i];
        if (part->kind == EXPR_FORMATTED_VALUE) write_formatted(w, part);
        else if (part->kind == EXPR_JOINED_STR) write_joined_parts(w, part, spec);
        else write_escaped(w, part->constant.text, part->constant.length);
    }
}

/* The parts are put together first; their repr gives quotes and escapes. */
static void write_joined_str(Writer *w, const Expr *e) {
    Writer inner = {.c = w->c};
    write_bytes(&inner, "", 0);
    if (e->kind == EXPR_FORMATTED_VALUE) write_formatted(&inner, e);
    else write_joined_parts(&inner, e, false);
    const Expr whole = {.kind = EXPR_CONSTANT,
                        .constant = {.kind = CONSTANT_STR, .text = inner.text, .length = inner.length}};
    write_text(w, "f");
    write_repr(w, &whole);
}

/* ---- functions, displays, comprehensions ---- */

static void write_args(Writer *w, ArgSeq args, ExprSeq defaults, size_t skip, bool *first) {
    for (size_t i = 0; i < args.count; i++) {
        write_if(w, !*first, ", ");
        *first = false;
        write_name(w, args.items[i]->arg);
        const Expr *value = i >= skip && i - skip < defaults.count ? defaults.items[i - skip] : NULL;
        if (!value) continue;
        write_text(w, "=");
        write_expr(w, value, PRECEDENCE_TEST);
    }
}

static void write_arguments(Writer *w, const Arguments *args) {
    bool first = true;
    size_t posonly = args->posonlyargs.count, positional = posonly + args->args.count;
    size_t without = positional - args->defaults.count; /* parameters without default */
    ExprSeq defaults = args->defaults;
    size_t in_posonly = without < posonly ? posonly - without : 0; /* defaults that belong to positional-only ones */
    ExprSeq own = {defaults.items, in_posonly}, rest = {defaults.items + in_posonly, defaults.count - in_posonly};
    write_args(w, args->posonlyargs, own, without < posonly ? without : posonly, &first);
    write_if(w, posonly > 0, ", /");
    write_args(w, args->args, rest, without > posonly ? without - posonly : 0, &first);
    if (args->vararg || args->kwonlyargs.count > 0) {
        write_if(w, !first, ", ");
        first = false;
        write_text(w, "*");
        if (args->vararg) write_name(w, args->vararg->arg);
    }
    write_args(w, args->kwonlyargs, args->kw_defaults, 0, &first);
    if (!args->kwarg) return;
    write_if(w, !first, ", ");
    write_text(w, "**");
    write_name(w, args->kwarg->arg);
}

static void write_lambda(Writer *w, const Expr *e, int level) {
    const Arguments *args = e->lambda.args;
    write_if(w, level > PRECEDENCE_TEST, "(");
    write_text(w, args->posonlyargs.count || args->args.count ? "lambda " : "lambda"); /* CPython writes lambda*a */
    write_arguments(w, args);
    write_text(w, ": ");
    write_expr(w, e->lambda.body, PRECEDENCE_TEST);
    write_if(w, level > PRECEDENCE_TEST, ")");
}

static void write_dict(Writer *w, const Expr *e) {
    write_text(w, "{");
    for (size_t i = 0; i < e->dict.values.count; i++) {
        write_if(w, i > 0, ", ");
        if (e->dict.keys.items[i]) {
            write_expr(w, e->dict.keys.items[i], PRECEDENCE_TEST);
            write_text(w, ": ");
            write_expr(w, e->dict.values.items[i], PRECEDENCE_TEST);
        } else {
            write_text(w, "**");
            write_expr(w, e->dict.values.items[i], PRECEDENCE_EXPR);
        }
    }
    write_text(w, "}");
}

static void write_generators(Writer *w, ComprehensionSeq generators) {
    for (size_t i = 0; i < generators.count; i++) {
        const Comprehension *generator = generators.items[i];
        write_text(w, generator->is_async ? " async for " : " for ");
        write_expr(w, generator->target, PRECEDENCE_TUPLE);
        write_text(w, " in ");
        write_expr(w, generator->iter, PRECEDENCE_TEST + 1);
        for (size_t k = 0; k < generator->ifs.count; k++) {
            write_text(w, " if ");
            write_expr(w, generator->ifs.items[k], PRECEDENCE_TEST + 1);
        }
    }
}

static void write_comp(Writer *w, const Expr *e, const char *open, const char *close) {
    write_text(w, open);
    write_expr(w, e->comp.elt, PRECEDENCE_TEST);
    write_generators(w, e->comp.generators);
    write_text(w, close);
}

static void write_dict_comp(Writer *w, const Expr *e) {
    write_text(w, "{");
    write_expr(w, e->dict_comp.key, PRECEDENCE_TEST);
    write_text(w, ": ");
    write_expr(w, e->dict_comp.value, PRECEDENCE_TEST);
    write_generators(w, e->dict_comp.generators);
    write_text(w, "}");
}

static void write_call(Writer *w, const Expr *e) {
    ExprSeq args = e->call.args;
    KeywordSeq keywords = e->call.keywords;
    write_expr(w, e->call.func, PRECEDENCE_ATOM);
    if (args.count == 1 && keywords.count == 0 && args.items[0]->kind == EXPR_GENERATOR) {
        write_expr(w, args.items[0], PRECEDENCE_TEST); /* its own parentheses do */
        return;
    }
    write_text(w, "(");
    write_list(w, args);
    for (size_t i = 0; i < keywords.count; i++) {
        write_if(w, i > 0 || args.count > 0, ", ");
        if (keywords.items[i]->arg) write_name(w, keywords.items[i]->arg);
        write_text(w, keywords.items[i]->arg ? "=" : "**");
        write_expr(w, keywords.items[i]->value, PRECEDENCE_TEST);
    }
    write_text(w, ")");
}

static void write_attribute(Writer *w, const Expr *e) {
    const Expr *object = e->attribute.value;
    write_expr(w, object, PRECEDENCE_ATOM);
    /* 1 .real needs the blank. */
    bool int_literal = object->kind == EXPR_CONSTANT && object->constant.kind == CONSTANT_INT;
    write_text(w, int_literal ? " ." : ".");
    write_name(w, e->attribute.attr);
}

static void write_subscript(Writer *w, const Expr *e) {
    write_expr(w, e->subscript.value, PRECEDENCE_ATOM);
    write_text(w, "[");
    write_expr(w, e->subscript.slice, PRECEDENCE_TUPLE);
    write_text(w, "]");
}

static void write_slice(Writer *w, const Expr *e) {
    if (e->slice.lower) write_expr(w, e->slice.lower, PRECEDENCE_TEST);
    write_text(w, ":");
    if (e->slice.upper) write_expr(w, e->slice.upper, PRECEDENCE_TEST);
    if (!e->slice.step) return;
    write_text(w, ":");
    write_expr(w, e->slice.step, PRECEDENCE_TEST);
}

static void write_tuple(Writer *w, const Expr *e, int level) {
    if (e->tuple.elts.count == 0) {
        write_text(w, "()");
        return;
    }
    write_if(w, level > PRECEDENCE_TUPLE, "(");
    write_list(w, e->tuple.elts);
    write_if(w, e->tuple.elts.count == 1, ",");
    write_if(w, level > PRECEDENCE_TUPLE, ")");
}

static void write_prefixed(Writer *w, const char *prefix, const Expr *value, int own, int level, int inner) {
    write_if(w, level > own, "(");
    write_text(w, prefix);
    if (value) write_expr(w, value, inner);
    write_if(w, level > own, ")");
}

static void write_named(Writer *w, const Expr *e, int level) {
    write_if(w, level > PRECEDENCE_TUPLE, "(");
    write_expr(w, e->named.target, PRECEDENCE_ATOM);
    write_text(w, " := ");
    write_expr(w, e->named.value, PRECEDENCE_ATOM);
    write_if(w, level > PRECEDENCE_TUPLE, ")");
}

static void write_enclosed(Writer *w, const char *open, ExprSeq elts, const char *close) {
    write_text(w, open);
    write_list(w, elts);
    write_text(w, close);
}

static void write_expr(Writer *w, const Expr *e, int level) {
    if (!compile_deeper(w->c)) return;
    switch ((ExprKind)e->kind) {
    case EXPR_BOOL_OP: write_bool_op(w, e, level); break;
    case EXPR_NAMED: write_named(w, e, level); break;
    case EXPR_BIN_OP: write_bin_op(w, e, level); break;
    case EXPR_UNARY_OP: write_unary_op(w, e, level); break;
    case EXPR_LAMBDA: write_lambda(w, e, level); break;
    case EXPR_IF_EXP: write_if_exp(w, e, level); break;
    case EXPR_DICT: write_dict(w, e); break;
    case EXPR_SET: write_enclosed(w, "{", e->set.elts, "}"); break;
    case EXPR_LIST_COMP: write_comp(w, e, "[", "]"); break;
    case EXPR_SET_COMP: write_comp(w, e, "{", "}"); break;
    case EXPR_GENERATOR: write_comp(w, e, "(", ")"); break;
    case EXPR_DICT_COMP: write_dict_comp(w, e); break;
    case EXPR_AWAIT: write_prefixed(w, "await ", e->await.value, PRECEDENCE_AWAIT, level, PRECEDENCE_ATOM); break;
    case EXPR_YIELD: {
        const Expr *value = e->yield.value;
        write_text(w, value ? "(yield " : "(yield");
        if (value) write_expr(w, value, PRECEDENCE_TEST);
        write_text(w, ")");
        break;
    }
    case EXPR_YIELD_FROM:
        write_text(w, "(yield from ");
        write_expr(w, e->yield.value, PRECEDENCE_TEST);
        write_text(w, ")");
        break;
    case EXPR_COMPARE: write_compare(w, e, level); break;
    case EXPR_CALL: write_call(w, e); break;
    case EXPR_FORMATTED_VALUE:
    case EXPR_JOINED_STR: write_joined_str(w, e); break;
    case EXPR_CONSTANT: write_constant(w, e); break;
    case EXPR_ATTRIBUTE: write_attribute(w, e); break;
    case EXPR_SUBSCRIPT: write_subscript(w, e); break;
    case EXPR_STARRED:
        write_text(w, "*");
        write_expr(w, e->starred.value, PRECEDENCE_EXPR);
        break;
    case EXPR_NAME: write_name(w, e->name.id); break;
    case EXPR_LIST: write_enclosed(w, "[", e->list.elts, "]"); break;
    case EXPR_TUPLE: write_tuple(w, e, level); break;
    case EXPR_SLICE: write_slice(w, e); break;
    }
}

const char *unparse(Compiler *c, const Expr *e) {
    Writer w = {.c = c};
    write_bytes(&w, "", 0);
    write_expr(&w, e, PRECEDENCE_TEST);
    return w.text;
}
