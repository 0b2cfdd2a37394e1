/* compiler/compile_try.c - try with except, except*, else and finally.
 *
 * Owns:      protected ranges and the code of handlers.
 * Invariant: a handler starts with the exception on top; what was handled before is restored on every way out.
 * Not here:  break, continue and return out of these blocks (compile_loop.c).
 *
 * The language reference, "The try statement".
 */
#include "compiler/compiler.h"

/* The stack holds: previous exception, lasti, exception. */
void reraise_cleanup(Compiler *c) {
    emit(c, NULL, OP_COPY, 3);
    emit_0(c, NULL, OP_POP_EXCEPT);
    emit(c, NULL, OP_RERAISE, 1);
}

/* The name of an except clause is unbound at its end, so that the exception's traceback makes no cycle. */
static void unbind(Compiler *c, const Name *name) {
    if (!name) return;
    emit_none(c, NULL);
    compile_name(c, NULL, name, CTX_STORE);
    compile_name(c, NULL, name, CTX_DEL);
}

static void bind_exception(Compiler *c, const ExceptHandler *handler) {
    if (handler->name) compile_name(c, &handler->where, handler->name, CTX_STORE);
    else emit_0(c, &handler->where, OP_POP);
}

/* ---- except ---- */

/* outer is the range around the whole statement, cleanup the one of the handlers. */
static void compile_handler_body(Compiler *c, const ExceptHandler *handler, uint32_t outer, Label end) {
    const Name *name = handler->name;
    Label failed = name ? label_new(c) : NO_LABEL;
    uint32_t cleanup = c->unit->handler;
    bind_exception(c, handler);
    if (name) handler_begin(c, &handler->where, failed, true);
    flow_push(c, FLOW_HANDLER_CLEANUP, handler->where, NO_LABEL, NO_LABEL, name, outer);
    compile_body(c, handler->body);
    flow_pop(c, FLOW_HANDLER_CLEANUP);
    handler_end(c, outer);
    emit_0(c, NULL, OP_POP_EXCEPT);
    unbind(c, name);
    emit_jump(c, NULL, OP_JUMP, end);
    handler_end(c, cleanup);
    if (!name) return;
    label_here(c, failed);
    unbind(c, name);
    emit(c, NULL, OP_RERAISE, 1);
}

static void compile_handlers(Compiler *c, const Stmt *s, Label end) {
    ExceptHandlerSeq handlers = s->try_.handlers;
    Label cleanup = label_new(c);
    uint32_t outer = handler_begin(c, NULL, cleanup, true);
    emit_0(c, NULL, OP_PUSH_EXC_INFO);
    flow_push(c, FLOW_HANDLER, s->where, NO_LABEL, NO_LABEL, NULL, outer);
    for (size_t i = 0; i < handlers.count && !c->failed; i++) {
        const ExceptHandler *handler = handlers.items[i];
        Label next = label_new(c);
        if (!handler->type && i + 1 < handlers.count) {
            compile_error(c, handler->where, "default 'except:' must be last");
        }
        if (handler->type) {
            compile_expr(c, handler->type);
            emit_0(c, &handler->where, OP_CHECK_EXC_MATCH);
            emit_jump(c, &handler->where, OP_JUMP_IF_FALSE, next);
        }
        compile_handler_body(c, handler, outer, end);
        label_here(c, next);
    }
    flow_pop(c, FLOW_HANDLER);
    emit(c, &handlers.items[handlers.count - 1]->where, OP_RERAISE, 0);
    handler_end(c, outer);
    label_here(c, cleanup);
    reraise_cleanup(c);
}

/* The body of a try statement that has handlers, and its else. */
static void compile_try_body(Compiler *c, const Stmt *s, Label handlers, Label end) {
    uint32_t outer = handler_begin(c, &s->where, handlers, false);
    flow_push(c, FLOW_TRY, s->where, NO_LABEL, NO_LABEL, NULL, outer);
    emit_0(c, &s->where, OP_NOP);
    compile_body(c, s->try_.body);
    emit_0(c, NULL, OP_POLL);
    flow_pop(c, FLOW_TRY);
    handler_end(c, outer);
    compile_body(c, s->try_.orelse);
    emit_jump(c, NULL, OP_JUMP, end);
}

static void compile_try_except(Compiler *c, const Stmt *s) {
    Label handlers = label_new(c), end = label_new(c);
    compile_try_body(c, s, handlers, end);
    label_here(c, handlers);
    compile_handlers(c, s, end);
    label_here(c, end);
}

/* ---- except* ---- */

