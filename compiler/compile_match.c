/* compiler/compile_match.c - match statements.
 *
 * Owns:      patterns.
 * Invariant: a pattern consumes the subject on top; captured values wait on the stack below the working values
 *            until the whole pattern has matched, and are dropped when it fails.
 * Not here:  which types are sequences and mappings (runtime/type.h).
 *
 * The language reference, "The match statement".
 */
#include <string.h>

#include "compiler/compiler.h"
#include "runtime/error.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

typedef struct Match {
    NameVec stores;         /* names captured so far; the value of the first lies above those of the others */
    LabelVec failures;      /* failures[n]: drops n values, then the pattern has failed */
    uint32_t on_top;        /* working values above the captured ones */
    bool allow_irrefutable; /* a pattern that always matches is fine here */
} Match;

static void compile_pattern(Compiler *c, Match *m, const Pattern *p);

/* ---- failing ---- */

static void ensure_failures(Compiler *c, Match *m, size_t most) {
    for (size_t n = m->failures.count; n <= most; n++) VEC_PUSH_IN(c->arena, &m->failures, label_new(c));
}

static void jump_to_failure(Compiler *c, Match *m, const Span *at, unsigned op) {
    size_t drops = m->on_top + m->stores.count;
    ensure_failures(c, m, drops);
    if (drops < m->failures.count) emit_jump(c, at, op, m->failures.items[drops]); /* or there was no memory */
}

static void land_failures(Compiler *c, Match *m, const Span *at) {
    for (size_t n = m->failures.count; n-- > 0;) {
        label_here(c, m->failures.items[n]);
        if (n > 0) emit_0(c, at, OP_POP);
    }
    m->failures.count = 0;
}

/* ---- captures ---- */

/* Moves the top below count - 1 others. */
static void rotate(Compiler *c, const Span *at, size_t count) {
    for (; count > 1; count--) emit(c, at, OP_SWAP, (uint32_t)count);
}

static bool is_stored(const NameVec *stores, const Name *name) {
    for (size_t i = 0; i < stores->count; i++) {
        if (stores->items[i] == name) return true;
    }
    return false;
}

static void capture(Compiler *c, Match *m, const Span *at, const Name *name) {
    if (!name) {
        emit_0(c, at, OP_POP);
        return;
    }
    forbid_name(c, *at, name, CTX_STORE);
    if (is_stored(&m->stores, name)) {
        compile_error(c, *at, "multiple assignments to name '%s' in pattern", name->text);
        return;
    }
    rotate(c, at, m->on_top + m->stores.count + 1);
    VEC_PUSH_IN(c->arena, &m->stores, name);
}

/* ---- kinds of patterns ---- */

static bool is_wildcard(const Pattern *p) { return p->kind == PATTERN_AS && !p->as.name && !p->as.pattern; }
static bool is_wildcard_star(const Pattern *p) { return p->kind == PATTERN_STAR && !p->star.name; }

static void compile_subpattern(Compiler *c, Match *m, const Pattern *p) {
    bool allowed = m->allow_irrefutable;
    m->allow_irrefutable = true;
    compile_pattern(c, m, p);
    m->allow_irrefutable = allowed;
}

/* MatchAs(pattern? pattern, identifier? name) */
static void compile_as(Compiler *c, Match *m, const Pattern *p) {
    const Name *name = p->as.name;
    if (!p->as.pattern) {
        if (!m->allow_irrefutable && name) {
            compile_error(c, p->where, "name capture '%s' makes remaining patterns unreachable", name->text);
        } else if (!m->allow_irrefutable) {
            compile_error(c, p->where, "wildcard makes remaining patterns unreachable");
        }
        capture(c, m, &p->where, name);
        return;
    }
    m->on_top++;
    emit(c, &p->where, OP_COPY, 1);
    compile_pattern(c, m, p->as.pattern);
    m->on_top--;
    capture(c, m, &p->where, name);
}

static void fail_unless_equal(Compiler *c, Match *m, const Span *at, CompareOp op) {
    emit(c, at, OP_COMPARE, op);
    jump_to_failure(c, m, at, OP_JUMP_IF_FALSE);
}

/* MatchValue(expr value) */
static void compile_value(Compiler *c, Match *m, const Pattern *p) {
    compile_expr(c, p->value.value);
    fail_unless_equal(c, m, &p->where, COMPARE_EQ);
}

/* MatchSingleton(constant value) */
static void compile_singleton(Compiler *c, Match *m, const Pattern *p) {
    ConstantKind kind = p->singleton.value;
    Value value = kind == CONSTANT_TRUE ? VALUE_TRUE : kind == CONSTANT_FALSE ? VALUE_FALSE : VALUE_NONE;
    emit_const_steal(c, &p->where, value);
    emit(c, &p->where, OP_IS, 0);
    jump_to_failure(c, m, &p->where, OP_JUMP_IF_FALSE);
}

