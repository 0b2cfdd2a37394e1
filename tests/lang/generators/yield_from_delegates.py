def inner():
    got = yield 1
    print("inner got", got)
    try:
        yield 2
    except ValueError as error:
        print("inner caught", error)
        yield 3
    return "result"

def outer():
    value = yield from inner()
    print("outer got", value)
    yield from [4, 5]
    rest = yield from range(0)
    print(rest)
    return "done"

g = outer()
print(next(g), g.send("hello"), g.throw(ValueError("thrown")), list(g))

def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])

print(list(tree(((None, 1, None), 2, (None, 3, None)))))

class Own:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("own value")

def d(): print((yield from Own()))

print(list(d()))
