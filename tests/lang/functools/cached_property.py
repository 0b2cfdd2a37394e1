# functools.cached_property: computed once, an ordinary attribute afterwards; what it refuses.
from functools import cached_property


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        """Its size."""
        print("computing", end=" ")
        return 3 * self.radius ** 2


c = Circle(2)
print(c.area, c.area, vars(c))
c.area = 5
print(c.area, Circle.area.__get__(c))
del c.area
print(c.area, Circle.area.__doc__, Circle.area.attrname, cached_property[int])


class Slotted:
    __slots__ = ()

    @cached_property
    def value(self):
        return 1


class Meta(type):
    @cached_property
    def value(cls):
        return 1


class Class(metaclass=Meta):
    pass


class Late:
    pass


Late.value = cached_property(lambda self: 1)


def twice():
    class Twice:
        a = b = cached_property(lambda self: 1)


for wrong in (lambda: Slotted().value, lambda: Class.value, lambda: Late().value, twice):
    try:
        wrong()
    except TypeError as error:
        print(error)
