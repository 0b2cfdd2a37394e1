/* compiler/warn.c - SyntaxWarnings about code that cannot mean what it says.
 *
 * Owns:      their conditions and texts, CPython's.
 * Invariant: a warning never keeps anything from being compiled.
 * Not here:  invalid escapes (lexer/).
 */
#include "compiler/compiler.h"

/* The name of the type that a literal or display has, or NULL when the expression is no such thing. */
static const char *type_name(Compiler *c, const Expr *e) {
    switch ((ExprKind)e->kind) {
    case EXPR_LIST:
    case EXPR_LIST_COMP: return "list";
    case EXPR_DICT:
    case EXPR_DICT_COMP: return "dict";
    case EXPR_SET:
    case EXPR_SET_COMP: return "set";
    case EXPR_TUPLE: return "tuple";
    case EXPR_GENERATOR: return "generator";
    case EXPR_LAMBDA: return "function";
    case EXPR_JOINED_STR:
    case EXPR_FORMATTED_VALUE: return "str";
    default: break;
    }
    Value value = fold(c, e);
    const char *name = value ? type_of(value)->name : NULL;
    release_maybe(value);
    return name;
}

void warn_about_call(Compiler *c, const Expr *e) {
    const Expr *func = e->call.func;
    if (func->kind == EXPR_NAME || func->kind == EXPR_ATTRIBUTE || func->kind == EXPR_LAMBDA) return;
    const char *type = type_name(c, func);
    if (type) compile_warning(c, func->where, "'%s' object is not callable; perhaps you missed a comma?", type);
}

/* Constants other than the singletons must not be compared by identity. */
static bool is_number_or_text(Compiler *c, const Expr *e) {
    if (e->kind == EXPR_NAME) return false;
    Value value = fold(c, e);
    bool result = value && (is_heap(value) || is_small_int(value) || is_flonum(value));
    release_maybe(value);
    return result;
}

void warn_about_compare(Compiler *c, const Expr *e) {
    const Expr *left = e->compare.left;
    for (size_t i = 0; i < e->compare.comparators.count; i++) {
        const Expr *right = e->compare.comparators.items[i];
        CompareOperator op = (CompareOperator)e->compare.ops[i];
        if (op == CMPOP_IS || op == CMPOP_IS_NOT) {
            const Expr *literal = is_number_or_text(c, left) ? left : is_number_or_text(c, right) ? right : NULL;
            if (literal) {
                compile_warning(c, e->where,
                                op == CMPOP_IS ? "\"is\" with '%s' literal. Did you mean \"==\"?"
                                               : "\"is not\" with '%s' literal. Did you mean \"!=\"?",
                                type_name(c, literal));
                return;
            }
        }
        left = right;
    }
}

static bool is_subscriptable(Compiler *c, const Expr *e) {
    switch ((ExprKind)e->kind) {
    case EXPR_SET:
    case EXPR_SET_COMP:
    case EXPR_GENERATOR:
    case EXPR_LAMBDA: return false;
    case EXPR_CONSTANT:
    case EXPR_UNARY_OP: {
        Value value = fold(c, e);
        bool result = !value || has_family(value, TYPE_STR | TYPE_BYTES | TYPE_TUPLE);
        release_maybe(value);
        return result;
    }
    default: return true;
    }
}

static bool has_int_indices(const Expr *e) {
    switch ((ExprKind)e->kind) {
    case EXPR_TUPLE:
    case EXPR_LIST:
    case EXPR_LIST_COMP:
    case EXPR_JOINED_STR:
    case EXPR_FORMATTED_VALUE: return true;
    case EXPR_CONSTANT: return e->constant.kind == CONSTANT_STR || e->constant.kind == CONSTANT_BYTES;
    default: return false;
    }
}

static bool is_index(Compiler *c, const Expr *e) {
    Value value = fold(c, e);
    bool result = value && has_family(value, TYPE_INT);
    release_maybe(value);
    return result;
}

void warn_about_subscript(Compiler *c, const Expr *e) {
    const Expr *object = e->subscript.value, *index = e->subscript.slice;
    if (object->kind == EXPR_NAME || object->kind == EXPR_ATTRIBUTE) return;
    if (!is_subscriptable(c, object)) {
        compile_warning(c, object->where, "'%s' object is not subscriptable; perhaps you missed a comma?",
                        type_name(c, object));
        return;
    }
    if (!has_int_indices(object) || is_index(c, index)) return;
    const char *type = type_name(c, index);
    if (!type) return;
    compile_warning(c, object->where, "%s indices must be integers or slices, not %s; perhaps you missed a comma?",
                    type_name(c, object), type);
}
