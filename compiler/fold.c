/* compiler/fold.c - constants: values of literals, and expressions that are known before the program runs.
 *
 * Owns:      what is folded, and how large a folded result may get.
 * Invariant: folding never leaves an exception behind; what would raise is left to run.
 * Not here:  the table of constants (consts.c).
 */
#include <stdlib.h>
#include <string.h>

#include "compiler/compiler.h"
#include "runtime/bytes.h"
#include "runtime/complex.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

#define MAX_INT_BITS 128     /* of a folded int, as in CPython */
#define MAX_STR_LENGTH 4096  /* of a folded str or bytes */
#define MAX_TUPLE_LENGTH 256 /* of a folded tuple */

/* ---- literals ---- */

static bool looks_like_name(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        char ch = text[i];
        bool word = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_';
        if (!word) return false;
    }
    return true;
}

Value text_value(const char *text, size_t length) {
    return looks_like_name(text, length) ? intern_utf8(text, length) : str_from_utf8(text, length);
}

Value name_value(const Name *name) { return intern_utf8(name->text, name->length); }

/* An int with too many digits is a syntax error in a program. */
static Value int_literal(Compiler *c, const Expr *e) {
    Value value = int_from_digits(e->constant.text, e->constant.length, e->constant.base);
    if (value || !error_matches(&type_ValueError)) return value;
    Value error = error_take();
    Ref args = as_exception(error)->args;
    Position at = {e->where.begin.line, DIAG_NO_COLUMN};
    Utf8 utf8;
    if (str_utf8(tuple_peek(args, 0), &utf8, true)) {
        compile_error(c, (Span){at, at},
                      "%s - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                      utf8.text);
        str_utf8_done(&utf8);
    }
    release(error);
    return NULL;
}

Value constant_value(Compiler *c, const Expr *e) {
    const Constant *k = &e->constant;
    switch (k->kind) {
    case CONSTANT_NONE: return VALUE_NONE;
    case CONSTANT_TRUE: return VALUE_TRUE;
    case CONSTANT_FALSE: return VALUE_FALSE;
    case CONSTANT_ELLIPSIS: return VALUE_ELLIPSIS;
    case CONSTANT_INT: return int_literal(c, e);
    case CONSTANT_FLOAT: return float_new(k->number);
    case CONSTANT_IMAGINARY: return complex_new(0.0, k->number);
    case CONSTANT_STR: return text_value(k->text, k->length);
    case CONSTANT_BYTES: return bytes_from(k->text, k->length);
    }
    return NULL;
}

/* ---- sizes ---- */

static size_t sequence_length(Ref v) {
    if (is_str(v)) return str_length(v);
    return is_bytes(v) ? bytes_length(v) : is_tuple(v) ? tuple_count(v) : 0;
}

static bool is_sequence(Ref v) { return is_str(v) || is_bytes(v) || is_tuple(v); }

static size_t int_bits(Ref v) {
    if (!is_small_int(v)) return is_bool(v) ? 1 : (size_t)llabs(as_int(v)->size) * 64;
    int64_t i = small_int(v);
    return i == 0 ? 0 : 64 - (size_t)__builtin_clzll((unsigned long long)(i < 0 ? -i : i));
}

static bool repeat_fits(Ref sequence, Ref times) {
    size_t most = is_tuple(sequence) ? MAX_TUPLE_LENGTH : MAX_STR_LENGTH, length = sequence_length(sequence);
    if (!is_small_int(times)) return is_bool(times);
    return small_int(times) <= 0 || length == 0 || (uint64_t)small_int(times) <= most / length;
}

/* False when the result would be large; then it is computed when it is needed. */
static bool result_fits(BinaryOp op, Ref a, Ref b) {
    bool ints = is_int(a) && is_int(b);
    switch (op) {
    case BINARY_MUL:
        if (is_sequence(a) && is_int(b)) return repeat_fits(a, b);
        if (is_int(a) && is_sequence(b)) return repeat_fits(b, a);
        return !ints || int_bits(a) + int_bits(b) <= MAX_INT_BITS;
    case BINARY_POW:
        if (!ints || int_sign(b) <= 0) return true;
        return is_small_int(b) && small_int(b) <= MAX_INT_BITS && int_bits(a) * (size_t)small_int(b) <= MAX_INT_BITS;
    case BINARY_LSHIFT:
        if (!ints || int_sign(a) == 0) return true;
        return is_small_int(b) && small_int(b) <= MAX_INT_BITS && int_bits(a) + (size_t)small_int(b) <= MAX_INT_BITS;
    case BINARY_MOD: return !is_str(a) && !is_bytes(a); /* formatting */
    case BINARY_MATMUL: return false;
    default: return true;
    }
}

/* ---- folding ---- */

/* A result that cannot be had is no error: the program will find it when it gets there. */
static Value without_error(Value result) {
    if (!result && error_set()) error_clear();
    return result;
}

BinaryOp binary_op_of(Operator op) {
    static const uint8_t table[] = {
        [OPERATOR_ADD] = BINARY_ADD,
        [OPERATOR_SUB] = BINARY_SUB,
        [OPERATOR_MULT] = BINARY_MUL,
        [OPERATOR_MAT_MULT] = BINARY_MATMUL,
        [OPERATOR_DIV] = BINARY_TRUEDIV,
        [OPERATOR_MOD] = BINARY_MOD,
        [OPERATOR_POW] = BINARY_POW,
        [OPERATOR_L_SHIFT] = BINARY_LSHIFT,
        [OPERATOR_R_SHIFT] = BINARY_RSHIFT,
        [OPERATOR_BIT_OR] = BINARY_OR,
        [OPERATOR_BIT_XOR] = BINARY_XOR,
        [OPERATOR_BIT_AND] = BINARY_AND,
        [OPERATOR_FLOOR_DIV] = BINARY_FLOORDIV,
    };
    return (BinaryOp)table[op];
}

Value fold_binary_steal(Operator op, Value a, Value b) {
    Value result = NULL;
    if (a && b && result_fits(binary_op_of(op), a, b)) result = without_error(binary_op(binary_op_of(op), a, b));
    release_maybe(a);
    release_maybe(b);
    return result;
}

/* Chains lean to the left: down without recursion, then up as long as all is constant. */
static Value fold_binary(Compiler *c, const Expr *e) {
    size_t count = 0;
    const Expr *left = e;
    for (; left->kind == EXPR_BIN_OP; left = left->bin_op.left) count++;
    if (left->kind == EXPR_NAME || left->kind == EXPR_CALL || left->kind == EXPR_ATTRIBUTE) return NULL;
    Value value = fold(c, left);
    if (!value) return NULL;
    const Expr *small[16], **chain = count <= 16 ? small : ARENA_ARRAY(c->arena, const Expr *, count);
    size_t i = count;
    for (const Expr *node = e; node->kind == EXPR_BIN_OP; node = node->bin_op.left) chain[--i] = node;
    for (; value && i < count; i++) {
        value = fold_binary_steal(chain[i]->bin_op.op, value, fold(c, chain[i]->bin_op.right));
    }
    return value;
}

static Value fold_unary(Compiler *c, const Expr *e) {
    Value operand = fold(c, e->unary_op.operand), result = NULL;
    if (!operand) return NULL;
    switch (e->unary_op.op) {
    case UNARY_INVERT: result = invert(operand); break; /* ~True warns where it is compiled, as CPython's does */
    case UNARY_ADD: result = positive(operand); break;
    case UNARY_SUB: result = negative(operand); break;
    case UNARY_NOT: {
        Lookup is_truth = truth(operand);
        result = is_truth == FAILED ? NULL : bool_value(is_truth == MISSING);
        break;
    }
    }
    release(operand);
    return without_error(result);
}

static Value fold_tuple(Compiler *c, const Expr *e) {
    ExprSeq elts = e->tuple.elts;
    if (e->ctx != CTX_LOAD) return NULL;
    if (elts.count > 0) { /* most tuples show at their ends that they are not constant */
        uint8_t last = elts.items[elts.count - 1]->kind;
        if (last == EXPR_NAME || last == EXPR_CALL) return NULL;
    }
    Value tuple = tuple_new(elts.count);
    for (size_t i = 0; tuple && i < elts.count; i++) {
        Value item = fold(c, elts.items[i]);
        if (item) as_tuple(tuple)->items[i] = item;
        else clear_ref(&tuple);
    }
    return without_error(tuple);
}

static Value fold_subscript(Compiler *c, const Expr *e) {
    if (e->ctx != CTX_LOAD || e->subscript.slice->kind == EXPR_SLICE) return NULL;
    Value object = fold(c, e->subscript.value), result = NULL;
    Value key = object ? fold(c, e->subscript.slice) : NULL;
    if (key && is_sequence(object)) result = without_error(getitem(object, key));
    release_maybe(object);
    release_maybe(key);
    return result;
}

static Value fold_kind(Compiler *c, const Expr *e) {
    switch ((ExprKind)e->kind) {
    case EXPR_CONSTANT: {
        Value value = constant_value(c, e);
        if (!value) compile_failed(c);
        return value;
    }
    case EXPR_UNARY_OP: return fold_unary(c, e);
    case EXPR_BIN_OP: return fold_binary(c, e);
    case EXPR_TUPLE: return fold_tuple(c, e);
    case EXPR_SUBSCRIPT: return fold_subscript(c, e);
    case EXPR_NAME:
        if (e->ctx != CTX_LOAD || e->name.id->length != 9 || strcmp(e->name.id->text, "__debug__")) return NULL;
        return c->options->optimize ? VALUE_FALSE : VALUE_TRUE;
    default: return NULL;
    }
}

#define DEEP 16 /* from here on a failure is worth remembering: the parts will be asked about again */

Value fold(Compiler *c, const Expr *e) {
    uint32_t ignored;
    if (c->failed || (e->depth > DEEP && pointer_map_get(&c->unfoldable, e, &ignored))) return NULL;
    Value value = fold_kind(c, e);
    if (!value && e->depth > DEEP) pointer_map_add(&c->unfoldable, c->arena, e, 0);
    return value;
}

int fold_truth(Compiler *c, const Expr *e) {
    Value value = fold(c, e);
    if (!value) return -1;
    Lookup answer = truth(value);
    release(value);
    return answer == FOUND;
}

/* ---- docstrings ---- */

const Expr *docstring_of(StmtSeq body) {
    if (body.count == 0 || body.items[0]->kind != STMT_EXPR) return NULL;
    const Expr *e = body.items[0]->expr.value;
    return e->kind == EXPR_CONSTANT && e->constant.kind == CONSTANT_STR ? e : NULL;
}

typedef struct Text {
    char *start; /* in the arena */
    size_t length;
} Text;

/* Tabs become blanks up to the next multiple of eight columns. */
static Text expand_tabs(Arena *arena, const char *text, size_t length) {
    size_t tabs = 0;
    for (size_t i = 0; i < length; i++) tabs += text[i] == '\t';
    Text out = {arena_try(arena, length + tabs * 7 + 1), 0};
    size_t column = 0;
    if (!out.start) return (Text){arena_alloc(arena, 1), 0};
    for (size_t i = 0; i < length; i++) {
        unsigned char ch = (unsigned char)text[i];
        if (ch == '\t') {
            do out.start[out.length++] = ' ';
            while (++column % 8);
            continue;
        }
        out.start[out.length++] = (char)ch;
        if (ch == '\n' || ch == '\r') column = 0;
        else if ((ch & 0xc0) != 0x80) column++; /* continuation bytes take no column */
    }
    return out;
}

/* The smallest indentation of the lines behind the first that are not blank. */
static size_t find_margin(const char *p, const char *end) {
    size_t margin = SIZE_MAX;
    while ((p = memchr(p, '\n', (size_t)(end - p)))) {
        const char *line = ++p;
        while (p < end && *p == ' ') p++;
        if (p < end && *p != '\n' && (size_t)(p - line) < margin) margin = (size_t)(p - line);
        if (p == end) break;
    }
    return margin == SIZE_MAX ? 0 : margin;
}

Value docstring_value(Compiler *c, const Expr *e) {
    Text text = expand_tabs(c->arena, e->constant.text, e->constant.length);
    char *p = text.start, *end = p + text.length, *out = p, *start = out;
    size_t margin = find_margin(p, end);
    while (p < end && *p == ' ') p++;
    while (p < end) {
        char ch = *out++ = *p++;
        if (ch != '\n') continue;
        for (size_t i = 0; i < margin && p < end && *p == ' '; i++) p++;
    }
    return text_value(start, (size_t)(out - start));
}
