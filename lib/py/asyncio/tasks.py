"""Tasks: coroutines that the loop runs; waiting for several of them."""
import _weakref
import sys
from _contextvars import copy_context
from asyncio import coroutines, events, exceptions, futures

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
           "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task",
           "all_tasks", "create_eager_task_factory", "eager_task_factory", "_register_task", "_unregister_task",
           "_enter_task", "_leave_task")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"

_PENDING = futures._PENDING
_CANCELLED = futures._CANCELLED
_Future = futures.Future
_CancelledError = exceptions.CancelledError
_CoroutineType = coroutines._CoroutineType
_GeneratorType = type(item for item in ())

_count = 0
_known = {}  # weak references to tasks
_current = {}  # loop -> task that runs

_forget = _known.pop


def _register_task(task):
    _known[_weakref.ref(task, _forget)] = None


def _unregister_task(task):
    _known.pop(_weakref.ref(task), None)


def _enter_task(loop, task):
    current = _current.get(loop)
    if current is not None:
        raise RuntimeError("Cannot enter into task %r while another task %r is being executed." % (task, current))
    _current[loop] = task


def _leave_task(loop, task):
    current = _current.get(loop)
    if current is not task:
        raise RuntimeError("Leaving task %r does not match the current task %r." % (task, current))
    del _current[loop]


def _swap_current_task(loop, task):
    previous = _current.pop(loop, None)
    if task is not None:
        _current[loop] = task
    return previous


