/* lib/contextvars_module.c - the module _contextvars.
 *
 * Owns:      the types Context, ContextVar and Token.
 * Invariant: a token is used once.
 * Not here:  the module's public name (lib/py/contextvars.py).
 */
#include "lib/contextvars.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/vm.h"

typedef struct ContextVar {
    Object head;
    Value name;    /* str */
    Value initial; /* default or NULL */
} ContextVar;

typedef struct Token {
    Object head;
    Value var;     /* ContextVar */
    Value old;     /* what it held, or NULL */
    Value context; /* where it was set */
    bool used;     /* reset() took it */
} Token;

static ContextVar *as_var(Ref v) { return (ContextVar *)object_of(v); }
static Token *as_token(Ref v) { return (Token *)object_of(v); }

/* --- Contexts ------------------------------------------------------------------------------------------------- */

static Value context_new_steal(Value vars) {
    if (!vars) return NULL;
    Context *c = object_new(&type_context, sizeof(Context));
    c->vars = vars;
    return value_of(c);
}

static Ref current(void) {
    Vm *vm = vm_of();
    if (!vm->context) vm->context = context_new_steal(dict_new());
    return vm->context;
}

Value context_copy_current(void) { return context_new_steal(retain(as_context(current())->vars)); }

bool context_enter(Ref context) {
    Context *c = as_context(context);
    if (UNLIKELY(c->entered))
        return raise_false(&type_RuntimeError, "cannot enter context: %R is already entered", context);
    Vm *vm = vm_of();
    c->previous = vm->context;
    c->entered = true;
    vm->context = retain(context);
    return true;
}

void context_exit(Ref context) {
    Context *c = as_context(context);
    Vm *vm = vm_of();
    Value own = vm->context;
    vm->context = c->previous;
    c->previous = NULL;
    c->entered = false;
    release(own);
}

/* The dict, this context's own, to be changed. */
static Ref own_vars(Context *c) {
    if (object_of(c->vars)->count > 1) {
        Value copy = dict_copy(c->vars);
        if (!copy) return NULL;
        slot_set_steal(&c->vars, copy);
    }
    return c->vars;
}

static Value py_context_new(const Ref *args) {
    if (tuple_count(args[1]) || dict_count(args[2]))
        return raise(&type_TypeError, "Context() does not accept any arguments");
    return context_new_steal(dict_new());
}

static Value py_context_run(const Ref *args) {
    size_t count = tuple_count(args[1]);
    const Ref *items = refs(as_tuple(args[1])->items);
    if (!count) return raise(&type_TypeError, "run() missing 1 required positional argument");
    if (!context_enter(args[0])) return NULL;
    Value result = call_with_dict(items[0], items + 1, count - 1, args[2]);
    context_exit(args[0]);
    return result;
}

static bool check_key(Ref key) {
    return is_exact(key, &type_context_var) ||
           raise_false(&type_TypeError, "a ContextVar key was expected, got %R", key);
}

static Value context_getitem(Ref self, Ref key) {
    Value value = NULL;
    if (!check_key(key)) return NULL;
    Lookup found = dict_get(as_context(self)->vars, key, &value);
    return found == MISSING ? raise_key(key) : value;
}

static Lookup context_contains(Ref self, Ref key) {
    return check_key(key) ? dict_contains(as_context(self)->vars, key) : FAILED;
}

static Value py_context_get(const Ref *args) {
    Value value = NULL;
    if (!check_key(args[1])) return NULL;
    Lookup found = dict_get(as_context(args[0])->vars, args[1], &value);
    return found == MISSING ? retain(args[2]) : value;
}

static Value py_context_copy(const Ref *args) { return context_new_steal(retain(as_context(args[0])->vars)); }
static Value py_context_keys(const Ref *args) { return dict_view_new(&type_dict_keys, as_context(args[0])->vars); }
static Value py_context_values(const Ref *args) { return dict_view_new(&type_dict_values, as_context(args[0])->vars); }
static Value py_context_items(const Ref *args) { return dict_view_new(&type_dict_items, as_context(args[0])->vars); }
static int64_t context_len(Ref self) { return (int64_t)dict_count(as_context(self)->vars); }
static Value context_iter(Ref self) { return iterate(as_context(self)->vars); }

