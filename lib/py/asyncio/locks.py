"""Locks, events, conditions, semaphores and barriers for tasks."""
from _collections import deque
from asyncio.exceptions import BrokenBarrierError, CancelledError
from asyncio.waiting import InLine, wake

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


def _shown(self, state, line=()):
    if line:
        state = "%s, waiters:%d" % (state, len(line))
    return "<%s [%s]>" % (object.__repr__(self)[1:-1], state)


class _Held(InLine):
    """Acquired for the time of an async with block."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, exc, tb):
        self.release()


class Lock(_Held):
    """A lock that one task has at a time; those who wait get it in order."""

    def __init__(self):
        self._locked = False
        self._waiters = deque()

    def __repr__(self):
        return _shown(self, "locked" if self._locked else "unlocked", self._waiters)

    def locked(self):
        return self._locked

    async def acquire(self):
        """Wait until the lock is free and take it."""
        if self._locked or self._waiters and not all(place.cancelled() for place in self._waiters):
            try:
                await self._stand(self._waiters)
            except CancelledError:
                if self._waiters and not self._locked:
                    self._offer()
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        if self._waiters:
            self._offer()

    def _offer(self):
        """The first in line may take the lock. If he is cancelled, it is for him to offer it on."""
        first = self._waiters[0]
        if not first.done():
            first.set_result(None)


class Event(InLine):
    """A flag that tasks can wait for."""

    def __init__(self):
        self._value = False
        self._waiters = deque()

    def __repr__(self):
        return _shown(self, "set" if self._value else "unset", self._waiters)

    def is_set(self):
        return self._value

    def set(self):
        """Set the flag and wake those who wait for it."""
        if not self._value:
            self._value = True
            wake(self._waiters)

    def clear(self):
        self._value = False

    async def wait(self):
        """Wait until the flag is set."""
        if not self._value:
            await self._stand(self._waiters)
        return True


class Condition(_Held):
    """A lock, and waiting for somebody who has it to tell that something changed."""

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._waiters = deque()
        for name in "locked", "acquire", "release":
            setattr(self, name, getattr(self._lock, name))

    def __repr__(self):
        return _shown(self, "locked" if self.locked() else "unlocked", self._waiters)

    async def wait(self):
        """Release the lock, wait to be notified, take the lock again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self._home()  # may refuse, while the lock is still held
        self.release()
        try:
            try:
                await self._stand(self._waiters)
            finally:
                await self._take_back()
        except BaseException:
            wake(self._waiters, 1)  # in our place
            raise
        return True

    async def _take_back(self):
        """Acquire the lock, whoever cancels that; he is heard when it is ours."""
        heard = None
        while True:
            try:
                await self.acquire()
            except CancelledError as exc:
                heard = exc
                continue
            try:
                if heard is not None:
                    raise heard
                return
            finally:
                heard = None

    async def wait_for(self, predicate):
        """Wait until predicate() is true; return what it answered."""
        while not (answer := predicate()):
            await self.wait()
        return answer

    def notify(self, n=1):
        """Wake n of those who wait."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        if n > 0:
            wake(self._waiters, n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Held):
    """A counter of what may be taken; who finds it at zero waits. Waking somebody takes one for him."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = deque()

    def __repr__(self):
        return _shown(self, "locked" if self.locked() else "unlocked, value:%d" % self._value, self._waiters)

    def locked(self):
        """Whether acquire() would wait."""
        return self._value == 0 or bool(self._waiters) and not all(place.cancelled() for place in self._waiters)

    async def acquire(self):
        """Take one, as soon as there is one."""
        if not self.locked():
            self._value -= 1
            return True
        try:
            await self._stand(self._waiters, self._untake)
        finally:
            self._value -= wake(self._waiters, self._value)
        return True

    def _untake(self):
        self._value += 1

    def release(self):
        """Give one back."""
        self._value += 1 - wake(self._waiters, 1) if self._waiters else 1


class BoundedSemaphore(Semaphore):
    """A semaphore that is given back no more than was taken."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


_FILLING, _DRAINING, _RESETTING, _BROKEN = "filling", "draining", "resetting", "broken"


class Barrier:
    """A point that a number of tasks reach before any of them goes on."""

    _state = _FILLING
    _count = 0  # of those inside

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._cond = Condition()

    def __repr__(self):
        if self.broken:
            return _shown(self, self._state)
        return _shown(self, "%s, waiters:%d/%d" % (self._state, self.n_waiting, self._parties))

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, kind, exc, tb):
        pass

    async def wait(self):
        """Wait for the others; return a number that is different for each."""
        async with self._cond:
            await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            if self._state is _BROKEN:
                raise BrokenBarrierError("Barrier aborted")
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._change(_DRAINING)
                else:
                    await self._cond.wait_for(lambda: self._state is not _FILLING)
                    if self._state is not _DRAINING:
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if not self._count:
                    self._change(_BROKEN if self._state is _BROKEN else _FILLING)

    def _change(self, state):
        self._state = state
        self._cond.notify_all()

    async def reset(self):
        """Make those who wait give up, and begin again."""
        async with self._cond:
            self._change(_RESETTING if self._count else _FILLING)

    async def abort(self):
        """Make those who wait, and who will, give up."""
        async with self._cond:
            self._change(_BROKEN)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        return self._state is _BROKEN
