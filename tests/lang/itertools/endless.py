# itertools.count, repeat, cycle: numbers of every kind, repr, length hints, errors.
from itertools import count, cycle, islice, repeat
from operator import length_hint


def first(iterator, n=4):
    return list(islice(iterator, n))


print(first(count()), first(count(5)), first(count(10, -3)), first(count(1.5, 0.5)), first(count(step=2, start=1)))
print(first(count(2**62 - 2)), first(count(-2**62, -1), 3), first(count(2**64, 2**64), 2), first(count(1j), 2))
print(first(count(True), 2), first(count(True, 5), 2), first(count(3, 0), 2))
c = count(3)
next(c)
print(c, count(1.5), count(1, 2), count(1, 1.0), count(-1, True), count(2**70, 1), count("x" == "y", 3))


class Counting(count):
    pass


print(Counting(7), next(Counting(7)))
print(list(repeat("a", 3)), list(repeat(object=1, times=0)), list(repeat(1, -5)), first(repeat(None)))
r = repeat((1, 2), 5)
next(r)
print(r, repeat(1), repeat(times=2, object=[]), length_hint(r), length_hint(repeat(1, 0)))
print(first(cycle("abc"), 8), list(cycle([])), first(cycle(iter([1])), 3))
grown = [1, 2]
c = cycle(grown)
print(next(c), grown.append(3), first(c, 7))


class Twice:
    """An iterator that runs the cycle it is in."""

    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left, next(own, "end")


own = cycle(Twice())
print(first(own, 6))
for wrong in (lambda: count("a"), lambda: count(1, "a"), lambda: count(1, 2, 3), lambda: count(x=1), lambda: repeat(),
              lambda: repeat(1, "a"), lambda: repeat(1, 2, 3), lambda: repeat(1, 2**70), lambda: repeat(1, None),
              lambda: len(repeat(1)), lambda: repeat(1).__length_hint__(), lambda: cycle(), lambda: cycle(1),
              lambda: cycle(iterable=[]), lambda: cycle([], []), lambda: next(repeat(1, 0)), lambda: repeat(1) + 1):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
