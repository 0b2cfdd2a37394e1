print({5, 1, 9, 3}, {n * 7 for n in range(12)}, {-1, -2, -3, 0}, set(range(20, 0, -1)))
print({1.5, 2, None, True, (1, 2), 0.25}, frozenset([3, 100, 7]), {2 ** 70, 2 ** 61 - 1, 2 ** 61, -2 ** 61})
numbers = set()
for n in range(0, 3000, 37):
    numbers.add(n % 1000)
print(numbers)
for n in range(0, 1000, 3):
    numbers.discard(n)
print(numbers)
numbers.update(range(500, 560), dict.fromkeys(range(7)), [10 ** 6])
print(numbers)
print(numbers & set(range(0, 1000, 2)), numbers - set(range(0, 1000, 2)), numbers ^ set(range(540, 580)))
print([numbers.pop() for _ in range(10)], len(numbers), numbers.copy())
numbers -= set(range(520))
numbers |= {77, 1 << 20}
print(numbers, set(numbers), frozenset(numbers), set(list(numbers)))
print(set("a") | set(), set(), frozenset(), {frozenset({1})}, set([1, 1.0, True]))
