/* parser/name.h - the identifiers of a tree.
 *
 * Owns:      the table of names, which lives in the arena of the tree.
 * Invariant: a table holds each text once.
 * Not here:  the names of the runtime (runtime/intern.h).
 */
#ifndef OURO_NAME_H
#define OURO_NAME_H

#include <stddef.h>
#include <stdint.h>

#include "runtime/base/arena.h"

/* An identifier. Within one parse equal names are one pointer, so they compare by address; name_intern gives the same
 * pointer for names the compiler makes up or mangles. */
typedef struct Name {
    uint32_t length; /* bytes of text */
    uint32_t hash;   /* of text; the same in every parse of a process */
    char text[];     /* UTF-8, NFKC-normalised, NUL-terminated */
} Name;

typedef struct NameTable NameTable;

/* Returns an empty table in the arena. */
NameTable *name_table_new(Arena *arena);

/* Returns the one Name of this text in the table, made when it is new. */
const Name *name_intern(NameTable *table, const char *text, size_t length);

#endif