/* The stack holds: previous exception, original group, list of what the handlers raised, rest of the group. */
static void compile_group_clause(Compiler *c, const ExceptHandler *handler) {
    const Span *at = &handler->where;
    Label no_match = label_new(c), next = label_new(c), failed = label_new(c);
    if (handler->type) {
        compile_expr(c, handler->type);
        emit_0(c, at, OP_CHECK_EG_MATCH);
        emit(c, at, OP_COPY, 1);
        emit_jump(c, at, OP_JUMP_IF_NONE, no_match);
    }
    bind_exception(c, handler);
    uint32_t outer = handler_begin(c, at, failed, true);
    flow_push(c, FLOW_HANDLER_CLEANUP, handler->where, NO_LABEL, NO_LABEL, handler->name, outer);
    compile_body(c, handler->body);
    flow_pop(c, FLOW_HANDLER_CLEANUP);
    handler_end(c, outer);
    unbind(c, handler->name);
    emit_jump(c, NULL, OP_JUMP, next);
    /* original list rest lasti raised: what was raised joins the list */
    label_here(c, failed);
    unbind(c, handler->name);
    emit(c, NULL, OP_LIST_APPEND, 3);
    emit_0(c, NULL, OP_POP);
    emit_jump(c, NULL, OP_JUMP, next);
    label_here(c, no_match);
    emit_0(c, at, OP_POP);
    label_here(c, next);
}

static void compile_group_handlers(Compiler *c, const Stmt *s, Label end) {
    ExceptHandlerSeq handlers = s->try_.handlers;
    Label cleanup = label_new(c), reraise = label_new(c);
    uint32_t outer = handler_begin(c, NULL, cleanup, true);
    emit_0(c, NULL, OP_PUSH_EXC_INFO);
    flow_push(c, FLOW_GROUP_HANDLER, s->where, NO_LABEL, NO_LABEL, NULL, outer);
    /* previous exception -> previous original list rest */
    emit(c, NULL, OP_COPY, 1);
    emit(c, NULL, OP_BUILD_LIST, 0);
    emit(c, NULL, OP_SWAP, 2);
    for (size_t i = 0; i < handlers.count && !c->failed; i++) compile_group_clause(c, handlers.items[i]);
    flow_pop(c, FLOW_GROUP_HANDLER);
    emit(c, NULL, OP_LIST_APPEND, 1);
    emit(c, NULL, OP_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR);
    emit(c, NULL, OP_COPY, 1);
    emit_jump(c, NULL, OP_JUMP_IF_NOT_NONE, reraise);
    emit_0(c, NULL, OP_POP);
    handler_end(c, outer);
    emit_0(c, NULL, OP_POP_EXCEPT);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, reraise);
    emit(c, NULL, OP_SWAP, 2);
    emit_0(c, NULL, OP_POP_EXCEPT);
    emit(c, NULL, OP_RERAISE, 0);
    label_here(c, cleanup);
    reraise_cleanup(c);
}

static void compile_try_star_except(Compiler *c, const Stmt *s) {
    Label handlers = label_new(c), end = label_new(c);
    compile_try_body(c, s, handlers, end);
    label_here(c, handlers);
    compile_group_handlers(c, s, end);
    label_here(c, end);
}

/* ---- finally ---- */

static void compile_protected(Compiler *c, const Stmt *s) {
    if (s->try_.handlers.count == 0) compile_body(c, s->try_.body);
    else if (s->try_.is_star) compile_try_star_except(c, s);
    else compile_try_except(c, s);
}

static void compile_try_finally(Compiler *c, const Stmt *s) {
    Label failed = label_new(c), cleanup = label_new(c), end = label_new(c);
    uint32_t outer = handler_begin(c, &s->where, failed, false);
    flow_push(c, FLOW_FINALLY_TRY, s->where, NO_LABEL, NO_LABEL, &s->try_.finalbody, outer);
    emit_0(c, &s->where, OP_NOP);
    compile_protected(c, s);
    if (s->try_.handlers.count == 0) emit_0(c, NULL, OP_POLL); /* else the body has one */
    flow_pop(c, FLOW_FINALLY_TRY);
    handler_end(c, outer);
    compile_body(c, s->try_.finalbody);
    emit_jump(c, NULL, OP_JUMP, end);
    /* the same code again, after an exception */
    label_here(c, failed);
    handler_begin(c, NULL, cleanup, true);
    emit_0(c, NULL, OP_PUSH_EXC_INFO);
    flow_push(c, FLOW_FINALLY_END, s->where, NO_LABEL, NO_LABEL, NULL, outer);
    c->quiet++;
    compile_body(c, s->try_.finalbody);
    c->quiet--;
    flow_pop(c, FLOW_FINALLY_END);
    emit(c, NULL, OP_RERAISE, 0);
    handler_end(c, outer);
    label_here(c, cleanup);
    reraise_cleanup(c);
    label_here(c, end);
}

/* Try, TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) */
void compile_try(Compiler *c, const Stmt *s) {
    if (s->try_.finalbody.count > 0) compile_try_finally(c, s);
    else compile_protected(c, s);
}
