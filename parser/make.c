/* parser/make.c - lists, depths and bare nodes, which all of make_*.c use.
 *
 * Owns:      nothing.
 * Invariant: a node is deeper than each of its children.
 * Not here:  productions (grammar.y).
 */
#include "parser/make.h"

/* ---- lists ---- */

static List *new_cell(Parser *p, const void *item) {
    List *cell = ARENA_NEW(p->arena, List);
    cell->next = cell;
    cell->item = (void *)item;
    return cell;
}

List *list_one(Parser *p, const void *item) { return new_cell(p, item); }

List *list_two(Parser *p, const void *first, const void *second) { return list_add(p, new_cell(p, first), second); }

List *list_add(Parser *p, List *list, const void *item) { return list_concat(list, new_cell(p, item)); }

List *list_concat(List *list, List *more) {
    if (!list || !more) return list ? list : more;
    List *first = list->next;
    list->next = more->next;
    more->next = first;
    return more;
}

size_t list_count(const List *list) {
    if (!list) return 0;
    size_t count = 1;
    for (const List *cell = list->next; cell != list; cell = cell->next) count++;
    return count;
}

void *list_array(Parser *p, List *list, size_t *count) {
    *count = list_count(list);
    if (!list) return NULL;
    void **items = ARENA_ARRAY(p->arena, void *, *count);
    List *cell = list->next;
    for (size_t i = 0; i < *count; i++, cell = cell->next) items[i] = cell->item;
    return items;
}

/* ---- depth ---- */

void deepen(Parser *p, uint16_t *depth, uint16_t child) {
    if (child < *depth) return;
    if (child >= AST_DEPTH_LIMIT) parser_too_complex(p);
    *depth = child >= AST_DEPTH_LIMIT ? AST_DEPTH_LIMIT : child + 1;
}

Expr *adopt(Parser *p, uint16_t *depth, Expr *e) {
    if (!e) return NULL;
    e = bare(e);
    deepen(p, depth, e->depth);
    return e;
}

Expr *adopt_left(Parser *p, uint16_t *depth, Expr *e) {
    e = bare(e);
    if (e->depth >= AST_DEPTH_LIMIT) {
        diag_set(p->diag, DIAG_RECURSION, e->where, "maximum recursion depth exceeded during compilation");
    }
    return adopt(p, depth, e);
}

ExprSeq adopt_list(Parser *p, uint16_t *depth, List *exprs) {
    ExprSeq seq;
    seq.items = list_array(p, exprs, &seq.count);
    for (size_t i = 0; i < seq.count; i++) seq.items[i] = adopt(p, depth, seq.items[i]);
    return seq;
}

Pattern *adopt_pattern(Parser *p, uint16_t *depth, Pattern *pattern) {
    if (pattern->kind == PATTERN_GROUP) pattern = pattern->as.pattern;
    deepen(p, depth, pattern->depth);
    return pattern;
}

StmtSeq adopt_block(Parser *p, uint16_t *depth, Block block) {
    StmtSeq seq;
    seq.items = list_array(p, block.items, &seq.count);
    for (size_t i = 0; i < seq.count; i++) deepen(p, depth, seq.items[i]->depth);
    return seq;
}

/* ---- nodes ---- */

Expr *new_expr(Parser *p, ExprKind kind, Span where) {
    Expr *e = ARENA_NEW(p->arena, Expr);
    e->kind = kind;
    e->depth = 1;
    e->where = where;
    return e;
}

Stmt *new_stmt(Parser *p, StmtKind kind, Span where) {
    Stmt *s = ARENA_NEW(p->arena, Stmt);
    s->kind = kind;
    s->depth = 1;
    s->where = where;
    return s;
}

Pattern *new_pattern(Parser *p, PatternKind kind, Span where) {
    Pattern *pattern = ARENA_NEW(p->arena, Pattern);
    pattern->kind = kind;
    pattern->depth = 1;
    pattern->where = where;
    return pattern;
}

const Name *make_name(Parser *p, Token token) { return name_intern(p->module->names, token.text, token.length); }
