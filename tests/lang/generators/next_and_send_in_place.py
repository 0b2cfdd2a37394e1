"""next() and send() go on in the generator's frame: what it yields, returns and raises, and who asked."""

import sys

def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
        return "done"
    finally:
        print("fin")
def drive():
    for send in (False, True):
        i = g()
        vals = []
        try:
            while True:
                vals.append(next(i) if not send or not vals else i.send(len(vals)))
        except StopIteration as e:
            print(vals, e.value, e.args)
def bad():
    yield 1
    raise KeyError("k")
def rec(n):
    if n: 
        yield n
        yield from rec(n-1)
def self_next():
    def h():
        yield 1
        yield next(me)
    me = h()
    print(next(me))
    try: next(me)
    except ValueError as e: print(e)
def many(n, f):
    out = []
    for _ in range(n):
        i = bad()
        try:
            out.append(next(i)); out.append(next(i))
        except KeyError as e:
            tb = e.__traceback__
            names = []
            while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
            print(names)
        try: next(i)
        except StopIteration as e: print("stop", e.args, i.gi_frame)
drive(); drive(); self_next(); many(3, 1)
def fresh_send():
    for k in range(3):
        i = g()
        try: i.send(5)
        except TypeError as e: print(e)
        print(i.send(None)); print(i.send(7))
        i.close()
fresh_send()
def default():
    i = rec(2)
    for k in range(5): print(next(i, None))
default()
def deep(n):
    # a generator whose body calls next on another
    if n == 0:
        yield 0; return
    inner = deep(n-1)
    while True:
        try: v = next(inner)
        except StopIteration: return
        yield v + 1
print(list(deep(50)))
def inside_handler():
    def h():
        while True:
            yield sys.exc_info()[0]
    i = h()
    for k in range(3):
        try: raise ValueError
        except ValueError: print(next(i))
        print(next(i))
inside_handler()
class N:
    def __next__(self): return 5
    def __iter__(self): return self
def poly(xs):
    for x in xs: print(next(x))
poly([iter([1]), rec(1), N(), rec(2), iter("a")])
def recursion():
    def r():
        yield next(r())
    try: next(r())
    except RecursionError as e: print(type(e).__name__)
recursion(); recursion()
