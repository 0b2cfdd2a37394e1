# functools.reduce and functools.cmp_to_key, and their errors.
from functools import cmp_to_key, reduce

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 7), reduce(max, "hello"))
K = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), K(1) < K(2), K(1) == K(1), K(1) != K(1), K(obj=3).obj)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(a) - len(b)), reverse=True), max([1, 5, 3], key=K))


def fail(a, b):
    raise ZeroDivisionError("from the comparison")


for wrong in (lambda: reduce(int), lambda: reduce(int, []), lambda: reduce(int, 3), lambda: reduce(fail, [1, 2]),
              lambda: K(1) < 1, lambda: hash(K(1)), lambda: K(), lambda: K(1, 2), lambda: K(x=1), lambda: K < K,
              lambda: cmp_to_key(), lambda: sorted([2, 1], key=cmp_to_key(fail))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
