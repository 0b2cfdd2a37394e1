# bisect: places in sorted sequences, insertion, keys, bounds, errors.
import bisect

a = [1, 2, 2, 2, 5, 8]
print([(bisect.bisect_left(a, x), bisect.bisect_right(a, x)) for x in (0, 1, 2, 3, 8, 9)], bisect.bisect is bisect.bisect_right)
print(bisect.bisect(a, 2, 2, 3), bisect.bisect_left(a, 2, lo=3), bisect.bisect(a, 2, hi=None), bisect.bisect("abc", "b"))
for x in (2, 9, 0, 4.5):
    bisect.insort(a, x)
bisect.insort_left(a, True)
print(a)
people = [("ann", 20), ("bob", 30), ("cyd", 40)]
age = lambda p: p[1]
print(bisect.bisect_left(people, 30, key=age), bisect.bisect_right(people, 30, key=age), bisect.bisect(range(0, 100, 7), 50))
bisect.insort(people, ("dan", 30), key=age)
bisect.insort_left(people, ("eve", 30), key=age)
print(people)


class Odd:
    """A sequence that counts what is asked of it."""

    def __init__(self):
        self.items = [1, 3, 5]

    def __len__(self):
        return 3

    def __getitem__(self, i):
        print("item", i, end="; ")
        return self.items[i]

    def insert(self, i, x):
        print("insert", i, x)


bisect.insort(Odd(), 4)
for wrong in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(a, "x"), lambda: bisect.bisect(1, 2), lambda: bisect.bisect(a),
              lambda: bisect.insort({}, 1), lambda: bisect.insort((), 1), lambda: bisect.bisect([1], 1, 0, 9),
              lambda: bisect.bisect(a, 1, "0"), lambda: bisect.bisect(a, 1, 0, 1, len), lambda: bisect.bisect([1, 2], 1, key=len),
              lambda: bisect.insort(a, "x", key=lambda v: v + 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


class Sized:
    def __len__(self):
        return 2


for wrong in {1, 2}, {1: 2}, type(bisect).__dict__, 5, None, Sized(), {}.keys(), list, iter([1]):
    for limits in (), (0, 0), (0, 1):
        try:
            print(bisect.bisect(wrong, 1, *limits))
        except TypeError as error:
            print(error)
