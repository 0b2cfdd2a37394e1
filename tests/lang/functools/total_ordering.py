# functools.total_ordering out of each of the four methods.
from functools import total_ordering


def make(name, operation):
    def compare(self, other):
        return operation(self.v, other.v) if isinstance(other, Base) else NotImplemented

    return total_ordering(type("With" + name, (Base,), {name: compare}))


class Base:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v


for name, operation in [("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b),
                        ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)]:
    T = make(name, operation)
    for a, b in [(1, 2), (2, 1), (1, 1)]:
        print(name, a, b, T(a) < T(b), T(a) <= T(b), T(a) > T(b), T(a) >= T(b))
    print(T.__lt__.__name__, T.__ge__.__name__, T.__le__(T(1), "x"))
    try:
        T(1) < "x"
    except TypeError as error:
        print(error)
try:
    total_ordering(Base)
except ValueError as error:
    print(error)
