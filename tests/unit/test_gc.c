/* tests/unit/test_gc.c - counting, freeing of deep chains, cycles, weak references.
 *
 * Owns:      nothing.
 * Invariant: every test ends without a living object.
 * Not here:  finalisers written in Python (tests/lang).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/gc.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/weakref.h"

static Runtime *runtime;

static int set_up(void **state) {
    runtime = runtime_new();
    return runtime ? 0 : -1;
}

static int tear_down(void **state) {
    if (error_set()) return -1;
    return runtime_free(runtime) == 0 ? 0 : -1;
}

static Value list_of_1(Ref item) {
    Value list = list_new(1);
    assert_non_null(list);
    assert_true(list_append(list, item));
    return list;
}

/* [[[[ ... item ... ]]]] */
static Value chain(size_t depth, Ref item) {
    Value outer = list_of_1(item);
    for (size_t i = 1; i < depth; i++) {
        Value next = list_of_1(outer);
        release(outer);
        outer = next;
    }
    return outer;
}

static Value ring(size_t length) {
    Value first = list_new(0), last = retain(first);
    for (size_t i = 1; i < length; i++) {
        Value next = list_of_1(last);
        release(last);
        last = next;
    }
    assert_true(list_append(first, last));
    release(last);
    return first;
}

static void count_reaches_zero(void **state) {
    Value list = list_new(0);
    assert_int_equal(object_count(list), 1);
    Value tuple = tuple_pack(2, list, list);
    assert_int_equal(object_count(list), 3);
    release(tuple);
    assert_int_equal(object_count(list), 1);
    release(list);
    assert_int_equal(gc_collect(), 0);
}

static void deep_chains_are_freed_without_recursion(void **state) {
    Value deep = chain(1000000, VALUE_NONE);
    release(deep);
}

static void cycles_are_found_and_counted(void **state) {
    release(ring(1));
    assert_int_equal(gc_collect(), 1);
    release(ring(2));
    release(ring(3));
    assert_int_equal(gc_collect(), 5);
    assert_int_equal(gc_collect(), 0);
    release(ring(100000));
    assert_int_equal(gc_collect(), 100000);
}

static void cycles_in_use_stay(void **state) {
    Value kept = ring(4), dropped = ring(3);
    assert_true(list_append(dropped, kept));
    release(dropped);
    assert_int_equal(gc_collect(), 3);
    assert_int_equal(object_count(kept), 2);
    assert_int_equal(list_count(kept), 1);
    release(kept);
    assert_int_equal(gc_collect(), 4);
}

static void what_garbage_holds_goes_with_it(void **state) {
    Value text = str_from_text("a text that is no name"), inner = list_of_1(text), loop = ring(1);
    assert_true(list_append(loop, inner));
    assert_true(list_append(loop, text));
    release(inner);
    release(loop);
    assert_int_equal(object_count(text), 3);
    assert_int_equal(gc_collect(), 2);
    assert_int_equal(object_count(text), 1);
    release(text);
}

static void deep_and_wide_heaps_are_marked(void **state) {
    Value wide = list_new(0);
    for (size_t i = 0; i < 300; i++) {
        Value deep = chain(300, wide);
        assert_true(list_append(wide, deep));
        release(deep);
    }
    assert_int_equal(gc_collect(), 0);
    Value holder = chain(100000, wide);
    assert_int_equal(gc_collect(), 0);
    release(holder);
    release(wide);
    assert_int_equal(gc_collect(), 300 * 300 + 1);
}

static void large_objects_are_collected(void **state) {
    Value loop = list_new(0), big = tuple_new(5000);
    for (size_t i = 0; i < 5000; i++) as_tuple(big)->items[i] = retain(loop);
    assert_true(object_of(big)->flags & OBJECT_LARGE);
    assert_true(list_append(loop, big));
    release(big);
    release(loop);
    assert_int_equal(gc_collect(), 2);
}

