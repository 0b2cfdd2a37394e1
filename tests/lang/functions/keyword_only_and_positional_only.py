def f(a, b, /, c, d=4, *args, e, f=6, **kw):
    return (a, b, c, d, args, e, f, kw)
print(f(1, 2, 3, e=5))
print(f(1, 2, 3, 4, 5, 6, e=7, f=8, g=9))
print(f(1, 2, c=3, e=5, a=1, b=2))
for call in (lambda: f(1, 2, 3), lambda: f(1, 2, e=5), lambda: f(1, b=2, c=3, e=4), lambda: f(e=1)):
    try:
        call()
    except TypeError as error:
        print(error)
