class Stack(list):
    def push(self, item):
        self.append(item)

    def __len__(self):
        return 100 + super().__len__()


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    x = property(lambda self: self[0])


class Bag(set):
    limit = 3


class Key(frozenset):
    pass


stack = Stack([1, 2])
stack.push(3)
stack.name = "s"
print(stack, len(stack), stack.name, type(stack[:]), type(stack + [1]), type(stack * 2), stack == [1, 2, 3], Stack(), [*stack])
point = Point(3, 4)
point.label = "p"
print(point, point.x, point.label, type(point[:]), type(point + ()), point == (3, 4), hash(point) == hash((3, 4)), Point(1, 2) < point)
bag = Bag([1, 2])
bag.label = "b"
print(bag, bag.label, type(bag | {3}), type(bag.copy()), bag == {1, 2}, bag.limit)
print(Key([1]), {Key([1]): 5}[frozenset([1])], type(Key([1]) | Key()), type(Key([1]).copy()), Key([1]) == {1})
stack += (4,)
stack *= 2
print(type(stack), stack, isinstance(point, tuple), sorted(bag), list(map(type, (Stack(), Point(0, 0), Bag(), Key()))))
first, *rest = stack
print(first, rest, [n for n in point], dict.fromkeys(bag, 0))
