/* compiler/compiler.h - what the files of the compiler share.
 *
 * Owns:      struct Compiler, struct Unit, the instruction list of a unit.
 * Invariant: once `failed` is set everything goes on harmlessly and nothing more is raised.
 * Not here:  the way in (compile.h).
 *
 * The compile functions append instructions with plain operands to a list (emit.c). When a unit is complete, optimize.c
 * threads jumps, drops what cannot be reached, moves handlers behind the ordinary path and fuses instructions, and
 * assemble.c makes the code object.
 */
#ifndef OURO_COMPILER_H
#define OURO_COMPILER_H

#include "compiler/compile.h"
#include "compiler/consts.h"
#include "compiler/symtable.h"
#include "runtime/opcode.h"

/* ---- instructions ---- */

typedef uint32_t Label;
#define NO_LABEL UINT32_MAX
#define NO_HANDLER 0u /* handlers[0] is none */

/* instructions that are never assembled */
enum {
    PSEUDO_SETUP = OP_COUNT, /* label is a handler's index: its range begins here, at this depth of the stack */
    PSEUDO_CHECK_FAST,       /* arg is a slot: UnboundLocalError when it is unbound */
};

typedef struct Place {
    uint32_t line, end_line;     /* from 1; 0: none */
    uint16_t column, end_column; /* bytes; UINT16_MAX: unknown */
} Place;

/* Instr.marks, see optimize.c */
enum {
    MARK_REACHED = 1,  /* some path leads here */
    MARK_WARM = 2,     /* a path without an exception leads here */
    MARK_TARGET = 4,   /* a jump or handler leads here */
    MARK_GONE = 8,     /* dropped */
    MARK_UNBOUND = 16, /* LOAD_FAST of a local that may be unbound */
};

typedef struct Instr {
    uint16_t op;      /* Opcode or PSEUDO_... */
    uint16_t marks;   /* MARK_... */
    uint32_t arg;     /* the 24 operand bits; locals are slots until resolve_slots */
    uint32_t label;   /* jumps: target; PSEUDO_SETUP: handler */
    uint32_t handler; /* index of the protected range that it is in */
    Place place;      /* where it comes from */
} Instr;

typedef struct Handler {
    Label target;    /* what runs */
    uint32_t depth;  /* operands kept */
    uint16_t drop;   /* operands at the setup that are not kept */
    bool push_lasti; /* the index of the raising word is pushed before the exception */
    bool set;        /* its setup was reached */
} Handler;

VEC(InstrVec, Instr);
VEC(LabelVec, uint32_t);
VEC(HandlerVec, Handler);

/* ---- blocks that break, continue and return must leave ---- */

typedef enum FlowKind {
    FLOW_WHILE,
    FLOW_FOR,         /* the iterator is on the stack */
    FLOW_ASYNC_FOR,   /* the asynchronous iterator is on the stack */
    FLOW_TRY,         /* body of try ... except */
    FLOW_FINALLY_TRY, /* body of try ... finally; data: the StmtSeq of finally */
    FLOW_FINALLY_END, /* finally after an exception: previous and current exception are on the stack */
    FLOW_WITH,        /* __exit__ and its self are on the stack */
    FLOW_ASYNC_WITH,
    FLOW_HANDLER,         /* choosing an except clause */
    FLOW_HANDLER_CLEANUP, /* body of an except clause; data: its Name or NULL */
    FLOW_GROUP_HANDLER,   /* except*: must not be left */
    FLOW_POP_VALUE,       /* the value of return is on the stack */
} FlowKind;

typedef struct Flow {
    FlowKind kind;
    Label next;             /* loops: where continue goes */
    Label exit;             /* loops: where break goes */
    uint32_t outer_handler; /* protected range around the block */
    const void *data;       /* see FlowKind */
    Span where;             /* of the statement */
} Flow;

VEC(FlowVec, Flow);

/* ---- a unit: what becomes one code object ---- */

