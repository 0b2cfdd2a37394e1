# A deque is repeated as other sequences are: two of them name the right one, a class's own method comes first.
from collections import deque


class Index:
    def __index__(self):
        return 2


class Own(deque):
    def __rmul__(self, other):
        return "rmul"


def multiplied(a, b):
    a *= b
    return a


def attempt(use, a, b):
    try:
        print(use(a, b))
    except Exception as problem:
        print(type(problem).__name__, problem)


for other in deque([2]), Own([3]), [4], (), "", b"", 2, True, Index(), 1.5, None, 2**70:
    for use in (lambda a, b: a * b), (lambda a, b: b * a), (lambda a, b: multiplied(a.copy(), b)), deque.__mul__, deque.__rmul__:
        attempt(use, deque([1]), other)
    attempt(multiplied, other if type(other) is not list else other.copy(), deque([1]))