/* ---- sequences ---- */

static void unpack_items(Compiler *c, Match *m, const Pattern *p, PatternSeq patterns, size_t star) {
    size_t after = patterns.count - star - 1;
    if (star == patterns.count) {
        emit(c, &p->where, OP_UNPACK_SEQUENCE, (uint32_t)patterns.count);
    } else if (star > 255 || after > 255) {
        compile_error(c, p->where, "too many expressions in star-unpacking sequence pattern");
    } else {
        emit(c, &p->where, OP_UNPACK_EX, (uint32_t)(star | after << 8));
    }
    m->on_top += (uint32_t)patterns.count;
    for (size_t i = 0; i < patterns.count; i++) {
        m->on_top--; /* one more item is consumed */
        compile_subpattern(c, m, patterns.items[i]);
    }
}

/* [a, *_, b]: only the named items are fetched. */
static void fetch_items(Compiler *c, Match *m, const Pattern *p, PatternSeq patterns, size_t star) {
    const Span *at = &p->where;
    m->on_top++; /* the subject */
    for (size_t i = 0; i < patterns.count; i++) {
        if (i == star || is_wildcard(patterns.items[i])) continue;
        emit(c, at, OP_COPY, 1);
        if (i < star) {
            emit_int(c, at, (int64_t)i);
        } else {
            emit_0(c, at, OP_GET_LEN);
            emit_int(c, at, (int64_t)(patterns.count - i));
            emit_0(c, at, OP_SUB);
        }
        emit_0(c, at, OP_LOAD_SUBSCR);
        compile_subpattern(c, m, patterns.items[i]);
    }
    m->on_top--;
    emit_0(c, at, OP_POP);
}

/* The place of the star, or the count of patterns when there is none. */
static size_t find_star(Compiler *c, const Pattern *p, PatternSeq patterns) {
    size_t star = patterns.count;
    for (size_t i = 0; i < patterns.count; i++) {
        if (patterns.items[i]->kind != PATTERN_STAR) continue;
        if (star < patterns.count) compile_error(c, p->where, "multiple starred names in sequence pattern");
        star = i;
    }
    return star;
}

static void check_length(Compiler *c, Match *m, const Span *at, size_t length, CompareOp op) {
    emit_0(c, at, OP_GET_LEN);
    emit_int(c, at, (int64_t)length);
    fail_unless_equal(c, m, at, op);
}

static bool only_wildcards(PatternSeq patterns) {
    for (size_t i = 0; i < patterns.count; i++) {
        if (!is_wildcard(patterns.items[i]) && !is_wildcard_star(patterns.items[i])) return false;
    }
    return true;
}

/* MatchSequence(pattern* patterns) */
static void compile_sequence_pattern(Compiler *c, Match *m, const Pattern *p) {
    PatternSeq patterns = p->sequence.patterns;
    const Span *at = &p->where;
    size_t star = find_star(c, p, patterns);
    m->on_top++; /* the subject stays until its length is known */
    emit_0(c, at, OP_MATCH_SEQUENCE);
    jump_to_failure(c, m, at, OP_JUMP_IF_FALSE);
    if (star == patterns.count) check_length(c, m, at, patterns.count, COMPARE_EQ);
    else if (patterns.count > 1) check_length(c, m, at, patterns.count - 1, COMPARE_GE);
    m->on_top--;
    if (only_wildcards(patterns)) emit_0(c, at, OP_POP);
    else if (star < patterns.count && is_wildcard_star(patterns.items[star])) fetch_items(c, m, p, patterns, star);
    else unpack_items(c, m, p, patterns, star);
}

/* ---- mappings ---- */

static void check_duplicate_key(Compiler *c, const Pattern *p, const Value *keys, size_t count, Ref key) {
    for (size_t i = 0; i < count; i++) {
        if (!keys[i] || equal(keys[i], key) != FOUND) continue;
        Value text = repr_of(key);
        Utf8 utf8;
        if (text && str_utf8(text, &utf8, true)) {
            compile_error(c, p->where, "mapping pattern checks duplicate key (%s)", utf8.text);
            str_utf8_done(&utf8);
        }
        release_maybe(text);
        if (error_set()) compile_failed(c);
        return;
    }
}

/* Pushes a tuple of the keys. */
static void compile_keys(Compiler *c, const Pattern *p) {
    ExprSeq keys = p->mapping.keys;
    Value *values = ARENA_ARRAY(c->arena, Value, keys.count);
    for (size_t i = 0; i < keys.count && !c->failed; i++) {
        values[i] = fold(c, keys.items[i]);
        if (values[i]) check_duplicate_key(c, p, values, i, values[i]);
        compile_expr(c, keys.items[i]);
    }
    for (size_t i = 0; i < keys.count; i++) release_maybe(values[i]);
    emit(c, &p->where, OP_BUILD_TUPLE, (uint32_t)keys.count);
}

