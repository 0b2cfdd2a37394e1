# Loops that take apart the pairs of zip, enumerate and items(): the same with pairs, with what is none, with errors.
def both(pairs):
    found = []
    try:
        for first, second in pairs:
            found.append((first, second))
    except Exception as error:
        found.append(f"{type(error).__name__}: {error}")
    return found


def stops(at):
    for i in range(9):
        if i == at:
            raise StopIteration(i)
        yield i


class Counting:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration("over")
        return self.left


class Pairs(zip):
    def __next__(self):
        first, second = super().__next__()
        return second, first


for _ in range(3):
    print(both(zip("ab", [1, 2, 3])), both(zip([1, 2, 3], "ab")), both(zip("ab", "cd", "ef")), both(zip("ab")))
    print(both(enumerate("xy", 2**62 - 1)), both(enumerate(Counting())), both(zip(Counting(), stops(1))))
    print(both({1: 2, 3: 4}.items()), both([(1, 2), [3, 4], "56", (7, 8, 9)]), both(Pairs("ab", "cd")))
    print(both(zip([1, 2], [3], strict=True)), both(zip([1], [2, 3], strict=True)), both(map(divmod, [7, 8], [2, 3])))
table = dict.fromkeys(range(3), 0)
try:
    for key, value in table.items():
        table[key + 10] = value
except RuntimeError as error:
    print(error)
pairs = zip([1, 2], [3, 4])
kept = [pair for pair in zip([1, 2], [3, 4])]
for a, b in pairs:
    for c, d in zip([a], [b]):
        print(a, b, c, d, next(pairs, None), kept)
