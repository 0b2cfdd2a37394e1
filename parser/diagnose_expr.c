/* parser/diagnose_expr.c - mistakes in expressions: no comma, no else, = for ==, not behind an operator.
 *
 * Owns:      nothing.
 * Invariant: a rule returns true exactly when it set the diag.
 * Not here:  the order of the rules (diagnose.c).
 */
#include "parser/diagnose_rules.h"

/* Words in a row that are looked behind. */
#define WORDS_LIMIT 50

/* True when the operand on top of the stack began where an expression may begin, not in a narrower place. */
static bool at_expression(const Trouble *t, size_t length) {
    switch (symbol(t, length)) {
    case TK_IF: return t->level[t->at - 1] == 0 && automaton_accepts(t->automaton, TK_COLON);
    case TK_IN:
    case TK_FOR:
    case TK_LAMBDA:
    case TK_AS: return false;
    case TK_STAR: return kind_opens(symbol(t, length + 1)) || stack_is_suffix(t, stack_open_bracket(t, length));
    case TK_DOUBLESTAR: {
        size_t bracket = stack_open_bracket(t, length);
        return symbol(t, bracket) == TK_LPAR && stack_is_suffix(t, bracket);
    }
    default: return true;
    }
}

/* CPython takes every beginning of a soft keyword for one here, so `(t x)` is explained less well than `(s x)`. */
static bool is_soft_keyword(const Token *token) {
    static const char *const words[] = {"_", "match", "case", "type"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (token->length <= strlen(words[i]) && memcmp(token->text, words[i], token->length) == 0) return true;
    }
    return false;
}

static bool is_legacy_statement(const Token *token) { return text_is(token, "print") || text_is(token, "exec"); }

/* tokens[first .. at) is an expression; is there another at `at`, without a comma? */
static bool comma_forgotten(Trouble *t, size_t first, size_t at) {
    Expr *left = NULL, *right;
    size_t end = trouble_match(t, TK_START_EXPRESSION, at, &right);
    if (diag_failed(t->p->diag)) return true;
    if (!end || t->level[end - 1] == 0) return false;
    bool is_group = trouble_match(t, TK_START_EXPRESSION, first, &left) == at && left->kind == EXPR_GROUP;
    Span where = {is_group ? bare(left)->where.begin : t->tokens[first].where.begin, bare(right)->where.end};
    return say(t, where, "invalid syntax. Perhaps you forgot a comma?");
}

/* print a */
static bool parentheses_missing(Trouble *t, size_t name) {
    const Token *token = &t->tokens[name];
    if (!is_legacy_statement(token) || kind_at(t, name + 1) == TK_LPAR) return false;
    size_t end = trouble_match(t, TK_START_STARRED_LIST, name + 1, NULL);
    if (!end) return diag_failed(t->p->diag);
    refuse(t->p, between(t, name, end - 1), "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
           (int)token->length, token->text, (int)token->length, token->text);
    return true;
}

/* Words in a row: CPython tries each as `print`, with what follows as its arguments, and so meets errors further on. */
static bool wrong_behind_name(Trouble *t, size_t first) {
    for (size_t i = first, words = 0; words < WORDS_LIMIT; words++) {
        size_t end = trouble_match(t, TK_START_EXPRESSION, i, NULL), condition = 0;
        if (diag_failed(t->p->diag) || parentheses_missing(t, i)) return true;
        if (!end) return false;
        if (kind_at(t, end) == TK_IF) condition = trouble_match(t, TK_START_EXPRESSION, end + 1, NULL);
        if (condition) return say(t, between(t, i, condition - 1), "expected 'else' after 'if' expression");
        if (kind_at(t, i) != TK_NAME || end != i + 1) return false;
        i = end;
    }
    return false;
}

/* A name that CPython does not take for the first of two expressions: it looks at what follows the name instead. */
static bool comma_behind_name(Trouble *t, size_t name) {
    if (kind_at(t, name) != TK_NAME || kind_at(t, name + 1) == TK_LPAR) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, name + 1, NULL);
    return diag_failed(t->p->diag) || (end && comma_forgotten(t, name + 1, end)) || wrong_behind_name(t, name + 1);
}

