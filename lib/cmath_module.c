/* lib/cmath_module.c - the cmath module: functions of complex numbers.
 *
 * Owns:      the module's rows and the functions.
 * Invariant: finite numbers go the way of W. Kahan, "Branch Cuts for Complex Elementary Functions" (1987), in the order
 *            of operations that CPython has, so that results are equal to the last bit; for infinities and nan the C
 *            library answers as annex G of the C standard says.
 * Not here:  arithmetic (runtime/complex.c), functions of real numbers (math_module.c).
 */
#include <complex.h>
#include <errno.h>
#include <float.h>
#include <math.h>

#include "runtime/complex.h"
#include "runtime/complex_methods.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

/* Functions that can fail set errno to EDOM, ERANGE or 0. */
typedef double complex Number;

static const double large = DBL_MAX / 4; /* above, sums of squares and products of two may overflow */
static const double log_large = 708.3964185322641;
static const double sqrt_large = 6.703903964971298e+153;
static const double sqrt_min = 0x1p-511; /* of the least normal number */

static inline Number number(double real, double imag) { return __builtin_complex(real, imag); }
static bool is_finite(Number z) { return isfinite(creal(z)) && isfinite(cimag(z)); }
static bool is_large(Number z) { return fabs(creal(z)) > large || fabs(cimag(z)) > large; }
static double modulus(Number z) { return hypot(creal(z), cimag(z)); }
static double log_of_large(Number z) { return log(hypot(creal(z) / 2, cimag(z) / 2)) + M_LN2 * 2; }
static Number times_i(Number z) { return number(-cimag(z), creal(z)); }
static Number by_i(Number z) { return number(cimag(z), -creal(z)); }

/* What came of a finite number: infinity is an error. */
static Number checked(Number z, int error) {
    errno = isinf(creal(z)) || isinf(cimag(z)) ? error : 0;
    return z;
}

/* What the C library says of a number that is not finite. A nan has no sign to give to another part. */
static Number special(Number (*f)(Number), double x, double y) {
    Number result = f(number(isnan(x) ? NAN : x, isnan(y) ? NAN : y));
    errno = 0;
    return result;
}

/* ---- Roots, logarithms, exponentials. ---- */

static Number square_root(Number z) {
    double x = fabs(creal(z)), y = fabs(cimag(z)), s;
    if (!is_finite(z)) return special(csqrt, creal(z), cimag(z));
    if (x == 0 && y == 0) return number(0, cimag(z));
    if (x < DBL_MIN && y < DBL_MIN) {
        x = ldexp(x, DBL_MANT_DIG);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, DBL_MANT_DIG))), -(DBL_MANT_DIG + 1) / 2);
    } else {
        x /= 8;
        s = 2 * sqrt(x + hypot(x, y / 8));
    }
    double d = y / (2 * s);
    return creal(z) >= 0 ? number(s, copysign(d, cimag(z))) : number(d, copysign(s, cimag(z)));
}

static double log_of_modulus(double x, double y) {
    if (x > large || y > large) return log(hypot(x / 2, y / 2)) + M_LN2;
    if (x < DBL_MIN && y < DBL_MIN)
        return log(hypot(ldexp(x, DBL_MANT_DIG), ldexp(y, DBL_MANT_DIG))) - DBL_MANT_DIG * M_LN2;
    double h = hypot(x, y), more = x > y ? x : y, less = x > y ? y : x;
    return h >= 0.71 && h <= 1.73 ? log1p((more - 1) * (more + 1) + less * less) / 2 : log(h);
}

static Number logarithm(Number z) {
    double x = fabs(creal(z)), y = fabs(cimag(z));
    if (!is_finite(z)) return special(clog, creal(z), cimag(z));
    double angle = atan2(cimag(z), creal(z));
    return checked(number(x == 0 && y == 0 ? -INFINITY : log_of_modulus(x, y), angle), EDOM);
}

static Number logarithm_10(Number z) {
    Number l = logarithm(z);
    return number(creal(l) / M_LN10, cimag(l) / M_LN10);
}

static Number exponential(Number z) {
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) {
        Number result = special(cexp, x, isinf(y) ? INFINITY : y);
        if (isinf(y) && (isfinite(x) || x > 0)) errno = EDOM;
        return result;
    }
    bool far = x > log_large;
    double l = far ? exp(x - 1) : exp(x), e = far ? M_E : 1;
    return checked(number(l * cos(y) * e, l * sin(y) * e), ERANGE);
}

