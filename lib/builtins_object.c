/* lib/builtins_object.c - built-in functions about attributes, types and identity. */
#include "lib/builtins.h"
#include "runtime/dict.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/frame.h"

static Value py_getattr(const Ref *args) {
    if (!check_attribute_name(args[1])) return NULL;
    if (!args[2]) return getattr(args[0], args[1]);
    Value v = NULL;
    Lookup found = getattr_try(args[0], args[1], &v);
    return found == FOUND ? v : found == MISSING ? retain(args[2]) : NULL;
}

static Value py_hasattr(const Ref *args) {
    if (!check_attribute_name(args[1])) return NULL;
    Value v = NULL;
    Lookup found = getattr_try(args[0], args[1], &v);
    release_maybe(v);
    return found == FAILED ? NULL : bool_value(found == FOUND);
}

static Value py_setattr(const Ref *args) {
    return check_attribute_name(args[1]) && setattr(args[0], args[1], args[2]) ? VALUE_NONE : NULL;
}

static Value py_delattr(const Ref *args) {
    return check_attribute_name(args[1]) && setattr(args[0], args[1], NULL) ? VALUE_NONE : NULL;
}

static Value py_isinstance(const Ref *args) {
    Lookup is = is_instance(args[0], args[1]);
    return is == FAILED ? NULL : bool_value(is == FOUND);
}

static Value py_issubclass(const Ref *args) {
    Lookup is = is_subclass(args[0], args[1]);
    return is == FAILED ? NULL : bool_value(is == FOUND);
}

static Value py_callable(const Ref *args) { return bool_value(type_of(args[0])->call != NULL); }

/* An address, or a word whose tag says that it is none. */
static Value py_id(const Ref *args) { return int_from_uint64(bits_of(args[0])); }

static Value py_hash(const Ref *args) {
    int64_t hash;
    return hash_of(args[0], &hash) ? int_value(hash) : NULL;
}

static Value py_repr(const Ref *args) { return repr_of(args[0]); }
static Value py_ascii(const Ref *args) { return ascii_of(args[0]); }

static Value py_format(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "format() argument 2 must be str, not %O", args[1]);
    return format_value(args[0], args[1]);
}

/* The names of the innermost frame, sorted. */
static Value local_names(void) {
    Value locals = frame_locals(vm_of()->frame);
    bool plain = locals && is_exact(locals, &type_dict);
    Value keys = !locals ? NULL : plain ? retain(locals) : call_method(locals, NAME(keys), NULL, 0);
    Value names = keys ? list_of(keys) : NULL;
    release_maybe(keys);
    release_maybe(locals);
    return names;
}

static Value py_dir(const Ref *args) {
    Value list = NULL;
    if (!args[0]) {
        list = local_names();
    } else {
        Value result = NULL;
        Lookup found = call_special(args[0], NAME(dunder_dir), NULL, 0, &result);
        if (found == MISSING) return raise(&type_TypeError, "object does not provide __dir__");
        if (found == FOUND) list = list_of(result);
        release_maybe(result);
    }
    if (list && list_sort(list, NULL, false)) return list;
    release_maybe(list);
    return NULL;
}

static Value py_vars(const Ref *args) {
    if (!args[0]) return frame_locals(vm_of()->frame);
    Value dict = NULL;
    Lookup found = getattr_try(args[0], NAME(dunder_dict), &dict);
    if (found == MISSING) return raise(&type_TypeError, "vars() argument must have __dict__ attribute");
    return found == FOUND ? dict : NULL;
}

static Value py_globals(const Ref *args) { return retain(vm_of()->frame->globals); }
static Value py_locals(const Ref *args) { return frame_locals(vm_of()->frame); }

const NativeDef builtins_object_functions[] = {
    {"getattr(object, name, default=..., /)", py_getattr,
     DOC("The attribute of that name, as object.name; when there is none, default, or AttributeError\nwithout it."), 0},
    {"hasattr(obj, name, /)", py_hasattr, DOC("Whether there is an attribute of that name."), 0},
    {"setattr(obj, name, value, /)", py_setattr, DOC("Set the attribute of that name, as obj.name = value."), 0},
    {"delattr(obj, name, /)", py_delattr, DOC("Delete the attribute of that name."), 0},
    {"isinstance(obj, class_or_tuple, /)", py_isinstance,
     DOC("Whether an object belongs to a class, or to one of a tuple."), 0, SHORTCUT_ISINSTANCE},
    {"issubclass(cls, class_or_tuple, /)", py_issubclass,
     DOC("Whether cls is a class, or one of a tuple, or derives from it."), 0},
    {"callable(obj, /)", py_callable, DOC("Whether the object can be called."), 0},
    {"id(obj, /)", py_id, DOC("A number that no other living object has."), 0},
    {"hash(obj, /)", py_hash, DOC("The hash that dicts and sets use."), 0},
    {"repr(obj, /)", py_repr, DOC("The text that programmers are shown for an object."), 0},
    {"ascii(obj, /)", py_ascii, DOC("As repr(), with escapes for what is not ASCII."), 0},
    {"format(value, format_spec='', /)", py_format, DOC("Return type(value).__format__(value, format_spec)."), 0},
    {"dir(object=..., /)", py_dir,
     DOC("Return the names of an object's attributes; without an argument, the names in the current scope."), 0},
    {"vars(object=..., /)", py_vars, DOC("The __dict__ of an object; without one, the same as locals()."), 0},
    {"globals()", py_globals, DOC("The dict of the module's variables."), 0},
    {"locals()", py_locals, DOC("A dict of the variables of the current scope."), 0},
    {0},
};
