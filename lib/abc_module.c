/* lib/abc_module.c - the module _abc: what abstract base classes remember, and their metaclass.
 *
 * Owns:      the types ABCMeta and _abc_data.
 * Invariant: a class in a negative cache whose version is the runtime's count of registrations is no subclass.
 * Not here:  abstractmethod and its kind (lib/py/abc.py), the refusal to instantiate (runtime/type_call.c).
 */
#include "lib/weak_classes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/state.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"

typedef struct AbcData {
    Object head;
    WeakClasses registry;      /* classes given to register() */
    WeakClasses cache;         /* classes that were found to be subclasses */
    WeakClasses negative;      /* classes that were found not to be, as long as its version holds */
    uint64_t negative_version; /* Runtime.abc_registrations when negative was begun */
} AbcData;

static AbcData *as_abc_data(Ref v) { return (AbcData *)object_of(v); }

static void data_traverse(Ref self, Visit visit, void *context) {
    const AbcData *data = as_abc_data(self);
    weak_classes_traverse(&data->registry, visit, context);
    weak_classes_traverse(&data->cache, visit, context);
    weak_classes_traverse(&data->negative, visit, context);
}

static void data_dispose(Ref self) {
    AbcData *data = as_abc_data(self);
    weak_classes_dispose(&data->registry);
    weak_classes_dispose(&data->cache);
    weak_classes_dispose(&data->negative);
}

Type type_abc_data = {
    TYPE_HEAD(abc_data),
    .name = "_abc_data",
    .module = "_abc",
    .doc = "What an abstract base class knows about other classes.",
    .flags = TYPE_CONTAINER | TYPE_NO_NEW | TYPE_FINAL,
    .size = sizeof(AbcData),
    .traverse = data_traverse,
    .dispose = data_dispose,
};

/* The class's data, a new reference: what runs meanwhile may replace it. */
static Value data_of(Ref class) {
    Ref data = type_lookup_peek(as_type(class), NAME(abc_impl));
    if (LIKELY(data && is_exact(data, &type_abc_data))) return retain(data);
    if (data) return raise(&type_TypeError, "_abc_impl is set to a wrong type");
    return raise_attribute(class, NAME(abc_impl), "type object '%N' has no attribute '_abc_impl'", as_type(class));
}

/* ---- a new class ---- */

static Lookup is_abstract(Ref value) {
    Value mark;
    Lookup found = getattr_try(value, NAME(dunder_isabstractmethod), &mark);
    if (found != FOUND) return found;
    found = truth(mark);
    release(mark);
    return found;
}

static bool add_own_abstracts(Ref abstracts, Ref dict) {
    size_t position = 0;
    for (Ref name, value; dict_step(dict, &position, &name, &value);) {
        Value held_name = retain(name), held = retain(value);
        Lookup found = is_abstract(held);
        bool done = found == MISSING || (found == FOUND && set_add(abstracts, held_name));
        release(held);
        release(held_name);
        if (!done) return false;
    }
    return true;
}

/* name is an abstract method of a base: what does class have under that name? */
static bool add_if_abstract(Ref abstracts, Ref class, Ref name) {
    if (!check_attribute_name(name)) return false;
    Value value;
    Lookup found = getattr_try(class, name, &value);
    if (found != FOUND) return found == MISSING;
    found = is_abstract(value);
    release(value);
    return found == MISSING || (found == FOUND && set_add(abstracts, name));
}

static bool add_inherited_abstracts(Ref abstracts, Ref class, Ref base) {
    Value inherited;
    Lookup found = getattr_try(base, NAME(dunder_abstractmethods), &inherited);
    if (found != FOUND) return found == MISSING;
    Value iterator = iterate(inherited), name;
    Lookup more = iterator ? FOUND : FAILED;
    while (more == FOUND && (more = iterate_next(iterator, &name)) == FOUND) {
        if (!add_if_abstract(abstracts, class, name)) more = FAILED;
        release(name);
    }
    release_maybe(iterator);
    release(inherited);
    return more != FAILED;
}

