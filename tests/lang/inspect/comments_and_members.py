# Above the docstring.
"""inspect.getcomments of a module, members that dir() names twice, abstract classes while they are made."""
import abc
import enum
import functools
import inspect
import operator
import sys


class Twice:
    a = 1

    def __dir__(self):
        return ["a", "a"]


class Registry(abc.ABC):
    known = []

    def __init_subclass__(cls):
        cls.known.append((cls.__name__, inspect.isabstract(cls)))

    @abc.abstractmethod
    def work(self): ...


class Middle(Registry):
    pass


class Worker(Middle):
    def work(self): ...


class Colour(enum.Enum):
    """Colours."""

    RED = 1

    def method(self): ...


class Empty(enum.Enum):
    pass


print(repr(inspect.getcomments(sys.modules["__main__"])))
print(inspect.getmembers(Twice()), inspect.getmembers_static(Twice()))
print(Registry.known, inspect.isabstract(Registry), inspect.isabstract(int), inspect.isabstract(3))
print("positions=Positions(lineno=" in repr(inspect.stack()[0]))
for callable in Colour, Empty, functools.partial, operator.methodcaller:
    print(inspect.signature(callable))
