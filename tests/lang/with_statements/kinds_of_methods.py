# __enter__ and __exit__ may be functions, bound or static, written in C, and change while the body runs.
import sys, io
class Plain:
    def __enter__(self): print("enter"); return 7
    def __exit__(self, kind, value, tb): print("exit", kind, value, tb is None); return self.keep
    keep = False
class Bound:
    class Call:
        def __init__(self, name, keep): self.name, self.keep = name, keep
        def __call__(self, *args): print(self.name, len(args), args[:2]); return self.keep
    __enter__ = Call("enter", 1)
    __exit__ = Call("exit", True)
class Static:
    @staticmethod
    def __enter__(): print("static enter"); return 1
    @classmethod
    def __exit__(cls, *args): print(cls.__name__, args[0]); return True
def every(manager):
    def returns():
        with manager() as v: return v, 1
    def loops():
        out = []
        for i in range(4):
            with manager():
                if i == 1: continue
                if i == 3: break
                out.append(i)
        return out
    def raises():
        with manager(), manager() as w: raise KeyError(w)
        return "kept"
    def nested():
        for i in range(2):
            with manager() as a:
                with manager() as b:
                    try: return a, b
                    finally:
                        if i == 0: continue
    for f in returns, loops, raises, nested:
        try: print(f())
        except KeyError as e: print("KeyError", e, e.__context__)
every(Plain); every(Bound); every(Static)
class Quiet(Plain): keep = True
every(Quiet)
def gen(manager):
    with manager() as v:
        x = yield v
        print("sent", x)
        yield x
g = gen(Plain); print(next(g), g.send(3)); g.close()
g = gen(Quiet); next(g)
try: g.throw(ValueError("in"))
except StopIteration: print("stopped")
for bad in (object(), type("E", (), {"__enter__": lambda s: 1})(), 5):
    try:
        with bad: pass
    except TypeError as e: print(e)
class Raises:
    def __enter__(self): return self
    def __exit__(self, *a): raise OSError("exit")
try:
    with Raises(): raise KeyError("body")
except OSError as e: print(e, repr(e.__context__))
try:
    with Raises(): pass
except OSError as e: print(e, repr(e.__context__))
m = Plain(); before = sys.getrefcount(m)
with m: print(sys.getrefcount(m) - before)
print(sys.getrefcount(m) - before)
class Counted:
    def __del__(self): print("gone")
    def __enter__(self): return None
    def __exit__(self, *a): print("left")
with Counted(): print("body")
class Changes:
    def __enter__(self): del Changes.__exit__; return self
    def __exit__(self, *a): print("old exit", a[0])
with Changes(): print("without")
with io.StringIO("text") as f: print(f.read())
print(f.closed)
try:
    with open("/dev/null") as f: raise ValueError(f.closed)
except ValueError as e: print(e, f.closed)
import asyncio
class Async:
    async def __aenter__(self): return "a"
    async def __aexit__(self, kind, *rest): print("aexit", kind); return kind is not None
async def main():
    async with Async() as a, Async(): print(a)
    async with Async(): raise KeyError
    async with Async(): return 5
print(asyncio.run(main()))
class OnInstance:
    pass
o = OnInstance(); o.__enter__ = o.__exit__ = print
try:
    with o: pass
except TypeError as e: print(e)
class Wrong(list):
    __enter__ = dict.get
    __exit__ = dict.get
try:
    with Wrong(): pass
except TypeError as e: print(e)
