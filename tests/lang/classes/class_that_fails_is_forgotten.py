import gc


class Named:
    def __set_name__(self, owner, name): raise ValueError("bad name")


class Base:
    def __init_subclass__(cls, fail=False):
        if fail: raise KeyError("no")


def attempt(make):
    try:
        make()
    except Exception as error:
        print(repr(error), getattr(error, "__notes__", []))


def named():
    class K: attribute = Named()


def refused():
    class K(Base, fail=True): pass


attempt(named)
attempt(refused)
gc.collect()
print(Base.__subclasses__())
class Kept(Base): pass
print(Base.__subclasses__())
