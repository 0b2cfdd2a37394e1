/* runtime/float.h - the float type.
 *
 * Owns:      boxed floats, arithmetic, float methods.
 * Invariant: a float that fits the word is never boxed, except in instances of subclasses of float.
 * Not here:  digits (base/number.h).
 */
#ifndef OURO_FLOAT_H
#define OURO_FLOAT_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Float {
    Object head;
    double value; /* the number */
} Float;

static inline bool is_float(Ref v) { return is_flonum(v) || (is_heap(v) && object_of(v)->type->flags & TYPE_FLOAT); }
static inline double float_of(Ref v) { return is_flonum(v) ? flonum(v) : ((Float *)object_of(v))->value; }
Value float_box(double d);
static inline Value float_new(double d) {
    Value v = flonum_try(d);
    return LIKELY(v != NULL) ? v : float_box(d);
}
/* A float of type (float or a subclass). */
Value float_new_of(Type *type, double d);
/* float(text) for a str: blanks around it, underscores, Unicode digits. ValueError. */
Value float_from_str(Ref text);
Value float_from_bytes_text(const char *text, size_t length, Ref source); /* source: what the error shows */
/* a ** b: ZeroDivisionError, OverflowError; complex when a is negative and b not whole. */
Value float_pow(double a, double b);
Value float_truediv(double a, double b);   /* ZeroDivisionError */
Value float_round(double d, Ref decimals); /* round(d, decimals); decimals is an int */
double float_mod(double a, double b);      /* Python's %: sign of b; b is not 0 */
double float_floordiv(double a, double b); /* Python's //; b is not 0 */
int64_t float_hash(double d, Ref self);    /* self: identity hash of a nan */
/* int or float (or a subclass) as double. MISSING for other types; FAILED: OverflowError. */
MUST_CHECK Lookup number_as_double(Ref v, double *result);
/* The same, but also through __float__ and __index__; TypeError otherwise ("must be real number, not str"). */
MUST_CHECK bool float_argument(Ref v, double *result);

#endif
