/* runtime/set_methods.c - methods and operators of set and frozenset, and set_iterator.
 *
 * Owns:      both types.
 * Invariant: operators take sets only; methods any iterable. Results are of the base type, never of a subclass.
 * Not here:  the table (set.c), the algebra behind operators and methods (set_algebra.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/hashtable.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/tuple.h"

/* Operators. */

static bool both_sets(Ref a, Ref b) { return is_set(a) && is_set(b); }

static Value set_or(Ref a, Ref b) {
    if (!both_sets(a, b)) return VALUE_NOT_IMPLEMENTED;
    Value result = set_base_new(a, a);
    if (!result || a == b || set_update(result, b)) return result;
    release(result);
    return NULL;
}

static Value set_and(Ref a, Ref b) { return both_sets(a, b) ? set_intersection(a, b) : VALUE_NOT_IMPLEMENTED; }
static Value set_sub(Ref a, Ref b) { return both_sets(a, b) ? set_difference(a, b) : VALUE_NOT_IMPLEMENTED; }
static Value set_xor(Ref a, Ref b) { return both_sets(a, b) ? set_symmetric_difference(a, b) : VALUE_NOT_IMPLEMENTED; }

static Value reflected_or(Ref self, Ref other) { return set_or(other, self); }
static Value reflected_and(Ref self, Ref other) { return set_and(other, self); }
static Value reflected_sub(Ref self, Ref other) { return set_sub(other, self); }
static Value reflected_xor(Ref self, Ref other) { return set_xor(other, self); }

static Value or_in_place(Ref self, Ref other) {
    if (!is_set(other)) return VALUE_NOT_IMPLEMENTED;
    return set_update(self, other) ? retain(self) : NULL;
}

static Value and_in_place(Ref self, Ref other) {
    if (!is_set(other)) return VALUE_NOT_IMPLEMENTED;
    Value result = set_intersection(self, other);
    if (!result) return NULL;
    set_swap(self, result);
    release(result);
    return retain(self);
}

static Value sub_in_place(Ref self, Ref other) {
    if (!is_set(other)) return VALUE_NOT_IMPLEMENTED;
    return set_difference_update(self, other) ? retain(self) : NULL;
}

static Value xor_in_place(Ref self, Ref other) {
    if (!is_set(other)) return VALUE_NOT_IMPLEMENTED;
    return set_symmetric_difference_update(self, other) ? retain(self) : NULL;
}

static Lookup equal_sets(Ref a, Ref b) {
    Set *x = as_set(a), *y = as_set(b);
    if (x->count != y->count) return MISSING;
    if (x->hash != -1 && y->hash != -1 && x->hash != y->hash) return MISSING;
    return set_is_subset(a, b);
}

static Value set_compare(Ref a, Ref b, CompareOp op) {
    if (!both_sets(a, b)) return VALUE_NOT_IMPLEMENTED;
    Lookup result = MISSING;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        result = equal_sets(a, b);
        if (result == FAILED) return NULL;
        return bool_value((result == FOUND) == (op == COMPARE_EQ));
    case COMPARE_LE: result = set_is_subset(a, b); break;
    case COMPARE_GE: result = set_is_subset(b, a); break;
    case COMPARE_LT:
        if (set_count(a) < set_count(b)) result = set_is_subset(a, b);
        break;
    case COMPARE_GT:
        if (set_count(a) > set_count(b)) result = set_is_subset(b, a);
        break;
    }
    return result == FAILED ? NULL : bool_value(result == FOUND);
}

static int64_t set_len(Ref self) { return (int64_t)set_count(self); }

/* A set as key stands for the frozenset of its items. NULL: key is frozen or no set, or the error is no TypeError. */
static Value frozen_key(Ref key) {
    if (!is_set(key) || type_is_subtype(type_of(key), &type_frozenset) || !error_matches(&type_TypeError)) return NULL;
    error_clear();
    return set_copy(key, &type_frozenset);
}

static Lookup contains_key(Ref self, Ref key) {
    Lookup found = set_contains(self, key);
    if (LIKELY(found != FAILED)) return found;
    Value frozen = frozen_key(key);
    if (!frozen) return FAILED;
    found = set_contains(self, frozen);
    release(frozen);
    return found;
}

