/* compiler/unit.c - one unit of compilation: a module, function, class or annotation scope.
 *
 * Owns:      entering and leaving units, their qualified names, the slots of their locals, the prologue.
 * Invariant: parameters have the first slots, in the order of co_varnames.
 * Not here:  instructions (emit.c), finding names (names.c).
 */
#include <stdlib.h>
#include <string.h>

#include "compiler/compiler.h"
#include "runtime/error.h"

/* Type parameters have a scope of their own that nobody sees. */
static const Unit *visible_outer(const Unit *unit) {
    const Unit *outer = unit->outer;
    if (outer && outer->scope->kind == BLOCK_TYPE_PARAMETERS) outer = outer->outer;
    return outer && outer->scope->kind != BLOCK_MODULE ? outer : NULL;
}

static bool declared_global(Compiler *c, const Unit *outer, const Name *name) {
    const Symbol *symbol = scope_find(outer->scope, scope_mangle(c->names, outer->scope, name));
    return symbol && symbol->scope == SCOPE_GLOBAL_EXPLICIT;
}

static const char *qualified_name(Compiler *c, const Unit *unit) {
    const Unit *outer = visible_outer(unit);
    if (!outer) return unit->name->text;
    BlockKind kind = unit->scope->kind;
    bool defined = (kind == BLOCK_FUNCTION && unit->name->text[0] != '<') || kind == BLOCK_CLASS;
    if (defined && declared_global(c, outer, unit->name)) return unit->name->text;
    bool function = outer->scope->kind == BLOCK_FUNCTION;
    return arena_format(c->arena, "%s%s.%s", outer->qualname, function ? ".<locals>" : "", unit->name->text);
}

static uint32_t scope_flags(const Scope *scope) {
    uint32_t flags = 0;
    if (is_function_like(scope)) {
        flags |= CODE_OPTIMIZED | CODE_NEWLOCALS;
        if (scope->is_nested) flags |= CODE_NESTED;
        if (scope->is_generator && scope->is_coroutine) flags |= CODE_ASYNC_GENERATOR;
        else if (scope->is_generator) flags |= CODE_GENERATOR;
        else if (scope->is_coroutine) flags |= CODE_COROUTINE;
        if (scope->kind == BLOCK_FUNCTION && scope->parent && scope->parent->kind == BLOCK_CLASS) flags |= CODE_METHOD;
    }
    if (scope->kind == BLOCK_CLASS) flags |= CODE_CLASS;
    return flags;
}

/* A loop's condition and the block of a finally are compiled more than once, with the functions in them. */
static void forget_slots(Scope *scope) {
    for (size_t i = 0; i < scope->symbols.count; i++) scope->symbols.items[i]->slot = NO_SLOT;
    for (size_t i = 0; i < scope->children.count; i++) {
        if (scope->children.items[i]->is_inlined) forget_slots(scope->children.items[i]);
    }
}

Unit *unit_enter(Compiler *c, Scope *scope, const Name *name, uint32_t first_line) {
    Unit *unit = ARENA_NEW(c->arena, Unit);
    if (scope->is_compiled) forget_slots(scope);
    scope->is_compiled = true;
    unit->outer = c->unit;
    unit->scope = unit->current = scope;
    unit->name = name;
    unit->first_line = first_line;
    unit->flags = scope_flags(scope) | c->future_flags;
    unit->qualname = qualified_name(c, unit);
    unit->work = &unit->own;
    if (c->spare.reserve) {
        unit->own = c->spare;
        c->spare = (Arena){0};
    } else if (!arena_init(&unit->own)) {
        unit->work = c->arena;
        c->arena->failed = true;
    }
    Handler none = {.target = NO_LABEL};
    VEC_PUSH_IN(unit->work, &unit->handlers, none);
    c->unit = unit;
    return unit;
}

static uint32_t add_slot(Compiler *c, const Name *name, uint8_t kind, bool late) {
    Slot slot = {.name = name, .kind = kind, .late = late};
    VEC_PUSH_IN(c->arena, &c->unit->slots, slot);
    return (uint32_t)c->unit->slots.count - 1;
}

