# A generator that no try would see closed is dropped at once: its locals first, then what its loops hold.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("dropped", self.name)


def loops():
    a, b = Noisy("a"), Noisy("b")
    for x in [Noisy("x"), Noisy("y")]:
        yield 1


def guarded():
    a = Noisy("a")
    try:
        yield 1
    finally:
        print("finally", a.name)


def delegates():
    outer = Noisy("outer")
    yield from guarded()


def stubborn():
    try:
        yield 1
    except ValueError:
        yield 2
    except GeneratorExit:
        yield 3
    yield 4


for make in loops, guarded, delegates:
    items = make()
    next(items)
    print("close", make.__name__, items.close(), items.gi_frame, list(items))
    items = make()
    next(items)
    print("drop", make.__name__)
    del items
items = stubborn()
next(items)
try:
    items.close()
except RuntimeError as error:
    print(error)
items = stubborn()
next(items)
print(items.throw(ValueError), items.close(), list(items))
print(any(x for x in [0, 1, Noisy("z")]))
