/* tests/unit/test_list.c - storage of lists: growth, slices, and what survives hostile items.
 *
 * Owns:      nothing.
 * Invariant: sizes are CPython 3.11's, behaviour is CPython 3.13's.
 * Not here:  sorting (test_sort.c).
 */
#include "tests/unit/containers.h"

#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/tuple.h"

static Value numbers(int64_t count) {
    Value list = list_new(0);
    for (int64_t i = 0; i < count; i++) assert_true(list_append(list, number(i)));
    return list;
}

static Value range_of(int64_t stop) { return range_new(number(0), number(stop), number(1)); }

static Value slice_of(int64_t start, int64_t stop, int64_t step) {
    return slice_new(number(start), number(stop), number(step));
}

static void sizes_are_those_of_cpython(void **state) {
    Value list = list_new(0);
    assert_int_equal(list_sizeof(list), 56);
    assert_true(list_append(list, number(0)));
    assert_int_equal(list_sizeof(list), 88);
    while (list_count(list) < 5) assert_true(list_append(list, number(0)));
    assert_int_equal(list_sizeof(list), 120);
    while (list_count(list) < 1000000) assert_true(list_append(list, number(0)));
    assert_int_equal(list_sizeof(list), 8448728);
    release(list);
}

static void extending_an_empty_list_takes_an_even_number_of_places(void **state) {
    Ref three[] = {number(1), number(2), number(3)};
    Value tuple = tuple_from(three, 3), list = list_new(0), display = list_from(three, 3), range = range_of(10);
    assert_true(list_extend(list, tuple));
    assert_int_equal(list_sizeof(list), 88);
    assert_int_equal(list_sizeof(display), 80);
    list_clear(list);
    assert_true(list_extend(list, range));
    assert_int_equal(list_sizeof(list), 136);
    release(tuple);
    release(list);
    release(display);
    release(range);
}

static void a_list_extends_itself(void **state) {
    Value list = numbers(3);
    assert_true(list_extend(list, list));
    assert_string_equal(shown(list), "[0, 1, 2, 0, 1, 2]");
    release(list);
}

static void pop_and_insert_clamp_or_raise(void **state) {
    Value list = numbers(3);
    assert_true(list_insert(list, -100, number(7)));
    assert_true(list_insert(list, 100, number(8)));
    assert_true(list_insert(list, -1, number(9)));
    assert_string_equal(shown(list), "[7, 0, 1, 2, 9, 8]");
    assert_int_equal(small_int(list_pop(list, -2)), 9);
    assert_int_equal(small_int(list_pop(list, 0)), 7);
    assert_null(list_pop(list, 4));
    assert_raised(&type_IndexError, "pop index out of range");
    list_clear(list);
    assert_null(list_pop(list, -1));
    assert_raised(&type_IndexError, "pop from empty list");
    release(list);
}

static void check_delete(int64_t start, int64_t stop, int64_t step, const char *expected) {
    Value list = numbers(10), slice = slice_of(start, stop, step);
    assert_true(setitem(list, slice, NULL));
    assert_string_equal(shown(list), expected);
    release(slice);
    release(list);
}

static void slices_are_deleted(void **state) {
    check_delete(2, 5, 1, "[0, 1, 5, 6, 7, 8, 9]");
    check_delete(0, 10, 1, "[]");
    check_delete(0, 10, 3, "[1, 2, 4, 5, 7, 8]");
    check_delete(8, 1, -3, "[0, 1, 3, 4, 6, 7, 9]");
    check_delete(5, 2, 1, "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]");
}

static void slices_are_assigned(void **state) {
    Value list = numbers(6), slice = slice_of(1, 3, 1), extended = slice_of(0, 6, 2), range = range_of(5);
    assert_true(setitem(list, slice, list));
    assert_string_equal(shown(list), "[0, 0, 1, 2, 3, 4, 5, 3, 4, 5]");
    assert_true(list_assign_slice(list, 0, 10, range));
    assert_string_equal(shown(list), "[0, 1, 2, 3, 4]");
    assert_false(setitem(list, extended, slice));
    assert_raised(&type_TypeError, "must assign iterable to extended slice");
    release(range);
    range = range_of(2);
    assert_false(setitem(list, extended, range));
    assert_raised(&type_ValueError, "attempt to assign sequence of size 2 to extended slice of size 3");
    release(list);
    release(slice);
    release(extended);
    release(range);
}

static void a_list_that_holds_itself_is_shown(void **state) {
    Value list = numbers(1);
    assert_true(list_append(list, list));
    assert_string_equal(shown(list), "[0, [...]]");
    list_clear(list);
    release(list);
}

static Value shrinking; /* emptied while it is searched */
static void empty_it(void) { list_clear(shrinking); }

static void a_list_may_be_emptied_while_it_is_searched(void **state) {
    shrinking = numbers(0);
    for (int i = 0; i < 20; i++) assert_true(list_append_steal(shrinking, hostile_new(i, empty_it)));
    Value sought = hostile_new(0, NULL);
    assert_int_equal(contains(shrinking, sought), MISSING);
    assert_int_equal(list_count(shrinking), 0);
    release(sought);
    release(shrinking);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(sizes_are_those_of_cpython),
        RUNTIME_TEST(extending_an_empty_list_takes_an_even_number_of_places),
        RUNTIME_TEST(a_list_extends_itself),
        RUNTIME_TEST(pop_and_insert_clamp_or_raise),
        RUNTIME_TEST(slices_are_deleted),
        RUNTIME_TEST(slices_are_assigned),
        RUNTIME_TEST(a_list_that_holds_itself_is_shown),
        RUNTIME_TEST(a_list_may_be_emptied_while_it_is_searched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
