/* compiler/symtable.c - the first walk over the tree: blocks and what they do with names.
 *
 * Owns:      making scopes and symbols.
 * Invariant: scopes are entered and left like the blocks they stand for.
 * Not here:  the nodes (symtable_expr.c, symtable_stmt.c); where a name that is not bound lives (symtable_analyze.c).
 */
#include "compiler/symtable_visit.h"

#include <string.h>

/* ---- names ---- */

const Name *symtable_name(Builder *b, const char *text) { return name_intern(b->names, text, strlen(text)); }

const Name *mangle(NameTable *names, const Name *private_name, const Name *name) {
    const char *text = name->text;
    if (!private_name || name->length < 2 || text[0] != '_' || text[1] != '_') return name;
    if (text[name->length - 1] == '_' && text[name->length - 2] == '_') return name;
    if (memchr(text, '.', name->length)) return name;
    size_t skip = strspn(private_name->text, "_"), class_length = private_name->length - skip;
    if (class_length == 0) return name;
    size_t length = 1 + class_length + name->length;
    char small[256], *mangled = length <= sizeof small ? small : __builtin_malloc(length);
    if (!mangled) return name;
    mangled[0] = '_';
    memcpy(mangled + 1, private_name->text + skip, class_length);
    memcpy(mangled + 1 + class_length, text, name->length);
    const Name *result = name_intern(names, mangled, length);
    if (mangled != small) __builtin_free(mangled);
    return result;
}

const Name *scope_mangle(NameTable *names, const Scope *scope, const Name *name) {
    if (!scope->private_name || name->text[0] != '_') return name;
    const Name *mangled = mangle(names, scope->private_name, name);
    if (mangled == name || !scope->mangles_params_only) return mangled;
    for (; scope && scope->mangles_params_only; scope = scope->parent) {
        const Symbol *symbol = scope_find(scope, mangled);
        if (symbol && symbol->flags & DEF_TYPE_PARAM) return mangled;
    }
    return name;
}

Symbol *scope_find(const Scope *scope, const Name *name) {
    uint32_t place;
    return pointer_map_get(&scope->places, name, &place) ? scope->symbols.items[place] : NULL;
}

Symbol *scope_add(Scope *scope, Arena *arena, const Name *name) {
    Symbol *symbol = ARENA_NEW(arena, Symbol);
    symbol->name = name;
    symbol->slot = NO_SLOT;
    pointer_map_add(&scope->places, arena, name, (uint32_t)scope->symbols.count);
    VEC_PUSH_IN(arena, &scope->symbols, symbol);
    return symbol;
}

Symbol *find_name(Builder *b, const Name *name) { return scope_find(b->scope, scope_mangle(b->names, b->scope, name)); }

static void check_duplicate(Builder *b, const Symbol *symbol, unsigned flags, Span where) {
    if (flags & symbol->flags & DEF_PARAM) {
        ERROR(b, where, "duplicate argument '%s' in function definition", symbol->name->text);
    } else if (flags & symbol->flags & DEF_TYPE_PARAM) {
        ERROR(b, where, "duplicate type parameter '%s'", symbol->name->text);
    }
}

Symbol *define_name_in(Builder *b, Scope *scope, const Name *name, unsigned flags, Span where) {
    if (flags & DEF_TYPE_PARAM) name = mangle(b->names, scope->private_name, name);
    else name = scope_mangle(b->names, scope, name);
    Symbol *symbol = scope_find(scope, name);
    if (symbol) check_duplicate(b, symbol, flags, where);
    else symbol = scope_add(scope, b->arena, name);
    symbol->flags |= flags;
    if (scope->in_target) {
        if (symbol->flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
            ERROR(b, where, "comprehension inner loop cannot rebind assignment expression target '%s'", name->text);
        }
        symbol->flags |= DEF_COMP_ITER;
    }
    if (flags & DEF_GLOBAL && scope != b->table->top) {
        Symbol *global = scope_find(b->table->top, name);
        if (!global) global = scope_add(b->table->top, b->arena, name);
        global->flags |= DEF_GLOBAL;
    }
    return symbol;
}

static void give_up_without_memory(Builder *b) {
    if (b->arena->failed) diag_set(b->diag, DIAG_MEMORY, b->scope->where, "%s", "");
}

Symbol *define_name(Builder *b, const Name *name, unsigned flags, Span where) {
    Symbol *symbol = define_name_in(b, b->scope, name, flags, where);
    give_up_without_memory(b);
    return symbol;
}

/* ---- blocks ---- */

Scope *block_enter(Builder *b, BlockKind kind, const Name *name, const void *node, Span where) {
    Scope *scope = ARENA_NEW(b->arena, Scope), *parent = b->scope;
    scope->kind = kind;
    scope->name = name;
    scope->parent = parent;
    scope->where = where;
    if (parent) {
        scope->private_name = parent->private_name;
        scope->mangles_params_only = parent->mangles_params_only && kind != BLOCK_CLASS;
        scope->is_nested = parent->is_nested || is_function_like(parent);
        scope->is_ignored = parent->is_ignored;
        scope->iterable_depth = parent->iterable_depth;
        VEC_PUSH_IN(b->arena, &parent->children, scope);
    }
    pointer_map_add(&b->table->scope_of, b->arena, node, (uint32_t)b->table->scopes.count);
    VEC_PUSH_IN(b->arena, &b->table->scopes, scope);
    b->scope = scope;
    give_up_without_memory(b);
    return scope;
}

void block_leave(Builder *b) { b->scope = b->scope->parent; }

/* Names in the scope just entered are looked up in the class around it first. */
void see_class(Builder *b, bool in_class) {
    if (!in_class) return;
    b->scope->sees_class = true;
    define_name(b, symtable_name(b, "__classdict__"), DEF_USE, b->scope->where);
}

bool in_class(const Builder *b) { return b->scope->kind == BLOCK_CLASS || b->scope->sees_class; }

void implicit_argument(Builder *b, const char *name) {
    define_name(b, symtable_name(b, name), DEF_PARAM, b->scope->where);
}

/* ---- the whole ---- */

Scope *symtable_scope(const SymbolTable *table, const void *node) {
    uint32_t index;
    return pointer_map_get(&table->scope_of, node, &index) ? table->scopes.items[index] : NULL;
}

bool symtable_build(SymbolTable *table, const ModuleTree *tree, Arena *arena, Diag *diag, bool future_annotations) {
    Builder b = {.table = table, .arena = arena, .names = tree->names, .diag = diag};
    *table = (SymbolTable){.future_annotations = future_annotations};
    table->top = block_enter(&b, BLOCK_MODULE, symtable_name(&b, "top"), tree, (Span){{0, 0}, {0, 0}});
    if (tree->expression) visit_expr(&b, tree->expression);
    visit_body(&b, tree->body);
    if (!diag_failed(diag)) symtable_analyze(table, arena, tree->names, diag);
    return !diag_failed(diag) && !arena->failed;
}
