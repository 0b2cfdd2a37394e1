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

/* What an ASCII character becomes. first: the first of the text; in_word: a letter is before it. */
typedef uint8_t (*AsciiMap)(uint8_t c, bool first, bool in_word);

static inline bool is_ascii_upper(uint8_t c) { return (uint8_t)(c - 'A') < 26; }
static inline bool is_ascii_lower(uint8_t c) { return (uint8_t)(c - 'a') < 26; }
static inline uint8_t lower(uint8_t c, bool first, bool in_word) { return (uint8_t)(c | is_ascii_upper(c) << 5); }
static inline uint8_t upper(uint8_t c, bool first, bool in_word) { return (uint8_t)(c & ~(is_ascii_lower(c) << 5)); }
static inline uint8_t swap(uint8_t c, bool first, bool in_word) {
    return (uint8_t)(c ^ (is_ascii_upper(c) || is_ascii_lower(c)) << 5);
}
static inline uint8_t capitalize(uint8_t c, bool first, bool in_word) {
    return first ? upper(c, first, in_word) : lower(c, first, in_word);
}
static inline uint8_t title(uint8_t c, bool first, bool in_word) {
    return in_word ? lower(c, first, in_word) : upper(c, first, in_word);
}

/* A loop of its own for each mapping. */
static inline __attribute__((always_inline)) Value map_ascii(Ref s, AsciiMap map) {
    size_t length = str_length(s);
    const uint8_t *from = str_data(s);
    if (length == 1) return str_from_char(map(from[0], true, false));
    if (length == 0) return str_empty();
    Value mapped = str_alloc(length, 0x7f);
    if (mapped == NULL) return NULL;
    uint8_t *to = str_data(mapped);
    bool in_word = false;
    for (size_t i = 0; i < length; i++) {
        to[i] = map(from[i], i == 0, in_word);
        in_word = is_ascii_upper(from[i]) || is_ascii_lower(from[i]);
    }
    return mapped;
}

/* The other case for the letters from first on. */
static inline uint64_t other_case(uint64_t word, uint8_t first) {
    return word ^ search_between(word, first, (uint8_t)(first + 25)) >> 2;
}

/* ASCII text with the other case for the letters from first on, eight at a time. */
static Value flip_case(Ref s, uint8_t first) {
    size_t length = str_length(s), i = 0;
    const uint8_t *from = str_data(s);
    uint64_t word;
    if (length < 2) return length == 0 ? str_empty() : str_from_char((uint32_t)other_case(*from, first));
    Str *cell = ascii_cell_try(length);
    Value flipped = LIKELY(cell != NULL) ? value_of(cell) : str_alloc(length, 0x7f);
    if (flipped == NULL) return NULL;
    uint8_t *to = str_data(flipped);
    for (; length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, from + i, sizeof word);
        word = other_case(word, first);
        memcpy(to + i, &word, sizeof word);
    }
    word = 0;
    copy_short(&word, from + i, length - i);
    word = other_case(word, first);
    copy_short(to + i, &word, length - i);
    return flipped;
}

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
    return str_is_ascii(args[0]) ? flip_case(args[0], 'A') : map_all(args[0], UCD_TO_LOWER);
}

Value str_upper(Ref s) { return str_is_ascii(s) ? flip_case(s, 'a') : map_all(s, UCD_TO_UPPER); }

Value py_str_upper(const Ref *args) { return str_upper(args[0]); }

Value py_str_casefold(const Ref *args) {
    return str_is_ascii(args[0]) ? flip_case(args[0], 'A') : map_all(args[0], UCD_TO_FOLD);
}

Value py_str_capitalize(const Ref *args) {
    Ref s = args[0];
    if (str_is_ascii(s)) return map_ascii(s, capitalize);
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, str_length(s), 0);
    for (size_t i = 0; i < str_length(s); i++) add_mapped(&b, s, i, i == 0 ? UCD_TO_TITLE : UCD_TO_LOWER);
    return builder_finish(&b);
}

Value py_str_title(const Ref *args) {
    Ref s = args[0];
    if (str_is_ascii(s)) return map_ascii(s, title);
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
    if (str_is_ascii(s)) return map_ascii(s, swap);
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
