# async generators
import sys
import types
import warnings

warnings.simplefilter("ignore")
def run(c):
    out=[]
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return e.value
class Y:
    def __init__(s,v): s.v=v
    def __await__(s):
        r=yield s.v
        return r
async def ag():
    try:
        x = yield 1
        print("got", x)
        x = yield 2
        print("got", x)
    finally:
        print("fin")
async def m():
    a=ag()
    print(a.ag_running, a.ag_frame is not None, a.ag_code.co_name, a.ag_await, a.ag_suspended)
    print(await a.__anext__(), a.ag_suspended)
    print(await a.asend(10))
    try: await a.asend(20)
    except StopAsyncIteration as e: print("SAI", e.args)
    try: await a.asend(20)
    except StopAsyncIteration as e: print("SAI", e.args)
    print(await a.aclose())
    a=ag()
    try: await a.asend(5)
    except TypeError as e: print(e)
    a=ag(); await a.asend(None)
    try: await a.athrow(ValueError("x"))
    except ValueError as e: print(repr(e))
    a=ag(); await a.asend(None)
    print(await a.aclose(), a.ag_frame)
    try: await a.__anext__()
    except StopAsyncIteration as e: print("SAI")
    a=ag()
    print(await a.aclose())
    a=ag()
    try: await a.athrow(KeyError)
    except KeyError as e: print(repr(e))
    async def ign():
        try: yield 1
        except GeneratorExit: yield 2
    a=ign(); await anext(a)
    try: await a.aclose()
    except RuntimeError as e: print(e)
    print(await anext(ag(), 3), end=' ')
    async def e():
        return
        yield
    print(await anext(e(), "d"))
    try: await anext(e())
    except StopAsyncIteration: print("end")
run(m())
a=ag()
s=a.asend(None)
print(type(s), type(a.aclose()), type(a.athrow(ValueError)), type(anext(a,1)))
try: s.send(None)
except StopIteration as e: print(e.value)
for f in (lambda: s.send(None), lambda: s.throw(ValueError), lambda: s.close()):
    try: print(f())
    except RuntimeError as e: print(e)
c=a.aclose()
try: c.send(1)
except RuntimeError as e: print(e)
try: c.send(None)
except StopIteration as e: print("closed", e.value)
for f in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: c.close()):
    try: print(f())
    except RuntimeError as e: print(e)
async def aw():
    await Y("wait")
    yield 1
a=aw()
s=a.asend(None)
print(s.send(None), a.ag_running, type(a.ag_await).__name__)
for mk in (lambda: a.asend(None), lambda: a.aclose(), lambda: a.athrow(ValueError), lambda: a.__anext__()):
    t=mk()
    try: t.send(None)
    except RuntimeError as e: print(e)
    try: t.send(None)
    except RuntimeError as e: print(e)
    t=mk()
    try: t.throw(KeyError)
    except RuntimeError as e: print(e)
try: s.throw(KeyError("k"))
except KeyError as e: print(repr(e))
print(a.ag_running)
try: sys.set_asyncgen_hooks(1)
except TypeError as e: print(e)
try: sys.set_asyncgen_hooks(finalizer=1)
except TypeError as e: print(e)
print(sys.get_asyncgen_hooks())
def first(g): print("first", g.__name__)
def fin(g): print("fin", g.__name__)
sys.set_asyncgen_hooks(first, fin)
h=sys.get_asyncgen_hooks(); print(h.firstiter is first, h.finalizer is fin)
a=ag(); a.asend; 
x=a.asend(None)
try: x.send(None)
except StopIteration as e: print(e.value)

del a, x
sys.set_asyncgen_hooks(*(None,None))
print(sys.get_asyncgen_hooks())
try: sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e: print(e)
sys.set_coroutine_origin_tracking_depth(2)
async def co(): pass
c=co(); print(c.cr_origin[0][1:]); c.close()
sys.set_coroutine_origin_tracking_depth(0)
c=co(); print(c.cr_origin); c.close()
try: aiter(1)
except TypeError as e: print(e)
try: anext(1)
except TypeError as e: print(e)
class A:
    def __aiter__(s): return 1
try: aiter(A())
except TypeError as e: print(e)
async def bad():
    async for x in A(): pass
try: run(bad())
except TypeError as e: print(e)
class B:
    def __aiter__(s): return s
    def __anext__(s): return 1
async def bad():
    async for x in B(): pass
try: run(bad())
except TypeError as e: print(e, repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
async def bad():
    async for x in 5: pass
try: run(bad())
except TypeError as e: print(e)
async def bad():
    async with 5: pass
try: run(bad())
except TypeError as e: print(e)
class C:
    def __aenter__(s): return 1
    async def __aexit__(s,*a): pass
async def bad():
    async with C(): pass
try: run(bad())
except TypeError as e: print(e)
class C:
    async def __aenter__(s): return 1
    def __aexit__(s,*a): return 1
async def bad():
    async with C(): pass
try: run(bad())
except TypeError as e: print(e)
async def bad(): await 1
try: run(bad())
except TypeError as e: print(e)
class W:
    def __init__(s, v): s.v=v
    def __await__(s): return s.v
async def co(): pass
for v in (1, [], iter([])):
    async def bad(): return await W(v)
    try: print(run(bad()))
    except TypeError as e: print(e)
async def sleepy(): await Y(1)
c=sleepy(); c.send(None)
async def other(): await c
try: run(other())
except RuntimeError as e: print(e)
print(c.cr_await is not None, c.cr_running, c.cr_suspended, type(c.cr_await).__name__)
c.close()
