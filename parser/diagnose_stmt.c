/* parser/diagnose_stmt.c - mistakes in statements: headers without colon or block, try, import, annotations.
 *
 * Owns:      nothing.
 * Invariant: a rule returns true exactly when it set the diag.
 * Not here:  the order of the rules (diagnose.c).
 */
#include "parser/diagnose_rules.h"

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
        below += kind_closes(kind) ? stack_bracketed(t, below) : 1;
    }
    return below;
}

/* if x: NEWLINE, and no INDENT */
bool rule_block_expected(Trouble *t) {
    if (symbol(t, 0) != TK_NEWLINE || symbol(t, 1) != TK_COLON) return false;
    size_t keyword = header(t);
    const char *name = header_name(symbol(t, keyword), symbol(t, keyword ? keyword - 1 : 0));
    if (!name) return false;
    diag_set(t->p->diag, DIAG_INDENTATION, place_of(&t->tokens[t->at]),
             "expected an indented block after %s on line %u", name,
             (unsigned)t->tokens[first_token(t, keyword)].where.begin.line);
    return true;
}

/* try: block, and neither except nor finally */
bool rule_handler_expected(Trouble *t) {
    if (!automaton_accepts(t->automaton, TK_EXCEPT) || automaton_accepts(t->automaton, TK_ELSE)) return false;
    return say(t, place_of(&t->tokens[t->at]), "expected 'except' or 'finally' block");
}

