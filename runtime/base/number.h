/* runtime/base/number.h - floating-point numbers to decimal text and back, correctly rounded.
 *
 * Owns:      shortest digits, exact digits at any precision, reading, powers of ten with 128 bits.
 * Invariant: every result is the correctly rounded one, halves to even; nothing here allocates or looks at the locale.
 * Not here:  format specs (runtime/format.c), integers beyond 64 bits (runtime/int_text.c), float.hex.
 */
#ifndef OURO_NUMBER_H
#define OURO_NUMBER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/base/convention.h"

#define NUMBER_REPR_MAX 32   /* bytes that number_repr may write, its NUL included */
#define NUMBER_UINT64_MAX 20 /* bytes that number_write_uint64 may write */

/* flags of number_format */
enum {
    NUMBER_ALTERNATE = 1u << 0,     /* '#': keep the point, and for g the trailing zeros */
    NUMBER_POINT_ZERO = 1u << 1,    /* ".0" after a finite number that would show neither point nor exponent; for g this
                                     also moves to an exponent one digit earlier: what format(x, ".3") without a type
                                     does */
    NUMBER_NO_MINUS_ZERO = 1u << 2, /* 'z': a result that is all zeros has no minus sign */
};

/* The shortest text that reads back as d, as repr(float) shows it ("1.0", "1e+16", "-inf", "nan"); ends in a NUL.
 * Returns its length. */
size_t number_repr(char out[NUMBER_REPR_MAX], double d);

/* Bytes that number_format may write for d. */
size_t number_format_room(double d, char type, size_t precision);

/* d in the notation of type: 'e' 'f' 'g' and their upper cases (digits after the point for e and f, significant digits
 * for g, where 0 counts as 1), or 'r' for the shortest (precision is ignored, no ".0" without NUMBER_POINT_ZERO).
 * Writes a minus sign, never a plus; "inf" and "nan" in the case of type. No NUL. Returns the length. */
size_t number_format(char *out, double d, char type, size_t precision, unsigned flags);

/* The lowest count digits of value in base ten, zeros in front, no NUL. Returns what the other digits are. */
uint64_t number_write_padded(char *out, uint64_t value, size_t count);
/* Digits of value in base ten, no NUL. Returns how many. */
size_t number_write_uint64(char *out, uint64_t value);

/* Reads what float() accepts, without surrounding blanks: decimal digits with single underscores between digits, point,
 * exponent, inf, infinity, nan, any case, a sign. False when text is something else. Too large becomes infinity. */
bool number_parse(const char *text, size_t length, double *result);

/* Reads the longest beginning of text that number_parse would take and returns its length; 0 when there is
 * none. For complex(). */
size_t number_scan(const char *text, size_t length, double *result);

/* The double nearest to finite d rounded to so many decimals (negative: tens, hundreds). Infinite when it overflows. */
double number_round(double d, int64_t decimals);

/* high * 2^exponent rounded half to even; the highest bit of high is set, beyond: the exact value is a little larger.
 * Infinite when it overflows. */
double number_from_bits(uint64_t high, bool beyond, int64_t exponent);

/* Of number.c and number_read.c: 10^k as 128 bits with the highest set, rounded up (exact for k from 0 to 55);
 * 10^k = power * 2^(number_log2_power(k) - 127). */
typedef struct NumberPower {
    uint64_t high; /* upper half */
    uint64_t low;  /* lower half */
} NumberPower;
#define NUMBER_POWER_FIRST (-342)                                             /* reading needs -342 to 308 */
#define NUMBER_POWER_LAST 324                                                 /* the shortest digits need -292 to 324 */
extern NumberPower number_powers[NUMBER_POWER_LAST - NUMBER_POWER_FIRST + 1]; /* once they are there */
extern _Atomic bool number_powers_known;                                      /* they are there */
KEEPS_REGISTERS void number_powers_make(void); /* makes them, whatever thread asks (number_power.c) */
static inline void number_powers_need(void) {
    if (__builtin_expect(!atomic_load_explicit(&number_powers_known, memory_order_acquire), 0)) number_powers_make();
}
static inline NumberPower number_power(int k) { return number_powers[k - NUMBER_POWER_FIRST]; }
/* floor(log2(10^k)) for |k| <= 400. */
static inline int number_log2_power(int k) { return (k * 1741647) >> 19; }

#endif
