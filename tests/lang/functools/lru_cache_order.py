# functools.lru_cache: which results stay, what makes calls different, recursion, methods, re-entrancy.
from functools import cache, lru_cache


@lru_cache(maxsize=3)
def add(x, y=0):
    print("add", x, y, end="; ")
    return x + y


for call in (1, 2, 3, 1, 4, 2, 1):
    add(call)
print()
add(1, 2), add(1, y=2), add(y=2, x=1), add(x=1, y=2)
print()
add.cache_clear()
add(1), add(1.0), add(True)
print()


@lru_cache(typed=True)
def kind(x, **k):
    return type(x).__name__, {name: type(v).__name__ for name, v in k.items()}


print(kind(1), kind(1.0), kind(True), kind(1, a=1), kind(1, a=1.0))
print(kind.cache_parameters(), kind.__name__, kind.__wrapped__(2))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(150), fib.cache_parameters())


class Square:
    def __init__(self, side):
        self.side = side

    @lru_cache
    def area(self, factor=1):
        print("computing", end=" ")
        return self.side ** 2 * factor


square = Square(3)
print(square.area(), square.area(), square.area(2), Square(4).area())


@lru_cache(0)
def never(x):
    print("never", end=" ")
    return x


print(never(1), never(1))


class Clearing:
    """A key whose comparison clears the cache it is in."""

    def __hash__(self):
        return 1

    def __eq__(self, other):
        hostile.cache_clear()
        return False


@lru_cache(2)
def hostile(x):
    return 1


print([hostile(Clearing()) for i in range(5)])


class Again:
    def __del__(self):
        nested(5)


@lru_cache(2)
def nested(x):
    return Again() if x < 5 else x


print([type(nested(i)).__name__ for i in range(6)])
nested.cache_clear()
for wrong in (lambda: lru_cache("a"), lambda: add([]), lambda: lru_cache(3)(4)):
    try:
        wrong()
    except TypeError as error:
        print(error)
