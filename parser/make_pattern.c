/* parser/make_pattern.c - patterns of match.
 *
 * Owns:      nothing.
 * Invariant: a group has no node of its own in the tree.
 * Not here:  productions (grammar.y).
 */
#include <string.h>

#include "parser/diagnose.h"
#include "parser/make.h"

static PatternSeq adopt_patterns(Parser *p, uint16_t *depth, List *patterns) {
    PatternSeq seq;
    seq.items = list_array(p, patterns, &seq.count);
    for (size_t i = 0; i < seq.count; i++) seq.items[i] = adopt_pattern(p, depth, seq.items[i]);
    return seq;
}

static bool is_wildcard(Token name) { return name.length == 1 && name.text[0] == '_'; }

/* literal_expr, which f-strings are not */
Pattern *make_literal_pattern(Parser *p, Expr *literal) {
    if (literal->kind == EXPR_JOINED_STR) {
        refuse(p, literal->where, "patterns may only match literals and attribute lookups");
    }
    return make_value_pattern(p, literal);
}

/* MatchValue(expr value), MatchSingleton(constant value) */
Pattern *make_value_pattern(Parser *p, Expr *value) {
    bool singleton = value->kind == EXPR_CONSTANT && value->constant.kind <= CONSTANT_FALSE;
    Pattern *pattern = new_pattern(p, singleton ? PATTERN_SINGLETON : PATTERN_VALUE, value->where);
    if (singleton) {
        pattern->singleton.value = value->constant.kind;
    } else {
        pattern->value.value = adopt(p, &pattern->depth, value);
    }
    return pattern;
}

/* MatchAs(pattern? pattern, identifier? name) of a bare name; neither for _ */
Pattern *make_capture_pattern(Parser *p, Token name) {
    Pattern *pattern = new_pattern(p, PATTERN_AS, name.where);
    pattern->as.name = is_wildcard(name) ? NULL : make_name(p, name);
    return pattern;
}

/* MatchStar(identifier? name) */
Pattern *make_star_pattern(Parser *p, Span star, Token name) {
    Pattern *pattern = new_pattern(p, PATTERN_STAR, join(star, name.where));
    pattern->star.name = is_wildcard(name) ? NULL : make_name(p, name);
    return pattern;
}

/* or_pattern 'as' pattern_capture_target */
Pattern *make_as_pattern(Parser *p, Pattern *inner, Expr *target) {
    Pattern *pattern = new_pattern(p, PATTERN_AS, join(inner->where, target->where));
    pattern->as.pattern = adopt_pattern(p, &pattern->depth, inner);
    const Expr *first = leftmost(target);
    if (target->kind != EXPR_NAME && first->kind == EXPR_NAME) {
        diagnose_after(p, first->where.end, "invalid syntax"); /* CPython has taken the name for the target */
    } else if (target->kind != EXPR_NAME) {
        refuse(p, bare(target)->where, "invalid pattern target");
    } else if (strcmp(target->name.id->text, "_") == 0) {
        refuse(p, target->where, "cannot use '_' as a target");
    } else {
        pattern->as.name = target->name.id;
    }
    return pattern;
}

/* MatchOr(pattern* patterns) */
Pattern *make_or_pattern(Parser *p, List *patterns) {
    Pattern *first = list_first(patterns), *last = list_last(patterns);
    if (list_single(patterns)) return first;
    Pattern *pattern = new_pattern(p, PATTERN_OR, join(first->where, last->where));
    pattern->or_.patterns = adopt_patterns(p, &pattern->depth, patterns);
    return pattern;
}

/* MatchSequence(pattern* patterns) */
Pattern *make_sequence_pattern(Parser *p, Span where, List *patterns) {
    Pattern *pattern = new_pattern(p, PATTERN_SEQUENCE, where);
    pattern->sequence.patterns = adopt_patterns(p, &pattern->depth, patterns);
    return pattern;
}

static bool is_sequence(List *patterns, Token comma) {
    return !list_single(patterns) || comma.kind || ((Pattern *)list_first(patterns))->kind == PATTERN_STAR;
}

/* patterns: open_sequence_pattern | pattern */
Pattern *make_open_sequence(Parser *p, List *patterns, Token comma) {
    Pattern *first = list_first(patterns), *last = list_last(patterns);
    if (!is_sequence(patterns, comma)) return first;
    if (list_single(patterns) && !comma.kind) diagnose_after(p, first->where.end, "invalid syntax");
    return make_sequence_pattern(p, join(first->where, comma.kind ? comma.where : last->where), patterns);
}

