/* parser/diagnose_bracket.c - mistakes between brackets: dicts, arguments, parameters, stars, fields of f-strings.
 *
 * Owns:      nothing.
 * Invariant: a rule returns true exactly when it set the diag.
 * Not here:  the order of the rules (diagnose.c).
 */
#include "parser/diagnose_rules.h"

/* {a: b, c} */
bool rule_dict_key(Trouble *t) {
    size_t brace = stack_open_bracket(t, 0), open = first_token(t, brace);
    if (symbol(t, brace) != TK_LBRACE || brace < 3 || symbol(t, brace - 2) != TK_COMMA) return false;
    size_t key = trouble_match(t, TK_START_EXPRESSION, open + 1, NULL);
    if (kind_at(t, open + 1) != TK_DOUBLESTAR && (!key || kind_at(t, key) != TK_COLON)) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, first_token(t, brace - 3), NULL);
    if (!end || kind_at(t, end) == TK_COLON) return false;
    Position at = t->tokens[end - 1].where.end;
    at.column--;
    return say(t, diag_open_span(at, DIAG_END_ZERO), "':' expected after dictionary key");
}

/* {a: } and {a: *b} */
bool rule_dict_value(Trouble *t) {
    int kind = kind_at(t, t->at);
    size_t brace = stack_open_bracket(t, 0);
    if (symbol(t, 0) != TK_COLON || symbol(t, brace) != TK_LBRACE || stack_is_field(t, brace)) return false;
    if (!automaton_accepts(t->automaton, TK_LAMBDA) || symbol(t, 1) == TK_LAMBDA || symbol(t, 2) == TK_LAMBDA)
        return false;
    if (kind == TK_RBRACE || kind == TK_COMMA) {
        return say(t, t->tokens[t->at - 1].where, "expression expected after dictionary key and ':'");
    }
    size_t end = kind == TK_STAR ? trouble_match(t, TK_START_ARITH, t->at + 1, NULL) : 0;
    return end && say(t, starting_from(t, t->at, end), "cannot use a starred expression in a dictionary value");
}

/* True for an entry in the pattern of a case. */
static bool is_in_pattern(const Trouble *t, size_t below) {
    while (below < t->top && symbol(t, below) != TK_CASE && symbol(t, below) != TK_IF && !stack_begins_line(t, below))
        below++;
    return symbol(t, below) == TK_CASE;
}

/* The parameter that begins at token i; *end: behind it. */
static Param *read_parameter(const Trouble *t, size_t i, size_t *end) {
    int kind = kind_at(t, i), lambdas = 0;
    ParamKind is = kind == TK_STAR         ? PARAM_STAR
                   : kind == TK_DOUBLESTAR ? PARAM_DOUBLE_STAR
                   : kind == TK_SLASH      ? PARAM_SLASH
                                           : PARAM_PLAIN;
    size_t name = is == PARAM_PLAIN ? i : i + 1;
    Default def = no_default();
    for (*end = i; *end < t->at && (kind_at(t, *end) != TK_COMMA || t->level[*end] != t->level[i] || lambdas); ++*end) {
        if (t->level[*end] != t->level[i]) continue;
        if (kind_at(t, *end) == TK_LAMBDA) lambdas++;
        if (kind_at(t, *end) == TK_COLON && lambdas) lambdas--;
        if (kind_at(t, *end) == TK_ASSIGN && !lambdas)
            def = (Default){ARENA_NEW(t->p->arena, Expr), t->tokens[*end].where};
    }
    return make_param(t->p, is, t->tokens[i].where, kind_at(t, name) == TK_NAME ? t->tokens[name] : no_token(), NULL,
                      def);
}

/* A default that is missing; parameters before it may be wrong, too. */
static bool default_expected(Trouble *t, bool is_lambda) {
    size_t below = 0, end;
    while (symbol(t, below) != (is_lambda ? TK_LAMBDA : TK_LPAR)) below++;
    List *params = NULL;
    for (size_t i = first_token(t, below) + 1; i < t->at; i = end + 1)
        params = list_add(t->p, params, read_parameter(t, i, &end));
    make_arguments(t->p, params, no_token(), is_lambda ? t->tokens[t->at] : no_token());
    return diag_failed(t->p->diag) ||
           (kind_at(t, t->at) != TK_COLON && say(t, t->tokens[t->at - 1].where, "expected default value expression"));
}

