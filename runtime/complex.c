/* runtime/complex.c - complex numbers: arithmetic, comparison, hashing, the type. */
#include "runtime/complex.h"

#include <math.h>

#include "runtime/base/number.h"
#include "runtime/complex_methods.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

typedef struct Pair {
    double real; /* real part */
    double imag; /* imaginary part */
} Pair;

static const Pair one = {1.0, 0.0};

bool is_complex(Ref v) {
    return is_heap(v) && (object_of(v)->type == &type_complex || type_is_subtype(object_of(v)->type, &type_complex));
}

static Value new_of(Type *type, Pair pair) {
    Complex *c = object_new(type, type->size);
    c->real = pair.real;
    c->imag = pair.imag;
    return value_of(c);
}

Value complex_new(double real, double imag) { return new_of(&type_complex, (Pair){real, imag}); }
Value complex_new_of(Type *type, double real, double imag) { return new_of(type, (Pair){real, imag}); }
static Value from_pair(Pair pair) { return new_of(&type_complex, pair); }

/* ---- Arithmetic, in the order of operations that CPython has: results are equal to the last bit. ---- */

static Pair add(Pair a, Pair b) { return (Pair){a.real + b.real, a.imag + b.imag}; }
static Pair subtract(Pair a, Pair b) { return (Pair){a.real - b.real, a.imag - b.imag}; }

