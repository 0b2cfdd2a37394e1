#include "parser/diagnose.h"

#include <string.h>

#include "parser/trouble.h"

/* CPython parses a broken text twice, the second time with productions for common mistakes. Here each such mistake is a
 * rule that looks at the stack of the automaton before the token that did not fit. */

/* ---- looking at the stack ---- */

static bool opens(int kind) {
    return kind == TK_LPAR || kind == TK_LSQB || kind == TK_LBRACE || kind == TK_WITH_PAREN || kind == TK_FSTRING_START;
}

static bool closes(int kind) {
    return kind == TK_RPAR || kind == TK_RSQB || kind == TK_RBRACE || kind == TK_FSTRING_END;
}

/* Entries of a bracketed piece whose closing bracket is `below`, that bracket and the opening one included. */
static size_t bracketed(const Trouble *t, size_t below) {
    size_t length = 1;
    for (int depth = 1; depth > 0 && below + length < t->top; length++) {
        int kind = symbol(t, below + length);
        depth += closes(kind) ? 1 : opens(kind) ? -1 : 0;
    }
    return length;
}

/* True for a token that begins a comparison operator. */
static bool is_comparison(const Trouble *t, size_t i) {
    int kind = kind_at(t, i);
    return (kind >= TK_LT && kind <= TK_NE) || kind == TK_IN || kind == TK_IS ||
           (kind == TK_NOT && kind_at(t, i + 1) == TK_IN);
}

static bool is_atom(int kind) {
    return kind == AUTOMATON_NONTERMINAL || (kind >= TK_NAME && kind <= TK_STRING) || kind == TK_ELLIPSIS ||
           (kind >= TK_FALSE && kind <= TK_TRUE) || (kind >= TK_MATCH && kind <= TK_TYPE);
}

static bool ends_line(int kind) {
    return kind == TK_NEWLINE || kind == TK_INDENT || kind == TK_DEDENT || kind >= TK_START_FILE;
}

/* True for a stack entry that is the first of its logical line. */
static bool begins_line(const Trouble *t, size_t below) {
    size_t first = first_token(t, below);
    return first == 0 || ends_line(kind_at(t, first - 1));
}

/* True for a token that stands inside a disjunction, given the entry below it. */
static bool is_operator(const Trouble *t, size_t below) {
    int kind = symbol(t, below);
    switch (kind) {
    case TK_AT:
    case TK_STAR:
    case TK_DOUBLESTAR: return symbol(t, below + 1) == AUTOMATON_NONTERMINAL && !begins_line(t, below);
    case TK_IN: return symbol(t, below + 2) != TK_FOR;
    case TK_NOT:
    case TK_AND:
    case TK_OR:
    case TK_IS:
    case TK_AWAIT:
    case TK_DOT: return true;
    case AUTOMATON_NONTERMINAL: return is_comparison(t, first_token(t, below));
    default: return kind >= TK_PLUS && kind <= TK_NE;
    }
}

/* True for the bracket of a call or subscript, as against a group, tuple or list. */
static bool is_suffix(const Trouble *t, size_t below) {
    int kind = symbol(t, below), before = below < t->top ? kind_at(t, first_token(t, below) - 1) : 0;
    return (kind == TK_LPAR || kind == TK_LSQB) && before != 0 && (is_atom(before) || closes(before));
}

/* Length of the operand on top of the stack, or at `below`: what is called, and strings before a string, included. */
static size_t operand_length(const Trouble *t, size_t below) {
    int kind = symbol(t, below);
    if (!closes(kind) && kind != TK_STRING) return 1;
    if (kind != TK_STRING && kind != TK_FSTRING_END) {
        size_t length = bracketed(t, below);
        return length + is_suffix(t, below + length - 1);
    }
    size_t length = kind == TK_STRING ? 1 : bracketed(t, below);
    int before = kind_at(t, first_token(t, below + length - 1) - 1);
    return length + (before == TK_STRING || before == TK_FSTRING_END);
}

