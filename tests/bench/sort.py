# native-bound
"""Sorting: random, ordered and partly ordered ints, floats, strings, tuples, and with keys."""


def numbers(count, seed):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        result.append(seed)
    return result


def check(items, key=lambda x: x):
    return all(key(a) <= key(b) for a, b in zip(items, items[1:]))


def main():
    ints = numbers(150000, 42)
    texts = [str(i) for i in ints]
    floats = [i / 7 for i in ints]
    pairs = [(i % 1000, i) for i in ints]
    ordered = sorted(ints)
    assert check(ordered) and ordered[0] == min(ints) and sum(ordered) == sum(ints)
    for _ in range(5):
        assert sorted(texts)[0] == min(texts)
        assert sorted(floats)[-1] == max(floats)
        assert sorted(ordered) == ordered
        assert sorted(ordered[:75000] + ordered[:75000:-1])[1] == ordered[1]
        assert sorted(ints, reverse=True) == ordered[::-1]
    assert check(sorted(pairs))
    assert check(sorted(ints, key=lambda x: x % 1000), key=lambda x: x % 1000)
    assert check(sorted(texts, key=len), key=len)
    print(len(ordered), ordered[1000], sorted(texts)[1000])


main()
