/* compiler/names.c - instructions that read, bind and delete names.
 *
 * Owns:      the choice between local, cell, global and namespace access.
 * Invariant: names of an inlined comprehension are looked up in its own scope first.
 * Not here:  what each name is (symtable_analyze.c).
 */
#include <string.h>

#include "compiler/compiler.h"

typedef enum Access {
    ACCESS_FAST,         /* local */
    ACCESS_DEREF,        /* through a cell */
    ACCESS_CLASS_DEREF,  /* class body: its namespace, then a cell */
    ACCESS_GLOBAL,       /* globals and builtins */
    ACCESS_CLASS_GLOBAL, /* annotation scope in a class: the class's namespace, then globals */
    ACCESS_NAME,         /* namespace of a module or class body */
} Access;

static Access free_access(const Unit *unit, const Scope *found) {
    if (unit->current != unit->scope && found != unit->current) return ACCESS_DEREF;
    return found->kind == BLOCK_CLASS || found->sees_class ? ACCESS_CLASS_DEREF : ACCESS_DEREF;
}

/* How to reach a mangled name, and its slot when it has one. */
static Access find_access(Compiler *c, const Name *name, uint32_t *slot) {
    Unit *unit = c->unit;
    Scope *scope = unit->current;
    Symbol *symbol = scope_find(scope, name);
    while (scope->is_inlined && symbol && symbol->scope == SCOPE_FREE) {
        scope = scope->parent; /* a variable of the block that the comprehension is compiled into */
        symbol = scope_find(scope, name);
    }
    bool class_variable = scope->kind == BLOCK_CLASS && scope != unit->current; /* seen from a comprehension */
    if (symbol && class_variable && symbol->flags & DEF_FREE_CLASS) {
        *slot = symbol->slot;
        return ACCESS_DEREF;
    }
    switch (symbol ? (SymbolScope)symbol->scope : SCOPE_UNKNOWN) {
    case SCOPE_FREE: *slot = symbol->slot; return free_access(unit, scope);
    case SCOPE_CELL: *slot = symbol_slot(c, symbol); return ACCESS_DEREF;
    case SCOPE_LOCAL:
        if (!is_function_like(scope)) return ACCESS_NAME;
        *slot = symbol_slot(c, symbol);
        return ACCESS_FAST;
    case SCOPE_GLOBAL_EXPLICIT: return ACCESS_GLOBAL;
    case SCOPE_GLOBAL_IMPLICIT:
        if (scope->sees_class) return ACCESS_CLASS_GLOBAL;
        if (is_function_like(unit->scope)) return ACCESS_GLOBAL;
        if (unit->scope->kind == BLOCK_CLASS && unit->current != unit->scope) return ACCESS_GLOBAL;
        return ACCESS_NAME;
    default: return is_function_like(unit->scope) ? ACCESS_GLOBAL : ACCESS_NAME;
    }
}

static bool is_debug(const Name *name) { return name->length == 9 && !memcmp(name->text, "__debug__", 9); }

void forbid_name(Compiler *c, Span where, const Name *name, ExprContext ctx) {
    if (ctx == CTX_LOAD || !is_debug(name)) return;
    compile_error(c, where, "cannot %s __debug__", ctx == CTX_DEL ? "delete" : "assign to");
}

void load_deref_text(Compiler *c, const Span *at, const char *text) {
    const Name *name = name_of_text(c, text);
    uint32_t slot;
    if (pointer_map_get(&c->unit->slot_of, name, &slot)) emit(c, at, OP_LOAD_DEREF, slot);
    else emit(c, at, OP_LOAD_DEREF, scope_find(c->unit->scope, name)->slot);
}

static void load_class_namespace(Compiler *c, const Span *at) {
    if (c->unit->scope->kind == BLOCK_CLASS) emit_0(c, at, OP_LOAD_LOCALS);
    else load_deref_text(c, at, "__classdict__");
}

