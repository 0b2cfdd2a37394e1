/* parser/grammar.y - Python 3.13's grammar for lemon.
 *
 * Owns:      the tokens (their numbers go to lexer/token_kinds.h) and the productions.
 * Invariant: no conflicts; an action is one call of make.h.
 * Not here:  what a node looks like (make_*.c), why a token did not fit (diagnose.c).
 *
 * Where LALR(1) cannot tell two forms apart in time, or where a person's mistake deserves a better answer than
 * "invalid syntax", a production accepts more than Python does and its action refuses the rest: targets are parsed
 * as expressions, parameters and arguments in any order. An operand in parentheses travels as EXPR_GROUP until the
 * node above adopts it.
 */

%name Grammar
%token_prefix TK_
%token_type {Token}
%extra_context {Parser *p}
%stack_size 0

%include {
#include "parser/automaton.h"

#include <stdlib.h>

/* The first error ends the parse. */
#define YYNOERRORRECOVERY 1
}

%syntax_error { parser_stuck(p); }
%stack_overflow { parser_too_complex(p); }

/* The order is the numbering; the lexer's tables rely on the groups, not on the numbers. */
%token NAME NUMBER STRING FSTRING_START FSTRING_MIDDLE FSTRING_END NEWLINE INDENT DEDENT.
%token FALSE NONE TRUE AND AS ASSERT ASYNC AWAIT BREAK CLASS CONTINUE DEF DEL ELIF ELSE EXCEPT FINALLY FOR FROM.
%token GLOBAL IF IMPORT IN IS LAMBDA NONLOCAL NOT OR PASS RAISE RETURN TRY WHILE WITH YIELD.
%token MATCH CASE TYPE.
%token WITH_PAREN.
%token PLUS MINUS STAR SLASH PERCENT AT DOUBLESTAR DOUBLESLASH LSHIFT RSHIFT AMPER PIPE CARET TILDE.
%token LT GT LE GE EQ NE ASSIGN COLONEQUAL.
%token PLUSEQUAL MINUSEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL ATEQUAL AMPEREQUAL PIPEEQUAL CARETEQUAL LSHIFTEQUAL.
%token RSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASHEQUAL.
%token LPAR RPAR LSQB RSQB LBRACE RBRACE DOT ELLIPSIS COMMA COLON SEMI ARROW EXCLAMATION.
/* A character of no token, `$` or `?`: no production takes it. */
%token JUNK.
/* What the parser feeds itself first, to choose what the rest has to be. */
%token START_FILE START_SINGLE START_EVAL.
%token START_EXPRESSION START_INVERSION START_ARITH START_STARRED START_STARRED_LIST START_YIELD.

%fallback NAME MATCH CASE TYPE.

%left PIPE.
%left CARET.
%left AMPER.
%left LSHIFT RSHIFT.
%left PLUS MINUS.
%left STAR SLASH DOUBLESLASH PERCENT AT.
%right TILDE.
%right DOUBLESTAR.

/* ---- what a text can be ---- */

input ::= START_FILE. { finish_file(p, no_block()); }
input ::= START_FILE statements(B). { finish_file(p, B); }
input ::= START_SINGLE simple_stmts(B). { finish_single(p, B); }
input ::= START_SINGLE compound_stmt(B). { finish_single(p, make_block_of_one(p, B)); }
input ::= START_EVAL eval_list(B) newline_opt. { finish_eval(p, B); }
/* Pieces of a broken text, which diagnose.c wants to understand. */
input ::= START_EXPRESSION expression(B). { p->piece = B; }
input ::= START_INVERSION inversion(B). { p->piece = B; }
input ::= START_ARITH arith(B). { p->piece = B; }
input ::= START_STARRED star_expression(B). { p->piece = B; }
input ::= START_STARRED_LIST star_expressions(B). { p->piece = B; }
input ::= START_YIELD yield_expr(B). { p->piece = B; }

newline_opt ::= .
newline_opt ::= NEWLINE.
/* Nothing is to be destroyed, the arena holds it all; this only uses what lemon's function declares. */
%destructor newline_opt { (void)p; (void)yypminor; }

%type eval_list {Expr *}
eval_list(A) ::= eval_items(B) comma_opt(C). { A = make_tuple_or_single(p, B, C); }
%type eval_items {List *}
eval_items(A) ::= expression(B). { A = list_one(p, B); }
eval_items(A) ::= eval_items(B) COMMA expression(C). { A = list_add(p, B, C); }

/* The optional comma at the end of a list; kind 0 when it is not there. */
%type comma_opt {Token}
comma_opt(A) ::= . { A = no_token(); }
comma_opt(A) ::= COMMA(A).

/* ---- statements ---- */

%type statements {Block}
statements(A) ::= statement(A).
statements(A) ::= statements(B) statement(C). { A = block_join(B, C); }

%type statement {Block}
statement(A) ::= simple_stmts(A).
statement(A) ::= compound_stmt(B). { A = make_block_of_one(p, B); }

%type simple_stmts {Block}
simple_stmts(A) ::= simple_list(B) NEWLINE. { A = make_block(B, no_token()); }
simple_stmts(A) ::= simple_list(B) SEMI(C) NEWLINE. { A = make_block(B, C); }

%type simple_list {List *}
simple_list(A) ::= simple_stmt(B). { A = list_one(p, B); }
simple_list(A) ::= simple_list(B) SEMI simple_stmt(C). { A = list_add(p, B, C); }

/* A suite: the statements under a header. */
%type block {Block}
block(A) ::= simple_stmts(A).
block(A) ::= NEWLINE INDENT statements(B) DEDENT. { A = B; }

