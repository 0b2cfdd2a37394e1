#include "runtime/mro.h"

#include "runtime/class_layout.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* The sequences that are merged: the MRO of each base, then the bases themselves. */
static Ref sequence(Ref bases, size_t i) {
    return i < tuple_count(bases) ? type_mro_peek(as_type(tuple_peek(bases, i))) : bases;
}

static bool in_tail(Ref types, size_t from, Ref type) {
    for (size_t i = from + 1; i < tuple_count(types); i++) {
        if (tuple_peek(types, i) == type) return true;
    }
    return false;
}

/* The head of a sequence that stands in no other one's tail, or NULL. */
static Ref next_type(Ref bases, const size_t *heads) {
    size_t sequences = tuple_count(bases) + 1;
    for (size_t i = 0; i < sequences; i++) {
        Ref types = sequence(bases, i);
        if (heads[i] == tuple_count(types)) continue;
        Ref candidate = tuple_peek(types, heads[i]);
        bool good = true;
        for (size_t j = 0; good && j < sequences; j++) good = !in_tail(sequence(bases, j), heads[j], candidate);
        if (good) return candidate;
    }
    return NULL;
}

/* Names the heads that block one another, in CPython's way: each once, in the order of the sequences. */
static void raise_inconsistent(Ref bases, const size_t *heads) {
    StrBuilder b;
    builder_init(&b);
    builder_text(&b, "Cannot create a consistent method resolution order (MRO) for bases");
    bool first = true;
    for (size_t i = 0; i <= tuple_count(bases); i++) {
        Ref types = sequence(bases, i);
        if (heads[i] == tuple_count(types)) continue;
        bool seen = false;
        for (size_t j = 0; j < i && !seen; j++) {
            Ref other = sequence(bases, j);
            seen = heads[j] < tuple_count(other) && tuple_peek(other, heads[j]) == tuple_peek(types, heads[i]);
        }
        if (seen) continue;
        builder_text(&b, first ? " " : ", ");
        Value name = type_get_name(as_type(tuple_peek(types, heads[i])));
        builder_str(&b, name);
        release(name);
        first = false;
    }
    Value text = builder_finish(&b);
    if (text) raise_with(&type_TypeError, text);
    release_maybe(text);
}

static bool has_duplicate(Ref bases) {
    for (size_t i = 0; i < tuple_count(bases); i++) {
        if (!in_tail(bases, i, tuple_peek(bases, i))) continue;
        Value name = type_get_name(as_type(tuple_peek(bases, i)));
        raise(&type_TypeError, "duplicate base class %S", name);
        release(name);
        return true;
    }
    return false;
}

static Value single(Type *type, Ref base_mro) {
    size_t count = tuple_count(base_mro);
    Value mro = tuple_new(count + 1);
    if (!mro) return NULL;
    as_tuple(mro)->items[0] = retain(type_ref(type));
    for (size_t i = 0; i < count; i++) as_tuple(mro)->items[i + 1] = retain(tuple_peek(base_mro, i));
    return mro;
}

/* The C3 merge of Barrett and others, "A Monotonic Superclass Linearization for Dylan" (1996). */
static Value merge(Type *type, Ref bases, Ref *found) {
    size_t heads[tuple_count(bases) + 1], count = 0;
    memset(heads, 0, sizeof heads);
    found[count++] = type_ref(type);
    for (Ref next; (next = next_type(bases, heads));) {
        found[count++] = next;
        for (size_t i = 0; i <= tuple_count(bases); i++) {
            Ref types = sequence(bases, i);
            if (heads[i] < tuple_count(types) && tuple_peek(types, heads[i]) == next) heads[i]++;
        }
    }
    for (size_t i = 0; i <= tuple_count(bases); i++) {
        if (heads[i] == tuple_count(sequence(bases, i))) continue;
        raise_inconsistent(bases, heads);
        return NULL;
    }
    return tuple_from(found, count);
}

Value mro_linearize(Type *type, Ref bases) {
    for (size_t i = 0; i < tuple_count(bases); i++) {
        Type *base = as_type(tuple_peek(bases, i));
        if (tuple_count(type_mro_peek(base)) || (base->flags & TYPE_HEAP && ((Class *)base)->state.mro)) continue;
        return raise(&type_TypeError, "Cannot extend an incomplete type '%N'", base);
    }
    if (tuple_count(bases) == 1) return single(type, type_mro_peek(as_type(tuple_peek(bases, 0))));
    if (has_duplicate(bases)) return NULL;
    size_t room = 1;
    for (size_t i = 0; i < tuple_count(bases); i++) room += tuple_count(sequence(bases, i));
    Value scratch = tuple_new(room); /* room for the result; its items stay unset */
    if (!scratch) return NULL;
    Value result = merge(type, bases, (Ref *)(uintptr_t)as_tuple(scratch)->items);
    memset(as_tuple(scratch)->items, 0, room * sizeof(Value));
    release(scratch);
    return result;
}

static bool check_entry(Type *type, Ref entry) {
    if (!is_type(entry)) return raise_false(&type_TypeError, "mro() returned a non-class ('%T')", entry);
    if (layout_includes(type, as_type(entry))) return true;
    return raise_false(&type_TypeError, "mro() returned base with unsuitable layout ('%N')", as_type(entry));
}

/* What an mro() of Python's returned, as a tuple. */
static Value checked(Type *type, Ref types) {
    Value mro = tuple_of(types);
    if (mro && tuple_count(mro) == 0) {
        release(mro);
        return raise(&type_TypeError, "type MRO must not be empty");
    }
    for (size_t i = 0; mro && i < tuple_count(mro); i++) {
        if (!check_entry(type, tuple_peek(mro, i))) clear_ref(&mro);
    }
    return mro;
}

Value mro_compute(Type *type, Ref bases) {
    Ref method = type_lookup_peek(type->head.type, NAME(mro));
    if (!method || is_exact(method, &type_method_descriptor)) return mro_linearize(type, bases);
    Ref self = type_ref(type);
    Value types = call_attribute(method, &self, 1, NULL);
    if (!types) return NULL;
    Value mro = checked(type, types);
    release(types);
    return mro;
}
