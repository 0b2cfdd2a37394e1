/* parser/ast_dump_fields.h - what the files of ast_dump share.
 *
 * Owns:      nothing.
 * Invariant: fields are written in the order of the ASDL.
 * Not here:  what others may call (ast_dump.h).
 */
#ifndef OURO_AST_DUMP_FIELDS_H
#define OURO_AST_DUMP_FIELDS_H

#include <stdio.h>

#include "parser/ast.h"

/* ast.dump writes a node on one line when it has at most three fields and none of them has parts. So the fields of a
 * node are visited twice: to count, then to write. */
typedef struct Dump {
    FILE *out;
    bool attributes; /* write positions too */
    bool counting;   /* first visit: nothing is written */
    bool shallow;    /* counting: only the number of fields matters */
    bool simple;     /* counting: no field seen so far has parts */
    bool flat;       /* writing: the node is on one line */
    size_t fields;   /* fields seen so far */
    size_t level;    /* depth of indentation of the fields */
} Dump;

typedef void Fields(Dump *d, const void *node);

typedef void Item(const Dump *d, const void *item);

/* ---- ast_dump.c ---- */

void dump_new_line(const Dump *d);
/* Begins a field; simple: its value has no parts. True: write the value now. */
bool dump_field(Dump *d, const char *name, bool simple);
void dump_number_field(Dump *d, const char *name, long value);
/* A node without fields, such as Load() or Add(). */
void dump_tag_field(Dump *d, const char *name, const char *tag);
void dump_span_fields(Dump *d, Span where);
void dump_node(const Dump *d, const char *name, Fields *fields, const void *node);
/* True when the node is written as Name(), without fields. */
bool dump_is_empty(const Dump *d, Fields *fields, const void *node);
/* A sequence; nothing when it is empty. */
void dump_items_field(Dump *d, const char *name, void *const *items, size_t count, Item *item);
#define SEQ_FIELD(d, name, seq, item) dump_items_field((d), (name), (void *const *)(seq).items, (seq).count, (item))

/* ---- ast_dump_text.c ---- */

void dump_str(FILE *out, const char *text, size_t length);
void dump_constant(FILE *out, const Constant *constant);

/* ---- ast_dump_expr.c ---- */

extern const char *const dump_operators[]; /* names by Operator */
void dump_name_field(Dump *d, const char *name, const Name *value);
void dump_expr_field(Dump *d, const char *name, const Expr *e);
void dump_arguments_field(Dump *d, const Arguments *args);
Item dump_name_item, dump_expr_item, dump_keyword_item, dump_type_param_item;

/* ---- ast_dump_stmt.c ---- */

Item dump_stmt_item;

#endif
