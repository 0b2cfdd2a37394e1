/* runtime/float_methods.c - what Python code may call on float. */
#include "runtime/float_methods.h"

#include <math.h>
#include <stdio.h>

#include "runtime/base/number.h"
#include "runtime/bytes.h"
#include "runtime/digit_text.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

/* ---- Construction. ---- */

Value float_of_object(Ref v) {
    if (is_flonum(v) || is_exact(v, &type_float)) return retain(v);
    if (is_str(v) && !type_of(v)->operators->as_float && !type_of(v)->as_index) return float_from_str(v);
    ByteView view;
    if (type_of(v)->operators->as_float || type_of(v)->as_index || !byte_view_try(v, &view))
        return float_from_number(v);
    Value result = float_from_bytes_text((const char *)view.data, view.length, v);
    byte_view_done(&view);
    return result;
}

static Value py_float_new(const Ref *args) {
    Value value = float_of_object(args[1]);
    if (!value || LIKELY(as_type(args[0]) == &type_float)) return value;
    Value instance = float_new_of(as_type(args[0]), float_of(value));
    release(value);
    return instance;
}

const NativeDef float_construct = {.signature = "float(x=0, /)", .function = py_float_new};

/* ---- Hexadecimal text. ---- */

static Value py_float_hex(const Ref *args) {
    double d = float_of(args[0]);
    char text[40];
    if (!isfinite(d)) return str_from_ascii(text, number_repr(text, d));
    if (d == 0) return str_from_text(signbit(d) ? "-0x0.0p+0" : "0x0.0p+0");
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    int biased = (int)(bits >> 52 & 0x7ff);
    int length = snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", d < 0 ? "-" : "", biased > 0,
                          (unsigned long long)(bits & (((uint64_t)1 << 52) - 1)), biased > 0 ? biased - 1023 : -1022);
    return str_from_ascii(text, (size_t)length);
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A hexadecimal number while it is read: value * 2^exponent. */
typedef struct HexNumber {
    uint64_t value;   /* the first 16 digits, leading zeros not counted */
    bool beyond;      /* later digits are not all zero */
    bool any;         /* there was a digit */
    int64_t exponent; /* of the lowest bit of value */
} HexNumber;

static const char *read_hex_digits(const char *p, const char *end, bool fraction, HexNumber *number) {
    for (; p < end && hex_value(*p) >= 0; p++) {
        number->any = true;
        if (number->value >> 60 == 0) {
            number->value = number->value << 4 | (uint64_t)hex_value(*p);
            number->exponent -= fraction ? 4 : 0;
        } else {
            number->beyond |= *p != '0';
            number->exponent += fraction ? 0 : 4;
        }
    }
    return p;
}

/* Reads "p-12" when it stands at p. NULL: a p without digits. */
static const char *read_hex_exponent(const char *p, const char *end, HexNumber *number) {
    if (p == end || (*p | 0x20) != 'p') return p;
    p++;
    bool minus = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end || *p < '0' || *p > '9') return NULL;
    int64_t exponent = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
        if (exponent < INT64_MAX / 100) exponent = exponent * 10 + (*p - '0');
    }
    number->exponent += minus ? -exponent : exponent;
    return p;
}

static double hex_to_double(const HexNumber *number) {
    if (number->value == 0) return 0;
    int zeros = __builtin_clzll(number->value);
    return number_from_bits(number->value << zeros, number->beyond, number->exponent - zeros);
}

/* inf, infinity and nan are written as in decimal. False: something else. */
static bool read_word(const Utf8 *text, double *result) {
    bool sign = text->length > 0 && (*text->text == '-' || *text->text == '+');
    char first = text->length > sign ? text->text[sign] | 0x20 : 0;
    return (first == 'i' || first == 'n') && number_parse(text->text, text->length, result);
}