static Lookup discard_key(Ref self, Ref key) {
    Lookup found = set_discard(self, key);
    if (LIKELY(found != FAILED)) return found;
    Value frozen = frozen_key(key);
    if (!frozen) return FAILED;
    found = set_discard(self, frozen);
    release(frozen);
    return found;
}

static uint64_t shuffle(uint64_t hash) { return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u; }

/* CPython's, which is the same for the same keys in whatever order and table. */
static bool frozenset_hash(Ref self, int64_t *result) {
    Set *set = as_set(self);
    if (set->hash == -1) {
        uint64_t hash = 0;
        size_t position = 0;
        Ref key;
        int64_t part;
        while (set_step(self, &position, &key, &part)) hash ^= shuffle((uint64_t)part);
        hash ^= (set->count + 1) * 1927868237u;
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash * 69069u + 907133923u;
        set->hash = hash == UINT64_MAX ? 590923713 : (int64_t)hash;
    }
    *result = set->hash;
    return true;
}

static Value text_of(Ref self) {
    Value keys = call_1(type_ref(&type_list), self); /* by __iter__, which a class may have replaced */
    Value shown = keys ? repr_of(keys) : NULL;
    release_maybe(keys);
    if (!shown) return NULL;
    Value inner = str_slice(shown, 1, str_length(shown) - 1);
    release(shown);
    if (!inner) return NULL;
    bool plain = is_exact(self, &type_set);
    Value text = plain ? error_format("{%S}", inner) : error_format("%T({%S})", self, inner);
    release(inner);
    return text;
}

static Value set_repr(Ref self) {
    Object *set = object_of(self);
    if (set->flags & OBJECT_IN_REPR) return error_format("%T(...)", self);
    if (set_count(self) == 0) return error_format("%T()", self);
    set->flags |= OBJECT_IN_REPR;
    Value text = text_of(self);
    set->flags &= ~(uint32_t)OBJECT_IN_REPR;
    return text;
}

/* Creation from Python. */

static Value py_set_init(const Ref *args) {
    if (as_set(args[0])->table) set_clear(args[0]);
    return set_update(args[0], args[1]) ? VALUE_NONE : NULL;
}

const NativeDef set_init_def = {"set(iterable=(), /)", py_set_init, DOC("Fill the set with the items of iterable."),
                                NATIVE_COUNTS_AS_CLASS};

static Value new_from(Type *type, Ref iterable) {
    Value set = set_new_of(type);
    if (set_update(set, iterable)) return set;
    release(set);
    return NULL;
}

static Value set_of(Ref iterable) { return new_from(&type_set, iterable); }

static Value frozenset_of(Ref iterable) {
    return is_exact(iterable, &type_frozenset) ? retain(iterable) : new_from(&type_frozenset, iterable);
}

static Value py_frozenset_new(const Ref *args) {
    return args[0] == type_ref(&type_frozenset) ? frozenset_of(args[1]) : new_from(as_type(args[0]), args[1]);
}

const NativeDef frozenset_construct_def = {"frozenset(iterable=(), /)", py_frozenset_new, 0, NATIVE_COUNTS_AS_CLASS};

/* Methods. */

static Value none_or_null(bool done) { return done ? VALUE_NONE : NULL; }
static Value bool_or_null(Lookup answer) { return answer == FAILED ? NULL : bool_value(answer == FOUND); }

static Value py_set_add(const Ref *args) { return none_or_null(set_add(args[0], args[1])); }

static Value py_set_discard(const Ref *args) { return none_or_null(discard_key(args[0], args[1]) != FAILED); }

static Value py_set_remove(const Ref *args) {
    Lookup found = discard_key(args[0], args[1]);
    if (found == MISSING) return raise_key(args[1]);
    return none_or_null(found == FOUND);
}

static Value py_set_pop(const Ref *args) { return set_pop(args[0]); }

static Value py_set_clear(const Ref *args) {
    set_clear(args[0]);
    return VALUE_NONE;
}

static Value py_set_copy(const Ref *args) { return set_base_new(args[0], args[0]); }