/* subject keys -> a dict of what the keys leave */
static void compile_rest(Compiler *c, const Span *at, uint32_t count) {
    emit(c, at, OP_BUILD_MAP, 0);
    emit(c, at, OP_SWAP, 3);
    emit(c, at, OP_DICT_UPDATE, 2);
    emit(c, at, OP_UNPACK_SEQUENCE, count);
    for (; count > 0; count--) {
        emit(c, at, OP_COPY, 1 + count);
        emit(c, at, OP_SWAP, 2);
        emit_0(c, at, OP_DELETE_SUBSCR);
    }
}

/* MatchMapping(expr* keys, pattern* patterns, identifier? rest) */
static void compile_mapping(Compiler *c, Match *m, const Pattern *p) {
    const Span *at = &p->where;
    PatternSeq patterns = p->mapping.patterns;
    m->on_top++; /* the subject stays on top */
    emit_0(c, at, OP_MATCH_MAPPING);
    jump_to_failure(c, m, at, OP_JUMP_IF_FALSE);
    if (patterns.count == 0 && !p->mapping.rest) {
        m->on_top--;
        emit_0(c, at, OP_POP);
        return;
    }
    if (patterns.count > 0) check_length(c, m, at, patterns.count, COMPARE_GE);
    compile_keys(c, p);
    emit_0(c, at, OP_MATCH_KEYS);
    m->on_top += 2; /* the keys, and their values */
    emit(c, at, OP_COPY, 1);
    jump_to_failure(c, m, at, OP_JUMP_IF_NONE);
    emit(c, at, OP_UNPACK_SEQUENCE, (uint32_t)patterns.count);
    m->on_top += (uint32_t)patterns.count - 1;
    for (size_t i = 0; i < patterns.count; i++) {
        m->on_top--;
        compile_subpattern(c, m, patterns.items[i]);
    }
    m->on_top -= 2;
    if (p->mapping.rest) {
        compile_rest(c, at, (uint32_t)patterns.count);
        capture(c, m, at, p->mapping.rest);
    } else {
        emit_0(c, at, OP_POP);
        emit_0(c, at, OP_POP);
    }
}

/* ---- classes ---- */

static void check_attributes(Compiler *c, const Pattern *p) {
    NameSeq names = p->class_.kwd_attrs;
    for (size_t i = 0; i < names.count; i++) {
        forbid_name(c, p->class_.kwd_patterns.items[i]->where, names.items[i], CTX_STORE);
        for (size_t k = i + 1; k < names.count; k++) {
            if (names.items[i] != names.items[k]) continue;
            compile_error(c, p->class_.kwd_patterns.items[k]->where, "attribute name repeated in class pattern: %s",
                          names.items[i]->text);
        }
    }
}

static Value attribute_names(NameSeq names) {
    Value tuple = tuple_new(names.count);
    for (size_t i = 0; tuple && i < names.count; i++) as_tuple(tuple)->items[i] = name_value(names.items[i]);
    return tuple;
}

/* MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) */
static void compile_class_pattern(Compiler *c, Match *m, const Pattern *p) {
    const Span *at = &p->where;
    size_t positional = p->class_.patterns.count, count = positional + p->class_.kwd_patterns.count;
    check_attributes(c, p);
    compile_expr(c, p->class_.cls);
    if (!c->failed) emit_const_steal(c, at, attribute_names(p->class_.kwd_attrs));
    emit(c, at, OP_MATCH_CLASS, (uint32_t)positional);
    emit(c, at, OP_COPY, 1);
    m->on_top++; /* the tuple of attributes */
    jump_to_failure(c, m, at, OP_JUMP_IF_NONE);
    emit(c, at, OP_UNPACK_SEQUENCE, (uint32_t)count);
    m->on_top += (uint32_t)count - 1;
    for (size_t i = 0; i < count; i++) {
        const Pattern *item =
            i < positional ? p->class_.patterns.items[i] : p->class_.kwd_patterns.items[i - positional];
        m->on_top--;
        if (is_wildcard(item)) emit_0(c, at, OP_POP);
        else compile_subpattern(c, m, item);
    }
}

/* ---- alternatives ---- */

/* Moves the first `count` of stores, the newest values being last, so that stores agree with control from `to` on. */
static void reorder_stores(NameVec *stores, size_t from, size_t to) {
    const Name *rotated[256];
    size_t count = from + 1;
    memcpy(rotated, stores->items, count * sizeof *rotated);
    memmove(stores->items, stores->items + count, (to - from) * sizeof *rotated);
    memcpy(stores->items + (to - from), rotated, count * sizeof *rotated);
}

