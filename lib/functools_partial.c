/* lib/functools_partial.c - functools.partial: a callable with some arguments given in advance.
 *
 * Owns:      the type.
 * Invariant: see runtime/partial.h.
 * Not here:  partialmethod (lib/py/functools.py).
 */
#include "lib/warn.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/native.h"
#include "runtime/partial.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* Making. */

/* left and then count more. */
static Value joined(Ref left, const Ref *more, size_t count) {
    size_t first = left ? tuple_count(left) : 0;
    if (left && count == 0) return retain(left);
    Value tuple = tuple_new(first + count);
    for (size_t i = 0; tuple && i < first; i++) as_tuple(tuple)->items[i] = retain(tuple_peek(left, i));
    for (size_t i = 0; tuple && i < count; i++) as_tuple(tuple)->items[first + i] = retain(more[i]);
    return tuple;
}

/* A dict with these keywords over those of base. */
static Value merged(Ref base, const Ref *values, Ref names) {
    Value dict = base ? dict_copy(base) : dict_new();
    for (size_t i = 0; dict && names && i < tuple_count(names); i++)
        if (!dict_set(dict, tuple_peek(names, i), values[i])) clear_ref(&dict);
    return dict;
}

static Value partial_call(Ref v, const Ref *args, size_t count, Ref keywords);

/* A partial without attributes of its own is opened: the new one calls its function. */
static const Partial *nested(Ref function) {
    if (type_of(function)->call != partial_call) return NULL;
    const Partial *inner = as_partial(function);
    const Shape *shape = slots_of(function)->shape;
    return !shape || (!shape->is_dict && shape->count == 0) ? inner : NULL;
}

static Value partial_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    if (count == 0) return raise(&type_TypeError, "type 'partial' takes at least one argument");
    const Partial *inner = nested(args[0]);
    Ref function = inner ? inner->function : args[0];
    if (!type_of(function)->call) return raise(&type_TypeError, "the first argument must be callable");
    Value arguments = joined(inner ? inner->arguments : NULL, args + 1, count - 1);
    Value named = arguments ? merged(inner ? inner->keywords : NULL, args + count, keywords) : NULL;
    if (!named) {
        release_maybe(arguments);
        return NULL;
    }
    Partial *self = object_new(as_type(type), as_type(type)->size);
    self->function = retain(function);
    self->arguments = arguments;
    self->keywords = named;
    instance_give_shape(value_of(self));
    return value_of(self);
}

/* Calling. */

enum { FEW = 12 /* words for which the C stack has room */ };

static void put(Ref *words, const Ref *from, size_t count) {
    for (size_t i = 0; i < count; i++) words[i] = from[i];
}

/* words has room for all positional arguments. */
static Value call_positional(const Partial *self, const Ref *args, size_t count, Ref keywords, size_t named,
                             Ref *words) {
    size_t first = tuple_count(self->arguments);
    put(words, refs(as_tuple(self->arguments)->items), first);
    put(words + first, args, count + named);
    return call(self->function, words, first + count, keywords);
}

/* dict holds all keywords. */
static Value call_with_named(const Partial *self, const Ref *args, size_t count, Ref dict, Ref *words) {
    size_t first = tuple_count(self->arguments), total = first + count + dict_count(dict);
    put(words, refs(as_tuple(self->arguments)->items), first);
    put(words + first, args, count);
    Value *values = (Value *)(words + first + count), names = spread_keywords(self->function, dict, values);
    if (!names) return NULL;
    Value result = call(self->function, words, first + count, names);
    for (size_t i = first + count; i < total; i++) release((Value)(uintptr_t)words[i]);
    release(names);
    return result;
}

static Value call_with_words(const Partial *self, const Ref *args, size_t count, Ref keywords, Ref *words) {
    size_t named = keywords ? tuple_count(keywords) : 0;
    if (dict_count(self->keywords) == 0) return call_positional(self, args, count, keywords, named, words);
    if (named == 0) return call_with_named(self, args, count, self->keywords, words);
    Value dict = merged(self->keywords, args + count, keywords);
    Value result = dict ? call_with_named(self, args, count, dict, words) : NULL;
    release_maybe(dict);
    return result;
}

/* __setstate__ may change what self holds while the function runs: the call has references of its own. */
static Value call_held(const Partial *self, const Ref *args, size_t count, Ref keywords, Ref *words) {
    Partial held = {.function = retain(self->function), .arguments = retain(self->arguments)};
    held.keywords = self->keywords; /* is read before the function runs */
    Value result = call_with_words(&held, args, count, keywords, words);
    release(held.function);
    release(held.arguments);
    return result;
}

static Value partial_call(Ref v, const Ref *args, size_t count, Ref keywords) {
    const Partial *self = as_partial(v);
    size_t total = tuple_count(self->arguments) + dict_count(self->keywords) + count;
    if (keywords) total += tuple_count(keywords);
    if (LIKELY(total <= FEW)) {
        Ref words[FEW];
        return call_held(self, args, count, keywords, words);
    }
    Ref *words = mem_raw_try(&rt()->mem, total * sizeof(Ref));
    if (!words) return raise_memory();
    Value result = call_held(self, args, count, keywords, words);
    mem_raw_free(&rt()->mem, words, total * sizeof(Ref));
    return result;
}

/* Found on a class, a partial is what it is; later versions of Python will bind it. */
static Value partial_get(Ref self, Ref instance, Ref owner) {
    if (instance && !is_none(instance) &&
        !warn(&type_FutureWarning, "functools.partial will be a method descriptor in future Python versions; "
                                   "wrap it in staticmethod() if you want to preserve the old behavior"))
        return NULL;
    return retain(self);
}

