/* parser/ast_dump_expr.c - expressions and parameters as ast.dump writes them.
 *
 * Owns:      nothing.
 * Invariant: fields come in the order of the ASDL.
 * Not here:  constants (ast_dump_text.c), statements (ast_dump_stmt.c).
 */
#include "parser/ast_dump_fields.h"

void dump_name_field(Dump *d, const char *name, const Name *value) {
    if (value && dump_field(d, name, true)) dump_str(d->out, value->text, value->length);
}

void dump_name_item(const Dump *d, const void *item) {
    const Name *name = item;
    dump_str(d->out, name->text, name->length);
}

/* ---- expressions ---- */

static const char *const contexts[] = {[CTX_LOAD] = "Load", [CTX_STORE] = "Store", [CTX_DEL] = "Del"};
static const char *const bool_operators[] = {[BOOL_AND] = "And", [BOOL_OR] = "Or"};
static const char *const unary_operators[] =
    {[UNARY_INVERT] = "Invert", [UNARY_NOT] = "Not", [UNARY_ADD] = "UAdd", [UNARY_SUB] = "USub"};
const char *const dump_operators[] = {
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
void dump_expr_item(const Dump *d, const void *item) {
    const Expr *e = item;
    if (e) {
        dump_node(d, expr_names[e->kind], expr_fields, e);
    } else {
        fputs("None", d->out);
    }
}

void dump_expr_field(Dump *d, const char *name, const Expr *e) {
    if (e && dump_field(d, name, dump_is_empty(d, expr_fields, e))) dump_expr_item(d, e);
}

static void comprehension_fields(Dump *d, const void *node) {
    const Comprehension *c = node;
    dump_expr_field(d, "target", c->target);
    dump_expr_field(d, "iter", c->iter);
    SEQ_FIELD(d, "ifs", c->ifs, dump_expr_item);
    dump_number_field(d, "is_async", c->is_async);
}

static void comprehension_item(const Dump *d, const void *item) {
    dump_node(d, "comprehension", comprehension_fields, item);
}

static void keyword_fields(Dump *d, const void *node) {
    const Keyword *k = node;
    dump_name_field(d, "arg", k->arg);
    dump_expr_field(d, "value", k->value);
    dump_span_fields(d, k->where);
}

void dump_keyword_item(const Dump *d, const void *item) { dump_node(d, "keyword", keyword_fields, item); }

void dump_arguments_field(Dump *d, const Arguments *args) {
    if (dump_field(d, "args", dump_is_empty(d, arguments_fields, args)))
        dump_node(d, "arguments", arguments_fields, args);
}

static void compare_fields(Dump *d, const Expr *e) {
    dump_expr_field(d, "left", e->compare.left);
    if (dump_field(d, "ops", false)) {
        Dump inner = *d;
        inner.level++;
        fputc('[', d->out);
        for (size_t i = 0; i < e->compare.comparators.count; i++) {
            if (i > 0) fputc(',', d->out);
            dump_new_line(&inner);
            fprintf(d->out, "%s()", compare_operators[e->compare.ops[i]]);
        }
        fputc(']', d->out);
    }
    SEQ_FIELD(d, "comparators", e->compare.comparators, dump_expr_item);
}

static void constant_fields(Dump *d, const Constant *c) {
    if (dump_field(d, "value", true)) dump_constant(d->out, c);
    if (c->u_prefix && dump_field(d, "kind", true)) fputs("'u'", d->out);
}

static void display_fields(Dump *d, const ExprSeq *elts, uint8_t ctx) {
    SEQ_FIELD(d, "elts", *elts, dump_expr_item);
    dump_tag_field(d, "ctx", contexts[ctx]);
}

/* The fields of operators and of what binds looser. */
static void operation_fields(Dump *d, const Expr *e) {
    switch (e->kind) {
    case EXPR_BOOL_OP:
        dump_tag_field(d, "op", bool_operators[e->bool_op.op]);
        SEQ_FIELD(d, "values", e->bool_op.values, dump_expr_item);
        break;
    case EXPR_NAMED:
        dump_expr_field(d, "target", e->named.target);
        dump_expr_field(d, "value", e->named.value);
        break;
    case EXPR_BIN_OP:
        dump_expr_field(d, "left", e->bin_op.left);
        dump_tag_field(d, "op", dump_operators[e->bin_op.op]);
        dump_expr_field(d, "right", e->bin_op.right);
        break;
    case EXPR_UNARY_OP:
        dump_tag_field(d, "op", unary_operators[e->unary_op.op]);
        dump_expr_field(d, "operand", e->unary_op.operand);
        break;
    case EXPR_LAMBDA:
        dump_arguments_field(d, e->lambda.args);
        dump_expr_field(d, "body", e->lambda.body);
        break;
    case EXPR_IF_EXP:
        dump_expr_field(d, "test", e->if_exp.test);
        dump_expr_field(d, "body", e->if_exp.body);
        dump_expr_field(d, "orelse", e->if_exp.orelse);
        break;
    case EXPR_AWAIT: dump_expr_field(d, "value", e->await.value); break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM: dump_expr_field(d, "value", e->yield.value); break;
    default: compare_fields(d, e);
    }
}

/* The fields of displays, comprehensions and literals. */
static void atom_fields(Dump *d, const Expr *e) {
    switch (e->kind) {
    case EXPR_DICT:
        SEQ_FIELD(d, "keys", e->dict.keys, dump_expr_item);
        SEQ_FIELD(d, "values", e->dict.values, dump_expr_item);
        break;
    case EXPR_SET: SEQ_FIELD(d, "elts", e->set.elts, dump_expr_item); break;
    case EXPR_DICT_COMP:
        dump_expr_field(d, "key", e->dict_comp.key);
        dump_expr_field(d, "value", e->dict_comp.value);
        SEQ_FIELD(d, "generators", e->dict_comp.generators, comprehension_item);
        break;
    case EXPR_FORMATTED_VALUE:
        dump_expr_field(d, "value", e->formatted_value.value);
        dump_number_field(d, "conversion", e->formatted_value.conversion);
        dump_expr_field(d, "format_spec", e->formatted_value.format_spec);
        break;
    case EXPR_JOINED_STR: SEQ_FIELD(d, "values", e->joined_str.values, dump_expr_item); break;
    case EXPR_CONSTANT: constant_fields(d, &e->constant); break;
    case EXPR_LIST: display_fields(d, &e->list.elts, e->ctx); break;
    case EXPR_TUPLE: display_fields(d, &e->tuple.elts, e->ctx); break;
    default: dump_expr_field(d, "elt", e->comp.elt); SEQ_FIELD(d, "generators", e->comp.generators, comprehension_item);
    }
}

static void primary_fields(Dump *d, const Expr *e) {
    switch (e->kind) {
    case EXPR_CALL:
        dump_expr_field(d, "func", e->call.func);
        SEQ_FIELD(d, "args", e->call.args, dump_expr_item);
        SEQ_FIELD(d, "keywords", e->call.keywords, dump_keyword_item);
        return;
    case EXPR_SLICE:
        dump_expr_field(d, "lower", e->slice.lower);
        dump_expr_field(d, "upper", e->slice.upper);
        dump_expr_field(d, "step", e->slice.step);
        return;
    case EXPR_ATTRIBUTE:
        dump_expr_field(d, "value", e->attribute.value);
        dump_name_field(d, "attr", e->attribute.attr);
        break;
    case EXPR_SUBSCRIPT:
        dump_expr_field(d, "value", e->subscript.value);
        dump_expr_field(d, "slice", e->subscript.slice);
        break;
    case EXPR_STARRED: dump_expr_field(d, "value", e->starred.value); break;
    default: dump_name_field(d, "id", e->name.id);
    }
    dump_tag_field(d, "ctx", contexts[e->ctx]);
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
    dump_span_fields(d, e->where);
}

/* ---- parameters ---- */

static void arg_fields(Dump *d, const void *node) {
    const Arg *arg = node;
    dump_name_field(d, "arg", arg->arg);
    dump_expr_field(d, "annotation", arg->annotation);
    dump_span_fields(d, arg->where);
}

static void arg_item(const Dump *d, const void *item) { dump_node(d, "arg", arg_fields, item); }

static void arg_field(Dump *d, const char *name, const Arg *arg) {
    if (arg && dump_field(d, name, false)) arg_item(d, arg);
}

static void arguments_fields(Dump *d, const void *node) {
    const Arguments *args = node;
    SEQ_FIELD(d, "posonlyargs", args->posonlyargs, arg_item);
    SEQ_FIELD(d, "args", args->args, arg_item);
    arg_field(d, "vararg", args->vararg);
    SEQ_FIELD(d, "kwonlyargs", args->kwonlyargs, arg_item);
    SEQ_FIELD(d, "kw_defaults", args->kw_defaults, dump_expr_item);
    arg_field(d, "kwarg", args->kwarg);
    SEQ_FIELD(d, "defaults", args->defaults, dump_expr_item);
}

static void type_param_fields(Dump *d, const void *node) {
    const TypeParam *param = node;
    dump_name_field(d, "name", param->name);
    dump_expr_field(d, "bound", param->bound);
    dump_expr_field(d, "default_value", param->default_value);
    dump_span_fields(d, param->where);
}

void dump_type_param_item(const Dump *d, const void *item) {
    static const char *const names[] = {
        [TYPE_PARAM_TYPE_VAR] = "TypeVar",
        [TYPE_PARAM_PARAM_SPEC] = "ParamSpec",
        [TYPE_PARAM_TYPE_VAR_TUPLE] = "TypeVarTuple",
    };
    dump_node(d, names[((const TypeParam *)item)->kind], type_param_fields, item);
}
