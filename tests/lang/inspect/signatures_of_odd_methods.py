"""What stands under __init__, __new__ and __call__ need not be a function."""
import functools
import inspect


def plain(a, b, c=3):
    pass


class Callable:
    def __call__(self, x, y=1):
        pass


KINDS = {
    "static": staticmethod(plain),
    "class": classmethod(plain),
    "partial": functools.partialmethod(plain, 1),
    "bound": Callable().__call__,
    "object": Callable(),
}
for name, method in KINDS.items():
    for place in ("__init__", "__call__"):
        made = type("Made", (), {place: method})
        print(name, place, inspect.signature(made if place == "__init__" else made()))
print(inspect.signature(type("Made", (), {"__new__": classmethod(plain)})))


class Counted(type):
    __call__ = staticmethod(plain)


print(inspect.signature(Counted("C", (), {})))
try:
    inspect.signature(functools.partial(plain, 1, 2, 3, 4))
except ValueError as error:
    print(str(error).startswith("partial object functools.partial(<function plain at"), str(error)[-32:])
