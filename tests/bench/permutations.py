"""All orders of a few items: a recursive generator, swaps in place, and the next order in the dictionary."""


def by_generator(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in by_generator(items[:i] + items[i + 1 :]):
            yield items[i : i + 1] + rest


def by_swaps(items, count):
    """The number of orders that heap's method makes, and a sum that depends on each of them."""
    if count == 1:
        return 1, items[0] * 7 + items[-1]
    orders = total = 0
    for i in range(count):
        n, t = by_swaps(items, count - 1)
        orders += n
        total += t
        if count % 2 == 0:
            items[i], items[count - 1] = items[count - 1], items[i]
        else:
            items[0], items[count - 1] = items[count - 1], items[0]
    return orders, total


def next_order(items):
    """Rearranges items to the next greater order. False when it was the last."""
    i = len(items) - 2
    while i >= 0 and items[i] >= items[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(items) - 1
    while items[j] <= items[i]:
        j -= 1
    items[i], items[j] = items[j], items[i]
    low, high = i + 1, len(items) - 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1
    return True


def main():
    first = sum(order[0] * order[-1] for order in by_generator(list(range(8))))
    assert first == 720 * sum(a * b for a in range(8) for b in range(8) if a != b), first
    second = by_swaps(list(range(9)), 9)
    assert second == (362880, 362880 * 4 * 8), second
    items, count = list(range(9)), 1
    while next_order(items):
        count += 1
    assert count == 362880, count
    return first, second, count


for _ in range(4):
    result = main()
print(*result)