void unit_parameter(Compiler *c, const Name *name) {
    Symbol *symbol = scope_find(c->unit->scope, scope_mangle(c->names, c->unit->scope, name));
    uint32_t slot = add_slot(c, symbol->name, symbol->scope == SCOPE_CELL ? LOCAL_CELL : LOCAL_PLAIN, false);
    symbol->slot = slot;
}

uint32_t symbol_slot(Compiler *c, Symbol *symbol) {
    if (symbol->slot != NO_SLOT) return symbol->slot;
    uint8_t kind = symbol->scope == SCOPE_CELL ? LOCAL_CELL : LOCAL_PLAIN;
    if (!is_function_like(c->unit->scope)) kind |= LOCAL_HIDDEN;
    return symbol->slot = add_slot(c, symbol->name, kind, false);
}

static int compare_names(const void *a, const void *b) {
    const Symbol *const *left = a, *const *right = b;
    return strcmp((*left)->name->text, (*right)->name->text);
}

static bool is_cell_symbol(const Scope *scope, const Symbol *symbol) {
    return is_function_like(scope) && symbol->scope == SCOPE_CELL && symbol->slot == NO_SLOT;
}

static bool is_free_symbol(const Scope *scope, const Symbol *symbol) {
    return symbol->scope == SCOPE_FREE || (scope->kind == BLOCK_CLASS && symbol->flags & DEF_FREE_CLASS);
}

/* Gives the symbols that the test accepts slots behind the plain locals, by name. Returns how many. */
static uint32_t add_late_slots(Compiler *c, bool (*test)(const Scope *, const Symbol *), uint8_t kind) {
    Scope *scope = c->unit->scope;
    Symbol **chosen = ARENA_ARRAY(c->arena, Symbol *, scope->symbols.count + 1);
    uint32_t count = 0;
    for (size_t i = 0; i < scope->symbols.count; i++) {
        if (test(scope, scope->symbols.items[i])) chosen[count++] = scope->symbols.items[i];
    }
    if (count > 1) qsort(chosen, count, sizeof *chosen, compare_names);
    for (uint32_t i = 0; i < count; i++) chosen[i]->slot = add_slot(c, chosen[i]->name, kind, true);
    return count;
}

/* __class__ and __classdict__ of a class body are cells that no symbol stands for. */
static void add_class_cell(Compiler *c, const char *text) {
    const Name *name = name_of_text(c, text);
    pointer_map_add(&c->unit->slot_of, c->arena, name, add_slot(c, name, LOCAL_CELL, true));
}

void unit_begin(Compiler *c) {
    Unit *unit = c->unit;
    Scope *scope = unit->scope;
    Span at = {{unit->first_line, 0}, {unit->first_line, 0}};
    if (scope->needs_class_cell) add_class_cell(c, "__class__");
    if (scope->needs_class_dict) add_class_cell(c, "__classdict__");
    add_late_slots(c, is_cell_symbol, LOCAL_CELL);
    size_t cells_end = unit->slots.count;
    uint32_t free_count = add_late_slots(c, is_free_symbol, LOCAL_FREE);
    if (free_count > 0) emit(c, NULL, OP_COPY_FREE_VARS, free_count);
    for (uint32_t i = 0; i < cells_end; i++) {
        if (unit->slots.items[i].kind & LOCAL_CELL) emit(c, NULL, OP_MAKE_CELL, i);
    }
    if (unit->flags & CODE_SUSPENDS) emit_0(c, &at, OP_RETURN_GENERATOR);
}

/* The unit's storage is the next one's, if it can be. */
static void leave_storage(Compiler *c, Arena *own) {
    if (c->spare.reserve || own->failed) {
        arena_free(own);
    } else {
        arena_reset(own);
        c->spare = *own;
    }
}

Value unit_finish(Compiler *c) {
    Unit *unit = c->unit;
    Value code = NULL;
    if (!c->failed) {
        uint32_t depth;
        if (optimize(unit, &depth)) code = assemble(c, unit, depth);
        if (!code || unit->work->failed) compile_failed(c);
        if (unit->work->failed && !error_set()) raise_memory();
        if (c->failed) clear_ref(&code);
    }
    consts_release(&unit->consts);
    if (unit->work == &unit->own) leave_storage(c, &unit->own);
    c->unit = unit->outer;
    return code;
}
