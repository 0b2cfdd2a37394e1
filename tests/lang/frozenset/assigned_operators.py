# g |= and the like make a new frozenset; sets change in place
f = g = frozenset([1, 2, 3])
g |= {9}
print(sorted(g), sorted(f), g is f, type(g))
g -= {1}
g &= {9, 2}
g ^= {9, 10}
print(sorted(g), type(g))
s = alias = {1, 2}
s |= frozenset([3])
s &= frozenset([2, 3, 4])
s ^= f
print(sorted(s), s is alias)
try:
    g |= [1]
except TypeError as error:
    print(error)
h = frozenset()
h |= h
print(h is frozenset(), h, len({frozenset(), frozenset([]), frozenset("")}))
print(frozenset([1, 2, 3]).__reduce__(), f.copy() is f, frozenset(f) is f, f.union() is f, f | f is f)
iterator = iter(frozenset([5]))
print(iterator.__length_hint__(), next(iterator), next(iterator, "end"), type(iterator).__name__)
