import contextvars
from contextvars import ContextVar, Context, Token, copy_context

def addr(s): return repr(s).split(" at 0x")[0]
v=ContextVar("v")
w=ContextVar("w", default=7)
print(addr(v), addr(w), v.name, ContextVar[int], Token[str])
for f in (lambda: v.get(), lambda: ContextVar(1), lambda: Token(), lambda: Context(1), lambda: v.reset(1), lambda: Context()[1], lambda: Context()[w], lambda: 1 in Context(), lambda: Context().run(), lambda: Context().get(3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, addr(e.args[0]) if type(e) in (LookupError,KeyError) else str(e).split(" at 0x")[0])
print(v.get(5), w.get(), w.get(8))
t=v.set(1); print(t.old_value, t.var is v, Token.MISSING, addr(t))
t2=v.set(2); print(t2.old_value)
v.reset(t2); print(v.get())
try: v.reset(t2)
except RuntimeError as e: print("used" in str(e))
print(addr(t2))
try: w.reset(t)
except ValueError as e: print(str(e)[-36:])
c=copy_context()
def f(a,*,k=0):
    print(v.get(), a, k)
    v.set(9)
    try: c.run(print)
    except RuntimeError as e: print(str(e)[:40])
    try: v.reset(t)
    except ValueError as e: print(str(e)[-36:])
    d=copy_context()
    print(len(d), d==c, d is c, sorted(x.name for x in d), list(d.values()), [x.name for x,_ in d.items()])
    w.set(1)
    print(d==c, w in d, d.get(w), d.get(w,3), c[w])
    return 11
print(c.run(f, 1, k=2), v.get(), c[v], w.get())
try: c.run(lambda: 1/0)
except ZeroDivisionError: print("zde", v.get())
v.reset(t)
try: v.get()
except LookupError: print("unset")
it=iter(c)
c.run(ContextVar("z").set, 1)
print(len(list(it)), len(c), len(c.copy()))
def g():
    v.set("g"); yield v.get(); yield v.get()
x=g(); print(next(x), v.get()); v.set("m"); print(next(x))
