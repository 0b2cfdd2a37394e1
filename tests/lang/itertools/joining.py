# itertools.chain, zip_longest, accumulate, pairwise, batched.
from itertools import accumulate, batched, chain, pairwise, zip_longest

print(list(chain("ab", [1], (), range(2))), list(chain()), list(chain.from_iterable(["ab", "", [3]])), chain[int])
print(list(chain.from_iterable({1: 2}.items())), [*chain([1], chain([2], chain([3])))])
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(zip_longest([], [])), list(zip_longest("ab")))
kept = []
for pair in zip_longest(range(3), "x"):
    kept.append(pair)
print(kept)
print(list(accumulate([1, 2, 3])), list(accumulate("abc")), list(accumulate([3, 1, 2], max)), list(accumulate([])))
print(list(accumulate([1, 2], initial=10)), list(accumulate([], initial=0)), list(accumulate([2, 3], func=pow)))
print(list(accumulate([2**62 - 1, 1, 1])), list(accumulate([0.5, 1, 2j])), list(accumulate([1, 2], None, initial=None)))
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("abcd", 2, strict=True)), list(batched("ab", n=9)))
print(list(batched(range(130), 100))[1][-1], list(batched("abc", 10**4)))


class Own(chain):
    pass


print(type(Own.from_iterable(["a"])).__name__, list(Own("a", "b")))


class Twice:
    """An iterator that runs the pairs it is in."""

    def __init__(self, left):
        self.left = left

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        if self.left % 2:
            next(own, None)
        return self.left


for kind in (pairwise, lambda x: batched(x, 2), lambda x: chain.from_iterable([x]), lambda x: zip_longest(x, [1]), accumulate):
    own = kind(Twice(5))
    print(list(own))


def broken():
    yield 1
    raise KeyError("broken")


for wrong in (lambda: list(chain([1], 2)), lambda: chain(x=1), lambda: chain.from_iterable(), lambda: chain.from_iterable(1),
              lambda: list(chain(broken())), lambda: zip_longest(1),
              lambda: list(zip_longest(broken(), [])), lambda: accumulate(), lambda: list(accumulate([1, "a"])),
              lambda: accumulate([1], None, 5), lambda: list(accumulate([1, 2], 5)), lambda: pairwise(), lambda: pairwise(1),
              lambda: list(pairwise(broken())), lambda: batched([]), lambda: batched([], 0), lambda: batched([], "a"),
              lambda: list(batched("abc", 2, strict=True)), lambda: list(batched(broken(), 2)), lambda: batched(1, 2),
              lambda: accumulate([], initial=1, x=2)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
