/* compiler/compile_loop.c - for, while, and the ways out of blocks: break, continue, return.
 *
 * Owns:      what must be undone when a block is left in the middle.
 * Invariant: a loop costs one jump an iteration; its test stands at the bottom.
 * Not here:  try and with themselves (compile_try.c, compile_with.c).
 */
#include "compiler/compiler.h"

/* ---- loops ---- */

/* AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) */
static void compile_async_for(Compiler *c, const Stmt *s) {
    const Span *at = &s->where;
    Label next = label_new(c), exhausted = label_new(c), end = label_new(c);
    if (!c->unit->scope->is_async_function) compile_error(c, s->where, "'async for' outside async function");
    compile_expr(c, s->for_.iter);
    emit_0(c, &s->for_.iter->where, OP_GET_AITER);
    label_here(c, next);
    flow_push(c, FLOW_ASYNC_FOR, s->where, next, end, NULL, c->unit->handler);
    uint32_t outer = handler_begin(c, at, exhausted, false);
    emit_0(c, at, OP_GET_ANEXT);
    compile_send_loop(c, at);
    handler_end(c, outer);
    compile_store(c, s->for_.target);
    compile_body(c, s->for_.body);
    emit_jump(c, NULL, OP_JUMP, next);
    flow_pop(c, FLOW_ASYNC_FOR);
    label_here(c, exhausted);
    emit_0(c, &s->for_.iter->where, OP_END_ASYNC_FOR);
    compile_body(c, s->for_.orelse);
    label_here(c, end);
}

/* For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) */
void compile_for(Compiler *c, const Stmt *s) {
    if (s->for_.is_async) {
        compile_async_for(c, s);
        return;
    }
    const Span *at = &s->for_.iter->where;
    Label body = label_new(c), next = label_new(c), end = label_new(c);
    compile_iterable(c, s->for_.iter);
    emit_0(c, at, OP_GET_ITER);
    flow_push(c, FLOW_FOR, s->where, next, end, NULL, c->unit->handler);
    emit_jump(c, at, OP_JUMP, next);
    label_here(c, body);
    compile_store(c, s->for_.target);
    compile_body(c, s->for_.body);
    label_here(c, next);
    emit_jump(c, at, OP_FOR_ITER, body);
    flow_pop(c, FLOW_FOR);
    compile_body(c, s->for_.orelse);
    label_here(c, end);
}

/* While(expr test, stmt* body, stmt* orelse): the test is compiled twice, at the top and at the bottom. */
void compile_while(Compiler *c, const Stmt *s) {
    Label body = label_new(c), next = label_new(c), orelse = label_new(c), end = label_new(c);
    flow_push(c, FLOW_WHILE, s->where, next, end, NULL, c->unit->handler);
    compile_jump_if(c, s->while_.test, orelse, false);
    label_here(c, body);
    compile_body(c, s->while_.body);
    label_here(c, next);
    c->quiet++;
    compile_jump_if(c, s->while_.test, body, true);
    c->quiet--;
    flow_pop(c, FLOW_WHILE);
    label_here(c, orelse);
    compile_body(c, s->while_.orelse);
    label_here(c, end);
}

/* ---- leaving blocks ---- */

static void swap_if(Compiler *c, const Span *at, bool keep) {
    if (keep) emit(c, at, OP_SWAP, 2);
}

static void leave_finally(Compiler *c, const Flow *flow, bool keep) {
    static const Span nowhere;
    if (keep) flow_push(c, FLOW_POP_VALUE, nowhere, NO_LABEL, NO_LABEL, NULL, c->unit->handler);
    compile_body(c, *(const StmtSeq *)flow->data);
    if (keep) flow_pop(c, FLOW_POP_VALUE);
}

static void leave_handler(Compiler *c, const Span *at, const Name *name, bool keep) {
    swap_if(c, at, keep);
    emit_0(c, at, OP_POP_EXCEPT);
    if (!name) return;
    emit_none(c, at);
    compile_name(c, at, name, CTX_STORE);
    compile_name(c, at, name, CTX_DEL);
}

