/* runtime/base/arena.h - memory that is freed all at once: tokens, AST, symbol tables.
 *
 * Owns:      a chain of blocks and one reserve block.
 * Invariant: what it hands out is zeroed, 16-byte aligned and stays until arena_free.
 * Not here:  objects (runtime/object.h), growable arrays (vec.h).
 */
#ifndef OURO_ARENA_H
#define OURO_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *blocks;  /* newest first */
    char *next;          /* first free byte of the newest block */
    char *end;           /* one past the newest block */
    char *reserve;       /* handed out when the system refuses a block, so that callers never see NULL */
    size_t reserve_left; /* bytes of the reserve still unused */
    size_t total;        /* bytes taken from the system */
    bool failed;         /* a block was refused: stop soon and report MemoryError */
} Arena;

/* Prepares an arena. False when even its reserve was refused. */
bool arena_init(Arena *arena);
void arena_free(Arena *arena);
/* Takes back everything that was handed out, keeping the newest block, the largest, for what comes next. */
void arena_reset(Arena *arena);

/* Returns size zeroed bytes, never NULL. When the system refuses, the bytes come from the reserve and `failed` is set:
 * the parser tests it at every token and gives up. */
void *arena_alloc(Arena *arena, size_t size);

/* The same for a size that the program chose (a literal's length): NULL, and `failed` set, when the system refuses. */
void *arena_try(Arena *arena, size_t size);

/* Returns a NUL-terminated copy of the text; an empty one, and `failed` set, when the system refuses. */
char *arena_text(Arena *arena, const char *text, size_t length);

/* Returns formatted text, as vsnprintf writes it, or as arena_text does. */
char *arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_format_list(Arena *arena, const char *format, va_list arguments);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count) ((Type *)arena_alloc((arena), sizeof(Type) * (count)))

#endif
