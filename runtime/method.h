/* runtime/method.h - bound methods.
 *
 * Owns:      struct Method.
 * Invariant: both fields are set.
 * Not here:  functions (vm/function.h), bound natives (native.h).
 */
#ifndef OURO_METHOD_H
#define OURO_METHOD_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Method {
    Object head;
    Value function; /* called with self in front of the arguments */
    Value self;     /* the instance (or class) that it is bound to */
} Method;

static inline Method *as_method(Ref v) { return (Method *)object_of(v); }

Value method_new(Ref function, Ref self);

#endif
