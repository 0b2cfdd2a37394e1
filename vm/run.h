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

/* Compiles text (bytes as in a file). NULL with SyntaxError (or another exception) set; then *incomplete, when not NULL,
 * tells that more text could make it complete; a compound statement at the prompt that no empty line has ended is
 * incomplete without an exception. Warnings are issued as SyntaxWarning. */
MUST_CHECK Value run_compile(const char *text, size_t length, Ref filename, CompileMode mode, bool *incomplete);
/* Sets the SyntaxError that diag describes. */
void run_raise_diag(const Diag *diag, const Source *source, Ref filename);

#endif
