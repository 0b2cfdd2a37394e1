"""Containers beyond dict, list, set and tuple.

deque, defaultdict and OrderedDict are in C. What is rarely used, or needs the abstract base classes, is loaded when it
is asked for first: Counter, ChainMap, UserDict, UserList, UserString.
"""
import sys as _sys
from _collections import (OrderedDict, _count_elements, _deque_iterator, _deque_reverse_iterator, _tuplegetter,
                          defaultdict, deque)

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
           "namedtuple"]

_modules = {"Counter": "_counter", "ChainMap": "_wrappers", "UserDict": "_wrappers", "UserList": "_wrappers",
            "UserString": "_wrappers"}


def __getattr__(name):
    if name == "abc":
        return __import__("collections.abc", fromlist=[name])
    if name not in _modules:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__("collections." + _modules[name], fromlist=[name])
    value = globals()[name] = getattr(module, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__} - {"__getattr__", "__dir__", "_modules"})


def _checked_names(typename, field_names, rename):
    """Return the names of a named tuple's fields, with those that cannot be used replaced or refused."""
    from keyword import iskeyword
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [_sys.intern(str(name)) for name in field_names]
    if rename:
        seen = set()
        for i, name in enumerate(names):
            if not name.isidentifier() or iskeyword(name) or name[0] == "_" or name in seen:
                names[i] = f"_{i}"
            seen.add(name)
    for name in [typename, *names]:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name[0] == "_" and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return tuple(names)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Return a class of tuples whose items also have names.

    field_names is a sequence of names, or a text with names between spaces or commas. With rename, names that cannot be
    used become _0, _1 and so on by their place. defaults are those of the last fields.
    """
    typename = _sys.intern(str(typename))
    names = _checked_names(typename, field_names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    arguments = ", ".join(names)
    count = len(names)
    new_tuple = tuple.__new__

    # the names of the fields are parameters: this function has to be compiled
    values = arguments + "," if count == 1 else arguments
    __new__ = eval(f"lambda _cls, {arguments}: _new_tuple(_cls, ({values}))",
                   {"_new_tuple": new_tuple, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({arguments})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = new_tuple(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    _make.__func__.__doc__ = f"A {typename} of what an iterable gives."

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    _replace.__doc__ = f"A {typename} like this one, with other values in the fields that are named."
    form = "(" + ", ".join([name + "=%r" for name in names]) + ")"

    def __repr__(self):
        """Show the class, and each field with its value."""
        return self.__class__.__name__ + form % self

    def _asdict(self):
        """The values as a dict, by the names of their fields."""
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        """What copies and pickles hand to __new__: the values."""
        return tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"

    namespace = {"__doc__": f"{typename}({arguments})", "__slots__": (), "_fields": names,
                 "_field_defaults": field_defaults, "__new__": __new__, "_make": _make, "__replace__": _replace,
                 "_replace": _replace, "__repr__": __repr__, "_asdict": _asdict, "__getnewargs__": __getnewargs__,
                 "__match_args__": names}
    for i, name in enumerate(names):
        namespace[name] = _tuplegetter(i, _sys.intern(f"Alias for field number {i}"))
    if module is None:
        module = _sys._getframe(1).f_globals.get("__name__", "__main__")
    namespace["__module__"] = module
    return type(typename, (tuple,), namespace)
