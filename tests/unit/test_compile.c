/* tests/unit/test_compile.c - what the compiler makes of short programs: instructions, constants, places, errors.
 *
 * Owns:      nothing.
 * Invariant: each test compiles text of its own; nothing is run.
 * Not here:  what programs do (tests/lang).
 */
#include "compiler/compile.h"
#include "parser/parse.h"
#include "runtime/opcode.h"
#include "tests/unit/containers.h"

/* ---- compiling ---- */

typedef struct Compiled {
    Arena arena;    /* of tree and messages */
    Diag diag;      /* errors and warnings */
    Source source;  /* the text */
    Value filename; /* "test.py" */
    Value code;     /* result, or NULL */
} Compiled;

static void compile_text(Compiled *t, const char *text) {
    assert_true(arena_init(&t->arena));
    t->diag = (Diag){.arena = &t->arena};
    t->source = (Source){0};
    t->filename = str_from_text("test.py");
    t->code = NULL;
    ModuleTree *tree = NULL;
    if (source_from_text(&t->source, "test.py", text, strlen(text), &t->diag)) {
        tree = parse_source(&t->source, &t->arena, PARSE_FILE, &t->diag);
    }
    if (tree) t->code = compile_module(tree, t->filename, &(CompileOptions){0}, &t->diag);
}

static void done(Compiled *t) {
    release_maybe(t->code);
    release(t->filename);
    source_free(&t->source);
    arena_free(&t->arena);
}

/* The first code object among the constants: the function that a program defines. */
static Code *inner(const Code *code) {
    for (uint32_t i = 0; i < code->const_count; i++) {
        if (is_exact(code->consts[i], &type_code)) return as_code(code->consts[i]);
    }
    fail_msg("no inner code");
    return NULL;
}

/* Names of all instructions, separated by blanks; overwritten by the next call. */
static const char *instructions(const Code *code) {
    static char text[4000];
    size_t length = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < code->word_count; i += 1u + op_info[op_of(code->words[i])].extra) {
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%s", length ? " " : "",
                                   op_info[op_of(code->words[i])].name);
    }
    return text;
}

static void assert_function(const char *text, const char *wanted) {
    Compiled t;
    compile_text(&t, text);
    assert_non_null(t.code);
    assert_string_equal(instructions(inner(as_code(t.code))), wanted);
    done(&t);
}

static void assert_refused(const char *text, const char *message, uint32_t line, uint32_t begin, uint32_t end) {
    Compiled t;
    compile_text(&t, text);
    assert_null(t.code);
    assert_false(error_set());
    assert_string_equal(t.diag.message, message);
    assert_int_equal(t.diag.where.begin.line, line);
    assert_int_equal(t.diag.where.begin.column, begin);
    assert_int_equal(t.diag.where.end.column, end);
    done(&t);
}

/* ---- instructions ---- */

static void operands_are_read_in_place(void **state) {
    assert_function("def f(a, b):\n    return a + b\n", "ADD_LL RETURN");
    assert_function("def f(a):\n    return a - 1\n", "SUB_LC RETURN");
    assert_function("def f(a, b):\n    return a[b].c\n", "LOAD_SUBSCR_LL LOAD_ATTR RETURN");
    assert_function("def f(a, b):\n    a.x = b\n", "LOAD_FAST STORE_ATTR_LOCAL RETURN_CONST");
    assert_function("def f(a):\n    return a.m(1)\n", "LOAD_METHOD_LOCAL LOAD_CONST CALL_METHOD RETURN");
    assert_function("def f(a):\n    return g(a)\n", "LOAD_GLOBAL_CALL LOAD_FAST CALL RETURN");
}

static void an_operand_that_may_be_rebound_is_read_first(void **state) {
    assert_function("def f(a):\n    return a + (a := 3)\n", "LOAD_FAST_CONST STORE_LOAD_FAST ADD RETURN");
}

