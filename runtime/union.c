#include "runtime/union.h"

#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static bool is_union(Ref v) { return is_exact(v, &type_union); }

/* What | makes a union of. */
static bool is_operand(Ref v) {
    return is_none(v) || is_type(v) || is_union(v) || type_is_subtype(type_of(v), &type_generic_alias) ||
           is_exact(v, &type_type_alias);
}

static Lookup contains_equal(Ref list, Ref item) {
    for (size_t i = 0; i < list_count(list); i++) {
        Lookup same = compare_test(COMPARE_EQ, list_peek(list, i), item);
        if (same != MISSING) return same;
    }
    return MISSING;
}

/* Appends what list does not hold yet; a union's parts one by one, None as its type. */
static bool add(Ref list, Ref part) {
    if (is_union(part)) {
        for (size_t i = 0; i < tuple_count(union_args_peek(part)); i++) {
            if (!add(list, tuple_peek(union_args_peek(part), i))) return false;
        }
        return true;
    }
    if (is_none(part)) part = type_ref(&type_none);
    Lookup found = contains_equal(list, part);
    return found == FOUND || (found == MISSING && list_append(list, part));
}

static Value union_of(Ref parts) {
    if (list_count(parts) == 1) return retain(list_peek(parts, 0));
    Value args = tuple_of(parts);
    if (!args) return NULL;
    Union *self = object_new(&type_union, sizeof *self);
    self->args = args;
    return value_of(self);
}

Value union_or(Ref left, Ref right) {
    if (!is_operand(left) || !is_operand(right)) return VALUE_NOT_IMPLEMENTED;
    Value parts = list_new(2), result = NULL;
    if (parts && add(parts, left) && add(parts, right)) result = union_of(parts);
    release_maybe(parts);
    return result;
}

static Value union_reflected_or(Ref right, Ref left) { return union_or(left, right); }

static Value union_repr(Ref self) {
    StrBuilder b;
    builder_init(&b);
    Ref args = union_args_peek(self);
    for (size_t i = 0; i < tuple_count(args); i++) {
        if (i) builder_text(&b, " | ");
        if (tuple_peek(args, i) == type_ref(&type_none)) {
            builder_text(&b, "None");
        } else if (!generic_write_argument(&b, tuple_peek(args, i))) {
            builder_abandon(&b);
            return NULL;
        }
    }
    return builder_finish(&b);
}

static Value set_of_args(Ref self) { return call_1(type_ref(&type_frozenset), union_args_peek(self)); }

static Value union_compare(Ref self, Ref other, CompareOp op) {
    if (!is_union(other) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    Value a = set_of_args(self), b = set_of_args(other), result = NULL;
    if (a && b) result = compare(op, a, b);
    release_maybe(a);
    release_maybe(b);
    return result;
}

static bool union_hash(Ref self, int64_t *hash) {
    Value set = set_of_args(self);
    bool done = set && hash_of(set, hash);
    release_maybe(set);
    return done;
}

static Value get_args(Ref self) { return retain(union_args_peek(self)); }
static Value get_parameters(Ref self) { return generic_parameters(union_args_peek(self)); }

/* (list[T] | None)[int] */
static Value union_getitem(Ref self, Ref item) {
    Value args = generic_substitute(self, union_args_peek(self), item), parts = NULL, result = NULL;
    if (!args) return NULL;
    bool done = (parts = list_new(tuple_count(args))) != NULL;
    for (size_t i = 0; done && i < tuple_count(args); i++) done = add(parts, tuple_peek(args, i));
    if (done) result = union_of(parts);
    release(args);
    release_maybe(parts);
    return result;
}

static void union_traverse(Ref self, Visit visit, void *context) { visit(union_args_peek(self), context); }

static Value get_module(Ref self) { return intern_text("types"); }

static const GetSetDef union_getsets[] = {
    {"__module__", get_module, NULL, 0},
    {"__args__", get_args, NULL, 0, true},
    {"__parameters__", get_parameters, NULL, DOC("Type variables among the alternatives.")},
    {0},
};

Operators union_operators = {.binary[BINARY_OR] = union_or, .reflected[BINARY_OR] = union_reflected_or};

Type type_union = {
    TYPE_HEAD(union),
    .name = "types.UnionType",
    .module = "types",
    .doc = "One type or another, as in int | str (PEP 604).",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(Union),
    .traverse = union_traverse,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .getitem = union_getitem,
    .operators = &union_operators,
    .getsets = union_getsets,
};
