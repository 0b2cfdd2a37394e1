/* compiler/compile_call.c - calls and attribute access.
 *
 * Owns:      how arguments reach a callable; methods without bound-method objects; super() without an object.
 * Invariant: below the arguments stand the callable and its self, or NULL.
 * Not here:  warnings about calls of literals (warn.c).
 */
#include <string.h>

#include "compiler/compiler.h"
#include "runtime/tuple.h"

#define ARGUMENTS_MAX 256 /* a call with more goes through a tuple */

/* ---- arguments ---- */

static bool any_double_starred(KeywordSeq keywords) {
    for (size_t i = 0; i < keywords.count; i++) {
        if (!keywords.items[i]->arg) return true;
    }
    return false;
}

static bool is_simple(uint32_t pushed, ExprSeq args, KeywordSeq keywords) {
    return !any_starred(args) && !any_double_starred(keywords) && pushed + args.count + keywords.count <= ARGUMENTS_MAX;
}

static bool is_repeated(const PointerMap *seen, const Keyword *keyword) {
    uint32_t ignored;
    return keyword->arg && pointer_map_get(seen, keyword->arg, &ignored);
}

void check_keywords(Compiler *c, KeywordSeq keywords) {
    PointerMap seen = {0};
    for (size_t i = 0; i < keywords.count && !c->failed; i++) {
        const Keyword *keyword = keywords.items[i];
        if (!keyword->arg) continue;
        forbid_name(c, keyword->where, keyword->arg, CTX_STORE);
        if (is_repeated(&seen, keyword)) {
            compile_error(c, keyword->where, "keyword argument repeated: %s", keyword->arg->text);
        } else {
            pointer_map_add(&seen, c->arena, keyword->arg, 0);
        }
    }
}

static Value keyword_names(KeywordSeq keywords) {
    Value names = tuple_new(keywords.count);
    for (size_t i = 0; names && i < keywords.count; i++) {
        as_tuple(names)->items[i] = name_value(keywords.items[i]->arg);
    }
    return names;
}

/* The arguments and the call by op, which is CALL_KW when there are keywords. */
static void compile_simple_arguments(Compiler *c, const Span *at, Opcode op, uint32_t pushed, ExprSeq args,
                                     KeywordSeq keywords) {
    uint32_t count = pushed + (uint32_t)args.count + (uint32_t)keywords.count;
    for (size_t i = 0; i < args.count; i++) compile_expr(c, args.items[i]);
    for (size_t i = 0; i < keywords.count; i++) compile_expr(c, keywords.items[i]->value);
    if (keywords.count > 0) {
        if (!c->failed) emit_const_steal(c, at, keyword_names(keywords));
        emit(c, at, OP_CALL_KW, count);
    } else {
        emit(c, at, op, count);
    }
}

/* Pushes an iterable of the positional arguments. A lone *args is taken as it is. */
static void compile_positional(Compiler *c, const Span *at, uint32_t pushed, ExprSeq args) {
    if (pushed == 0 && args.count == 1 && args.items[0]->kind == EXPR_STARRED) {
        compile_expr(c, args.items[0]->starred.value);
        return;
    }
    const Expr whole = {.where = *at};
    compile_sequence(c, &whole, args, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND, pushed, true);
}

/* name=value pairs from index i on, up to the next **mapping, as one dict. Returns the index behind them. */
static size_t compile_keyword_dict(Compiler *c, const Span *at, KeywordSeq keywords, size_t i) {
    size_t begin = i;
    bool merged = false;
    for (; i < keywords.count && keywords.items[i]->arg; i++) {
        emit_text(c, at, keywords.items[i]->arg);
        compile_expr(c, keywords.items[i]->value);
        if (merged) emit(c, at, OP_MAP_ADD, 1);
        else if (i + 1 - begin == ARGUMENTS_MAX) {
            emit(c, at, OP_BUILD_MAP, ARGUMENTS_MAX);
            merged = true;
        }
    }
    if (!merged) emit(c, at, OP_BUILD_MAP, (uint32_t)(i - begin));
    return i;
}

static void compile_keywords(Compiler *c, const Span *at, KeywordSeq keywords) {
    if (keywords.count == 1 && !keywords.items[0]->arg) { /* a lone **mapping is taken as it is */
        compile_expr(c, keywords.items[0]->value);
        return;
    }
    size_t i = compile_keyword_dict(c, at, keywords, 0);
    while (i < keywords.count) {
        if (keywords.items[i]->arg) i = compile_keyword_dict(c, at, keywords, i);
        else compile_expr(c, keywords.items[i++]->value);
        emit(c, at, OP_DICT_MERGE, 1);
    }
}

