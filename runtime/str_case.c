/* runtime/str_case.c - str methods that change case.
 *
 * Owns:      nothing.
 * Invariant: full mappings of Unicode; a capital sigma at the end of a word becomes the final small one.
 * Not here:  the tables (base/ucd.h), the tests of case (str_is.c).
 */
#include "runtime/base/ucd.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

enum { CAPITAL_SIGMA = 0x3a3, FINAL_SIGMA = 0x3c2, SMALL_SIGMA = 0x3c3 };

static inline uint8_t ascii_lower(uint8_t c) { return (uint8_t)(c | (uint8_t)((uint8_t)(c - 'A') < 26) << 5); }
static inline uint8_t ascii_upper(uint8_t c) { return (uint8_t)(c & ~((uint8_t)((uint8_t)(c - 'a') < 26) << 5)); }

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

static Value lower_ascii(Ref s) {
    size_t length = str_length(s);
    if (length == 1) return str_from_char(ascii_lower((uint8_t)str_at(s, 0)));
    if (length == 0) return str_empty();
    Value lower = str_alloc(length, 0x7f);
    if (lower == NULL) return NULL;
    const uint8_t *from = str_data(s);
    uint8_t *to = str_data(lower);
    for (size_t i = 0; i < length; i++) to[i] = ascii_lower(from[i]);
    return lower;
}

static Value upper_ascii(Ref s) {
    size_t length = str_length(s);
    if (length == 1) return str_from_char(ascii_upper((uint8_t)str_at(s, 0)));
    if (length == 0) return str_empty();
    Value upper = str_alloc(length, 0x7f);
    if (upper == NULL) return NULL;
    const uint8_t *from = str_data(s);
    uint8_t *to = str_data(upper);
    for (size_t i = 0; i < length; i++) to[i] = ascii_upper(from[i]);
    return upper;
}

Value py_str_lower(const Ref *args) {
    return str_is_ascii(args[0]) ? lower_ascii(args[0]) : map_all(args[0], UCD_TO_LOWER);
}

Value str_upper(Ref s) { return str_is_ascii(s) ? upper_ascii(s) : map_all(s, UCD_TO_UPPER); }

Value py_str_upper(const Ref *args) { return str_upper(args[0]); }

Value py_str_casefold(const Ref *args) {
    return str_is_ascii(args[0]) ? lower_ascii(args[0]) : map_all(args[0], UCD_TO_FOLD);
}

Value py_str_capitalize(const Ref *args) {
    Ref s = args[0];
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, str_length(s), 0);
    for (size_t i = 0; i < str_length(s); i++) add_mapped(&b, s, i, i == 0 ? UCD_TO_TITLE : UCD_TO_LOWER);
    return builder_finish(&b);
}

Value py_str_title(const Ref *args) {
    Ref s = args[0];
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
