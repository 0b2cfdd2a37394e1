# Ints of many limbs are found in lists, tuples, sets and dicts by their value, those of subclasses and bools too.
import math


class Whole(int):
    pass


class Odd(int):
    def __eq__(self, other):
        return int(self) + 1 == other

    __hash__ = int.__hash__


def again(n):
    return (n ^ 1) ^ 1


BIG = [2**62 - 1, 2**62, -(2**62), -(2**62) - 1, 2**63, 2**64, -(2**64), 2**128 - 1, 2**128, -(2**200), 10**300]
for n in BIG:
    items = [7, n + 2**64, -n, again(n), 1.5, "x", Whole(n), again(n)]
    print(items.count(n), items.index(n), n in items, n in tuple(items), (n, 1) == (again(n), 1), (n, 2) < (again(n), 3),
          (-n, n) > (n, -n), [n] == [again(n)], [n] == [n + 1], {n: 1}.get(again(n)), len({n, again(n), Whole(n), n + 1}),
          {(n, "k"): 3}.get((again(n), "k")), {n: 1}.get(float(n) if abs(n) < 10**200 else n, "none"))
print(Whole(5) in [5], [5].index(Whole(5)), [True, 1, Whole(1), 1.0].count(1), (True, 2**70) == (1, Whole(2**70)))
print([2**70].count(Odd(2**70)), [2**70 + 1].count(Odd(2**70)), Odd(2**70) in {2**70: 0}, Odd(2**70) in [2**70])
print(max((2**70, 1), (2**70, 2)), sorted([(2**70, 2), (2**69, 3), (2**70, 1)]), (2**70, float("nan")) < (2**70, 1.0))

# Powers that become zero, and factors that no longer fit a word.
print(pow(6, 2**70, 2**200), pow(6, 199, 2**200), pow(6, 3**90, 2**130 * 3), pow(10**30, 2**80, 10**60), pow(12, 5, 2**128 * 9))
for n, k in ((68, 34), (1000, 7), (10**9, 7), (2**62 - 1, 2), (2**61, 3), (3329022, 7), (4294967296, 2), (100, 50), (200, 100)):
    print(math.comb(n, k))
for n in (2**200 - 1, -(2**200), 2**130, -(2**130) + 5):
    print(n | 1, n | -7, n ^ 5, n ^ -5, n & -9, 2**64 | n)
