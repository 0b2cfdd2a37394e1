/* runtime/percent.c - printf-style formatting: "%-5s %(name)08.3f" % arguments.
 *
 * Owns:      reading of conversions, choice of arguments.
 * Invariant: for bytes the characters are bytes, and every one of the result is below 256.
 * Not here:  format specs (format.c).
 */
#include "runtime/percent.h"

#include <limits.h>

#include "runtime/base/number.h"
#include "runtime/bigint.h"
#include "runtime/bytes.h"
#include "runtime/complex.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/format.h"
#include "runtime/int.h"
#include "runtime/int_methods.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/tuple.h"

typedef struct Percent {
    StrBuilder out;     /* the result so far */
    const void *data;   /* the format */
    uint32_t width;     /* bytes a character of it */
    size_t at, length;  /* next character, characters in all */
    bool bytes;         /* of bytes, not of str */
    bool ascii;         /* of str, and all of it ASCII */
    Ref args;           /* tuple or the one argument */
    Ref mapping;        /* args when it may answer %(key)s, or NULL */
    Value looked_up;    /* owned: the value of the last key, which then is the one argument; or NULL */
    size_t next, count; /* the next argument, arguments in all */
    size_t digits_end;  /* behind the last digit of a width or precision */
} Percent;

typedef struct Conversion {
    bool bare;                                /* nothing but the letter */
    bool minus, plus, blank, alternate, zero; /* flags */
    int64_t width;                            /* 0: none */
    int64_t precision;                        /* -1: none */
    uint32_t type;                            /* letter */
} Conversion;

static uint32_t take(Percent *p) { return chars_at(p->data, p->width, p->at++); }

static bool raise_incomplete(void) { return raise_false(&type_ValueError, "incomplete format"); }

/* Arguments. */

/* The next argument, borrowed, or NULL with TypeError. */
static Ref next_argument(Percent *p) {
    if (p->next >= p->count) return raise(&type_TypeError, "not enough arguments for format string");
    size_t i = p->next++;
    if (p->looked_up) return p->looked_up;
    return is_tuple(p->args) ? tuple_peek(p->args, i) : p->args;
}

/* Reads "(key)" and makes the value that the mapping has for it the one argument. */
static bool read_key(Percent *p) {
    if (p->mapping == NULL) return raise_false(&type_TypeError, "format requires a mapping");
    size_t begin = p->at, depth = 1;
    while (depth > 0) {
        if (p->at == p->length) return raise_false(&type_ValueError, "incomplete format key");
        uint32_t c = take(p);
        depth = c == '(' ? depth + 1 : c == ')' ? depth - 1 : depth;
    }
    const void *from = chars_place(p->data, p->width, begin);
    size_t length = p->at - 1 - begin;
    Value key = p->bytes ? bytes_from(from, length) : str_from_chars(from, p->width, length);
    if (key == NULL) return false;
    slot_set_steal(&p->looked_up, getitem(p->mapping, key));
    release(key);
    p->next = 0;
    p->count = 1;
    return p->looked_up != NULL;
}

/* Reading. */

static void read_flags(Percent *p, Conversion *c) {
    for (; p->at < p->length; p->at++) {
        switch (chars_at(p->data, p->width, p->at)) {
        case '-': c->minus = true; break;
        case '+': c->plus = true; break;
        case ' ': c->blank = true; break;
        case '#': c->alternate = true; break;
        case '0': c->zero = true; break;
        default: return;
        }
    }
}

/* Reads digits or '*' if there are any. limit and what name the largest number and the words of the error. */
static bool read_amount(Percent *p, int64_t *amount, int64_t limit, const char *c_type, const char *what) {
    if (p->at < p->length && chars_at(p->data, p->width, p->at) == '*') {
        p->at++;
        Ref argument = next_argument(p);
        if (argument == NULL) return false;
        if (!is_int(argument)) return raise_false(&type_TypeError, "* wants int");
        if (!int_as_int64(argument, amount) || *amount > limit || *amount < -limit - 1)
            return raise_false(&type_OverflowError, "Python int too large to convert to C %s", c_type);
        return true;
    }
    for (; p->at < p->length; p->at++) {
        uint32_t digit = chars_at(p->data, p->width, p->at) - '0';
        if (digit > 9) break;
        if (__builtin_mul_overflow(*amount, 10, amount) || __builtin_add_overflow(*amount, digit, amount) ||
            *amount > limit)
            return raise_false(&type_ValueError, "%s too big", what);
        p->digits_end = p->at + 1;
    }
    return true;
}

