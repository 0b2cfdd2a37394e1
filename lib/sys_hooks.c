#include "lib/sys_hooks.h"

#include <stdlib.h>
#include <string.h>

#include "lib/file.h"
#include "lib/print_traceback.h"
#include "lib/sys_module.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/import.h"

/* What stands in sys under a name, as a new reference; None when it was deleted. */
static Value sys_get(const char *name) {
    Ref found = module_peek_text(rt()->sys_module, name);
    return found ? retain(found) : VALUE_NONE;
}

static bool write_steal(Ref file, Value text) {
    bool ok = text && file_write_any(file, text);
    release_maybe(text);
    return ok;
}

/* Text that the file's encoding lacks is written with escapes. */
static bool write_display(Ref file, Ref text) {
    if (file_write_any(file, text)) return true;
    if (!error_matches(&type_UnicodeEncodeError)) return false;
    error_clear();
    return write_steal(file, str_ascii(text));
}

static Value py_sys_displayhook(const Ref *args) {
    if (is_none(args[0])) return VALUE_NONE;
    dict_set_text(rt()->builtins, "_", VALUE_NONE);
    Value out = sys_get("stdout"), text = repr_of(args[0]);
    bool ok = text != NULL;
    if (ok && is_none(out)) ok = raise_false(&type_RuntimeError, "lost sys.stdout");
    ok = ok && write_display(out, text) && file_write_any(out, str_from_char('\n'));
    release_maybe(text);
    release(out);
    if (!ok) return NULL;
    dict_set_text(rt()->builtins, "_", args[0]);
    return VALUE_NONE;
}

/* What excepthook() says of a value that is none. */
static Value print_no_exception(Ref value) {
    if (is_none(value)) {
        Value err = sys_get("stderr");
        bool ok = is_none(err) || write_steal(err, str_from_text("NoneType: None\n"));
        release(err);
        return ok ? VALUE_NONE : NULL;
    }
    raise(&type_TypeError, "print_exception(): Exception expected for value, %T found", value);
    Value error = error_take();
    traceback_print(error);
    release(error);
    return VALUE_NONE;
}

static Value py_sys_excepthook(const Ref *args) {
    if (!is_exception(args[1])) return print_no_exception(args[1]);
    if (!as_exception(args[1])->traceback && is_exact(args[2], &type_traceback))
        slot_set(&as_exception(args[1])->traceback, args[2]);
    traceback_print(args[1]);
    return VALUE_NONE;
}

/* Calls what a program put in the hook's place; when that fails, prints both exceptions. */
static void call_replaced_hook(Ref hook, Ref exception) {
    Ref traceback = as_exception(exception)->traceback;
    Ref args[3] = {type_ref(type_of(exception)), exception, traceback ? traceback : VALUE_NONE};
    Value result = call(hook, args, 3, NULL);
    if (!result) {
        Value second = error_take(), err = sys_get("stderr");
        if (!is_none(err) && !write_steal(err, str_from_text("Error in sys.excepthook:\n"))) error_clear();
        traceback_print(second);
        if (!is_none(err) && !write_steal(err, str_from_text("\nOriginal exception was:\n"))) error_clear();
        traceback_print(exception);
        release(second);
        release(err);
    }
    release_maybe(result);
}

void sys_call_excepthook(Ref exception) {
    Value hook = sys_get("excepthook");
    bool original = is_none(hook) || hook == module_peek_text(rt()->sys_module, "__excepthook__");
    if (original) traceback_print(exception);
    else call_replaced_hook(hook, exception);
    release(hook);
}

/* The attribute of what unraisablehook was given; None when it is missing. */
static Value field(Ref unraisable, const char *name) {
    Value key = intern_text(name), value = NULL;
    Lookup found = getattr_try(unraisable, key, &value);
    release(key);
    if (found == FAILED) error_clear();
    return found == FOUND ? value : VALUE_NONE;
}

