"""help() of classes whose methods were defined elsewhere, and of descriptors that have no name."""
import functools


class Other:
    def f(self):
        "Of the other."

    def g(self): ...


def outside(self):
    "Of the module."


class Base:
    field: int = 1

    def m(self): ...


class Borrow(Base):
    f = Other.f
    h = Other.g
    o = outside
    c = classmethod(outside)
    s = staticmethod(outside)

    @functools.cached_property
    def cached(self):
        "Cached."


help(Borrow)
