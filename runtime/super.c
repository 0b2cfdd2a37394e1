/* runtime/super.c - the type `super`.
 *
 * Owns:      struct Super.
 * Invariant: self_type is set whenever self is.
 * Not here:  super().name in a method, which the VM does without an object (vm/interp/attr.c).
 */
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

typedef struct Super {
    Object head;
    Value class;     /* attributes are looked for behind it */
    Value self;      /* instance or class that they are bound to, or NULL: unbound */
    Value self_type; /* type whose MRO is searched, or NULL */
} Super;

static Super *as_super(Ref v) { return (Super *)object_of(v); }

static Value raise_unrelated(Ref class, Ref self) {
    if (is_type(self)) {
        return raise(&type_TypeError, "super(type, obj): obj (type %N) is not an instance or subtype of type (%N).",
                     as_type(self), as_type(class));
    }
    return raise(&type_TypeError, "super(type, obj): obj (instance of %T) is not an instance or subtype of type (%N).",
                 self, as_type(class));
}

/* The type whose MRO holds class: self's own when self is a class, else that of self, else what self claims. */
static Value type_for(Ref class, Ref self) {
    if (is_type(self) && type_is_subtype(as_type(self), as_type(class))) return retain(self);
    if (type_is_subtype(type_of(self), as_type(class))) return retain(type_ref(type_of(self)));
    if (UNLIKELY(c_stack_low())) /* a __getattribute__ that is a super object asks itself */
        return raise(&type_RecursionError, "maximum recursion depth exceeded");
    Value claimed = NULL;
    Lookup found = getattr_try(self, NAME(dunder_class), &claimed);
    if (found == FAILED) return NULL;
    if (found == FOUND && is_type(claimed) && type_is_subtype(as_type(claimed), as_type(class))) return claimed;
    release_maybe(claimed);
    return raise_unrelated(class, self);
}

/* What __init__ does; the fields may be set already. */
static bool set(Ref super, Ref class, Ref self) {
    Value self_type = self ? type_for(class, self) : NULL;
    if (self && !self_type) return false;
    slot_set(&as_super(super)->class, class);
    slot_set(&as_super(super)->self, self);
    slot_set_steal(&as_super(super)->self_type, self_type);
    return true;
}

static Value super_make(Type *type) { return value_of((Super *)object_new(type, type->size)); }

static bool super_init(Ref super, const Ref *args, size_t count, Ref keywords) {
    Ref class = count > 0 ? args[0] : NULL, self = count > 1 && !is_none(args[1]) ? args[1] : NULL;
    if (keywords && tuple_count(keywords)) return raise_false(&type_TypeError, "super() takes no keyword arguments");
    if (count > 2) return raise_false(&type_TypeError, "super() expected at most 2 arguments, got %zu", count);
    if (count == 0 && !type_hooks.super_arguments(&class, &self)) return false;
    if (!is_type(class)) return raise_false(&type_TypeError, "super() argument 1 must be a type, not %T", class);
    return set(super, class, self);
}

static Value py_super_init(const Ref *args) { return VALUE_NONE; }
static const NativeDef super_init_def = {"super(*args, **kwargs)", py_super_init, 0, NATIVE_METHOD};

static Value super_getattr(Ref self, Ref name) {
    const Super *super = as_super(self);
    if (!super->self_type || name == NAME(dunder_class)) return type_getattr_generic(self, name);
    Ref found = type_lookup_after_peek(as_type(super->self_type), as_type(super->class), name);
    if (!found) return type_getattr_generic(self, name);
    GetSlot get = type_of(found)->get;
    if (!get) return retain(found);
    Value held = retain(found);
    Value result = get(held, super->self == super->self_type ? NULL : super->self, super->self_type);
    release(held);
    return result;
}

/* An unbound super in a class binds itself when it is looked up on an instance. */
static Value super_get(Ref self, Ref instance, Ref owner) {
    const Super *super = as_super(self);
    if (!instance || is_none(instance) || super->self || !super->class) return retain(self);
    if (!is_exact(self, &type_super)) return call_2(type_ref(type_of(self)), super->class, instance);
    Value bound = super_make(&type_super);
    if (set(bound, super->class, instance)) return bound;
    release(bound);
    return NULL;
}

static Value super_repr(Ref self) {
    const Super *super = as_super(self);
    if (!super->class) return str_from_text("<super: <class 'NULL'>, NULL>");
    if (!super->self_type) return error_format("<super: <class '%N'>, NULL>", as_type(super->class));
    return error_format("<super: <class '%N'>, <%N object>>", as_type(super->class), as_type(super->self_type));
}

static Value or_none(Ref v) { return v ? retain(v) : VALUE_NONE; }
static Value get_class(Ref self) { return or_none(as_super(self)->class); }
static Value get_self(Ref self) { return or_none(as_super(self)->self); }
static Value get_self_type(Ref self) { return or_none(as_super(self)->self_type); }

static const GetSetDef super_getsets[] = {
    {"__thisclass__", get_class, NULL, DOC("the class invoking super()"), true},
    {"__self__", get_self, NULL, DOC("the object that methods are bound to, or None"), true},
    {"__self_class__", get_self_type, NULL, DOC("the class whose MRO is searched, or None"), true},
    {0},
};

Type type_super = {
    TYPE_HEAD(super),
    .name = "super",
    .doc = "The attributes of the classes behind type in the order of resolution of obj's class, bound to\n"
           "obj; with a subclass type2 of type, in type2's. Without arguments, those of the method it is in.",
    .flags = TYPE_CONTAINER | TYPE_PARTS_3,
    .size = sizeof(Super),
    .traverse = object_traverse_parts,
    .make = super_make,
    .init = &super_init_def,
    .init_slot = super_init,
    .repr = super_repr,
    .getattr = super_getattr,
    .get = super_get,
    .getsets = super_getsets,
};
