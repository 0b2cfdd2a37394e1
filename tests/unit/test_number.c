/* tests/unit/test_number.c - doubles as text: shortest, exact, read back, against the C library and known hard cases.
 *
 * Owns:      nothing.
 * Invariant: printf and strtod of the C library round correctly and are the expectation.
 * Not here:  format specs (tests/lang/text).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <gmp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/base/number.h"

static uint64_t seed = 88172645463325252u;

static uint64_t next_random(void) {
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    return seed * 0x2545f4914f6cdd1du;
}

/* Any finite double, or one that people write. */
static double random_double(void) {
    uint64_t bits = next_random();
    double d;
    memcpy(&d, &bits, sizeof d);
    if (bits % 3 == 0 || !isfinite(d))
        return (double)(next_random() % 2000000) / (double)(1u << next_random() % 12) / 10;
    return d;
}

static size_t significant_digits(const char *text) {
    size_t count = 0, zeros = 0;
    for (; *text && *text != 'e'; text++) {
        if (*text < '0' || *text > '9') continue;
        if (*text == '0') zeros += count > 0;
        else count += zeros + 1, zeros = 0;
    }
    return count;
}

/* The digits of printf("%.*e") that are the fewest to read back as d. */
static size_t fewest_digits(double d) {
    char text[40];
    for (int count = 1; count < 17; count++) {
        snprintf(text, sizeof text, "%.*e", count - 1, d);
        if (strtod(text, NULL) == d) return significant_digits(text);
    }
    return 17;
}

static void check_repr(double d) {
    char text[NUMBER_REPR_MAX];
    double back = 0;
    size_t length = number_repr(text, d);
    assert_int_equal(length, strlen(text));
    assert_true(strtod(text, NULL) == d);
    assert_true(number_parse(text, length, &back) && back == d);
    if (significant_digits(text) > fewest_digits(d)) fail_msg("%a as %s", d, text);
}

static void repr_is_shortest_and_reads_back(void **state) {
    for (int exponent = -1074; exponent < 1024; exponent++) {
        check_repr(ldexp(1, exponent)); /* the intervals of powers of two are lopsided */
        check_repr(nextafter(ldexp(1, exponent), INFINITY));
    }
    for (int i = 0; i < 20000; i++) check_repr(random_double());
}

static void repr_chooses_the_notation_as_python_does(void **state) {
    static const struct {
        double d;
        const char *text;
    } cases[] = {{0.0, "0.0"},
                 {-0.0, "-0.0"},
                 {1e15, "1000000000000000.0"},
                 {1e16, "1e+16"},
                 {1e-4, "0.0001"},
                 {1e-5, "1e-05"},
                 {1e22, "1e+22"},
                 {1e23, "1e+23"},
                 {5e-324, "5e-324"},
                 {0.1 + 0.2, "0.30000000000000004"},
                 {1e100, "1e+100"},
                 {2.5, "2.5"},
                 {INFINITY, "inf"},
                 {-INFINITY, "-inf"},
                 {NAN, "nan"},
                 {9007199254740993.0, "9007199254740992.0"},
                 {1.7976931348623157e308, "1.7976931348623157e+308"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[NUMBER_REPR_MAX];
        number_repr(text, cases[i].d);
        assert_string_equal(text, cases[i].text);
    }
}

static void check_format(double d, char type, int precision) {
    static char text[3000], expected[3000];
    const char pattern[] = {'%', '.', '*', type, 0};
    snprintf(expected, sizeof expected, pattern, precision, d);
    size_t length = number_format(text, d, type, (size_t)precision, 0);
    text[length] = '\0';
    assert_true(length <= number_format_room(d, type, (size_t)precision));
    assert_string_equal(text, expected);
}

static void formats_agree_with_printf(void **state) {
    for (int i = 0; i < 20000; i++) {
        int precision = (int)(next_random() % (i % 40 == 0 ? 1100 : 22));
        check_format(random_double(), "efgEFG"[next_random() % 6], precision);
    }
    for (int precision = 0; precision < 30; precision++) {
        check_format(0.0, 'f', precision);
        check_format(9.995, 'f', precision);
        check_format(0.5, 'f', precision);
        check_format(2.5, 'e', precision);
        check_format(999999.5, 'g', precision);
        check_format(5e-324, 'f', precision * 40);
    }
}

static void flags_change_what_they_name(void **state) {
    char text[64];
    text[number_format(text, 1.0, 'g', 6, NUMBER_ALTERNATE)] = '\0';
    assert_string_equal(text, "1.00000");
    text[number_format(text, 1234567.0, 'g', 7, NUMBER_POINT_ZERO)] = '\0';
    assert_string_equal(text, "1.234567e+06");
    text[number_format(text, -0.001, 'f', 1, NUMBER_NO_MINUS_ZERO)] = '\0';
    assert_string_equal(text, "0.0");
    text[number_format(text, 3.0, 'r', 0, 0)] = '\0';
    assert_string_equal(text, "3");
}

static void check_read(const char *text) {
    double d = -1, expected = strtod(text, NULL);
    assert_true(number_parse(text, strlen(text), &d));
    if (memcmp(&d, &expected, sizeof d) != 0) fail_msg("%s read as %a, not %a", text, d, expected);
}

static void reading_agrees_with_strtod(void **state) {
    static char text[2000];
    for (int i = 0; i < 5000; i++) {
        double d = random_double();
        snprintf(text, sizeof text, "%.*e", (int)(next_random() % 800), d);
        check_read(text);
        snprintf(text, sizeof text, "%llu.%llue%d", (unsigned long long)next_random(),
                 (unsigned long long)next_random(), (int)(next_random() % 700) - 350);
        check_read(text);
    }
}

/* Half-way between two doubles, and a hair beside it. */
static void midpoints_are_decided_exactly(void **state) {
    static char text[2000];
    for (int i = 0; i < 2000; i++) {
        double d = fabs(random_double()), next = nextafter(d, INFINITY);
        if (isinf(next)) continue;
        snprintf(text, sizeof text, "%.1100Le", ((long double)d + (long double)next) / 2);
        check_read(text);
        char exponent[16], *e = strchr(text, 'e');
        snprintf(exponent, sizeof exponent, "%s", e);
        snprintf(e, 40, "00000000001%s", exponent);
        check_read(text);
    }
}

static void what_is_no_number_is_refused(void **state) {
    static const char *const wrong[] = {"",     ".",    "e5",   "1e",   "1e+", "_1",   "1_",   "1__0",
                                        "1_.5", "1._5", "1e_5", "1_e5", "--1", "1x",   "0x10", "infinit",
                                        "in",   "nan1", " 1",   "1 ",   "+-1", "1.5.2"};
    static const char *const right[] = {"1_000.5_5e1_0",
                                        ".5",
                                        "5.",
                                        "+.5e-3",
                                        "-InFiniTy",
                                        "NaN",
                                        "1e400",
                                        "-1e-400",
                                        "0e99999999999999999999",
                                        "1e-99999999999999999999"};
    double d;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        if (number_parse(wrong[i], strlen(wrong[i]), &d)) fail_msg("%s was read", wrong[i]);
    }
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        if (!number_parse(right[i], strlen(right[i]), &d)) fail_msg("%s was not read", right[i]);
    }
}

