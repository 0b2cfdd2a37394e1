/* compiler/compile.h - from a syntax tree to a code object.
 *
 * Owns:      nothing; the code object is the caller's.
 * Invariant: NULL is returned exactly when diag holds an error or an exception is pending.
 * Not here:  parsing (parser/parse.h), running (vm/run.c).
 */
#ifndef OURO_COMPILE_H
#define OURO_COMPILE_H

#include "parser/ast.h"
#include "runtime/base/diag.h"
#include "runtime/code.h"

typedef enum CompileMode {
    COMPILE_MODULE, /* of a MODULE_FILE: the code returns None */
    COMPILE_SINGLE, /* of a MODULE_SINGLE: expression statements are shown by sys.displayhook */
    COMPILE_EVAL,   /* of a MODULE_EXPRESSION: the code returns the value */
} CompileMode;

/* How a text is compiled; all zero is how a module is. */
typedef struct CompileOptions {
    CompileMode mode;     /* what the text is */
    uint32_t future;      /* CODE_FUTURE_... that hold without being imported */
    int optimize;         /* as python -O: at 1 asserts go, at 2 docstrings too */
    bool top_level_await; /* await and its kin may stand outside functions; what runs is then a coroutine */
} CompileOptions;

/* Returns the code object, or NULL: with a syntax error in diag, or with MemoryError or RecursionError pending.
 * filename is what tracebacks name. Warnings go to diag. */
MUST_CHECK Value compile_module(const ModuleTree *tree, Ref filename, const CompileOptions *options, Diag *diag);

#endif
