/* compiler/symtable_visit.h - what the files of the first walk over the tree share.
 *
 * Owns:      struct Builder.
 * Invariant: blocks are entered and left like the nodes they stand for.
 * Not here:  the finished table (symtable.h).
 */
#ifndef OURO_SYMTABLE_VISIT_H
#define OURO_SYMTABLE_VISIT_H

#include "compiler/symtable.h"

typedef struct Builder {
    SymbolTable *table; /* being built */
    Arena *arena;       /* of everything */
    NameTable *names;   /* of the tree */
    Diag *diag;         /* takes the error */
    Scope *scope;       /* block being visited */
} Builder;

#define ERROR(b, where, ...) diag_set((b)->diag, DIAG_SYNTAX, (where), __VA_ARGS__)

/* symtable.c */
const Name *symtable_name(Builder *b, const char *text);
Symbol *find_name(Builder *b, const Name *name); /* in the block being visited, or NULL */
/* Adds flags to the name's symbol, made when it is new. */
Symbol *define_name(Builder *b, const Name *name, unsigned flags, Span where);
Symbol *define_name_in(Builder *b, Scope *scope, const Name *name, unsigned flags, Span where);
Scope *block_enter(Builder *b, BlockKind kind, const Name *name, const void *node, Span where);
void block_leave(Builder *b);
bool in_class(const Builder *b); /* directly in a class, or in an annotation scope there */
void see_class(Builder *b, bool in_class);
void implicit_argument(Builder *b, const char *name);

/* symtable_expr.c */
void visit_expr(Builder *b, const Expr *e);
static inline void visit_if_any(Builder *b, const Expr *e) {
    if (e) visit_expr(b, e);
}
void visit_exprs(Builder *b, ExprSeq exprs); /* NULL items are passed over */
void visit_keywords(Builder *b, KeywordSeq keywords);
void visit_annotation(Builder *b, const Expr *annotation);
void visit_annotations(Builder *b, const Arguments *args, const Expr *returns);
void visit_defaults(Builder *b, const Arguments *args);
void define_arguments(Builder *b, const Arguments *args);

/* symtable_stmt.c */
void visit_body(Builder *b, StmtSeq body);

#endif
