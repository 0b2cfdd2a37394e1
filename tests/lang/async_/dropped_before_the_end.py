import sys
import warnings


def told(info):
    print("unraisable:", type(info.object).__name__, type(info.exc_value).__name__, info.exc_value)


def shown(message, category, *rest):
    print("warning:", category.__name__, message)


sys.unraisablehook = told
warnings.showwarning = shown
warnings.simplefilter("always")

import gc
def g():
    try: yield 1
    finally: print("finally")
x=g(); next(x); del x
def g():
    try: yield 1
    finally: raise ValueError("in finally")
x=g(); next(x); del x
def g():
    try: yield 1
    except GeneratorExit: yield 2
x=g(); next(x); del x
async def co(): pass
co()
async def outer():
    co()
c=outer()
try: c.send(None)
except StopIteration: pass
async def ag(): yield 1
ag().asend(None)
ag().aclose()
ag().athrow(ValueError)
a=ag(); a.__anext__(); del a
async def ag2():
    try: yield 1
    finally: print("ag2 finally")
a=ag2()
try: a.asend(None).send(None)
except StopIteration: pass
del a
class Y:
    def __await__(s): yield 1
async def ag3():
    try: yield 1
    finally: await Y()
a=ag3()
try: a.asend(None).send(None)
except StopIteration: pass
del a
def bad(): raise KeyError("hook")
def fin(g): raise KeyError("hook")
sys.set_asyncgen_hooks(finalizer=fin)
a=ag2()
try: a.asend(None).send(None)
except StopIteration: pass
del a
sys.set_asyncgen_hooks(None,None)

def mk(): co()
mk()
sys.set_coroutine_origin_tracking_depth(0)
# cycle
def g():
    me = yield
    try: yield
    finally: print("cycle fin")
x=g(); next(x); x.send(x); del x; gc.collect()
def g():
    yield from g2()
def g2():
    try: yield 1
    except GeneratorExit: print("g2 exit"); raise
x=g(); next(x); x.close()
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def close(s): print("closed"); raise OSError("c")
def g3(): yield from It()
x=g3(); next(x)
try: x.close()
except OSError as e: print(e)
class It2(It):
    close=None
    def throw(s,*a): print("throw", a); raise StopIteration(77)
def g3():
    r=yield from It2()
    print("r", r)
    yield 5
x=g3(); next(x); print(x.throw(ValueError))
x=g3(); next(x); print(x.throw(ValueError("a")))
x=g3(); next(x)
try: x.close()
except TypeError as e: print(e)
class It4(It):
    @property
    def throw(s): raise ZeroDivisionError
def g4(): yield from It4()
x=g4(); next(x)
try: x.throw(ValueError)
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
class It5:
    def __iter__(s): return s
    def __next__(s): return 1
def g5(): yield from It5()
x=g5(); next(x)
try: x.throw(ValueError("z"))
except ValueError as e: print(repr(e))
x=g5(); next(x)
try: x.send(3)
except AttributeError as e: print(e)
def g6():
    x = yield from [1,2]
    print(x)
y=g6(); print(next(y), y.gi_yieldfrom.__class__.__name__)
try: y.send(1)
except AttributeError as e: print(e)
