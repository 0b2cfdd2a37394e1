#include "runtime/generic_alias.h"

#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"
#include "runtime/union.h"

Value generic_items(Ref item) { return is_tuple(item) ? tuple_of(item) : tuple_pack(1, item); }

static Value make_alias(Type *type, Ref origin, Value args, bool starred) {
    if (!args) return NULL;
    GenericAlias *self = object_new(type, type->size);
    self->origin = retain(origin);
    self->args = args;
    self->starred = starred;
    return value_of(self);
}

Value generic_alias_new(Ref origin, Ref item) {
    return make_alias(&type_generic_alias, origin, generic_items(item), false);
}

Value py_class_getitem(const Ref *args) { return generic_alias_new(args[0], args[1]); }

static Value py_alias_new(const Ref *args) {
    return make_alias(as_type(args[0]), args[1], generic_items(args[2]), false);
}
static const NativeDef alias_construct = {"GenericAlias(origin, args, /)", py_alias_new, 0, NATIVE_METHOD};

/* ---- text ---- */

static Lookup get_both(Ref v, Ref first, Ref second, Value *a, Value *b) {
    Lookup found = getattr_try(v, first, a);
    return found == FOUND ? getattr_try(v, second, b) : found;
}

/* What has a module and a qualified name is shown by them, an alias and all else by its repr. */
static Value text_of(Ref v) {
    Value origin = NULL, args = NULL, name = NULL, module = NULL, text = NULL;
    Lookup named = get_both(v, NAME(dunder_origin), NAME(dunder_args), &origin, &args);
    if (named == MISSING) named = get_both(v, NAME(dunder_qualname), NAME(dunder_module), &name, &module);
    if (module && is_str(module) && str_equal_text(module, "builtins")) text = str_of(name);
    else if (module && !is_none(module)) text = error_format("%A.%A", (Ref)module, (Ref)name);
    else if (named != FAILED) text = repr_of(v);
    release_maybe(module);
    release_maybe(name);
    release_maybe(args);
    release_maybe(origin);
    return text;
}

bool generic_write_argument(StrBuilder *b, Ref argument) {
    Value text = argument == VALUE_ELLIPSIS ? intern_text("...") : text_of(argument);
    if (!text) return false;
    builder_str(b, text);
    release(text);
    return true;
}

static bool write_list(StrBuilder *b, Ref list) {
    builder_char(b, '[');
    for (size_t i = 0; i < list_count(list); i++) {
        if (i) builder_text(b, ", ");
        if (!generic_write_argument(b, list_peek(list, i))) return false;
    }
    builder_char(b, ']');
    return true;
}

static bool write_alias(StrBuilder *b, const GenericAlias *self) {
    if (self->starred) builder_char(b, '*');
    if (!generic_write_argument(b, self->origin)) return false;
    builder_char(b, '[');
    for (size_t i = 0; i < tuple_count(self->args); i++) {
        Ref argument = tuple_peek(self->args, i);
        if (i) builder_text(b, ", ");
        /* the parameters of a Callable are a list */
        if (!(is_exact(argument, &type_list) ? write_list(b, argument) : generic_write_argument(b, argument)))
            return false;
    }
    if (tuple_count(self->args) == 0) builder_text(b, "()");
    builder_char(b, ']');
    return true;
}

static Value alias_repr(Ref self) {
    StrBuilder b;
    builder_init(&b);
    if (write_alias(&b, as_generic_alias(self))) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

/* ---- slots ---- */

static Value alias_getitem(Ref self, Ref item) {
    const GenericAlias *alias = as_generic_alias(self);
    return make_alias(&type_generic_alias, alias->origin, generic_substitute(self, alias->args, item), alias->starred);
}

/* The instance learns what it was made through, if it can keep that. */
static Value alias_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    Value made = call(as_generic_alias(self)->origin, args, count, keywords);
    if (made && !setattr(made, NAME(dunder_orig_class), self)) {
        if (error_matches(&type_AttributeError) || error_matches(&type_TypeError)) {
            error_clear();
        } else {
            clear_ref(&made);
        }
    }
    return made;
}

/* Attributes that are the alias's own; all others are its origin's. */
static bool is_own(Ref name) {
    static const char *const own[] = {
        "__class__",       "__bases__",     "__origin__", "__args__", "__unpacked__", "__parameters__",
        "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__typing_unpacked_tuple_args__"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (str_equal_text(name, own[i])) return true;
    }
    return false;
}

static Value alias_getattr(Ref self, Ref name) {
    if (is_own(name)) return type_getattr_generic(self, name);
    return recursion_check("") ? getattr(as_generic_alias(self)->origin, name) : NULL;
}

