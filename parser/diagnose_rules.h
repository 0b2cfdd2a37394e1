/* parser/diagnose_rules.h - what the files of rules share.
 *
 * Owns:      nothing.
 * Invariant: a rule returns true exactly when it set the diag.
 * Not here:  what others may call (diagnose.h).
 */
#ifndef OURO_DIAGNOSE_RULES_H
#define OURO_DIAGNOSE_RULES_H

#include <string.h>

#include "parser/trouble.h"

/* Recognises one mistake. */
typedef bool Rule(Trouble *t);

/* diagnose_stmt.c */
Rule rule_block_expected, rule_handler_expected, rule_forced_colon, rule_forced_parenthesis, rule_colon_expected,
    rule_type_params_broken, rule_soft_match, rule_exception_types, rule_type_params_empty, rule_import_names,
    rule_annotation_broken, rule_with_target;

/* diagnose_bracket.c */
Rule rule_dict_key, rule_dict_value, rule_value_expected, rule_positional_behind_keyword, rule_star_in_suffix,
    rule_star_in_display, rule_double_star_group, rule_star_group, rule_star_assigned, rule_for_target,
    rule_in_expected, rule_parameters_in_parentheses, rule_slash_star, rule_fstring_field;

/* diagnose_expr.c */
Rule rule_two_expressions, rule_broken_display, rule_expression_for_suffix, rule_else_expected,
    rule_not_behind_operator, rule_assignment_in_expression, rule_equals_behind_tuple, rule_named_statement;
/* diagnose.c */
/* Applies the rules in their order until one has set the diag. */
bool diagnose_by_rules(Trouble *t);
/* Looks at each element of the tuple that a statement begins with, as in `a, b c = 1`. */
bool diagnose_equals_in_tuple(Trouble *t, size_t first);

static inline bool text_is(const Token *token, const char *text) {
    return token->length == strlen(text) && memcmp(token->text, text, token->length) == 0;
}

static inline bool say(const Trouble *t, Span where, const char *message) {
    refuse(t->p, where, "%s", message);
    return true;
}

/* A place without width. */
static inline Span point(Position at) { return (Span){at, at}; }

/* Where a token stands; tokens without text have no end. */
static inline Span place_of(const Token *token) {
    bool textless = token->kind == 0 || token->kind == TK_INDENT || token->kind == TK_DEDENT;
    return textless ? diag_open_span(token->where.begin, DIAG_END_MINUS) : token->where;
}

/* What CPython marks when it names only a beginning: up to the last byte but one of what it has read. */
static inline Span starting_from(const Trouble *t, size_t first, size_t next) {
    Span where = between(t, first, next < t->count ? next : t->count - 1);
    if (where.end.column > 0) where.end.column--;
    return where;
}

#endif
