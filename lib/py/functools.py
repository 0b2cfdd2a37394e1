"""Functions that take functions: caches, partial calls, wrappers, dispatch on types, comparison methods."""
from _functools import (_cache_attribute, _cached_attribute, _call_special, _lru_cache_wrapper, cmp_to_key, partial,
                        reduce)

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache",
           "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod",
           "cached_property"]

_GenericAlias = type(list[int])
_UnionType = type(int | str)

# Wrappers.

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make wrapper look like wrapped: it gets the assigned attributes, and its updated ones are merged."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
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


def __getattr__(name):
    if name == "_CacheInfo":
        return _cache_info_type()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


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


_absent = object()


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
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        words = [repr(self.func), *map(repr, self.args)]
        words += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(words)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func: # not a plain function: its own binding counts
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(_GenericAlias)


# Dispatch on the type of the first argument.

def _c3_merge(sequences):
    """Merge orders of classes into one that agrees with each, as method resolution does."""
    result = []
    while sequences := [sequence for sequence in sequences if sequence]:
        for sequence in sequences:
            first = sequence[0]
            if not any(first in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(first)
        sequences = [sequence[1:] if sequence[0] is first else sequence for sequence in sequences]
    return result


def _c3_mro(cls, abcs=None):
    """The MRO of cls as if those of the abstract classes abcs that it is a subclass of were written as bases.

    They stand behind the last base that is abstract itself, and before the concrete ones.
    """
    bases = cls.__bases__
    boundary = max((i + 1 for i, base in enumerate(bases) if hasattr(base, "__abstractmethods__")), default=0)
    here = [abc for abc in abcs or () if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)]
    above = [abc for abc in abcs or () if abc not in here]
    groups = [list(bases[:boundary]), here, list(bases[boundary:])]
    return _c3_merge([[cls]] + [_c3_mro(base, above) for group in groups for base in group] + groups)


def _compose_mro(cls, types):
    """The MRO of cls with those of types put in that it is a subclass of without naming them."""
    own = set(cls.__mro__)
    virtual = [t for t in types if t not in own and hasattr(t, "__mro__") and not isinstance(t, _GenericAlias) and
               issubclass(cls, t)]
    virtual = [t for t in virtual if not any(t is not other and t in other.__mro__ for other in virtual)]
    ordered = []
    for t in virtual:
        # What cls is registered with may be subclasses of t: their order counts, the longest chain first.
        chains = [[base for base in sub.__mro__ if base in virtual] for sub in t.__subclasses__()
                  if sub not in own and issubclass(cls, sub)]
        chains.sort(key=len, reverse=True)
        for chain in chains or [[t]]:
            ordered += [base for base in chain if base not in ordered]
    return _c3_mro(cls, abcs=ordered)


def _find_impl(cls, registry):
    """The function registered for the nearest class that cls is a subclass of, or None."""
    match = None
    for t in _compose_mro(cls, registry.keys()):
        if match is None:
            if t in registry:
                match = t
            continue
        # the next class is as good as an abstract one that cls does not name
        own = cls.__mro__
        if t in registry and t not in own and match not in own and not issubclass(match, t):
            raise RuntimeError(f"Ambiguous dispatch: {match} or {t}")
        break
    return registry.get(match)


def _union_members(cls):
    """The members of a union, or None of anything else."""
    if isinstance(cls, _UnionType):
        return cls.__args__
    import sys
    typing = sys.modules.get("typing")
    if typing is not None and getattr(cls, "__origin__", None) is typing.Union:
        return cls.__args__
    return None


def _is_dispatchable(cls):
    members = _union_members(cls)
    return isinstance(cls, type) if members is None else all(isinstance(member, type) for member in members)


def _annotated_type(function):
    """Name and type of the first annotation."""
    name, value = next(iter(function.__annotations__.items()))
    if isinstance(value, str):
        while hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        value = eval(value, getattr(function, "__globals__", {}))
    return name, type(None) if value is None else value


def singledispatch(func):
    """A decorator: the function that runs is chosen by the class of the first argument.

    func runs when none is better. Others are added by register(class), also with a class as annotation.
    """
    from types import MappingProxyType
    from _weakref import ref
    registry = {}
    chosen = {} # weak reference to a class -> the function for it
    watched = {} # weak reference with a callback -> the one in chosen
    token = None
    funcname = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        """The function that runs for instances of cls."""
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            now = get_cache_token()
            if token != now:
                clear()
                token = now
        key = ref(cls)
        function = chosen.get(key)
        if function is None:
            function = registry.get(cls) or _find_impl(cls, registry)
            chosen[key] = function
            watched[ref(cls, forget)] = key
        return function

    def forget(dead):
        chosen.pop(watched.pop(dead, None), None)

    def clear():
        chosen.clear()
        watched.clear()

    def register(cls, func=None):
        """Add func for cls, or for the class that its first annotation names."""
        nonlocal token
        if _is_dispatchable(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, "__annotations__", None):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either "
                                "`@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            name, cls = _annotated_type(func)
            if not _is_dispatchable(cls):
                why = "is not a class." if _union_members(cls) is None else "not all arguments are classes."
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} {why}")
        for member in _union_members(cls) or (cls,):
            registry[member] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            from abc import get_cache_token
            token = get_cache_token()
        clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        cls = args[0].__class__
        function = chosen.get(ref(cls)) if token is None else None
        return (function or dispatch(cls))(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A decorator for methods: what runs is chosen by the class of the first argument behind self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add a method for cls, or for the class that its first annotation names."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{funcname} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
