/* lib/weak_classes.h - sets of classes that do not keep their members alive.
 *
 * Owns:      struct WeakClasses: what an abstract base class remembers about other classes.
 * Invariant: a class stands in a set once; one that died is left in its place until the table is made anew.
 * Not here:  weak references (runtime/weakref.h).
 */
#ifndef OURO_WEAK_CLASSES_H
#define OURO_WEAK_CLASSES_H

#include "runtime/type.h"

typedef struct WeakClass {
    Type *type;   /* NULL: free place; otherwise only compared, as it may be dead */
    Value holder; /* a weak reference to it, or the type itself when it is static */
} WeakClass;

typedef struct WeakClasses {
    WeakClass *places; /* raw storage, or NULL while empty */
    size_t mask;       /* places less one */
    size_t used;       /* places in use, those of dead classes included */
} WeakClasses;

bool weak_classes_contain(const WeakClasses *set, Ref type);
MUST_CHECK bool weak_classes_add(WeakClasses *set, Ref type); /* MemoryError */
void weak_classes_clear(WeakClasses *set);
/* A list of the living members; with weak, of weak references to them. */
MUST_CHECK Value weak_classes_list(const WeakClasses *set, bool weak);
/* For the object that a set is part of. */
void weak_classes_traverse(const WeakClasses *set, Visit visit, void *context);
void weak_classes_dispose(WeakClasses *set);

#endif
