#include "lib/sys_module.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/bundle.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/path.h"
#include "lib/print_traceback.h"
#include "lib/source_cache.h"
#include "lib/sys_async.h"
#include "lib/sys_files.h"
#include "lib/sys_hooks.h"
#include "lib/sys_info.h"
#include "lib/sys_rare.h"
#include "lib/warn.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/import.h"

/* Leaving, exceptions. */

static Value py_sys_exit(const Ref *args) {
    Ref status = args[0];
    bool several = is_exact(status, &type_tuple);
    Value exception = is_none(status) ? call_0(type_ref(&type_SystemExit))
                      : several
                          ? call(type_ref(&type_SystemExit), refs(as_tuple(status)->items), tuple_count(status), NULL)
                          : call_1(type_ref(&type_SystemExit), status);
    if (exception) raise_value(exception);
    release_maybe(exception);
    return NULL;
}

static Value py_sys_exception(const Ref *args) { return rt()->handled ? retain(rt()->handled) : VALUE_NONE; }

static Value py_sys_exc_info(const Ref *args) {
    Ref handled = rt()->handled;
    if (!handled) return tuple_pack(3, VALUE_NONE, VALUE_NONE, VALUE_NONE);
    Ref traceback = as_exception(handled)->traceback;
    return tuple_pack(3, type_ref(type_of(handled)), handled, traceback ? traceback : VALUE_NONE);
}

/* Objects. */

static Value py_sys_getrefcount(const Ref *args) { return int_value(object_count(args[0])); }

/* CPython's collector keeps two words in front of each object that it may have to follow. */
static int64_t collector_header(Ref v) {
    const Type *type = type_of(v);
    return type->flags & TYPE_CONTAINER ? 16 : 0;
}

static Value size_of(Ref v) {
    Value size = NULL;
    int64_t bytes;
    Lookup found = call_special(v, NAME(dunder_sizeof), NULL, 0, &size);
    if (found == MISSING) return raise(&type_TypeError, "Type %T doesn't define __sizeof__", v);
    if (found == FAILED) return NULL;
    bool ok = is_int(size) ? int_as_int64(size, &bytes) ||
                                 (raise(&type_OverflowError, "Python int too large to convert to C ssize_t"), false)
                           : raise_false(&type_TypeError, "an integer is required");
    release(size);
    if (!ok) return NULL;
    if (bytes < 0) return raise(&type_ValueError, "__sizeof__() should return >= 0");
    return int_value(bytes + collector_header(v));
}

static Value py_sys_getsizeof(const Ref *args) {
    Value size = size_of(args[0]);
    if (size || !args[1] || !error_matches(&type_TypeError)) return size;
    error_clear();
    return retain(args[1]);
}

static Value py_sys_intern(const Ref *args) {
    if (!is_str(args[0])) return raise(&type_TypeError, "intern() argument must be str, not %O", args[0]);
    if (!is_exact(args[0], &type_str)) return raise(&type_TypeError, "can't intern %T", args[0]);
    return intern_steal(retain(args[0]));
}

static Value py_sys_is_interned(const Ref *args) {
    if (!is_str(args[0])) return raise(&type_TypeError, "_is_interned() argument must be str, not %O", args[0]);
    return bool_value(str_is_interned(args[0]));
}

static Value py_sys_getallocatedblocks(const Ref *args) {
    size_t count = 0;
    for (uint32_t kind = 0; kind < MEM_KINDS; kind++) {
        size_t cells = mem_count_cells(&rt()->mem, kind);
        if (cells != SIZE_MAX) count += cells;
    }
    return int_value((int64_t)count);
}

/* Limits. */

static Value py_sys_getrecursionlimit(const Ref *args) { return small_int_value(rt()->recursion_limit); }

static Value py_sys_setrecursionlimit(const Ref *args) {
    int64_t limit;
    if (!tab_argument(args[0], &limit)) return NULL;
    if (limit < 1) return raise(&type_ValueError, "recursion limit must be greater or equal than 1");
    if (limit <= rt()->recursion_depth)
        return raise(&type_RecursionError,
                     "cannot set the recursion limit to %d at the recursion depth %u: the limit is too low", (int)limit,
                     rt()->recursion_depth);
    rt()->recursion_limit = (uint32_t)limit;
    return VALUE_NONE;
}

static Value py_sys_get_int_max_str_digits(const Ref *args) { return int_value(rt()->int_max_digits); }

static Value py_sys_set_int_max_str_digits(const Ref *args) {
    int64_t given;
    if (!tab_argument(args[0], &given)) return NULL;
    int digits = (int)given;
    if (digits != 0 && digits < INT_DIGITS_MINIMUM)
        return raise(&type_ValueError, "maxdigits must be 0 or larger than %d", INT_DIGITS_MINIMUM);
    rt()->int_max_digits = digits;
    return VALUE_NONE;
}

