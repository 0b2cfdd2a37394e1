"""Tuples are ordered by their first difference; what is no plain value is asked."""

nan = float("nan")
deep_a = deep_b = ()
for i in range(40):
    deep_a, deep_b = (deep_a,), (deep_b, 1)
PAIRS = [
    ((1, 2), (1, 3)), ((1,), (1, 0)), ((), ()), ((1, "a"), (1, "b")), ((1.5, 2), (1.5, 2)), ((1, 2.0), (1.0, 2)),
    ((nan,), (nan,)), ((nan,), (float("nan"),)), ((2**70,), (2**70 + 1,)), ((1, (2, "x")), (1, (2, "y"))),
    (("\u20ac",), ("z",)), ((True, 2), (1, 3)), (deep_a, deep_b), ((None, 1), (None, 2)), ((-1, 0.0), (-1, -0.0)),
]
for a, b in PAIRS:
    print(a < b, a <= b, a == b, a != b, a > b, a >= b, sorted([a, b]) == [min(a, b), max(a, b)])
for a, b in [((1, "a"), (1, 2)), ((None,), (1,)), (((),), (0,))]:
    try:
        print(a < b)
    except TypeError as error:
        print(error, a == b)


class Odd(int):
    def __eq__(self, other):
        print("asked")
        return True

    __hash__ = int.__hash__


print((Odd(1), 2) < (5, 3), (Odd(1), 2) == (7, 2))
print([hash(t) for t in [(), (0,), (-1, -2), (1, 2, 3), (2**61 - 1, 2**61, -(2**61))]])
print(hash((1, (2, 3))) == hash((1.0, (2, 3))))
