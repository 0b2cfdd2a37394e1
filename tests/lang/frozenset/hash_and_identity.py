# Frozensets as keys and items; hash by content; what comes back as the same object.
f = frozenset([1, 2, 3])
print(hash(f) == hash(frozenset([3, 2, 1])), hash(frozenset()), hash(frozenset([0])), hash(frozenset([1])), hash(frozenset([1, 2])), hash(frozenset([frozenset(), 5, -1])))
print(hash(frozenset(range(100))), hash(frozenset([0.5, 2**70, (1, 2), None is None])))
print(frozenset(f) is f, f.copy() is f, f | f is f, f & f is f, f.union() is f, frozenset({1, 2, 3}) is f, frozenset() is frozenset())


class Z(frozenset):
    pass


z = Z(f)
print(z, z == f, hash(z) == hash(f), frozenset(z) is z, type(frozenset(z)), type(z.copy()), type(z | {9}), type(Z(z)), Z(z) is z)
table = {f: "f", frozenset(): "empty", frozenset([f]): "nested"}
print(table[frozenset([3, 1, 2])], table[z], table[frozenset()], table[frozenset([frozenset([1, 2, 3])])])
print([key in [f] for key in ({1, 2, 3}, f, z, [1, 2, 3])])
print({1, 2, 3} in {f}, {9} in {f}, set() in {frozenset()})
for act in (lambda: {1} in {1: 2}, lambda: {f}.remove({5}), lambda: {f} - {frozenset([1, 2, 3])}, lambda: f.add(1), lambda: hash(frozenset([[]])), lambda: frozenset([1, []]), lambda: f.__class__([1], [2])):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
x = f
x |= {4}
print(f, x, type(x))
print(repr(frozenset("a")), repr(frozenset()), str(Z()), sorted(frozenset("cab")), max(f), sum(f), list(frozenset([10, 20, 30, 1, 2])))
