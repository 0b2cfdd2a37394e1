"""Quotients by words, divisors, bits and comparisons of ints around the lengths at which they are worked out otherwise."""
import math
import random

random.seed(7)
EDGES = [1, 2, 3, 7, 10, 2**20, 2**32 - 1, 2**32, 2**32 + 1, 10**9, 2**62, 2**63, 2**64 - 1, 2**64, 10**30]
total = 0
for bits in (30, 62, 63, 64, 65, 127, 128, 129, 191, 192, 193, 256, 257, 320, 400, 2100):
    for by in EDGES + [-by for by in EDGES]:
        a = random.getrandbits(bits) | 1 << bits - 1
        for a in (a, -a, 1 << bits, (1 << bits) - 1):
            quotient, rest = divmod(a, by)
            assert quotient * by + rest == a and (0 <= rest < by or by < rest <= 0), (a, by)
            assert a // by == quotient and a % by == rest, (a, by)
            assert (a & by) + (a | by) == a + by and a ^ by == (a | by) - (a & by), (a, by)
            assert (a < by) == (a - by < 0) and (a == by) == (not a - by), (a, by)
            total = (total * 31 + math.gcd(a, by, a + by) + math.lcm(a, by) + hash(a) + hash(a * by)) % (2**61 - 1)
print(total)

for _ in range(300):
    common = random.getrandbits(random.randrange(1, 130)) | 1
    a, b = (common * random.getrandbits(random.choice((1, 20, 64, 128, 200))) for _ in "ab")
    x, y = a, b
    while y:
        x, y = y, x % y
    assert math.gcd(a, b) == math.gcd(-b, a) == x, (a, b)

NUMBERS = [True, False, 3, -3, 2**62, 2**64 - 1, -(2**127), 10**40, 1.5, "s"]
for name in "+ - * / // % << >> & | ^ < <= == != > >=".split():
    operate, found = eval(f"lambda a, b: a {name} b"), []
    for a in NUMBERS:
        for b in NUMBERS:
            if name == "<<" and isinstance(b, int) and b > 9 or name == "*" and isinstance(a, str) + isinstance(b, str) == 1:
                continue
            try:
                found.append(operate(a, b))
            except (TypeError, ValueError, ZeroDivisionError, OverflowError) as error:
                found.append(str(error))
    print(name, *found)
