#include "parser/ast_dump.h"

#include <string.h>

#include "runtime/base/number.h"
#include "runtime/base/utf8.h"

/* ast.dump writes a node on one line when it has at most three fields and none of them has parts. So the fields of a
 * node are visited twice: to count, then to write. */
typedef struct Dump {
    FILE *out;
    bool attributes; /* write positions too */
    bool counting;   /* first visit: nothing is written */
    bool shallow;    /* counting: only the number of fields matters */
    bool simple;     /* counting: no field seen so far has parts */
    bool flat;       /* writing: the node is on one line */
    size_t fields;   /* fields seen so far */
    size_t level;    /* depth of indentation of the fields */
} Dump;

typedef void Fields(Dump *d, const void *node);

static void new_line(const Dump *d) {
    fputc('\n', d->out);
    for (size_t i = 0; i < d->level; i++) fputs("  ", d->out);
}

/* Begins a field. True: write its value now. */
static bool field(Dump *d, const char *name, bool simple) {
    d->simple = d->simple && simple;
    d->fields++;
    if (d->counting) return false;
    if (d->fields > 1) fputs(d->flat ? ", " : ",", d->out);
    if (!d->flat) new_line(d);
    fprintf(d->out, "%s=", name);
    return true;
}

static void number_field(Dump *d, const char *name, long value) {
    if (field(d, name, true)) fprintf(d->out, "%ld", value);
}

/* A node without fields, such as Load() or Add(). */
static void tag_field(Dump *d, const char *name, const char *tag) {
    if (field(d, name, true)) fprintf(d->out, "%s()", tag);
}

static void span_fields(Dump *d, Span where) {
    if (!d->attributes) return;
    number_field(d, "lineno", where.begin.line);
    number_field(d, "col_offset", where.begin.column);
    number_field(d, "end_lineno", where.end.line);
    number_field(d, "end_col_offset", where.end.column);
}

static Dump count_fields(const Dump *d, Fields *fields, const void *node, bool shallow) {
    Dump count = {.attributes = d->attributes, .counting = true, .shallow = shallow, .simple = true};
    fields(&count, node);
    return count;
}

static void dump_node(const Dump *d, const char *name, Fields *fields, const void *node) {
    Dump count = count_fields(d, fields, node, false);
    Dump inner = {.out = d->out, .attributes = d->attributes, .level = d->level + 1};
    inner.flat = count.simple && count.fields <= 3;
    fprintf(d->out, "%s(", name);
    fields(&inner, node);
    fputc(')', d->out);
}

/* True when the node is written as Name(), without fields. */
static bool is_empty(const Dump *d, Fields *fields, const void *node) {
    return !d->shallow && count_fields(d, fields, node, true).fields == 0;
}

/* ---- sequences ---- */

typedef void Item(const Dump *d, const void *item);

static void items_field(Dump *d, const char *name, void *const *items, size_t count, Item *item) {
    if (count == 0 || !field(d, name, false)) return;
    Dump inner = *d;
    inner.level++;
    fputc('[', d->out);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) fputc(',', d->out);
        new_line(&inner);
        item(&inner, items[i]);
    }
    fputc(']', d->out);
}

#define SEQ_FIELD(d, name, seq, item) items_field((d), (name), (void *const *)(seq).items, (seq).count, (item))

/* ---- constants ---- */

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
    } else if (utf8_is_printable(code)) {
        fwrite(bytes, 1, utf8_encode(code, bytes), out);
    } else {
        fprintf(out, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)code);
    }
}

static void write_str(FILE *out, const char *text, size_t length) {
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

static void write_constant(FILE *out, const Constant *c) {
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
    case CONSTANT_STR: write_str(out, c->text, c->length); break;
    case CONSTANT_BYTES: write_bytes(out, c->text, c->length); break;
    }
}

static void name_field(Dump *d, const char *name, const Name *value) {
    if (value && field(d, name, true)) write_str(d->out, value->text, value->length);
}

