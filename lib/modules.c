#include "lib/modules.h"

#include "lib/bundle.h"
#include "lib/sys_files.h"
#include "lib/sys_module.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/state.h"
#include "vm/import.h"
#include "vm/import_spec.h"
#include "vm/vm.h"

#define MODULE(name) extern const ModuleDef module_##name;
#include "lib/modules.def"
#undef MODULE

static const ModuleDef *const natives[] = {
#define MODULE(name) &module_##name,
#include "lib/modules.def"
#undef MODULE
    NULL,
};

const ModuleDef *const *modules_natives(void) { return natives; }

/* Makes a module that exists from the start. It is kept, and so is its namespace. */
static bool start_module(const ModuleDef *def, Value *kept, Value *dict) {
    Value module = module_from_def(def);
    if (!module) return false;
    slot_set(kept, module);
    slot_set(dict, as_module(module)->dict);
    Value name = intern_text(def->name), origin = str_from_text("built-in");
    Value spec = origin ? spec_new(name, type_ref(&type_builtin_importer), origin, NULL, false) : NULL;
    if (!spec || !spec_describe(spec, *dict)) error_clear();
    release_maybe(spec);
    release_maybe(origin);
    dict_set_str(rt()->modules, name, module);
    release(name);
    release(module);
    return true;
}

static bool start_main(void) {
    Value name = intern_text("__main__"), module = module_new(name);
    if (module) {
        Ref dict = as_module(module)->dict, builtins = dict_peek_text(rt()->modules, "builtins");
        Value annotations = dict_new();
        dict_set_str(dict, NAME(dunder_annotations), annotations);
        dict_set_str(dict, NAME(dunder_builtins), builtins);
        dict_set_str(rt()->modules, name, module);
        release(annotations);
    }
    release(name);
    rt()->main = module;
    return module != NULL;
}

bool modules_start(const CliOptions *options) {
    static const ImportSources sources = {.natives = natives, .bundled = bundle_has, .bundled_code = bundle_code};
    Runtime *runtime = rt();
    if (!runtime->vm) vm_new(runtime);
    import_set_sources(&sources);
    runtime->modules = dict_new();
    if (!start_module(&module_sys, &runtime->sys_module, &runtime->sys)) return false;
    dict_set_text(runtime->sys, "modules", runtime->modules);
    if (!start_module(&module_builtins, &runtime->builtins_module, &runtime->builtins)) return false;
    return sys_configure(runtime->sys, options) && start_main();
}

void modules_release(void) {
    static const char *const cleared[] = {"path",       "argv",
                                          "ps1",        "ps2",
                                          "last_exc",   "last_type",
                                          "last_value", "last_traceback",
                                          "path_hooks", "path_importer_cache",
                                          "meta_path"};
    Ref sys = rt()->sys;
    dict_set_text(rt()->builtins, "_", VALUE_NONE);
    for (size_t i = 0; i < sizeof cleared / sizeof *cleared; i++) dict_set_text(sys, cleared[i], VALUE_NONE);
    sys_files_end();
}
