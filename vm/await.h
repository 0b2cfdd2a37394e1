/* vm/await.h - the protocol behind await, async for and asynchronous generators.
 *
 * Owns:      finding awaitables' iterators, warnings about what was not awaited.
 * Invariant: none.
 * Not here:  the frames of coroutines (generator.h).
 */
#ifndef OURO_AWAIT_H
#define OURO_AWAIT_H

#include "runtime/native.h"
#include "vm/generator.h"

/* The iterator that await runs. context 1: from `async with` entering, 2: leaving (for the error's text). */
MUST_CHECK Value awaitable_iterator(Ref awaitable, int context);
MUST_CHECK Value async_iterator(Ref iterable); /* aiter(iterable) */
MUST_CHECK Value async_next(Ref iterator);     /* iterator of the awaitable that __anext__ returns */
/* anext(iterator, default): an awaitable with default for the end. awaitable: what __anext__ returned. */
Value async_next_or(Ref awaitable, Ref otherwise);
/* Warns as warnings.warn does; takes message (NULL: an exception is set). source: what it is about, or None. False: the
 * warning was made an exception. */
MUST_CHECK bool warn_steal(Type *category, Value message, Ref source);
/* Before a throw() with a second argument: DeprecationWarning. False: it was made an exception. */
MUST_CHECK bool throw_warn(const char *method, Ref value);
extern const GetSetDef async_generator_getsets[];

#endif
