import weakref, gc
class C: pass
c = C(); r = weakref.ref(c); print(r() is c, weakref.getweakrefcount(c))
log = []
r2 = weakref.ref(c, lambda ref: log.append("dead"))
del c; print(r(), r2(), log)
a, b = C(), C(); a.b, b.a = b, a
ra = weakref.ref(a); del a, b; print(ra() is not None); gc.collect(); print(ra())
d = weakref.WeakValueDictionary(); k = C(); d["k"] = k; print(len(d), "k" in d); del k; print(len(d))
wk = weakref.WeakKeyDictionary(); k = C(); wk[k] = 1; print(len(wk)); del k; print(len(wk))
ws = weakref.WeakSet(); k = C(); ws.add(k); print(len(ws)); del k; print(len(ws))
for bad in (1, "s", (1,), None):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
c = C(); p = weakref.proxy(c); c.x = 5; print(p.x)
del c
try: p.x
except ReferenceError as e: print(e)
def f(): pass
print(weakref.ref(f)() is f)
c = C(); print(weakref.ref(c) == weakref.ref(c), weakref.ref(c) is weakref.ref(c), len({weakref.ref(c), weakref.ref(c)}))
seen = C()
proxy = weakref.proxy(seen)
print(repr(proxy).split(";")[1].split(" at ")[0])
del seen
print(repr(proxy).split(";")[1])


# A name that is no text is not shown, nor kept.
class Named:
    __name__ = ["no text"]


named = Named()
print(repr(weakref.ref(named)).split(" at ")[1].split(";")[1], __import__("sys").getrefcount(Named.__dict__["__name__"]))
