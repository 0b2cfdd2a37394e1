/* compiler/compile_expr.c - expressions: operators, displays, attributes, subscripts, yield and await.
 *
 * Owns:      the order in which operands are evaluated.
 * Invariant: compile_expr leaves one value more on the stack.
 * Not here:  conditions (compile_condition.c), calls (compile_call.c), comprehensions (compile_comp.c).
 */
#include "compiler/compiler.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

#define STACK_ITEMS_MAX 256 /* a display with more items is built piece by piece */

/* ---- operators ---- */

void emit_binary(Compiler *c, const Span *at, Operator op, bool inplace) {
    static const uint8_t own[BINARY_COUNT] = {
        [BINARY_ADD] = OP_ADD,           [BINARY_SUB] = OP_SUB,
        [BINARY_MUL] = OP_MUL,           [BINARY_TRUEDIV] = OP_TRUEDIV,
        [BINARY_FLOORDIV] = OP_FLOORDIV, [BINARY_MOD] = OP_MOD,
        [BINARY_AND] = OP_AND,           [BINARY_OR] = OP_OR,
        [BINARY_XOR] = OP_XOR,           [BINARY_LSHIFT] = OP_LSHIFT,
        [BINARY_RSHIFT] = OP_RSHIFT,
    };
    BinaryOp binary = binary_op_of(op);
    if (own[binary]) emit(c, at, own[binary], (uint32_t)inplace << 16);
    else emit(c, at, inplace ? OP_INPLACE : OP_BINARY, binary);
}

/* Folds the constant beginning of a chain of operators. Returns how many operators that took; *value is NULL when not
 * even the first operand is constant. */
static size_t fold_chain_start(Compiler *c, const Expr *const *chain, size_t count, const Expr *first, Value *value) {
    *value = fold(c, first);
    size_t i = 0;
    while (*value && i < count) {
        Value right = fold(c, chain[i]->bin_op.right);
        if (!right) break;
        Value result = fold_binary_steal(chain[i]->bin_op.op, retain(*value), right);
        if (!result) break;
        release(*value);
        *value = result;
        i++;
    }
    return i;
}

/* Pushes the first operand of a chain, or what is known of its beginning. Returns how many operators that took. */
static size_t compile_chain_start(Compiler *c, const Expr *const *chain, size_t count, const Expr *first) {
    const Expr *joined = percent_as_joined(c, chain[0]);
    if (joined) {
        compile_joined_str(c, joined);
        return 1;
    }
    Value value;
    size_t i = fold_chain_start(c, chain, count, first, &value);
    if (value) emit_const_steal(c, i > 0 ? &chain[i - 1]->where : &first->where, value);
    else compile_expr(c, first);
    return i;
}

/* BinOp(expr left, operator op, expr right): chains such as a + b + c lean to the left; they need no recursion. */
static void compile_binary(Compiler *c, const Expr *e) {
    size_t count = 0;
    const Expr *first = e;
    for (; first->kind == EXPR_BIN_OP; first = first->bin_op.left) count++;
    const Expr *small[16], **chain = count <= 16 ? small : ARENA_ARRAY(c->arena, const Expr *, count);
    size_t i = count;
    for (const Expr *node = e; node->kind == EXPR_BIN_OP; node = node->bin_op.left) chain[--i] = node;
    for (i = compile_chain_start(c, chain, count, first); i < count; i++) {
        compile_expr(c, chain[i]->bin_op.right);
        emit_binary(c, &chain[i]->where, chain[i]->bin_op.op, false);
    }
}

/* Pushes the value of a constant expression; false when it is none. */
static bool compile_folded(Compiler *c, const Expr *e) {
    Value value = fold(c, e);
    if (value) emit_const_steal(c, &e->where, value);
    return value != NULL || c->failed;
}

static void compile_unary(Compiler *c, const Expr *e) {
    static const uint8_t ops[] = {
        [UNARY_INVERT] = OP_INVERT, [UNARY_NOT] = OP_NOT, [UNARY_ADD] = OP_POSITIVE, [UNARY_SUB] = OP_NEGATIVE};
    if (compile_folded(c, e)) return;
    const Expr *inverted = inverted_compare(c, e);
    compile_expr(c, inverted ? inverted : e->unary_op.operand);
    if (inverted) return;
    emit_0(c, &e->where, ops[e->unary_op.op]);
}

/* NamedExpr(expr target, expr value) */
static void compile_named(Compiler *c, const Expr *e) {
    compile_expr(c, e->named.value);
    emit(c, &e->where, OP_COPY, 1);
    compile_store(c, e->named.target);
}

