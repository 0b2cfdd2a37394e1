/* runtime/str_case.c - str methods that change case.
 *
 * Owns:      nothing.
 * Invariant: full mappings of Unicode; a capital sigma at the end of a word becomes the final small one.
 * Not here:  the tables (base/ucd.h), the tests of case (str_is.c).
 */
#include "runtime/base/search.h"
#include "runtime/base/ucd.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

enum { CAPITAL_SIGMA = 0x3a3, FINAL_SIGMA = 0x3c2, SMALL_SIGMA = 0x3c3 };

/* ASCII. */

/* Which letters get the other case: all bits, or none. */
typedef struct Flip {
    uint64_t capitals, small;
} Flip;

static const Flip flip_capitals = {-1ull, 0}, flip_small = {0, -1ull}, flip_all = {-1ull, -1ull};

/* The other case for letters among eight bytes, those from 128 on being none. */
static inline uint64_t flip_word(uint64_t word, Flip letters) {
    uint64_t low = word & SEARCH_BYTES(0x7f);
    uint64_t found =
        (search_between(low, 'A', 'Z') & letters.capitals) | (search_between(low, 'a', 'z') & letters.small);
    return word ^ (found & ~word & SEARCH_BYTES(0x80)) >> 2;
}

static inline void flip_at(uint8_t *to, const uint8_t *from, size_t size, Flip letters) {
    uint64_t word = 0;
    memcpy(&word, from, size);
    word = flip_word(word, letters);
    memcpy(to, &word, size);
}

/* Eight or four bytes at a time, the last of them once more: to is another place. */
static void flip(uint8_t *to, const uint8_t *from, size_t length, Flip letters) {
    size_t i = 0;
    if (length >= 8) {
        for (; i < length - 8; i += 8) flip_at(to + i, from + i, 8, letters);
        flip_at(to + length - 8, from + length - 8, 8, letters);
    } else if (length >= 4) {
        flip_at(to, from, 4, letters);
        flip_at(to + length - 4, from + length - 4, 4, letters);
    } else {
        for (; i < length; i++) flip_at(to + i, from + i, 1, letters);
    }
}

static void make_title(uint8_t *to, const uint8_t *from, size_t length) {
    bool in_word = false;
    for (size_t i = 0; i < length; i++) {
        uint8_t c = from[i], small = c | 0x20;
        bool letter = (uint8_t)(small - 'a') < 26;
        to[i] = !letter ? c : in_word ? small : small ^ 0x20;
        in_word = letter;
    }
}

void ascii_change_case(uint8_t *to, const uint8_t *from, size_t length, AsciiCase change) {
    switch (change) {
    case ASCII_LOWER:
    case ASCII_CAPITAL: flip(to, from, length, flip_capitals); break;
    case ASCII_UPPER: flip(to, from, length, flip_small); break;
    case ASCII_SWAP: flip(to, from, length, flip_all); break;
    case ASCII_TITLE: make_title(to, from, length); break;
    }
    if (change == ASCII_CAPITAL && length) *to = (uint8_t)flip_word(*from, flip_small);
}

static Value change_ascii(Ref s, AsciiCase change) {
    size_t length = str_length(s);
    uint8_t one;
    if (length < 2) {
        ascii_change_case(&one, str_data(s), length, change);
        return length == 0 ? str_empty() : str_from_char(one);
    }
    Str *cell = ascii_cell_try(length);
    Value changed = LIKELY(cell != NULL) ? value_of(cell) : str_alloc(length, 0x7f);
    if (changed) ascii_change_case(str_data(changed), str_data(s), length, change);
    return changed;
}

/* Other text. */

/* True when the sigma at i ends a word: something cased before it and nothing cased behind, case-ignorable characters
 * left out: https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf, table 3-17. */
static bool is_final_sigma(Ref s, size_t i) {
    size_t length = str_length(s), before = i, behind = i + 1;
    while (before > 0 && ucd_flags(str_at(s, before - 1)) & UCD_CASE_IGNORABLE) before--;
    if (before == 0 || !(ucd_flags(str_at(s, before - 1)) & UCD_CASED)) return false;
    while (behind < length && ucd_flags(str_at(s, behind)) & UCD_CASE_IGNORABLE) behind++;
    return behind == length || !(ucd_flags(str_at(s, behind)) & UCD_CASED);
}

/* Adds what the character at i becomes. */
static void add_mapped(StrBuilder *b, Ref s, size_t i, UcdMapping mapping) {
    uint32_t c = str_at(s, i), mapped[UCD_MAPPED_MAX];
    if (c == CAPITAL_SIGMA && mapping == UCD_TO_LOWER) {
        builder_char(b, is_final_sigma(s, i) ? FINAL_SIGMA : SMALL_SIGMA);
        return;
    }
    size_t count = ucd_map(mapping, c, mapped);
    for (size_t k = 0; k < count; k++) builder_char(b, mapped[k]);
}

static Value map_all(Ref s, UcdMapping mapping) {
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, str_length(s), 0);
    for (size_t i = 0; i < str_length(s); i++) add_mapped(&b, s, i, mapping);
    return builder_finish(&b);
}

Value py_str_lower(const Ref *args) {
    return str_is_ascii(args[0]) ? change_ascii(args[0], ASCII_LOWER) : map_all(args[0], UCD_TO_LOWER);
}

Value str_upper(Ref s) { return str_is_ascii(s) ? change_ascii(s, ASCII_UPPER) : map_all(s, UCD_TO_UPPER); }

Value py_str_upper(const Ref *args) { return str_upper(args[0]); }

Value py_str_casefold(const Ref *args) {
    return str_is_ascii(args[0]) ? change_ascii(args[0], ASCII_LOWER) : map_all(args[0], UCD_TO_FOLD);
}

Value py_str_capitalize(const Ref *args) {
    Ref s = args[0];
    if (str_is_ascii(s)) return change_ascii(s, ASCII_CAPITAL);
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, str_length(s), 0);
    for (size_t i = 0; i < str_length(s); i++) add_mapped(&b, s, i, i == 0 ? UCD_TO_TITLE : UCD_TO_LOWER);
    return builder_finish(&b);
}

Value py_str_title(const Ref *args) {
    Ref s = args[0];
    if (str_is_ascii(s)) return change_ascii(s, ASCII_TITLE);
    bool in_word = false;
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, str_length(s), 0);
    for (size_t i = 0; i < str_length(s); i++) {
        add_mapped(&b, s, i, in_word ? UCD_TO_LOWER : UCD_TO_TITLE);
        in_word = ucd_flags(str_at(s, i)) & UCD_CASED;
    }
    return builder_finish(&b);
}

Value py_str_swapcase(const Ref *args) {
    Ref s = args[0];
    if (str_is_ascii(s)) return change_ascii(s, ASCII_SWAP);
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, str_length(s), 0);
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i), flags = ucd_flags(c);
        if (flags & UCD_UPPER) {
            add_mapped(&b, s, i, UCD_TO_LOWER);
        } else if (flags & UCD_LOWER) {
            add_mapped(&b, s, i, UCD_TO_UPPER);
        } else {
            builder_char(&b, c);
        }
    }
    return builder_finish(&b);
}
