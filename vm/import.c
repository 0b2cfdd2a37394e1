#include "vm/import.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/file_text.h"
#include "vm/interp/names.h"
#include "vm/run.h"
#include "vm/vm.h"

static const ImportSources *sources; /* static tables, the same for every runtime */

void import_set_sources(const ImportSources *s) { sources = s; }

static Value raise_import(Type *type, Ref name, const char *format, Ref a, Ref b) {
    raise(type, format, a, b);
    if (rt()->error && is_exception(rt()->error)) slot_set(&as_exception(rt()->error)->fields[1], name);
    return NULL;
}

/* Making modules. */

static const ModuleDef *find_native(Ref name) {
    for (const ModuleDef *const *def = sources ? sources->natives : NULL; def && *def; def++)
        if (str_equal_text(name, (*def)->name)) return *def;
    return NULL;
}

/* Everything before the last dot; "" when there is none. */
static Value parent_of(Ref name) {
    int64_t dot = str_rfind(name, str_from_char('.'), 0, str_length(name));
    return dot < 0 ? str_empty() : str_slice(name, 0, (size_t)dot);
}

static Value last_part(Ref name) {
    int64_t dot = str_rfind(name, str_from_char('.'), 0, str_length(name));
    return str_slice(name, (size_t)(dot + 1), str_length(name));
}

/* What is known about a module before its body runs. */
typedef struct Found {
    const ModuleDef *native; /* or NULL */
    const char *text;        /* of a bundled module, or NULL */
    size_t length;           /* bytes of text */
    Value path;              /* str: file of its source, NULL: not from a file */
    Value search;            /* list for __path__, NULL: not a package */
} Found;

static void found_done(Found *found) {
    release_maybe(found->path);
    release_maybe(found->search);
}

/* A spec-like namespace with the attributes that ordinary programs read. */
static bool set_spec(Ref dict, Ref name, Ref parent, const Found *found) {
    Value spec = call_0(type_ref(&type_simple_namespace));
    if (!spec) return false;
    Value key_parent = intern_text("parent"), key_origin = intern_text("origin"), key_loader = intern_text("loader");
    Value key_search = intern_text("submodule_search_locations"), builtin = str_from_text("built-in");
    bool ok = builtin && setattr(spec, NAME(name), name) && setattr(spec, key_parent, parent) &&
              setattr(spec, key_loader, VALUE_NONE) && setattr(spec, key_origin, found->path ? found->path : builtin) &&
              setattr(spec, key_search, found->search ? found->search : VALUE_NONE);
    if (ok) dict_set_str(dict, NAME(dunder_spec), spec);
    release_maybe(builtin);
    release(key_search);
    release(key_loader);
    release(key_origin);
    release(key_parent);
    release(spec);
    return ok;
}

/* Fills in the attributes that every module has. */
static bool describe(Ref module, Ref name, const Found *found) {
    Ref dict = as_module(module)->dict;
    Value parent = found->search ? retain(name) : parent_of(name);
    if (!parent) return false;
    dict_set_str(dict, NAME(dunder_package), parent);
    dict_set_str(dict, NAME(dunder_loader), VALUE_NONE);
    Ref builtins = dict_peek_text(rt()->modules, "builtins");
    dict_set_str(dict, NAME(dunder_builtins), builtins ? builtins : rt()->builtins);
    if (found->path) dict_set_str(dict, NAME(dunder_file), found->path);
    if (found->search) dict_set_str(dict, NAME(dunder_path), found->search);
    bool ok = set_spec(dict, name, parent, found);
    release(parent);
    return ok;
}

/* Runs the body of a module whose text is at hand. */
static bool run_body(Ref module, Ref filename, const char *text, size_t length) {
    Value code = run_compile(text, length, filename, ORIGIN_BYTES, &(CompileOptions){.optimize = rt()->optimize}, NULL);
    if (!code) return false;
    Value result = vm_run_code(code, as_module(module)->dict, NULL, NULL);
    release(code);
    release_maybe(result);
    return result != NULL;
}

