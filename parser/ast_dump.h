/* parser/ast_dump.h - the tree as text.
 *
 * Owns:      nothing.
 * Invariant: writes what CPython 3.13's ast.dump(tree, include_attributes=..., indent=2) returns, and a newline.
 * Not here:  the tree (ast.h).
 */
#ifndef OURO_AST_DUMP_H
#define OURO_AST_DUMP_H

#include <stdio.h>

#include "parser/ast.h"

/* attributes: with lineno, col_offset, end_lineno and end_col_offset of every node that has them. */
void ast_dump(const ModuleTree *module, bool attributes, FILE *out);

#endif
