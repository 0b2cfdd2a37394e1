"""Abstract base classes: classes with methods that a subclass must define before it can be instantiated."""
from _abc import ABCMeta, _check_methods, get_cache_token


def abstractmethod(funcobj):
    """Mark a method as abstract: a class that has one (its own or inherited) cannot be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _whoever_has(*methods):
    """Return a __subclasshook__: classes with these methods are subclasses of the class that it stands in."""
    @classmethod
    def __subclasshook__(cls, C):
        return _check_methods(C, *methods) if cls.__dict__.get("__subclasshook__") is hook else NotImplemented

    hook = __subclasshook__
    return hook


class abstractclassmethod(classmethod):
    """Deprecated: use classmethod over abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Deprecated: use staticmethod over abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Deprecated: use property over abstractmethod."""

    __isabstractmethod__ = True


class ABC(metaclass=ABCMeta):
    """A base that makes a class abstract by plain inheritance."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Find out anew which methods of cls are abstract, after methods were added to it. Returns cls.

    Subclasses that exist already are not looked at.
    """
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = {name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())}
    found = {name for name in names if getattr(getattr(cls, name, None), "__isabstractmethod__", False)}
    found.update(name for name, value in cls.__dict__.items() if getattr(value, "__isabstractmethod__", False))
    cls.__abstractmethods__ = frozenset(found)
    return cls
