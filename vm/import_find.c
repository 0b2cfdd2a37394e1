#include "vm/import_find.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "vm/file_text.h"
#include "vm/import.h"
#include "vm/import_spec.h"
#include "vm/interp/names.h"
#include "vm/run.h"
#include "vm/vm.h"

static const ImportSources *sources; /* static tables, the same for every runtime */

void import_set_sources(const ImportSources *s) { sources = s; }

/* --- In the binary ----------------------------------------------------------------------------------------------- */

static const ModuleDef *native_named(Ref name) {
    for (const ModuleDef *const *def = sources ? sources->natives : NULL; def && *def; def++)
        if (str_equal_text(name, (*def)->name)) return *def;
    return NULL;
}

/* The data of an ASCII string ends in NUL. */
static const char *text_of(Ref name) { return (const char *)str_data(name); }

static bool is_bundled(Ref name, bool *package) {
    return sources && sources->bundled && str_is_ascii(name) && strlen(text_of(name)) == str_length(name) &&
           sources->bundled(text_of(name), package);
}

static bool is_one_of(Ref name, const char *const *names) {
    while (*names && !str_equal_text(name, *names)) names++;
    return *names != NULL;
}

/* Of the modules in C, those that CPython has in its binary too: no file of a program stands in front of them. */
static bool is_early_native(Ref name) {
    static const char *const early[] = {"atexit",  "builtins", "errno", "faulthandler", "gc",   "itertools",
                                        "marshal", "posix",    "pwd",   "sys",          "time", NULL};
    return str_at(name, 0) == '_' || is_one_of(name, early);
}

/* Of those in Python, those that CPython has frozen. */
static bool is_early_bundled(Ref name) {
    static const char *const early[] = {"abc",       "codecs", "genericpath", "io",   "ntpath",    "os",
                                        "posixpath", "runpy",  "site",        "stat", "zipimport", NULL};
    static const char part[] = "importlib";
    return str_at(name, 0) == '_' || is_one_of(name, early) ||
           (str_is_ascii(name) && strncmp((const char *)str_data(name), part, sizeof part - 1) == 0);
}

static Value native_spec(Ref name) {
    Value origin = str_from_text("built-in");
    Value spec = origin ? spec_new(name, type_ref(&type_builtin_importer), origin, NULL, false) : NULL;
    release_maybe(origin);
    return spec;
}

static Value bundled_spec(Ref name, bool package) {
    Value origin = str_from_text("frozen"), search = package ? list_new(0) : NULL, spec = NULL;
    if (origin && (search || !package)) spec = spec_new(name, type_ref(&type_frozen_importer), origin, search, false);
    release_maybe(search);
    release_maybe(origin);
    return spec;
}

static Lookup answer(Value made, Value *spec) {
    *spec = made;
    return made ? FOUND : FAILED;
}

Lookup find_builtin(Ref name, Value *spec) {
    if (str_length(name) == 0 || !is_early_native(name) || !native_named(name)) return MISSING;
    return answer(native_spec(name), spec);
}

Lookup find_frozen(Ref name, Value *spec) {
    bool package;
    if (str_length(name) == 0 || !is_early_bundled(name) || !is_bundled(name, &package)) return MISSING;
    return answer(bundled_spec(name, package), spec);
}

/* What a folder with the standard library would have. */
static Lookup find_in_library(Ref name, Value *spec) {
    bool package;
    if (native_named(name)) return answer(native_spec(name), spec);
    if (is_bundled(name, &package)) return answer(bundled_spec(name, package), spec);
    return MISSING;
}

/* --- In folders -------------------------------------------------------------------------------------------------- */

typedef enum PathKind { PATH_NOTHING, PATH_FILE, PATH_FOLDER } PathKind;

static PathKind path_kind(Ref path) {
    Utf8 text;
    struct stat status;
    if (!str_utf8(path, &text, true)) {
        error_clear();
        return PATH_NOTHING;
    }
    PathKind kind = PATH_NOTHING;
    if (stat(text.text, &status) == 0) kind = S_ISDIR(status.st_mode) ? PATH_FOLDER : PATH_FILE;
    str_utf8_done(&text);
    return kind;
}

static Value join_path(Ref folder, Ref name, const char *ending) {
    if (str_length(folder) == 0) return error_format("%S%s", name, ending);
    bool slash = str_at(folder, str_length(folder) - 1) == '/';
    return error_format("%S%s%S%s", folder, slash ? "" : "/", name, ending);
}

static Value file_spec(Ref name, Ref path, Ref package_folder) {
    Value loader = source_loader_new(name, path), search = NULL, spec = NULL;
    if (package_folder) search = list_from(&package_folder, 1);
    if (loader && (search || !package_folder)) spec = spec_new(name, loader, path, search, true);
    release_maybe(search);
    release_maybe(loader);
    return spec;
}

/* Looks for part, the end of name, in one folder. A folder without __init__.py is remembered in portions. */
static Lookup find_in_folder(Ref name, Ref folder, Ref part, Value *spec, Value *portions) {
    Value base = join_path(folder, part, ""), init = NULL, file = NULL;
    Lookup result = MISSING;
    PathKind kind = base ? path_kind(base) : PATH_NOTHING;
    if (kind == PATH_FOLDER) init = join_path(folder, part, "/__init__.py");
    if (init && path_kind(init) == PATH_FILE) result = answer(file_spec(name, init, base), spec);
    if (result == MISSING) file = join_path(folder, part, ".py");
    if (file && path_kind(file) == PATH_FILE) result = answer(file_spec(name, file, NULL), spec);
    if (result == MISSING && kind == PATH_FOLDER) {
        if (!*portions) *portions = list_new(0);
        if (!*portions || !list_append(*portions, base)) result = FAILED;
    }
    release_maybe(base);
    release_maybe(init);
    release_maybe(file);
    return error_set() ? FAILED : result;
}

