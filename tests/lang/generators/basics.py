def count(n):
    print("start")
    for i in range(n):
        got = yield i
        if got: print("got", got)
    return "done"
g = count(3)
print(next(g), g.send("hi"), next(g))
try: next(g)
except StopIteration as e: print(e.value)
print(list(g), next(g, "default"))
def outer():
    r = yield from count(2)
    print("result", r)
    yield from [10, 20]
    yield from "ab"
print(list(outer()))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
def islice(it, n): return (next(it) for _ in range(n))
print(list(islice(fib(), 10)))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def empty():
    return
    yield
print(list(empty()), type(empty()).__name__, empty.__name__)
def expr(): x = yield 1; y = (yield x) or 5; yield y
e = expr(); print(next(e), e.send(2), e.send(None))
print(sum(i * i for i in range(100)), max((i for i in [3, 1]), default=0), sorted(i for i in "hello"), ",".join(str(i) for i in range(3)))