/* ---- Hyperbolic functions and their inverses; the others are these, turned by i. ---- */

static Number of_hyperbola(Number z, Number (*of_special)(Number), double (*of_real)(double),
                           double (*of_imag)(double)) {
    double x = creal(z), y = cimag(z), e = 1;
    if (!is_finite(z)) {
        Number result = special(of_special, isnan(y) ? fabs(x) : x, isnan(x) && of_real == cosh ? fabs(y) : y);
        if (isinf(y) && !isnan(x)) errno = EDOM;
        return result;
    }
    if (fabs(x) > log_large) {
        x -= copysign(1, x);
        e = M_E;
    }
    return checked(number(cos(y) * of_real(x) * e, sin(y) * of_imag(x) * e), ERANGE);
}

static Number cosine_h(Number z) { return of_hyperbola(z, ccosh, cosh, sinh); }
static Number sine_h(Number z) { return of_hyperbola(z, csinh, sinh, cosh); }

static Number tangent_h(Number z) {
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) {
        Number result = special(ctanh, x == 0 && isnan(y) ? y : x, isinf(y) ? INFINITY : y);
        if (isinf(y) && isfinite(x)) errno = EDOM;
        return result;
    }
    if (fabs(x) > log_large) return checked(number(copysign(1, x), 4 * sin(y) * cos(y) * exp(-2 * fabs(x))), 0);
    double t = tanh(x), ty = tan(y), c = 1 / cosh(x), both = t * ty, denominator = 1 + both * both;
    return checked(number(t * (1 + ty * ty) / denominator, ty / denominator * c * c), 0);
}

static Number arc_cosine(Number z) {
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) {
        Number result = special(cacos, x, y);
        return isnan(y) ? number(creal(result), fabs(cimag(result))) : result;
    }
    if (is_large(z)) return number(atan2(fabs(y), x), copysign(log_of_large(z), -y));
    Number a = square_root(number(1 - x, -y)), b = square_root(number(1 + x, y));
    return number(2 * atan2(creal(a), creal(b)), asinh(creal(b) * cimag(a) - cimag(b) * creal(a)));
}

static Number arc_cosine_h(Number z) {
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) return special(cacosh, x == 0 && isnan(y) ? y : x, y);
    if (is_large(z)) return number(log_of_large(z), atan2(y, x));
    Number a = square_root(number(x - 1, y)), b = square_root(number(x + 1, y));
    return number(asinh(creal(a) * creal(b) + cimag(a) * cimag(b)), 2 * atan2(cimag(a), creal(b)));
}

static Number arc_sine_h(Number z) {
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) return special(casinh, x, y);
    if (is_large(z)) return number(copysign(log_of_large(z), x), atan2(y, fabs(x)));
    Number a = square_root(number(1 + y, -x)), b = square_root(number(1 - y, x));
    return number(asinh(creal(a) * cimag(b) - creal(b) * cimag(a)),
                  atan2(y, creal(a) * creal(b) - cimag(a) * cimag(b)));
}

/* For numbers without a sign. */
static Number arc_tangent_h_of(double x, double y) {
    double h = fabs(y);
    if (x > sqrt_large || h > sqrt_large) {
        h = hypot(x / 2, y / 2);
        return number(x / 4 / h / h, -copysign(M_PI_2, -y));
    }
    if (x != 1 || h >= sqrt_min)
        return number(log1p(4 * x / ((1 - x) * (1 - x) + h * h)) / 4, -atan2(-2 * y, (1 - x) * (1 + x) - h * h) / 2);
    if (h == 0) return number(INFINITY, y);
    return number(-log(sqrt(h) / sqrt(hypot(h, 2))), copysign(atan2(2, -h) / 2, y));
}

static Number arc_tangent_h(Number z) {
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) return special(catanh, x, y);
    return checked(signbit(x) ? -arc_tangent_h_of(-x, -y) : arc_tangent_h_of(x, y), EDOM);
}

static Number arc_sine(Number z) { return by_i(arc_sine_h(times_i(z))); }
static Number arc_tangent(Number z) { return by_i(arc_tangent_h(times_i(z))); }
static Number cosine(Number z) { return cosine_h(times_i(z)); }
static Number sine(Number z) { return by_i(sine_h(times_i(z))); }
static Number tangent(Number z) { return by_i(tangent_h(times_i(z))); }

