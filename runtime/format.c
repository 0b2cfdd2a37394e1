/* runtime/format.c - reading format specs, and format of str.
 *
 * Owns:      the grammar of specs and its errors.
 * Invariant: a FormatSpec that format_parse accepts has a grouping only with a type that may be grouped.
 * Not here:  numbers (format_number.c).
 */
#include "runtime/format.h"

#include "runtime/base/ucd.h"
#include "runtime/error.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* Where reading stands in a spec. */
typedef struct SpecReader {
    const void *data; /* of the whole text */
    uint32_t width;   /* bytes a character of it */
    uint32_t c;       /* the next character, or 0 at the end */
    size_t at, end;   /* where it stands, and where the spec ends */
} SpecReader;

static inline uint32_t character(const SpecReader *r, size_t at) {
    return at < r->end ? chars_at(r->data, r->width, at) : 0;
}

static inline void advance(SpecReader *r) { r->c = character(r, ++r->at); }

/* c is not 0. */
static inline bool take(SpecReader *r, uint32_t c) {
    if (r->c != c) return false;
    advance(r);
    return true;
}

static inline int ascii_digit(uint32_t c) { return c - '0' < 10 ? (int)(c - '0') : -1; }

/* Reads digits if there are any; -1: none. False with ValueError. */
static bool read_integer(SpecReader *r, int64_t *result) {
    *result = -1;
    for (int digit; (digit = r->c < 0x80 ? ascii_digit(r->c) : ucd_decimal(r->c)) >= 0; advance(r)) {
        if (*result < 0) *result = 0;
        if (__builtin_mul_overflow(*result, 10, result) || __builtin_add_overflow(*result, digit, result))
            return raise_false(&type_ValueError, "Too many decimal digits in format string");
    }
    return true;
}

static void read_alignment(SpecReader *r, FormatSpec *spec, bool *fill_given) {
    *fill_given = false;
    if (is_align(character(r, r->at + 1))) {
        spec->fill = r->c;
        *fill_given = true;
        advance(r);
    } else if (!is_align(r->c)) {
        return;
    }
    spec->align = r->c;
    spec->align_given = true;
    advance(r);
}

static void read_flags(SpecReader *r, FormatSpec *spec, bool fill_given) {
    if (r->c == '+' || r->c == '-' || r->c == ' ') {
        spec->sign = r->c;
        advance(r);
    }
    spec->no_minus_zero = take(r, 'z');
    spec->alternate = take(r, '#');
    if (!fill_given && take(r, '0')) {
        spec->fill = '0';
        if (!spec->align_given && spec->align == '>') spec->align = '=';
    }
}

static bool read_grouping(SpecReader *r, FormatSpec *spec) {
    if (take(r, ',')) spec->grouping = ',';
    bool both = false;
    if (take(r, '_')) {
        both = spec->grouping != 0;
        spec->grouping = '_';
    }
    if (both || (r->c == ',' && spec->grouping == '_'))
        return raise_false(&type_ValueError, "Cannot specify both ',' and '_'.");
    return true;
}

#define NUL_TYPE UINT32_MAX /* the letter is a NUL, which is no type of int and str; float and complex pass over it */

static bool check_grouping(const FormatSpec *spec, uint32_t default_type) {
    uint32_t type = spec->type ? spec->type : default_type;
    if (type == 0 || (type < 0x80 && strchr("defgEG%F", (int)type))) return true;
    if (spec->grouping == '_' && type < 0x80 && strchr("boxX", (int)type)) return true;
    if (type > 32 && type < 128)
        return raise_false(&type_ValueError, "Cannot specify '%c' with '%c'.", (int)spec->grouping, (int)type);
    return raise_false(&type_ValueError, "Cannot specify '%c' with '\\x%x'.", (int)spec->grouping,
                       type == NUL_TYPE ? 0 : type);
}

static COLD bool raise_invalid(SpecText text, Ref self) {
    Value shown = str_slice(text.text, text.begin, text.end);
    if (shown) raise(&type_ValueError, "Invalid format specifier '%S' for object of type '%T'", shown, self);
    release_maybe(shown);
    return false;
}

