/* runtime/weakref.h - weak references.
 *
 * Owns:      the weakref type and the table object -> its weak references.
 * Invariant: an object with entries in the table has OBJECT_WEAKREFS set.
 * Not here:  WeakKeyDictionary and its kind (lib/py/weakref.py).
 */
#ifndef OURO_WEAKREF_H
#define OURO_WEAKREF_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Weakref {
    Object head;
    Value callback;       /* or NULL */
    Object *target;       /* not counted; NULL when dead */
    struct Weakref *next; /* next weak reference to the same target */
    int64_t hash;         /* of the target, once asked; 0: not yet */
} Weakref;

MUST_CHECK Value weakref_new(Type *type, Ref target, Ref callback); /* TypeError: cannot create weak reference to 'int' object */
Value weakref_get(Ref weakref);                                     /* the target or None */
/* The object is about to be freed: kills its weak references and calls their callbacks. */
void weakref_object_dies(Object *object);

#endif