static Value namespace_spec(Ref name, Ref portions) {
    Value loader = namespace_loader_new(name), search = namespace_path_new(portions);
    Value spec = spec_new(name, loader, NULL, search, false);
    release(search);
    release(loader);
    return spec;
}

Value find_last_part(Ref name) {
    int64_t dot = str_rfind(name, str_from_char('.'), 0, str_length(name));
    return str_slice(name, (size_t)(dot + 1), str_length(name));
}

/* An entry of a path as a folder; a relative one begins where the process is. NULL: the entry is no text. */
static Value folder_of(Ref entry) {
    if (!is_str(entry)) return NULL;
    size_t length = str_length(entry), skip = 0; /* "." and "./" say nothing */
    if (length && str_at(entry, 0) == '/') return retain(entry);
    if (str_equal_text(entry, ".")) skip = 1;
    else if (length > 1 && str_at(entry, 0) == '.' && str_at(entry, 1) == '/') skip = 2;
    char *current = getcwd(NULL, 0);
    Value rest = current ? str_slice(entry, skip, length) : NULL;
    Value folder = rest ? error_format("%s%s%S", current, length > skip ? "/" : "", rest) : NULL;
    release_maybe(rest);
    free(current);
    return folder;
}

/* Looks through folders; portions of a namespace package are left in *portions. */
static Lookup look_through(Ref name, Ref search, Value *spec, Value *portions) {
    Value folders = list_of(search), part = folders ? find_last_part(name) : NULL;
    Lookup result = part ? MISSING : FAILED;
    for (size_t i = 0; result == MISSING && i < list_count(folders); i++) {
        Value folder = folder_of(list_peek(folders, i));
        if (folder) result = find_in_folder(name, folder, part, spec, portions);
        release_maybe(folder);
    }
    release_maybe(part);
    release_maybe(folders);
    return result;
}

Lookup find_by_path(Ref name, Ref package_path, Value *spec) {
    Ref search = package_path ? package_path : dict_peek_str(rt()->sys, NAME(path));
    Value portions = NULL;
    Lookup result = search && !is_none(search) ? look_through(name, search, spec, &portions) : MISSING;
    if (result == MISSING) result = find_in_library(name, spec);
    if (result == MISSING && portions) result = answer(namespace_spec(name, portions), spec);
    release_maybe(portions);
    return result;
}

/* --- Loading ----------------------------------------------------------------------------------------------------- */

static bool run_code_steal(Value code, Ref dict) {
    Value result = code ? vm_run_code(code, dict, NULL, NULL) : NULL;
    release_maybe(code);
    release_maybe(result);
    return result != NULL;
}

static bool run_text(Ref dict, Ref filename, const char *text, size_t length) {
    const CompileOptions options = {.optimize = rt()->optimize};
    return run_code_steal(run_compile(text, length, filename, ORIGIN_BYTES, &options, NULL), dict);
}

static bool run_bundled(Ref name, Ref dict) {
    bool package;
    if (!is_bundled(name, &package)) return raise_false(&type_ImportError, "%R is not a frozen module", name);
    Value filename = error_format("<bundled %S>", name);
    bool ok = filename && run_code_steal(sources->bundled_code(text_of(name), filename), dict);
    release_maybe(filename);
    return ok;
}

bool find_run(Ref spec_object, Ref dict) {
    const ModuleSpec *spec = as_spec(spec_object);
    if (spec->loader == type_ref(&type_frozen_importer)) return run_bundled(spec->name, dict);
    if (!is_exact(spec->loader, &type_source_loader)) return true;
    FileText text;
    Ref path = ((SourceLoader *)object_of(spec->loader))->path;
    if (!file_text_read(&text, path)) return false;
    bool ok = run_text(dict, path, text.bytes, text.length);
    file_text_done(&text);
    return ok;
}

static Value load_native(Ref name, Ref spec) {
    const ModuleDef *def = native_named(name);
    if (!def) return raise(&type_ImportError, "%R is not a built-in module", name);
    Value module = module_from_def(def);
    if (!module) return NULL;
    if (spec_describe(spec, as_module(module)->dict) && dict_set(rt()->modules, name, module)) return module;
    release(module);
    return NULL;
}

Value find_native(Ref name) {
    Value spec = native_spec(name), module = spec ? load_native(name, spec) : NULL;
    release_maybe(spec);
    return module;
}

Value find_load(Ref name, Ref spec) {
    if (as_spec(spec)->loader == type_ref(&type_builtin_importer)) return load_native(name, spec);
    Value module = module_new(name), result = NULL;
    if (!module) return NULL;
    Ref dict = as_module(module)->dict;
    builtins_show(dict);
    bool ok = spec_describe(spec, dict) && dict_set(rt()->modules, name, module);
    as_spec(spec)->initializing = true;
    ok = ok && find_run(spec, dict);
    as_spec(spec)->initializing = false;
    if (ok) {
        Lookup there = dict_get(rt()->modules, name, &result); /* a module may replace itself */
        if (there == MISSING) raise_with(&type_KeyError, name);
    } else {
        Value error = error_take();
        dict_delete_str(rt()->modules, name);
        error_restore_steal(error);
    }
    release(module);
    return result;
}
