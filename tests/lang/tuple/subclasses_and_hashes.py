# Subclasses of tuple, their copies, recursion, and hashes that are CPython's.
import copy


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    def __getnewargs__(self):
        return tuple(self)

    @property
    def x(self):
        return self[0]

    def __add__(self, other):
        return Point(self[0] + other[0], self[1] + other[1])

    def __repr__(self):
        return f"Point{super().__repr__()}"


p = Point(1, 2)
print(p, p.x, p + (3, 4), p == (1, 2), hash(p) == hash((1, 2)), p[:], type(p[:]).__name__, type(p * 2).__name__, type((0,) + p).__name__, p < (1, 3), {p: 1}[(1, 2)], isinstance(p, tuple), len(p), *p)
print(copy.copy(p) is p, copy.deepcopy(p) is p, copy.copy(p), copy.deepcopy(p), p.__getnewargs__(), "%s %s" % p, str(p), p.count(1))
p.extra = [1]
print(p.__dict__, copy.copy(p).extra is p.extra, copy.deepcopy(Point(1, 3)))
for call in ("Point()", "Point(1)", "Point(1, 2, 3)", "tuple.__new__(Point, 'ab')", "tuple.__new__(Point)", "p[5]", "setattr(p, 'x', 5)", "type('S', (tuple,), {'__slots__': ('a',)})", "type('S', (tuple,), {'__slots__': ()})((1, 2))", "type('S', (tuple, list), {})", "tuple(p) is p", "type(tuple(p)).__name__"):
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
for value in [(), (0,), (1,), (-1,), (0, 0), (1, 2, 3), (1.5, 2.5), (True, False), (2**61 - 1,), (2**64, -5), ((), ()), ((1,), (2, (3,))), (float("inf"),), (1j,), tuple(range(20)), (-2, -1), (10**30,)]:
    print(value, hash(value))
inner = []
recursive = (1, inner)
inner.append(recursive)
print(recursive, inner, recursive == recursive)
deep = copy.deepcopy(recursive)
print(deep, deep[1][0] is deep, deep is not recursive)
try:
    hash(recursive)
except TypeError as error:
    print(error)
del inner[:], deep[1][:]
shared = ([],)
print(copy.deepcopy((shared, shared))[0] is not shared, copy.deepcopy((1, "a")) == (1, "a"))


class Hashes:
    def __hash__(self):
        raise ValueError("unhashable today")


class NotInt:
    def __hash__(self):
        return "x"


class NoHash:
    __hash__ = None


class Huge:
    def __hash__(self):
        return 2**70 + 3


for kind in (Hashes, NotInt, NoHash, Huge):
    for use in (lambda value: hash(value), lambda value: hash((1, value)), lambda value: {value: 1}, lambda value: {(value,)}, lambda value: value in {1: 2}):
        try:
            result = use(kind())
            print(kind.__name__, result if isinstance(result, int) else type(result).__name__)
        except Exception as error:
            print(kind.__name__, type(error).__name__, error)
