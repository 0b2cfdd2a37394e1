import copy

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter(range(3)), lambda: reversed([1, 2, 3]),
             lambda: enumerate("abc"), lambda: zip("abc", [1, 2, 3]), lambda: reversed("abc")):
    iterator = make()
    next(iterator)
    twin = copy.copy(iterator)
    print(type(twin).__name__, list(twin))
print(copy.copy(range(1, 9, 2)), copy.copy(slice(1, 2)), copy.copy({1, 2}), copy.copy(frozenset([1])))
print(copy.deepcopy([{1: [2]}, (3, [4]), {5}]), copy.copy({"a": 1}), copy.copy((1, 2)))
