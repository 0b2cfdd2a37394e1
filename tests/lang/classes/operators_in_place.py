# Operators whose methods are Python functions: what they return, raise and leave behind.
class Number:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if not isinstance(other, Number):
            return NotImplemented
        return Number(self.n + other.n)

    def __sub__(self, other):
        raise ArithmeticError("no difference")

    def __lt__(self, other):
        return NotImplemented if other is None else self.n < other.n

    def __gt__(self, other):
        return "greater"

    def __eq__(self, other):
        return [] if other is self else NotImplemented

    def __getitem__(self, key):
        if key == "missing":
            raise KeyError(key)
        return key, self.n

    def __call__(self, a, b=5):
        return a, b, self.n

    def __repr__(self):
        return f"Number({self.n})"


class Right:
    def __radd__(self, other):
        return "Right.__radd__"

    def __gt__(self, other):
        return "Right.__gt__"

    def __eq__(self, other):
        return "Right.__eq__"


def operate(a, b):
    c = a
    c += b
    return a + b, c, a + a + b


def attempt(action):
    try:
        return action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


one, two = Number(1), Number(2)
print(operate(one, two))
print(attempt(lambda: one + 3), attempt(lambda: one + Right()), attempt(lambda: 3 + one))


def grow():
    x = one
    x += 3


print(attempt(grow))
print(attempt(lambda: one - two))
print(one < two, attempt(lambda: one < None), attempt(lambda: one < Right()), one > 5, one == one, one == two, one == Right())
print("less" if one < two else "not less", "greater" if one > two else "not", "same" if one == one else "not the same")
print("equal" if one == Right() else "differs", [n for n in (one, two) if n < two])
print(one["key"], attempt(lambda: one["missing"]), one[1:2], two[one, two])
print(one(1), one(1, 2), one(a=3), attempt(lambda: one()), attempt(lambda: one(1, 2, 3)))


class Endless:
    def __add__(self, other):
        return self + other

    def __lt__(self, other):
        return self < other

    def __getitem__(self, key):
        return self[key]

    def __call__(self):
        return self()


e = Endless()
for action in (lambda: e + e, lambda: e < e, lambda: e[0], lambda: e()):
    print(attempt(action))


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        if self.answer is None:
            raise RuntimeError("no truth")
        return self.answer


class Odd:
    def __lt__(self, other):
        return Truth(other)


for answer in (True, False):
    print(bool(Odd() < answer), "yes" if Odd() < answer else "no")


def undecided():
    if Odd() < None:
        print("yes")


print(attempt(undecided))


def generator_method():
    class G:
        def __add__(self, other):
            yield self
            yield other

    a = G()
    return [x is a for x in a + a]


print(generator_method())
