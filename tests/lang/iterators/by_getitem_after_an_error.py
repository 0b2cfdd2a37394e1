# An iterator over __getitem__ stays where it is when the item could not be had.
class Lazy:
    tries = 0

    def __getitem__(self, index):
        self.tries += 1
        if self.tries == 2:
            raise KeyError(index)
        if index > 2:
            raise IndexError
        return index


iterator = iter(Lazy())
print(next(iterator))
try:
    next(iterator)
except KeyError as error:
    print("KeyError", error)
print(iterator.__length_hint__())
print(list(iterator), list(iterator))
print(type(iter("a")).__name__, type(iter("é")).__name__, type(iter(type("S", (str,), {})("a"))).__name__)
