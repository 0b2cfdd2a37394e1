/* vm/interp/attr_cache.h - where attributes stand and which methods there are, for places that see many classes.
 *
 * Owns:      one table a VM, looked up by shape (or, where there is none, type version) and name. A pair has a group of
 *            four places; handlers look at the first one only.
 * Invariant: an entry holds for every object of its version and shape; a zero in it says "look in the ordinary way".
 * Not here:  the caches in the instructions (attr.c), which are asked first; look-up along the MRO (runtime/type.c).
 */
#ifndef OURO_ATTR_CACHE_H
#define OURO_ATTR_CACHE_H

#include "runtime/instance.h"
#include "vm/vm.h"

/* A place is a byte offset in the object or, with the bit PLACE_OVERFLOW, an index in its overflow array, or tells what
 * the class has where the instance has nothing, or nothing that counts. */
enum {
    PLACE_OVERFLOW = 0x8000,
    PLACE_MAX = 0x7fed,      /* the largest offset or index */
    PLACE_SPECIAL = 0xffee,  /* places from here on say where the attribute comes from or goes: */
    PLACE_ADDED = 0xffee,    /* store: behind those that there are; .attribute is the Shape with it, and load is 0 */
    PLACE_ASKED = 0xffef,    /* there is none: .attribute, the class's __getattr__, a Python function, is asked */
    PLACE_METHOD = 0xfff0,   /* .attribute, a function or method descriptor */
    PLACE_PROPERTY = 0xfff1, /* .attribute, a property */
    PLACE_NATIVE = 0xfff2,   /* .attribute, a getset or member descriptor of a static type */
    PLACE_PEEK = 0xfff3,     /* the peek slot of .attribute */
    PLACE_CLASS_METHOD = 0xfff4, /* .attribute, a classmethod */
    PLACE_CLASS = 0xfff5,        /* a look-up in the class: it is no descriptor, and may be replaced at any time */
};

/* The attribute part of an object of a type that has one. */
static inline Slots *slots_at(Object *object, Type *type) { return (Slots *)((char *)object + type->shape_offset); }

/* True when reading name of an instance of type with this shape may skip the class. */
bool is_plain_instance(Ref object, Type *type);

/* The byte offset of an attribute that stands in the instance itself, or 0. attribute: what the class has of that name,
 * or NULL; one of __slots__ has its reserved word, any other data descriptor goes before the instance. */
uint32_t inline_offset(Type *type, Shape *shape, Ref attribute, Ref name);

/* Finds the entry of object's shape and name in the other places where it may be, or fills the first. NULL: there is
 * nothing to be known about such objects. */
AttrEntry *attr_cache_fill(Vm *vm, Ref object, Ref name);
/* object.name was stored; before: the shape of objects of this type's version without it. Tells the table where it
 * went. */
void attr_cache_added(Vm *vm, Ref object, const Shape *before, uint32_t version, Ref name);
void attr_cache_free(Vm *vm);

static inline size_t attr_cache_index(const Shape *shape, uint32_t version, Ref name) {
    uint32_t of_object = shape ? (uint32_t)((uintptr_t)shape >> 4) : version,
             of_name = (uint32_t)((uintptr_t)name >> 4);
    /* shapes and names stand at even distances: without the upper bits of products many pairs would meet */
    return (of_object * 0x9e3779b1u + of_name * 0x85ebca77u) >> (32 - ATTR_CACHE_BITS);
}

static inline bool attr_entry_is(const AttrEntry *entry, const Shape *shape, uint32_t version, Ref name) {
    return entry->name == name && entry->version == version && entry->shape == shape;
}

/* What the table holds about object.name, or NULL. name is interned. */
static inline AttrEntry *attr_cache_peek(Vm *vm, Ref object, Ref name) {
    if (!is_heap(object)) return NULL;
    Type *type = object_of(object)->type;
    const Shape *shape = type->shape_offset ? slots_at(object_of(object), type)->shape : NULL;
    AttrEntry *entry = &vm->attr_cache[attr_cache_index(shape, type->version, name)];
    return LIKELY(attr_entry_is(entry, shape, type->version, name)) ? entry : NULL;
}

/* What is known about object.name, or NULL. name is interned. */
static inline AttrEntry *attr_cache_find(Vm *vm, Ref object, Ref name) {
    AttrEntry *entry = attr_cache_peek(vm, object, name);
    return LIKELY(entry != NULL) ? entry : is_heap(object) ? attr_cache_fill(vm, object, name) : NULL;
}

static inline Value *attr_cache_word(uint32_t place, Ref object) {
    if (LIKELY(!(place & PLACE_OVERFLOW))) return (Value *)((char *)object_of(object) + place);
    return &slots_at(object_of(object), object_of(object)->type)->overflow[place & ~(uint32_t)PLACE_OVERFLOW];
}

/* The place in the object itself where the entry says that an attribute is stored, or NULL. A new attribute is there
 * from now on, and its place is empty: the value has to be put there. */
static inline Value *attr_cache_inline_place(const AttrEntry *entry, Ref object) {
    if (!entry || !entry->store) return NULL;
    if (LIKELY(!(entry->store & PLACE_OVERFLOW))) return (Value *)((char *)object_of(object) + entry->store);
    if (entry->store != PLACE_ADDED) return NULL;
    Slots *slots = slots_at(object_of(object), object_of(object)->type);
    Value *place = &slots->words[entry->shape->count];
    slots->shape = (Shape *)(uintptr_t)entry->attribute;
    *place = NULL;
    return place;
}

/* The attribute when the entry says that it stands in the object itself, borrowed, or NULL. */
static inline Ref attr_cache_inline_word(const AttrEntry *entry, Ref object) {
    if (!entry || !entry->load || entry->load & PLACE_OVERFLOW) return NULL;
    return *(Value *)((char *)object_of(object) + entry->load);
}

/* The attribute where the entry says, borrowed, or NULL: it must be made or asked for. */
static inline Ref attr_cache_load(const AttrEntry *entry, Ref object) {
    if (!entry || !entry->load) return NULL;
    if (LIKELY(entry->load < PLACE_SPECIAL)) return *attr_cache_word(entry->load, object);
    if (entry->load == PLACE_CLASS) return type_lookup_peek(object_of(object)->type, entry->name);
    return entry->load == PLACE_PEEK ? type_of(entry->attribute)->peek(entry->attribute, object) : NULL;
}

/* The function or method descriptor that the entry has, or NULL. */
static inline Ref attr_cache_method(const AttrEntry *entry) {
    return entry && entry->load == PLACE_METHOD ? entry->attribute : NULL;
}

#endif
