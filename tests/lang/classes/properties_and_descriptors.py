class Celsius:
    def __init__(self): self._t = 0
    @property
    def f(self):
        "Fahrenheit"
        return self._t * 9 / 5 + 32
    @f.setter
    def f(self, v): self._t = (v - 32) * 5 / 9
    ro = property(lambda self: 42)
c = Celsius()
c.f = 212
print(c._t, c.f, Celsius.f.__doc__, c.ro)
for bad in ("c.ro = 1", "del c.f", "c.nope", "Celsius.nope"):
    try: exec(bad)
    except AttributeError as e: print(e)
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = v
    def __delete__(self, obj): obj.__dict__.pop(self.name)
class P:
    x = Typed(int)
p = P()
print(p.x, type(P.x).__name__)
p.x = 3
print(p.x, p.__dict__)
try: p.x = "a"
except TypeError as e: print(e)
del p.x
print(p.x)
class NonData:
    def __get__(self, obj, owner): return "descriptor"
class Q: y = NonData()
q = Q(); print(q.y); q.__dict__["y"] = "own"; print(q.y)
