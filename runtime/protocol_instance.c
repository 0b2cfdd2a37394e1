/* runtime/protocol_instance.c - is it an instance, is it a subclass.
 *
 * Owns:      isinstance and issubclass with their hooks.
 * Invariant: an answer is FOUND or MISSING.
 * Not here:  the MRO (type.c).
 */
#include "runtime/protocol.h"

#include "runtime/intern.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "runtime/union.h"

/* What has a tuple __bases__ passes for a class. FOUND: *bases is it. */
static Lookup abstract_bases(Ref class, Value *bases) {
    Lookup found = getattr_try(class, NAME(dunder_bases), bases);
    if (found != FOUND || is_tuple(*bases)) return found;
    clear_ref(bases);
    return MISSING;
}

static Lookup check_class(Ref class, const char *error) {
    Value bases = NULL;
    Lookup found = abstract_bases(class, &bases);
    release_maybe(bases);
    return found == MISSING ? raise_failed(&type_TypeError, "%s", error) : found;
}

static Lookup abstract_subclass(Ref derived, Ref class) {
    if (derived == class) return FOUND;
    Value bases = NULL;
    Lookup found = abstract_bases(derived, &bases);
    if (found != FOUND) return found;
    found = MISSING;
    if (recursion_enter(" in __issubclass__")) {
        for (size_t i = 0; found == MISSING && i < tuple_count(bases); i++) {
            found = abstract_subclass(tuple_peek(bases, i), class);
        }
        recursion_leave();
    } else {
        found = FAILED;
    }
    release(bases);
    return found;
}

Lookup type_claimed_instance(Ref self, Ref class) {
    Type *type = type_of(self);
    if (!is_type(class)) {
        Lookup good = check_class(class, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        if (good != FOUND) return good;
    } else if (type_uses_generic_getattr(type) &&
               is_exact(type_lookup_peek(type, NAME(dunder_class)), &type_getset_descriptor)) {
        return MISSING; /* object's own __class__ says what we know */
    }
    Value claimed = NULL;
    Lookup found = getattr_try(self, NAME(dunder_class), &claimed);
    if (found != FOUND) return found;
    if (!is_type(class)) {
        found = abstract_subclass(claimed, class);
    } else {
        bool other = is_type(claimed) && as_type(claimed) != type;
        found = other && type_is_subtype(as_type(claimed), as_type(class)) ? FOUND : MISSING;
    }
    release(claimed);
    return found;
}

Lookup type_real_instance(Ref self, Ref class) {
    if (is_type(class) && type_is_subtype(type_of(self), as_type(class))) return FOUND;
    return type_claimed_instance(self, class);
}

Lookup type_real_subclass(Ref type, Ref class) {
    if (is_type(type) && is_type(class)) return type_is_subtype(as_type(type), as_type(class)) ? FOUND : MISSING;
    Lookup good = check_class(type, "issubclass() arg 1 must be a class");
    if (good != FOUND) return good;
    good = check_class(class, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return good == FOUND ? abstract_subclass(type, class) : good;
}

typedef Lookup (*Check)(Ref self, Ref class);

static Lookup check_any(Check check, Ref self, Ref classes) {
    if (!recursion_enter(check == is_instance ? " in __instancecheck__" : " in __subclasscheck__")) return FAILED;
    Lookup found = MISSING;
    for (size_t i = 0; found == MISSING && i < tuple_count(classes); i++) found = check(self, tuple_peek(classes, i));
    recursion_leave();
    return found;
}

/* The answer of the metaclass's hook. MISSING in *called: it has none. */
static Lookup ask_hook(Ref class, Ref hook_name, Ref self, Lookup *called) {
    Value result = NULL;
    *called = call_special(class, hook_name, &self, 1, &result);
    if (*called != FOUND) return *called;
    Lookup answer = truth(result);
    release(result);
    return answer;
}

/* None stands for its type in a union. */
static Lookup in_union(Check check, Ref self, Ref classes) {
    Lookup found = MISSING;
    for (size_t i = 0; found == MISSING && i < tuple_count(classes); i++) {
        Ref class = tuple_peek(classes, i);
        found = check(self, is_none(class) ? type_ref(&type_none) : class);
    }
    return found;
}

Lookup is_instance(Ref self, Ref class) {
    if (type_ref(type_of(self)) == class) return FOUND;
    if (is_exact(class, &type_type)) return type_real_instance(self, class);
    if (is_tuple(class)) return check_any(is_instance, self, class);
    if (is_exact(class, &type_union)) return in_union(is_instance, self, union_args_peek(class));
    if (is_exact(class, &type_generic_alias)) {
        return raise_failed(&type_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
    }
    Lookup called, answer = ask_hook(class, NAME(dunder_instancecheck), self, &called);
    return called == MISSING ? type_real_instance(self, class) : answer;
}

Lookup is_subclass(Ref type, Ref class) {
    if (is_exact(class, &type_type)) return type == class ? FOUND : type_real_subclass(type, class);
    if (is_tuple(class)) return check_any(is_subclass, type, class);
    if (is_exact(class, &type_union)) return in_union(is_subclass, type, union_args_peek(class));
    if (is_exact(class, &type_generic_alias)) {
        return raise_failed(&type_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
    }
    Lookup called, answer = ask_hook(class, NAME(dunder_subclasscheck), type, &called);
    return called == MISSING ? type_real_subclass(type, class) : answer;
}
