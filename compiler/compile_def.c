/* compiler/compile_def.c - functions and lambda.
 *
 * Owns:      defaults, annotations, decorators, making functions, the frame of a function body.
 * Invariant: what def evaluates comes in this order: decorators, defaults, annotations.
 * Not here:  classes (compile_class.c), type parameters (compile_type.c).
 */
#include "compiler/compiler.h"
#include "runtime/error.h"
#include "runtime/tuple.h"

/* ---- decorators ---- */

void compile_decorators(Compiler *c, ExprSeq decorators) {
    for (size_t i = 0; i < decorators.count; i++) {
        compile_expr(c, decorators.items[i]);
        emit_0(c, &decorators.items[i]->where, OP_PUSH_NULL);
    }
}

void apply_decorators(Compiler *c, ExprSeq decorators) {
    for (size_t i = decorators.count; i-- > 0;) emit(c, &decorators.items[i]->where, OP_CALL, 1);
}

uint32_t first_line_of(const Stmt *s, ExprSeq decorators) {
    return decorators.count > 0 ? decorators.items[0]->where.begin.line : s->where.begin.line;
}

/* ---- defaults and annotations ---- */

static Value constant_defaults(Compiler *c, ExprSeq defaults) {
    if (c->failed) return NULL;
    Value tuple = tuple_new(defaults.count);
    for (size_t i = 0; tuple && i < defaults.count; i++) {
        Value item = fold(c, defaults.items[i]);
        if (item) as_tuple(tuple)->items[i] = item;
        else clear_ref(&tuple);
    }
    if (!tuple && error_set()) compile_failed(c);
    return tuple;
}

static void compile_positional_defaults(Compiler *c, const Span *at, ExprSeq defaults) {
    Value tuple = constant_defaults(c, defaults);
    for (size_t i = 0; i < defaults.count; i++) {
        if (tuple) emit_0(c, &defaults.items[i]->where, OP_NOP); /* a line that tracing sees, if it differs */
        else compile_expr(c, defaults.items[i]);
    }
    if (tuple) {
        emit_const_steal(c, at, tuple);
        return;
    }
    emit(c, at, OP_BUILD_TUPLE, (uint32_t)defaults.count);
}

static const Name *mangled(Compiler *c, const Name *name) { return scope_mangle(c->names, c->unit->current, name); }

static void compile_keyword_defaults(Compiler *c, const Span *at, const Arguments *args) {
    uint32_t count = 0;
    for (size_t i = 0; i < args->kw_defaults.count; i++) {
        if (!args->kw_defaults.items[i]) continue;
        emit_text(c, at, mangled(c, args->kwonlyargs.items[i]->arg));
        compile_expr(c, args->kw_defaults.items[i]);
        count++;
    }
    emit(c, at, OP_BUILD_MAP, count);
}

static bool has_keyword_defaults(const Arguments *args) {
    for (size_t i = 0; i < args->kw_defaults.count; i++) {
        if (args->kw_defaults.items[i]) return true;
    }
    return false;
}

/* Pushes what there is; returns the bits for SET_FUNCTION_ATTRIBUTE. */
static uint32_t compile_defaults(Compiler *c, const Span *at, const Arguments *args) {
    uint32_t attributes = 0;
    if (args->defaults.count > 0) {
        compile_positional_defaults(c, at, args->defaults);
        attributes |= FUNCTION_DEFAULTS;
    }
    if (has_keyword_defaults(args)) {
        compile_keyword_defaults(c, at, args);
        attributes |= FUNCTION_KEYWORD_DEFAULTS;
    }
    return attributes;
}

static uint32_t compile_arg_annotation(Compiler *c, const Span *at, const Name *name, const Expr *annotation) {
    if (!annotation) return 0;
    emit_text(c, at, mangled(c, name));
    if (annotation->kind == EXPR_STARRED && !(c->future_flags & CODE_FUTURE_ANNOTATIONS)) {
        compile_expr(c, annotation->starred.value); /* *args: *Ts */
        emit(c, at, OP_UNPACK_SEQUENCE, 1);
    } else {
        compile_annotation(c, annotation);
    }
    return 2;
}

