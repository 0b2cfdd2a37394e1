#include "vm/type_variable.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/import.h"

/* ---- shared ---- */

Value lazy_get(LazyValue *lazy, Ref absent) {
    if (!lazy->value && lazy->evaluator) {
        Value held = retain(lazy->evaluator), result = call_0(held);
        release(held);
        if (!result) return NULL;
        slot_set_steal(&lazy->value, result);
    }
    return retain(lazy->value ? lazy->value : absent);
}

void lazy_visit(const LazyValue *lazy, Visit visit, void *context) {
    visit(lazy->value, context);
    visit(lazy->evaluator, context);
}

Value typing_get(const char *name) {
    Value module_name = intern_text("typing"), module = import_absolute(module_name);
    Value attribute = intern_text(name), result = module ? getattr(module, attribute) : NULL;
    release(attribute);
    release(module_name);
    release_maybe(module);
    return result;
}

Value typing_call(const char *function, const Ref *arguments, size_t count) {
    Value callable = typing_get(function), result = callable ? call(callable, arguments, count, NULL) : NULL;
    release_maybe(callable);
    return result;
}

Value typing_or(Ref left, Ref right) { return typing_call("_make_union", (Ref[]){left, right}, 2); }
Value typing_reflected_or(Ref right, Ref left) { return typing_or(left, right); }

Value running_module(void) {
    Ref globals = type_hooks.globals_peek(), name = globals ? dict_peek_str(globals, NAME(dunder_name)) : NULL;
    return name ? retain(name) : VALUE_NONE;
}

bool refuse_to_set(Ref self, Ref value) { return raise_false(&type_AttributeError, "readonly attribute"); }

bool variable_is_str(Ref name, const char *function) {
    return is_str(name) || raise_false(&type_TypeError, "%s() argument 'name' must be str, not %O", function, name);
}

/* ---- making ---- */

Value type_variable_new(Type *type, Ref name, Ref bound, Ref constraints) {
    TypeVariable *self = object_new(type, sizeof *self);
    self->name = retain(name);
    self->bound.evaluator = retain_maybe(bound);
    self->constraints.evaluator = retain_maybe(constraints);
    self->infer_variance = true;
    return value_of(self);
}

Value type_variable_set_default(Ref variable, Ref evaluator) {
    slot_set(&as_type_variable(variable)->default_value.evaluator, evaluator);
    return retain(variable);
}

/* A variable that a program makes by a call: it knows its module, and its parts are values. */
static Value make(Type *type, Ref name, Ref bound, Ref default_value) {
    Value self = type_variable_new(type, name, NULL, NULL), module = running_module();
    as_type_variable(self)->infer_variance = false;
    if (bound && !is_none(bound)) as_type_variable(self)->bound.value = retain(bound);
    as_type_variable(self)->default_value.value = retain_maybe(default_value);
    bool done = instance_set(self, NAME(dunder_module), module) != FAILED;
    release(module);
    if (!done) clear_ref(&self);
    return self;
}

/* flags: covariant, contravariant, infer_variance, any objects. */
static bool set_variance(Ref self, const Ref *flags) {
    bool *fields[3] = {&as_type_variable(self)->covariant, &as_type_variable(self)->contravariant,
                       &as_type_variable(self)->infer_variance};
    for (int i = 0; i < 3; i++) {
        Lookup answer = truth(flags[i]);
        if (answer == FAILED) return false;
        *fields[i] = answer == FOUND;
    }
    if (*fields[0] && *fields[1]) return raise_false(&type_ValueError, "Bivariant types are not supported.");
    if (*fields[2] && (*fields[0] || *fields[1]))
        return raise_false(&type_ValueError, "Variance cannot be specified with infer_variance.");
    return true;
}

/* None stays what it is when there is no bound; else typing makes a type of it. */
static Value checked_bound(Ref bound) {
    if (is_none(bound)) return VALUE_NONE;
    Value message = str_from_text("Bound must be a type.");
    Value result = typing_call("_type_check", (Ref[]){bound, message}, 2);
    release(message);
    return result;
}

/* args: class, name, constraints, bound, default, then the flags of set_variance */
static Value py_typevar_new(const Ref *args) {
    if (!variable_is_str(args[1], "typevar")) return NULL;
    size_t count = tuple_count(args[2]);
    if (count == 1) return raise(&type_TypeError, "A single constraint is not allowed");
    Value bound = checked_bound(args[3]);
    if (!bound) return NULL;
    if (count && !is_none(bound)) {
        release(bound);
        return raise(&type_TypeError, "Constraints cannot be combined with bound=...");
    }
    Value self = make(&type_type_var, args[1], bound, args[4]);
    release(bound);
    if (self && count) as_type_variable(self)->constraints.value = retain(args[2]);
    if (self && !set_variance(self, args + 5)) clear_ref(&self);
    return self;
}
static const NativeDef typevar_construct = {
    "typevar(name, *constraints, bound=None, default=..., covariant=False, contravariant=False, infer_variance=False)",
    py_typevar_new, 0, NATIVE_METHOD};

