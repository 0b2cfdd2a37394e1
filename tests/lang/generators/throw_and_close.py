def g():
    try:
        while True:
            try: x = yield "value"
            except ValueError as e: print("caught", e); yield "handled"
    finally: print("cleanup")
a = g()
print(next(a), a.throw(ValueError("v")), next(a))
a.close()
a.close()
print(next(a, "closed"))
b = g()
next(b)
try: b.throw(KeyError("k"))
except KeyError as e: print("out", e)
def bad():
    try: yield 1
    except GeneratorExit: yield 2
c = bad(); next(c)
try: c.close()
except RuntimeError as e: print(e)
def stop():
    yield 1
    raise StopIteration("inner")
try: list(stop())
except RuntimeError as e: print(e, repr(e.__cause__))
d = g()
try: d.send(1)
except TypeError as e: print(e)
def selfref(): yield next(me)
me = selfref()
try: next(me)
except ValueError as e: print(e)
def delegate():
    try: yield from g()
    except KeyError as e: print("delegated", e); yield "end"
e = delegate(); next(e)
print(e.throw(ValueError("w")), e.throw(KeyError("x")))
f = g(); next(f); del f
print("dropped")
def ret():
    try: yield 1
    finally: print("fin")
for v in ret(): break
print("after break")
