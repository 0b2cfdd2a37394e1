/* runtime/instance.h - instances of classes and their shapes (hidden classes).
 *
 * Owns:      Shape trees, where an instance's attributes are stored, __dict__ of instances.
 * Invariant: a shape belongs to one class; equal shape means equal class and equal attribute places.
 * Not here:  look-up along the MRO and descriptors (type.c).
 *
 * An instance is the fixed part of its layout base (16 bytes for object), then its Shape *, an overflow pointer, and
 * shape->inline_capacity words. Attribute i of the shape stands in word i when i < inline_capacity, else in
 * overflow[i - inline_capacity]. When __dict__ is asked for, the attributes move to a dict: the shape becomes the
 * class's dict shape, and overflow holds the dict.
 */
#ifndef OURO_INSTANCE_H
#define OURO_INSTANCE_H

#include "runtime/type.h"

struct Shape {
    Type *type;               /* the class whose instances it describes (borrowed: the class owns its shapes) */
    Shape *parent;            /* shape before the last attribute was added; NULL for the root */
    Value name;               /* attribute that this shape adds (interned str), NULL for the root */
    uint32_t count;           /* attributes in all; the added one has index count - 1 */
    uint32_t inline_capacity; /* words in the instance itself, the same in one tree */
    bool is_dict;             /* attributes are in a dict */
    void *children;           /* transitions: name -> Shape (instance.c) */
    void *index;              /* name -> attribute index, made when looked up often (instance.c) */
    Shape *dict_shape;        /* root: shape of instances whose attributes moved to a dict, or NULL until the first */
    Shape *older;             /* root: the one in use before room for more attributes was learned, or NULL */
};

/* The attribute part of an instance. */
typedef struct Slots {
    Shape *shape;    /* which attributes there are */
    Value *overflow; /* attributes that do not fit inline, or the dict; NULL: none */
    Value words[];   /* inline attributes; unset __slots__ are NULL */
} Slots;

/* An instance of a class whose layout base is object: OBJECT_INSTANCE is set in its flags. */
typedef struct Instance {
    Object head;
    Slots slots;
} Instance;

static inline Slots *slots_of(Ref self) {
    return (Slots *)((char *)object_of(self) + object_of(self)->type->shape_offset);
}

/* A fresh instance of a class, without attributes; base fields zero. */
Value instance_new(Type *type);
/* Traverse, dispose and storage of the attribute part, called by every class's slots after its layout base's. A static
 * type with a shape_offset calls the first two in its own. A fresh instance may have a NULL shape: no attributes. */
void instance_traverse(Ref self, Visit visit, void *context);
void instance_dispose(Ref self);
size_t instance_storage(Ref self);
/* The word of a __slots__ name, made ready to be written. */
Value *instance_reserved_word(Ref self, uint32_t index);

/* Shapes (shape.c). name is interned; nothing here runs Python code or fails. */
int32_t shape_find(Shape *shape, Ref name);                   /* index of the attribute, or -1 */
Shape *shape_root(Type *type);                                /* of a fresh instance of the type */
Shape *shape_root_with(Type *type, uint32_t inline_capacity); /* of an instance with that much room */
Shape *shape_child_peek(Shape *shape, Ref name);              /* shape with name added if it exists already */
Shape *shape_add(Shape *shape, Ref name);                     /* the same, made when needed; NULL: use the dict shape */
Shape *shape_dict(Shape *shape);                              /* the dict shape of the same tree */
uint32_t shape_reserved(const Type *type);                    /* words in front that belong to __slots__ */
void shape_free_all(TypeState *state);                        /* no instance is left */
/* Gives self the shape of an instance without attributes, if it has none. */
static inline void instance_give_shape(Ref self) {
    Type *type = object_of(self)->type;
    if (type->shape_offset && !slots_of(self)->shape) slots_of(self)->shape = shape_root(type);
}
static inline Value *slots_word(Slots *slots, uint32_t index) {
    uint32_t inline_capacity = slots->shape->inline_capacity;
    return index < inline_capacity ? &slots->words[index] : &slots->overflow[index - inline_capacity];
}

/* The attribute in the instance's own storage, borrowed, or NULL (no exception). */
Ref instance_peek(Ref self, Ref name);
/* True when looking for an attribute may run Python code: its __dict__ has keys that are no str, and they have
 * __eq__. */
bool instance_has_odd_keys(Ref self);
/* Stores (value NULL: deletes) in the instance's own storage. MISSING: nothing to delete. */
MUST_CHECK Lookup instance_set(Ref self, Ref name, Ref value);
/* __dict__: the dict that from now on holds the attributes (new reference). */
MUST_CHECK Value instance_dict(Ref self);
/* Makes dict the one that holds the attributes. TypeError when it is no dict, or NULL: native types cannot delete it. */
MUST_CHECK bool instance_set_dict(Ref self, Ref dict);
void instance_clear_dict(Ref self); /* an empty dict holds them from now on */
/* Makes self an instance of another class whose instances have the same layout: __class__ = ... */
void instance_set_class(Ref self, Type *type);
/* A dict with a copy of the attributes, the instance unchanged (for views and vars-like reading). */
MUST_CHECK Value instance_copy_attributes(Ref self);

#endif
