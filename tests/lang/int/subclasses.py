# Subclasses of int: operators answer plain ints unless the class says otherwise; conversions see through them.
import copy


class Plain(int):
    pass


class Loud(int):
    def __new__(cls, value=0, *rest, tag=None):
        self = super().__new__(cls, value, *rest)
        self.tag = tag
        return self

    def __add__(self, other):
        return Loud(int(self) + int(other), tag=f"{self.tag}+")

    def __radd__(self, other):
        return Loud(int(other) + int(self), tag=f"+{self.tag}")

    def __repr__(self):
        return f"Loud({int(self)}, {self.tag})"


a = Plain(5)
print(a, repr(a), type(a + 1), type(-a), type(+a), type(abs(a)), type(a.real), type(int(a)), type(a.conjugate()), type(round(a)), type(a.numerator))
print(type(a << 1), type(a & 7), type(a ** 2), type(a // 1), type(a / 1), type(divmod(a, 2)[0]), type(~a), type(sum([a])), type(max(a, 1)), type(a.__index__()))
a.name = "five"
print(a.__dict__, a == 5, hash(a) == hash(5), {5: "x"}[a], [0, 1, 2, 3, 4, 5][a], "ab" * a)
b = Loud("ff", 16, tag="t")
print(b, repr(b), str(b), f"{b}", f"{b:x}", "%d %s %r" % (b, b, b))
print(b + 1, 1 + b, b + b, b - 1, sum([b, b]), 1.5 + int(b))
print(copy.copy(b), copy.deepcopy(b), copy.copy(b).tag, copy.copy(a).name)
print(isinstance(b, int), issubclass(Loud, int), Loud.__mro__, Plain(7.9), Plain("12"), Plain())


class Comparing(int):
    def __eq__(self, other):
        return "eq"

    def __lt__(self, other):
        return "lt"


c = Comparing(3)
print(c == 3, 3 == c, c != 3, 3 > c, c < 1, c > 1, 1 < c)
try:
    print({c: 1})
except TypeError as error:
    print(error)
try:
    class Both(int, float):
        pass
except TypeError as error:
    print(error)
try:
    class Sub(bool):
        pass
except TypeError as error:
    print(error)
try:
    class Slotted(int):
        __slots__ = ("x",)
except TypeError as error:
    print(error)


class Indexes(int):
    def __index__(self):
        return 1

    def __int__(self):
        return 2

    def __float__(self):
        return 3.5


d = Indexes(9)
print(["a", "b"][d:], int(d), float(d), hex(d), bin(d), range(d), d + 0, complex(d), "%d" % d, "%x" % d, chr(d), bytes(d), round(d), d.__index__())