/* The module of what was found, in sys.modules. */
static Value load_text(Ref name, const Found *found) {
    Value module = module_new(name), filename = NULL, result = NULL;
    if (!module) return NULL;
    filename = found->path ? retain(found->path) : error_format("<bundled %S>", name);
    bool ok = filename && describe(module, name, found) && dict_set(rt()->modules, name, module);
    if (ok && found->text) ok = run_body(module, filename, found->text, found->length);
    else if (ok && found->path) {
        FileText text;
        ok = file_text_read(&text, found->path);
        if (ok) {
            ok = run_body(module, filename, text.bytes, text.length);
            file_text_done(&text);
        }
    }
    if (ok) {
        Lookup there = dict_get(rt()->modules, name, &result); /* a module may replace itself */
        if (there == MISSING) raise_import(&type_KeyError, name, "%S", name, NULL);
    } else {
        Value error = error_take();
        dict_delete_str(rt()->modules, name);
        error_restore_steal(error);
    }
    release_maybe(filename);
    release(module);
    return result;
}

static Value load_native(Ref name, const Found *found) {
    Value module = module_from_def(found->native);
    if (!module) return NULL;
    if (describe(module, name, found) && dict_set(rt()->modules, name, module)) return module;
    release(module);
    return NULL;
}

/* Finding modules. */

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

static Value one_item_list(Ref item) {
    Ref items[1] = {item};
    return list_from(items, 1);
}

/* Looks for part in one folder of a search path. A folder without __init__.py is remembered in portions. */
static Lookup find_in_folder(Ref folder, Ref part, Found *found, Value *portions) {
    Value base = join_path(folder, part, ""), init = join_path(folder, part, "/__init__.py"),
          file = join_path(folder, part, ".py");
    Lookup result = MISSING;
    if (!base || !init || !file) {
        result = FAILED;
    } else if (path_kind(init) == PATH_FILE) {
        found->path = retain(init);
        found->search = one_item_list(base);
        result = found->search ? FOUND : FAILED;
    } else if (path_kind(file) == PATH_FILE) {
        found->path = retain(file);
        result = FOUND;
    } else if (path_kind(base) == PATH_FOLDER) {
        if (!*portions) *portions = list_new(0);
        if (!*portions || !list_append(*portions, base)) result = FAILED;
    }
    release_maybe(base);
    release_maybe(init);
    release_maybe(file);
    return result;
}

static Lookup find_on_path(Ref search, Ref part, Found *found) {
    Value portions = NULL;
    Lookup result = MISSING;
    for (size_t i = 0; result == MISSING && is_list(search) && i < list_count(search); i++) {
        Value folder = list_peek(search, i) ? retain(list_peek(search, i)) : NULL;
        if (is_str(folder)) result = find_in_folder(folder, part, found, &portions);
        release(folder);
    }
    if (result == MISSING && portions) { /* a namespace package */
        found->search = retain(portions);
        result = FOUND;
    }
    release_maybe(portions);
    return result;
}

static Lookup find_bundled(Ref name, Found *found) {
    Utf8 text;
    if (!sources || !sources->bundled || !str_is_ascii(name) || !str_utf8(name, &text, false)) return MISSING;
    bool package = false;
    found->text = sources->bundled(text.text, &found->length, &package);
    str_utf8_done(&text);
    if (!found->text) return MISSING;
    if (package) found->search = list_new(0);
    return FOUND;
}

/* name: absolute; search: the parent's __path__ or NULL for a top-level name. */
static Lookup find_module(Ref name, Ref part, Ref search, Found *found) {
    found->native = find_native(name);
    if (found->native) return FOUND;
    Lookup result = find_bundled(name, found);
    if (result != MISSING) return result;
    return find_on_path(search ? search : dict_peek_str(rt()->sys, NAME(path)), part, found);
}

/* Importing. */

static Value raise_not_found(Ref name, Ref parent, bool not_package) {
    if (not_package)
        return raise_import(&type_ModuleNotFoundError, name, "No module named %R; %R is not a package", name, parent);
    return raise_import(&type_ModuleNotFoundError, name, "No module named %R", name, NULL);
}

