/* tests/unit/test_parser.c - trees, positions, syntax errors and limits of the parser.
 *
 * Owns:      nothing.
 * Invariant: what CPython 3.13 says about a text is the expectation.
 * Not here:  tokens (test_lexer.c), errors that need scopes (tests/errors/).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parser/ast_dump.h"
#include "parser/parse.h"

/* One text and what became of it. */
typedef struct Parse {
    Arena arena;      /* the tree and messages */
    Diag diag;        /* the first error */
    Source source;    /* the text */
    ModuleTree *tree; /* NULL: see diag */
} Parse;

static void parse(Parse *p, const char *text, ParseMode mode) {
    memset(p, 0, sizeof *p);
    assert_true(arena_init(&p->arena));
    p->diag.arena = &p->arena;
    assert_true(source_from_text(&p->source, "<test>", text, strlen(text), &p->diag));
    p->tree = parse_source(&p->source, &p->arena, mode, &p->diag);
}

static void done(Parse *p) {
    source_free(&p->source);
    arena_free(&p->arena);
}

/* ---- errors ---- */

/* What CPython says: kind, message, and what the carets mark ("line:column-column", columns from 0; a place without
 * width marks nothing). */
typedef struct Expectation {
    const char *text;
    const char *report;
} Expectation;

/* An open end shows as a negative column: DIAG_END_ZERO as -2, DIAG_END_MINUS as -3. */
static void check_error(const Expectation *e, ParseMode mode) {
    static const char *const kinds[] = {[DIAG_SYNTAX] = "",
                                        [DIAG_TOKEN] = "",
                                        [DIAG_INDENTATION] = "IndentationError: ",
                                        [DIAG_MEMORY] = "MemoryError: ",
                                        [DIAG_RECURSION] = "RecursionError: "};
    char report[400] = "fine";
    Parse p;
    parse(&p, e->text, mode);
    if (diag_failed(&p.diag)) {
        snprintf(report, sizeof report, "%s%s %u:%d-%d", kinds[p.diag.kind], p.diag.message, p.diag.where.begin.line,
                 (int)p.diag.where.begin.column, (int)p.diag.where.end.column);
    }
    if (strcmp(report, e->report) != 0) fail_msg("%s\n  expected %s\n  found    %s", e->text, e->report, report);
    done(&p);
}

static void check_errors(const Expectation *expectations, size_t count) {
    for (size_t i = 0; i < count; i++) check_error(&expectations[i], PARSE_FILE);
}

#define CHECK_ERRORS(table) check_errors((table), sizeof(table) / sizeof *(table))

static void errors_in_statements(void **state) {
    static const Expectation table[] = {
        {"x = = 1", "invalid syntax 1:4-5"},
        {"if x\n  pass", "expected ':' 1:4-5"},
        {"def f\n  pass", "expected '(' 1:5-6"},
        {"def f() x:\n pass", "expected ':' 1:8-9"},
        {"else if x: pass", "invalid syntax 1:0-4"},
        {"if x: pass\nelse if y: pass", "expected ':' 2:5-7"},
        {"if x:\npass", "IndentationError: expected an indented block after 'if' statement on line 1 2:0-4"},
        {"def f():\npass", "IndentationError: expected an indented block after function definition on line 1 2:0-4"},
        {"try: pass\nexcept* x:\npass",
         "IndentationError: expected an indented block after 'except*' statement on line 2 3:0-4"},
        {"x\n  y", "IndentationError: unexpected indent 2:1--3"},
        {"try:\n pass\nx = 1", "expected 'except' or 'finally' block 3:0-1"},
        {"try: pass\nexcept a, b: pass", "multiple exception types must be parenthesized 2:7-11"},
        {"try: pass\nexcept a: pass\nexcept* b: pass",
         "cannot have both 'except' and 'except*' on the same 'try' 3:0-7"},
        {"from x import a,\n", "trailing comma not allowed without surrounding parentheses 1:16-17"},
        {"import", "Expected one or more names after 'import' 1:6-6"},
        {"import a from b", "Did you mean to use 'from ... import ...' instead? 1:0-15"},
        {"print x", "Missing parentheses in call to 'print'. Did you mean print(...)? 1:0-7"},
        {"match x\n case 1: pass", "expected ':' 1:7-8"},
        {"class C(x for x in y): pass", "invalid syntax 1:10-13"},
    };
    CHECK_ERRORS(table);
}

