"""Static and class methods without or with another __init__, and a field that a short named tuple lacks."""
import collections
class A:
    s = staticmethod.__new__(staticmethod)
    c = classmethod.__new__(classmethod)
Point = collections.namedtuple("Point", "x y")
class Short(Point):
    def __new__(cls): return tuple.__new__(cls, (1,))
def show(f):
    for _ in range(4):
        try: r = f()
        except Exception as e: r = (type(e).__name__, str(e))
    print(r)
a, p = A(), Short()
show(lambda: a.s())
show(lambda: a.s)
show(lambda: a.c())
show(lambda: a.c)
show(lambda: p.y())
show(lambda: p.y)
show(lambda: p.x())
def make(n):
    def f(*a): return n, len(a)
    return f
class B:
    s = staticmethod(make(1))
    c = classmethod(make(2))
def call(): return B.s(1), B.c(1), B().s(1), B().c(1)
for _ in range(9): r = call()
print(r)
B.__dict__["s"].__init__(make(3)); B.__dict__["c"].__init__(make(4))
junk = [make(k) for k in range(50)]
print(call())
print(call())


class Odd:
    def __call__(self, *args):
        return "odd", len(args)


B.__dict__["c"].__init__(Odd())
print(call())


# A wrapper of None is complete; a property given another getter after its first is remembered.
class C:
    s = staticmethod(None)
    c = classmethod(None)
    p = property(make(5))

    @property
    def q(self):
        return "first"


c = C()
show(lambda: (c.s, C.s))
show(lambda: c.s())
show(lambda: c.c())


def read():
    return c.p, c.q


for _ in range(9):
    r = read()
print(r)
C.__dict__["p"].__init__(make(6))
C.__dict__["q"].__init__(make(7))
junk = [make(k) for k in range(50)]
print(read())
C.__dict__["q"].__init__(Odd())
print(read())
C.__dict__["q"].__init__()
show(read)
for kind in staticmethod, classmethod:
    empty = kind.__new__(kind)
    print(empty.__func__, empty.__wrapped__, empty.__isabstractmethod__)
