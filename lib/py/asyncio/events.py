"""Handles of callbacks, and which event loop is whose."""
from _contextvars import copy_context

__all__ = ("AbstractEventLoop", "AbstractEventLoopPolicy", "Handle", "TimerHandle", "get_event_loop_policy",
           "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop", "_set_running_loop",
           "get_running_loop", "_get_running_loop")


class Handle:
    """A callback to be run by the loop; what call_soon() returns."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_source_traceback", "_context", "__weakref__")

    def __init__(self, callback, args, loop, context=None):
        self._context = copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False

    def _repr_info(self):
        from asyncio import _repr
        info = [type(self).__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(_repr.callback_text(self._callback, self._args, debug=self._loop.get_debug()))
        return info

    def __repr__(self):
        return "<%s>" % " ".join(self._repr_info())

    def get_context(self):
        return self._context

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop._callback_failed(self, exc)
        self = None


class TimerHandle(Handle):
    """A callback to be run at a time; what call_at() and call_later() return."""

    __slots__ = ("_scheduled", "_when")

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, "when=%s" % self._when)
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when < other._when or self == other if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when > other._when or self == other if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self._callback, self._args, self._cancelled) == (
            other._when, other._callback, other._args, other._cancelled)

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        return self._when


class AbstractEventLoop:
    """What an event loop can be asked; loops of other makers derive from it."""

    def _refuse(self, *args, **kwargs):
        raise NotImplementedError

    run_forever = run_until_complete = stop = is_running = is_closed = close = _refuse
    call_soon = call_later = call_at = call_soon_threadsafe = time = create_future = create_task = _refuse
    get_exception_handler = set_exception_handler = default_exception_handler = call_exception_handler = _refuse
    get_debug = set_debug = set_task_factory = get_task_factory = _refuse


class AbstractEventLoopPolicy:
    """What chooses the event loop of a context."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class _DefaultPolicy(AbstractEventLoopPolicy):
    _loop = None
    _set_called = False

    def get_event_loop(self):
        if self._loop is None and not self._set_called:
            import warnings
            warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=3)
            self.set_event_loop(self.new_event_loop())
        if self._loop is None:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        return self._loop

    def set_event_loop(self, loop):
        self._set_called = True
        self._loop = _checked("loop", loop, AbstractEventLoop)

    def new_event_loop(self):
        from asyncio.base_events import BaseEventLoop
        return BaseEventLoop()


_DefaultPolicy.__name__ = _DefaultPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
_policy = None
_running = None


def get_running_loop():
    """Return the loop that runs. RuntimeError when none does."""
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def _get_running_loop():
    return _running


def _set_running_loop(loop):
    global _running
    _running = loop


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = _DefaultPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    _policy = _checked("policy", policy, AbstractEventLoopPolicy)


def _checked(role, value, kind):
    if value is None or isinstance(value, kind):
        return value
    raise TypeError("%s must be an instance of %s or None, not '%s'" % (role, kind.__name__, type(value).__name__))


def get_event_loop():
    """Return the loop that runs, else the policy's."""
    return _running if _running is not None else get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()
