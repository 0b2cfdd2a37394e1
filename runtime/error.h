/* runtime/error.h - raising, testing and taking exceptions from C.
 *
 * Owns:      Runtime.error.
 * Invariant: never raise over a pending exception; a function that reports failure has set one.
 * Not here:  the exception objects (exception.h), unwinding (vm/unwind.c).
 */
#ifndef OURO_ERROR_H
#define OURO_ERROR_H

#include "runtime/object.h"
#include "runtime/type.h"

/* Sets an exception of this type with a message and returns NULL, so that natives can `return raise(...)`.
 * The format knows %s (C text) %d %u %ld %lu %zd %zu %c %x %lx %% as printf, with width and precision for %s, and
 *   %T  Ref: name of its type           %N  Type *: its name
 *   %O  Ref: the same, but None for None, as CPython's argument parsers say
 *   %S  Ref: its str (must be a str)    %R  Ref: its repr (may run Python code)    %A  Ref: str(), any object; NULL: <NULL> */
COLD Value raise(Type *type, const char *format, ...);
COLD bool raise_false(Type *type, const char *format, ...);    /* the same, returning false */
COLD Lookup raise_failed(Type *type, const char *format, ...); /* the same, returning FAILED */
/* type(arg) with one argument that is kept as it is (KeyError(key), StopIteration(value)). */
COLD Value raise_with(Type *type, Ref argument);
/* What the raise statement does with an object: an instance or a class; TypeError for others. Sets __context__ from
 * Runtime.handled. */
COLD Value raise_value(Ref exception);
COLD Value raise_memory(void);
COLD Value raise_os(int error_number, Ref path); /* OSError or its subclass by errno; path may be NULL */
COLD Value raise_key(Ref key);

static inline bool error_set(void);
bool error_matches(Type *type);            /* the pending exception is an instance of type */
Value error_take(void);                    /* takes the pending exception out */
void error_restore_steal(Value exception); /* sets it again without touching its context */
void error_chain_steal(Value earlier);     /* the same, or makes it the context of what was raised since it was taken */
void error_clear(void);
/* The pending exception cannot be delivered (in __del__ and the like): prints it as CPython's unraisable hook does
 * ("Exception ignored in: ..."), and clears it. where may be NULL. */
void error_unraisable(Ref where);
/* The same, told as "Exception ignored <what> <where>:". */
void error_unraisable_in(const char *what, Ref where);

/* warnings.warn(text, category) as if the running Python code had called it; false: a filter made it an exception. */
COLD MUST_CHECK bool raise_warning(Type *category, const char *format, ...);

/* Formats as raise does; a new str. */
Value error_format(const char *format, ...);

#include "runtime/state.h"
static inline bool error_set(void) { return rt()->error != NULL; }

#endif
