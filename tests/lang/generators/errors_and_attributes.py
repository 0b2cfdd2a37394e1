import sys
import types
import warnings

warnings.simplefilter("ignore")
# throw context
def g():
    try:
        yield 1
    except ValueError as e:
        print("caught", repr(e), repr(e.__context__))
        try:
            yield 2
        except KeyError as k:
            print("k", repr(k.__context__))
            yield 3
x=g(); next(x)
try:
    raise TypeError("outer")
except TypeError:
    print(x.throw(ValueError("a")))
print(x.throw(KeyError("b")))
def h():
    yield 1
for args in [(1,), (ValueError("a"), 1), (ValueError, "m"), (ValueError, (1,2)), (ValueError, KeyError("x")), (ValueError, ValueError("q")), (ValueError, None, 5), ("s",), (ValueError, None, None), (int,)]:
    y=h(); next(y)
    try: y.throw(*args)
    except BaseException as e: print(args, type(e).__name__, e.args)
y=h()
try: y.throw(ValueError)
except ValueError as e: print("created", e.args)
print(list(y))
y=h(); next(y)
print(y.close(), y.close())
def r():
    try:
        yield 1
    except GeneratorExit:
        return 5
y=r(); next(y); print(y.close())
def ign():
    try: yield
    except GeneratorExit: yield
y=ign(); next(y)
try: y.close()
except RuntimeError as e: print(e)
def rec():
    try: next(me)
    except ValueError as e: print(e)
    try: me.send(1)
    except ValueError as e: print(e)
    try: me.close()
    except ValueError as e: print(e)
    try: me.throw(KeyError)
    except ValueError as e: print(e)
    yield
me=rec(); next(me)
try: h().send(1)
except TypeError as e: print(e)
async def co(): pass
c=co()
try: c.send(1)
except TypeError as e: print(e)
try: c.send(None)
except StopIteration as e: print(e.value)
for f in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: c.close()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(type(co.__call__).__name__)
c=co()
w=c.__await__()
print(type(w), type(w).__name__)
try: next(w)
except StopIteration as e: print(e.value)
try: iter(c)
except TypeError as e: print(e)
try:
    for i in c: pass
except TypeError as e: print(e)
try: next(c)
except TypeError as e: print(e)
def gi():
    yield 1
y=gi()
print(y.gi_code is gi.__code__, y.gi_frame is not None, y.gi_running, y.gi_suspended, y.gi_yieldfrom)
next(y); print(y.gi_suspended)
list(y); print(y.gi_frame, y.gi_code is gi.__code__)
for a in ("gi_code","gi_frame","gi_running","gi_suspended","gi_yieldfrom"):
    try: setattr(y,a,1)
    except Exception as e: print(a, type(e).__name__, e)
for v in (1,None):
    try: y.__name__=v
    except TypeError as e: print(e)
    try: y.__qualname__=v
    except TypeError as e: print(e)
try: del y.__name__
except TypeError as e: print(e)
y.__name__="nm"; y.__qualname__="qn.x"; print(y.__name__, y.__qualname__, repr(y)[:24])
try: type(y)()
except TypeError as e: print(e)
try: type(c)()
except TypeError as e: print(e)
try:
    class X(type(y)): pass
except TypeError as e: print(e)
def stop():
    yield 1
    raise StopIteration(4)
try: list(stop())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
async def stop2(): raise StopIteration(4)
try: stop2().send(None)
except RuntimeError as e: print(e, repr(e.__cause__))
async def stop3():
    yield 1
    raise StopAsyncIteration
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def m():
    try:
        async for i in stop3(): print(i)
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def stop4():
        yield 1
        raise StopIteration
    try:
        async for i in stop4(): print(i)
    except RuntimeError as e: print(e, repr(e.__cause__))
run(m())
print(types.GeneratorType[int], types.CoroutineType[1,2,3], types.AsyncGeneratorType[int])
