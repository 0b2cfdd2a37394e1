/* runtime/str_join.c - concatenation, join, repetition.
 *
 * Owns:      the slack that makes repeated appending linear.
 * Invariant: a string is changed in place only while it has one reference and is not interned.
 * Not here:  StrBuilder (str_build.c).
 */
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/tuple.h"

static COLD Value raise_too_large(void) { return raise(&type_OverflowError, "strings are too large to concat"); }

static inline void place(Value target, uint32_t width, size_t at, Ref part) {
    chars_copy(chars_place(as_str(target)->data, width, at), width, str_data(part), str_width(part), str_length(part));
}

static __attribute__((noinline)) Value concat_any(Ref a, Ref b) {
    size_t first = str_length(a), second = str_length(b);
    if (first == 0) return str_slice(b, 0, SIZE_MAX);
    if (second == 0) return str_slice(a, 0, SIZE_MAX);
    if (UNLIKELY(first > INT64_MAX - second)) return raise_too_large();
    uint32_t all = str_all(a) | str_all(b), width = width_for(all);
    Value s = str_alloc(first + second, all);
    if (UNLIKELY(s == NULL)) return NULL;
    place(s, width, 0, a);
    place(s, width, first, b);
    return s;
}

Value str_concat(Ref a, Ref b) {
    size_t first = str_length(a), second = str_length(b);
    if (object_of(a)->flags & object_of(b)->flags & STR_ASCII && first > 0 && second > 0) {
        Str *s = ascii_cell_try(first + second);
        if (LIKELY(s != NULL)) {
            copy_short(s->data, str_data(a), first);
            copy_short(s->data + first, str_data(b), second);
            return value_of(s);
        }
    }
    return concat_any(a, b);
}

/* Bytes that the storage of an exact string has. */
static size_t storage_size(const Str *s, uint32_t width) {
    if (s->head.flags & OBJECT_LARGE) return ((const MemLarge *)s)[-1].size;
    return (sizeof(Str) + (s->length + 1) * width + 15) & ~(size_t)15;
}

/* Writes right behind left's characters, where there is room for them. */
static void extend(Str *left, uint32_t width, Ref right) {
    size_t count = str_length(right);
    chars_copy(chars_place(left->data, width, left->length), width, str_data(right), str_width(right), count);
    left->length += count;
    left->hash = 0;
    if (!str_is_ascii(right)) left->head.flags &= ~(uint32_t)STR_ASCII;
    chars_put(left->data, width, left->length, 0);
}

/* A longer copy of left with a quarter of slack, so that a loop of appends copies each character a few times only. */
static Value with_slack(Ref left, size_t need) {
    uint32_t width = str_width(left);
    Value grown = str_alloc(need + need / 4, str_all(left));
    if (grown == NULL) return NULL;
    as_str(grown)->length = str_length(left);
    memcpy(as_str(grown)->data, as_str(left)->data, str_length(left) * width);
    return grown;
}

static inline bool is_alone(const Str *s) {
    return s->head.count == 1 && s->head.type == &type_str && !(s->head.flags & STR_INTERNED);
}

bool str_append(Value *left, Ref right) {
    Str *s = as_str(*left);
    uint32_t width = str_width(*left);
    size_t need = s->length + str_length(right), bytes = sizeof(Str) + (need + 1) * width;
    if (is_alone(s) && str_width(right) <= width && need < SIZE_MAX / 16) {
        if (bytes <= storage_size(s, width)) {
            extend(s, width, right);
            return true;
        }
        if (bytes > MEM_CELL_MAX) {
            Value grown = with_slack(*left, need);
            if (grown) extend(as_str(grown), width, right);
            slot_set_steal(left, grown);
            return grown != NULL;
        }
    }
    slot_set_steal(left, str_concat(*left, right));
    return *left != NULL;
}

