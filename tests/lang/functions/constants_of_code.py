# co_consts: the docstring or None first; no None for an end that is not reached.
def nothing(): pass
def value(): return 1
def documented():
    "what it does"
    x = 5
def only_documented():
    "what it does"
def raises(): raise ValueError
def folded(): return 1 + 2, (1, 2), -1
def either(x):
    if x: return 1
    return 2
def generator():
    yield 3
for f in (nothing, value, documented, only_documented, raises, folded, either, generator):
    print(f.__name__, f.__code__.co_consts)
print((lambda: 5).__code__.co_consts)
