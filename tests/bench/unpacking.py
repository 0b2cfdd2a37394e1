"""Tuples: packed, unpacked, swapped, nested in targets, with stars, and returned by functions."""


def divide(a, b):
    return a // b, a % b


def extended_gcd(a, b):
    x, y, u, v = 1, 0, 0, 1
    while b:
        q, r = divide(a, b)
        a, b = b, r
        x, u = u, x - q * u
        y, v = v, y - q * v
    return a, x, y


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) & 0xFFFFFFFF
    return a


def rotate(items, times):
    a, b, c, d = items
    for _ in range(times):
        a, b, c, d = b, c, d, a + 1
    return a, b, c, d


def main():
    total = 0
    for a in range(1, 400):
        for b in range(1, 400, 3):
            g, x, y = extended_gcd(a, b)
            total += g
            assert a * x + b * y == g
    for _ in range(20):
        total += fibonacci(30000)
    total += sum(rotate((1, 2, 3, 4), 600000))
    records = [(i, ("name%d" % i, (i % 7, i % 11)), [i, i + 1, i + 2]) for i in range(60000)]
    for number, (name, (a, b)), [first, *rest] in records:
        total += number + len(name) + a * b + first - rest[-1]
    for index, (number, (_, (a, b)), _) in enumerate(records):
        total += index - number + a - b
    head = tail = 0
    for i in range(150000):
        first, *middle, last = i, i + 1, i + 2, i + 3
        head, tail = last, first
        total += len(middle) + head - tail
    by_pair = {(i % 300, i % 200): i for i in range(60000)}
    for (a, b), value in by_pair.items():
        total += a + b - value
    return total


for _ in range(5):
    result = main()
    assert result == 86457906751, result
print(result)
