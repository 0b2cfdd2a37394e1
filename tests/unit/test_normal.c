/* tests/unit/test_normal.c - normal forms by the cases that the Unicode character database brings.
 *
 * Owns:      nothing.
 * Invariant: a case is a line of five columns: a text, and its NFC, NFD, NFKC and NFKD.
 * Not here:  names in programs (tests/lang).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "runtime/base/normal.h"
#include "runtime/base/utf8.h"

enum { COLUMNS = 5, TEXT_MAX = 256 };

/* Reads "0044 0307;" and returns what stands behind it. */
static char *read_column(char *p, char *out) {
    for (; *p != ';'; p += *p == ' ') out += utf8_encode((uint32_t)strtoul(p, &p, 16), out);
    *out = '\0';
    return p + 1;
}

static void check(NormalForm form, const char *text, const char *expected) {
    size_t length = strlen(text);
    char *normal = normal_form(form, text, &length);
    assert_non_null(normal);
    assert_int_equal(length, strlen(expected));
    assert_string_equal(normal, expected);
    free(normal);
}

static void check_line(char *line) {
    char columns[COLUMNS][TEXT_MAX];
    for (int i = 0; i < COLUMNS; i++) line = read_column(line, columns[i]);
    for (int i = 0; i < COLUMNS; i++) {
        check(NORMAL_NFC, columns[i], columns[i < 3 ? 1 : 3]);
        check(NORMAL_NFD, columns[i], columns[i < 3 ? 2 : 4]);
        check(NORMAL_NFKC, columns[i], columns[3]);
        check(NORMAL_NFKD, columns[i], columns[4]);
    }
}

static void all_cases(void **state) {
    FILE *file = fopen(NORMAL_CASES, "r");
    char line[4096];
    int count = 0;
    assert_non_null(file);
    for (; fgets(line, sizeof line, file); count += *line != '#' && *line != '@')
        if (*line != '#' && *line != '@') check_line(line);
    fclose(file);
    assert_true(count > 10000);
}

static void texts_of_ascii_stay(void **state) {
    check(NORMAL_NFKC, "", "");
    check(NORMAL_NFD, "plain", "plain");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_cases),
        cmocka_unit_test(texts_of_ascii_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
