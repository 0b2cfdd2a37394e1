"""async with asyncio.timeout(): a limit on the time that a block takes."""
from asyncio import events, exceptions, tasks

__all__ = ("Timeout", "timeout", "timeout_at")

_CREATED, _ENTERED, _EXPIRING, _EXPIRED, _EXITED = "created", "active", "expiring", "expired", "finished"


class Timeout:
    """Cancels the task in its block when the time has come, and makes TimeoutError of that."""

    _state = _CREATED
    _alarm = None  # handle of the callback that cancels

    def __init__(self, when):
        self._when = when

    def when(self):
        """Return the time of the loop's clock at which it expires, or None."""
        return self._when

    def reschedule(self, when):
        """Set another time, or None."""
        if self._state is not _ENTERED:
            raise RuntimeError("Timeout has not been entered" if self._state is _CREATED else
                               "Cannot change state of %s Timeout" % self._state)
        self._when = when
        self._disarm()
        if when is not None:
            loop = events.get_running_loop()
            late = when <= loop.time()
            self._alarm = loop.call_soon(self._expire) if late else loop.call_at(when, self._expire)

    def _disarm(self):
        alarm, self._alarm = self._alarm, None
        if alarm is not None:
            alarm.cancel()

    def _expire(self):
        self._alarm = None
        self._task.cancel()
        self._state = _EXPIRING

    def expired(self):
        """Whether the time has come in the block."""
        return self._state in (_EXPIRING, _EXPIRED)

    def __repr__(self):
        if self._state is not _ENTERED:
            return "<Timeout [%s]>" % self._state
        return "<Timeout [%s] when=%s>" % (self._state, None if self._when is None else round(self._when, 3))

    async def __aenter__(self):
        task = tasks.current_task() if self._state is _CREATED else None
        if task is None:
            raise RuntimeError("Timeout should be used inside a task" if self._state is _CREATED else
                               "Timeout has already been entered")
        self._state, self._task = _ENTERED, task
        self._requests = task.cancelling()  # those that were not ours
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, exc, tb):
        self._disarm()
        if self._state is not _EXPIRING:
            if self._state is _ENTERED:
                self._state = _EXITED
            return
        self._state = _EXPIRED
        if self._task.uncancel() > self._requests or exc is None:
            return
        if isinstance(exc, exceptions.CancelledError):
            raise TimeoutError from exc
        for each in (exc, *exc.exceptions) if isinstance(exc, ExceptionGroup) else (exc,):
            _explain(each)


def _explain(exc):
    """Between an exception and the cancellation during which it was raised, put the TimeoutError that this was."""
    while not isinstance(exc.__context__, exceptions.CancelledError):
        exc = exc.__context__
        if exc is None:
            return
    late = TimeoutError()
    late.__cause__ = late.__context__ = exc.__context__
    exc.__context__ = late


def timeout(delay):
    """A limit of delay seconds from now; None: no limit."""
    return Timeout(events.get_running_loop().time() + delay if delay is not None else None)


def timeout_at(when):
    """A limit at a time of the loop's clock; None: no limit."""
    return Timeout(when)
