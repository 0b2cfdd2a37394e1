"""Queues between tasks."""
from _collections import deque
from _heapq import heappop, heappush
from asyncio.locks import Event
from asyncio.waiting import InLine, let_out, wake

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """get_nowait() found nothing."""


class QueueFull(Exception):
    """put_nowait() found no room."""


class QueueShutDown(Exception):
    """The queue was shut down."""


class Queue(InLine):
    """First in, first out; with maxsize, put() waits for room."""

    _unfinished_tasks = 0
    _is_shutdown = False

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters = deque(), deque()
        self._finished = Event()  # cleared by those who wait for it
        self._init(maxsize)

    # These three make the kinds of queues.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return "<%s at %#x %s>" % (type(self).__name__, id(self), self._format())

    def __str__(self):
        return "<%s %s>" % (type(self).__name__, self._format())

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def _format(self):
        parts = ["maxsize=%r" % self._maxsize]
        if getattr(self, "_queue", None):
            parts.append("_queue=%r" % list(self._queue))
        for form, count in (("_getters[%d]", len(self._getters)), ("_putters[%d]", len(self._putters)),
                            ("tasks=%d", self._unfinished_tasks)):
            if count:
                parts.append(form % count)
        if self._is_shutdown:
            parts.append("shutdown")
        return " ".join(parts)

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def _while(self, blocked, line):
        """Wait in line as long as blocked() is true."""
        def pass_on():
            if not blocked():
                let_out(line)

        while blocked():
            if self._is_shutdown:
                raise QueueShutDown
            await self._stand(line, pass_on)

    async def put(self, item):
        """Put an item in, as soon as there is room."""
        if self.full():
            await self._while(self.full, self._putters)
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown or self.full():
            raise QueueShutDown if self._is_shutdown else QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        if self._getters:
            let_out(self._getters)

    async def get(self):
        """Take an item out, as soon as there is one."""
        if self.empty():
            await self._while(self.empty, self._getters)
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueShutDown if self._is_shutdown else QueueEmpty
        item = self._get()
        if self._putters:
            let_out(self._putters)
        return item

    def task_done(self):
        """Tell that what was taken out is dealt with."""
        if not self._unfinished_tasks:
            raise ValueError("task_done() called too many times")
        self._finish(1)

    def _finish(self, count):
        self._unfinished_tasks -= min(count, self._unfinished_tasks)
        if not self._unfinished_tasks:
            self._finished.set()

    async def join(self):
        """Wait until all that was put in is dealt with."""
        if self._unfinished_tasks:
            self._finished.clear()
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """Let nothing more in, and (immediate) drop what is there."""
        self._is_shutdown = True
        if immediate:
            dropped = 0
            while not self.empty():
                self._get()
                dropped += 1
            self._finish(dropped)
        for line in self._getters, self._putters:
            wake(line)
            line.clear()


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()