/* How many entries on top of the stack belong to the disjunction that is being read: operands with operators between
 * them. */
static size_t disjunction_length(const Trouble *t) {
    size_t length = 0;
    for (bool operand = false; length < t->top;) {
        int kind = symbol(t, length);
        if (length > 0 && begins_line(t, length - 1)) break;
        if (is_operator(t, length)) {
            operand = false;
            length++;
        } else if (!operand && (is_atom(kind) || closes(kind))) {
            operand = true;
            length += operand_length(t, length);
        } else {
            break;
        }
    }
    /* The parameters of a lambda stand between it and its body. */
    return length > 0 && symbol(t, length) == TK_LAMBDA ? length - 1 : length;
}

/* Depth on the stack of the first open bracket at or under `below`; t->top when there is none. */
static size_t open_bracket(const Trouble *t, size_t below) {
    while (below < t->top && !opens(symbol(t, below))) below += closes(symbol(t, below)) ? bracketed(t, below) : 1;
    return below;
}

/* True for the '{' of a field, as against that of a dict or set. */
static bool is_field(const Trouble *t, size_t below) {
    return symbol(t, below) == TK_LBRACE && symbol(t, below + 1) == AUTOMATON_NONTERMINAL &&
           (symbol(t, below + 2) == TK_FSTRING_START || symbol(t, below + 2) == TK_COLON);
}

/* True inside the parentheses of def's parameters, or between lambda and its colon. */
static bool in_parameters(const Trouble *t, bool *is_lambda) {
    size_t below = 0;
    while (below < t->top && !opens(symbol(t, below)) && symbol(t, below) != TK_LAMBDA) below++;
    *is_lambda = symbol(t, below) == TK_LAMBDA;
    return *is_lambda || (symbol(t, below) == TK_LPAR && symbol(t, below + 3) == TK_DEF);
}

static bool text_is(const Token *token, const char *text) {
    return token->length == strlen(text) && memcmp(token->text, text, token->length) == 0;
}

/* ---- rules ---- */

/* Words in a row that are looked behind. */
#define WORDS_LIMIT 50

/* Returns true when it set the diag. */
typedef bool Rule(Trouble *t);

static bool say(const Trouble *t, Span where, const char *message) {
    refuse(t->p, where, "%s", message);
    return true;
}

/* A place without width. */
static Span point(Position at) { return (Span){at, at}; }

/* What CPython marks when it names only a beginning: up to the last byte but one of what it has read. */
static Span starting_from(const Trouble *t, size_t first, size_t next) {
    Span where = between(t, first, next < t->count ? next : t->count - 1);
    if (where.end.column > 0) where.end.column--;
    return where;
}

static const char *header_name(int kind, int next) {
    switch (kind) {
    case TK_IF: return "'if' statement";
    case TK_ELIF: return "'elif' statement";
    case TK_ELSE: return "'else' statement";
    case TK_WHILE: return "'while' statement";
    case TK_FOR: return "'for' statement";
    case TK_WITH: return "'with' statement";
    case TK_TRY: return "'try' statement";
    case TK_EXCEPT: return next == TK_STAR ? "'except*' statement" : "'except' statement";
    case TK_FINALLY: return "'finally' statement";
    case TK_MATCH: return "'match' statement";
    case TK_CASE: return "'case' statement";
    case TK_DEF: return "function definition";
    case TK_CLASS: return "class definition";
    default: return NULL;
    }
}

/* Depth on the stack of the keyword that began the header being read. */
static size_t header(const Trouble *t) {
    size_t below = 0;
    while (below < t->top) {
        int kind = symbol(t, below);
        if (header_name(kind, 0) || kind == TK_LAMBDA || kind == TK_INDENT || kind == TK_SEMI) break;
        below += closes(kind) ? bracketed(t, below) : 1;
    }
    return below;
}

