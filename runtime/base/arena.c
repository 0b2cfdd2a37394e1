/* runtime/base/arena.c - memory that is freed all at once.
 *
 * Owns:      the blocks.
 * Invariant: the reserve is larger than twice any size served so far, so that an array that doubles stays safe, and
 *            than all that was served, so that an array with an item for each of something there is safe.
 * Not here:  objects (runtime/object.h), growable arrays (vec.h).
 */
#include "runtime/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK 1024u
#define LARGEST_BLOCK (1024u * 1024u)
#define FIRST_RESERVE (64u * 1024u)
#define ALIGNMENT 16u

struct ArenaBlock {
    ArenaBlock *next; /* the block before it, or NULL */
    size_t size;      /* bytes behind this header */
} __attribute__((aligned(ALIGNMENT)));

static size_t round_up(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

/* A size beyond this cannot be rounded or doubled. */
static bool absurd(size_t size) { return size > SIZE_MAX / 8; }

/* Keeps the invariant for a block of this size. Nothing of the old reserve is in use yet: once it is, the arena has
 * failed and serves no more blocks. The reserve costs addresses, but no memory as long as it is not written. */
static bool raise_reserve(Arena *arena, size_t size) {
    size_t wanted = 2 * size + arena->total;
    if (arena->reserve_left >= wanted + FIRST_RESERVE / 4) return true;
    char *reserve = malloc(2 * wanted);
    if (reserve == NULL) return false;
    free(arena->reserve);
    arena->reserve = reserve;
    arena->reserve_left = 2 * wanted;
    return true;
}

/* Adds a block with room for size bytes. Blocks double, so that a large program costs few of them. */
static bool add_block(Arena *arena, size_t size) {
    size_t room = arena->blocks == NULL ? FIRST_BLOCK : arena->blocks->size * 2;
    if (room > LARGEST_BLOCK) room = LARGEST_BLOCK;
    if (room < size) room = size;
    ArenaBlock *block = calloc(1, sizeof *block + room);
    if (block == NULL) return false;
    block->next = arena->blocks;
    block->size = room;
    arena->blocks = block;
    arena->next = (char *)(block + 1);
    arena->end = arena->next + room;
    arena->total += sizeof *block + room;
    return true;
}

/* Serves a refused request. Only a caller that ignores `failed` for thousands of requests, or that should have used
 * arena_try, can exhaust the reserve: a broken promise, not a state of the program that is read. */
static void *take_reserve(Arena *arena, size_t size) {
    arena->failed = true;
    if (size > arena->reserve_left) abort();
    arena->reserve_left -= size;
    char *block = arena->reserve + arena->reserve_left;
    block = (char *)((uintptr_t)block & ~(uintptr_t)(ALIGNMENT - 1));
    arena->reserve_left = (size_t)(block - arena->reserve);
    return memset(block, 0, size);
}

bool arena_init(Arena *arena) {
    *arena = (Arena){.reserve = malloc(FIRST_RESERVE), .reserve_left = FIRST_RESERVE};
    return arena->reserve != NULL;
}

void arena_free(Arena *arena) {
    for (ArenaBlock *block = arena->blocks, *next; block != NULL; block = next) {
        next = block->next;
        free(block);
    }
    free(arena->reserve);
    *arena = (Arena){0};
}

void arena_reset(Arena *arena) {
    ArenaBlock *newest = arena->blocks;
    if (newest == NULL) return;
    for (ArenaBlock *block = newest->next, *next; block != NULL; block = next) {
        next = block->next;
        free(block);
    }
    newest->next = NULL;
    char *begin = (char *)(newest + 1);
    memset(begin, 0, (size_t)(arena->next - begin));
    arena->next = begin;
    arena->total = sizeof *newest + newest->size;
}

void *arena_try(Arena *arena, size_t size) {
    if (arena->failed || absurd(size)) {
        arena->failed = true;
        return NULL;
    }
    size = round_up(size);
    if ((size_t)(arena->end - arena->next) < size) {
        if (!raise_reserve(arena, size) || !add_block(arena, size)) {
            arena->failed = true;
            return NULL;
        }
    }
    char *result = arena->next;
    arena->next += size;
    return result;
}

void *arena_alloc(Arena *arena, size_t size) {
    size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (__builtin_expect(rounded >= size && (size_t)(arena->end - arena->next) >= rounded, 1)) {
        char *result = arena->next;
        arena->next += rounded;
        return result;
    }
    void *result = arena_try(arena, size);
    return result != NULL ? result : take_reserve(arena, round_up(size));
}

char *arena_text(Arena *arena, const char *text, size_t length) {
    char *copy = arena_try(arena, length + 1);
    return copy ? memcpy(copy, text, length) : arena_alloc(arena, 1);
}

char *arena_format(Arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

char *arena_format_list(Arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = length < 0 ? NULL : arena_try(arena, (size_t)length + 1);
    if (text) vsnprintf(text, (size_t)length + 1, format, again);
    else text = arena_alloc(arena, 1);
    va_end(again);
    return text;
}
