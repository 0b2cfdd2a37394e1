"""The abstract base classes of containers, iterators and their kind.

Those of containers are loaded when one of them is asked for: many programs only want Iterable, Callable and the like.
"""
from _collections_abilities import *

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
           "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet",
           "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence",
           "MutableSequence", "ByteString", "Buffer"]


def __getattr__(name):
    if name == "_CallableGenericAlias":
        import _collections_callable as room
    elif name == "ByteString":
        import _collections_bytestring as room
    elif name in __all__:
        import _collections_abc as room
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(room, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__} - {"__getattr__", "__dir__"})
