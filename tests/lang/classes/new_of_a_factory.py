# __new__ may return an instance of a subclass; its class's __init__ runs then, with the arguments of the call.
class Shape:
    def __new__(cls, kind, *args):
        if kind == "other":
            return [kind]
        return object.__new__({"circle": Circle, "square": Square}.get(kind, cls))


class Circle(Shape):
    def __init__(self, kind, radius=1):
        self.radius = radius


class Square(Shape):
    pass


def make(*args):
    return Shape(*args)


for i in range(3):
    print(make("circle", 5).radius, make("circle").radius, type(make("square")).__name__, make("other"), type(make("x")).__name__)
try:
    make("circle", 1, 2)
except TypeError as error:
    print(error)
