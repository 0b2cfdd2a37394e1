/* lib/contextvars.h - contexts: what context variables hold, for one task or another.
 *
 * Owns:      struct Context, which one is current (Vm.context).
 * Invariant: contexts that were copied share their dict until one of them changes it.
 * Not here:  tasks (lib/py/asyncio).
 */
#ifndef OURO_CONTEXTVARS_H
#define OURO_CONTEXTVARS_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Context {
    Object head;
    Value vars;     /* dict: ContextVar -> value */
    Value previous; /* while entered: the context that was current before, or NULL */
    bool entered;   /* run() is under way */
} Context;

static inline Context *as_context(Ref v) { return (Context *)object_of(v); }

Value context_copy_current(void);           /* copy_context() */
MUST_CHECK bool context_enter(Ref context); /* makes it the current one; false: RuntimeError, it is entered already */
void context_exit(Ref context);             /* the previous one is current again */

#endif