/* else, try, finally; def f(...) and its result: nothing but a colon can follow */
bool rule_forced_colon(Trouble *t) {
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
bool rule_forced_parenthesis(Trouble *t) {
    size_t keyword = header(t), bracket = stack_open_bracket(t, 0);
    if (symbol(t, keyword) != TK_DEF || keyword == 0) return false;
    if (bracket < keyword) {
        if (symbol(t, bracket) != TK_LSQB || bracket + 2 != keyword) return false;
        if (automaton_accepts(t->automaton, TK_OR)) return false; /* rule_two_expressions may say more */
        return say(t, t->tokens[first_token(t, bracket)].where, "expected '('");
    }
    bool named = keyword == 1 || (symbol(t, 0) == TK_RSQB && stack_bracketed(t, 0) + 1 == keyword);
    return named && say(t, t->tokens[t->at].where, "expected '('");
}

/* def f[T: (x y)], where nothing else was found */
bool rule_type_params_broken(Trouble *t) {
    size_t keyword = header(t), bracket = t->top;
    if (symbol(t, keyword) != TK_DEF) return false;
    for (size_t below = 0; below < keyword; below = stack_open_bracket(t, bracket + 1)) bracket = below;
    if (symbol(t, bracket) != TK_LSQB || bracket + 2 != keyword) return false;
    return say(t, t->tokens[first_token(t, bracket)].where, "expected '('");
}

/* a header that ends without its colon */
bool rule_colon_expected(Trouble *t) {
    if (kind_at(t, t->at) != TK_NEWLINE || !automaton_accepts(t->automaton, TK_COLON)) return false;
    if (!header_name(symbol(t, header(t)), 0)) return false;
    return say(t, t->tokens[t->at].where, "expected ':'");
}

/* match x, where the line does not end in a colon: to the lexer `match` is a name */
bool rule_soft_match(Trouble *t) {
    const Token *before = &t->tokens[t->at - 1];
    if (t->p->start == TK_START_EVAL || !text_is(before, "match") || symbol(t, 1) == TK_DOT) return false;
    if (!kind_ends_line(kind_at(t, t->at - 2)) && t->at != 2) return false;
    size_t end = trouble_match(t, TK_START_STARRED_LIST, t->at, NULL);
    if (end == 0) return false;
    return say(t, t->tokens[end].where, kind_at(t, end) == TK_NEWLINE ? "expected ':'" : "invalid syntax");
}

/* except a, b: */
bool rule_exception_types(Trouble *t) {
    if (symbol(t, 1) == TK_EXCEPT && symbol(t, 0) == TK_STAR) {
        int kind = kind_at(t, t->at);
        return (kind == TK_COLON || kind == TK_NEWLINE) &&
               say(t, t->tokens[t->at].where, "expected one or more exception types");
    }
    if (kind_at(t, t->at) != TK_COMMA) return false;
    size_t length = stack_disjunction(t);
    bool star = symbol(t, length) == TK_STAR;
    if (symbol(t, length + star) != TK_EXCEPT) return false;
    size_t end = trouble_match(t, TK_START_STARRED_LIST, t->at + 1, NULL);
    if (end && kind_at(t, end) == TK_AS) end += 2;
    if (!end || kind_at(t, end) != TK_COLON) return false;
    return say(t, starting_from(t, first_token(t, length - 1), end), "multiple exception types must be parenthesized");
}

/* with x as a if b else c: */
bool rule_with_target(Trouble *t) {
    size_t below = 0;
    while (below < t->top && symbol(t, below) != TK_AS && !kind_opens(symbol(t, below))) {
        below += kind_closes(symbol(t, below)) ? stack_bracketed(t, below) : 1;
    }
    if (symbol(t, below) != TK_AS || symbol(t, header(t)) != TK_WITH) return false;
    Expr *e;
    size_t end = trouble_match(t, TK_START_EXPRESSION, first_token(t, below) + 1, &e);
    int kind = kind_at(t, end);
    if (!end || (kind != TK_COLON && kind != TK_COMMA && kind != TK_RPAR)) return false;
    e = target_invalid(bare(e), TARGET_ASSIGN);
    if (e) refuse(t->p, e->where, "cannot assign to %s", expr_description(e));
    return e != NULL;
}

/* def f[]() */
bool rule_type_params_empty(Trouble *t) {
    int before = symbol(t, 2);
    if (symbol(t, 0) != TK_LSQB || kind_at(t, t->at) != TK_RSQB) return false;
    if (before != TK_DEF && before != TK_CLASS && before != TK_TYPE) return false;
    return say(t, starting_from(t, t->at, t->at + (before == TK_TYPE)), "Type parameter list cannot be empty");
}

/* import, without names; import a from b */
bool rule_import_names(Trouble *t) {
    if (symbol(t, 0) == TK_IMPORT && kind_at(t, t->at) == TK_NEWLINE) {
        return say(t, point(t->tokens[t->at].where.begin), "Expected one or more names after 'import'");
    }
    size_t below = 0;
    while (below < t->top && symbol(t, below) != TK_IMPORT && symbol(t, below) != TK_NEWLINE) below++;
    if (kind_at(t, t->at) != TK_FROM || symbol(t, below) != TK_IMPORT || below == 0) return false;
    size_t first = first_token(t, below), i = t->at + 1;
    int before = first > 0 ? kind_at(t, first - 1) : TK_NEWLINE;
    bool has_module = before == TK_NAME || before == TK_DOT || before == TK_ELLIPSIS; /* from a import b from c */
    if (has_module || kind_at(t, t->at - 1) != TK_NAME || kind_at(t, i) != TK_NAME) return false;
    while (kind_at(t, i + 1) == TK_DOT && kind_at(t, i + 2) == TK_NAME) i += 2;
    return say(t, between(t, first, i), "Did you mean to use 'from ... import ...' instead?");
}

/* x: where the annotation is none, and x could not have one: CPython gets no further than the colon */
bool rule_annotation_broken(Trouble *t) {
    size_t below = 0;
    while (below < t->top && symbol(t, below) != TK_COLON && symbol(t, below) != TK_NEWLINE) {
        if (kind_opens(symbol(t, below))) return false;
        below += kind_closes(symbol(t, below)) ? stack_bracketed(t, below) : 1;
    }
    if (symbol(t, below) != TK_COLON || below + 1 >= t->top) return false;
    Expr *e;
    size_t colon = first_token(t, below), start = first_token(t, below + 1);
    if (!kind_ends_line(kind_at(t, start - 1)) && kind_at(t, start - 1) != TK_SEMI && start > 1) return false;
    if (start >= colon || trouble_match(t, TK_START_STARRED_LIST, start, &e) != colon) return false;
    int kind = bare(e)->kind, before = symbol(t, below + 2);
    if (before != AUTOMATON_NONTERMINAL && before != TK_INDENT && before != TK_SEMI && before != t->p->start)
        return false;
    if (kind == EXPR_NAME || kind == EXPR_ATTRIBUTE || kind == EXPR_SUBSCRIPT) return false;
    return say(t, t->tokens[colon].where, "invalid syntax");
}