/* Frames. */

static Value py_sys_getframe(const Ref *args) {
    int64_t depth;
    if (!tab_argument(args[0], &depth)) return NULL;
    Value frame = frame_at_depth(vm_of(), depth < 0 ? 0 : depth);
    return is_none(frame) ? raise(&type_ValueError, "call stack is not deep enough") : frame;
}

static Value py_sys_getframemodulename(const Ref *args) {
    int64_t depth;
    if (!tab_argument(args[0], &depth)) return NULL;
    Value frame = frame_at_depth(vm_of(), depth < 0 ? 0 : depth);
    if (is_none(frame)) return frame;
    Ref name = dict_peek_str(as_frame(frame)->globals, NAME(dunder_name));
    Value result = name ? retain(name) : VALUE_NONE;
    release(frame);
    return result;
}

/* Texts and the rest. */

static Value py_sys_getdefaultencoding(const Ref *args) { return intern_text("utf-8"); }
static Value py_sys_getfilesystemencodeerrors(const Ref *args) { return intern_text("surrogateescape"); }
static Value py_sys_is_finalizing(const Ref *args) { return bool_value(is_none(dict_peek_text(rt()->sys, "path"))); }
static Value py_sys_is_gil_enabled(const Ref *args) { return VALUE_TRUE; }

/* (text, is package) of a module compiled into the binary, or None. */
static Value py_sys_bundled_text(const Ref *args) {
    Utf8 name;
    if (!is_str(args[0]) || !str_utf8(args[0], &name, true)) return error_set() ? NULL : VALUE_NONE;
    size_t length;
    bool package;
    char *text = bundle_has(name.text, &package) ? bundle_text(name.text, &length) : NULL;
    str_utf8_done(&name);
    if (!text) return VALUE_NONE;
    Value s = str_from_utf8(text, length), result = s ? tuple_pack(2, s, bool_value(package)) : NULL;
    release_maybe(s);
    free(text);
    return result;
}

/* Warnings. What C code has to say goes through the warnings module, which programs may have told what to do with
 * it. */

static Value py_sys_warn_explicit(const Ref *args) { return warn_call("warn_explicit", args, 4); }
static Value py_sys_warn(const Ref *args) {
    Ref all[4] = {args[0], args[1], small_int_value(1), args[2]};
    if (warn_is_late()) return warn_late(args[0], args[1]);
    return warn_call("warn", all, 4);
}
static Value py_sys_warn_never_awaited(const Ref *args) {
    if (!warn_is_late()) return warn_call("_warn_unawaited_coroutine", args, 1);
    Value text = error_format("coroutine '%S' was never awaited", as_generator(args[0])->qualname);
    Value result = text ? warn_late(text, type_ref(&type_RuntimeWarning)) : NULL;
    release_maybe(text);
    return result;
}

/* What tracebacks show of a file: its text, or None. */
static Value py_sys_source_text(const Ref *args) {
    if (!is_str(args[0])) return VALUE_NONE;
    SourceCache cache = {0};
    const Source *source = source_cache_get(&cache, args[0]);
    Value text = source ? str_from_utf8(source->text, source->length - source->added_newline) : VALUE_NONE;
    source_cache_done(&cache);
    return text;
}

