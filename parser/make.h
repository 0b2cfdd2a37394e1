/* parser/make.h - what the grammar's actions call: each makes a node, or refuses what the grammar let through.
 *
 * Owns:      the values that live on the parser's stack between two reductions.
 * Invariant: a make_ function returns a usable node even after an error, since lemon may reduce further before it
 * stops. Not here:  the productions (grammar.y), why a token did not fit (diagnose.c).
 */
#ifndef OURO_MAKE_H
#define OURO_MAKE_H

#include "lexer/token.h"
#include "parser/ast.h"
#include "runtime/base/arena.h"
#include "runtime/base/diag.h"
#include "runtime/base/vec.h"

typedef struct Parser {
    const Source *source; /* what is parsed */
    Arena *arena;         /* where the tree grows */
    Diag *diag;           /* the first error */
    ModuleTree *module;   /* what the start production fills */
    Expr *piece;          /* the expression that a START_ production for pieces found */
    int start;            /* the START_ token of the text */
    uint32_t line;        /* of the last token that was looked at */
    bool settled;         /* the error stands even if the lexer finds one further on */
    bool stuck;           /* a token did not fit; diagnose.c says why */
    bool quiet;           /* a second look by trouble.c: errors only stop it */
} Parser;

/* A list while it grows: its last cell, whose next is the first. */
typedef struct List {
    struct List *next; /* following cell; of the last cell the first */
    void *item;        /* an AST node or one of the types below */
} List;

/* Statements (or cases) and the end of their last token, which a `;` puts behind the last statement's own. */
typedef struct Block {
    List *items;  /* Stmt or MatchCase; NULL: there is no such block */
    Position end; /* one past its last token, NEWLINE and DEDENT aside */
} Block;

/* `= value` or `: bound`; value is NULL when it is not there. */
typedef struct Default {
    Expr *value;
    Span sign; /* the '=' or ':' */
} Default;

/* a.b.c of an import. */
typedef struct Dotted {
    List *names; /* Name, what stands between the dots; NULL: none */
    Span where;
} Dotted;

/* What import, global and nonlocal name. */
typedef struct Names {
    List *items;  /* Name or Alias */
    Position end; /* one past the last token */
} Names;

typedef enum ParamKind { PARAM_PLAIN, PARAM_SLASH, PARAM_STAR, PARAM_DOUBLE_STAR } ParamKind;

typedef struct Param {
    ParamKind kind;
    Span where;  /* first token */
    Arg *arg;    /* NULL for / and a bare * */
    Default def; /* of a plain one */
} Param;

typedef enum ArgumentKind {
    ARGUMENT_POSITIONAL,
    ARGUMENT_STARRED,
    ARGUMENT_KEYWORD,
    ARGUMENT_DOUBLE_STAR,
    ARGUMENT_GENERATOR,
    ARGUMENT_STAR_GENERATOR, /* refused */
} ArgumentKind;

/* An argument of a call. */
typedef struct Argument {
    ArgumentKind kind;
    Span where;       /* whole */
    Expr *value;      /* positional, starred, generator */
    Keyword *keyword; /* keyword, double star */
} Argument;

/* `name=` of a keyword argument. */
typedef struct KeywordName {
    const Name *name;
    Span where; /* the '=' included */
} KeywordName;

typedef struct ArgumentList {
    List *items; /* Argument; NULL: f() */
    Token comma; /* behind the last; kind 0: none */
    Span open;   /* the '(' */
    Span close;  /* the ')' */
} ArgumentList;

/* An except clause. */
typedef struct Handler {
    ExceptHandler *node;
    bool star;  /* except* */
    Span where; /* `except` and its star */
} Handler;

/* An item of a mapping pattern (key, or rest) or of a class pattern (attribute or none). */
typedef struct PatternItem {
    Span where;
    Expr *key;
    const Name *name; /* rest or attribute */
    Pattern *pattern; /* NULL for a rest */
} PatternItem;

typedef struct DictItem {
    Expr *key;  /* NULL: **value */
    Span where; /* first token of the item */
    Expr *value;
} DictItem;

/* A comparison while it grows. */
typedef struct CompareChain {
    Expr *left;
    List *operands;
    size_t count;
    uint8_t *ops;    /* CompareOperator of each operand */
    size_t capacity; /* of ops */
} CompareChain;

/* One of adjacent string literals, or one part of an f-string. */
typedef struct StringPart {
    Token token; /* STRING, FSTRING_START or FSTRING_MIDDLE; its text is not yet decoded */
    Span where;
    Span close;  /* FSTRING_START: its FSTRING_END */
    List *parts; /* FSTRING_START: StringPart of its texts and fields */
    Expr *node;  /* a field, or the text before its '='; token is unused then */
} StringPart;