static uint32_t compile_arg_annotations(Compiler *c, const Span *at, ArgSeq args) {
    uint32_t count = 0;
    for (size_t i = 0; i < args.count; i++) {
        count += compile_arg_annotation(c, at, args.items[i]->arg, args.items[i]->annotation);
    }
    return count;
}

/* Pushes a tuple of names and annotations, in turn, if there is any. */
static uint32_t compile_annotations(Compiler *c, const Span *at, const Arguments *args, const Expr *returns) {
    uint32_t count = compile_arg_annotations(c, at, args->args);
    count += compile_arg_annotations(c, at, args->posonlyargs);
    if (args->vararg) count += compile_arg_annotation(c, at, args->vararg->arg, args->vararg->annotation);
    count += compile_arg_annotations(c, at, args->kwonlyargs);
    if (args->kwarg) count += compile_arg_annotation(c, at, args->kwarg->arg, args->kwarg->annotation);
    count += compile_arg_annotation(c, at, name_of_text(c, "return"), returns);
    if (count == 0) return 0;
    emit(c, at, OP_BUILD_TUPLE, count);
    return FUNCTION_ANNOTATIONS;
}

/* ---- bodies ---- */

static void add_parameters(Compiler *c, ArgSeq args) {
    for (size_t i = 0; i < args.count; i++) {
        forbid_name(c, args.items[i]->where, args.items[i]->arg, CTX_STORE);
        unit_parameter(c, args.items[i]->arg);
    }
}

static void add_star_parameter(Compiler *c, const Arg *arg, uint32_t flag) {
    if (!arg) return;
    forbid_name(c, arg->where, arg->arg, CTX_STORE);
    unit_parameter(c, arg->arg);
    c->unit->flags |= flag;
}

static void add_arguments(Compiler *c, const Arguments *args) {
    Unit *unit = c->unit;
    add_parameters(c, args->posonlyargs);
    add_parameters(c, args->args);
    add_parameters(c, args->kwonlyargs);
    add_star_parameter(c, args->vararg, CODE_VARARGS);
    add_star_parameter(c, args->kwarg, CODE_VARKEYWORDS);
    unit->arg_count = (uint32_t)(args->posonlyargs.count + args->args.count);
    unit->posonly_count = (uint32_t)args->posonlyargs.count;
    unit->kwonly_count = (uint32_t)args->kwonlyargs.count;
}

/* StopIteration must not leave a generator (PEP 479): from here on a handler turns it into RuntimeError. */
Label begin_generator(Compiler *c) {
    if (!(c->unit->flags & CODE_SUSPENDS)) return NO_LABEL;
    Label handler = label_new(c);
    handler_begin(c, NULL, handler, true);
    return handler;
}

void end_generator(Compiler *c, Label handler) {
    if (handler == NO_LABEL) return;
    handler_end(c, NO_HANDLER);
    label_here(c, handler);
    emit(c, NULL, OP_INTRINSIC_1, INTRINSIC_STOP_ITERATION);
    emit(c, NULL, OP_RERAISE, 1);
}

/* The docstring is the first constant. */
static void keep_docstring(Compiler *c, const Expr *docstring) {
    Value text = c->failed ? NULL : docstring_value(c, docstring);
    if (!text) {
        compile_failed(c);
        return;
    }
    consts_index_steal(&c->unit->consts, c->unit->work, text);
    c->unit->flags |= CODE_HAS_DOCSTRING;
}

static bool ends_by_itself(StmtSeq body) {
    if (!body.count) return false;
    StmtKind last = body.items[body.count - 1]->kind;
    return last == STMT_RETURN || last == STMT_RAISE;
}

static Value compile_function_body(Compiler *c, const Stmt *s, Unit **unit) {
    StmtSeq body = s->function_def.body;
    *unit = unit_enter(c, symtable_scope(&c->table, s), s->function_def.name,
                       first_line_of(s, s->function_def.decorator_list));
    const Expr *docstring = docstring_of(body);
    if (docstring && c->options->optimize < 2) keep_docstring(c, docstring);
    else consts_index_steal(&c->unit->consts, c->unit->work, VALUE_NONE); // as CPython's co_consts begin
    if (docstring) body = (StmtSeq){body.items + 1, body.count - 1};
    add_arguments(c, s->function_def.args);
    unit_begin(c);
    Label handler = begin_generator(c);
    compile_body(c, body);
    if (!ends_by_itself(body)) {
        const Span *at = body.count ? NULL : &s->where;
        emit_none(c, at);
        emit_0(c, at, OP_RETURN);
    }
    end_generator(c, handler);
    return unit_finish(c);
}

