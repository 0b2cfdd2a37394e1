/* runtime/intern.h - names: strings of which there is one per text.
 *
 * Owns:      the static well-known names (names.def) and the per-runtime table of interned strings.
 * Invariant: an interned string has STR_INTERNED; two interned strings are equal only when identical.
 * Not here:  str itself (str.h).
 */
#ifndef OURO_INTERN_H
#define OURO_INTERN_H

#include "runtime/str.h"

/* NAME(append) is the interned str "append"; N(name, "text") rows of names.def. Static and immortal. */
#define N(name, text)                                                                                                  \
    struct __attribute__((aligned(16))) {                                                                              \
        Object head;                                                                                                   \
        int64_t hash;                                                                                                  \
        size_t length;                                                                                                 \
        char data[sizeof(text)];                                                                                       \
    } name;
extern struct Names {
#include "runtime/names.def"
} names;
#undef N
#define NAME(name) value_of(&names.name)

/* Takes s, returns the interned string of the same text (s itself when it is the first). Never fails. */
Value intern_steal(Value s);
Value intern_text(const char *utf8); /* NUL-terminated */
Value intern_utf8(const char *utf8, size_t length);
/* Called when an interned string is freed. */
void intern_forget(Ref s);
/* Strings in the table, the well-known ones included. */
size_t intern_count(void);
/* Once per process: hashes the static names. */
void intern_process_start(void);
/* The running runtime's table, with the static names in it; freed when no string is left. */
void intern_runtime_start(void);
void intern_runtime_end(void);

#endif
