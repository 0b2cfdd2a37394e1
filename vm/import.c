#include "vm/import.h"

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
#include "vm/import_find.h"
#include "vm/import_spec.h"
#include "vm/interp/names.h"
#include "vm/run.h"
#include "vm/vm.h"

static Value raise_import(Type *type, Ref name, const char *format, Ref a, Ref b) {
    raise(type, format, a, b);
    if (rt()->error && is_exception(rt()->error)) slot_set(&as_exception(rt()->error)->fields[1], name);
    return NULL;
}

/* Everything before the last dot; "" when there is none. */
static Value parent_of(Ref name) { return spec_parent(name, false); }

/* Finders. */

/* Asks a finder of the program. *spec is what it returned. */
static Lookup ask_finder(Ref finder, Ref name, Ref path, Value *spec) {
    Value key = intern_text("find_spec"), method = NULL;
    Lookup has = getattr_try(finder, key, &method);
    release(key);
    if (has != FOUND) return has;
    Ref args[3] = {name, path ? path : VALUE_NONE, VALUE_NONE};
    *spec = call(method, args, 3, NULL);
    release(method);
    if (!*spec) return FAILED;
    if (!is_none(*spec)) return FOUND;
    return MISSING;
}

/* The spec of an absolute name by the finders in sys.meta_path. path: the parent's __path__, NULL for a top-level name.
 * *ours: the spec came from one of the interpreter's own. */
static Lookup find_spec(Ref name, Ref path, Value *spec, bool *ours) {
    Ref listed = dict_peek_text(rt()->sys, "meta_path");
    if (!listed || is_none(listed))
        return raise_failed(&type_ImportError, "sys.meta_path is None, Python is likely shutting down");
    Value finders = list_of(listed);
    Lookup found = finders ? MISSING : FAILED;
    for (size_t i = 0; found == MISSING && i < list_count(finders); i++) {
        Ref finder = list_peek(finders, i);
        *ours = true;
        if (finder == type_ref(&type_builtin_importer)) found = find_builtin(name, spec);
        else if (finder == type_ref(&type_frozen_importer)) found = find_frozen(name, spec);
        else if (finder == type_ref(&type_path_finder)) found = find_by_path(name, path, spec);
        else *ours = false, found = ask_finder(finder, name, path, spec);
    }
    release_maybe(finders);
    return found;
}

/* The module of a spec that a finder of the program made. */
static Value load_foreign(Ref spec) {
    Value name = intern_text("_import_spec"), helper = NULL, module_spec = NULL, load = intern_text("load"),
          result = NULL;
    Lookup there = dict_get(rt()->modules, name, &helper);
    if (there == MISSING && find_frozen(name, &module_spec) == FOUND) helper = find_load(name, module_spec);
    if (helper) result = call_method(helper, load, &spec, 1);
    release_maybe(module_spec);
    release_maybe(helper);
    release(load);
    release(name);
    return result;
}

/* Importing. */

static Value raise_not_found(Ref name, Ref parent, bool not_package) {
    if (not_package)
        return raise_import(&type_ModuleNotFoundError, name, "No module named %R; %R is not a package", name, parent);
    return raise_import(&type_ModuleNotFoundError, name, "No module named %R", name, NULL);
}

/* Makes a module an attribute of what is now its parent, which may be an object that refuses it. */
static bool bind_in_parent(Ref parent_name, Ref part, Ref module) {
    Value parent = dict_getitem(rt()->modules, parent_name);
    if (!parent) return false;
    bool bound = setattr(parent, part, module);
    release(parent);
    if (bound) return true;
    if (!error_matches(&type_AttributeError)) return false;
    error_clear();
    return raise_warning(&type_ImportWarning, "Cannot set an attribute on %R for child module %R", parent_name, part);
}