/* IfExp(expr test, expr body, expr orelse) */
static void compile_if_exp(Compiler *c, const Expr *e) {
    Label orelse = label_new(c), end = label_new(c);
    compile_jump_if(c, e->if_exp.test, orelse, false);
    compile_expr(c, e->if_exp.body);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, orelse);
    compile_expr(c, e->if_exp.orelse);
    label_here(c, end);
}

/* ---- displays ---- */

/* A tuple of the items when all are constants and there are enough to make it worth while; else NULL. */
static Value constant_items(Compiler *c, ExprSeq elts, size_t least) {
    if (elts.count < least || c->failed) return NULL;
    for (size_t i = 0; i < elts.count; i++) {
        uint8_t kind = elts.items[i]->kind;
        if (kind == EXPR_NAME || kind == EXPR_CALL || kind == EXPR_STARRED || kind == EXPR_ATTRIBUTE) return NULL;
    }
    Value tuple = tuple_new(elts.count);
    for (size_t i = 0; tuple && i < elts.count; i++) {
        Value item = fold(c, elts.items[i]);
        if (item) as_tuple(tuple)->items[i] = item;
        else clear_ref(&tuple);
    }
    if (!tuple && error_set()) compile_failed(c);
    return tuple;
}

bool any_starred(ExprSeq elts) {
    for (size_t i = 0; i < elts.count; i++) {
        if (elts.items[i]->kind == EXPR_STARRED) return true;
    }
    return false;
}

/* Pushes a list, set or tuple of the items and of `pushed` values that are on the stack already. */
void compile_sequence(Compiler *c, const Expr *e, ExprSeq elts, unsigned build, unsigned add, unsigned extend,
                      uint32_t pushed, bool tuple) {
    const Span *at = &e->where;
    if (!any_starred(elts) && elts.count + pushed <= STACK_ITEMS_MAX) {
        for (size_t i = 0; i < elts.count; i++) compile_expr(c, elts.items[i]);
        emit(c, at, tuple ? OP_BUILD_TUPLE : build, (uint32_t)elts.count + pushed);
        return;
    }
    size_t i = 0;
    for (; i < elts.count && i + pushed < STACK_ITEMS_MAX && elts.items[i]->kind != EXPR_STARRED; i++) {
        compile_expr(c, elts.items[i]);
    }
    emit(c, at, build, (uint32_t)i + pushed);
    for (; i < elts.count; i++) {
        const Expr *item = elts.items[i];
        bool starred = item->kind == EXPR_STARRED;
        compile_expr(c, starred ? item->starred.value : item);
        emit(c, at, starred ? extend : add, 1);
    }
    if (tuple) emit_0(c, at, OP_LIST_TO_TUPLE);
}

static void compile_tuple(Compiler *c, const Expr *e) {
    if (compile_folded(c, e)) return;
    compile_sequence(c, e, e->tuple.elts, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND, 0, true);
}

static void compile_list(Compiler *c, const Expr *e) {
    Value items = constant_items(c, e->list.elts, 3);
    if (items) {
        emit(c, &e->where, OP_BUILD_LIST, 0);
        emit_const_steal(c, &e->where, items);
        emit(c, &e->where, OP_LIST_EXTEND, 1);
        return;
    }
    compile_sequence(c, e, e->list.elts, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND, 0, false);
}

/* The frozenset of constants, made twice as CPython's compiler does, which a program sees in the order of the items. */
static Value frozen_steal(Value items) {
    Type *const steps[] = {&type_frozenset, &type_tuple, &type_frozenset};
    for (size_t i = 0; items && i < 3; i++) {
        Value next = call_1(type_ref(steps[i]), items);
        release(items);
        items = next;
    }
    return items;
}

static void compile_set(Compiler *c, const Expr *e) {
    Value items = constant_items(c, e->set.elts, 3);
    if (items) {
        emit(c, &e->where, OP_BUILD_SET, 0);
        emit_const_steal(c, &e->where, frozen_steal(items));
        emit(c, &e->where, OP_SET_UPDATE, 1);
        return;
    }
    compile_sequence(c, e, e->set.elts, OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE, 0, false);
}