static Pair multiply(Pair a, Pair b) {
    return (Pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Robert L. Smith's division (1962): scaled by the larger part of b, so that nothing overflows on the way. b is not 0.
 */
static Pair divide(Pair a, Pair b) {
    if (fabs(b.real) >= fabs(b.imag)) {
        double scale = b.imag / b.real, divisor = b.real + b.imag * scale;
        return (Pair){(a.real + a.imag * scale) / divisor, (a.imag - a.real * scale) / divisor};
    }
    if (fabs(b.imag) >= fabs(b.real)) {
        double scale = b.real / b.imag, divisor = b.real * scale + b.imag;
        return (Pair){(a.real * scale + a.imag) / divisor, (a.imag * scale - a.real) / divisor};
    }
    return (Pair){NAN, NAN};
}

static bool is_zero(Pair a) { return a.real == 0 && a.imag == 0; }

static Pair power_unsigned(Pair base, unsigned exponent) {
    Pair result = one;
    for (unsigned bit = 1; bit <= exponent; bit <<= 1) {
        if (exponent & bit) result = multiply(result, base);
        base = multiply(base, base);
    }
    return result;
}

/* By modulus and argument; a is not 0. False: the angle is infinite, which CPython reports like a power of zero. */
static bool power_polar(Pair a, Pair b, Pair *result) {
    double modulus = hypot(a.real, a.imag), argument = atan2(a.imag, a.real);
    double length = pow(modulus, b.real), phase = argument * b.real;
    if (b.imag != 0) {
        length /= exp(argument * b.imag);
        phase += b.imag * log(modulus);
    }
    *result = (Pair){length * cos(phase), length * sin(phase)};
    return !isinf(phase);
}

static COLD Value raise_zero_power(void) {
    return raise(&type_ZeroDivisionError, "0.0 to a negative or complex power");
}

static Value power(Pair a, Pair b) {
    Pair result;
    if (b.imag == 0 && b.real == floor(b.real) && fabs(b.real) <= 100) {
        result = power_unsigned(a, (unsigned)fabs(b.real));
        if (b.real <= 0 && is_zero(result)) return raise_zero_power();
        if (b.real <= 0) result = divide(one, result);
    } else if (is_zero(a)) {
        if (b.imag != 0 || b.real < 0) return raise_zero_power();
        result = (Pair){0.0, 0.0};
    } else if (!power_polar(a, b, &result)) {
        return raise_zero_power();
    }
    if (isinf(result.real) || isinf(result.imag)) return raise(&type_OverflowError, "complex exponentiation");
    return from_pair(result);
}

Value complex_pow(double a_real, double a_imag, double b_real, double b_imag) {
    return power((Pair){a_real, a_imag}, (Pair){b_real, b_imag});
}

/* ---- Conversion. ---- */

Lookup number_as_complex(Ref v, double *real, double *imag) {
    *imag = 0;
    Lookup found = number_as_double(v, real);
    if (found != MISSING || !is_complex(v)) return found;
    *real = as_complex(v)->real;
    *imag = as_complex(v)->imag;
    return FOUND;
}

/* ---- Slots. ---- */

typedef Value (*Operation)(Pair a, Pair b);

static Value operate(Ref left, Ref right, Operation operation) {
    Pair a, b;
    Lookup found = number_as_complex(left, &a.real, &a.imag);
    if (LIKELY(found == FOUND)) found = number_as_complex(right, &b.real, &b.imag);
    if (LIKELY(found == FOUND)) return operation(a, b);
    return found == MISSING ? VALUE_NOT_IMPLEMENTED : NULL;
}

static Value add_values(Pair a, Pair b) { return from_pair(add(a, b)); }
static Value subtract_values(Pair a, Pair b) { return from_pair(subtract(a, b)); }
static Value multiply_values(Pair a, Pair b) { return from_pair(multiply(a, b)); }

static Value divide_values(Pair a, Pair b) {
    if (is_zero(b)) return raise(&type_ZeroDivisionError, "complex division by zero");
    return from_pair(divide(a, b));
}

/* The two slots of an operator. */
#define COMPLEX_OPERATOR(name, operation)                                                                              \
    static Value name##_slot(Ref self, Ref other) { return operate(self, other, operation); }                          \
    static Value reflected_##name##_slot(Ref self, Ref other) { return operate(other, self, operation); }

COMPLEX_OPERATOR(add, add_values)
COMPLEX_OPERATOR(sub, subtract_values)
COMPLEX_OPERATOR(mul, multiply_values)
COMPLEX_OPERATOR(truediv, divide_values)
COMPLEX_OPERATOR(pow, power)

static Value power_slot(Ref self, Ref other, Ref modulus) {
    Pair unused;
    Lookup numbers = number_as_complex(self, &unused.real, &unused.imag);
    if (numbers == FOUND) numbers = number_as_complex(other, &unused.real, &unused.imag);
    if (numbers != FOUND) return numbers == FAILED ? NULL : VALUE_NOT_IMPLEMENTED;
    if (modulus && !is_none(modulus)) return raise(&type_ValueError, "complex modulo");
    return pow_slot(self, other);
}

static Pair pair_of(Ref self) { return (Pair){as_complex(self)->real, as_complex(self)->imag}; }

static Value negative_slot(Ref self) { return complex_new(-pair_of(self).real, -pair_of(self).imag); }
static Value positive_slot(Ref self) { return is_exact(self, &type_complex) ? retain(self) : from_pair(pair_of(self)); }
static Lookup bool_slot(Ref self) { return !is_zero(pair_of(self)); }

static Value absolute_slot(Ref self) {
    Pair c = pair_of(self);
    double modulus = hypot(c.real, c.imag);
    if (isinf(modulus) && isfinite(c.real) && isfinite(c.imag)) {
        return raise(&type_OverflowError, "absolute value too large");
    }
    return float_new(modulus);
}

static bool hash_slot(Ref self, int64_t *hash) {
    Pair c = pair_of(self);
    uint64_t real = (uint64_t)float_hash(c.real, self), imag = (uint64_t)float_hash(c.imag, self);
    *hash = (int64_t)(real + 1000003 * imag);
    if (*hash == -1) *hash = -2;
    return true;
}

static bool equals(Pair a, Ref other) {
    if (is_int(other)) return a.imag == 0 && !isnan(a.real) && int_compare_double(other, a.real) == 0;
    if (is_float(other)) return a.imag == 0 && a.real == float_of(other);
    Pair b = pair_of(other);
    return a.real == b.real && a.imag == b.imag;
}

static Value compare_slot(Ref self, Ref other, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    if (!is_int(other) && !is_float(other) && !is_complex(other)) return VALUE_NOT_IMPLEMENTED;
    return bool_value(equals(pair_of(self), other) == (op == COMPARE_EQ));
}

static Value repr_slot(Ref self) {
    Pair c = pair_of(self);
    char text[2 * NUMBER_REPR_MAX + 4], *p = text;
    bool imag_only = c.real == 0 && !signbit(c.real);
    if (!imag_only) {
        *p++ = '(';
        p += number_format(p, c.real, 'r', 0, 0);
        if (isnan(c.imag) || !signbit(c.imag)) *p++ = '+';
    }
    p += number_format(p, c.imag, 'r', 0, 0);
    *p++ = 'j';
    if (!imag_only) *p++ = ')';
    return str_from_ascii(text, (size_t)(p - text));
}

Type type_complex = {
    TYPE_HEAD(complex),
    .name = "complex",
    .doc = "A complex number from its text, from one number, or from a real and an imaginary part.",
    .flags = TYPE_GENERIC_NAMED,
    .size = sizeof(Complex),
    .construct = &complex_construct,
    .repr = repr_slot,
    .as_bool = bool_slot,
    .hash = hash_slot,
    .compare = compare_slot,
    .operators =
        &(Operators){
            .negative = negative_slot,
            .positive = positive_slot,
            .absolute = absolute_slot,
            .power = power_slot,
            .binary = {[BINARY_ADD] = add_slot,
                       [BINARY_SUB] = sub_slot,
                       [BINARY_MUL] = mul_slot,
                       [BINARY_TRUEDIV] = truediv_slot,
                       [BINARY_POW] = pow_slot},
            .reflected = {[BINARY_ADD] = reflected_add_slot,
                          [BINARY_SUB] = reflected_sub_slot,
                          [BINARY_MUL] = reflected_mul_slot,
                          [BINARY_TRUEDIV] = reflected_truediv_slot,
                          [BINARY_POW] = reflected_pow_slot},
        },
    .methods = complex_methods,
    .getsets = complex_getsets,
};
