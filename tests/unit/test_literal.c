/* tests/unit/test_literal.c - what literals mean: numbers, escapes, warnings and errors.
 *
 * Owns:      nothing.
 * Invariant: what CPython 3.13 says about a literal is the expectation.
 * Not here:  where literals begin and end (test_lexer.c).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "lexer/lexer.h"
#include "lexer/literal.h"
#include "lexer/token_kinds.h"

/* One literal and what became of it. */
typedef struct Reading {
    Arena arena;          /* results */
    Diag diag;            /* errors and warnings */
    Source source;        /* the text */
    Token token;          /* the literal */
    TextLiteral text;     /* its value, of a string */
    NumberLiteral number; /* its value, of a number */
} Reading;

/* Reads the first token of the wanted kind. */
static void begin(Reading *reading, const char *text, int kind) {
    Lexer lexer;
    memset(reading, 0, sizeof *reading);
    assert_true(arena_init(&reading->arena));
    reading->diag.arena = &reading->arena;
    assert_true(source_from_text(&reading->source, "<test>", text, strlen(text), &reading->diag));
    lexer_init(&lexer, &reading->source, &reading->arena, &reading->diag);
    do assert_true(lexer_next(&lexer, &reading->token));
    while (reading->token.kind != kind);
}

static void end(Reading *reading) {
    source_free(&reading->source);
    arena_free(&reading->arena);
}

static bool read_text(Reading *reading, const char *text) {
    begin(reading, text, strpbrk(text, "fF") == text ? TK_FSTRING_MIDDLE : TK_STRING);
    return literal_text(&reading->token, reading->token.where, &reading->arena, &reading->diag, &reading->text);
}

#define expect_text(text, expected) check_text(text, expected, sizeof(expected) - 1)
static void check_text(const char *text, const char *expected, size_t length) {
    Reading reading;
    assert_true(read_text(&reading, text));
    assert_int_equal(reading.text.length, length);
    assert_memory_equal(reading.text.text, expected, length);
    end(&reading);
}

static void expect_error(const char *text, const char *message) {
    Reading reading;
    assert_false(read_text(&reading, text));
    assert_string_equal(reading.diag.message, message);
    end(&reading);
}

/* Expects the messages, separated by '|'; an empty text for none. */
static void expect_warnings(const char *text, const char *messages) {
    char found[400] = "";
    Reading reading;
    assert_true(read_text(&reading, text));
    for (DiagWarning *warning = reading.diag.warnings; warning != NULL; warning = warning->next) {
        if (*found != '\0') strcat(found, "|");
        strcat(found, warning->message);
    }
    assert_string_equal(found, messages);
    end(&reading);
}

static void expect_int(const char *text, unsigned base, const char *digits) {
    Reading reading;
    begin(&reading, text, TK_NUMBER);
    assert_true(literal_number(&reading.token, &reading.arena, &reading.diag, &reading.number));
    assert_int_equal(reading.number.kind, NUMBER_INT);
    assert_int_equal(reading.number.base, base);
    assert_int_equal(reading.number.length, strlen(digits));
    assert_memory_equal(reading.number.digits, digits, strlen(digits));
    end(&reading);
}

static void expect_float(const char *text, NumberKind kind, double value) {
    Reading reading;
    begin(&reading, text, TK_NUMBER);
    assert_true(literal_number(&reading.token, &reading.arena, &reading.diag, &reading.number));
    assert_int_equal(reading.number.kind, kind);
    assert_true(reading.number.value == value);
    end(&reading);
}

static void test_ints(void **state) {
    (void)state;
    expect_int("0\n", 10, "0");
    expect_int("00_0\n", 10, "0");
    expect_int("1_000_000\n", 10, "1000000");
    expect_int("0x_Ff\n", 16, "Ff");
    expect_int("0x0000\n", 16, "0");
    expect_int("0b0101\n", 2, "101");
    expect_int("0O17\n", 8, "17");
    expect_int("0xe\n", 16, "e");
    expect_int("12345678901234567890123\n", 10, "12345678901234567890123");
    expect_int("1if x else y\n", 10, "1");
    expect_int("2 .real\n", 10, "2");
}

