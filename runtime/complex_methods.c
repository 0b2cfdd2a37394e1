/* runtime/complex_methods.c - what Python code may call on complex, and the text it is read from. */
#include "runtime/complex_methods.h"

#include "runtime/base/number.h"
#include "runtime/digit_text.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/float_methods.h"
#include "runtime/format.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* ---- Text. ---- */

typedef struct Reader {
    const char *p;   /* next character */
    const char *end; /* one past the last */
} Reader;

static bool at_sign(const Reader *r) { return r->p < r->end && (*r->p == '+' || *r->p == '-'); }

static bool take(Reader *r, char c) {
    if (r->p == r->end || (*r->p | 0x20) != (c | 0x20)) return false;
    r->p++;
    return true;
}

static void skip_blanks(Reader *r) {
    while (r->p < r->end && (*r->p == ' ' || (*r->p >= '\t' && *r->p <= '\r'))) r->p++;
}

static bool take_number(Reader *r, double *d) {
    size_t length = number_scan(r->p, (size_t)(r->end - r->p), d);
    r->p += length;
    return length > 0;
}

/* A number, or a sign alone (or nothing, unless sign_needed) that stands for one. */
static bool take_factor(Reader *r, double *d, bool sign_needed) {
    if (sign_needed && !at_sign(r)) return false;
    if (take_number(r, d)) return true;
    *d = r->p < r->end && *r->p == '-' ? -1.0 : 1.0;
    if (at_sign(r)) r->p++;
    return true;
}

/* real, real+imag j, or imag j; j alone is 1j. */
static bool take_complex(Reader *r, double *real, double *imag) {
    double first;
    bool number = take_number(r, &first);
    *real = *imag = 0;
    if (!number) return take_factor(r, imag, false) && take(r, 'j');
    if (take(r, 'j')) {
        *imag = first;
        return true;
    }
    *real = first;
    return !at_sign(r) || (take_factor(r, imag, true) && take(r, 'j'));
}

