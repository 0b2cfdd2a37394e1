/* compiler/compile_with.c - with and async with.
 *
 * Owns:      entering and leaving context managers.
 * Invariant: while the body runs, __exit__ lies on the stack, and the manager above it or, when it is bound, NULL.
 * Not here:  break, continue and return out of the body (compile_loop.c).
 *
 * The language reference, "The with statement".
 */
#include "compiler/compiler.h"

static void wait_if(Compiler *c, const Span *at, bool is_async, uint32_t why) {
    if (!is_async) return;
    emit(c, at, OP_GET_AWAITABLE, why);
    compile_send_loop(c, at);
}

/* Calls the __exit__ below its self with three times None and drops its answer. */
void compile_with_exit(Compiler *c, const Span *at, bool is_async) {
    for (int i = 0; i < 3; i++) emit_none(c, at);
    emit(c, at, OP_CALL_METHOD, 3);
    wait_if(c, at, is_async, 2);
    emit_0(c, at, OP_POP);
}

/* The stack holds: exit, self, lasti, exception. */
static void compile_with_handler(Compiler *c, const Span *at, bool is_async) {
    Label cleanup = label_new(c), suppress = label_new(c), end = label_new(c);
    uint32_t outer = handler_begin(c, at, cleanup, true);
    emit_0(c, at, OP_PUSH_EXC_INFO);
    emit_0(c, at, OP_WITH_EXCEPT_START);
    wait_if(c, at, is_async, 2);
    emit_jump(c, at, OP_JUMP_IF_TRUE, suppress);
    emit(c, at, OP_RERAISE, 2);
    label_here(c, suppress);
    emit_0(c, at, OP_POP);
    handler_end(c, outer);
    emit_0(c, at, OP_POP_EXCEPT);
    for (int i = 0; i < 3; i++) emit_0(c, at, OP_POP);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, cleanup);
    reraise_cleanup(c);
    label_here(c, end);
}

static void compile_with_item(Compiler *c, const Stmt *s, size_t i) {
    const WithItem *item = s->with_.items.items[i];
    const Span *at = &item->context_expr->where;
    bool is_async = s->with_.is_async;
    Label handler = label_new(c), end = label_new(c);
    compile_expr(c, item->context_expr);
    emit_0(c, at, is_async ? OP_BEFORE_ASYNC_WITH : OP_BEFORE_WITH);
    emit(c, at, OP_CALL_METHOD, 0);
    wait_if(c, at, is_async, 1);
    uint32_t outer = handler_begin(c, at, handler, true);
    c->unit->handlers.items[c->unit->handler].drop = 1;
    flow_push(c, is_async ? FLOW_ASYNC_WITH : FLOW_WITH, *at, NO_LABEL, NO_LABEL, NULL, outer);
    if (item->optional_vars) compile_store(c, item->optional_vars);
    else emit_0(c, at, OP_POP);
    if (i + 1 < s->with_.items.count && !c->failed) compile_with_item(c, s, i + 1); /* no deeper than blocks may be */
    else compile_body(c, s->with_.body);
    emit_0(c, NULL, OP_POLL);
    flow_pop(c, FLOW_WITH);
    handler_end(c, outer);
    compile_with_exit(c, at, is_async);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, handler);
    compile_with_handler(c, at, is_async);
    label_here(c, end);
}

/* With, AsyncWith(withitem* items, stmt* body, string? type_comment) */
void compile_with(Compiler *c, const Stmt *s) {
    if (s->with_.is_async && !c->unit->scope->is_async_function) {
        compile_error(c, s->where, "'async with' outside async function");
    }
    compile_with_item(c, s, 0);
}
