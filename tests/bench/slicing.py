# native-bound
"""Slices of lists, strings, tuples and bytes, read and assigned."""


def main():
    items, text = list(range(5000)), "abcdefghij" * 500
    fixed, data = tuple(items), bytes(range(250)) * 20
    total = 0
    for step in range(98000):
        i = step % 4900
        for width in (5, 20, 100):
            total += len(items[i : i + width]) + len(text[i : i + width]) + len(fixed[i : i + width]) + len(data[i : i + width])
        total += len(items[i:]) + items[i::7][0] + len(text[::-1])
    for i in range(3000):
        items[i : i + 10] = items[i + 10 : i + 20]
        items[i:i] = [i, i]
        del items[i + 1 : i + 3]
        items[::2] = items[::2][::-1]
    assert len(items) == 5000, len(items)
    print(total, sum(items))


main()
