"""Float arithmetic in nested loops and generator expressions (after the spectral-norm problem)."""

import math


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, transposed):
    count = len(v)
    result = []
    for i in range(count):
        total = 0.0
        for j in range(count):
            total += (a(j, i) if transposed else a(i, j)) * v[j]
        result.append(total)
    return result


def norm(count):
    u = [1.0] * count
    for _ in range(10):
        v = times(times(u, False), True)
        u = times(times(v, False), True)
    vbv = sum(x * y for x, y in zip(u, v))
    vv = sum(y * y for y in v)
    return math.sqrt(vbv / vv)


result = norm(400)
assert abs(result - 1.274219) < 1e-4, result
print("%.6f" % result)