typedef struct Conversion {
    int letter; /* 's', 'r', 'a'; -1: none */
    Span where; /* from the '!' */
} Conversion;

/* An operand in parentheses, until the node above adopts what it holds: positions of outer nodes include the
 * parentheses, and some rules ask for them. Never part of a finished tree. */
#define EXPR_GROUP (EXPR_SLICE + 1)
#define PATTERN_GROUP (PATTERN_OR + 1)

/* A syntax error of the parser itself; the first sticks. */
#define refuse(p, where, ...) diag_set((p)->diag, DIAG_SYNTAX, (where), __VA_ARGS__)

/* parse.c */
bool parser_feed(Parser *p, void *automaton, Token token); /* false: stop, something is wrong */
void parser_stuck(Parser *p);
void parser_too_complex(Parser *p);

/* ---- small things ---- */

static inline Span join(Span first, Span last) { return (Span){first.begin, last.end}; }
static inline Token no_token(void) { return (Token){0}; }
static inline Block no_block(void) { return (Block){0}; }
static inline Default no_default(void) { return (Default){0}; }
static inline Dotted no_dotted(void) { return (Dotted){0}; }
static inline Conversion no_conversion(void) { return (Conversion){.letter = -1}; }
static inline Default make_default(Span sign, Expr *value) { return (Default){value, sign}; }

/* make.c */
List *list_one(Parser *p, const void *item);
List *list_two(Parser *p, const void *first, const void *second);
List *list_add(Parser *p, List *list, const void *item); /* list may be NULL */
List *list_concat(List *list, List *more);               /* either may be NULL */
size_t list_count(const List *list);
/* Copies the items to an array in the arena. */
void *list_array(Parser *p, List *list, size_t *count);
static inline void *list_first(const List *list) { return list->next->item; }
static inline void *list_last(const List *list) { return list->item; }
static inline bool list_single(const List *list) { return list->next == list; }

TypeParamSeq adopt_type_params(Parser *p, uint16_t *depth, List *type_params);
/* Makes sure that a node of this depth is deeper than its child. */
void deepen(Parser *p, uint16_t *depth, uint16_t child);
/* Takes an expression into the node above it: out of its parentheses, and counted in the node's depth. NULL stays. */
Expr *adopt(Parser *p, uint16_t *depth, Expr *e);
/* The same for what stands on the left of an operator, a chain of which has no limit for CPython's parser, but for its
 * compiler. */
Expr *adopt_left(Parser *p, uint16_t *depth, Expr *e);
ExprSeq adopt_list(Parser *p, uint16_t *depth, List *exprs);
Pattern *adopt_pattern(Parser *p, uint16_t *depth, Pattern *pattern);
StmtSeq adopt_block(Parser *p, uint16_t *depth, Block block);
/* The expression without its parentheses. */
static inline Expr *bare(Expr *e) {
    while (e->kind == EXPR_GROUP) e = e->starred.value;
    return e;
}

Expr *new_expr(Parser *p, ExprKind kind, Span where);
Stmt *new_stmt(Parser *p, StmtKind kind, Span where);
Pattern *new_pattern(Parser *p, PatternKind kind, Span where);
const Name *make_name(Parser *p, Token token);

/* ---- targets.c: expressions that turn out to be assigned to ---- */

typedef enum TargetUse { TARGET_ASSIGN, TARGET_FOR, TARGET_DELETE } TargetUse;

/* What error messages call it: "function call", "literal". */
const char *expr_description(const Expr *e);
/* The first part of a target that cannot be one; NULL: all can. */
Expr *target_invalid(Expr *e, TargetUse use);
/* Gives the target and its parts their context, or refuses it. */
void target_convert(Parser *p, Expr *e, TargetUse use);
Expr *make_assign_target(Parser *p, List *before, Expr *target); /* before: earlier targets; NULL: it is the first */
Expr *make_for_target(Parser *p, List *items, Token comma);

/* ---- make_expr.c ---- */

