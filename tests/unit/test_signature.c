/* tests/unit/test_signature.c - binding of arguments to natives, and what wrong ones are told.
 *
 * Owns:      nothing.
 * Invariant: the words of errors are CPython 3.13's for a function of the same shape.
 * Not here:  Python functions (tests/lang/functions).
 */
#include "tests/unit/containers.h"

#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/tuple.h"

static Value collect(const Ref *args, size_t count) {
    Value list = list_new(count);
    for (size_t i = 0; i < count; i++) assert_true(list_append(list, args[i] ? args[i] : VALUE_ELLIPSIS));
    return list;
}

static Value words_1(const Ref *args) { return collect(args, 1); }
static Value words_3(const Ref *args) { return collect(args, 3); }
static Value words_4(const Ref *args) { return collect(args, 4); }
static Value nothing(const Ref *args) { return VALUE_NONE; }

static const NativeDef none = {"none()", nothing, 0, 0};
static const NativeDef one = {"one(x, /)", words_1, 0, 0};
static const NativeDef optional = {"optional(x, y=..., z=-1, /)", words_3, 0, 0};
static const NativeDef named = {"named(text, pattern=' ', count=1.5)", words_3, 0, 0};
static const NativeDef flags = {"flags(x, /, *, key=None, reverse=False)", words_3, 0, 0};
static const NativeDef star = {"star(*args, sep='\\n', **rest)", words_3, 0, 0};
static const NativeDef mixed = {"mixed(a, /, b=(), *args, c=True)", words_4, 0, 0};

/* The words that reach the native; keywords: names separated by spaces, whose values end args. */
static const char *bound(const NativeDef *def, const Ref *args, size_t count, const char *keywords) {
    Value list = list_new(0);
    for (const char *end; keywords && *keywords; keywords = *end ? end + 1 : end) {
        end = keywords + strcspn(keywords, " ");
        assert_true(list_append_steal(list, intern_utf8(keywords, (size_t)(end - keywords))));
    }
    Value tuple = tuple_of(list), result = native_call_def(def, NULL, args, count, keywords ? tuple : NULL);
    release(list);
    release(tuple);
    if (!result) return NULL;
    const char *text = shown(result);
    release(result);
    return text;
}

#define ARGS(...)                                                                                                      \
    (const Ref[]) { __VA_ARGS__ }

static void defaults_fill_what_is_not_given(void **state) {
    assert_string_equal(bound(&optional, ARGS(number(1)), 1, NULL), "[1, Ellipsis, -1]");
    assert_string_equal(bound(&optional, ARGS(number(1), number(2), number(3)), 3, NULL), "[1, 2, 3]");
    assert_string_equal(bound(&named, ARGS(number(1)), 1, NULL), "[1, ' ', 1.5]");
    assert_string_equal(bound(&flags, ARGS(number(1)), 1, NULL), "[1, None, False]");
    assert_string_equal(bound(&star, NULL, 0, NULL), "[(), '\\n', {}]");
    assert_string_equal(bound(&mixed, ARGS(number(1)), 1, NULL), "[1, (), (), True]");
}

static void names_find_their_words(void **state) {
    assert_string_equal(bound(&named, ARGS(number(1), number(2)), 1, "count"), "[1, ' ', 2]");
    assert_string_equal(bound(&named, ARGS(number(1), number(2), number(3)), 0, "count pattern text"), "[3, 2, 1]");
    assert_string_equal(bound(&star, ARGS(number(1), number(2), number(3)), 1, "sep other"), "[(1,), 2, {'other': 3}]");
    assert_string_equal(bound(&mixed, ARGS(number(1), number(2), number(3), number(4)), 3, "c"), "[1, 2, (3,), 4]");
}

static void refused(const NativeDef *def, const Ref *args, size_t count, const char *keywords, const char *message) {
    assert_null(bound(def, args, count, keywords));
    assert_raised(&type_TypeError, message);
}

static void wrong_counts(void **state) {
    refused(&none, ARGS(number(1)), 1, NULL, "none() takes no arguments (1 given)");
    refused(&one, NULL, 0, NULL, "one() takes exactly one argument (0 given)");
    refused(&one, ARGS(number(1), number(2)), 2, NULL, "one() takes exactly one argument (2 given)");
    refused(&optional, NULL, 0, NULL, "optional expected at least 1 argument, got 0");
    refused(&optional, ARGS(number(1), number(1), number(1), number(1)), 4, NULL,
            "optional expected at most 3 arguments, got 4");
    refused(&named, NULL, 0, NULL, "named() missing required argument 'text' (pos 1)");
    refused(&named, ARGS(number(1), number(1), number(1), number(1)), 4, NULL,
            "named() takes at most 3 arguments (4 given)");
    refused(&flags, NULL, 0, NULL, "flags() takes exactly 1 positional argument (0 given)");
    refused(&flags, ARGS(number(1), number(2)), 2, NULL, "flags() takes exactly 1 positional argument (2 given)");
    refused(&mixed, NULL, 0, NULL, "mixed() takes at least 1 positional argument (0 given)");
}

static void wrong_names(void **state) {
    refused(&one, ARGS(number(1)), 0, "x", "one() takes no keyword arguments");
    refused(&named, ARGS(number(1), number(2)), 1, "patern",
            "named() got an unexpected keyword argument 'patern'. Did you mean 'pattern'?");
    refused(&named, ARGS(number(1), number(2)), 1, "q", "named() got an unexpected keyword argument 'q'");
    refused(&named, ARGS(number(1), number(2)), 1, "text",
            "argument for named() given by name ('text') and position (1)");
    refused(&flags, ARGS(number(1), number(2), number(3), number(4)), 1, "key reverse x",
            "flags() takes at most 3 arguments (4 given)");
}

/* What the VM calls without binding. */
static void natives_know_their_words(void **state) {
    Value function = native_function(&optional, NULL);
    native_prepare(as_native(function));
    assert_int_equal(as_native(function)->fixed, 3);
    assert_int_equal(as_native(function)->required, 1);
    release(function);
    function = native_function(&flags, NULL);
    native_prepare(as_native(function));
    assert_int_equal(as_native(function)->fixed, UINT16_MAX);
    release(function);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(defaults_fill_what_is_not_given),
        RUNTIME_TEST(names_find_their_words),
        RUNTIME_TEST(wrong_counts),
        RUNTIME_TEST(wrong_names),
        RUNTIME_TEST(natives_know_their_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