/* args: class, name, bound, default, then the flags of set_variance */
static Value py_paramspec_new(const Ref *args) {
    if (!variable_is_str(args[1], "paramspec")) return NULL;
    Value bound = checked_bound(args[2]), self = bound ? make(&type_param_spec, args[1], bound, args[3]) : NULL;
    release_maybe(bound);
    if (self && !set_variance(self, args + 4)) clear_ref(&self);
    return self;
}
static const NativeDef paramspec_construct = {
    "paramspec(name, *, bound=None, default=..., covariant=False, contravariant=False, infer_variance=False)",
    py_paramspec_new, 0, NATIVE_METHOD};

static Value py_typevartuple_new(const Ref *args) {
    if (!variable_is_str(args[1], "typevartuple")) return NULL;
    return make(&type_type_var_tuple, args[1], NULL, args[2]);
}
static const NativeDef typevartuple_construct = {"typevartuple(name, *, default=...)", py_typevartuple_new, 0,
                                                 NATIVE_METHOD};

/* ---- attributes and methods ---- */

static void variable_traverse(Ref self, Visit visit, void *context) {
    const TypeVariable *variable = as_type_variable(self);
    visit(variable->name, context);
    lazy_visit(&variable->bound, visit, context);
    lazy_visit(&variable->constraints, visit, context);
    lazy_visit(&variable->default_value, visit, context);
    instance_traverse(self, visit, context);
}

static Value get_name(Ref self) { return retain(as_type_variable(self)->name); }
static Value get_bound(Ref self) { return lazy_get(&as_type_variable(self)->bound, VALUE_NONE); }
static Value get_constraints(Ref self) {
    Value empty = tuple_empty(), result = lazy_get(&as_type_variable(self)->constraints, empty);
    release(empty);
    return result;
}
static Value get_default(Ref self) { return lazy_get(&as_type_variable(self)->default_value, no_default()); }
static Value get_covariant(Ref self) { return bool_value(as_type_variable(self)->covariant); }
static Value get_contravariant(Ref self) { return bool_value(as_type_variable(self)->contravariant); }
static Value get_module(Ref self) {
    Ref own = instance_peek(self, NAME(dunder_module));
    return own ? retain(own) : intern_text("typing");
}
static bool set_module(Ref self, Ref value) {
    if (instance_set(self, NAME(dunder_module), value) == FOUND) return true;
    return raise_false(&type_AttributeError, "__module__");
}
static Value get_infer_variance(Ref self) { return bool_value(as_type_variable(self)->infer_variance); }

static Value variable_repr(Ref self) {
    const TypeVariable *variable = as_type_variable(self);
    if (variable->infer_variance) return retain(variable->name);
    return error_format("%s%S", variable->covariant ? "+" : variable->contravariant ? "-" : "~", variable->name);
}

static Value plain_repr(Ref self) { return retain(as_type_variable(self)->name); }
static Value py_variable_reduce(const Ref *args) { return retain(as_type_variable(args[0])->name); }

static Value py_variable_has_default(const Ref *args) {
    const LazyValue *lazy = &as_type_variable(args[0])->default_value;
    return bool_value(lazy->evaluator || (lazy->value && lazy->value != no_default()));
}

static Value py_variable_mro_entries(const Ref *args) {
    const char *name = strrchr(type_of(args[0])->name, '.') + 1;
    return raise(&type_TypeError, "Cannot subclass an instance of %s", name);
}

static Value py_typevar_subst(const Ref *args) { return typing_call("_typevar_subst", args, 2); }

/* args: variable, alias, tuple of what stands in its brackets; the default of the variable is added if it comes
 * next. */
static Value py_typevar_prepare(const Ref *args) {
    Value parameters = getattr(args[1], NAME(dunder_parameters));
    Value at = parameters ? call_method(parameters, NAME(index), args, 1) : NULL, result = NULL;
    if (at && is_small_int(at)) {
        int64_t index = small_int(at), given = length_of(args[2]);
        Value standard = given == index ? get_default(args[0]) : NULL;
        if (given > index) {
            result = retain(args[2]);
        } else if (given < index || standard == no_default()) {
            if (!error_set())
                raise(&type_TypeError, "Too few arguments for %A; actual %zd, expected at least %zd", args[1],
                      (ssize_t)given, (ssize_t)index + 1);
        } else if (standard) {
            Value more = tuple_pack(1, standard);
            result = binary_op(BINARY_ADD, args[2], more);
            release(more);
        }
        release_maybe(standard);
    }
    release_maybe(parameters);
    release_maybe(at);
    return result;
}

