# native-bound
"""Dicts keyed by ints, strings and tuples; sorting with and without keys."""


def numbers(count, seed):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append((seed >> 8) % 100000)
    return result


def main(seed):
    items = numbers(300000, seed)
    by_number = {}
    for n in items:
        by_number[n] = by_number.get(n, 0) + 1
    grid = {}
    for n in items:
        key = (n % 317, n % 211)
        if key in grid:
            grid[key].append(n)
        else:
            grid[key] = [n]
    names = {}
    for n in items[:100000]:
        names["name%d" % (n % 5000)] = n
    ordered = sorted(items)
    pairs = sorted(by_number.items(), key=lambda p: (-p[1], p[0]))
    words = sorted(names)
    for i in range(1, len(ordered)):
        assert ordered[i - 1] <= ordered[i]
    assert len(words) == 5000 and sum(len(v) for v in grid.values()) == 300000
    return len(by_number), len(grid), pairs[0], words[0], ordered[0]


for seed in (42, 43):
    print(*main(seed))