/* Imports the last part of name, whose parent (a module, or NULL) is imported. */
static Value import_part(Ref name, Ref parent, Ref parent_name) {
    Value search = NULL;
    if (parent) {
        Lookup has = getattr_try(parent, NAME(dunder_path), &search);
        if (has == FAILED) return NULL;
        if (has == MISSING) return raise_not_found(name, parent_name, true);
    }
    Value part = find_last_part(name), module = NULL, spec = NULL;
    bool ours = false;
    Lookup result = part ? find_spec(name, search, &spec, &ours) : FAILED;
    if (result == MISSING) raise_not_found(name, NULL, false);
    if (result == FOUND) module = ours ? find_load(name, spec) : load_foreign(spec);
    if (module && parent && !bind_in_parent(parent_name, part, module)) clear_ref(&module);
    release_maybe(spec);
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
        if (recursion_enter("")) {
            parent = import_absolute(parent_name);
            recursion_leave();
        }
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
    if (package && !is_none(package)) return raise(&type_TypeError, "package must be a string");
    Ref spec = globals ? dict_peek_str(globals, NAME(dunder_spec)) : NULL;
    if (spec && is_spec(spec)) return spec_parent(as_spec(spec)->name, !is_none(as_spec(spec)->search));
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

static bool import_names(Ref module, Ref module_name, Ref wanted, bool from_all);

/* Imports what __all__ of a package names, if it has one. */
static bool import_all(Ref module, Ref module_name) {
    Value listed = NULL;
    Lookup has = getattr_try(module, NAME(dunder_all), &listed);
    Value all = has == FOUND ? tuple_of(listed) : NULL;
    bool ok = has == MISSING || (all && import_names(module, module_name, all, true));
    release_maybe(all);
    release_maybe(listed);
    return ok;
}

/* Imports the submodules that `from package import names` asks for and that are not attributes yet. */
static bool import_names(Ref module, Ref module_name, Ref wanted, bool from_all) {
    for (size_t i = 0; i < tuple_count(wanted); i++) {
        Ref name = tuple_peek(wanted, i);
        if (!is_str(name)) {
            if (from_all)
                return raise_false(&type_TypeError, "Item in %S.__all__ must be str, not %T", module_name, name);
            return raise_false(&type_TypeError, "Item in ``from list'' must be str, not %T", name);
        }
        if (str_equal_text(name, "*") && !from_all) {
            if (!import_all(module, module_name)) return false;
            continue;
        }
        Value there = NULL;
        Lookup has = getattr_try(module, name, &there);
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

/* Whether what was imported is a package: anything may stand in sys.modules. */
static Lookup is_package(Ref module) {
    Value path = NULL;
    Lookup has = getattr_try(module, NAME(dunder_path), &path);
    release_maybe(path);
    return has;
}

Value import_module_level(Ref globals, Ref name, Ref wanted, int64_t level) {
    if (level < 0) return raise(&type_ValueError, "level must be >= 0");
    if (level == 0 && str_length(name) == 0) return raise(&type_ValueError, "Empty module name");
    Value full = level ? resolve_relative(globals, name, level) : retain(name);
    if (!full) return NULL;
    Value module = import_absolute(full), result = NULL;
    if (!module) goto done;
    if (!is_none(wanted) && tuple_count(wanted)) {
        Lookup package = is_package(module);
        bool ok = package == MISSING || (package == FOUND && import_names(module, full, wanted, false));
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
    Value hook = NULL, module;
    Lookup found = builtins_get(vm_of(), globals, NAME(dunder_import), &hook);
    if (found != FOUND) return found == FAILED ? NULL : raise(&type_ImportError, "__import__ not found");
    if (is_exact(hook, &type_builtin_function)) {
        module = import_module_level(globals, name, wanted, small_int(level));
    } else {
        const Frame *frame = vm_of()->frame;
        Ref locals = frame->code->flags & CODE_OPTIMIZED ? VALUE_NONE : frame->namespace ? frame->namespace : globals;
        Ref args[5] = {name, globals, locals, wanted, level};
        module = call(hook, args, 5, NULL);
    }
    release(hook);
    return module;
}

/* The body of the module is still running. */
static bool is_initializing(Ref module) {
    Value spec = NULL;
    Lookup has = getattr_try(module, NAME(dunder_spec), &spec);
    bool running = has == FOUND && is_spec(spec) && as_spec(spec)->initializing;
    if (has == FAILED) error_clear();
    release_maybe(spec);
    return running;
}

/* What cannot be imported from where, in CPython's words. */
static Value raise_cannot_import(Ref module, Ref name) {
    Value module_name = NULL, file = NULL;
    if (getattr_try(module, NAME(dunder_name), &module_name) == FAILED ||
        getattr_try(module, NAME(dunder_file), &file) == FAILED)
        goto done;
    if (!module_name || !is_str(module_name)) slot_set_steal(&module_name, str_from_text("<unknown module name>"));
    bool partly = is_initializing(module);
    const char *partial = partly ? "partially initialized module " : "",
               *circular = partly ? " (most likely due to a circular import)" : "";
    if (file && is_str(file))
        raise(&type_ImportError, "cannot import name %R from %s%R%s (%S)", name, partial, module_name, circular, file);
    else
        raise(&type_ImportError, "cannot import name %R from %s%R%s (unknown location)", name, partial, module_name,
              circular);
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

static bool refuse_star_name(Ref module, bool explicit, Ref name) {
    Value module_name = getattr(module, NAME(dunder_name));
    if (!module_name) return false;
    if (is_str(module_name))
        raise(&type_TypeError, "%s in %S.%s must be str, not %T", explicit ? "Item" : "Key", module_name,
              explicit ? "__all__" : "__dict__", name);
    else raise(&type_TypeError, "module __name__ must be a string, not %T", module_name);
    release(module_name);
    return false;
}

/* A list of what import * takes: __all__, or the keys of __dict__. */
static Value star_names(Ref module, bool *explicit) {
    Value all = NULL, listed = NULL;
    Lookup has = getattr_try(module, NAME(dunder_all), &all);
    *explicit = has == FOUND;
    if (has == MISSING) has = getattr_try(module, NAME(dunder_dict), &all);
    if (has == MISSING) raise(&type_ImportError, "from-import-* object has no __dict__ and no __all__");
    else if (has == FOUND && !type_of(all)->getitem)
        raise(&type_TypeError, "'%T' object does not support indexing", all);
    else if (has == FOUND) listed = list_of(all);
    release_maybe(all);
    return listed;
}

bool import_star(Ref module, Ref namespace) {
    bool explicit;
    Value wanted = star_names(module, &explicit);
    bool ok = wanted != NULL;
    for (size_t i = 0; ok && i < list_count(wanted); i++) {
        Ref name = list_peek(wanted, i);
        if (!is_str(name)) {
            ok = refuse_star_name(module, explicit, name);
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
