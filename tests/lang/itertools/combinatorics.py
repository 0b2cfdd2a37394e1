# itertools.product, permutations, combinations, combinations_with_replacement, also against slow definitions.
from itertools import combinations, combinations_with_replacement, permutations, product


def text(iterator):
    return " ".join("".join(map(str, item)) or "()" for item in iterator)


print(text(product("ab", [1, 2, 3])), "|", text(product()), "|", text(product("ab", repeat=2)), "|", text(product("ab", [])))
print(text(product("ab", repeat=0)), "|", text(product(range(2), "x", repeat=2)))
print(text(permutations("abc")), "|", text(permutations("abcd", 2)), "|", text(permutations("ab", 3)), "|", text(permutations([])))
print(text(combinations("abcd", 2)), "|", text(combinations("ab", 3)), "|", text(combinations("ab", 0)), "|", text(combinations("abc", 3)))
print(text(combinations_with_replacement("abc", 2)), "|", text(combinations_with_replacement([], 1)), "|",
      text(combinations_with_replacement("ab", 0)), "|", text(combinations_with_replacement("a", 3)))
kept = [item for item in product([[1]], [[2], [3]])]
print(kept, kept[0][0] is kept[1][0])
p = permutations("ab")
first = next(p)
print(first, next(p), first, next(p, "over"), next(p, "over"))
for n in range(6):
    items = [chr(97 + i) for i in range(n)]
    for r in range(n + 2):
        everything = list(product(items, repeat=r))
        place = items.index
        assert list(permutations(items, r)) == [t for t in everything if len(set(t)) == r], (n, r)
        rising = [t for t in everything if all(place(t[i]) <= place(t[i + 1]) for i in range(r - 1))]
        assert list(combinations_with_replacement(items, r)) == rising, (n, r)
        assert list(combinations(items, r)) == [t for t in rising if len(set(t)) == r], (n, r)
print(sum(1 for _ in permutations(range(7))), sum(1 for _ in combinations(range(14), 7)), sum(map(sum, product(range(10), repeat=3))))
for wrong in (lambda: product(1), lambda: product("a", repeat=-1), lambda: product("a", repeat="b"), lambda: product("a", r=1),
              lambda: product("ab", repeat=2**62), lambda: permutations(), lambda: permutations("a", "b"),
              lambda: permutations("a", -1), lambda: permutations("a", 1.0), lambda: permutations(1), lambda: combinations("a"),
              lambda: combinations("a", -1), lambda: combinations("a", None), lambda: combinations(1, 1), lambda: combinations(),
              lambda: combinations_with_replacement("a", -1), lambda: combinations_with_replacement("a", "b"),
              lambda: combinations(iterable="ab", r=1, x=2)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
