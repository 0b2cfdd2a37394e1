"""What is refused, and in which words."""
import random


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


attempt(random.randint, 5, 4)
attempt(random.randint, 1.5, 2)
attempt(random.randrange, 0)
attempt(random.randrange, 3, 1, 2)
attempt(random.randrange, 3, 1, 0)
attempt(random.randrange, 3, step=2)
attempt(random.randrange, 1, 2, 3, 4)
attempt(random.choice, [])
attempt(random.shuffle, (1, 2))
attempt(random.sample, [1], 2)
attempt(random.sample, {1, 2}, 1)
attempt(random.sample, [1, 2], 2, counts=[1])
attempt(random.sample, [1, 2], 2, counts=[1.0, 2.0])
attempt(random.sample, [1, 2], 2, counts=[0, 0])
attempt(random.choices, [1, 2], [1])
attempt(random.choices, [1, 2], 5)
attempt(random.choices, [1, 2], [0, 0])
attempt(random.choices, [1, 2], [float("inf"), 1])
attempt(random.choices, [1], [1], cum_weights=[1])
attempt(random.choices, [])
attempt(random.seed, [1])
attempt(random.getrandbits, -1)
attempt(random.getrandbits, "a")
attempt(random.gammavariate, -1, 1)
attempt(random.binomialvariate, -1)
attempt(random.binomialvariate, 3, 2)
attempt(random.expovariate, 0)