/* What changing tokens of good programs brought to light. */
static void errors_by_accident(void **state) {
    static const Expectation table[] = {
        {"f((a) b)", "invalid syntax. Perhaps you forgot a comma? 1:3-7"},
        {"f(a (yield b))", "invalid syntax. Perhaps you forgot a comma? 1:2-12"},
        {"x = [a, async b]", "invalid syntax 1:8-13"},
        {"del a, *", "invalid syntax 1:7-8"},
        {"del *.b", "invalid syntax 1:4-5"},
        {"def f(/ a): pass", "invalid syntax 1:6-7"},
        {"lambda / a: 1", "invalid syntax 1:7-8"},
        {"class A(B): ** pass", "invalid syntax 1:12-14"},
        {"def f[A: (int, return str)](): pass", "expected '(' 1:5-6"},
        {"def f[T: [a b]](): pass", "invalid syntax. Perhaps you forgot a comma? 1:10-13"},
        {"def f[T: a b](): pass", "invalid syntax. Perhaps you forgot a comma? 1:9-12"},
        {"class A:\n a: yield b", "invalid syntax 2:4-9"},
        {"import from a", "invalid syntax 1:7-11"},
        {"f(*[a for a global in b])", "'in' expected after for-loop variables 1:12-18"},
        {"if a {b = 1}", "invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1:6-11"},
        {"f(x, *a for a in b)", "Generator expression must be parenthesized 1:5-18"},
        {"for (a in b) in c: pass", "invalid syntax 1:13-15"},
        {"match *a:\n case 1: pass", "invalid syntax 1:8-9"},
    };
    CHECK_ERRORS(table);
}

static void errors_in_targets(void **state) {
    static const Expectation table[] = {
        {"f() = 1", "cannot assign to function call here. Maybe you meant '==' instead of '='? 1:0-3"},
        {"f() = x = 1", "cannot assign to function call 1:0-3"},
        {"None = 1", "cannot assign to None 1:0-4"},
        {"a, 1 = x", "cannot assign to literal here. Maybe you meant '==' instead of '='? 1:3-4"},
        {"[a, b()] = x", "cannot assign to function call 1:4-7"},
        {"a, b += 1", "'tuple' is an illegal expression for augmented assignment 1:0-4"},
        {"(a, b): int", "only single target (not tuple) can be annotated 1:0-6"},
        {"del f()", "cannot delete function call 1:4-7"},
        {"for 1 in x: pass", "cannot assign to literal 1:4-5"},
        {"with a as f(): pass", "cannot assign to function call 1:10-13"},
        {"(x.y := 1)", "cannot use assignment expressions with attribute 1:1-4"},
        {"if x = 3: pass", "invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1:3-8"},
        {"if x.y = 3: pass", "cannot assign to attribute here. Maybe you meant '==' instead of '='? 1:3-6"},
        {"x = yield = 1", "assignment to yield expression not possible 1:4-9"},
    };
    CHECK_ERRORS(table);
}

