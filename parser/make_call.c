/* parser/make_call.c - arguments and parameters.
 *
 * Owns:      nothing.
 * Invariant: order is judged when a list is whole.
 * Not here:  productions (grammar.y).
 */
#include "lexer/token_kinds.h"
#include "parser/make.h"

/* ---- arguments ---- */

static Argument *new_argument(Parser *p, ArgumentKind kind, Expr *value) {
    Argument *argument = ARENA_NEW(p->arena, Argument);
    argument->kind = kind;
    argument->where = value->where;
    argument->value = value;
    return argument;
}

/* keyword = (identifier? arg, expr value) */
static Argument *new_keyword(Parser *p, ArgumentKind kind, Span where, const Name *name, Expr *value) {
    Argument *argument = new_argument(p, kind, value);
    argument->where = where;
    argument->keyword = ARENA_NEW(p->arena, Keyword);
    argument->keyword->where = where;
    argument->keyword->arg = name;
    argument->keyword->value = adopt(p, &argument->keyword->depth, value);
    return argument;
}

/* expression, named expression or '*' expression */
Argument *make_positional(Parser *p, Expr *value) {
    return new_argument(p, value->kind == EXPR_STARRED ? ARGUMENT_STARRED : ARGUMENT_POSITIONAL, value);
}

/* NAME ':=' expression: other targets are no error of their own here */
Expr *make_named_argument(Parser *p, Expr *target, Token sign, Expr *value) {
    if (target->kind != EXPR_NAME) refuse(p, sign.where, "invalid syntax");
    return make_named_expr(p, target, value);
}

static Span end_of_clauses(const List *clauses) {
    const Comprehension *last = list_last(clauses);
    return last->ifs.count ? last->ifs.items[last->ifs.count - 1]->where : last->iter->where;
}

/* A generator expression that has only the call's parentheses, or none of its own. */
Argument *make_generator_argument(Parser *p, Expr *elt, List *clauses) {
    Span where = join(elt->where, end_of_clauses(clauses));
    return new_argument(p, ARGUMENT_GENERATOR, make_comp(p, EXPR_GENERATOR, where, elt, clauses));
}

/* '**' expression */
Argument *make_double_star(Parser *p, Span stars, Expr *value) {
    return new_keyword(p, ARGUMENT_DOUBLE_STAR, join(stars, value->where), NULL, value);
}

static bool is_truth_or_none(const Expr *e) { return e->kind == EXPR_CONSTANT && e->constant.kind <= CONSTANT_FALSE; }

