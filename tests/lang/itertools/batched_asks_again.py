# A batch that came out short is the last, but the next one asks the iterator again, as CPython does.
from itertools import batched


class Paused:
    """Says twice that it is at its end."""

    def __init__(self):
        self.items = [1, 2, 3, None, 4, 5, None]

    def __iter__(self):
        return self

    def __next__(self):
        item = self.items.pop(0) if self.items else None
        if item is None:
            raise StopIteration
        return item


batches = batched(Paused(), 2)
print(next(batches), next(batches), next(batches), next(batches, "end"), next(batches, "end"))
strict = batched(Paused(), 2, strict=True)
print(next(strict))
try:
    print(next(strict))
except ValueError as error:
    print(error)
print(next(strict, "end"))