/* Adds up the length of the joined text. False with an exception. */
static bool measure_join(Ref separator, const Ref *items, size_t count, size_t *length, uint32_t *all) {
    size_t between = str_length(separator), total = 0;
    *all = count > 1 ? str_all(separator) : 0x7f;
    for (size_t i = 0; i < count; i++) {
        if (!is_str(items[i]))
            return raise_false(&type_TypeError, "sequence item %zu: expected str instance, %T found", i, items[i]);
        if (UNLIKELY(!str_is_ascii(items[i]))) *all |= str_all(items[i]);
        if (__builtin_add_overflow(total, str_length(items[i]), &total) ||
            (i > 0 && __builtin_add_overflow(total, between, &total)))
            return raise_false(&type_OverflowError, "join() result is too long for a Python string");
    }
    *length = total;
    return true;
}

/* The same as below where all is ASCII. */
static void place_ascii(uint8_t *to, Ref separator, const Ref *items, size_t count) {
    const uint8_t *middle = str_data(separator);
    size_t between = str_length(separator);
    for (size_t i = 0; i < count; i++) {
        size_t length = str_length(items[i]);
        copy_short(to, str_data(items[i]), length);
        to += length;
        if (between > 0 && i + 1 < count) {
            copy_short(to, middle, between);
            to += between;
        }
    }
}

static void place_all(Value s, Ref separator, const Ref *items, size_t count) {
    uint32_t width = str_width(s);
    for (size_t i = 0, at = 0, between = str_length(separator); i < count; i++) {
        if (i > 0 && between > 0) {
            place(s, width, at, separator);
            at += between;
        }
        place(s, width, at, items[i]);
        at += str_length(items[i]);
    }
}

Value str_join_items(Ref separator, const Ref *items, size_t count) {
    size_t length = 0;
    uint32_t all = 0;
    if (!measure_join(separator, items, count, &length, &all)) return NULL;
    if (count == 1) return is_exact(items[0], &type_str) ? retain(items[0]) : str_slice(items[0], 0, SIZE_MAX);
    if (length == 0) return str_empty();
    Str *cell = all < 128 ? ascii_cell_try(length) : NULL;
    Value s = LIKELY(cell != NULL) ? value_of(cell) : str_alloc(length, all);
    if (s == NULL) return NULL;
    if (LIKELY(all < 128)) place_ascii(as_str(s)->data, separator, items, count);
    else place_all(s, separator, items, count);
    return length == 1 ? str_narrowed_steal(s) : s;
}

Value joined_items(Ref iterable) {
    if (is_exact(iterable, &type_list)) return retain(iterable);
    Value iterator = iterate(iterable);
    if (iterator == NULL) {
        if (!error_matches(&type_TypeError)) return NULL;
        error_clear();
        return raise(&type_TypeError, "can only join an iterable");
    }
    Value items = list_of(iterator);
    release(iterator);
    return items;
}

Value str_join(Ref separator, Ref iterable) {
    if (is_exact(iterable, &type_list))
        return str_join_items(separator, refs(as_list(iterable)->items), list_count(iterable));
    if (is_exact(iterable, &type_tuple))
        return str_join_items(separator, refs(as_tuple(iterable)->items), tuple_count(iterable));
    Value items = joined_items(iterable);
    if (items == NULL) return NULL;
    Value joined = str_join_items(separator, refs(as_list(items)->items), list_count(items));
    release(items);
    return joined;
}

Value str_repeat(Ref s, int64_t count) {
    size_t length = str_length(s), total;
    if (count <= 0 || length == 0) return str_empty();
    if (count == 1) return str_slice(s, 0, SIZE_MAX);
    if (__builtin_mul_overflow(length, (size_t)count, &total) || total > INT64_MAX)
        return raise(&type_OverflowError, "repeated string is too long");
    Str *cell = str_is_ascii(s) ? ascii_cell_try(total) : NULL;
    Value repeated = LIKELY(cell != NULL) ? value_of(cell) : str_alloc(total, str_all(s));
    if (repeated == NULL) return NULL;
    uint32_t width = str_width(s);
    uint8_t *data = as_str(repeated)->data;
    if (length == 1) {
        chars_fill(data, width, str_at(s, 0), total);
    } else {
        memcpy(data, str_data(s), length * width);
        chars_repeat(data, length * width, total * width);
    }
    return repeated;
}
