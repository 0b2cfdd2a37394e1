/* runtime/sort_less.h - how list.sort() compares keys: what is known of all of them need not be asked each time.
 *
 * Owns:      a comparison for each kind of keys that are all alike, and whether they are.
 * Invariant: on keys of its kind each answers as less_any does.
 * Not here:  sorting (sort.c, which alone includes this).
 */
#ifndef OURO_SORT_LESS_H
#define OURO_SORT_LESS_H

#include <endian.h>
#include <string.h>

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

#define ALWAYS_INLINE inline __attribute__((always_inline))

/* FOUND: a < b. */
typedef Lookup (*Less)(Ref a, Ref b);

static ALWAYS_INLINE Lookup less_ints(Ref a, Ref b) {
    return (int64_t)bits_of(a) < (int64_t)bits_of(b) ? FOUND : MISSING;
}

static ALWAYS_INLINE Lookup less_floats(Ref a, Ref b) { return float_of(a) < float_of(b) ? FOUND : MISSING; }

/* Eight bytes as the number whose order is theirs. */
static inline uint64_t eight_bytes(const uint8_t *from) {
    uint64_t word;
    memcpy(&word, from, sizeof word);
    return be64toh(word);
}

static __attribute__((noinline)) int order_of_words(const uint8_t *a, const uint8_t *b, size_t count) {
    uint64_t x = eight_bytes(a), y = eight_bytes(b);
    if (x != y) return x < y ? -1 : 1;
    if (count > 16) return memcmp(a + 8, b + 8, count - 8);
    x = eight_bytes(a + count - 8), y = eight_bytes(b + count - 8);
    return (x > y) - (x < y);
}

static ALWAYS_INLINE int order_of_bytes(const uint8_t *a, const uint8_t *b, size_t count) {
    if (count >= 8) return order_of_words(a, b, count);
    for (; count > 0; a++, b++, count--) {
        if (*a != *b) return *a < *b ? -1 : 1;
    }
    return 0;
}

/* Strings of one byte a character: mostly short, or different early on. */
static ALWAYS_INLINE Lookup less_narrow_strs(Ref a, Ref b) {
    size_t x = str_length(a), y = str_length(b);
    int order = order_of_bytes(str_data(a), str_data(b), x < y ? x : y);
    return order < 0 || (order == 0 && x < y) ? FOUND : MISSING;
}

static Lookup less_strs(Ref a, Ref b) { return str_compare(a, b) < 0 ? FOUND : MISSING; }

static Lookup less_any(Ref a, Ref b) { return compare_test(COMPARE_LT, a, b); }

/* Keys of one class: as CPython, its own < first, and the operator only where that knows no answer. */
static Lookup less_alike(Ref a, Ref b) {
    CompareSlot slot = type_of(a)->compare;
    Value result = slot ? slot(a, b, COMPARE_LT) : VALUE_NOT_IMPLEMENTED;
    if (UNLIKELY(!result)) return FAILED;
    if (LIKELY(is_bool(result))) return is_true(result) ? FOUND : MISSING;
    if (is_not_implemented(result)) return less_any(a, b);
    Lookup answer = truth(result);
    release(result);
    return answer;
}

static ALWAYS_INLINE Lookup less_long_ints(Ref a, Ref b) { return int_is_less(a, b) ? FOUND : MISSING; }

/* Tuples that are not empty: mostly the first items decide. */
static Lookup less_tuples(Ref a, Ref b) {
    Ref x = tuple_peek(a, 0), y = tuple_peek(b, 0);
    if (both_small_int(x, y)) {
        if (x != y) return less_ints(x, y);
    } else if (both_flonum(x, y)) {
        if (x != y) return less_floats(x, y);
    } else if (is_exact_str(x) && is_exact_str(y)) {
        int order = str_compare(x, y);
        if (order != 0) return order < 0 ? FOUND : MISSING;
    }
    return less_any(a, b);
}

/* Which of them is for these keys. */

/* The widest character among exact strings, in bytes; 0: not all are. */
static uint32_t width_of_strs(const Value *keys, size_t count) {
    uint32_t widest = 1;
    for (size_t i = 0; i < count; i++) {
        if (!is_exact_str(keys[i])) return 0;
        if (str_width(keys[i]) > widest) widest = str_width(keys[i]);
    }
    return widest;
}

static bool all_small_ints(const Value *keys, size_t count) {
    uint64_t all = 1;
    for (size_t i = 0; i < count; i++) all &= bits_of(keys[i]);
    return all;
}

static bool all_exact_ints(const Value *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!is_exact_int(keys[i])) return false;
    }
    return true;
}

static bool all_floats(const Value *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!is_flonum(keys[i]) && !is_exact(keys[i], &type_float)) return false;
    }
    return true;
}

static bool all_of_one_class(const Value *keys, size_t count) {
    const Type *type = type_of(keys[0]);
    if (!(type->flags & TYPE_HEAP)) return false;
    for (size_t i = 1; i < count; i++) {
        if (type_of(keys[i]) != type) return false;
    }
    return true;
}

static bool all_full_tuples(const Value *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!is_exact(keys[i], &type_tuple) || tuple_count(keys[i]) == 0) return false;
    }
    return true;
}

#endif
