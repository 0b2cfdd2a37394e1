"""The towers of Hanoi: disks as linked objects on pegs, moved by a recursive method."""


class Disk:
    def __init__(self, size):
        self.size = size
        self.below = None


class Towers:
    def __init__(self, count):
        self.pegs = [None, None, None]
        self.moves = 0
        for size in range(count, 0, -1):
            self.push(0, Disk(size))

    def push(self, peg, disk):
        top = self.pegs[peg]
        if top is not None and disk.size >= top.size:
            raise ValueError("a large disk on a small one")
        disk.below = top
        self.pegs[peg] = disk

    def pop(self, peg):
        top = self.pegs[peg]
        if top is None:
            raise ValueError("no disk on this peg")
        self.pegs[peg] = top.below
        top.below = None
        return top

    def move_top(self, source, target):
        self.push(target, self.pop(source))
        self.moves += 1

    def move(self, count, source, target):
        if count == 1:
            self.move_top(source, target)
            return
        other = 3 - source - target
        self.move(count - 1, source, other)
        self.move_top(source, target)
        self.move(count - 1, other, target)


def main():
    total = 0
    for start in range(18):
        towers = Towers(17)
        source, target = start % 3, (start + 1) % 3
        if source:
            towers.move(17, 0, source)
        towers.move(17, source, target)
        assert towers.pegs[source] is None and towers.pegs[target].size == 1
        total += towers.moves
    assert total == 30 * 131071, total
    print(total)


main()
