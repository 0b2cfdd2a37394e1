/* lib/math_module.h - what the files of the math module share.
 *
 * Owns:      nothing; math_module.c has the module's rows.
 * Invariant: errors are "math domain error" (ValueError) and "math range error" (OverflowError) unless said otherwise.
 * Not here:  complex numbers (cmath_module.c).
 */
#ifndef OURO_MATH_MODULE_H
#define OURO_MATH_MODULE_H

#include "runtime/native.h"

/* math_integer.c */
Value py_math_comb(const Ref *args);
Value py_math_factorial(const Ref *args);
Value py_math_gcd(const Ref *args);
Value math_gcd_positional(const Ref *args, size_t count);
Value math_lcm_positional(const Ref *args, size_t count);
Value py_math_isqrt(const Ref *args);
Value py_math_lcm(const Ref *args);
Value py_math_perm(const Ref *args);

/* math_sum.c */
Value py_math_dist(const Ref *args);
Value py_math_fsum(const Ref *args);
Value py_math_hypot(const Ref *args);
Value py_math_prod(const Ref *args);
Value py_math_sumprod(const Ref *args);

/* math_gamma.c; NAN for a domain error, INFINITY for a range error. */
double math_gamma(double x);
double math_lgamma(double x);

#endif
