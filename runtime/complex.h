/* runtime/complex.h - the complex type: a pair of doubles.
 *
 * Owns:      struct Complex, arithmetic, constructor, methods.
 * Invariant: -
 * Not here:  format specs (format.c), functions of cmath (lib/).
 */
#ifndef OURO_COMPLEX_H
#define OURO_COMPLEX_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Complex {
    Object head;
    double real; /* real part */
    double imag; /* imaginary part */
} Complex;

static inline Complex *as_complex(Ref v) { return (Complex *)object_of(v); }
bool is_complex(Ref v); /* or an instance of a subclass */

Value complex_new(double real, double imag);
/* a ** b: ZeroDivisionError, OverflowError. */
Value complex_pow(double a_real, double a_imag, double b_real, double b_imag);
/* complex, float or int (or a subclass) as a pair. MISSING for other types; FAILED: OverflowError. */
MUST_CHECK Lookup number_as_complex(Ref v, double *real, double *imag);

#endif
