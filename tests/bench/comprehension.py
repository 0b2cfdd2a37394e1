"""Comprehensions of a million elements, generator expressions, map, filter, zip and enumerate."""


def main():
    count = 1000000
    items = [i for i in range(count)]
    assert len([x * x for x in items if x % 3]) == 666666
    assert sum(x for x in items if x & 1) == 250000000000
    assert len({x: x + 1 for x in items[:300000]}) == 300000
    assert len({x % 1000 for x in items}) == 1000
    assert sum(list(map(lambda x: x + 1, items))) == 500000500000
    assert len(list(filter(lambda x: x % 7 == 0, items))) == 142858
    total = 0
    for index, value in enumerate(items):
        total += index - value
    for a, b in zip(items, reversed(items)):
        total += a - b
    assert total == 0
    pairs = [(a, b) for a in range(500) for b in range(500) if a < b]
    print(len(pairs), pairs[-1])


for _ in range(3):
    main()
