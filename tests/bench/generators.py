"""Generators: pipelines of them, yield from over a tree, values sent in, and clean-up by closing."""


def count_up(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def only(test, items):
    for item in items:
        if test(item):
            yield item


def squares(items):
    for item in items:
        yield item * item


def pairs(items):
    last = None
    for item in items:
        if last is not None:
            yield last, item
        last = item


def take(count, items):
    for item in items:
        if count == 0:
            return
        count -= 1
        yield item


class Tree:
    def __init__(self, low, high):
        middle = (low + high) // 2
        self.value = middle
        self.left = Tree(low, middle) if low < middle else None
        self.right = Tree(middle + 1, high) if middle + 1 < high else None

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def average():
    """A running average of what is sent."""
    total = count = 0
    mean = None
    while True:
        total += yield mean
        count += 1
        mean = total / count


def tasks(count, log):
    """Generators as tasks that a loop runs in turn; some are closed early."""

    def task(name, steps):
        try:
            for step in range(steps):
                yield name * step
        finally:
            log.append(name)

    waiting = [task(i, i % 17) for i in range(count)]
    total = 0
    while waiting:
        rest = []
        for generator in waiting:
            try:
                value = next(generator)
            except StopIteration:
                continue
            total += value
            if value > 900:
                generator.close()
            else:
                rest.append(generator)
        waiting = rest
    return total


def main():
    total = 0
    for a, b in pairs(squares(only(lambda n: n % 3 != 0, count_up(500000)))):
        total += b - a
    assert total == 499999**2 - 1, total
    tree = Tree(0, 30000)
    for _ in range(3):
        assert sum(tree) == 449985000
    assert list(take(3, tree)) == [0, 1, 2]
    mean = average()
    next(mean)
    for i in range(300000):
        result = mean.send(i)
    assert result == 149999.5, result
    log = []
    turns = tasks(15000, log)
    assert sorted(log) == list(range(15000))
    return total, turns


for _ in range(5):
    result = main()
print(*result)
