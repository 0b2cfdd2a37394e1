"""Recursion, sets and generators: the eight queens' problem for a larger board."""


def place(row, count, columns, up, down):
    if row == count:
        yield ()
        return
    for column in range(count):
        if column in columns or row + column in up or row - column in down:
            continue
        columns.add(column)
        up.add(row + column)
        down.add(row - column)
        for rest in place(row + 1, count, columns, up, down):
            yield (column,) + rest
        columns.remove(column)
        up.remove(row + column)
        down.remove(row - column)


solutions = 0
for count in range(8, 13):
    solutions += sum(1 for _ in place(0, count, set(), set(), set()))
assert solutions == 92 + 352 + 724 + 2680 + 14200
print(solutions)
