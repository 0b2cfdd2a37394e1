/* runtime/str_pad.c - str methods that add to the ends of a string or take from them.
 *
 * Owns:      nothing.
 * Invariant: a str that stays as it is is returned itself.
 * Not here:  format specs (format.c).
 */
#include "runtime/base/ucd.h"
#include "runtime/error.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

static Value pad(Ref s, size_t left, size_t right, uint32_t fill) {
    size_t length = str_length(s), total;
    if (left == 0 && right == 0) return str_slice(s, 0, SIZE_MAX);
    if (__builtin_add_overflow(length, left + right, &total) || total > INT64_MAX)
        return raise(&type_OverflowError, "padded string is too long");
    if (total == 1) return str_from_char(fill);
    Value padded = str_alloc(total, str_all(s) | fill);
    if (padded == NULL) return NULL;
    uint32_t width = str_width(padded);
    void *data = str_data(padded);
    chars_fill(data, width, fill, left);
    chars_copy(chars_place(data, width, left), width, str_data(s), str_width(s), length);
    chars_fill(chars_place(data, width, left + length), width, fill, right);
    return padded;
}

/* Reads (width, fillchar): how many characters to add. */
static bool read_padding(const Ref *args, size_t *missing, uint32_t *fill) {
    int64_t width, length = (int64_t)str_length(args[0]);
    if (!size_argument(args[1], &width)) return false;
    if (!is_str(args[2]))
        return raise_false(&type_TypeError, "The fill character must be a unicode character, not %T", args[2]);
    if (str_length(args[2]) != 1)
        return raise_false(&type_TypeError, "The fill character must be exactly one character long");
    *fill = str_at(args[2], 0);
    *missing = width > length ? (size_t)(width - length) : 0;
    return true;
}

Value py_str_ljust(const Ref *args) {
    size_t missing = 0;
    uint32_t fill = 0;
    return read_padding(args, &missing, &fill) ? pad(args[0], 0, missing, fill) : NULL;
}

Value py_str_rjust(const Ref *args) {
    size_t missing = 0;
    uint32_t fill = 0;
    return read_padding(args, &missing, &fill) ? pad(args[0], missing, 0, fill) : NULL;
}

Value py_str_center(const Ref *args) {
    size_t missing = 0;
    uint32_t fill = 0;
    if (!read_padding(args, &missing, &fill)) return NULL;
    /* The odd one goes left when the width is odd: what CPython does. */
    size_t left = missing / 2 + (missing & (missing + str_length(args[0])) & 1);
    return pad(args[0], left, missing - left, fill);
}

Value py_str_zfill(const Ref *args) {
    int64_t width, length = (int64_t)str_length(args[0]);
    if (!size_argument(args[1], &width)) return NULL;
    if (width <= length) return str_slice(args[0], 0, SIZE_MAX);
    size_t missing = (size_t)(width - length);
    Value filled = pad(args[0], missing, 0, '0');
    if (filled == NULL || length == 0) return filled;
    uint32_t sign = str_at(args[0], 0);
    if (sign == '+' || sign == '-') {
        chars_put(str_data(filled), str_width(filled), 0, sign);
        chars_put(str_data(filled), str_width(filled), missing, '0');
    }
    return filled;
}

Value py_str_expandtabs(const Ref *args) {
    int64_t tab;
    if (!tab_argument(args[1], &tab)) return NULL;
    if (chars_find(str_data(args[0]), str_width(args[0]), '\t', 0, str_length(args[0])) < 0)
        return str_slice(args[0], 0, SIZE_MAX);
    StrBuilder b;
    size_t column = 0, length = str_length(args[0]);
    builder_init(&b);
    builder_reserve(&b, length, 0);
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(args[0], i);
        if (c == '\t') {
            size_t step = tab > 0 ? (size_t)tab - column % (size_t)tab : 0;
            builder_repeat(&b, ' ', step);
            column += step;
        } else {
            builder_char(&b, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return builder_finish(&b);
}

/* Stripping. */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

/* Characters to take away; NULL stands for blanks. */
typedef struct CharSet {
    uint64_t ascii[2]; /* a bit for each of those below 128 */
    Ref others;        /* str with all of them, when some are not; or NULL */
} CharSet;

static CharSet char_set(Ref characters) {
    CharSet set = {.others = str_is_ascii(characters) ? NULL : characters};
    for (size_t i = 0; i < str_length(characters); i++) {
        uint32_t c = str_at(characters, i);
        if (c < 128) set.ascii[c / 64] |= (uint64_t)1 << c % 64;
    }
    return set;
}

static inline bool is_stripped(uint32_t c, const CharSet *set) {
    if (set == NULL) return ucd_is_space(c);
    if (LIKELY(c < 128)) return set->ascii[c / 64] >> c % 64 & 1;
    if (set->others == NULL) return false;
    return chars_find(str_data(set->others), str_width(set->others), c, 0, str_length(set->others)) >= 0;
}

/* Eight spaces stand at data. */
static inline bool all_spaces(const uint8_t *data) {
    uint64_t word;
    memcpy(&word, data, sizeof word);
    return word == 0x2020202020202020;
}

/* The same for the commonest: blanks around ASCII text. */
static Value strip_ascii_blanks(Ref s, int sides) {
    const uint8_t *data = str_data(s), *begin = data, *end = data + str_length(s);
    if (sides & STRIP_LEFT)
        while (begin < end && ucd_is_space(*begin)) begin += end - begin >= 8 && all_spaces(begin) ? 8 : 1;
    if (sides & STRIP_RIGHT)
        while (end > begin && ucd_is_space(end[-1])) end -= end - begin >= 8 && all_spaces(end - 8) ? 8 : 1;
    return str_slice(s, (size_t)(begin - data), (size_t)(end - data));
}

static Value strip_those(Ref s, int sides, const CharSet *set) {
    size_t begin = 0, end = str_length(s);
    uint32_t width = str_width(s);
    const void *data = str_data(s);
    if (sides & STRIP_LEFT)
        while (begin < end && is_stripped(chars_at(data, width, begin), set)) begin++;
    if (sides & STRIP_RIGHT)
        while (end > begin && is_stripped(chars_at(data, width, end - 1), set)) end--;
    return str_slice(s, begin, end);
}

static Value strip(Ref s, Ref characters, int sides, const char *method) {
    if (is_none(characters)) return str_is_ascii(s) ? strip_ascii_blanks(s, sides) : strip_those(s, sides, NULL);
    if (!is_str(characters)) return raise(&type_TypeError, "%s arg must be None or str", method);
    CharSet set = char_set(characters);
    return strip_those(s, sides, &set);
}

Value py_str_strip(const Ref *args) { return strip(args[0], args[1], STRIP_LEFT | STRIP_RIGHT, "strip"); }
Value py_str_lstrip(const Ref *args) { return strip(args[0], args[1], STRIP_LEFT, "lstrip"); }
Value py_str_rstrip(const Ref *args) { return strip(args[0], args[1], STRIP_RIGHT, "rstrip"); }

Value py_str_removeprefix(const Ref *args) {
    if (!str_argument(args[1], "removeprefix", 0)) return NULL;
    size_t length = str_length(args[1]);
    return str_slice(args[0], str_stands_at(args[0], args[1], 0) ? length : 0, SIZE_MAX);
}

Value py_str_removesuffix(const Ref *args) {
    if (!str_argument(args[1], "removesuffix", 0)) return NULL;
    size_t length = str_length(args[1]), whole = str_length(args[0]);
    bool there = length <= whole && str_stands_at(args[0], args[1], whole - length);
    return str_slice(args[0], 0, there ? whole - length : whole);
}