static void errors_in_brackets(void **state) {
    static const Expectation table[] = {
        {"f(a b)", "invalid syntax. Perhaps you forgot a comma? 1:2-5"},
        {"[1, 2\n 3]", "invalid syntax. Perhaps you forgot a comma? 1:4-2"},
        {"x = (1,\n 2", "'(' was never closed 1:4--2"},
        {"f(a=1, b)", "positional argument follows keyword argument 1:8-9"},
        {"f(**a, b)", "positional argument follows keyword argument unpacking 1:8-9"},
        {"f(x for x in y, 1)", "Generator expression must be parenthesized 1:2-14"},
        {"f(True=1)", "cannot assign to True 1:2-7"},
        {"f(a=)", "expected argument value expression 1:2-4"},
        {"def f(a=): pass", "expected default value expression 1:7-8"},
        {"def f(a=1, b): pass", "parameter without a default follows parameter with a default 1:11-12"},
        {"def f(*): pass", "named arguments must follow bare * 1:6-7"},
        {"def f((a, b)): pass", "Function parameters cannot be parenthesized 1:6-12"},
        {"{1: }", "expression expected after dictionary key and ':' 1:2-3"},
        {"{1: 2, 3}", "':' expected after dictionary key 1:7--2"},
        {"[a, b for a in c]", "did you forget parentheses around the comprehension target? 1:1-5"},
        {"[*a for a in b]", "iterable unpacking cannot be used in comprehension 1:1-3"},
        {"[x for x y]", "'in' expected after for-loop variables 1:9-10"},
        {"x if y", "expected 'else' after 'if' expression 1:0-6"},
        {"a + not b", "'not' after an operator must be parenthesized 1:4-9"},
        {"f'{a b}'", "invalid syntax. Perhaps you forgot a comma? 1:3-6"},
        {"f'{}'", "f-string: valid expression required before '}' 1:3-4"},
        {"f'{a!x}'", "f-string: invalid conversion character 'x': expected 's', 'r', or 'a' 1:5-6"},
        {"f'{lambda x: 1}'", "f-string: lambda expressions are not allowed without parentheses 1:3-12"},
    };
    CHECK_ERRORS(table);
}

static void errors_of_single_and_eval(void **state) {
    check_error(&(Expectation){"x = 1\ny = 2\n", "multiple statements found while compiling a single statement 1:5-6"},
                PARSE_SINGLE);
    check_error(&(Expectation){"x = 1", "invalid syntax 1:2-3"}, PARSE_EVAL);
    check_error(&(Expectation){"1 +", "invalid syntax 1:-1--1"}, PARSE_EVAL);
}

static void incomplete_texts(void **state) {
    static const char *const open[] = {"if x:\n", "f(1,\n", "def f():\n  if x:\n", "try:\n  x\n", "'''a\n", "@a\n"};
    static const char *const wrong[] = {"if x\n", "x = = 1\n", "f(1))\n", "x y\n"};
    Parse p;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        parse(&p, open[i], PARSE_SINGLE);
        if (!p.diag.incomplete) fail_msg("%s is incomplete", open[i]);
        done(&p);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        parse(&p, wrong[i], PARSE_SINGLE);
        if (p.diag.incomplete || !diag_failed(&p.diag)) fail_msg("%s is wrong, not incomplete", wrong[i]);
        done(&p);
    }
}

/* ---- trees ---- */

static void check_dump(const char *text, bool attributes, const char *expected) {
    char *found = NULL;
    size_t size;
    Parse p;
    parse(&p, text, PARSE_FILE);
    assert_non_null(p.tree);
    FILE *out = open_memstream(&found, &size);
    ast_dump(p.tree, attributes, out);
    fclose(out);
    assert_string_equal(found, expected);
    free(found);
    done(&p);
}

static void dump_of_a_statement(void **state) {
    check_dump("x = -1 if a else [*b]\n", false,
               "Module(\n  body=[\n    Assign(\n      targets=[\n        Name(id='x', ctx=Store())],\n"
               "      value=IfExp(\n        test=Name(id='a', ctx=Load()),\n        body=UnaryOp(\n"
               "          op=USub(),\n          operand=Constant(value=1)),\n        orelse=List(\n"
               "          elts=[\n            Starred(\n              value=Name(id='b', ctx=Load()),\n"
               "              ctx=Load())],\n          ctx=Load())))])\n");
}

