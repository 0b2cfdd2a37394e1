/* lib/importlib_module.c - the modules _frozen_importlib and _frozen_importlib_external: the types of the import
 * system under the names that CPython has them. */
#include "runtime/dict.h"
#include "runtime/module.h"
#include "runtime/type.h"

static void put(Ref dict, Type *const *types) {
    for (; *types; types++) dict_set_text(dict, (*types)->name, type_ref(*types));
}

static bool fill(Ref dict) {
    put(dict, (Type *const[]){&type_module_spec, &type_builtin_importer, &type_frozen_importer, NULL});
    return true;
}

static bool fill_external(Ref dict) {
    put(dict,
        (Type *const[]){&type_source_loader, &type_namespace_loader, &type_namespace_path, &type_path_finder, NULL});
    return true;
}

const ModuleDef module__frozen_importlib = {"_frozen_importlib", "Specs and finders.", NULL, fill};
const ModuleDef module__frozen_importlib_external = {"_frozen_importlib_external", "Loaders of files.", NULL,
                                                     fill_external};