/* NAME '='; anything else before the '=' is refused */
KeywordName make_keyword_name(Parser *p, Expr *name, Token sign) {
    if (name->kind == EXPR_NAME) return (KeywordName){name->name.id, join(name->where, sign.where)};
    Span marked = join(bare(name)->where, sign.where);
    if (is_truth_or_none(name)) {
        refuse(p, marked, "cannot assign to %s", expr_description(name));
    } else {
        refuse(p, marked, "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    return (KeywordName){name_intern(p->module->names, "", 0), marked};
}

/* NAME '=' expression */
Argument *make_keyword(Parser *p, KeywordName name, Expr *value) {
    return new_keyword(p, ARGUMENT_KEYWORD, join(name.where, value->where), name.name, value);
}

/* NAME '=' expression for_if_clauses */
Argument *refuse_keyword_generator(Parser *p, KeywordName name, Expr *value) {
    refuse(p, name.where, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    return make_keyword(p, name, value);
}

/* '*' expression '=' expression, '**' expression '=' expression */
Argument *refuse_star_keyword(Parser *p, Token star, Expr *value) {
    refuse(p, join(star.where, value->where), "cannot assign to %s argument unpacking",
           star.kind == TK_STAR ? "iterable" : "keyword");
    return make_positional(p, value);
}

/* '*' expression for_if_clauses: judged when its place is known */
Argument *refuse_star_generator(Parser *p, Span star, Expr *value, List *clauses) {
    Argument *argument = new_argument(p, ARGUMENT_STAR_GENERATOR, make_starred(p, star, value));
    argument->where = join(star, end_of_clauses(clauses));
    return argument;
}

/* Order: positional and starred, then keyword and starred, then keyword and double-starred. Refuses items[i], which
 * comes behind a keyword. */
static void check_order(Parser *p, Argument **items, size_t i, size_t count, bool unpacked, Span close) {
    if (items[i]->kind == ARGUMENT_STARRED && unpacked) {
        Span where = {items[i - 1]->where.end, i + 1 < count ? items[i + 1]->where.begin : close.begin};
        refuse(p, where, "iterable argument unpacking follows keyword argument unpacking");
    } else if (items[i]->kind == ARGUMENT_POSITIONAL) {
        refuse(p, close,
               unpacked ? "positional argument follows keyword argument unpacking"
                        : "positional argument follows keyword argument");
    }
}

void take_arguments(Parser *p, uint16_t *depth, ArgumentList arguments, ExprSeq *args, KeywordSeq *keywords) {
    size_t count;
    Argument **items = list_array(p, arguments.items, &count);
    List *values = NULL, *named = NULL;
    bool unpacked = false;
    for (size_t i = 0; i < count; i++) {
        if (named) check_order(p, items, i, count, unpacked, arguments.close);
        if (items[i]->kind == ARGUMENT_GENERATOR && (count > 1 || arguments.comma.kind)) {
            refuse(p, items[i]->where, "Generator expression must be parenthesized");
        }
        if (items[i]->kind == ARGUMENT_STAR_GENERATOR) {
            if (i == 0) refuse(p, items[i]->value->where, "iterable unpacking cannot be used in comprehension");
            else refuse(p, items[i]->where, "Generator expression must be parenthesized");
        }
        if (items[i]->keyword) {
            named = list_add(p, named, items[i]->keyword);
            deepen(p, depth, items[i]->keyword->depth);
            unpacked |= !items[i]->keyword->arg;
        } else {
            values = list_add(p, values, items[i]->value);
        }
    }
    *args = adopt_list(p, depth, values);
    keywords->items = list_array(p, named, &keywords->count);
}

/* Call(expr func, expr* args, keyword* keywords) */
Expr *make_call(Parser *p, Expr *func, ArgumentList arguments) {
    Expr *e = new_expr(p, EXPR_CALL, join(func->where, arguments.close));
    e->call.func = adopt_left(p, &e->depth, func);
    take_arguments(p, &e->depth, arguments, &e->call.args, &e->call.keywords);
    if (arguments.items && ((Argument *)list_first(arguments.items))->kind == ARGUMENT_GENERATOR) {
        e->call.args.items[0]->where = join(arguments.open, arguments.close);
    }
    return e;
}

/* ---- parameters ---- */

/* arg = (identifier arg, expr? annotation, string? type_comment) */
static Arg *make_arg(Parser *p, Token name, Expr *annotation) {
    Arg *arg = ARENA_NEW(p->arena, Arg);
    arg->where = annotation ? join(name.where, annotation->where) : name.where;
    arg->arg = make_name(p, name);
    arg->annotation = adopt(p, &arg->depth, annotation);
    return arg;
}

Param *make_param(Parser *p, ParamKind kind, Span where, Token name, Expr *annotation, Default def) {
    Param *param = ARENA_NEW(p->arena, Param);
    param->kind = kind;
    param->where = where;
    param->arg = name.kind ? make_arg(p, name, annotation) : NULL;
    param->def = def;
    return param;
}

/* What check_params and make_arguments know of the parameters before the one at hand. */
typedef struct Signature {
    Parser *p;
    Token colon;        /* that ends the parameters of lambda; kind 0: they are of def */
    Param *slash;       /* '/' */
    Param *star;        /* '*' or '*args' */
    Param *double_star; /* '**kwargs' */
    List *args;         /* plain ones since '/', Arg */
    List *defaults;     /* of plain ones before '*' */
    List *kwonlyargs;   /* plain ones behind '*', Arg */
    List *kw_defaults;  /* of these; NULL items where there is none */
    Arguments *node;    /* what is made */
} Signature;

static void add_plain(Signature *s, Param *param) {
    Parser *p = s->p;
    deepen(p, &s->node->depth, param->arg->depth);
    if (s->star) {
        s->kwonlyargs = list_add(p, s->kwonlyargs, param->arg);
        s->kw_defaults = list_add(p, s->kw_defaults, param->def.value);
        return;
    }
    s->args = list_add(p, s->args, param->arg);
    if (param->def.value) {
        s->defaults = list_add(p, s->defaults, param->def.value);
    } else if (s->defaults) {
        refuse(p, param->arg->where, "parameter without a default follows parameter with a default");
    }
}

static void add_slash(Signature *s, Param *param, bool comma) {
    Parser *p = s->p;
    if (s->slash) {
        refuse(p, param->where, "/ may appear only once");
    } else if (s->star) {
        refuse(p, param->where, "/ must be ahead of *");
    } else if (!s->args) {
        refuse(p, param->where, comma ? "at least one argument must precede /" : "invalid syntax");
    }
    s->slash = param;
    s->node->posonlyargs.items = list_array(p, s->args, &s->node->posonlyargs.count);
    s->args = NULL;
}

static void add_star(Signature *s, Param *param, const Param *next, bool comma) {
    Parser *p = s->p;
    if (param->def.value) {
        refuse(p, param->def.sign, "var-positional argument cannot have default value");
    } else if (s->star) {
        refuse(p, param->where, param->arg || comma ? "* argument may appear only once" : "invalid syntax");
    } else if (!param->arg && (!next || next->kind == PARAM_DOUBLE_STAR)) {
        refuse(p,
               !s->colon.kind ? param->where
               : next         ? next->where
                              : s->colon.where,
               "named arguments must follow bare *");
    }
    s->star = param;
    s->node->vararg = param->arg;
    if (param->arg) deepen(p, &s->node->depth, param->arg->depth);
}

static void add_double_star(Signature *s, Param *param) {
    if (param->def.value) refuse(s->p, param->def.sign, "var-keyword argument cannot have default value");
    s->double_star = param;
    s->node->kwarg = param->arg;
    deepen(s->p, &s->node->depth, param->arg->depth);
}

static void add_param(Signature *s, Param *param, const Param *next, bool comma) {
    if (s->double_star) {
        refuse(s->p, param->kind == PARAM_PLAIN ? param->arg->where : param->where,
               "arguments cannot follow var-keyword argument");
    }
    switch (param->kind) {
    case PARAM_PLAIN: add_plain(s, param); break;
    case PARAM_SLASH: add_slash(s, param, comma); break;
    case PARAM_STAR: add_star(s, param, next, comma); break;
    case PARAM_DOUBLE_STAR: add_double_star(s, param); break;
    }
}

/* arguments = (arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg,
 *              expr* defaults) */
Arguments *make_arguments(Parser *p, List *params, Token comma, Token colon) {
    Signature s = {.p = p, .colon = colon, .node = ARENA_NEW(p->arena, Arguments)};
    size_t count;
    Param **items = list_array(p, params, &count);
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count;
        add_param(&s, items[i], last ? NULL : items[i + 1], !last || comma.kind);
    }
    s.node->args.items = list_array(p, s.args, &s.node->args.count);
    s.node->kwonlyargs.items = list_array(p, s.kwonlyargs, &s.node->kwonlyargs.count);
    s.node->kw_defaults = adopt_list(p, &s.node->depth, s.kw_defaults);
    s.node->defaults = adopt_list(p, &s.node->depth, s.defaults);
    return s.node;
}

/* ---- type parameters ---- */

/* TypeVar(identifier name, expr? bound, expr? default_value)
 * ParamSpec, TypeVarTuple(identifier name, expr? default_value) */
TypeParam *make_type_param(Parser *p, TypeParamKind kind, Span where, Token name, Default bound, Default def) {
    TypeParam *param = ARENA_NEW(p->arena, TypeParam);
    Span last = def.value ? def.value->where : bound.value ? bound.value->where : name.where;
    param->kind = kind;
    param->where = join(where, last);
    param->name = make_name(p, name);
    param->bound = adopt(p, &param->depth, bound.value);
    param->default_value = adopt(p, &param->depth, def.value);
    if (bound.value && kind != TYPE_PARAM_TYPE_VAR) {
        refuse(p, join(bound.sign, bound.value->where), "cannot use %s with %s",
               param->bound->kind == EXPR_TUPLE ? "constraints" : "bound",
               kind == TYPE_PARAM_PARAM_SPEC ? "ParamSpec" : "TypeVarTuple");
    }
    return param;
}
