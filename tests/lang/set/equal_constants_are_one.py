# Equal sets of constants are one constant of a code object, in the order of the first.
print({7, 15, 23, 31}, {31, 23, 15, 7}, {7, 15, 23, 31.0}, 7 in {23, 15, 7, 31})


def f():
    return {8, 0, 16}, {16, 8, 0}, {0, 16, 8.0}, {False, 16, 8}


print(f(), len(f.__code__.co_consts))
