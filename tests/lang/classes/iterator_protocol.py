class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), [*Countdown(2)], sum(Countdown(4)), max(Countdown(3)))
a, b, *c = Countdown(5)
print(a, b, c, dict(zip(Countdown(2), "xy")), 2 in Countdown(3))
it = Countdown(1)
print(next(it), next(it, "default"))
try:
    next(it)
except StopIteration as stop:
    print(stop.value, stop.args)


class Bad:
    def __iter__(self):
        return 5


for use in (lambda: list(Bad()), lambda: next(5), lambda: iter(object()), lambda: [*5], lambda: (x for x in 5)):
    try:
        use()
    except TypeError as error:
        print(error)