static void assignments_need_no_stack(void **state) {
    assert_function("def f(a):\n    b = a\n    return b\n", "COPY_FAST RETURN_LOCAL");
    assert_function("def f():\n    b = 1\n    return b\n", "CONST_FAST RETURN_LOCAL");
    assert_function("def f(a, b):\n    a, b = b, a\n", "LOAD_FAST_2 STORE_FAST_2 RETURN_CONST");
    assert_function("def f(a, b):\n    c = a + b\n", "ADD_LLL RETURN_CONST");
}

static void only_augmented_assignment_works_in_place(void **state) {
    assert_function("def f(a):\n    a += 1\n", "ADD_LCL RETURN_CONST");
    assert_function("def f(a):\n    a = a + 1\n", "ADD_LC STORE_FAST RETURN_CONST");
    assert_function("def f(a):\n    a += g()\n", "LOAD_GLOBAL_CALL CALL INPLACE_ADD_SL RETURN_CONST");
    assert_function("def f():\n    a += g()\n", "LOAD_FAST POP LOAD_GLOBAL_CALL CALL INPLACE_ADD_SL RETURN_CONST");
}

static void loops_test_at_the_bottom(void **state) {
    assert_function("def f(a):\n    while a < 9:\n        a += 1\n",
                    "JUMP_LT_LC ADD_LCL JUMP_LT_LC RETURN_CONST RETURN_CONST");
    assert_function("def f(a):\n    for x in a:\n        g(x)\n",
                    "LOAD_FAST GET_ITER JUMP LOAD_GLOBAL_CALL LOAD_FAST CALL POP FOR_ITER_LOCAL RETURN_CONST");
    assert_function("def f():\n    while True:\n        g()\n", "NOP LOAD_GLOBAL_CALL CALL POP JUMP");
}

static void conditions_jump_at_once(void **state) {
    assert_function("def f(a, b):\n    if a and not b: return 1\n    return 2\n",
                    "JUMP_IF_LOCAL JUMP_IF_LOCAL RETURN_CONST RETURN_CONST");
    assert_function("def f(a):\n    if a is None: return 1\n    return 2\n",
                    "LOAD_FAST JUMP_IF_NOT_NONE RETURN_CONST RETURN_CONST");
    assert_function("def f(a):\n    if 0 <= a < 9: return 1\n    return 2\n",
                    "LOAD_CONST LOAD_FAST JUMP_LE JUMP_LT_LC RETURN_CONST RETURN_CONST");
    assert_function("def f(a):\n    if 0: g()\n    return a\n", "NOP RETURN_LOCAL");
}

static void what_cannot_be_reached_is_dropped(void **state) {
    assert_function("def f(a):\n    return a\n    g()\n", "RETURN_LOCAL");
    assert_function("def f(a):\n    raise a\n    g()\n", "LOAD_FAST RAISE");
}

static void handlers_stand_behind_the_ordinary_path(void **state) {
    Compiled t;
    compile_text(&t, "def f():\n    try:\n        g()\n    except E:\n        h()\n    return 1\n");
    assert_non_null(t.code);
    const Code *code = inner(as_code(t.code));
    assert_string_equal(instructions(code), "NOP LOAD_GLOBAL_CALL CALL POP POLL RETURN_CONST PUSH_EXC_INFO LOAD_GLOBAL "
                                            "CHECK_EXC_MATCH JUMP_IF_FALSE POP LOAD_GLOBAL_CALL CALL POP POP_EXCEPT "
                                            "JUMP RERAISE COPY POP_EXCEPT RERAISE");
    const CodeHandler *handler = code_handler(code, 1);
    assert_non_null(handler);
    assert_int_equal(op_of(code->words[handler->target]), OP_PUSH_EXC_INFO);
    assert_int_equal(handler->depth, 0);
    assert_false(handler->push_lasti);
    assert_true(code_handler(code, handler->target)->push_lasti);
    assert_null(code_handler(code, code->word_count - 1));
    done(&t);
}

static void comprehensions_are_inlined(void **state) {
    assert_function("def f(a):\n    return [x for x in a if x]\n",
                    "BUILD_LIST LOAD_FAST GET_ITER JUMP JUMP_IF_LOCAL LOAD_FAST LIST_APPEND FOR_ITER_LOCAL CLEAR_FAST "
                    "RETURN CLEAR_FAST RERAISE");
}

