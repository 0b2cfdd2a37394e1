/* runtime/set_algebra.c - union, intersection, difference: sets out of sets.
 *
 * Owns:      nothing.
 * Invariant: which operand is walked and which asked follows CPython, since the order of the result shows it.
 * Not here:  the table (set.c), methods and operators (set_methods.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/iterate.h"
#include "runtime/set.h"

/* set or frozenset, whichever self is an instance of. */
static Type *base_of(Ref self) { return type_is_subtype(type_of(self), &type_set) ? &type_set : &type_frozenset; }

Value set_base_new(Ref self, Ref iterable) {
    Value result = set_new_of(base_of(self));
    if (!iterable || set_update(result, iterable)) return result;
    release(result);
    return NULL;
}

/* What is done with each key of an operand. The key is held meanwhile. */
typedef bool (*Step)(Ref target, Ref key, int64_t hash, Ref other);

static bool each_key(Ref set, Step step, Ref target, Ref other) {
    size_t position = 0;
    Ref peeked;
    int64_t hash;
    while (set_step(set, &position, &peeked, &hash)) {
        Value key = retain(peeked);
        bool done = step(target, key, hash, other);
        release(key);
        if (!done) return false;
    }
    return true;
}

static bool each_item(Ref iterable, Step step, Ref target, Ref other) {
    Value iterator = iterate(iterable), key;
    if (!iterator) return false;
    Lookup more;
    while ((more = iterate_quickly(iterator, &key)) == FOUND) {
        int64_t hash;
        bool done = key_hash(key, &hash) && step(target, key, hash, other);
        release(key);
        if (!done || !runtime_poll()) {
            more = FAILED;
            break;
        }
    }
    release(iterator);
    return more != FAILED;
}

static Value result_or_release(bool done, Value result) {
    if (done) return result;
    release(result);
    return NULL;
}

/* Intersection. */

static bool add_if_in(Ref target, Ref key, int64_t hash, Ref other) {
    Lookup found = set_contains_known(other, key, hash);
    return found == MISSING || (found == FOUND && set_add_known(target, key, hash));
}

/* The items of an iterable that are in self, until all keys of self have come up. */
static bool pick_items(Ref result, Ref self, Ref iterable) {
    Value iterator = iterate(iterable), key;
    if (!iterator) return false;
    Lookup more;
    while ((more = iterate_quickly(iterator, &key)) == FOUND) {
        int64_t hash;
        bool done = key_hash(key, &hash) && add_if_in(result, key, hash, self);
        release(key);
        if (!done || !runtime_poll()) {
            more = FAILED;
            break;
        }
        if (set_count(result) > 0 && set_count(result) >= set_count(self)) break;
    }
    release(iterator);
    return more != FAILED;
}

Value set_intersection(Ref self, Ref other) {
    if (self == other) return set_copy(self, base_of(self));
    Value result = set_base_new(self, NULL);
    if (!is_set(other)) return result_or_release(pick_items(result, self, other), result);
    Ref walked = set_count(other) > set_count(self) ? self : other, asked = walked == self ? other : self;
    return result_or_release(each_key(walked, add_if_in, result, asked), result);
}

/* Difference. */

static bool add_unless_in(Ref target, Ref key, int64_t hash, Ref other) {
    Lookup found = set_contains_known(other, key, hash);
    return found == FOUND || (found == MISSING && set_add_known(target, key, hash));
}

static bool add_unless_in_dict(Ref target, Ref key, int64_t hash, Ref other) {
    Lookup found = dict_get_known(other, key, hash, NULL);
    return found == FOUND || (found == MISSING && set_add_known(target, key, hash));
}

static bool discard(Ref target, Ref key, int64_t hash, Ref other) {
    return set_discard_known(target, key, hash) != FAILED;
}

