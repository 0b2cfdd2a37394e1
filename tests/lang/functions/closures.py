def counter():
    n = 0
    def up(step=1):
        nonlocal n
        n += step
        return n
    def get():
        return n
    return up, get
up, get = counter()
print(up(), up(5), get(), [c.cell_contents for c in up.__closure__])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def outer(x):
    def middle():
        def inner():
            nonlocal x
            x *= 2
            return x
        return inner
    return middle()
f = outer(3)
print(f(), f(), f.__qualname__)
def late():
    def use(): return value
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
    value = 3
    return use()
print(late())
