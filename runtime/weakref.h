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
    Value callback;           /* or NULL */
    Object *target;           /* not counted; NULL when dead */
    struct Weakref *next;     /* next weak reference to the same target, the newest first */
    struct Weakref *previous; /* the one before, or NULL */
    int64_t hash;             /* of the target, when hashed */
    bool hashed;              /* hash is known: it stays when the target dies */
} Weakref;

MUST_CHECK Value weakref_new(Type *type, Ref target,
                             Ref callback); /* TypeError: cannot create weak reference to 'int' object */
Value weakref_get(Ref weakref);             /* the target or None */
size_t weakref_count(Ref target);
/* Calls visit for each weak reference to target. */
void weakref_walk(Ref target, Visit visit, void *context);
/* The object is about to be freed: kills its weak references and calls their callbacks. */
void weakref_object_dies(Object *object);

/* For the collector: kills the weak references to object. Those that have a callback and are not garbage themselves are
 * retained and linked from *end on; the new end is returned. One of the other two empties the list. */
Weakref **weakref_kill(Object *object, Weakref **end);
void weakref_call_callbacks(Weakref *list);
void weakref_drop(Weakref *list);

/* Slots, for the other types that are weak references (proxies). */
void weakref_traverse(Ref self, Visit visit, void *context);
void weakref_dispose(Ref self);

bool weakref_any_callback(void); /* some living weak reference has one */
void weakref_runtime_end(void);

#endif
