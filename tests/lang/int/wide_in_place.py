"""Results of 64 to 128 bits may take the place of operands that nobody else has: nobody may see that."""
import random

MASK = 0xFFFFFFFFFFFFFFFF


def kept(big, small):
    """Everything that is used twice must stay."""
    a = big + small
    b = a
    c = (a + 1) - 1
    d = [a, (a ^ big) | a, -(a - big)]
    a += small
    a -= small * 2
    return big, a, b, c, d


for big in (2**62, 2**63, 2**64 - 1, 2**64, 2**100 + 12345, 2**127 - 1, -(2**62) - 1, -(2**90)):
    for small in (1, -1, 2**40, 2**62):
        print(kept(big, small))


def mix(h, text):
    for b in text:
        h ^= b
        h = (h * 0x100000001B3) & MASK
        h = (h << 7 | h >> 57) & MASK
    return h


print(mix(0xCBF29CE484222325, bytes(range(256))))


def sums(values):
    total = whole = 0
    for v in values:
        total += v * v
        whole -= v
    return total, whole


print(sums([2**61, 2**62, 3, -(2**63), 1]))


def floats(n):
    total = 0
    for i in range(n):
        total += i * 0.5
        total += [i][0]
    return total


print(floats(10))

# Every operator at the borders of what is worked out at once, against another way to the same number.
edges = [s * (2**k + d) for k in (0, 31, 61, 62, 63, 64, 65, 126, 127, 128, 129) for d in (-1, 0, 1) for s in (1, -1)]
wrong = 0
for x in edges:
    for y in edges:
        z = y if y else 1
        wrong += x + y != -(-x - y) or x - y != -(y - x) or x * y != -(-x * y)
        q, r = x // z, x % z
        wrong += q * z + r != x or not (0 <= r < z or z < r <= 0)
        wrong += (x ^ y) != (x | y) - (x & y) or (x & y) + (x | y) != x + y
        n = abs(y) % 140
        wrong += x << n != x * 2**n or x >> n != x // 2**n
print(len(edges), wrong)

random.seed(5)
state = seen = 1
for _ in range(2000):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    seen ^= state >> 33
print(state, seen)


def unbound():
    if not edges:
        x = 1
    x += len(edges)


for wrong in (unbound, lambda: 2**70 + "a", lambda: 2**70 & 1.5, lambda: (2**70) % 0, lambda: 2**64 << -1):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
