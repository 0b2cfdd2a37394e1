/* parser/ast.h - the abstract syntax tree: CPython 3.13's Python.asdl as C structs.
 *
 * Owns:      the node types; nodes, sequences and texts live in the arena that parse_source was given.
 * Invariant: a pointer that the ASDL does not mark optional (?) is never NULL; no tree is deeper than AST_DEPTH_LIMIT.
 * Not here:  identifiers (name.h), making nodes (make.h), making objects of constants (compiler/).
 */
#ifndef OURO_AST_H
#define OURO_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parser/name.h"
#include "runtime/base/arena.h"
#include "runtime/base/source.h"

/* How deep a tree may be, counted in nodes from a statement's root to its deepest leaf. Chains such as `a+b+c` and
 * `elif` nest too: the parser itself needs no C stack for them, but every later pass recurses, so the parser refuses
 * deeper trees. A pass may spend up to about 1 KiB of C stack a level on an 8 MiB stack. */
#define AST_DEPTH_LIMIT 6000

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;
typedef struct Arguments Arguments;
typedef struct Arg Arg;
typedef struct Keyword Keyword;
typedef struct Alias Alias;
typedef struct Comprehension Comprehension;
typedef struct ExceptHandler ExceptHandler;
typedef struct WithItem WithItem;
typedef struct MatchCase MatchCase;
typedef struct TypeParam TypeParam;

/* A sequence of the ASDL: items[0 .. count). items may be NULL when count is 0. */
#define AST_SEQUENCE(SeqType, Item)                                                                                    \
    typedef struct SeqType {                                                                                           \
        Item *items;  /* elements, in source order */                                                                  \
        size_t count; /* number of elements */                                                                         \
    } SeqType

AST_SEQUENCE(ExprSeq, Expr *);
AST_SEQUENCE(StmtSeq, Stmt *);
AST_SEQUENCE(PatternSeq, Pattern *);
AST_SEQUENCE(NameSeq, const Name *);
AST_SEQUENCE(ArgSeq, Arg *);
AST_SEQUENCE(KeywordSeq, Keyword *);
AST_SEQUENCE(AliasSeq, Alias *);
AST_SEQUENCE(ComprehensionSeq, Comprehension *);
AST_SEQUENCE(ExceptHandlerSeq, ExceptHandler *);
AST_SEQUENCE(WithItemSeq, WithItem *);
AST_SEQUENCE(MatchCaseSeq, MatchCase *);
AST_SEQUENCE(TypeParamSeq, TypeParam *);

/* ---- expressions ---- */

typedef enum ExprKind {
    EXPR_BOOL_OP,
    EXPR_NAMED,
    EXPR_BIN_OP,
    EXPR_UNARY_OP,
    EXPR_LAMBDA,
    EXPR_IF_EXP,
    EXPR_DICT,
    EXPR_SET,
    EXPR_LIST_COMP,
    EXPR_SET_COMP,
    EXPR_DICT_COMP,
    EXPR_GENERATOR,
    EXPR_AWAIT,
    EXPR_YIELD,
    EXPR_YIELD_FROM,
    EXPR_COMPARE,
    EXPR_CALL,
    EXPR_FORMATTED_VALUE,
    EXPR_JOINED_STR,
    EXPR_CONSTANT,
    EXPR_ATTRIBUTE,
    EXPR_SUBSCRIPT,
    EXPR_STARRED,
    EXPR_NAME,
    EXPR_LIST,
    EXPR_TUPLE,
    EXPR_SLICE,
} ExprKind;

typedef enum ExprContext { CTX_LOAD, CTX_STORE, CTX_DEL } ExprContext;

typedef enum BoolOperator { BOOL_AND, BOOL_OR } BoolOperator;

typedef enum Operator {
    OPERATOR_ADD,
    OPERATOR_SUB,
    OPERATOR_MULT,
    OPERATOR_MAT_MULT,
    OPERATOR_DIV,
    OPERATOR_MOD,
    OPERATOR_POW,
    OPERATOR_L_SHIFT,
    OPERATOR_R_SHIFT,
    OPERATOR_BIT_OR,
    OPERATOR_BIT_XOR,
    OPERATOR_BIT_AND,
    OPERATOR_FLOOR_DIV,
} Operator;

typedef enum UnaryOperator { UNARY_INVERT, UNARY_NOT, UNARY_ADD, UNARY_SUB } UnaryOperator;

typedef enum CompareOperator {
    CMPOP_EQ,
    CMPOP_NOT_EQ,
    CMPOP_LT,
    CMPOP_LT_E,
    CMPOP_GT,
    CMPOP_GT_E,
    CMPOP_IS,
    CMPOP_IS_NOT,
    CMPOP_IN,
    CMPOP_NOT_IN,
} CompareOperator;

