/* runtime/sort_words.c - list.sort() of keys that are told apart by words: sorted without comparisons.
 *
 * Owns:      the words of keys, and a radix sort of them.
 * Invariant: keys and values hold each item once whenever something is called.
 * Not here:  sorting by comparisons (sort.c).
 *
 * A word orders as its key does: all of an int or a float, some characters of a string. Keys with equal words are told
 * apart by what follows: the next characters, the next item of the tuples. Moving words by their digits costs neither
 * the missed branches of comparisons nor a visit to the strings.
 *
 * Source: D. E. Knuth, "The Art of Computer Programming", volume 3, 5.2.5 (sorting by distribution, least significant
 * digit first); P. M. McIlroy, K. Bostic, M. D. McIlroy, "Engineering Radix Sort" (1993) for strings span by span.
 */
#include "runtime/sort_words.h"

#include <endian.h>
#include <string.h>

#include "runtime/bigint.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

enum {
    COLUMNS_MAX = 8,    /* items of tuples that are looked at */
    DIGIT_BITS = 8,     /* of a word that one pass sorts by */
    LONG_BITS = 11,     /* the same, when there are items enough for the counters to be few */
    LONG_MIN = 4096,    /* such items */
    INSERTION_MAX = 40, /* items that are sorted by insertion sooner */
    LEVELS_MAX = 32,    /* words of one key, before comparisons take over */
};

typedef enum Kind { KIND_NONE, KIND_INT, KIND_LONG, KIND_FLOAT, KIND_NARROW, KIND_WIDE } Kind;

enum { NARROW_CHARS = 8, WIDE_CHARS = 3, WIDE_BITS = 21 }; /* of strings: characters in a word, and bits of one */

enum {
    LENGTH_BITS = 19,                /* that the first word of a long int tells its length by */
    TOP_BITS = 64 - 1 - LENGTH_BITS, /* of its magnitude, behind sign and length */
    LONG_LEVELS_MAX = 3,             /* words of a long int */
};

typedef struct Item {
    uint64_t word;
    size_t place; /* where its key was */
} Item;

typedef struct Words {
    Value *keys, *values;
    Item *items, *room; /* as many as keys; those of a span have its places */
    SortSpan rest;
    bool tuples; /* the keys are tuples */
    size_t columns;
    Kind kinds[COLUMNS_MAX]; /* of the items of each column; the keys are a column too */
} Words;

/* Keys of equal words up to a column, and in that column up to a character. */
typedef struct Span {
    size_t start, count;
    size_t column;
    size_t skip; /* characters, or bits of long ints */
    int level;   /* words that came before */
} Span;

/* Kinds. */

static Kind kind_of(Ref key) {
    if (is_small_int(key)) return KIND_INT;
    if (is_exact(key, &type_int)) return int_bit_length(key) >> LENGTH_BITS ? KIND_NONE : KIND_LONG;
    if (is_flonum(key)) return KIND_FLOAT;
    if (is_exact(key, &type_float)) return float_of(key) == float_of(key) ? KIND_FLOAT : KIND_NONE;
    if (!is_exact(key, &type_str)) return KIND_NONE;
    return str_width(key) == 1 ? KIND_NARROW : KIND_WIDE;
}

static Ref in_column(const Words *w, Ref key, size_t column) { return w->tuples ? tuple_peek(key, column) : key; }

/* Narrow strings among wide ones are wide, small ints among long ones long. */
static bool note_kind(Words *w, Ref key, size_t column) {
    Kind *known = &w->kinds[column], kind = kind_of(in_column(w, key, column));
    if (kind == *known && kind != KIND_NONE) return true;
    Kind more = kind > *known ? kind : *known, less = kind > *known ? *known : kind;
    *known = more;
    return (less == KIND_INT && more == KIND_LONG) || less == KIND_NARROW;
}

static bool note_kinds(Words *w, size_t count) {
    Ref first = w->keys[0];
    w->tuples = is_exact(first, &type_tuple);
    w->columns = w->tuples ? tuple_count(first) : 1;
    if (w->columns == 0 || w->columns > COLUMNS_MAX) return false;
    for (size_t column = 0; column < w->columns; column++) w->kinds[column] = kind_of(in_column(w, first, column));
    for (size_t i = 0; i < count; i++) {
        Ref key = w->keys[i];
        if (w->tuples && (!is_exact(key, &type_tuple) || tuple_count(key) != w->columns)) return false;
        for (size_t column = 0; column < w->columns; column++) {
            if (!note_kind(w, key, column)) return false;
        }
    }
    return true;
}

