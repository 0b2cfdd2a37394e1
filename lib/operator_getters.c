/* lib/operator_getters.c - operator.itemgetter, attrgetter, methodcaller: callables made of keys, names, arguments.
 *
 * Owns:      the three types.
 * Invariant: what they hold does not change.
 * Not here:  the functions of the module (operator_module.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

typedef struct Getter {
    Object head;
    Value wanted; /* tuple of keys or names, as given */
    Value paths;  /* attrgetter: tuple; a name, or a tuple of names for one with dots */
} Getter;

static Getter *as_getter(Ref v) { return (Getter *)object_of(v); }

static bool has_names(Ref keywords) { return keywords && tuple_count(keywords); }

/* Called with one object and nothing else. */
static bool check_call(const char *name, size_t count, Ref keywords) {
    if (LIKELY(count == 1 && !has_names(keywords))) return true;
    if (has_names(keywords)) return raise_false(&type_TypeError, "%s() takes no keyword arguments", name);
    return raise_false(&type_TypeError, "%s expected 1 argument, got %zu", name, count);
}

static Value new_getter(Ref type, const char *name, const Ref *args, size_t count, Ref keywords) {
    if (has_names(keywords)) return raise(&type_TypeError, "%s() takes no keyword arguments", name);
    if (count == 0) return raise(&type_TypeError, "%s expected 1 argument, got 0", name);
    Value wanted = tuple_from(args, count);
    if (!wanted) return NULL;
    Getter *self = object_new(as_type(type), sizeof(Getter));
    self->wanted = wanted;
    return value_of(self);
}

static Value getter_repr(Ref v) {
    Object *object = object_of(v);
    const Type *type = type_of(v);
    if (object->flags & OBJECT_IN_REPR) return error_format("%s(...)", type->name);
    Ref wanted = as_getter(v)->wanted;
    object->flags |= OBJECT_IN_REPR;
    Value text = repr_of(tuple_count(wanted) == 1 ? tuple_peek(wanted, 0) : wanted);
    object->flags &= ~(uint32_t)OBJECT_IN_REPR;
    if (!text) return NULL;
    Value result = error_format(tuple_count(wanted) == 1 ? "%s(%S)" : "%s%S", type->name, text);
    release(text);
    return result;
}

static Value py_getter_reduce(const Ref *args) {
    return tuple_pack(2, type_ref(type_of(args[0])), as_getter(args[0])->wanted);
}

/* A tuple of what get answers for each. */
static Value get_all(Ref wanted, Ref self, Value (*get)(Ref self, Ref key)) {
    size_t count = tuple_count(wanted);
    Value result = tuple_new(count);
    for (size_t i = 0; result && i < count; i++) {
        Value item = get(self, tuple_peek(wanted, i));
        if (item) as_tuple(result)->items[i] = item;
        else clear_ref(&result);
    }
    return result;
}

/* itemgetter. */

static Value itemgetter_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    return new_getter(type, "itemgetter", args, count, keywords);
}

static inline Value get_item(Ref self, Ref key) {
    if (is_small_int(key) && is_exact(self, &type_tuple) && (uint64_t)small_int(key) < tuple_count(self))
        return retain(tuple_peek(self, (size_t)small_int(key)));
    return getitem(self, key);
}

static Value itemgetter_call(Ref v, const Ref *args, size_t count, Ref keywords) {
    if (!check_call("itemgetter", count, keywords)) return NULL;
    Ref wanted = as_getter(v)->wanted;
    if (LIKELY(tuple_count(wanted) == 1)) return get_item(args[0], tuple_peek(wanted, 0));
    return get_all(wanted, args[0], get_item);
}