static void rounding_looks_at_the_exact_value(void **state) {
    assert_true(number_round(2.675, 2) == 2.67); /* the double is a little below */
    assert_true(number_round(0.5, 0) == 0.0 && number_round(1.5, 0) == 2.0);
    assert_true(number_round(1250.0, -2) == 1200.0);
    assert_true(number_round(5e-324, 400) == 5e-324);
    assert_true(isinf(number_round(1.7e308, -308)));
    assert_true(signbit(number_round(-0.4, 0)));
}

static void unsigned_integers_are_written(void **state) {
    uint64_t value = 1;
    for (int digits = 1; digits <= 20; digits++, value *= 10) {
        char text[NUMBER_UINT64_MAX + 1], expected[NUMBER_UINT64_MAX + 1];
        for (uint64_t v = value - (digits > 1); v <= value + 1; v++) {
            text[number_write_uint64(text, v)] = '\0';
            snprintf(expected, sizeof expected, "%llu", (unsigned long long)v);
            assert_string_equal(text, expected);
        }
    }
}

static void powers_of_ten_are_rounded_up(void **state) {
    mpz_t power, unit, expected;
    number_powers_need();
    mpz_inits(power, unit, expected, NULL);
    for (int k = NUMBER_POWER_FIRST; k <= NUMBER_POWER_LAST; k++) {
        int shift = number_log2_power(k) - 127; /* a unit is 2^shift */
        mpz_ui_pow_ui(power, 10, (unsigned long)(k > 0 ? k : 0));
        mpz_ui_pow_ui(unit, 10, (unsigned long)(k < 0 ? -k : 0));
        mpz_mul_2exp(power, power, (mp_bitcnt_t)(shift < 0 ? -shift : 0));
        mpz_mul_2exp(unit, unit, (mp_bitcnt_t)(shift > 0 ? shift : 0));
        mpz_cdiv_q(expected, power, unit);
        NumberPower made = number_power(k);
        assert_int_equal(mpz_size(expected), 2);
        assert_true(mpz_getlimbn(expected, 1) == made.high && mpz_getlimbn(expected, 0) == made.low);
    }
    mpz_clears(power, unit, expected, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repr_is_shortest_and_reads_back), cmocka_unit_test(repr_chooses_the_notation_as_python_does),
        cmocka_unit_test(formats_agree_with_printf),       cmocka_unit_test(flags_change_what_they_name),
        cmocka_unit_test(reading_agrees_with_strtod),      cmocka_unit_test(midpoints_are_decided_exactly),
        cmocka_unit_test(what_is_no_number_is_refused),    cmocka_unit_test(rounding_looks_at_the_exact_value),
        cmocka_unit_test(unsigned_integers_are_written),   cmocka_unit_test(powers_of_ten_are_rounded_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