%type simple_stmt {Stmt *}
simple_stmt(A) ::= star_expressions(B). { A = make_expr_stmt(p, B); }
simple_stmt(A) ::= yield_expr(B). { A = make_expr_stmt(p, B); }
simple_stmt(A) ::= assign_targets(B) assign_value(C). { A = make_assign(p, B, C); }
simple_stmt(A) ::= star_expressions(B) aug_operator(C) assign_value(D). { A = make_aug_assign(p, B, C, D); }
simple_stmt(A) ::= star_expressions(B) COLON annotation(C). { A = make_ann_assign(p, B, C, NULL); }
simple_stmt(A) ::= star_expressions(B) COLON annotation(C) ASSIGN assign_value(D). { A = make_ann_assign(p, B, C, D); }
simple_stmt(A) ::= PASS(B). { A = make_bare_stmt(p, STMT_PASS, B.where); }
simple_stmt(A) ::= BREAK(B). { A = make_bare_stmt(p, STMT_BREAK, B.where); }
simple_stmt(A) ::= CONTINUE(B). { A = make_bare_stmt(p, STMT_CONTINUE, B.where); }
simple_stmt(A) ::= RETURN(B). { A = make_return(p, B.where, NULL); }
simple_stmt(A) ::= RETURN(B) star_expressions(C). { A = make_return(p, B.where, C); }
simple_stmt(A) ::= RAISE(B). { A = make_raise(p, B.where, NULL, NULL); }
simple_stmt(A) ::= RAISE(B) expression(C). { A = make_raise(p, B.where, C, NULL); }
simple_stmt(A) ::= RAISE(B) expression(C) FROM expression(D). { A = make_raise(p, B.where, C, D); }
simple_stmt(A) ::= ASSERT(B) expression(C). { A = make_assert(p, B.where, C, NULL); }
simple_stmt(A) ::= ASSERT(B) expression(C) COMMA expression(D). { A = make_assert(p, B.where, C, D); }
simple_stmt(A) ::= DEL(B) star_list(C) comma_opt(D). { A = make_delete(p, B.where, C, D); }
simple_stmt(A) ::= GLOBAL(B) name_list(C). { A = make_global(p, STMT_GLOBAL, B.where, C); }
simple_stmt(A) ::= NONLOCAL(B) name_list(C). { A = make_global(p, STMT_NONLOCAL, B.where, C); }
simple_stmt(A) ::= IMPORT(B) dotted_as_names(C). { A = make_import(p, B.where, C); }
simple_stmt(A) ::= FROM(B) dotted_name(C) IMPORT import_targets(D). { A = make_import_from(p, B.where, 0, C, D); }
simple_stmt(A) ::= FROM(B) dots(C) IMPORT import_targets(D). { A = make_import_from(p, B.where, C, no_dotted(), D); }
simple_stmt(A) ::= FROM(B) dots(C) dotted_name(E) IMPORT import_targets(D).
    { A = make_import_from(p, B.where, C, E, D); }
simple_stmt(A) ::= TYPE(B) NAME(C) type_params_opt(D) ASSIGN expression(E).
    { A = make_type_alias(p, B.where, C, D, E); }

%type annotation {Expr *}
annotation(A) ::= expression(A).

%type assign_targets {List *}
assign_targets(A) ::= assign_value(B) ASSIGN. { A = list_one(p, make_assign_target(p, NULL, B)); }
assign_targets(A) ::= assign_targets(B) assign_value(C) ASSIGN. { A = list_add(p, B, make_assign_target(p, B, C)); }

%type assign_value {Expr *}
assign_value(A) ::= star_expressions(A).
assign_value(A) ::= yield_expr(A).

%type aug_operator {Operator}
aug_operator(A) ::= PLUSEQUAL. { A = OPERATOR_ADD; }
aug_operator(A) ::= MINUSEQUAL. { A = OPERATOR_SUB; }
aug_operator(A) ::= STAREQUAL. { A = OPERATOR_MULT; }
aug_operator(A) ::= ATEQUAL. { A = OPERATOR_MAT_MULT; }
aug_operator(A) ::= SLASHEQUAL. { A = OPERATOR_DIV; }
aug_operator(A) ::= PERCENTEQUAL. { A = OPERATOR_MOD; }
aug_operator(A) ::= DOUBLESTAREQUAL. { A = OPERATOR_POW; }
aug_operator(A) ::= LSHIFTEQUAL. { A = OPERATOR_L_SHIFT; }
aug_operator(A) ::= RSHIFTEQUAL. { A = OPERATOR_R_SHIFT; }
aug_operator(A) ::= PIPEEQUAL. { A = OPERATOR_BIT_OR; }
aug_operator(A) ::= CARETEQUAL. { A = OPERATOR_BIT_XOR; }
aug_operator(A) ::= AMPEREQUAL. { A = OPERATOR_BIT_AND; }
aug_operator(A) ::= DOUBLESLASHEQUAL. { A = OPERATOR_FLOOR_DIV; }

%type name_list {Names}
name_list(A) ::= NAME(B). { A = make_names(p, B); }
name_list(A) ::= name_list(B) COMMA NAME(C). { A = names_add(p, B, C); }

/* ---- import ---- */

%type dotted_name {Dotted}
dotted_name(A) ::= NAME(B). { A = make_dotted(p, B); }
dotted_name(A) ::= dotted_name(B) DOT NAME(C). { A = dotted_add(p, B, C); }

%type dots {uint32_t}
dots(A) ::= DOT. { A = 1; }
dots(A) ::= ELLIPSIS. { A = 3; }
dots(A) ::= dots(B) DOT. { A = B + 1; }
dots(A) ::= dots(B) ELLIPSIS. { A = B + 3; }

%type dotted_as_names {Names}
dotted_as_names(A) ::= dotted_as_name(B). { A = make_aliases(p, B); }
dotted_as_names(A) ::= dotted_as_names(B) COMMA dotted_as_name(C). { A = aliases_add(p, B, C); }
%type dotted_as_name {Alias *}
dotted_as_name(A) ::= dotted_name(B). { A = make_alias(p, B, no_token()); }
dotted_as_name(A) ::= dotted_name(B) AS NAME(C). { A = make_alias(p, B, C); }

