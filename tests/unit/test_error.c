/* tests/unit/test_error.c - raising from C, contexts, and what exceptions keep.
 *
 * Owns:      nothing.
 * Invariant: every test ends without a pending exception, and the runtime without a living object.
 * Not here:  what Python code sees of exceptions (tests/lang).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>

#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static Runtime *runtime;

static int set_up(void **state) {
    runtime = runtime_new();
    return runtime ? 0 : -1;
}

static int tear_down(void **state) {
    if (error_set()) return -1;
    return runtime_free(runtime) == 0 ? 0 : -1;
}

/* The pending exception is one of type with this text; takes it out. */
static void expect(Type *type, const char *text) {
    assert_true(error_set());
    Value exception = error_take(), s = str_of(exception);
    assert_ptr_equal(type_of(exception), type);
    assert_true(str_equal_text(s, text));
    release(s);
    release(exception);
}

static void messages_are_formatted(void **state) {
    Value name = str_from_text("na\xc3\xafve");
    assert_null(
        raise(&type_ValueError, "%s %d %5.2s| %T %N %S %R %%", "text", -7, "abc", name, &type_tuple, name, name));
    release(name);
    Value exception = error_take(), s = str_of(exception),
          expected = str_from_text("text -7    ab| str tuple na\xc3\xafve 'na\xc3\xafve' %");
    assert_true(str_equal(s, expected));
    release(s);
    release(expected);
    release(exception);
    assert_false(raise_false(&type_TypeError, "plain"));
    expect(&type_TypeError, "plain");
    assert_int_equal(raise_failed(&type_KeyError, "x"), FAILED);
    expect(&type_KeyError, "'x'");
}

static void handled_becomes_context(void **state) {
    raise(&type_ValueError, "first");
    Value first = error_take();
    runtime->handled = retain(first);
    raise(&type_TypeError, "second");
    Value second = error_take();
    assert_ptr_equal(as_exception(second)->context, first);
    clear_ref(&runtime->handled);
    release(first);
    release(second);
}

static void contexts_make_no_circle(void **state) {
    raise(&type_ValueError, "a");
    Value a = error_take();
    raise(&type_ValueError, "b");
    Value b = error_take();
    exception_set_context(a, b);
    exception_set_context(b, a);
    assert_null(as_exception(a)->context);
    assert_ptr_equal(as_exception(b)->context, a);
    exception_set_context(b, b);
    assert_ptr_equal(as_exception(b)->context, a);
    release(a);
    release(b);
}

static void errno_chooses_the_class(void **state) {
    Value path = str_from_text("there");
    raise_os(ENOENT, path);
    release(path);
    expect(&type_FileNotFoundError, "[Errno 2] No such file or directory: 'there'");
    raise_os(EPIPE, NULL);
    expect(&type_BrokenPipeError, "[Errno 32] Broken pipe");
    raise_os(ENOSPC, NULL);
    expect(&type_OSError, "[Errno 28] No space left on device");
}

static void arguments_are_kept(void **state) {
    raise_with(&type_StopIteration, small_int_value(7));
    Value stop = error_take();
    assert_ptr_equal(exception_field_peek(stop, FIELD_VALUE), small_int_value(7));
    assert_int_equal(tuple_count(as_exception(stop)->args), 1);
    release(stop);
    raise_key(VALUE_NONE);
    expect(&type_KeyError, "None");
    raise_memory();
    expect(&type_MemoryError, "");
}

static void only_exceptions_are_raised(void **state) {
    raise_value(small_int_value(1));
    expect(&type_TypeError, "exceptions must derive from BaseException");
    raise_value(type_ref(&type_int));
    expect(&type_TypeError, "exceptions must derive from BaseException");
    raise_value(type_ref(&type_LookupError));
    assert_true(error_matches(&type_Exception));
    assert_false(error_matches(&type_ValueError));
    expect(&type_LookupError, "");
}

static void recursion_ends_with_the_stack(void **state) {
    assert_true(recursion_check(" in comparison"));
    char *limit = runtime->c_stack_limit;
    runtime->c_stack_limit = (char *)UINTPTR_MAX;
    assert_false(recursion_check(" in comparison"));
    runtime->c_stack_limit = limit;
    expect(&type_RecursionError, "maximum recursion depth exceeded in comparison");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(messages_are_formatted),        TEST(handled_becomes_context), TEST(contexts_make_no_circle),
        TEST(errno_chooses_the_class),       TEST(arguments_are_kept),      TEST(only_exceptions_are_raised),
        TEST(recursion_ends_with_the_stack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
