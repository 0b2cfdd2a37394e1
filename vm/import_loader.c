/* vm/import_loader.c - the loaders and finders of the import system as Python sees them.
 *
 * Owns:      SourceFileLoader, NamespaceLoader, BuiltinImporter, FrozenImporter, PathFinder.
 * Invariant: the last three are never made: their methods belong to the class.
 * Not here:  what the methods do (import_find.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "vm/file_text.h"
#include "vm/import_find.h"
#include "vm/import_spec.h"
#include "vm/run.h"

/* --- Loaders of source ------------------------------------------------------------------------------------------- */

static SourceLoader *as_loader(Ref v) { return (SourceLoader *)object_of(v); }

Value source_loader_new(Ref name, Ref path) {
    SourceLoader *loader = object_new(&type_source_loader, sizeof(SourceLoader));
    loader->name = retain(name);
    loader->path = retain(path);
    return value_of(loader);
}

Value namespace_loader_new(Ref name) {
    SourceLoader *loader = object_new(&type_namespace_loader, sizeof(SourceLoader));
    loader->name = retain(name);
    return value_of(loader);
}

static Value loader_make(Type *type) {
    SourceLoader *loader = object_new(type, type->size);
    loader->name = loader->path = VALUE_NONE;
    return value_of(loader);
}

static Value py_loader_init(const Ref *args) {
    slot_set(&as_loader(args[0])->name, args[1]);
    slot_set(&as_loader(args[0])->path, args[2]);
    return VALUE_NONE;
}
static const NativeDef loader_init = {"SourceFileLoader(fullname, path)", py_loader_init, 0, 0};

/* The name in a call of the loader's methods must be its own, or None. */
static bool check_name(Ref self, Ref name) {
    Lookup same = is_none(name) ? FOUND : equal(name, as_loader(self)->name);
    if (same != MISSING) return same == FOUND;
    raise(&type_ImportError, "loader for %A cannot handle %A", as_loader(self)->name, name);
    if (rt()->error && is_exception(rt()->error)) slot_set(&as_exception(rt()->error)->fields[FIELD_IMPORT_NAME], name);
    return false;
}

static Value py_loader_create_module(const Ref *args) { return VALUE_NONE; }

static Value code_of(Ref path) {
    FileText text;
    if (!is_str(path)) return raise(&type_TypeError, "expected str, bytes or os.PathLike object, not %T", path);
    if (!file_text_read(&text, path)) return NULL;
    Value code =
        run_compile(text.bytes, text.length, path, ORIGIN_BYTES, &(CompileOptions){.optimize = rt()->optimize}, NULL);
    file_text_done(&text);
    return code;
}

static Value py_loader_exec_module(const Ref *args) {
    Ref path = as_loader(args[0])->path;
    Value dict = getattr(args[1], NAME(dunder_dict)), code = dict ? code_of(path) : NULL, result = NULL;
    Value name = intern_text("exec"), exec = NULL;
    if (code) exec = getattr(rt()->builtins_module, name);
    if (exec) result = call_2(exec, code, dict);
    release_maybe(exec);
    release(name);
    release_maybe(code);
    release_maybe(dict);
    return result;
}

static Value py_loader_get_code(const Ref *args) {
    return check_name(args[0], args[1]) ? code_of(as_loader(args[0])->path) : NULL;
}

static Value py_loader_get_filename(const Ref *args) {
    return check_name(args[0], args[1]) ? retain(as_loader(args[0])->path) : NULL;
}

/* True for the file __init__.py of a package. */
static Value py_loader_is_package(const Ref *args) {
    Ref path = as_loader(args[0])->path;
    if (!check_name(args[0], args[1])) return NULL;
    if (!is_str(path)) return VALUE_FALSE;
    Value tail = str_from_text("__init__.py");
    size_t length = str_length(path), size = str_length(tail);
    bool package = length >= size && str_stands_at(path, tail, length - size) &&
                   (length == size || str_at(path, length - size - 1) == '/');
    release(tail);
    return bool_value(package);
}

/* open(path, mode, -1, encoding).read() */
static Value read_file(Ref path, const char *mode, const char *encoding) {
    Value name = intern_text("open"), open = getattr(rt()->builtins_module, name), file = NULL, text = NULL;
    Value how = str_from_text(mode), codec = encoding ? str_from_text(encoding) : VALUE_NONE;
    if (open) {
        Ref args[4] = {path, how, small_int_value(-1), codec};
        file = call(open, args, 4, NULL);
    }
    if (file) {
        text = call_method(file, NAME(read), NULL, 0);
        Value closed = text ? call_method(file, NAME(close), NULL, 0) : NULL;
        if (!closed) clear_ref(&text);
        release_maybe(closed);
    }
    release_maybe(file);
    release(codec);
    release(how);
    release_maybe(open);
    release(name);
    return text;
}