%type import_targets {Names}
import_targets(A) ::= STAR(B). { A = make_star_import(p, B); }
import_targets(A) ::= import_as_names(A).
import_targets(A) ::= import_as_names(B) COMMA NEWLINE(C). { A = refuse_import_comma(p, B, C); }
import_targets(A) ::= LPAR import_as_names(B) comma_opt RPAR(C). { A = aliases_close(B, C); }
%type import_as_names {Names}
import_as_names(A) ::= import_as_name(B). { A = make_aliases(p, B); }
import_as_names(A) ::= import_as_names(B) COMMA import_as_name(C). { A = aliases_add(p, B, C); }
%type import_as_name {Alias *}
import_as_name(A) ::= NAME(B). { A = make_alias(p, make_dotted(p, B), no_token()); }
import_as_name(A) ::= NAME(B) AS NAME(C). { A = make_alias(p, make_dotted(p, B), C); }

/* ---- compound statements ---- */

%type compound_stmt {Stmt *}
compound_stmt(A) ::= if_stmt(A).
compound_stmt(A) ::= while_stmt(A).
compound_stmt(A) ::= for_stmt(A).
compound_stmt(A) ::= with_stmt(A).
compound_stmt(A) ::= try_stmt(A).
compound_stmt(A) ::= match_stmt(A).
compound_stmt(A) ::= function_def(A).
compound_stmt(A) ::= class_def(A).
compound_stmt(A) ::= async_stmt(A).
compound_stmt(A) ::= decorators(B) decorated(C). { A = make_decorated(p, B, C); }

%type async_stmt {Stmt *}
async_stmt(A) ::= ASYNC(B) function_def(C). { A = make_async(B, C); }
async_stmt(A) ::= ASYNC(B) for_stmt(C). { A = make_async(B, C); }
async_stmt(A) ::= ASYNC(B) with_stmt(C). { A = make_async(B, C); }

%type decorators {List *}
decorators(A) ::= AT named_expression(B) NEWLINE. { A = list_one(p, B); }
decorators(A) ::= decorators(B) AT named_expression(C) NEWLINE. { A = list_add(p, B, C); }
%type decorated {Stmt *}
decorated(A) ::= function_def(A).
decorated(A) ::= class_def(A).
decorated(A) ::= ASYNC(B) function_def(C). { A = make_async(B, C); }

%type if_stmt {Stmt *}
if_stmt(A) ::= IF(B) named_expression(C) COLON block(D) elifs(E) else_opt(F). { A = make_if(p, B.where, C, D, E, F); }
%type elifs {List *}
elifs(A) ::= . { A = NULL; }
elifs(A) ::= elifs(B) ELIF(C) named_expression(D) COLON block(E). { A = list_add(p, B, make_elif(p, C.where, D, E)); }

%type else_opt {Block}
else_opt(A) ::= . { A = no_block(); }
else_opt(A) ::= ELSE COLON block(B). { A = B; }

%type while_stmt {Stmt *}
while_stmt(A) ::= WHILE(B) named_expression(C) COLON block(D) else_opt(E). { A = make_while(p, B.where, C, D, E); }

%type for_stmt {Stmt *}
for_stmt(A) ::= FOR(B) target_list(C) IN star_expressions(D) COLON block(E) else_opt(F).
    { A = make_for(p, B.where, C, D, E, F); }

/* Stops below comparisons, so that `in` ends it. */
%type target_list {Expr *}
target_list(A) ::= target_items(B) comma_opt(C). { A = make_for_target(p, B, C); }
%type target_items {List *}
target_items(A) ::= target_item(B). { A = list_one(p, B); }
target_items(A) ::= target_items(B) COMMA target_item(C). { A = list_add(p, B, C); }
%type target_item {Expr *}
target_item(A) ::= arith(A).
target_item(A) ::= STAR(B) arith(C). { A = make_starred(p, B.where, C); }

%type with_stmt {Stmt *}
with_stmt(A) ::= WITH(B) with_items(C) COLON block(D). { A = make_with(p, B.where, C, D); }
with_stmt(A) ::= WITH(B) WITH_PAREN with_items(C) comma_opt RPAR COLON block(D). { A = make_with(p, B.where, C, D); }
%type with_items {List *}
with_items(A) ::= with_item(B). { A = list_one(p, B); }
with_items(A) ::= with_items(B) COMMA with_item(C). { A = list_add(p, B, C); }
%type with_item {WithItem *}
with_item(A) ::= expression(B). { A = make_with_item(p, B, NULL); }
with_item(A) ::= expression(B) AS target_item(C). { A = make_with_item(p, B, C); }

%type try_stmt {Stmt *}
try_stmt(A) ::= TRY(B) COLON block(C) finally(D). { A = make_try(p, B.where, C, NULL, no_block(), D); }
try_stmt(A) ::= TRY(B) COLON block(C) handlers(D) else_opt(E). { A = make_try(p, B.where, C, D, E, no_block()); }
try_stmt(A) ::= TRY(B) COLON block(C) handlers(D) else_opt(E) finally(F). { A = make_try(p, B.where, C, D, E, F); }
%type finally {Block}
finally(A) ::= FINALLY COLON block(B). { A = B; }
%type handlers {List *}
handlers(A) ::= handler(B). { A = list_one(p, B); }
handlers(A) ::= handlers(B) handler(C). { A = list_add(p, B, C); }
%type handler {Handler *}
handler(A) ::= EXCEPT(B) COLON block(C). { A = make_handler(p, B.where, NULL, no_token(), C); }
handler(A) ::= EXCEPT(B) expression(C) COLON block(D). { A = make_handler(p, B.where, C, no_token(), D); }
handler(A) ::= EXCEPT(B) expression(C) AS NAME(D) COLON block(E). { A = make_handler(p, B.where, C, D, E); }
handler(A) ::= EXCEPT(B) STAR(F) expression(C) COLON block(D).
    { A = make_star_handler(p, B.where, F, C, no_token(), D); }