/* a b inside brackets; print a anywhere */
bool rule_two_expressions(Trouble *t) {
    size_t at = t->at, length = stack_disjunction(t);
    if (length == 0 || !at_expression(t, length)) return false;
    if (symbol(t, 0) == TK_NOT && length > 1) {
        at--;
    } else if (!automaton_accepts(t->automaton, symbol(t, length) == TK_STAR ? TK_PLUS : TK_OR)) {
        return false;
    }
    size_t first = first_token(t, length - 1);
    const Token *token = &t->tokens[first];
    if (parentheses_missing(t, first)) return true;
    if (is_soft_keyword(token) || (token->kind == TK_NAME && kind_at(t, first + 1) == TK_STRING)) {
        return comma_behind_name(t, first);
    }
    return comma_forgotten(t, first, at) || (first + 1 == at && token->kind == TK_NAME && wrong_behind_name(t, at));
}

/* a {b = c}: CPython reads the second expression too, and sees what is wrong in it */
bool rule_broken_display(Trouble *t) {
    Trouble piece;
    size_t length = stack_disjunction(t);
    if (kind_at(t, t->at) != TK_LBRACE || length == 0 || !at_expression(t, length)) return false;
    if (!automaton_accepts(t->automaton, TK_OR) || is_soft_keyword(&t->tokens[first_token(t, length - 1)]))
        return false;
    bool found = trouble_open_piece(&piece, t, TK_START_EXPRESSION, t->at) && diagnose_by_rules(&piece);
    trouble_close(&piece);
    return found;
}

/* a[] and a(yield) inside brackets: CPython sees a, and then a list or a group */
bool rule_expression_for_suffix(Trouble *t) {
    size_t below = stack_open_bracket(t, 0);
    if (!stack_is_suffix(t, below)) return false;
    size_t open = first_token(t, below);
    Trouble before = *t;
    before.top = t->top - below - 1;
    before.at = open;
    size_t length = stack_disjunction(&before);
    if (length == 0 || !at_expression(&before, length)) return false;
    size_t first = first_token(&before, length - 1);
    return !is_soft_keyword(&t->tokens[first]) && comma_forgotten(t, first, open);
}

/* Depth on the stack of the `if` whose condition is being read, in a conditional expression; t->top when there is none.
 */
static size_t condition(const Trouble *t) {
    size_t below = 0;
    for (; below < t->top && !stack_begins_line(t, below); below++) {
        if (kind_opens(symbol(t, below)) && !stack_is_suffix(t, below)) break;
        bool in_comprehension = symbol(t, below + 3) == TK_IN || symbol(t, below + 2) == TK_CASE;
        if (symbol(t, below) == TK_IF && stack_is_atom(symbol(t, below + 1)) && !in_comprehension) return below;
        if (kind_closes(symbol(t, below))) below += stack_bracketed(t, below) - 1;
    }
    return t->top;
}

/* a if b, without else */
bool rule_else_expected(Trouble *t) {
    size_t below = condition(t);
    if (below == t->top) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, first_token(t, below) + 1, NULL);
    if (!end) return diag_failed(t->p->diag);
    if (kind_at(t, end) == TK_ELSE || kind_at(t, end) == TK_COLON) return false;
    return say(t, between(t, first_token(t, below + 1), end - 1), "expected 'else' after 'if' expression");
}

/* a + not b */
bool rule_not_behind_operator(Trouble *t) {
    int sign = symbol(t, 0);
    bool arithmetic = sign == TK_PLUS || sign == TK_MINUS || sign == TK_SLASH || sign == TK_DOUBLESLASH ||
                      sign == TK_PERCENT || sign == TK_TILDE || sign == TK_STAR || sign == TK_AT;
    if (kind_at(t, t->at) != TK_NOT || !arithmetic || !stack_is_operator(t, 0)) return false;
    size_t end = trouble_match(t, TK_START_INVERSION, t->at, NULL);
    return end && say(t, between(t, t->at, end - 1), "'not' after an operator must be parenthesized");
}