/* if x: NEWLINE, and no INDENT */
static bool block_expected(Trouble *t) {
    if (symbol(t, 0) != TK_NEWLINE || symbol(t, 1) != TK_COLON) return false;
    size_t keyword = header(t);
    const char *name = header_name(symbol(t, keyword), symbol(t, keyword ? keyword - 1 : 0));
    if (!name) return false;
    diag_set(t->p->diag, DIAG_INDENTATION, t->tokens[t->at].where, "expected an indented block after %s on line %u",
             name, (unsigned)t->tokens[first_token(t, keyword)].where.begin.line);
    return true;
}

/* try: block, and neither except nor finally */
static bool handler_expected(Trouble *t) {
    if (!automaton_accepts(t->automaton, TK_EXCEPT) || automaton_accepts(t->automaton, TK_NAME)) return false;
    return say(t, t->tokens[t->at].where, "expected 'except' or 'finally' block");
}

/* else, try, finally; def f(...) and its result: nothing but a colon can follow */
static bool forced_colon(Trouble *t) {
    int last = symbol(t, 0);
    size_t keyword = header(t), place = t->at;
    bool is_def = symbol(t, keyword) == TK_DEF;
    if (is_def && keyword >= 4 && symbol(t, keyword - 4) == TK_ARROW) {
        size_t arrow = first_token(t, keyword - 4), end = trouble_match(t, TK_START_EXPRESSION, arrow + 1, NULL);
        place = end ? end : arrow;
    } else if (!(is_def && automaton_accepts(t->automaton, TK_ARROW)) && last != TK_TRY && last != TK_FINALLY &&
               !(last == TK_ELSE && automaton_accepts(t->automaton, TK_COLON))) {
        return false;
    }
    return say(t, t->tokens[place].where, "expected ':'");
}

/* def f, and no parenthesis; CPython takes type parameters that it cannot read for something else */
static bool forced_parenthesis(Trouble *t) {
    size_t keyword = header(t), bracket = open_bracket(t, 0);
    if (symbol(t, keyword) != TK_DEF || keyword == 0) return false;
    if (bracket < keyword) {
        if (symbol(t, bracket) != TK_LSQB || bracket + 2 != keyword) return false;
        return say(t, t->tokens[first_token(t, bracket)].where, "expected '('");
    }
    bool named = keyword == 1 || (symbol(t, 0) == TK_RSQB && bracketed(t, 0) + 1 == keyword);
    return named && say(t, t->tokens[t->at].where, "expected '('");
}

/* a header that ends without its colon */
static bool colon_expected(Trouble *t) {
    if (kind_at(t, t->at) != TK_NEWLINE || !automaton_accepts(t->automaton, TK_COLON)) return false;
    if (!header_name(symbol(t, header(t)), 0)) return false;
    return say(t, t->tokens[t->at].where, "expected ':'");
}

/* match x, where the line does not end in a colon: to the lexer `match` is a name */
static bool soft_match(Trouble *t) {
    const Token *before = &t->tokens[t->at - 1];
    if (!text_is(before, "match") || symbol(t, 1) == TK_DOT) return false;
    if (!ends_line(kind_at(t, t->at - 2)) && t->at != 2) return false;
    size_t end = trouble_match(t, TK_START_STARRED_LIST, t->at, NULL);
    if (end == 0) return false;
    return say(t, t->tokens[end].where, kind_at(t, end) == TK_NEWLINE ? "expected ':'" : "invalid syntax");
}

