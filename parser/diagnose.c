#include "parser/diagnose.h"

#include <assert.h>
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

/* True for a token that stands inside a disjunction, given the entry below it. */
static bool is_operator(const Trouble *t, size_t below) {
    int kind = symbol(t, below);
    bool operand_before = symbol(t, below + 1) == AUTOMATON_NONTERMINAL;
    switch (kind) {
    case TK_STAR:
    case TK_DOUBLESTAR: return operand_before;
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

static bool is_atom(int kind) {
    return kind == AUTOMATON_NONTERMINAL || (kind >= TK_NAME && kind <= TK_STRING) || kind == TK_ELLIPSIS ||
           (kind >= TK_FALSE && kind <= TK_TRUE) || (kind >= TK_MATCH && kind <= TK_TYPE);
}

static bool ends_line(int kind) { return kind == TK_NEWLINE || kind == TK_INDENT || kind == TK_DEDENT; }

/* Length of the operand on top of the stack, or at `below`: what is called, and strings before a string, included. */
static size_t operand_length(const Trouble *t, size_t below) {
    int kind = symbol(t, below);
    if (!closes(kind) && kind != TK_STRING) return 1;
    size_t length = kind == TK_STRING ? 1 : bracketed(t, below);
    int before = kind_at(t, first_token(t, below + length - 1) - 1);
    bool continues = kind == TK_STRING || kind == TK_FSTRING_END ? before == TK_STRING || before == TK_FSTRING_END
                                                                 : !ends_line(before);
    return length + (continues && is_atom(symbol(t, below + length)));
}

/* How many entries on top of the stack belong to the disjunction that is being read: operands with operators between
 * them. */
static size_t disjunction_length(const Trouble *t) {
    size_t length = 0;
    for (bool operand = false; length < t->top;) {
        int kind = symbol(t, length);
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
    case TK_STAR:
    case TK_DOUBLESTAR: {
        size_t bracket = open_bracket(t, 0);
        return symbol(t, bracket) == TK_LPAR && symbol(t, bracket + 1) == AUTOMATON_NONTERMINAL;
    }
    default: return true;
    }
}

static bool is_soft_keyword(const Token *token) {
    return text_is(token, "_") || text_is(token, "match") || text_is(token, "case") || text_is(token, "type");
}

static bool is_legacy_statement(const Token *token) { return text_is(token, "print") || text_is(token, "exec"); }

/* Words in a row: CPython tries each as `print`, with what follows as its arguments, and so meets errors further on. */
static bool wrong_behind_name(Trouble *t, size_t first) {
    for (size_t i = first, words = 0; words < WORDS_LIMIT; words++) {
        size_t end = trouble_match(t, TK_START_EXPRESSION, i, NULL), condition = 0;
        if (diag_failed(t->p->diag)) return true;
        if (!end) return false;
        if (kind_at(t, end) == TK_IF) condition = trouble_match(t, TK_START_EXPRESSION, end + 1, NULL);
        if (condition) return say(t, between(t, i, condition - 1), "expected 'else' after 'if' expression");
        if (kind_at(t, i) != TK_NAME || end != i + 1) return false;
        i = end;
    }
    return false;
}

/* a b inside brackets; print a anywhere */
static bool two_expressions(Trouble *t) {
    size_t at = t->at, length = disjunction_length(t);
    if (length == 0 || !at_expression(t, length)) return false;
    if (symbol(t, 0) == TK_NOT && length > 1) {
        at--;
    } else if (!automaton_accepts(t->automaton, TK_OR)) {
        return false;
    }
    size_t first = first_token(t, length - 1);
    const Token *token = &t->tokens[first];
    bool legacy = first + 1 == at && is_legacy_statement(token);
    if (is_soft_keyword(token) || (token->kind == TK_NAME && kind_at(t, first + 1) == TK_STRING && !legacy))
        return false;
    size_t end = trouble_match(t, legacy ? TK_START_STARRED_LIST : TK_START_EXPRESSION, at, NULL);
    if (legacy && end) {
        refuse(t->p, between(t, first, end - 1), "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
               (int)token->length, token->text, (int)token->length, token->text);
        return true;
    }
    if (end && t->level[end - 1] > 0) {
        return say(t, between(t, first, end - 1), "invalid syntax. Perhaps you forgot a comma?");
    }
    return diag_failed(t->p->diag) || (first + 1 == at && token->kind == TK_NAME && wrong_behind_name(t, at));
}

/* a if b, without else */
static bool else_expected(Trouble *t) {
    size_t length = disjunction_length(t);
    if (symbol(t, length) != TK_IF || length == 0 || symbol(t, length + 1) != AUTOMATON_NONTERMINAL) return false;
    if (!automaton_accepts(t->automaton, TK_ELSE) || kind_at(t, t->at) == TK_COLON) return false;
    return say(t, between(t, first_token(t, length + 1), t->at - 1), "expected 'else' after 'if' expression");
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

/* tokens[first ..] '=' where a condition or an element was expected; sign is the '=' */
static bool equals_meant(Trouble *t, size_t first, size_t sign) {
    Expr *e;
    if (trouble_match(t, TK_START_ARITH, first, &e) != sign) return false;
    size_t end = trouble_match(t, TK_START_ARITH, sign + 1, NULL);
    if (!end || kind_at(t, end) == TK_ASSIGN || kind_at(t, end) == TK_COLONEQUAL) return diag_failed(t->p->diag);
    if (first + 1 == sign && e->kind == EXPR_NAME) {
        return say(t, between(t, first, end - 1), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    if (is_display(e)) return false;
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
    int before = kind_at(t, t->at - 3);
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
    return say(t, starting_from(t, t->at, t->at), "Type parameter list cannot be empty");
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

/* An indentation that nothing asked for; CPython counts its columns from before the last. */
static bool unexpected_indentation(Trouble *t) {
    const Token *token = &t->tokens[t->at];
    if (token->kind != TK_INDENT && token->kind != TK_DEDENT) return false;
    Position at = token->where.end;
    if (at.column > 0) at.column--;
    t->p->settled = true;
    diag_set(t->p->diag, DIAG_INDENTATION, point(at),
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

/* The end of the text has a line, but no column. */
static bool invalid_syntax(Trouble *t) {
    Span where = t->tokens[t->at].where;
    if (kind_at(t, t->at) == 0) where.begin.column = where.end.column = DIAG_NO_COLUMN;
    return say(t, where, "invalid syntax");
}

/* What can be wrong inside an expression. */
static Rule *const expression_rules[] = {
    value_expected, dict_key,   two_expressions,           else_expected,     assignment_in_expression,
    dict_value,     slash_star, parameters_in_parentheses, double_star_group, fstring_field,
};

static Rule *const statement_rules[] = {
    block_expected, handler_expected, forced_colon, forced_parenthesis, colon_expected,
    soft_match,     exception_types,  import_names, type_params_empty,  named_statement,
};

static Rule *const last_rules[] = {unexpected_indentation, annotation_broken, one_statement_only, invalid_syntax};

#define TRY_RULES(t, rules) try_rules((t), (rules), sizeof(rules) / sizeof *(rules))

static bool try_rules(Trouble *t, Rule *const *rules, size_t count) {
    for (size_t i = 0; i < count && !diag_failed(t->p->diag); i++) rules[i](t);
    return diag_failed(t->p->diag);
}

/* The text may go on: nothing but the ends of blocks follows. */
static bool is_incomplete(const Trouble *t) {
    size_t i = t->at;
    while (kind_at(t, i) == TK_DEDENT) i++;
    return i == t->count - 1 && kind_at(t, i) == 0;
}

void diagnose_token(Parser *p, Token token) {
    Trouble t;
    if (!trouble_open(&t, p)) diag_set(p->diag, DIAG_MEMORY, token.where, "out of memory");
    bool found = TRY_RULES(&t, statement_rules) || TRY_RULES(&t, expression_rules) || TRY_RULES(&t, last_rules);
    assert(found);
    (void)found;
    p->diag->incomplete |= is_incomplete(&t);
    trouble_close(&t);
}

void diagnose_assignment(Parser *p, const Expr *first) {
    Trouble t;
    trouble_read(&t, p);
    size_t i = trouble_find(&t, first->where.begin);
    while (!diag_failed(p->diag)) {
        size_t end = kind_at(&t, i) == TK_STAR ? 0 : trouble_match(&t, TK_START_ARITH, i, NULL);
        if (end && kind_at(&t, end) == TK_ASSIGN && equals_meant(&t, i, end)) return;
        end = trouble_match(&t, TK_START_STARRED, i, NULL);
        if (!end || kind_at(&t, end) != TK_COMMA) return;
        i = end + 1;
    }
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
