# What __dict__ took that is no name: repr and dir of namespaces, modules and frames.
import sys, types

space = types.SimpleNamespace(a=1, **{"": 2, "not a name": 3})
space.__dict__[5] = 6
print(space, sorted(map(str, space.__dict__)))


class Lazy(types.ModuleType):
    def __getattr__(self, name):
        return name.upper()


module = Lazy("lazy")
print(module)
module.__file__ = None
print(module)


class Odd(types.ModuleType):
    __dict__ = 8


class Raises(types.ModuleType):
    def __getattr__(self, name):
        raise KeyError(name)


for function in (lambda: dir(Odd("odd")), lambda: repr(Raises("raises"))):
    try:
        print(function())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)

bound = sys._getframe
for wrong in ([("x", 1)], 5, None, module):
    try:
        (lambda: sys._getframe().f_locals)().update(wrong)
    except TypeError as error:
        print(error)

import abc

abstract = abc.ABCMeta("Abstract", (), {"a": 1})
names = []
abstract.__abstractmethods__ = names
print(abstract().a)
for added in ("method", "another", 5):
    names.append(added)
    abstract.__abstractmethods__ = names
    try:
        abstract()
    except TypeError as error:
        print(error)
names.clear()
try:
    abstract()
except TypeError as error:
    print(error)
