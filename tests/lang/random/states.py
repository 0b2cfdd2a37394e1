"""getstate() and setstate(), copies, and states that are none."""
import copy
import random

r = random.Random(5)
r.gauss()
state = r.getstate()
print(state[0], len(state[1]), state[1][0], state[1][-1], state[2])
numbers = [r.random(), r.gauss(), r.getrandbits(100)]
r.setstate(state)
print(numbers == [r.random(), r.gauss(), r.getrandbits(100)])
other = copy.copy(r)
print(other.random() == r.random(), type(other))

for wrong in ((1, 2, 3), (3, [1], None), (3, (1,), None), (3, (1.5,) * 625, None), (3, (1,) * 624 + (700,), None)):
    try:
        r.setstate(wrong)
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")
