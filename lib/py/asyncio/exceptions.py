"""The exceptions of asyncio."""

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError",
           "LimitOverrunError", "SendfileNotAvailableError")

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """What a cancelled Future or Task raises."""


class InvalidStateError(Exception):
    """The future is in a state that does not allow this."""


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send a file by itself."""


class IncompleteReadError(EOFError):
    """A read ended before what was expected had come."""

    def __init__(self, partial, expected):
        total = "undefined" if expected is None else repr(expected)
        super().__init__("%d bytes read on a total of %s expected bytes" % (len(partial), total))
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The limit of a buffer was reached while looking for a separator."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier is broken: somebody waiting for it gave up."""
