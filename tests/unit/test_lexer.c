/* tests/unit/test_lexer.c - tokens, logical lines, f-strings, soft keywords, and the tokenizer's errors.
 *
 * Owns:      nothing.
 * Invariant: what CPython 3.13 says about a text is the expectation.
 * Not here:  values of literals (test_literal.c).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "lexer/lexer.h"
#include "lexer/literal.h"
#include "lexer/token_kinds.h"

/* One text and what became of it. */
typedef struct Reading {
    Arena arena;      /* messages and names */
    Diag diag;        /* the first error */
    Source source;    /* the text */
    Lexer lexer;      /* what reads it */
    char kinds[4000]; /* kinds of the tokens, a space behind each */
    char report[400]; /* "Kind: message line:column" of the error, in CPython's columns for ASCII; empty: none */
} Reading;

static const char *const error_names[] = {[DIAG_SYNTAX] = "SyntaxError",
                                          [DIAG_TOKEN] = "SyntaxError",
                                          [DIAG_INDENTATION] = "IndentationError",
                                          [DIAG_TAB] = "TabError"};

static void begin(Reading *reading, const char *text) {
    memset(reading, 0, sizeof *reading);
    assert_true(arena_init(&reading->arena));
    reading->diag.arena = &reading->arena;
    assert_true(source_from_text(&reading->source, "<test>", text, strlen(text), &reading->diag));
    lexer_init(&reading->lexer, &reading->source, &reading->arena, &reading->diag);
}

static void end(Reading *reading) {
    source_free(&reading->source);
    arena_free(&reading->arena);
}

static void report(Reading *reading) {
    const Diag *diag = &reading->diag;
    if (!diag_failed(diag)) return;
    snprintf(reading->report, sizeof reading->report, "%s: %s %u:%u", error_names[diag->kind], diag->message,
             diag->where.begin.line, diag->where.begin.column + 1);
}

static void read_all(Reading *reading, const char *text) {
    Token token = {0};
    size_t length = 0;
    begin(reading, text);
    while (lexer_next(&reading->lexer, &token) && token.kind != 0) {
        const char *name = token_kind_name(token.kind);
        if (length + strlen(name) + 2 > sizeof reading->kinds) continue;
        length += (size_t)sprintf(reading->kinds + length, "%s ", name);
    }
    report(reading);
}

static void expect_kinds(const char *text, const char *kinds) {
    Reading reading;
    read_all(&reading, text);
    assert_string_equal(reading.report, "");
    assert_string_equal(reading.kinds, kinds);
    end(&reading);
}

static void expect_error(const char *text, const char *expected) {
    Reading reading;
    read_all(&reading, text);
    assert_string_equal(reading.report, expected);
    end(&reading);
}

static void expect_incomplete(const char *text, bool incomplete) {
    Reading reading;
    read_all(&reading, text);
    assert_true(diag_failed(&reading.diag));
    assert_int_equal(reading.diag.incomplete, incomplete);
    end(&reading);
}

static char *repeated(const char *unit, int count, const char *behind) {
    char *text = calloc((size_t)count * strlen(unit) + strlen(behind) + 1, 1);
    for (int i = 0; i < count; i++) strcat(text, unit);
    return strcat(text, behind);
}

/* Counts the tokens of a text that must have no error. */
static size_t count_tokens(const char *text) {
    Reading reading;
    Token token = {0};
    size_t count = 0;
    begin(&reading, text);
    while (lexer_next(&reading.lexer, &token) && token.kind != 0) count++;
    assert_false(diag_failed(&reading.diag));
    end(&reading);
    return count;
}

static void test_every_kind_has_a_rule(void **state) {
    (void)state;
    static const char text[] =
        "name 1 's' f'm' \n"
        "if True:\n pass\n"
        "False None True and as assert async await break class continue def del elif else except finally for from\n"
        "global if import in is lambda nonlocal not or pass raise return try while with yield\n"
        "match x:\n case 1: pass\n"
        "type X\n"
        "with (a as b): pass\n"
        "+ - * / % @ ** // << >> & | ^ ~ < > <= >= == != = := += -= *= /= %= @= &= |= ^= <<= >>= **= //=\n"
        "() [] {} . ... , : ; -> ! $\n";
    bool seen[TK_JUNK + 1] = {false};
    Reading reading;
    Token token = {0};
    begin(&reading, text);
    while (lexer_next(&reading.lexer, &token) && token.kind != 0)
        if (token.kind <= TK_JUNK) seen[token.kind] = true;
    assert_false(diag_failed(&reading.diag));
    for (int kind = 1; kind <= TK_JUNK; kind++)
        if (!seen[kind]) fail_msg("no token of kind %s", token_kind_name(kind));
    end(&reading);
}