/* "Exception ignored in: <...>" or the message, and the repr replaced where it fails. */
static void append_where(StrBuilder *b, Ref message, Ref object) {
    if (is_none(message) && is_none(object)) return;
    if (is_none(message)) builder_text(b, "Exception ignored in");
    else builder_str(b, message);
    builder_char(b, ':');
    if (!is_none(object)) {
        builder_char(b, ' ');
        Value text = repr_of(object);
        if (text) builder_str(b, text);
        else builder_text(b, "<object repr() failed>");
        if (!text) error_clear();
        release_maybe(text);
    }
    builder_char(b, '\n');
}

static Value py_sys_unraisablehook(const Ref *args) {
    if (!is_exact(args[0], &type_simple_namespace)) /* what error_unraisable makes */
        return raise(&type_TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
    Value exception = field(args[0], "exc_value"), message = field(args[0], "err_msg"),
          object = field(args[0], "object");
    Value err = sys_get("stderr");
    StrBuilder b;
    builder_init(&b);
    append_where(&b, is_str(message) ? message : VALUE_NONE, object);
    bool ok = !is_exception(exception) || traceback_format_plain(&b, exception);
    if (!ok) builder_abandon(&b);
    if (ok) ok = is_none(err) ? (builder_abandon(&b), true) : write_steal(err, builder_finish(&b));
    release(err);
    release(object);
    release(message);
    release(exception);
    return ok ? VALUE_NONE : NULL;
}

/* What "module.name" stands for, or a name of builtins; NULL with an exception. */
static Value import_dotted(const char *text) {
    const char *dot = strrchr(text, '.');
    if (dot == text) dot = NULL;
    Value path = dot ? intern_utf8(text, (size_t)(dot - text)) : retain(NAME(builtins));
    Value name = intern_text(dot ? dot + 1 : text), names = tuple_pack(1, name);
    Value module = names ? import_module_level(NULL, path, names, 0) : NULL;
    Value found = module ? getattr(module, name) : NULL;
    release_maybe(module);
    release_maybe(names);
    release(name);
    release(path);
    return found;
}

/* Calls what the environment names. Programs may put a function of their own in its place. */
static Value py_sys_breakpointhook(const Ref *args) {
    const char *wish = getenv("PYTHONBREAKPOINT");
    if (!wish || !*wish)
        return raise(&type_NotImplementedError, "breakpoint() is not supported by ouro: it has no debugger");
    if (strcmp(wish, "0") == 0) return VALUE_NONE;
    Value hook = import_dotted(wish), result = NULL;
    if (hook) {
        result = call_with_dict(hook, refs(as_tuple(args[0])->items), tuple_count(args[0]), args[1]);
        release(hook);
    } else if (error_matches(&type_ImportError) || error_matches(&type_AttributeError)) {
        error_clear();
        if (raise_warning(&type_RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", wish))
            return VALUE_NONE;
    }
    return result;
}

static const NativeDef hooks[] = {
    {"displayhook(object, /)", py_sys_displayhook, DOC("Print an object to sys.stdout and keep it as builtins._ ."), 0},
    {"excepthook(exctype, value, traceback, /)", py_sys_excepthook,
     DOC("Print an exception and its traceback to sys.stderr."), 0},
    {"unraisablehook(unraisable, /)", py_sys_unraisablehook,
     DOC("Tell sys.stderr about an exception that could not be raised."), 0},
    {"breakpointhook(*args, **kwargs)", py_sys_breakpointhook,
     DOC("Call what $PYTHONBREAKPOINT names; ouro has no debugger."), 0},
    {0},
};

static void keep_hook(Ref name, Ref hook) {
    if (!dict_peek_str(rt()->sys, name)) dict_set_str(rt()->sys, name, hook);
}

Value sys_hook(const char *name) {
    const NativeDef *row = hooks;
    while (strncmp(name + 2 * (*name == '_'), row->signature, strcspn(row->signature, "(")) != 0) row++;
    Value module = intern_text("sys"), hook = native_function(row, module), plain = native_name(row),
          original = str_format("__%S__", plain);
    original = intern_steal(original);
    keep_hook(plain, hook);
    keep_hook(original, hook);
    release_maybe(original);
    release(plain);
    release(module);
    return hook;
}