/* repr. */

static bool write_repr(StrBuilder *b, const char *separator, Ref v) {
    Value held = retain(v), text = repr_of(held);
    release(held);
    if (!text) return false;
    builder_text(b, separator);
    builder_str(b, text);
    release(text);
    return true;
}

static bool write_keywords(StrBuilder *b, Ref keywords) {
    size_t position = 0;
    for (Ref key, value; dict_step(keywords, &position, &key, &value);) {
        Value held = retain(value), name = str_of(key);
        builder_text(b, ", ");
        if (name) builder_str(b, name);
        bool done = name && write_repr(b, "=", held);
        release_maybe(name);
        release(held);
        if (!done) return false;
    }
    return true;
}

static bool write_partial(StrBuilder *b, Ref v, const Partial *self) {
    Value name = type_full_name(type_of(v));
    builder_str(b, name);
    release(name);
    if (!write_repr(b, "(", self->function)) return false;
    for (size_t i = 0; i < tuple_count(self->arguments); i++)
        if (!write_repr(b, ", ", tuple_peek(self->arguments, i))) return false;
    if (!write_keywords(b, self->keywords)) return false;
    builder_char(b, ')');
    return true;
}

static Value partial_repr(Ref v) {
    Object *object = object_of(v);
    if (object->flags & OBJECT_IN_REPR) return str_from_text("...");
    const Partial *self = as_partial(v);
    Partial held = {
        .function = retain(self->function), .arguments = retain(self->arguments), .keywords = retain(self->keywords)};
    StrBuilder b;
    builder_init(&b);
    object->flags |= OBJECT_IN_REPR;
    bool done = write_partial(&b, v, &held);
    object->flags &= ~(uint32_t)OBJECT_IN_REPR;
    release(held.function);
    release(held.arguments);
    release(held.keywords);
    if (done) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

/* Copies and pickles. */

static Value py_partial_reduce(const Ref *args) {
    const Partial *self = as_partial(args[0]);
    const Shape *shape = slots_of(args[0])->shape;
    Value dict = shape && (shape->is_dict || shape->count) ? instance_dict(args[0]) : VALUE_NONE;
    Value made_of = tuple_pack(1, self->function);
    Value state = tuple_pack(4, self->function, self->arguments, self->keywords, dict);
    Value result = made_of && state ? tuple_pack(3, type_ref(type_of(args[0])), made_of, state) : NULL;
    release(dict);
    release_maybe(made_of);
    release_maybe(state);
    return result;
}

static Value exact_dict(Ref v) {
    if (is_none(v)) return dict_new();
    return is_exact(v, &type_dict) ? retain(v) : dict_copy(v);
}

static Value py_partial_setstate(const Ref *args) {
    Ref state = args[1];
    if (!is_tuple(state) || tuple_count(state) != 4) return raise(&type_TypeError, "invalid partial state");
    Ref function = tuple_peek(state, 0), given = tuple_peek(state, 1), named = tuple_peek(state, 2);
    Ref dict = tuple_peek(state, 3);
    if (!type_of(function)->call || !is_tuple(given) || (!is_none(named) && !is_dict(named)))
        return raise(&type_TypeError, "invalid partial state");
    Value arguments =
        is_exact(given, &type_tuple) ? retain(given) : tuple_from(refs(as_tuple(given)->items), tuple_count(given));
    Value keywords = arguments ? exact_dict(named) : NULL;
    if (!keywords) {
        release_maybe(arguments);
        return NULL;
    }
    Partial *self = as_partial(args[0]);
    slot_set(&self->function, function);
    slot_set_steal(&self->arguments, arguments);
    slot_set_steal(&self->keywords, keywords);
    if (is_none(dict)) instance_clear_dict(args[0]);
    else if (!instance_set_dict(args[0], dict)) return NULL;
    return VALUE_NONE;
}

static void partial_traverse(Ref v, Visit visit, void *context) {
    Partial *self = as_partial(v);
    visit(self->function, context);
    visit(self->arguments, context);
    visit(self->keywords, context);
    instance_traverse(v, visit, context);
}

static Value get_function(Ref v) { return retain(as_partial(v)->function); }
static Value get_arguments(Ref v) { return retain(as_partial(v)->arguments); }
static Value get_keywords(Ref v) { return retain(as_partial(v)->keywords); }

static const GetSetDef partial_getsets[] = {
    {"func", get_function, NULL, DOC("The function that is called."), true},
    {"args", get_arguments, NULL, DOC("Positional arguments given in advance."), true},
    {"keywords", get_keywords, NULL, DOC("Keyword arguments given in advance."), true},
    {"__dict__", instance_dict, instance_set_dict, 0},
    {0},
};

static const NativeDef partial_methods[] = {
    {"__reduce__()", py_partial_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__setstate__(object, /)", py_partial_setstate, DOC("Take over function, arguments, keywords and attributes."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

static const NativeDef partial_construct = {"partial(func, /, *args, **keywords)", NULL, 0, 0};

Type type_partial = {
    TYPE_HEAD(partial),
    .name = "functools.partial",
    .module = "functools",
    .doc = ""
           "A callable that calls func with these arguments and those of the call.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(Partial),
    .shape_offset = offsetof(Partial, slots),
    .traverse = partial_traverse,
    .dispose = instance_dispose,
    .construct = &partial_construct,
    .new_slot = partial_new,
    .repr = partial_repr,
    .call = partial_call,
    .get = partial_get,
    .methods = partial_methods,
    .getsets = partial_getsets,
};
