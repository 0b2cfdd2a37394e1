"""Context managers: made of generators, put together, turned into decorators."""
import sys
from _collections import deque
from abc import ABC, _whoever_has, abstractmethod
from functools import wraps

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
           "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "aclosing", "chdir"]

GenericAlias = type(list[int])


class AbstractContextManager(ABC):
    """What has __enter__ (by default it returns self) and __exit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    __subclasshook__ = _whoever_has("__enter__", "__exit__")


class AbstractAsyncContextManager(ABC):
    """What has __aenter__ (by default it returns self) and __aexit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    __subclasshook__ = _whoever_has("__aenter__", "__aexit__")


class ContextDecorator:
    """Lets instances of a context manager class be used as decorators: the function runs inside."""

    def _recreate_cm(self):
        """Return the context manager for one call: self, unless it can be used only once."""
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


MethodType = type(ContextDecorator()._recreate_cm)


class AsyncContextDecorator:
    """The same for asynchronous context managers and functions."""

    def _recreate_cm(self):
        """Return the context manager for one call: self, unless it can be used only once."""
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# Context managers made of generators.

_ENDED = object()  # what next() gives at the end of a generator: cheaper than an exception

class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc
        self.func = func
        self.args = args
        self.kwds = kwds

    def _recreate_cm(self):
        # a generator runs once: each call of a decorated function has one of its own
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """What a function decorated by contextmanager returns."""

    def __enter__(self):
        del self.args, self.kwds, self.func  # nothing is kept alive longer than needed
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            if next(self.gen, _ENDED) is _ENDED:
                return False
            self._refuse("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            # swallowed, unless it is the one that was thrown in, having gone through unchanged
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                # what becomes of a StopIteration that leaves a generator (PEP 479)
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        self._refuse("generator didn't stop after throw()")

    def _refuse(self, complaint):
        try:
            raise RuntimeError(complaint)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """What a function decorated by asynccontextmanager returns."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            await self._refuse("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        await self._refuse("generator didn't stop after athrow()")

    async def _refuse(self, complaint):
        try:
            raise RuntimeError(complaint)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Decorate a generator function that yields once: calling it makes a context manager, which enters by running it up
    to the yield and leaves by running the rest. An exception of the block is raised at the yield."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """The same for an asynchronous generator function and `async with`."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# Context managers for one purpose each.

class closing(AbstractContextManager):
    """Calls thing.close() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits thing.aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None  # the name of an attribute of sys

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []  # several, as one may be entered again inside

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Makes sys.stdout another file for the block."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Makes sys.stderr another file for the block."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block quietly when one of these exceptions is raised; in an exception group, takes them out."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        if (rest := excinst.split(self._exceptions)[1]) is not None:
            raise rest
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing: stands where there is sometimes a context manager. Entering returns enter_result."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Makes path the working directory for the block. Not for programs with several threads or tasks."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


# Stacks of context managers.

def _does_not_support(cls, protocol):
    return TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol")


def _set_behind(new_exc, old_exc, frame_exc):
    """Make old_exc, which was raised in a block further in, the context of new_exc: as nested `with` would have it."""
    context = new_exc.__context__
    while context is not None and context is not old_exc:
        if context is frame_exc:
            new_exc.__context__ = old_exc
            return
        new_exc, context = context, context.__context__


class _Leaving:
    """What becomes of an exception while the callbacks of a stack run."""

    def __init__(self, exc, frame_exc):
        self.exc, self.frame_exc = exc, frame_exc
        self.received = exc is not None
        self.suppressed = self.pending = False

    def details(self):
        """Return the three parts that a callback gets."""
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def swallow(self):
        """A callback has suppressed the exception."""
        self.suppressed, self.pending, self.exc = True, False, None

    def replace(self, new_exc):
        """A callback has raised an exception of its own."""
        _set_behind(new_exc, self.exc, self.frame_exc)
        self.pending, self.exc = True, new_exc

    def finish(self):
        """Raise what a callback raised, or return whether the exception of the block is suppressed."""
        if self.pending:
            context = self.exc.__context__
            try:
                raise self.exc
            except BaseException as exc:
                exc.__context__ = context  # which raising has changed
                self.exc = None
                raise
        return self.received and self.suppressed


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = deque()  # (is it synchronous, what is called with the exception's three parts)

    def pop_all(self):
        """Move all that is to be called to a new stack, and return that."""
        stack = type(self)()
        stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, stack._exit_callbacks
        return stack

    def push(self, exit):
        """Note the __exit__ of a context manager (which is not entered), or a function like that. Returns exit."""
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._exit_callbacks.append((True, exit))
        else:
            self._exit_callbacks.append((True, MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, note its __exit__, and return what entering it did."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise _does_not_support(cls, "context manager") from None
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Note a function to be called with these arguments; it cannot suppress exceptions. Returns callback."""
        def exit(exc_type, exc, tb):
            callback(*args, **kwds)

        exit.__wrapped__ = callback  # for those who look inside
        self._exit_callbacks.append((True, exit))
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A stack of context managers and functions, left from the newest to the oldest at the end of the block."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        leaving = _Leaving(exc_details[1], sys.exception())
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*leaving.details()):
                    leaving.swallow()
            except BaseException as new_exc:
                leaving.replace(new_exc)
        return leaving.finish()

    def close(self):
        """Leave all of it now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack for `async with`, which takes asynchronous context managers and functions as well."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, note its __aexit__, and return what entering it did."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise _does_not_support(cls, "asynchronous context manager") from None
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Note the __aexit__ of a context manager (which is not entered), or a function like that. Returns exit."""
        try:
            method = type(exit).__aexit__
        except AttributeError:
            self._exit_callbacks.append((False, exit))
        else:
            self._exit_callbacks.append((False, MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Note a coroutine function to be awaited with these arguments. Returns callback."""
        async def exit(exc_type, exc, tb):
            await callback(*args, **kwds)

        exit.__wrapped__ = callback
        self._exit_callbacks.append((False, exit))
        return callback

    async def aclose(self):
        """Leave all of it now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        leaving = _Leaving(exc_details[1], sys.exception())
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(*leaving.details())
                if answer if is_sync else await answer:
                    leaving.swallow()
            except BaseException as new_exc:
                leaving.replace(new_exc)
        return leaving.finish()
