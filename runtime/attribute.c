/* runtime/attribute.c - getattr and setattr of objects and of classes.
 *
 * Owns:      the rule by which an attribute is found and set, and the errors when it is not.
 * Invariant: data descriptors of the type, then what the object has itself, then the rest of the type.
 * Not here:  what descriptors do (descriptor.c), where instances keep attributes (instance.c).
 */
#include "runtime/type.h"

#include <stdarg.h>

#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/slots.h"
#include "runtime/str.h"

/* ---- errors ---- */

Value raise_attribute(Ref self, Ref name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_format_list(format, arguments);
    va_end(arguments);
    if (!text) return NULL;
    raise_with(&type_AttributeError, text);
    release(text);
    Value error = error_take();
    if (is_exact(error, &type_AttributeError)) {
        slot_set(&as_exception(error)->fields[0], name);
        slot_set(&as_exception(error)->fields[1], self);
    }
    error_restore_steal(error);
    return NULL;
}

Value raise_no_attribute(Ref self, Ref name) {
    if (is_type(self))
        return raise_attribute(self, name, "type object '%N' has no attribute '%S'", as_type(self), name);
    return raise_attribute(self, name, "'%T' object has no attribute '%S'", self, name);
}

/* ---- names ---- */

/* Look-up compares interned strings by identity. Takes name over into *held when another must stand in for it. */
static COLD Ref interned_name(Ref name, Value *held) {
    if (!check_attribute_name(name)) return NULL;
    Value plain = is_exact(name, &type_str) ? retain(name) : str_slice(name, 0, str_length(name));
    return plain ? *held = intern_steal(plain) : NULL;
}

static inline bool is_ready(Ref name) { return is_exact(name, &type_str) && str_is_interned(name); }

/* ---- instances: data descriptor, own attribute, class attribute ---- */

static inline Lookup found_if(Value value, Value *result) {
    *result = value;
    return LIKELY(value != NULL) ? FOUND : FAILED;
}

static Lookup get_through(Ref attribute, GetSlot get, Ref self, Type *type, Value *result) {
    Value held = retain(attribute); /* the class may drop it meanwhile */
    Lookup found = found_if(get(attribute, self, type_ref(type)), result);
    release(held);
    return found;
}

/* The value of a __slots__ attribute, or NULL: then its descriptor says why there is none. */
static inline Ref member_peek(Ref attribute, Ref self, Type *type) {
    const Member *member = as_member(attribute);
    return type_is_subtype(type, member->owner) ? slots_of(self)->words[member->index] : NULL;
}

/* Own attributes before the type's, when comparing keys may take the type's away. */
static COLD Lookup find_among_odd_keys(Ref self, Ref name, Ref attribute, Value *result) {
    Value held = retain(attribute);
    Ref own = instance_peek(self, name);
    GetSlot get = type_of(held)->get;
    Lookup found = own ? found_if(retain(own), result)
                       : found_if(get ? get(held, self, type_ref(type_of(self))) : retain(held), result);
    release(held);
    return found;
}

static Lookup find(Ref self, Ref name, Value *result) {
    Type *type = type_of(self);
    Ref attribute = type_lookup_peek(type, name);
    GetSlot get = NULL;
    if (attribute) {
        const Type *kind = type_of(attribute);
        if (kind == &type_member_descriptor && !as_member(attribute)->def) {
            Ref value = member_peek(attribute, self, type);
            if (LIKELY(value != NULL)) return found_if(retain(value), result);
        }
        get = kind->get;
        if (get && kind->set) return get_through(attribute, get, self, type, result);
    }
    if (type->flags & TYPE_DICT && type->shape_offset) {
        if (UNLIKELY(attribute && instance_has_odd_keys(self)))
            return find_among_odd_keys(self, name, attribute, result);
        Ref own = instance_peek(self, name);
        if (own) return found_if(retain(own), result);
    }
    if (get) return get_through(attribute, get, self, type, result);
    return attribute ? found_if(retain(attribute), result) : MISSING;
}

Lookup type_getattr_generic_try(Ref self, Ref name, Value *result) {
    if (LIKELY(is_ready(name))) return find(self, name, result);
    Value held = NULL;
    Ref interned = interned_name(name, &held);
    if (!interned) return FAILED;
    Lookup found = find(self, interned, result);
    release(held);
    return found;
}

Value type_getattr_generic(Ref self, Ref name) {
    Value result = NULL;
    return type_getattr_generic_try(self, name, &result) == MISSING ? raise_no_attribute(self, name) : result;
}