/* Reads the letter, with what C says about sizes in front. */
static bool read_type(Percent *p, Conversion *c) {
    if (p->at == p->length) return raise_incomplete();
    c->type = take(p);
    if (c->type == 'h' || c->type == 'l' || c->type == 'L') {
        if (p->at == p->length) return raise_incomplete();
        c->type = take(p);
    }
    if (c->type == 'i' && p->bytes) c->type = 'd'; /* as errors name it */
    return true;
}

/* Reads a conversion behind its '%'. */
static bool read_conversion(Percent *p, Conversion *c) {
    *c = (Conversion){.precision = -1};
    c->bare = p->at < p->length && chars_at(p->data, p->width, p->at) >= 'A'; /* all else stands below the letters */
    if (c->bare) return read_type(p, c);
    if (p->at < p->length && chars_at(p->data, p->width, p->at) == '(') {
        p->at++;
        if (!read_key(p)) return false;
    }
    read_flags(p, c);
    if (!read_amount(p, &c->width, INT64_MAX, "ssize_t", "width")) return false;
    if (c->width < 0) {
        c->minus = true;
        c->width = c->width == INT64_MIN ? 0 : -c->width; /* CPython's overflows and pads nothing */
    }
    if (p->at < p->length && chars_at(p->data, p->width, p->at) == '.') {
        p->at++;
        c->precision = 0;
        if (!read_amount(p, &c->precision, INT_MAX, "int", "precision")) return false;
        if (c->precision < 0) c->precision = 0;
    }
    return read_type(p, c);
}

/* Writing. */

static void add_padded(Percent *p, const Conversion *c, const void *text, uint32_t width, size_t length) {
    size_t missing = c->width > (int64_t)length ? (size_t)c->width - length : 0;
    if (!c->minus) builder_repeat(&p->out, ' ', missing);
    builder_chars(&p->out, text, width, length);
    if (c->minus) builder_repeat(&p->out, ' ', missing);
}

/* Adds a number: text is ASCII with or without a '-'. */
static void add_number(Percent *p, const Conversion *c, const char *prefix, const char *text, size_t length) {
    if (c->bare) {
        builder_ascii(&p->out, text, length);
        return;
    }
    char sign = *text == '-' ? '-' : c->plus ? '+' : c->blank ? ' ' : 0;
    if (*text == '-') {
        text++;
        length--;
    }
    bool is_int_type = c->type < 0x80 && strchr("diuoxX", (int)c->type);
    size_t zeros = is_int_type && c->precision > (int64_t)length ? (size_t)c->precision - length : 0;
    size_t size = (sign != 0) + strlen(prefix) + zeros + length;
    size_t missing = c->width > (int64_t)size ? (size_t)c->width - size : 0;
    if (missing + zeros == 0 && sign != '+' && sign != ' ' && *prefix == '\0') {
        builder_ascii(&p->out, text - (sign == '-'), length + (sign == '-'));
        return;
    }
    if (c->zero && !c->minus) {
        zeros += missing;
        missing = 0;
    }
    if (!c->minus) builder_repeat(&p->out, ' ', missing);
    if (sign) builder_char(&p->out, (uint32_t)sign);
    builder_ascii(&p->out, prefix, strlen(prefix));
    builder_repeat(&p->out, '0', zeros);
    builder_ascii(&p->out, text, length);
    if (c->minus) builder_repeat(&p->out, ' ', missing);
}

/* Of what calls itself a number in one way or another CPython takes int(v). */
static bool is_number(Ref v) {
    const Type *type = type_of(v);
    return type->operators->as_int || type->as_index || type->operators->as_float || is_complex(v);
}

/* An argument as an int, or NULL with TypeError. */
static Value integer_argument(const Conversion *c, Ref argument) {
    bool index_only = c->type == 'o' || c->type == 'x' || c->type == 'X';
    if (is_int(argument)) return retain(argument);
    Value number = NULL;
    if (!index_only && (is_flonum(argument) || is_exact(argument, &type_float)))
        return int_from_double(float_of(argument));
    if (index_only ? type_of(argument)->as_index != NULL : is_number(argument))
        number = (index_only ? index_of : int_of)(argument);
    if (number) return number;
    if (error_set() && !error_matches(&type_TypeError)) return NULL;
    if (error_set()) error_clear();
    return raise(&type_TypeError, "%%%c format: %s is required, not %T", (int)c->type,
                 index_only ? "an integer" : "a real number", argument);
}

