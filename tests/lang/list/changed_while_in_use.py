# Lists that change while they are iterated, compared, searched or shown.
x = [1, 2, 3, 4]
for item in x:
    if item < 10:
        x.append(item + 10)
print(x)
x = [1, 2, 3, 4, 5, 6]
for item in x:
    x.remove(item)
print(x)
x = [1, 2, 3]
i = iter(x)
print(next(i), x.clear(), list(i), x.extend([7, 8, 9]), list(i), next(i, "end"))
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), r.__reduce__(), list(r), r.__length_hint__(), r.__reduce__())
x = [1, 2, 3, 4]
r = reversed(x)
next(r)
del x[1:]
print(list(r), r.__length_hint__())
i = iter([1, 2, 3])
i.__setstate__(2)
print(i.__reduce__(), list(i), i.__reduce__())
i = iter([1, 2, 3])
i.__setstate__(-5)
print(i.__length_hint__(), next(i, "end"), i.__setstate__(100), list(i))


class Clears:
    def __init__(self, target, answer):
        self.target, self.answer = target, answer

    def __eq__(self, other):
        self.target.clear()
        return self.answer

    def __lt__(self, other):
        self.target.clear()
        return self.answer

    def __repr__(self):
        self.target.clear()
        return "cleared"


def made(answer):
    x = []
    x.extend([0, Clears(x, answer), 2, 3])
    return x


for name, use in [("in", lambda x: 5 in x), ("index", lambda x: x.index(5)), ("count", lambda x: x.count(5)), ("remove", lambda x: x.remove(5)), ("==", lambda x: x == [0, 1, 2, 3]), ("<", lambda x: x < [0, 1, 2, 3]), ("repr", repr), ("sort", lambda x: x.sort()), ("sort key", lambda x: x.sort(key=lambda item: x.clear() or 1)), ("min", lambda x: min(x)), ("sorted", lambda x: sorted(x)), ("max key", lambda x: max(x, key=lambda item: x.clear() or 1)), ("extend", lambda x: x.extend(item for item in x if len(x) < 10)), ("set slice", lambda x: x.__setitem__(slice(0, 2), (x.clear() or i for i in range(3)))), ("comprehension", lambda x: [x.pop() for _ in x]), ("map", lambda x: list(map(lambda item: x.pop(), x))), ("filter", lambda x: list(filter(lambda item: x.append(1) if len(x) < 8 else 1, x))), ("enumerate", lambda x: [x.pop() for i, item in enumerate(x)]), ("sum", lambda x: sum([x.pop() for item in x], 0))]:
    for answer in (True, False):
        x = made(answer)
        try:
            result = use(x)
            print(name, answer, result if not isinstance(result, Clears) else "the object", len(x))
        except Exception as error:
            print(name, answer, type(error).__name__, error, len(x))
        x.clear()