handler(A) ::= EXCEPT(B) STAR(F) expression(C) AS NAME(D) COLON block(E).
    { A = make_star_handler(p, B.where, F, C, D, E); }

/* ---- def and class ---- */

%type function_def {Stmt *}
function_def(A) ::= DEF(B) NAME(C) type_params_opt(D) def_params(E) returns_opt(F) COLON block(G).
    { A = make_function(p, B.where, C, D, E, F, G); }
%type returns_opt {Expr *}
returns_opt(A) ::= . { A = NULL; }
returns_opt(A) ::= ARROW expression(B). { A = B; }

%type class_def {Stmt *}
class_def(A) ::= CLASS(B) NAME(C) type_params_opt(D) COLON block(E).
    { A = make_class(p, B.where, C, D, no_arguments(), E); }
class_def(A) ::= CLASS(B) NAME(C) type_params_opt(D) arguments(E) COLON block(F).
    { A = make_class(p, B.where, C, D, E, F); }

/* The parentheses, and the colon of lambda, belong to the list, so that its order is judged only when it is whole. */
%type def_params {Arguments *}
def_params(A) ::= LPAR RPAR. { A = make_arguments(p, NULL, no_token(), no_token()); }
def_params(A) ::= LPAR def_param_list(B) comma_opt(C) RPAR. { A = make_arguments(p, B, C, no_token()); }
%type def_param_list {List *}
def_param_list(A) ::= def_param(B). { A = list_one(p, B); }
def_param_list(A) ::= def_param_list(B) COMMA def_param(C). { A = list_add(p, B, C); }
%type def_param {Param *}
def_param(A) ::= NAME(B) annotation_opt(C) default_opt(D). { A = make_param(p, PARAM_PLAIN, B.where, B, C, D); }
def_param(A) ::= SLASH(B). { A = make_param(p, PARAM_SLASH, B.where, no_token(), NULL, no_default()); }
def_param(A) ::= STAR(B). { A = make_param(p, PARAM_STAR, B.where, no_token(), NULL, no_default()); }
def_param(A) ::= STAR(B) NAME(C) star_annotation_opt(D) default_opt(E).
    { A = make_param(p, PARAM_STAR, B.where, C, D, E); }
def_param(A) ::= DOUBLESTAR(B) NAME(C) annotation_opt(D) default_opt(E).
    { A = make_param(p, PARAM_DOUBLE_STAR, B.where, C, D, E); }

%type annotation_opt {Expr *}
annotation_opt(A) ::= . { A = NULL; }
annotation_opt(A) ::= COLON expression(B). { A = B; }
%type star_annotation_opt {Expr *}
star_annotation_opt(A) ::= . { A = NULL; }
star_annotation_opt(A) ::= COLON star_expression(B). { A = B; }
%type default_opt {Default}
default_opt(A) ::= . { A = no_default(); }
default_opt(A) ::= ASSIGN(B) expression(C). { A = make_default(B.where, C); }

%type lambda_params {Arguments *}
lambda_params(A) ::= COLON(B). { A = make_arguments(p, NULL, no_token(), B); }
lambda_params(A) ::= lambda_param_list(B) comma_opt(C) COLON(D). { A = make_arguments(p, B, C, D); }
%type lambda_param_list {List *}
lambda_param_list(A) ::= lambda_param(B). { A = list_one(p, B); }
lambda_param_list(A) ::= lambda_param_list(B) COMMA lambda_param(C). { A = list_add(p, B, C); }
%type lambda_param {Param *}
lambda_param(A) ::= NAME(B) default_opt(C). { A = make_param(p, PARAM_PLAIN, B.where, B, NULL, C); }
lambda_param(A) ::= SLASH(B). { A = make_param(p, PARAM_SLASH, B.where, no_token(), NULL, no_default()); }
lambda_param(A) ::= STAR(B). { A = make_param(p, PARAM_STAR, B.where, no_token(), NULL, no_default()); }
lambda_param(A) ::= STAR(B) NAME(C) default_opt(D). { A = make_param(p, PARAM_STAR, B.where, C, NULL, D); }
lambda_param(A) ::= DOUBLESTAR(B) NAME(C) default_opt(D). { A = make_param(p, PARAM_DOUBLE_STAR, B.where, C, NULL, D); }

%type type_params_opt {List *}
type_params_opt(A) ::= . { A = NULL; }
type_params_opt(A) ::= LSQB type_param_list(B) comma_opt RSQB. { A = B; }
%type type_param_list {List *}
type_param_list(A) ::= type_param(B). { A = list_one(p, B); }
type_param_list(A) ::= type_param_list(B) COMMA type_param(C). { A = list_add(p, B, C); }
%type type_param {TypeParam *}
type_param(A) ::= NAME(B) bound_opt(C) default_opt(D).
    { A = make_type_param(p, TYPE_PARAM_TYPE_VAR, B.where, B, C, D); }
type_param(A) ::= STAR(B) NAME(C) bound_opt(D) star_default_opt(E).
    { A = make_type_param(p, TYPE_PARAM_TYPE_VAR_TUPLE, B.where, C, D, E); }
type_param(A) ::= DOUBLESTAR(B) NAME(C) bound_opt(D) default_opt(E).
    { A = make_type_param(p, TYPE_PARAM_PARAM_SPEC, B.where, C, D, E); }
%type bound_opt {Default}
bound_opt(A) ::= . { A = no_default(); }
bound_opt(A) ::= COLON(B) expression(C). { A = make_default(B.where, C); }
%type star_default_opt {Default}
star_default_opt(A) ::= . { A = no_default(); }
star_default_opt(A) ::= ASSIGN(B) star_expression(C). { A = make_default(B.where, C); }

