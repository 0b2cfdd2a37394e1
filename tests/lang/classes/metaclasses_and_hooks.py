class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns)
        cls.kw = kw
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a): print("making", cls.__name__); return super().__call__(*a)
    @property
    def answer(cls): return 42
class A(metaclass=Meta, flag=1): pass
class B(A): pass
print(A.kw, B.kw, type(B).__name__, B.answer, type(B()).__name__)
class Plugin:
    found = []
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); Plugin.found.append((cls.__name__, tag))
class P1(Plugin, tag="x"): pass
class P2(P1): pass
print(Plugin.found)
C = type("C", (A,), {"v": 1, "m": lambda self: self.v})
print(C().m(), C.__name__, C.__bases__[0].__name__)
class N:
    def __new__(cls, x):
        o = super().__new__(cls); o.made = x; return o
    def __init__(self, x): self.inited = x
n = N(3); print(n.made, n.inited)
class Num(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def double(self): return self + self
print(Num(4), Num(4).double(), type(Num(1) + 1).__name__, isinstance(Num(1), int))