static void name_item(const Dump *d, const void *item) {
    const Name *name = item;
    write_str(d->out, name->text, name->length);
}

/* ---- expressions ---- */

static const char *const contexts[] = {[CTX_LOAD] = "Load", [CTX_STORE] = "Store", [CTX_DEL] = "Del"};
static const char *const bool_operators[] = {[BOOL_AND] = "And", [BOOL_OR] = "Or"};
static const char *const unary_operators[] = {
    [UNARY_INVERT] = "Invert", [UNARY_NOT] = "Not", [UNARY_ADD] = "UAdd", [UNARY_SUB] = "USub"};
static const char *const operators[] = {
    [OPERATOR_ADD] = "Add",
    [OPERATOR_SUB] = "Sub",
    [OPERATOR_MULT] = "Mult",
    [OPERATOR_MAT_MULT] = "MatMult",
    [OPERATOR_DIV] = "Div",
    [OPERATOR_MOD] = "Mod",
    [OPERATOR_POW] = "Pow",
    [OPERATOR_L_SHIFT] = "LShift",
    [OPERATOR_R_SHIFT] = "RShift",
    [OPERATOR_BIT_OR] = "BitOr",
    [OPERATOR_BIT_XOR] = "BitXor",
    [OPERATOR_BIT_AND] = "BitAnd",
    [OPERATOR_FLOOR_DIV] = "FloorDiv",
};
static const char *const compare_operators[] = {
    [CMPOP_EQ] = "Eq", [CMPOP_NOT_EQ] = "NotEq", [CMPOP_LT] = "Lt", [CMPOP_LT_E] = "LtE",
    [CMPOP_GT] = "Gt", [CMPOP_GT_E] = "GtE",     [CMPOP_IS] = "Is", [CMPOP_IS_NOT] = "IsNot",
    [CMPOP_IN] = "In", [CMPOP_NOT_IN] = "NotIn",
};
static const char *const expr_names[] = {
    [EXPR_BOOL_OP] = "BoolOp",
    [EXPR_NAMED] = "NamedExpr",
    [EXPR_BIN_OP] = "BinOp",
    [EXPR_UNARY_OP] = "UnaryOp",
    [EXPR_LAMBDA] = "Lambda",
    [EXPR_IF_EXP] = "IfExp",
    [EXPR_DICT] = "Dict",
    [EXPR_SET] = "Set",
    [EXPR_LIST_COMP] = "ListComp",
    [EXPR_SET_COMP] = "SetComp",
    [EXPR_DICT_COMP] = "DictComp",
    [EXPR_GENERATOR] = "GeneratorExp",
    [EXPR_AWAIT] = "Await",
    [EXPR_YIELD] = "Yield",
    [EXPR_YIELD_FROM] = "YieldFrom",
    [EXPR_COMPARE] = "Compare",
    [EXPR_CALL] = "Call",
    [EXPR_FORMATTED_VALUE] = "FormattedValue",
    [EXPR_JOINED_STR] = "JoinedStr",
    [EXPR_CONSTANT] = "Constant",
    [EXPR_ATTRIBUTE] = "Attribute",
    [EXPR_SUBSCRIPT] = "Subscript",
    [EXPR_STARRED] = "Starred",
    [EXPR_NAME] = "Name",
    [EXPR_LIST] = "List",
    [EXPR_TUPLE] = "Tuple",
    [EXPR_SLICE] = "Slice",
};

static Fields expr_fields, arguments_fields;

/* An expression in a sequence; NULL stands for None in dicts and keyword defaults. */
static void expr_item(const Dump *d, const void *item) {
    const Expr *e = item;
    if (e) {
        dump_node(d, expr_names[e->kind], expr_fields, e);
    } else {
        fputs("None", d->out);
    }
}

static void expr_field(Dump *d, const char *name, const Expr *e) {
    if (e && field(d, name, is_empty(d, expr_fields, e))) expr_item(d, e);
}

