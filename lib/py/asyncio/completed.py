"""Waiting for several: as_completed and wait."""
from _collections import deque
from asyncio import coroutines, events, futures
from asyncio.tasks import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, _release, _until, ensure_future
from asyncio.waiting import InLine, let_out

__name__ = "asyncio.tasks"  # the module that the functions say they are from


class _Arrivals(InLine):
    """What as_completed() returns: an iterator of awaitables, and an asynchronous one of the futures themselves."""

    def __init__(self, awaitables, timeout):
        loop = events.get_event_loop()
        self._arrived = deque()  # done and not taken yet; None for each that is late
        self._takers = deque()
        self._alarm = None
        self._running = {ensure_future(each, loop=loop) for each in set(awaitables)}
        self._promised = iter(range(len(self._running)))  # how many are still to be handed out
        for future in self._running:
            future.add_done_callback(self._arrive)
        if timeout is not None and self._running:
            self._alarm = loop.call_later(timeout, self._give_up)

    def __iter__(self):
        return self

    def __next__(self):
        next(self._promised)
        return self._take(lambda future: future.result())

    def __aiter__(self):
        return self

    async def __anext__(self):
        if next(self._promised, None) is None:
            raise StopAsyncIteration
        return await self._take()

    def _arrive(self, future):
        if future in self._running:  # else it is late
            self._running.remove(future)
            self._hand_out(future)
            if self._alarm is not None and not self._running:
                self._alarm.cancel()

    def _give_up(self):
        while self._running:
            self._running.pop().remove_done_callback(self._arrive)
            self._hand_out(None)

    def _hand_out(self, future):
        self._arrived.append(future)
        let_out(self._takers)

    async def _take(self, what=None):
        while not self._arrived:
            await self._stand(self._takers, self._take_another)
        future = self._arrived.popleft()
        if future is None:
            raise TimeoutError
        return future if what is None else what(future)

    def _take_another(self):
        if self._arrived:
            let_out(self._takers)


_Arrivals.__name__ = _Arrivals.__qualname__ = "_AsCompletedIterator"


def as_completed(fs, *, timeout=None):
    """Return an iterator of awaitables, the one that is done first before the others."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not %s" % type(fs).__name__)
    return _Arrivals(fs, timeout)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for tasks or futures; return (done, pending), two sets."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect a list of futures, not %s" % type(fs).__name__)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    enough = _enough.get(return_when) if isinstance(return_when, str) else None
    if enough is None:
        raise ValueError("Invalid return_when value: %s" % return_when)
    pending = set(fs)
    for future in pending:
        if coroutines.iscoroutine(future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    over = loop.create_future()
    left = len(pending)

    def count(future):
        nonlocal left
        left -= 1
        if left <= 0 or enough(future):
            _release(over)

    for future in pending:
        future.add_done_callback(count)
    try:
        await _until(over, loop, timeout)
    finally:
        for future in pending:
            future.remove_done_callback(count)
    done = {future for future in pending if future.done()}
    return done, pending - done


# what return_when says: whether a future that is done is reason enough to wait for no more
_enough = {
    ALL_COMPLETED: lambda future: False,
    FIRST_COMPLETED: lambda future: True,
    FIRST_EXCEPTION: lambda future: futures._failure(future) is not None,
}
