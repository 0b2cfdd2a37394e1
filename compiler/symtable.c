/* compiler/symtable.c - the first walk over the tree: blocks and what they do with names.
 *
 * Owns:      making scopes and symbols, and the errors that show at once.
 * Invariant: scopes are entered and left like the blocks they stand for.
 * Not here:  where a name that is not bound lives (symtable_analyze.c).
 */
#include "compiler/symtable.h"

#include <string.h>

typedef struct Builder {
    SymbolTable *table; /* being built */
    Arena *arena;       /* of everything */
    NameTable *names;   /* of the tree */
    Diag *diag;         /* takes the error */
    Scope *scope;       /* block being visited */
} Builder;

static void visit_expr(Builder *b, const Expr *e);
static void visit_body(Builder *b, StmtSeq body);

/* ---- names ---- */

static const Name *intern(Builder *b, const char *text) { return name_intern(b->names, text, strlen(text)); }

const Name *mangle(NameTable *names, const Name *private_name, const Name *name) {
    const char *text = name->text;
    if (!private_name || name->length < 2 || text[0] != '_' || text[1] != '_') return name;
    if (text[name->length - 1] == '_' && text[name->length - 2] == '_') return name;
    if (memchr(text, '.', name->length)) return name;
    size_t skip = strspn(private_name->text, "_"), class_length = private_name->length - skip;
    if (class_length == 0) return name;
    size_t length = 1 + class_length + name->length;
    char small[256], *mangled = length <= sizeof small ? small : __builtin_malloc(length);
    if (!mangled) return name;
    mangled[0] = '_';
    memcpy(mangled + 1, private_name->text + skip, class_length);
    memcpy(mangled + 1 + class_length, text, name->length);
    const Name *result = name_intern(names, mangled, length);
    if (mangled != small) __builtin_free(mangled);
    return result;
}

const Name *scope_mangle(NameTable *names, const Scope *scope, const Name *name) {
    if (!scope->private_name || name->text[0] != '_') return name;
    const Name *mangled = mangle(names, scope->private_name, name);
    if (mangled == name || !scope->mangles_params_only) return mangled;
    const Symbol *symbol = scope_find(scope, mangled);
    return symbol && symbol->flags & DEF_TYPE_PARAM ? mangled : name;
}

Symbol *scope_find(const Scope *scope, const Name *name) {
    uint32_t place;
    return pointer_map_get(&scope->places, name, &place) ? scope->symbols.items[place] : NULL;
}

Symbol *scope_add(Scope *scope, Arena *arena, const Name *name) {
    Symbol *symbol = ARENA_NEW(arena, Symbol);
    symbol->name = name;
    symbol->slot = NO_SLOT;
    pointer_map_add(&scope->places, arena, name, (uint32_t)scope->symbols.count);
    VEC_PUSH_IN(arena, &scope->symbols, symbol);
    return symbol;
}

static Symbol *find(Builder *b, const Name *name) {
    return scope_find(b->scope, scope_mangle(b->names, b->scope, name));
}

#define ERROR(b, where, ...) diag_set((b)->diag, DIAG_SYNTAX, (where), __VA_ARGS__)

static void check_duplicate(Builder *b, const Symbol *symbol, unsigned flags, Span where) {
    if (flags & symbol->flags & DEF_PARAM) {
        ERROR(b, where, "duplicate argument '%s' in function definition", symbol->name->text);
    } else if (flags & symbol->flags & DEF_TYPE_PARAM) {
        ERROR(b, where, "duplicate type parameter '%s'", symbol->name->text);
    }
}

static Symbol *define_in(Builder *b, Scope *scope, const Name *name, unsigned flags, Span where) {
    if (flags & DEF_TYPE_PARAM) name = mangle(b->names, scope->private_name, name);
    else name = scope_mangle(b->names, scope, name);
    Symbol *symbol = scope_find(scope, name);
    if (symbol) check_duplicate(b, symbol, flags, where);
    else symbol = scope_add(scope, b->arena, name);
    symbol->flags |= flags;
    if (scope->in_target) {
        if (symbol->flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
            ERROR(b, where, "comprehension inner loop cannot rebind assignment expression target '%s'", name->text);
        }
        symbol->flags |= DEF_COMP_ITER;
    }
    if (flags & DEF_GLOBAL && scope != b->table->top) {
        Symbol *global = scope_find(b->table->top, name);
        if (!global) global = scope_add(b->table->top, b->arena, name);
        global->flags |= DEF_GLOBAL;
    }
    return symbol;
}