static void positions_leave_out_parentheses(void **state) {
    Parse p;
    parse(&p, "(a) + (b)\n", PARSE_FILE);
    const Expr *sum = p.tree->body.items[0]->expr.value;
    assert_int_equal(sum->where.begin.column, 0);
    assert_int_equal(sum->where.end.column, 9);
    assert_int_equal(sum->bin_op.left->where.begin.column, 1);
    assert_int_equal(sum->bin_op.right->where.end.column, 8);
    done(&p);
}

static void adjacent_strings_are_one(void **state) {
    Parse p;
    parse(&p, "'a' f'{x=}b' \"c\"\n", PARSE_FILE);
    const ExprSeq values = p.tree->body.items[0]->expr.value->joined_str.values;
    assert_int_equal(values.count, 3);
    assert_string_equal(values.items[0]->constant.text, "ax=");
    assert_int_equal(values.items[1]->formatted_value.conversion, 'r');
    assert_string_equal(values.items[2]->constant.text, "bc");
    done(&p);
}

static void soft_keywords_are_names(void **state) {
    Parse p;
    parse(&p, "match = case = type = _ = 1\nmatch(x)\nmatch x:\n  case type(): case = 1\n  case _: pass\n", PARSE_FILE);
    assert_non_null(p.tree);
    assert_int_equal(p.tree->body.count, 3);
    assert_int_equal(p.tree->body.items[1]->kind, STMT_EXPR);
    assert_int_equal(p.tree->body.items[2]->kind, STMT_MATCH);
    done(&p);
}

static void equal_names_are_one(void **state) {
    Parse p;
    parse(&p, "spam(spam)\n", PARSE_FILE);
    const Expr *call = p.tree->body.items[0]->expr.value;
    assert_ptr_equal(call->call.func->name.id, call->call.args.items[0]->name.id);
    assert_ptr_equal(call->call.func->name.id, name_intern(p.tree->names, "spam", 4));
    done(&p);
}

/* ---- limits ---- */

static char *repeat(const char *piece, size_t count, const char *end) {
    size_t length = strlen(piece);
    char *text = malloc(length * count + strlen(end) + 1);
    for (size_t i = 0; i < count; i++) memcpy(text + i * length, piece, length);
    strcpy(text + length * count, end);
    return text;
}

static void deep_trees_are_refused(void **state) {
    static const char *const pieces[] = {"a+", "-", "not ", "a**", "lambda:", "a if b else ", "a.b+"};
    static const char *const deep_places[] = {
        "RecursionError: maximum recursion depth exceeded during compilation 1:0-11999",
        "RecursionError: maximum recursion depth exceeded during compilation 1:0-23995",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char *text = repeat(pieces[i], 100000, "1\n");
        bool grows_to_the_left = i == 0 || i == 6;
        Expectation deep = {text,
                            grows_to_the_left
                                ? deep_places[i == 6]
                                : "MemoryError: Parser stack overflowed - Python source too complex to parse 1:0-0"};
        check_error(&deep, PARSE_FILE);
        free(text);
        text = repeat(pieces[i], 2500, "1\n");
        check_error(&(Expectation){text, "fine"}, PARSE_FILE);
        free(text);
    }
}

static void wide_trees_are_fine(void **state) {
    static const char *const pieces[] = {"a=", "a<", "a and ", "1,", "x\n"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char *text = repeat(pieces[i], 100000, "a\n");
        check_error(&(Expectation){text, "fine"}, PARSE_FILE);
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_in_statements),      cmocka_unit_test(errors_by_accident),
        cmocka_unit_test(errors_in_targets),         cmocka_unit_test(errors_in_brackets),
        cmocka_unit_test(errors_of_single_and_eval), cmocka_unit_test(incomplete_texts),
        cmocka_unit_test(dump_of_a_statement),       cmocka_unit_test(positions_leave_out_parentheses),
        cmocka_unit_test(adjacent_strings_are_one),  cmocka_unit_test(soft_keywords_are_names),
        cmocka_unit_test(equal_names_are_one),       cmocka_unit_test(deep_trees_are_refused),
        cmocka_unit_test(wide_trees_are_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
