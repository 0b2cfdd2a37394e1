late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])
functions = []
for name in "abc":
    def show():
        return name
    functions.append(show)
print([f() for f in functions])
name = "changed"
print([f() for f in functions])
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
print((lambda: (yield))().__class__.__name__)
print((lambda x: lambda y: x + y)(1)(2))
print((lambda: None).__name__, (lambda: None).__qualname__)