static Symbol *define(Builder *b, const Name *name, unsigned flags, Span where) {
    return define_in(b, b->scope, name, flags, where);
}

/* ---- blocks ---- */

static Scope *enter(Builder *b, BlockKind kind, const Name *name, const void *node, Span where) {
    Scope *scope = ARENA_NEW(b->arena, Scope), *parent = b->scope;
    scope->kind = kind;
    scope->name = name;
    scope->parent = parent;
    scope->where = where;
    if (parent) {
        scope->private_name = parent->private_name;
        scope->mangles_params_only = parent->mangles_params_only && kind != BLOCK_CLASS;
        scope->is_nested = parent->is_nested || is_function_like(parent);
        scope->is_ignored = parent->is_ignored;
        VEC_PUSH_IN(b->arena, &parent->children, scope);
    }
    pointer_map_add(&b->table->scope_of, b->arena, node, (uint32_t)b->table->scopes.count);
    VEC_PUSH_IN(b->arena, &b->table->scopes, scope);
    b->scope = scope;
    return scope;
}

static void leave(Builder *b) { b->scope = b->scope->parent; }

/* Names in the scope just entered are looked up in the class around it first. */
static void see_class(Builder *b, bool in_class) {
    if (!in_class) return;
    b->scope->sees_class = true;
    define(b, intern(b, "__classdict__"), DEF_USE, b->scope->where);
}

static bool in_class(const Builder *b) { return b->scope->kind == BLOCK_CLASS || b->scope->sees_class; }

static void implicit_argument(Builder *b, const char *name) {
    define(b, intern(b, name), DEF_PARAM, b->scope->where);
}

/* ---- expressions ---- */

static void visit_exprs(Builder *b, ExprSeq exprs) {
    for (size_t i = 0; i < exprs.count; i++) {
        if (exprs.items[i]) visit_expr(b, exprs.items[i]);
    }
}

static void visit_keywords(Builder *b, KeywordSeq keywords) {
    for (size_t i = 0; i < keywords.count; i++) visit_expr(b, keywords.items[i]->value);
}

/* Annotation scopes and their kin are not functions that could yield, wait or bind. */
static bool refuse_in_annotation(Builder *b, const char *what, Span where) {
    const char *place = NULL;
    switch (b->scope->kind) {
    case BLOCK_ANNOTATION: place = "an annotation"; break;
    case BLOCK_TYPE_VARIABLE: place = "a TypeVar bound"; break;
    case BLOCK_TYPE_ALIAS: place = "a type alias"; break;
    case BLOCK_TYPE_PARAMETERS: place = "the definition of a generic"; break;
    default: return false;
    }
    ERROR(b, where, "%s expression cannot be used within %s", what, place);
    return true;
}

static bool refuse_yield(Builder *b, Span where) {
    static const char *const comprehensions[] = {NULL, "list comprehension", "set comprehension", "dict comprehension",
                                                 "generator expression"};
    if (refuse_in_annotation(b, "yield", where)) return true;
    if (!b->scope->comprehension) return false;
    ERROR(b, where, "'yield' inside %s", comprehensions[b->scope->comprehension]);
    return true;
}

static void visit_yield(Builder *b, const Expr *e) {
    if (refuse_yield(b, e->where)) return;
    if (e->yield.value) visit_expr(b, e->yield.value);
    b->scope->is_generator = true;
}

static void visit_await(Builder *b, const Expr *e) {
    if (refuse_in_annotation(b, "await", e->where)) return;
    visit_expr(b, e->await.value);
    b->scope->is_coroutine = true;
}