/* ---- match ---- */

%type match_stmt {Stmt *}
match_stmt(A) ::= MATCH(B) subject(C) COLON NEWLINE INDENT case_blocks(D) DEDENT. { A = make_match(p, B.where, C, D); }
%type subject {Expr *}
subject(A) ::= star_named_list(B) comma_opt(C). { A = make_subject(p, B, C); }
%type case_blocks {Block}
case_blocks(A) ::= case_block(A).
case_blocks(A) ::= case_blocks(B) case_block(C). { A = block_join(B, C); }
%type case_block {Block}
case_block(A) ::= CASE patterns(B) guard_opt(C) COLON block(D). { A = make_case(p, B, C, D); }
%type guard_opt {Expr *}
guard_opt(A) ::= . { A = NULL; }
guard_opt(A) ::= IF named_expression(B). { A = B; }

%type patterns {Pattern *}
patterns(A) ::= pattern_list(B) comma_opt(C). { A = make_open_sequence(p, B, C); }
%type pattern_list {List *}
pattern_list(A) ::= maybe_star_pattern(B). { A = list_one(p, B); }
pattern_list(A) ::= pattern_list(B) COMMA maybe_star_pattern(C). { A = list_add(p, B, C); }
%type maybe_star_pattern {Pattern *}
maybe_star_pattern(A) ::= pattern(A).
maybe_star_pattern(A) ::= STAR(B) NAME(C). { A = make_star_pattern(p, B.where, C); }

%type pattern {Pattern *}
pattern(A) ::= or_pattern(A).
pattern(A) ::= or_pattern(B) AS target_item(C). { A = make_as_pattern(p, B, C); }
%type or_pattern {Pattern *}
or_pattern(A) ::= or_pattern_list(B). { A = make_or_pattern(p, B); }
%type or_pattern_list {List *}
or_pattern_list(A) ::= closed_pattern(B). { A = list_one(p, B); }
or_pattern_list(A) ::= or_pattern_list(B) PIPE closed_pattern(C). { A = list_add(p, B, C); }

%type closed_pattern {Pattern *}
closed_pattern(A) ::= NAME(B). { A = make_capture_pattern(p, B); }
closed_pattern(A) ::= attribute_name(B). { A = make_value_pattern(p, B); }
closed_pattern(A) ::= literal_key(B). { A = make_literal_pattern(p, B); }
closed_pattern(A) ::= LPAR(B) RPAR(C). { A = make_sequence_pattern(p, join(B.where, C.where), NULL); }
closed_pattern(A) ::= LPAR(B) pattern_list(C) comma_opt(D) RPAR(E).
    { A = make_paren_pattern(p, join(B.where, E.where), C, D); }
closed_pattern(A) ::= LSQB(B) RSQB(C). { A = make_sequence_pattern(p, join(B.where, C.where), NULL); }
closed_pattern(A) ::= LSQB(B) pattern_list(C) comma_opt RSQB(D).
    { A = make_sequence_pattern(p, join(B.where, D.where), C); }
closed_pattern(A) ::= LBRACE(B) RBRACE(C). { A = make_mapping_pattern(p, join(B.where, C.where), NULL); }
closed_pattern(A) ::= LBRACE(B) mapping_items(C) comma_opt RBRACE(D).
    { A = make_mapping_pattern(p, join(B.where, D.where), C); }
closed_pattern(A) ::= class_name(B) LPAR RPAR(C). { A = make_class_pattern(p, B, NULL, C.where); }
closed_pattern(A) ::= class_name(B) LPAR class_items(C) comma_opt RPAR(D). { A = make_class_pattern(p, B, C, D.where); }

%type attribute_name {Expr *}
attribute_name(A) ::= NAME(B) DOT NAME(C). { A = make_attribute(p, make_name_expr(p, B), C); }
attribute_name(A) ::= attribute_name(B) DOT NAME(C). { A = make_attribute(p, B, C); }
%type class_name {Expr *}
class_name(A) ::= NAME(B). { A = make_name_expr(p, B); }
class_name(A) ::= attribute_name(A).

/* A literal as patterns allow it: no f-strings, numbers with a sign, complex as a sum. */
%type literal_key {Expr *}
literal_key(A) ::= signed_number(A).
literal_key(A) ::= signed_number(B) PLUS NUMBER(C). { A = make_complex_key(p, B, OPERATOR_ADD, C); }
literal_key(A) ::= signed_number(B) MINUS NUMBER(C). { A = make_complex_key(p, B, OPERATOR_SUB, C); }
literal_key(A) ::= strings(B). { A = make_strings(p, B); }
literal_key(A) ::= NONE(B). { A = make_singleton(p, CONSTANT_NONE, B.where); }
literal_key(A) ::= TRUE(B). { A = make_singleton(p, CONSTANT_TRUE, B.where); }
literal_key(A) ::= FALSE(B). { A = make_singleton(p, CONSTANT_FALSE, B.where); }
%type signed_number {Expr *}
signed_number(A) ::= NUMBER(B). { A = make_number(p, B); }
signed_number(A) ::= MINUS(B) NUMBER(C). { A = make_unary_op(p, B.where, UNARY_SUB, make_number(p, C)); }

%type mapping_items {List *}
mapping_items(A) ::= mapping_item(B). { A = list_one(p, B); }
mapping_items(A) ::= mapping_items(B) COMMA mapping_item(C). { A = list_add(p, B, C); }
%type mapping_item {PatternItem *}
mapping_item(A) ::= literal_key(B) COLON pattern(C). { A = make_mapping_item(p, B, C); }
mapping_item(A) ::= attribute_name(B) COLON pattern(C). { A = make_mapping_item(p, B, C); }
mapping_item(A) ::= DOUBLESTAR(B) NAME(C). { A = make_mapping_rest(p, B.where, C); }