static void super_needs_no_object(void **state) {
    Compiled t;
    compile_text(&t, "class A:\n    def f(self):\n        return super().f(1)\n");
    assert_non_null(t.code);
    const Code *code = inner(inner(as_code(t.code)));
    assert_string_equal(
        instructions(code),
        "COPY_FREE_VARS LOAD_GLOBAL LOAD_DEREF LOAD_FAST LOAD_SUPER_METHOD LOAD_CONST CALL_METHOD RETURN");
    assert_true(code->flags & CODE_METHOD);
    done(&t);
}

/* ---- constants ---- */

static void constants_are_folded(void **state) {
    assert_function("def f():\n    return 2 * 3 + 1\n", "RETURN_CONST");
    assert_function("def f(a):\n    return a in [1, 2]\n", "LOAD_FAST_CONST CONTAINS RETURN");
    assert_function("def f():\n    return (1, -2, ('x',))[1]\n", "RETURN_CONST");
    assert_function("def f():\n    return 1 / 0\n", "LOAD_CONST LOAD_CONST TRUEDIV RETURN");
    assert_function("def f():\n    return 'x' * 100000\n", "LOAD_CONST MUL_SC RETURN");
}

static void equal_constants_of_different_types_are_different(void **state) {
    Compiled t;
    compile_text(&t, "a = 1; b = 1.0; c = True; d = 1; e = 0.0; f = -0.0\n"
                     "g = (1,); h = (1.0,); i = (1,); j = ''; k = b''\n");
    assert_non_null(t.code);
    assert_int_equal(as_code(t.code)->const_count, 10); /* None is the tenth */
    done(&t);
}

static void docstrings_lose_their_indentation(void **state) {
    Compiled t;
    compile_text(&t, "def f():\n    '''One.\n\n      Two.\n    Three.\n    '''\n");
    assert_non_null(t.code);
    const Code *code = inner(as_code(t.code));
    assert_true(code->flags & CODE_HAS_DOCSTRING);
    assert_string_equal(shown(code->consts[0]), "'One.\\n\\n  Two.\\nThree.\\n'");
    done(&t);
}

/* ---- code objects ---- */

static void names_tell_where_a_function_stands(void **state) {
    Compiled t;
    compile_text(&t, "def outer():\n    class A:\n        def inner(self): pass\n");
    assert_non_null(t.code);
    const Code *outer = inner(as_code(t.code)), *class = inner(outer), *method = inner(class);
    assert_string_equal(shown(outer->qualname), "'outer'");
    assert_string_equal(shown(class->qualname), "'outer.<locals>.A'");
    assert_string_equal(shown(method->qualname), "'outer.<locals>.A.inner'");
    assert_string_equal(shown(method->name), "'inner'");
    assert_int_equal(method->first_line, 3);
    done(&t);
}

static void parameters_come_first(void **state) {
    Compiled t;
    compile_text(&t, "def f(a, /, b, *c, d, **e):\n    x = lambda: (b, y)\n    y = 1\n");
    assert_non_null(t.code);
    const Code *code = inner(as_code(t.code));
    static const char *const names[] = {"'a'", "'b'", "'d'", "'c'", "'e'", "'x'", "'y'"};
    static const uint8_t kinds[] = {0, LOCAL_CELL, 0, 0, 0, 0, LOCAL_CELL};
    assert_int_equal(code->local_count, 7);
    for (int i = 0; i < 7; i++) {
        assert_string_equal(shown(code->local_names[i]), names[i]);
        assert_int_equal(code->local_kinds[i], kinds[i]);
    }
    assert_int_equal(code->arg_count, 2);
    assert_int_equal(code->posonly_count, 1);
    assert_int_equal(code->kwonly_count, 1);
    assert_int_equal(code->simple_args, -1);
    done(&t);
}