/* f(a=) and def f(a=) */
bool rule_value_expected(Trouble *t) {
    int kind = kind_at(t, t->at);
    bool is_lambda;
    if (symbol(t, 0) != TK_ASSIGN || (kind != TK_COMMA && kind != TK_RPAR && kind != TK_COLON)) return false;
    if (!automaton_accepts(t->automaton, TK_LAMBDA)) return false; /* a class pattern */
    if (stack_in_parameters(t, &is_lambda)) return default_expected(t, is_lambda);
    if (kind == TK_COLON) return false;
    size_t bracket = stack_open_bracket(t, 0);
    int before = kind_at(t, t->at - 3);
    if (symbol(t, bracket) != TK_LPAR || !stack_is_suffix(t, bracket)) return false;
    if (kind_at(t, t->at - 2) != TK_NAME || (before != TK_COMMA && before != TK_LPAR)) return false;
    return say(t, between(t, t->at - 2, t->at - 1), "expected argument value expression");
}

/* case C(a=1, b, c d) */
static bool pattern_behind_keyword(Trouble *t, size_t open) {
    size_t item = open + 1, first = 0, last = 0;
    bool keyword = false;
    for (size_t i = open + 1; i <= t->at; i++) {
        if (i < t->at && (t->level[i] != t->level[open] || kind_at(t, i) != TK_COMMA)) continue;
        bool named = kind_at(t, item + 1) == TK_ASSIGN, whole = i < t->at || automaton_accepts(t->automaton, TK_RPAR);
        if (named && first) break;
        keyword |= named;
        if (!named && keyword && whole && i > item) {
            if (!first) first = item;
            last = i - 1;
        }
        item = i + 1;
    }
    return first && say(t, between(t, first, last), "positional patterns follow keyword patterns");
}

/* f(a=1, b c), where the comma rule has nothing to say */
bool rule_positional_behind_keyword(Trouble *t) {
    size_t bracket = stack_open_bracket(t, 0);
    bool is_lambda;
    if (symbol(t, bracket) != TK_LPAR || !stack_is_suffix(t, bracket) || stack_in_parameters(t, &is_lambda))
        return false;
    size_t open = first_token(t, bracket), argument = open + 1;
    if (is_in_pattern(t, bracket)) return pattern_behind_keyword(t, open);
    int keyword = 0;
    for (size_t i = open + 1; i < t->at; i++) {
        if (t->level[i] != t->level[open]) continue;
        if (i == argument && kind_at(t, i) == TK_DOUBLESTAR) keyword = TK_DOUBLESTAR;
        if (i == argument && kind_at(t, i + 1) == TK_ASSIGN) keyword = TK_ASSIGN;
        if (kind_at(t, i) == TK_COMMA) argument = i + 1;
    }
    size_t end = keyword ? trouble_match(t, TK_START_EXPRESSION, argument, NULL) : 0;
    if (!end || kind_at(t, end) == TK_ASSIGN) return false;
    return say(t, t->tokens[end].where,
               keyword == TK_ASSIGN ? "positional argument follows keyword argument"
                                    : "positional argument follows keyword argument unpacking");
}

/* A star, and no expression behind it: in the brackets of a call or subscript, or at the beginning of others. */
static bool star_alone(Trouble *t, bool suffix) {
    bool is_lambda;
    if (stack_in_parameters(t, &is_lambda) || is_in_pattern(t, 0)) return false;
    for (size_t below = 0; below < t->top; below++) {
        if (kind_closes(symbol(t, below))) below += stack_bracketed(t, below) - 1;
        if (symbol(t, below) != TK_STAR || stack_is_operator(t, below)) continue;
        size_t bracket = stack_open_bracket(t, below), star = first_token(t, below);
        if (suffix ? !stack_is_suffix(t, bracket) : bracket != below + 1 || stack_is_field(t, bracket)) continue;
        if (suffix && symbol(t, below + 1) == TK_FOR) continue;
        if (trouble_match(t, TK_START_EXPRESSION, star + 1, NULL)) continue;
        return say(t, t->tokens[t->at].where, "Invalid star expression");
    }
    return false;
}

