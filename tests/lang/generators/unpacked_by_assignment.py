import gc


def pair(n):
    box = [n]
    yield box
    gc.collect()
    box = [n, n]
    yield box


def rounds(n):
    out = []
    for i in range(n):
        first, second = pair(i)
        out.append((first, second))
    return out


print(rounds(3))


def deep(n):
    a, b = (deep(n - 1) if n else [0]), (x for x in "xy")
    c, d = b
    return [a, c, d]


print(deep(3))
try:
    a, b = pair(1), (yield_ for yield_ in ())
    c, d, e = a
except ValueError as error:
    print(error)
try:
    c, = pair(2)
except ValueError as error:
    print(error)
