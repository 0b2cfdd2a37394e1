/* vm/exception_group.h - what except* does with exceptions and groups.
 *
 * Owns:      splitting by type, and putting together what is raised again.
 * Invariant: none.
 * Not here:  the BaseExceptionGroup type (runtime/exception.h).
 */
#ifndef OURO_EXCEPTION_GROUP_H
#define OURO_EXCEPTION_GROUP_H

#include "runtime/value.h"

/* Splits exception by type (class or tuple): *match is the part that matches or None, *rest what is left or None. A
 * single exception that matches is wrapped in a group. Both owned. */
MUST_CHECK bool exception_group_match(Ref exception, Ref type, Value *rest, Value *match);
/* What except* raises in the end: from the original and the list of what its clauses raised; None: nothing. */
MUST_CHECK Value exception_group_reraise(Ref original, Ref raised);

#endif