static Value context_compare(Ref self, Ref other, CompareOp op) {
    if (!is_exact(other, &type_context) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    return compare(op, as_context(self)->vars, as_context(other)->vars);
}

static const NativeDef context_construct = {"Context(*args, **kwargs)", py_context_new, 0, NATIVE_METHOD};
static const NativeDef context_methods[] = {
    {"run(*args, **kwargs)~", py_context_run, DOC("Call callable with this context as the current one."), 0},
    {"copy()", py_context_copy, DOC("Return a copy."), 0},
    {"get(key, default=None, /)", py_context_get, DOC("Return what a variable holds here, or default."), 0},
    {"keys()", py_context_keys, DOC("Return the variables."), 0},
    {"values()", py_context_values, DOC("Return what the variables hold."), 0},
    {"items()", py_context_items, DOC("Return pairs of variables and what they hold."), 0},
    {0},
};

Type type_context = {
    TYPE_HEAD(context),
    .hash = NULL,
    .name = "_contextvars.Context",
    .module = "_contextvars",
    .doc = "What context variables hold.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF | TYPE_PARTS_2 | TYPE_MODULE_APART,
    .size = sizeof(Context),
    .traverse = object_traverse_parts,
    .construct = &context_construct,
    .compare = context_compare,
    .getitem = context_getitem,
    .contains = context_contains,
    .len = context_len,
    .iter = context_iter,
    .methods = context_methods,
};

/* --- Variables ------------------------------------------------------------------------------------------------ */

static Value py_var_new(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "context variable name must be a str");
    ContextVar *v = object_new(&type_context_var, sizeof(ContextVar));
    v->name = retain(args[1]);
    v->initial = retain_maybe(args[2]);
    return value_of(v);
}

static Value py_var_get(const Ref *args) {
    Value value = NULL;
    Lookup found = dict_get(as_context(current())->vars, args[0], &value);
    if (found != MISSING) return value;
    Ref otherwise = args[1] ? args[1] : as_var(args[0])->initial;
    return otherwise ? retain(otherwise) : raise_with(&type_LookupError, args[0]);
}

static Value py_var_set(const Ref *args) {
    Context *c = as_context(current());
    Ref vars = own_vars(c);
    Value old = NULL;
    if (!vars || dict_get(vars, args[0], &old) == FAILED) return NULL;
    Token *t = object_new(&type_context_token, sizeof(Token));
    t->var = retain(args[0]);
    t->old = old;
    t->context = retain(value_of(c));
    if (dict_set(vars, args[0], args[1])) return value_of(t);
    release(value_of(t));
    return NULL;
}

static Value py_var_reset(const Ref *args) {
    if (!is_exact(args[1], &type_context_token))
        return raise(&type_TypeError, "expected an instance of Token, got %R", args[1]);
    Token *t = as_token(args[1]);
    if (t->used) return raise(&type_RuntimeError, "%R has already been used once", args[1]);
    if (t->var != args[0]) return raise(&type_ValueError, "%R was created by a different ContextVar", args[1]);
    if (t->context != current()) return raise(&type_ValueError, "%R was created in a different Context", args[1]);
    t->used = true;
    Ref vars = own_vars(as_context(t->context));
    if (!vars) return NULL;
    if (t->old) return dict_set(vars, args[0], t->old) ? VALUE_NONE : NULL;
    return dict_delete(vars, args[0]) == FAILED ? NULL : VALUE_NONE;
}

static Value var_repr(Ref self) {
    const ContextVar *v = as_var(self);
    if (v->initial) return error_format("<ContextVar name=%R default=%R at %p>", v->name, v->initial, (void *)v);
    return error_format("<ContextVar name=%R at %p>", v->name, (void *)v);
}