def current_task(loop=None):
    """Return the task that runs, or None."""
    return _current.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """Return the set of tasks of the loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    tasks = {ref() for ref in list(_known)}
    return {task for task in tasks if task is not None and task._loop is loop and not task.done()}


class Task(_Future):
    """A coroutine that the loop runs, and the future of its result."""

    _fut_waiter = None
    _must_cancel = False
    _requests = 0
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _count
        if type(coro) is not _CoroutineType and not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        self._loop = loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if name is None:
            _count += 1
            self._name = _count  # made a text when somebody asks
        else:
            self._name = str(name)
        self._coro = coro
        self._context = copy_context() if context is None else context
        if eager_start and loop.is_running():
            self._start_eagerly()
        else:
            loop.call_soon(self._step, context=self._context)
            _known[_weakref.ref(self, _forget)] = None

    def __repr__(self):
        texts = futures._texts()
        return texts.show(self, texts.task_info)

    def __del__(self):
        if self._state is _PENDING and self._log_destroy_pending:
            self._loop.call_exception_handler({"task": self, "message": "Task was destroyed but it is pending!"})
        _Future.__del__(self)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        name = self._name
        return name if type(name) is str else "Task-%d" % name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """Return the frames of the coroutine where it is suspended, or of the traceback with which it ended."""
        frames = []
        frame = getattr(self._coro, "cr_frame", None) or getattr(self._coro, "gi_frame", None)
        if frame is not None:
            while frame is not None and (limit is None or limit > len(frames)):
                frames.append(frame)
                frame = frame.f_back
            frames.reverse()
        elif self._exception is not None:
            step = self._exception.__traceback__
            while step is not None and (limit is None or limit > len(frames)):
                frames.append(step.tb_frame)
                step = step.tb_next
        return frames

    def print_stack(self, *, limit=None, file=None):
        """Print what get_stack() tells."""
        import linecache
        import sys
        import traceback
        lines = []
        for frame in self.get_stack(limit=limit):
            code = frame.f_code
            lines.append((code.co_filename, frame.f_lineno, code.co_name,
                          linecache.getline(code.co_filename, frame.f_lineno)))
        exc = self._exception
        file = sys.stderr if file is None else file
        if not lines:
            print("No stack for %r" % self, file=file)
        elif exc is not None:
            print("Traceback for %r (most recent call last):" % self, file=file)
        else:
            print("Stack for %r (most recent call last):" % self, file=file)
        traceback.print_list(lines, file=file)
        if exc is not None:
            for line in traceback.format_exception_only(exc.__class__, exc):
                print(line, file=file, end="")

    def cancel(self, msg=None):
        """Have CancelledError raised in the coroutine; False when the task is done already."""
        self._log = False
        if self._state is _PENDING:
            self._requests += 1
            waits_for = self._fut_waiter
            if waits_for is None or not waits_for.cancel(msg=msg):
                self._must_cancel, self._cancel_message = True, msg
            return True
        return False

    def cancelling(self):
        """Return the number of cancellations that were not taken back."""
        return self._requests

    def uncancel(self):
        """Take one cancellation back; return the number of those that remain."""
        left = self._requests = max(self._requests - 1, 0)
        if not left:
            self._must_cancel = False
        return left

    def _start_eagerly(self):
        previous = _swap_current_task(self._loop, self)
        _register_task(self)
        try:
            self._context.run(self._advance, None)
        finally:
            _swap_current_task(self._loop, previous)
            if self._state is not _PENDING:
                _unregister_task(self)
                self._coro = None
        self = None

    def _step(self, exc=None):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError("__step(): already done: %r, %r" % (self, exc))
        if self._must_cancel:
            if not isinstance(exc, _CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        if loop in _current:
            _enter_task(loop, self)
        _current[loop] = self
        try:
            self._advance(exc)
        finally:
            del _current[loop]
            self = exc = None

    def _advance(self, exc):
        """Run the coroutine until it waits for something, and see what for."""
        try:
            result = self._coro.send(None) if exc is None else self._coro.throw(exc)
        except StopIteration as stop:
            if self._must_cancel:  # cancelled right before the coroutine returned
                self._must_cancel = False
                _Future.cancel(self, msg=self._cancel_message)
            else:
                _Future.set_result(self, stop.value)
        except _CancelledError as cancelled:
            self._cancelled_exc = _without_us(cancelled)
            _Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as fatal:
            _Future.set_exception(self, _without_us(fatal))
            raise
        except BaseException as failed:
            _Future.set_exception(self, _without_us(failed))
        else:
            if result is None:
                self._loop.call_soon(self._step, context=self._context)
            else:
                self._wait_for(result)
        self = exc = None

    def _wait_for(self, result):
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking:
            if result is self:
                self._fail("Task cannot await on itself: %r" % self)
            elif result.get_loop() is not self._loop:
                self._fail("Task %r got Future %r attached to a different loop" % (self, result))
            else:
                result._asyncio_future_blocking = False
                result.add_done_callback(self.task_wakeup, context=self._context)
                self._fut_waiter = result
                if self._must_cancel and result.cancel(msg=self._cancel_message):
                    self._must_cancel = False
        elif blocking is not None:
            self._fail("yield was used instead of yield from in task %r with %r" % (self, result))
        elif type(result) is _GeneratorType:
            self._fail("yield was used instead of yield from for generator in task %r with %r" % (self, result))
        else:
            self._fail("Task got bad yield: %r" % (result,))

    def _fail(self, message):
        self._loop.call_soon(self._step, RuntimeError(message), context=self._context)

    def task_wakeup(self, future):
        if isinstance(future, _Future):
            if future._state is _CANCELLED:
                exc = _handled_now(future._make_cancelled_error())
            else:
                future._log = False
                exc = future._exception
                if exc is not None:
                    exc.__traceback__ = future._exception_tb
            self._step(exc)
        else:
            try:
                future.result()
            except BaseException as exc:
                self._step(exc)
            else:
                self._step()
        self = future = exc = None


def _handled_now(exc):
    """Chain an exception as if it was raised here: when the loop runs inside an except clause or an __exit__."""
    handled = sys.exception()
    if handled is not None and handled is not exc:
        exc.__context__ = handled
    return exc


def _without_us(exc):
    """Take the frame that ran the coroutine out of an exception's traceback."""
    if exc.__traceback__ is not None:
        exc.__traceback__ = exc.__traceback__.tb_next
    return exc


Task.__module__ = "_asyncio"


