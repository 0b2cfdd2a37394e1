a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union([9], (8,), "x" and [7]), a.intersection(range(3), b), a.difference([1], {2: 0}), a.symmetric_difference([4, 6]))
print(a.union(), a.intersection(), a.difference(), a.isdisjoint(b), a.isdisjoint([9]), a.isdisjoint(iter([1])))
print(a <= a, a < a, {1} < a, a > {1}, a >= b, a == {4, 3, 2, 1}, a != b, a == [1, 2, 3, 4], frozenset(a) == a)
print({1}.issubset([1, 2]), a.issuperset(iter([1, 2])), a.issuperset(b), {1}.issubset({1: 2}))
c = set(a)
c.intersection_update([1, 2, 9], {2, 1})
c.add(5), c.add(5)
c.difference_update([1], [7])
c.symmetric_difference_update([5, 6])
print(c, c.remove(2), c.discard(2), c)
c |= b
c &= {3, 4, 6, 7}
c ^= {6, 8}
c -= {3}
print(c, c is c, type(frozenset(b) | a), type(a | frozenset(b)))
frozen = frozenset(b)
frozen |= {1}
print(frozen, frozen.copy() is frozen, frozenset(frozen) is frozen, hash(frozenset([1, 2, 3])), hash(frozenset()))
print({frozenset([1]), frozenset([1]), frozenset()}, {1} in {frozenset([1])}, {frozenset([1]): 2}[frozenset([1])])
nested = {frozenset([1, 2])}
nested.discard({1, 2})
print(nested)
