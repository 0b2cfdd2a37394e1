# Numbers of as many limbs: the quotient is guessed by their highest bits and may be two too large at first.
from random import Random

random = Random(77)


def number(limbs, kind):
    if kind == 0:
        return random.getrandbits(64 * limbs) | 1 << 64 * limbs - random.randrange(1, 64)
    if kind == 1:
        return (1 << 64 * limbs - random.randrange(0, 64)) - random.getrandbits(random.choice((1, 3, 64, 100))) - 1
    low = random.choice((0, 1, (1 << 64 * (limbs - 1)) - 1, 1 << 64 * (limbs - 2), random.getrandbits(64 * (limbs - 1))))
    return ((random.getrandbits(64) | 1) << 64 * (limbs - 1)) + low


wrong = 0
for _ in range(1500):
    limbs = random.randrange(2, 9)
    b = number(limbs, random.randrange(3))
    for a in number(limbs, random.randrange(3)), b, b * 3, b << 40, b + 1, b - 1, 2 * b - 1, -b, -number(limbs, 1):
        for by in b, -b:
            quotient, rest = divmod(a, by)
            wrong += quotient * by + rest != a or abs(rest) >= abs(by) or rest * by < 0
            wrong += a // by != quotient or a % by != rest
print(wrong, "wrong")
