def f(*args, **kw):
    return args, sorted(kw.items())
print(f(*[1, 2], *(3,), 4, *{5}, x=1, **{'y': 2}, **dict(z=3)))
print(f(*"ab", **{}))
def g(a, b, c=0): return (a, b, c)
print(g(*range(3)), g(*[1], **{'b': 2}), g(1, *[2], c=3))
try:
    f(**{'a': 1}, **{'a': 2})
except TypeError as e:
    print(e)
try:
    f(*1)
except TypeError as e:
    print(e)
try:
    f(**1)
except TypeError as e:
    print(e)
print((lambda *a, k=2, **kw: (a, k, kw))(1, k=3, z=4))