static bool read_complex(const DigitText *text, double *real, double *imag) {
    Reader r = {.p = text->text, .end = text->text + text->length};
    bool bracket = r.p < r.end && *r.p == '(';
    if (bracket) r.p++;
    skip_blanks(&r);
    if (!take_complex(&r, real, imag)) return false;
    skip_blanks(&r);
    if (bracket) {
        if (r.p == r.end || *r.p != ')') return false;
        r.p++;
    }
    return r.p == r.end;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* An underscore stands where no digits are on both sides: CPython looks at these first. */
static bool misplaced_underscore(const DigitText *text) {
    bool any = false;
    for (size_t i = 0; i < text->length; i++) {
        if (text->text[i] == 0) return any;
        if (text->text[i] != '_') continue;
        any = true;
        if (i == 0 || i + 1 == text->length || !is_digit(text->text[i - 1]) || !is_digit(text->text[i + 1]))
            return true;
    }
    return false;
}

static Value from_str(Type *type, Ref v) {
    DigitText text;
    double real, imag;
    if (!digit_text(v, &text)) return NULL;
    bool misplaced = misplaced_underscore(&text), read = !misplaced && read_complex(&text, &real, &imag);
    digit_text_done(&text);
    if (misplaced) return raise(&type_ValueError, "could not convert string to complex: %R", v);
    if (!read) return raise(&type_ValueError, "complex() arg is a malformed string");
    return complex_new_of(type, real, imag);
}

/* ---- Construction. ---- */

Lookup complex_special(Ref v, Value *result) {
    if (is_exact(v, &type_complex)) {
        *result = retain(v);
        return FOUND;
    }
    Lookup found = call_special(v, NAME(dunder_complex), NULL, 0, result);
    if (found != FOUND || is_exact(*result, &type_complex)) return found;
    if (!is_complex(*result)) raise(&type_TypeError, "__complex__ returned non-complex (type %T)", (Ref)*result);
    else if (warn_strict_subclass(NULL, "__complex__", *result, "complex")) return FOUND;
    release(*result);
    return FAILED;
}

static bool is_number(Ref v) {
    Type *type = type_of(v);
    return is_complex(v) || is_float(v) || type->operators->as_float || type->as_index;
}

/* A number as a pair: *is_pair tells whether it was complex. */
static bool part(Ref v, double *real, double *imag, bool *is_pair) {
    *is_pair = is_complex(v);
    if (*is_pair) return number_as_complex(v, real, imag) == FOUND;
    *imag = 0;
    Value number = float_from_number(v);
    if (number) *real = float_of(number);
    release_maybe(number);
    return number != NULL;
}

/* real + imag * 1j, where both may be complex. */
static Value combine(Type *type, Ref real, Ref imag) {
    double a, b, c = 0, d = 0;
    bool first_pair, second_pair = false;
    if (!part(real, &a, &b, &first_pair)) return NULL;
    if (imag && !part(imag, &c, &d, &second_pair)) return NULL;
    if (!imag) return complex_new_of(type, a, b);
    if (second_pair) a -= d;
    if (first_pair) c += b;
    return complex_new_of(type, a, c);
}

static Value py_complex_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Ref real = args[1] ? args[1] : small_int_value(0), imag = args[2];
    if (is_exact(real, &type_complex) && !imag && type == &type_complex) return retain(real);
    if (is_str(real)) {
        if (imag) return raise(&type_TypeError, "complex() can't take second arg if first is a string");
        return from_str(type, real);
    }
    if (imag && is_str(imag)) return raise(&type_TypeError, "complex() second arg can't be a string");
    Value converted = NULL, result;
    if (complex_special(real, &converted) == FAILED) return NULL;
    if (!converted && !is_number(real)) {
        return raise(&type_TypeError, "complex() first argument must be a string or a number, not '%T'", real);
    }
    if (imag && !is_number(imag)) {
        result = raise(&type_TypeError, "complex() second argument must be a number, not '%T'", imag);
    } else {
        result = combine(type, converted ? converted : real, imag);
    }
    release_maybe(converted);
    return result;
}

const NativeDef complex_construct = {.signature = "complex(real=...0, imag=...0)", .function = py_complex_new};

/* ---- Methods. ---- */

static Value py_complex_conjugate(const Ref *args) {
    return complex_new(as_complex(args[0])->real, -as_complex(args[0])->imag);
}

static Value py_complex_complex(const Ref *args) {
    if (is_exact(args[0], &type_complex)) return retain(args[0]);
    return complex_new(as_complex(args[0])->real, as_complex(args[0])->imag);
}

static Value py_complex_format(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "__format__() argument must be str, not %O", args[1]);
    return format_complex(args[0], as_complex(args[0])->real, as_complex(args[0])->imag, args[1]);
}

static Value get_real(Ref self) { return float_new(as_complex(self)->real); }
static Value get_imag(Ref self) { return float_new(as_complex(self)->imag); }

static Value py_complex_getnewargs(const Ref *args) {
    Value pair[2] = {get_real(args[0]), get_imag(args[0])};
    return tuple_from_steal(pair, 2);
}

const NativeDef complex_methods[] = {
    {"conjugate()", py_complex_conjugate, DOC("Return the number with the sign of its imaginary part changed."), 0},
    {"__complex__()", py_complex_complex, DOC("Convert to exactly the type complex."), 0},
    {"__format__(format_spec, /)", py_complex_format, DOC("Format the number as the format specification says."), 0},
    {"__getnewargs__()", py_complex_getnewargs, 0, 0},
    {0},
};

const GetSetDef complex_getsets[] = {
    {.name = "real", .get = get_real, .doc = DOC("the part along the real axis"), .member = true},
    {.name = "imag", .get = get_imag, .doc = DOC("the part along the imaginary axis"), .member = true},
    {0},
};
