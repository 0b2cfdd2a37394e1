/* lib/math_module.c - the math module: functions of real numbers.
 *
 * Owns:      the module's rows; functions of one and two floats.
 * Invariant: see math_module.h.
 * Not here:  whole numbers (math_integer.c), many numbers (math_sum.c), gamma (math_gamma.c).
 */
#include "lib/math_module.h"

#include <errno.h>
#include <float.h>
#include <math.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

static Value raise_domain(void) { return raise(&type_ValueError, "math domain error"); }
static Value raise_range(void) { return raise(&type_OverflowError, "math range error"); }

/* --- One argument ------------------------------------------------------------------------------------------------- */

/* What f(x) means: nan out of a number is a domain error; infinity out of a finite number is a range error where the
 * function can grow beyond all floats, and a pole otherwise. */
static Value apply(double (*f)(double), Ref argument, bool overflows) {
    double x;
    if (!float_argument(argument, &x)) return NULL;
    double r = f(x);
    if (isnan(r) && !isnan(x)) return raise_domain();
    if (isinf(r) && isfinite(x)) return overflows ? raise_range() : raise_domain();
    return float_new(r);
}

#define ONE(name, f, overflows)                                                                                        \
    static Value py_math_##name(const Ref *args) { return apply(f, args[0], overflows); }
ONE(acos, acos, false)
ONE(acosh, acosh, false)
ONE(asin, asin, false)
ONE(asinh, asinh, false)
ONE(atan, atan, false)
ONE(atanh, atanh, false)
ONE(cbrt, cbrt, false)
ONE(cos, cos, false)
ONE(cosh, cosh, true)
ONE(erf, erf, false)
ONE(erfc, erfc, false)
ONE(exp, exp, true)
ONE(exp2, exp2, true)
ONE(expm1, expm1, true)
ONE(fabs, fabs, false)
ONE(log1p, log1p, false)
ONE(sin, sin, false)
ONE(sinh, sinh, true)
ONE(sqrt, sqrt, false)
ONE(tan, tan, false)
ONE(tanh, tanh, false)

static Value py_math_gamma(const Ref *args) {
    double x;
    if (!float_argument(args[0], &x)) return NULL;
    double r = math_gamma(x);
    if (isnan(r) && !isnan(x)) return raise_domain();
    return isinf(r) && isfinite(x) ? raise_range() : float_new(r);
}

static Value py_math_lgamma(const Ref *args) {
    double x;
    if (!float_argument(args[0], &x)) return NULL;
    double r = math_lgamma(x);
    if (isnan(r) && !isnan(x)) return raise_domain();
    return isinf(r) && isfinite(x) ? raise_range() : float_new(r);
}

static Value py_math_degrees(const Ref *args) {
    double x;
    return float_argument(args[0], &x) ? float_new(x * (180.0 / M_PI)) : NULL;
}

static Value py_math_radians(const Ref *args) {
    double x;
    return float_argument(args[0], &x) ? float_new(x * (M_PI / 180.0)) : NULL;
}

static Value py_math_isfinite(const Ref *args) {
    double x;
    return float_argument(args[0], &x) ? bool_value(isfinite(x)) : NULL;
}

static Value py_math_isinf(const Ref *args) {
    double x;
    return float_argument(args[0], &x) ? bool_value(isinf(x)) : NULL;
}

static Value py_math_isnan(const Ref *args) {
    double x;
    return float_argument(args[0], &x) ? bool_value(isnan(x)) : NULL;
}

