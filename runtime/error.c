#include "runtime/error.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* Makes exception the pending one; what is being handled becomes its context. */
static void set_steal(Value exception) {
    Runtime *runtime = rt();
    assert(runtime->error == NULL);
    if (runtime->handled) exception_set_context(exception, runtime->handled);
    runtime->error = exception;
}

/* type(argument); either may have failed before. */
static void raise_argument_steal(Type *type, Value argument) {
    if (!argument) return;
    Value exception = exception_new_1(type, argument);
    release(argument);
    if (exception) set_steal(exception);
}

static void raise_list(Type *type, const char *format, va_list arguments) {
    if (!format || *format == '\0') {
        Value exception = exception_new(type, tuple_empty());
        if (exception) set_steal(exception);
        return;
    }
    raise_argument_steal(type, str_format_list(format, arguments));
}

Value raise(Type *type, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    raise_list(type, format, arguments);
    va_end(arguments);
    return NULL;
}

bool raise_false(Type *type, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    raise_list(type, format, arguments);
    va_end(arguments);
    return false;
}

bool raise_warning(Type *category, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_format_list(format, arguments);
    va_end(arguments);
    bool done = text && type_hooks.warn(category, text);
    release_maybe(text);
    return done;
}

Lookup raise_failed(Type *type, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    raise_list(type, format, arguments);
    va_end(arguments);
    return FAILED;
}

Value raise_with(Type *type, Ref argument) {
    raise_argument_steal(type, retain(argument));
    return NULL;
}

Value raise_key(Ref key) { return raise_with(&type_KeyError, key); }

/* The exception comes out of the reserve when it must; the program then has a full one again to handle it with. */
Value raise_memory(void) {
    Runtime *runtime = rt();
    Value exception = exception_new(&type_MemoryError, tuple_empty());
    __atomic_fetch_and(&runtime->pending, ~(uint32_t)PENDING_MEMORY, __ATOMIC_RELAXED);
    mem_refill_reserve(&runtime->mem);
    if (exception) set_steal(exception);
    return NULL;
}

Value raise_os(int error_number, Ref path) {
    Value text = str_from_text(strerror(error_number));
    if (!text) return NULL;
    Value args = path ? tuple_pack(3, small_int_value(error_number), text, path)
                      : tuple_pack(2, small_int_value(error_number), text);
    release(text);
    if (!args) return NULL;
    Value exception = exception_new(&type_OSError, args);
    release(args);
    if (exception) set_steal(exception);
    return NULL;
}

Value raise_value(Ref exception) {
    if (is_exception(exception)) {
        set_steal(retain(exception));
        return NULL;
    }
    if (!is_type(exception) || !(as_type(exception)->flags & TYPE_EXCEPTION)) {
        return raise(&type_TypeError, "exceptions must derive from BaseException");
    }
    Value made = call_0(exception);
    if (!made) return NULL;
    if (is_exception(made)) {
        set_steal(made);
    } else {
        raise(&type_TypeError, "calling %R should have returned an instance of BaseException, not %R", exception,
              type_ref(type_of(made)));
        release(made);
    }
    return NULL;
}

bool error_matches(Type *type) {
    Ref error = rt()->error;
    return error && type_is_subtype(type_of(error), type);
}

Value error_take(void) {
    Value exception = rt()->error;
    rt()->error = NULL;
    return exception;
}

void error_restore_steal(Value exception) {
    assert(rt()->error == NULL || exception == NULL);
    slot_set_steal(&rt()->error, exception);
}

void error_chain_steal(Value earlier) {
    if (!rt()->error) {
        error_restore_steal(earlier);
        return;
    }
    exception_set_context(rt()->error, earlier);
    release(earlier);
}

void error_clear(void) { clear_ref(&rt()->error); }

Value error_format(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_format_list(format, arguments);
    va_end(arguments);
    return text;
}

/* --- Exceptions that nobody can be told about ----------------------------------------------------------------- */

static void write_text(FILE *file, Ref s) {
    Utf8 utf8;
    if (!str_utf8(s, &utf8, true)) return error_clear();
    fwrite(utf8.text, 1, utf8.length, file);
    str_utf8_done(&utf8);
}

static void write_text_steal(FILE *file, Value s) {
    if (!s) return error_clear();
    write_text(file, s);
    release(s);
}

/* Where there is no sys module (yet, or any more). */
static void print_unraisable(Ref exception, Ref where) {
    fflush(stdout);
    if (where) write_text_steal(stderr, error_format("Exception ignored in: %R\n", where));
    write_text_steal(stderr, error_format(where ? "%T" : "Exception ignored: %T", exception));
    Value text = str_of(exception);
    if (text && str_length(text)) write_text_steal(stderr, error_format(": %S", text));
    if (!text) error_clear();
    release_maybe(text);
    fputc('\n', stderr);
}

/* What sys.unraisablehook is called with. */
static Value unraisable_arguments(Ref exception, Ref message, Ref where) {
    static const char *const fields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};
    Ref traceback = as_exception(exception)->traceback;
    Ref values[] = {type_ref(type_of(exception)), exception, traceback ? traceback : VALUE_NONE, message,
                    where ? where : VALUE_NONE};
    Value names = tuple_new(5);
    if (!names) return NULL;
    for (size_t i = 0; i < 5; i++) as_tuple(names)->items[i] = intern_text(fields[i]);
    Value arguments = call(type_ref(&type_simple_namespace), values, 0, names);
    release(names);
    return arguments;
}

static bool call_hook(Ref hook, Ref exception, Ref message, Ref where) {
    Value arguments = unraisable_arguments(exception, message, where);
    Value result = arguments ? call_1(hook, arguments) : NULL;
    release_maybe(arguments);
    release_maybe(result);
    return result != NULL;
}

/* What Python prints when the program has no hook of its own. */
static void tell_unraisable(Ref exception, Ref message, Ref where) {
    Ref found = module_peek_text(rt()->sys_module, "__unraisablehook__");
    Value hook = retain_maybe(found);
    if (!hook) print_unraisable(exception, where);
    else if (!call_hook(hook, exception, message, where)) error_clear(); /* sys.stderr is broken, too */
    release_maybe(hook);
}

/* The program's hook failed: that is told, not what it was called for. */
static void tell_hook_failed(Ref hook) {
    Value exception = error_take(), message = str_from_text("Exception ignored in sys.unraisablehook");
    tell_unraisable(exception, message, hook);
    release(message);
    release(exception);
}

static void unraisable(Value exception, Ref message, Ref where) {
    if (!as_exception(exception)->traceback) type_hooks.add_traceback(exception);
    bool ended = rt()->sys && dict_count(rt()->sys) == 0; /* sys was emptied: nobody listens any more */
    Ref found = rt()->sys_module ? module_peek(rt()->sys_module, NAME(unraisablehook)) : NULL;
    Value hook = retain_maybe(found);
    if (!rt()->sys) print_unraisable(exception, where);
    else if (!ended && (!hook || is_none(hook))) tell_unraisable(exception, message, where);
    else if (!ended && !call_hook(hook, exception, message, where)) tell_hook_failed(hook);
    release_maybe(hook);
    release(exception);
}

void error_unraisable(Ref where) {
    Value exception = error_take();
    if (exception) unraisable(exception, VALUE_NONE, where);
}

void error_unraisable_in(const char *what, Ref where) {
    Value exception = error_take(),
          message = error_format(where ? "Exception ignored %s %R" : "Exception ignored %s", what, where);
    if (!message) error_clear();
    unraisable(exception, message ? message : VALUE_NONE, message ? NULL : where);
    release_maybe(message);
}
