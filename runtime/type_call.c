/* runtime/type_call.c - what calling a class does.
 *
 * Owns:      making and initialising of instances, the rules about arguments that nobody wants.
 * Invariant: __init__ runs only for instances of the class that was called.
 * Not here:  making of classes (class_new.c), the methods of type (type_type.c).
 */
#include "runtime/type_type.h"

#include "runtime/dispatch.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/signature.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static COLD Value raise_abstract(Type *type) {
    Value methods = retain_maybe(type_own_peek(type, NAME(dunder_abstractmethods))), comma = str_from_text("', '");
    Value sorted = methods ? list_of(methods) : list_new(0), text = NULL;
    if (sorted && list_sort(sorted, NULL, false) && (text = str_join(comma, sorted))) {
        raise(&type_TypeError,
              "Can't instantiate abstract class %N without an implementation for abstract method%s '%S'", type,
              list_count(sorted) > 1 ? "s" : "", text);
    }
    release_maybe(text);
    release_maybe(sorted);
    release(comma);
    release_maybe(methods);
    return NULL;
}

Value object_make(Type *type) {
    if (UNLIKELY(type->flags & TYPE_ABSTRACT)) return raise_abstract(type);
    if (LIKELY(type->shape_offset == sizeof(Object))) return instance_new(type);
    return value_of(object_new(type, type->size));
}

static bool has_arguments(size_t count, Ref keywords) { return count || (keywords && tuple_count(keywords)); }

/* The type neither defines nor inherits an __init__ but object's. */
static bool init_is_objects(const Type *type) { return type->init_slot == object_init; }
static bool new_is_objects(const Type *type) { return !type->new_slot && type->make == object_make; }

/* make ignores the arguments; they must mean something to __init__. */
static Value make(Type *maker, Type *type, size_t count, Ref keywords) {
    if (UNLIKELY(has_arguments(count, keywords)) && init_is_objects(type)) {
        return raise(&type_TypeError, "%N() takes no arguments", type);
    }
    return maker->make(type);
}

static COLD Value raise_cannot_create(const Type *type) {
    return raise(&type_TypeError, "cannot create '%N' instances", type);
}

/* An instance that a native made for a class derived from its type: its attribute part is still blank. */
static Value finished(Value made) {
    if (made && is_heap(made) && type_of(made)->flags & TYPE_HEAP) instance_give_shape(made);
    return made;
}

/* A class with an __init__ of its own may take keywords there that the constructor of its native base knows nothing
 * of. */
static Ref keywords_for(const Type *type, const Type *native, Ref keywords) {
    if (LIKELY(!keywords) || type->init_slot == native->init_slot) return keywords;
    return signature_takes_keywords(signature_of(native->construct)) ? keywords : NULL;
}

Value type_construct(Type *type, const Type *native, const Ref *args, size_t count, Ref keywords) {
    keywords = keywords_for(type, native, keywords);
    return finished(native_call_def(native->construct, type_ref(type), args, count, keywords));
}

Value type_create(Type *type, const Ref *args, size_t count, Ref keywords) {
    if (type->new_slot) return type->new_slot(type_ref(type), args, count, keywords);
    if (type->construct) return type_construct(type, type_native_base(type), args, count, keywords);
    return type->make ? finished(make(type, type, count, keywords)) : raise_cannot_create(type);
}

/* list.__init__ leaves keywords alone that a __new__ of the class's own may have wanted. */
Ref type_init_keywords(const Type *type, const Type *owner, Ref keywords) {
    return owner == &type_list && type->new_slot != owner->new_slot ? NULL : keywords;
}

bool type_initialize(Ref self, const Ref *args, size_t count, Ref keywords) {
    const Type *type = type_of(self);
    if (init_is_objects(type)) return true; /* make has looked at the arguments */
    if (type->init_slot) return type->init_slot(self, args, count, keywords);
    if (!type->init) return true;
    if (UNLIKELY(keywords)) keywords = type_init_keywords(type, type_native_base(type), keywords);
    Value done = native_call_def(type->init, self, args, count, keywords);
    release_maybe(done);
    return done != NULL;
}

Value type_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    Type *type = as_type(self);
    if (type->convert && count == 1 && !keywords) return type->convert(args[0]);
    if (type == &type_type && count != 3) {
        if (count == 1) return raise(&type_TypeError, "type() takes no keyword arguments");
        return raise(&type_TypeError, "type() takes 1 or 3 arguments");
    } else if (!(type->flags & (TYPE_HEAP | TYPE_TYPE)) && type->construct && !type->new_slot &&
               init_is_objects(type)) {
        return native_call_def(type->construct, self, args, count, keywords);
    }
    Value made = type_create(type, args, count, keywords);
    if (!made || !type_is_subtype(type_of(made), type)) return made;
    if (LIKELY(type_initialize(made, args, count, keywords))) return made;
    release(made);
    return NULL;
}

/* Metaclasses in C add nothing to what type makes. */
static bool is_safe(const Type *owner, const Type *native) {
    if (owner == &type_type && native->flags & TYPE_TYPE) return true;
    return owner == native || (owner->make == native->make && owner->construct == native->construct &&
                               owner->new_slot == native->new_slot);
}

/* object.__new__ takes arguments that only __init__ wants, but not in vain. */
static bool check_object_arguments(const Type *type, size_t count, Ref keywords) {
    if (!has_arguments(count, keywords)) return true;
    if (!new_is_objects(type)) {
        return raise_false(&type_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (init_is_objects(type)) return raise_false(&type_TypeError, "%N() takes no arguments", type);
    return true;
}

Value type_make(Type *owner, Type *type, const Ref *args, size_t count, Ref keywords) {
    if (!type_is_subtype(type, owner)) {
        return raise(&type_TypeError, "%N.__new__(%N): %N is not a subtype of %N", owner, type, type, owner);
    }
    Type *native = type_native_base(type);
    if (!is_safe(owner, native)) {
        for (native = type; native->new_slot == dispatch_new;) native = native->base;
        return raise(&type_TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", owner, type, native);
    }
    if (owner->new_slot) return owner->new_slot(type_ref(type), args, count, keywords);
    if (owner->construct) return type_construct(type, owner, args, count, keywords);
    if (owner->make == object_make) return check_object_arguments(type, count, keywords) ? object_make(type) : NULL;
    return finished(owner->make(type));
}
