/* tests/unit/test_source.c - reading a program's bytes: encodings, line ends, lines, and UTF-8 itself.
 *
 * Owns:      nothing.
 * Invariant: messages are CPython 3.13's for a script file.
 * Not here:  tokens (test_lexer.c).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "runtime/base/diag.h"
#include "runtime/base/source.h"
#include "runtime/base/ucd.h"
#include "runtime/base/utf8.h"
#include "runtime/base/vec.h"

#define NO_CARET (DIAG_NO_COLUMN + 1)

#define expect_source(bytes, expected) check_source(bytes, sizeof(bytes) - 1, expected)
static void check_source(const char *bytes, size_t length, const char *expected) {
    Arena arena;
    assert_true(arena_init(&arena));
    Diag diag = {.arena = &arena};
    Source source;
    assert_true(source_from_bytes(&source, "x.py", bytes, length, &diag));
    assert_string_equal(source.text, expected);
    assert_int_equal(source.length, strlen(expected));
    source_free(&source);
    arena_free(&arena);
}

#define expect_refusal(bytes, line, column, message) check_refusal(bytes, sizeof(bytes) - 1, line, column, message)
static void check_refusal(const char *bytes, size_t length, uint32_t line, uint32_t column, const char *message) {
    Arena arena;
    assert_true(arena_init(&arena));
    Diag diag = {.arena = &arena};
    Source source;
    assert_false(source_from_program(&source, "x.py", bytes, length, &diag));
    assert_string_equal(diag.message, message);
    assert_int_equal(diag.where.begin.line, line);
    assert_int_equal(diag.where.begin.column + 1, column);
    assert_non_null(source.text);
    source_free(&source);
    arena_free(&arena);
}

static void test_line_ends(void **state) {
    (void)state;
    expect_source("", "");
    expect_source("a", "a\n");
    expect_source("a\n", "a\n");
    expect_source("a\r\nb\rc\r", "a\nb\nc\n");
    expect_source("a\r\r\n\n", "a\n\n\n");
}

static void test_encodings(void **state) {
    (void)state;
    expect_source("\xEF\xBB\xBFx\n", "x\n");
    expect_source("\xEF\xBB\xBF# coding: utf-8\n", "# coding: utf-8\n");
    expect_source("# -*- coding: Latin_1 -*-\r\n'\xE9'\r\n", "# -*- coding: Latin_1 -*-\n'\xC3\xA9'\n");
    expect_source("#!/x\n# vim: set fileencoding=iso-8859-1 :\n\xE9\n",
                  "#!/x\n# vim: set fileencoding=iso-8859-1 :\n\xC3\xA9\n");
    expect_source("# coding=ascii\nx\n", "# coding=ascii\nx\n");
    expect_source("x\n# coding: foo\n", "x\n# coding: foo\n");
    expect_source("\n\n# coding: foo\n", "\n\n# coding: foo\n");
}

static void test_refusals(void **state) {
    (void)state;
    expect_refusal("x = 1\ny = '\xff'\n", 0, 1,
                   "Non-UTF-8 code starting with '\\xff' in file x.py on line 2, but no encoding declared; see "
                   "https://peps.python.org/pep-0263/ for details");
    expect_refusal("# coding: utf-8\n\xc3\n", 2, 1,
                   "(unicode error) 'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte");
    expect_refusal("x\ny = \0\n", 2, NO_CARET, "source code cannot contain null bytes");
    expect_refusal("\0", 1, NO_CARET, "source code cannot contain null bytes");
    expect_refusal("x\n\0", 2, NO_CARET, "source code cannot contain null bytes");
    expect_refusal("# coding: foo\n", 0, 1, "encoding problem: foo");
    expect_refusal("# coding: ascii\n\xe9\n", 0, 1, "encoding problem: ascii");
    expect_refusal("\xEF\xBB\xBF# coding: latin-1\n", 0, 1, "encoding problem: iso-8859-1 with BOM");
}

static void test_text_needs_no_cookie(void **state) {
    (void)state;
    Arena arena;
    assert_true(arena_init(&arena));
    Diag diag = {.arena = &arena};
    Source source;
    const char text[] = "# coding: latin-1\n'\xC3\xA9'";
    assert_true(source_from_text(&source, "<string>", text, sizeof text - 1, &diag));
    assert_memory_equal(source.text, text, sizeof text - 1);
    assert_true(source.added_newline);
    source_free(&source);
    assert_false(source_from_text(&source, "<string>", "a\0b", 3, &diag));
    assert_string_equal(diag.message, "source code string cannot contain null bytes");
    source_free(&source);
    arena_free(&arena);
}

static void test_lines(void **state) {
    (void)state;
    Arena arena;
    assert_true(arena_init(&arena));
    Diag diag = {.arena = &arena};
    Source source;
    const char *text;
    assert_true(source_from_bytes(&source, "x.py", "ab\n\nc", 5, &diag));
    assert_int_equal(source.line_count, 3);
    assert_int_equal(source_line(&source, 1, &text), 2);
    assert_memory_equal(text, "ab", 2);
    assert_int_equal(source_line(&source, 2, &text), 0);
    assert_int_equal(source_line(&source, 3, &text), 1);
    assert_memory_equal(text, "c", 1);
    assert_int_equal(source_line(&source, 4, &text), 0);
    assert_int_equal(source_line(&source, 0, &text), 0);
    source_free(&source);
    arena_free(&arena);
}

static void expect_invalid(const char *text, size_t length, size_t begin, size_t end, const char *reason) {
    Utf8Error error;
    assert_false(utf8_check(text, length, UTF8_STRICT, &error));
    assert_int_equal(error.begin, begin);
    assert_int_equal(error.end, end);
    assert_string_equal(error.reason, reason);
}

static void test_utf8_errors(void **state) {
    (void)state;
    Utf8Error error;
    expect_invalid("a\x80", 2, 1, 2, "invalid start byte");
    expect_invalid("\xc0\x80", 2, 0, 1, "invalid start byte");
    expect_invalid("\xe2\x82", 2, 0, 2, "unexpected end of data");
    expect_invalid("\xe2\x82x", 3, 0, 2, "invalid continuation byte");
    expect_invalid("\xed\xa0\x80", 3, 0, 1, "invalid continuation byte");
    expect_invalid("\xf4\x90\x80\x80", 4, 0, 1, "invalid continuation byte");
    assert_true(utf8_check("\xed\xa0\x80", 3, UTF8_WTF, &error));
}

static void test_utf8_round_trip(void **state) {
    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        char text[4 + 1] = {0};
        Utf8Error error;
        size_t length = utf8_encode(code, text);
        const char *cursor = text;
        assert_int_equal(utf8_decode(&cursor), code);
        assert_ptr_equal(cursor, text + length);
        assert_int_equal(utf8_count(text, length), 1);
        assert_int_equal(utf8_check(text, length, UTF8_STRICT, &error), code < 0xD800 || code > 0xDFFF);
        assert_true(utf8_check(text, length, UTF8_WTF, &error));
    }
}

static void test_identifier_characters(void **state) {
    (void)state;
    assert_true(ucd_is_xid_start('_') && ucd_is_xid_start('a') && ucd_is_xid_start(0xE9));
    assert_false(ucd_is_xid_start('1') || ucd_is_xid_start(0x20AC) || ucd_is_xid_start(0x110000));
    assert_true(ucd_is_xid_continue('1') && ucd_is_xid_continue(0x301));
    assert_true(ucd_is_printable(' ') && ucd_is_printable(0x20AC));
    assert_false(ucd_is_printable(0xA0) || ucd_is_printable(0x200B) || ucd_is_printable(0xD800));
}

VEC(Numbers, uint64_t);

/* What is without memory goes on, but does not grow. */
static void test_failed_arena(void **state) {
    (void)state;
    Arena arena;
    assert_true(arena_init(&arena));
    Numbers numbers = {0};
    VEC_PUSH_IN(&arena, &numbers, 0);
    arena.failed = true;
    for (uint64_t i = 1; i < 1000; i++) VEC_PUSH_IN(&arena, &numbers, i);
    assert_int_equal(numbers.count, numbers.capacity);
    assert_int_equal(numbers.items[numbers.count - 1], 999);
    assert_string_equal(arena_text(&arena, "abc", 3), "");
    assert_string_equal(arena_format(&arena, "%s", "abc"), "");
    arena_free(&arena);
}