static void test_places(void **state) {
    (void)state;
    Reading reading;
    Token token = {0};
    begin(&reading, "x = '''a\nb''' + \\\n  \xc3\xa9\xc3\xa9 # note\n");
    static const Span places[] = {{{1, 0}, {1, 1}}, {{1, 2}, {1, 3}}, {{1, 4}, {2, 4}},
                                  {{2, 5}, {2, 6}}, {{3, 2}, {3, 6}}, {{3, 7}, {3, 13}}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        assert_true(lexer_next(&reading.lexer, &token));
        assert_memory_equal(&token.where, &places[i], sizeof places[i]);
    }
    assert_int_equal(token.kind, TK_NEWLINE);
    for (int i = 0; i < 3; i++) {
        assert_true(lexer_next(&reading.lexer, &token));
        assert_int_equal(token.kind, 0);
    }
    end(&reading);
}

static void test_name_is_normalised(void **state) {
    (void)state;
    Reading reading;
    Token token = {0};
    begin(&reading, "\xef\xac\x81x = 1\n"); /* U+FB01, a ligature */
    assert_true(lexer_next(&reading.lexer, &token));
    assert_int_equal(token.length, 3);
    assert_memory_equal(token.text, "fix", 3);
    assert_int_equal(token.where.end.column, 4);
    end(&reading);
}

static void test_lines(void **state) {
    (void)state;
    expect_kinds("", "");
    expect_kinds("\n  # note\n\n", "");
    expect_kinds("a\n", "NAME NEWLINE ");
    expect_kinds("(a\n\n  # note\n)\n", "LPAR NAME RPAR NEWLINE ");
    expect_kinds("if a:\n  b\n\n# note\n  c\nd\n",
                 "IF NAME COLON NEWLINE INDENT NAME NEWLINE NAME NEWLINE DEDENT NAME NEWLINE ");
    expect_kinds("if a:\n\tb\n\tif c:\n\t  d\n", "IF NAME COLON NEWLINE INDENT NAME NEWLINE IF NAME COLON NEWLINE "
                                                 "INDENT NAME NEWLINE DEDENT DEDENT ");
    expect_kinds("a \\\n  b\n", "NAME NAME NEWLINE ");
    expect_kinds("if a:\n  b\n  \\\nc\n", "IF NAME COLON NEWLINE INDENT NAME NEWLINE NAME NEWLINE DEDENT ");
    expect_kinds("if a:\n  b\n\f  c\n", "IF NAME COLON NEWLINE INDENT NAME NEWLINE NAME NEWLINE DEDENT ");
}

static void test_indentation_errors(void **state) {
    (void)state;
    expect_error("if x:\n\ta\n        b\n", "TabError: inconsistent use of tabs and spaces in indentation 3:1");
    expect_error("if x:\n        a\n\tb\n", "TabError: inconsistent use of tabs and spaces in indentation 3:1");
    expect_error("if x:\n    a\n  b\n", "IndentationError: unindent does not match any outer indentation level 3:4");
    char text[20000] = "";
    for (int i = 0; i < 101; i++) sprintf(text + strlen(text), "%*sif x:\n", i, "");
    expect_error(text, "IndentationError: too many levels of indentation 101:1");
}

