/* runtime/descriptor.h - the objects in a class's dict that act when an attribute is looked up.
 *
 * Owns:      property, classmethod, staticmethod; getset, member and slot-wrapper descriptors.
 * Invariant: a wrapper's owner is a static type that fills the row's slot.
 * Not here:  functions (vm/function.h), natives (native.h), the rule of who comes first (attribute.c).
 */
#ifndef OURO_DESCRIPTOR_H
#define OURO_DESCRIPTOR_H

#include "runtime/instance.h"
#include "runtime/type.h"

typedef struct SlotDef SlotDef; /* slots.h */

typedef struct Property {
    Object head;
    Value getter;  /* fget, or NULL */
    Value setter;  /* fset, or NULL */
    Value deleter; /* fdel, or NULL */
    Value doc;     /* __doc__, or NULL */
    Value name;    /* __name__: what __set_name__ or an assignment said, or NULL */
    bool own_doc;  /* doc came from the getter: a copy with another getter takes that one's */
} Property;

typedef struct ClassMethod { /* classmethod and staticmethod */
    Object head;
    Value function; /* what is wrapped, NULL until __init__ */
    Slots slots;    /* attributes of its own */
} ClassMethod;

typedef struct GetSet { /* getset_descriptor; a member_descriptor when its row says so */
    Object head;
    const GetSetDef *def; /* row; NULL: it is a Member */
    Type *owner;          /* type whose attribute it is; counted when a class */
} GetSet;

typedef struct Member { /* member_descriptor: an attribute of __slots__ */
    Object head;
    const GetSetDef *def; /* NULL */
    Type *owner;          /* class; counted */
    Value name;           /* str as the class wrote it: unmangled */
    uint32_t index;       /* of the reserved word, the shape's index */
} Member;

typedef struct Wrapper { /* wrapper_descriptor: a slot as a method, int.__add__ */
    Object head;
    const SlotDef *row; /* slot and the way to call it */
    Type *owner;        /* static type */
} Wrapper;

typedef struct MethodWrapper { /* (1).__add__ */
    Object head;
    Value wrapper; /* Wrapper */
    Value self;    /* instance */
} MethodWrapper;

static inline Property *as_property(Ref v) { return (Property *)object_of(v); }
static inline ClassMethod *as_class_method(Ref v) { return (ClassMethod *)object_of(v); }
static inline GetSet *as_getset(Ref v) { return (GetSet *)object_of(v); }
static inline Member *as_member(Ref v) { return (Member *)object_of(v); }
/* An attribute of __slots__. */
static inline bool is_slot_member(Ref v) { return is_exact(v, &type_member_descriptor) && !as_member(v)->def; }
static inline Wrapper *as_wrapper(Ref v) { return (Wrapper *)object_of(v); }

Value classmethod_new(Ref function);
Value staticmethod_new(Ref function);
Value getset_new(const GetSetDef *def, Type *owner);
Value member_new(Ref name, Type *owner, uint32_t index);
Value wrapper_new(const SlotDef *row, Type *owner);

/* __isabstractmethod__ of any object as a truth value. */
MUST_CHECK Lookup is_abstract_method(Ref function);

#endif