bool format_parse(FormatSpec *spec, SpecText text, Ref self, uint32_t default_align, uint32_t default_type) {
    SpecReader r = {.data = str_data(text.text), .width = str_width(text.text), .at = text.begin, .end = text.end};
    r.c = character(&r, r.at);
    bool fill_given;
    *spec = (FormatSpec){.fill = ' ', .align = default_align, .width = -1, .precision = -1};
    read_alignment(&r, spec, &fill_given);
    read_flags(&r, spec, fill_given);
    if (!read_integer(&r, &spec->width) || !read_grouping(&r, spec)) return false;
    if (take(&r, '.')) {
        if (!read_integer(&r, &spec->precision)) return false;
        if (spec->precision < 0) return raise_false(&type_ValueError, "Format specifier missing precision");
    }
    if (r.end - r.at > 1) return raise_invalid(text, self);
    spec->type = r.c;
    if (spec->type == 0 && r.at < r.end && default_type) spec->type = NUL_TYPE;
    return spec->grouping == 0 || check_grouping(spec, default_type);
}

bool format_unknown(const FormatSpec *spec, Ref self) {
    if (spec->type > 32 && spec->type < 128)
        return raise_false(&type_ValueError, "Unknown format code '%c' for object of type '%T'", (int)spec->type, self);
    return raise_false(&type_ValueError, "Unknown format code '\\x%x' for object of type '%T'",
                       spec->type == NUL_TYPE ? 0 : spec->type, self);
}

void format_pad(StrBuilder *b, const FormatSpec *spec, Ref text, size_t length) {
    size_t missing = spec->width > (int64_t)length ? (size_t)spec->width - length : 0;
    size_t left = spec->align == '<' ? 0 : spec->align == '^' ? missing / 2 : missing;
    builder_repeat(b, spec->fill, left);
    builder_slice(b, text, 0, length);
    builder_repeat(b, spec->fill, missing - left);
}

static bool check_str_spec(const FormatSpec *spec, Ref self) {
    const char *wrong = NULL;
    if (spec->type != 0 && spec->type != 's') return format_unknown(spec, self);
    if (spec->sign == ' ') {
        wrong = "Space not allowed in string format specifier";
    } else if (spec->sign) {
        wrong = "Sign not allowed in string format specifier";
    } else if (spec->no_minus_zero) {
        wrong = "Negative zero coercion (z) not allowed in string format specifier";
    } else if (spec->alternate) {
        wrong = "Alternate form (#) not allowed in string format specifier";
    } else if (spec->align == '=') {
        wrong = "'=' alignment not allowed in string format specifier";
    }
    return wrong == NULL || raise_false(&type_ValueError, "%s", wrong);
}

/* Characters of self that the spec leaves. */
static size_t kept_length(Ref self, const FormatSpec *spec) {
    size_t length = str_length(self);
    return spec->precision >= 0 && spec->precision < (int64_t)length ? (size_t)spec->precision : length;
}

bool format_add_str(StrBuilder *b, Ref self, SpecText text) {
    FormatSpec spec;
    if (!format_parse(&spec, text, self, '<', 's') || !check_str_spec(&spec, self)) return false;
    format_pad(b, &spec, self, kept_length(self, &spec));
    return true;
}

Value format_str(Ref self, Ref text) {
    if (text == NULL || str_length(text) == 0) return is_exact(self, &type_str) ? retain(self) : str_of(self);
    FormatSpec spec;
    if (!format_parse(&spec, spec_whole(text), self, '<', 's') || !check_str_spec(&spec, self)) return NULL;
    size_t length = kept_length(self, &spec);
    bool whole = length == str_length(self) && length > 0; /* then the result may be of a subclass, as CPython's */
    if (spec.width <= (int64_t)length) return whole ? retain(self) : str_slice(self, 0, length);
    StrBuilder b;
    builder_init(&b);
    format_pad(&b, &spec, self, length);
    return builder_finish(&b);
}