static void load_name(Compiler *c, const Span *at, Access access, const Name *name, uint32_t slot) {
    switch (access) {
    case ACCESS_FAST: emit(c, at, OP_LOAD_FAST, slot); break;
    case ACCESS_DEREF: emit(c, at, OP_LOAD_DEREF, slot); break;
    case ACCESS_CLASS_DEREF:
        load_class_namespace(c, at);
        emit(c, at, OP_LOAD_DICT_OR_DEREF, slot);
        break;
    case ACCESS_CLASS_GLOBAL:
        load_class_namespace(c, at);
        emit_named(c, at, OP_LOAD_DICT_OR_GLOBAL, name);
        break;
    case ACCESS_GLOBAL: emit_named(c, at, OP_LOAD_GLOBAL, name); break;
    case ACCESS_NAME: emit_named(c, at, OP_LOAD_NAME, name); break;
    }
}

static void store_name(Compiler *c, const Span *at, Access access, const Name *name, uint32_t slot) {
    switch (access) {
    case ACCESS_FAST: emit(c, at, OP_STORE_FAST, slot); break;
    case ACCESS_DEREF:
    case ACCESS_CLASS_DEREF: emit(c, at, OP_STORE_DEREF, slot); break;
    case ACCESS_CLASS_GLOBAL:
    case ACCESS_GLOBAL: emit_named(c, at, OP_STORE_GLOBAL, name); break;
    case ACCESS_NAME: emit_named(c, at, OP_STORE_NAME, name); break;
    }
}

static void delete_name(Compiler *c, const Span *at, Access access, const Name *name, uint32_t slot) {
    switch (access) {
    case ACCESS_FAST: emit(c, at, OP_DELETE_FAST, slot); break;
    case ACCESS_DEREF:
    case ACCESS_CLASS_DEREF: emit(c, at, OP_DELETE_DEREF, slot); break;
    case ACCESS_CLASS_GLOBAL:
    case ACCESS_GLOBAL: emit_named(c, at, OP_DELETE_GLOBAL, name); break;
    case ACCESS_NAME: emit_named(c, at, OP_DELETE_NAME, name); break;
    }
}

void compile_name(Compiler *c, const Span *at, const Name *name, ExprContext ctx) {
    if (at) forbid_name(c, *at, name, ctx);
    if (ctx == CTX_LOAD && is_debug(name)) {
        emit_const_steal(c, at, c->options->optimize ? VALUE_FALSE : VALUE_TRUE);
        return;
    }
    uint32_t slot = NO_SLOT;
    name = scope_mangle(c->names, c->unit->current, name);
    Access access = find_access(c, name, &slot);
    if (ctx == CTX_LOAD) load_name(c, at, access, name, slot);
    else if (ctx == CTX_STORE) store_name(c, at, access, name, slot);
    else delete_name(c, at, access, name, slot);
}

bool find_fast_slot(Compiler *c, const Name *name, uint32_t *slot) {
    return find_access(c, scope_mangle(c->names, c->unit->current, name), slot) == ACCESS_FAST;
}

SymbolScope name_scope(Compiler *c, const Name *name) {
    const Symbol *symbol = scope_find(c->unit->current, scope_mangle(c->names, c->unit->current, name));
    return symbol ? (SymbolScope)symbol->scope : SCOPE_UNKNOWN;
}

/* The slot of a variable, mangled already, that a closure made here captures. */
static uint32_t closure_slot(Compiler *c, const Name *name) {
    Unit *unit = c->unit;
    uint32_t slot;
    if (pointer_map_get(&unit->slot_of, name, &slot)) return slot;
    Scope *scope = unit->current;
    Symbol *symbol = scope_find(scope, name);
    while (scope->is_inlined && symbol->scope == SCOPE_FREE) {
        scope = scope->parent;
        symbol = scope_find(scope, name);
    }
    return symbol->scope == SCOPE_CELL ? symbol_slot(c, symbol) : symbol->slot;
}

bool compile_closure_tuple(Compiler *c, const Span *at, const Unit *inner) {
    uint32_t count = 0;
    for (size_t i = 0; i < inner->slots.count; i++) {
        if (!(inner->slots.items[i].kind & LOCAL_FREE)) continue;
        emit(c, at, OP_LOAD_CLOSURE, closure_slot(c, inner->slots.items[i].name));
        count++;
    }
    if (count > 0) emit(c, at, OP_BUILD_TUPLE, count);
    return count > 0;
}
