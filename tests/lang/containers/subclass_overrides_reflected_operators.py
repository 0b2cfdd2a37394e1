class Left:
    def __radd__(self, other):
        return ("radd", other)

    def __rmul__(self, other):
        return ("rmul", other)

    def __ror__(self, other):
        return ("ror", other)


print([1] + Left(), [1] * Left(), (1,) + Left(), {1: 2} | Left(), {1} | Left())


class Twice:
    def __index__(self):
        return 2


print([1] * Twice(), Twice() * (1, 2), [7, 8, 9][Twice()])
try:
    [1] + None
except TypeError as error:
    print(error)
try:
    None * [1]
except TypeError as error:
    print(error)
numbers = [1]
alias = numbers
numbers += "ab"
print(numbers, alias is numbers)
numbers = numbers + ["c"]
print(numbers, alias)