static Value py_loader_get_data(const Ref *args) { return read_file(args[1], "rb", NULL); }

static Value py_loader_get_source(const Ref *args) {
    return check_name(args[0], args[1]) ? read_file(as_loader(args[0])->path, "r", "utf-8-sig") : NULL;
}

static Value py_loader_load_module(const Ref *args) {
    if (!check_name(args[0], args[1])) return NULL;
    Value util = type_hooks.import_module("importlib.util"), name = intern_text("_load_module"), module = NULL;
    Ref arguments[2] = {args[0], as_loader(args[0])->name};
    if (util) module = call_method(util, name, arguments, 2);
    release(name);
    release_maybe(util);
    return module;
}

static const NativeDef loader_methods[] = {
    {"create_module(spec)", py_loader_create_module, DOC("Return None: an ordinary module is made."), 0},
    {"exec_module(module)", py_loader_exec_module, DOC("Run the file in the module's namespace."), 0},
    {"get_code(fullname)", py_loader_get_code, DOC("Return the compiled file."), 0},
    {"get_filename(name=None)", py_loader_get_filename, DOC("Return the path of the file."), 0},
    {"is_package(fullname)", py_loader_is_package, DOC("Return whether the file is a package's __init__.py."), 0},
    {"load_module(fullname=None)", py_loader_load_module, DOC("Import the module; deprecated."), 0},
    {"get_data(path)", py_loader_get_data, DOC("Return the bytes of a file."), 0},
    {"get_source(fullname)", py_loader_get_source, DOC("Return the text of the file."), 0},
    {0},
};

static Value get_name(Ref self) { return retain_maybe(as_loader(self)->name); }
static Value get_path(Ref self) { return as_loader(self)->path ? retain(as_loader(self)->path) : VALUE_NONE; }

static const GetSetDef loader_getsets[] = {
    {"name", get_name, NULL, DOC("The module's full name.")},
    {"path", get_path, NULL, DOC("The path of the file.")},
    {"__dict__", instance_dict, NULL, 0},
    {0},
};

static Value loader_compare(Ref self, Ref other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || type_of(self) != type_of(other)) return VALUE_NOT_IMPLEMENTED;
    const SourceLoader *a = as_loader(self), *b = as_loader(other);
    Lookup same = self == other ? FOUND : equal(a->name, b->name);
    if (same == FOUND && self != other) same = a->path && b->path ? equal(a->path, b->path) : MISSING;
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

static bool loader_hash(Ref self, int64_t *hash) {
    if (!recursion_enter("")) return false; /* the name may be the loader itself */
    bool done = hash_of(as_loader(self)->name, hash);
    recursion_leave();
    return done;
}

static void loader_traverse(Ref self, Visit visit, void *context) {
    visit(as_loader(self)->name, context);
    visit(as_loader(self)->path, context);
    instance_traverse(self, visit, context);
}

#define LOADER(name_, text, doc_)                                                                                      \
    TYPE_HEAD(name_), .name = text, .module = "_frozen_importlib_external", .doc = doc_,                               \
        .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF, .size = sizeof(SourceLoader),                              \
        .shape_offset = offsetof(SourceLoader, slots), .traverse = loader_traverse, .dispose = instance_dispose,       \
        .make = loader_make, .compare = loader_compare, .hash = loader_hash, .init_slot = NULL

Type type_source_loader = {
    LOADER(source_loader, "SourceFileLoader", "Loads a module from a file of Python text."),
    .init = &loader_init,
    .methods = loader_methods,
    .getsets = loader_getsets,
};

static Value py_namespace_init(const Ref *args) {
    slot_set(&as_loader(args[0])->name, args[1]);
    return VALUE_NONE;
}
static const NativeDef namespace_init = {"NamespaceLoader(name, path, path_finder=None)", py_namespace_init, 0, 0};

static Value py_namespace_exec_module(const Ref *args) { return VALUE_NONE; }
static Value py_namespace_is_package(const Ref *args) { return VALUE_TRUE; }
static Value py_namespace_get_source(const Ref *args) { return str_empty(); }

static const NativeDef namespace_methods[] = {
    {"create_module(spec)", py_loader_create_module, DOC("Return None: an ordinary module is made."), 0},
    {"exec_module(module)", py_namespace_exec_module, DOC("Does nothing: there is no file."), 0},
    {"is_package(fullname)", py_namespace_is_package, DOC("Return True."), 0},
    {"get_source(fullname)", py_namespace_get_source, DOC("Return an empty text."), 0},
    {0},
};