/* The atom that an expression begins with. */
const Expr *leftmost(const Expr *e) {
    for (;;) {
        switch (e->kind) {
        case EXPR_BIN_OP: e = e->bin_op.left; break;
        case EXPR_CALL: e = e->call.func; break;
        case EXPR_ATTRIBUTE: e = e->attribute.value; break;
        case EXPR_SUBSCRIPT: e = e->subscript.value; break;
        default: return e;
        }
    }
}

static bool is_display(const Expr *e) {
    e = leftmost(e);
    return e->kind == EXPR_LIST || e->kind == EXPR_TUPLE || e->kind == EXPR_GENERATOR ||
           (e->kind == EXPR_CONSTANT && e->constant.kind <= CONSTANT_FALSE);
}

/* tokens[first .. sign) '=' where a condition or an element was expected */
static bool equals_meant(Trouble *t, size_t first, size_t sign) {
    Expr *e;
    if (trouble_match(t, TK_START_ARITH, first, &e) != sign || is_display(e)) return false;
    size_t end = trouble_match(t, TK_START_ARITH, sign + 1, NULL);
    if (!end || kind_at(t, end) == TK_ASSIGN || kind_at(t, end) == TK_COLONEQUAL) return diag_failed(t->p->diag);
    if (first + 1 == sign && e->kind == EXPR_NAME) {
        return say(t, between(t, first, end - 1), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    refuse(t->p, bare(e)->where, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
           expr_description(bare(e)));
    return true;
}

/* if x = 3: */
bool rule_assignment_in_expression(Trouble *t) {
    size_t length = stack_disjunction(t);
    if (kind_at(t, t->at) != TK_ASSIGN || length == 0 || !automaton_accepts(t->automaton, TK_COLONEQUAL)) return false;
    int before = symbol(t, length);
    if (before == AUTOMATON_NONTERMINAL || before == TK_COLON || before == TK_ELSE) return false;
    return equals_meant(t, first_token(t, length - 1), t->at);
}

/* a, b = 1 where a named expression might stand: looks at each element of a statement's tuple, whose commas CPython
 * does not miss behind the first. */
bool diagnose_equals_in_tuple(Trouble *t, size_t first) {
    bool comma = false;
    for (size_t i = first;;) {
        size_t end = kind_at(t, i) == TK_STAR ? 0 : trouble_match(t, TK_START_ARITH, i, NULL);
        if (end && kind_at(t, end) == TK_ASSIGN && equals_meant(t, i, end)) return true;
        end = trouble_match(t, TK_START_STARRED, i, NULL);
        if (!end || diag_failed(t->p->diag)) return diag_failed(t->p->diag);
        if (kind_at(t, end) != TK_COMMA && !comma) return false;
        comma = true;
        i = end + (kind_at(t, end) == TK_COMMA);
    }
}

/* a, b c = 1 */
bool rule_equals_behind_tuple(Trouble *t) {
    size_t first = t->at;
    if (t->level[t->at - 1] > 0 || !automaton_accepts(t->automaton, TK_PLUSEQUAL)) return false;
    while (first > 1 && !kind_ends_line(kind_at(t, first - 1)) && kind_at(t, first - 1) != TK_SEMI) first--;
    return diagnose_equals_in_tuple(t, first);
}

/* x.y := 1, as a statement: the longest expression that ends there is meant */
bool rule_named_statement(Trouble *t) {
    size_t length = stack_disjunction(t), i = length ? first_token(t, length - 1) : 0, end = i + 1;
    Expr *e = NULL;
    if (kind_at(t, t->at) != TK_COLONEQUAL || !automaton_accepts(t->automaton, TK_PLUSEQUAL)) return false;
    for (; i > 0 && end - i <= WORDS_LIMIT && !kind_ends_line(kind_at(t, i)) && kind_at(t, i) != TK_SEMI; i--) {
        Expr *longer;
        if (t->level[i] == 0 && trouble_match(t, TK_START_EXPRESSION, i, &longer) == t->at) e = longer;
    }
    if (!e || e->kind == EXPR_NAME || !trouble_match(t, TK_START_EXPRESSION, t->at + 1, NULL)) return false;
    refuse(t->p, bare(e)->where, "cannot use assignment expressions with %s", expr_description(bare(e)));
    return true;
}