static bool set_through(Ref attribute, SetSlot set, Ref self, Ref value) {
    Value held = retain(attribute);
    bool done = set(attribute, self, value);
    release(held);
    return done;
}

static bool refuse_set(Ref self, Ref name, Ref value, bool on_class) {
    const Type *type = type_of(self);
    if (on_class && !(type->flags & TYPE_DICT)) {
        raise_attribute(self, name, "'%T' object attribute '%S' is read-only", self, name);
    } else if (type->flags & TYPE_DICT || !type_uses_generic_setattr(type)) {
        raise_no_attribute(self, name);
    } else {
        raise_attribute(self, name, "'%T' object has no attribute '%S' and no __dict__ for setting new attributes",
                        self, name);
    }
    return false;
}

static bool store(Ref self, Ref name, Ref value) {
    Type *type = type_of(self);
    Ref attribute = type_lookup_peek(type, name);
    SetSlot set = attribute ? type_of(attribute)->set : NULL;
    if (set && value && is_slot_member(attribute) && member_peek(attribute, self, type)) {
        slot_set(&slots_of(self)->words[as_member(attribute)->index], value);
        return true;
    }
    if (set) return set_through(attribute, set, self, value);
    if (LIKELY(type->flags & TYPE_DICT && type->shape_offset)) {
        Lookup stored = instance_set(self, name, value);
        if (LIKELY(stored == FOUND)) return true;
        if (stored == FAILED) return false;
    }
    return refuse_set(self, name, value, attribute != NULL);
}

bool type_setattr_generic(Ref self, Ref name, Ref value) {
    if (LIKELY(is_ready(name))) return store(self, name, value);
    Value held = NULL;
    Ref interned = interned_name(name, &held);
    if (!interned) return false;
    bool done = store(self, interned, value);
    release(held);
    return done;
}

/* ---- classes: the metaclass's data descriptors, the class's own MRO, the rest of the metaclass ---- */

static Lookup find_in_class(Type *self, Ref name, Value *result) {
    Type *metatype = self->head.type;
    Ref meta_attribute = type_lookup_peek(metatype, name);
    GetSlot meta_get = NULL;
    if (meta_attribute) {
        const Type *kind = type_of(meta_attribute);
        meta_get = kind->get;
        if (meta_get && kind->set) return get_through(meta_attribute, meta_get, type_ref(self), metatype, result);
    }
    Ref attribute = type_lookup_peek(self, name);
    if (attribute) {
        GetSlot get = type_of(attribute)->get;
        return get ? get_through(attribute, get, NULL, self, result) : found_if(retain(attribute), result);
    }
    if (meta_get) return get_through(meta_attribute, meta_get, type_ref(self), metatype, result);
    return meta_attribute ? found_if(retain(meta_attribute), result) : MISSING;
}

Lookup type_getattr_class_try(Ref self, Ref name, Value *result) {
    Value held = NULL;
    Ref interned = LIKELY(is_ready(name)) ? name : interned_name(name, &held);
    if (!interned) return FAILED;
    Lookup found = find_in_class(as_type(self), interned, result);
    release_maybe(held);
    return found;
}

Value type_getattr_class(Ref self, Ref name) {
    Value result = NULL;
    return type_getattr_class_try(self, name, &result) == MISSING ? raise_no_attribute(self, name) : result;
}

static bool store_in_class(Type *self, Ref name, Ref value) {
    Ref meta_attribute = type_lookup_peek(self->head.type, name);
    SetSlot set = meta_attribute ? type_of(meta_attribute)->set : NULL;
    if (set) return set_through(meta_attribute, set, type_ref(self), value);
    if (value) {
        type_set_attribute(self, name, value);
        return true;
    }
    if (type_replace_attribute(self, name, NULL)) return true;
    raise_no_attribute(type_ref(self), name);
    return false;
}

bool type_setattr_class(Ref self, Ref name, Ref value) {
    Value held = NULL;
    Ref interned = LIKELY(is_ready(name)) ? name : interned_name(name, &held);
    if (!interned) return false;
    bool done;
    if (as_type(self)->flags & TYPE_HEAP) {
        done = store_in_class(as_type(self), interned, value);
    } else {
        done = raise_false(&type_TypeError, "cannot set %R attribute of immutable type '%N'", name, as_type(self));
    }
    release_maybe(held);
    return done;
}
