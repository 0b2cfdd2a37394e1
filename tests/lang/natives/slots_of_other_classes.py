"""Methods and descriptors of one built-in class in the body of another refuse its instances."""


class Number(int):
    __eq__ = str.__eq__
    __lt__ = tuple.__lt__
    __add__ = str.__add__
    __len__ = list.__len__
    __hash__ = str.__hash__
    take = list.append
    text = vars(type(str.__eq__))["__doc__"]


class Listed:
    __init__ = list.__init__


class Finding:
    __getattribute__ = type.__getattribute__


class Group(BaseExceptionGroup):
    __new__ = object.__new__


class Made:
    __new__ = list.__new__


def show(action):
    try:
        print(action())
    except TypeError as exc:
        print(exc)


n = Number(5)
for action in (lambda: n == n, lambda: n < n, lambda: n + n, lambda: len(n), lambda: hash(n), lambda: n.take(1),
               lambda: [n.text for _ in range(3)], lambda: Listed(), lambda: Finding().x, lambda: Group("a", [OSError()])):
    show(action)
print(type(Made()).__name__)
