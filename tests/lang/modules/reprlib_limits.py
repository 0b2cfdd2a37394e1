# reprlib: limits of each type, depth, indentation, recursive_repr.
import reprlib
from reprlib import Repr, recursive_repr

r = reprlib.repr
for x in (list(range(20)), tuple(range(20)), (1,), (), [], set(), frozenset(), set(range(9)), frozenset("abcdefghij"),
          {i: i * i for i in range(9)}, "x" * 100, "it's " * 20, 10 ** 80, -10 ** 80, 3.5, None, range(10 ** 20), b"a" * 90,
          [[[[[[[[1]]]]]]]], {1: {2: {3: {4: {5: {6: {7: 8}}}}}}}, True):
    print(r(x))
short = Repr(maxlist=2, maxstring=9, maxlevel=2, fillvalue="~", maxother=12)
print(short.repr([1, 2, 3]), short.repr("abcdefghijklmnop"), short.repr([[[1]]]), short.repr({1: {2: {3: 4}}}), short.repr(range(99999)))
deep = Repr(indent=2)
print(deep.repr([1, (2,), {"a": [3]}, []]))
print(Repr(indent="->").repr((1, {2})), Repr(maxstring=2).repr("abcdef"), Repr(maxlong=5).repr(1234567))


class Broken:
    def __repr__(self):
        raise ValueError("no")


print(r(Broken()).partition(" at ")[0])


class Node:
    def __init__(self):
        self.items = [self, 1]

    @recursive_repr("<...>")
    def __repr__(self):
        "Doc."
        return f"Node({self.items})"


print(Node(), Node.__repr__.__doc__, Node.__repr__.__name__, Node.__repr__.__wrapped__ is not None)


class Own(Repr):
    def repr_Broken(self, x, level):
        return "broken"


print(Own().repr([Broken()]))
for wrong in (lambda: Repr(indent=-1).repr([1]), lambda: Repr(indent=1.5).repr([1]), lambda: Repr(5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
