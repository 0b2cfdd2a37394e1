/* compiler/compile_type.c - type parameters and type aliases (PEP 695, PEP 696).
 *
 * Owns:      annotation scopes.
 * Invariant: bounds, defaults and alias values are functions that run when someone asks.
 * Not here:  generic functions and classes themselves (compile_def.c, compile_class.c).
 */
#include "compiler/compiler.h"

/* Enters the unit of a hidden function that makes type parameters; unit_begin is the caller's. */
Unit *enter_type_params(Compiler *c, const TypeParamSeq *params, const Name *name, uint32_t line) {
    const char *text = arena_format(c->arena, "<generic parameters of %s>", name->text);
    return unit_enter(c, symtable_scope(&c->table, params), name_of_text(c, text), line);
}

/* Pushes a function without parameters that evaluates e in the scope of `node`. */
static void compile_lazy(Compiler *c, const void *node, const Name *name, const Expr *e, const Span *at) {
    Unit *unit = unit_enter(c, symtable_scope(&c->table, node), name, e->where.begin.line);
    unit_begin(c);
    if (e->kind == EXPR_STARRED) {
        compile_expr(c, e->starred.value);
        emit(c, &e->where, OP_UNPACK_SEQUENCE, 1);
    } else {
        compile_expr(c, e);
    }
    emit_0(c, &e->where, OP_RETURN);
    Value code = unit_finish(c);
    compile_closure_steal(c, at, code, unit, 0);
}

static void compile_type_param(Compiler *c, const TypeParam *param) {
    static const uint8_t makers[] = {[TYPE_PARAM_TYPE_VAR] = INTRINSIC_TYPEVAR,
                                     [TYPE_PARAM_PARAM_SPEC] = INTRINSIC_PARAMSPEC,
                                     [TYPE_PARAM_TYPE_VAR_TUPLE] = INTRINSIC_TYPEVARTUPLE};
    const Span *at = &param->where;
    emit_text(c, at, param->name);
    if (param->bound) {
        compile_lazy(c, &param->bound, param->name, param->bound, at);
        bool constraints = param->bound->kind == EXPR_TUPLE;
        emit(c, at, OP_INTRINSIC_2, constraints ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND);
    } else {
        emit(c, at, OP_INTRINSIC_1, makers[param->kind]);
    }
    if (param->default_value) {
        compile_lazy(c, &param->default_value, param->name, param->default_value, at);
        emit(c, at, OP_INTRINSIC_2, INTRINSIC_SET_TYPEPARAM_DEFAULT);
    }
    emit(c, at, OP_COPY, 1);
    compile_name(c, at, param->name, CTX_STORE);
}

void compile_type_params(Compiler *c, const TypeParamSeq *params) {
    for (size_t i = 0; i < params->count; i++) compile_type_param(c, params->items[i]);
    emit(c, &params->items[0]->where, OP_BUILD_TUPLE, (uint32_t)params->count);
}

static void compile_alias(Compiler *c, const Stmt *s, const Name *name) {
    const TypeParamSeq *params = &s->type_alias.type_params;
    emit_text(c, &s->where, name);
    if (params->count > 0) compile_type_params(c, params);
    else emit_none(c, &s->where);
    compile_lazy(c, s, name, s->type_alias.value, &s->where);
    emit(c, &s->where, OP_BUILD_TUPLE, 3);
    emit(c, &s->where, OP_INTRINSIC_1, INTRINSIC_TYPEALIAS);
}

/* TypeAlias(expr name, type_param* type_params, expr value) */
void compile_type_alias(Compiler *c, const Stmt *s) {
    const Name *name = s->type_alias.name->name.id;
    if (s->type_alias.type_params.count > 0) {
        Unit *unit = enter_type_params(c, &s->type_alias.type_params, name, s->where.begin.line);
        unit_begin(c);
        compile_alias(c, s, name);
        emit_0(c, &s->where, OP_RETURN);
        Value code = unit_finish(c);
        compile_closure_steal(c, &s->where, code, unit, 0);
        emit_0(c, &s->where, OP_PUSH_NULL);
        emit(c, &s->where, OP_CALL, 0);
    } else {
        compile_alias(c, s, name);
    }
    compile_name(c, &s->where, name, CTX_STORE);
}
