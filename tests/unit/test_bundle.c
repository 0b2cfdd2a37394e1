/* tests/unit/test_bundle.c - the library in the binary is what its text compiles to; code objects survive as images.
 *
 * Owns:      nothing.
 * Invariant: two code objects are the same when their images are.
 * Not here:  running the library (tests/lang/modules).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lib/bundle.h"
#include "runtime/bytes.h"
#include "runtime/code.h"
#include "runtime/code_image.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "vm/run.h"

static int start(void **state) {
    Runtime *runtime = *state = runtime_new();
    runtime->sys = dict_new();
    return 0;
}

static int end(void **state) { return runtime_free(*state) != 0; }

static Value compile(const char *text, size_t length, Ref filename) {
    return run_compile(text, length, filename, ORIGIN_BYTES, &(CompileOptions){0}, NULL);
}

static void assert_same_image(Ref a, Ref b) {
    Value first = code_image_write(a), second = code_image_write(b);
    assert_non_null(first);
    assert_non_null(second);
    assert_int_equal(bytes_length(first), bytes_length(second));
    assert_memory_equal(bytes_data(first), bytes_data(second), bytes_length(first));
    release(first);
    release(second);
}

static void assert_same_locations(Ref a, Ref b) {
    const Code *x = code_with_locations(as_code(a)), *y = code_with_locations(as_code(b));
    assert_int_equal(x->location_count, y->location_count);
    assert_memory_equal(x->locations, y->locations, x->location_count * sizeof *x->locations);
    for (uint32_t i = 0; i < x->const_count; i++)
        if (is_exact(x->consts[i], &type_code)) assert_same_locations(x->consts[i], y->consts[i]);
}

static void compare_module(const char *name, void *context) {
    size_t length;
    char *text = bundle_text(name, &length);
    assert_non_null(text);
    Value filename = str_format("<bundled %s>", name);
    Value compiled = compile(text, length, filename), read = bundle_code(name, filename);
    assert_non_null(compiled);
    assert_non_null(read);
    print_message("%s\n", name);
    assert_same_image(compiled, read);
    assert_same_locations(compiled, read);
    release(compiled);
    release(read);
    release(filename);
    free(text);
    ++*(size_t *)context;
}

static void library_is_what_its_text_compiles_to(void **state) {
    size_t count = 0;
    bundle_walk(compare_module, &count);
    assert_true(count > 0);
}

static void every_kind_of_constant_comes_back(void **state) {
    static const char text[] =
        "a = None, True, ..., 0, -1, 1 << 200, 0.5, -0.0, 1e999, 2j, b'\\x00\\xff', 'x', '\\ud800', "
        "'\\xe9', '\\u20ac', '\\U0001f600', ('os.path', ())\n"
        "def f(b, /, c=1, *d, e, **g):\n"
        "    try: return b in {1, 2, 3}\n"
        "    except* OSError: import os.path\n";
    Value filename = str_from_text("<test>"), code = compile(text, sizeof text - 1, filename);
    Value image = code_image_write(code), again = code_image_read(bytes_data(image), filename);
    assert_same_image(code, again);
    assert_int_equal(as_code(again)->const_count, as_code(code)->const_count);
    release(code);
    release(image);
    release(again);
    release(filename);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(library_is_what_its_text_compiles_to, start, end),
        cmocka_unit_test_setup_teardown(every_kind_of_constant_comes_back, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
