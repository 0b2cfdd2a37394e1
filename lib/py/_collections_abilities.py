"""The part of collections.abc that is about one ability each: what can be hashed, iterated, awaited, called, ..."""
from abc import ABCMeta, _whoever_has, abstractmethod

GenericAlias = type(list[int])

__all__ = ["AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Buffer", "Callable", "Collection",
           "Container", "Coroutine", "Generator", "Hashable", "Iterable", "Iterator", "Reversible", "Sized"]

__name__ = "collections.abc"  # the module that the classes say they are from


# What throw() and close() do.

def _raise(typ, val, tb):
    if val is None:
        val = typ if tb is None else typ()
    raise val if tb is None else val.with_traceback(tb)


def _close(running, kind):
    """Raise GeneratorExit inside, which has to end it."""
    try:
        running.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(kind + " ignored GeneratorExit")


# Things with one ability each.

class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _whoever_has("__hash__")


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _whoever_has("__await__")

    __class_getitem__ = classmethod(GenericAlias)


class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Pass a value in; return what is yielded next, or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception inside; return what is yielded next, or raise StopIteration."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside."""
        _close(self, "coroutine")

    __subclasshook__ = _whoever_has("__await__", "send", "throw", "close")


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _whoever_has("__aiter__")

    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """Return the next item, or raise StopAsyncIteration."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _whoever_has("__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        """Return the next item, or raise StopAsyncIteration."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Pass a value in; return what is yielded next, or raise StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raise an exception inside; return what is yielded next, or raise StopAsyncIteration."""
        _raise(typ, val, tb)

    async def aclose(self):
        """Raise GeneratorExit inside."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _whoever_has("__aiter__", "__anext__", "asend", "athrow", "aclose")


class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        yield from ()

    __subclasshook__ = _whoever_has("__iter__")

    __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """Return the next item, or raise StopIteration."""
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _whoever_has("__iter__", "__next__")


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()

    __subclasshook__ = _whoever_has("__reversed__", "__iter__")


class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        """Return the next item, or raise StopIteration."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Pass a value in; return what is yielded next, or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception inside; return what is yielded next, or raise StopIteration."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside."""
        _close(self, "generator")

    __subclasshook__ = _whoever_has("__iter__", "__next__", "send", "throw", "close")


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _whoever_has("__len__")


class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _whoever_has("__contains__")

    __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    __subclasshook__ = _whoever_has("__len__", "__iter__", "__contains__")


class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError

    __subclasshook__ = _whoever_has("__buffer__")


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _whoever_has("__call__")

    def __class_getitem__(cls, parameters):
        from _collections_callable import _CallableGenericAlias
        return _CallableGenericAlias(cls, parameters)


# Types that are more than their methods tell, mostly as the sequences that they are.
for _ability, _kinds in ((Buffer, (bytes, bytearray, memoryview)), (Collection, (memoryview, type({}.values()))),
                         (Reversible, (str, bytes, bytearray, tuple, memoryview))):
    for _kind in _kinds:
        _ability.register(_kind)
