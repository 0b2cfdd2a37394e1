"""Whole numbers, choices, samples, shuffles."""
import random

r = random.Random(2024)
print([r.randint(1, 6) for _ in range(12)], r.randint(3, 3), r.randint(-10**30, 10**30))
print([r.randrange(10) for _ in range(8)], r.randrange(0, 100, 7), r.randrange(100, 0, -9), r.randrange(10**30))
print([r.choice("abcdef") for _ in range(8)], r.choice(range(1000)), r.choice((5,)))
cards = list(range(20))
r.shuffle(cards)
print(cards, r.shuffle([]), r.shuffle([1]))
print(r.sample(range(1000), 5), r.sample([1, 2, 3, 4], 3), r.sample("abcdef", 6), r.sample([], 0))
print(r.sample(range(10**9), 8), r.sample("abcdef", 4, counts=[5, 4, 3, 2, 1, 1]))
print(r.choices("abc", k=6), r.choices("abc", [1, 2, 3], k=6), r.choices("abc", cum_weights=[1, 2, 3.5], k=6))
print(r.choices([1, 2], weights=[0, 1], k=3), r.randbytes(9), r.randbytes(0))
