/* compiler/compile_class.c - class statements.
 *
 * Owns:      the class body as a code object, and the call of __build_class__.
 * Invariant: the body returns the cell of __class__, or None.
 * Not here:  making the class (runtime/class_new.c).
 *
 * The language reference, "Class definitions" and "Metaclasses".
 */
#include <stdlib.h>
#include <string.h>

#include "compiler/compiler.h"
#include "runtime/tuple.h"

static void store_text(Compiler *c, const Span *at, const char *name) {
    compile_name(c, at, name_of_text(c, name), CTX_STORE);
}

/* __module__, __qualname__, __firstlineno__, __type_params__, and the namespace itself for annotation scopes. */
static void begin_namespace(Compiler *c, const Span *at, const Stmt *s) {
    Unit *unit = c->unit;
    uint32_t slot;
    compile_name(c, at, name_of_text(c, "__name__"), CTX_LOAD);
    store_text(c, at, "__module__");
    emit_text(c, at, name_of_text(c, unit->qualname));
    store_text(c, at, "__qualname__");
    emit_int(c, at, unit->first_line);
    store_text(c, at, "__firstlineno__");
    if (s->class_def.type_params.count > 0) {
        compile_name(c, at, name_of_text(c, ".type_params"), CTX_LOAD);
        store_text(c, at, "__type_params__");
    }
    if (pointer_map_get(&unit->slot_of, name_of_text(c, "__classdict__"), &slot)) {
        emit_0(c, at, OP_LOAD_LOCALS);
        emit(c, at, OP_STORE_DEREF, slot);
    }
}

static int compare_texts(const void *a, const void *b) {
    const Name *const *left = a, *const *right = b;
    return strcmp((*left)->text, (*right)->text);
}

/* The names that methods give to attributes of self, sorted. */
static void store_static_attributes(Compiler *c) {
    NameVec *attributes = &c->unit->static_attributes;
    if (attributes->count > 1) qsort(attributes->items, attributes->count, sizeof *attributes->items, compare_texts);
    Value tuple = c->failed ? NULL : tuple_new(attributes->count);
    for (size_t i = 0; tuple && i < attributes->count; i++) {
        as_tuple(tuple)->items[i] = name_value(attributes->items[i]);
    }
    if (!c->failed) emit_const_steal(c, NULL, tuple);
    store_text(c, NULL, "__static_attributes__");
}

void note_static_attribute(Compiler *c, const Expr *target) {
    const Expr *object = target->attribute.value;
    if (object->kind != EXPR_NAME || strcmp(object->name.id->text, "self") != 0) return;
    Unit *class = c->unit;
    while (class && class->scope->kind != BLOCK_CLASS) class = class->outer;
    uint32_t ignored;
    const Name *name = target->attribute.attr;
    if (!class || class == c->unit || pointer_map_get(&class->static_of, name, &ignored)) return;
    pointer_map_add(&class->static_of, c->arena, name, 0);
    VEC_PUSH_IN(c->arena, &class->static_attributes, name);
}

static Value compile_class_body(Compiler *c, const Stmt *s, Unit **unit) {
    uint32_t line = first_line_of(s, s->class_def.decorator_list), slot;
    Span start = {{line, 0}, {line, 0}};
    *unit = unit_enter(c, symtable_scope(&c->table, s), s->class_def.name, line);
    unit_begin(c);
    begin_namespace(c, &start, s);
    compile_namespace_body(c, s->class_def.body);
    store_static_attributes(c);
    if (pointer_map_get(&c->unit->slot_of, name_of_text(c, "__classdict__"), &slot)) {
        emit(c, NULL, OP_LOAD_CLOSURE, slot);
        store_text(c, NULL, "__classdictcell__");
    }
    if (pointer_map_get(&c->unit->slot_of, name_of_text(c, "__class__"), &slot)) {
        emit(c, NULL, OP_LOAD_CLOSURE, slot);
        emit(c, NULL, OP_COPY, 1);
        store_text(c, NULL, "__classcell__");
    } else {
        emit_none(c, NULL);
    }
    emit_0(c, NULL, OP_RETURN);
    return unit_finish(c);
}

/* Pushes __build_class__, no self, the body's function and the name. */
static void begin_class(Compiler *c, const Stmt *s) {
    Unit *unit;
    Value code = compile_class_body(c, s, &unit);
    emit_0(c, &s->where, OP_LOAD_BUILD_CLASS);
    emit_0(c, &s->where, OP_PUSH_NULL);
    compile_closure_steal(c, &s->where, code, unit, 0);
    emit_text(c, &s->where, s->class_def.name);
}

/* class A[T](...): a hidden function makes the type parameters, then the class with the base Generic[T]. */
static void compile_generic_class(Compiler *c, const Stmt *s) {
    const Span *at = &s->where;
    const Name *params = name_of_text(c, ".type_params"), *base = name_of_text(c, ".generic_base");
    Unit *unit = enter_type_params(c, &s->class_def.type_params, s->class_def.name,
                                   first_line_of(s, s->class_def.decorator_list));
    unit_begin(c);
    compile_type_params(c, &s->class_def.type_params);
    compile_name(c, at, params, CTX_STORE);
    begin_class(c, s);
    compile_name(c, at, params, CTX_LOAD);
    emit(c, at, OP_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC);
    compile_name(c, at, base, CTX_STORE);
    Expr generic = {.kind = EXPR_NAME, .where = s->where, .name = {base}};
    ExprSeq bases = {ARENA_ARRAY(c->arena, Expr *, s->class_def.bases.count + 1), s->class_def.bases.count + 1};
    if (bases.count > 1) memcpy(bases.items, s->class_def.bases.items, (bases.count - 1) * sizeof *bases.items);
    bases.items[bases.count - 1] = &generic;
    compile_call_arguments(c, at, 2, bases, s->class_def.keywords);
    emit_0(c, at, OP_RETURN);
    Value code = unit_finish(c);
    compile_closure_steal(c, at, code, unit, 0);
    emit_0(c, at, OP_PUSH_NULL);
    emit(c, at, OP_CALL, 0);
}

/* ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list,
 *          type_param* type_params) */
void compile_class_def(Compiler *c, const Stmt *s) {
    compile_decorators(c, s->class_def.decorator_list);
    if (s->class_def.type_params.count > 0) {
        compile_generic_class(c, s);
    } else {
        begin_class(c, s);
        compile_call_arguments(c, &s->where, 2, s->class_def.bases, s->class_def.keywords);
    }
    apply_decorators(c, s->class_def.decorator_list);
    compile_name(c, &s->where, s->class_def.name, CTX_STORE);
}
