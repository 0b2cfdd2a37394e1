# What hasattr() and getattr() with a default find in modules, with __getattr__ and of derived classes.
import math, types
m = types.ModuleType("m"); m.x = 1
print(hasattr(m, "x"), hasattr(m, "y"), getattr(m, "y", 3), hasattr(math, "pi"), getattr(math, "zz", None))
m.__getattr__ = lambda name: name * 2 if name != "no" else (_ for _ in ()).throw(AttributeError("no!"))
print(m.y, hasattr(m, "no"), getattr(m, "no", 4))
try: m.no
except AttributeError as e: print(e)
m.__getattr__ = lambda name: 1 // 0
try: hasattr(m, "q")
except ZeroDivisionError as e: print(e)
class M(types.ModuleType):
    p = property(lambda s: "prop"); c = 5
    def f(self): return "f"
k = M("k"); k.__dict__["p"] = 1; k.c = 6
print(k.p, k.c, k.f(), hasattr(k, "f"), getattr(k, "f")())
