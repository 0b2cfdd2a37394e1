#include "runtime/module.h"

#include <string.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"

/* ---- creation ---- */

static void set_up(Ref dict, Ref name, Ref doc) {
    dict_set_str(dict, NAME(dunder_name), name);
    dict_set_str(dict, NAME(dunder_doc), doc);
    dict_set_str(dict, NAME(dunder_package), VALUE_NONE);
    dict_set_str(dict, NAME(dunder_loader), VALUE_NONE);
    dict_set_str(dict, NAME(dunder_spec), VALUE_NONE);
}

Value module_new(Ref name) {
    Module *module = object_new(&type_module, sizeof *module);
    module->dict = dict_new();
    set_up(module->dict, name, VALUE_NONE);
    return value_of(module);
}

Value module_from_def(const ModuleDef *def) {
    Value name = intern_text(def->name), module = module_new(name),
          doc = def->doc ? str_from_text(def->doc) : VALUE_NONE;
    Ref dict = as_module(module)->dict;
    as_module(module)->built_in = true;
    as_module(module)->late = def;
    dict_set_str(dict, NAME(dunder_doc), doc);
    release(name);
    release(doc);
    if (!def->fill || def->fill(dict)) return module;
    release(module);
    return NULL;
}

static Value module_make(Type *type) {
    Module *module = object_new(type, type->size);
    module->dict = dict_new();
    return value_of(module);
}

static Value py_module_init(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "module() argument 'name' must be str, not %O", args[1]);
    set_up(as_module(args[0])->dict, args[1], args[2]);
    return VALUE_NONE;
}
static const NativeDef module_init = {"module(name, doc=None)", py_module_init, 0, NATIVE_METHOD};

/* ---- names that are made when they are asked for ---- */

/* The tables of functions, one after the other; NULL behind the last. */
static const NativeDef *table_of(const ModuleDef *def, size_t i) {
    static const NativeDef none[] = {{0}};
    if (i == 0) return def->functions ? def->functions : none;
    return def->more ? def->more[i - 1] : NULL;
}

static Value make_function(const ModuleDef *def, const NativeDef *row) {
    Value module_name = intern_text(def->name), function = native_function(row, module_name);
    release(module_name);
    return function;
}

static Value make_row(const LateDef *row) {
    if (row->make) return row->make(row->name);
    return row->text ? str_from_text(row->text) : retain(row->value);
}

static Value make_named(const ModuleDef *def, Ref name) {
    const NativeDef *table;
    for (size_t i = 0; (table = table_of(def, i)) != NULL; i++)
        for (const NativeDef *row = table; row->signature; row++)
            if (native_is_named(row->signature, name)) return make_function(def, row);
    for (Type *const *type = def->types; type && *type; type++)
        if (native_is_named((*type)->name, name)) return retain(type_ref(*type));
    for (const LateDef *row = def->late; row && row->name; row++)
        if (native_is_named(row->name, name)) return make_row(row);
    return NULL;
}

static COLD Ref peek_late(Ref self, Ref name) {
    Value made = str_is_ascii(name) ? make_named(as_module(self)->late, name) : NULL;
    if (!made) {
        if (error_set()) error_clear(); /* there was no memory: the pending word says so */
        return NULL;
    }
    Value key = intern_steal(retain(name));
    dict_set_str(as_module(self)->dict, key, made);
    release(key);
    release(made);
    return dict_peek_str(as_module(self)->dict, name);
}

Ref module_peek(Ref self, Ref name) {
    Ref found = dict_peek_str(as_module(self)->dict, name);
    return found || !as_module(self)->late ? found : peek_late(self, name);
}

Ref module_peek_text(Ref self, const char *name) {
    if (!self) return NULL;
    Value key = intern_text(name);
    Ref found = module_peek(self, key);
    release(key);
    return found;
}

static void complete_name(Ref self, const char *text) {
    Value name = intern_utf8(text, strcspn(text, "("));
    module_peek(self, name);
    release(name);
}

void module_complete(Ref self) {
    const ModuleDef *def = as_module(self)->late;
    const NativeDef *table;
    if (!def) return;
    for (size_t i = 0; (table = table_of(def, i)) != NULL; i++)
        for (const NativeDef *row = table; row->signature; row++) complete_name(self, row->signature);
    for (Type *const *type = def->types; type && *type; type++) complete_name(self, (*type)->name);
    for (const LateDef *row = def->late; row && row->name; row++) complete_name(self, row->name);
    as_module(self)->late = NULL;
}

void module_clear(Ref self) {
    as_module(self)->late = NULL;
    dict_clear(as_module(self)->dict);
}

/* ---- attributes ---- */

static Ref entry(Ref self, Ref name) { return module_peek(self, name); }