static Value py_frozenset_copy(const Ref *args) {
    return is_exact(args[0], &type_frozenset) ? retain(args[0]) : set_base_new(args[0], args[0]);
}

/* These take the set and the others one after the other; the natives find the others in a tuple. */

static bool update_all(Ref self, const Ref *others, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!set_update(self, others[i])) return false;
    }
    return true;
}

static Value unite_all(Ref self, const Ref *others, size_t count) {
    Value result = set_base_new(self, self);
    for (size_t i = 0; result && i < count; i++) {
        if (others[i] != self && !set_update(result, others[i])) clear_ref(&result);
    }
    return result;
}

/* self & others[0] & others[1] ... */
static Value intersect_all(Ref self, const Ref *others, size_t count) {
    if (count == 0) return set_base_new(self, self);
    Value result = retain(self);
    for (size_t i = 0; result && i < count; i++) {
        Value next = set_intersection(result, others[i]);
        release(result);
        result = next;
    }
    return result;
}

static bool subtract_all(Ref self, const Ref *others, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!set_difference_update(self, others[i])) return false;
    }
    return true;
}

static Value differ_from_all(Ref self, const Ref *others, size_t count) {
    if (count == 0) return set_base_new(self, self);
    Value result = set_difference(self, others[0]);
    if (!result || subtract_all(result, others + 1, count - 1)) return result;
    release(result);
    return NULL;
}

#define OTHERS(args) refs(as_tuple((args)[1])->items), tuple_count((args)[1])

static Value py_set_update(const Ref *args) { return none_or_null(update_all(args[0], OTHERS(args))); }
static Value py_set_union(const Ref *args) { return unite_all(args[0], OTHERS(args)); }
static Value py_set_intersection(const Ref *args) { return intersect_all(args[0], OTHERS(args)); }
static Value py_set_difference(const Ref *args) { return differ_from_all(args[0], OTHERS(args)); }

static Value update_positional(const Ref *args, size_t count) {
    return none_or_null(update_all(args[0], args + 1, count - 1));
}
static Value union_positional(const Ref *args, size_t count) { return unite_all(args[0], args + 1, count - 1); }
static Value intersection_positional(const Ref *args, size_t count) {
    return intersect_all(args[0], args + 1, count - 1);
}
static Value difference_positional(const Ref *args, size_t count) {
    return differ_from_all(args[0], args + 1, count - 1);
}

static Value py_set_intersection_update(const Ref *args) {
    Value result = intersect_all(args[0], OTHERS(args));
    if (!result) return NULL;
    set_swap(args[0], result);
    release(result);
    return VALUE_NONE;
}

static Value py_set_difference_update(const Ref *args) { return none_or_null(subtract_all(args[0], OTHERS(args))); }

static Value py_set_symmetric_difference(const Ref *args) { return set_symmetric_difference(args[0], args[1]); }

static Value py_set_symmetric_difference_update(const Ref *args) {
    return none_or_null(set_symmetric_difference_update(args[0], args[1]));
}

static Value py_set_isdisjoint(const Ref *args) { return bool_or_null(set_is_disjoint(args[0], args[1])); }

static Value py_set_issubset(const Ref *args) {
    if (is_set(args[1])) return bool_or_null(set_is_subset(args[0], args[1]));
    Value shared = set_intersection(args[0], args[1]);
    if (!shared) return NULL;
    bool all = set_count(shared) == set_count(args[0]);
    release(shared);
    return bool_value(all);
}

static Value py_set_issuperset(const Ref *args) {
    if (is_set(args[1])) return bool_or_null(set_is_subset(args[1], args[0]));
    Value iterator = iterate(args[1]), item;
    if (!iterator) return NULL;
    Lookup more, answer = FOUND;
    while (answer == FOUND && (more = iterate_polled(iterator, &item)) != MISSING) {
        answer = more == FAILED ? FAILED : set_contains(args[0], item);
        if (more == FOUND) release(item);
    }
    release(iterator);
    return bool_or_null(answer);
}

