/* parser/ast_dump.c - the tree as text: how nodes, fields and sequences are laid out.
 *
 * Owns:      nothing.
 * Invariant: a node is written on one line exactly when ast.dump does so.
 * Not here:  which fields a node has (ast_dump_expr.c, ast_dump_stmt.c).
 */
#include "parser/ast_dump.h"

#include "parser/ast_dump_fields.h"

void dump_new_line(const Dump *d) {
    fputc('\n', d->out);
    for (size_t i = 0; i < d->level; i++) fputs("  ", d->out);
}

/* Begins a field. True: write its value now. */
bool dump_field(Dump *d, const char *name, bool simple) {
    d->simple = d->simple && simple;
    d->fields++;
    if (d->counting) return false;
    if (d->fields > 1) fputs(d->flat ? ", " : ",", d->out);
    if (!d->flat) dump_new_line(d);
    fprintf(d->out, "%s=", name);
    return true;
}

void dump_number_field(Dump *d, const char *name, long value) {
    if (dump_field(d, name, true)) fprintf(d->out, "%ld", value);
}

/* A node without fields, such as Load() or Add(). */
void dump_tag_field(Dump *d, const char *name, const char *tag) {
    if (dump_field(d, name, true)) fprintf(d->out, "%s()", tag);
}

void dump_span_fields(Dump *d, Span where) {
    if (!d->attributes) return;
    dump_number_field(d, "lineno", where.begin.line);
    dump_number_field(d, "col_offset", where.begin.column);
    dump_number_field(d, "end_lineno", where.end.line);
    dump_number_field(d, "end_col_offset", where.end.column);
}

static Dump count_fields(const Dump *d, Fields *fields, const void *node, bool shallow) {
    Dump count = {.attributes = d->attributes, .counting = true, .shallow = shallow, .simple = true};
    fields(&count, node);
    return count;
}

void dump_node(const Dump *d, const char *name, Fields *fields, const void *node) {
    Dump count = count_fields(d, fields, node, false);
    Dump inner = {.out = d->out, .attributes = d->attributes, .level = d->level + 1};
    inner.flat = count.simple && count.fields <= 3;
    fprintf(d->out, "%s(", name);
    fields(&inner, node);
    fputc(')', d->out);
}

/* True when the node is written as Name(), without fields. */
bool dump_is_empty(const Dump *d, Fields *fields, const void *node) {
    return !d->shallow && count_fields(d, fields, node, true).fields == 0;
}

void dump_items_field(Dump *d, const char *name, void *const *items, size_t count, Item *item) {
    if (count == 0 || !dump_field(d, name, false)) return;
    Dump inner = *d;
    inner.level++;
    fputc('[', d->out);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) fputc(',', d->out);
        dump_new_line(&inner);
        item(&inner, items[i]);
    }
    fputc(']', d->out);
}

/* ---- the whole ---- */

static void module_fields(Dump *d, const void *node) {
    const ModuleTree *module = node;
    if (module->kind == MODULE_EXPRESSION) {
        dump_expr_field(d, "body", module->expression);
    } else {
        SEQ_FIELD(d, "body", module->body, dump_stmt_item);
    }
}

void ast_dump(const ModuleTree *module, bool attributes, FILE *out) {
    static const char *const names[] = {
        [MODULE_FILE] = "Module",
        [MODULE_SINGLE] = "Interactive",
        [MODULE_EXPRESSION] = "Expression",
    };
    Dump d = {.out = out, .attributes = attributes};
    dump_node(&d, names[module->kind], module_fields, module);
    fputc('\n', out);
}
