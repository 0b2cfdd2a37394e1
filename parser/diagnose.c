/* parser/diagnose.c - why a text is not Python: the order in which mistakes are looked for.
 *
 * Owns:      nothing.
 * Invariant: the diag is set when a diagnose_ function that promises it returns.
 * Not here:  the rules (diagnose_stmt.c, diagnose_bracket.c, diagnose_expr.c).
 *
 * CPython parses a broken text twice, the second time with productions for common mistakes. Here each such mistake is a
 * rule that looks at the stack of the automaton before the token that did not fit.
 */
#include "parser/diagnose.h"

#include "parser/diagnose_rules.h"

/* An indentation that nothing asked for: the only error of the parser that none of the lexer's beats. */
static bool unexpected_indentation(Trouble *t) {
    const Token *token = &t->tokens[t->at];
    if (token->kind != TK_INDENT && token->kind != TK_DEDENT) return false;
    t->p->settled = true;
    diag_set(t->p->diag, DIAG_INDENTATION, place_of(token),
             token->kind == TK_INDENT ? "unexpected indent" : "unexpected unindent");
    return true;
}

/* A second statement behind a simple one where one was asked for. */
static bool one_statement_only(Trouble *t) {
    size_t statement = symbol(t, 1) == TK_SEMI ? 2 : 1;
    if (symbol(t, 0) != TK_NEWLINE || symbol(t, statement + 1) != TK_START_SINGLE) return false;
    return say(t, t->tokens[t->at - 1].where, "multiple statements found while compiling a single statement");
}

/* True for a := whose target is more than a name. */
static bool is_walrus_of_nothing(const Trouble *t, size_t i) {
    int before = kind_at(t, i - 2);
    return kind_at(t, i) == TK_COLONEQUAL &&
           (kind_at(t, i - 1) != TK_NAME || before == TK_DOT || before == TK_AND || before == TK_OR ||
            before == TK_NOT || before == TK_IS || before == TK_IN || (before >= TK_PLUS && before <= TK_NE));
}

/* True for a token that was taken because another form might have followed: CPython goes no further than it. */
static bool is_wrong_already(const Trouble *t, size_t i) {
    bool is_lambda;
    int before = kind_at(t, i - 1);
    switch (kind_at(t, i)) {
    case TK_COLONEQUAL: return is_walrus_of_nothing(t, i);
    case TK_ASYNC: return before == TK_COMMA;
    case TK_SLASH: return (before == TK_LPAR || before == TK_LAMBDA) && stack_in_parameters(t, &is_lambda);
    case TK_STAR:
        while (i > 1 && kind_at(t, i) != TK_DEL && !kind_ends_line(kind_at(t, i))) i--;
        return kind_at(t, i) == TK_DEL;
    default: return false;
    }
}

/* The end of the text has a line, but no column; that of no text at all is line 0. */
static bool invalid_syntax(Trouble *t) {
    Span where = t->tokens[is_wrong_already(t, t->at - 1) ? t->at - 1 : t->at].where;
    if (kind_at(t, t->at) == 0) {
        where.begin.column = where.end.column = DIAG_NO_COLUMN;
        if (t->p->source->length == 0) where.begin.line = where.end.line = 0;
    }
    return say(t, where, "invalid syntax");
}

static Rule *const rules[] = {
    rule_block_expected,
    rule_handler_expected,
    rule_forced_colon,
    rule_type_params_empty,
    rule_forced_parenthesis,
    rule_colon_expected,
    rule_soft_match,
    rule_exception_types,
    rule_import_names,
    rule_in_expected,
    rule_star_in_suffix,
    rule_value_expected,
    rule_dict_key,
    rule_two_expressions,
    rule_broken_display,
    rule_expression_for_suffix,
    rule_for_target,
    rule_with_target,
    rule_else_expected,
    rule_assignment_in_expression,
    rule_dict_value,
    rule_not_behind_operator,
    rule_slash_star,
    rule_parameters_in_parentheses,
    rule_double_star_group,
    rule_star_group,
    rule_star_assigned,
    rule_star_in_display,
    rule_positional_behind_keyword,
    rule_fstring_field,
    rule_equals_behind_tuple,
    rule_named_statement,
    rule_type_params_broken,
    one_statement_only,
    unexpected_indentation,
};

/* The text may go on: nothing but the ends of blocks follows, and no empty line has ended them at the prompt. */
static bool is_incomplete(const Trouble *t, const Source *source) {
    size_t i = t->at;
    if (source_ends_blank(source)) return false;
    while (kind_at(t, i) == TK_DEDENT) i++;
    return i == t->count - 1 && kind_at(t, i) == 0;
}

bool diagnose_by_rules(Trouble *t) {
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !diag_failed(t->p->diag); i++) rules[i](t);
    return diag_failed(t->p->diag);
}

/* Lemon reduces by default before it sees that a token does not fit, so an action may have found something too: it is
 * less to the point than any rule, but better than nothing. */
void diagnose_token(Parser *p, Token token) {
    Trouble t;
    Diag found = *p->diag;
    p->diag->kind = DIAG_NONE;
    if (!trouble_open(&t, p)) diag_set(p->diag, DIAG_MEMORY, token.where, "%s", "");
    if (!diag_failed(p->diag)) diagnose_by_rules(&t);
    if (diag_failed(&found) && !diag_failed(p->diag)) {
        *p->diag = found;
        p->line = found.where.end.line; /* CPython has read no further */
    }
    if (!diag_failed(p->diag) && !rule_annotation_broken(&t)) invalid_syntax(&t);
    p->diag->incomplete |= is_incomplete(&t, p->source);
    trouble_close(&t);
}

void diagnose_assignment(Parser *p, const Expr *first) {
    Trouble t;
    trouble_read(&t, p);
    diagnose_equals_in_tuple(&t, trouble_find(&t, first->where.begin));
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