/* f(*) and x[*...] */
bool rule_star_in_suffix(Trouble *t) { return star_alone(t, true); }

/* (*) and [* for ...] */
bool rule_star_in_display(Trouble *t) { return star_alone(t, false); }

/* (**a) */
bool rule_double_star_group(Trouble *t) {
    if (kind_at(t, t->at) != TK_DOUBLESTAR || symbol(t, 0) != TK_LPAR) return false;
    if (symbol(t, 1) == AUTOMATON_NONTERMINAL) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, t->at + 1, NULL);
    if (!end || kind_at(t, end) != TK_RPAR) return false;
    return say(t, t->tokens[t->at].where, "cannot use double starred expression here");
}

/* (*a if b else c) */
bool rule_star_group(Trouble *t) {
    size_t bracket = stack_open_bracket(t, 0), open = bracket < t->top ? first_token(t, bracket) : 0;
    if (symbol(t, bracket) != TK_LPAR || stack_is_suffix(t, bracket) || kind_at(t, open + 1) != TK_STAR) return false;
    if (!automaton_accepts(t->automaton, TK_COMMA)) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, open + 2, NULL);
    if (!end || kind_at(t, end) != TK_RPAR) return false;
    return say(t, between(t, open + 1, end - 1), "cannot use starred expression here");
}

/* a[*b = c] and (*a = b) */
bool rule_star_assigned(Trouble *t) {
    size_t below = stack_open_bracket(t, 0), star = t->at - 1;
    if (kind_at(t, t->at) != TK_ASSIGN || below == t->top) return false;
    while (star > first_token(t, below) && (t->level[star] > t->level[t->at - 1] || kind_at(t, star) != TK_COMMA))
        star--;
    star++;
    if (kind_at(t, star) != TK_STAR || trouble_match(t, TK_START_EXPRESSION, star + 1, NULL) != t->at) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, t->at + 1, NULL);
    return end && say(t, between(t, star, end - 1), "cannot assign to iterable argument unpacking");
}

/* Where `for` stands below its targets, or what shows that there is none. */
static size_t stack_for_target(const Trouble *t) {
    size_t below = 0;
    while (below < t->top && symbol(t, below) != TK_FOR && !kind_opens(symbol(t, below)) && symbol(t, below) != TK_IN) {
        below += kind_closes(symbol(t, below)) ? stack_bracketed(t, below) : 1;
    }
    return below;
}

/* [x for x y]: the targets, and no `in` */
bool rule_in_expected(Trouble *t) {
    size_t below = stack_for_target(t);
    if (symbol(t, below) != TK_FOR || below == 0 || t->level[t->at - 1] == 0) return false;
    return automaton_accepts(t->automaton, TK_IN) &&
           say(t, t->tokens[t->at].where, "'in' expected after for-loop variables");
}

/* for lambda: x in y: a target that is more than operators between operands */
bool rule_for_target(Trouble *t) {
    size_t below = stack_for_target(t);
    if (symbol(t, below) != TK_FOR) return false;
    Expr *e;
    if (!trouble_match(t, TK_START_STARRED_LIST, first_token(t, below) + 1, &e)) return false;
    e = target_invalid(bare(e), TARGET_FOR);
    if (!e || e->kind == EXPR_COMPARE) return false;
    refuse(t->p, e->where, "cannot assign to %s", expr_description(e));
    return true;
}

