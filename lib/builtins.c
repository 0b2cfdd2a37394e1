#include "lib/builtins.h"

#include "lib/site.h"
#include "runtime/module.h"

static const NativeDef *const more_functions[] = {builtins_sequence_functions, builtins_number_functions,
                                                  builtins_io_functions, builtins_code_functions, NULL};

static Type *const types[] = {
    &type_object,  &type_type,     &type_int,       &type_float,       &type_bool,
    &type_complex, &type_str,      &type_bytes,     &type_bytearray,   &type_memoryview,
    &type_tuple,   &type_list,     &type_dict,      &type_set,         &type_frozenset,
    &type_range,   &type_slice,    &type_enumerate, &type_zip,         &type_map,
    &type_filter,  &type_reversed, &type_property,  &type_classmethod, &type_staticmethod,
    &type_super,
#define EXC(name, base, layout, doc) &type_##name,
#include "runtime/exceptions.def"
#undef EXC
    NULL,
};

static const LateDef others[] = {
    {"None", .value = VALUE_NONE},
    {"True", .value = VALUE_TRUE},
    {"False", .value = VALUE_FALSE},
    {"NotImplemented", .value = VALUE_NOT_IMPLEMENTED},
    {"Ellipsis", .value = VALUE_ELLIPSIS},
    {"EnvironmentError", .value = (Ref)&type_OSError},
    {"IOError", .value = (Ref)&type_OSError},
    {"__debug__", .value = VALUE_TRUE},
    {"exit", site_object},
    {"quit", site_object},
    {"help", site_object},
    {"copyright", site_object},
    {"credits", site_object},
    {"license", site_object},
    {0},
};

const ModuleDef module_builtins = {
    "builtins", "The names that every module knows.", builtins_object_functions, NULL, more_functions, types, others,
};
