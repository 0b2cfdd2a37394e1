/* compiler/compile_assign.c - assignment in all its forms, and del.
 *
 * Owns:      stores, unpacking, augmented and annotated assignment.
 * Invariant: the value is evaluated before the parts of the target, left to right.
 * Not here:  := (compile_expr.c), import and def (their files).
 */
#include "compiler/compiler.h"

/* ---- stores ---- */

static size_t starred_index(ExprSeq elts) {
    for (size_t i = 0; i < elts.count; i++) {
        if (elts.items[i]->kind == EXPR_STARRED) return i;
    }
    return elts.count;
}

static void emit_unpack(Compiler *c, const Expr *target, ExprSeq elts) {
    size_t star = starred_index(elts), after = elts.count - star - 1;
    if (star == elts.count) {
        emit(c, &target->where, OP_UNPACK_SEQUENCE, (uint32_t)elts.count);
        return;
    }
    for (size_t i = star + 1; i < elts.count; i++) {
        if (elts.items[i]->kind != EXPR_STARRED) continue;
        compile_error(c, target->where, "multiple starred expressions in assignment");
    }
    if (star > 255 || after > 255) {
        compile_error(c, target->where, "too many expressions in star-unpacking assignment");
        return;
    }
    emit(c, &target->where, OP_UNPACK_EX, (uint32_t)(star | after << 8));
}

static void store_items(Compiler *c, const Expr *target, ExprSeq elts) {
    emit_unpack(c, target, elts);
    for (size_t i = 0; i < elts.count; i++) {
        const Expr *item = elts.items[i];
        compile_store(c, item->kind == EXPR_STARRED ? item->starred.value : item);
    }
}

static void store_subscript(Compiler *c, const Expr *target) {
    compile_expr(c, target->subscript.value);
    if (is_plain_slice(target->subscript.slice)) {
        compile_slice_parts(c, target->subscript.slice);
        emit_0(c, &target->where, OP_STORE_SLICE);
    } else {
        compile_expr(c, target->subscript.slice);
        emit_0(c, &target->where, OP_STORE_SUBSCR);
    }
}

static void emit_attribute(Compiler *c, const Expr *e, unsigned op) {
    Span at = attribute_place(e, e->where);
    emit_named(c, &at, op, scope_mangle(c->names, c->unit->current, e->attribute.attr));
}

void compile_store(Compiler *c, const Expr *target) {
    if (!compile_deeper(c)) return;
    switch ((ExprKind)target->kind) {
    case EXPR_NAME: compile_name(c, &target->where, target->name.id, CTX_STORE); break;
    case EXPR_ATTRIBUTE:
        forbid_name(c, target->where, target->attribute.attr, CTX_STORE);
        note_static_attribute(c, target);
        compile_expr(c, target->attribute.value);
        emit_attribute(c, target, OP_STORE_ATTR);
        break;
    case EXPR_SUBSCRIPT: store_subscript(c, target); break;
    case EXPR_TUPLE: store_items(c, target, target->tuple.elts); break;
    case EXPR_LIST: store_items(c, target, target->list.elts); break;
    default: compile_error(c, target->where, "starred assignment target must be in a list or tuple"); break;
    }
}

/* ---- a, b = b, a ---- */

static ExprSeq items_of(const Expr *e) {
    if (e->kind == EXPR_TUPLE) return e->tuple.elts;
    return e->kind == EXPR_LIST ? e->list.elts : (ExprSeq){NULL, 0};
}

/* True when values can go to their targets one by one, without a tuple between. */
static bool is_parallel(const Expr *target, const Expr *value) {
    ExprSeq targets = items_of(target), values = items_of(value);
    return targets.count > 1 && targets.count == values.count && targets.count <= 64 &&
           starred_index(targets) == targets.count && starred_index(values) == values.count;
}

static bool all_constant(ExprSeq values) {
    for (size_t i = 0; i < values.count; i++) {
        if (values.items[i]->kind != EXPR_CONSTANT) return false;
    }
    return true;
}

/* In which order different local variables are bound cannot be seen. */
static bool are_different_locals(Compiler *c, ExprSeq targets) {
    for (size_t i = 0; i < targets.count; i++) {
        uint32_t slot;
        const Expr *target = targets.items[i];
        if (target->kind != EXPR_NAME || !find_fast_slot(c, target->name.id, &slot)) return false;
        for (size_t k = 0; k < i; k++) {
            if (targets.items[k]->name.id == target->name.id) return false;
        }
    }
    return true;
}

