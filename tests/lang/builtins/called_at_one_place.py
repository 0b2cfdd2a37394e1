# One place calls natives and types of all kinds: what it remembers of one must not be taken for another.
import math
import operator


def told(function, *args):
    try:
        result = function(*args)
        return type(result).__name__ + str(sorted(map(str, result))) if isinstance(result, (set, frozenset)) else repr(result)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def none(f):
    return f()


def one(f, a):
    return f(a)


def two(f, a, b):
    return f(a, b)


class Text(str):
    pass


class Odd(type):
    def __instancecheck__(cls, instance):
        return True


class Strange(metaclass=Odd):
    pass


class Posing:
    @property
    def __class__(self):
        return int


for f in (str, bool, set, Text, tuple, slice, int, slice, dict, ValueError, Text, bytes, frozenset, list, none.__class__, math.hypot):
    print([told(none, f), told(one, f, 5), told(one, f, ()), told(one, f, "12"), told(two, f, 1, 2), told(two, f, "1", 8)])
for f in (sorted, max, "{} {}".format, {1, 2}.union, math.gcd, [3, 1].sort, operator.add, "b".join, Text.upper, range):
    print([told(none, f), told(one, f, [2, 1]), told(one, f, "ab"), told(two, f, (1,), (2,)), told(two, f, 3, 4)])
for classes in (int, (str, int), ((str,), float), (str, Strange), (), (str, 5), (int, 5)):
    for value in (1, "a", 2.5, Posing()):
        print(told(isinstance, value, classes) if not isinstance(value, Posing) else told(isinstance, value, classes)[:40], end=" ")
    print()
print(sorted([2, 1], reverse=True), sorted("bca", key=str.upper), told(sorted, [1], None), told([].sort, None))
print(list(map(str, [None, True, 1.5, "x"], *[])), list(map(operator.add, [1, 2], [3, 4])), list(map(int, ["7", "8"], [8, 9])))
print(list(map(str.replace, ["aba"], "a", "c")), list(map("x".join, ["ab"])), told(list, map(len, [5])), told(list, map(str.upper, [5])))
print(set(("a", "b", "a")) == {"a", "b"}, frozenset((1, 1.0, True)), told(set, ([],)), "é".encode("utf-8", "strict"), max(["b", "ab", "é"]))
print([math.factorial(n) for n in (0, 1, 5, 20, 21, 25, 26, 30)], b"ab" < b"abc", b"b" > b"abc", b"" == b"", b"a" != bytearray(b"a"))
print([type(v).__name__ for v in (1, "", None, {}, math, len, [].append, iter([]), Posing())], type(type(1)).__name__)
