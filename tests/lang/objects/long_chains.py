"""What calls itself once for each link of a long chain ends in RecursionError when the stack does, or gets through: at 100,000
links CPython 3.13 itself crashes, at 10,000 it prints this."""

import sys
import types


def survives(action):
    try:
        action()
    except (RecursionError, AttributeError, ImportError, KeyError):
        pass
    return True


def wrapped(kind, function, times=100_000):
    for _ in range(times):
        function = kind(function)
    return function


for kind in (staticmethod, classmethod, property):
    print(kind.__name__, survives(lambda: wrapped(kind, len).__isabstractmethod__))
method = wrapped(lambda m: types.MethodType(m, 1), print)
print("method", survives(lambda: method.nope), survives(lambda: method.__doc__))
alias = wrapped(lambda a: types.GenericAlias(a, (int,)), list)
print("alias", survives(lambda: alias.nope))
sys.setrecursionlimit(1_000_000)
sys.unraisablehook = lambda unraisable: None  # a chain too long to be closed


def delegates(iterator):
    yield from iterator


for act in (lambda g: g.close(), lambda g: g.throw(KeyError), list):
    generator = wrapped(delegates, iter("abc"), 20_000)
    print(next(generator), survives(lambda: act(generator)))
print("import", survives(lambda: exec("import " + ".".join(["sys"] * 20_000))))