static void visit_name(Builder *b, const Expr *e) {
    const Name *id = e->name.id;
    define(b, id, e->ctx == CTX_LOAD ? DEF_USE : DEF_LOCAL, e->where);
    if (e->ctx == CTX_LOAD && b->scope->kind == BLOCK_FUNCTION && id->length == 5 && !strcmp(id->text, "super")) {
        define(b, intern(b, "__class__"), DEF_USE, e->where);
    }
}

static const char *walrus_refusal(BlockKind kind) {
    switch (kind) {
    case BLOCK_CLASS: return "assignment expression within a comprehension cannot be used in a class body";
    case BLOCK_TYPE_PARAMETERS:
        return "assignment expression within a comprehension cannot be used within the definition of a generic";
    case BLOCK_TYPE_ALIAS: return "assignment expression within a comprehension cannot be used in a type alias";
    default: return "assignment expression within a comprehension cannot be used in a TypeVar bound";
    }
}

/* The target of := in a comprehension belongs to the block around all comprehensions. */
static void bind_outside_comprehensions(Builder *b, const Expr *target) {
    const Name *name = target->name.id;
    Scope *scope = b->scope;
    for (; scope->comprehension; scope = scope->parent) {
        const Symbol *symbol = scope_find(scope, scope_mangle(b->names, scope, name));
        unsigned flags = symbol ? symbol->flags : 0;
        if (flags & DEF_COMP_ITER && flags & DEF_LOCAL) {
            ERROR(b, target->where, "assignment expression cannot rebind comprehension iteration variable '%s'",
                  name->text);
            return;
        }
    }
    scope->has_walrus = true;
    if (scope->kind == BLOCK_FUNCTION) {
        const Symbol *symbol = scope_find(scope, scope_mangle(b->names, scope, name));
        bool global = symbol && symbol->flags & DEF_GLOBAL;
        define(b, name, global ? DEF_GLOBAL : DEF_NONLOCAL, target->where)->where = target->where;
        define_in(b, scope, name, DEF_LOCAL, target->where);
    } else if (scope->kind == BLOCK_MODULE) {
        define(b, name, DEF_GLOBAL, target->where)->where = target->where;
        define_in(b, scope, name, DEF_GLOBAL, target->where);
    } else {
        ERROR(b, target->where, "%s", walrus_refusal(scope->kind));
    }
}