/* An attribute of the module's spec, or NULL. */
static Value of_spec(Ref self, const char *text) {
    Ref spec = entry(self, NAME(dunder_spec));
    if (!spec || is_none(spec)) return NULL;
    Value held = retain(spec), name = intern_text(text), value = NULL;
    if (getattr_try(held, name, &value) == FAILED) error_clear();
    release(name);
    release(held);
    return value;
}

static bool spec_says(Ref self, const char *text) {
    Value answer = of_spec(self, text);
    bool result = answer && is_true(answer);
    release_maybe(answer);
    return result;
}

/* The file, or the package, lies beside the program: it may stand in front of the module that was meant. */
static bool lies_beside_program(Ref origin) {
    Ref folder = dict_peek_text(rt()->sys, "_script_folder");
    if (!folder || !is_str(folder)) return false;
    Value init = str_from_text("/__init__.py");
    size_t length = str_length(folder), end = str_length(origin), tail = str_length(init);
    if (end > tail && str_stands_at(origin, init, end - tail)) end -= tail;
    release(init);
    return end > length + 1 && str_at(origin, length) == '/' && str_stands_at(origin, folder, 0) &&
           str_rfind(origin, str_from_char('/'), 0, end) == (int64_t)length;
}

static bool is_in_library(Ref name) {
    Ref sys = dict_peek_text(rt()->modules, "sys");
    Value key = intern_text("stdlib_module_names"), names = NULL;
    bool found = sys && getattr_try(sys, key, &names) == FOUND && contains(names, name) == FOUND;
    if (error_set()) error_clear();
    release_maybe(names);
    release(key);
    return found;
}

/* sys.modules has module.name, whose body is still running. */
static bool is_unfinished_submodule(Ref module_name, Ref name) {
    Value full = error_format("%S.%S", module_name, name), child = NULL;
    bool found = full && dict_get(rt()->modules, full, &child) == FOUND && is_exact(child, &type_module) &&
                 spec_says(child, "_initializing");
    release_maybe(child);
    release_maybe(full);
    return found;
}

static COLD Value raise_missing_at(Ref self, Ref name, Ref module_name, Ref origin) {
    bool beside = origin && lies_beside_program(origin);
    if (beside && is_in_library(module_name)) {
        return raise_attribute(self, name,
                               "module '%S' has no attribute '%S' (consider renaming '%S' since it has the same name "
                               "as the standard library module named '%S' and the import system gives it precedence)",
                               module_name, name, origin, module_name);
    }
    if (spec_says(self, "_initializing")) {
        if (beside) {
            return raise_attribute(self, name,
                                   "module '%S' has no attribute '%S' (consider renaming '%S' if it has the same name "
                                   "as a third-party module you intended to import)",
                                   module_name, name, origin);
        }
        return raise_attribute(self, name,
                               origin ? "partially initialized module '%S' from '%S' has no attribute '%S' (most "
                                        "likely due to a circular import)"
                                      : "partially initialized module '%S'%S has no attribute '%S' (most likely due "
                                        "to a circular import)",
                               module_name, origin ? origin : str_empty(), name);
    }
    if (is_unfinished_submodule(module_name, name)) {
        return raise_attribute(self, name,
                               "cannot access submodule '%S' of module '%S' (most likely due to a circular import)",
                               name, module_name);
    }
    return raise_attribute(self, name, "module '%S' has no attribute '%S'", module_name, name);
}

static COLD Value raise_missing(Ref self, Ref name) {
    Ref module_name = entry(self, NAME(dunder_name));
    if (!module_name || !is_str(module_name)) return raise_attribute(self, name, "module has no attribute '%S'", name);
    Value held = retain(module_name), origin = spec_says(self, "has_location") ? of_spec(self, "origin") : NULL;
    raise_missing_at(self, name, held, origin && is_str(origin) ? origin : NULL);
    release_maybe(origin);
    release(held);
    return NULL;
}

/* Data descriptors of the type, then the namespace, then the rest of the type, then the module's __getattr__. */
Lookup module_getattr_try(Ref self, Ref name, Value *result) {
    Ref attribute = type_lookup_peek(type_of(self), name);
    Ref found = attribute && type_of(attribute)->set ? NULL : entry(self, name);
    if (found) {
        *result = retain(found);
    } else if (attribute) {
        *result = type_getattr_generic(self, name);
    } else {
        Ref hook = entry(self, NAME(dunder_getattr));
        if (!hook) return MISSING;
        Value held = retain(hook);
        *result = call_1(held, name);
        release(held);
    }
    return *result ? FOUND : FAILED;
}

Value module_getattr(Ref self, Ref name) {
    Value result = NULL;
    return module_getattr_try(self, name, &result) == MISSING ? raise_missing(self, name) : result;
}

