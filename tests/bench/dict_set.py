# native-bound
"""Dictionaries and sets: building, looking up, copying, walking through, and the algebra of sets."""


def dictionaries(count):
    squares = {i: i * i for i in range(count)}
    names = {str(i): i for i in range(count)}
    total = 0
    for i in range(count):
        total += squares[i]
        if str(i) in names:
            total -= names[str(i)]
    for key, value in squares.items():
        total += key - value
    for _ in range(5):
        copy = dict(squares)
        copy.update(names)
        assert len(copy) == 2 * count
    groups = {}
    for i in range(count):
        groups.setdefault(i % 97, []).append(i)
    return total, len(groups), sum(len(group) for group in groups.values())


def sets(count):
    even, thirds = set(range(0, count, 2)), set(range(0, count, 3))
    result = 0
    for _ in range(5):
        result += len(even | thirds) - len(even & thirds) + len(even - thirds) - len(even ^ thirds)
    seen = set()
    for i in range(count):
        if i * i % count not in seen:
            seen.add(i * i % count)
    return result, len(seen)


def main():
    for _ in range(2):
        first, second = dictionaries(200000), sets(400000)
        assert first == (0, 97, 200000), first
    print(first, second)


main()
