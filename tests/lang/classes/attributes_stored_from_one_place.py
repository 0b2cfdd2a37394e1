class Base:
    def __init__(self, x):
        self.x = x
        self.y = x + 1
    def set(self, v):
        self.v = v
        self.w = v
class A(Base): pass
class B(Base):
    def __init__(self, x):
        super().__init__(x)
        self.z = 3
class C(Base):
    v = 17
class D(Base):
    @property
    def w(self): return self._w
    @w.setter
    def w(self, v): self._w = v * 2
class E(Base):
    __slots__ = ("v", "w")
class F(Base):
    def __setattr__(self, n, v): object.__setattr__(self, n, (v,))
for r in range(60):
    for c in (A, B, C, D, E, F):
        o = c(r)
        o.set(r * 2)
        o.set(r)
        if r % 29 == 5:
            print(c.__name__, o.x, o.y, o.v, o.w, sorted(o.__dict__))
            o.set(4)
            print(o.v, o.w)
            del o.v
            print(hasattr(o, "v"), getattr(o, "v", None))
            o.set(9)
            print(o.v, sorted(vars(o)))
    if r == 30:
        C.w = property(lambda s: "w of class", lambda s, v: s.__dict__.__setitem__("w", v))
        del C.v
    if r == 40:
        A.__setattr__ = lambda s, n, v: object.__setattr__(s, n, [v])
    if r == 50:
        del A.__setattr__
        o = A(1); o.set(3); o.__class__ = B; o.set(7); print(o.v, o.w, type(o).__name__)
