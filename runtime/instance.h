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

static inline Instance *as_instance(Ref v) { return (Instance *)object_of(v); }
static inline Slots *slots_of(Ref self) {
    return (Slots *)((char *)object_of(self) + object_of(self)->type->shape_offset);
}

/* A fresh instance of a class, without attributes; base fields zero. */
Value instance_new(Type *type);
/* Traverse, dispose and storage of the attribute part, called by every class's slots after its layout base's. */
void instance_traverse(Ref self, Visit visit, void *context);

/* Index of name in the shape, or -1. Runs no Python code. */
int32_t shape_find(Shape *shape, Ref name);
static inline Value *slots_word(Slots *slots, uint32_t index) {
    uint32_t inline_capacity = slots->shape->inline_capacity;
    return index < inline_capacity ? &slots->words[index] : &slots->overflow[index - inline_capacity];
}

/* The attribute in the instance's own storage, borrowed, or NULL (no exception). */
Ref instance_peek(Ref self, Ref name);
/* Stores (value NULL: deletes) in the instance's own storage. MISSING: nothing to delete. */
MUST_CHECK Lookup instance_set(Ref self, Ref name, Ref value);
/* __dict__: the dict that from now on holds the attributes (new reference). */
MUST_CHECK Value instance_dict(Ref self);
MUST_CHECK bool instance_set_dict(Ref self, Ref dict);
/* A dict with a copy of the attributes, the instance unchanged (for views and vars-like reading). */
MUST_CHECK Value instance_copy_attributes(Ref self);

#endif
