/* runtime/bigint_scratch.h - memory for one call into GMP, and for the limbs of our own splitting.
 *
 * Owns:      GMP's memory functions, the block that they cut temporaries from.
 * Invariant: between begin and end of a reserved scratch nothing but the one call into GMP runs.
 * Not here:  the arithmetic (bigint.h).
 */
#ifndef OURO_BIGINT_SCRATCH_H
#define OURO_BIGINT_SCRATCH_H

#include "runtime/state.h"

#define BIGINT_UNRESERVED 400 /* limbs of operands that mpn functions work on without memory but the C stack */

struct BigintScratch {
    char *block; /* what was reserved, or NULL: the operands are so small that GMP needs no memory */
    size_t size; /* bytes of it */
    char *next;  /* first unused byte: GMP frees in the reverse order, so this is a stack */
};

/* Reserves what GMP may need for operands of at most `largest` limbs. False with MemoryError. */
MUST_CHECK bool bigint_scratch_begin(BigintScratch *scratch, size_t largest);
/* Gives it back, and after work on large operands polls: false with the exception that came up. */
MUST_CHECK bool bigint_scratch_end(BigintScratch *scratch);

/* Limbs from what is reserved, given back in the reverse order. They are what GMP's temporaries are. */
uint64_t *bigint_scratch_take(size_t count);
void bigint_scratch_return(uint64_t *limbs, size_t count);

/* Limbs for the caller's own use. NULL with MemoryError. */
MUST_CHECK uint64_t *bigint_limbs_new(size_t count);
void bigint_limbs_free(uint64_t *limbs, size_t count); /* NULL: nothing */

#endif
