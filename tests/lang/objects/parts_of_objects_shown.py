# Code, wrappers, descriptors, methods, modules, cells and properties: how they are shown, compared, copied and refused.
import sys, types, copy, json
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# site
print(repr(quit), repr(exit), attempt(quit, 3), attempt(exit), repr(help), type(quit).__name__)
# code
def f(a, b=1, *c, d, **e):
    x = [a for a in b]
    try: return a
    finally: pass
code = f.__code__
print(repr(code)[:15], code == f.__code__, code == (lambda: 0).__code__, code != 5, hash(code) == hash(copy.copy(code)), attempt(lambda: code < code), sys.getsizeof(code) > 100, len(list(code.co_lines())) > 2, len(list(code.co_positions())) > 2)
ns1, ns2 = {}, {}; src = "def f():\n  x = (1, (2.0, 'a', -0.0), frozenset({1}), b'q', 1j, None, ...)\n  def g(): return x\n  return g"
exec(src, ns1); exec(src, ns2); print(ns1['f'].__code__ == ns2['f'].__code__, hash(ns1['f'].__code__) == hash(ns2['f'].__code__), ns1['f']().__code__ == ns2['f']().__code__)
for other in (src.replace("-0.0", "0.0"), src.replace("2.0", "2"), src.replace("'a'", "b'a'"), src.replace("1j", "2j"), src.replace("...", "None"), src.replace("frozenset({1})", "frozenset({2})"), src.replace("{1}", "{1.0}"), "\n" + src, src.replace("x", "y"), src.replace("(2.0,", "(2.0, 3,")):
    exec(other, ns2); print(ns1['f'].__code__ == ns2['f'].__code__, end=" ")
print()
# method wrappers
w = (5).__add__; print(repr(w)[:40], hash(w) == hash((5).__add__), w == (5).__add__, w == (6).__add__, w.__qualname__, w.__name__, w.__objclass__, w.__self__, w.__doc__, w.__text_signature__, w(3), attempt(w), attempt(w, 1, 2), attempt(lambda: w < w), attempt(setattr, w, "x", 1), w.__reduce__())
b = [].append; print(repr(b)[:40], b.__qualname__, b.__name__, b.__self__, b.__text_signature__, b.__module__, b.__reduce__()[1], b == [].append)
d = str.__dict__["upper"]; print(repr(d), d.__objclass__, d.__qualname__, d.__text_signature__, d.__reduce__(), attempt(d), attempt(d, 5), attempt(d.__get__, 5), d.__get__(None, str) is d, d.__get__("a")())
g = int.__dict__["real"]; print(repr(g), g.__get__(5), attempt(g.__get__, "a"), attempt(g.__set__, 5, 6), attempt(g.__delete__, 5), g.__objclass__, g.__qualname__)
class S:
    __slots__ = ("m",)
m = S.__dict__["m"]; print(repr(m), attempt(m.__get__, S()), attempt(m.__get__, 5), attempt(m.__set__, S(), 4), attempt(m.__delete__, S()), m.__reduce__())
# bound methods
class P:
    def meth(self): pass
    def __repr__(self): return "P()"
bm = P().meth; print(repr(bm), repr(types.MethodType(len, 5)), repr(types.MethodType(P.meth, 5)), attempt(types.MethodType), attempt(types.MethodType, 5, 6), attempt(types.MethodType, len, None), types.MethodType(len, [1])(), hash(bm) == hash(P.meth), bm.__reduce__()[0])
# modules
mod = types.ModuleType("m", "doc"); print(repr(mod), attempt(lambda: mod.__annotations__), mod.__annotations__); mod.__annotations__ = {"a": 1}; print(mod.__annotations__); del mod.__annotations__; print(mod.__annotations__, attempt(delattr, mod, "x"), attempt(setattr, mod, "__annotations__", 5), mod.__annotations__); del mod.__annotations__; print(attempt(delattr, mod, "__annotations__"))
mod.__loader__ = 5; print(repr(mod)); mod.__file__ = "F"; print(repr(mod)); mod.__spec__ = types.SimpleNamespace(name="N", origin="O", has_location=True, loader=7); print(repr(mod)); mod.__spec__.has_location = False; print(repr(mod)); mod.__spec__.origin = None; print(repr(mod)); del mod.__name__; print(repr(mod)); mod.__spec__ = None; print(repr(mod)); mod.__name__ = 5; del mod.__file__; print(repr(mod), repr(types.ModuleType("q")))
s = sys.__spec__; print(s.name, s.origin, s.loader.__name__ if s.loader else None, s.has_location, s.cached, s.parent, s.submodule_search_locations, repr(s)[:20])
s = json.__spec__
for name, value in [("name", "x"), ("loader", None), ("origin", "o"), ("loader_state", 4), ("cached", "c"), ("submodule_search_locations", [1])]: setattr(s, name, value); print(name, getattr(s, name), end=" ")
print(s.parent, s)
# cells
def outer():
    x = 1
    def inner(): return x
    return inner
c = outer().__closure__[0]; e = types.CellType(); print(repr(c)[:8], repr(e).split(":")[1], attempt(lambda: e.cell_contents), e == types.CellType(), c == types.CellType(1), c < types.CellType(2), e < c, attempt(lambda: c < 5), attempt(delattr, e, "cell_contents"), attempt(hash, c))
# property
class Q:
    p = property(lambda self: 1, doc="d")
    @property
    def q(self): "doc of q"
    @q.setter
    def q(self, v): "other"
print(Q.p.__doc__, Q.q.__doc__, Q.__dict__["q"].__name__, attempt(lambda: property().__name__), attempt(setattr, Q.p, "__doc__", "new"), Q.p.__doc__, attempt(delattr, Q.p, "__doc__"), Q.p.__doc__, Q.p.__isabstractmethod__, attempt(lambda: setattr(Q(), "p", 1)), attempt(lambda: delattr(Q(), "q")), attempt(lambda: property().__get__(1)), attempt(lambda: property().__set__(1, 2)), attempt(lambda: property().__delete__(1)))
class Sub(property): pass
print(Sub(lambda s: 1, doc="x").__doc__, Sub(Q.q.fget).__doc__)
class Sub2(property):
    __slots__ = ()
print(attempt(Sub2, Q.q.fget).__class__, attempt(Sub2, None, doc="q").__class__)
