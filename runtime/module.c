#include "runtime/module.h"

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

static void add_functions(Ref dict, const NativeDef *functions, Ref name) {
    for (const NativeDef *def = functions; def && def->signature; def++) {
        Value function_name = native_name(def), function = native_function(def, name);
        dict_set_str(dict, function_name, function);
        release(function_name);
        release(function);
    }
}

Value module_from_def(const ModuleDef *def) {
    Value name = intern_text(def->name), module = module_new(name),
          doc = def->doc ? str_from_text(def->doc) : VALUE_NONE;
    Ref dict = as_module(module)->dict;
    as_module(module)->built_in = true;
    dict_set_str(dict, NAME(dunder_doc), doc);
    add_functions(dict, def->functions, name);
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
    if (!is_str(args[1])) return raise(&type_TypeError, "module() argument 'name' must be str, not %T", args[1]);
    set_up(as_module(args[0])->dict, args[1], args[2]);
    return VALUE_NONE;
}
static const NativeDef module_init = {"module(name, doc=None)", py_module_init, NULL, NATIVE_METHOD};

/* ---- attributes ---- */

static Ref entry(Ref self, Ref name) { return dict_peek_str(as_module(self)->dict, name); }

/* True while the module's code is still running: what is missing may come later. */
static bool is_initializing(Ref self) {
    Ref spec = entry(self, NAME(dunder_spec));
    if (!spec || is_none(spec)) return false;
    Value name = intern_text("_initializing"), answer = NULL;
    Lookup found = getattr_try(spec, name, &answer);
    bool result = found == FOUND && is_true(answer);
    if (found == FAILED) error_clear();
    release(name);
    release_maybe(answer);
    return result;
}

static COLD Value raise_missing(Ref self, Ref name) {
    Ref module_name = entry(self, NAME(dunder_name));
    if (!module_name || !is_str(module_name)) return raise_attribute(self, name, "module has no attribute '%S'", name);
    if (is_initializing(self)) {
        return raise_attribute(
            self, name,
            "partially initialized module '%S' has no attribute '%S' (most likely due to a circular import)",
            module_name, name);
    }
    return raise_attribute(self, name, "module '%S' has no attribute '%S'", module_name, name);
}

/* Data descriptors of the type, then the namespace, then the rest of the type, then the module's __getattr__. */
static Value module_getattr(Ref self, Ref name) {
    Ref attribute = type_lookup_peek(type_of(self), name);
    Ref found = attribute && type_of(attribute)->set ? NULL : entry(self, name);
    if (found) return retain(found);
    if (attribute) return type_getattr_generic(self, name);
    Ref hook = entry(self, NAME(dunder_getattr));
    if (!hook) return raise_missing(self, name);
    Value held = retain(hook), result = call_1(hook, name);
    release(held);
    return result;
}

static bool module_setattr(Ref self, Ref name, Ref value) {
    Ref attribute = type_lookup_peek(type_of(self), name);
    if (attribute && type_of(attribute)->set) return type_setattr_generic(self, name, value);
    if (value) {
        dict_set_str(as_module(self)->dict, name, value);
        return true;
    }
    if (dict_delete_str(as_module(self)->dict, name)) return true;
    raise_no_attribute(self, name);
    return false;
}

static Value get_dict(Ref self) { return retain(as_module(self)->dict); }

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

static Value module_repr(Ref self) {
    Ref name = entry(self, NAME(dunder_name)), file = entry(self, NAME(dunder_file));
    if (!name) name = NAME(question);
    if (as_module(self)->built_in) return error_format("<module %R (built-in)>", name);
    return file && is_str(file) ? error_format("<module %R from %R>", name, file) : error_format("<module %R>", name);
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
    else if (dict) raise(&type_TypeError, "%T.__dict__ is not a dictionary", args[0]);
    release_maybe(dict);
    return result;
}

static void module_traverse(Ref self, Visit visit, void *context) { visit(as_module(self)->dict, context); }

static const NativeDef module_methods[] = {
    {"__dir__()", py_module_dir, "__dir__() -> list\nspecialized dir() implementation", NATIVE_METHOD},
    {0},
};

static const GetSetDef module_getsets[] = {
    {"__dict__", get_dict, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {0},
};

Type type_module = {
    TYPE_HEAD(module),
    .name = "module",
    .doc = "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
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
