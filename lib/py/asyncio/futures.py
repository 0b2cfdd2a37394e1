"""Futures: results that are still to come."""
from _contextvars import copy_context
from asyncio import events, exceptions

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"
_MESSAGE = "StopIteration interacts badly with generators and cannot be raised into a Future"
_repr = None  # the module, once a future was shown


def _texts():
    global _repr
    if _repr is None:
        from asyncio import _repr
    return _repr


def isfuture(obj):
    """Whether obj is a Future or can be used as one."""
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


class Future:
    """A result that is still to come."""

    _state = _PENDING
    _result = None
    _exception = None
    _exception_tb = None
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _log = False  # whether nobody asked for the exception yet

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    def __repr__(self):
        return _texts().show(self, _repr.future_info)

    def __del__(self):
        if self._log and self._exception is not None:
            self._loop.call_exception_handler({
                "message": "%s exception was never retrieved" % type(self).__name__,
                "exception": self._exception,
                "future": self,
            })

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    @property
    def _log_traceback(self):
        return self._log

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self._log = False

    def get_loop(self):
        return self._loop

    def _make_cancelled_error(self):
        kept, self._cancelled_exc = self._cancelled_exc, None
        if kept is not None:
            return kept
        message = self._cancel_message
        return exceptions.CancelledError() if message is None else exceptions.CancelledError(message)

    def _no_result(self, message):
        return self._make_cancelled_error() if self._state is _CANCELLED else exceptions.InvalidStateError(message)

    def _settle(self, state):
        """Be done; have those called who asked for it."""
        self._state = state
        if self._callbacks:
            told, self._callbacks = self._callbacks, []
            for fn, context in told:
                self._loop.call_soon(fn, self, context=context)

    def cancel(self, msg=None):
        """Cancel the future; False when it is done already."""
        self._log = False
        pending = self._state is _PENDING
        if pending:
            self._cancel_message = msg
            self._settle(_CANCELLED)
        return pending

    def cancelled(self):
        return self._state is _CANCELLED

    def done(self):
        return self._state is not _PENDING

    def result(self):
        """Return the result, or raise what came instead of it."""
        if self._state is not _FINISHED:
            raise self._no_result("Result is not set.")
        self._log = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result

    def exception(self):
        """Return the exception that came instead of a result, or None."""
        if self._state is not _FINISHED:
            raise self._no_result("Exception is not set.")
        self._log = False
        return self._exception

    def add_done_callback(self, fn, /, *, context=None):
        """Have fn(future) called by the loop when the future is done."""
        if context is None:
            context = copy_context()
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn, /):
        """Forget a callback, as often as it was added; return how often that was."""
        kept = [pair for pair in self._callbacks if pair[0] != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def set_result(self, result, /):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        self._result = result
        self._settle(_FINISHED)

    def set_exception(self, exception, /):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if isinstance(exception, StopIteration):
            wrapped = RuntimeError(_MESSAGE)
            wrapped.__cause__ = wrapped.__context__ = exception
            exception = wrapped
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._settle(_FINISHED)
        self._log = True

    def __await__(self):
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


Future.__module__ = "_asyncio"


def _failure(future):
    """Return the exception of a future that is done, None when it has none or was cancelled; so it was asked for."""
    return None if future.cancelled() else future.exception()


def _copy_outcome(source, target):
    """Let a future end as another one did."""
    if source.cancelled():
        target.cancel()
    elif (exc := source.exception()) is not None:
        target.set_exception(exc)
    else:
        target.set_result(source.result())


def wrap_future(future, *, loop=None):
    """Return the future; those of other threads do not exist."""
    if isfuture(future):
        return future
    raise AssertionError("concurrent.futures.Future is expected, got %r" % (future,))
