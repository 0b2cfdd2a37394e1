# One place that sees descriptors of many classes, which change under it.
from collections import namedtuple


def class_number(i):
    class Made:
        plain = i

        def __init__(self):
            self.own = i
            self._value = -i

        @property
        def value(self):
            return self._value

        @value.setter
        def value(self, value):
            self._value = value

        @staticmethod
        def still(x):
            return x + i

        @classmethod
        def of_class(cls, x):
            return cls.__name__, x + i

        def method(self):
            return self.own

    Made.__name__ = f"Made{i}"
    return Made


Pair = namedtuple("Pair", "own value")
objects = [class_number(i)() for i in range(6)]


def look(o):
    return o.own, o.value, o.still(1), o.of_class(2), o.method(), o.plain, o.__class__.__name__, (o.method.__self__ is o)


def ask(o, name):
    try:
        return look(o)
    except (AttributeError, TypeError) as error:
        return type(error).__name__, str(error)


for turn in range(3):
    for o in objects:
        o.value = turn * 10
        got = look(o)
    print(turn, got)
for o in [Pair(1, 2), *objects[:2], Pair(3, 4), 5, Pair]:
    try:
        print(o.own, o.value)
    except AttributeError as error:
        print(error)
first = objects[0]
for change in (
    lambda c: setattr(c, "value", property(lambda self: "new")),
    lambda c: setattr(c, "still", staticmethod(lambda x: "changed")),
    lambda c: setattr(c, "plain", 77),
    lambda c: setattr(c, "still", classmethod(lambda cls, x: cls.__name__)),
    lambda c: setattr(first, "still", len),
    lambda c: setattr(first, "plain", "own"),
    lambda c: setattr(c, "plain", property(lambda self: "asked")),
    lambda c: delattr(c, "value"),
):
    change(type(first))
    print(ask(first, "x"), ask(objects[1], "x")[:3])


class Guarded:
    @property
    def size(self):
        return self.missing

    @size.setter
    def size(self, value):
        if value < 0:
            raise ValueError("negative")
        return value  # nobody asks

    @property
    def fixed(self):
        return 1


def store(o, value):
    o.size = value


for o in objects + [Guarded()] * 3:
    store(o, 1)
print(objects[2].size)
for attempt in (lambda g: store(g, -1), lambda g: g.size, lambda g: setattr(g, "fixed", 2), lambda g: g.fixed + g.nothing):
    try:
        print(attempt(Guarded()))
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
short = tuple.__new__(Pair, (1,))
for o in [Pair(5, 6), short] * 3:
    try:
        print(o.own, o.value, end="; ")
    except IndexError as error:
        print(error)


class Table:
    def __init__(self):
        self.stored = {}

    def __setitem__(self, key, value):
        self.stored[key] = value
        return "dropped"


table = Table()
for i in range(3):
    table[i], table[-i] = i, i + 1
print(table.stored)
