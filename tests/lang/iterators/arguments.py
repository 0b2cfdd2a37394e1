# enumerate, zip, map, filter, reversed, iter, next: what they take, in which words they refuse, where they go on.
def show(text):
    try:
        result = eval(text)
        print(text, "->", list(result) if hasattr(result, "__next__") else result)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class E(enumerate):
    pass


class Z(zip):
    def __new__(cls, *args, **keywords):
        return super().__new__(cls, *args)


for text in """enumerate(); enumerate(5); enumerate("ab"); enumerate("ab", 5); enumerate("ab", start=-1); enumerate("ab", start="x"); enumerate("ab", 2**70); enumerate(iterable="ab"); enumerate(start=1, iterable="ab"); enumerate(iterable="ab", start=1); enumerate("ab", 1, 2); enumerate("ab", begin=1); enumerate(start=1); enumerate("ab", iterable=1); enumerate(x=1, y=2); enumerate(iterable=[], start=1, x=2); E("ab", begin=1); E(); E("ab", 1, 2); E("ab", start=3)
    zip(); zip(5); zip("ab", [1, 2, 3]); zip("ab", [1], strict=True); zip("a", [1, 2], strict=True); zip("a", "b", "", strict=True); zip("ab", "cd", strict=1); zip("ab", strict=[]); zip(x=1); zip(x=1, y=2); zip("ab", strict=True, x=1); zip(strict=True); Z("ab", [1, 2], more=1); zip("ab", None)
    map(); map(len); map(len, 5); map(len, ["a", "bc"]); map(None, [1]); map(5, [1]); map(pow, [1, 2], [3, 4, 5]); map(len, [1]); map(len, [], x=1); filter(); filter(None); filter(None, [0, 1, "", "a"]); filter(5, [1]); filter(len, [1]); filter(None, 5); filter(bool, [1], 2); filter(function=None, iterable=[])
    reversed(); reversed(5); reversed([1, 2]); reversed("ab"); reversed({1: 2}); reversed({1}); reversed(range(3)); reversed((x for x in "a")); reversed([1], 2); reversed(sequence=[1]); iter(); iter(5); iter("ab"); iter(5, 6); iter([1, 2].pop, 1); iter([].pop, 1); iter(iter([1])); iter(object=[1]); iter("a", "b", "c")
    next(); next(5); next(iter([])); next(iter([]), 7); next(iter([1]), 7); next(iter([]), None); next(iter([1]), 1, 2); next([1]); next(iter([1]), default=2); aiter(5); anext(5); sum(zip([1], [2]), ()); max(enumerate("ab")); dict(enumerate("ab")); sorted(zip("ba", "dc")); min(); min(5); min([], default=None); min(1, 2, default=3); min([3, 1], key=lambda x: -x); max(1, "a"); max(x=1); max([], x=1, y=2, z=3); min(key=len); sorted(); sorted(5); sorted([2, 1], None); sorted([2, 1], kee=1); sorted(5, kee=1); sorted([1], key=1, reverse=2, x=3); any(5); all([]); sum("ab"); sum([[1], [2]], []); sum(["a"], ""); sum([1], start=2); sum([1], 2, 3)""".replace("\n", ";").split(";"):
    show(text.strip())
for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2)), lambda: iter("abc"), lambda: iter(b"ab"), lambda: iter(range(4)), lambda: iter({1: 2}), lambda: iter({5}), lambda: reversed([1, 2, 3]), lambda: iter(range(2**70, 2**70 + 2)), lambda: enumerate("ab"), lambda: zip("ab", "cd"), lambda: map(str, [1, 2])):
    it = make()
    hint = getattr(it, "__length_hint__", lambda: "none")
    print(type(it).__name__, hint(), next(it), hint(), list(it), hint(), next(it, "end"), iter(it) is it, hasattr(it, "__setstate__"))
    again = make()
    for state in (1, -5, 99, 2**70, "x"):
        try:
            again = make()
            again.__setstate__(state)
            print(state, list(again))
        except Exception as error:
            print(state, type(error).__name__, error)
