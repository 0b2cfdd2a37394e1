# What await, anext() with a default and types.coroutine() make, gone through step by step.
import collections.abc, types
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# await and generator wrappers
@types.coroutine
def old():
    try: got = yield 1
    except ValueError as e: got = yield ("caught", str(e))
    return got
async def co(): return await old()
c = co(); w = c.__await__(); print(type(w).__name__, next(w), w.throw(ValueError("v")), attempt(w.send, 5), w.close(), attempt(next, w), w.__iter__() is w)
c = co(); w = c.__await__(); w.send(None); print(w.close(), attempt(w.send, None))
class It:
    def __await__(self): return iter([1, 2])
async def co2(): return await It()
c = co2(); print(c.send(None), attempt(c.throw, KeyError("k")))
class It2:
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self): return 7
    def send(self, x): return ("sent", x)
    def throw(self, *e): return ("thrown", e[0])
    def close(self): print("closed")
async def co3(): return await It2()
c = co3(); print(c.send(None), c.send(3), c.throw(KeyError("k")), c.close())
@types.coroutine
def dele(): return (yield from It2())
d = dele(); print(type(d).__name__, d.send(None), d.send(4), d.throw(ValueError), d.close())
def plain(): yield 1
wr = types.coroutine(lambda: It2()) ; print(type(wr()).__name__)
class Gen(It2):
    def __next__(self): return "n"
class G2(collections.abc.Generator):
    def send(self, v): return ("g2", v)
    def throw(self, t, v=None, tb=None): return ("t", t)
wrapped = types.coroutine(lambda: G2())(); print(type(wrapped).__name__, attempt(wrapped.send, 1), attempt(wrapped.throw, ValueError), attempt(next, wrapped), attempt(wrapped.close), [n for n in ("gi_code", "gi_frame", "gi_running", "gi_yieldfrom", "cr_code") if hasattr(wrapped, n)])
async def ag():
    try: yield 1; yield 2
    except ValueError: yield "v"
a = ag(); n = a.__anext__(); print(attempt(next, n), attempt(next, n)); n = anext(a, "default"); print(type(n).__name__, attempt(n.send, None)); n = anext(ag(), "d"); print(attempt(next, n.__await__()) if hasattr(n, "__await__") else n)
n = anext(ag(), "d"); print(attempt(n.throw, KeyError("x"))); n = anext(ag(), "d"); print(n.close())
class AI:
    def __anext__(self): return It2()
n = anext(AI(), "d"); print(attempt(n.send, None), attempt(n.throw, KeyError("q")), attempt(n.close), attempt(next, n))
class AI2:
    def __anext__(self):
        async def f(): raise StopAsyncIteration
        return f()
n = anext(AI2(), "d"); print(attempt(n.send, None)); print(attempt(anext, 5))
