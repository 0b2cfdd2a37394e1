/* vm/type_alias.c - what a type statement makes, and the small types around type variables.
 *
 * Owns:      typing.TypeAliasType, Generic, NoDefault, ParamSpecArgs, ParamSpecKwargs.
 * Invariant: a variable's parts refer to the variable, never the other way round.
 * Not here:  type variables (type_variable.c), how aliases are written (lib/py/typing.py).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "runtime/union.h"
#include "vm/function.h"
#include "vm/type_variable.h"

/* ---- P.args and P.kwargs ---- */

typedef struct SpecPart {
    Object head;
    Value origin; /* the ParamSpec */
} SpecPart;

static SpecPart *as_part(Ref v) { return (SpecPart *)object_of(v); }

static Value make_part(Type *type, Ref origin) {
    SpecPart *self = object_new(type, sizeof *self);
    self->origin = retain(origin);
    return value_of(self);
}
static Value py_args_new(const Ref *args) { return make_part(&type_param_spec_args, args[1]); }
static Value py_kwargs_new(const Ref *args) { return make_part(&type_param_spec_kwargs, args[1]); }
static const NativeDef args_construct = {"paramspecargs(origin)", py_args_new, 0, NATIVE_METHOD};
static const NativeDef kwargs_construct = {"paramspeckwargs(origin)", py_kwargs_new, 0, NATIVE_METHOD};

static Value get_origin(Ref self) { return retain(as_part(self)->origin); }

static Value part_repr(Ref self) {
    const char *part = is_exact(self, &type_param_spec_args) ? "args" : "kwargs";
    Ref origin = as_part(self)->origin;
    if (is_exact(origin, &type_param_spec)) return error_format("%S.%s", as_type_variable(origin)->name, part);
    return error_format("%R.%s", origin, part);
}

