"""A product that is added to something, of operands of every kind, computed as if both were apart."""


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __mul__(self, factor):
        print("mul", self.amount, factor)
        return Money(self.amount * factor)

    def __rmul__(self, factor):
        print("rmul", factor, self.amount)
        return Money(factor * self.amount)

    def __add__(self, other):
        print("add", self.amount, getattr(other, "amount", other))
        return Money(self.amount + getattr(other, "amount", other))

    __radd__ = __add__

    def __sub__(self, other):
        return NotImplemented

    def __lt__(self, other):
        print("lt", self.amount)
        return self.amount < getattr(other, "amount", other)

    def __repr__(self):
        return f"Money({self.amount})"


def add(a, b, c):
    return c + a * b


def subtract(a, b, c):
    return c - a * b


def twice(a, b, c, d):
    return a * b + c * d


def differ(a, b, c, d):
    return a * b - c * d


def accumulate(total, left, right):
    for i in range(len(left)):
        total += left[i] * right[i]
    return total


def square(a):
    a = a * a
    return a


def scale(a):
    return 2 * a, 0.5 * a


VALUES = [0, 1, -3, 2**62, -(2**70), 0.0, -0.0, 1.5, -2.25, 1e308, 1e-308, 5e-324, 2.0**-255, -(2.0**-255), 2.0**256,
          float("inf"), float("nan"), True, 3 + 2j]
for a in VALUES:
    for b in VALUES[::2]:
        for function in add, subtract:
            print(function(a, b, 0.1), function(b, a, 7), end=" ")
    print()
    print(square(a), scale(a), twice(a, 2.0, 3.0, a), differ(a, a, a, 0.5))
for function in add, subtract:
    for arguments in (("ab", 2, "x"), ([1], 2, [0]), (Money(2), 3, Money(1)), (3, Money(2), 4), ("a", "b", 1), (2, 3, "a")):
        try:
            print(function(*arguments))
        except TypeError as error:
            print(error)
print(accumulate(0, [1, 2, 3], [4, 5, 6]), accumulate(0.0, [0.1, 0.2], [3, 0.4]), accumulate("", ["a", "b"], [2, 3]))
print(accumulate(0, [Money(1), 2.5], [2, Money(3)]))
items = []
same = accumulate(items, [[1], [2]], [1, 2])
print(same is items, items)


class Limit:
    def __init__(self, limit):
        self.limit = limit


BOUND = 3


def compare(a, holder, items, i):
    found = []
    if a < holder.limit:
        found.append("<")
    if a <= holder.limit:
        found.append("<=")
    if a == BOUND:
        found.append("==")
    if a != BOUND:
        found.append("!=")
    if a > items[i]:
        found.append(">")
    if a >= items[0]:
        found.append(">=")
    return found


for a in (1, 3, 3.0, 5, 2**80, Money(3), "a"):
    for limit in (3, 2.5, 2**80, Money(4)):
        try:
            print(compare(a, Limit(limit), [3, 1], 1))
        except TypeError as error:
            print(error)


def unbound(flag):
    if flag:
        x = 1
    return x == MISSING


for flag in True, False:
    try:
        unbound(flag)
    except NameError as error:
        print(type(error).__name__, error)
