class A:
    shared = []
    def __init__(self): self.own = 1
    def __getattr__(self, name):
        if name.startswith("dyn"): return name.upper()
        raise AttributeError(f"no {name}")
a, b = A(), A()
a.shared.append(1)
print(b.shared, a.dynamic, hasattr(a, "other"), getattr(a, "zzz", "default"))
a.shared = "mine"
print(A.shared, a.shared, vars(a), sorted(a.__dict__))
del a.own
try: a.own
except AttributeError as e: print(e)
setattr(a, "x y", 5); print(getattr(a, "x y"))
A.late = lambda self: "late"
print(b.late(), A.__name__, type(a) is A, a.__class__)
class S:
    __slots__ = ("p", "q")
s = S(); s.p = 1
print(s.p, hasattr(s, "q"), hasattr(s, "__dict__"))
for bad in ("s.r = 1", "s.q", "del s.q", "object().x = 1", "(1).x = 1", "A.missing", "None.foo", "len.x = 1"):
    try: exec(bad)
    except AttributeError as e: print(e)
class T(A):
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
t = T(); print(t.own); del t.own; print(dir(t)[-3:])