typedef enum ConstantKind {
    CONSTANT_NONE,
    CONSTANT_TRUE,
    CONSTANT_FALSE,
    CONSTANT_ELLIPSIS,
    CONSTANT_INT,       /* text, length, base */
    CONSTANT_FLOAT,     /* number */
    CONSTANT_IMAGINARY, /* number: the imaginary part */
    CONSTANT_STR,       /* text, length */
    CONSTANT_BYTES,     /* text, length */
} ConstantKind;

typedef struct Constant {
    ConstantKind kind; /* which of the fields below count */
    uint8_t base;      /* int: 2, 8, 10 or 16 */
    bool u_prefix;     /* str: written u"..." (ASDL's kind) */
    size_t length;     /* bytes of text */
    union {
        /* int: digits without base prefix and underscores; str: UTF-8 whose lone surrogates are encoded as three
         * bytes; bytes: the bytes. A NUL byte that length does not count follows. */
        const char *text;
        double number; /* float, imaginary */
    };
} Constant;

struct Expr {
    uint8_t kind;   /* ExprKind */
    uint8_t ctx;    /* ExprContext: EXPR_ATTRIBUTE, _SUBSCRIPT, _STARRED, _NAME, _LIST, _TUPLE; others CTX_LOAD */
    uint16_t depth; /* 1 + depth of the deepest child */
    Span where;     /* without surrounding parentheses, as CPython has it */
    union {
        /* BoolOp(boolop op, expr* values) */
        struct {
            BoolOperator op;
            ExprSeq values;
        } bool_op;
        /* NamedExpr(expr target, expr value) */
        struct {
            Expr *target;
            Expr *value;
        } named;
        /* BinOp(expr left, operator op, expr right) */
        struct {
            Expr *left;
            Expr *right;
            Operator op;
        } bin_op;
        /* UnaryOp(unaryop op, expr operand) */
        struct {
            Expr *operand;
            UnaryOperator op;
        } unary_op;
        /* Lambda(arguments args, expr body) */
        struct {
            Arguments *args;
            Expr *body;
        } lambda;
        /* IfExp(expr test, expr body, expr orelse) */
        struct {
            Expr *test;
            Expr *body;
            Expr *orelse;
        } if_exp;
        /* Dict(expr?* keys, expr* values): a NULL key is **value; both have the same count */
        struct {
            ExprSeq keys;
            ExprSeq values;
        } dict;
        /* Set(expr* elts) */
        struct {
            ExprSeq elts;
        } set;
        /* ListComp, SetComp, GeneratorExp(expr elt, comprehension* generators) */
        struct {
            Expr *elt;
            ComprehensionSeq generators;
        } comp;
        /* DictComp(expr key, expr value, comprehension* generators) */
        struct {
            Expr *key;
            Expr *value;
            ComprehensionSeq generators;
        } dict_comp;
        /* Await(expr value) */
        struct {
            Expr *value;
        } await;
        /* Yield(expr? value), YieldFrom(expr value) */
        struct {
            Expr *value;
        } yield;
        /* Compare(expr left, cmpop* ops, expr* comparators): ops has comparators.count items */
        struct {
            Expr *left;
            const uint8_t *ops; /* CompareOperator */
            ExprSeq comparators;
        } compare;
        /* Call(expr func, expr* args, keyword* keywords): args may hold EXPR_STARRED */
        struct {
            Expr *func;
            ExprSeq args;
            KeywordSeq keywords;
        } call;
        /* FormattedValue(expr value, int conversion, expr? format_spec): conversion is 's', 'r', 'a' or -1;
         * format_spec is an EXPR_JOINED_STR */
        struct {
            Expr *value;
            Expr *format_spec;
            int conversion;
        } formatted_value;
        /* JoinedStr(expr* values): EXPR_CONSTANT (str) and EXPR_FORMATTED_VALUE */
        struct {
            ExprSeq values;
        } joined_str;
        /* Constant(constant value, string? kind) */
        Constant constant;
        /* Attribute(expr value, identifier attr, expr_context ctx) */
        struct {
            Expr *value;
            const Name *attr;
        } attribute;
        /* Subscript(expr value, expr slice, expr_context ctx) */
        struct {
            Expr *value;
            Expr *slice;
        } subscript;
        /* Starred(expr value, expr_context ctx) */
        struct {
            Expr *value;
        } starred;
        /* Name(identifier id, expr_context ctx) */
        struct {
            const Name *id;
        } name;
        /* List(expr* elts, expr_context ctx) */
        struct {
            ExprSeq elts;
        } list;
        /* Tuple(expr* elts, expr_context ctx) */
        struct {
            ExprSeq elts;
        } tuple;
        /* Slice(expr? lower, expr? upper, expr? step) */
        struct {
            Expr *lower;
            Expr *upper;
            Expr *step;
        } slice;
    };
};