static bool compute_abstract_methods(Ref class) {
    TypeState *state = type_state(as_type(class));
    Value abstracts = set_new_of(&type_frozenset), bases = retain(state->bases);
    bool done = add_own_abstracts(abstracts, state->dict);
    for (size_t i = 0; done && i < tuple_count(bases); i++) {
        done = add_inherited_abstracts(abstracts, class, tuple_peek(bases, i));
    }
    done = done && setattr(class, NAME(dunder_abstractmethods), abstracts);
    release(bases);
    release(abstracts);
    return done;
}

/* __abc_tpflags__ says, with CPython's numbers, which patterns instances match. It does not stay in the class. */
static bool take_pattern_flags(Ref class) {
    enum { PYTHONS_SEQUENCE = 1 << 5, PYTHONS_MAPPING = 1 << 6 };
    Ref dict = type_state(as_type(class))->dict, given = dict_peek_str(dict, NAME(dunder_abc_tpflags));
    if (!given || !is_small_int(given)) return true;
    int64_t flags = small_int(given);
    if (flags & PYTHONS_SEQUENCE && flags & PYTHONS_MAPPING) {
        return raise_false(&type_TypeError,
                           "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    }
    as_type(class)->flags &= ~(uint32_t)(TYPE_SEQUENCE | TYPE_MAPPING);
    if (flags & PYTHONS_SEQUENCE) as_type(class)->flags |= TYPE_SEQUENCE;
    if (flags & PYTHONS_MAPPING) as_type(class)->flags |= TYPE_MAPPING;
    dict_delete_str(dict, NAME(dunder_abc_tpflags));
    type_changed(as_type(class), NAME(dunder_abc_tpflags));
    return true;
}

static bool init_class(Ref class) {
    if (!compute_abstract_methods(class)) return false;
    AbcData *data = object_new(&type_abc_data, sizeof(AbcData));
    data->negative_version = rt()->abc_registrations;
    type_set_attribute(as_type(class), NAME(abc_impl), value_of(data));
    release(value_of(data));
    return take_pattern_flags(class);
}

static COLD Value raise_missing_arguments(size_t count) {
    static const char *const missing[] = {
        "3 required positional arguments: 'name', 'bases', and 'namespace'",
        "2 required positional arguments: 'bases' and 'namespace'",
        "1 required positional argument: 'namespace'",
    };
    return raise(&type_TypeError, "ABCMeta.__new__() missing %s", missing[count]);
}

/* A class that was made by a call, and so was not told its __module__, is one of the module abc. */
static bool complete(Ref class, Ref namespace) {
    if (is_dict(namespace) && !dict_peek_str(namespace, NAME(dunder_module))) {
        Value module = intern_text("abc");
        type_set_attribute(as_type(class), NAME(dunder_module), module);
        release(module);
    }
    return init_class(class);
}

static Value meta_new(Ref metatype, const Ref *args, size_t count, Ref keywords) {
    if (count < 3) return raise_missing_arguments(count);
    if (count > 3) {
        return raise(&type_TypeError, "ABCMeta.__new__() takes 4 positional arguments but %zu were given", count + 1);
    }
    Value class = type_type.new_slot(metatype, args, count, keywords);
    if (!class || !is_type(class) || complete(class, args[2])) return class;
    release(class);
    return NULL;
}

/* ---- issubclass and isinstance ---- */

static Value py_abc_subclasscheck(const Ref *args);

/* class.__subclasscheck__(type), which a metaclass may have replaced. */
static Lookup ask_class(Ref class, Ref type) {
    Ref hook = type_lookup_peek(type_of(class), NAME(dunder_subclasscheck));
    bool ours =
        hook && is_exact(hook, &type_method_descriptor) && as_native(hook)->def->function == py_abc_subclasscheck;
    Value answer = ours ? py_abc_subclasscheck((const Ref[]){class, type})
                        : call_method(class, NAME(dunder_subclasscheck), &type, 1);
    if (!answer) return FAILED;
    Lookup found = truth(answer);
    release(answer);
    return found;
}

/* What __subclasshook__ says; VALUE_NOT_IMPLEMENTED when there is only object's, which says nothing. */
static Value ask_hook(Ref class, Ref type) {
    Ref hook = type_lookup_peek(as_type(class), NAME(dunder_subclasshook));
    if (hook && hook == type_lookup_peek(&type_object, NAME(dunder_subclasshook))) return VALUE_NOT_IMPLEMENTED;
    Value answer = call_method(class, NAME(dunder_subclasshook), &type, 1);
    if (!answer || is_bool(answer) || is_not_implemented(answer)) return answer;
    release(answer);
    return raise(&type_AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
}

static bool derives_from(Ref type, Ref class) {
    Ref mro = type_mro_peek(as_type(type));
    for (size_t i = 0; i < tuple_count(mro); i++) {
        if (tuple_peek(mro, i) == class) return true;
    }
    return false;
}

/* Whether type is a subclass of one of the classes in the list. */
static Lookup is_subclass_of_any(Ref type, Ref list) {
    Lookup found = MISSING;
    for (size_t i = 0; found == MISSING && i < list_count(list); i++) {
        Value class = retain(list_peek(list, i));
        found = is_subclass(type, class);
        release(class);
    }
    return found;
}

static Lookup ask_registry(Ref type, const AbcData *data) {
    if (!data->registry.places) return MISSING;
    if (weak_classes_contain(&data->registry, type)) return FOUND;
    Value classes = weak_classes_list(&data->registry, false);
    Lookup found = classes ? is_subclass_of_any(type, classes) : FAILED;
    release_maybe(classes);
    return found;
}

static Lookup ask_subclasses(Ref class, Ref type) {
    Value classes = call_method(class, NAME(dunder_subclasses), NULL, 0);
    if (!classes) return FAILED;
    Lookup found = is_list(classes) ? is_subclass_of_any(type, classes)
                                    : raise_failed(&type_TypeError, "__subclasses__() must return a list");
    release(classes);
    return found;
}

/* The answer that no cache has. */
static Lookup find_out(Ref class, Ref type, const AbcData *data) {
    Value answer = ask_hook(class, type);
    if (!answer) return FAILED;
    if (!is_not_implemented(answer)) return is_true(answer) ? FOUND : MISSING;
    if (derives_from(type, class)) return FOUND;
    Lookup found = ask_registry(type, data);
    return found == MISSING ? ask_subclasses(class, type) : found;
}

static bool known_not(AbcData *data, Ref type) {
    return data->negative_version == rt()->abc_registrations && weak_classes_contain(&data->negative, type);
}

static Lookup check_subclass(Ref class, Ref type, AbcData *data) {
    if (weak_classes_contain(&data->cache, type)) return FOUND;
    if (data->negative_version != rt()->abc_registrations) {
        weak_classes_clear(&data->negative);
        data->negative_version = rt()->abc_registrations;
    } else if (weak_classes_contain(&data->negative, type)) {
        return MISSING;
    }
    Lookup found = recursion_check(" in __subclasscheck__") ? find_out(class, type, data) : FAILED;
    if (found == FAILED) return FAILED;
    return weak_classes_add(found == FOUND ? &data->cache : &data->negative, type) ? found : FAILED;
}

static Value answer_value(Lookup found) { return found == FAILED ? NULL : bool_value(found == FOUND); }

static Value py_abc_subclasscheck(const Ref *args) {
    if (!is_type(args[1])) return raise(&type_TypeError, "issubclass() arg 1 must be a class");
    Value data = data_of(args[0]);
    if (!data) return NULL;
    rt()->abc_checks++;
    Lookup found = check_subclass(args[0], args[1], as_abc_data(data));
    rt()->abc_checks--;
    release(data);
    return answer_value(found);
}

/* instance.__class__, mostly its type. */
static Value class_of(Ref instance) {
    Type *type = type_of(instance);
    bool plain = type_uses_generic_getattr(type) &&
                 is_exact(type_lookup_peek(type, NAME(dunder_class)), &type_getset_descriptor);
    return plain ? retain(type_ref(type)) : getattr(instance, NAME(dunder_class));
}

static Lookup check_instance(Ref class, Ref claimed, Ref type, AbcData *data) {
    if (is_type(claimed) && weak_classes_contain(&data->cache, claimed)) return FOUND;
    if (claimed == type) return known_not(data, type) ? MISSING : ask_class(class, type);
    Lookup found = ask_class(class, claimed);
    return found == MISSING ? ask_class(class, type) : found;
}

static Value py_abc_instancecheck(const Ref *args) {
    Value data = data_of(args[0]), claimed = data ? class_of(args[1]) : NULL;
    Lookup found = FAILED;
    rt()->abc_checks++;
    if (claimed) found = check_instance(args[0], claimed, type_ref(type_of(args[1])), as_abc_data(data));
    rt()->abc_checks--;
    release_maybe(claimed);
    release_maybe(data);
    return answer_value(found);
}

/* Protocols refuse checks that a program asks for, but not those that another class's check leads to. */
static Value py_abc_checking(const Ref *args) { return bool_value(rt()->abc_checks > 0); }

/* ---- register ---- */

static void set_pattern_flag(Type *type, uint32_t flag) {
    if (!(type->flags & TYPE_HEAP) || (type->flags & (TYPE_SEQUENCE | TYPE_MAPPING)) == flag) return;
    type->flags = (type->flags & ~(uint32_t)(TYPE_SEQUENCE | TYPE_MAPPING)) | flag;
    Ref subclasses = ((Class *)type)->state.subclasses;
    for (size_t i = 0; subclasses && i < list_count(subclasses); i++) {
        Value subclass = call_0(list_peek(subclasses, i));
        if (subclass && !is_none(subclass)) set_pattern_flag(as_type(subclass), flag);
        release_maybe(subclass);
    }
}

static bool register_class(Ref class, Ref type) {
    Value data = data_of(class);
    bool added = data && weak_classes_add(&as_abc_data(data)->registry, type);
    release_maybe(data);
    if (!added) return false;
    rt()->abc_registrations++;
    uint32_t flag = as_type(class)->flags & (TYPE_SEQUENCE | TYPE_MAPPING);
    if (flag) set_pattern_flag(as_type(type), flag);
    return true;
}

static Value py_abc_register(const Ref *args) {
    if (!is_type(args[1])) return raise(&type_TypeError, "Can only register classes");
    rt()->abc_checks++;
    Lookup known = is_subclass(args[1], args[0]), found = known == MISSING ? is_subclass(args[0], args[1]) : FAILED;
    rt()->abc_checks--;
    if (known != MISSING) return known == FOUND ? retain(args[1]) : NULL;
    if (found == FOUND) return raise(&type_RuntimeError, "Refusing to create an inheritance cycle");
    return found == MISSING && register_class(args[0], args[1]) ? retain(args[1]) : NULL;
}

/* ---- looking inside ---- */

static Value py_abc_registry_clear(const Ref *args) {
    Value data = data_of(args[0]);
    if (!data) return NULL;
    weak_classes_clear(&as_abc_data(data)->registry);
    release(data);
    return VALUE_NONE;
}

static Value py_abc_caches_clear(const Ref *args) {
    Value data = data_of(args[0]);
    if (!data) return NULL;
    weak_classes_clear(&as_abc_data(data)->cache);
    weak_classes_clear(&as_abc_data(data)->negative);
    release(data);
    return VALUE_NONE;
}

static Value set_of_references(const WeakClasses *classes) {
    Value list = weak_classes_list(classes, true), set = list ? set_new() : NULL;
    if (set && !set_update(set, list)) clear_ref(&set);
    release_maybe(list);
    return set;
}

static Value dump(const AbcData *data) {
    Value parts[4] = {set_of_references(&data->registry), set_of_references(&data->cache),
                      set_of_references(&data->negative), int_value((int64_t)data->negative_version)};
    bool complete = parts[0] && parts[1] && parts[2];
    Value result = complete ? tuple_pack(4, parts[0], parts[1], parts[2], parts[3]) : NULL;
    for (size_t i = 0; i < 4; i++) release_maybe(parts[i]);
    return result;
}

static Value py_abc_get_dump(const Ref *args) {
    if (!is_type(args[0])) return raise(&type_TypeError, "expected a class, not '%T'", args[0]);
    Value data = data_of(args[0]), result = data ? dump(as_abc_data(data)) : NULL;
    release_maybe(data);
    return result;
}

static Value py_abc_get_cache_token(const Ref *args) { return int_value((int64_t)rt()->abc_registrations); }

/* What the hooks of collections.abc answer: each name must be found on the class, and not as None. */
static Value py_abc_check_methods(const Ref *args) {
    if (!is_type(args[0])) return raise(&type_TypeError, "expected a class, not '%T'", args[0]);
    for (size_t i = 0; i < tuple_count(args[1]); i++) {
        Ref name = tuple_peek(args[1], i), found = is_str(name) ? type_lookup_peek(as_type(args[0]), name) : NULL;
        if (!found || is_none(found)) return VALUE_NOT_IMPLEMENTED;
    }
    return VALUE_TRUE;
}

static Value py_abc_name_in_full(const Ref *args) {
    Value module = getattr(args[0], NAME(dunder_module));
    bool named = module && class_name_in_full((Class *)object_of(args[0]), module);
    release_maybe(module);
    return named ? retain(args[0]) : NULL;
}

/* ---- the metaclass and the module ---- */

static const NativeDef meta_methods[] = {
    {"register(subclass)", py_abc_register, DOC("Count a class as a subclass of this one. Returns that class."), 0},
    {"__instancecheck__(instance)", py_abc_instancecheck, DOC("Return whether instance is one of the class."), 0},
    {"__subclasscheck__(subclass)", py_abc_subclasscheck, DOC("Return whether subclass is one of the class."), 0},
    {"_abc_registry_clear()", py_abc_registry_clear, DOC("Forget what was registered (for tests)."), 0},
    {"_abc_caches_clear()", py_abc_caches_clear, DOC("Forget earlier answers (for tests)."), 0},
    {0},
};

Type type_abc_meta = {
    TYPE_HEAD(abc_meta),
    .name = "ABCMeta",
    .module = "abc",
    .doc = "Metaclass for abstract base classes.\n\n"
           "Other classes can be registered as virtual subclasses: issubclass() and isinstance() accept them then, "
           "though\n"
           "they inherit nothing.",
    .base = &type_type,
    .flags = TYPE_CONTAINER | TYPE_TYPE | TYPE_WEAKREF,
    .new_slot = meta_new,
    .methods = meta_methods,
};

static bool fill(Ref dict) {
    dict_set_text(dict, "ABCMeta", type_ref(&type_abc_meta));
    dict_set_text(dict, "_abc_data", type_ref(&type_abc_data));
    return true;
}

static const NativeDef functions[] = {
    {"get_cache_token()", py_abc_get_cache_token,
     DOC("Return what changes with every registration: a cache of answers about ABCs holds as long as it stays equal."),
     0},
    {"_check_methods(cls, /, *names)", py_abc_check_methods,
     DOC("Return True if cls has methods with all these names, else NotImplemented."), 0},
    {"_name_in_full(cls, /)", py_abc_name_in_full,
     DOC("Let errors name a class of the library with its module, as one of C; return it."), 0},
    {"_is_checking()", py_abc_checking, DOC("Return whether the check of an abstract class leads here."), 0},
    {"_get_dump(self, /)", py_abc_get_dump, DOC("Return (registry, cache, negative cache, version) of a class."), 0},
    {0},
};

const ModuleDef module__abc = {"_abc", "Abstract base classes.", functions, fill};
