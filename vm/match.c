#include "vm/match.h"

#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/interp/attr.h"
#include "vm/interp/attr_cache.h"

/* subject.get(key, marker) or the dict's own look-up. MISSING: not there. */
static Lookup key_value(Ref subject, Ref get, Ref marker, Ref key, Value *value) {
    if (is_exact(subject, &type_dict)) return dict_get(subject, key, value);
    Value got = call_2(get, key, marker);
    if (!got) return FAILED;
    if (got != marker) {
        *value = got;
        return FOUND;
    }
    release(got);
    return MISSING;
}

static Value collect_values(Ref subject, Ref keys, Ref get, Ref marker) {
    size_t count = tuple_count(keys);
    Value seen = set_new(), values = tuple_new(count), result = NULL;
    if (!seen || !values) goto done;
    for (size_t i = 0; i < count; i++) {
        Ref key = tuple_peek(keys, i);
        Lookup duplicate = set_contains(seen, key);
        if (duplicate == FOUND) raise(&type_ValueError, "mapping pattern checks duplicate key (%R)", key);
        if (duplicate != MISSING || !set_add(seen, key)) goto done;
        Value value;
        Lookup found = key_value(subject, get, marker, key, &value);
        if (found == FAILED) goto done;
        if (found == MISSING) {
            result = VALUE_NONE;
            goto done;
        }
        as_tuple(values)->items[i] = value;
    }
    result = retain(values);
done:
    release_maybe(seen);
    release_maybe(values);
    return result;
}

Value match_keys(Ref subject, Ref keys) {
    if (tuple_count(keys) == 0) return tuple_empty();
    if (is_exact(subject, &type_dict)) return collect_values(subject, keys, NULL, NULL);
    Value get = getattr(subject, NAME(get));
    if (!get) return NULL;
    Value marker = call_0(type_ref(&type_object)), result = marker ? collect_values(subject, keys, get, marker) : NULL;
    release_maybe(marker);
    release(get);
    return result;
}

/* Types that a single positional pattern matches as a whole. */
static bool matches_itself(const Type *type) {
    static const Type *const types[] = {&type_bool,  &type_bytearray, &type_bytes, &type_dict,
                                        &type_float, &type_frozenset, &type_int,   &type_list,
                                        &type_set,   &type_str,       &type_tuple};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (type == types[i] ||
            (type->flags & types[i]->flags & TYPE_FAMILY && type_is_subtype((Type *)type, (Type *)types[i])))
            return true;
    return false;
}

/* class.__match_args__, () when there is none; NULL on failure. */
static Value match_args(Ref class) {
    Ref plain = class_attribute_peek(class, NAME(dunder_match_args));
    if (plain && is_exact(plain, &type_tuple)) return retain(plain);
    Value args = NULL;
    Lookup found = getattr_try(class, NAME(dunder_match_args), &args);
    if (found == FAILED) return NULL;
    if (found == MISSING) return tuple_empty();
    if (is_exact(args, &type_tuple)) return args;
    raise(&type_TypeError, "%s.__match_args__ must be a tuple (got %T)", as_type(class)->name, args);
    release(args);
    return NULL;
}

/* The sub-patterns of a class pattern: positional ones are for the attributes that args names, the rest for names. */
typedef struct SubPatterns {
    Ref class, args, names;
    size_t positional;
} SubPatterns;

static Ref name_peek(const SubPatterns *of, size_t index) {
    return index < of->positional ? tuple_peek(of->args, index) : tuple_peek(of->names, index - of->positional);
}

/* The attribute that sub-pattern index is for. MISSING: the subject has none; FAILED also for a repeated name. */
static Lookup take_attribute(Ref subject, const SubPatterns *of, size_t index, Value *slot) {
    Ref name = name_peek(of, index);
    if (!is_exact(name, &type_str))
        return raise_failed(&type_TypeError, "__match_args__ elements must be strings (got %T)", name);
    for (size_t i = 0; i < index; i++)
        if (name_peek(of, i) == name || str_equal(name_peek(of, i), name))
            return raise_failed(&type_TypeError, "%s() got multiple sub-patterns for attribute %R",
                                as_type(of->class)->name, name);
    Ref known = str_is_interned(name) ? attr_cache_load(attr_cache_find(vm_of(), subject, name), subject) : NULL;
    if (!known) return getattr_try(subject, name, slot);
    *slot = retain(known);
    return FOUND;
}

static Lookup take_attributes(Ref subject, const SubPatterns *of, Value *slots) {
    bool whole = of->positional && tuple_count(of->args) == 0 && matches_itself(as_type(of->class));
    size_t allowed = whole ? 1 : tuple_count(of->args), count = of->positional + tuple_count(of->names);
    if (of->positional > allowed)
        return raise_failed(&type_TypeError, "%s() accepts %zu positional sub-pattern%s (%zu given)",
                            as_type(of->class)->name, allowed, allowed == 1 ? "" : "s", of->positional);
    SubPatterns rest = {of->class, of->args, of->names, whole ? 0 : of->positional};
    if (whole) *slots++ = retain(subject);
    Lookup found = FOUND;
    for (size_t i = 0; found == FOUND && i < count - whole; i++) found = take_attribute(subject, &rest, i, &slots[i]);
    return found;
}

Value match_class(Ref subject, Ref class, Ref names, uint32_t positional) {
    if (!is_type(class)) return raise(&type_TypeError, "called match pattern must be a class");
    Lookup is = is_instance(subject, class);
    if (is != FOUND) return is == FAILED ? NULL : VALUE_NONE;
    Value attributes = tuple_new(positional + tuple_count(names));
    if (!attributes) return NULL;
    Value args = positional ? match_args(class) : tuple_empty();
    SubPatterns of = {class, args, names, positional};
    Lookup found = args ? take_attributes(subject, &of, as_tuple(attributes)->items) : FAILED;
    release_maybe(args);
    if (found == FOUND) return attributes;
    release(attributes);
    return found == FAILED ? NULL : VALUE_NONE;
}