typedef struct Slot {
    const Name *name; /* mangled */
    uint8_t kind;     /* LOCAL_... */
    bool late;        /* cells and free variables stand behind the plain locals */
    uint32_t index;   /* final place, set by resolve_slots */
} Slot;

VEC(SlotVec, Slot);
VEC(NameVec, const Name *);

typedef struct Unit Unit;
struct Unit {
    Unit *outer;          /* unit around it */
    Scope *scope;         /* its symbols */
    Scope *current;       /* scope of the innermost inlined comprehension being compiled, else scope */
    const Name *name;     /* co_name */
    const char *qualname; /* dotted, in the arena */
    Arena own;            /* storage of the lists below and of the passes over them, until the unit is finished */
    Arena *work;          /* own, or the compiler's when there was no memory for one */
    InstrVec code;        /* instructions */
    LabelVec labels;      /* index of the instruction that each label stands before */
    HandlerVec handlers;  /* protected ranges */
    uint32_t handler;     /* the one around what is emitted now */
    FlowVec flows;        /* enclosing blocks */
    ConstTable consts;    /* constants */
    PointerMap name_of;   /* Name -> index in names */
    NameVec names;        /* globals and attributes */
    SlotVec slots;        /* locals */
    PointerMap slot_of;   /* Name -> slot, for names the symbol table does not know */
    uint32_t flags;       /* CODE_... */
    uint32_t first_line;  /* co_firstlineno */
    uint32_t arg_count, posonly_count, kwonly_count; /* parameters */
    NameVec static_attributes;                       /* class: attributes of self that its methods assign */
    PointerMap static_of;                            /* the same, to find them */
};

typedef struct Compiler {
    Arena *arena;           /* the tree's: everything until the code object */
    Arena spare;            /* for the next unit's own storage, or without a reserve */
    const ModuleTree *tree; /* what is compiled */
    NameTable *names;       /* of the tree */
    SymbolTable table;      /* of the tree */
    Diag *diag;             /* takes errors and warnings */
    Unit *unit;             /* being compiled */
    Ref filename;           /* str */
    const CompileOptions *options;
    bool failed;           /* diag holds an error, or an exception is pending */
    Position future_at;    /* of the last import from __future__ in its place */
    uint32_t future_flags; /* CODE_FUTURE_... for every code object */
    PointerMap unfoldable; /* deep expressions that are known not to be constant */
    uint32_t quiet;        /* above 0 while code is compiled a second time: its warnings were given */
} Compiler;

