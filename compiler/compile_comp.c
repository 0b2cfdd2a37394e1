/* compiler/compile_comp.c - comprehensions and generator expressions.
 *
 * Owns:      their loops; inlining into the enclosing code (PEP 709).
 * Invariant: a variable of an inlined comprehension has a place of its own, and is unbound at the end in any case.
 * Not here:  which ones are inlined (symtable.c).
 */
#include "compiler/compiler.h"

typedef struct Comp {
    const Expr *e;               /* the comprehension */
    ComprehensionSeq generators; /* its for clauses */
    const Expr *element;         /* value of each round; key of a dict comprehension's */
    const Expr *value;           /* dict comprehension: value of each round */
    Scope *scope;                /* its names */
} Comp;

static Comp comp_of(Compiler *c, const Expr *e) {
    Scope *scope = symtable_scope(&c->table, e);
    if (e->kind == EXPR_DICT_COMP) {
        return (Comp){e, e->dict_comp.generators, e->dict_comp.key, e->dict_comp.value, scope};
    }
    return (Comp){e, e->comp.generators, e->comp.elt, NULL, scope};
}

/* depth: iterators between the collection and the element. */
static void compile_element(Compiler *c, const Comp *comp, uint32_t depth) {
    Span at = comp->element->where;
    compile_expr(c, comp->element);
    if (comp->value) {
        compile_expr(c, comp->value);
        at.end = comp->value->where.end;
    }
    switch (comp->scope->comprehension) {
    case COMPREHENSION_LIST: emit(c, &at, OP_LIST_APPEND, depth + 1); break;
    case COMPREHENSION_SET: emit(c, &at, OP_SET_ADD, depth + 1); break;
    case COMPREHENSION_DICT: emit(c, &at, OP_MAP_ADD, depth + 1); break;
    default:
        emit_yield(c, &at);
        emit_0(c, &at, OP_POP);
        break;
    }
}

static void compile_generator(Compiler *c, const Comp *comp, size_t i, uint32_t depth);

static void compile_round(Compiler *c, const Comp *comp, size_t i, uint32_t depth, Label next) {
    const Comprehension *generator = comp->generators.items[i];
    for (size_t k = 0; k < generator->ifs.count; k++) compile_jump_if(c, generator->ifs.items[k], next, false);
    if (i + 1 < comp->generators.count) compile_generator(c, comp, i + 1, depth);
    else compile_element(c, comp, depth);
}

static void compile_async_generator(Compiler *c, const Comp *comp, size_t i, uint32_t depth) {
    const Comprehension *generator = comp->generators.items[i];
    const Span *at = &comp->e->where;
    Label again = label_new(c), next = label_new(c), exhausted = label_new(c);
    if (i > 0) {
        compile_expr(c, generator->iter);
        emit_0(c, &generator->iter->where, OP_GET_AITER);
    }
    label_here(c, again);
    uint32_t outer = handler_begin(c, at, exhausted, false);
    emit_0(c, at, OP_GET_ANEXT);
    compile_send_loop(c, at);
    handler_end(c, outer);
    compile_store(c, generator->target);
    compile_round(c, comp, i, depth + 1, next);
    label_here(c, next);
    emit_jump(c, at, OP_JUMP, again);
    label_here(c, exhausted);
    emit_0(c, at, OP_END_ASYNC_FOR);
}

/* `for x in [value]` is how an expression is given a name: no loop. */
static const Expr *single_item(const Expr *iter) {
    if (iter->kind != EXPR_LIST && iter->kind != EXPR_TUPLE) return NULL;
    ExprSeq elts = iter->kind == EXPR_LIST ? iter->list.elts : iter->tuple.elts;
    return elts.count == 1 && elts.items[0]->kind != EXPR_STARRED ? elts.items[0] : NULL;
}

/* The iterator of the first for clause is on the stack already. */
static void compile_generator(Compiler *c, const Comp *comp, size_t i, uint32_t depth) {
    const Comprehension *generator = comp->generators.items[i];
    if (!compile_deeper(c)) return;
    if (generator->is_async) {
        compile_async_generator(c, comp, i, depth);
        return;
    }
    const Span *at = &generator->iter->where;
    Label next = label_new(c);
    const Expr *item = i > 0 ? single_item(generator->iter) : NULL;
    if (item) {
        compile_expr(c, item);
        compile_store(c, generator->target);
        compile_round(c, comp, i, depth, next);
        label_here(c, next);
        return;
    }
    Label body = label_new(c), step = label_new(c);
    if (i > 0) {
        compile_iterable(c, generator->iter);
        emit_0(c, at, OP_GET_ITER);
    }
    emit_jump(c, at, OP_JUMP, step);
    label_here(c, body);
    compile_store(c, generator->target);
    compile_round(c, comp, i, depth + 1, next);
    label_here(c, next);
    emit_0(c, &comp->element->where, OP_NOP); /* a line that tracing sees in each round, if it differs */
    label_here(c, step);
    emit_jump(c, at, OP_FOR_ITER, body);
}