static Value py_paramspec_subst(const Ref *args) { return typing_call("_paramspec_subst", args, 2); }
static Value py_paramspec_prepare(const Ref *args) { return typing_call("_paramspec_prepare_subst", args, 3); }
static Value py_typevartuple_subst(const Ref *args) {
    return raise(&type_TypeError, "Substitution of bare TypeVarTuple is not supported");
}
static Value py_typevartuple_prepare(const Ref *args) { return typing_call("_typevartuple_prepare_subst", args, 3); }

/* *Ts in brackets: the one item is typing.Unpack[Ts]. */
static Value typevartuple_iter(Ref self) {
    Value unpacked = typing_call("_unpack_variable", &self, 1), tuple = unpacked ? tuple_pack(1, unpacked) : NULL;
    Value iterator = tuple ? iterate(tuple) : NULL;
    release_maybe(unpacked);
    release_maybe(tuple);
    return iterator;
}

static Value get_args(Ref self) { return call_1(type_ref(&type_param_spec_args), self); }
static Value get_kwargs(Ref self) { return call_1(type_ref(&type_param_spec_kwargs), self); }

/* ---- types ---- */

#define SHARED_METHODS                                                                                                 \
    {"__reduce__()", py_variable_reduce, 0, NATIVE_METHOD},                                                            \
        {"has_default()", py_variable_has_default, DOC("Tell whether there is a default."), NATIVE_METHOD},            \
        {"__mro_entries__(object, /)", py_variable_mro_entries, 0, NATIVE_METHOD}, {0},

static const NativeDef typevar_methods[] = {
    {"__typing_subst__(arg, /)", py_typevar_subst, 0, NATIVE_METHOD},
    {"__typing_prepare_subst__(alias, args, /)", py_typevar_prepare, 0, NATIVE_METHOD},
    SHARED_METHODS};
static const NativeDef paramspec_methods[] = {
    {"__typing_subst__(arg, /)", py_paramspec_subst, 0, NATIVE_METHOD},
    {"__typing_prepare_subst__(alias, args, /)", py_paramspec_prepare, 0, NATIVE_METHOD},
    SHARED_METHODS};
static const NativeDef typevartuple_methods[] = {
    {"__typing_subst__(arg, /)", py_typevartuple_subst, 0, NATIVE_METHOD},
    {"__typing_prepare_subst__(alias, args, /)", py_typevartuple_prepare, 0, NATIVE_METHOD},
    SHARED_METHODS};

#define SHARED_GETSETS                                                                                                 \
    {"__name__", get_name, refuse_to_set, 0}, {"__module__", get_module, set_module, 0},                               \
        {"__default__", get_default, NULL, DOC("The default, or NoDefault.")},
#define VARIANCE_GETSETS                                                                                               \
    {"__bound__", get_bound, NULL, DOC("The upper bound, or None.")},                                                  \
        {"__covariant__", get_covariant, refuse_to_set, 0},                                                            \
        {"__contravariant__", get_contravariant, refuse_to_set, 0},                                                    \
        {"__infer_variance__", get_infer_variance, refuse_to_set, 0},

static const GetSetDef typevar_getsets[] = {
    SHARED_GETSETS VARIANCE_GETSETS{"__constraints__", get_constraints, NULL, DOC("The types it may stand for.")},
    {0},
};
static const GetSetDef paramspec_getsets[] = {
    SHARED_GETSETS VARIANCE_GETSETS{"args", get_args, NULL, DOC("What *args are annotated with.")},
    {"kwargs", get_kwargs, NULL, DOC("What **kwargs are annotated with.")},
    {0},
};
static const GetSetDef typevartuple_getsets[] = {SHARED_GETSETS{0}};

#define VARIABLE_TYPE(name_, text, construct_, prefix)                                                                 \
    TYPE_HEAD(name_), .name = text, .module = "typing", .construct = &construct_,                                      \
        .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF | TYPE_FINAL, .size = sizeof(TypeVariable),                 \
        .shape_offset = offsetof(TypeVariable, slots), .traverse = variable_traverse, .dispose = instance_dispose,     \
        .methods = prefix##_methods, .getsets = prefix##_getsets

static Operators variable_operators = {.binary[BINARY_OR] = typing_or, .reflected[BINARY_OR] = typing_reflected_or};

Type type_type_var = {
    VARIABLE_TYPE(type_var, "typing.TypeVar", typevar_construct, typevar),
    .doc = "A type variable: stands for a type in generic functions, classes and aliases.",
    .repr = variable_repr,
    .operators = &variable_operators,
};

Type type_param_spec = {
    VARIABLE_TYPE(param_spec, "typing.ParamSpec", paramspec_construct, paramspec),
    .doc = "A parameter specification: stands for the parameters of a callable.",
    .repr = variable_repr,
    .operators = &variable_operators,
};

Type type_type_var_tuple = {
    VARIABLE_TYPE(type_var_tuple, "typing.TypeVarTuple", typevartuple_construct, typevartuple),
    .doc = "A type variable tuple: stands for any number of types.",
    .repr = plain_repr,
    .iter = typevartuple_iter,
};
