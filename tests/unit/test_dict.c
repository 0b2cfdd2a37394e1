/* tests/unit/test_dict.c - the table of dicts: order, growth, deletion, versions, hostile keys.
 *
 * Owns:      nothing.
 * Invariant: what a plain array of pairs would do is the expectation.
 * Not here:  methods as Python calls them (tests/lang/containers).
 */
#include "tests/unit/containers.h"

#include <time.h>

#include "runtime/dict.h"
#include "runtime/intern.h"

static int64_t at(Ref dict, int64_t key) {
    Value value;
    Lookup found = dict_get(dict, number(key), &value);
    assert_int_not_equal(found, FAILED);
    return found == FOUND ? small_int(value) : -1;
}

static void put(Ref dict, int64_t key, int64_t value) { assert_true(dict_set(dict, number(key), number(value))); }

static Value squares(int64_t count) {
    Value dict = dict_new();
    for (int64_t i = 0; i < count; i++) put(dict, i, i * i);
    return dict;
}

static void entries_stay_in_the_order_of_insertion(void **state) {
    Value dict = dict_new();
    for (int64_t i = 40; i > 0; i--) put(dict, i * 1024, i);
    put(dict, 1024, 99);
    size_t position = 0;
    Ref key, value;
    for (int64_t i = 40; i > 0; i--) {
        assert_true(dict_step(dict, &position, &key, &value));
        assert_int_equal(small_int(key), i * 1024);
        assert_int_equal(small_int(value), i == 1 ? 99 : i);
    }
    assert_false(dict_step(dict, &position, &key, &value));
    release(dict);
}

/* Random insertions and deletions beside an array that says what must be there. */
static void changes_agree_with_a_plain_array(void **state) {
    enum { KEYS = 700 };
    static int64_t expected[KEYS];
    uint32_t random = 12345;
    size_t count = 0;
    memset(expected, -1, sizeof expected);
    Value dict = dict_new();
    for (int64_t step = 0; step < 60000; step++) {
        random = random * 1103515245 + 12345;
        int64_t key = (random >> 8) % KEYS;
        if ((random >> 24) % 5 < 3) {
            put(dict, key, step);
            count += expected[key] < 0;
            expected[key] = step;
        } else {
            assert_int_equal(dict_delete(dict, number(key)), expected[key] < 0 ? MISSING : FOUND);
            count -= expected[key] >= 0;
            expected[key] = -1;
        }
        assert_int_equal(dict_count(dict), count);
    }
    for (int64_t key = 0; key < KEYS; key++) assert_int_equal(at(dict, key), expected[key]);
    release(dict);
}

static void queues_and_stacks_do_not_fill_the_table(void **state) {
    Value dict = squares(5), key, value;
    for (int64_t i = 5; i < 10000; i++) {
        put(dict, i, i);
        assert_int_equal(dict_pop_last(dict, &key, &value), FOUND);
        assert_int_equal(small_int(key), i);
    }
    for (int64_t i = 5; i < 10000; i++) {
        put(dict, i, i);
        assert_int_equal(dict_delete(dict, number(i == 5 ? 0 : i - 1)), FOUND);
    }
    assert_int_equal(dict_count(dict), 5);
    assert_true(as_dict(dict)->table_bits <= 4);
    release(dict);
}

static void sizes_are_those_of_cpython(void **state) {
    Value dict = dict_new(), names = dict_new();
    assert_int_equal(dict_sizeof(dict), 64);
    put(dict, 0, 0);
    assert_int_equal(dict_sizeof(dict), 224);
    for (int64_t i = 0; i < 1000; i++) put(dict, i, i);
    assert_int_equal(dict_sizeof(dict), 36952);
    dict_set_text(names, "a", VALUE_NONE);
    assert_int_equal(dict_sizeof(names), 184);
    release(dict);
    release(names);
}