/* Imports the last part of name, whose parent (a module, or NULL) is imported. */
static Value import_part(Ref name, Ref parent, Ref parent_name) {
    Value search = NULL;
    if (parent) {
        Lookup has = getattr_try(parent, NAME(dunder_path), &search);
        if (has == FAILED) return NULL;
        if (has == MISSING) return raise_not_found(name, parent_name, true);
    }
    Value part = last_part(name), module = NULL;
    Found found = {0};
    Lookup result = part ? find_module(name, part, search, &found) : FAILED;
    if (result == MISSING) raise_not_found(name, NULL, false);
    if (result == FOUND) module = found.native ? load_native(name, &found) : load_text(name, &found);
    if (module && parent && !setattr(parent, part, module)) clear_ref(&module);
    found_done(&found);
    release_maybe(part);
    release_maybe(search);
    return module;
}

Value import_absolute(Ref name) {
    Value module = NULL;
    Lookup there = dict_get(rt()->modules, name, &module);
    if (there == FAILED) return NULL;
    if (there == FOUND) {
        if (!is_none(module)) return module;
        return raise_import(&type_ModuleNotFoundError, name, "import of %S halted; None in sys.modules", name, NULL);
    }
    Value interned = intern_steal(retain(name)), parent_name = parent_of(interned), parent = NULL;
    bool ok = parent_name != NULL;
    if (ok && str_length(parent_name)) {
        parent = import_absolute(parent_name);
        ok = parent != NULL;
        if (ok && (there = dict_get(rt()->modules, interned, &module)) != MISSING)
            ok = false; /* its parent imported it */
    }
    if (ok) module = import_part(interned, parent, parent_name);
    release_maybe(parent);
    release_maybe(parent_name);
    release(interned);
    return module;
}

/* The package that a relative import starts from: __package__, or made from __name__. */
static Value package_of(Ref globals) {
    Ref package = globals ? dict_peek_str(globals, NAME(dunder_package)) : NULL;
    if (package && is_str(package)) return retain(package);
    Ref name = globals ? dict_peek_str(globals, NAME(dunder_name)) : NULL;
    if (!name || !is_str(name)) return raise(&type_KeyError, "'__name__' not in globals");
    return dict_peek_str(globals, NAME(dunder_path)) ? retain(name) : parent_of(name);
}

static Value resolve_relative(Ref globals, Ref name, int64_t level) {
    Value base = package_of(globals);
    if (!base) return NULL;
    if (str_length(base) == 0) {
        release(base);
        return raise(&type_ImportError, "attempted relative import with no known parent package");
    }
    for (int64_t i = 1; i < level; i++) {
        Value up = parent_of(base);
        release(base);
        base = up;
        if (!base) return NULL;
        if (str_length(base) == 0) {
            release(base);
            return raise(&type_ImportError, "attempted relative import beyond top-level package");
        }
    }
    Value full = str_length(name) ? error_format("%S.%S", base, name) : retain(base);
    release(base);
    return full;
}

/* Imports the submodules that `from package import names` asks for and that are not attributes yet. */
static bool import_names(Ref module, Ref module_name, Ref wanted) {
    if (!dict_peek_str(as_module(module)->dict, NAME(dunder_path))) return true;
    Value all = NULL;
    for (size_t i = 0; i < tuple_count(wanted); i++) {
        Ref name = tuple_peek(wanted, i);
        if (str_equal_text(name, "*")) {
            Ref listed = dict_peek_str(as_module(module)->dict, NAME(dunder_all));
            if (!listed) continue;
            all = tuple_of(listed);
            bool ok = all && import_names(module, module_name, all);
            release_maybe(all);
            if (!ok) return false;
            continue;
        }
        Value there = NULL;
        Lookup has = is_str(name) ? getattr_try(module, name, &there) : FOUND;
        release_maybe(there);
        if (has == FOUND) continue;
        if (has == FAILED) return false;
        Value full = error_format("%S.%S", module_name, name), imported = full ? import_absolute(full) : NULL;
        bool missing = !imported && full && error_matches(&type_ModuleNotFoundError) &&
                       as_exception(rt()->error)->fields[1] && is_str(as_exception(rt()->error)->fields[1]) &&
                       str_equal(as_exception(rt()->error)->fields[1], full);
        release_maybe(full);
        release_maybe(imported);
        if (missing) error_clear();
        else if (!imported) return false;
    }
    return true;
}