static void test_floats(void **state) {
    (void)state;
    expect_float("1.5\n", NUMBER_FLOAT, 1.5);
    expect_float(".5\n", NUMBER_FLOAT, 0.5);
    expect_float("1.\n", NUMBER_FLOAT, 1.0);
    expect_float("1_0.0_1e1_0\n", NUMBER_FLOAT, 10.01e10);
    expect_float("1E-3\n", NUMBER_FLOAT, 1e-3);
    expect_float("09.5\n", NUMBER_FLOAT, 9.5);
    expect_float("1e400\n", NUMBER_FLOAT, INFINITY);
    expect_float("2.2250738585072014e-308\n", NUMBER_FLOAT, 2.2250738585072014e-308);
    expect_float("3j\n", NUMBER_IMAGINARY, 3.0);
    expect_float("09J\n", NUMBER_IMAGINARY, 9.0);
    expect_float("1e2j\n", NUMBER_IMAGINARY, 100.0);
}

static void test_text(void **state) {
    (void)state;
    expect_text("'abc'\n", "abc");
    expect_text("''\n", "");
    expect_text("\"\"\"a\nb\"\"\"\n", "a\nb");
    expect_text("'\\\\\\'\\\"\\a\\b\\f\\n\\r\\t\\v'\n", "\\'\"\a\b\f\n\r\t\v");
    expect_text("'a\\\nb'\n", "ab");
    expect_text("'\\0\\12\\1234\\400'\n", "\0\nS4\xc4\x80");
    expect_text("'\\x41\\xe9\\u20ac\\U0001F600'\n", "A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
    expect_text("'\\ud800'\n", "\xed\xa0\x80");
    expect_text("'\\N{BULLET}'\n", "\xe2\x80\xa2");
    expect_text("r'\\n'\n", "\\n");
    expect_text("u'\\n'\n", "\n");
    expect_text("'\\q\xc3\xa9'\n", "\\q\xc3\xa9");
    expect_text("'\\\xc3\xa9'\n", "\\\xc3\xa9");
    expect_text("b'a\\xff\\377\\u1234\\N{BULLET}'\n", "a\xff\xff\\u1234\\N{BULLET}");
    expect_text("Rb'\\n'\n", "\\n");
}

static void test_fstring_text(void **state) {
    (void)state;
    expect_text("f'a\\n{{'\n", "a\n{");
    expect_text("f'\\N{BULLET}{x}'\n", "\xe2\x80\xa2");
    expect_text("f'a\\{x}'\n", "a\\");
    expect_text("f'\\{{x'\n", "\\{");
    expect_text("fr'\\n\\'{x}'\n", "\\n\\'");
}

static void test_text_errors(void **state) {
    (void)state;
#define CANNOT "(unicode error) 'unicodeescape' codec can't decode bytes in position "
    expect_error("'\\x1'\n", CANNOT "0-2: truncated \\xXX escape");
    expect_error("'ab\\xg'\n", CANNOT "2-3: truncated \\xXX escape");
    expect_error("'\\u12'\n", CANNOT "0-3: truncated \\uXXXX escape");
    expect_error("'\\U1234567'\n", CANNOT "0-8: truncated \\UXXXXXXXX escape");
    expect_error("'\\U00110000'\n", CANNOT "0-9: illegal Unicode character");
    expect_error("'\\N'\n", CANNOT "0-1: malformed \\N character escape");
    expect_error("'\\N{'\n", CANNOT "0-2: malformed \\N character escape");
    expect_error("'\\N{}'\n", CANNOT "0-2: malformed \\N character escape");
    expect_error("'\\N{foo}'\n", CANNOT "0-6: unknown Unicode character name");
    expect_error("'\xc3\xa9\\x1'\n", CANNOT "10-12: truncated \\xXX escape");
    expect_error("'\\\xc3\xa9\\x1'\n", CANNOT "16-18: truncated \\xXX escape");
    expect_error("b'\\x1'\n", "(value error) invalid \\x escape at position 0");
    expect_error("b'\xc3\xa9'\n", "bytes can only contain ASCII literal characters");
    expect_error("br'\xc3\xa9'\n", "bytes can only contain ASCII literal characters");
}

static void test_warnings(void **state) {
    (void)state;
    expect_warnings("'\\n'\n", "");
    expect_warnings("'\\d\\e'\n", "invalid escape sequence '\\d'");
    expect_warnings("'\\400'\n", "invalid octal escape sequence '\\400'");
    expect_warnings("b'\\u'\n", "invalid escape sequence '\\u'");
    expect_warnings("r'\\d'\n", "");
    expect_warnings("'\\\xc3\xa9'\n", "");
    expect_warnings("f'\\{x}'\n", "invalid escape sequence '\\{'");
    expect_warnings("f'\\d\\{{'\n", "invalid escape sequence '\\{'|invalid escape sequence '\\d'");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ints),         cmocka_unit_test(test_floats),      cmocka_unit_test(test_text),
        cmocka_unit_test(test_fstring_text), cmocka_unit_test(test_text_errors), cmocka_unit_test(test_warnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
