/* runtime/protocol_call.c - calls.
 *
 * Owns:      the ways of calling.
 * Invariant: arguments are borrowed by whoever is called.
 * Not here:  binding to parameters (signature.c, vm/bind.c).
 */
#include "runtime/protocol.h"

#include "runtime/dict.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static COLD Value raise_recursion(void) { return raise(&type_RecursionError, "maximum recursion depth exceeded"); }

/* What a module has under its own name is what was meant: pprint(x) after import pprint. */
static COLD Value raise_not_callable(Ref callable) {
    Value name = is_exact(callable, &type_module) ? retain_maybe(module_peek(callable, NAME(dunder_name))) : NULL;
    Value meant = NULL;
    if (name && is_str(name) && getattr_try(callable, name, &meant) == FAILED) error_clear();
    if (meant && type_of(meant)->call) {
        raise(&type_TypeError, "'%T' object is not callable. Did you mean: '%S.%S(...)'?", callable, name, name);
    } else {
        raise(&type_TypeError, "'%T' object is not callable", callable);
    }
    release_maybe(meant);
    release_maybe(name);
    return NULL;
}

Value call(Ref callable, const Ref *args, size_t count, Ref keywords) {
    CallSlot slot = type_of(callable)->call;
    if (UNLIKELY(!slot)) return raise_not_callable(callable);
    if (UNLIKELY(c_stack_low())) return raise_recursion(); /* a long row of callables that call each other */
    return slot(callable, args, count, keywords);
}

Value call_0(Ref callable) { return call(callable, NULL, 0, NULL); }
Value call_1(Ref callable, Ref a) { return call(callable, &a, 1, NULL); }
Value call_2(Ref callable, Ref a, Ref b) { return call(callable, (const Ref[]){a, b}, 2, NULL); }

Value spread_keywords(Ref callable, Ref keywords, Value *values) {
    Value names = tuple_new(dict_count(keywords));
    size_t position = 0, i = 0;
    bool text = names;
    for (Ref key, value; names && dict_step(keywords, &position, &key, &value); i++) {
        text = text && is_str(key);
        as_tuple(names)->items[i] = retain(key);
        values[i] = retain(value);
    }
    if (LIKELY(text) || (names && native_takes_any_keys(callable))) return names;
    if (names && !type_of(callable)->call) raise_not_callable(callable);
    else if (names) raise(&type_TypeError, "keywords must be strings");
    while (i > 0) clear_ref(&values[--i]);
    release_maybe(names);
    return NULL;
}

Value spread_arguments(Ref callable, const Ref *args, size_t count, Ref keywords, Value *names) {
    Value all = tuple_new(count + dict_count(keywords));
    *names = all ? spread_keywords(callable, keywords, as_tuple(all)->items + count) : NULL;
    if (!*names) {
        release_maybe(all);
        return NULL;
    }
    for (size_t i = 0; i < count; i++) as_tuple(all)->items[i] = retain(args[i]);
    return all;
}

Value call_with_dict(Ref callable, const Ref *args, size_t count, Ref keywords) {
    if (!dict_count(keywords)) return call(callable, args, count, NULL);
    Value names, all = spread_arguments(callable, args, count, keywords, &names);
    if (!all) return NULL;
    Value result = call(callable, refs(as_tuple(all)->items), count, names);
    release(all);
    release(names);
    return result;
}

enum { FEW = 16 /* arguments for which the C stack has room */ };

static Value call_with_many(Ref callable, Ref first, const Ref *args, size_t total, size_t count, Ref keywords) {
    size_t size = (total + 1) * sizeof(Ref);
    Ref *words = mem_raw_try(&rt()->mem, size);
    if (!words) return raise_memory();
    words[0] = first;
    for (size_t i = 0; i < total; i++) words[i + 1] = args[i];
    Value result = call(callable, words, count + 1, keywords);
    mem_raw_free(&rt()->mem, words, size);
    return result;
}

Value call_with_first(Ref callable, Ref first, const Ref *args, size_t count, Ref keywords) {
    size_t total = count + (keywords ? tuple_count(keywords) : 0);
    if (UNLIKELY(total >= FEW)) return call_with_many(callable, first, args, total, count, keywords);
    Ref words[FEW];
    words[0] = first;
    for (size_t i = 0; i < total; i++) words[i + 1] = args[i];
    return call(callable, words, count + 1, keywords);
}

/* True of what takes self as its first argument when it is found on a class. */
static inline bool takes_self(const Type *type) { return type->flags & TYPE_METHOD; }

static Value bind(Ref attr, Ref self) {
    GetSlot get = type_of(attr)->get;
    return get ? get(attr, self, type_ref(type_of(self))) : retain(attr);
}

Value call_attribute(Ref attr, const Ref *args, size_t count, Ref keywords) {
    const Type *type = type_of(attr);
    bool direct = takes_self(type);
    Value callable = direct ? retain(attr) : bind(attr, args[0]);
    if (!callable) return NULL;
    Value result = direct ? type->call(callable, args, count, keywords) : call(callable, args + 1, count - 1, keywords);
    release(callable);
    return result;
}

Value call_attribute_with(Ref attr, Ref self, const Ref *args, size_t count, Ref keywords) {
    bool direct = takes_self(type_of(attr));
    Value callable = direct ? retain(attr) : bind(attr, self);
    if (!callable) return NULL;
    Value result =
        direct ? call_with_first(callable, self, args, count, keywords) : call(callable, args, count, keywords);
    release(callable);
    return result;
}

/* The method that self.name is when looking it up would only bind a function of the class; borrowed, or NULL. */
static Ref plain_method_peek(Ref self, Ref name) {
    Type *type = type_of(self);
    if (!type_uses_generic_getattr(type)) return NULL;
    Ref attr = type_lookup_peek(type, name);
    if (!attr || !takes_self(type_of(attr))) return NULL;
    if (!(type->flags & TYPE_DICT) || !type->shape_offset) return attr;
    return instance_has_odd_keys(self) || instance_peek(self, name) ? NULL : attr;
}

Value call_method(Ref self, Ref name, const Ref *args, size_t count) {
    Ref method = str_is_interned(name) ? plain_method_peek(self, name) : NULL;
    if (method) return call_attribute_with(method, self, args, count, NULL);
    Value bound = getattr(self, name);
    if (!bound) return NULL;
    Value result = call(bound, args, count, NULL);
    release(bound);
    return result;
}

Lookup call_special(Ref self, Ref name, const Ref *args, size_t count, Value *result) {
    Ref method = type_lookup_peek(type_of(self), name);
    if (!method) return MISSING;
    *result = call_attribute_with(method, self, args, count, NULL);
    return *result ? FOUND : FAILED;
}