Expr *make_name_expr(Parser *p, Token name);
Expr *make_singleton(Parser *p, ConstantKind kind, Span where);
Expr *make_group(Parser *p, Span where, Expr *e);
Expr *make_group_or_tuple(Parser *p, Span where, List *items, Token comma);
Expr *make_tuple_or_single(Parser *p, List *items, Token comma);
Expr *make_subject(Parser *p, List *items, Token comma);
Expr *make_tuple(Parser *p, Span where, List *items);
Expr *make_list(Parser *p, Span where, List *items);
Expr *make_set(Parser *p, Span where, List *items);
Expr *make_dict(Parser *p, Span where, List *items);
DictItem *make_dict_item(Parser *p, Expr *key, Expr *value);
DictItem *make_dict_unpack(Parser *p, Span stars, Expr *value);
Expr *make_comp(Parser *p, ExprKind kind, Span where, Expr *elt, List *clauses);
Expr *make_display_comp(Parser *p, ExprKind kind, Span where, List *items, Token comma, List *clauses);
Expr *make_dict_comp(Parser *p, Span where, DictItem *item, List *clauses);
Comprehension *make_comprehension(Parser *p, bool is_async, Expr *target, Expr *iter, List *ifs);
Expr *make_bool_op(Parser *p, BoolOperator op, List *values);
Expr *make_bin_op(Parser *p, Expr *left, Operator op, Expr *right);
Expr *make_unary_op(Parser *p, Span sign, UnaryOperator op, Expr *operand);
CompareChain *compare_start(Parser *p, Expr *left, CompareOperator op, Expr *right);
CompareChain *compare_add(Parser *p, CompareChain *chain, CompareOperator op, Expr *right);
Expr *make_compare(Parser *p, CompareChain *chain);
Expr *make_if_exp(Parser *p, Expr *test, Expr *body, Expr *orelse);
Expr *make_lambda(Parser *p, Span keyword, Arguments *args, Expr *body);
Expr *make_named_expr(Parser *p, Expr *target, Expr *value);
Expr *make_starred(Parser *p, Span star, Expr *value);
Expr *make_await(Parser *p, Span keyword, Expr *value);
Expr *make_yield(Parser *p, Span keyword, Expr *value);
Expr *make_yield_from(Parser *p, Span keyword, Expr *value);
Expr *make_attribute(Parser *p, Expr *value, Token name);
Expr *make_subscript(Parser *p, Expr *value, Expr *slice, Span close);
Expr *make_slices(Parser *p, List *slices, Token comma);
Expr *make_slice(Parser *p, Expr *lower, Span colon, Expr *upper, Token colon2, Expr *step);

/* ---- make_call.c: arguments and parameters ---- */

Expr *make_call(Parser *p, Expr *func, ArgumentList arguments);
static inline ArgumentList no_arguments(void) { return (ArgumentList){0}; }
static inline ArgumentList make_argument_list(List *items, Token comma, Span open, Span close) {
    return (ArgumentList){items, comma, open, close};
}
Expr *make_named_argument(Parser *p, Expr *target, Token sign, Expr *value);
Argument *make_positional(Parser *p, Expr *value);
Argument *make_generator_argument(Parser *p, Expr *elt, List *clauses);
Argument *make_double_star(Parser *p, Span stars, Expr *value);
KeywordName make_keyword_name(Parser *p, Expr *name, Token sign);
Argument *make_keyword(Parser *p, KeywordName name, Expr *value);
Argument *refuse_keyword_generator(Parser *p, KeywordName name, Expr *value);
Argument *refuse_star_keyword(Parser *p, Token star, Expr *value);
Argument *refuse_star_generator(Parser *p, Span star, Expr *value, List *clauses);
/* Splits arguments into positional and keyword ones, as calls and class headers want them. */
void take_arguments(Parser *p, uint16_t *depth, ArgumentList arguments, ExprSeq *args, KeywordSeq *keywords);

Param *make_param(Parser *p, ParamKind kind, Span where, Token name, Expr *annotation, Default def);
/* colon: the one that ends the parameters of lambda; kind 0: they are of def */
Arguments *make_arguments(Parser *p, List *params, Token comma, Token colon);
TypeParam *make_type_param(Parser *p, TypeParamKind kind, Span where, Token name, Default bound, Default def);

/* ---- make_string.c: literals ---- */

Expr *make_number(Parser *p, Token number);
Expr *make_complex_key(Parser *p, Expr *real, Operator op, Token imaginary);
Expr *make_strings(Parser *p, List *strings);
StringPart *make_string_part(Parser *p, Token string);
StringPart *make_fstring_part(Parser *p, Token start, List *parts, Span end);
StringPart *make_fstring_text(Parser *p, Token text);
List *make_field(Parser *p, Span open, Expr *value, Token debug, Conversion conversion, Expr *spec, Span close);
Conversion make_conversion(Parser *p, Token mark, Token letter);
Expr *make_format_spec(Parser *p, Span colon, List *parts);

/* ---- make_stmt.c: simple statements ---- */

