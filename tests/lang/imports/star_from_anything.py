# What stands in sys.modules need not be a module: from x import * says what it misses.
import sys
from types import SimpleNamespace


class Bare:
    __slots__ = ()


class Quiet:
    __slots__ = ()

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


for module in (5, Bare(), SimpleNamespace(__all__=5), SimpleNamespace(__all__={"a"}, a=1), SimpleNamespace(__all__="ab", a=1, b=2),
               SimpleNamespace(__name__=5, __all__=[5]), SimpleNamespace(__name__="N", __all__=[5])):
    sys.modules["odd"] = module
    try:
        names = {}
        exec("from odd import *", names)
        print(sorted(names)[1:])
    except Exception as e:
        print(type(e).__name__, e)

for thing in (Bare(), Quiet()):
    try:
        thing.x = 1
    except AttributeError as e:
        print(e)