%type class_items {List *}
class_items(A) ::= class_item(B). { A = list_one(p, B); }
class_items(A) ::= class_items(B) COMMA class_item(C). { A = list_add(p, B, C); }
%type class_item {PatternItem *}
class_item(A) ::= pattern(B). { A = make_class_item(p, no_token(), B); }
class_item(A) ::= NAME(B) ASSIGN pattern(C). { A = make_class_item(p, B, C); }

/* ---- expressions, from the loosest binding to the tightest ---- */

%type star_expressions {Expr *}
star_expressions(A) ::= star_list(B) comma_opt(C). { A = make_tuple_or_single(p, B, C); }
%type star_list {List *}
star_list(A) ::= star_expression(B). { A = list_one(p, B); }
star_list(A) ::= star_list(B) COMMA star_expression(C). { A = list_add(p, B, C); }
%type star_expression {Expr *}
star_expression(A) ::= expression(A).
star_expression(A) ::= STAR(B) arith(C). { A = make_starred(p, B.where, C); }

/* What stands between brackets: := needs no parentheses of its own there. */
%type star_named_list {List *}
star_named_list(A) ::= star_named(B). { A = list_one(p, B); }
star_named_list(A) ::= star_named_list(B) COMMA star_named(C). { A = list_add(p, B, C); }
%type star_named {Expr *}
star_named(A) ::= named_expression(A).
star_named(A) ::= STAR(B) arith(C). { A = make_starred(p, B.where, C); }

%type yield_expr {Expr *}
yield_expr(A) ::= YIELD(B). { A = make_yield(p, B.where, NULL); }
yield_expr(A) ::= YIELD(B) star_expressions(C). { A = make_yield(p, B.where, C); }
yield_expr(A) ::= YIELD(B) FROM expression(C). { A = make_yield_from(p, B.where, C); }

%type named_expression {Expr *}
named_expression(A) ::= expression(A).
named_expression(A) ::= expression(B) COLONEQUAL expression(C). { A = make_named_expr(p, B, C); }

%type expression {Expr *}
expression(A) ::= disjunction(A).
expression(A) ::= disjunction(B) IF disjunction(C) ELSE expression(D). { A = make_if_exp(p, C, B, D); }
expression(A) ::= LAMBDA(B) lambda_params(C) expression(D). { A = make_lambda(p, B.where, C, D); }

%type disjunction {Expr *}
disjunction(A) ::= conjunction(A).
disjunction(A) ::= or_chain(B). { A = make_bool_op(p, BOOL_OR, B); }
%type or_chain {List *}
or_chain(A) ::= conjunction(B) OR conjunction(C). { A = list_two(p, B, C); }
or_chain(A) ::= or_chain(B) OR conjunction(C). { A = list_add(p, B, C); }
%type conjunction {Expr *}
conjunction(A) ::= inversion(A).
conjunction(A) ::= and_chain(B). { A = make_bool_op(p, BOOL_AND, B); }
%type and_chain {List *}
and_chain(A) ::= inversion(B) AND inversion(C). { A = list_two(p, B, C); }
and_chain(A) ::= and_chain(B) AND inversion(C). { A = list_add(p, B, C); }
%type inversion {Expr *}
inversion(A) ::= comparison(A).
inversion(A) ::= NOT(B) inversion(C). { A = make_unary_op(p, B.where, UNARY_NOT, C); }

%type comparison {Expr *}
comparison(A) ::= arith(A).
comparison(A) ::= compare_chain(B). { A = make_compare(p, B); }
%type compare_chain {CompareChain *}
compare_chain(A) ::= arith(B) compare_operator(C) arith(D). { A = compare_start(p, B, C, D); }
compare_chain(A) ::= compare_chain(B) compare_operator(C) arith(D). { A = compare_add(p, B, C, D); }
%type compare_operator {CompareOperator}
compare_operator(A) ::= EQ. { A = CMPOP_EQ; }
compare_operator(A) ::= NE. { A = CMPOP_NOT_EQ; }
compare_operator(A) ::= LT. { A = CMPOP_LT; }
compare_operator(A) ::= LE. { A = CMPOP_LT_E; }
compare_operator(A) ::= GT. { A = CMPOP_GT; }
compare_operator(A) ::= GE. { A = CMPOP_GT_E; }
compare_operator(A) ::= IS. { A = CMPOP_IS; }
compare_operator(A) ::= IS NOT. { A = CMPOP_IS_NOT; }
compare_operator(A) ::= IN. { A = CMPOP_IN; }
compare_operator(A) ::= NOT IN. { A = CMPOP_NOT_IN; }

/* Operators on values; the precedence declarations above order them. */
%type arith {Expr *}
arith(A) ::= await_primary(A).
arith(A) ::= arith(B) PIPE arith(C). { A = make_bin_op(p, B, OPERATOR_BIT_OR, C); }
arith(A) ::= arith(B) CARET arith(C). { A = make_bin_op(p, B, OPERATOR_BIT_XOR, C); }
arith(A) ::= arith(B) AMPER arith(C). { A = make_bin_op(p, B, OPERATOR_BIT_AND, C); }
arith(A) ::= arith(B) LSHIFT arith(C). { A = make_bin_op(p, B, OPERATOR_L_SHIFT, C); }
arith(A) ::= arith(B) RSHIFT arith(C). { A = make_bin_op(p, B, OPERATOR_R_SHIFT, C); }
arith(A) ::= arith(B) PLUS arith(C). { A = make_bin_op(p, B, OPERATOR_ADD, C); }
arith(A) ::= arith(B) MINUS arith(C). { A = make_bin_op(p, B, OPERATOR_SUB, C); }
arith(A) ::= arith(B) STAR arith(C). { A = make_bin_op(p, B, OPERATOR_MULT, C); }
arith(A) ::= arith(B) SLASH arith(C). { A = make_bin_op(p, B, OPERATOR_DIV, C); }
arith(A) ::= arith(B) DOUBLESLASH arith(C). { A = make_bin_op(p, B, OPERATOR_FLOOR_DIV, C); }
arith(A) ::= arith(B) PERCENT arith(C). { A = make_bin_op(p, B, OPERATOR_MOD, C); }
arith(A) ::= arith(B) AT arith(C). { A = make_bin_op(p, B, OPERATOR_MAT_MULT, C); }
arith(A) ::= PLUS(B) arith(C). [TILDE] { A = make_unary_op(p, B.where, UNARY_ADD, C); }
arith(A) ::= MINUS(B) arith(C). [TILDE] { A = make_unary_op(p, B.where, UNARY_SUB, C); }
arith(A) ::= TILDE(B) arith(C). { A = make_unary_op(p, B.where, UNARY_INVERT, C); }
arith(A) ::= arith(B) DOUBLESTAR arith(C). { A = make_bin_op(p, B, OPERATOR_POW, C); }

