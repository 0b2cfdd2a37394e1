#include "vm/interp/names.h"

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "vm/frame.h"
#include "vm/interp/interp.h"

void name_keep_missing(Ref name) {
    Ref error = rt()->error;
    if (error && is_exception(error) && has_family(error, TYPE_EXCEPTION))
        slot_set(&as_exception(error)->fields[0], name);
}

static Value raise_name(Ref name) {
    raise(&type_NameError, "name '%S' is not defined", name);
    name_keep_missing(name);
    release_maybe(
        frame_object(vm_of(), vm_of()->frame)); /* kept by the traceback: its names are what may have been meant */
    return NULL;
}

/* The same where __builtins__ is a module or a dict: borrowed, or NULL. *holder: the dict that it was found in. */
static Ref builtins_peek(Vm *vm, Ref globals, Ref name, Ref *holder) {
    Ref own = dict_peek_str(globals, NAME(dunder_builtins));
    if (own && is_dict(own)) {
        *holder = own;
        return dict_peek_str(own, name);
    }
    Ref module = own && is_exact(own, &type_module) ? own : vm_runtime(vm)->builtins_module;
    *holder = as_module(module)->dict;
    return module_peek(module, name);
}

Value builtins_of(Ref globals) {
    Ref own = dict_peek_str(globals, NAME(dunder_builtins));
    if (own && !is_exact(own, &type_module)) return retain(own);
    return module_dict(own ? own : rt()->builtins_module);
}

void builtins_show(Ref globals) {
    Ref module = dict_peek_text(rt()->modules, "builtins");
    dict_set_str(globals, NAME(dunder_builtins), module ? module : rt()->builtins_module);
}

static void fill_cache(uint32_t *cache, Ref globals, Ref holder, Ref name) {
    int64_t index = dict_entry_index(holder, name);
    if (index < 0) return;
    cache[0] = dict_version(globals);
    cache_set_pointer(cache + 1, &as_dict(holder)->entries[index]);
    cache[3] = holder == globals ? 0 : dict_version(holder);
}

Lookup namespace_get(Ref namespace, Ref name, Value *value) {
    if (is_exact(namespace, &type_dict)) return dict_get_known(namespace, name, str_hash(name), value);
    *value = getitem(namespace, name);
    if (*value) return FOUND;
    if (!error_matches(&type_KeyError)) return FAILED;
    error_clear();
    return MISSING;
}

/* A name of the built-in namespace that is no dict of the usual kind: any mapping. */
static COLD Value load_from_mapping(Ref mapping, Ref name) {
    Value v = NULL;
    return namespace_get(mapping, name, &v) == MISSING ? raise_name(name) : v;
}

/* What stands under __builtins__ when that is neither a module nor a dict; or NULL. */
static Ref odd_builtins_peek(Ref globals) {
    Ref own = dict_peek_str(globals, NAME(dunder_builtins));
    return own && !is_exact(own, &type_module) && !is_exact(own, &type_dict) ? own : NULL;
}

Lookup builtins_get(Vm *vm, Ref globals, Ref name, Value *value) {
    Ref odd = odd_builtins_peek(globals), holder;
    if (odd) return namespace_get(odd, name, value);
    *value = retain_maybe(builtins_peek(vm, globals, name, &holder));
    return *value ? FOUND : MISSING;
}

/* Globals that are a subclass of dict are asked by their own rules, each time. */
static COLD Value load_from_subclass(Vm *vm, Ref globals, Ref name) {
    Value v = NULL;
    Lookup found = namespace_get(globals, name, &v);
    if (found == MISSING) found = builtins_get(vm, globals, name, &v);
    return found == MISSING ? raise_name(name) : v;
}

/* What __builtins__ names: in __main__ the module, elsewhere its dict, which is made complete for the first who
 * asks. */
static COLD Ref named_builtins(Ref globals, Ref module) {
    Ref main = dict_peek_text(rt()->modules, "__main__");
    if (main && is_exact(main, &type_module) && as_module(main)->dict == globals) return module;
    module_complete(module);
    dict_set_str(globals, NAME(dunder_builtins), as_module(module)->dict);
    return as_module(module)->dict;
}

Value name_load_global(Vm *vm, Ref globals, Ref name, uint32_t *cache) {
    if (UNLIKELY(!is_exact(globals, &type_dict))) return load_from_subclass(vm, globals, name);
    Ref v = dict_peek_str(globals, name), holder = globals;
    if (!v) {
        Ref odd = odd_builtins_peek(globals);
        if (UNLIKELY(odd != NULL)) return load_from_mapping(odd, name);
        v = builtins_peek(vm, globals, name, &holder);
        if (!v) return raise_name(name);
        if (holder != vm_runtime(vm)->builtins) cache = NULL;
    } else if (UNLIKELY(v == vm_runtime(vm)->builtins_module && name == NAME(dunder_builtins))) {
        v = named_builtins(globals, v);
    }
    if (cache) fill_cache(cache, globals, holder, name);
    return retain(v);
}

bool name_delete(Ref namespace, Ref name) {
    if (is_exact(namespace, &type_dict)) return dict_delete_str(namespace, name) || (raise_name(name), false);
    if (setitem(namespace, name, NULL)) return true;
    if (!error_matches(&type_KeyError)) return false;
    error_clear();
    raise_name(name);
    return false;
}

bool namespace_setup_annotations(Ref namespace) {
    Value old = NULL;
    Lookup found = namespace_get(namespace, NAME(dunder_annotations), &old);
    release_maybe(old);
    if (found != MISSING) return found == FOUND;
    Value fresh = dict_new();
    bool ok = setitem(namespace, NAME(dunder_annotations), fresh);
    release(fresh);
    return ok;
}