/* ---- inlined ---- */

static bool is_own(const Symbol *symbol) { return symbol->scope == SCOPE_LOCAL || symbol->scope == SCOPE_CELL; }

static void make_cells(Compiler *c, const Scope *scope) {
    for (size_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        if (symbol->scope == SCOPE_CELL) emit(c, NULL, OP_MAKE_CELL, symbol_slot(c, symbol));
    }
}

static void clear_variables(Compiler *c, const Span *at, const Comp *comp) {
    for (size_t i = 0; i < comp->scope->symbols.count; i++) {
        Symbol *symbol = comp->scope->symbols.items[i];
        if (is_own(symbol)) emit(c, at, OP_CLEAR_FAST, symbol_slot(c, symbol));
    }
}

static void build_empty(Compiler *c, const Comp *comp) {
    static const uint8_t ops[] = {
        [COMPREHENSION_LIST] = OP_BUILD_LIST, [COMPREHENSION_SET] = OP_BUILD_SET, [COMPREHENSION_DICT] = OP_BUILD_MAP};
    emit(c, &comp->e->where, ops[comp->scope->comprehension], 0);
}

/* The first iterable belongs to the code around. */
static void compile_first_iterator(Compiler *c, const Comp *comp) {
    const Comprehension *first = comp->generators.items[0];
    if (first->is_async) compile_expr(c, first->iter);
    else compile_iterable(c, first->iter);
    emit_0(c, &first->iter->where, first->is_async ? OP_GET_AITER : OP_GET_ITER);
}

/* The collection below the iterator. The iterable is evaluated first, which only a trace of lines can tell. */
static void compile_collection(Compiler *c, const Comp *comp) {
    bool one_line = comp->e->where.begin.line == comp->generators.items[0]->iter->where.begin.line;
    if (one_line) build_empty(c, comp);
    compile_first_iterator(c, comp);
    if (one_line) return;
    build_empty(c, comp);
    emit(c, &comp->e->where, OP_SWAP, 2);
}

static void compile_inlined(Compiler *c, const Comp *comp) {
    Unit *unit = c->unit;
    Scope *around = unit->current;
    Label failed = label_new(c), end = label_new(c);
    uint32_t outer = handler_begin(c, NULL, failed, false);
    compile_collection(c, comp);
    unit->current = comp->scope;
    make_cells(c, comp->scope);
    compile_generator(c, comp, 0, 0);
    unit->current = around;
    handler_end(c, outer);
    clear_variables(c, &comp->e->where, comp);
    emit_jump(c, NULL, OP_JUMP, end);
    label_here(c, failed);
    clear_variables(c, NULL, comp);
    emit(c, NULL, OP_RERAISE, 0);
    label_here(c, end);
}

/* ---- as a function ---- */

static Value compile_comp_body(Compiler *c, const Comp *comp, Unit **unit) {
    *unit = unit_enter(c, comp->scope, comp->scope->name, comp->e->where.begin.line);
    unit_parameter(c, name_of_text(c, ".0"));
    c->unit->arg_count = 1;
    unit_begin(c);
    Label handler = begin_generator(c);
    if (!comp->scope->is_generator) build_empty(c, comp);
    emit(c, &comp->generators.items[0]->iter->where, OP_LOAD_FAST, 0);
    compile_generator(c, comp, 0, 0);
    if (comp->scope->is_generator) emit_none(c, &comp->e->where);
    emit_0(c, &comp->e->where, OP_RETURN);
    end_generator(c, handler);
    return unit_finish(c);
}

static void compile_called(Compiler *c, const Comp *comp) {
    const Span *at = &comp->e->where;
    Unit *unit;
    Value code = compile_comp_body(c, comp, &unit);
    compile_closure_steal(c, at, code, unit, 0);
    emit_0(c, at, OP_PUSH_NULL);
    compile_first_iterator(c, comp);
    emit(c, at, OP_CALL, 1);
    if (comp->scope->is_coroutine && !comp->scope->is_generator) {
        emit(c, at, OP_GET_AWAITABLE, 0);
        compile_send_loop(c, at);
    }
}

/* ListComp, SetComp, DictComp, GeneratorExp(expr elt, comprehension* generators) */
void compile_comprehension(Compiler *c, const Expr *e) {
    Comp comp = comp_of(c, e);
    const Scope *around = c->unit->scope;
    if (comp.scope->is_coroutine && !comp.scope->is_generator && !around->is_async_function && !around->comprehension) {
        compile_error(c, e->where, "asynchronous comprehension outside of an asynchronous function");
    }
    if (comp.scope->is_inlined) compile_inlined(c, &comp);
    else compile_called(c, &comp);
}