/* compile.c */
COLD void compile_error(Compiler *c, Span where, const char *format, ...) __attribute__((format(printf, 3, 4)));
void compile_warning(Compiler *c, Span where, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Notes that an exception is pending. */
COLD void compile_failed(Compiler *c);
/* False, with RecursionError, when the C stack is nearly used up. */
bool compile_deeper(Compiler *c);
static inline const Name *name_of_text(Compiler *c, const char *text) {
    return name_intern(c->names, text, __builtin_strlen(text));
}

/* ---- emit.c: a null place means no line of its own ---- */

Instr *emit(Compiler *c, const Span *at, unsigned op, uint32_t arg);
static inline void emit_0(Compiler *c, const Span *at, unsigned op) { emit(c, at, op, 0); }
void emit_jump(Compiler *c, const Span *at, unsigned op, Label target);
void emit_const_steal(Compiler *c, const Span *at, Value constant); /* NULL: an exception is pending */
static inline void emit_none(Compiler *c, const Span *at) { emit_const_steal(c, at, VALUE_NONE); }
void emit_int(Compiler *c, const Span *at, int64_t number);
void emit_text(Compiler *c, const Span *at, const Name *text);               /* str constant */
void emit_named(Compiler *c, const Span *at, unsigned op, const Name *name); /* operand: name, not mangled here */
uint32_t name_index(Compiler *c, const Name *name);
Label label_new(Compiler *c);
void label_here(Compiler *c, Label label);
/* Begins a protected range; what is emitted from now on is in it, until handler_end. */
uint32_t handler_begin(Compiler *c, const Span *at, Label target, bool push_lasti);
void handler_end(Compiler *c, uint32_t outer);
void flow_push(Compiler *c, FlowKind kind, Span where, Label next, Label exit, const void *data,
               uint32_t outer_handler);
void flow_pop(Compiler *c, FlowKind kind);

/* ---- unit.c ---- */

/* Enters a unit for a scope. The caller fills in parameters first (unit_parameter), then calls unit_begin. */
Unit *unit_enter(Compiler *c, Scope *scope, const Name *name, uint32_t first_line);
void unit_parameter(Compiler *c, const Name *name);
/* Gives cells and free variables their slots and emits the prologue. */
void unit_begin(Compiler *c);
/* Makes the code object and leaves the unit; NULL when the compiler failed. */
MUST_CHECK Value unit_finish(Compiler *c);

/* ---- names.c ---- */

void compile_name(Compiler *c, const Span *at, const Name *name, ExprContext ctx);
/* True when the name, not mangled yet, is a plain local here; its slot. */
bool find_fast_slot(Compiler *c, const Name *name, uint32_t *slot);
uint32_t symbol_slot(Compiler *c, Symbol *symbol);
SymbolScope name_scope(Compiler *c, const Name *name);
/* Pushes the cells that a finished inner unit takes from here; false, and nothing is pushed, when it takes none. */
bool compile_closure_tuple(Compiler *c, const Span *at, const Unit *inner);
void forbid_name(Compiler *c, Span where, const Name *name, ExprContext ctx);
void load_deref_text(Compiler *c, const Span *at, const char *name);

/* ---- fold.c ---- */

/* The value of a constant expression, or NULL (and no exception) when it is none. */
Value fold(Compiler *c, const Expr *e);
Value constant_value(Compiler *c, const Expr *e); /* of EXPR_CONSTANT; NULL: failed */
BinaryOp binary_op_of(Operator op);
Value fold_binary_steal(Operator op, Value a, Value b); /* NULL may be given; NULL: not foldable, no exception */
/* The truth of an expression known in advance: 1, 0, or -1 when it is not. */
int fold_truth(Compiler *c, const Expr *e);
Value text_value(const char *text, size_t length); /* str, interned when it looks like a name */
Value name_value(const Name *name);
Value docstring_value(Compiler *c, const Expr *e); /* indentation stripped */
/* The docstring expression that a body begins with, or NULL. */
const Expr *docstring_of(StmtSeq body);

/* ---- compile_expr.c and its like ---- */

void compile_expr(Compiler *c, const Expr *e);
void compile_jump_if(Compiler *c, const Expr *e, Label target, bool when);
void compile_bool_op(Compiler *c, const Expr *e);
void compile_compare(Compiler *c, const Expr *e);
const Expr *inverted_compare(Compiler *c, const Expr *e);
void compile_container(Compiler *c, const Expr *e); /* right of `in` */
void compile_iterable(Compiler *c, const Expr *e);  /* of a for statement */
bool compile_slice_parts(Compiler *c, const Expr *e);
bool is_plain_slice(const Expr *e); /* start:stop */
void emit_binary(Compiler *c, const Span *at, Operator op, bool inplace);
void emit_yield(Compiler *c, const Span *at);
bool any_starred(ExprSeq elts);
void compile_sequence(Compiler *c, const Expr *e, ExprSeq elts, unsigned build, unsigned add, unsigned extend,
                      uint32_t pushed, bool tuple);
void compile_call(Compiler *c, const Expr *e);
/* Arguments and the call itself; the callable and NULL or self are on the stack already, with `pushed` arguments. */
void compile_call_arguments(Compiler *c, const Span *at, uint32_t pushed, ExprSeq args, KeywordSeq keywords);
void check_keywords(Compiler *c, KeywordSeq keywords);
void compile_attribute(Compiler *c, const Expr *e);
void compile_subscript(Compiler *c, const Expr *e);
Span attribute_place(const Expr *e, Span where);
void compile_store(Compiler *c, const Expr *target); /* pops the value */
void compile_comprehension(Compiler *c, const Expr *e);
void compile_joined_str(Compiler *c, const Expr *e);
void compile_formatted_value(Compiler *c, const Expr *e);
/* What "%s, %r" % (a, b) is as an f-string (in the arena of the compiler); NULL: the operator has to run. */
const Expr *percent_as_joined(Compiler *c, const Expr *e);
void compile_lambda(Compiler *c, const Expr *e);
void compile_send_loop(Compiler *c, const Span *at); /* iterator -> its result, by way of yields */
void warn_about_call(Compiler *c, const Expr *e);
void warn_about_compare(Compiler *c, const Expr *e);
void warn_about_subscript(Compiler *c, const Expr *e);

/* ---- statements ---- */

void compile_body(Compiler *c, StmtSeq body);
void compile_stmt(Compiler *c, const Stmt *s);
void compile_assign(Compiler *c, const Stmt *s);
void compile_aug_assign(Compiler *c, const Stmt *s);
void compile_ann_assign(Compiler *c, const Stmt *s);
void compile_delete(Compiler *c, const Expr *target);
void compile_function_def(Compiler *c, const Stmt *s);
void compile_class_def(Compiler *c, const Stmt *s);
void compile_type_alias(Compiler *c, const Stmt *s);
void compile_type_params(Compiler *c, const TypeParamSeq *params); /* pushes the tuple */
/* Enters the unit of a hidden function that makes type parameters; parameters and unit_begin are the caller's. */
Unit *enter_type_params(Compiler *c, const TypeParamSeq *params, const Name *name, uint32_t line);
/* operands of SET_FUNCTION_ATTRIBUTE */
enum {
    FUNCTION_DEFAULTS = 1,
    FUNCTION_KEYWORD_DEFAULTS = 2,
    FUNCTION_ANNOTATIONS = 4,
    FUNCTION_CLOSURE = 8,
};
/* Pushes a function of a finished unit's code (NULL: failed); the values for `attributes` are on the stack. */
void compile_closure_steal(Compiler *c, const Span *at, Value code, const Unit *unit, uint32_t attributes);
void compile_decorators(Compiler *c, ExprSeq decorators);
void apply_decorators(Compiler *c, ExprSeq decorators);
uint32_t first_line_of(const Stmt *s, ExprSeq decorators);
/* PEP 479, around the body of a generator or coroutine; nothing for others. */
Label begin_generator(Compiler *c);
void end_generator(Compiler *c, Label handler);
void compile_namespace_body(Compiler *c, StmtSeq body);      /* of a module or class */
void note_static_attribute(Compiler *c, const Expr *target); /* self.x = ... in a method */
void compile_try(Compiler *c, const Stmt *s);
void compile_with(Compiler *c, const Stmt *s);
void compile_with_exit(Compiler *c, const Span *at, bool is_async);
void compile_match(Compiler *c, const Stmt *s);
void compile_import(Compiler *c, const Stmt *s);
void compile_import_from(Compiler *c, const Stmt *s);
void compile_annotation(Compiler *c, const Expr *annotation);
void compile_for(Compiler *c, const Stmt *s);
void compile_while(Compiler *c, const Stmt *s);
/* The code that break, continue and return run to leave a block. keep: a value on top is kept. */
void leave_flow(Compiler *c, const Span *at, const Flow *flow, bool keep);
void compile_return(Compiler *c, const Stmt *s);
void compile_break(Compiler *c, const Stmt *s);
void compile_continue(Compiler *c, const Stmt *s);
void reraise_cleanup(Compiler *c);               /* the end of a handler: restore what was handled, raise again */
const char *unparse(Compiler *c, const Expr *e); /* unparse.c: the text of an annotation */

/* ---- optimize.c, assemble.c ---- */

/* Leaves in *code only what is to be assembled, in final order, and in *depth the operands needed at most. */
bool optimize(Unit *unit, uint32_t *depth); /* false: no memory */
Value assemble(Compiler *c, Unit *unit, uint32_t depth);

#endif
