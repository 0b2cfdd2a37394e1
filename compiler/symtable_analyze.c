/* compiler/symtable_analyze.c - the second step: where each name lives.
 *
 * Owns:      Symbol.scope, and the symbols that closures pass through.
 * Invariant: every scope between a name's binding and its use has a symbol for it: a closure is handed down there.
 * Not here:  collecting the symbols (symtable.c).
 *
 * The language reference, "Resolution of names": a name that a block does not bind is looked up in the enclosing
 * functions, classes skipped, then is global.
 */
#include <string.h>

#include "compiler/symtable.h"

typedef struct Analysis {
    Arena *arena;           /* of new symbols */
    Diag *diag;             /* takes the error */
    const Name *class_cell; /* __class__ */
    const Name *class_dict; /* __classdict__ */
} Analysis;

static bool binds(const Symbol *symbol) {
    return symbol->flags & DEF_BOUND && !(symbol->flags & (DEF_NONLOCAL | DEF_GLOBAL));
}

/* A class binds two names for the functions in it alone. */
static bool binds_implicitly(const Analysis *a, Scope *scope, const Name *name) {
    if (scope->kind != BLOCK_CLASS) return false;
    if (name == a->class_cell) return scope->needs_class_cell = true;
    if (name == a->class_dict) return scope->needs_class_dict = true;
    return false;
}

/* The enclosing scope whose variable the name is, or NULL when it is global. *crossed: a function lies between. */
static Scope *find_binding(const Analysis *a, const Scope *from, const Name *name, bool *crossed) {
    *crossed = !from->is_inlined;
    for (Scope *scope = from->parent; scope; scope = scope->parent) {
        if (*crossed && binds_implicitly(a, scope, name)) return scope;
        if (is_function_like(scope)) {
            const Symbol *symbol = scope_find(scope, name);
            if (symbol && symbol->flags & DEF_GLOBAL) return NULL;
            if (symbol && binds(symbol)) return scope;
        }
        if (!scope->is_inlined) *crossed = true;
    }
    return NULL;
}

/* Marks the way from a use to its binding. */
static void make_free(const Analysis *a, Scope *from, const Scope *binding, const Name *name) {
    for (Scope *scope = from; scope != binding; scope = scope->parent) {
        Symbol *symbol = scope_find(scope, name);
        if (!symbol) symbol = scope_add(scope, a->arena, name);
        bool own = binds(symbol) || symbol->flags & DEF_GLOBAL; /* the class itself means another variable */
        if (scope->kind == BLOCK_CLASS && own) symbol->flags |= DEF_FREE_CLASS;
        else symbol->scope = SCOPE_FREE;
    }
}

static void make_cell(const Scope *binding, const Name *name) {
    if (binding->kind == BLOCK_CLASS) return; /* its cells are made by flags */
    scope_find(binding, name)->scope = SCOPE_CELL;
}

static void analyze_nonlocal(const Analysis *a, Scope *scope, Symbol *symbol) {
    if (scope->kind == BLOCK_MODULE) {
        diag_set(a->diag, DIAG_SYNTAX, symbol->where, "nonlocal declaration not allowed at module level");
        return;
    }
    bool crossed;
    Scope *binding = find_binding(a, scope, symbol->name, &crossed);
    if (!binding) {
        diag_set(a->diag, DIAG_SYNTAX, symbol->where, "no binding for nonlocal '%s' found", symbol->name->text);
        return;
    }
    const Symbol *bound = scope_find(binding, symbol->name);
    if (bound && bound->flags & DEF_TYPE_PARAM) {
        diag_set(a->diag, DIAG_SYNTAX, symbol->where, "nonlocal binding not allowed for type parameter '%s'",
                 symbol->name->text);
        return;
    }
    make_free(a, scope, binding, symbol->name);
    if (crossed) make_cell(binding, symbol->name);
}

/* In a scope that looks names up in its class: what the class binds never means an outer function's variable. */
static bool class_hides(Scope *scope, Symbol *symbol) {
    if (!scope->sees_class) return false;
    const Scope *class = scope;
    while (class->kind != BLOCK_CLASS) class = class->parent;
    const Symbol *bound = scope_find(class, symbol->name);
    if (!bound) return false;
    if (bound->flags & DEF_GLOBAL) symbol->scope = SCOPE_GLOBAL_EXPLICIT;
    else if (bound->flags & DEF_BOUND && !(bound->flags & DEF_NONLOCAL)) symbol->scope = SCOPE_GLOBAL_IMPLICIT;
    else return false;
    return true;
}

static void analyze_use(const Analysis *a, Scope *scope, Symbol *symbol) {
    if (class_hides(scope, symbol)) return;
    bool crossed;
    Scope *binding = find_binding(a, scope, symbol->name, &crossed);
    if (!binding) {
        symbol->scope = SCOPE_GLOBAL_IMPLICIT;
        return;
    }
    make_free(a, scope, binding, symbol->name);
    if (crossed) make_cell(binding, symbol->name);
}

static void analyze_symbol(const Analysis *a, Scope *scope, Symbol *symbol) {
    if (symbol->flags & DEF_GLOBAL && symbol->flags & DEF_NONLOCAL) {
        diag_set(a->diag, DIAG_SYNTAX, symbol->where, "name '%s' is nonlocal and global", symbol->name->text);
    } else if (symbol->flags & DEF_GLOBAL) {
        symbol->scope = SCOPE_GLOBAL_EXPLICIT;
    } else if (symbol->flags & DEF_NONLOCAL) {
        analyze_nonlocal(a, scope, symbol);
    } else if (symbol->flags & DEF_BOUND) {
        if (symbol->scope != SCOPE_CELL) symbol->scope = SCOPE_LOCAL;
    } else {
        analyze_use(a, scope, symbol);
    }
}

void symtable_analyze(SymbolTable *table, Arena *arena, NameTable *names, Diag *diag) {
    Analysis a = {.arena = arena,
                  .diag = diag,
                  .class_cell = name_intern(names, "__class__", strlen("__class__")),
                  .class_dict = name_intern(names, "__classdict__", strlen("__classdict__"))};
    for (size_t i = 0; i < table->scopes.count; i++) { /* outer scopes come before inner ones */
        Scope *scope = table->scopes.items[i];
        if (scope->is_ignored) continue;
        size_t count = scope->symbols.count; /* what closures add behind has its scope already */
        for (size_t k = 0; k < count && !diag_failed(diag); k++) analyze_symbol(&a, scope, scope->symbols.items[k]);
    }
}
