"""A call of one argument at one place: of functions in C, of one that goes, of bound methods, types, functions."""
import math
import operator


def at_one_place(f, x):
    try:
        return f(x)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def of_module(module, x):
    try:
        return module.f(x)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Module:
    pass


class Called:
    def __call__(self, x):
        return "called", x


items = []
for f in (abs, hex, abs, len, int, str.upper, items.append, Called(), lambda x: ("lambda", x), abs, max, print, divmod,
          dict.fromkeys, "a".join, math.sqrt, operator.neg, iter, sum, type, isinstance, abs, ord, chr):
    module = Module()
    module.f = f
    for x in -3, "ab", [1], None:
        for call in at_one_place, of_module:
            shown = [call(f if call is at_one_place else module, x) for _ in range(3)][-1]
            print(getattr(f, "__name__", "?"), repr(x), shown if not hasattr(shown, "__next__") else "an iterator")
print(len(items))

# A function goes, and what comes to its place takes its arguments otherwise.
for _ in range(20):
    at_one_place(math.exp2, 3.0)
del math.exp2
kept = [[].append for _ in range(50)]
print({at_one_place(append, 5) for append in kept}, {tuple(append.__self__) for append in kept})


def drops(x):
    global function
    function = None
    return x


class Index:
    def __index__(self):
        drops(self)
        return 255


function = hex
for value in (1, 2, 3, Index()):
    print((lambda x: function(x))(value))
