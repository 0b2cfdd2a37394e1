"""Results in the order in which they come: as_completed."""
from _collections import deque
from asyncio import coroutines, events, futures
from asyncio.tasks import ensure_future
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
    """Iterate over awaitables in the order in which they are done."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not %s" % type(fs).__name__)
    return _Arrivals(fs, timeout)
