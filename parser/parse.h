/* parser/parse.h - from text to tree.
 *
 * Owns:      nothing; the tree lives in the arena, the source stays the caller's and must outlive neither.
 * Invariant: a ModuleTree is returned exactly when diag holds no error.
 * Not here:  errors that need scopes ('return' outside function, nonlocal): compiler/.
 */
#ifndef OURO_PARSE_H
#define OURO_PARSE_H

#include "parser/ast.h"
#include "runtime/base/diag.h"

typedef enum ParseMode {
    PARSE_FILE,   /* a module: MODULE_FILE */
    PARSE_SINGLE, /* what was typed at a prompt, one statement: MODULE_SINGLE; sets Diag.incomplete */
    PARSE_EVAL,   /* the argument of eval(): MODULE_EXPRESSION */
} ParseMode;

/* Returns the tree of a text, or NULL with the first error in diag. Nothing of the tree points into the source. */
ModuleTree *parse_source(const Source *source, Arena *arena, ParseMode mode, Diag *diag);

#endif
