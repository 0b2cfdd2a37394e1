# What __setstate__ takes, and where iteration goes on.
def attempt(iterator, state):
    try:
        iterator.__setstate__(state)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return list(iterator)


makers = {
    "list": lambda: iter([1, 2, 3]),
    "tuple": lambda: iter((1, 2, 3)),
    "str": lambda: iter("abc"),
    "bytes": lambda: iter(b"abc"),
    "range": lambda: iter(range(3)),
    "reversed": lambda: reversed([1, 2, 3]),
}
for name, make in makers.items():
    for state in (0, 1, 3, 9, -1, -5):
        print(name, state, attempt(make(), state))
for name in ("list", "tuple", "str", "bytes", "reversed"):
    for state in (2**70, None, "1", 1.0):
        print(name, attempt(makers[name](), state))


# An iterator of a class derived from reversed asks the object.
class Reversed(reversed):
    pass


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index * 10


print(Reversed(Sequence()).__length_hint__(), attempt(Reversed(Sequence()), 1), attempt(Reversed(Sequence()), 9))