static void test_fstrings(void **state) {
    (void)state;
    expect_kinds("f''\n", "FSTRING_START FSTRING_END NEWLINE ");
    expect_kinds("f'a{b}c'\n", "FSTRING_START FSTRING_MIDDLE LBRACE NAME RBRACE FSTRING_MIDDLE FSTRING_END NEWLINE ");
    expect_kinds("f'{{}}'\n", "FSTRING_START FSTRING_MIDDLE FSTRING_MIDDLE FSTRING_END NEWLINE ");
    expect_kinds("f'{a!r:>{b}}'\n",
                 "FSTRING_START LBRACE NAME EXCLAMATION NAME COLON FSTRING_MIDDLE LBRACE NAME RBRACE "
                 "RBRACE FSTRING_END NEWLINE ");
    expect_kinds("f'{a=}'\n", "FSTRING_START LBRACE NAME ASSIGN RBRACE FSTRING_END NEWLINE ");
    expect_kinds("f'{a!=b:=5}'\n",
                 "FSTRING_START LBRACE NAME NE NAME COLON FSTRING_MIDDLE RBRACE FSTRING_END NEWLINE ");
    expect_kinds("f'{(a:=5)}'\n", "FSTRING_START LBRACE LPAR NAME COLONEQUAL NUMBER RPAR RBRACE FSTRING_END NEWLINE ");
    expect_kinds("f'{ {1:2}[1] }'\n", "FSTRING_START LBRACE LBRACE NUMBER COLON NUMBER RBRACE LSQB NUMBER RSQB RBRACE "
                                      "FSTRING_END NEWLINE ");
    expect_kinds("f'{f'{'a'}'}'\n",
                 "FSTRING_START LBRACE FSTRING_START LBRACE STRING RBRACE FSTRING_END RBRACE FSTRING_END NEWLINE ");
    expect_kinds("f'''{a\n# note\n}\n'''\n", "FSTRING_START LBRACE NAME RBRACE FSTRING_MIDDLE FSTRING_END NEWLINE ");
    expect_kinds("f'\\N{DIGIT ONE}{a}'\n", "FSTRING_START FSTRING_MIDDLE LBRACE NAME RBRACE FSTRING_END NEWLINE ");
    expect_kinds("rf'\\N{a}\\''\n",
                 "FSTRING_START FSTRING_MIDDLE LBRACE NAME RBRACE FSTRING_MIDDLE FSTRING_END NEWLINE ");
    expect_kinds("f'\\{a}'\n", "FSTRING_START FSTRING_MIDDLE LBRACE NAME RBRACE FSTRING_END NEWLINE ");
}

static void test_fstring_errors(void **state) {
    (void)state;
    expect_error("f'a\n", "SyntaxError: unterminated f-string literal (detected at line 1) 1:1");
    expect_error("x\nf'''a\n\n", "SyntaxError: unterminated triple-quoted f-string literal (detected at line 3) 2:1");
    expect_error("f'a}'\n", "SyntaxError: f-string: single '}' is not allowed 1:4");
    expect_error("f'{)}'\n", "SyntaxError: f-string: unmatched ')' 1:4");
    expect_error("f'{(]}'\n", "SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' 1:5");
    expect_error("f'{a'\n", "SyntaxError: f-string: expecting '}' 1:5");
    expect_error("f'{a\n", "SyntaxError: '{' was never closed 1:3");
    expect_error("f'{a:{b:{c:{d}}}}'\n", "SyntaxError: f-string: expressions nested too deeply 1:11");
    char *text = repeated("f'{", 150, "\n");
    expect_error(text, "SyntaxError: too many nested f-strings 1:449");
    free(text);
}

static void test_string_errors(void **state) {
    (void)state;
    expect_error("x = 'a\n", "SyntaxError: unterminated string literal (detected at line 1) 1:5");
    expect_error("x = rb'a\\\nb\n", "SyntaxError: unterminated string literal (detected at line 2) 1:5");
    expect_error("'a\\'\n",
                 "SyntaxError: unterminated string literal (detected at line 1); perhaps you escaped the end "
                 "quote? 1:1");
    expect_error("x = '''a\n\n", "SyntaxError: unterminated triple-quoted string literal (detected at line 2) 1:5");
}

static void test_bracket_errors(void **state) {
    (void)state;
    expect_error("x = (1,\n  [2]\n", "SyntaxError: '(' was never closed 1:5");
    expect_error("x)\n", "SyntaxError: unmatched ')' 1:2");
    expect_error("(1]\n", "SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' 1:3");
    expect_error("(1,\n]\n",
                 "SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' on line 1 2:1");
    char *text = repeated("(", 201, "\n");
    expect_error(text, "SyntaxError: too many nested parentheses 1:201");
    free(text);
}

