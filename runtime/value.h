/* runtime/value.h - the tagged word that every Python value is.
 *
 * Owns:      the encoding, and nothing else.
 * Invariant: the all-zero word is no value: it means failure, or an unbound local.
 * Not here:  what heap objects look like (object.h), counting (object.h).
 *
 * low bits  meaning
 *   ...1    a small integer, 63 bits, shifted left by one
 *   ..10    a float in the common exponent range (2^-255 .. 2^256), or 0.0
 *   .100    None, False, True, NotImplemented, Ellipsis
 *   0000    a pointer to an Object, 16-byte aligned
 */
#ifndef OURO_VALUE_H
#define OURO_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define COLD __attribute__((cold, noinline))

/* Both point to an incomplete type, so that no tagged word is dereferenced by accident. A Value is an owned reference,
 * a Ref a borrowed one; returning, releasing or giving away a Ref as a Value does not compile. */
typedef struct Word *Value;
typedef const struct Word *Ref;

typedef enum Lookup { FAILED = -1, MISSING = 0, FOUND = 1 } Lookup;

static inline uint64_t bits_of(Ref v) { return (uint64_t)(uintptr_t)v; }
static inline Value value_of_bits(uint64_t bits) { return (Value)(uintptr_t)bits; }

/* Value arrays pass as Ref arrays. */
static inline const Ref *refs(Value const *values) { return (const Ref *)values; }

#define NONE_BITS 0x04u
#define FALSE_BITS 0x14u
#define TRUE_BITS 0x1cu
#define NOT_IMPLEMENTED_BITS 0x24u
#define ELLIPSIS_BITS 0x2cu

#define VALUE_NONE ((Value)(uintptr_t)NONE_BITS)
#define VALUE_FALSE ((Value)(uintptr_t)FALSE_BITS)
#define VALUE_TRUE ((Value)(uintptr_t)TRUE_BITS)
#define VALUE_NOT_IMPLEMENTED ((Value)(uintptr_t)NOT_IMPLEMENTED_BITS)
#define VALUE_ELLIPSIS ((Value)(uintptr_t)ELLIPSIS_BITS)

static inline bool is_none(Ref v) { return bits_of(v) == NONE_BITS; }
static inline bool is_bool(Ref v) { return (bits_of(v) & ~(uint64_t)8) == FALSE_BITS; }
static inline bool is_true(Ref v) { return bits_of(v) == TRUE_BITS; }
static inline bool is_not_implemented(Ref v) { return bits_of(v) == NOT_IMPLEMENTED_BITS; }
static inline Value bool_value(bool b) { return value_of_bits(FALSE_BITS | ((uint64_t)b << 3)); }

/* Small integers. */
#define SMALL_INT_MAX ((int64_t)0x3fffffffffffffff)
#define SMALL_INT_MIN (-SMALL_INT_MAX - 1)

static inline bool is_small_int(Ref v) { return bits_of(v) & 1; }
static inline bool both_small_int(Ref a, Ref b) { return bits_of(a) & bits_of(b) & 1; }
static inline int64_t small_int(Ref v) { return (int64_t)bits_of(v) >> 1; }
static inline bool fits_small_int(int64_t i) { return i >= SMALL_INT_MIN && i <= SMALL_INT_MAX; }
static inline Value small_int_value(int64_t i) { return value_of_bits(((uint64_t)i << 1) | 1); }

/* Floats held in the word. After the bias is added, the exponents from -255 to 256 begin with the bits 10; rotated to
 * the bottom, with the sign above them, these are the tag, so that a number fits when its tag comes out right. The
 * smallest number of the range gives up its pattern, 2, to 0.0 and is boxed. (Ruby's flonums are made in this way.) */
#define FLOAT_BIAS ((uint64_t)1 << 60)
#define FLOAT_ZERO_BITS 2u

static inline bool is_flonum(Ref v) { return (bits_of(v) & 3) == 2; }
static inline bool both_flonum(Ref a, Ref b) { return is_flonum(a) && is_flonum(b); }

static inline double flonum(Ref v) {
    uint64_t bits = bits_of(v), plain = ((bits >> 3) | (bits << 61)) - FLOAT_BIAS;
    double d;
    memcpy(&d, &plain, sizeof d);
    return UNLIKELY(bits == FLOAT_ZERO_BITS) ? 0.0 : d;
}

/* The word for d, or NULL when it must be boxed (float_new in runtime/float.h does either). */
static inline Value flonum_try(double d) {
    uint64_t plain;
    memcpy(&plain, &d, sizeof plain);
    uint64_t moved = plain + FLOAT_BIAS, bits = (moved << 3) | (moved >> 61);
    /* keeps the compiler from testing moved instead, by constants that take more instructions */
    __asm__("" : "+r"(bits));
    if (UNLIKELY((bits & 3) != 2)) return plain == 0 ? value_of_bits(FLOAT_ZERO_BITS) : NULL;
    if (UNLIKELY(bits == FLOAT_ZERO_BITS)) return NULL;
    Value word = value_of_bits(bits);
    if (!word) __builtin_unreachable();
    return word;
}

/* Heap objects. */
static inline bool is_heap(Ref v) { return (bits_of(v) & 7) == 0; } /* true of NULL as well */

#endif