static Value part_compare(Ref a, Ref b, CompareOp op) {
    if (type_of(a) != type_of(b) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    return compare(op, as_part(a)->origin, as_part(b)->origin);
}

static Value py_part_mro_entries(const Ref *args) {
    return raise(&type_TypeError, "Cannot subclass an instance of %s", strrchr(type_of(args[0])->name, '.') + 1);
}

static const NativeDef part_methods[] = {
    {"__mro_entries__(object, /)", py_part_mro_entries, 0, NATIVE_METHOD},
    {0},
};
static Value get_part_module(Ref self) { return intern_text("typing"); }
static const GetSetDef part_getsets[] = {{"__origin__", get_origin, refuse_to_set, DOC("The ParamSpec.")},
                                         {"__module__", get_part_module, NULL, 0},
                                         {0}};

#define PART_TYPE(name_, text, construct_)                                                                             \
    TYPE_HEAD(name_), .name = text, .module = "typing", .construct = &construct_,                                      \
        .flags = TYPE_CONTAINER | TYPE_WEAKREF | TYPE_FINAL | TYPE_PARTS_1, .size = sizeof(SpecPart),                  \
        .traverse = object_traverse_parts, .repr = part_repr, .compare = part_compare, .methods = part_methods,        \
        .getsets = part_getsets

Type type_param_spec_args = {
    PART_TYPE(param_spec_args, "typing.ParamSpecArgs", args_construct),
    .doc = "The positional arguments of a ParamSpec: P.args.",
};
Type type_param_spec_kwargs = {
    PART_TYPE(param_spec_kwargs, "typing.ParamSpecKwargs", kwargs_construct),
    .doc = "The keyword arguments of a ParamSpec: P.kwargs.",
};

/* ---- NoDefault ---- */

static Object no_default_object __attribute__((aligned(16))) = IMMORTAL_HEAD(&type_no_default);

Value no_default(void) { return value_of(&no_default_object); }

static Value no_default_repr(Ref self) { return str_from_text("typing.NoDefault"); }
static Value py_no_default_new(const Ref *args) { return no_default(); }
static const NativeDef no_default_construct = {"NoDefaultType()", py_no_default_new, 0, NATIVE_METHOD};
static Value py_no_default_reduce(const Ref *args) { return str_from_text("NoDefault"); }
static const NativeDef no_default_methods[] = {{"__reduce__()", py_no_default_reduce, 0, NATIVE_METHOD}, {0}};

Type type_no_default = {
    TYPE_HEAD(no_default),   .name = "NoDefaultType",       .doc = "The type that only NoDefault has.",
    .flags = TYPE_FINAL,     .size = sizeof(Object),        .construct = &no_default_construct,
    .repr = no_default_repr, .methods = no_default_methods,
};

/* ---- Generic ---- */

/* typing.function(cls, *args, **kwargs) */
static Value forward_to_typing(const char *function, const Ref *args) {
    Value callable = typing_get(function), result = NULL;
    Value names = callable ? tuple_of(args[2]) : NULL, all = names ? list_new(4) : NULL;
    bool done = all && list_append(all, args[0]) && list_extend(all, args[1]);
    size_t position = 0;
    for (Ref name, value; done && dict_step(args[2], &position, &name, &value);) done = list_append(all, value);
    if (done) {
        result = call(callable, refs(as_list(all)->items), 1 + tuple_count(args[1]), tuple_count(names) ? names : NULL);
    }
    release_maybe(callable);
    release_maybe(names);
    release_maybe(all);
    return result;
}

static Value py_generic_class_getitem(const Ref *args) { return forward_to_typing("_generic_class_getitem", args); }
static Value py_generic_init_subclass(const Ref *args) { return forward_to_typing("_generic_init_subclass", args); }

static const NativeDef generic_methods[] = {
    {"__class_getitem__(*args, **kwargs)", py_generic_class_getitem, DOC("Return the class with type arguments."),
     NATIVE_CLASS_METHOD},
    {"__init_subclass__(*args, **kwargs)", py_generic_init_subclass,
     DOC("Check what a subclass names as its type variables."), NATIVE_CLASS_METHOD},
    {0},
};

Type type_generic = {
    TYPE_HEAD(generic),         .name = "typing.Generic",
    .module = "typing",         .doc = "The base class of classes with type parameters.",
    .size = sizeof(Object),     .make = object_make,
    .methods = generic_methods,
};

Value generic_subscript(Ref params) { return typing_call("_subscript_generic", &params, 1); }

/* ---- type aliases ---- */

typedef struct TypeAlias {
    Object head;
    Value name;        /* str */
    Value type_params; /* tuple, or NULL: it is not generic */
    LazyValue value;   /* what it stands for */
    Value module;      /* of the call that made it; NULL: the module of the evaluator */
} TypeAlias;

static TypeAlias *as_type_alias(Ref v) { return (TypeAlias *)object_of(v); }

static Value make_alias(Ref name, Ref params, Ref evaluator, Ref value, Ref module) {
    TypeAlias *self = object_new(&type_type_alias, sizeof *self);
    self->name = retain(name);
    if (params && !is_none(params) && tuple_count(params)) self->type_params = retain(params);
    self->value.evaluator = retain_maybe(evaluator);
    self->value.value = retain_maybe(value);
    self->module = retain_maybe(module);
    return value_of(self);
}

Value type_alias_new(Ref name, Ref params, Ref evaluator) { return make_alias(name, params, evaluator, NULL, NULL); }

static Value py_alias_new(const Ref *args) {
    if (!variable_is_str(args[1], "typealias")) return NULL;
    if (args[3] && !is_tuple(args[3])) return raise(&type_TypeError, "type_params must be a tuple");
    Value module = running_module(), self = make_alias(args[1], args[3], NULL, args[2], module);
    release(module);
    return self;
}
static const NativeDef alias_construct = {"typealias(name, value, *, type_params=...)", py_alias_new, 0, NATIVE_METHOD};

static void alias_traverse(Ref self, Visit visit, void *context) {
    const TypeAlias *alias = as_type_alias(self);
    visit(alias->name, context);
    visit(alias->type_params, context);
    lazy_visit(&alias->value, visit, context);
    visit(alias->module, context);
}

static Value alias_repr(Ref self) { return retain(as_type_alias(self)->name); }
static Value get_name(Ref self) { return retain(as_type_alias(self)->name); }
static Value get_value(Ref self) { return lazy_get(&as_type_alias(self)->value, VALUE_NONE); }
static Value get_type_params(Ref self) {
    Ref params = as_type_alias(self)->type_params;
    return params ? retain(params) : tuple_empty();
}

static Value get_module(Ref self) {
    const TypeAlias *alias = as_type_alias(self);
    if (alias->module) return retain(alias->module);
    Ref evaluator = alias->value.evaluator;
    return evaluator && is_function(evaluator) ? getattr(evaluator, NAME(dunder_module)) : VALUE_NONE;
}

/* The parameters, each TypeVarTuple unpacked. */
static Value get_parameters(Ref self) {
    Ref params = as_type_alias(self)->type_params;
    if (!params) return tuple_empty();
    Value list = list_new(tuple_count(params)), result = NULL;
    bool done = list != NULL;
    for (size_t i = 0; done && i < tuple_count(params); i++) {
        Ref param = tuple_peek(params, i);
        done = is_exact(param, &type_type_var_tuple) ? list_extend(list, param) : list_append(list, param);
    }
    if (done) result = tuple_of(list);
    release_maybe(list);
    return result;
}

static Value alias_getitem(Ref self, Ref item) {
    if (as_type_alias(self)->type_params) return generic_alias_new(self, item);
    return raise(&type_TypeError, "Only generic type aliases are subscriptable");
}

static Value py_alias_reduce(const Ref *args) { return retain(as_type_alias(args[0])->name); }
static const NativeDef alias_methods[] = {{"__reduce__()", py_alias_reduce, 0, NATIVE_METHOD}, {0}};

static const GetSetDef alias_getsets[] = {
    {"__name__", get_name, refuse_to_set, 0},
    {"__value__", get_value, NULL, DOC("What the alias stands for, computed when first asked for.")},
    {"__type_params__", get_type_params, NULL, 0},
    {"__parameters__", get_parameters, NULL, 0},
    {"__module__", get_module, NULL, 0},
    {0},
};

Type type_type_alias = {
    TYPE_HEAD(type_alias),
    .name = "typing.TypeAliasType",
    .module = "typing",
    .doc = "A type alias, as a type statement makes it.",
    .flags = TYPE_CONTAINER | TYPE_WEAKREF | TYPE_FINAL,
    .size = sizeof(TypeAlias),
    .traverse = alias_traverse,
    .construct = &alias_construct,
    .repr = alias_repr,
    .getitem = alias_getitem,
    .operators = &union_operators,
    .methods = alias_methods,
    .getsets = alias_getsets,
};
