"""async with asyncio.TaskGroup(): tasks that end before their block does."""
from asyncio import events, exceptions, futures, tasks

__all__ = ("TaskGroup",)


class TaskGroup:
    """Waits for its tasks at the end of the block; when one fails, the others are cancelled."""

    _loop = None
    _parent_task = None  # the one with the block
    _entered = _leaving = _aborting = False
    _interrupted = False  # whether we cancelled the parent to end its block
    _fatal = None  # the first SystemExit or KeyboardInterrupt
    _idle = None  # future of the moment in which the last task is done

    def __init__(self):
        self._tasks = set()
        self._errors = []

    def __repr__(self):
        held = ("tasks", self._tasks), ("errors", self._errors)
        parts = ["%s=%d" % (name, len(things)) for name, things in held if things]
        if self._aborting or self._entered:
            parts.append("cancelling" if self._aborting else "entered")
        return "<%s>" % " ".join(["TaskGroup", *parts])

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup %r has already been entered" % self)
        self._entered = True
        self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError("TaskGroup %r cannot determine the parent task" % self)
        return self

    async def __aexit__(self, kind, exc, tb):
        self._leaving = True
        failed = cancelled = None
        if isinstance(exc, exceptions.CancelledError):
            cancelled = exc
        else:
            failed = exc
        try:
            self._note(failed)
            if exc is not None and not self._aborting:
                self._abort()
            cancelled = await self._all_done() or cancelled
            if self._fatal is not None:
                raise self._fatal
            if self._interrupted and not self._parent_task.uncancel():
                cancelled = None  # there was no request but ours
            if failed is not None:
                self._errors.append(failed)
            elif cancelled is not None and not self._errors:
                raise cancelled
            if self._errors:
                self._renew_request()
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        finally:
            self._parent_task = self._errors = self._fatal = None
            failed = cancelled = exc = tb = None

    async def _all_done(self):
        """Wait for the tasks; return the CancelledError with which somebody ended the waiting."""
        told = None
        while self._tasks:
            self._idle = self._loop.create_future()
            try:
                await self._idle
            except exceptions.CancelledError as exc:
                if not self._aborting:
                    told = exc
                    self._abort()
            self._idle = None
        try:
            return told
        finally:
            told = None

    def _renew_request(self):
        """The errors hide that somebody wants the parent cancelled: it is told again at its next await."""
        if self._parent_task.cancelling():
            self._parent_task.uncancel()
            self._parent_task.cancel()

    def create_task(self, coro, *, name=None, context=None):
        """Make a task of the group."""
        why_not = ("has not been entered" if not self._entered else
                   "is finished" if self._leaving and not self._tasks else
                   "is shutting down" if self._aborting else None)
        if why_not is not None:
            coro.close()
            raise RuntimeError("TaskGroup %r %s" % (self, why_not))
        task = tasks._make_task(self._loop, coro, name, context)
        if task.done():
            self._ended(task)
        else:
            self._tasks.add(task)
            task.add_done_callback(self._ended)
        try:
            return task
        finally:
            del task

    def _abort(self):
        """Cancel all tasks."""
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _note(self, exc):
        if self._fatal is None and isinstance(exc, (SystemExit, KeyboardInterrupt)):
            self._fatal = exc

    def _ended(self, task):
        self._tasks.discard(task)
        if self._idle is not None and not self._tasks:
            tasks._release(self._idle)
        exc = futures._failure(task)
        if exc is None:
            return
        self._errors.append(exc)
        self._note(exc)
        parent = self._parent_task
        if parent.done():
            message = "Task %r has errored out but its parent task %r is already completed" % (task, parent)
            self._loop.call_exception_handler({"message": message, "exception": exc, "task": task})
        elif not self._aborting and not self._interrupted:
            self._abort()
            self._interrupted = True
            parent.cancel()
