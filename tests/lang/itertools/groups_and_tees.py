# itertools.groupby and tee: order of use, laziness, re-entrancy.
import copy
from itertools import groupby, islice, tee

print([(k, list(g)) for k, g in groupby("aaabbc")], [(k, len(list(g))) for k, g in groupby(range(10), lambda x: x // 4)])
print([k for k, g in groupby([1, 1, 2, 1])], list(groupby([])), [k for k, _ in groupby(iterable="aAb", key=str.upper)])
groups = groupby([1, 1, 1, 2, 2])
k, g = next(groups)
print(k, next(g), next(g))
k2, g2 = next(groups)
print(k2, list(g), list(g2), next(groups, "over"))
groups = [(k, g) for k, g in groupby("aabb")]
print([list(g) for k, g in groups])


class Never:
    def __eq__(self, other):
        return False


never = Never()
print(len(list(groupby([Never(), Never()]))), [len(list(g)) for k, g in groupby([never, never])])


class Deep:
    """A key whose comparison takes items itself."""

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        if self.n:
            self.n -= 1
            next(deep, None)
        return True


deep = groupby([1, 2, 3, 4], key=lambda x: Deep(1))
print([len(list(g)) >= 0 for k, g in deep])

a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a), tee([], 0), len(tee("ab", 3)))
many, = tee(range(1000), 1)
other = copy.copy(many)
print(sum(many), sum(islice(other, 500)), next(copy.copy(other)), next(other))
a, b = tee(tee("abc")[0])
print(list(a), list(b), type(a).__name__)


def once():
    yield 1
    yield 2


first, second = tee(once())
del second
print(list(first), next(first, "over"))


class Again:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.own)


again = Again()
again.own, rest = tee(again)
long = tee(iter(range(60000)))
print(sum(long[0]))
del long
for wrong in (lambda: groupby(), lambda: groupby(1), lambda: list(groupby([1], 5)), lambda: groupby([], None, 1),
              lambda: next(groupby([1], len)), lambda: tee(), lambda: tee(1), lambda: tee([], -1), lambda: tee([], "a"),
              lambda: next(rest), lambda: type(rest)(), lambda: tee([], n=1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
again.own = None