static void test_number_errors(void **state) {
    (void)state;
    expect_error("0777\n", "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                           "for octal integers 1:1");
    expect_error("x = 0o18\n", "SyntaxError: invalid digit '8' in octal literal 1:8");
    expect_error("0b12\n", "SyntaxError: invalid digit '2' in binary literal 1:4");
    expect_error("0b\n", "SyntaxError: invalid binary literal 1:2");
    expect_error("0x_\n", "SyntaxError: invalid hexadecimal literal 1:3");
    expect_error("0xfg\n", "SyntaxError: invalid hexadecimal literal 1:3");
    expect_error("1__0\n", "SyntaxError: invalid decimal literal 1:2");
    expect_error("1abc\n", "SyntaxError: invalid decimal literal 1:1");
    expect_error("1e+\n", "SyntaxError: invalid decimal literal 1:3");
    expect_error("1jx\n", "SyntaxError: invalid imaginary literal 1:2");
    expect_kinds("00 0_0 09.5 09e1 09j 1_0.0_1 .5 5. 1if\n",
                 "NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER IF NEWLINE ");
}

static void test_character_errors(void **state) {
    (void)state;
    expect_error("a = \xe2\x82\xac\n", "SyntaxError: invalid character '\xe2\x82\xac' (U+20AC) 1:5");
    expect_error("ab\xe2\x82\xac\n", "SyntaxError: invalid character '\xe2\x82\xac' (U+20AC) 1:3");
    expect_error("x\xc2\xa0= 1\n", "SyntaxError: invalid non-printable character U+00A0 1:2");
    expect_error("\x01\n", "SyntaxError: invalid non-printable character U+0001 1:1");
    expect_error("x = 1 \\ y\n", "SyntaxError: unexpected character after line continuation character 1:8");
    expect_error("x = 1 \\\n", "SyntaxError: unexpected EOF while parsing 1:8");
    expect_kinds("a $ b <> c\n", "NAME JUNK NAME JUNK NAME NEWLINE ");
}

static void test_type(void **state) {
    (void)state;
    expect_kinds("type X = int\n", "TYPE NAME ASSIGN NAME NEWLINE ");
    expect_kinds("type type = int; type match = x\n", "TYPE NAME ASSIGN NAME SEMI TYPE NAME ASSIGN NAME NEWLINE ");
    expect_kinds("if x: type X = int\n", "IF NAME COLON TYPE NAME ASSIGN NAME NEWLINE ");
    expect_kinds("type(x)\n", "NAME LPAR NAME RPAR NEWLINE ");
    expect_kinds("type = x\n", "NAME ASSIGN NAME NEWLINE ");
    expect_kinds("type in x\n", "NAME IN NAME NEWLINE ");
    expect_kinds("x = type\n", "NAME ASSIGN NAME NEWLINE ");
}

static void test_match(void **state) {
    (void)state;
    expect_kinds("match x:\n case y: z\n", "MATCH NAME COLON NEWLINE INDENT CASE NAME COLON NAME NEWLINE DEDENT ");
    expect_kinds("match(x):\n", "MATCH LPAR NAME RPAR COLON NEWLINE ");
    expect_kinds("match (x,\n y):\n", "MATCH LPAR NAME COMMA NAME RPAR COLON NEWLINE ");
    expect_kinds("match -x:\n", "MATCH MINUS NAME COLON NEWLINE ");
    expect_kinds("match *x, y:\n", "MATCH STAR NAME COMMA NAME COLON NEWLINE ");
    expect_kinds("match not x:\n", "MATCH NOT NAME COLON NEWLINE ");
    expect_kinds("match x\n", "MATCH NAME NEWLINE ");
    expect_kinds("match(x)\n", "NAME LPAR NAME RPAR NEWLINE ");
    expect_kinds("match[x:y]\n", "NAME LSQB NAME COLON NAME RSQB NEWLINE ");
    expect_kinds("match[x]: int\n", "NAME LSQB NAME RSQB COLON NAME NEWLINE ");
    expect_kinds("match = x\n", "NAME ASSIGN NAME NEWLINE ");
    expect_kinds("match: int\n", "NAME COLON NAME NEWLINE ");
    expect_kinds("match.x, match - x\n", "NAME DOT NAME COMMA NAME MINUS NAME NEWLINE ");
    expect_kinds("match not in x\n", "NAME NOT IN NAME NEWLINE ");
    expect_kinds("x = case\n", "NAME ASSIGN NAME NEWLINE ");
}

static void test_with(void **state) {
    (void)state;
    expect_kinds("with (a as b, c): d\n", "WITH WITH_PAREN NAME AS NAME COMMA NAME RPAR COLON NAME NEWLINE ");
    expect_kinds("async with (a, b,\n): d\n", "ASYNC WITH WITH_PAREN NAME COMMA NAME COMMA RPAR COLON NAME NEWLINE ");
    expect_kinds("with (a): d\n", "WITH WITH_PAREN NAME RPAR COLON NAME NEWLINE ");
    expect_kinds("with (a) as b: d\n", "WITH LPAR NAME RPAR AS NAME COLON NAME NEWLINE ");
    expect_kinds("with (a).b: d\n", "WITH LPAR NAME RPAR DOT NAME COLON NAME NEWLINE ");
    expect_kinds("with (a), (b): d\n", "WITH LPAR NAME RPAR COMMA LPAR NAME RPAR COLON NAME NEWLINE ");
    expect_kinds("with (yield): d\n", "WITH LPAR YIELD RPAR COLON NAME NEWLINE ");
    expect_kinds("with (a := b): d\n", "WITH LPAR NAME COLONEQUAL NAME RPAR COLON NAME NEWLINE ");
    expect_kinds("with (*a, b): d\n", "WITH LPAR STAR NAME COMMA NAME RPAR COLON NAME NEWLINE ");
    expect_kinds("with (a for b in c): d\n", "WITH LPAR NAME FOR NAME IN NAME RPAR COLON NAME NEWLINE ");
    expect_kinds("with (): d\n", "WITH LPAR RPAR COLON NAME NEWLINE ");
    expect_kinds("with (lambda a, *b: c, d): e\n", "WITH WITH_PAREN LAMBDA NAME COMMA STAR NAME COLON NAME COMMA NAME "
                                                   "RPAR COLON NAME NEWLINE ");
}

static void test_looking_ahead_finds_the_error_later(void **state) {
    (void)state;
    Reading reading;
    read_all(&reading, "with (a, '\n");
    assert_string_equal(reading.kinds, "WITH LPAR NAME COMMA ");
    assert_string_equal(reading.report, "SyntaxError: unterminated string literal (detected at line 1) 1:10");
    end(&reading);
}

static void test_incomplete(void **state) {
    (void)state;
    expect_incomplete("(1,\n", true);
    expect_incomplete("'''a\n", true);
    expect_incomplete("f'''a\n", true);
    expect_incomplete("f'''{a\n", true);
    expect_incomplete("x = 1 \\\n", true);
    expect_incomplete("(1 \\\n", true);
    expect_incomplete("'a\\\n", true);
    expect_incomplete("'a\n", false);
    expect_incomplete("f'a\n", false);
    expect_incomplete("(]\n", false);
}

/* What lexer_check_rest says once `tokens` tokens of the text were read. */
static void expect_rest(const char *text, int tokens, uint32_t line, const char *expected) {
    Reading reading;
    Token token = {0};
    begin(&reading, text);
    while (tokens-- > 0) assert_true(lexer_next(&reading.lexer, &token));
    assert_int_equal(lexer_check_rest(&reading.lexer, line), *expected != '\0');
    report(&reading);
    assert_string_equal(reading.report, expected);
    end(&reading);
}

static void test_check_rest(void **state) {
    (void)state;
    expect_rest("x = 5 5\ny\n", 4, 1, "");
    expect_rest("x = 5 5\n'abc\n", 4, 1, "SyntaxError: unterminated string literal (detected at line 2) 2:1");
    expect_rest("x = 5 5\n(\n", 4, 1, "");
    expect_rest("(\n5 5\n", 3, 2, "SyntaxError: '(' was never closed 1:1");
    expect_rest("x = 5 5\nf'{)}'\n", 4, 1, "");
    expect_rest("x = 5 5\nif x:\n    a\n  b\n", 4, 1, "");
    expect_rest("x = 5 5\ny = \\ z\n", 4, 1, "");
}

static void test_cost_is_linear(void **state) {
    (void)state;
    char *text = repeated("with (a, b):\n pass\nmatch (x):\n case 1: pass\n", 20000, "");
    assert_int_equal(count_tokens(text), 20000 * 25);
    free(text);
    char *items = repeated("(a), ", 100000, "b):\n pass\n");
    char *line = calloc(strlen(items) + 10, 1);
    sprintf(line, "with (%s", items);
    assert_int_equal(count_tokens(line), 400000 + 10);
    free(items);
    free(line);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_has_a_rule),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_name_is_normalised),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_indentation_errors),
        cmocka_unit_test(test_fstrings),
        cmocka_unit_test(test_fstring_errors),
        cmocka_unit_test(test_string_errors),
        cmocka_unit_test(test_bracket_errors),
        cmocka_unit_test(test_number_errors),
        cmocka_unit_test(test_character_errors),
        cmocka_unit_test(test_type),
        cmocka_unit_test(test_match),
        cmocka_unit_test(test_with),
        cmocka_unit_test(test_looking_ahead_finds_the_error_later),
        cmocka_unit_test(test_incomplete),
        cmocka_unit_test(test_check_rest),
        cmocka_unit_test(test_cost_is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
