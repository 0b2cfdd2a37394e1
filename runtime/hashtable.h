/* runtime/hashtable.h - what dict and set share: the hash of a key, its place, and equality of keys.
 *
 * Owns:      nothing.
 * Invariant: equal keys have equal hashes, so they are looked for in the same places.
 * Not here:  the tables themselves (dict.c, set.c).
 */
#ifndef OURO_HASHTABLE_H
#define OURO_HASHTABLE_H

#include "runtime/base/search.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

#define ALWAYS_INLINE inline __attribute__((always_inline))

#define HASH_MODULUS (((int64_t)1 << 61) - 1) /* of the hash of numbers */

/* The hash of a small int whose hash is its value. False: it is another. */
static inline bool small_int_hash(Ref key, int64_t *hash) {
    int64_t i = small_int(key);
    *hash = i == -1 ? -2 : i;
    return LIKELY((uint64_t)i + (HASH_MODULUS - 1) < 2 * HASH_MODULUS - 1); /* less than the modulus either way */
}

/* The hash of such an int, or of a string that knows it. False: another has to be asked. */
static inline bool hash_at_once(Ref key, int64_t *hash) {
    if (is_small_int(key)) return small_int_hash(key, hash);
    if (!is_exact_str(key)) return false;
    *hash = as_str(key)->hash;
    return LIKELY(*hash != 0);
}

/* The hash of such an int or a string. False: of something else. */
static inline bool atom_hash(Ref key, int64_t *hash) {
    if (is_small_int(key)) return small_int_hash(key, hash);
    if (!is_exact_str(key)) return false;
    int64_t known = as_str(key)->hash;
    *hash = LIKELY(known != 0) ? known : str_hash(key);
    return true;
}

/* The hash of a key: at once for those, else through its type. TypeError: unhashable. */
MUST_CHECK static inline bool key_hash(Ref key, int64_t *hash) {
    if (LIKELY(atom_hash(key, hash))) return true;
    return is_exact(key, &type_tuple) ? tuple_hash(key, hash) : hash_of(key, hash);
}

/* What nobody can predict from a hash. */
static inline uint64_t hash_mix(int64_t hash) {
    uint64_t seed = rt()->hash_seed;
    unsigned __int128 product =
        (unsigned __int128)((uint64_t)hash ^ seed) * (((seed << 32) | (seed >> 32)) ^ 0x9e3779b97f4a7c15u);
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

/* The order in which the places of a table are tried: first by the low bits of the hash, so that consecutive ints stand
 * side by side, then by a recurrence that mixes in the upper bits five at a time (CPython's scheme). Keys can be
 * prepared to collide in this order; a table that meets a search too long to be chance is seeded: made anew with the
 * runtime's seed in all its hashes. (Seeding every table from the start made a dict of 300,000 consecutive ints three
 * times slower to read: half of the first places were taken, each by a key from somewhere else in memory.) */
typedef struct Walk {
    size_t place;     /* to look at */
    uint64_t perturb; /* bits of the hash still to be mixed in */
} Walk;

enum { WALK_LIMIT = 64 }; /* jumps that do not happen by chance */

static inline Walk walk_start(int64_t hash, size_t mask, bool seeded) {
    uint64_t bits = UNLIKELY(seeded) ? hash_mix(hash) : (uint64_t)hash;
    return (Walk){.place = bits & mask, .perturb = bits};
}

static inline void walk_jump(Walk *walk, size_t mask) {
    walk->perturb >>= 5;
    walk->place = (walk->place * 5 + 1 + walk->perturb) & mask;
}

/* Whether one of two values that are not identical is a string or None, and the other that or stands in its word: they
 * differ, unless both are strings. */
static inline bool differ_in_kind(Ref a, Ref b) {
    bool string = is_exact_str(a), other_string = is_exact_str(b);
    if ((is_heap(a) && !string) || (is_heap(b) && !other_string)) return false;
    return string || other_string || is_none(a) || is_none(b);
}

/* Whether two keys that are not identical are equal, when that takes no Python code: FOUND or MISSING.
 * FAILED: it does, or takes longer; equal() must be asked. */
static inline Lookup atoms_equal(Ref a, Ref b) {
    if (both_small_int(a, b) || both_flonum(a, b)) return MISSING;
    if (is_exact_str(a) && is_exact_str(b)) return str_equal(a, b) ? FOUND : MISSING;
    if (!is_exact_int(a) || !is_exact_int(b)) return differ_in_kind(a, b) ? MISSING : FAILED;
    return is_heap(a) && is_heap(b) && int_equal(a, b) ? FOUND : MISSING;
}

/* Whether two short strings of one hash are equal. False of other strings. */
static ALWAYS_INLINE bool same_str(const Str *a, const Str *b) {
    return a->length == b->length && a->length <= 16 && a->head.flags & b->head.flags & STR_WIDTH_1 &&
           search_same_short(a->data, b->data, a->length);
}

static inline Lookup tuples_equal(Ref a, Ref b) {
    if (tuple_count(a) != tuple_count(b)) return MISSING;
    for (size_t i = 0; i < tuple_count(a); i++) {
        Ref x = tuple_peek(a, i), y = tuple_peek(b, i);
        Lookup same = x == y ? FOUND : atoms_equal(x, y);
        if (same != FOUND) return same;
    }
    return FOUND;
}

static inline Lookup keys_equal(Ref a, Ref b) {
    if (is_exact(a, &type_tuple) && is_exact(b, &type_tuple)) return tuples_equal(a, b);
    return atoms_equal(a, b);
}

#endif
