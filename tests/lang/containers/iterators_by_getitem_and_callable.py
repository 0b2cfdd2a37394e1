class Squares:
    def __getitem__(self, i):
        if i == 5:
            raise IndexError(i)
        return i * i


iterator = iter(Squares())
print(type(iterator).__name__, list(iterator), next(iterator, "end"), 9 in Squares(), 10 in Squares(), max(Squares()))
countdown = iter([3, 2, 1, 0, 5].pop, 2)
print(type(countdown).__name__, list(countdown), next(countdown, "end"))


def stop():
    raise StopIteration


print(list(iter(stop, None)))
for source in ([1, 2, 3], (1, 2, 3), {1, 2, 3}, {1: 0, 2: 0, 3: 0}, range(1, 4), "123"):
    iterator = iter(source)
    print(type(iterator).__name__, next(iterator), iterator.__length_hint__(), list(iterator), next(iterator, "end"),
          iter(iterator) is iterator)
growing = [1]
iterator = iter(growing)
print(next(iterator), next(iterator, "end"))
growing.append(2)
print(next(iterator, "still the end"))
backwards = reversed(growing)
growing.pop()
print(list(backwards))
for text in ("iter(1)", "iter(1, 2)", "next([])", "iter()", "type(iter([]))()"):
    try:
        eval(text)
    except TypeError as error:
        print(error)