static const NativeDef functions[] = {
    {"exit(status=None, /)", py_sys_exit,
     DOC("Leave the interpreter by raising SystemExit(status).\n\nNone or nothing means success, a number is the exit "
         "status; anything else "
         "is\nprinted to standard error, and the status is 1."),
     0},
    {"exception()", py_sys_exception, DOC("Return the exception that is being handled, or None."), 0},
    {"exc_info()", py_sys_exc_info, DOC("Return (type, value, traceback) of the exception that is being handled."), 0},
    {"getrefcount(object, /)", py_sys_getrefcount,
     DOC("Return the number of references to object.\n\nIt counts the argument itself, so it is one higher than one "
         "might "
         "expect."),
     0},
    {"getsizeof(object, default=...)", py_sys_getsizeof, DOC("Return the size of object in bytes."), 0},
    {"intern(string, /)", py_sys_intern, DOC("Return the one string of this text that is used for names."), 0},
    {"_is_interned(string, /)", py_sys_is_interned, DOC("Return whether string is interned."), 0},
    {"getallocatedblocks()", py_sys_getallocatedblocks, DOC("Return the number of memory blocks in use."), 0},
    {"getrecursionlimit()", py_sys_getrecursionlimit, DOC("Return the limit on the depth of the call stack."), 0},
    {"setrecursionlimit(limit, /)", py_sys_setrecursionlimit, DOC("Set the limit on the depth of the call stack."), 0},
    {"get_int_max_str_digits()", py_sys_get_int_max_str_digits,
     DOC("Return the limit on digits in conversions between int and str; 0: none."), 0},
    {"set_int_max_str_digits(maxdigits)", py_sys_set_int_max_str_digits,
     DOC("Set the limit on digits in conversions between int and str."), 0},
    {"_getframe(depth=0, /)", py_sys_getframe, DOC("The caller's frame, or one depth calls further out."), 0},
    {"_getframemodulename(depth=0)", py_sys_getframemodulename,
     DOC("Return the name of the module that a frame belongs to."), 0},
    {"getdefaultencoding()", py_sys_getdefaultencoding, DOC("Return the encoding that str and bytes use by default."),
     0},
    {"getfilesystemencoding()", py_sys_getdefaultencoding, DOC("Return the encoding of file names."), 0},
    {"getfilesystemencodeerrors()", py_sys_getfilesystemencodeerrors, DOC("Return the error handler for file names."),
     0},
    {"is_finalizing()", py_sys_is_finalizing, DOC("Return whether the interpreter is ending."), 0},
    {"_is_gil_enabled()", py_sys_is_gil_enabled, DOC("Return True: one thread runs Python code at a time."), 0},
    {"set_asyncgen_hooks(firstiter=..., finalizer=...)", py_sys_set_asyncgen_hooks,
     DOC("Set what is called when asynchronous generators are first iterated, and dropped before their end."), 0},
    {"get_asyncgen_hooks()", py_sys_get_asyncgen_hooks, DOC("Return the hooks of asynchronous generators."), 0},
    {"set_coroutine_origin_tracking_depth(depth)", py_sys_set_coroutine_origin_tracking_depth,
     DOC("Set how many frames a coroutine remembers of where it was made."), 0},
    {"get_coroutine_origin_tracking_depth()", py_sys_get_coroutine_origin_tracking_depth,
     DOC("Return how many frames a coroutine remembers of where it was made."), 0},
    {"_warn(message, category, source, /)", py_sys_warn, DOC("Call warnings.warn()."), 0},
    {"_warn_explicit(message, category, filename, lineno, /)", py_sys_warn_explicit,
     DOC("Call warnings.warn_explicit()."), 0},
    {"_warn_never_awaited(coroutine, /)", py_sys_warn_never_awaited, DOC("Warn that a coroutine was never awaited."),
     0},
    {"_source_text(filename, /)", py_sys_source_text, DOC("Return the text of a source file, or None."), 0},
    {"audit(event, /, *args)", py_sys_audit, DOC("Pass an event to the audit hooks."), 0},
    {"_bundled_text(name, /)", py_sys_bundled_text,
     DOC("Return (text, is package) of a module in the binary, or None."), 0},
    {0},
};

const ModuleDef module_sys = {
    "sys",
    "What the interpreter keeps for programs and what programs can ask it: arguments, modules, standard files, "
    "hooks, "
    "limits.",
    functions,
    sys_info_fill,
    (const NativeDef *const[]){sys_rare_functions, NULL},
    NULL,
    sys_info_late,
};

/* Configuration. */

static bool put_argv(Ref dict, const CliOptions *options) {
    static const char *const first[] = {
        [TARGET_PROMPT] = "", [TARGET_STDIN] = "", [TARGET_CODE] = "-c", [TARGET_MODULE] = "-m", [TARGET_DUMP] = ""};
    Value argv = list_new((size_t)options->rest_count + 1);
    if (!argv) return false;
    for (int i = -1; i < options->rest_count; i++) {
        bool named = options->argument && (options->target == TARGET_FILE || options->target == TARGET_STDIN);
        const char *text = i >= 0 ? options->rest[i] : named ? options->argument : first[options->target];
        Value argument = path_decode(text);
        if (!argument || !list_append_steal(argv, argument)) {
            release(argv);
            return false;
        }
    }
    return sys_info_put_steal(dict, "argv", argv);
}

/* The folders in PYTHONPATH. */
static bool put_path(Ref dict, const CliOptions *options) {
    const char *text = cli_environment(options, "PYTHONPATH");
    Value path = list_new(0);
    while (path && text && *text) {
        size_t length = strcspn(text, ":");
        char *part = strndup(text, length);
        Value folder = part ? path_decode(part) : raise_memory();
        free(part);
        if (!folder || !list_append_steal(path, folder)) clear_ref(&path);
        text += length + (text[length] == ':');
    }
    return sys_info_put_steal(dict, "path", path);
}

bool sys_configure(Ref dict, const CliOptions *options) {
    if (!put_argv(dict, options) || !put_path(dict, options) || !sys_info_set_flags(dict, options) ||
        !sys_info_set_warnings(dict, options) || !sys_info_set_extras(dict, options))
        return false;
    return sys_files_begin(dict, options);
}
