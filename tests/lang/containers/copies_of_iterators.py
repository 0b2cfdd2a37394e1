def rebuilt(source):
    function, arguments, *state = source.__reduce__()
    twin = function(*arguments)
    if state and state[0] is not None:
        twin.__setstate__(state[0])
    return twin


for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter(range(3)), lambda: reversed([1, 2, 3]),
             lambda: reversed("abc"), lambda: iter({1: 2, 3: 4}), lambda: iter({5, 6}), lambda: iter({1: 2}.items())):
    iterator = make()
    next(iterator)
    print(type(iterator).__name__, list(rebuilt(iterator)), list(iterator), list(rebuilt(iterator)))
for make in (lambda: enumerate("abc"), lambda: zip("abc", [1, 2, 3]), lambda: map(str, [1, 2, 3]), lambda: filter(None, "xyz")):
    iterator = make()
    next(iterator)
    print(type(iterator).__name__, list(rebuilt(iterator)), list(iterator))
print(rebuilt(range(1, 9, 2)), rebuilt(slice(1, 2)), frozenset([1]).__reduce__(), {1: 2}.keys().mapping)