Type type_namespace_loader = {
    LOADER(namespace_loader, "NamespaceLoader", "Loads a package that is a folder without __init__.py."),
    .init = &namespace_init,
    .methods = namespace_methods,
};

/* --- Finders ----------------------------------------------------------------------------------------------------- */

/* spec: filled in by whoever found it. */
static Value spec_or_none(Lookup found, const Value *spec) {
    if (found == FAILED) return NULL;
    return found == FOUND ? *spec : VALUE_NONE;
}

static bool check_str(Ref name) {
    return is_str(name) || raise_false(&type_TypeError, "module name must be str, not %T", name);
}

static Value py_builtin_find_spec(const Ref *args) {
    Value spec = NULL;
    return check_str(args[1]) ? spec_or_none(find_builtin(args[1], &spec), &spec) : NULL;
}

static Value py_frozen_find_spec(const Ref *args) {
    Value spec = NULL;
    return check_str(args[1]) ? spec_or_none(find_frozen(args[1], &spec), &spec) : NULL;
}

static Value py_path_find_spec(const Ref *args) {
    Value spec = NULL;
    if (!check_str(args[1])) return NULL;
    return spec_or_none(find_by_path(args[1], is_none(args[2]) ? NULL : args[2], &spec), &spec);
}

/* A built-in module is made ready; running it does nothing. */
static Value py_builtin_create_module(const Ref *args) {
    Value name = getattr(args[1], NAME(name)), module = NULL;
    if (name && check_str(name) && dict_get(rt()->modules, name, &module) == MISSING) module = find_native(name);
    release_maybe(name);
    return module;
}

static Value py_finder_nothing(const Ref *args) { return VALUE_NONE; }
static Value py_builtin_is_package(const Ref *args) { return VALUE_FALSE; }

static Value py_frozen_exec_module(const Ref *args) {
    Value spec = getattr(args[1], NAME(dunder_spec)), dict = spec ? getattr(args[1], NAME(dunder_dict)) : NULL;
    bool ok = dict && is_exact(spec, &type_module_spec) && find_run(spec, dict);
    release_maybe(dict);
    release_maybe(spec);
    return ok ? VALUE_NONE : error_set() ? NULL : raise(&type_ImportError, "the module has no spec");
}

#define FIND_SPEC(function)                                                                                            \
    {"find_spec(fullname, path=None, target=None)", function, DOC("Return a spec, or None."), NATIVE_CLASS_METHOD}
static const NativeDef builtin_methods[] = {
    FIND_SPEC(py_builtin_find_spec),
    {"create_module(spec)", py_builtin_create_module, DOC("Return the module."), NATIVE_CLASS_METHOD},
    {"exec_module(module)", py_finder_nothing, DOC("Does nothing: the module is ready."), NATIVE_CLASS_METHOD},
    {"get_code(fullname)", py_finder_nothing, DOC("Return None: there is no code."), NATIVE_CLASS_METHOD},
    {"get_source(fullname)", py_finder_nothing, DOC("Return None: there is no text."), NATIVE_CLASS_METHOD},
    {"is_package(fullname)", py_builtin_is_package, DOC("Return False."), NATIVE_CLASS_METHOD},
    {0},
};
static const NativeDef frozen_methods[] = {
    FIND_SPEC(py_frozen_find_spec),
    {"create_module(spec)", py_finder_nothing, DOC("Return None: an ordinary module is made."), NATIVE_CLASS_METHOD},
    {"exec_module(module)", py_frozen_exec_module, DOC("Run the text in the binary."), NATIVE_CLASS_METHOD},
    {"get_source(fullname)", py_finder_nothing, DOC("Return None."), NATIVE_CLASS_METHOD},
    {0},
};
static const NativeDef path_methods[] = {
    FIND_SPEC(py_path_find_spec),
    {"invalidate_caches()", py_finder_nothing, DOC("Does nothing: there are no caches."), NATIVE_CLASS_METHOD},
    {0},
};

#define FINDER(name_, text, module_, doc_, methods_)                                                                   \
    Type type_##name_ = {                                                                                              \
        TYPE_HEAD(name_),     .name = text,           .module = module_,   .doc = doc_,                                \
        .flags = TYPE_NO_NEW, .size = sizeof(Object), .methods = methods_,                                             \
    }
FINDER(builtin_importer, "BuiltinImporter", "_frozen_importlib", "Finds the modules that are part of the binary.",
       builtin_methods);
FINDER(frozen_importer, "FrozenImporter", "_frozen_importlib", "Finds the modules whose text is in the binary.",
       frozen_methods);
FINDER(path_finder, "PathFinder", "_frozen_importlib_external", "Finds modules in the folders of sys.path.",
       path_methods);
