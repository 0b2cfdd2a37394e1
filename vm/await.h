/* vm/await.h - the protocol behind await, async for and asynchronous generators.
 *
 * Owns:      finding awaitables' iterators, the objects that asynchronous generators hand out.
 * Invariant: none.
 * Not here:  the frames of coroutines (generator.h).
 */
#ifndef OURO_AWAIT_H
#define OURO_AWAIT_H

#include "vm/generator.h"

/* The iterator that await runs. context 1: from `async with` entering, 2: leaving (for the error's text). */
MUST_CHECK Value awaitable_iterator(Ref awaitable, int context);
MUST_CHECK Value async_iterator(Ref iterable); /* aiter(iterable) */
MUST_CHECK Value async_next(Ref iterator);     /* iterator of the awaitable that __anext__ returns */
/* Marks a value that an asynchronous generator yields, told apart from what its awaits yield. */
MUST_CHECK Value async_generator_wrap(Ref value);

#endif