/* Reads the whole text. False: malformed. */
static bool read_hex(const char *p, const char *end, double *result) {
    bool minus = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    HexNumber number = {0};
    if (end - p >= 2 && *p == '0' && (p[1] | 0x20) == 'x') p += 2;
    p = read_hex_digits(p, end, false, &number);
    if (p < end && *p == '.') p = read_hex_digits(p + 1, end, true, &number);
    if (number.any) p = read_hex_exponent(p, end, &number);
    if (!number.any || p != end) return false;
    double magnitude = hex_to_double(&number);
    *result = minus ? -magnitude : magnitude;
    return true;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static Value read_hex_text(Utf8 text) {
    double d;
    while (text.length > 0 && is_space(*text.text)) text.text++, text.length--;
    while (text.length > 0 && is_space(text.text[text.length - 1])) text.length--;
    if (read_word(&text, &d)) return float_new(d);
    if (!read_hex(text.text, text.text + text.length, &d)) {
        return raise(&type_ValueError, "invalid hexadecimal floating-point string");
    }
    if (isinf(d)) return raise(&type_OverflowError, "hexadecimal value too large to represent as a float");
    return float_new(d);
}

static Value py_float_fromhex(const Ref *args) {
    Utf8 text;
    if (!is_str(args[1])) return raise(&type_TypeError, "bad argument type for built-in operation");
    if (!str_utf8(args[1], &text, false)) return NULL;
    Value value = read_hex_text(text);
    str_utf8_done(&text);
    if (value && as_type(args[0]) != &type_float) slot_set_steal(&value, call_1(args[0], value));
    return value;
}

/* ---- Whole numbers. ---- */

static Value py_float_trunc(const Ref *args) { return int_from_double(float_of(args[0])); }
static Value py_float_floor(const Ref *args) { return int_from_double(floor(float_of(args[0]))); }
static Value py_float_ceil(const Ref *args) { return int_from_double(ceil(float_of(args[0]))); }

static Value py_float_is_integer(const Ref *args) {
    double d = float_of(args[0]);
    return bool_value(isfinite(d) && floor(d) == d);
}

static Value py_float_round(const Ref *args) {
    double d = float_of(args[0]);
    if (!args[1] || is_none(args[1])) return int_from_double(rint(d)); /* rint rounds halves to even */
    Value decimals = index_of(args[1]);
    if (!decimals) return NULL;
    Value result = float_round(d, decimals);
    release(decimals);
    return result;
}

/* numerator * 2^exponent as a pair of ints. */
static Value ratio(int64_t numerator, int exponent) {
    Value part = small_int_value(numerator), power = NULL;
    Value by = small_int_value(exponent < 0 ? -exponent : exponent);
    if (exponent < 0) {
        power = int_lshift(small_int_value(1), by);
    } else {
        part = int_lshift(part, by);
        power = small_int_value(1);
    }
    Value pair[2] = {part, power};
    if (part && power) return tuple_from_steal(pair, 2);
    release_maybe(part);
    release_maybe(power);
    return NULL;
}

static Value py_float_as_integer_ratio(const Ref *args) {
    double d = float_of(args[0]);
    if (isnan(d)) return raise(&type_ValueError, "cannot convert NaN to integer ratio");
    if (isinf(d)) return raise(&type_OverflowError, "cannot convert Infinity to integer ratio");
    int exponent;
    int64_t numerator = (int64_t)ldexp(frexp(d, &exponent), 53);
    if (numerator == 0) return ratio(0, 0);
    int twos = __builtin_ctzll((uint64_t)numerator);
    return ratio(numerator >> twos, exponent - 53 + twos);
}

/* ---- The rest. ---- */

static Value py_float_exact(const Ref *args) { return float_exact(args[0]); }

static Value py_float_getnewargs(const Ref *args) {
    Value copy = float_exact(args[0]);
    return tuple_from_steal(&copy, 1);
}

static Value py_float_format(const Ref *args) {
    if (is_str(args[1])) return format_float(args[0], args[1]);
    return raise(&type_TypeError, "__format__() argument must be str, not %O", args[1]);
}

static Value py_float_getformat(const Ref *args) {
    if (!str_argument(args[1], "__getformat__", 0) || !c_text_argument(args[1])) return NULL;
    if (!str_equal_text(args[1], "double") && !str_equal_text(args[1], "float")) {
        return raise(&type_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    }
    return str_from_text("IEEE, little-endian");
}

const NativeDef float_methods[] = {
    {"as_integer_ratio()", py_float_as_integer_ratio,
     DOC("Return two ints without a common factor whose ratio is exactly the float."), 0},
    {"conjugate()", py_float_exact, DOC("Return the float itself: the complex conjugate of any float."), 0},
    {"fromhex(string, /)", py_float_fromhex, DOC("The float that a hexadecimal text stands for."), NATIVE_CLASS_METHOD},
    {"hex()", py_float_hex, DOC("Return the float in hexadecimal, which is exact."), 0},
    {"is_integer()", py_float_is_integer, DOC("True when the float is a whole number."), 0},
    {"__ceil__()", py_float_ceil, DOC("Return the smallest int that is not below the float."), 0},
    {"__floor__()", py_float_floor, DOC("Return the largest int that is not above the float."), 0},
    {"__format__(format_spec, /)", py_float_format, DOC("Format the float as the format specification says."), 0},
    {"__getformat__(typestr, /)", py_float_getformat, DOC("How a C double or float is laid out in memory."),
     NATIVE_CLASS_METHOD},
    {"__getnewargs__()", py_float_getnewargs, 0, 0},
    {"__round__(ndigits=None, /)", py_float_round,
     DOC("Round to so many decimals; without them to the nearest int. A half goes to the even side."), 0},
    {"__trunc__()", py_float_trunc, DOC("Return the int that is left when the fraction is cut off."), 0},
    {0},
};

static Value get_imag(Ref self) { return float_new(0.0); }

const GetSetDef float_getsets[] = {
    {.name = "real", .get = float_exact, .doc = DOC("the number itself")},
    {.name = "imag", .get = get_imag, .doc = DOC("zero: the number has no imaginary part")},
    {0},
};
