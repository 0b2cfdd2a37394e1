#include "lib/functools_module.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/iterate.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"

static Value py_functools_reduce(const Ref *args) {
    Value iterator = iterate(args[1]), item, result = retain_maybe(args[2]);
    if (!iterator) {
        release_maybe(result);
        if (!error_matches(&type_TypeError)) return NULL;
        error_clear();
        return raise(&type_TypeError, "reduce() arg 2 must support iteration");
    }
    Lookup found;
    while ((found = iterate_quickly(iterator, &item)) == FOUND) {
        if (!result) {
            result = item;
            continue;
        }
        Value next = call_2(args[0], result, item);
        release(item);
        release(result);
        result = next;
        if (!result || !runtime_poll()) {
            found = FAILED;
            break;
        }
    }
    release(iterator);
    if (found == FAILED) {
        release_maybe(result);
        return NULL;
    }
    return result ? result : raise(&type_TypeError, "reduce() of empty iterable with no initial value");
}

static Value py_functools_cmp_to_key(const Ref *args) { return compare_key_maker(args[0]); }

/* type(instance).name(instance, other): what total_ordering's methods ask. */
static Value py_functools_call_special(const Ref *args) {
    if (!is_str(args[0])) return raise(&type_TypeError, "name of a method must be str, not %T", args[0]);
    Value name = intern_steal(retain(args[0])), result = NULL;
    if (call_special(args[1], name, args + 2, 1, &result) == MISSING)
        raise_no_attribute(type_ref(type_of(args[1])), name);
    release(name);
    return result;
}

/* What cached_property does to its instance. Asking for __dict__ would make every attribute of the instance slower. */

/* The instance keeps attributes of its own in the ordinary way. */
static bool is_plain(Ref instance) {
    const Type *type = type_of(instance);
    return type->flags & TYPE_DICT && type->shape_offset && type_uses_generic_getattr(type);
}

static Value py_functools_cached_attribute(const Ref *args) {
    if (!is_plain(args[0]) || !is_str(args[1])) return VALUE_NOT_IMPLEMENTED;
    Value name = intern_steal(retain(args[1]));
    Ref value = instance_peek(args[0], name);
    Value result = retain(value ? value : args[2]);
    release(name);
    return result;
}

static Value py_functools_cache_attribute(const Ref *args) {
    if (!is_plain(args[0]) || !is_str(args[1])) return raise(&type_TypeError, "no attribute that can be cached");
    Value name = intern_steal(retain(args[1]));
    Lookup done = instance_set(args[0], name, args[2]);
    release(name);
    return done == FAILED ? NULL : VALUE_NONE;
}

static bool fill(Ref dict) {
    dict_set_text(dict, "partial", type_ref(&type_partial));
    dict_set_text(dict, "_lru_cache_wrapper", type_ref(&type_lru_cache));
    return true;
}

static const NativeDef functions[] = {
    {"reduce(function, iterable, initial=..., /)", py_functools_reduce,
     DOC("Call function with the first two items, then with what it returned and the next item, and so on.\n\nWith "
         "initial, "
         "begin with that and the first item. Return the last result."),
     NATIVE_TAKES_TUPLE},
    {"cmp_to_key(mycmp)", py_functools_cmp_to_key,
     DOC("Return a key function for sorting by mycmp(a, b), which returns a negative number, zero or a positive one."),
     0},
    {"_call_special(name, instance, other, /)", py_functools_call_special,
     DOC("Call the method of the instance's class with this name."), 0},
    {"_cached_attribute(instance, name, default, /)", py_functools_cached_attribute,
     DOC("Return the instance's own attribute or default; NotImplemented if its attributes are out of the ordinary."),
     0},
    {"_cache_attribute(instance, name, value, /)", py_functools_cache_attribute,
     DOC("Set the instance's own attribute."), 0},
    {0},
};

const ModuleDef module__functools = {
    "_functools",
    "What functools has that must be fast.",
    functions,
    fill,
};