/* CPython does not see dicts of atoms. */
static void dicts_of_atoms_do_not_count(void **state) {
    Value loop = ring(1), atoms = dict_new(), rich = dict_new();
    dict_set_text(atoms, "a", small_int_value(1));
    dict_set_text(rich, "a", loop);
    assert_true(list_append(loop, atoms));
    assert_true(list_append(loop, rich));
    release(atoms);
    release(rich);
    release(loop);
    assert_int_equal(gc_collect(), 2);
}

static Value calls;

static Value count_call(const Ref *args) {
    slot_set_steal(&calls, small_int_value(small_int(calls) + 1));
    return VALUE_NONE;
}
static const NativeDef callback_def = {"callback(ref, /)", count_call, 0, 0};

static void weak_references_die(void **state) {
    calls = small_int_value(0);
    Value callback = native_function(&callback_def, NULL), list = list_new(0);
    Value plain = weakref_new(&type_weakref, list, NULL), same = weakref_new(&type_weakref, list, NULL);
    Value calling = weakref_new(&type_weakref, list, callback);
    assert_ptr_equal(plain, same);
    assert_ptr_not_equal(plain, calling);
    assert_int_equal(weakref_count(list), 2);
    Value got = weakref_get(plain);
    assert_ptr_equal(got, list);
    release(got);
    release(list);
    assert_ptr_equal(weakref_get(plain), VALUE_NONE);
    assert_ptr_equal(calls, small_int_value(1));
    release(plain);
    release(same);
    release(calling);
    release(callback);
}

static void weak_references_to_garbage_die(void **state) {
    calls = small_int_value(0);
    Value callback = native_function(&callback_def, NULL), loop = ring(2);
    Value outside = weakref_new(&type_weakref, loop, callback), inside = weakref_new(&type_weakref, loop, callback);
    assert_true(list_append(loop, inside));
    release(inside);
    release(loop);
    assert_int_equal(gc_collect(), 3);
    assert_ptr_equal(weakref_get(outside), VALUE_NONE);
    assert_ptr_equal(calls, small_int_value(1)); /* a callback of garbage is not called */
    release(outside);
    release(callback);
}

static void many_weak_references(void **state) {
    enum { COUNT = 1000 };
    static Value lists[COUNT], references[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        lists[i] = list_new(0);
        references[i] = weakref_new(&type_weakref, lists[i], NULL);
    }
    for (size_t i = 0; i < COUNT; i += 2) release(lists[i]);
    for (size_t i = 0; i < COUNT; i++) {
        Value got = weakref_get(references[i]);
        assert_ptr_equal(got, i % 2 ? lists[i] : VALUE_NONE);
        release(got);
    }
    for (size_t i = 0; i < COUNT; i++) release(references[i]);
    for (size_t i = 1; i < COUNT; i += 2) release(lists[i]);
}

static void growth_starts_a_collection(void **state) {
    gc_set_enabled(true);
    size_t peak = 0;
    for (size_t i = 0; i < 2000000; i++) {
        release(ring(1));
        assert_true(runtime_poll());
        if (runtime->mem.pool_bytes > peak) peak = runtime->mem.pool_bytes;
    }
    assert_true(runtime->gc.stats.collections > 2);
    assert_true(peak < 24 * 1024 * 1024);
    gc_collect();
}

static void count(Ref object, void *context) { ++*(size_t *)context; }

static void referrers_and_referents(void **state) {
    Value inner = list_new(0), outer = list_of_1(inner);
    size_t seen = 0;
    gc_referrers(inner, count, &seen);
    assert_int_equal(seen, 1);
    gc_referents(outer, count, &seen);
    assert_int_equal(seen, 2);
    release(inner);
    release(outer);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(count_reaches_zero),
        TEST(deep_chains_are_freed_without_recursion),
        TEST(cycles_are_found_and_counted),
        TEST(cycles_in_use_stay),
        TEST(what_garbage_holds_goes_with_it),
        TEST(deep_and_wide_heaps_are_marked),
        TEST(large_objects_are_collected),
        TEST(dicts_of_atoms_do_not_count),
        TEST(weak_references_die),
        TEST(weak_references_to_garbage_die),
        TEST(many_weak_references),
        TEST(growth_starts_a_collection),
        TEST(referrers_and_referents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
