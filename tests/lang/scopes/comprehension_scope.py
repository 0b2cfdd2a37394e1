i = "outer"
print([i for i in range(3)], i)
print({i: j for i, j in enumerate("ab")}, i)
print(sum(i for i in range(4)), i)


def f():
    total = [y := n for n in range(3)]
    return total, y


print(f())
print([last := c for c in "xyz"][0], last)


def g(n):
    return [[n + i + j for j in range(2)] for i in range(2)]


print(g(10))
try:
    [1 for missing_name in range(1) if undefined_name]
except NameError as error:
    print(error)
print([(lambda: k)() for k in range(3)])
