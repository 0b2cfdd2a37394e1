/* runtime/format_number.c - format of int, float and complex.
 *
 * Owns:      grouping, padding with zeros, the choice of notation.
 * Invariant: digits are ASCII until they are in the builder.
 * Not here:  reading of specs (format.c), digits of floats (base/number.h) and of big ints (int.h).
 */
#include <limits.h>

#include "runtime/base/number.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/format.h"
#include "runtime/int.h"
#include "runtime/protocol.h"

/* Grouping. */

/* How the digits will stand: zeros in front and separators between. */
typedef struct Grouping {
    size_t zeros;  /* in front of the digits */
    size_t length; /* characters in all, separators included */
} Grouping;

/* Zeros fill up to min_width, of which a separator never is the first. */
static Grouping plan_groups(size_t digits, size_t min_width, size_t group) {
    if (digits == 0) return (Grouping){0, 0};
    size_t shown = digits;
    if (group == 0) {
        if (shown < min_width) shown = min_width;
        return (Grouping){shown - digits, shown};
    }
    while (shown + (shown - 1) / group < min_width) shown++;
    return (Grouping){shown - digits, shown + (shown - 1) / group};
}

static void add_groups(StrBuilder *b, const NumberText *n, Grouping plan, uint32_t separator) {
    size_t total = plan.zeros + n->digit_count;
    if (separator == 0) {
        builder_repeat(b, '0', plan.zeros);
        builder_ascii(b, n->digits, n->digit_count);
        return;
    }
    for (size_t i = 0; i < total; i++) {
        if (i > 0 && (total - i) % n->group_size == 0) builder_char(b, separator);
        builder_char(b, i < plan.zeros ? '0' : (uint32_t)(uint8_t)n->digits[i - plan.zeros]);
    }
}

void format_number(StrBuilder *b, const FormatSpec *spec, const NumberText *n) {
    size_t prefix = strlen(n->prefix), fixed = (n->sign != 0) + prefix + n->rest_count;
    size_t width = spec->width > 0 ? (size_t)spec->width : 0, min_width = 0;
    if (spec->fill == '0' && spec->align == '=' && width > fixed) min_width = width - fixed;
    Grouping plan = plan_groups(n->digit_count, min_width, spec->grouping ? n->group_size : 0);
    size_t missing = width > fixed + plan.length ? width - fixed - plan.length : 0;
    size_t left = spec->align == '>' ? missing : spec->align == '^' ? missing / 2 : 0;
    size_t middle = spec->align == '=' ? missing : 0;
    builder_repeat(b, spec->fill, left);
    if (n->sign) builder_char(b, (uint32_t)n->sign);
    builder_ascii(b, n->prefix, prefix);
    builder_repeat(b, spec->fill, middle);
    add_groups(b, n, plan, spec->grouping);
    builder_ascii(b, n->rest, n->rest_count);
    builder_repeat(b, spec->fill, missing - left - middle);
}

static char sign_of(bool negative, uint32_t wanted) {
    if (negative) return '-';
    return wanted == '+' || wanted == ' ' ? (char)wanted : 0;
}

/* int. */

