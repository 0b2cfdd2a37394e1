"""functools.singledispatch and singledispatchmethod: the function that runs is chosen by the type of an argument."""
from functools import update_wrapper

__name__ = "functools" # that is where everybody finds them

_GenericAlias = type(list[int])
_UnionType = type(int | str)


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
        if not (callable(func) or hasattr(func, "__get__")):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.dispatcher = func, singledispatch(func)

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