static bool add_integer(Percent *p, const Conversion *c, Ref argument) {
    IntForm form = int_form(c->type);
    IntText text;
    Value number = integer_argument(c, argument);
    if (number == NULL) return false;
    bool done = int_text_open(&text, number, &form, false);
    release(number);
    if (!done) return false;
    add_number(p, c, c->alternate ? form.prefix : "", text.chars, text.length);
    int_text_close(&text);
    return true;
}

static bool add_float(Percent *p, const Conversion *c, Ref argument) {
    double d;
    if (!float_argument(argument, &d)) {
        if (!p->bytes) return false;
        error_clear(); /* whatever it was: only str tells */
        return raise_false(&type_TypeError, "float argument required, not %T", argument);
    }
    char small[512], *text = small;
    size_t precision = c->precision < 0 ? 6 : (size_t)c->precision;
    size_t room = number_format_room(d, (char)c->type, precision);
    if (room > sizeof small && (text = mem_raw_try(&rt()->mem, room)) == NULL) return raise_memory(), false;
    size_t length = number_format(text, d, (char)c->type, precision, c->alternate ? NUMBER_ALTERNATE : 0);
    add_number(p, c, "", text, length);
    if (text != small) mem_raw_free(&rt()->mem, text, room);
    return true;
}

static bool raise_no_character(const Percent *p) {
    if (error_set() && !error_matches(&type_TypeError)) return false;
    if (error_set()) error_clear();
    return raise_false(&type_TypeError, p->bytes ? "%%c requires an integer in range(256) or a single byte"
                                                 : "%%c requires int or char");
}

static bool add_character(Percent *p, const Conversion *c, Ref argument) {
    uint32_t limit = p->bytes ? 0x100 : 0x110000, character;
    if (is_str(argument) && !p->bytes && str_length(argument) == 1) {
        character = str_at(argument, 0);
    } else if (p->bytes && (is_bytes(argument) || is_bytearray(argument)) && bytes_count(argument) == 1) {
        character = is_bytes(argument) ? bytes_data(argument)[0] : as_bytearray(argument)->data[0];
    } else if (type_of(argument)->as_index && (p->bytes || !is_str(argument))) {
        int64_t code;
        if (!index_as_int64(argument, &code, NULL)) return raise_no_character(p);
        if (code < 0 || code >= limit)
            return raise_false(&type_OverflowError, "%%c arg not in range(%s)", p->bytes ? "256" : "0x110000");
        character = (uint32_t)code;
    } else {
        return raise_no_character(p);
    }
    add_padded(p, c, &character, 4, 1);
    return true;
}

/* Adds text with the precision as the most characters. */
static void add_text(Percent *p, const Conversion *c, const void *data, uint32_t width, size_t length) {
    if (c->precision >= 0 && c->precision < (int64_t)length) length = (size_t)c->precision;
    add_padded(p, c, data, width, length);
}

static bool add_str(Percent *p, const Conversion *c, Ref argument) {
    if (c->bare && c->type == 's' && is_exact(argument, &type_str)) {
        builder_str(&p->out, argument);
        return true;
    }
    if (is_exact_int(argument)) {
        IntForm form = int_form('d');
        IntText text;
        if (!int_text_open(&text, argument, &form, false)) return false;
        add_text(p, c, text.chars, 1, text.length);
        int_text_close(&text);
        return true;
    }
    Value text = c->type == 's'                ? str_of(argument)
                 : c->type == 'r' && !p->bytes ? repr_of(argument)
                                               : ascii_of(argument);
    if (text == NULL) return false;
    add_text(p, c, str_data(text), str_width(text), str_length(text));
    release(text);
    return true;
}

/* %b and %s of bytes. */
static bool add_bytes(Percent *p, const Conversion *c, Ref argument) {
    Value made = NULL;
    ByteView view;
    if (!is_bytes_like(argument)) {
        Lookup answer = call_special(argument, NAME(dunder_bytes), NULL, 0, &made);
        if (answer == FAILED) return false;
        if (answer == MISSING)
            return raise_false(&type_TypeError,
                               "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'",
                               argument);
        if (!is_bytes(made)) {
            raise(&type_TypeError, "__bytes__ returned non-bytes (type %T)", made);
            release(made);
            return false;
        }
    }
    bool done = byte_view_gathered(made ? made : argument, &view);
    if (done) {
        add_text(p, c, view.data, 1, view.length);
        byte_view_done(&view);
    }
    release_maybe(made);
    return done;
}

