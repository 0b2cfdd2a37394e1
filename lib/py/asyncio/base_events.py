"""The event loop: callbacks that are ready, and timers."""
import atexit
import sys
import time
from _collections import deque
from asyncio import coroutines, events, futures, tasks
from _heapq import heapify, heappop, heappush

__all__ = ("BaseEventLoop",)

_LONGEST = 24 * 3600  # seconds of sleep at a time
_CANCELLED_KEPT = 100  # cancelled timers that are left in the heap, at least
_Handle = events.Handle
_Task = tasks.Task
_traceback = None  # the module, once something failed


@atexit.register
def _before_the_end():
    # tasks that the program leaves behind tell of it when nothing can be imported any more
    left = [ref() for ref in list(tasks._known)]  # a copy first: while it is walked, tasks may be collected
    if any(task is not None and (not task.done() or task._log_traceback) for task in left):
        futures._texts()
        _tracebacks()


def _tracebacks():
    global _traceback
    if _traceback is None:
        import traceback as _traceback
    return _traceback


def _end_of_run(future):
    # SystemExit and KeyboardInterrupt end run_forever() by themselves
    if not isinstance(futures._failure(future), (SystemExit, KeyboardInterrupt)):
        future.get_loop().stop()


def _check_callback(callback, method):
    if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with %s()" % method)
    if not callable(callback):
        raise TypeError("a callable object was expected by %s(), got %r" % (method, callback))