/* What stands behind `in` need not be a list or set that can change. */
void compile_container(Compiler *c, const Expr *e) {
    Value items = NULL;
    if (e->kind == EXPR_LIST) items = constant_items(c, e->list.elts, 0);
    else if (e->kind == EXPR_SET) items = constant_items(c, e->set.elts, 1);
    if (!items) compile_expr(c, e);
    else emit_const_steal(c, &e->where, e->kind == EXPR_SET ? frozen_steal(items) : items);
}

/* The iterable of a for statement likewise. */
void compile_iterable(Compiler *c, const Expr *e) {
    Value items = e->kind == EXPR_LIST ? constant_items(c, e->list.elts, 0) : NULL;
    if (!items) compile_expr(c, e);
    else emit_const_steal(c, &e->where, items);
}

/* Pairs from index i on up to the next **mapping, as one dict. Returns the index behind them. */
static size_t compile_pairs(Compiler *c, const Expr *e, size_t i) {
    ExprSeq keys = e->dict.keys, values = e->dict.values;
    size_t begin = i;
    for (; i < keys.count && keys.items[i] && i - begin < STACK_ITEMS_MAX; i++) {
        compile_expr(c, keys.items[i]);
        compile_expr(c, values.items[i]);
    }
    emit(c, &e->where, OP_BUILD_MAP, (uint32_t)(i - begin));
    for (; i < keys.count && keys.items[i]; i++) {
        compile_expr(c, keys.items[i]);
        compile_expr(c, values.items[i]);
        emit(c, &e->where, OP_MAP_ADD, 1);
    }
    return i;
}

/* Dict(expr?* keys, expr* values) */
static void compile_dict(Compiler *c, const Expr *e) {
    size_t i = compile_pairs(c, e, 0);
    while (i < e->dict.keys.count) {
        if (e->dict.keys.items[i]) {
            i = compile_pairs(c, e, i);
        } else {
            compile_expr(c, e->dict.values.items[i++]);
        }
        emit(c, &e->where, OP_DICT_UPDATE, 1);
    }
}

/* ---- f-strings ---- */

/* FormattedValue(expr value, int conversion, expr? format_spec) */
void compile_formatted_value(Compiler *c, const Expr *e) {
    int conversion = e->formatted_value.conversion;
    compile_expr(c, e->formatted_value.value);
    if (conversion > 0) emit(c, &e->where, OP_CONVERT_VALUE, conversion == 's' ? 1 : conversion == 'r' ? 2 : 3);
    if (e->formatted_value.format_spec) {
        compile_expr(c, e->formatted_value.format_spec);
        emit_0(c, &e->where, OP_FORMAT_WITH_SPEC);
    } else {
        emit_0(c, &e->where, OP_FORMAT_SIMPLE);
    }
}

/* JoinedStr(expr* values) */
void compile_joined_str(Compiler *c, const Expr *e) {
    ExprSeq values = e->joined_str.values;
    if (values.count == 0) {
        emit_const_steal(c, &e->where, text_value("", 0));
        return;
    }
    uint32_t pushed = 0;
    for (size_t i = 0; i < values.count; i++) {
        compile_expr(c, values.items[i]);
        if (++pushed < STACK_ITEMS_MAX) continue;
        emit(c, &e->where, OP_BUILD_STRING, pushed);
        pushed = 1;
    }
    if (pushed > 1) emit(c, &e->where, OP_BUILD_STRING, pushed);
}

/* ---- subscripts ---- */

static void compile_bound(Compiler *c, const Span *at, const Expr *bound) {
    if (bound) compile_expr(c, bound);
    else emit_none(c, at);
}

/* Pushes the ends of a slice; true when it has a step, which is pushed too. */
bool compile_slice_parts(Compiler *c, const Expr *e) {
    compile_bound(c, &e->where, e->slice.lower);
    compile_bound(c, &e->where, e->slice.upper);
    if (e->slice.step) compile_expr(c, e->slice.step);
    return e->slice.step != NULL;
}

static void compile_slice(Compiler *c, const Expr *e) {
    emit(c, &e->where, OP_BUILD_SLICE, compile_slice_parts(c, e) ? 3 : 2);
}

bool is_plain_slice(const Expr *e) { return e->kind == EXPR_SLICE && !e->slice.step; }

/* Subscript(expr value, expr slice, expr_context ctx) */
void compile_subscript(Compiler *c, const Expr *e) {
    warn_about_subscript(c, e);
    if (compile_folded(c, e)) return;
    compile_expr(c, e->subscript.value);
    if (is_plain_slice(e->subscript.slice)) {
        compile_slice_parts(c, e->subscript.slice);
        emit_0(c, &e->where, OP_LOAD_SLICE);
    } else {
        compile_expr(c, e->subscript.slice);
        emit_0(c, &e->where, OP_LOAD_SUBSCR);
    }
}

