"""Dicts keyed by ints, strings and tuples; sorting with and without keys."""

state = 42


def random():
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return state >> 8


numbers = [random() % 100000 for _ in range(200000)]
by_number = {}
for n in numbers:
    by_number[n] = by_number.get(n, 0) + 1
grid = {}
for n in numbers:
    key = (n % 317, n % 211)
    if key in grid:
        grid[key].append(n)
    else:
        grid[key] = [n]
names = {}
for n in numbers[:100000]:
    names["name%d" % (n % 5000)] = n
ordered = sorted(numbers)
pairs = sorted(by_number.items(), key=lambda p: (-p[1], p[0]))
words = sorted(names)
for i in range(1, len(ordered)):
    assert ordered[i - 1] <= ordered[i]
print(len(by_number), len(grid), len(names), pairs[0], words[0], ordered[0], sum(len(v) for v in grid.values()))
