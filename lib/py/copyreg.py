"""How objects of certain types are taken apart for copies and pickles."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

_HEAP = 1 << 9 # the flag of classes made by programs
_BUILTIN = type(len)

dispatch_table = {} # type -> function that answers what __reduce__ would


def _check(function, what):
    if not callable(function):
        raise TypeError(f"{what} must be callable")


def pickle(ob_type, pickle_function, constructor_ob=None):
    """From now on, pickle_function(x) tells how to make x again, for x of this type."""
    _check(pickle_function, "reduction functions")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that object can be called."""
    _check(object, "constructors")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    """What old pickles call: an instance of cls whose base is made of state."""
    obj = object.__new__(cls) if base is object else base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(obj, state)
    return obj


def _makes_itself(cls):
    new = cls.__new__
    return isinstance(new, _BUILTIN) and new.__self__ is cls


def _reduce_ex(self, protocol):
    """What object.__reduce_ex__ answers for protocols 0 and 1: the nearest base in C makes the instance again."""
    cls = type(self)
    base = next(b for b in cls.__mro__ if not b.__flags__ & _HEAP or _makes_itself(b))
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    state = None if base is object else base(self)
    arguments = cls, base, state
    getstate = getattr(self, "__getstate__", None)
    own = getstate is not None and cls.__getstate__ is not object.__getstate__
    if not own and getattr(self, "__slots__", None):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    state = getstate() if own else getattr(self, "__dict__", None)
    return (_reconstructor, arguments, state) if state else (_reconstructor, arguments)


def _slots_in(cls):
    slots = cls.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else slots


def _mangled(cls, name):
    """The name of an attribute as a class keeps it."""
    owner = cls.__name__.lstrip("_")
    return f"_{owner}{name}" if owner and name.startswith("__") and not name.endswith("__") else name


def _slotnames(cls):
    """The names of the slots of a class and its bases that hold state."""
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = [_mangled(base, name) for base in cls.__mro__ for name in _slots_in(base)
             if name not in ("__dict__", "__weakref__")]
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


# Codes: short numbers that a pickle may write in place of a module and a name.

_extension_registry = {} # (module, name) -> code
_inverted_registry = {}
_extension_cache = {} # code -> object


def add_extension(module, name, code):
    """Let code stand for (module, name)."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = (module, name)
    known_code, known_key = _extension_registry.get(key), _inverted_registry.get(code)
    if (known_code, known_key) == (code, key):
        return
    if known_code is not None:
        raise ValueError(f"key {key} is already registered with code {known_code}")
    if known_key is not None:
        raise ValueError(f"code {code} is already in use for key {known_key}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Undo add_extension with the same arguments."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
