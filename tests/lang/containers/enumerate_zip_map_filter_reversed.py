print(list(enumerate("abc")), list(enumerate("ab", start=5)), list(enumerate("a", 1 << 70)) == [(1 << 70, "a")])
print(list(zip("abc", range(2))), list(zip()), list(zip([1], [2], [3])), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(list(map(str, [1, 2])), list(map(lambda a, b, c=0: a + b, [1, 2, 3], [10, 20])), list(map(max, *[range(3)] * 9)))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda n: n % 2, range(6))), list(filter(bool, [0, 2])))
print(list(reversed([1, 2])), list(reversed((1, 2))), list(reversed("ab")), list(reversed(range(3))), list(reversed({1: 2})))
kept = [pair for pair in zip([1, 2], [3, 4])] + [pair for pair in enumerate("xy")]
print(kept)
for text in ("list(zip([1], [], strict=True))", "list(zip([], [1], strict=True))", "list(zip([], [], [1], strict=True))",
             "list(zip([1], [1], [], strict=True))", "list(zip([1], [2], strict=True))", "zip(1)", "zip(a=1)", "map()",
             "map(1)", "map(1, 2)", "list(map(1, [2]))", "filter(1)", "filter(1, 2)", "enumerate()", "enumerate(1)",
             "enumerate([], 'a')", "reversed()", "reversed(1)", "reversed({1})", "reversed([], 1)"):
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


class Countdown:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


class Mirror:
    def __reversed__(self):
        return iter("mirror")


print(list(reversed(Countdown())), "".join(reversed(Mirror())), reversed(Countdown()).__length_hint__())