static const NativeDef getter_methods[] = {
    {"__reduce__()", py_getter_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

/* How each of them is called. */
static Value get_text_signature(Ref self) { return str_from_text("(obj, /)"); }
static const GetSetDef getter_getsets[] = {
    {"__text_signature__", get_text_signature, NULL, DOC("The parameters of a call, as text.")},
    {0},
};

static const NativeDef itemgetter_construct = {"itemgetter(item, /, *items)", NULL, 0, 0};

Type type_itemgetter = {
    TYPE_HEAD(itemgetter),
    .name = "operator.itemgetter",
    .module = "operator",
    .doc = "A callable: g(x) is x[item], or with several items a tuple of them.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_2,
    .size = sizeof(Getter),
    .traverse = object_traverse_parts,
    .construct = &itemgetter_construct,
    .new_slot = itemgetter_new,
    .repr = getter_repr,
    .call = itemgetter_call,
    .methods = getter_methods,
    .getsets = getter_getsets,
};

/* attrgetter. */

static Value path_of(Ref name) {
    Value exact = is_exact_str(name) ? retain(name) : str_slice(name, 0, str_length(name));
    if (!exact) return NULL;
    if (str_find(exact, str_from_char('.'), 0, str_length(exact)) < 0) return intern_steal(exact);
    Value parts = call_method(exact, NAME(split), (const Ref[]){str_from_char('.')}, 1);
    release(exact);
    if (!parts) return NULL;
    for (size_t i = 0; i < list_count(parts); i++) as_list(parts)->items[i] = intern_steal(as_list(parts)->items[i]);
    Value path = tuple_of(parts);
    release(parts);
    return path;
}

static Value attrgetter_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    Value result = new_getter(type, "attrgetter", args, count, keywords);
    if (!result) return NULL;
    Value paths = as_getter(result)->paths = tuple_new(count);
    for (size_t i = 0; paths && i < count; i++) {
        Value path = is_str(args[i]) ? path_of(args[i]) : raise(&type_TypeError, "attribute name must be a string");
        as_tuple(paths)->items[i] = path;
        if (!path) paths = NULL;
    }
    if (!paths) clear_ref(&result);
    return result;
}

static Value get_path(Ref self, Ref path) {
    if (!is_tuple(path)) return getattr(self, path);
    Value v = retain(self);
    for (size_t i = 0; v && i < tuple_count(path); i++) slot_set_steal(&v, getattr(v, tuple_peek(path, i)));
    return v;
}

static Value attrgetter_call(Ref v, const Ref *args, size_t count, Ref keywords) {
    if (!check_call("attrgetter", count, keywords)) return NULL;
    Ref paths = as_getter(v)->paths;
    if (LIKELY(tuple_count(paths) == 1)) return get_path(args[0], tuple_peek(paths, 0));
    return get_all(paths, args[0], get_path);
}

static const NativeDef attrgetter_construct = {"attrgetter(attr, /, *attrs)", NULL, 0, 0};

Type type_attrgetter = {
    TYPE_HEAD(attrgetter),
    .name = "operator.attrgetter",
    .module = "operator",
    .doc = ""
           "A callable: g(x) is x.attr, or with several names a tuple of them. A name may have dots.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_2,
    .size = sizeof(Getter),
    .traverse = object_traverse_parts,
    .construct = &attrgetter_construct,
    .new_slot = attrgetter_new,
    .repr = getter_repr,
    .call = attrgetter_call,
    .methods = getter_methods,
    .getsets = getter_getsets,
};

/* methodcaller. */

typedef struct MethodCaller {
    Object head;
    Value name;   /* interned str */
    Value values; /* tuple of the arguments: positional ones, then those of names */
    Value names;  /* tuple of keyword names, or NULL */
} MethodCaller;

static MethodCaller *as_caller(Ref v) { return (MethodCaller *)object_of(v); }

static size_t positional_count(const MethodCaller *self) {
    return tuple_count(self->values) - (self->names ? tuple_count(self->names) : 0);
}

static Value methodcaller_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    if (count == 0) return raise(&type_TypeError, "methodcaller needs at least one argument, the method name");
    if (!is_str(args[0])) return raise(&type_TypeError, "method name must be a string");
    size_t named = has_names(keywords) ? tuple_count(keywords) : 0;
    Value values = tuple_from(args + 1, count - 1 + named);
    if (!values) return NULL;
    MethodCaller *self = object_new(as_type(type), sizeof(MethodCaller));
    self->name = intern_steal(is_exact_str(args[0]) ? retain(args[0]) : str_slice(args[0], 0, str_length(args[0])));
    self->values = values;
    if (named) self->names = retain(keywords);
    return value_of(self);
}