/* NamedExpr(expr target, expr value) */
static void visit_named(Builder *b, const Expr *e) {
    if (refuse_in_annotation(b, "named", e->where)) return;
    if (b->scope->iterable_depth > 0) {
        ERROR(b, e->where, "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    b->scope->has_walrus = true;
    if (b->scope->comprehension) bind_outside_comprehensions(b, e->named.target);
    visit_expr(b, e->named.value);
    visit_expr(b, e->named.target);
}

static void visit_annotation(Builder *b, const Expr *annotation) {
    if (!annotation) return;
    if (!b->table->future_annotations) {
        visit_expr(b, annotation);
        return;
    }
    Scope *scope = enter(b, BLOCK_ANNOTATION, intern(b, "_annotation"), &annotation->where, annotation->where);
    scope->is_ignored = true;
    visit_expr(b, annotation);
    leave(b);
}

static void visit_arg_annotations(Builder *b, ArgSeq args) {
    for (size_t i = 0; i < args.count; i++) visit_annotation(b, args.items[i]->annotation);
}

static void visit_annotations(Builder *b, const Arguments *args, const Expr *returns) {
    visit_arg_annotations(b, args->posonlyargs);
    visit_arg_annotations(b, args->args);
    if (args->vararg) visit_annotation(b, args->vararg->annotation);
    if (args->kwarg) visit_annotation(b, args->kwarg->annotation);
    visit_arg_annotations(b, args->kwonlyargs);
    visit_annotation(b, returns);
}

static void define_args(Builder *b, ArgSeq args) {
    for (size_t i = 0; i < args.count; i++) define(b, args.items[i]->arg, DEF_PARAM, args.items[i]->where);
}

static void define_arguments(Builder *b, const Arguments *args) {
    define_args(b, args->posonlyargs);
    define_args(b, args->args);
    define_args(b, args->kwonlyargs);
    if (args->vararg) define(b, args->vararg->arg, DEF_PARAM, args->vararg->where);
    if (args->kwarg) define(b, args->kwarg->arg, DEF_PARAM, args->kwarg->where);
}

static void visit_defaults(Builder *b, const Arguments *args) {
    visit_exprs(b, args->defaults);
    visit_exprs(b, args->kw_defaults);
}

/* Lambda(arguments args, expr body) */
static void visit_lambda(Builder *b, const Expr *e) {
    visit_defaults(b, e->lambda.args);
    enter(b, BLOCK_FUNCTION, intern(b, "<lambda>"), e, e->where);
    define_arguments(b, e->lambda.args);
    visit_expr(b, e->lambda.body);
    leave(b);
}

static void visit_target(Builder *b, const Expr *target) {
    b->scope->in_target = true;
    visit_expr(b, target);
    b->scope->in_target = false;
}

static void visit_iterable(Builder *b, const Expr *iterable) {
    b->scope->iterable_depth++;
    visit_expr(b, iterable);
    b->scope->iterable_depth--;
}

/* comprehension = (expr target, expr iter, expr* ifs, int is_async) */
static void visit_generators(Builder *b, ComprehensionSeq generators) {
    for (size_t i = 0; i < generators.count; i++) {
        const Comprehension *generator = generators.items[i];
        visit_target(b, generator->target);
        if (i > 0) visit_iterable(b, generator->iter); /* the first one belongs to the block around */
        visit_exprs(b, generator->ifs);
        if (generator->is_async) b->scope->is_coroutine = true;
    }
}

/* ListComp, SetComp, GeneratorExp(expr elt, comprehension* generators), DictComp(expr key, expr value, ...) */
static void visit_comprehension(Builder *b, const Expr *e, ComprehensionKind kind, const char *name,
                                ComprehensionSeq generators, const Expr *element, const Expr *value) {
    Scope *outer = b->scope;
    visit_iterable(b, generators.items[0]->iter);
    Scope *scope = enter(b, BLOCK_FUNCTION, intern(b, name), e, e->where);
    scope->comprehension = kind;
    scope->is_inlined = kind != COMPREHENSION_GENERATOR && !outer->sees_class;
    if (!scope->is_inlined) implicit_argument(b, ".0");
    visit_generators(b, generators);
    if (value) visit_expr(b, value);
    visit_expr(b, element);
    scope->is_generator = kind == COMPREHENSION_GENERATOR;
    leave(b);
    if (scope->is_coroutine && !scope->is_generator) outer->is_coroutine = true;
    if (scope->has_walrus) outer->has_walrus = true;
}

static void visit_bin_op(Builder *b, const Expr *e) {
    /* Chains such as a + b + c lean to the left: go down them without recursion. */
    const Expr *left = e;
    while (left->kind == EXPR_BIN_OP) left = left->bin_op.left;
    visit_expr(b, left);
    size_t count = 0;
    for (const Expr *node = e; node->kind == EXPR_BIN_OP; node = node->bin_op.left) count++;
    const Expr *small[32], **rights = count <= 32 ? small : ARENA_ARRAY(b->arena, const Expr *, count);
    size_t i = count;
    for (const Expr *node = e; node->kind == EXPR_BIN_OP; node = node->bin_op.left) rights[--i] = node->bin_op.right;
    for (i = 0; i < count; i++) visit_expr(b, rights[i]);
}

static void visit_expr(Builder *b, const Expr *e) {
    if (diag_failed(b->diag)) return;
    switch ((ExprKind)e->kind) {
    case EXPR_BOOL_OP: visit_exprs(b, e->bool_op.values); break;
    case EXPR_NAMED: visit_named(b, e); break;
    case EXPR_BIN_OP: visit_bin_op(b, e); break;
    case EXPR_UNARY_OP: visit_expr(b, e->unary_op.operand); break;
    case EXPR_LAMBDA: visit_lambda(b, e); break;
    case EXPR_IF_EXP:
        visit_expr(b, e->if_exp.test);
        visit_expr(b, e->if_exp.body);
        visit_expr(b, e->if_exp.orelse);
        break;
    case EXPR_DICT:
        visit_exprs(b, e->dict.keys);
        visit_exprs(b, e->dict.values);
        break;
    case EXPR_SET: visit_exprs(b, e->set.elts); break;
    case EXPR_LIST_COMP:
        visit_comprehension(b, e, COMPREHENSION_LIST, "<listcomp>", e->comp.generators, e->comp.elt, NULL);
        break;
    case EXPR_SET_COMP:
        visit_comprehension(b, e, COMPREHENSION_SET, "<setcomp>", e->comp.generators, e->comp.elt, NULL);
        break;
    case EXPR_GENERATOR:
        visit_comprehension(b, e, COMPREHENSION_GENERATOR, "<genexpr>", e->comp.generators, e->comp.elt, NULL);
        break;
    case EXPR_DICT_COMP:
        visit_comprehension(b, e, COMPREHENSION_DICT, "<dictcomp>", e->dict_comp.generators, e->dict_comp.key,
                            e->dict_comp.value);
        break;
    case EXPR_AWAIT: visit_await(b, e); break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM: visit_yield(b, e); break;
    case EXPR_COMPARE:
        visit_expr(b, e->compare.left);
        visit_exprs(b, e->compare.comparators);
        break;
    case EXPR_CALL:
        visit_expr(b, e->call.func);
        visit_exprs(b, e->call.args);
        visit_keywords(b, e->call.keywords);
        break;
    case EXPR_FORMATTED_VALUE:
        visit_expr(b, e->formatted_value.value);
        if (e->formatted_value.format_spec) visit_expr(b, e->formatted_value.format_spec);
        break;
    case EXPR_JOINED_STR: visit_exprs(b, e->joined_str.values); break;
    case EXPR_CONSTANT: break;
    case EXPR_ATTRIBUTE: visit_expr(b, e->attribute.value); break;
    case EXPR_SUBSCRIPT:
        visit_expr(b, e->subscript.value);
        visit_expr(b, e->subscript.slice);
        break;
    case EXPR_STARRED: visit_expr(b, e->starred.value); break;
    case EXPR_NAME: visit_name(b, e); break;
    case EXPR_LIST: visit_exprs(b, e->list.elts); break;
    case EXPR_TUPLE: visit_exprs(b, e->tuple.elts); break;
    case EXPR_SLICE:
        if (e->slice.lower) visit_expr(b, e->slice.lower);
        if (e->slice.upper) visit_expr(b, e->slice.upper);
        if (e->slice.step) visit_expr(b, e->slice.step);
        break;
    }
}

/* ---- patterns ---- */

static void visit_pattern(Builder *b, const Pattern *p);

static void visit_patterns(Builder *b, PatternSeq patterns) {
    for (size_t i = 0; i < patterns.count; i++) visit_pattern(b, patterns.items[i]);
}

static void capture(Builder *b, const Name *name, Span where) {
    if (name) define(b, name, DEF_LOCAL, where);
}

static void visit_pattern(Builder *b, const Pattern *p) {
    if (diag_failed(b->diag)) return;
    switch ((PatternKind)p->kind) {
    case PATTERN_VALUE: visit_expr(b, p->value.value); break;
    case PATTERN_SINGLETON: break;
    case PATTERN_SEQUENCE: visit_patterns(b, p->sequence.patterns); break;
    case PATTERN_STAR: capture(b, p->star.name, p->where); break;
    case PATTERN_MAPPING:
        visit_exprs(b, p->mapping.keys);
        visit_patterns(b, p->mapping.patterns);
        capture(b, p->mapping.rest, p->where);
        break;
    case PATTERN_CLASS:
        visit_expr(b, p->class_.cls);
        visit_patterns(b, p->class_.patterns);
        visit_patterns(b, p->class_.kwd_patterns);
        break;
    case PATTERN_AS:
        if (p->as.pattern) visit_pattern(b, p->as.pattern);
        capture(b, p->as.name, p->where);
        break;
    case PATTERN_OR: visit_patterns(b, p->or_.patterns); break;
    }
}

/* ---- type parameters ---- */

static void visit_type_variable(Builder *b, const Name *name, Expr *const *field) {
    if (!*field) return;
    bool sees = in_class(b);
    enter(b, BLOCK_TYPE_VARIABLE, name, field, (*field)->where);
    see_class(b, sees);
    visit_expr(b, *field);
    leave(b);
}

static void visit_type_params(Builder *b, const TypeParamSeq *params) {
    bool have_default = false;
    for (size_t i = 0; i < params->count; i++) {
        const TypeParam *param = params->items[i];
        define(b, param->name, DEF_TYPE_PARAM | DEF_LOCAL, param->where);
        visit_type_variable(b, param->name, &param->bound);
        visit_type_variable(b, param->name, &param->default_value);
        if (have_default && !param->default_value) {
            ERROR(b, param->where, "non-default type parameter '%s' follows default type parameter", param->name->text);
        }
        have_default |= param->default_value != NULL;
    }
}

static void enter_type_params(Builder *b, const Name *name, const TypeParamSeq *params, Span where) {
    bool sees = b->scope->kind == BLOCK_CLASS;
    enter(b, BLOCK_TYPE_PARAMETERS, name, params, where);
    see_class(b, sees);
}

/* ---- statements ---- */

/* FunctionDef, AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, ...) */
static void visit_function(Builder *b, const Stmt *s) {
    const Arguments *args = s->function_def.args;
    const TypeParamSeq *params = &s->function_def.type_params;
    define(b, s->function_def.name, DEF_LOCAL, s->where);
    visit_defaults(b, args);
    visit_exprs(b, s->function_def.decorator_list);
    if (params->count > 0) {
        enter_type_params(b, s->function_def.name, params, s->where);
        if (args->defaults.count > 0) implicit_argument(b, ".defaults");
        for (size_t i = 0; i < args->kw_defaults.count; i++) {
            if (!args->kw_defaults.items[i]) continue;
            implicit_argument(b, ".kwdefaults");
            break;
        }
        visit_type_params(b, params);
    }
    visit_annotations(b, args, s->function_def.returns);
    Scope *scope = enter(b, BLOCK_FUNCTION, s->function_def.name, s, s->where);
    scope->is_coroutine = scope->is_async_function = s->function_def.is_async;
    define_arguments(b, args);
    visit_body(b, s->function_def.body);
    leave(b);
    if (params->count > 0) leave(b);
}

/* ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params) */
static void visit_class(Builder *b, const Stmt *s) {
    const TypeParamSeq *params = &s->class_def.type_params;
    define(b, s->class_def.name, DEF_LOCAL, s->where);
    visit_exprs(b, s->class_def.decorator_list);
    if (params->count > 0) {
        enter_type_params(b, s->class_def.name, params, s->where);
        b->scope->private_name = s->class_def.name;
        b->scope->mangles_params_only = true;
        define(b, intern(b, ".type_params"), DEF_LOCAL | DEF_USE, s->where);
        define(b, intern(b, ".generic_base"), DEF_LOCAL | DEF_USE, s->where);
        visit_type_params(b, params);
    }
    visit_exprs(b, s->class_def.bases);
    visit_keywords(b, s->class_def.keywords);
    Scope *scope = enter(b, BLOCK_CLASS, s->class_def.name, s, s->where);
    scope->private_name = s->class_def.name;
    if (params->count > 0) {
        define(b, intern(b, "__type_params__"), DEF_LOCAL, s->where);
        define(b, intern(b, ".type_params"), DEF_USE, s->where);
    }
    visit_body(b, s->class_def.body);
    leave(b);
    if (params->count > 0) leave(b);
}

/* TypeAlias(expr name, type_param* type_params, expr value) */
static void visit_type_alias(Builder *b, const Stmt *s) {
    const TypeParamSeq *params = &s->type_alias.type_params;
    const Name *name = s->type_alias.name->name.id;
    visit_expr(b, s->type_alias.name);
    if (params->count > 0) {
        enter_type_params(b, name, params, s->where);
        visit_type_params(b, params);
    }
    bool sees = in_class(b);
    enter(b, BLOCK_TYPE_ALIAS, name, s, s->where);
    see_class(b, sees);
    visit_expr(b, s->type_alias.value);
    leave(b);
    if (params->count > 0) leave(b);
}

/* AnnAssign(expr target, expr annotation, expr? value, int simple) */
static void visit_ann_assign(Builder *b, const Stmt *s) {
    const Expr *target = s->ann_assign.target;
    if (target->kind == EXPR_NAME) {
        const Symbol *symbol = find(b, target->name.id);
        unsigned flags = symbol ? symbol->flags : 0;
        if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && b->scope != b->table->top && s->ann_assign.simple) {
            ERROR(b, s->where, "annotated name '%s' can't be %s", target->name.id->text,
                  flags & DEF_GLOBAL ? "global" : "nonlocal");
            return;
        }
        if (s->ann_assign.simple) define(b, target->name.id, DEF_ANNOT | DEF_LOCAL, target->where);
        else if (s->ann_assign.value) define(b, target->name.id, DEF_LOCAL, target->where);
    } else {
        visit_expr(b, target);
    }
    visit_annotation(b, s->ann_assign.annotation);
    if (s->ann_assign.value) visit_expr(b, s->ann_assign.value);
}

/* Global, Nonlocal(identifier* names) */
static void visit_declaration(Builder *b, const Stmt *s) {
    bool global = s->kind == STMT_GLOBAL;
    const char *what = global ? "global" : "nonlocal";
    for (size_t i = 0; i < s->global.names.count; i++) {
        const Name *name = s->global.names.items[i];
        const Symbol *symbol = find(b, name);
        unsigned flags = symbol ? symbol->flags : 0;
        if (flags & DEF_PARAM) {
            ERROR(b, s->where, "name '%s' is parameter and %s", name->text, what);
        } else if (flags & DEF_USE) {
            ERROR(b, s->where, "name '%s' is used prior to %s declaration", name->text, what);
        } else if (flags & DEF_ANNOT) {
            ERROR(b, s->where, "annotated name '%s' can't be %s", name->text, what);
        } else if (flags & DEF_LOCAL) {
            ERROR(b, s->where, "name '%s' is assigned to before %s declaration", name->text, what);
        }
        Symbol *declared = define(b, name, global ? DEF_GLOBAL : DEF_NONLOCAL, s->where);
        if (declared->where.begin.line == 0) declared->where = s->where;
    }
}

/* alias = (identifier name, identifier? asname) */
static void visit_aliases(Builder *b, AliasSeq names) {
    for (size_t i = 0; i < names.count; i++) {
        const Alias *alias = names.items[i];
        if (alias->name->length == 1 && alias->name->text[0] == '*') {
            if (b->scope->kind == BLOCK_MODULE) continue;
            ERROR(b, alias->where, "import * only allowed at module level");
            return;
        }
        const Name *bound = alias->asname ? alias->asname : alias->name;
        const char *dot = alias->asname ? NULL : memchr(bound->text, '.', bound->length);
        if (dot) bound = name_intern(b->names, bound->text, (size_t)(dot - bound->text));
        define(b, bound, DEF_IMPORT, alias->where);
    }
}

/* Try, TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) */
static void visit_try(Builder *b, const Stmt *s) {
    visit_body(b, s->try_.body);
    visit_body(b, s->try_.orelse);
    for (size_t i = 0; i < s->try_.handlers.count; i++) {
        const ExceptHandler *handler = s->try_.handlers.items[i];
        if (handler->type) visit_expr(b, handler->type);
        if (handler->name) define(b, handler->name, DEF_LOCAL, handler->where);
        visit_body(b, handler->body);
    }
    visit_body(b, s->try_.finalbody);
}

static void visit_match(Builder *b, const Stmt *s) {
    visit_expr(b, s->match.subject);
    for (size_t i = 0; i < s->match.cases.count; i++) {
        const MatchCase *match_case = s->match.cases.items[i];
        visit_pattern(b, match_case->pattern);
        if (match_case->guard) visit_expr(b, match_case->guard);
        visit_body(b, match_case->body);
    }
}

static void visit_with(Builder *b, const Stmt *s) {
    for (size_t i = 0; i < s->with_.items.count; i++) {
        visit_expr(b, s->with_.items.items[i]->context_expr);
        if (s->with_.items.items[i]->optional_vars) visit_expr(b, s->with_.items.items[i]->optional_vars);
    }
    visit_body(b, s->with_.body);
}

static void visit_if(Builder *b, const Stmt *s) {
    for (;;) { /* elif is an if alone in orelse */
        visit_expr(b, s->if_.test);
        visit_body(b, s->if_.body);
        if (s->if_.orelse.count != 1 || s->if_.orelse.items[0]->kind != STMT_IF) break;
        s = s->if_.orelse.items[0];
    }
    visit_body(b, s->if_.orelse);
}

static void visit_stmt(Builder *b, const Stmt *s) {
    switch ((StmtKind)s->kind) {
    case STMT_FUNCTION_DEF: visit_function(b, s); break;
    case STMT_CLASS_DEF: visit_class(b, s); break;
    case STMT_RETURN:
        if (s->return_.value) visit_expr(b, s->return_.value);
        break;
    case STMT_DELETE: visit_exprs(b, s->delete_.targets); break;
    case STMT_ASSIGN:
        visit_exprs(b, s->assign.targets);
        visit_expr(b, s->assign.value);
        break;
    case STMT_TYPE_ALIAS: visit_type_alias(b, s); break;
    case STMT_AUG_ASSIGN:
        visit_expr(b, s->aug_assign.target);
        visit_expr(b, s->aug_assign.value);
        break;
    case STMT_ANN_ASSIGN: visit_ann_assign(b, s); break;
    case STMT_FOR:
        visit_expr(b, s->for_.target);
        visit_expr(b, s->for_.iter);
        visit_body(b, s->for_.body);
        visit_body(b, s->for_.orelse);
        break;
    case STMT_WHILE:
        visit_expr(b, s->while_.test);
        visit_body(b, s->while_.body);
        visit_body(b, s->while_.orelse);
        break;
    case STMT_IF: visit_if(b, s); break;
    case STMT_WITH: visit_with(b, s); break;
    case STMT_MATCH: visit_match(b, s); break;
    case STMT_RAISE:
        if (s->raise.exc) visit_expr(b, s->raise.exc);
        if (s->raise.cause) visit_expr(b, s->raise.cause);
        break;
    case STMT_TRY: visit_try(b, s); break;
    case STMT_ASSERT:
        visit_expr(b, s->assert_.test);
        if (s->assert_.msg) visit_expr(b, s->assert_.msg);
        break;
    case STMT_IMPORT: visit_aliases(b, s->import.names); break;
    case STMT_IMPORT_FROM: visit_aliases(b, s->import_from.names); break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL: visit_declaration(b, s); break;
    case STMT_EXPR: visit_expr(b, s->expr.value); break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE: break;
    }
}

static void visit_body(Builder *b, StmtSeq body) {
    for (size_t i = 0; i < body.count && !diag_failed(b->diag); i++) visit_stmt(b, body.items[i]);
}

/* ---- the whole ---- */

Scope *symtable_scope(const SymbolTable *table, const void *node) {
    uint32_t index;
    return pointer_map_get(&table->scope_of, node, &index) ? table->scopes.items[index] : NULL;
}

bool symtable_build(SymbolTable *table, const ModuleTree *tree, Arena *arena, Diag *diag, bool future_annotations) {
    Builder b = {.table = table, .arena = arena, .names = tree->names, .diag = diag};
    *table = (SymbolTable){.future_annotations = future_annotations};
    table->top = enter(&b, BLOCK_MODULE, intern(&b, "top"), tree, (Span){{0, 0}, {0, 0}});
    if (tree->expression) visit_expr(&b, tree->expression);
    visit_body(&b, tree->body);
    if (!diag_failed(diag)) symtable_analyze(table, arena, tree->names, diag);
    return !diag_failed(diag);
}