%type await_primary {Expr *}
await_primary(A) ::= primary(A).
await_primary(A) ::= AWAIT(B) primary(C). { A = make_await(p, B.where, C); }

%type primary {Expr *}
primary(A) ::= atom(A).
primary(A) ::= primary(B) DOT NAME(C). { A = make_attribute(p, B, C); }
primary(A) ::= primary(B) arguments(C). { A = make_call(p, B, C); }
primary(A) ::= primary(B) LSQB slices(C) RSQB(D). { A = make_subscript(p, B, C, D.where); }

%type arguments {ArgumentList}
arguments(A) ::= LPAR(B) RPAR(C). { A = make_argument_list(NULL, no_token(), B.where, C.where); }
arguments(A) ::= LPAR(B) argument_list(C) comma_opt(D) RPAR(E). { A = make_argument_list(C, D, B.where, E.where); }
%type argument_list {List *}
argument_list(A) ::= argument(B). { A = list_one(p, B); }
argument_list(A) ::= argument_list(B) COMMA argument(C). { A = list_add(p, B, C); }
%type argument {Argument *}
argument(A) ::= argument_value(B). { A = make_positional(p, B); }
argument(A) ::= argument_value(B) comp_for(C). { A = make_generator_argument(p, B, C); }
argument(A) ::= STAR(B) expression(C). { A = make_positional(p, make_starred(p, B.where, C)); }
argument(A) ::= STAR(B) expression(C) comp_for(D). { A = refuse_star_generator(p, B.where, C, D); }
argument(A) ::= DOUBLESTAR(B) expression(C). { A = make_double_star(p, B.where, C); }
argument(A) ::= STAR(B) expression ASSIGN expression(C). { A = refuse_star_keyword(p, B, C); }
argument(A) ::= DOUBLESTAR(B) expression ASSIGN expression(C). { A = refuse_star_keyword(p, B, C); }
argument(A) ::= keyword_name(B) expression(C). { A = make_keyword(p, B, C); }
argument(A) ::= keyword_name(B) expression(C) comp_for. { A = refuse_keyword_generator(p, B, C); }

%type keyword_name {KeywordName}
keyword_name(A) ::= expression(B) ASSIGN(C). { A = make_keyword_name(p, B, C); }
%type argument_value {Expr *}
argument_value(A) ::= expression(A).
argument_value(A) ::= expression(B) COLONEQUAL(C) expression(D). { A = make_named_argument(p, B, C, D); }

%type slices {Expr *}
slices(A) ::= slice_list(B) comma_opt(C). { A = make_slices(p, B, C); }
%type slice_list {List *}
slice_list(A) ::= slice(B). { A = list_one(p, B); }
slice_list(A) ::= slice_list(B) COMMA slice(C). { A = list_add(p, B, C); }
%type slice {Expr *}
slice(A) ::= star_named(A).
slice(A) ::= slice_bound(B) COLON(C) slice_bound(D). { A = make_slice(p, B, C.where, D, no_token(), NULL); }
slice(A) ::= slice_bound(B) COLON(C) slice_bound(D) COLON(E) slice_bound(F). { A = make_slice(p, B, C.where, D, E, F); }
%type slice_bound {Expr *}
slice_bound(A) ::= . { A = NULL; }
slice_bound(A) ::= expression(A).

%type atom {Expr *}
atom(A) ::= NAME(B). { A = make_name_expr(p, B); }
atom(A) ::= NUMBER(B). { A = make_number(p, B); }
atom(A) ::= strings(B). { A = make_strings(p, B); }
atom(A) ::= NONE(B). { A = make_singleton(p, CONSTANT_NONE, B.where); }
atom(A) ::= TRUE(B). { A = make_singleton(p, CONSTANT_TRUE, B.where); }
atom(A) ::= FALSE(B). { A = make_singleton(p, CONSTANT_FALSE, B.where); }
atom(A) ::= ELLIPSIS(B). { A = make_singleton(p, CONSTANT_ELLIPSIS, B.where); }
atom(A) ::= LPAR(B) RPAR(C). { A = make_tuple(p, join(B.where, C.where), NULL); }
atom(A) ::= LPAR(B) yield_expr(C) RPAR(D). { A = make_group(p, join(B.where, D.where), C); }
atom(A) ::= LPAR(B) star_named_list(C) comma_opt(D) RPAR(E).
    { A = make_group_or_tuple(p, join(B.where, E.where), C, D); }
atom(A) ::= LPAR(B) star_named(C) comp_for(D) RPAR(E).
    { A = make_comp(p, EXPR_GENERATOR, join(B.where, E.where), C, D); }
atom(A) ::= LSQB(B) RSQB(C). { A = make_list(p, join(B.where, C.where), NULL); }
atom(A) ::= LSQB(B) star_named_list(C) comma_opt RSQB(D). { A = make_list(p, join(B.where, D.where), C); }
atom(A) ::= LSQB(B) star_named_list(C) comma_opt(F) comp_for(D) RSQB(E).
    { A = make_display_comp(p, EXPR_LIST_COMP, join(B.where, E.where), C, F, D); }