static Value py_set_reduce(const Ref *args) {
    Value keys = list_of(args[0]);
    Value arguments = keys ? tuple_from_steal(&keys, 1) : NULL, result = NULL;
    Value state = arguments ? call_method(args[0], NAME(dunder_getstate), NULL, 0) : NULL;
    if (state) result = tuple_pack(3, type_ref(type_of(args[0])), arguments, state);
    release_maybe(state);
    release_maybe(arguments);
    return result;
}

static Value py_set_contains(const Ref *args) {
    Lookup found = contains_key(args[0], args[1]);
    return found == FAILED ? NULL : bool_value(found == FOUND);
}

static Value py_set_sizeof(const Ref *args) { return int_value((int64_t)set_sizeof(args[0]) - 16); }

/* clang-format off */
#define COMMON_METHODS                                                                                                 \
    {"difference(*others)", NATIVE_FORMS(py_set_difference, difference_positional),                                    \
     DOC("Return a new set of the items that are in none of the others."), NATIVE_POSITIONAL},                         \
    {"intersection(*others)", NATIVE_FORMS(py_set_intersection, intersection_positional),                              \
     DOC("Return a new set of the items that are in all the others too."), NATIVE_POSITIONAL},                         \
    {"isdisjoint(other, /)", py_set_isdisjoint, DOC("Return whether the set and the iterable share no item."), 0},     \
    {"issubset(other, /)", py_set_issubset, DOC("Return whether every item of the set is in the iterable."), 0},       \
    {"issuperset(other, /)", py_set_issuperset, DOC("Return whether every item of the iterable is in the set."), 0},   \
    {"symmetric_difference(other, /)", py_set_symmetric_difference,                                                    \
     DOC("Return a new set of the items that are in exactly one of the two."), 0},                                     \
    {"union(*others)", NATIVE_FORMS(py_set_union, union_positional),                                                   \
     DOC("Return a new set of the items of the set and of all the others."), NATIVE_POSITIONAL},                       \
    {"__contains__(object, /)", py_set_contains, DOC("Return whether an item is in the set."), 0},                     \
    {"__reduce__()", py_set_reduce, DOC("Return what copies and pickles are made from."), 0},                          \
    {"__sizeof__()", py_set_sizeof, DOC("Return the size of the set in memory, in bytes."), 0},                        \
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),              \
     NATIVE_CLASS_METHOD}
/* clang-format on */

const NativeDef set_methods[] = {
    COMMON_METHODS,
    {"add(object, /)", py_set_add, DOC("Add an item, unless it is there already."), 0},
    {"clear()", py_set_clear, DOC("Take all items out of the set."), 0},
    {"copy()", py_set_copy, DOC("Return a new set with the same items."), 0},
    {"difference_update(*others)", py_set_difference_update, DOC("Take out the items that are in any of the others."),
     0},
    {"discard(object, /)", py_set_discard, DOC("Take an item out if it is there."), 0},
    {"intersection_update(*others)", py_set_intersection_update, DOC("Keep only the items that are in all the others."),
     0},
    {"pop()", py_set_pop, DOC("Take out any item and return it.\n\nAn empty set is a KeyError."), 0},
    {"remove(object, /)", py_set_remove, DOC("Take an item out.\n\nRaises KeyError if it is not there."), 0},
    {"symmetric_difference_update(other, /)", py_set_symmetric_difference_update,
     DOC("Keep the items that are in exactly one of the two, adding those of the other."), 0},
    {"update(*others)", NATIVE_FORMS(py_set_update, update_positional), DOC("Add the items of all the others."),
     NATIVE_POSITIONAL},
    {0},
};

const NativeDef frozenset_methods[] = {
    COMMON_METHODS,
    {"copy()", py_frozenset_copy, DOC("Return the set itself, as it cannot change; of a subclass, a plain copy."), 0},
    {0},
};

/* Types. */

static Value set_iter(Ref self) {
    DictIterator *iterator = object_new(&type_set_iterator, sizeof(DictIterator));
    iterator->dict = retain(self);
    iterator->expected = iterator->remaining = set_count(self);
    return value_of(iterator);
}

static void set_traverse(Ref self, Visit visit, void *context) {
    const Set *set = as_set(self);
    if (!set->objects) return;
    for (const SetEntry *entry = set->table, *last = entry + set->mask; entry <= last; entry++) {
        if (entry->key && is_heap(entry->key)) visit(entry->key, context);
    }
}

