/* runtime/int.h - the int type: small ones in the word, big ones on the heap.
 *
 * Owns:      struct Int, arithmetic and comparison of ints of any size, conversion to C types.
 * Invariant: a value that fits 63 bits is a small int, except in instances of subclasses of int.
 * Not here:  the limb algorithms (bigint.h), text (int_text.c), float (float.h).
 */
#ifndef OURO_INT_H
#define OURO_INT_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Int {
    Object head;
    int64_t size;     /* limbs, negative for a negative number; 0 is zero (subclass instances only) */
    uint64_t *limbs;  /* magnitude, least significant first; normalised. For exact ints it points behind this struct */
} Int;

static inline Int *as_int(Ref v) { return (Int *)object_of(v); }
static inline bool is_int(Ref v) { return is_small_int(v) || type_of(v)->flags & TYPE_INT; } /* bool included */

Value int_from_int64(int64_t i);
static inline Value int_value(int64_t i) { return LIKELY(fits_small_int(i)) ? small_int_value(i) : int_from_int64(i); }
Value int_from_uint64(uint64_t i);
Value int_from_double(double d); /* truncates; raises for nan and infinity */
/* Digits in base 2..36, underscores already removed, optional sign. NULL with ValueError past the digit limit. */
Value int_from_digits(const char *digits, size_t length, int base);

/* v is an int (or bool, or an instance of a subclass). */
MUST_CHECK bool int_as_int64(Ref v, int64_t *result); /* false without exception when it does not fit */
MUST_CHECK bool int_as_double(Ref v, double *result); /* false with OverflowError */
int int_sign(Ref v);                                  /* -1, 0, 1 */
int64_t int_hash(Ref v);
int int_compare(Ref a, Ref b);
int int_compare_double(Ref a, double b); /* exact; b is not nan */
Value int_text(Ref v, int base);         /* str without prefix */

/* Any two ints; never VALUE_NOT_IMPLEMENTED. The VM calls these when the fused paths overflow. */
Value int_add(Ref a, Ref b);
Value int_sub(Ref a, Ref b);
Value int_mul(Ref a, Ref b);
Value int_floordiv(Ref a, Ref b); /* ZeroDivisionError */
Value int_mod(Ref a, Ref b);
Value int_truediv(Ref a, Ref b);
Value int_pow(Ref a, Ref b);
Value int_lshift(Ref a, Ref b);
Value int_rshift(Ref a, Ref b);

#endif