Block make_block(List *stmts, Token semi);
Block make_block_of_one(Parser *p, Stmt *stmt);
Block block_join(Block block, Block more);
void finish_file(Parser *p, Block block);
void finish_single(Parser *p, Block block);
void finish_eval(Parser *p, Expr *e);
Stmt *make_expr_stmt(Parser *p, Expr *value);
Stmt *make_assign(Parser *p, List *targets, Expr *value);
Stmt *make_aug_assign(Parser *p, Expr *target, Operator op, Expr *value);
Stmt *make_ann_assign(Parser *p, Expr *target, Expr *annotation, Expr *value);
Stmt *make_bare_stmt(Parser *p, StmtKind kind, Span where);
Stmt *make_return(Parser *p, Span keyword, Expr *value);
Stmt *make_raise(Parser *p, Span keyword, Expr *exc, Expr *cause);
Stmt *make_assert(Parser *p, Span keyword, Expr *test, Expr *msg);
Stmt *make_delete(Parser *p, Span keyword, List *targets, Token comma);
Stmt *make_global(Parser *p, StmtKind kind, Span keyword, Names names);
Stmt *make_type_alias(Parser *p, Span keyword, Token name, List *type_params, Expr *value);
Stmt *make_import(Parser *p, Span keyword, Names names);
Stmt *make_import_from(Parser *p, Span keyword, uint32_t level, Dotted module, Names names);
Dotted make_dotted(Parser *p, Token name);
Dotted dotted_add(Parser *p, Dotted dotted, Token name);
Alias *make_alias(Parser *p, Dotted name, Token asname);
Names make_names(Parser *p, Token name);
Names names_add(Parser *p, Names names, Token name);
Names make_aliases(Parser *p, Alias *alias);
Names aliases_add(Parser *p, Names aliases, Alias *alias);
Names aliases_close(Names aliases, Token close);
Names make_star_import(Parser *p, Token star);
Names refuse_import_comma(Parser *p, Names aliases, Token newline);

/* ---- make_compound.c: statements with blocks ---- */

Stmt *make_if(Parser *p, Span keyword, Expr *test, Block body, List *elifs, Block orelse);
Stmt *make_elif(Parser *p, Span keyword, Expr *test, Block body);
Stmt *make_while(Parser *p, Span keyword, Expr *test, Block body, Block orelse);
Stmt *make_for(Parser *p, Span keyword, Expr *target, Expr *iter, Block body, Block orelse);
Stmt *make_with(Parser *p, Span keyword, List *items, Block body);
WithItem *make_with_item(Parser *p, Expr *context, Expr *target);
Stmt *make_try(Parser *p, Span keyword, Block body, List *handlers, Block orelse, Block finalbody);
Handler *make_handler(Parser *p, Span keyword, Expr *type, Token name, Block body);
Handler *make_star_handler(Parser *p, Span keyword, Token star, Expr *type, Token name, Block body);
Stmt *make_function(Parser *p, Span keyword, Token name, List *type_params, Arguments *args, Expr *returns, Block body);
Stmt *make_class(Parser *p, Span keyword, Token name, List *type_params, ArgumentList arguments, Block body);
Stmt *make_async(Token keyword, Stmt *stmt);
Stmt *make_decorated(Parser *p, List *decorators, Stmt *stmt);
Stmt *make_match(Parser *p, Span keyword, Expr *subject, Block cases);
Block make_case(Parser *p, Pattern *pattern, Expr *guard, Block body);

/* ---- make_pattern.c ---- */

Pattern *make_open_sequence(Parser *p, List *patterns, Token comma);
Pattern *make_star_pattern(Parser *p, Span star, Token name);
Pattern *make_as_pattern(Parser *p, Pattern *pattern, Expr *target);
Pattern *make_or_pattern(Parser *p, List *patterns);
Pattern *make_capture_pattern(Parser *p, Token name);
Pattern *make_value_pattern(Parser *p, Expr *value);
Pattern *make_literal_pattern(Parser *p, Expr *literal);
Pattern *make_sequence_pattern(Parser *p, Span where, List *patterns);
Pattern *make_paren_pattern(Parser *p, Span where, List *patterns, Token comma);
Pattern *make_mapping_pattern(Parser *p, Span where, List *items);
PatternItem *make_mapping_item(Parser *p, Expr *key, Pattern *pattern);
PatternItem *make_mapping_rest(Parser *p, Span stars, Token name);
Pattern *make_class_pattern(Parser *p, Expr *cls, List *items, Span close);
PatternItem *make_class_item(Parser *p, Token name, Pattern *pattern);

#endif
