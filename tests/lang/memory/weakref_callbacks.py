import weakref

class C:
    def m(self):
        return "m"

def gone(reference):
    print("gone", reference() is None)

c = C()
r = weakref.ref(c, gone)
print(r() is c, weakref.getweakrefcount(c), r == weakref.ref(c), weakref.ref(c) is weakref.ref(c))
p = weakref.proxy(c)
print(p.m())
p.x = 5
print(c.x)
del c
try:
    p.m()
except ReferenceError as error:
    print(error)
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
a, b = C(), C()
d["a"], k[b] = a, "value"
print(len(d), len(k), d["a"] is a, list(d))
del a, b
print(len(d), len(k), d.get("a"))
for bad in (5, "text", (1,), None):
    try:
        weakref.ref(bad)
    except TypeError as error:
        print(error)

class S:
    __slots__ = ()

try: weakref.ref(S())
except TypeError as error: print(error)
