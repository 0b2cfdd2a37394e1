# itertools.takewhile, dropwhile, filterfalse, compress, starmap, islice.
from itertools import compress, count, dropwhile, filterfalse, islice, starmap, takewhile

small = lambda x: x < 3
print(list(takewhile(small, [1, 2, 3, 1])), list(dropwhile(small, [1, 2, 3, 1])), list(filterfalse(small, range(5))))
print(list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(bool, [0, 1, []])))
t = takewhile(small, iter([1, 5, 2]))
print(next(t), next(t, "over"), next(t, "over"))
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(compress(data="ab", selectors=[True, []])), list(compress([], [])))
print(list(starmap(pow, [(2, 3), [3, 2], range(2, 4)])), list(starmap(lambda *a: a, ["ab", ()])))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)))
print(list(islice("abcdefg", 0, None, 3)), list(islice("abcdefg", 1, 6, 2)), list(islice("ab", 5)), list(islice("abc", None)))
print(list(islice(count(), 3, 20, 5)), list(islice("abc", 0)), list(islice("abc", True)), list(islice(range(9), None, None, None)))
source = iter(range(20))
print(list(islice(source, 2, 9, 3)), next(source), list(islice(source, 3)), next(source))
source = iter(range(20))
s = islice(source, 0, 5, 10)
print(list(s), next(source), next(s, "over"))


def fail(x):
    raise KeyError(x)


bound = "must be None"
for wrong in (lambda: takewhile(), lambda: takewhile(small), lambda: takewhile(small, 5), lambda: next(takewhile(1, [1])),
              lambda: next(dropwhile(fail, [1])), lambda: next(filterfalse(fail, [1])), lambda: next(starmap(fail, [5])),
              lambda: next(starmap(fail, [(1, 2)])), lambda: compress(1, 2), lambda: compress([]),
              lambda: filterfalse(None, None), lambda: dropwhile(predicate=1, iterable=2), lambda: islice("a"),
              lambda: islice("a", -1), lambda: islice("a", "b"), lambda: islice("a", -1, 2), lambda: islice("a", 1, -1),
              lambda: islice("a", 1, -5), lambda: islice("a", 1, 2, 0), lambda: islice("a", 1, 2, "x"), lambda: islice(),
              lambda: islice("a", 1, 2, 3, 4), lambda: islice(5, 1), lambda: islice("a", stop=1), lambda: islice("a", 2**70),
              lambda: islice("a", "x", 3), lambda: islice("a", 1, "x"), lambda: compress("a", 5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