static bool raise_unsupported(const Percent *p, uint32_t c) {
    bool behind_digits = p->at >= 2 && p->digits_end == p->at - 1;
    if (p->bytes && c >= 128 && !behind_digits)
        return raise_false(&type_OverflowError, "character argument not in range(0x110000)");
    Value shown = str_from_char(p->bytes || (c >= 31 && c < 127) ? c : '?');
    raise(&type_ValueError, "unsupported format character '%S' (0x%x) at index %zd", shown, c, (ssize_t)p->at - 1);
    release(shown);
    return false;
}

static bool add_argument(Percent *p, const Conversion *c, Ref argument) {
    switch (c->type) {
    case 's':
        if (p->bytes) return add_bytes(p, c, argument);
        return add_str(p, c, argument);
    case 'b': return p->bytes ? add_bytes(p, c, argument) : raise_unsupported(p, c->type);
    case 'r':
    case 'a': return add_str(p, c, argument);
    case 'c': return add_character(p, c, argument);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return add_integer(p, c, argument);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return add_float(p, c, argument);
    default: return raise_unsupported(p, c->type);
    }
}

/* Adds what stands in front of the next '%', or the rest. Text between conversions is short. */
static void add_literal(Percent *p) {
    size_t begin = p->at, near = p->length - begin < 8 ? p->length : begin + 8;
    while (p->at < near && chars_at(p->data, p->width, p->at) != '%') p->at++;
    if (p->at == near) {
        int64_t found = chars_find(p->data, p->width, '%', near, p->length);
        p->at = found < 0 ? p->length : (size_t)found;
    }
    if (p->at == begin) return;
    const uint8_t *from = chars_place(p->data, p->width, begin);
    if (p->ascii) builder_ascii(&p->out, (const char *)from, p->at - begin);
    else builder_chars(&p->out, from, p->width, p->at - begin);
}

static bool add_all(Percent *p) {
    while (p->at < p->length && !p->out.failed) {
        add_literal(p);
        if (p->at++ == p->length) break;
        if (p->at < p->length && chars_at(p->data, p->width, p->at) == '%') {
            builder_char(&p->out, '%');
            p->at++;
            continue;
        }
        Conversion c;
        if (!read_conversion(p, &c)) return false;
        Ref argument = next_argument(p);
        if (argument == NULL || !add_argument(p, &c, argument)) return false;
    }
    if (!p->out.failed && p->next < p->count && p->mapping == NULL)
        return raise_false(&type_TypeError, "not all arguments converted during %s formatting",
                           p->bytes ? "bytes" : "string");
    return !p->out.failed;
}

static bool is_mapping(Ref v) {
    return type_of(v)->getitem && !is_tuple(v) && !is_str(v) && !is_bytes(v) && !is_bytearray(v);
}

static Value run(Percent *p, Ref args) {
    p->args = args;
    p->mapping = is_mapping(args) || (!p->bytes && (is_bytes(args) || is_bytearray(args))) ? args : NULL;
    p->count = is_tuple(args) ? tuple_count(args) : 1;
    builder_init(&p->out);
    bool done = add_all(p);
    release_maybe(p->looked_up);
    if (done) return p->bytes ? bytes_finish(&p->out) : builder_finish(&p->out);
    builder_abandon(&p->out);
    return NULL;
}

Value percent_format(Ref format, Ref arguments) {
    Percent p = {.data = str_data(format), .width = str_width(format), .length = str_length(format)};
    p.ascii = str_is_ascii(format);
    Ref only = is_tuple(arguments) && tuple_count(arguments) == 1 ? tuple_peek(arguments, 0) : arguments;
    if (is_exact(only, &type_str) && str_equal_text(format, "%s")) return retain(only);
    Value text = run(&p, arguments);
    bool same = text && p.length > 0 && str_length(text) == p.length; /* so it is when nothing was converted */
    if (same && chars_find(p.data, p.width, '%', 0, p.length) < 0) slot_set(&text, format);
    else if (text && is_exact(only, &type_str) && str_equal(text, only)) slot_set(&text, only); /* as "%5s" may do */
    return text;
}

Value percent_format_bytes(Ref format, Ref arguments) {
    ByteView view;
    if (!byte_view(format, &view)) return NULL;
    Value kept = is_bytes(format) ? retain(format) : bytes_from(view.data, view.length);
    byte_view_done(&view);
    if (kept == NULL) return NULL;
    Percent p = {.data = bytes_data(kept), .width = 1, .length = bytes_length(kept), .bytes = true};
    Value result = run(&p, arguments);
    release(kept);
    return result;
}
