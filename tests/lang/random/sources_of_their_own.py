"""Subclasses that bring their own numbers, and the system's."""
import random


class Quarter(random.Random):
    def random(self):
        return 0.25


class Ones(random.Random):
    def getrandbits(self, k):
        return 1


class Both(Quarter):
    def getrandbits(self, k):
        return 0


print(Quarter().randrange(100), Quarter(5).choice("abcdefgh"), Quarter().uniform(0, 8))
print(Ones().randrange(100), Ones().randbytes(3), Both().randrange(100), Both().random())
print([base.__name__ for base in Quarter.__mro__])

s = random.SystemRandom(1)
print(0 <= s.random() < 1, s.getrandbits(10) < 1024, len(s.randbytes(4)), s.randint(3, 3), s.seed(1))
for wrong in (s.getstate, s.setstate, lambda: s.getrandbits(-1)):
    try:
        wrong()
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")
print(random.Random().random() != random.Random().random())
