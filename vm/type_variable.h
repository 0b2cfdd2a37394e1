/* vm/type_variable.h - what stands behind type parameters and type aliases: TypeVar, ParamSpec, TypeVarTuple,
 * TypeAliasType.
 *
 * Owns:      their objects, lazy evaluation of bounds, constraints, defaults and values.
 * Invariant: a variable's name is a str; an evaluator is a function without parameters, or NULL once its value is
 *            known.
 * Not here:  what typing makes of them (lib/py/typing.py, loaded when something must be subscripted or combined).
 */
#ifndef OURO_TYPE_VARIABLE_H
#define OURO_TYPE_VARIABLE_H

#include "runtime/instance.h"
#include "runtime/type.h"

/* A value that a function computes when someone first asks for it. */
typedef struct LazyValue {
    Value value;     /* the result, or NULL: not computed yet, or absent */
    Value evaluator; /* function that computes it, or NULL */
} LazyValue;

typedef struct TypeVariable { /* TypeVar, ParamSpec and TypeVarTuple */
    Object head;
    Value name;              /* str */
    LazyValue bound;         /* absent: None; never of a TypeVarTuple */
    LazyValue constraints;   /* tuple; of a TypeVar alone */
    LazyValue default_value; /* absent: NoDefault */
    bool covariant;          /* as the maker said */
    bool contravariant;      /* as the maker said */
    bool infer_variance;     /* it was made by the syntax for type parameters, or the maker said so */
    Slots slots;             /* attributes of its own: __module__ */
} TypeVariable;

static inline TypeVariable *as_type_variable(Ref v) { return (TypeVariable *)object_of(v); }

/* What a type parameter makes: a variable of this type; bound and constraints are evaluators or NULL. */
Value type_variable_new(Type *type, Ref name, Ref bound, Ref constraints);
/* The same variable, with the default that evaluator computes. */
Value type_variable_set_default(Ref variable, Ref evaluator);
/* What `type name[params] = ...` makes; params is a tuple or None. */
Value type_alias_new(Ref name, Ref params, Ref evaluator);
/* Generic[params] of a class statement with type parameters. */
Value generic_subscript(Ref params);

/* For the types themselves. */
Value lazy_get(LazyValue *lazy, Ref absent); /* absent is answered when there is none */
void lazy_visit(const LazyValue *lazy, Visit visit, void *context);
Value typing_get(const char *name);                                          /* typing.name */
Value typing_call(const char *function, const Ref *arguments, size_t count); /* typing.function(*arguments) */
Value running_module(void); /* __name__ of the globals of the code that runs, or None */
Value no_default(void);     /* typing.NoDefault */
bool variable_is_str(Ref name, const char *function);
bool refuse_to_set(Ref self, Ref value); /* the setter of an attribute that cannot be set */
/* (left | right) as typing.Union; the slots of TypeVar and ParamSpec. */
Value typing_or(Ref left, Ref right);
Value typing_reflected_or(Ref right, Ref left);

#endif