atom(A) ::= LBRACE(B) RBRACE(C). { A = make_dict(p, join(B.where, C.where), NULL); }
atom(A) ::= LBRACE(B) dict_items(C) comma_opt RBRACE(D). { A = make_dict(p, join(B.where, D.where), C); }
atom(A) ::= LBRACE(B) dict_item(C) comp_for(D) RBRACE(E). { A = make_dict_comp(p, join(B.where, E.where), C, D); }
atom(A) ::= LBRACE(B) star_named_list(C) comma_opt RBRACE(D). { A = make_set(p, join(B.where, D.where), C); }
atom(A) ::= LBRACE(B) star_named_list(C) comma_opt(F) comp_for(D) RBRACE(E).
    { A = make_display_comp(p, EXPR_SET_COMP, join(B.where, E.where), C, F, D); }

%type dict_items {List *}
dict_items(A) ::= dict_item(B). { A = list_one(p, B); }
dict_items(A) ::= dict_items(B) COMMA dict_item(C). { A = list_add(p, B, C); }
%type dict_item {DictItem *}
dict_item(A) ::= expression(B) COLON expression(C). { A = make_dict_item(p, B, C); }
dict_item(A) ::= DOUBLESTAR(B) arith(C). { A = make_dict_unpack(p, B.where, C); }

%type comp_for {List *}
comp_for(A) ::= comp_clause(B). { A = list_one(p, B); }
comp_for(A) ::= comp_for(B) comp_clause(C). { A = list_add(p, B, C); }
%type comp_clause {Comprehension *}
comp_clause(A) ::= FOR target_list(C) IN disjunction(D) comp_ifs(E). { A = make_comprehension(p, false, C, D, E); }
comp_clause(A) ::= ASYNC FOR target_list(C) IN disjunction(D) comp_ifs(E). { A = make_comprehension(p, true, C, D, E); }
%type comp_ifs {List *}
comp_ifs(A) ::= . { A = NULL; }
comp_ifs(A) ::= comp_ifs(B) IF disjunction(C). { A = list_add(p, B, C); }

/* ---- strings: adjacent ones are one; f-strings hold expressions ---- */

%type strings {List *}
strings(A) ::= string(B). { A = list_one(p, B); }
strings(A) ::= strings(B) string(C). { A = list_add(p, B, C); }
%type string {StringPart *}
string(A) ::= STRING(B). { A = make_string_part(p, B); }
string(A) ::= FSTRING_START(B) fstring_parts(C) FSTRING_END(D). { A = make_fstring_part(p, B, C, D.where); }
%type fstring_parts {List *}
fstring_parts(A) ::= . { A = NULL; }
fstring_parts(A) ::= fstring_parts(B) FSTRING_MIDDLE(C). { A = list_add(p, B, make_fstring_text(p, C)); }
fstring_parts(A) ::= fstring_parts(B) fstring_field(C). { A = list_concat(B, C); }

/* {expression=!r:spec} */
%type fstring_field {List *}
fstring_field(A) ::= LBRACE(B) assign_value(C) debug_opt(D) conversion_opt(E) format_spec_opt(F) RBRACE(G).
    { A = make_field(p, B.where, C, D, E, F, G.where); }
%type debug_opt {Token}
debug_opt(A) ::= . { A = no_token(); }
debug_opt(A) ::= ASSIGN(A).
%type conversion_opt {Conversion}
conversion_opt(A) ::= . { A = no_conversion(); }
conversion_opt(A) ::= EXCLAMATION(B) NAME(C). { A = make_conversion(p, B, C); }
%type format_spec_opt {Expr *}
format_spec_opt(A) ::= . { A = NULL; }
format_spec_opt(A) ::= COLON(B) fstring_parts(C). { A = make_format_spec(p, B.where, C); }

/* What automaton.h promises, written here because only here lemon's tables can be seen. */
%code {
size_t automaton_depth(const void *automaton) {
    const yyParser *parser = automaton;
    return (size_t)(parser->yytos - parser->yystack);
}

int automaton_symbol(const void *automaton, size_t entry) {
    const yyParser *parser = automaton;
    int symbol = parser->yystack[entry].major;
    return symbol < YYNTOKEN ? symbol : AUTOMATON_NONTERMINAL;
}

/* Follows what the automaton would do with a token. The real stack is left alone: `kept` of its entries stay, and what
 * the reductions push stands in `pushed`. */
static bool try_token(const yyParser *parser, int kind, size_t *kept) {
    YYACTIONTYPE pushed[64];
    size_t count = 0;
    *kept = automaton_depth(parser) + 1;
    for (;;) {
        YYACTIONTYPE state = count ? pushed[count - 1] : parser->yystack[*kept - 1].stateno;
        YYACTIONTYPE action = yy_find_shift_action((YYCODETYPE)kind, state);
        if (action < YY_MIN_REDUCE) return action <= YY_MAX_SHIFTREDUCE || action == YY_ACCEPT_ACTION;
        unsigned rule = action - YY_MIN_REDUCE;
        size_t length = (size_t)-yyRuleInfoNRhs[rule];
        size_t popped = length < count ? length : count;
        count -= popped;
        *kept -= length - popped;
        if (count == sizeof pushed / sizeof *pushed) return false;
        state = count ? pushed[count - 1] : parser->yystack[*kept - 1].stateno;
        pushed[count++] = yy_find_reduce_action(state, yyRuleInfoLhs[rule]);
    }
}

bool automaton_accepts(const void *automaton, int kind) {
    size_t kept;
    return try_token(automaton, kind, &kept);
}

size_t automaton_kept(const void *automaton, int kind) {
    size_t kept;
    try_token(automaton, kind, &kept);
    return kept;
}
}