void compile_call_arguments(Compiler *c, const Span *at, uint32_t pushed, ExprSeq args, KeywordSeq keywords) {
    check_keywords(c, keywords);
    if (is_simple(pushed, args, keywords)) {
        compile_simple_arguments(c, at, OP_CALL, pushed, args, keywords);
        return;
    }
    compile_positional(c, at, pushed, args);
    if (keywords.count > 0) compile_keywords(c, at, keywords);
    emit(c, at, OP_CALL_EX, keywords.count > 0);
}

/* ---- super ---- */

static bool is_named(const Expr *e, const char *name) {
    return e->kind == EXPR_NAME && !strcmp(e->name.id->text, name);
}

/* super().x and super(A, b).x, where super means the built-in as far as one can see. */
static bool is_super_access(Compiler *c, const Expr *attribute) {
    const Expr *e = attribute->attribute.value;
    if (e->kind != EXPR_CALL || !is_named(e->call.func, "super") || e->call.keywords.count > 0) return false;
    const Name *name = e->call.func->name.id;
    if (name_scope(c, name) != SCOPE_GLOBAL_IMPLICIT) return false;
    if (scope_find(c->table.top, name)) return false; /* the module itself speaks of it: as CPython, take no chance */
    if (e->call.args.count == 2) return !any_starred(e->call.args);
    return e->call.args.count == 0 && c->unit->arg_count > 0 && is_function_like(c->unit->scope) &&
           name_scope(c, name_of_text(c, "__class__")) == SCOPE_FREE;
}

static void compile_super_operands(Compiler *c, const Expr *call) {
    compile_expr(c, call->call.func);
    if (call->call.args.count == 2) {
        compile_expr(c, call->call.args.items[0]);
        compile_expr(c, call->call.args.items[1]);
        return;
    }
    compile_name(c, &call->where, name_of_text(c, "__class__"), CTX_LOAD);
    bool cell = c->unit->slots.items[0].kind & LOCAL_CELL;
    emit(c, &call->where, cell ? OP_LOAD_DEREF : OP_LOAD_FAST, 0);
}

/* ---- attributes ---- */

/* For an attribute on a later line than what `where` begins with, tracebacks point at its name alone. */
Span attribute_place(const Expr *e, Span where) {
    if (where.begin.line == e->where.end.line) return where;
    uint32_t length = e->attribute.attr->length;
    where.begin.line = e->where.end.line;
    if (length <= e->where.end.column) {
        where.begin.column = e->where.end.column - length;
        where.end.column = e->where.end.column;
    } else {
        where.begin.column = where.end.column = UINT32_MAX;
    }
    return where;
}

static const Name *attribute_name(Compiler *c, const Expr *e) {
    return scope_mangle(c->names, c->unit->current, e->attribute.attr);
}

/* Attribute(expr value, identifier attr, expr_context ctx) */
void compile_attribute(Compiler *c, const Expr *e) {
    Span at = attribute_place(e, e->where);
    const Name *name = attribute_name(c, e);
    if (is_super_access(c, e)) {
        compile_super_operands(c, e->attribute.value);
        emit_named(c, &at, OP_LOAD_SUPER_ATTR, name);
        return;
    }
    compile_expr(c, e->attribute.value);
    emit_named(c, &at, OP_LOAD_ATTR, name);
}

/* ---- calls ---- */

static void compile_method_call(Compiler *c, const Expr *e) {
    const Expr *method = e->call.func;
    Span at = attribute_place(method, method->where);
    const Name *name = attribute_name(c, method);
    if (is_super_access(c, method)) {
        compile_super_operands(c, method->attribute.value);
        emit_named(c, &at, OP_LOAD_SUPER_METHOD, name);
    } else {
        compile_expr(c, method->attribute.value);
        emit_named(c, &at, OP_LOAD_METHOD, name);
    }
    at = attribute_place(method, e->where);
    check_keywords(c, e->call.keywords);
    compile_simple_arguments(c, &at, OP_CALL_METHOD, 0, e->call.args, e->call.keywords);
}

/* Call(expr func, expr* args, keyword* keywords) */
void compile_call(Compiler *c, const Expr *e) {
    const Expr *func = e->call.func;
    warn_about_call(c, e);
    if (func->kind == EXPR_ATTRIBUTE && is_simple(0, e->call.args, e->call.keywords)) {
        compile_method_call(c, e);
        return;
    }
    compile_expr(c, func);
    emit_0(c, &func->where, OP_PUSH_NULL);
    compile_call_arguments(c, &e->where, 0, e->call.args, e->call.keywords);
}
