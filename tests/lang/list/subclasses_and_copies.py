# Subclasses of list, recursion in repr and comparison, copies and pickling hooks.
import copy


class Stack(list):
    def __init__(self, *args, name=None):
        super().__init__(*args)
        self.name = name

    def append(self, item):
        super().append(("pushed", item))


s = Stack([1, 2], name="s")
s.append(3)
s.extend([4])
s += [5]
print(s, s.name, type(s + [6]).__name__, type(s * 2).__name__, type(s[:]).__name__, type(s.copy()).__name__, type(sorted(s, key=str)).__name__, s == [1, 2, ("pushed", 3), 4, 5], isinstance(s, list))
t = copy.copy(s)
u = copy.deepcopy(s)
print(type(t).__name__, t, t.name, t is s, u == s, u is not s, u.__dict__)
print([1].__reduce_ex__(2)[0].__name__, s.__reduce_ex__(2)[1:3], list(s.__reduce_ex__(2)[3]))


class Hostile(list):
    def __len__(self):
        return 100

    def __getitem__(self, key):
        return "item"

    def __iter__(self):
        return iter("iterated")

    def __contains__(self, item):
        return True

    def __eq__(self, other):
        return "equal"


h = Hostile([1, 2])
print(h, len(h), h[50], list(h), 9 in h, h == 1, [*h], tuple(h), sorted(h), list(reversed(h))[:3], [0] + h, [].__eq__(h), list.__len__(h), bool(h), str(h), h.index(1), h.count(2), max(h), h[:1], sum(list.__iter__(h)), list(map(str, h)), dict(zip(h, h)), ",".join(h), [0][:0] + h)
x = [1]
x.append(x)
print(x, repr(x), str([x, x]), x == x, x[1] is x, x[1][1][1][0])
y = [1]
y.append(y)
try:
    print(x == y)
except RecursionError as error:
    print("RecursionError", error)
z = copy.deepcopy(x)
print(z, z[1] is z, z is not x)
d = {"k": x}
x.append(d)
d["d"] = d
print(x, d)
a = [[0] * 2] * 2
a[0][0] = 1
print(a, copy.copy(a)[0] is a[0], copy.deepcopy(a)[0] is not a[0], [[0] for _ in range(2)])


class BadRepr:
    def __repr__(self):
        raise ValueError("no repr")


class NotText:
    def __repr__(self):
        return 5


for bad in (BadRepr(), NotText()):
    try:
        print([1, bad])
    except Exception as error:
        print(type(error).__name__, error)
del x[:], d["k"], d["d"], z[:], y[:]
