# What stands in an alias is shown by its module and qualified name where it has both, whatever it is; an alias in it by its repr.
import typing, types
def attempt(f, *args):
    try: return f(*args)
    except BaseException as e: return f"{type(e).__name__}: {e}"
def function(): pass
class Has:
    def __init__(self, **named): self.__dict__.update(named)
    def __repr__(self): return "Has()"
class Refuses:
    def __init__(self, name, error): self.name, self.error = name, error
    def __getattr__(self, name):
        if name == self.name: raise self.error
        return {"__qualname__": "q", "__module__": "m"}.get(name) or self.missing(name)
    def missing(self, name): raise AttributeError(name)
    def __repr__(self): return "Refuses()"
class NoModule: __module__ = None
class Counts:
    __module__ = 5
class Named(type):
    def __getattribute__(self, name): return "named" if name == "__qualname__" else type.__getattribute__(self, name)
class Made(metaclass=Named): pass
class Changed: pass
Changed.__qualname__ = "Other.Changed"; Changed.__module__ = "builtins"
print(list[function], list[lambda: 0], list[len], list[function.__get__(1)], list[str.upper], list[int.real])
print(list[NoModule], list[Counts], list[Made], list[Changed], list[Has], list[function | None] if hasattr(function, "__or__") else "")
print(list[Has()], list[Has(__qualname__="q")], list[Has(__qualname__="q", __module__="m")], list[Has(__qualname__="q", __module__=None)], list[Has(__qualname__=5, __module__="builtins")], list[Has(__qualname__="q", __module__="builtins", __origin__=1)], list[Has(__qualname__="q", __module__="m", __origin__=1, __args__=2)])
for name in ("__qualname__", "__module__", "__origin__", "__args__"): print(name, attempt(repr, list[Refuses(name, ValueError("no"))]), attempt(repr, list[Refuses(name, AttributeError("no"))]))
print(int | NoModule, int | Changed, int | Made, list[int] | Has, int | typing.TypeVar("T"), list[int] | None, typing.TypeVar("T") | function if 0 else "")
print(types.GenericAlias(function, int), types.GenericAlias(5, (...,)), tuple[...], list[[function, int]], list[[[1]]], list[()], tuple[()], types.GenericAlias(list, [function]), *tuple[int, function])
