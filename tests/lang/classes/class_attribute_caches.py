# Attributes of classes, properties and methods read again and again while they change.
class Meta(type):
    @property
    def shown(cls):
        return "of the metaclass"


class A:
    limit = 1
    names = ["a"]

    @classmethod
    def make(cls, n):
        return cls.__name__, n

    @staticmethod
    def plain(n):
        return n * 2

    def method(self, n):
        return "method", n

    @property
    def area(self):
        return self.side * self.side

    def __init__(self, side=2):
        self.side = side


class B(A):
    pass


class M(metaclass=Meta):
    shown = "of the class"


def read(cls, n):
    return cls.limit, cls.make(n), cls.plain(n), cls.method(None, n)


def area(a):
    return a.area


def show(a):
    b = a
    return area(b), b.area + 1


for i in range(40):
    result = read(A, i)
print(result, read(B, 1))
A.limit = 5
print(read(A, 1), read(B, 2))
B.limit = 6
B.make = staticmethod(lambda n: ("static", n))
print(read(A, 1), read(B, 2))
A.plain = classmethod(lambda cls, n: (cls, n))
print(read(A, 1)[2] == (A, 1), read(B, 1)[2] == (B, 1))
A.method = len
try:
    read(A, 1)
except TypeError as e:
    print(e)

a, b = A(3), B(4)
for i in range(40):
    result = show(a), show(b)
print(result)
a.__dict__["area"] = "hidden by the property"
print(show(a))
A.area = property(lambda self: -self.side)
print(show(a), show(b))
B.area = 10
print(show(a), show(b))
del A.area
b.area = 20
print(area(a), show(b))
try:
    area(A(1))
except AttributeError as e:
    print(e)


def failing(self):
    raise LookupError("in the getter")


A.area = property(failing)
for i in range(10):
    try:
        area(A())
    except LookupError as e:
        message = str(e), e.__traceback__.tb_next.tb_next.tb_frame.f_code.co_name
print(message)
A.area = property(lambda self: self.area)
try:
    area(A())
except RecursionError as e:
    print(e)


def generating(self):
    yield self.side


A.area = property(generating)
for i in range(10):
    result = list(area(A(i)))
print(result)
for i in range(10):
    seen = M.shown, A.__name__, A.__doc__, type.__name__, A.names
print(seen)
A.names = 1
A.__name__ = "Renamed"
print(A.names, A.__name__, A.make(0))


class WithGet:
    def __get__(self, instance, owner):
        return instance, owner.__name__


class C:
    described = WithGet()
    nested = classmethod(property(lambda cls: cls.__name__)) if False else "plain"


for i in range(10):
    seen = C.described, C.nested
print(seen)


class Counter:
    n = 0
    items = ()


def count(amount):
    Counter.n += 1
    Counter.items = Counter.items + (amount,)
    return Counter.items


for i in range(20):
    seen = count(i)
print(Counter.n, seen, len(Counter.items))