static void test_arena(void **state) {
    (void)state;
    Arena arena;
    assert_true(arena_init(&arena));
    Numbers numbers = {0};
    for (uint64_t i = 0; i < 100000; i++) VEC_PUSH_IN(&arena, &numbers, i);
    for (uint64_t i = 0; i < 100000; i++) assert_int_equal(numbers.items[i], i);
    assert_string_equal(arena_format(&arena, "%s-%d", "a", 7), "a-7");
    assert_true(arena.reserve_left > arena.total);
    assert_string_equal(arena_text(&arena, "abc", 2), "ab");
    for (size_t size = 0; size < 3000; size += 7) {
        char *block = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)block % 16, 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(block[i], 0);
        memset(block, 1, size);
    }
    assert_false(arena.failed);
    assert_null(arena_try(&arena, SIZE_MAX / 2));
    assert_true(arena.failed);
    assert_non_null(arena_alloc(&arena, 100));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_ends),       cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_refusals),        cmocka_unit_test(test_text_needs_no_cookie),
        cmocka_unit_test(test_lines),           cmocka_unit_test(test_utf8_errors),
        cmocka_unit_test(test_utf8_round_trip), cmocka_unit_test(test_identifier_characters),
        cmocka_unit_test(test_arena),           cmocka_unit_test(test_failed_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
