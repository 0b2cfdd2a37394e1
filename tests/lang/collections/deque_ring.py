# A deque against a list, with enough changes that its ring grows, shrinks and wraps around.
from collections import deque

seed = 99


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return (seed >> 8) % n


d, items = deque(), []
for step in range(6000):
    act = random(9) if step % 2000 < 1200 else 5 + random(4)
    at = random(len(items)) if items else 0
    if act < 2:
        d.append(step), items.append(step)
    elif act < 4:
        d.appendleft(step), items.insert(0, step)
    elif act == 4:
        d.insert(at, step), items.insert(at, step)
    elif items and act == 5:
        assert d.pop() == items.pop()
    elif items and act == 6:
        assert d.popleft() == items.pop(0)
    elif items and act == 7:
        del d[at]
        del items[at]
    elif items:
        d.rotate(at)
        items = items[-at:] + items[:-at]
    assert len(d) == len(items) and (not items or (d[at - 1] == items[at - 1]) == (at <= len(items)))
    if step % 50 == 0:
        assert list(d) == items and list(reversed(d)) == items[::-1], step
print(len(d))
d = deque(range(1000), 10)
d.extendleft("ab")
print(d, d * 2, d + deque([1]))
d *= 3
print(d)
