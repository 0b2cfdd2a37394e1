#include "lib/builtins.h"

#include "lib/site.h"
#include "runtime/dict.h"

/* Names of the types that stand in builtins. */
static Type *const builtin_types[] = {
    &type_object,    &type_type,      &type_int,         &type_float,        &type_bool,  &type_complex, &type_str,
    &type_bytes,     &type_bytearray, &type_memoryview,  &type_tuple,        &type_list,  &type_dict,    &type_set,
    &type_frozenset, &type_range,     &type_slice,       &type_enumerate,    &type_zip,   &type_map,     &type_filter,
    &type_reversed,  &type_property,  &type_classmethod, &type_staticmethod, &type_super,
#define EXC(name, base, layout, doc) &type_##name,
#include "runtime/exceptions.def"
#undef EXC
};

static bool add_functions(Ref dict, const NativeDef *defs, Ref module) {
    for (; defs->signature; defs++) {
        Value function = native_function(defs, module);
        if (!function) return false;
        Value name = native_name(defs);
        dict_set_str(dict, name, function);
        release(name);
        release(function);
    }
    return true;
}

static bool fill(Ref dict) {
    static const NativeDef *const tables[] = {builtins_sequence_functions, builtins_number_functions,
                                              builtins_io_functions, builtins_code_functions};
    Ref module = dict_peek_text(dict, "__name__");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (!add_functions(dict, tables[i], module)) return false;
    for (size_t i = 0; i < sizeof builtin_types / sizeof *builtin_types; i++)
        dict_set_text(dict, builtin_types[i]->name, type_ref(builtin_types[i]));
    dict_set_text(dict, "None", VALUE_NONE);
    dict_set_text(dict, "True", VALUE_TRUE);
    dict_set_text(dict, "False", VALUE_FALSE);
    dict_set_text(dict, "NotImplemented", VALUE_NOT_IMPLEMENTED);
    dict_set_text(dict, "Ellipsis", VALUE_ELLIPSIS);
    dict_set_text(dict, "EnvironmentError", type_ref(&type_OSError));
    dict_set_text(dict, "IOError", type_ref(&type_OSError));
    dict_set_text(dict, "__debug__", VALUE_TRUE);
    site_fill(dict);
    return true;
}

const ModuleDef module_builtins = {
    "builtins",
    "The names that every module knows.",
    builtins_object_functions,
    fill,
};
