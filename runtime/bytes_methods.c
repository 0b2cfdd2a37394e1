/* runtime/bytes_methods.c - methods of bytes and bytearray that look at bytes one by one: case, tests, padding, hex.
 *
 * Owns:      nothing.
 * Invariant: only ASCII counts as letters, digits and blanks.
 * Not here:  searching (bytes_search.c), splitting (bytes_split.c).
 */
#include "runtime/bytes_methods.h"

#include "runtime/error.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"

static bool is_lower(uint8_t c) { return (uint8_t)(c - 'a') < 26; }
static bool is_upper(uint8_t c) { return (uint8_t)(c - 'A') < 26; }
static bool is_letter(uint8_t c) { return is_lower(c | 0x20); }
static bool is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }
static bool is_letter_or_digit(uint8_t c) { return is_letter(c) || is_digit(c); }
static bool is_blank(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_ascii(uint8_t c) { return c < 128; }

/* Case. */

static Value change_case(Ref self, AsciiCase change) {
    ByteView v;
    if (!byte_view(self, &v)) return NULL;
    Value changed = bytes_like(self, v.data, v.length);
    if (changed && is_bytes(self) && v.length == 1) {
        uint8_t one;
        ascii_change_case(&one, v.data, 1, change);
        slot_set_steal(&changed, bytes_from(&one, 1));
    } else if (changed) {
        ascii_change_case(is_bytes(self) ? bytes_data(changed) : as_bytearray(changed)->data, v.data, v.length, change);
    }
    byte_view_done(&v);
    return changed;
}

Value py_bytes_lower(const Ref *args) { return change_case(args[0], ASCII_LOWER); }
Value py_bytes_upper(const Ref *args) { return change_case(args[0], ASCII_UPPER); }
Value py_bytes_swapcase(const Ref *args) { return change_case(args[0], ASCII_SWAP); }
Value py_bytes_capitalize(const Ref *args) { return change_case(args[0], ASCII_CAPITAL); }
Value py_bytes_title(const Ref *args) { return change_case(args[0], ASCII_TITLE); }

/* Tests. */

static Value all_are(Ref self, bool (*test)(uint8_t), bool when_empty) {
    ByteView v;
    if (!byte_view(self, &v)) return NULL;
    size_t i = 0;
    while (i < v.length && test(v.data[i])) i++;
    bool all = i == v.length && (when_empty || i > 0);
    byte_view_done(&v);
    return bool_value(all);
}

Value py_bytes_isalnum(const Ref *args) { return all_are(args[0], is_letter_or_digit, false); }
Value py_bytes_isalpha(const Ref *args) { return all_are(args[0], is_letter, false); }
Value py_bytes_isascii(const Ref *args) { return all_are(args[0], is_ascii, true); }
Value py_bytes_isdigit(const Ref *args) { return all_are(args[0], is_digit, false); }
Value py_bytes_isspace(const Ref *args) { return all_are(args[0], is_blank, false); }

static Value some_and_none(Ref self, bool (*wanted)(uint8_t), bool (*unwanted)(uint8_t)) {
    ByteView v;
    if (!byte_view(self, &v)) return NULL;
    bool found = false, spoiled = false;
    for (size_t i = 0; i < v.length; i++) {
        found |= wanted(v.data[i]);
        spoiled |= unwanted(v.data[i]);
    }
    byte_view_done(&v);
    return bool_value(found && !spoiled);
}

Value py_bytes_islower(const Ref *args) { return some_and_none(args[0], is_lower, is_upper); }
Value py_bytes_isupper(const Ref *args) { return some_and_none(args[0], is_upper, is_lower); }

Value py_bytes_istitle(const Ref *args) {
    ByteView v;
    if (!byte_view(args[0], &v)) return NULL;
    bool found = false, in_word = false, spoiled = false;
    for (size_t i = 0; i < v.length; i++) {
        bool letter = is_letter(v.data[i]);
        spoiled |= letter && is_upper(v.data[i]) == in_word;
        found |= letter;
        in_word = letter;
    }
    byte_view_done(&v);
    return bool_value(found && !spoiled);
}

/* Padding. */

static Value pad(Ref self, size_t left, size_t right, uint8_t fill) {
    ByteView v;
    if (left + right == 0 && is_exact(self, &type_bytes)) return retain(self);
    if (!is_bytes(self) && left + right > INT64_MAX / 2) return raise_memory();
    if (!byte_view(self, &v)) return NULL;
    Value padded = bytes_alloc(left + v.length + right);
    if (padded && left + v.length + right > 0) {
        uint8_t *data = bytes_data(padded);
        memset(data, fill, left);
        memcpy(data + left, v.data, v.length);
        memset(data + left + v.length, fill, right);
    }
    if (padded && !is_bytes(self)) slot_set_steal(&padded, bytearray_from(bytes_data(padded), bytes_length(padded)));
    byte_view_done(&v);
    return padded;
}

/* Reads (width, fillchar): how many bytes to add. */
static bool read_padding(const Ref *args, const char *method, size_t *missing, uint8_t *fill) {
    int64_t width;
    ByteView v;
    if (!size_argument(args[1], &width)) return false;
    bool is_byte = (is_bytes(args[2]) || is_bytearray(args[2])) && bytes_count(args[2]) == 1;
    if (!is_byte)
        return raise_false(&type_TypeError, "%s() argument 2 must be a byte string of length 1, not %s", method,
                           is_none(args[2]) ? "None" : type_of(args[2])->name);
    if (!byte_view(args[2], &v)) return false;
    *fill = v.data[0];
    byte_view_done(&v);
    int64_t length = (int64_t)bytes_count(args[0]);
    *missing = width > length ? (size_t)(width - length) : 0;
    return true;
}

Value py_bytes_ljust(const Ref *args) {
    size_t missing;
    uint8_t fill;
    return read_padding(args, "ljust", &missing, &fill) ? pad(args[0], 0, missing, fill) : NULL;
}

Value py_bytes_rjust(const Ref *args) {
    size_t missing;
    uint8_t fill;
    return read_padding(args, "rjust", &missing, &fill) ? pad(args[0], missing, 0, fill) : NULL;
}

Value py_bytes_center(const Ref *args) {
    size_t missing;
    uint8_t fill;
    if (!read_padding(args, "center", &missing, &fill)) return NULL;
    size_t width = missing + bytes_count(args[0]), left = missing / 2 + (missing & width & 1);
    return pad(args[0], left, missing - left, fill);
}

Value py_bytes_zfill(const Ref *args) {
    int64_t width;
    if (!size_argument(args[1], &width)) return NULL;
    int64_t length = (int64_t)bytes_count(args[0]);
    size_t missing = width > length ? (size_t)(width - length) : 0;
    Value filled = pad(args[0], missing, 0, '0');
    if (filled == NULL || missing == 0 || length == 0) return filled;
    uint8_t *data = is_bytes(filled) ? bytes_data(filled) : as_bytearray(filled)->data;
    if (data[missing] == '+' || data[missing] == '-') {
        data[0] = data[missing];
        data[missing] = '0';
    }
    return filled;
}

Value py_bytes_expandtabs(const Ref *args) {
    int64_t tab;
    ByteView v;
    if (!tab_argument(args[1], &tab) || !byte_view(args[0], &v)) return NULL;
    StrBuilder b;
    size_t column = 0;
    builder_init(&b);
    for (size_t i = 0; i < v.length; i++) {
        uint8_t c = v.data[i];
        if (c == '\t') {
            size_t step = tab > 0 ? (size_t)tab - column % (size_t)tab : 0;
            builder_repeat(&b, ' ', step);
            column += step;
        } else {
            builder_char(&b, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    byte_view_done(&v);
    Value expanded = b.failed ? NULL : bytes_like(args[0], b.data, b.length);
    builder_abandon(&b);
    return expanded;
}

/* translate. */

Value py_bytes_maketrans(const Ref *args) {
    ByteView from, to = {0};
    uint8_t table[256];
    if (!byte_view(args[0], &from)) return NULL;
    bool good = byte_view(args[1], &to);
    if (good && from.length != to.length)
        good = raise_false(&type_ValueError, "maketrans arguments must have same length");
    for (int i = 0; i < 256; i++) table[i] = (uint8_t)i;
    for (size_t i = 0; good && i < from.length; i++) table[from.data[i]] = to.data[i];
    byte_view_done(&from);
    byte_view_done(&to);
    return good ? bytes_from(table, 256) : NULL;
}

static void translate_into(StrBuilder *b, const ByteView *self, const uint8_t *table, const bool *dropped) {
    for (size_t i = 0; i < self->length; i++) {
        uint8_t c = self->data[i];
        if (!dropped[c]) builder_char(b, table ? table[c] : c);
    }
}

/* Without bytes to drop. */
static Value translate_all(Ref self, const ByteView *from, const uint8_t *table) {
    Value result = bytes_alloc(from->length);
    for (size_t i = 0; result && i < from->length; i++) bytes_data(result)[i] = table[from->data[i]];
    bool plain = is_exact(self, &type_bytes) && from->length != 1;
    if (result && !plain) slot_set_steal(&result, bytes_like(self, bytes_data(result), from->length));
    return result;
}

Value py_bytes_translate(const Ref *args) {
    ByteView self = {0}, table = {0}, delete = {0};
    bool dropped[256] = {false}, good = is_none(args[1]) || byte_view(args[1], &table);
    if (good && table.data && table.length != 256)
        good = raise_false(&type_ValueError, "translation table must be 256 characters long");
    good = good && byte_view(args[2], &delete) && byte_view(args[0], &self);
    for (size_t i = 0; good && i < delete.length; i++) dropped[delete.data[i]] = true;
    Value result = NULL;
    if (good && table.data && delete.length == 0) {
        result = translate_all(args[0], &self, table.data);
    } else if (good) {
        StrBuilder b;
        builder_init(&b);
        translate_into(&b, &self, table.data, dropped);
        if (!b.failed) result = bytes_like(args[0], b.data, b.length);
        builder_abandon(&b);
    }
    byte_view_done(&self);
    byte_view_done(&table);
    byte_view_done(&delete);
    return result;
}

/* Hexadecimal. */

/* Of a digit its value + 1. */
static const uint8_t hex_values[256] = {
    ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9,  ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
    ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
};

static inline int hex_value(uint8_t c) { return (int)hex_values[c] - 1; }

static Value raise_no_hex(size_t position) {
    return raise(&type_ValueError, "non-hexadecimal number found in fromhex() arg at position %zu", position);
}

/* The commonest case: pairs of digits and nothing else. MISSING: there is something else. */
static Lookup read_pairs(Ref text, Value *bytes) {
    size_t length = str_length(text) / 2;
    const uint8_t *from = str_data(text);
    if (str_length(text) % 2 || length < 2) return MISSING;
    *bytes = bytes_alloc(length);
    if (*bytes == NULL) return FAILED;
    uint8_t *to = bytes_data(*bytes);
    for (size_t i = 0; i < length; i++) {
        int high = hex_value(from[2 * i]), low = hex_value(from[2 * i + 1]);
        if (UNLIKELY((high | low) < 0)) {
            clear_ref(bytes);
            return MISSING;
        }
        to[i] = (uint8_t)(high << 4 | low);
    }
    return FOUND;
}

static Value read_hex(Ref text) {
    StrBuilder b;
    Value bytes;
    size_t length = str_length(text), i = 0;
    Lookup read = read_pairs(text, &bytes);
    if (read != MISSING) return read == FOUND ? bytes : NULL;
    builder_init(&b);
    for (;;) {
        while (i < length && is_blank((uint8_t)str_at(text, i))) i++;
        if (i == length) return bytes_finish(&b);
        int high = hex_value((uint8_t)str_at(text, i)),
            low = i + 1 < length ? hex_value((uint8_t)str_at(text, i + 1)) : -1;
        if (high < 0 || low < 0) {
            builder_abandon(&b);
            return raise_no_hex(high < 0 ? i : i + 1);
        }
        builder_char(&b, (uint32_t)(high << 4 | low));
        i += 2;
    }
}

/* args: class, string. */
Value py_bytes_fromhex(const Ref *args) {
    if (!str_argument(args[1], "fromhex", 0)) return NULL;
    if (!str_is_ascii(args[1])) { /* is complained of before anything else */
        size_t i = 0;
        while (str_at(args[1], i) < 128) i++;
        return raise_no_hex(i);
    }
    Value bytes = read_hex(args[1]), type = retain(args[0]);
    if (bytes && as_type(type) != &type_bytes) slot_set_steal(&bytes, call_1(type, bytes));
    release(type);
    return bytes;
}

#define NO_SEPARATOR UINT32_MAX

/* The character between groups. */
static bool read_separator(Ref separator, uint32_t *c) {
    *c = NO_SEPARATOR;
    if (separator == NULL) return true;
    int64_t length = length_of(separator);
    if (length < 0) return false;
    if (length != 1) return raise_false(&type_ValueError, "sep must be length 1.");
    if (!is_str(separator) && !is_bytes(separator)) return raise_false(&type_TypeError, "sep must be str or bytes.");
    *c = is_str(separator) ? str_at(separator, 0) : bytes_data(separator)[0];
    return *c < 128 || raise_false(&type_ValueError, "sep must be ASCII.");
}

static inline uint8_t hex_digit(uint8_t value) { return (uint8_t)(value + (value < 10 ? '0' : 'a' - 10)); }

/* The digits of four bytes, in the order of their addresses. */
static inline uint64_t hex_of_four(const uint8_t *bytes) {
    uint64_t x = (uint64_t)bytes[0] | (uint64_t)bytes[1] << 16 | (uint64_t)bytes[2] << 32 | (uint64_t)bytes[3] << 48;
    uint64_t halves = (x >> 4 | x << 8) & 0x0f0f0f0f0f0f0f0fu, letters = (halves + 0x0606060606060606u) >> 4;
    uint64_t digits = halves + 0x3030303030303030u + (letters & 0x0101010101010101u) * ('a' - '0' - 10);
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? digits : __builtin_bswap64(digits);
}

/* Writes the digits of all bytes, with separators between groups of size bytes; 0: without. */
static void write_hex(uint8_t *to, const ByteView *v, uint32_t separator, size_t size, bool from_left) {
    if (size == 0) {
        size_t i = 0;
        for (; v->length - i >= 4; i += 4) {
            uint64_t digits = hex_of_four(v->data + i);
            memcpy(to + 2 * i, &digits, sizeof digits);
        }
        for (; i < v->length; i++) {
            to[2 * i] = hex_digit(v->data[i] >> 4);
            to[2 * i + 1] = hex_digit(v->data[i] & 15);
        }
        return;
    }
    size_t left = from_left || v->length % size == 0 ? size : v->length % size; /* bytes of the first group */
    for (size_t i = 0; i < v->length; i++, left--) {
        if (left == 0) {
            *to++ = (uint8_t)separator;
            left = size;
        }
        *to++ = hex_digit(v->data[i] >> 4);
        *to++ = hex_digit(v->data[i] & 15);
    }
}

Value py_bytes_hex(const Ref *args) {
    uint32_t separator;
    int64_t group;
    ByteView v;
    if (!tab_argument(args[2], &group) || !read_separator(args[1], &separator) || !byte_view(args[0], &v)) return NULL;
    size_t size = separator == NO_SEPARATOR ? 0 : group < 0 ? (size_t)-group : (size_t)group;
    size_t separators = size > 0 && v.length > 0 ? (v.length - 1) / size : 0;
    Value text = v.length == 0 ? str_empty() : str_alloc(v.length * 2 + separators, 0x7f);
    if (text && v.length > 0) write_hex(str_data(text), &v, separator, size, group < 0);
    byte_view_done(&v);
    return text;
}
