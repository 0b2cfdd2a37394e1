/* tests/unit/containers.h - what the tests of lists, dicts and sets share.
 *
 * Owns:      a runtime per test, and the check that nothing is left of it.
 * Invariant: a test that ends has released all it made.
 * Not here:  what Python programs see (tests/lang/containers).
 */
#ifndef OURO_TEST_CONTAINERS_H
#define OURO_TEST_CONTAINERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"

static int start_runtime(void **state) {
    *state = runtime_new();
    return *state ? 0 : -1;
}

static int end_runtime(void **state) {
    assert_null(rt()->error);
    assert_int_equal(runtime_free(*state), 0);
    return 0;
}

#define RUNTIME_TEST(name) cmocka_unit_test_setup_teardown(name, start_runtime, end_runtime)

static inline Value number(int64_t i) { return small_int_value(i); }

/* The text of repr(v); overwritten by the next call. */
static inline const char *shown(Ref v) {
    static char text[4000];
    Value repr = repr_of(v);
    assert_non_null(repr);
    Utf8 utf8;
    assert_true(str_utf8(repr, &utf8, true));
    snprintf(text, sizeof text, "%s", utf8.text);
    str_utf8_done(&utf8);
    release(repr);
    return text;
}

/* The pending exception is of this type and says this; it is cleared. */
static inline void assert_raised(Type *type, const char *message) {
    assert_true(error_matches(type));
    Value exception = error_take();
    Value text = str_of(exception);
    assert_non_null(text);
    if (!str_equal_text(text, message)) fail_msg("message: %s", shown(text));
    release(text);
    release(exception);
}

/* A key whose hash and equality run a function of the test. */
typedef struct Hostile {
    Object head;
    int64_t hash;           /* what hash() answers */
    void (*on_equal)(void); /* runs at each comparison; NULL: nothing */
    bool fails;             /* comparing raises ValueError */
} Hostile;

static Value hostile_compare(Ref self, Ref other, CompareOp op) {
    Hostile *hostile = (Hostile *)object_of(self);
    if (hostile->on_equal) hostile->on_equal();
    if (hostile->fails) return raise(&type_ValueError, "hostile");
    return op == COMPARE_EQ || op == COMPARE_NE ? bool_value((self == other) == (op == COMPARE_EQ))
                                                : VALUE_NOT_IMPLEMENTED;
}

static bool hostile_hash(Ref self, int64_t *hash) {
    *hash = ((Hostile *)object_of(self))->hash;
    return true;
}

static Type type_hostile = {
    .head = IMMORTAL_HEAD(&type_type),
    .name = "Hostile",
    .size = sizeof(Hostile),
    .compare = hostile_compare,
    .hash = hostile_hash,
};

static inline Value hostile_new(int64_t hash, void (*on_equal)(void)) {
    Hostile *hostile = object_new(&type_hostile, sizeof(Hostile));
    hostile->hash = hash;
    hostile->on_equal = on_equal;
    return value_of(hostile);
}

#endif