/* ---- Natives. ---- */

static Value value_of_number(Number z) { return complex_new(creal(z), cimag(z)); }

static bool argument(Ref v, Number *z) {
    Value converted = NULL;
    double real, imag = 0;
    if (complex_special(v, &converted) == FAILED) return false;
    bool done = is_complex(converted ? converted : v)
                    ? number_as_complex(converted ? converted : v, &real, &imag) == FOUND
                    : float_argument(v, &real);
    release_maybe(converted);
    if (done) *z = number(real, imag);
    return done;
}

/* result, unless errno tells of an error. */
static Value finish(Value result) {
    if (LIKELY(!errno)) return result;
    release_maybe(result);
    return errno == ERANGE ? raise(&type_OverflowError, "math range error")
                           : raise(&type_ValueError, "math domain error");
}

/* f sets errno when it fails. Those that never do leave there what the functions of C left on the way. */
static Value apply(Number (*f)(Number), bool fails, Ref v) {
    Number z;
    if (!argument(v, &z)) return NULL;
    z = f(z);
    if (!fails) errno = 0;
    return finish(value_of_number(z));
}

#define ONE(name, f, fails)                                                                                            \
    static Value py_cmath_##name(const Ref *args) { return apply(f, fails, args[0]); }
ONE(acos, arc_cosine, false)
ONE(acosh, arc_cosine_h, false)
ONE(asin, arc_sine, false)
ONE(asinh, arc_sine_h, false)
ONE(atan, arc_tangent, true)
ONE(atanh, arc_tangent_h, true)
ONE(cos, cosine, true)
ONE(cosh, cosine_h, true)
ONE(exp, exponential, true)
ONE(log10, logarithm_10, true)
ONE(sin, sine, true)
ONE(sinh, sine_h, true)
ONE(sqrt, square_root, false)
ONE(tan, tangent, true)
ONE(tanh, tangent_h, true)

static Value py_cmath_log(const Ref *args) {
    Number z, base;
    if (!argument(args[0], &z) || (args[1] && !argument(args[1], &base))) return NULL;
    Value value = value_of_number(logarithm(z));
    if (!args[1]) return finish(value);
    base = logarithm(base); /* whether z is 0 is forgotten, as CPython does */
    if (base == 0) errno = EDOM;
    Value divisor = value_of_number(base), result = errno ? NULL : binary_op(BINARY_TRUEDIV, value, divisor);
    release(value);
    release(divisor);
    return errno ? finish(NULL) : result;
}

static Value py_cmath_phase(const Ref *args) {
    Number z;
    if (!argument(args[0], &z)) return NULL;
    errno = 0;
    double angle = atan2(cimag(z), creal(z)); /* too small an angle is an error, as in CPython */
    return finish(float_new(angle));
}

static Value py_cmath_polar(const Ref *args) {
    Number z;
    if (!argument(args[0], &z)) return NULL;
    double length = modulus(z);
    Value pair[2] = {float_new(length), float_new(atan2(cimag(z), creal(z)))};
    errno = isinf(length) && is_finite(z) ? ERANGE : 0;
    return finish(tuple_from_steal(pair, 2));
}

static Number from_polar(double r, double phi) {
    if (phi == 0 && isfinite(r)) return number(r, r * phi);
    if (phi == 0) return number(r, !isnan(r) && signbit(r) != signbit(phi) ? -0.0 : 0);
    if (isfinite(phi)) return number(r * cos(phi), r * sin(phi));
    return r == 0 ? number(0, 0) : number(isinf(r) ? INFINITY : NAN, NAN);
}

static Value py_cmath_rect(const Ref *args) {
    double r, phi;
    if (!float_argument(args[0], &r) || !float_argument(args[1], &phi)) return NULL;
    Number z = from_polar(r, phi);
    errno = isinf(phi) && r != 0 && !isnan(r) ? EDOM : 0;
    return finish(value_of_number(z));
}

static Value py_cmath_isfinite(const Ref *args) {
    Number z;
    return argument(args[0], &z) ? bool_value(is_finite(z)) : NULL;
}

static Value py_cmath_isinf(const Ref *args) {
    Number z;
    return argument(args[0], &z) ? bool_value(isinf(creal(z)) || isinf(cimag(z))) : NULL;
}