#define SET_SLOTS                                                                                                      \
    .size = sizeof(Set), .traverse = set_traverse, .dispose = set_free_table, .repr = set_repr, .iter = set_iter,      \
    .len = set_len, .compare = set_compare, .contains = contains_key

#define SET_OPERATORS                                                                                                  \
    .binary = {[BINARY_OR] = set_or, [BINARY_AND] = set_and, [BINARY_SUB] = set_sub, [BINARY_XOR] = set_xor},          \
    .reflected = {[BINARY_OR] = reflected_or,                                                                          \
                  [BINARY_AND] = reflected_and,                                                                        \
                  [BINARY_SUB] = reflected_sub,                                                                        \
                  [BINARY_XOR] = reflected_xor}

Type type_set = {
    TYPE_HEAD(set),
    .init_slot = NULL,
    .hash = NULL,
    .name = "set",
    .doc = "An unordered collection of distinct hashable items.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_SET | TYPE_WEAKREF,
    SET_SLOTS,
    .make = set_new_of,
    .convert = set_of,
    .init = &set_init_def,
    .operators =
        &(Operators){
            SET_OPERATORS,
            .inplace = {[BINARY_OR] = or_in_place,
                        [BINARY_AND] = and_in_place,
                        [BINARY_SUB] = sub_in_place,
                        [BINARY_XOR] = xor_in_place},
        },
    .methods = set_methods,
};

Type type_frozenset = {
    TYPE_HEAD(frozenset),
    .name = "frozenset",
    .doc = "An immutable, hashable, unordered collection of distinct hashable items.",
    .flags = TYPE_CONTAINER | TYPE_SET | TYPE_WEAKREF,
    SET_SLOTS,
    .operators = &(Operators){SET_OPERATORS},
    .convert = frozenset_of,
    .construct = &frozenset_construct_def,
    .hash = frozenset_hash,
    .methods = frozenset_methods,
};

/* set_iterator. */

static DictIterator *as_set_iterator(Ref v) { return (DictIterator *)object_of(v); }

static Lookup next_key(Ref self, Value *item) {
    DictIterator *iterator = as_set_iterator(self);
    if (!iterator->dict) return MISSING;
    if (UNLIKELY(iterator->expected != set_count(iterator->dict))) {
        iterator->expected = SIZE_MAX;
        return raise_failed(&type_RuntimeError, "Set changed size during iteration");
    }
    Ref key;
    int64_t hash;
    if (!set_step(iterator->dict, &iterator->position, &key, &hash)) {
        clear_ref(&iterator->dict);
        return MISSING;
    }
    iterator->remaining--;
    *item = retain(key);
    return FOUND;
}

static Value py_set_iterator_length_hint(const Ref *args) {
    DictIterator *iterator = as_set_iterator(args[0]);
    bool alive = iterator->dict && iterator->expected == set_count(iterator->dict);
    return int_value(alive ? (int64_t)iterator->remaining : 0);
}

/* iter() of a list of what is left; the iterator itself does not move. */
static Value py_set_iterator_reduce(const Ref *args) {
    DictIterator *iterator = as_set_iterator(args[0]);
    Value copy = NULL, items = NULL;
    if (iterator->dict) {
        copy = set_iter(iterator->dict);
        as_set_iterator(copy)->position = iterator->position;
        as_set_iterator(copy)->expected = iterator->expected;
        as_set_iterator(copy)->remaining = iterator->remaining;
        items = list_of(copy);
        release(copy);
    } else {
        items = list_of(tuple_empty());
    }
    if (!items) return NULL;
    Value result = iterator_reduce("iter", items, -1);
    release(items);
    return result;
}

static const NativeDef set_iterator_methods[] = {
    {"__length_hint__()", py_set_iterator_length_hint, DOC("Return how many items are probably left."), 0},
    {"__reduce__()", py_set_iterator_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

Type type_set_iterator = {
    TYPE_HEAD(set_iterator),
    .name = "set_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(DictIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_key,
    .methods = set_iterator_methods,
};