static Value alias_compare(Ref a, Ref b, CompareOp op) {
    if (!type_is_subtype(type_of(b), &type_generic_alias) || (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOT_IMPLEMENTED;
    const GenericAlias *x = as_generic_alias(a), *y = as_generic_alias(b);
    Lookup same = x->starred == y->starred ? compare_test(COMPARE_EQ, x->origin, y->origin) : MISSING;
    if (same == FOUND) same = compare_test(COMPARE_EQ, x->args, y->args);
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

static bool alias_hash(Ref self, int64_t *hash) {
    int64_t origin, args;
    if (!hash_of(as_generic_alias(self)->origin, &origin) || !hash_of(as_generic_alias(self)->args, &args))
        return false;
    *hash = origin ^ args;
    if (*hash == -1) *hash = -2;
    return true;
}

/* ---- iteration ---- */

typedef struct AliasIterator {
    Object head;
    Value alias; /* NULL: the end was reached */
} AliasIterator;

/* *tuple[int]: the one item of the iteration is the starred alias. */
static Value alias_iter(Ref self) {
    AliasIterator *iterator = object_new(&type_generic_alias_iterator, sizeof *iterator);
    iterator->alias = retain(self);
    return value_of(iterator);
}

static Lookup alias_iterator_next(Ref self, Value *item) {
    AliasIterator *iterator = (AliasIterator *)object_of(self);
    if (!iterator->alias) return MISSING;
    const GenericAlias *alias = as_generic_alias(iterator->alias);
    *item = make_alias(&type_generic_alias, alias->origin, retain(alias->args), true);
    if (!*item) return FAILED;
    clear_ref(&iterator->alias);
    return FOUND;
}

static Value py_alias_iterator_reduce(const Ref *args) {
    return iterator_reduce("iter", ((AliasIterator *)object_of(args[0]))->alias, -1);
}

static const NativeDef alias_iterator_methods[] = {
    {"__reduce__()", py_alias_iterator_reduce, DOC("How to make it again."), 0},
    {0},
};

Type type_generic_alias_iterator = {
    TYPE_HEAD(generic_alias_iterator),
    .name = "generic_alias_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(AliasIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = alias_iterator_next,
    .methods = alias_iterator_methods,
};

static Value get_origin(Ref self) { return retain(as_generic_alias(self)->origin); }
static Value get_args(Ref self) { return retain(as_generic_alias(self)->args); }
static Value get_unpacked(Ref self) { return bool_value(as_generic_alias(self)->starred); }

/* What *tuple[int, str] stands for in other brackets. */
static Value get_unpacked_args(Ref self) {
    const GenericAlias *alias = as_generic_alias(self);
    return alias->starred && alias->origin == type_ref(&type_tuple) ? retain(alias->args) : VALUE_NONE;
}

static Value get_parameters(Ref self) {
    GenericAlias *alias = as_generic_alias(self);
    if (!alias->parameters) alias->parameters = generic_parameters(alias->args);
    return retain_maybe(alias->parameters);
}

static Value py_alias_mro_entries(const Ref *args) { return tuple_pack(1, as_generic_alias(args[0])->origin); }

static Value refuse_check(const char *function) {
    return raise(&type_TypeError, "%s() argument 2 cannot be a parameterized generic", function);
}
static Value py_alias_instancecheck(const Ref *args) { return refuse_check("isinstance"); }
static Value py_alias_subclasscheck(const Ref *args) { return refuse_check("issubclass"); }

static Value py_alias_reduce(const Ref *args) {
    const GenericAlias *alias = as_generic_alias(args[0]);
    if (alias->starred) {
        Value plain = make_alias(&type_generic_alias, alias->origin, retain(alias->args), false);
        Value iterator = plain ? alias_iter(plain) : NULL, result = iterator_reduce("next", iterator, -1);
        release_maybe(plain);
        release_maybe(iterator);
        return result;
    }
    Value arguments = tuple_pack(2, alias->origin, alias->args);
    Value result = arguments ? tuple_pack(2, type_ref(&type_generic_alias), arguments) : NULL;
    release_maybe(arguments);
    return result;
}

/* The names of the origin's attributes and of the alias's own. */
static Value py_alias_dir(const Ref *args) {
    static const char *const own[] = {
        "__args__",
        "__bases__",
        "__class__",
        "__copy__",
        "__deepcopy__",
        "__mro_entries__",
        "__origin__",
        "__parameters__",
        "__reduce__",
        "__reduce_ex__",
        "__typing_unpacked_tuple_args__",
        "__unpacked__",
    };
    Value theirs = NULL;
    Lookup found = call_special(as_generic_alias(args[0])->origin, NAME(dunder_dir), NULL, 0, &theirs);
    Value list = found == FOUND ? list_of(theirs) : found == MISSING ? list_new(0) : NULL;
    release_maybe(theirs);
    for (size_t i = 0; list && i < sizeof own / sizeof *own; i++) {
        Value name = intern_text(own[i]);
        Lookup known = contains(list, name);
        if (known == FAILED || (known == MISSING && !list_append(list, name))) clear_ref(&list);
        release(name);
    }
    return list;
}

static const NativeDef alias_methods[] = {
    {"__dir__()", py_alias_dir, DOC("Return the names of the attributes."), NATIVE_METHOD},
    {"__mro_entries__(object, /)", py_alias_mro_entries, 0, NATIVE_METHOD},
    {"__instancecheck__(object, /)", py_alias_instancecheck, 0, NATIVE_METHOD},
    {"__subclasscheck__(object, /)", py_alias_subclasscheck, 0, NATIVE_METHOD},
    {"__reduce__()", py_alias_reduce, 0, NATIVE_METHOD},
    {0},
};

static const GetSetDef alias_getsets[] = {
    {"__origin__", get_origin, NULL, 0, true},
    {"__args__", get_args, NULL, 0, true},
    {"__unpacked__", get_unpacked, NULL, 0, true},
    {"__typing_unpacked_tuple_args__", get_unpacked_args, NULL, 0},
    {"__parameters__", get_parameters, NULL, DOC("Type variables among the arguments.")},
    {0},
};

Type type_generic_alias = {
    TYPE_HEAD(generic_alias),
    .name = "types.GenericAlias",
    .module = "types",
    .doc = "A class with its type arguments, as in list[int] (PEP 585).",
    .flags = TYPE_CONTAINER | TYPE_WEAKREF | TYPE_PARTS_3 | TYPE_MODULE_APART,
    .size = sizeof(GenericAlias),
    .traverse = object_traverse_parts,
    .construct = &alias_construct,
    .repr = alias_repr,
    .iter = alias_iter,
    .hash = alias_hash,
    .compare = alias_compare,
    .call = alias_call,
    .getitem = alias_getitem,
    .getattr = alias_getattr,
    .operators = &union_operators,
    .methods = alias_methods,
    .getsets = alias_getsets,
};
