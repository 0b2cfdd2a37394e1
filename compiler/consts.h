/* compiler/consts.h - the constants of one code object, each once.
 *
 * Owns:      the values in it, until they are moved to the code object or released.
 * Invariant: two constants are the same when Python code cannot tell them apart: 1, 1.0 and True are three.
 * Not here:  making values of AST constants and folding (fold.c).
 */
#ifndef OURO_CONSTS_H
#define OURO_CONSTS_H

#include "runtime/base/arena.h"
#include "runtime/object.h"

typedef struct ConstTable {
    Value *items;      /* owned; in the arena */
    uint32_t count;    /* constants */
    uint32_t capacity; /* constants that fit */
    uint32_t *places;  /* hash table of index + 1; 0: free */
    uint32_t room;     /* places, a power of two */
} ConstTable;

/* The index of a constant, added when it is new. */
uint32_t consts_index_steal(ConstTable *table, Arena *arena, Value constant);
/* Releases what is left in the table. */
void consts_release(ConstTable *table);

#endif
