/* lib/typing_module.c - the module _typing: the types of type variables and aliases.
 *
 * Owns:      their names.
 * Invariant: importing it loads nothing else.
 * Not here:  the types (vm/type_variable.c, vm/type_alias.c), everything else of typing (lib/py/typing.py).
 */
#include "vm/type_variable.h"

#include "runtime/dict.h"
#include "runtime/module.h"

static Value py_typing_idfunc(const Ref *args) { return retain(args[0]); }

static bool fill(Ref dict) {
    dict_set_text(dict, "TypeVar", type_ref(&type_type_var));
    dict_set_text(dict, "ParamSpec", type_ref(&type_param_spec));
    dict_set_text(dict, "TypeVarTuple", type_ref(&type_type_var_tuple));
    dict_set_text(dict, "ParamSpecArgs", type_ref(&type_param_spec_args));
    dict_set_text(dict, "ParamSpecKwargs", type_ref(&type_param_spec_kwargs));
    dict_set_text(dict, "TypeAliasType", type_ref(&type_type_alias));
    dict_set_text(dict, "Generic", type_ref(&type_generic));
    dict_set_text(dict, "NoDefault", no_default());
    return true;
}

static const NativeDef functions[] = {
    {"_idfunc(x, /)", py_typing_idfunc, DOC("Return x."), 0},
    {0},
};

const ModuleDef module__typing = {"_typing", "The types behind typing.", functions, fill};
