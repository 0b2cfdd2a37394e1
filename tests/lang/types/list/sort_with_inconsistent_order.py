"""What a sort makes of items that no order fits is decided by which are compared, as CPython's sort compares them."""

nan = float("nan")
for items in ([3, nan, 1], [nan, 2, 1, nan, 0], [5, 4, 4, 3, 3, 2, 9, nan, 1], [1, 1, 1, 0], [2, 2, 1, 1, 0, 0, 5, 6]):
    print(sorted(items), sorted(items, reverse=True))


compared = [0]


class Mute:


    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        compared[0] += 1
        return False

    def __repr__(self):
        return str(self.number)


class Counted(Mute):
    def __lt__(self, other):
        compared[0] += 1
        return self.number < other.number


for kind in (Mute, Counted):
    for numbers in (range(5), range(5, 0, -1), [1, 1, 1, 1], [3, 3, 2, 2, 1], [5, 1, 4, 2, 3], [i // 3 for i in range(90, 0, -1)]):
        compared[0] = 0
        print(kind.__name__, sorted(map(kind, numbers))[:12], compared[0])
