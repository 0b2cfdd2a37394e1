/* tests/unit/test_runtimes.c - several runtimes in one process: in turns, and in two threads.
 *
 * Owns:      nothing.
 * Invariant: what one runtime does, no other sees.
 * Not here:  what a runtime holds (test_gc.c and others).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/gc.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* Makes lists, dicts, names, errors and cycles in the current runtime; false when something is wrong. */
static bool exercise(int rounds) {
    bool fine = true;
    for (int i = 0; i < rounds && fine; i++) {
        Value name = str_format("name_%d", i % 50), interned = intern_steal(retain(name)), dict = dict_new(),
              list = list_new(0);
        dict_set_str(dict, interned, list);
        fine = list_append(list, dict) && dict_peek_str(dict, interned) == list;
        raise(&type_KeyError, "%S", name);
        Value error = error_take(), text = repr_of(error);
        fine = fine && text && error_set() == false;
        release_maybe(text);
        release(error);
        release(name);
        release(interned);
        release(dict);
        release(list);
        if (i % 100 == 99) fine = fine && gc_collect() == 200;
    }
    gc_collect();
    return fine;
}

static void alternate(void **state) {
    Runtime *first = runtime_new(), *second = runtime_new();
    assert_ptr_equal(rt(), second);
    assert_ptr_equal(runtime_enter(first), second);
    Value in_first = intern_text("only in the first");
    raise(&type_ValueError, "in the first");
    runtime_enter(second);
    assert_false(error_set());
    Value in_second = intern_text("only in the first");
    assert_ptr_not_equal(in_first, in_second);
    assert_int_equal(str_hash(in_first), str_hash(in_second));
    for (int i = 0; i < 20; i++) {
        runtime_enter(first);
        Value error = error_take();
        assert_true(exercise(100));
        error_restore_steal(error);
        runtime_enter(second);
        assert_true(exercise(100));
    }
    release(in_second);
    runtime_enter(first);
    assert_true(error_matches(&type_ValueError));
    error_clear();
    release(in_first);
    assert_int_equal(runtime_free(second), 0);
    assert_ptr_equal(rt(), first);
    assert_int_equal(runtime_free(first), 0);
    assert_null(rt());
}

static void *live_in_thread(void *result) {
    Runtime *runtime = runtime_new();
    bool fine = runtime && exercise(5000);
    fine = runtime_free(runtime) == 0 && fine;
    *(bool *)result = fine;
    return NULL;
}

static void two_threads(void **state) {
    bool fine[2] = {false, false};
    pthread_t threads[2];
    for (int i = 0; i < 2; i++) assert_int_equal(pthread_create(&threads[i], NULL, live_in_thread, &fine[i]), 0);
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    assert_true(fine[0]);
    assert_true(fine[1]);
}

/* Counts how deep C code may go before the stack is low. */
static __attribute__((noinline)) int depth_of(int depth) {
    char room[1000];
    __asm__ volatile("" : : "r"(room) : "memory"); /* or it is optimised away */
    int deepest = c_stack_low() ? depth : depth_of(depth + 1);
    __asm__ volatile("" : : "r"(room) : "memory");
    return deepest;
}

static void *measure_stack(void *result) {
    Runtime *runtime = runtime_new();
    *(int *)result = depth_of(0);
    runtime_free(runtime);
    return NULL;
}

static void stack_limit_is_the_threads_own(void **state) {
    int depth = 0;
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 2 * 1024 * 1024);
    assert_int_equal(pthread_create(&thread, &attributes, measure_stack, &depth), 0);
    pthread_join(thread, NULL);
    assert_in_range(depth, 200, 9000); /* the system may hand out a larger stack that it has at hand */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alternate),
        cmocka_unit_test(two_threads),
        cmocka_unit_test(stack_limit_is_the_threads_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
