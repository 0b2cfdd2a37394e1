# __class__ = ...: only between classes whose instances hold the same things.
class A:
    pass


class B:
    def __init__(self):
        self.x = self.y = 1


class WithSlots:
    __slots__ = ("b", "a")


class SameSlots:
    __slots__ = ["a", "b"]


class MoreSlots(WithSlots):
    __slots__ = ("c",)


class WithWeakref(WithSlots):
    __slots__ = ("__weakref__",)


class WithDict(WithSlots):
    __slots__ = ("__dict__",)


class ListA(list):
    pass


class ListB(list):
    def __init__(self):
        self.x = self.y = self.z = 1


class IntA(int):
    pass


class IntB(int):
    def put(self):
        self.x = 1


class ErrorA(Exception):
    pass


class ErrorB(Exception):
    def __init__(self):
        self.code = 1


def assign(value, kind):
    try:
        value.__class__ = kind
    except TypeError as e:
        print("TypeError:", e)
    else:
        print(type(value).__name__)


classes = A, B, WithSlots, SameSlots, MoreSlots, WithWeakref, WithDict, ListA, ListB, IntA, IntB, ErrorA, ErrorB, list, int
for old in classes:
    for new in classes:
        print(old.__name__, end=" -> ")
        assign(old(), new)

value = ListB()
value.__class__ = ListA
value.more = 2
value.append(1)
print(value, value.x, value.more, vars(value))
number = IntB(5)
number.put()
number.__class__ = IntA
print(number + 1, number.x)
error = ErrorB()
error.__class__ = ErrorA
print(repr(error), error.code)