/* def f((a, b)) */
bool rule_parameters_in_parentheses(Trouble *t) {
    bool is_lambda;
    if (kind_at(t, t->at) != TK_LPAR || !automaton_accepts(t->automaton, TK_SLASH) ||
        !stack_in_parameters(t, &is_lambda)) {
        return false;
    }
    size_t i = t->at - 1;
    while (kind_at(t, i) == TK_COMMA && kind_at(t, i - 1) == TK_NAME) i -= 2;
    if (kind_at(t, i) != TK_LPAR && kind_at(t, i) != TK_LAMBDA) return false;
    i = t->at + 1;
    while (kind_at(t, i) == TK_NAME && kind_at(t, i + 1) == TK_COMMA) i += 2;
    if (kind_at(t, i) == TK_NAME) i++;
    if (kind_at(t, i) != TK_RPAR || i == t->at + 1) return false;
    return say(t, between(t, t->at, i),
               is_lambda ? "Lambda expression parameters cannot be parenthesized"
                         : "Function parameters cannot be parenthesized");
}

/* def f(a, / *) */
bool rule_slash_star(Trouble *t) {
    bool is_lambda;
    if (kind_at(t, t->at) != TK_STAR || kind_at(t, t->at - 1) != TK_SLASH || !stack_in_parameters(t, &is_lambda))
        return false;
    return say(t, t->tokens[t->at].where, "expected comma between / and *");
}

/* ---- fields of f-strings ---- */

static const char *before_mark(int kind) {
    switch (kind) {
    case TK_ASSIGN: return "=";
    case TK_EXCLAMATION: return "!";
    case TK_COLON: return ":";
    case TK_RBRACE: return "}";
    default: return NULL;
    }
}

/* Behind the expression of a field: which parts have been read decides what may follow. */
static const char *expected_in_field(const Trouble *t, size_t field) {
    bool format = false, conversion = false, debug = false;
    for (size_t below = 0; below < field; below++) {
        format |= symbol(t, below) == TK_COLON;
        conversion |= symbol(t, below) == TK_EXCLAMATION;
        debug |= symbol(t, below) == TK_ASSIGN;
    }
    if (format) return "f-string: expecting '}', or format specs";
    if (conversion) return "f-string: expecting ':' or '}'";
    if (debug) return "f-string: expecting '!', or ':', or '}'";
    return "f-string: expecting '=', or '!', or ':', or '}'";
}

/* {} of an f-string */
static bool field_expression(Trouble *t, size_t open) {
    const char *mark = before_mark(kind_at(t, open + 1));
    if (mark) {
        refuse(t->p, t->tokens[open + 1].where, "f-string: valid expression required before '%s'", mark);
        return true;
    }
    int start = kind_at(t, open + 1) == TK_YIELD ? TK_START_YIELD : TK_START_STARRED_LIST;
    size_t end = trouble_match(t, start, open + 1, NULL);
    if (diag_failed(t->p->diag)) return true;
    if (!end) return say(t, t->tokens[open + 1].where, "f-string: expecting a valid expression after '{'");
    if (before_mark(kind_at(t, end))) return false;
    return say(t, t->tokens[end].where, "f-string: expecting '=', or '!', or ':', or '}'");
}

/* {lambda x: ...}: the colon begins a format spec */
static bool lambda_in_field(Trouble *t, size_t field) {
    size_t below = 0;
    while (below < field && symbol(t, below) != TK_LAMBDA) below++;
    if (below == field || symbol(t, 0) != TK_COLON) return false;
    return say(t, between(t, first_token(t, below), t->at - 1),
               "f-string: lambda expressions are not allowed without parentheses");
}

bool rule_fstring_field(Trouble *t) {
    size_t inner = stack_open_bracket(t, 0), field = inner;
    while (field < t->top && !stack_is_field(t, field)) field = stack_open_bracket(t, field + 1);
    if (field >= t->top) return false;
    if (lambda_in_field(t, field) || field_expression(t, first_token(t, field))) return true;
    if (field != inner) return false;
    if (symbol(t, 0) == TK_EXCLAMATION) {
        int kind = kind_at(t, t->at);
        return say(t, t->tokens[t->at].where,
                   kind == TK_COLON || kind == TK_RBRACE ? "f-string: missing conversion character"
                                                         : "f-string: invalid conversion character");
    }
    return say(t, t->tokens[t->at].where, expected_in_field(t, field));
}