static void comprehension_fields(Dump *d, const void *node) {
    const Comprehension *c = node;
    expr_field(d, "target", c->target);
    expr_field(d, "iter", c->iter);
    SEQ_FIELD(d, "ifs", c->ifs, expr_item);
    number_field(d, "is_async", c->is_async);
}

static void comprehension_item(const Dump *d, const void *item) {
    dump_node(d, "comprehension", comprehension_fields, item);
}

static void keyword_fields(Dump *d, const void *node) {
    const Keyword *k = node;
    name_field(d, "arg", k->arg);
    expr_field(d, "value", k->value);
    span_fields(d, k->where);
}

static void keyword_item(const Dump *d, const void *item) { dump_node(d, "keyword", keyword_fields, item); }

static void arguments_field(Dump *d, const Arguments *args) {
    if (field(d, "args", is_empty(d, arguments_fields, args))) dump_node(d, "arguments", arguments_fields, args);
}

static void compare_fields(Dump *d, const Expr *e) {
    expr_field(d, "left", e->compare.left);
    if (field(d, "ops", false)) {
        Dump inner = *d;
        inner.level++;
        fputc('[', d->out);
        for (size_t i = 0; i < e->compare.comparators.count; i++) {
            if (i > 0) fputc(',', d->out);
            new_line(&inner);
            fprintf(d->out, "%s()", compare_operators[e->compare.ops[i]]);
        }
        fputc(']', d->out);
    }
    SEQ_FIELD(d, "comparators", e->compare.comparators, expr_item);
}

static void constant_fields(Dump *d, const Constant *c) {
    if (field(d, "value", true)) write_constant(d->out, c);
    if (c->u_prefix && field(d, "kind", true)) fputs("'u'", d->out);
}

static void display_fields(Dump *d, const ExprSeq *elts, uint8_t ctx) {
    SEQ_FIELD(d, "elts", *elts, expr_item);
    tag_field(d, "ctx", contexts[ctx]);
}

/* The fields of operators and of what binds looser. */
static void operation_fields(Dump *d, const Expr *e) {
    switch (e->kind) {
    case EXPR_BOOL_OP:
        tag_field(d, "op", bool_operators[e->bool_op.op]);
        SEQ_FIELD(d, "values", e->bool_op.values, expr_item);
        break;
    case EXPR_NAMED:
        expr_field(d, "target", e->named.target);
        expr_field(d, "value", e->named.value);
        break;
    case EXPR_BIN_OP:
        expr_field(d, "left", e->bin_op.left);
        tag_field(d, "op", operators[e->bin_op.op]);
        expr_field(d, "right", e->bin_op.right);
        break;
    case EXPR_UNARY_OP:
        tag_field(d, "op", unary_operators[e->unary_op.op]);
        expr_field(d, "operand", e->unary_op.operand);
        break;
    case EXPR_LAMBDA:
        arguments_field(d, e->lambda.args);
        expr_field(d, "body", e->lambda.body);
        break;
    case EXPR_IF_EXP:
        expr_field(d, "test", e->if_exp.test);
        expr_field(d, "body", e->if_exp.body);
        expr_field(d, "orelse", e->if_exp.orelse);
        break;
    case EXPR_AWAIT: expr_field(d, "value", e->await.value); break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM: expr_field(d, "value", e->yield.value); break;
    default: compare_fields(d, e);
    }
}