static Value methodcaller_call(Ref v, const Ref *args, size_t count, Ref keywords) {
    if (!check_call("methodcaller", count, keywords)) return NULL;
    const MethodCaller *self = as_caller(v);
    const Ref *values = refs(as_tuple(self->values)->items);
    if (!self->names) return call_method(args[0], self->name, values, tuple_count(self->values));
    Value method = getattr(args[0], self->name);
    Value result = method ? call(method, values, positional_count(self), self->names) : NULL;
    release_maybe(method);
    return result;
}

static bool write_repr(StrBuilder *b, Ref v) {
    Value text = repr_of(v);
    if (!text) return false;
    builder_str(b, text);
    release(text);
    return true;
}

static bool write_arguments(StrBuilder *b, const MethodCaller *self) {
    size_t positional = positional_count(self);
    for (size_t i = 0; i < tuple_count(self->values); i++) {
        builder_text(b, ", ");
        if (i >= positional) {
            builder_str(b, tuple_peek(self->names, i - positional));
            builder_char(b, '=');
        }
        if (!write_repr(b, tuple_peek(self->values, i))) return false;
    }
    builder_char(b, ')');
    return true;
}

static Value methodcaller_repr(Ref v) {
    Object *object = object_of(v);
    const Type *type = type_of(v);
    if (object->flags & OBJECT_IN_REPR) return error_format("%s(...)", type->name);
    StrBuilder b;
    builder_init(&b);
    object->flags |= OBJECT_IN_REPR;
    builder_format(&b, "%s(", type->name);
    bool done = write_repr(&b, as_caller(v)->name) && write_arguments(&b, as_caller(v));
    object->flags &= ~(uint32_t)OBJECT_IN_REPR;
    if (done) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

/* With keywords, it is made again by partial(methodcaller, name, **keywords)(*arguments). */
static Value py_methodcaller_reduce(const Ref *args) {
    const MethodCaller *self = as_caller(args[0]);
    size_t count = positional_count(self), named = tuple_count(self->values) - count;
    Ref words[2 + named];
    Value arguments, maker;
    if (!named) {
        maker = retain(type_ref(type_of(args[0])));
        arguments = tuple_new(1 + count);
        if (arguments) as_tuple(arguments)->items[0] = retain(self->name);
    } else {
        words[0] = type_ref(type_of(args[0]));
        words[1] = self->name;
        for (size_t i = 0; i < named; i++) words[2 + i] = tuple_peek(self->values, count + i);
        maker = call(type_ref(&type_partial), words, 2, self->names);
        arguments = tuple_new(count);
    }
    for (size_t i = 0; arguments && i < count; i++)
        as_tuple(arguments)->items[i + !named] = retain(tuple_peek(self->values, i));
    Value result = maker && arguments ? tuple_pack(2, maker, arguments) : NULL;
    release_maybe(maker);
    release_maybe(arguments);
    return result;
}

static const NativeDef methodcaller_methods[] = {
    {"__reduce__()", py_methodcaller_reduce, DOC("Return what copies and pickles are made from."), 0},
    {0},
};

static const NativeDef methodcaller_construct = {"methodcaller(name, /, *args, **kwargs)", NULL, 0, 0};

Type type_methodcaller = {
    TYPE_HEAD(methodcaller),
    .name = "operator.methodcaller",
    .module = "operator",
    .doc = "A callable: m(x) is x.name(*args, **kwargs).",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_3,
    .size = sizeof(MethodCaller),
    .traverse = object_traverse_parts,
    .construct = &methodcaller_construct,
    .new_slot = methodcaller_new,
    .repr = methodcaller_repr,
    .call = methodcaller_call,
    .methods = methodcaller_methods,
    .getsets = getter_getsets,
};
