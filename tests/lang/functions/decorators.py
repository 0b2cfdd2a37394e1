def log(prefix):
    def wrap(f):
        def inner(*a, **k):
            print(prefix, f.__name__, a, k)
            return f(*a, **k)
        inner.__wrapped__ = f
        return inner
    return wrap
@log("A")
@log("B")
def add(x, y=1):
    "Adds."
    return x + y
print(add(1), add(2, y=3))
def register(cls):
    cls.registered = True
    return cls
@register
class C:
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v * 2
    @p.deleter
    def p(self): del self._p
c = C(); c.p = 4
print(C.registered, c.s(1), C.c(2), c.p)
del c.p
print(hasattr(c, "_p"))
