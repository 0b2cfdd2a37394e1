#include "vm/import_spec.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

/* --- ModuleSpec -------------------------------------------------------------------------------------------------- */

static Value spec_make(Type *type) {
    ModuleSpec *spec = object_new(type, type->size);
    spec->name = spec->loader = spec->origin = spec->search = spec->state = VALUE_NONE;
    return value_of(spec);
}

Value spec_new(Ref name, Ref loader, Ref origin, Ref search, bool has_location) {
    Value self = spec_make(&type_module_spec);
    ModuleSpec *spec = as_spec(self);
    spec->name = retain(name);
    spec->loader = retain(loader);
    if (origin) spec->origin = retain(origin);
    if (search) spec->search = retain(search);
    spec->has_location = has_location;
    return self;
}

/* ModuleSpec(name, loader, *, origin=None, loader_state=None, is_package=None) */
static Value py_spec_init(const Ref *args) {
    ModuleSpec *spec = as_spec(args[0]);
    Lookup package = truth(args[5]);
    if (package == FAILED) return NULL;
    slot_set(&spec->name, args[1]);
    slot_set(&spec->loader, args[2]);
    slot_set(&spec->origin, args[3]);
    slot_set(&spec->state, args[4]);
    slot_set_steal(&spec->search, package == FOUND ? list_new(0) : VALUE_NONE);
    clear_ref(&spec->cached);
    spec->has_location = false;
    return spec->search ? VALUE_NONE : NULL;
}
static const NativeDef spec_init = {"ModuleSpec(name, loader, *, origin=None, loader_state=None, is_package=None)",
                                    py_spec_init, 0, 0};

Value spec_parent(Ref name, bool package) {
    if (package) return retain(name);
    int64_t dot = str_rfind(name, str_from_char('.'), 0, str_length(name));
    return dot < 0 ? str_empty() : str_slice(name, 0, (size_t)dot);
}

/* Where CPython would keep the compiled form: beside the file, in __pycache__. */
static Value cache_name(Ref origin) {
    size_t length = str_length(origin);
    if (length < 3 || str_at(origin, length - 3) != '.') return VALUE_NONE;
    int64_t slash = str_rfind(origin, str_from_char('/'), 0, length);
    Value folder = str_slice(origin, 0, (size_t)(slash + 1)), stem = str_slice(origin, (size_t)(slash + 1), length - 3);
    Value name = folder && stem ? error_format("%S__pycache__/%S.cpython-313.pyc", folder, stem) : NULL;
    release_maybe(folder);
    release_maybe(stem);
    return name;
}

Value spec_cached(Ref self) {
    ModuleSpec *spec = as_spec(self);
    if (!spec->cached && spec->has_location && is_str(spec->origin)) spec->cached = cache_name(spec->origin);
    return spec->cached ? retain(spec->cached) : error_set() ? NULL : VALUE_NONE;
}

static Value get_parent(Ref self) {
    const ModuleSpec *spec = as_spec(self);
    if (!is_str(spec->name))
        return raise(&type_AttributeError, "'%T' object has no attribute 'rpartition'", spec->name);
    return spec_parent(spec->name, !is_none(spec->search));
}

#define FIELD(field)                                                                                                   \
    static Value get_##field(Ref self) { return retain(as_spec(self)->field); }                                        \
    static bool set_##field(Ref self, Ref value) {                                                                     \
        slot_set(&as_spec(self)->field, value ? value : VALUE_NONE);                                                   \
        return true;                                                                                                   \
    }
FIELD(name)
FIELD(loader)
FIELD(origin)
FIELD(search)
FIELD(state)
static bool set_cached(Ref self, Ref value) {
    return slot_set(&as_spec(self)->cached, value ? value : VALUE_NONE), true;
}

#define FLAG(field)                                                                                                    \
    static Value get_##field(Ref self) { return bool_value(as_spec(self)->field); }                                    \
    static bool set_##field(Ref self, Ref value) {                                                                     \
        Lookup answer = value ? truth(value) : MISSING;                                                                \
        as_spec(self)->field = answer == FOUND;                                                                        \
        return answer != FAILED;                                                                                       \
    }
FLAG(has_location)
FLAG(initializing)

static const GetSetDef spec_getsets[] = {
    {"name", get_name, set_name, DOC("The module's full name.")},
    {"loader", get_loader, set_loader, DOC("What loads it.")},
    {"origin", get_origin, set_origin, DOC("Where it comes from.")},
    {"submodule_search_locations", get_search, set_search, DOC("Of a package: where its modules are; else None.")},
    {"loader_state", get_state, set_state, DOC("What the finder tells the loader.")},
    {"cached", spec_cached, set_cached, DOC("Where a compiled form would be.")},
    {"parent", get_parent, NULL, DOC("The package that it belongs to.")},
    {"has_location", get_has_location, set_has_location, DOC("Whether origin is a file.")},
    {"_set_fileattr", get_has_location, set_has_location, DOC("The same.")},
    {"_initializing", get_initializing, set_initializing, DOC("Whether its body is running.")},
    {"__dict__", instance_dict, NULL, 0},
    {0},
};

