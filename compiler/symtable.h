/* compiler/symtable.h - which names each block of code binds and uses, and where each name lives.
 *
 * Owns:      Scope trees and their symbols, in the compiler's arena.
 * Invariant: after symtable_build every symbol has its scope; names are mangled.
 * Not here:  the places of locals in a frame (unit.c).
 *
 * A list, set or dict comprehension is `inlined`: it has a scope of its own, but its code is part of the enclosing
 * block. Its variables get places of their own there, so nothing that they shadow must be saved.
 */
#ifndef OURO_SYMTABLE_H
#define OURO_SYMTABLE_H

#include "compiler/pointer_map.h"
#include "parser/ast.h"
#include "runtime/base/diag.h"
#include "runtime/base/vec.h"

/* Symbol.flags: how a block treats a name */
enum {
    DEF_GLOBAL = 1 << 0,     /* global statement */
    DEF_LOCAL = 1 << 1,      /* bound here */
    DEF_PARAM = 1 << 2,      /* parameter */
    DEF_NONLOCAL = 1 << 3,   /* nonlocal statement */
    DEF_USE = 1 << 4,        /* read here */
    DEF_IMPORT = 1 << 5,     /* bound by import */
    DEF_ANNOT = 1 << 6,      /* has an annotation */
    DEF_COMP_ITER = 1 << 7,  /* iteration variable of a comprehension */
    DEF_TYPE_PARAM = 1 << 8, /* type parameter */
    DEF_FREE_CLASS = 1 << 9, /* bound in a class body, and a free variable of its methods besides */
    DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM,
};

typedef enum SymbolScope {
    SCOPE_UNKNOWN,
    SCOPE_LOCAL,           /* bound here, used here alone */
    SCOPE_CELL,            /* bound here, used by inner functions too */
    SCOPE_FREE,            /* bound in an enclosing function */
    SCOPE_GLOBAL_EXPLICIT, /* declared global */
    SCOPE_GLOBAL_IMPLICIT, /* bound nowhere around */
} SymbolScope;

typedef enum BlockKind {
    BLOCK_MODULE,
    BLOCK_FUNCTION, /* lambda and comprehensions too */
    BLOCK_CLASS,
    BLOCK_ANNOTATION, /* only looked at: from __future__ import annotations */
    BLOCK_TYPE_PARAMETERS,
    BLOCK_TYPE_ALIAS,
    BLOCK_TYPE_VARIABLE, /* bound or default of a type parameter */
} BlockKind;

typedef enum ComprehensionKind {
    COMPREHENSION_NONE,
    COMPREHENSION_LIST,
    COMPREHENSION_SET,
    COMPREHENSION_DICT,
    COMPREHENSION_GENERATOR,
} ComprehensionKind;

#define NO_SLOT UINT32_MAX

typedef struct Symbol {
    const Name *name; /* mangled */
    uint16_t flags;   /* DEF_... */
    uint8_t scope;    /* SymbolScope */
    uint32_t slot;    /* the compiler's: place among the unit's locals, NO_SLOT before it has one */
    Span where;       /* of the global or nonlocal statement, for errors */
} Symbol;

typedef struct Scope Scope;
VEC(SymbolVec, Symbol *);
VEC(ScopeVec, Scope *);

struct Scope {
    BlockKind kind;
    const char *role; /* BLOCK_TYPE_VARIABLE: "a TypeVar bound" and the like */
    ComprehensionKind comprehension;
    const Name *name;         /* of the function or class; "top" for a module */
    const Name *private_name; /* class whose names are mangled here, or NULL */
    Scope *parent;            /* enclosing block, NULL for the module */
    Span where;               /* of the node */
    PointerMap places;        /* Name -> index in symbols */
    SymbolVec symbols;        /* in order of appearance */
    ScopeVec children;        /* in order */
    bool is_generator;        /* has yield, or is a generator expression */
    bool is_coroutine;        /* async def, or has asynchronous parts */
    bool is_async_function;   /* async def */
    bool is_nested;           /* inside a function */
    bool is_inlined;          /* comprehension compiled into its parent */
    bool sees_class;          /* annotation scope directly in a class: names are looked up in the class first */
    bool needs_class_cell;    /* class: a method uses __class__ or super() */
    bool needs_class_dict;    /* class: an annotation scope in it looks names up */
    bool mangles_params_only; /* type parameters of a class: only these are mangled */
    bool is_compiled;         /* the compiler's: a unit was made of it, and will be again where a block stands twice */
    bool is_ignored;          /* an annotation that is not evaluated, or inside one */
    bool has_walrus;          /* an assignment expression may rebind a local in the middle of an expression */
    uint32_t iterable_depth;  /* while visiting: nesting of comprehension iterables, those around the block too */
    bool in_target;           /* while visiting: a comprehension's target */
};

typedef struct SymbolTable {
    Scope *top;              /* of the module */
    PointerMap scope_of;     /* tree node -> index in scopes */
    ScopeVec scopes;         /* all */
    bool future_annotations; /* annotations are not evaluated */
} SymbolTable;

/* Builds the table of a tree in the arena. False with the error in diag. */
bool symtable_build(SymbolTable *table, const ModuleTree *tree, Arena *arena, Diag *diag, bool future_annotations);

/* The scope of a node: Stmt (function, class, type alias), Expr (lambda, comprehension), the address of a TypeParamSeq,
 * and of a TypeParam's bound or default_value field. */
Scope *symtable_scope(const SymbolTable *table, const void *node);

/* The symbol of a mangled name in this very scope, or NULL. */
Symbol *scope_find(const Scope *scope, const Name *name);

static inline bool is_function_like(const Scope *scope) {
    return scope->kind != BLOCK_MODULE && scope->kind != BLOCK_CLASS;
}

/* __x in a class C is _C__x. */
const Name *mangle(NameTable *names, const Name *private_name, const Name *name);
/* The same for a name in a scope. */
const Name *scope_mangle(NameTable *names, const Scope *scope, const Name *name);

/* symtable_analyze.c: decides the scope of every symbol. */
void symtable_analyze(SymbolTable *table, Arena *arena, NameTable *names, Diag *diag);
Symbol *scope_add(Scope *scope, Arena *arena, const Name *name);

#endif