static bool module_setattr(Ref self, Ref name, Ref value) {
    Ref attribute = type_lookup_peek(type_of(self), name);
    if (attribute && type_of(attribute)->set) return type_setattr_generic(self, name, value);
    if (value) {
        dict_set_str(as_module(self)->dict, name, value);
        return true;
    }
    module_complete(self); /* what is deleted shall not be made again */
    if (dict_delete_str(as_module(self)->dict, name)) return true;
    raise_no_attribute(self, name);
    return false;
}

Value module_dict(Ref self) {
    module_complete(self);
    return retain(as_module(self)->dict);
}

/* A dict is made where there is none, so that what the caller adds to it stays. */
static Value get_annotations(Ref self) {
    Ref found = entry(self, NAME(dunder_annotations));
    if (found) return retain(found);
    Value made = dict_new();
    dict_set_str(as_module(self)->dict, NAME(dunder_annotations), made);
    return made;
}

static bool set_annotations(Ref self, Ref value) {
    if (value) {
        dict_set_str(as_module(self)->dict, NAME(dunder_annotations), value);
        return true;
    }
    if (dict_delete_str(as_module(self)->dict, NAME(dunder_annotations))) return true;
    raise_attribute(self, NAME(dunder_annotations), "__annotations__");
    return false;
}

/* What import says of modules that have no spec. */
static Value repr_by_attributes(Ref self, Ref name) {
    if (as_module(self)->built_in) return error_format("<module %R (built-in)>", name);
    Value held = retain(name), place = NULL, text = NULL;
    Lookup found = getattr_try(self, NAME(dunder_file), &place);
    if (found == FOUND) {
        text = error_format("<module %R from %R>", held, place);
    } else if (found == MISSING && (found = getattr_try(self, NAME(dunder_loader), &place)) != FAILED) {
        text = found == FOUND && !is_none(place) ? error_format("<module %R (%R)>", held, place)
                                                 : error_format("<module %R>", held);
    }
    release_maybe(place);
    release(held);
    return text;
}

static Value repr_by_spec(Ref self) {
    Value name = of_spec(self, "name"), origin = of_spec(self, "origin"), loader = of_spec(self, "loader"),
          search = of_spec(self, "submodule_search_locations"), text = NULL;
    if (!name || is_none(name)) slot_set(&name, NAME(question));
    if (origin && !is_none(origin)) {
        text = spec_says(self, "has_location") ? error_format("<module %R from %R>", name, origin)
                                               : error_format("<module %R (%A)>", name, origin);
    } else if (!loader || is_none(loader)) {
        text = error_format("<module %R>", name);
    } else if (is_exact(loader, &type_namespace_loader) && search && !is_none(search)) {
        Value folders = list_of(search);
        if (folders) text = error_format("<module %R (namespace) from %R>", name, folders);
        release_maybe(folders);
    } else {
        text = error_format("<module %R (%R)>", name, loader);
    }
    release_maybe(search);
    release_maybe(loader);
    release_maybe(origin);
    release_maybe(name);
    return text;
}

static Value module_repr(Ref self) {
    Ref name = entry(self, NAME(dunder_name)), spec = entry(self, NAME(dunder_spec));
    if (spec && !is_none(spec)) return repr_by_spec(self);
    return repr_by_attributes(self, name ? name : NAME(question));
}

static Value py_module_dir(const Ref *args) {
    Ref hook = entry(args[0], NAME(dunder_dir));
    if (hook) {
        Value held = retain(hook), result = call_0(hook);
        release(held);
        return result;
    }
    Value dict = getattr(args[0], NAME(dunder_dict)), result = NULL;
    if (dict && is_dict(dict)) result = list_of(dict);
    else if (dict) raise(&type_TypeError, "<module>.__dict__ is not a dictionary");
    release_maybe(dict);
    return result;
}

static void module_traverse(Ref self, Visit visit, void *context) { visit(as_module(self)->dict, context); }

static const NativeDef module_methods[] = {
    {"__dir__()", py_module_dir, DOC("The names of the module, or what its own __dir__ says."), NATIVE_METHOD},
    {0},
};

static const GetSetDef module_getsets[] = {
    {"__dict__", module_dict, NULL, 0, true},
    {"__annotations__", get_annotations, set_annotations, 0},
    {0},
};

Type type_module = {
    TYPE_HEAD(module),
    .init_slot = NULL,
    .name = "module",
    .doc = "An empty module with a name, a string, and a docstring of any type.",
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(Module),
    .traverse = module_traverse,
    .make = module_make,
    .init = &module_init,
    .repr = module_repr,
    .getattr = module_getattr,
    .setattr = module_setattr,
    .methods = module_methods,
    .getsets = module_getsets,
};
