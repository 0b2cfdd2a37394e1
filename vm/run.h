/* vm/run.h - from program text to its result.
 *
 * Owns:      the way text -> tree -> code object, and what a syntax error becomes.
 * Invariant: the only file that knows both compiler/ and vm/.
 * Not here:  the command line (lib/cli), modules (import.h).
 */
#ifndef OURO_RUN_H
#define OURO_RUN_H

#include "compiler/compile.h"
#include "runtime/value.h"

/* Where a text comes from, which decides how its encoding is found and where CPython sees its end. */
typedef enum TextOrigin {
    ORIGIN_BYTES,   /* a bytes object, a module: a cookie may name the encoding */
    ORIGIN_STR,     /* a str: UTF-8 here */
    ORIGIN_PROGRAM, /* the file that is run, or standard input */
} TextOrigin;

/* Compiles text. NULL with SyntaxError (or another exception) set; then *incomplete, when not NULL, tells that more
 * text could make it complete; a compound statement at the prompt that no empty line has ended is incomplete without an
 * exception. Warnings are issued as SyntaxWarning; one that is an exception becomes a SyntaxError. */
MUST_CHECK Value run_compile(const char *text, size_t length, Ref filename, TextOrigin origin,
                             const CompileOptions *options, bool *incomplete);
/* Sets the SyntaxError that diag describes. */
void run_raise_diag(const Diag *diag, const Source *source, Ref filename);

#endif
