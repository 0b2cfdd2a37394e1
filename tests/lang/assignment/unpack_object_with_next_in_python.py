# Items unpacked so far stay where they are while the iterator's own code runs.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return [self.n]


def unpack():
    a, b, c = Countdown(3)
    print(a, b, c)
    (d, e), [f] = Countdown(2), Countdown(1)
    print(d, e, f)


unpack()
for n in (1, 3):
    try:
        a, b = Countdown(n)
    except ValueError as error:
        print(error)


class Items:
    def __getitem__(self, i):
        if i == 2:
            raise KeyError(i)
        return "xy"[i]


try:
    a, b = Items()
except KeyError as error:
    print(repr(error))
