#include "vm/match.h"

#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/tuple.h"

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

/* Appends subject.name to the tuple at *filled. MISSING: it has none; FAILED also for a repeated name. */
static Lookup take_attribute(Ref subject, Ref class, Ref name, Ref seen, Value *slot) {
    Lookup repeated = set_contains(seen, name);
    if (repeated == FAILED) return FAILED;
    if (repeated == FOUND)
        return raise_failed(&type_TypeError, "%s() got multiple sub-patterns for attribute %R", as_type(class)->name,
                            name);
    if (!set_add(seen, name)) return FAILED;
    return getattr_try(subject, name, slot);
}

/* class.__match_args__, () when there is none; NULL on failure. */
static Value match_args(Ref class) {
    Value args = NULL;
    Lookup found = getattr_try(class, NAME(dunder_match_args), &args);
    if (found == FAILED) return NULL;
    if (found == MISSING) return tuple_empty();
    if (is_exact(args, &type_tuple)) return args;
    raise(&type_TypeError, "%s.__match_args__ must be a tuple (got %T)", as_type(class)->name, args);
    release(args);
    return NULL;
}

static Lookup positional_attributes(Ref subject, Ref class, uint32_t positional, Ref seen, Value *slots) {
    Value args = match_args(class);
    if (!args) return FAILED;
    bool whole = tuple_count(args) == 0 && matches_itself(as_type(class));
    size_t allowed = whole ? 1 : tuple_count(args);
    Lookup found = FOUND;
    if (positional > allowed)
        found = raise_failed(&type_TypeError, "%s() accepts %zu positional sub-pattern%s (%u given)",
                             as_type(class)->name, allowed, allowed == 1 ? "" : "s", positional);
    else if (whole) slots[0] = retain(subject);
    for (uint32_t i = 0; !whole && found == FOUND && i < positional; i++) {
        Ref name = tuple_peek(args, i);
        if (!is_exact(name, &type_str))
            found = raise_failed(&type_TypeError, "__match_args__ elements must be strings (got %T)", name);
        else found = take_attribute(subject, class, name, seen, &slots[i]);
    }
    release(args);
    return found;
}

Value match_class(Ref subject, Ref class, Ref names, uint32_t positional) {
    if (!is_type(class)) return raise(&type_TypeError, "called match pattern must be a class");
    Lookup is = is_instance(subject, class);
    if (is != FOUND) return is == FAILED ? NULL : VALUE_NONE;
    Value attributes = tuple_new(positional + tuple_count(names)), seen = set_new();
    Lookup found = attributes && seen ? FOUND : FAILED;
    if (found == FOUND && positional)
        found = positional_attributes(subject, class, positional, seen, as_tuple(attributes)->items);
    for (size_t i = 0; found == FOUND && i < tuple_count(names); i++)
        found =
            take_attribute(subject, class, tuple_peek(names, i), seen, &as_tuple(attributes)->items[positional + i]);
    release_maybe(seen);
    if (found == FOUND) return attributes;
    release_maybe(attributes);
    return found == FAILED ? NULL : VALUE_NONE;
}