/* The fields of displays, comprehensions and literals. */
static void atom_fields(Dump *d, const Expr *e) {
    switch (e->kind) {
    case EXPR_DICT:
        SEQ_FIELD(d, "keys", e->dict.keys, expr_item);
        SEQ_FIELD(d, "values", e->dict.values, expr_item);
        break;
    case EXPR_SET: SEQ_FIELD(d, "elts", e->set.elts, expr_item); break;
    case EXPR_DICT_COMP:
        expr_field(d, "key", e->dict_comp.key);
        expr_field(d, "value", e->dict_comp.value);
        SEQ_FIELD(d, "generators", e->dict_comp.generators, comprehension_item);
        break;
    case EXPR_FORMATTED_VALUE:
        expr_field(d, "value", e->formatted_value.value);
        number_field(d, "conversion", e->formatted_value.conversion);
        expr_field(d, "format_spec", e->formatted_value.format_spec);
        break;
    case EXPR_JOINED_STR: SEQ_FIELD(d, "values", e->joined_str.values, expr_item); break;
    case EXPR_CONSTANT: constant_fields(d, &e->constant); break;
    case EXPR_LIST: display_fields(d, &e->list.elts, e->ctx); break;
    case EXPR_TUPLE: display_fields(d, &e->tuple.elts, e->ctx); break;
    default: expr_field(d, "elt", e->comp.elt); SEQ_FIELD(d, "generators", e->comp.generators, comprehension_item);
    }
}

static void primary_fields(Dump *d, const Expr *e) {
    switch (e->kind) {
    case EXPR_CALL:
        expr_field(d, "func", e->call.func);
        SEQ_FIELD(d, "args", e->call.args, expr_item);
        SEQ_FIELD(d, "keywords", e->call.keywords, keyword_item);
        return;
    case EXPR_SLICE:
        expr_field(d, "lower", e->slice.lower);
        expr_field(d, "upper", e->slice.upper);
        expr_field(d, "step", e->slice.step);
        return;
    case EXPR_ATTRIBUTE:
        expr_field(d, "value", e->attribute.value);
        name_field(d, "attr", e->attribute.attr);
        break;
    case EXPR_SUBSCRIPT:
        expr_field(d, "value", e->subscript.value);
        expr_field(d, "slice", e->subscript.slice);
        break;
    case EXPR_STARRED: expr_field(d, "value", e->starred.value); break;
    default: name_field(d, "id", e->name.id);
    }
    tag_field(d, "ctx", contexts[e->ctx]);
}

static void expr_fields(Dump *d, const void *node) {
    const Expr *e = node;
    switch (e->kind) {
    case EXPR_BOOL_OP:
    case EXPR_NAMED:
    case EXPR_BIN_OP:
    case EXPR_UNARY_OP:
    case EXPR_LAMBDA:
    case EXPR_IF_EXP:
    case EXPR_AWAIT:
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
    case EXPR_COMPARE: operation_fields(d, e); break;
    case EXPR_CALL:
    case EXPR_SLICE:
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT:
    case EXPR_STARRED:
    case EXPR_NAME: primary_fields(d, e); break;
    default: atom_fields(d, e);
    }
    span_fields(d, e->where);
}

/* ---- parameters ---- */

static void arg_fields(Dump *d, const void *node) {
    const Arg *arg = node;
    name_field(d, "arg", arg->arg);
    expr_field(d, "annotation", arg->annotation);
    span_fields(d, arg->where);
}

static void arg_item(const Dump *d, const void *item) { dump_node(d, "arg", arg_fields, item); }

static void arg_field(Dump *d, const char *name, const Arg *arg) {
    if (arg && field(d, name, false)) arg_item(d, arg);
}

static void arguments_fields(Dump *d, const void *node) {
    const Arguments *args = node;
    SEQ_FIELD(d, "posonlyargs", args->posonlyargs, arg_item);
    SEQ_FIELD(d, "args", args->args, arg_item);
    arg_field(d, "vararg", args->vararg);
    SEQ_FIELD(d, "kwonlyargs", args->kwonlyargs, arg_item);
    SEQ_FIELD(d, "kw_defaults", args->kw_defaults, expr_item);
    arg_field(d, "kwarg", args->kwarg);
    SEQ_FIELD(d, "defaults", args->defaults, expr_item);
}

static void type_param_fields(Dump *d, const void *node) {
    const TypeParam *param = node;
    name_field(d, "name", param->name);
    expr_field(d, "bound", param->bound);
    expr_field(d, "default_value", param->default_value);
    span_fields(d, param->where);
}

