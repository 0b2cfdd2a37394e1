"""asyncio.run()."""
from _contextvars import copy_context
from asyncio import coroutines, events, exceptions, futures, tasks

__all__ = ("Runner", "run")


class Runner:
    """Runs coroutines in one event loop and one context, which it makes and closes."""

    _loop = None
    _context = None
    _closed = False
    _loop_is_set = False  # whether it is the policy's, too

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, kind, exc, tb):
        self.close()

    def close(self):
        """Cancel what still runs and close the loop."""
        loop = self._loop
        if loop is None:
            return
        try:
            _end_tasks(loop)
            for last in loop.shutdown_asyncgens, loop.shutdown_default_executor:
                loop.run_until_complete(last())
        finally:
            if self._loop_is_set:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True

    def get_loop(self):
        return self._open()

    def run(self, coro, *, context=None):
        """Run a coroutine; return its result."""
        if not coroutines.iscoroutine(coro):
            raise ValueError("a coroutine was expected, got %r" % (coro,))
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self._open()
        task = loop.create_task(coro, context=self._context if context is None else context)
        try:
            return loop.run_until_complete(task)
        except KeyboardInterrupt:
            if task.done():
                raise
        # Ctrl-C: the task may clean up
        task.cancel()
        try:
            return loop.run_until_complete(task)
        except exceptions.CancelledError:
            if task.uncancel() == 0:
                raise KeyboardInterrupt()
            raise

    def _open(self):
        """Return the loop; make it at the first time."""
        if self._closed:
            raise RuntimeError("Runner is closed")
        loop = self._loop
        if loop is None:
            if self._loop_factory is not None:
                loop = self._loop_factory()
            else:
                loop = events.new_event_loop()
                events.set_event_loop(loop)
                self._loop_is_set = True
            if self._debug is not None:
                loop.set_debug(self._debug)
            self._context = copy_context()
            self._loop = loop
        return loop


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine in a new event loop; return its result."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _end_tasks(loop):
    """Cancel what the program left running, and tell of what fails at that."""
    left = tasks.all_tasks(loop)
    if left:
        for task in left:
            task.cancel()
        loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
        for task in left:
            if (exc := futures._failure(task)) is not None:
                loop.call_exception_handler({
                    "message": "unhandled exception during asyncio.run() shutdown", "exception": exc, "task": task})