static size_t store_index(const NameVec *stores, const Name *name) {
    size_t i = 0;
    while (i < stores->count && stores->items[i] != name) i++;
    return i;
}

/* Brings the captured values into the order of the first alternative. */
static void agree_with(Compiler *c, const Span *at, Match *m, const NameVec *control) {
    bool same = m->stores.count == control->count && control->count < 256;
    for (size_t to = control->count; same && to-- > 0;) {
        size_t from = store_index(&m->stores, control->items[to]);
        if (from == m->stores.count) same = false;
        if (!same || from == to) continue;
        reorder_stores(&m->stores, from, to);
        for (size_t i = 0; i <= from; i++) rotate(c, at, to + 1);
    }
    if (!same) compile_error(c, *at, "alternative patterns bind different names");
}

static void compile_alternative(Compiler *c, const Pattern *p, size_t i, const Match *around, NameVec *control,
                                Label end) {
    const Pattern *alternative = p->or_.patterns.items[i];
    Match m = {.allow_irrefutable = i + 1 == p->or_.patterns.count && around->allow_irrefutable};
    emit(c, &alternative->where, OP_COPY, 1);
    compile_pattern(c, &m, alternative);
    if (c->failed) return;
    if (i == 0) *control = m.stores;
    else agree_with(c, &p->where, &m, control);
    emit_jump(c, &alternative->where, OP_JUMP, end);
    land_failures(c, &m, &alternative->where);
}

/* MatchOr(pattern* patterns) */
static void compile_or(Compiler *c, Match *m, const Pattern *p) {
    const Span *at = &p->where;
    Label end = label_new(c);
    NameVec control = {0};
    for (size_t i = 0; i < p->or_.patterns.count && !c->failed; i++) compile_alternative(c, p, i, m, &control, end);
    emit_0(c, at, OP_POP);
    jump_to_failure(c, m, at, OP_JUMP);
    label_here(c, end);
    size_t distance = control.count + 1 + m->on_top + m->stores.count;
    for (size_t i = 0; i < control.count; i++) {
        rotate(c, at, distance);
        if (is_stored(&m->stores, control.items[i])) {
            compile_error(c, *at, "multiple assignments to name '%s' in pattern", control.items[i]->text);
        }
        VEC_PUSH_IN(c->arena, &m->stores, control.items[i]);
    }
    emit_0(c, at, OP_POP);
}

static void compile_pattern(Compiler *c, Match *m, const Pattern *p) {
    if (!compile_deeper(c)) return;
    switch ((PatternKind)p->kind) {
    case PATTERN_VALUE: compile_value(c, m, p); break;
    case PATTERN_SINGLETON: compile_singleton(c, m, p); break;
    case PATTERN_SEQUENCE: compile_sequence_pattern(c, m, p); break;
    case PATTERN_MAPPING: compile_mapping(c, m, p); break;
    case PATTERN_CLASS: compile_class_pattern(c, m, p); break;
    case PATTERN_STAR: capture(c, m, &p->where, p->star.name); break;
    case PATTERN_AS: compile_as(c, m, p); break;
    case PATTERN_OR: compile_or(c, m, p); break;
    }
}

/* ---- the statement ---- */

static void compile_case(Compiler *c, const MatchCase *match_case, bool keeps_subject, bool is_last, Label end) {
    const Span *at = &match_case->pattern->where;
    Match m = {.allow_irrefutable = match_case->guard != NULL || is_last};
    if (keeps_subject) emit(c, at, OP_COPY, 1);
    compile_pattern(c, &m, match_case->pattern);
    for (size_t i = 0; i < m.stores.count; i++) compile_name(c, at, m.stores.items[i], CTX_STORE);
    if (match_case->guard) {
        ensure_failures(c, &m, 0);
        compile_jump_if(c, match_case->guard, m.failures.items[0], false);
    }
    if (keeps_subject) emit_0(c, at, OP_POP);
    compile_body(c, match_case->body);
    emit_jump(c, NULL, OP_JUMP, end);
    land_failures(c, &m, at);
}

/* Match(expr subject, match_case* cases) */
void compile_match(Compiler *c, const Stmt *s) {
    MatchCaseSeq cases = s->match.cases;
    const MatchCase *last = cases.items[cases.count - 1];
    bool has_default = cases.count > 1 && is_wildcard(last->pattern);
    size_t count = cases.count - has_default;
    Label end = label_new(c);
    compile_expr(c, s->match.subject);
    for (size_t i = 0; i < count && !c->failed; i++) {
        compile_case(c, cases.items[i], i + 1 < count, i + 1 == cases.count, end);
    }
    if (has_default) {
        emit_0(c, &last->pattern->where, OP_NOP);
        if (last->guard) compile_jump_if(c, last->guard, end, false);
        compile_body(c, last->body);
    }
    label_here(c, end);
}