static Value spec_repr(Ref self) {
    const ModuleSpec *spec = as_spec(self);
    StrBuilder b;
    builder_init(&b);
    builder_format(&b, "%N(name=%R, loader=%R", type_of(self), spec->name, spec->loader);
    if (!is_none(spec->origin)) builder_format(&b, ", origin=%R", spec->origin);
    if (!is_none(spec->search)) builder_format(&b, ", submodule_search_locations=%R", spec->search);
    builder_char(&b, ')');
    return builder_finish(&b);
}

/* Equal when all that the repr shows is. */
static Value spec_compare(Ref self, Ref other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_spec(other)) return VALUE_NOT_IMPLEMENTED;
    const ModuleSpec *a = as_spec(self), *b = as_spec(other);
    Ref pairs[][2] = {{a->name, b->name}, {a->loader, b->loader}, {a->origin, b->origin}, {a->search, b->search}};
    Lookup same = a->has_location == b->has_location ? FOUND : MISSING;
    for (size_t i = 0; same == FOUND && i < 4; i++) same = equal(pairs[i][0], pairs[i][1]);
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

static void spec_traverse(Ref self, Visit visit, void *context) {
    const ModuleSpec *spec = as_spec(self);
    visit(spec->name, context);
    visit(spec->loader, context);
    visit(spec->origin, context);
    visit(spec->search, context);
    visit(spec->state, context);
    visit(spec->cached, context);
    instance_traverse(self, visit, context);
}

Type type_module_spec = {
    TYPE_HEAD(module_spec),
    .init_slot = NULL,
    .hash = NULL,
    .name = "ModuleSpec",
    .module = "_frozen_importlib",
    .doc = "What a finder knows about a module.",
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(ModuleSpec),
    .shape_offset = offsetof(ModuleSpec, slots),
    .traverse = spec_traverse,
    .dispose = instance_dispose,
    .make = spec_make,
    .init = &spec_init,
    .repr = spec_repr,
    .compare = spec_compare,
    .getsets = spec_getsets,
};

/* --- Modules ----------------------------------------------------------------------------------------------------- */

bool spec_describe(Ref self, Ref dict) {
    ModuleSpec *spec = as_spec(self);
    bool package = !is_none(spec->search);
    Value parent = spec_parent(spec->name, package);
    if (!parent) return false;
    dict_set_str(dict, NAME(dunder_package), parent);
    release(parent);
    dict_set_str(dict, NAME(dunder_loader), spec->loader);
    dict_set_str(dict, NAME(dunder_spec), self);
    if (package) dict_set_str(dict, NAME(dunder_path), spec->search);
    if (is_exact(spec->loader, &type_namespace_loader)) dict_set_str(dict, NAME(dunder_file), VALUE_NONE);
    if (!spec->has_location) return true;
    dict_set_str(dict, NAME(dunder_file), spec->origin);
    Value cached = spec_cached(self);
    if (cached && !is_none(cached)) dict_set_str(dict, NAME(dunder_cached), cached);
    release_maybe(cached);
    return cached != NULL;
}

/* --- _NamespacePath ---------------------------------------------------------------------------------------------- */

Value namespace_path_new(Ref folders) {
    SourceLoader *path = object_new(&type_namespace_path, sizeof(SourceLoader));
    path->name = retain(folders);
    return value_of(path);
}

static Value path_iter(Ref self) { return iterate(namespace_path_peek(self)); }
static int64_t path_len(Ref self) { return length_of(namespace_path_peek(self)); }
static Value path_getitem(Ref self, Ref key) { return getitem(namespace_path_peek(self), key); }
static bool path_setitem(Ref self, Ref key, Ref value) { return setitem(namespace_path_peek(self), key, value); }
static Lookup path_contains(Ref self, Ref item) { return contains(namespace_path_peek(self), item); }
static Value path_repr(Ref self) { return error_format("_NamespacePath(%R)", namespace_path_peek(self)); }
static Value py_path_append(const Ref *args) {
    return list_append(namespace_path_peek(args[0]), args[1]) ? VALUE_NONE : NULL;
}

static void path_traverse(Ref self, Visit visit, void *context) {
    visit(namespace_path_peek(self), context);
    instance_traverse(self, visit, context);
}

static const NativeDef path_methods[] = {
    {"append(item, /)", py_path_append, DOC("Add a folder."), 0},
    {0},
};

Type type_namespace_path = {
    TYPE_HEAD(namespace_path),
    .name = "_NamespacePath",
    .module = "_frozen_importlib_external",
    .doc = "The folders of a namespace package.",
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_NO_NEW | TYPE_FINAL,
    .size = sizeof(SourceLoader),
    .shape_offset = offsetof(SourceLoader, slots),
    .traverse = path_traverse,
    .dispose = instance_dispose,
    .repr = path_repr,
    .iter = path_iter,
    .len = path_len,
    .getitem = path_getitem,
    .setitem = path_setitem,
    .contains = path_contains,
    .methods = path_methods,
};