/* ---- functions ---- */

/* Makes a function of a finished unit's code; the values for `attributes` are on the stack. */
void compile_closure_steal(Compiler *c, const Span *at, Value code, const Unit *unit, uint32_t attributes) {
    if (!code) return;
    if (compile_closure_tuple(c, at, unit)) attributes |= FUNCTION_CLOSURE;
    emit_const_steal(c, at, code);
    emit_0(c, at, OP_MAKE_FUNCTION);
    for (uint32_t bit = FUNCTION_CLOSURE; bit > 0; bit >>= 1) { /* the last pushed is the first to be taken */
        if (attributes & bit) emit(c, at, OP_SET_FUNCTION_ATTRIBUTE, bit);
    }
}

static void compile_annotated_function(Compiler *c, const Stmt *s, uint32_t attributes) {
    const Arguments *args = s->function_def.args;
    attributes |= compile_annotations(c, &s->where, args, s->function_def.returns);
    Unit *unit;
    Value code = compile_function_body(c, s, &unit);
    compile_closure_steal(c, &s->where, code, unit, attributes);
}

/* def f[T](...): a hidden function makes the type parameters, then f. */
static void compile_generic_function(Compiler *c, const Stmt *s) {
    const Arguments *args = s->function_def.args;
    const Span *at = &s->where;
    bool defaults = args->defaults.count > 0, keyword_defaults = has_keyword_defaults(args);
    Unit *unit = enter_type_params(c, &s->function_def.type_params, s->function_def.name,
                                   first_line_of(s, s->function_def.decorator_list));
    if (defaults) unit_parameter(c, name_of_text(c, ".defaults"));
    if (keyword_defaults) unit_parameter(c, name_of_text(c, ".kwdefaults"));
    unit->arg_count = (uint32_t)unit->slots.count;
    unit_begin(c);
    compile_type_params(c, &s->function_def.type_params);
    for (uint32_t i = 0; i < unit->arg_count; i++) emit(c, at, OP_LOAD_FAST, i);
    uint32_t attributes = (defaults ? FUNCTION_DEFAULTS : 0) | (keyword_defaults ? FUNCTION_KEYWORD_DEFAULTS : 0);
    compile_annotated_function(c, s, attributes);
    emit(c, at, OP_SWAP, 2);
    emit(c, at, OP_INTRINSIC_2, INTRINSIC_SET_TYPE_PARAMS);
    emit_0(c, at, OP_RETURN);
    Value code = unit_finish(c);
    compile_closure_steal(c, at, code, unit, 0);
    emit_0(c, at, OP_PUSH_NULL);
    compile_defaults(c, at, args);
    emit(c, at, OP_CALL, unit->arg_count);
}

/* FunctionDef, AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns,
 *                               string? type_comment, type_param* type_params) */
void compile_function_def(Compiler *c, const Stmt *s) {
    const Span *at = &s->where;
    compile_decorators(c, s->function_def.decorator_list);
    if (s->function_def.type_params.count > 0) {
        compile_generic_function(c, s);
    } else {
        uint32_t attributes = compile_defaults(c, at, s->function_def.args);
        compile_annotated_function(c, s, attributes);
    }
    apply_decorators(c, s->function_def.decorator_list);
    compile_name(c, at, s->function_def.name, CTX_STORE);
}

/* Lambda(arguments args, expr body) */
void compile_lambda(Compiler *c, const Expr *e) {
    uint32_t attributes = compile_defaults(c, &e->where, e->lambda.args);
    Unit *unit = unit_enter(c, symtable_scope(&c->table, e), name_of_text(c, "<lambda>"), e->where.begin.line);
    consts_index_steal(&c->unit->consts, c->unit->work, VALUE_NONE);
    add_arguments(c, e->lambda.args);
    unit_begin(c);
    Label handler = begin_generator(c);
    compile_expr(c, e->lambda.body);
    emit_0(c, &e->lambda.body->where, OP_RETURN);
    end_generator(c, handler);
    Value code = unit_finish(c);
    compile_closure_steal(c, &e->where, code, unit, attributes);
}