/* ---- yield and await ---- */

void compile_send_loop(Compiler *c, const Span *at) {
    Label again = label_new(c), done = label_new(c), failed = label_new(c);
    emit_none(c, at);
    label_here(c, again);
    emit_jump(c, at, OP_SEND, done);
    uint32_t outer = handler_begin(c, at, failed, false);
    c->unit->handlers.items[c->unit->handler].drop = 1;
    emit_0(c, at, OP_YIELD_VALUE);
    handler_end(c, outer);
    emit_jump(c, at, OP_JUMP, again);
    label_here(c, failed);
    emit_0(c, at, OP_CLEANUP_THROW);
    label_here(c, done);
}

static bool in_async_function(const Unit *unit) {
    return unit->scope->is_async_function || unit->scope->comprehension != COMPREHENSION_NONE;
}

/* Await(expr value) */
static void compile_await_expr(Compiler *c, const Expr *e) {
    if (!is_function_like(c->unit->scope)) compile_error(c, e->where, "'await' outside function");
    if (!in_async_function(c->unit)) compile_error(c, e->where, "'await' outside async function");
    compile_expr(c, e->await.value);
    emit(c, &e->where, OP_GET_AWAITABLE, 0);
    compile_send_loop(c, &e->where);
}

void emit_yield(Compiler *c, const Span *at) {
    if (c->unit->flags & CODE_ASYNC_GENERATOR) emit_0(c, at, OP_ASYNC_GEN_WRAP);
    emit_0(c, at, OP_YIELD_VALUE);
}

/* Yield(expr? value) */
static void compile_yield(Compiler *c, const Expr *e) {
    if (!is_function_like(c->unit->scope)) compile_error(c, e->where, "'yield' outside function");
    compile_bound(c, &e->where, e->yield.value);
    emit_yield(c, &e->where);
}

/* YieldFrom(expr value) */
static void compile_yield_from(Compiler *c, const Expr *e) {
    if (!is_function_like(c->unit->scope)) compile_error(c, e->where, "'yield from' outside function");
    if (c->unit->scope->is_async_function) compile_error(c, e->where, "'yield from' inside async function");
    compile_expr(c, e->yield.value);
    emit_0(c, &e->where, OP_GET_YIELD_FROM_ITER);
    compile_send_loop(c, &e->where);
}

/* ---- all kinds ---- */

static void compile_constant(Compiler *c, const Expr *e) {
    if (!c->failed) emit_const_steal(c, &e->where, constant_value(c, e));
}

void compile_expr(Compiler *c, const Expr *e) {
    if (!compile_deeper(c)) return;
    switch ((ExprKind)e->kind) {
    case EXPR_BOOL_OP: compile_bool_op(c, e); break;
    case EXPR_NAMED: compile_named(c, e); break;
    case EXPR_BIN_OP: compile_binary(c, e); break;
    case EXPR_UNARY_OP: compile_unary(c, e); break;
    case EXPR_LAMBDA: compile_lambda(c, e); break;
    case EXPR_IF_EXP: compile_if_exp(c, e); break;
    case EXPR_DICT: compile_dict(c, e); break;
    case EXPR_SET: compile_set(c, e); break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR: compile_comprehension(c, e); break;
    case EXPR_AWAIT: compile_await_expr(c, e); break;
    case EXPR_YIELD: compile_yield(c, e); break;
    case EXPR_YIELD_FROM: compile_yield_from(c, e); break;
    case EXPR_COMPARE: compile_compare(c, e); break;
    case EXPR_CALL: compile_call(c, e); break;
    case EXPR_FORMATTED_VALUE: compile_formatted_value(c, e); break;
    case EXPR_JOINED_STR: compile_joined_str(c, e); break;
    case EXPR_CONSTANT: compile_constant(c, e); break;
    case EXPR_ATTRIBUTE: compile_attribute(c, e); break;
    case EXPR_SUBSCRIPT: compile_subscript(c, e); break;
    case EXPR_STARRED: compile_error(c, e->where, "can't use starred expression here"); break;
    case EXPR_NAME: compile_name(c, &e->where, e->name.id, CTX_LOAD); break;
    case EXPR_LIST: compile_list(c, e); break;
    case EXPR_TUPLE: compile_tuple(c, e); break;
    case EXPR_SLICE: compile_slice(c, e); break;
    }
}
