/* runtime/bigint_scratch.c - memory for GMP. */
#include "runtime/bigint_scratch.h"

#include <gmp.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/error.h"

static size_t round_up(size_t size) { return (size + 15) & ~(size_t)15; }

static BigintScratch *current(void) { return rt() ? rt()->bigint_scratch : NULL; }

static void *scratch_allocate(size_t size) {
    BigintScratch *scratch = current();
    size = round_up(size);
    if (scratch && size <= (size_t)(scratch->block + scratch->size - scratch->next)) {
        char *block = scratch->next;
        scratch->next += size;
        return block;
    }
    void *block = malloc(size);
    if (!block) abort(); /* GMP cannot be told; the reservation is there to make this unreachable */
    return block;
}

static void scratch_free(void *block, size_t size) {
    BigintScratch *scratch = current();
    char *bytes = block;
    if (!scratch || bytes < scratch->block || bytes >= scratch->block + scratch->size) {
        free(block);
    } else if (bytes + round_up(size) == scratch->next) {
        scratch->next = bytes;
    }
}

uint64_t *bigint_scratch_take(size_t count) { return scratch_allocate(count * sizeof(uint64_t)); }

void bigint_scratch_return(uint64_t *limbs, size_t count) { scratch_free(limbs, count * sizeof(uint64_t)); }

static void *scratch_resize(void *block, size_t old_size, size_t size) {
    void *moved = scratch_allocate(size);
    memcpy(moved, block, old_size < size ? old_size : size);
    scratch_free(block, old_size);
    return moved;
}

static void set_memory_functions(void) { mp_set_memory_functions(scratch_allocate, scratch_resize, scratch_free); }

bool bigint_scratch_begin(BigintScratch *scratch, size_t largest) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    scratch->block = NULL;
    if (LIKELY(largest <= BIGINT_UNRESERVED)) return true;
    pthread_once(&once, set_memory_functions);
    scratch->size = largest * 8 * sizeof(uint64_t) + 4096;
    scratch->block = scratch->next = mem_raw_try(&rt()->mem, scratch->size);
    if (!scratch->block) {
        raise_memory();
        return false;
    }
    rt()->bigint_scratch = scratch;
    return true;
}

bool bigint_scratch_end(BigintScratch *scratch) {
    if (LIKELY(!scratch->block)) return true;
    rt()->bigint_scratch = NULL;
    mem_raw_free(&rt()->mem, scratch->block, scratch->size);
    return runtime_poll();
}

uint64_t *bigint_limbs_new(size_t count) {
    uint64_t *limbs = count < ((size_t)1 << 36) ? mem_raw_try(&rt()->mem, count * sizeof(uint64_t)) : NULL;
    if (!limbs) raise_memory();
    return limbs;
}

void bigint_limbs_free(uint64_t *limbs, size_t count) {
    if (limbs) mem_raw_free(&rt()->mem, limbs, count * sizeof(uint64_t));
}