Value import_module_level(Ref globals, Ref name, Ref wanted, int64_t level) {
    if (level < 0) return raise(&type_ValueError, "level must be >= 0");
    if (level == 0 && str_length(name) == 0) return raise(&type_ValueError, "Empty module name");
    Value full = level ? resolve_relative(globals, name, level) : retain(name);
    if (!full) return NULL;
    Value module = import_absolute(full), result = NULL;
    if (!module) goto done;
    if (!is_none(wanted) && tuple_count(wanted)) {
        bool ok = !is_exact(module, &type_module) || import_names(module, full, wanted);
        result = ok ? retain(module) : NULL;
    } else if (level == 0) { /* import a.b binds a */
        int64_t dot = str_find(name, str_from_char('.'), 0, str_length(name));
        Value top = dot < 0 ? retain(full) : str_slice(name, 0, (size_t)dot);
        result = top ? import_absolute(top) : NULL;
        release_maybe(top);
    } else {
        result = retain(module);
    }
done:
    release_maybe(module);
    release(full);
    return result;
}

Value import_statement(Ref globals, Ref name, Ref wanted, Ref level) {
    Ref hook = dict_peek_str(builtins_for(vm_of(), globals), NAME(dunder_import));
    if (!hook) return raise(&type_ImportError, "__import__ not found");
    if (is_exact(hook, &type_builtin_function)) return import_module_level(globals, name, wanted, small_int(level));
    Ref args[5] = {name, globals, VALUE_NONE, wanted, level};
    return call(hook, args, 5, NULL);
}

/* What cannot be imported from where, in CPython's words. */
static Value raise_cannot_import(Ref module, Ref name) {
    Value module_name = NULL, file = NULL;
    if (getattr_try(module, NAME(dunder_name), &module_name) == FAILED ||
        getattr_try(module, NAME(dunder_file), &file) == FAILED)
        goto done;
    if (!module_name || !is_str(module_name)) slot_set_steal(&module_name, str_from_text("<unknown module name>"));
    if (file && is_str(file)) raise(&type_ImportError, "cannot import name %R from %R (%S)", name, module_name, file);
    else raise(&type_ImportError, "cannot import name %R from %R (unknown location)", name, module_name);
    if (is_exception(rt()->error)) {
        Exception *e = as_exception(rt()->error);
        slot_set(&e->fields[FIELD_IMPORT_NAME], module_name);
        slot_set(&e->fields[FIELD_IMPORT_NAME_FROM], name);
        if (file && is_str(file)) slot_set(&e->fields[FIELD_IMPORT_PATH], file);
        if (e->field_count <= FIELD_IMPORT_NAME_FROM) e->field_count = FIELD_IMPORT_NAME_FROM + 1;
    }
done:
    release_maybe(module_name);
    release_maybe(file);
    return NULL;
}

Value import_from(Ref module, Ref name) {
    Value v = NULL;
    Lookup found = getattr_try(module, name, &v);
    if (found == FOUND) return v;
    if (found == FAILED) return NULL;
    Value package = NULL;
    found = getattr_try(module, NAME(dunder_name), &package);
    if (found == FAILED) return NULL;
    if (found == FOUND && is_str(package)) { /* import cycles: the submodule may be in sys.modules already */
        Value full = error_format("%S.%S", package, name);
        found = full ? dict_get(rt()->modules, full, &v) : FAILED;
        release_maybe(full);
    }
    release_maybe(package);
    if (found == FOUND && v) return v;
    return found == FAILED ? NULL : raise_cannot_import(module, name);
}

bool import_star(Ref module, Ref namespace) {
    Value all = NULL;
    Lookup has = getattr_try(module, NAME(dunder_all), &all);
    if (has == FAILED) return false;
    bool explicit = has == FOUND;
    if (!explicit) {
        Value dict = getattr(module, NAME(dunder_dict));
        all = dict ? list_of(dict) : NULL;
        release_maybe(dict);
    }
    Value wanted = all ? list_of(all) : NULL;
    release_maybe(all);
    bool ok = wanted != NULL;
    for (size_t i = 0; ok && i < list_count(wanted); i++) {
        Ref name = list_peek(wanted, i);
        if (!is_str(name)) {
            ok = raise_false(&type_TypeError, "Item in __all__ must be str, not %T", name);
            break;
        }
        if (!explicit && str_length(name) && str_at(name, 0) == '_') continue;
        Value v = getattr(module, name);
        ok = v && setitem(namespace, name, v);
        release_maybe(v);
    }
    release_maybe(wanted);
    return ok;
}