bool set_difference_update(Ref self, Ref other) {
    if (self == other) {
        set_clear(self);
        return true;
    }
    bool done;
    if (is_set(other)) {
        /* Of a much larger set only what both have is of interest. */
        Value common = set_count(other) >> 3 > set_count(self) ? set_intersection(self, other) : retain(other);
        done = common && each_key(common, discard, self, NULL);
        release_maybe(common);
    } else {
        done = each_item(other, discard, self, NULL);
    }
    return done && set_tidy(self);
}

Value set_difference(Ref self, Ref other) {
    bool set = is_set(other), dict = is_exact(other, &type_dict);
    size_t count = set ? set_count(other) : dict ? dict_count(other) : 0;
    if ((!set && !dict) || set_count(self) >> 2 > count) {
        Value copy = set_copy(self, base_of(self));
        return copy ? result_or_release(set_difference_update(copy, other), copy) : NULL;
    }
    Value result = set_base_new(self, NULL);
    return result_or_release(each_key(self, set ? add_unless_in : add_unless_in_dict, result, other), result);
}

/* Symmetric difference. */

static bool toggle(Ref target, Ref key, int64_t hash, Ref other) {
    Lookup found = set_discard_known(target, key, hash);
    return found == FOUND || (found == MISSING && set_add_known(target, key, hash));
}

static bool toggle_keys_of_dict(Ref self, Dict *dict) {
    size_t position = 0;
    for (DictEntry *entry; (entry = dict_next_entry(dict, &position));) {
        Value key = retain(entry->key);
        bool done = toggle(self, key, entry->hash, NULL);
        release(key);
        if (!done) return false;
    }
    return true;
}

bool set_symmetric_difference_update(Ref self, Ref other) {
    if (self == other) {
        set_clear(self);
        return true;
    }
    if (is_exact(other, &type_dict)) return toggle_keys_of_dict(self, as_dict(other));
    Value keys = is_set(other) ? retain(other) : set_base_new(self, other);
    bool done = keys && each_key(keys, toggle, self, NULL);
    release_maybe(keys);
    return done;
}

Value set_symmetric_difference(Ref self, Ref other) {
    Value result = set_base_new(self, other);
    return result ? result_or_release(set_symmetric_difference_update(result, self), result) : NULL;
}

/* Questions. */

static Lookup has_common_key(Ref walked, Ref asked) {
    size_t position = 0;
    Ref peeked;
    int64_t hash;
    while (set_step(walked, &position, &peeked, &hash)) {
        Value key = retain(peeked);
        Lookup found = set_contains_known(asked, key, hash);
        release(key);
        if (found != MISSING) return found;
    }
    return MISSING;
}

static Lookup has_common_item(Ref self, Ref iterable) {
    Value iterator = iterate(iterable), item;
    if (!iterator) return FAILED;
    Lookup more, found = MISSING;
    while (found == MISSING && (more = iterate_polled(iterator, &item)) != MISSING) {
        found = more == FAILED ? FAILED : set_contains(self, item);
        if (more == FOUND) release(item);
    }
    release(iterator);
    return found;
}

static Lookup negated(Lookup found) { return found == FAILED ? FAILED : found == FOUND ? MISSING : FOUND; }

Lookup set_is_disjoint(Ref self, Ref other) {
    if (self == other) return set_count(self) == 0 ? FOUND : MISSING;
    if (!is_exact_set(other)) return negated(has_common_item(self, other));
    bool other_is_smaller = set_count(other) <= set_count(self);
    return negated(other_is_smaller ? has_common_key(other, self) : has_common_key(self, other));
}

Lookup set_is_subset(Ref self, Ref other) {
    if (set_count(self) > set_count(other)) return MISSING;
    size_t position = 0;
    Ref peeked;
    int64_t hash;
    while (set_step(self, &position, &peeked, &hash)) {
        Value key = retain(peeked);
        Lookup found = set_contains_known(other, key, hash);
        release(key);
        if (found != FOUND) return found;
    }
    return FOUND;
}