static Value py_math_ulp(const Ref *args) {
    double x;
    if (!float_argument(args[0], &x)) return NULL;
    x = fabs(x);
    if (!isfinite(x)) return float_new(x);
    double next = nextafter(x, INFINITY);
    return float_new(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

static Value py_math_frexp(const Ref *args) {
    double x;
    int exponent = 0;
    if (!float_argument(args[0], &x)) return NULL;
    if (isfinite(x)) x = frexp(x, &exponent);
    Value fraction = float_new(x), result = tuple_pack(2, fraction, small_int_value(exponent));
    release(fraction);
    return result;
}

static Value py_math_modf(const Ref *args) {
    double x, whole;
    if (!float_argument(args[0], &x)) return NULL;
    double part = modf(x, &whole);
    Value a = float_new(part), b = float_new(whole), result = tuple_pack(2, a, b);
    release(a);
    release(b);
    return result;
}

/* --- Rounding to whole numbers ----------------------------------------------------------------------------------- */

/* By the method of the number's type, or of a float by f. */
static Value round_by(Ref v, Ref method, double (*f)(double)) {
    if (is_flonum(v) || is_exact(v, &type_float)) return int_from_double(f(float_of(v)));
    Value result = NULL;
    Lookup found = call_special(v, method, NULL, 0, &result);
    if (found != MISSING) return result;
    double x;
    if (!f) return raise(&type_TypeError, "type %T doesn't define __trunc__ method", v);
    return float_argument(v, &x) ? int_from_double(f(x)) : NULL;
}

static Value py_math_ceil(const Ref *args) { return round_by(args[0], NAME(dunder_ceil), ceil); }
static Value py_math_floor(const Ref *args) { return round_by(args[0], NAME(dunder_floor), floor); }

static Value py_math_trunc(const Ref *args) {
    if (is_flonum(args[0]) || is_exact(args[0], &type_float)) return int_from_double(float_of(args[0]));
    return round_by(args[0], NAME(dunder_trunc), NULL);
}

/* --- Logarithms -------------------------------------------------------------------------------------------------- */

/* The logarithm of a float or of an int of any size; of_2 is f(2). */
static bool log_of(Ref v, double (*f)(double), double of_2, double *result) {
    double x;
    if (is_int(v)) {
        if (int_sign(v) <= 0) return raise_domain(), false;
        if (int_bit_length(v) <= 1024) {
            if (int_as_double(v, &x)) return *result = f(x), true;
            error_clear(); /* rounded up to 2^1024 */
        }
        int64_t exponent;
        int_frexp(v, &x, &exponent);
        *result = f(x) + of_2 * (double)exponent;
        return true;
    }
    if (!float_argument(v, &x)) return false;
    *result = f(x);
    if (isnan(x) || (isinf(x) && x > 0)) return true;
    return x > 0.0 || (raise_domain(), false);
}

static Value py_math_log(const Ref *args) {
    double x, base;
    if (!log_of(args[0], log, M_LN2, &x)) return NULL;
    if (!args[1]) return float_new(x);
    return log_of(args[1], log, M_LN2, &base) ? float_truediv(x, base) : NULL;
}

static Value py_math_log2(const Ref *args) {
    double x;
    return log_of(args[0], log2, 1.0, &x) ? float_new(x) : NULL;
}

static Value py_math_log10(const Ref *args) {
    double x;
    return log_of(args[0], log10, 0.30102999566398119521, &x) ? float_new(x) : NULL;
}

/* --- Two and more arguments -------------------------------------------------------------------------------------- */

static bool two(const Ref *args, double *x, double *y) {
    return float_argument(args[0], x) && float_argument(args[1], y);
}

static Value py_math_atan2(const Ref *args) {
    double y, x;
    return two(args, &y, &x) ? float_new(atan2(y, x)) : NULL;
}

static Value py_math_copysign(const Ref *args) {
    double x, y;
    return two(args, &x, &y) ? float_new(copysign(x, y)) : NULL;
}

static Value py_math_fmod(const Ref *args) {
    double x, y;
    if (!two(args, &x, &y)) return NULL;
    if (isinf(y) && isfinite(x)) return float_new(x);
    double r = fmod(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? raise_domain() : float_new(r);
}

static Value py_math_remainder(const Ref *args) {
    double x, y;
    if (!two(args, &x, &y)) return NULL;
    double r = remainder(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? raise_domain() : float_new(r);
}

static Value py_math_pow(const Ref *args) {
    double x, y;
    if (!two(args, &x, &y)) return NULL;
    double r = pow(x, y);
    if (isfinite(r) || !isfinite(x) || !isfinite(y)) return float_new(r);
    if (isnan(r) || x == 0.0) return raise_domain();
    return raise_range();
}

static Value py_math_ldexp(const Ref *args) {
    double x;
    int64_t exponent;
    if (!float_argument(args[0], &x)) return NULL;
    if (!is_int(args[1])) return raise(&type_TypeError, "Expected an int as second argument to ldexp.");
    if (!int_as_int64(args[1], &exponent)) exponent = int_sign(args[1]) < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0.0 || !isfinite(x)) return float_new(x);
    if (exponent > INT32_MAX) return raise_range();
    if (exponent < INT32_MIN) return float_new(copysign(0.0, x));
    double r = ldexp(x, (int)exponent);
    return isinf(r) ? raise_range() : float_new(r);
}

static Value py_math_fma(const Ref *args) {
    double x, y, z;
    if (!two(args, &x, &y) || !float_argument(args[2], &z)) return NULL;
    double r = fma(x, y, z);
    if (isfinite(r)) return float_new(r);
    if (isnan(r))
        return !isnan(x) && !isnan(y) && !isnan(z) ? raise(&type_ValueError, "invalid operation in fma") : float_new(r);
    return isfinite(x) && isfinite(y) && isfinite(z) ? raise(&type_OverflowError, "overflow in fma") : float_new(r);
}

/* steps floats from x towards y. */
static double step_towards(double x, double y, uint64_t steps) {
    if (isnan(x) || isnan(y) || steps == 0) return isnan(y) && steps ? y : x;
    union {
        double d;
        uint64_t bits;
    } a = {x}, b = {y};
    const uint64_t sign = (uint64_t)1 << 63;
    uint64_t size_a = a.bits & ~sign, size_b = b.bits & ~sign;
    if ((a.bits ^ b.bits) & sign) { /* through zero */
        if (size_a + size_b <= steps) return y;
        if (size_a < steps) return b.bits = (b.bits & sign) | (steps - size_a), b.d;
        return a.bits -= steps, a.d;
    }
    if (size_a > size_b) return size_a - size_b <= steps ? y : (a.bits -= steps, a.d);
    return size_b - size_a <= steps ? y : (a.bits += steps, a.d);
}

static Value py_math_nextafter(const Ref *args) {
    double x, y;
    if (!two(args, &x, &y)) return NULL;
    if (is_none(args[2])) return float_new(nextafter(x, y));
    Value number = index_of(args[2]);
    if (!number) return NULL;
    uint64_t steps;
    bool negative = int_sign(number) < 0;
    if (!int_as_uint64(number, &steps)) steps = UINT64_MAX;
    release(number);
    return negative ? raise(&type_ValueError, "steps must be a non-negative integer")
                    : float_new(step_towards(x, y, steps));
}

static Value py_math_isclose(const Ref *args) {
    double a, b, relative, absolute;
    if (!two(args, &a, &b) || !float_argument(args[2], &relative) || !float_argument(args[3], &absolute)) return NULL;
    if (relative < 0.0 || absolute < 0.0) return raise(&type_ValueError, "tolerances must be non-negative");
    if (a == b) return VALUE_TRUE;
    if (isinf(a) || isinf(b)) return VALUE_FALSE;
    double difference = fabs(b - a);
    return bool_value(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

static void put_constant(Ref dict, const char *name, double x) {
    Value v = float_new(x);
    dict_set_text(dict, name, v);
    release(v);
}

static bool fill(Ref dict) {
    put_constant(dict, "pi", M_PI);
    put_constant(dict, "e", M_E);
    put_constant(dict, "tau", 2 * M_PI);
    put_constant(dict, "inf", INFINITY);
    put_constant(dict, "nan", NAN);
    return true;
}

static const NativeDef functions[] = {
    {"acos(x, /)", py_math_acos, DOC("Return the arc cosine of x in radians, between 0 and pi."), 0},
    {"acosh(x, /)", py_math_acosh, DOC("What x is the hyperbolic cosine of."), 0},
    {"asin(x, /)", py_math_asin, DOC("Return the arc sine of x in radians, between -pi/2 and pi/2."), 0},
    {"asinh(x, /)", py_math_asinh, DOC("What x is the hyperbolic sine of."), 0},
    {"atan(x, /)", py_math_atan, DOC("Return the arc tangent of x in radians, between -pi/2 and pi/2."), 0},
    {"atan2(y, x, /)", py_math_atan2,
     DOC("Return the arc tangent of y/x in radians, in the quadrant of the point (x, y)."), 0},
    {"atanh(x, /)", py_math_atanh, DOC("What x is the hyperbolic tangent of."), 0},
    {"cbrt(x, /)", py_math_cbrt, DOC("Return the cube root of x."), 0},
    {"ceil(x, /)", py_math_ceil, DOC("Return the smallest integer that is not below x."), 0},
    {"comb(n, k, /)", py_math_comb,
     DOC("Return how many ways there are to choose k items of n, without order or repetition."), 0},
    {"copysign(x, y, /)", py_math_copysign, DOC("Return the magnitude of x with the sign of y."), 0},
    {"cos(x, /)", py_math_cos, DOC("Return the cosine of x, in radians."), 0},
    {"cosh(x, /)", py_math_cosh, DOC("Return the hyperbolic cosine of x."), 0},
    {"degrees(x, /)", py_math_degrees, DOC("Convert x from radians to degrees."), 0},
    {"dist(p, q, /)", py_math_dist, DOC("Return the distance of two points, given as sequences of coordinates."), 0},
    {"erf(x, /)", py_math_erf, DOC("Return the error function at x."), 0},
    {"erfc(x, /)", py_math_erfc, DOC("Return 1 less the error function at x."), 0},
    {"exp(x, /)", py_math_exp, DOC("Return e to the power of x."), 0},
    {"exp2(x, /)", py_math_exp2, DOC("Return 2 to the power of x."), 0},
    {"expm1(x, /)", py_math_expm1, DOC("Return exp(x) - 1, exact also for small x."), 0},
    {"fabs(x, /)", py_math_fabs, DOC("Return the magnitude of the float x."), 0},
    {"factorial(n, /)", py_math_factorial, DOC("Return the product of the numbers from 1 to n."), 0},
    {"floor(x, /)", py_math_floor, DOC("Return the largest integer that is not above x."), 0},
    {"fma(x, y, z, /)", py_math_fma, DOC("Return x * y + z, rounded once."), 0},
    {"fmod(x, y, /)", py_math_fmod, DOC("Return the remainder of x / y with the sign of x."), 0},
    {"frexp(x, /)", py_math_frexp, DOC("Return (m, e) for which x == m * 2**e and 0.5 <= abs(m) < 1."), 0},
    {"fsum(seq, /)", py_math_fsum, DOC("Return the exact sum of floats, rounded once."), 0},
    {"gamma(x, /)", py_math_gamma, DOC("Return the gamma function at x."), 0},
    {"gcd(*integers)", NATIVE_FORMS(py_math_gcd, math_gcd_positional), DOC("Return the greatest common divisor."),
     NATIVE_POSITIONAL},
    {"hypot(*coordinates)~", py_math_hypot, DOC("Return the distance of a point from the origin."), 0},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", py_math_isclose,
     DOC("Return whether two numbers are close: relative to the larger, or absolutely."), 0},
    {"isfinite(x, /)", py_math_isfinite, DOC("Return whether x is neither infinite nor nan."), 0},
    {"isinf(x, /)", py_math_isinf, DOC("Return whether x is infinite."), 0},
    {"isnan(x, /)", py_math_isnan, DOC("Return whether x is nan."), 0},
    {"isqrt(n, /)", py_math_isqrt, DOC("Return the whole part of the square root of n."), 0},
    {"lcm(*integers)", NATIVE_FORMS(py_math_lcm, math_lcm_positional), DOC("Return the least common multiple."),
     NATIVE_POSITIONAL},
    {"ldexp(x, i, /)", py_math_ldexp, DOC("Return x * 2**i."), 0},
    {"lgamma(x, /)", py_math_lgamma, DOC("Return the logarithm of the magnitude of gamma(x)."), 0},
    {"log(x, base=..., /)", py_math_log, DOC("Return the logarithm of x to base, by default e."), 0},
    {"log10(x, /)", py_math_log10, DOC("Return the logarithm of x to base 10."), 0},
    {"log1p(x, /)", py_math_log1p, DOC("Return log(1 + x), exact also for small x."), 0},
    {"log2(x, /)", py_math_log2, DOC("Return the logarithm of x to base 2."), 0},
    {"modf(x, /)", py_math_modf, DOC("Return the fractional and the whole part of x, both with its sign."), 0},
    {"nextafter(x, y, /, *, steps=None)", py_math_nextafter,
     DOC("Return the float that is so many steps (one) from x towards y."), 0},
    {"perm(n, k=None, /)", py_math_perm,
     DOC("Return how many ways there are to choose k items of n in order; all, when k is None."), 0},
    {"pow(x, y, /)", py_math_pow, DOC("Return x to the power of y as a float."), 0},
    {"prod(iterable, /, *, start=1)", py_math_prod, DOC("Return the product of start and the numbers."), 0},
    {"radians(x, /)", py_math_radians, DOC("Convert x from degrees to radians."), 0},
    {"remainder(x, y, /)", py_math_remainder, DOC("Return x - n * y where n is the integer nearest to x / y."), 0},
    {"sin(x, /)", py_math_sin, DOC("Return the sine of x, in radians."), 0},
    {"sinh(x, /)", py_math_sinh, DOC("Return the hyperbolic sine of x."), 0},
    {"sqrt(x, /)", py_math_sqrt, DOC("Return the square root of x."), 0},
    {"sumprod(p, q, /)", py_math_sumprod, DOC("Return the sum of the products of items that stand at the same place."),
     0},
    {"tan(x, /)", py_math_tan, DOC("Return the tangent of x, in radians."), 0},
    {"tanh(x, /)", py_math_tanh, DOC("Return the hyperbolic tangent of x."), 0},
    {"trunc(x, /)", py_math_trunc, DOC("Return x without its fractional part, as an integer."), 0},
    {"ulp(x, /)", py_math_ulp, DOC("Return the value of the last bit of x."), 0},
    {0},
};

const ModuleDef module_math = {
    "math",
    "Functions of real numbers, as the C standard defines them, and of integers.",
    functions,
    fill,
};
