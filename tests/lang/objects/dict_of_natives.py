# The __dict__ of an object of a native type may be replaced, but not deleted; that of a class's instance may be both.
import functools
import types
from collections import OrderedDict


class Plain:
    pass


class Derived(OrderedDict):
    pass


def function():
    pass


for thing in function, classmethod(len), staticmethod(len), functools.partial(len), functools.lru_cache(function), ValueError(), OrderedDict(), Derived(), Plain():
    for use in (lambda: delattr(thing, "__dict__")), (lambda: setattr(thing, "__dict__", 5)), (lambda: setattr(thing, "__dict__", {"a": 1})), (lambda: thing.a), (lambda: delattr(thing, "__dict__")), (lambda: thing.a):
        try:
            print(type(thing).__name__, use())
        except Exception as problem:
            print(type(problem).__name__, problem)
partial = functools.partial(len)
partial.a = 1
partial.__setstate__((len, (), {}, None))
print(vars(partial))
# An attribute without a name is not shown.
print(types.SimpleNamespace({"": 1, "a": 2}), types.SimpleNamespace({"": 1}))