/* comprehension = (expr target, expr iter, expr* ifs, int is_async) */
struct Comprehension {
    uint16_t depth; /* of the deepest child */
    Expr *target;   /* CTX_STORE */
    Expr *iter;     /* what is iterated */
    ExprSeq ifs;    /* conditions, in order */
    bool is_async;  /* async for */
};

/* keyword = (identifier? arg, expr value): arg is NULL for **value */
struct Keyword {
    uint16_t depth; /* of the value */
    Span where;
    const Name *arg;
    Expr *value;
};

/* arg = (identifier arg, expr? annotation, string? type_comment) */
struct Arg {
    uint16_t depth; /* of the annotation */
    Span where;
    const Name *arg;
    Expr *annotation;
};

/* arguments = (arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg,
 *              expr* defaults) */
struct Arguments {
    uint16_t depth; /* of the deepest child */
    ArgSeq posonlyargs;
    ArgSeq args;
    Arg *vararg;
    ArgSeq kwonlyargs;
    ExprSeq kw_defaults; /* as many as kwonlyargs; NULL where there is no default */
    Arg *kwarg;
    ExprSeq defaults; /* of the last posonlyargs and args */
};

/* ---- statements ---- */

typedef enum StmtKind {
    STMT_FUNCTION_DEF,
    STMT_CLASS_DEF,
    STMT_RETURN,
    STMT_DELETE,
    STMT_ASSIGN,
    STMT_TYPE_ALIAS,
    STMT_AUG_ASSIGN,
    STMT_ANN_ASSIGN,
    STMT_FOR,
    STMT_WHILE,
    STMT_IF,
    STMT_WITH,
    STMT_MATCH,
    STMT_RAISE,
    STMT_TRY,
    STMT_ASSERT,
    STMT_IMPORT,
    STMT_IMPORT_FROM,
    STMT_GLOBAL,
    STMT_NONLOCAL,
    STMT_EXPR,
    STMT_PASS,
    STMT_BREAK,
    STMT_CONTINUE,
} StmtKind;

struct Stmt {
    uint8_t kind;   /* StmtKind */
    uint16_t depth; /* 1 + depth of the deepest child */
    Span where;     /* of the whole statement; a decorated one begins at def or class */
    union {
        /* FunctionDef, AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list,
         *                               expr? returns, string? type_comment, type_param* type_params) */
        struct {
            const Name *name;
            Arguments *args;
            StmtSeq body;
            ExprSeq decorator_list;
            Expr *returns;
            TypeParamSeq type_params;
            bool is_async;
        } function_def;
        /* ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list,
         *          type_param* type_params) */
        struct {
            const Name *name;
            ExprSeq bases;
            KeywordSeq keywords;
            StmtSeq body;
            ExprSeq decorator_list;
            TypeParamSeq type_params;
        } class_def;
        /* Return(expr? value) */
        struct {
            Expr *value;
        } return_;
        /* Delete(expr* targets) */
        struct {
            ExprSeq targets;
        } delete_;
        /* Assign(expr* targets, expr value, string? type_comment) */
        struct {
            ExprSeq targets;
            Expr *value;
        } assign;
        /* TypeAlias(expr name, type_param* type_params, expr value) */
        struct {
            Expr *name;
            TypeParamSeq type_params;
            Expr *value;
        } type_alias;
        /* AugAssign(expr target, operator op, expr value) */
        struct {
            Expr *target;
            Operator op;
            Expr *value;
        } aug_assign;
        /* AnnAssign(expr target, expr annotation, expr? value, int simple) */
        struct {
            Expr *target;
            Expr *annotation;
            Expr *value;
            bool simple; /* target is a bare name, not in parentheses */
        } ann_assign;
        /* For, AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) */
        struct {
            Expr *target;
            Expr *iter;
            StmtSeq body;
            StmtSeq orelse;
            bool is_async;
        } for_;
        /* While(expr test, stmt* body, stmt* orelse) */
        struct {
            Expr *test;
            StmtSeq body;
            StmtSeq orelse;
        } while_;
        /* If(expr test, stmt* body, stmt* orelse): elif is an If alone in orelse */
        struct {
            Expr *test;
            StmtSeq body;
            StmtSeq orelse;
        } if_;
        /* With, AsyncWith(withitem* items, stmt* body, string? type_comment) */
        struct {
            WithItemSeq items;
            StmtSeq body;
            bool is_async;
        } with_;
        /* Match(expr subject, match_case* cases) */
        struct {
            Expr *subject;
            MatchCaseSeq cases;
        } match;
        /* Raise(expr? exc, expr? cause) */
        struct {
            Expr *exc;
            Expr *cause;
        } raise;
        /* Try, TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) */
        struct {
            StmtSeq body;
            ExceptHandlerSeq handlers;
            StmtSeq orelse;
            StmtSeq finalbody;
            bool is_star; /* except* */
        } try_;
        /* Assert(expr test, expr? msg) */
        struct {
            Expr *test;
            Expr *msg;
        } assert_;
        /* Import(alias* names) */
        struct {
            AliasSeq names;
        } import;
        /* ImportFrom(identifier? module, alias* names, int? level) */
        struct {
            const Name *module; /* dotted; NULL for `from . import x` */
            AliasSeq names;     /* one alias named "*" for `import *` */
            uint32_t level;     /* leading dots */
        } import_from;
        /* Global, Nonlocal(identifier* names) */
        struct {
            NameSeq names;
        } global;
        /* Expr(expr value) */
        struct {
            Expr *value;
        } expr;
    };
};