static Value py_cmath_isnan(const Ref *args) {
    Number z;
    return argument(args[0], &z) ? bool_value(isnan(creal(z)) || isnan(cimag(z))) : NULL;
}

static Value py_cmath_isclose(const Ref *args) {
    Number a, b;
    double relative, absolute;
    if (!argument(args[0], &a) || !argument(args[1], &b)) return NULL;
    if (!float_argument(args[2], &relative) || !float_argument(args[3], &absolute)) return NULL;
    if (relative < 0 || absolute < 0) return raise(&type_ValueError, "tolerances must be non-negative");
    if (a == b) return VALUE_TRUE;
    if (isinf(creal(a)) || isinf(cimag(a)) || isinf(creal(b)) || isinf(cimag(b))) return VALUE_FALSE;
    double difference = modulus(a - b);
    return bool_value(difference <= relative * modulus(b) || difference <= relative * modulus(a) ||
                      difference <= absolute);
}

static void put_steal(Ref dict, const char *name, Value v) {
    dict_set_text(dict, name, v);
    release(v);
}

static bool fill(Ref dict) {
    put_steal(dict, "pi", float_new(M_PI));
    put_steal(dict, "e", float_new(M_E));
    put_steal(dict, "tau", float_new(2 * M_PI));
    put_steal(dict, "inf", float_new(INFINITY));
    put_steal(dict, "infj", complex_new(0, INFINITY));
    put_steal(dict, "nan", float_new(NAN));
    put_steal(dict, "nanj", complex_new(0, NAN));
    return true;
}

static const NativeDef functions[] = {
    {"acos(z, /)", py_cmath_acos, DOC("What z is the cosine of."), 0},
    {"acosh(z, /)", py_cmath_acosh, DOC("What z is the hyperbolic cosine of."), 0},
    {"asin(z, /)", py_cmath_asin, DOC("What z is the sine of."), 0},
    {"asinh(z, /)", py_cmath_asinh, DOC("What z is the hyperbolic sine of."), 0},
    {"atan(z, /)", py_cmath_atan, DOC("What z is the tangent of."), 0},
    {"atanh(z, /)", py_cmath_atanh, DOC("What z is the hyperbolic tangent of."), 0},
    {"cos(z, /)", py_cmath_cos, DOC("Return the cosine of z."), 0},
    {"cosh(z, /)", py_cmath_cosh, DOC("Return the hyperbolic cosine of z."), 0},
    {"exp(z, /)", py_cmath_exp, DOC("Return e to the power of z."), 0},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", py_cmath_isclose,
     DOC("Return whether two numbers are close: relative to the larger, or absolutely."), 0},
    {"isfinite(z, /)", py_cmath_isfinite, DOC("Return whether neither part of z is infinite or nan."), 0},
    {"isinf(z, /)", py_cmath_isinf, DOC("Return whether a part of z is infinite."), 0},
    {"isnan(z, /)", py_cmath_isnan, DOC("Return whether a part of z is nan."), 0},
    {"log(z, base=..., /)", py_cmath_log, DOC("Return the logarithm of z to base, by default e."), 0},
    {"log10(z, /)", py_cmath_log10, DOC("Return the logarithm of z to base 10."), 0},
    {"phase(z, /)", py_cmath_phase, DOC("Return the angle of z in radians, between -pi and pi."), 0},
    {"polar(z, /)", py_cmath_polar, DOC("Return (modulus, angle) of z."), 0},
    {"rect(r, phi, /)", py_cmath_rect, DOC("Return the number with modulus r and angle phi."), 0},
    {"sin(z, /)", py_cmath_sin, DOC("Return the sine of z."), 0},
    {"sinh(z, /)", py_cmath_sinh, DOC("Return the hyperbolic sine of z."), 0},
    {"sqrt(z, /)", py_cmath_sqrt, DOC("Return the square root of z whose real part is not negative."), 0},
    {"tan(z, /)", py_cmath_tan, DOC("Return the tangent of z."), 0},
    {"tanh(z, /)", py_cmath_tanh, DOC("Return the hyperbolic tangent of z."), 0},
    {0},
};

const ModuleDef module_cmath = {
    "cmath",
    "Functions of complex numbers.",
    functions,
    fill,
};
