/* runtime/code_compare.c - when two code objects are equal, and their hash.
 *
 * Owns:      comparing what was compiled: names, instructions, constants, places in the text.
 * Invariant: what specialisation wrote into the instructions makes no difference; nor do the names of files.
 * Not here:  the type (code.c).
 */
#include "runtime/bytes.h"
#include "runtime/code.h"
#include "runtime/complex.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static Lookup same_code(const Code *a, const Code *b);

static Lookup answer(bool same) { return same ? FOUND : MISSING; }

static bool same_double(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

static Lookup same_const(Ref a, Ref b);

static Lookup same_tuples(Ref a, Ref b) {
    if (tuple_count(a) != tuple_count(b)) return MISSING;
    for (size_t i = 0; i < tuple_count(a); i++) {
        Lookup same = same_const(tuple_peek(a, i), tuple_peek(b, i));
        if (same != FOUND) return same;
    }
    return FOUND;
}

/* Equal and of one type: 1 and True, 0.0 and -0.0 are different constants. */
static Lookup same_const(Ref a, Ref b) {
    if (a == b) return FOUND;
    if (type_of(a) != type_of(b)) return MISSING;
    if (is_float(a)) return answer(same_double(float_of(a), float_of(b)));
    if (is_exact(a, &type_complex)) {
        const Complex *p = as_complex(a), *q = as_complex(b);
        return answer(same_double(p->real, q->real) && same_double(p->imag, q->imag));
    }
    if (is_tuple(a)) return same_tuples(a, b);
    if (is_exact(a, &type_code)) return same_code(as_code(a), as_code(b));
    return equal(a, b);
}

static Lookup same_values(Value const *a, Value const *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        Lookup same = same_const(a[i], b[i]);
        if (same != FOUND) return same;
    }
    return FOUND;
}

/* Words that are specialised differ from others in their opcode only. */
static bool same_word(uint32_t a, uint32_t b) {
    if (a == b) return true;
    const OpInfo *p = &op_info[op_of(a)], *q = &op_info[op_of(b)];
    return (p->flags | q->flags) & OPF_SPECIAL && p->extra == q->extra && op_arg(a) == op_arg(b);
}

static bool same_words(const Code *a, const Code *b) {
    for (uint32_t i = 0; i < a->word_count;) {
        if (!same_word(a->words[i], b->words[i])) return false;
        const OpInfo *info = &op_info[op_of(a->words[i])];
        if (info->flags & OPF_JUMP && a->words[i + 1] != b->words[i + 1]) return false;
        i += 1u + info->extra;
    }
    return true;
}

static bool same_tables(const Code *a, const Code *b) {
    code_with_locations(a), code_with_locations(b);
    if (a->handler_count != b->handler_count || a->location_count != b->location_count) return false;
    for (uint32_t i = 0; i < a->handler_count; i++) {
        const CodeHandler *p = &a->handlers[i], *q = &b->handlers[i];
        if (p->start != q->start || p->end != q->end || p->target != q->target || p->depth != q->depth) return false;
    }
    for (uint32_t i = 0; i < a->location_count; i++) {
        const CodeLocation *p = &a->locations[i], *q = &b->locations[i];
        if (p->start != q->start || p->line != q->line || p->end_line != q->end_line || p->column != q->column ||
            p->end_column != q->end_column)
            return false;
    }
    return true;
}

static bool same_counts(const Code *a, const Code *b) {
    return a->flags == b->flags && a->arg_count == b->arg_count && a->posonly_count == b->posonly_count &&
           a->kwonly_count == b->kwonly_count && a->first_line == b->first_line && a->word_count == b->word_count &&
           a->const_count == b->const_count && a->name_count == b->name_count && a->local_count == b->local_count;
}

static Lookup same_code(const Code *a, const Code *b) {
    if (a == b) return FOUND;
    if (!same_counts(a, b) || !same_words(a, b) || !same_tables(a, b)) return MISSING;
    if (a->local_count && memcmp(a->local_kinds, b->local_kinds, a->local_count) != 0) return MISSING;
    Lookup same = equal(a->name, b->name);
    if (same == FOUND) same = same_values(a->names, b->names, a->name_count);
    if (same == FOUND) same = same_values(a->local_names, b->local_names, a->local_count);
    return same == FOUND ? same_values(a->consts, b->consts, a->const_count) : same;
}

Value code_compare(Ref self, Ref other, CompareOp op) {
    if (!is_exact(other, &type_code) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    Lookup same = same_code(as_code(self), as_code(other));
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

bool code_hash(Ref self, int64_t *hash) {
    const Code *code = as_code(self);
    TupleHash mixed = tuple_hash_start();
    tuple_hash_add(&mixed, str_hash(code->name));
    tuple_hash_add(&mixed, code->first_line);
    tuple_hash_add(&mixed, code->flags);
    tuple_hash_add(&mixed, code->word_count);
    for (uint32_t i = 0; i < code->name_count; i++) tuple_hash_add(&mixed, str_hash(code->names[i]));
    for (uint32_t i = 0; i < code->local_count; i++) tuple_hash_add(&mixed, str_hash(code->local_names[i]));
    *hash = tuple_hash_result(mixed);
    return true;
}
