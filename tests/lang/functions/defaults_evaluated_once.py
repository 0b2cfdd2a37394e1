calls = []
def make():
    calls.append(1)
    return []
def f(x, acc=make()):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []), len(calls))
print(f.__defaults__)
def g(a, b=(a_default := 5), *, c=lambda: 7):
    return a + b + c()
print(g(1), g(1, 2), g(1, 2, c=lambda: 0))
