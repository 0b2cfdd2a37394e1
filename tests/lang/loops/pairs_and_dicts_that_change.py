"""Loops over pairs and dicts: parts in every kind of place, items that are no pairs, dicts that change meanwhile."""

pairs = [(1, "a"), [2, "b"], "cd", (3, "e")]
for x, y in pairs:
    print(x, y)
for x, y in tuple(pairs):
    print(y, x)


class Place:
    pass


place, table = Place(), {}
for place.a, table["b"] in pairs[:2]:
    print(place.a, table["b"])
for (x, y), (z, _) in zip(pairs, pairs):
    print(x, y, z)
for i, (x, y) in enumerate(pairs, 2**62 - 2):
    print(i, x, y)


def local(items):
    total = []
    for a, b in items:
        total.append((b, a))
        if len(total) == 2:
            continue
        if len(total) == 5:
            break
    else:
        total.append("all")
    return total


def generator(items):
    for a, b in items:
        yield a
        yield b


for items in (pairs, enumerate("abc"), zip([1, 2], (3, 4)), {1: 2, 3: 4}.items(), ((i, i) for i in range(7)), iter([]),
              reversed([(1, 2), (3, 4)]), map(lambda x: (x, x), "ab")):
    print(local(items))
print(list(generator({"a": 1}.items())), list(generator([(1, 2)])))
for bad in ([(1, 2), (3,)], [(1, 2), (3, 4, 5)], zip([1], [2], [3]), [(1, 2), 7], {5: 6}):
    try:
        print(local(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    for a, b in zip([1, 2], [3], strict=True):
        print(a, b)
except ValueError as error:
    print(error)


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


for a, b in ((Loud(i), Loud(-i)) for i in range(1, 3)):
    print("body")
del a, b
for a, b in [[Loud("list"), Loud("items")]]:
    pass
del a, b


def changing(loop, change):
    d = {1: 2, 3: 4, 5: 6}
    seen = []
    try:
        loop(d, seen, change)
    except RuntimeError as error:
        seen.append(str(error))
    return seen


def keys(d, seen, change):
    for k in d:
        seen.append(k)
        change(d)


def values(d, seen, change):
    for v in d.values():
        seen.append(v)
        change(d)


def items(d, seen, change):
    for k, v in d.items():
        seen.append((k, v))
        change(d)


def grow(d):
    d[len(d) + 10] = 0


def shrink(d):
    d.popitem()


def swap(d):
    if 3 in d:
        del d[3]
        d[30] = 40


def assign(d):
    d[5] = 7


for change in grow, shrink, swap, assign, dict.clear, lambda d: None:
    print([changing(loop, change) for loop in (keys, values, items)])
print(dict(zip("abc", range(5))), dict(enumerate("ab")), dict({1: 2}.items()), dict([(1, 2), [3, 4], "xy"]))
for wrong in ([(1, 2, 3)], [1], zip([1]), zip("ab", "cd", "ef")):
    try:
        dict(wrong)
    except (TypeError, ValueError) as error:
        print(error)