/* except a, b: */
static bool exception_types(Trouble *t) {
    if (symbol(t, 1) == TK_EXCEPT && symbol(t, 0) == TK_STAR) {
        int kind = kind_at(t, t->at);
        return (kind == TK_COLON || kind == TK_NEWLINE) &&
               say(t, t->tokens[t->at].where, "expected one or more exception types");
    }
    if (kind_at(t, t->at) != TK_COMMA) return false;
    size_t length = disjunction_length(t);
    bool star = symbol(t, length) == TK_STAR;
    if (symbol(t, length + star) != TK_EXCEPT) return false;
    size_t end = trouble_match(t, TK_START_STARRED_LIST, t->at + 1, NULL);
    if (end && kind_at(t, end) == TK_AS) end += 2;
    if (!end || kind_at(t, end) != TK_COLON) return false;
    return say(t, starting_from(t, first_token(t, length - 1), end), "multiple exception types must be parenthesized");
}

/* {a: b, c} */
static bool dict_key(Trouble *t) {
    size_t brace = open_bracket(t, 0), open = first_token(t, brace);
    if (symbol(t, brace) != TK_LBRACE || brace < 3 || symbol(t, brace - 2) != TK_COMMA) return false;
    size_t key = trouble_match(t, TK_START_EXPRESSION, open + 1, NULL);
    if (kind_at(t, open + 1) != TK_DOUBLESTAR && (!key || kind_at(t, key) != TK_COLON)) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, first_token(t, brace - 3), NULL);
    if (!end || kind_at(t, end) == TK_COLON) return false;
    Position at = t->tokens[end - 1].where.end;
    at.column--;
    return say(t, point(at), "':' expected after dictionary key");
}

/* {a: } and {a: *b} */
static bool dict_value(Trouble *t) {
    int kind = kind_at(t, t->at);
    size_t brace = open_bracket(t, 0);
    if (symbol(t, 0) != TK_COLON || symbol(t, brace) != TK_LBRACE || is_field(t, brace)) return false;
    if (!automaton_accepts(t->automaton, TK_LAMBDA) || symbol(t, 1) == TK_LAMBDA || symbol(t, 2) == TK_LAMBDA)
        return false;
    if (kind == TK_RBRACE || kind == TK_COMMA) {
        return say(t, t->tokens[t->at - 1].where, "expression expected after dictionary key and ':'");
    }
    size_t end = kind == TK_STAR ? trouble_match(t, TK_START_ARITH, t->at + 1, NULL) : 0;
    return end && say(t, starting_from(t, t->at, end), "cannot use a starred expression in a dictionary value");
}

