# Lists of 64 and more items of simple types, sorted, keep equals in order; a merge sort by comparisons is the judge.
import random

source = random.Random(5)


def merged(items, key, reverse):
    if len(items) < 2:
        return items[:]
    half = len(items) // 2
    left, right = merged(items[:half], key, reverse), merged(items[half:], key, reverse)
    result, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        a, b = key(left[i]), key(right[j])
        if a < b if reverse else b < a:
            result.append(right[j])
            j += 1
        else:
            result.append(left[i])
            i += 1
    return result + left[i:] + right[j:]


def text(length, letters, start=""):
    return start + "".join(source.choice(letters) for _ in range(source.randrange(length)))


class Word(str):
    pass


kinds = {
    "bits": lambda: source.randrange(-1, 2),
    "ints": lambda: source.randrange(-(10**18), 10**18),
    "long and short ints": lambda: source.choice([1, -7, 10**30, -(10**20)]),
    "floats": lambda: source.uniform(-10.0, 10.0),
    "odd floats": lambda: source.choice([0.0, -0.0, 1e300, -1e-300, 5e-324, float("inf"), -float("inf"), 2.5]),
    "ints and floats": lambda: source.choice([1, 1.0, 2, 1.5, True]),
    "digits": lambda: str(source.randrange(10**10)),
    "ends of strings": lambda: text(4, "a\0"),
    "prefixes": lambda: text(20, "ab", "of all of them/"),
    "repeated": lambda: "ab" * source.randrange(400),
    "latin": lambda: text(12, "aé\xff"),
    "wide": lambda: text(8, "aж😀", source.choice(["", "ж", "a"])),
    "subclass": lambda: source.choice([Word, str])(text(5, "xyz")),
    "pairs": lambda: (source.randrange(5), source.randrange(1000)),
    "words and numbers": lambda: (text(5, "ab"), source.randrange(3), source.random()),
    "unequal lengths": lambda: (source.randrange(5),) * source.randrange(3),
    "unlike items": lambda: (source.choice([1, 2.5, True]), "x"),
    "tuples in tuples": lambda: ((source.randrange(3), "a"), source.randrange(9)),
    "empty": lambda: (),
}
for name, make in kinds.items():
    for count in (63, 64, 100, 300):
        for order in ("random", "sorted", "halves", "nearly"):
            items = [make() for _ in range(count)]
            if order != "random":
                items.sort()
            if order == "halves":
                items[count // 2 :] = items[count // 2 :][::-1]
            if order == "nearly":
                items[count // 3], items[-2] = make(), make()
            for reverse in (False, True):
                a, b = sorted(items, reverse=reverse), merged(items, lambda x: x, reverse)
                assert all(x is y for x, y in zip(a, b, strict=True)), (name, count, order, reverse)
                numbered = list(enumerate(items))
                a = sorted(numbered, key=lambda p: p[1], reverse=reverse)
                assert a == merged(numbered, lambda p: p[1], reverse), (name, count, order, reverse)
    print(name)

try:
    sorted([(1, 2)] * 70 + [(1, "a")])
except TypeError as e:
    print(e)
nan = float("nan")
print(sorted([2.0] * 64 + [nan] + [1.0] * 64)[:3], sorted([nan] * 100)[0] is nan)


class Counted(int):
    compared = 0

    def __lt__(self, other):
        Counted.compared += 1
        return int(self) < int(other)


sorted([(i * 7 % 100, Counted(i)) for i in range(100)] + [(i, Counted(i)) for i in range(100)])
print(Counted.compared)