/* ExceptHandler(expr? type, identifier? name, stmt* body) */
struct ExceptHandler {
    uint16_t depth; /* of the deepest child */
    Span where;
    Expr *type;
    const Name *name;
    StmtSeq body;
};

/* alias = (identifier name, identifier? asname): name may be dotted, or "*" */
struct Alias {
    Span where;
    const Name *name;
    const Name *asname;
};

/* withitem = (expr context_expr, expr? optional_vars) */
struct WithItem {
    uint16_t depth; /* of the deepest child */
    Expr *context_expr;
    Expr *optional_vars; /* CTX_STORE */
};

typedef enum TypeParamKind { TYPE_PARAM_TYPE_VAR, TYPE_PARAM_PARAM_SPEC, TYPE_PARAM_TYPE_VAR_TUPLE } TypeParamKind;

/* TypeVar(identifier name, expr? bound, expr? default_value)
 * ParamSpec, TypeVarTuple(identifier name, expr? default_value) */
struct TypeParam {
    TypeParamKind kind;
    uint16_t depth; /* of the deepest child */
    Span where;
    const Name *name;
    Expr *bound; /* TYPE_PARAM_TYPE_VAR alone */
    Expr *default_value;
};

/* ---- patterns ---- */

typedef enum PatternKind {
    PATTERN_VALUE,
    PATTERN_SINGLETON,
    PATTERN_SEQUENCE,
    PATTERN_MAPPING,
    PATTERN_CLASS,
    PATTERN_STAR,
    PATTERN_AS,
    PATTERN_OR,
} PatternKind;

struct Pattern {
    uint8_t kind;   /* PatternKind */
    uint16_t depth; /* 1 + depth of the deepest child */
    Span where;
    union {
        /* MatchValue(expr value) */
        struct {
            Expr *value;
        } value;
        /* MatchSingleton(constant value): CONSTANT_NONE, _TRUE or _FALSE */
        struct {
            ConstantKind value;
        } singleton;
        /* MatchSequence(pattern* patterns) */
        struct {
            PatternSeq patterns;
        } sequence;
        /* MatchMapping(expr* keys, pattern* patterns, identifier? rest): keys and patterns have the same count */
        struct {
            ExprSeq keys;
            PatternSeq patterns;
            const Name *rest;
        } mapping;
        /* MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) */
        struct {
            Expr *cls;
            PatternSeq patterns;
            NameSeq kwd_attrs;
            PatternSeq kwd_patterns;
        } class_;
        /* MatchStar(identifier? name): NULL for *_ */
        struct {
            const Name *name;
        } star;
        /* MatchAs(pattern? pattern, identifier? name): both NULL for _ */
        struct {
            Pattern *pattern;
            const Name *name;
        } as;
        /* MatchOr(pattern* patterns) */
        struct {
            PatternSeq patterns;
        } or_;
    };
};

/* match_case = (pattern pattern, expr? guard, stmt* body) */
struct MatchCase {
    uint16_t depth; /* of the deepest child */
    Pattern *pattern;
    Expr *guard;
    StmtSeq body;
};

/* ---- the whole ---- */

typedef enum ModuleKind {
    MODULE_FILE,       /* Module(stmt* body, type_ignore* type_ignores) */
    MODULE_SINGLE,     /* Interactive(stmt* body) */
    MODULE_EXPRESSION, /* Expression(expr body) */
} ModuleKind;

typedef struct ModuleTree {
    ModuleKind kind;
    StmtSeq body;     /* MODULE_FILE, MODULE_SINGLE */
    Expr *expression; /* MODULE_EXPRESSION */
    NameTable *names; /* every identifier of the tree */
    Arena *arena;     /* where all of it lives */
} ModuleTree;

#endif
