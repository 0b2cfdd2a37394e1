# Cells compare by what they hold; an empty one is the least.
import types

one, two, empty = types.CellType(1), types.CellType(2), types.CellType()
print(one < two, one <= one, one == types.CellType(1), one != two, empty < one, empty == types.CellType(), empty > one)
for wrong in (lambda: one < 1, lambda: one < types.CellType("a"), lambda: hash(one), lambda: empty.cell_contents, lambda: types.CellType(1, 2)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
del one.cell_contents
print(one == empty, one == 1)
two.cell_contents = [3]
print(two.cell_contents)