static void compile_parallel(Compiler *c, const Span *at, ExprSeq targets, ExprSeq values) {
    size_t n = targets.count;
    if (all_constant(values)) {
        for (size_t i = 0; i < n; i++) {
            compile_expr(c, values.items[i]);
            compile_store(c, targets.items[i]);
        }
        return;
    }
    for (size_t i = 0; i < n; i++) compile_expr(c, values.items[i]);
    if (are_different_locals(c, targets)) {
        while (n-- > 0) compile_store(c, targets.items[n]);
        return;
    }
    for (size_t i = 0; i < n; i++) { /* the next value is the deepest; those in the middle turn around on the way */
        if (2 * i + 1 < n) emit(c, at, OP_SWAP, (uint32_t)(n - 2 * i));
        compile_store(c, targets.items[i]);
    }
}

/* Assign(expr* targets, expr value, string? type_comment) */
void compile_assign(Compiler *c, const Stmt *s) {
    ExprSeq targets = s->assign.targets;
    if (targets.count == 1 && is_parallel(targets.items[0], s->assign.value)) {
        compile_parallel(c, &targets.items[0]->where, items_of(targets.items[0]), items_of(s->assign.value));
        return;
    }
    compile_expr(c, s->assign.value);
    for (size_t i = 0; i < targets.count; i++) {
        if (i + 1 < targets.count) emit(c, &s->where, OP_COPY, 1);
        compile_store(c, targets.items[i]);
    }
}

/* ---- x += y ---- */

/* True for an expression that can be evaluated again after the value, since nothing can change it in between. */
static bool is_repeatable(Compiler *c, const Expr *e) {
    uint32_t slot;
    if (e->kind == EXPR_CONSTANT) return true;
    return e->kind == EXPR_NAME && !c->unit->scope->has_walrus && !c->unit->current->has_walrus &&
           find_fast_slot(c, e->name.id, &slot);
}

static void compile_inplace(Compiler *c, const Stmt *s) {
    compile_expr(c, s->aug_assign.value);
    emit_binary(c, &s->where, s->aug_assign.op, true);
}

static bool is_local_or_constant(Compiler *c, const Expr *e) {
    uint32_t slot;
    return e->kind == EXPR_CONSTANT || (e->kind == EXPR_NAME && find_fast_slot(c, e->name.id, &slot));
}

static void augment_name(Compiler *c, const Stmt *s) {
    const Expr *target = s->aug_assign.target;
    uint32_t slot;
    bool grows =
        s->aug_assign.op == OPERATOR_ADD && is_repeatable(c, target) && !is_local_or_constant(c, s->aug_assign.value);
    if (grows && find_fast_slot(c, target->name.id, &slot) && slot < 256) {
        /* A string that is extended should have no second reference on the stack. */
        emit(c, &target->where, PSEUDO_CHECK_FAST, slot);
        compile_expr(c, s->aug_assign.value);
        emit(c, &s->where, OP_INPLACE_ADD_SL, slot);
        return;
    }
    compile_name(c, &target->where, target->name.id, CTX_LOAD);
    compile_inplace(c, s);
    compile_name(c, &target->where, target->name.id, CTX_STORE);
}

static void augment_attribute(Compiler *c, const Stmt *s) {
    const Expr *target = s->aug_assign.target;
    bool again = is_repeatable(c, target->attribute.value);
    compile_expr(c, target->attribute.value);
    if (!again) emit(c, &target->where, OP_COPY, 1);
    emit_attribute(c, target, OP_LOAD_ATTR);
    compile_inplace(c, s);
    if (again) compile_expr(c, target->attribute.value);
    else emit(c, &target->where, OP_SWAP, 2);
    emit_attribute(c, target, OP_STORE_ATTR);
}

static void augment_slice(Compiler *c, const Stmt *s) {
    const Expr *target = s->aug_assign.target;
    const Span *at = &target->where;
    compile_expr(c, target->subscript.value);
    compile_slice_parts(c, target->subscript.slice);
    for (int i = 0; i < 3; i++) emit(c, at, OP_COPY, 3);
    emit_0(c, at, OP_LOAD_SLICE);
    compile_inplace(c, s);
    for (uint32_t i = 4; i >= 2; i--) emit(c, at, OP_SWAP, i);
    emit_0(c, at, OP_STORE_SLICE);
}

static void augment_subscript(Compiler *c, const Stmt *s) {
    const Expr *target = s->aug_assign.target, *object = target->subscript.value, *key = target->subscript.slice;
    const Span *at = &target->where;
    bool again = is_repeatable(c, object) && is_repeatable(c, key);
    compile_expr(c, object);
    compile_expr(c, key);
    if (!again) {
        emit(c, at, OP_COPY, 2);
        emit(c, at, OP_COPY, 2);
    }
    emit_0(c, at, OP_LOAD_SUBSCR);
    compile_inplace(c, s);
    if (again) {
        compile_expr(c, object);
        compile_expr(c, key);
    } else {
        emit(c, at, OP_SWAP, 3);
        emit(c, at, OP_SWAP, 2);
    }
    emit_0(c, at, OP_STORE_SUBSCR);
}

