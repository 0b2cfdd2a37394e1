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
    int64_t size;    /* limbs, negative for a negative number; 0 is zero (subclass instances only) */
    uint64_t *limbs; /* magnitude, least significant first; normalised. For exact ints it points behind this struct */
} Int;

/* Bytes of an exact int. Limbs that were reserved but are not in use are counted in its flags. */
static inline size_t int_size(const Int *i) {
    size_t count = (size_t)(i->size < 0 ? -i->size : i->size), spare = i->head.flags >> OBJECT_KIND_SHIFT;
    return sizeof(Int) + (count + spare) * sizeof(uint64_t);
}

static inline Int *as_int(Ref v) { return (Int *)object_of(v); }
static inline bool is_int(Ref v) { return is_small_int(v) || type_of(v)->flags & TYPE_INT; } /* bool included */

static inline bool is_exact_int(Ref v) { return is_small_int(v) || is_exact(v, &type_int); }

/* An int of any kind as sign and magnitude. Valid while the int lives and the view stands where it is. */
typedef struct IntView {
    const uint64_t *limbs; /* magnitude, least significant first; points to `small` for small ints and bools */
    size_t count;          /* limbs, highest not 0; 0 for zero */
    bool negative;         /* sign */
    uint64_t small;        /* magnitude of a small int */
} IntView;

static inline void int_view(Ref v, IntView *view) {
    if (is_heap(v)) {
        const Int *i = as_int(v);
        *view =
            (IntView){.limbs = i->limbs, .count = (size_t)(i->size < 0 ? -i->size : i->size), .negative = i->size < 0};
        return;
    }
    int64_t i = is_small_int(v) ? small_int(v) : is_true(v);
    *view = (IntView){.count = i != 0, .negative = i < 0, .small = i < 0 ? -(uint64_t)i : (uint64_t)i};
    view->limbs = &view->small;
}

/* A new int whose limbs are to be filled in. Then int_finish_steal, which normalises. */
MUST_CHECK Value int_reserve(size_t count); /* NULL with MemoryError */
Value int_finish_steal(Value v, bool negative);
Value int_from_limbs(const uint64_t *limbs, size_t count, bool negative); /* need not be normalised */
Value int_exact(Ref v); /* the exact int of the same value: of a bool or an instance of a subclass, a new one */

Value int_from_int64(int64_t i);
static inline Value int_value(int64_t i) { return LIKELY(fits_small_int(i)) ? small_int_value(i) : int_from_int64(i); }
Value int_from_uint64(uint64_t i);
Value int_from_double(double d); /* truncates; raises for nan and infinity */
/* Digits in base 2..36, underscores already removed, optional sign. NULL with ValueError past the digit limit. */
Value int_from_digits(const char *digits, size_t length, int base);
/* int(text, base) for a str, base 0 or 2..36: blanks, prefix, underscores, Unicode digits. ValueError. */
Value int_from_str(Ref text, int base);
/* The same for bytes; source is what the error message shows. */
Value int_from_bytes_text(const char *text, size_t length, int base, Ref source);

/* v is an int (or bool, or an instance of a subclass). */
MUST_CHECK bool int_as_int64(Ref v, int64_t *result);   /* false without exception when it does not fit */
MUST_CHECK bool int_as_uint64(Ref v, uint64_t *result); /* false without exception when it does not fit */
MUST_CHECK bool int_as_double(Ref v, double *result);   /* rounds half to even; false with OverflowError */
/* The highest 64 bits of a magnitude that is not zero, the highest of them set; *beyond: lower bits are set, too. */
uint64_t int_top_bits(const IntView *view, bool *beyond);
/* v = *fraction * 2 ** *exponent with 0.5 <= |*fraction| < 1, rounded to a double; for logarithms of huge ints. */
void int_frexp(Ref v, double *fraction, int64_t *exponent);
int int_sign(Ref v);            /* -1, 0, 1 */
uint64_t int_bit_length(Ref v); /* of the magnitude */
int64_t int_hash(Ref v);
int int_compare(Ref a, Ref b);
/* a < b for exact ints: in line, for loops that do little else. */
static inline bool int_is_less(Ref a, Ref b) {
    if (both_small_int(a, b)) return small_int(a) < small_int(b);
    if (!is_heap(a)) return as_int(b)->size > 0; /* what is not in the word lies beyond all that is */
    if (!is_heap(b)) return as_int(a)->size < 0;
    const Int *i = as_int(a), *j = as_int(b);
    if (i == j) return false;
    if (i->size != j->size) return i->size < j->size;
    int64_t at = i->size < 0 ? -i->size : i->size;
    const uint64_t *x = i->limbs, *y = j->limbs;
    for (at--; at > 0 && x[at] == y[at]; at--) {
    }
    return i->size < 0 ? y[at] < x[at] : x[at] < y[at];
}
bool int_equal(Ref a, Ref b);
int int_compare_double(Ref a, double b); /* exact; b is not nan */
/* Text in base 2..36 without prefix; ValueError past the digit limit in bases that are not powers of two. */
Value int_text(Ref v, int base);

/* How a letter of format() and % writes an int. */
typedef struct IntForm {
    int base;
    const char *prefix;
    char ten; /* 'a' or 'A' */
} IntForm;
IntForm int_form(uint32_t letter); /* b, o, x or X; all others are decimal */

#define INT_SHORT_LIMBS 8                         /* of ints whose text is written to the C stack */
#define INT_SHORT_TEXT (INT_SHORT_LIMBS * 64 + 4) /* bytes that it may take */

/* The text of an int for a while. */
typedef struct IntText {
    const char *chars;
    size_t length;
    Value held; /* the str that has the characters, or NULL: room has them */
    char room[INT_SHORT_TEXT];
} IntText;
/* Sets text to sign, prefix when wanted, and digits. ValueError past the digit limit, MemoryError. */
MUST_CHECK bool int_text_open(IntText *text, Ref v, const IntForm *form, bool prefixed);
void int_text_close(IntText *text);

/* Any two ints; never VALUE_NOT_IMPLEMENTED. The VM calls these when the fused paths overflow. */
Value int_add(Ref a, Ref b);
/* Adds an exact int to a long one that nobody else has, where both have one sign and the longer has a limb to spare. False:
 * nothing has happened. */
bool int_add_in_place(Ref own, Ref other);
Value int_sub(Ref a, Ref b);
Value int_mul(Ref a, Ref b);
Value int_floordiv(Ref a, Ref b); /* ZeroDivisionError */
Value int_mod(Ref a, Ref b);
MUST_CHECK bool int_divmod(Ref a, Ref b, Value *quotient, Value *remainder);
Value int_truediv(Ref a, Ref b);
Value int_pow(Ref a, Ref b); /* a float when b is negative */
Value int_pow_mod(Ref a, Ref b, Ref modulus);
Value int_lshift(Ref a, Ref b);
Value int_rshift(Ref a, Ref b);
Value int_and(Ref a, Ref b);
Value int_or(Ref a, Ref b);
Value int_xor(Ref a, Ref b);
/* The result of a op b when both are exact ints of moderate size: nothing can be raised or refused then. NULL without
 * exception otherwise, and for what divides by zero. */
Value int_operate_try(BinaryOp op, Ref a, Ref b);
Value int_negative(Ref a);
Value int_absolute(Ref a);
Value int_invert(Ref a);
Value int_gcd(Ref a, Ref b);
Value int_sqrt(Ref a);                /* floor; a is not negative */
Value int_round(Ref v, Ref decimals); /* round(v, decimals): to tens, hundreds, half to even */

#endif
