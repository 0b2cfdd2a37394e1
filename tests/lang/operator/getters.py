# operator.itemgetter, attrgetter, methodcaller: calls, repr, errors.
from operator import attrgetter, itemgetter, methodcaller


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def moved(self, by, *, times=1):
        return self.x + by * times

    def __getitem__(self, key):
        return "item", key


p = Point(1, Point(2, 3))
print(itemgetter(1)([1, 2, 3]), itemgetter(-1)((1, 2)), itemgetter(0)((5,)), itemgetter(2, 0, 1)("abc"))
print(itemgetter("k")({"k": "v"}), itemgetter(slice(1, 3))((1, 2, 3, 4)), itemgetter(None)(p), itemgetter(True)((1, 2)))
print(attrgetter("x")(p), attrgetter("y.x")(p), attrgetter("x", "y.y", "y.x")(p), attrgetter("y.__class__.__name__")(p))
print(methodcaller("upper")("abc"), methodcaller("moved", 5)(p), methodcaller("moved", 5, times=3)(p))
print(methodcaller("replace", "a", "b", 1)("aaa"), methodcaller("split", sep=",")("a,b"))
print(sorted([(1, "b"), (0, "c"), (2, "a")], key=itemgetter(1)), sorted([3 + 1j, 2 + 5j], key=attrgetter("imag")))
for getter in (itemgetter(1), itemgetter("a", 2), attrgetter("a.b"), attrgetter("a", "b"), methodcaller("f"),
               methodcaller("f", 1, x=2)):
    print(getter, type(getter).__module__, getter.__reduce__()[1])
loop = []
own = itemgetter(loop)
loop.append(own)
print(own)
del loop[:]


class Sub(str):
    pass


print(attrgetter(Sub("x"))(p), methodcaller(Sub("moved"), 1)(p))
for wrong in (lambda: itemgetter(), lambda: itemgetter(x=1), lambda: itemgetter(1)(), lambda: itemgetter(1)(1, 2),
              lambda: itemgetter(1)(x=3), lambda: itemgetter(5)((1,)), lambda: itemgetter(5, 6)([]),
              lambda: itemgetter("a")({}), lambda: itemgetter("a")((1,)), lambda: itemgetter(1)(5),
              lambda: attrgetter(), lambda: attrgetter(1), lambda: attrgetter("x", 2), lambda: attrgetter("z")(p),
              lambda: attrgetter("y.z")(p), lambda: attrgetter("x.")(p), lambda: attrgetter("x")(), lambda: attrgetter(x=1),
              lambda: methodcaller(), lambda: methodcaller(1), lambda: methodcaller("f")(), lambda: methodcaller("f")(p),
              lambda: methodcaller("moved")(p), lambda: methodcaller("f")(p, 1), lambda: methodcaller("f")(p, x=1),
              lambda: type("S", (itemgetter,), {}), lambda: itemgetter(1) + 1):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
