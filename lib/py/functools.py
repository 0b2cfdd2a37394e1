"""Functions that take functions: caches, partial calls, wrappers, dispatch on types, comparison methods."""
from _functools import (_cache_attribute, _cached_attribute, _call_special, _lru_cache_wrapper, cmp_to_key, partial,
                        reduce)

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache",
           "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod",
           "cached_property"]

_GenericAlias = type(list[int])

_absent = object()

# Wrappers.

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make wrapper look like wrapped: it gets the assigned attributes, and its updated ones are merged."""
    for name in assigned:
        value = getattr(wrapped, name, _absent)
        if value is not _absent:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a wrapper look like wrapped."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Comparison methods out of one of them. Each is made of the name of the one that the class has.

def _not(root):
    def method(self, other):
        answer = _call_special(root, self, other)
        return answer if answer is NotImplemented else not answer
    return method


def _not_and_unequal(root):
    def method(self, other):
        answer = _call_special(root, self, other)
        return answer if answer is NotImplemented else not answer and self != other
    return method


def _not_or_equal(root):
    def method(self, other):
        answer = _call_special(root, self, other)
        return answer if answer is NotImplemented else not answer or self == other
    return method


def _or_equal(root):
    def method(self, other):
        answer = _call_special(root, self, other)
        return answer if answer is NotImplemented else answer or self == other
    return method


def _and_unequal(root):
    def method(self, other):
        answer = _call_special(root, self, other)
        return answer if answer is NotImplemented else answer and self != other
    return method


_derived = {
    "__lt__": {"__gt__": _not_and_unequal, "__le__": _or_equal, "__ge__": _not},
    "__le__": {"__ge__": _not_or_equal, "__lt__": _and_unequal, "__gt__": _not},
    "__gt__": {"__lt__": _not_and_unequal, "__ge__": _or_equal, "__le__": _not},
    "__ge__": {"__le__": _not_or_equal, "__gt__": _and_unequal, "__lt__": _not},
}


def total_ordering(cls):
    """A class decorator: whoever defines __eq__ and one of < <= > >= gets the others."""
    defined = [name for name in ("__lt__", "__le__", "__gt__", "__ge__")
               if getattr(cls, name, None) is not getattr(object, name, None)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(defined)
    for name, make in _derived[root].items():
        if name not in defined:
            method = make(root)
            method.__name__ = name
            method.__qualname__ = cls.__qualname__ + "." + name
            method.__doc__ = getattr(object, name).__doc__
            setattr(cls, name, method)
    return cls


# Caches.

def _make_cache_info(hits, misses, maxsize, currsize):
    return _cache_info_type()(hits, misses, maxsize, currsize)


def _cache_info_type():
    global _CacheInfo
    try:
        return _CacheInfo
    except NameError:
        from collections import namedtuple
        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
        return _CacheInfo


# What few programs need is loaded when it is asked for.
_dispatch = ("singledispatch", "singledispatchmethod", "_c3_merge", "_c3_mro", "_compose_mro", "_find_impl")


def __getattr__(name):
    if name == "_CacheInfo":
        return _cache_info_type()
    if name == "get_cache_token":
        from abc import get_cache_token
        return get_cache_token
    if name in _dispatch:
        import _functools_dispatch
        for each in _dispatch:
            globals().setdefault(each, getattr(_functools_dispatch, each))
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__} - {"__getattr__", "__dir__"})


def lru_cache(maxsize=128, typed=False):
    """A decorator: results of the function are kept for calls with equal arguments.

    No more than maxsize results stay (None: any number), those used last. If typed, 3 and 3.0 are different arguments.
    The function gets cache_info(), cache_clear(), cache_parameters() and __wrapped__.
    """
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _make_cache_info)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """A decorator: all results are kept. The same as lru_cache(maxsize=None)."""
    return _cached(user_function, None, False)


class cached_property:
    """A property that is computed once; its value then is an ordinary attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = _cached_attribute(instance, name, _absent)
        if value is NotImplemented:
            return self._get_through_dict(instance, name)
        if value is _absent:
            value = self.func(instance)
            _cache_attribute(instance, name, value)
        return value

    def _get_through_dict(self, instance, name):
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} "
                            "property.") from None
        value = attributes.get(name, _absent)
        if value is _absent:
            value = self.func(instance)
            try:
                attributes[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                f"item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(_GenericAlias)


# Partial calls of methods.

class partialmethod:
    """A method with some arguments given in advance: name = partialmethod(func, *args, **keywords) in a class."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        words = [repr(self.func), *map(repr, self.args)]
        words += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(words)})"

    def _as_function(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        vars(_method).update(__isabstractmethod__=self.__isabstractmethod__, __partialmethod__=self)
        return _method

    def __get__(self, obj, cls=None):
        get = None if isinstance(self.func, partial) else getattr(self.func, "__get__", None)
        bound = self.func if get is None else get(obj, cls)
        if bound is self.func:
            return self._as_function().__get__(obj, cls)
        # not a plain function: its own binding counts
        call = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, "__self__"):
            call.__self__ = bound.__self__
        return call

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(_GenericAlias)
