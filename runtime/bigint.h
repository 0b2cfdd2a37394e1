/* runtime/bigint.h - magnitudes of any size as arrays of 64-bit limbs, least significant first.
 *
 * Owns:      how GMP's mpn functions are called: memory checked before, long work split into pieces that poll.
 * Invariant: GMP never runs out of memory, and no call into it takes longer than about 20 ms, square roots of very
 *            large numbers excepted. What returns false has set an exception.
 * Not here:  signs and objects (int.h).
 *
 * GMP aborts the process when its temporary memory is refused. So each call on more than a few hundred limbs first
 * reserves eight times its largest operand, from which GMP is served. Operands beyond a piece are split here:
 * multiplication by Karatsuba, division recursively (Burnikel and Ziegler), text by halves.
 */
#ifndef OURO_BIGINT_H
#define OURO_BIGINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/value.h"

/* result has a_count + b_count limbs and overlaps neither operand; counts are at least 1, a_count >= b_count. */
MUST_CHECK bool bigint_multiply(uint64_t *result, const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count);

/* quotient has a_count - b_count + 1 limbs, remainder b_count; a_count >= b_count >= 1, the highest limb of b is not 0.
 * remainder may be a; otherwise nothing overlaps. */
MUST_CHECK bool bigint_divide(uint64_t *quotient, uint64_t *remainder, const uint64_t *a, size_t a_count,
                              const uint64_t *b, size_t b_count);

/* result (modulus_count limbs) = base^exponent mod modulus. base is already reduced; all counts at least 1, highest
 * limbs not 0, modulus above 1. */
MUST_CHECK bool bigint_power_modulo(uint64_t *result, const uint64_t *base, size_t base_count, const uint64_t *exponent,
                                    size_t exponent_count, const uint64_t *modulus, size_t modulus_count);

/* result gets the greatest common divisor and *result_count its limbs, of which the highest may be 0; room for b_count.
 * a >= b, both of more than one limb, highest limbs not 0. */
MUST_CHECK bool bigint_gcd(uint64_t *result, size_t *result_count, const uint64_t *a, size_t a_count, const uint64_t *b,
                           size_t b_count);
unsigned __int128 bigint_gcd_short(unsigned __int128 a, unsigned __int128 b); /* of numbers that may be 0 */
uint64_t bigint_gcd_limb(uint64_t a, uint64_t b);

/* root ((count + 1) / 2 limbs) = floor(sqrt(a)); highest limb of a not 0. */
MUST_CHECK bool bigint_square_root(uint64_t *root, const uint64_t *a, size_t count);

/* Bytes that bigint_text may need. */
size_t bigint_text_room(size_t count, int base);
/* Writes the digits of a (count >= 1, highest limb not 0) in base 2..36 without leading zeros; *length gets how
 * many. */
MUST_CHECK bool bigint_text(char *out, size_t *length, const uint64_t *a, size_t count, int base);

/* The digits of bits (1 to 5) bits each, the highest not 0; ten is 'a' or 'A'. Returns how many: bigint_bits / bits,
 * rounded up. */
size_t bigint_write_bits(char *out, const uint64_t *limbs, size_t count, unsigned bits, char ten);
/* Reads such digits, at least one, into as many limbs as they need; returns those in use. */
size_t bigint_read_bits(uint64_t *result, const char *digits, size_t length, unsigned bits);

/* The lowest length bytes, in two's complement of the negated magnitude when complement is set. */
void bigint_write_bytes(uint8_t *out, size_t length, const uint64_t *limbs, size_t count, bool complement, bool little);
/* The reverse: (length + 7) / 8 limbs, not normalised. */
void bigint_read_bytes(uint64_t *limbs, const uint8_t *bytes, size_t length, bool little);

/* Limbs that bigint_parse may need for so many digits. */
size_t bigint_parse_room(size_t length, int base);
/* Reads digits (valid in base, lower or upper case, nothing else). *count gets the limbs in use, 0 for zero. */
MUST_CHECK bool bigint_parse(uint64_t *result, size_t *count, const char *digits, size_t length, int base);

/* Index past the highest bit of a magnitude whose highest limb is not 0; 0 for no limbs. */
static inline uint64_t bigint_bits(const uint64_t *a, size_t count) {
    return count ? count * 64 - (uint64_t)__builtin_clzll(a[count - 1]) : 0;
}

/* 64 bits of a magnitude, from this one on. */
static inline uint64_t bigint_bits_from(const uint64_t *a, size_t count, size_t bit) {
    size_t at = bit / 64, shift = bit % 64;
    uint64_t above = at + 1 < count ? a[at + 1] : 0;
    return a[at] >> shift | above << 1 << (63 - shift);
}

/* A magnitude of at most two limbs. */
static inline unsigned __int128 bigint_joined(const uint64_t *a, size_t count) {
    return (count > 1 ? (unsigned __int128)a[1] << 64 : 0) | (count ? a[0] : 0);
}

/* The count without leading zero limbs. */
static inline size_t bigint_normalize(const uint64_t *a, size_t count) {
    while (count > 0 && a[count - 1] == 0) count--;
    return count;
}

#endif