/* True when the operand on top of the stack began where an expression may begin, not in a narrower place. */
static bool at_expression(const Trouble *t, size_t length) {
    switch (symbol(t, length)) {
    case TK_IF: return t->level[t->at - 1] == 0 && automaton_accepts(t->automaton, TK_COLON);
    case TK_IN:
    case TK_FOR:
    case TK_LAMBDA:
    case TK_AS: return false;
    case TK_STAR: return opens(symbol(t, length + 1)) || is_suffix(t, open_bracket(t, length));
    case TK_DOUBLESTAR: {
        size_t bracket = open_bracket(t, length);
        return symbol(t, bracket) == TK_LPAR && is_suffix(t, bracket);
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
    size_t end = trouble_match(t, TK_START_EXPRESSION, at, NULL);
    if (diag_failed(t->p->diag)) return true;
    if (!end || t->level[end - 1] == 0) return false;
    return say(t, between(t, first, end - 1), "invalid syntax. Perhaps you forgot a comma?");
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
static bool two_expressions(Trouble *t) {
    size_t at = t->at, length = disjunction_length(t);
    if (length == 0 || !at_expression(t, length)) return false;
    if (symbol(t, 0) == TK_NOT && length > 1) {
        at--;
    } else if (!automaton_accepts(t->automaton, symbol(t, length) == TK_STAR ? TK_PLUS : TK_OR)) {
        return false;
    }
    size_t first = first_token(t, length - 1);
    const Token *token = &t->tokens[first];
    if (first + 1 == at && parentheses_missing(t, first)) return true;
    if (is_soft_keyword(token) || (token->kind == TK_NAME && kind_at(t, first + 1) == TK_STRING)) {
        return comma_behind_name(t, first);
    }
    return comma_forgotten(t, first, at) || (first + 1 == at && token->kind == TK_NAME && wrong_behind_name(t, at));
}

/* a[] and a(yield) inside brackets: CPython sees a, and then a list or a group */
static bool expression_for_suffix(Trouble *t) {
    size_t below = open_bracket(t, 0);
    if (!is_suffix(t, below)) return false;
    size_t open = first_token(t, below);
    Trouble before = *t;
    before.top = t->top - below - 1;
    before.at = open;
    size_t length = disjunction_length(&before);
    if (length == 0 || !at_expression(&before, length)) return false;
    size_t first = first_token(&before, length - 1);
    return !is_soft_keyword(&t->tokens[first]) && comma_forgotten(t, first, open);
}

/* Depth on the stack of the `if` whose condition is being read, in a conditional expression; t->top when there is none.
 */
static size_t condition(const Trouble *t) {
    size_t below = 0;
    for (; below < t->top && !begins_line(t, below); below++) {
        if (opens(symbol(t, below)) && !is_suffix(t, below)) break;
        bool in_comprehension = symbol(t, below + 3) == TK_IN || symbol(t, below + 2) == TK_CASE;
        if (symbol(t, below) == TK_IF && is_atom(symbol(t, below + 1)) && !in_comprehension) return below;
        if (closes(symbol(t, below))) below += bracketed(t, below) - 1;
    }
    return t->top;
}

/* a if b, without else */
static bool else_expected(Trouble *t) {
    size_t below = condition(t);
    if (below == t->top) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, first_token(t, below) + 1, NULL);
    if (!end) return diag_failed(t->p->diag);
    if (kind_at(t, end) == TK_ELSE || kind_at(t, end) == TK_COLON) return false;
    return say(t, between(t, first_token(t, below + 1), end - 1), "expected 'else' after 'if' expression");
}

/* A star, and no expression behind it: in the brackets of a call or subscript, or at the beginning of others. */
static bool star_alone(Trouble *t, bool suffix) {
    bool is_lambda;
    if (in_parameters(t, &is_lambda)) return false;
    for (size_t below = 0; below < t->top; below++) {
        if (closes(symbol(t, below))) below += bracketed(t, below) - 1;
        if (symbol(t, below) != TK_STAR || is_operator(t, below)) continue;
        size_t bracket = open_bracket(t, below), star = first_token(t, below);
        if (suffix ? !is_suffix(t, bracket) : bracket != below + 1 || is_field(t, bracket)) continue;
        if (suffix && symbol(t, below + 1) == TK_FOR) continue;
        if (trouble_match(t, TK_START_EXPRESSION, star + 1, NULL)) continue;
        return say(t, t->tokens[t->at].where, "Invalid star expression");
    }
    return false;
}

/* f(*) and x[*...] */
static bool star_in_suffix(Trouble *t) { return star_alone(t, true); }

/* (*) and [* for ...] */
static bool star_in_display(Trouble *t) { return star_alone(t, false); }

/* f(a=1, b c), where the comma rule has nothing to say */
static bool positional_behind_keyword(Trouble *t) {
    size_t bracket = open_bracket(t, 0);
    bool is_lambda;
    if (symbol(t, bracket) != TK_LPAR || !is_suffix(t, bracket) || in_parameters(t, &is_lambda)) return false;
    size_t open = first_token(t, bracket), argument = open + 1;
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

/* a + not b */
static bool not_behind_operator(Trouble *t) {
    int sign = symbol(t, 0);
    bool arithmetic = sign == TK_PLUS || sign == TK_MINUS || sign == TK_SLASH || sign == TK_DOUBLESLASH ||
                      sign == TK_PERCENT || sign == TK_TILDE || sign == TK_STAR || sign == TK_AT;
    if (kind_at(t, t->at) != TK_NOT || !arithmetic || !is_operator(t, 0)) return false;
    size_t end = trouble_match(t, TK_START_INVERSION, t->at, NULL);
    return end && say(t, between(t, t->at, end - 1), "'not' after an operator must be parenthesized");
}

/* [x for x y]: the targets, and no `in` */
static bool in_expected(Trouble *t) {
    size_t below = 0;
    while (below < t->top && symbol(t, below) != TK_FOR && !opens(symbol(t, below)) && symbol(t, below) != TK_IN) {
        below += closes(symbol(t, below)) ? bracketed(t, below) : 1;
    }
    if (symbol(t, below) != TK_FOR || below == 0 || t->level[t->at - 1] == 0) return false;
    return automaton_accepts(t->automaton, TK_IN) &&
           say(t, t->tokens[t->at].where, "'in' expected after for-loop variables");
}

/* The atom that an expression begins with. */
static const Expr *leftmost(const Expr *e) {
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
static bool assignment_in_expression(Trouble *t) {
    size_t length = disjunction_length(t);
    if (kind_at(t, t->at) != TK_ASSIGN || length == 0 || !automaton_accepts(t->automaton, TK_COLONEQUAL)) return false;
    int before = symbol(t, length);
    if (before == AUTOMATON_NONTERMINAL || before == TK_COLON || before == TK_ELSE) return false;
    return equals_meant(t, first_token(t, length - 1), t->at);
}

/* a, b = 1 where a named expression might stand: looks at each element of a statement's tuple, whose commas CPython
 * does not miss behind the first. */
static bool equals_in_tuple(Trouble *t, size_t first) {
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
static bool equals_behind_tuple(Trouble *t) {
    size_t first = t->at;
    if (t->level[t->at - 1] > 0 || !automaton_accepts(t->automaton, TK_PLUSEQUAL)) return false;
    while (first > 1 && !ends_line(kind_at(t, first - 1)) && kind_at(t, first - 1) != TK_SEMI) first--;
    return equals_in_tuple(t, first);
}

/* x.y := 1, as a statement */
static bool named_statement(Trouble *t) {
    size_t length = disjunction_length(t), first = length ? first_token(t, length - 1) : 0;
    Expr *e;
    if (kind_at(t, t->at) != TK_COLONEQUAL || !automaton_accepts(t->automaton, TK_PLUSEQUAL) || first == 0)
        return false;
    if (trouble_match(t, TK_START_EXPRESSION, first, &e) != t->at || e->kind == EXPR_NAME) return false;
    if (!trouble_match(t, TK_START_EXPRESSION, t->at + 1, NULL)) return false;
    refuse(t->p, bare(e)->where, "cannot use assignment expressions with %s", expr_description(bare(e)));
    return true;
}

/* f(a=) and def f(a=) */
static bool value_expected(Trouble *t) {
    int kind = kind_at(t, t->at);
    bool is_lambda;
    if (symbol(t, 0) != TK_ASSIGN || (kind != TK_COMMA && kind != TK_RPAR)) return false;
    if (in_parameters(t, &is_lambda)) {
        return say(t, t->tokens[t->at - 1].where, "expected default value expression");
    }
    size_t bracket = open_bracket(t, 0);
    int before = kind_at(t, t->at - 3);
    if (symbol(t, bracket) != TK_LPAR || !is_suffix(t, bracket)) return false;
    if (kind_at(t, t->at - 2) != TK_NAME || (before != TK_COMMA && before != TK_LPAR)) return false;
    return say(t, between(t, t->at - 2, t->at - 1), "expected argument value expression");
}

/* def f((a, b)) */
static bool parameters_in_parentheses(Trouble *t) {
    bool is_lambda;
    if (kind_at(t, t->at) != TK_LPAR || !automaton_accepts(t->automaton, TK_SLASH) || !in_parameters(t, &is_lambda)) {
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
static bool slash_star(Trouble *t) {
    bool is_lambda;
    if (kind_at(t, t->at) != TK_STAR || kind_at(t, t->at - 1) != TK_SLASH || !in_parameters(t, &is_lambda))
        return false;
    return say(t, t->tokens[t->at].where, "expected comma between / and *");
}

/* def f[]() */
static bool type_params_empty(Trouble *t) {
    int before = symbol(t, 2);
    if (symbol(t, 0) != TK_LSQB || kind_at(t, t->at) != TK_RSQB) return false;
    if (before != TK_DEF && before != TK_CLASS && before != TK_TYPE) return false;
    return say(t, starting_from(t, t->at, t->at + (before == TK_TYPE)), "Type parameter list cannot be empty");
}

/* (**a) */
static bool double_star_group(Trouble *t) {
    if (kind_at(t, t->at) != TK_DOUBLESTAR || symbol(t, 0) != TK_LPAR) return false;
    if (symbol(t, 1) == AUTOMATON_NONTERMINAL) return false;
    size_t end = trouble_match(t, TK_START_EXPRESSION, t->at + 1, NULL);
    if (!end || kind_at(t, end) != TK_RPAR) return false;
    return say(t, t->tokens[t->at].where, "cannot use double starred expression here");
}

/* import, without names; import a from b */
static bool import_names(Trouble *t) {
    if (symbol(t, 0) == TK_IMPORT && kind_at(t, t->at) == TK_NEWLINE) {
        return say(t, point(t->tokens[t->at].where.begin), "Expected one or more names after 'import'");
    }
    size_t below = 0;
    while (below < t->top && symbol(t, below) != TK_IMPORT && symbol(t, below) != TK_NEWLINE) below++;
    if (kind_at(t, t->at) != TK_FROM || symbol(t, below) != TK_IMPORT) return false;
    size_t i = t->at + 1;
    if (kind_at(t, i) != TK_NAME) return false;
    while (kind_at(t, i + 1) == TK_DOT && kind_at(t, i + 2) == TK_NAME) i += 2;
    return say(t, between(t, first_token(t, below), i), "Did you mean to use 'from ... import ...' instead?");
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

static bool fstring_field(Trouble *t) {
    size_t inner = open_bracket(t, 0), field = inner;
    while (field < t->top && !is_field(t, field)) field = open_bracket(t, field + 1);
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

/* ---- what is left ---- */

/* An indentation that nothing asked for: the only error of the parser that none of the lexer's beats. */
static bool unexpected_indentation(Trouble *t) {
    const Token *token = &t->tokens[t->at];
    if (token->kind != TK_INDENT && token->kind != TK_DEDENT) return false;
    t->p->settled = true;
    diag_set(t->p->diag, DIAG_INDENTATION, token->where,
             token->kind == TK_INDENT ? "unexpected indent" : "unexpected unindent");
    return true;
}

/* A second statement where one was asked for. */
static bool one_statement_only(Trouble *t) {
    if (t->p->start != TK_START_SINGLE || !automaton_accepts(t->automaton, 0)) return false;
    return say(t, t->tokens[t->at].where, "multiple statements found while compiling a single statement");
}

/* x: where the annotation is none, and x could not have one: CPython gets no further than the colon */
static bool annotation_broken(Trouble *t) {
    size_t below = 0;
    while (below < t->top && symbol(t, below) != TK_COLON && symbol(t, below) != TK_NEWLINE) {
        if (opens(symbol(t, below))) return false;
        below += closes(symbol(t, below)) ? bracketed(t, below) : 1;
    }
    if (symbol(t, below) != TK_COLON || below + 1 >= t->top) return false;
    Expr *e;
    size_t colon = first_token(t, below), start = first_token(t, below + 1);
    if (start >= colon || trouble_match(t, TK_START_STARRED_LIST, start, &e) != colon) return false;
    int kind = bare(e)->kind, before = symbol(t, below + 2);
    if (before != AUTOMATON_NONTERMINAL && before != TK_INDENT && before != TK_SEMI && before != t->p->start)
        return false;
    if (kind == EXPR_NAME || kind == EXPR_ATTRIBUTE || kind == EXPR_SUBSCRIPT) return false;
    return say(t, t->tokens[colon].where, "invalid syntax");
}

/* True for a := whose target is more than a name. */
static bool is_walrus_of_nothing(const Trouble *t, size_t i) {
    int before = kind_at(t, i - 2);
    return kind_at(t, i) == TK_COLONEQUAL &&
           (kind_at(t, i - 1) != TK_NAME || before == TK_DOT || before == TK_AND || before == TK_OR ||
            before == TK_NOT || before == TK_IS || before == TK_IN || (before >= TK_PLUS && before <= TK_NE));
}

/* The end of the text has a line, but no column. A := that cannot be is itself the error, whatever follows it. */
static bool invalid_syntax(Trouble *t) {
    Span where = t->tokens[is_walrus_of_nothing(t, t->at - 1) ? t->at - 1 : t->at].where;
    if (kind_at(t, t->at) == 0) where.begin.column = where.end.column = DIAG_NO_COLUMN;
    return say(t, where, "invalid syntax");
}

static Rule *const rules[] = {
    block_expected,
    handler_expected,
    forced_colon,
    type_params_empty,
    forced_parenthesis,
    colon_expected,
    soft_match,
    exception_types,
    import_names,
    star_in_suffix,
    value_expected,
    dict_key,
    two_expressions,
    expression_for_suffix,
    in_expected,
    else_expected,
    assignment_in_expression,
    dict_value,
    not_behind_operator,
    slash_star,
    parameters_in_parentheses,
    double_star_group,
    star_in_display,
    positional_behind_keyword,
    fstring_field,
    equals_behind_tuple,
    named_statement,
    unexpected_indentation,
    one_statement_only,
};

/* The text may go on: nothing but the ends of blocks follows. */
static bool is_incomplete(const Trouble *t) {
    size_t i = t->at;
    while (kind_at(t, i) == TK_DEDENT) i++;
    return i == t->count - 1 && kind_at(t, i) == 0;
}

/* Lemon reduces by default before it sees that a token does not fit, so an action may have found something too: it is
 * less to the point than any rule, but better than nothing. */
void diagnose_token(Parser *p, Token token) {
    Trouble t;
    Diag found = *p->diag;
    p->diag->kind = DIAG_NONE;
    if (!trouble_open(&t, p)) diag_set(p->diag, DIAG_MEMORY, token.where, "out of memory");
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !diag_failed(p->diag); i++) rules[i](&t);
    if (diag_failed(&found) && !diag_failed(p->diag)) *p->diag = found;
    if (!diag_failed(p->diag) && !annotation_broken(&t)) invalid_syntax(&t);
    p->diag->incomplete |= is_incomplete(&t);
    trouble_close(&t);
}

void diagnose_assignment(Parser *p, const Expr *first) {
    Trouble t;
    trouble_read(&t, p);
    equals_in_tuple(&t, trouble_find(&t, first->where.begin));
}

void diagnose_class_generator(Parser *p, const Expr *generator) {
    Trouble t;
    trouble_read(&t, p);
    size_t i = trouble_find(&t, generator->comp.elt->where.end);
    while (i + 1 < t.count && kind_at(&t, i) != TK_FOR && kind_at(&t, i) != TK_ASYNC) i++;
    say(&t, t.tokens[i].where, "invalid syntax");
}

void diagnose_after(Parser *p, Position place, const char *message) {
    Trouble t;
    trouble_read(&t, p);
    size_t i = trouble_find(&t, place);
    say(&t, t.tokens[i < t.count ? i : t.count - 1].where, message);
}