/* '(' patterns ')': a group unless a comma or a star makes it a sequence */
Pattern *make_paren_pattern(Parser *p, Span where, List *patterns, Token comma) {
    if (is_sequence(patterns, comma)) {
        Pattern *only = list_first(patterns);
        if (list_single(patterns) && !comma.kind) diagnose_after(p, only->where.end, "invalid syntax");
        return make_sequence_pattern(p, where, patterns);
    }
    Pattern *group = new_pattern(p, PATTERN_GROUP, where);
    group->as.pattern = adopt_pattern(p, &group->depth, list_first(patterns));
    return group;
}

/* ---- mappings ---- */

static PatternItem *new_item(Parser *p, PatternItem item) {
    PatternItem *copy = ARENA_NEW(p->arena, PatternItem);
    *copy = item;
    return copy;
}

PatternItem *make_mapping_item(Parser *p, Expr *key, Pattern *pattern) {
    return new_item(p, (PatternItem){.where = join(key->where, pattern->where), .key = key, .pattern = pattern});
}

PatternItem *make_mapping_rest(Parser *p, Span stars, Token name) {
    if (is_wildcard(name)) refuse(p, name.where, "invalid syntax");
    return new_item(p, (PatternItem){.where = stars, .name = make_name(p, name)});
}

/* MatchMapping(expr* keys, pattern* patterns, identifier? rest) */
Pattern *make_mapping_pattern(Parser *p, Span where, List *list) {
    Pattern *pattern = new_pattern(p, PATTERN_MAPPING, where);
    size_t count;
    PatternItem **items = list_array(p, list, &count);
    List *keys = NULL, *patterns = NULL;
    for (size_t i = 0; i < count; i++) {
        if (items[i]->key && items[i]->key->kind == EXPR_JOINED_STR) {
            refuse(p, where, "mapping pattern keys may only match literals and attribute lookups");
        }
        if (items[i]->key) {
            keys = list_add(p, keys, items[i]->key);
            patterns = list_add(p, patterns, items[i]->pattern);
        } else if (i + 1 < count) {
            refuse(p, items[i + 1]->key ? items[i + 1]->key->where : items[i + 1]->where, "invalid syntax");
        } else {
            pattern->mapping.rest = items[i]->name;
        }
    }
    pattern->mapping.keys = adopt_list(p, &pattern->depth, keys);
    pattern->mapping.patterns = adopt_patterns(p, &pattern->depth, patterns);
    return pattern;
}

/* ---- classes ---- */

PatternItem *make_class_item(Parser *p, Token name, Pattern *pattern) {
    return new_item(p, (PatternItem){
                           .where = join(name.kind ? name.where : pattern->where, pattern->where),
                           .name = name.kind ? make_name(p, name) : NULL,
                           .pattern = pattern,
                       });
}

/* Refuses positional patterns that come after keyword ones: the carets mark them all. */
static void check_order(Parser *p, PatternItem **items, size_t count) {
    size_t first = 0, end;
    while (first < count && !items[first]->name) first++;
    while (first < count && items[first]->name) first++;
    if (first == count) return;
    for (end = first; end < count && !items[end]->name;) end++;
    refuse(p, join(items[first]->where, items[end - 1]->where), "positional patterns follow keyword patterns");
}

/* MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) */
Pattern *make_class_pattern(Parser *p, Expr *cls, List *list, Span close) {
    Pattern *pattern = new_pattern(p, PATTERN_CLASS, join(cls->where, close));
    size_t count;
    PatternItem **items = list_array(p, list, &count);
    List *patterns = NULL, *names = NULL, *kwd_patterns = NULL;
    check_order(p, items, count);
    for (size_t i = 0; i < count; i++) {
        if (items[i]->name) {
            names = list_add(p, names, items[i]->name);
            kwd_patterns = list_add(p, kwd_patterns, items[i]->pattern);
        } else {
            patterns = list_add(p, patterns, items[i]->pattern);
        }
    }
    pattern->class_.cls = adopt(p, &pattern->depth, cls);
    pattern->class_.patterns = adopt_patterns(p, &pattern->depth, patterns);
    pattern->class_.kwd_attrs.items = list_array(p, names, &pattern->class_.kwd_attrs.count);
    pattern->class_.kwd_patterns = adopt_patterns(p, &pattern->depth, kwd_patterns);
    return pattern;
}
