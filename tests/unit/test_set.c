/* tests/unit/test_set.c - the table of sets: CPython 3.13's order, deletion, hostile keys.
 *
 * Owns:      nothing.
 * Invariant: orders and hashes below were printed by CPython 3.13.
 * Not here:  methods as Python calls them (tests/lang/containers).
 */
#include "tests/unit/containers.h"

#include <time.h>

#include "runtime/set.h"

static void add(Ref set, int64_t key) { assert_true(set_add(set, number(key))); }
static void discard(Ref set, int64_t key) { assert_int_equal(set_discard(set, number(key)), FOUND); }

/* The keys first, first + step, ... of which there are count. */
static Value progression(int64_t first, int64_t step, int64_t count) {
    Value set = set_new();
    for (int64_t i = 0; i < count; i++) add(set, first + i * step);
    return set;
}

static void check_order(Value set, const char *expected) {
    assert_string_equal(shown(set), expected);
    release(set);
}

static void numbers_come_in_the_order_of_cpython(void **state) {
    check_order(progression(0, 7, 10), "{0, 35, 7, 42, 14, 49, 21, 56, 28, 63}");
    check_order(progression(100, -13, 12), "{-30, 35, 100, 9, 74, -17, 48, -43, 22, 87, -4, 61}");
    check_order(progression(1, 1024, 8), "{1, 3073, 4097, 1025, 2049, 5121, 6145, 7169}");
}

static void deleted_places_are_used_again(void **state) {
    Value set = set_new();
    add(set, 224);
    add(set, 32);
    discard(set, 224);
    add(set, 192);
    check_order(set, "{192, 32}");
}

static void a_set_does_not_grow_from_coming_and_going(void **state) {
    Value set = progression(0, 1, 3);
    for (int64_t i = 3; i < 100000; i++) {
        add(set, i);
        discard(set, i - 3);
    }
    assert_int_equal(set_count(set), 3);
    assert_true(as_set(set)->mask <= 31);
    release(set);
}

static void hashes_are_those_of_cpython(void **state) {
    Value three = progression(1, 1, 3), frozen = set_copy(three, &type_frozenset), empty = set_new_of(&type_frozenset);
    int64_t hash;
    assert_true(hash_of(frozen, &hash));
    assert_int_equal(hash, -272375401224217160);
    assert_true(hash_of(empty, &hash));
    assert_int_equal(hash, 133146708735736);
    assert_false(hash_of(three, &hash));
    assert_raised(&type_TypeError, "unhashable type: 'set'");
    release(three);
    release(frozen);
    release(empty);
}

static void sizes_are_those_of_cpython(void **state) {
    Value set = set_new();
    assert_int_equal(set_sizeof(set), 216);
    for (int64_t i = 0; i < 4; i++) add(set, i);
    assert_int_equal(set_sizeof(set), 216);
    add(set, 4);
    assert_int_equal(set_sizeof(set), 728);
    release(set);
}

static void keys_prepared_to_collide_are_scattered(void **state) {
    Value set = set_new();
    clock_t start = clock();
    for (int64_t i = 0; i < 100000; i++) add(set, (i << 44) | (i & 0xff) << 36);
    for (int64_t i = 0; i < 100000; i++) {
        assert_int_equal(set_contains(set, number((i << 44) | (i & 0xff) << 36)), FOUND);
    }
    assert_true(clock() - start < 10 * CLOCKS_PER_SEC);
    release(set);
}

static Value victim; /* changed while it is probed */
static void clear_it(void) { set_clear(victim); }
static void grow_it(void) {
    for (int64_t i = 0; set_count(victim) < 300; i++) add(victim, 1000 + i);
}

static void probe_with(void (*change)(void)) {
    victim = set_new();
    for (int i = 0; i < 4; i++) {
        Value key = hostile_new(77, change);
        assert_true(set_add(victim, key));
        release(key);
    }
    Value sought = hostile_new(77, NULL);
    assert_int_equal(set_contains(victim, sought), MISSING);
    assert_true(set_add(victim, sought));
    release(sought);
    release(victim);
}

static void a_set_may_change_while_it_is_probed(void **state) {
    probe_with(clear_it);
    probe_with(grow_it);
}

static void algebra_takes_any_iterable(void **state) {
    Value a = progression(0, 1, 6), b = progression(3, 1, 6), empty = set_new();
    check_order(set_intersection(a, b), "{3, 4, 5}");
    check_order(set_difference(a, b), "{0, 1, 2}");
    check_order(set_symmetric_difference(a, b), "{0, 1, 2, 6, 7, 8}");
    assert_int_equal(set_is_disjoint(a, b), MISSING);
    assert_int_equal(set_is_disjoint(a, empty), FOUND);
    assert_int_equal(set_is_subset(empty, a), FOUND);
    assert_null(set_intersection(a, VALUE_NONE));
    assert_raised(&type_TypeError, "'NoneType' object is not iterable");
    release(a);
    release(b);
    release(empty);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(numbers_come_in_the_order_of_cpython),
        RUNTIME_TEST(deleted_places_are_used_again),
        RUNTIME_TEST(a_set_does_not_grow_from_coming_and_going),
        RUNTIME_TEST(hashes_are_those_of_cpython),
        RUNTIME_TEST(sizes_are_those_of_cpython),
        RUNTIME_TEST(keys_prepared_to_collide_are_scattered),
        RUNTIME_TEST(a_set_may_change_while_it_is_probed),
        RUNTIME_TEST(algebra_takes_any_iterable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
