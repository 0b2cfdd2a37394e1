"""Equal seeds give the numbers that CPython gives."""
import random

for seed in (0, 1, 42, -7, 2**70 + 3, 10**1500, True, 1.5, -0.25, "hello", "", "é" * 300, b"abc", bytearray(b"zz")):
    r = random.Random(seed)
    print(r.random(), r.getrandbits(0), r.getrandbits(5), r.getrandbits(32), r.getrandbits(33), r.getrandbits(200))

r = random.Random()
for seed in ("abc", "", b"abc", 7):
    r.seed(seed, version=1)
    print(r.random())
random.seed(12345)
print(random.random(), random.randint(1, 6))
