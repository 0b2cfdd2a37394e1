"""Functions that make functions: counters, composition, partial application, continuations, memoisation."""


def counter(step):
    count = 0

    def tick():
        nonlocal count
        count += step
        return count

    return tick


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


def adder(n):
    return lambda x: x + n


def scaler(n):
    return lambda x: x * n % 1000003


def curry(function, a):
    return lambda b: function(a, b)


def fold(function, start):
    def over(items):
        total = start
        for item in items:
            total = function(total, item)
        return total

    return over


def pair(a, b):
    return lambda choose: choose(a, b)


def first(p):
    return p(lambda a, b: a)


def second(p):
    return p(lambda a, b: b)


def factorial(n, then):
    """In continuation-passing style, modulo a prime."""
    if n == 0:
        return then(1)
    return factorial(n - 1, lambda value: then(value * n % 1000003))


def memo(function):
    known = {}

    def wrapped(n):
        if n not in known:
            known[n] = function(n)
        return known[n]

    return wrapped


def main():
    ticks = [counter(step) for step in range(1, 6)]
    for _ in range(200000):
        for tick in ticks:
            tick()
    assert [tick() for tick in ticks] == [200001 * step for step in range(1, 6)]
    pipeline = compose(adder(3), scaler(7), adder(11), scaler(13))
    x = 1
    for _ in range(250000):
        x = pipeline(x)
    total = fold(lambda a, b: a + b, 0)
    multiply = lambda a, b: a * b % 1000003
    product = 0
    for i in range(60000):
        twice = curry(multiply, i)
        product += total([twice(2), twice(3), twice(5)])
    chain = None
    for i in range(100000):
        chain = pair(i, chain)
    length = 0
    while chain is not None:
        length += first(chain) & 1
        chain = second(chain)
    steps = 0
    for n in range(1500):
        steps = (steps + factorial(n % 150, lambda value: value)) % 1000003

    @memo
    def ways(n):
        return 1 if n < 2 else (ways(n - 1) + ways(n - 2)) % 1000003

    for n in range(100000):
        steps += ways(n % 400)
    return x, product, length, steps


for _ in range(3):
    result = main()
    assert result == (855237, 17999700000, 50000, 49398886362), result
print(*result)
