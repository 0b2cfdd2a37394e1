"""getdoc finds what a method, property or slot says itself or inherits, by the class that its qualified name tells."""
import inspect
class C:
    def m(self): "doc m"
    @classmethod
    def c(cls): "doc c"
    @staticmethod
    def s(): "doc s"
    @property
    def p(self): "doc p"
    def only(self): pass
    class I:
        def z(self): "doc z"
    __slots__ = {"sl": "slot doc"}
class D(C):
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): pass
    def only(self): pass
    class I(C.I):
        def z(self): pass
    def append(self): pass
class L(list):
    def append(self, x): pass
    def __len__(self): return 0
def outer():
    class K(C):
        def m(self): pass
    return K
def free(): pass
for o in (D.m, D().m, D.c, D().c, D.s, D().s, D.p, D.only, D.I, D.I.z, D.I().z, D.append, outer().m, outer()().m, free, D, D(), 5, None, lambda: 0, D.__dict__["c"], D.__dict__["s"]):
    print(inspect.getdoc(o) if not isinstance(o, (int, type(None))) else "-")
print(inspect.getdoc(L.append) == inspect.getdoc(list.append), inspect.getdoc(L([]).append) == inspect.getdoc(list.append), inspect.getdoc(L.__len__) == inspect.getdoc(list.__len__), C.__slots__, inspect.getdoc(C.sl))
class E(C):
    def _getter(self): pass
    p = property(_getter)
print(inspect.getdoc(E.p))