void leave_flow(Compiler *c, const Span *at, const Flow *flow, bool keep) {
    switch (flow->kind) {
    case FLOW_WHILE:
    case FLOW_HANDLER:
    case FLOW_GROUP_HANDLER: break;
    case FLOW_FOR:
    case FLOW_ASYNC_FOR:
    case FLOW_POP_VALUE:
        swap_if(c, at, keep);
        emit_0(c, at, OP_POP);
        break;
    case FLOW_TRY:
        emit_0(c, at, OP_POLL);
        handler_end(c, flow->outer_handler);
        break;
    case FLOW_FINALLY_TRY:
        emit_0(c, at, OP_POLL);
        handler_end(c, flow->outer_handler);
        leave_finally(c, flow, keep);
        break;
    case FLOW_FINALLY_END:
        swap_if(c, at, keep);
        emit_0(c, at, OP_POP);
        handler_end(c, flow->outer_handler);
        swap_if(c, at, keep);
        emit_0(c, at, OP_POP_EXCEPT);
        break;
    case FLOW_WITH:
    case FLOW_ASYNC_WITH:
        emit_0(c, at, OP_POLL);
        handler_end(c, flow->outer_handler);
        if (keep) emit(c, at, OP_SWAP, 3);
        swap_if(c, at, keep);
        compile_with_exit(c, &flow->where, flow->kind == FLOW_ASYNC_WITH);
        break;
    case FLOW_HANDLER_CLEANUP:
        handler_end(c, flow->outer_handler);
        leave_handler(c, at, flow->data, keep);
        break;
    }
}

static bool is_loop(const Flow *flow) {
    return flow->kind == FLOW_WHILE || flow->kind == FLOW_FOR || flow->kind == FLOW_ASYNC_FOR;
}

/* Leaves all blocks, or those inside the innermost loop, which is returned in *loop. The list of blocks is as before in
 * the end: what is left here is still open for the code behind. *at becomes NULL (no place) behind code of other
 * lines. */
static void leave_flows(Compiler *c, const Span **at, bool keep, Flow *loop) {
    FlowVec *flows = &c->unit->flows;
    if (flows->count == 0) return;
    Flow top = flows->items[flows->count - 1];
    if (top.kind == FLOW_GROUP_HANDLER) {
        compile_error(c, *at ? **at : top.where, "'break', 'continue' and 'return' cannot appear in an except* block");
        return;
    }
    if (loop && is_loop(&top)) {
        *loop = top;
        return;
    }
    flows->count--;
    leave_flow(c, *at, &top, keep);
    if (top.kind == FLOW_FINALLY_TRY || top.kind == FLOW_WITH || top.kind == FLOW_ASYNC_WITH) *at = NULL;
    leave_flows(c, at, keep, loop);
    VEC_PUSH_IN(c->unit->work, flows, top);
}

/* Return(expr? value) */
void compile_return(Compiler *c, const Stmt *s) {
    const Expr *e = s->return_.value;
    const Span *at = &s->where;
    if (!is_function_like(c->unit->scope)) compile_error(c, s->where, "'return' outside function");
    if (e && c->unit->flags & CODE_ASYNC_GENERATOR) {
        compile_error(c, s->where, "'return' with value in async generator");
    }
    Value constant = e ? fold(c, e) : VALUE_NONE;
    if (!constant) compile_expr(c, e);
    else if (e) emit_0(c, at = &e->where, OP_NOP);
    if (!e || e->where.begin.line != s->where.begin.line) emit_0(c, at = &s->where, OP_NOP);
    uint32_t handler = c->unit->handler;
    leave_flows(c, &at, !constant, NULL);
    if (constant) emit_const_steal(c, at, constant);
    emit_0(c, at, OP_RETURN);
    handler_end(c, handler);
}

static void compile_jump_out(Compiler *c, const Stmt *s, bool leaves, const char *refusal) {
    uint32_t handler = c->unit->handler;
    Flow loop = {.next = NO_LABEL};
    const Span *at = &s->where;
    emit_0(c, at, OP_NOP);
    leave_flows(c, &at, false, &loop);
    if (loop.next == NO_LABEL) compile_error(c, s->where, "%s", refusal);
    if (!c->failed) {
        if (leaves) leave_flow(c, at, &loop, false);
        emit_jump(c, at, OP_JUMP, leaves ? loop.exit : loop.next);
    }
    handler_end(c, handler);
}

void compile_break(Compiler *c, const Stmt *s) { compile_jump_out(c, s, true, "'break' outside loop"); }

void compile_continue(Compiler *c, const Stmt *s) { compile_jump_out(c, s, false, "'continue' not properly in loop"); }
