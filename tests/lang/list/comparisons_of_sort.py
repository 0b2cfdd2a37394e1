# Which items list.sort compares, in which order, and what it leaves behind when a comparison fails.
class Counted:
    log = []

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if len(Counted.log) == Counted.limit:
            raise ValueError("enough")
        Counted.log.append((self.value, other.value))
        return self.value < other.value


def steps(values, limit=None, **keywords):
    Counted.log, Counted.limit = [], limit
    items = [Counted(value) for value in values]
    try:
        items.sort(**keywords)
    except ValueError as error:
        print(error, end=" ")
    mixed = sum((i + 1) * (a * 31 + b) for i, (a, b) in enumerate(Counted.log))
    print(len(Counted.log), mixed, Counted.log[:4], [item.value for item in items][:12])


def numbers(count, limit, seed=1):
    for _ in range(count):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        yield (seed >> 16) % limit


for count in (0, 1, 2, 3, 5, 10, 63, 64, 65, 100, 300, 1000):
    steps(numbers(count, 1000))
    steps(numbers(count, 5), reverse=True)
steps(range(200))
steps(range(200, 0, -1))
steps([1] * 100)
steps([3, 3, 2, 2, 1, 1] * 20)
steps(list(range(100)) + list(range(50, 150)))
steps(list(range(100)) + list(range(100, 0, -1)) + list(range(20)))
steps(sorted(numbers(500, 900)) + list(numbers(10, 900, 7)))
steps([i % 32 for i in range(400)])
for limit in (0, 1, 5, 40, 200, 700):
    steps(numbers(150, 50), limit)
    steps(sorted(numbers(70, 50)) + sorted(numbers(90, 50, 3)), limit, reverse=True)