static bool add_character(StrBuilder *b, Ref self, const FormatSpec *spec) {
    int64_t code;
    if (spec->sign) return raise_false(&type_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return raise_false(&type_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!int_as_int64(self, &code))
        return raise_false(&type_OverflowError, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10ffff) return raise_false(&type_OverflowError, "%%c arg not in range(0x110000)");
    Value character = str_from_char((uint32_t)code);
    if (character == NULL) return false;
    format_pad(b, spec, character, 1);
    release(character);
    return true;
}

static bool add_integer(StrBuilder *b, Ref self, const FormatSpec *spec) {
    if (spec->precision >= 0) return raise_false(&type_ValueError, "Precision not allowed in integer format specifier");
    if (spec->no_minus_zero)
        return raise_false(&type_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec->type == 'c') return add_character(b, self, spec);
    IntForm form = int_form(spec->type);
    IntText text;
    if (!int_text_open(&text, self, &form, false)) return false;
    bool negative = *text.chars == '-';
    NumberText n = {.digits = text.chars + negative, .digit_count = text.length - negative, .rest = ""};
    n.prefix = spec->alternate ? form.prefix : "";
    n.sign = sign_of(negative, spec->sign);
    n.group_size = form.base == 10 ? 3 : 4;
    format_number(b, spec, &n);
    int_text_close(&text);
    return true;
}

/* float. */

/* A double as text, in the notation that a spec asks for. */
typedef struct FloatText {
    char small[512]; /* room for most */
    char *text;      /* small or owned */
    size_t length;   /* bytes of it */
    char *owned;     /* raw storage, or NULL */
    size_t room;     /* bytes of it */
} FloatText;

static bool write_float(FloatText *out, double d, char type, size_t precision, unsigned flags, bool percent) {
    out->owned = NULL;
    out->text = out->small;
    out->room = number_format_room(d, type, precision) + 1;
    if (out->room > sizeof out->small) {
        out->owned = out->text = mem_raw_try(&rt()->mem, out->room);
        if (out->owned == NULL) return raise_memory(), false;
    }
    out->length = number_format(out->text, d, type, precision, flags);
    if (percent) out->text[out->length++] = '%';
    return true;
}

static void float_text_done(FloatText *text) {
    if (text->owned) mem_raw_free(&rt()->mem, text->owned, text->room);
}

/* Cuts the text of a float into the digits that are grouped and what follows. */
static NumberText cut_float(const FloatText *text, const FormatSpec *spec) {
    const char *digits = text->text, *end = text->text + text->length;
    bool negative = *digits == '-';
    digits += negative;
    const char *rest = spec->grouping ? digits : end;
    while (rest < end && *rest >= '0' && *rest <= '9') rest++;
    return (NumberText){.sign = sign_of(negative, spec->sign),
                        .prefix = "",
                        .digits = digits,
                        .digit_count = (size_t)(rest - digits),
                        .rest = rest,
                        .rest_count = (size_t)(end - rest),
                        .group_size = 3};
}

static bool check_precision(const FormatSpec *spec) {
    return spec->precision <= INT_MAX || raise_false(&type_ValueError, "precision too big");
}

/* Appends d as the spec says. point_zero: ".0" behind whole numbers when there is no type, as float has it. */
static __attribute__((noinline)) bool add_double(StrBuilder *b, double d, const FormatSpec *spec, bool point_zero) {
    uint32_t type = spec->type;
    unsigned flags = (spec->alternate ? NUMBER_ALTERNATE : 0) | (spec->no_minus_zero ? NUMBER_NO_MINUS_ZERO : 0);
    int64_t precision = spec->precision;
    if (!check_precision(spec)) return false;
    if (type == 0) {
        if (point_zero) flags |= NUMBER_POINT_ZERO;
        type = precision < 0 ? 'r' : 'g';
    } else if (precision < 0) {
        precision = 6;
    }
    if (type == 'n') type = 'g';
    if (type == '%') d *= 100;
    FloatText text;
    char notation = (char)(type == '%' ? 'f' : type);
    if (!write_float(&text, d, notation, precision < 0 ? 0 : (size_t)precision, flags, type == '%')) return false;
    NumberText n = cut_float(&text, spec);
    format_number(b, spec, &n);
    float_text_done(&text);
    return true;
}

static bool is_integer_type(uint32_t type) {
    switch (type) {
    case 0:
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n': return true;
    default: return false;
    }
}

static bool is_float_type(uint32_t type) {
    switch (type) {
    case 0:
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'n':
    case '%': return true;
    default: return false;
    }
}

static bool add_int(StrBuilder *b, Ref self, SpecText text) {
    FormatSpec spec;
    double d;
    if (!format_parse(&spec, text, self, '>', 'd')) return false;
    if (is_integer_type(spec.type)) return add_integer(b, self, &spec);
    if (!is_float_type(spec.type)) return format_unknown(&spec, self);
    return float_argument(self, &d) && add_double(b, d, &spec, true);
}

static bool add_float(StrBuilder *b, Ref self, SpecText text) {
    FormatSpec spec;
    if (!format_parse(&spec, text, self, '>', 0)) return false;
    if (!is_float_type(spec.type)) return format_unknown(&spec, self);
    return add_double(b, float_of(self), &spec, true);
}

static Value format(Ref self, Ref text, bool (*add)(StrBuilder *b, Ref self, SpecText text)) {
    if (text == NULL || str_length(text) == 0) return str_of(self);
    StrBuilder b;
    builder_init(&b);
    if (add(&b, self, spec_whole(text))) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

Value format_int(Ref self, Ref text) { return format(self, text, add_int); }
Value format_float(Ref self, Ref text) { return format(self, text, add_float); }

/* Small ints and strings are the only ones that need no str of their own without a spec. */
static Lookup add_plain(StrBuilder *b, Ref self) {
    if (is_exact(self, &type_str)) return builder_str(b, self), FOUND;
    if (!is_small_int(self)) return MISSING;
    int64_t value = small_int(self);
    char text[NUMBER_UINT64_MAX + 1] = {'-'};
    size_t sign = value < 0, length = number_write_uint64(text + sign, sign ? -(uint64_t)value : (uint64_t)value);
    builder_ascii(b, text, sign + length);
    return FOUND;
}

Lookup format_add(StrBuilder *b, Ref self, SpecText spec) {
    if (spec.begin == spec.end) return add_plain(b, self);
    const Type *type = type_of(self);
    bool done;
    if (type == &type_int) done = add_int(b, self, spec);
    else if (type == &type_float) done = add_float(b, self, spec);
    else if (type == &type_str) done = format_add_str(b, self, spec);
    else return MISSING;
    return done ? FOUND : FAILED;
}

/* complex. */

static bool check_complex_spec(const FormatSpec *spec, Ref self) {
    if (!is_float_type(spec->type) || spec->type == '%') return format_unknown(spec, self);
    if (!check_precision(spec)) return false;
    if (spec->fill == '0')
        return raise_false(&type_ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec->align == '=')
        return raise_false(&type_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    return true;
}

/* The two parts without padding: "1+2j", "(1+2j)" without a type, "2j" when the real part is a positive zero then. */
static Value complex_text(double real, double imaginary, const FormatSpec *spec) {
    FormatSpec part = *spec;
    bool plain = spec->type == 0, alone = plain && real == 0 && !__builtin_signbit(real);
    StrBuilder b;
    builder_init(&b);
    part.width = -1;
    if (plain && !alone) builder_char(&b, '(');
    bool done = alone || add_double(&b, real, &part, false);
    if (!alone) part.sign = '+';
    done = done && add_double(&b, imaginary, &part, false);
    builder_char(&b, 'j');
    if (plain && !alone) builder_char(&b, ')');
    if (!done) {
        builder_abandon(&b);
        return NULL;
    }
    return builder_finish(&b);
}

Value format_complex(Ref self, double real, double imaginary, Ref text) {
    if (text == NULL || str_length(text) == 0) return str_of(self);
    FormatSpec spec;
    if (!format_parse(&spec, spec_whole(text), self, '>', 0) || !check_complex_spec(&spec, self)) return NULL;
    Value parts = complex_text(real, imaginary, &spec);
    if (parts == NULL) return NULL;
    StrBuilder b;
    builder_init(&b);
    format_pad(&b, &spec, parts, str_length(parts));
    release(parts);
    return builder_finish(&b);
}