static void type_param_item(const Dump *d, const void *item) {
    static const char *const names[] = {
        [TYPE_PARAM_TYPE_VAR] = "TypeVar",
        [TYPE_PARAM_PARAM_SPEC] = "ParamSpec",
        [TYPE_PARAM_TYPE_VAR_TUPLE] = "TypeVarTuple",
    };
    dump_node(d, names[((const TypeParam *)item)->kind], type_param_fields, item);
}

/* ---- patterns ---- */

static Fields pattern_fields;

static void pattern_item(const Dump *d, const void *item) {
    static const char *const names[] = {
        [PATTERN_VALUE] = "MatchValue",
        [PATTERN_SINGLETON] = "MatchSingleton",
        [PATTERN_SEQUENCE] = "MatchSequence",
        [PATTERN_MAPPING] = "MatchMapping",
        [PATTERN_CLASS] = "MatchClass",
        [PATTERN_STAR] = "MatchStar",
        [PATTERN_AS] = "MatchAs",
        [PATTERN_OR] = "MatchOr",
    };
    dump_node(d, names[((const Pattern *)item)->kind], pattern_fields, item);
}

static void pattern_field(Dump *d, const char *name, const Pattern *pattern) {
    if (pattern && field(d, name, is_empty(d, pattern_fields, pattern))) pattern_item(d, pattern);
}

static void pattern_fields(Dump *d, const void *node) {
    const Pattern *pattern = node;
    switch (pattern->kind) {
    case PATTERN_VALUE: expr_field(d, "value", pattern->value.value); break;
    case PATTERN_SINGLETON:
        if (field(d, "value", true)) write_constant(d->out, &(Constant){.kind = pattern->singleton.value});
        break;
    case PATTERN_SEQUENCE: SEQ_FIELD(d, "patterns", pattern->sequence.patterns, pattern_item); break;
    case PATTERN_MAPPING:
        SEQ_FIELD(d, "keys", pattern->mapping.keys, expr_item);
        SEQ_FIELD(d, "patterns", pattern->mapping.patterns, pattern_item);
        name_field(d, "rest", pattern->mapping.rest);
        break;
    case PATTERN_CLASS:
        expr_field(d, "cls", pattern->class_.cls);
        SEQ_FIELD(d, "patterns", pattern->class_.patterns, pattern_item);
        SEQ_FIELD(d, "kwd_attrs", pattern->class_.kwd_attrs, name_item);
        SEQ_FIELD(d, "kwd_patterns", pattern->class_.kwd_patterns, pattern_item);
        break;
    case PATTERN_STAR: name_field(d, "name", pattern->star.name); break;
    case PATTERN_AS:
        pattern_field(d, "pattern", pattern->as.pattern);
        name_field(d, "name", pattern->as.name);
        break;
    case PATTERN_OR: SEQ_FIELD(d, "patterns", pattern->or_.patterns, pattern_item); break;
    }
    span_fields(d, pattern->where);
}

/* ---- statements ---- */

static Fields stmt_fields;

static const char *stmt_name(const Stmt *s) {
    static const char *const names[] = {
        [STMT_FUNCTION_DEF] = "FunctionDef",
        [STMT_CLASS_DEF] = "ClassDef",
        [STMT_RETURN] = "Return",
        [STMT_DELETE] = "Delete",
        [STMT_ASSIGN] = "Assign",
        [STMT_TYPE_ALIAS] = "TypeAlias",
        [STMT_AUG_ASSIGN] = "AugAssign",
        [STMT_ANN_ASSIGN] = "AnnAssign",
        [STMT_FOR] = "For",
        [STMT_WHILE] = "While",
        [STMT_IF] = "If",
        [STMT_WITH] = "With",
        [STMT_MATCH] = "Match",
        [STMT_RAISE] = "Raise",
        [STMT_TRY] = "Try",
        [STMT_ASSERT] = "Assert",
        [STMT_IMPORT] = "Import",
        [STMT_IMPORT_FROM] = "ImportFrom",
        [STMT_GLOBAL] = "Global",
        [STMT_NONLOCAL] = "Nonlocal",
        [STMT_EXPR] = "Expr",
        [STMT_PASS] = "Pass",
        [STMT_BREAK] = "Break",
        [STMT_CONTINUE] = "Continue",
    };
    switch (s->kind) {
    case STMT_FUNCTION_DEF: return s->function_def.is_async ? "AsyncFunctionDef" : "FunctionDef";
    case STMT_FOR: return s->for_.is_async ? "AsyncFor" : "For";
    case STMT_WITH: return s->with_.is_async ? "AsyncWith" : "With";
    case STMT_TRY: return s->try_.is_star ? "TryStar" : "Try";
    default: return names[s->kind];
    }
}

