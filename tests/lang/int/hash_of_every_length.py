# The hash of an int is its magnitude modulo 2**61 - 1, with its sign; -1 is not a hash.
from random import Random

random = Random(5)
prime = 2**61 - 1
wrong = 0
for bits in list(range(1, 300)) + [600, 1000, 5000, 20_000]:
    some = random.getrandbits(bits)
    for n in some, ~some, (1 << bits) - 1, 1 << bits, some * prime, (some + 1) * prime - 1, -(some * prime + 1):
        expected = abs(n) % prime * (-1 if n < 0 else 1)
        wrong += hash(n) != (-2 if expected == -1 else expected)
print(wrong, "wrong", hash(-1), hash(-prime - 1), hash(prime), hash(2**61), hash(1 << 6100))