/* AugAssign(expr target, operator op, expr value) */
void compile_aug_assign(Compiler *c, const Stmt *s) {
    const Expr *target = s->aug_assign.target;
    if (target->kind == EXPR_NAME) {
        forbid_name(c, target->where, target->name.id, CTX_STORE);
        augment_name(c, s);
    } else if (target->kind == EXPR_ATTRIBUTE) {
        augment_attribute(c, s);
    } else if (is_plain_slice(target->subscript.slice)) {
        augment_slice(c, s);
    } else {
        augment_subscript(c, s);
    }
}

/* ---- x: T = y ---- */

void compile_annotation(Compiler *c, const Expr *annotation) {
    if (!(c->future_flags & CODE_FUTURE_ANNOTATIONS)) {
        compile_expr(c, annotation);
        return;
    }
    const char *text = unparse(c, annotation);
    if (!c->failed) emit_const_steal(c, &annotation->where, text_value(text, __builtin_strlen(text)));
}

static void evaluate_and_drop(Compiler *c, const Expr *e) {
    compile_expr(c, e);
    emit_0(c, &e->where, OP_POP);
}

static void evaluate_index_and_drop(Compiler *c, const Expr *e) {
    if (e->kind == EXPR_SLICE) {
        if (e->slice.lower) evaluate_and_drop(c, e->slice.lower);
        if (e->slice.upper) evaluate_and_drop(c, e->slice.upper);
        if (e->slice.step) evaluate_and_drop(c, e->slice.step);
    } else if (e->kind == EXPR_TUPLE) {
        for (size_t i = 0; i < e->tuple.elts.count; i++) evaluate_index_and_drop(c, e->tuple.elts.items[i]);
    } else {
        evaluate_and_drop(c, e);
    }
}

/* A target that is annotated but not bound is evaluated as far as possible. */
static void evaluate_target(Compiler *c, const Expr *target) {
    if (target->kind == EXPR_ATTRIBUTE) {
        forbid_name(c, target->where, target->attribute.attr, CTX_STORE);
        evaluate_and_drop(c, target->attribute.value);
    } else if (target->kind == EXPR_SUBSCRIPT) {
        evaluate_and_drop(c, target->subscript.value);
        evaluate_index_and_drop(c, target->subscript.slice);
    }
}

/* AnnAssign(expr target, expr annotation, expr? value, int simple) */
void compile_ann_assign(Compiler *c, const Stmt *s) {
    const Expr *target = s->ann_assign.target;
    bool in_namespace = !is_function_like(c->unit->scope);
    if (s->ann_assign.value) {
        compile_expr(c, s->ann_assign.value);
        compile_store(c, target);
    } else if (target->kind == EXPR_NAME) {
        forbid_name(c, s->where, target->name.id, CTX_STORE);
    } else {
        evaluate_target(c, target);
    }
    if (!in_namespace) return;
    if (target->kind == EXPR_NAME && s->ann_assign.simple) {
        compile_annotation(c, s->ann_assign.annotation);
        compile_name(c, &s->where, name_of_text(c, "__annotations__"), CTX_LOAD);
        emit_text(c, &s->where, scope_mangle(c->names, c->unit->current, target->name.id));
        emit_0(c, &s->where, OP_STORE_SUBSCR);
    } else if (!(c->future_flags & CODE_FUTURE_ANNOTATIONS)) {
        evaluate_and_drop(c, s->ann_assign.annotation);
    }
}

/* ---- del ---- */

static void delete_items(Compiler *c, ExprSeq elts) {
    for (size_t i = 0; i < elts.count; i++) compile_delete(c, elts.items[i]);
}

void compile_delete(Compiler *c, const Expr *target) {
    if (!compile_deeper(c)) return;
    switch ((ExprKind)target->kind) {
    case EXPR_NAME: compile_name(c, &target->where, target->name.id, CTX_DEL); break;
    case EXPR_ATTRIBUTE:
        forbid_name(c, target->where, target->attribute.attr, CTX_DEL);
        compile_expr(c, target->attribute.value);
        emit_attribute(c, target, OP_DELETE_ATTR);
        break;
    case EXPR_SUBSCRIPT:
        compile_expr(c, target->subscript.value);
        compile_expr(c, target->subscript.slice);
        emit_0(c, &target->where, OP_DELETE_SUBSCR);
        break;
    case EXPR_TUPLE: delete_items(c, target->tuple.elts); break;
    case EXPR_LIST: delete_items(c, target->list.elts); break;
    default: compile_error(c, target->where, "cannot delete starred"); break;
    }
}