static void stmt_item(const Dump *d, const void *item) { dump_node(d, stmt_name(item), stmt_fields, item); }

static void body_field(Dump *d, const char *name, const StmtSeq *body) { SEQ_FIELD(d, name, *body, stmt_item); }

static void alias_fields(Dump *d, const void *node) {
    const Alias *alias = node;
    name_field(d, "name", alias->name);
    name_field(d, "asname", alias->asname);
    span_fields(d, alias->where);
}

static void alias_item(const Dump *d, const void *item) { dump_node(d, "alias", alias_fields, item); }

static void with_item_fields(Dump *d, const void *node) {
    const WithItem *item = node;
    expr_field(d, "context_expr", item->context_expr);
    expr_field(d, "optional_vars", item->optional_vars);
}

static void with_item_item(const Dump *d, const void *item) { dump_node(d, "withitem", with_item_fields, item); }

static void handler_fields(Dump *d, const void *node) {
    const ExceptHandler *handler = node;
    expr_field(d, "type", handler->type);
    name_field(d, "name", handler->name);
    body_field(d, "body", &handler->body);
    span_fields(d, handler->where);
}

static void handler_item(const Dump *d, const void *item) { dump_node(d, "ExceptHandler", handler_fields, item); }

static void case_fields(Dump *d, const void *node) {
    const MatchCase *match_case = node;
    pattern_field(d, "pattern", match_case->pattern);
    expr_field(d, "guard", match_case->guard);
    body_field(d, "body", &match_case->body);
}

static void case_item(const Dump *d, const void *item) { dump_node(d, "match_case", case_fields, item); }

static void definition_fields(Dump *d, const Stmt *s) {
    if (s->kind == STMT_FUNCTION_DEF) {
        name_field(d, "name", s->function_def.name);
        arguments_field(d, s->function_def.args);
        body_field(d, "body", &s->function_def.body);
        SEQ_FIELD(d, "decorator_list", s->function_def.decorator_list, expr_item);
        expr_field(d, "returns", s->function_def.returns);
        SEQ_FIELD(d, "type_params", s->function_def.type_params, type_param_item);
    } else {
        name_field(d, "name", s->class_def.name);
        SEQ_FIELD(d, "bases", s->class_def.bases, expr_item);
        SEQ_FIELD(d, "keywords", s->class_def.keywords, keyword_item);
        body_field(d, "body", &s->class_def.body);
        SEQ_FIELD(d, "decorator_list", s->class_def.decorator_list, expr_item);
        SEQ_FIELD(d, "type_params", s->class_def.type_params, type_param_item);
    }
}

