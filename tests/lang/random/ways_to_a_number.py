import random


class Bits(random.Random):
    def getrandbits(self, k): return super().getrandbits(k)


class Fractions(random.Random):
    def random(self): return super().random()


class BitsAgain(Fractions):
    def getrandbits(self, k): return super().getrandbits(k)


class Last(BitsAgain):
    def _randbelow(self, n): return n - 1


class LastStill(Last):
    pass


class Quarter(Last):
    def random(self): return 0.25


for cls in (random.Random, Bits, Fractions, BitsAgain, Last, LastStill, Quarter):
    source = cls(42)
    items = list(range(12))
    source.shuffle(items)
    print(cls.__name__, items, [source.randrange(5, 50, 7) for _ in range(5)], source.randint(1, 6))
source = random.Random(7)
for n in (21, 22, 85, 86):
    print(source.sample(range(n), 5), source.sample(range(n), 6))
for alpha in (0.1, 1.0, 1.5, 1000.0):
    print(alpha, [source.gammavariate(alpha, 2.5) for _ in range(4)])
for kappa in (0, 0.01, 4):
    print(kappa, [source.vonmisesvariate(1.0, kappa) for _ in range(4)])
for seed in ("", "abc", b"abc", "\u1234x"):
    print(ascii(seed), *(random.Random().seed(seed, v) or random.Random(seed).random() for v in (2,)))
    old = random.Random()
    old.seed(seed, version=1)
    print(old.random())