/* Words. */

static uint64_t word_of_int(Ref key) { return bits_of(key) ^ (uint64_t)1 << 63; }

/* First sign, length and the highest bits, then 64 bits of the magnitude each; all turned around below zero. */
static uint64_t word_of_long(Ref key, size_t skip) {
    IntView view;
    int_view(key, &view);
    uint64_t length = bigint_bits(view.limbs, view.count), end = length > skip ? length - skip : 0, word = 0;
    if (end > 64) word = bigint_bits_from(view.limbs, view.count, end - 64);
    else if (end > 0) word = view.limbs[0] << (64 - end);
    if (skip == 0) word = (uint64_t)1 << 63 | length << TOP_BITS | word >> (64 - TOP_BITS);
    return view.negative ? ~word : word;
}

/* Below zero all bits are turned around, above only the sign; both zeros are one. */
static uint64_t word_of_float(Ref key) {
    double d = float_of(key) + 0.0;
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

/* The characters from skip on, and zeros behind the last. */
static uint64_t word_of_narrow(Ref key, size_t skip) {
    const uint8_t *data = str_data(key);
    size_t length = str_length(key);
    uint64_t word = 0;
    if (length >= skip + NARROW_CHARS) {
        memcpy(&word, data + skip, sizeof word);
        return be64toh(word);
    }
    for (size_t i = skip; i < length; i++) word |= (uint64_t)data[i] << 8 * (NARROW_CHARS - 1 - (i - skip));
    return word;
}

static uint64_t word_of_wide(Ref key, size_t skip) {
    uint64_t word = 0;
    for (size_t i = skip; i < skip + WIDE_CHARS; i++) {
        word = word << WIDE_BITS | (i < str_length(key) ? str_at(key, i) : 0);
    }
    return word;
}

static uint64_t word_of(const Words *w, const Span *span, size_t place) {
    Ref key = in_column(w, w->keys[place], span->column);
    switch (w->kinds[span->column]) {
    case KIND_INT: return word_of_int(key);
    case KIND_LONG: return word_of_long(key, span->skip);
    case KIND_FLOAT: return word_of_float(key);
    case KIND_NARROW: return word_of_narrow(key, span->skip);
    default: return word_of_wide(key, span->skip);
    }
}

/* Lets a span of narrow strings begin behind what they all begin with. */
static void skip_what_is_shared(const Words *w, Span *span) {
    if (w->kinds[span->column] != KIND_NARROW) return;
    Ref first = in_column(w, w->keys[span->start], span->column);
    size_t shared = str_length(first);
    for (size_t i = span->start; i < span->start + span->count && shared > span->skip; i++) {
        Ref key = in_column(w, w->keys[i], span->column);
        if (str_length(key) < shared) shared = str_length(key);
        if (shared <= span->skip) return;
        const uint8_t *a = str_data(first), *b = str_data(key);
        if (memcmp(a + span->skip, b + span->skip, shared - span->skip) == 0) continue;
        for (shared = span->skip; a[shared] == b[shared]; shared++) {
        }
    }
    if (shared > span->skip) span->skip = shared;
}

/* The items of the span; returns the bits in which their words differ. */
static uint64_t make_items(Words *w, const Span *span) {
    uint64_t first = word_of(w, span, span->start), differing = 0;
    for (size_t i = span->start; i < span->start + span->count; i++) {
        w->items[i] = (Item){word_of(w, span, i), i};
        differing |= w->items[i].word ^ first;
    }
    return differing;
}

/* Sorting. */

static void insertion_sort(Item *items, size_t count) {
    for (size_t i = 1; i < count; i++) {
        Item item = items[i];
        size_t to = i;
        for (; to > 0 && items[to - 1].word > item.word; to--) items[to] = items[to - 1];
        items[to] = item;
    }
}

/* One pass for each digit in which words differ, to and fro between items and room; returns where they end up. Its
 * counters stand on the C stack once, not in each span that waits for those in it. */
static __attribute__((noinline)) Item *radix_sort(Item *items, Item *room, size_t count, uint64_t differing) {
    const int width = count < LONG_MIN ? DIGIT_BITS : LONG_BITS;
    const uint64_t mask = ((uint64_t)1 << width) - 1;
    size_t places[(size_t)1 << LONG_BITS];
    for (int bit = 0; bit < 64 && differing >> bit; bit += width) {
        bit += __builtin_ctzll(differing >> bit);
        memset(places, 0, (mask + 1) * sizeof *places);
        for (size_t i = 0; i < count; i++) places[items[i].word >> bit & mask]++;
        for (size_t digit = 0, place = 0; digit <= mask; digit++) {
            size_t length = places[digit];
            places[digit] = place;
            place += length;
        }
        for (size_t i = 0; i < count; i++) room[places[items[i].word >> bit & mask]++] = items[i];
        Item *swap = items;
        items = room;
        room = swap;
    }
    return items;
}

/* Moves what stands in the span to where its items are; room holds as many. */
static void move_to_places(Value *values, const Span *span, const Item *items, Item *room) {
    Value *before = (void *)room;
    memcpy(before, values + span->start, span->count * sizeof(Value));
    for (size_t i = 0; i < span->count; i++) values[span->start + i] = before[items[i].place - span->start];
}

static bool sort_span(Words *w, Span span);

static bool sort_by_comparisons(const Words *w, const Span *span) {
    return w->rest(w->keys + span->start, w->values ? w->values + span->start : NULL, span->count);
}

/* What the words of a span hold of each key: characters, or bits. */
static size_t length_of_word(const Words *w, const Span *span) {
    Kind kind = w->kinds[span->column];
    if (kind == KIND_LONG) return span->skip == 0 ? TOP_BITS : 64;
    return kind == KIND_NARROW ? NARROW_CHARS : WIDE_CHARS;
}

/* Whether keys with equal words are equal: nothing is behind the words. */
static bool words_say_all(const Words *w, const Span *span) {
    Kind kind = w->kinds[span->column];
    size_t end = span->skip + length_of_word(w, span);
    if (kind == KIND_LONG) return int_bit_length(in_column(w, w->keys[span->start], span->column)) <= end;
    if (kind < KIND_NARROW) return true;
    size_t length = str_length(in_column(w, w->keys[span->start], span->column));
    for (size_t i = 0; i < span->count; i++) {
        size_t other = str_length(in_column(w, w->keys[span->start + i], span->column));
        if (other != length || other > end) return false;
    }
    return true;
}

/* Sorts a span of equal words by what follows. */
static bool sort_equals(Words *w, Span span) {
    if (words_say_all(w, &span)) {
        if (++span.column == w->columns) return true;
        span.skip = 0;
    } else {
        span.skip += length_of_word(w, &span);
    }
    span.level++;
    return sort_span(w, span);
}

static bool sort_span(Words *w, Span span) {
    int levels = w->kinds[span.column] == KIND_LONG ? LONG_LEVELS_MAX : LEVELS_MAX;
    if (span.level >= levels) return sort_by_comparisons(w, &span);
    skip_what_is_shared(w, &span);
    Item *items = w->items + span.start, *room = w->room + span.start;
    uint64_t differing = make_items(w, &span);
    if (differing == 0) return sort_equals(w, span);
    Item *sorted = items;
    if (span.count <= INSERTION_MAX) insertion_sort(items, span.count);
    else sorted = radix_sort(items, room, span.count, differing);
    move_to_places(w->keys, &span, sorted, sorted == items ? room : items);
    if (w->values) move_to_places(w->values, &span, sorted, sorted == items ? room : items);
    const Value *keys = w->keys + span.start;
    for (size_t i = 0, end; i < span.count; i = end) {
        bool differ = false;
        for (end = i + 1; end < span.count && sorted[end].word == sorted[i].word; end++) differ |= keys[end] != keys[i];
        Span equals = {span.start + i, end - i, span.column, span.skip, span.level};
        if (differ && !sort_equals(w, equals)) return false;
    }
    return true;
}

Lookup sort_by_words(Value *keys, Value *values, size_t count, SortSpan rest) {
    Words w = {.keys = keys, .values = values, .rest = rest};
    if (!note_kinds(&w, count)) return MISSING;
    Mem *mem = &rt()->mem;
    w.items = mem_raw_try(mem, 2 * count * sizeof(Item));
    if (!w.items) return MISSING;
    w.room = w.items + count;
    bool done = sort_span(&w, (Span){.count = count});
    mem_raw_free(mem, w.items, 2 * count * sizeof(Item));
    return done ? FOUND : FAILED;
}