static void places_span_the_whole_expression(void **state) {
    Compiled t;
    compile_text(&t, "def f(a):\n    return (a.b +\n            a.c)\n");
    assert_non_null(t.code);
    const Code *code = inner(as_code(t.code));
    assert_string_equal(instructions(code), "LOAD_ATTR_LOCAL LOAD_ATTR_LOCAL ADD RETURN");
    const CodeLocation *b = code_location(code, 0), *sum = code_location(code, 10);
    assert_int_equal(b->line, 2);
    assert_int_equal(b->column, 12);
    assert_int_equal(b->end_column, 15);
    assert_int_equal(sum->line, 2);
    assert_int_equal(sum->end_line, 3);
    assert_int_equal(sum->column, 12);
    assert_int_equal(sum->end_column, 15);
    done(&t);
}

/* ---- refusals ---- */

static void errors_have_texts_and_places(void **state) {
    assert_refused("x = 1\nreturn x\n", "'return' outside function", 2, 0, 8);
    assert_refused("def f():\n    break\n", "'break' outside loop", 2, 4, 9);
    assert_refused("def f(a, a): pass\n", "duplicate argument 'a' in function definition", 1, 9, 10);
    assert_refused("def f():\n  print(x)\n  global x\n", "name 'x' is used prior to global declaration", 3, 2, 10);
    assert_refused("def f():\n  nonlocal x\n", "no binding for nonlocal 'x' found", 2, 2, 12);
    assert_refused("f(a=1, a=2)\n", "keyword argument repeated: a", 1, 7, 10);
    assert_refused("[x async for x in y]\n", "asynchronous comprehension outside of an asynchronous function", 1, 0,
                   20);
}

static void deep_programs_are_compiled_or_refused(void **state) {
    enum { DEPTH = 3000 };
    static char text[4 * DEPTH + 16];
    char *p = text;
    *p++ = 'x';
    for (int i = 0; i < DEPTH; i++) p = stpcpy(p, "+ x");
    strcpy(p, "\n");
    Compiled t;
    compile_text(&t, text);
    assert_non_null(t.code);
    assert_int_equal(as_code(t.code)->stack_size, 2);
    done(&t);
}

static void long_jumps_reach(void **state) {
    enum { CALLS = 150000 };
    static const char line[] = "    g()\n";
    char *text = malloc(CALLS * sizeof line + 100), *p = stpcpy(text, "if x:\n");
    for (int i = 0; i < CALLS; i++) p = stpcpy(p, line);
    Compiled t;
    compile_text(&t, text);
    free(text);
    assert_non_null(t.code);
    const Code *code = as_code(t.code);
    assert_true(code->word_count > 1000000);
    assert_int_equal(op_of(code->words[5]), OP_JUMP_IF_FALSE);
    uint32_t target = 7 + code->words[6];
    assert_int_equal(op_of(code->words[target]), OP_RETURN_CONST);
    done(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(operands_are_read_in_place),
        RUNTIME_TEST(an_operand_that_may_be_rebound_is_read_first),
        RUNTIME_TEST(assignments_need_no_stack),
        RUNTIME_TEST(only_augmented_assignment_works_in_place),
        RUNTIME_TEST(loops_test_at_the_bottom),
        RUNTIME_TEST(conditions_jump_at_once),
        RUNTIME_TEST(what_cannot_be_reached_is_dropped),
        RUNTIME_TEST(handlers_stand_behind_the_ordinary_path),
        RUNTIME_TEST(comprehensions_are_inlined),
        RUNTIME_TEST(super_needs_no_object),
        RUNTIME_TEST(constants_are_folded),
        RUNTIME_TEST(equal_constants_of_different_types_are_different),
        RUNTIME_TEST(docstrings_lose_their_indentation),
        RUNTIME_TEST(names_tell_where_a_function_stands),
        RUNTIME_TEST(parameters_come_first),
        RUNTIME_TEST(places_span_the_whole_expression),
        RUNTIME_TEST(errors_have_texts_and_places),
        RUNTIME_TEST(deep_programs_are_compiled_or_refused),
        RUNTIME_TEST(long_jumps_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