/* The fields of statements that have blocks. */
static void compound_fields(Dump *d, const Stmt *s) {
    switch (s->kind) {
    case STMT_FOR:
        expr_field(d, "target", s->for_.target);
        expr_field(d, "iter", s->for_.iter);
        body_field(d, "body", &s->for_.body);
        body_field(d, "orelse", &s->for_.orelse);
        break;
    case STMT_WHILE:
        expr_field(d, "test", s->while_.test);
        body_field(d, "body", &s->while_.body);
        body_field(d, "orelse", &s->while_.orelse);
        break;
    case STMT_IF:
        expr_field(d, "test", s->if_.test);
        body_field(d, "body", &s->if_.body);
        body_field(d, "orelse", &s->if_.orelse);
        break;
    case STMT_WITH:
        SEQ_FIELD(d, "items", s->with_.items, with_item_item);
        body_field(d, "body", &s->with_.body);
        break;
    case STMT_MATCH:
        expr_field(d, "subject", s->match.subject);
        SEQ_FIELD(d, "cases", s->match.cases, case_item);
        break;
    case STMT_TRY:
        body_field(d, "body", &s->try_.body);
        SEQ_FIELD(d, "handlers", s->try_.handlers, handler_item);
        body_field(d, "orelse", &s->try_.orelse);
        body_field(d, "finalbody", &s->try_.finalbody);
        break;
    default: definition_fields(d, s);
    }
}

static void assignment_fields(Dump *d, const Stmt *s) {
    switch (s->kind) {
    case STMT_ASSIGN:
        SEQ_FIELD(d, "targets", s->assign.targets, expr_item);
        expr_field(d, "value", s->assign.value);
        break;
    case STMT_TYPE_ALIAS:
        expr_field(d, "name", s->type_alias.name);
        SEQ_FIELD(d, "type_params", s->type_alias.type_params, type_param_item);
        expr_field(d, "value", s->type_alias.value);
        break;
    case STMT_AUG_ASSIGN:
        expr_field(d, "target", s->aug_assign.target);
        tag_field(d, "op", operators[s->aug_assign.op]);
        expr_field(d, "value", s->aug_assign.value);
        break;
    default:
        expr_field(d, "target", s->ann_assign.target);
        expr_field(d, "annotation", s->ann_assign.annotation);
        expr_field(d, "value", s->ann_assign.value);
        number_field(d, "simple", s->ann_assign.simple);
    }
}

static void stmt_fields(Dump *d, const void *node) {
    const Stmt *s = node;
    switch (s->kind) {
    case STMT_ASSIGN:
    case STMT_TYPE_ALIAS:
    case STMT_AUG_ASSIGN:
    case STMT_ANN_ASSIGN: assignment_fields(d, s); break;
    case STMT_RETURN: expr_field(d, "value", s->return_.value); break;
    case STMT_DELETE: SEQ_FIELD(d, "targets", s->delete_.targets, expr_item); break;
    case STMT_RAISE:
        expr_field(d, "exc", s->raise.exc);
        expr_field(d, "cause", s->raise.cause);
        break;
    case STMT_ASSERT:
        expr_field(d, "test", s->assert_.test);
        expr_field(d, "msg", s->assert_.msg);
        break;
    case STMT_IMPORT: SEQ_FIELD(d, "names", s->import.names, alias_item); break;
    case STMT_IMPORT_FROM:
        name_field(d, "module", s->import_from.module);
        SEQ_FIELD(d, "names", s->import_from.names, alias_item);
        number_field(d, "level", s->import_from.level);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL: SEQ_FIELD(d, "names", s->global.names, name_item); break;
    case STMT_EXPR: expr_field(d, "value", s->expr.value); break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE: break;
    default: compound_fields(d, s);
    }
    span_fields(d, s->where);
}

/* ---- the whole ---- */

static void module_fields(Dump *d, const void *node) {
    const ModuleTree *module = node;
    if (module->kind == MODULE_EXPRESSION) {
        expr_field(d, "body", module->expression);
    } else {
        body_field(d, "body", &module->body);
    }
}

void ast_dump(const ModuleTree *module, bool attributes, FILE *out) {
    static const char *const names[] = {
        [MODULE_FILE] = "Module",
        [MODULE_SINGLE] = "Interactive",
        [MODULE_EXPRESSION] = "Expression",
    };
    Dump d = {.out = out, .attributes = attributes};
    dump_node(&d, names[module->kind], module_fields, module);
    fputc('\n', out);
}
