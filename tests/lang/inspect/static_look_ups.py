"""getattr_static runs nothing of the object; annotations that are text know the type parameters; marked coroutines."""
from __future__ import annotations

import functools
import inspect


class Noisy:
    stored = property(lambda self: print("property ran"))

    def __init__(self):
        vars(self).update(stored=1, plain=2)

    def __getattribute__(self, name):
        print("asked for", name)
        return object.__getattribute__(self, name)


class Hidden:
    __dict__ = property(lambda self: print("dict ran"))
    seen = 5


noisy = Noisy.__new__(Noisy)
object.__getattribute__(noisy, "__dict__").update(stored=1, plain=2)
print(type(inspect.getattr_static(noisy, "stored")).__name__, inspect.getattr_static(noisy, "plain"))
print(inspect.getattr_static(Hidden(), "seen"), inspect.getattr_static(Hidden(), "none", "default"))


class Box[T]:
    inside: T

    def put[U](self, thing: U, count: int) -> list[U]: ...


@functools.wraps(Box.put)
def wrapper(*args): ...


for thing in (Box, Box.put, wrapper):
    print(inspect.get_annotations(thing, eval_str=True))


def maker(): ...


print(inspect.iscoroutinefunction(maker), inspect.iscoroutinefunction(inspect.markcoroutinefunction(maker)))
print(inspect.isroutine(functools.partial(maker)), inspect.ismethoddescriptor(functools.partial(maker)))
