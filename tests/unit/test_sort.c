/* tests/unit/test_sort.c - sorting: order, stability, and lists that are tampered with.
 *
 * Owns:      nothing.
 * Invariant: every kind of comparison sees every shape of input.
 * Not here:  key functions written in Python (tests/lang/containers).
 */
#include "tests/unit/containers.h"

#include "runtime/float.h"
#include "runtime/list.h"
#include "runtime/tuple.h"

static uint32_t seed;
static uint32_t random_bits(void) {
    seed = seed * 1664525 + 1013904223;
    return seed >> 8;
}

/* Item i of an input of count items: the patterns that sorting finds in practice, and those that are hard on it. */
typedef int64_t (*Pattern)(int64_t i, int64_t count);
static int64_t ascending(int64_t i, int64_t count) { return i; }
static int64_t descending(int64_t i, int64_t count) { return -i; }
static int64_t constant(int64_t i, int64_t count) { return 7; }
static int64_t scattered(int64_t i, int64_t count) { return random_bits(); }
static int64_t few_values(int64_t i, int64_t count) { return random_bits() % 5; }
static int64_t saw(int64_t i, int64_t count) { return i % 37; }
static int64_t organ_pipe(int64_t i, int64_t count) { return i < count / 2 ? i : count - i; }
static int64_t nearly_sorted(int64_t i, int64_t count) { return random_bits() % 50 ? i : random_bits() % (count + 1); }
static int64_t long_runs(int64_t i, int64_t count) { return (i * 7 / (count + 1) % 2 ? -1 : 1) * i; }

static const Pattern patterns[] = {ascending, descending, constant,      scattered, few_values,
                                   saw,       organ_pipe, nearly_sorted, long_runs};
static const int64_t counts[] = {0, 1, 2, 3, 10, 31, 32, 63, 64, 65, 100, 127, 500, 1023, 5000};

/* An item out of a number; index tells equal ones apart where the kind can. */
typedef Value (*Kind)(int64_t v, int64_t index);
static Value as_number(int64_t v, int64_t index) { return number(v); }
static Value as_fraction(int64_t v, int64_t index) { return float_new((double)v / 8); }
static Value as_text(int64_t v, int64_t index) { return str_format("%08ld", (long)(v + 50000000)); }
static Value as_pair(int64_t v, int64_t index) { return tuple_pack(2, number(v), number(index)); }
static Value as_mixture(int64_t v, int64_t index) { return index % 3 ? number(v) : float_new((double)v); }
static const Kind kinds[] = {as_number, as_fraction, as_text, as_pair, as_mixture};

static Value make_list(Pattern pattern, Kind kind, int64_t count) {
    Value list = list_new(0);
    seed = 42;
    for (int64_t i = 0; i < count; i++) assert_true(list_append_steal(list, kind(pattern(i, count), i)));
    return list;
}

static void assert_sorted(Ref list, bool reverse) {
    for (size_t i = 1; i < list_count(list); i++) {
        Ref a = list_peek(list, reverse ? i : i - 1), b = list_peek(list, reverse ? i - 1 : i);
        assert_int_equal(compare_test(COMPARE_LE, a, b), FOUND);
    }
}

static void every_pattern_of_every_kind_is_sorted(void **state) {
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        for (size_t s = 0; s < sizeof patterns / sizeof *patterns; s++) {
            for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
                Value list = make_list(patterns[s], kinds[k], counts[c]);
                assert_true(list_sort(list, NULL, c % 2));
                assert_int_equal(list_count(list), counts[c]);
                assert_sorted(list, c % 2);
                release(list);
            }
        }
    }
}

static Value first_of(const Ref *args) { return retain(tuple_peek(args[0], 0)); }
static const NativeDef first_def = {"first(pair, /)", first_of, 0, 0};

static void equal_keys_keep_their_order(void **state) {
    Value key = native_function(&first_def, NULL);
    for (size_t s = 0; s < sizeof patterns / sizeof *patterns; s++) {
        for (int reverse = 0; reverse < 2; reverse++) {
            Value list = make_list(patterns[s], as_pair, 3000);
            assert_true(list_sort(list, key, reverse));
            for (size_t i = 1; i < 3000; i++) {
                int64_t a = small_int(tuple_peek(list_peek(list, i - 1), 0)),
                        b = small_int(tuple_peek(list_peek(list, i), 0));
                assert_true(reverse ? a >= b : a <= b);
                int64_t x = small_int(tuple_peek(list_peek(list, i - 1), 1)),
                        y = small_int(tuple_peek(list_peek(list, i), 1));
                assert_true(a != b || x < y);
            }
            release(list);
        }
    }
    release(key);
}

static void items_that_cannot_be_compared_all_stay(void **state) {
    Value list = make_list(scattered, as_number, 1000);
    assert_true(list_insert(list, 700, VALUE_NONE));
    assert_false(list_sort(list, NULL, false));
    assert_true(error_matches(&type_TypeError));
    error_clear();
    size_t numbers = 0, nones = 0;
    for (size_t i = 0; i < list_count(list); i++) {
        numbers += is_small_int(list_peek(list, i));
        nones += is_none(list_peek(list, i));
    }
    assert_int_equal(numbers, 1000);
    assert_int_equal(nones, 1);
    release(list);
}

static Value meddled; /* changed while it is sorted */
static Value meddle(const Ref *args) {
    assert_int_equal(list_count(meddled), 0);
    assert_true(list_append(meddled, args[0]));
    list_clear(meddled);
    return retain(args[0]);
}
static const NativeDef meddle_def = {"meddle(item, /)", meddle, 0, 0};

static void changing_a_list_that_is_sorted_is_noticed(void **state) {
    Value key = native_function(&meddle_def, NULL);
    meddled = make_list(scattered, as_number, 10);
    assert_false(list_sort(meddled, key, false));
    assert_raised(&type_ValueError, "list modified during sort");
    assert_int_equal(list_count(meddled), 10);
    assert_sorted(meddled, false);
    release(meddled);
    release(key);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(every_pattern_of_every_kind_is_sorted),
        RUNTIME_TEST(equal_keys_keep_their_order),
        RUNTIME_TEST(items_that_cannot_be_compared_all_stay),
        RUNTIME_TEST(changing_a_list_that_is_sorted_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