static Value get_var_name(Ref self) { return retain(as_var(self)->name); }

static const GetSetDef var_getsets[] = {{"name", get_var_name, NULL, DOC("The name, for people."), true}, {0}};
static const NativeDef var_construct = {"ContextVar(name, /, *, default=...)", py_var_new, 0, NATIVE_METHOD};
static const NativeDef var_methods[] = {
    {"get(default=..., /)", py_var_get, DOC("Return what the variable holds in the current context."), 0},
    {"set(value, /)", py_var_set, DOC("Give the variable a value in the current context; return a token for reset()."),
     0},
    {"reset(token, /)", py_var_reset, DOC("Give the variable back what it held before the set() that made token."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

Type type_context_var = {
    TYPE_HEAD(context_var),
    .name = "_contextvars.ContextVar",
    .module = "_contextvars",
    .doc = "A variable that each context holds for itself.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF | TYPE_PARTS_2 | TYPE_MODULE_APART,
    .size = sizeof(ContextVar),
    .traverse = object_traverse_parts,
    .construct = &var_construct,
    .repr = var_repr,
    .getsets = var_getsets,
    .methods = var_methods,
};

/* --- Tokens --------------------------------------------------------------------------------------------------- */

static Value missing_repr(Ref self) { return str_from_text("<Token.MISSING>"); }

Type type_token_missing = {
    TYPE_HEAD(token_missing), .name = "Token.MISSING",
    .module = "_contextvars", .flags = TYPE_FINAL | TYPE_NO_NEW | TYPE_MODULE_APART,
    .size = sizeof(Object),   .repr = missing_repr,
};

static struct __attribute__((aligned(16))) {
    Object head;
} missing = {IMMORTAL_HEAD(&type_token_missing)};

static Value py_token_new(const Ref *args) {
    return raise(&type_RuntimeError, "Tokens can only be created by ContextVars");
}

static Value token_repr(Ref self) {
    const Token *t = as_token(self);
    return error_format("<Token%s var=%R at %p>", t->used ? " used" : "", t->var, (void *)t);
}

static Value get_token_var(Ref self) { return retain(as_token(self)->var); }
static Value get_token_old(Ref self) { return as_token(self)->old ? retain(as_token(self)->old) : value_of(&missing); }

static const GetSetDef token_getsets[] = {
    {"var", get_token_var, NULL, DOC("The variable that was set.")},
    {"old_value", get_token_old, NULL, DOC("What it held before, or Token.MISSING.")},
    {0},
};
static const NativeDef token_construct = {"Token(*args, **kwargs)", py_token_new, 0, NATIVE_METHOD};
static const NativeDef token_methods[] = {
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

Type type_context_token = {
    TYPE_HEAD(context_token),
    .name = "_contextvars.Token",
    .module = "_contextvars",
    .doc = "What ContextVar.set() returns for ContextVar.reset().",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_3 | TYPE_MODULE_APART,
    .size = sizeof(Token),
    .traverse = object_traverse_parts,
    .construct = &token_construct,
    .repr = token_repr,
    .getsets = token_getsets,
    .methods = token_methods,
};

/* --- The module ----------------------------------------------------------------------------------------------- */

static Value py_contextvars_copy_context(const Ref *args) { return context_copy_current(); }

static const NativeDef functions[] = {
    {"copy_context()", py_contextvars_copy_context, DOC("Return a copy of the current context."), 0},
    {0},
};

static bool fill(Ref dict) {
    dict_set_text(type_state(&type_context_token)->dict, "MISSING", value_of(&missing));
    dict_set_text(dict, "Context", type_ref(&type_context));
    dict_set_text(dict, "ContextVar", type_ref(&type_context_var));
    dict_set_text(dict, "Token", type_ref(&type_context_token));
    return true;
}

const ModuleDef module__contextvars = {"_contextvars", "Context variables.", functions, fill};