def _make_task(loop, coro, name, context):
    """Ask a loop for a task. Loops of other makers need not know about contexts."""
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def create_task(coro, *, name=None, context=None):
    """Have the running loop run a coroutine; return its task."""
    return _make_task(events.get_running_loop(), coro, name, context)


async def _awaiting(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """Make a task of an awaitable; a future stays as it is."""
    given = coro_or_future
    if futures.isfuture(given):
        if loop is None or loop is given.get_loop():
            return given
        raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
    if coroutines.iscoroutine(given):
        coro = given
    elif hasattr(given, "__await__"):
        coro = _awaiting(given)
    else:
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    loop = events.get_event_loop() if loop is None else loop
    try:
        return loop.create_task(coro)
    except RuntimeError:
        if coro is given:
            coro.close()
        raise


class _Once:
    """What is awaited to let the others have a turn."""

    def __await__(self):
        yield


_once = _Once()


async def sleep(delay, result=None):
    """Wait for delay seconds, then return result."""
    if delay <= 0:
        await _once
        return result
    if delay == delay:
        loop = events.get_running_loop()
        return await _until(loop.create_future(), loop, delay, result)
    raise ValueError("Invalid delay: NaN (not a number)")


async def _until(future, loop, delay, result=None):
    """Wait for a future, which gets result when delay seconds (None: no matter how many) are over."""
    if delay is None:
        return await future
    alarm = loop.call_later(delay, _release, future, result)
    try:
        return await future
    finally:
        alarm.cancel()


def _release(future, result=None):
    if not future.done():
        future.set_result(result)


async def wait_for(fut, timeout):
    """Wait for an awaitable, at most timeout seconds; then it is cancelled and TimeoutError raised."""
    from asyncio import timeouts
    if fut is not None and not futures.isfuture(fut) and not coroutines.iscoroutine(fut):
        if not hasattr(fut, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except _CancelledError as exc:
            raise TimeoutError from exc
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    over = events.get_running_loop().create_future()

    def release(done):
        _release(over)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await over
    finally:
        fut.remove_done_callback(release)


class _GatheringFuture(_Future):
    """The future of gather(): cancelling it cancels the children."""

    _cancel_requested = False

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        heard = [child.cancel(msg=msg) for child in self._children]
        self._cancel_requested |= any(heard)
        return any(heard)


def gather(*coros_or_futures, return_exceptions=False):
    """Return a future of the list of all results; the first exception is its own unless return_exceptions."""
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    loop = None
    outer = None
    finished = 0
    children = []
    made = {}

    def on_done(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            futures._failure(future)  # nobody else will ask
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            exc = future.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if finished == len(made):
            results = []
            for child in children:
                if child.cancelled():
                    result = _CancelledError("" if child._cancel_message is None else child._cancel_message)
                else:
                    result = child.exception()
                    if result is None:
                        result = child.result()
                results.append(result)
            if outer._cancel_requested:
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(results)

    for arg in coros_or_futures:
        future = made.get(arg)
        if future is None:
            future = ensure_future(arg, loop=loop)
            if loop is None:
                loop = future.get_loop()
            if future is not arg:
                future._log_destroy_pending = False
            made[arg] = future
            if future.done():
                loop.call_soon(on_done, future)
            else:
                future.add_done_callback(on_done)
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    return outer


def shield(arg):
    """Wait for an awaitable that goes on when the waiting is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inform(inner):
        if outer.cancelled():
            futures._failure(inner)  # nobody else will ask
        else:
            futures._copy_outcome(inner, outer)

    def let_go(outer):
        if not inner.done():
            inner.remove_done_callback(inform)

    inner.add_done_callback(inform)
    outer.add_done_callback(let_go)
    return outer


def run_coroutine_threadsafe(coro, loop):
    raise NotImplementedError("asyncio.run_coroutine_threadsafe() needs threads, which ouro does not have")


def create_eager_task_factory(custom_task_constructor):
    """Make a task factory whose tasks begin to run at once."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def __getattr__(name):
    if name in ("as_completed", "wait"):
        from asyncio import completed
        return getattr(completed, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