class BaseEventLoop(events.AbstractEventLoop):
    """Runs callbacks one after the other, each when it is due. There are no sockets, processes or threads."""

    def __init__(self):
        self._ready = deque()
        self._scheduled = []  # heap of TimerHandle
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._running = False
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._asyncgens = set()
        self._asyncgens_shutdown_called = False
        self._clock_resolution = 1e-09
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return "<%s running=%s closed=%s debug=%s>" % (
            type(self).__name__, self.is_running(), self.is_closed(), self.get_debug())

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        make = self._task_factory
        if make is None:
            return _Task(coro, loop=self, name=name, context=context)
        task = make(self, coro) if context is None else make(self, coro, context=context)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Running.

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_idle(self):
        self._check_closed()
        if self._running:
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop():
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        """Run until stop() is called."""
        self._check_idle()
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        self._running = True
        events._set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            events._set_running_loop(None)
            sys.set_asyncgen_hooks(*hooks)

    def run_until_complete(self, future):
        """Run until the future, or the task made of a coroutine, is done; return its result."""
        self._check_idle()
        given = future
        future = tasks.ensure_future(given, loop=self)
        if future is not given:
            future._log_destroy_pending = False
        future.add_done_callback(_end_of_run)
        try:
            self.run_forever()
        except BaseException:
            if future is not given and future.done():
                futures._failure(future)  # it is on its way out already
            raise
        finally:
            future.remove_done_callback(_end_of_run)
        if future.done():
            return future.result()
        raise RuntimeError("Event loop stopped before Future completed.")

    def stop(self):
        self._stopping = True

    def close(self):
        """Drop what was to be run."""
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._running

    def __del__(self):
        if self._closed:
            return
        try:
            import warnings
        except ImportError:  # the program ends
            pass
        else:
            warnings.warn("unclosed event loop %r" % self, ResourceWarning, source=self)
        self.close()

    def _drop_cancelled_timers(self):
        heap = self._scheduled
        count = len(heap)
        if count > _CANCELLED_KEPT and self._timer_cancelled_count * 2 > count:
            kept = []
            for timer in heap:
                if timer._cancelled:
                    timer._scheduled = False
                else:
                    kept.append(timer)
            heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
        else:
            while heap and heap[0]._cancelled:
                self._timer_cancelled_count -= 1
                heappop(heap)._scheduled = False

    def _run_once(self):
        ready = self._ready
        if self._scheduled:
            self._drop_cancelled_timers()
        if not ready and not self._stopping:
            self._sleep()
        if self._scheduled:
            end = self.time() + self._clock_resolution
            heap = self._scheduled
            while heap and heap[0]._when < end:
                timer = heappop(heap)
                timer._scheduled = False
                ready.append(timer)
        # what the callbacks add waits for the next round
        take = ready.popleft
        for _ in range(len(ready)):
            handle = take()
            if not handle._cancelled:
                try:
                    handle._context.run(handle._callback, *handle._args)
                except (SystemExit, KeyboardInterrupt):
                    raise
                except BaseException as exc:
                    self._callback_failed(handle, exc)
        handle = None

    def _sleep(self):
        """Nothing is ready: wait for the next timer. Only a signal can come before it."""
        timeout = _LONGEST
        if self._scheduled:
            timeout = min(timeout, self._scheduled[0]._when - self.time())
        if timeout > 0:
            time.sleep(timeout)

    def _callback_failed(self, handle, exc):
        from asyncio import _repr
        self.call_exception_handler({
            "message": "Exception in callback %s" % _repr.callback_text(
                handle._callback, handle._args, debug=self._debug),
            "exception": exc,
            "handle": handle,
        })

    # Callbacks.

    def time(self):
        return time.monotonic()

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    def call_soon(self, callback, *args, context=None):
        """Have callback(*args) called in the next round."""
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._debug:
            _check_callback(callback, "call_soon")
        handle = _Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        return self.call_soon(callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        """Have callback(*args) called delay seconds from now."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Have callback(*args) called at a time of this loop's clock."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            _check_callback(callback, "call_at")
        timer = events.TimerHandle(when, callback, args, self, context)
        timer._scheduled = True
        heappush(self._scheduled, timer)
        return timer

    # What goes wrong.

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError("A callable object or None is expected, got %r" % (handler,))
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Write what context tells to sys.stderr."""
        if sys.stderr is None:
            return
        lines = [context.get("message") or "Unhandled exception in event loop"]
        lines += ["%s: %r" % (key, context[key]) for key in sorted(context) if key not in ("message", "exception")]
        print("\n".join(lines), file=sys.stderr)
        exc = context.get("exception")
        if exc is not None:
            _tracebacks().print_exception(exc)

    def call_exception_handler(self, context):
        """Tell the exception handler of something that nobody can be told by an exception."""
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                print("Exception in default exception handler", file=sys.stderr)
            return
        try:
            thing = context.get("task") or context.get("future") or context.get("handle")
            inside = thing.get_context() if thing is not None and hasattr(thing, "get_context") else None
            if inside is not None and hasattr(inside, "run"):
                inside.run(self._exception_handler, self, context)
            else:
                self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": exc,
                "context": context,
            })

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    # Asynchronous generators.

    def _asyncgen_firstiter_hook(self, agen):
        import _weakref
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn("asynchronous generator %r was scheduled after loop.shutdown_asyncgens() call" % agen,
                          ResourceWarning, source=self)
        self._asyncgens.add(_weakref.ref(agen, self._asyncgens.discard))

    def _asyncgen_finalizer_hook(self, agen):
        if not self._closed:
            self.call_soon(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that were not iterated to their end."""
        self._asyncgens_shutdown_called = True
        closing = [agen for agen in (ref() for ref in self._asyncgens) if agen is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": "an error occurred during closing of asynchronous generator %r" % agen,
                    "exception": result,
                    "asyncgen": agen,
                })

    async def shutdown_default_executor(self, timeout=None):
        """There is none."""

    # What needs more than one thread, or the network.

    def _refuse(name, what):
        def refuse(self, *args, **kwargs):
            raise NotImplementedError("loop.%s() needs %s, which ouro does not have" % (name, what))

        refuse.__name__ = name
        return refuse

    run_in_executor = _refuse("run_in_executor", "threads")
    set_default_executor = _refuse("set_default_executor", "threads")
    getaddrinfo = _refuse("getaddrinfo", "sockets")
    getnameinfo = _refuse("getnameinfo", "sockets")
    create_connection = _refuse("create_connection", "sockets")
    create_server = _refuse("create_server", "sockets")
    create_unix_connection = _refuse("create_unix_connection", "sockets")
    create_unix_server = _refuse("create_unix_server", "sockets")
    create_datagram_endpoint = _refuse("create_datagram_endpoint", "sockets")
    add_reader = _refuse("add_reader", "sockets")
    add_writer = _refuse("add_writer", "sockets")
    connect_read_pipe = _refuse("connect_read_pipe", "pipes")
    connect_write_pipe = _refuse("connect_write_pipe", "pipes")
    subprocess_exec = _refuse("subprocess_exec", "subprocesses")
    subprocess_shell = _refuse("subprocess_shell", "subprocesses")
    add_signal_handler = _refuse("add_signal_handler", "signals")
    remove_signal_handler = _refuse("remove_signal_handler", "signals")
    del _refuse


BaseEventLoop.__name__ = BaseEventLoop.__qualname__ = "_UnixSelectorEventLoop"
BaseEventLoop.__module__ = "asyncio.unix_events"
