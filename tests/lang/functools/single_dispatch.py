# functools.singledispatch and singledispatchmethod: classes, unions, annotations, subclasses, errors.
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(x, more=None):
    """How to show x."""
    return "object"


@show.register
def _(x: int, more=None):
    return "int"


@show.register
def _(x: str | bytes):
    return "text"


@show.register(list)
def show_list(x):
    return "list of " + ", ".join(map(show, x))


@show.register(dict | set)
@show.register(frozenset)
def _(x):
    return "collection"


@show.register
def _(x: "None"):
    return "nothing"


class Items(list):
    pass


class Both(Items, dict if False else object):
    pass


print(show(1), show("a"), show(b""), show(1.5), show(Items([1, "a", [None]])), show(True, more=1), show(None))
print(show({}), show(set()), show(frozenset()), show(Both()), show_list([]), show.__doc__, show.__name__)
print(show.dispatch(bool) is show.registry[int], len(show.registry), show.dispatch(object) is show.__wrapped__)


class Cell:
    @singledispatchmethod
    def put(self, x):
        """Put something in."""
        self.kind = "object"

    @put.register
    def _(self, x: int):
        self.kind = "int"

    @put.register(str)
    @classmethod
    def _(cls, x):
        return cls.__name__

    @put.register(list)
    @staticmethod
    def _(x):
        return len(x)


cell = Cell()
cell.put(1.5)
print(cell.kind, cell.put("x"), Cell.put([1, 2]), Cell.put.__doc__)
cell.put(3)
print(cell.kind)


class Wrong:
    pass


for wrong in (lambda: show(), lambda: show.register(3), lambda: show.register(3, len), lambda: show.register(Wrong()),
              lambda: Cell().put(), lambda: singledispatchmethod(4)):
    try:
        wrong()
    except TypeError as error:
        print(str(error).partition(" object at ")[0])
try:
    @show.register
    def _(x: 5):
        pass
except TypeError as error:
    print(error)