static void a_version_lasts_until_the_keys_change(void **state) {
    Value dict = dict_new();
    dict_set_text(dict, "x", number(1));
    uint32_t version = dict_version(dict);
    assert_int_not_equal(version, 0);
    dict_set_text(dict, "x", number(2));
    assert_int_equal(dict_version(dict), version);
    dict_set_text(dict, "y", number(3));
    assert_int_not_equal(dict_version(dict), version);
    version = dict_version(dict);
    Value y = intern_text("y");
    assert_int_equal(dict_entry_index(dict, y), 1);
    assert_true(dict_delete_str(dict, y));
    assert_int_equal(dict_entry_index(dict, y), -1);
    assert_int_not_equal(dict_version(dict), version);
    release(y);
    release(dict);
}

static void numbers_that_are_equal_are_one_key(void **state) {
    Value dict = squares(3), value;
    assert_true(dict_set(dict, VALUE_TRUE, number(7)));
    assert_int_equal(at(dict, 1), 7);
    assert_int_equal(dict_get(dict, VALUE_FALSE, &value), FOUND);
    assert_int_equal(dict_count(dict), 3);
    release(dict);
}

/* A million keys with the same low 24 bits: whoever chooses places by these alone needs hours. */
static void colliding_numbers_cost_no_more_than_others(void **state) {
    Value dict = dict_new();
    clock_t start = clock();
    for (int64_t i = 0; i < 1000000; i++) put(dict, i << 24, i);
    for (int64_t i = 0; i < 1000000; i += 1000) assert_int_equal(at(dict, i << 24), i);
    assert_true(clock() - start < 10 * CLOCKS_PER_SEC);
    release(dict);
}

static Value victim; /* changed while it is probed */
static int changes;

static void clear_it(void) { dict_clear(victim); }
static void grow_it(void) {
    for (int64_t i = 0; changes < 3 && i < 100; i++) put(victim, 1000 + 100 * changes + i, 0);
    changes++;
}

static void probe_with(void (*change)(void)) {
    victim = dict_new();
    changes = 0;
    for (int i = 0; i < 4; i++) {
        Value key = hostile_new(77, change);
        assert_true(dict_set(victim, key, number(i)));
        release(key);
    }
    Value sought = hostile_new(77, NULL), value;
    Lookup found = dict_get(victim, sought, &value);
    assert_int_equal(found, MISSING);
    release(sought);
    release(victim);
}

static void a_dict_may_change_while_it_is_probed(void **state) {
    probe_with(clear_it);
    probe_with(grow_it);
}

static void a_comparison_that_raises_ends_the_search(void **state) {
    Value dict = dict_new(), key = hostile_new(5, NULL), sought = hostile_new(5, NULL), value;
    assert_true(dict_set(dict, key, VALUE_NONE));
    ((Hostile *)object_of(key))->fails = true;
    assert_int_equal(dict_get(dict, sought, &value), FAILED);
    assert_raised(&type_ValueError, "hostile");
    assert_false(dict_set(dict, sought, VALUE_NONE));
    assert_raised(&type_ValueError, "hostile");
    release(key);
    release(sought);
    release(dict);
}

static void copies_are_independent(void **state) {
    Value dict = squares(20);
    for (int64_t i = 0; i < 15; i++) assert_int_equal(dict_delete(dict, number(i)), FOUND);
    Value copy = dict_copy(dict);
    put(dict, 3, 3);
    assert_string_equal(shown(copy), "{15: 225, 16: 256, 17: 289, 18: 324, 19: 361}");
    assert_true(dict_update(copy, dict));
    assert_int_equal(at(copy, 3), 3);
    release(copy);
    release(dict);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(entries_stay_in_the_order_of_insertion),     RUNTIME_TEST(changes_agree_with_a_plain_array),
        RUNTIME_TEST(queues_and_stacks_do_not_fill_the_table),    RUNTIME_TEST(sizes_are_those_of_cpython),
        RUNTIME_TEST(a_version_lasts_until_the_keys_change),      RUNTIME_TEST(numbers_that_are_equal_are_one_key),
        RUNTIME_TEST(colliding_numbers_cost_no_more_than_others), RUNTIME_TEST(a_dict_may_change_while_it_is_probed),
        RUNTIME_TEST(a_comparison_that_raises_ends_the_search),   RUNTIME_TEST(copies_are_independent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
