"""Class patterns: what __match_args__ says, attributes wherever they come from, and what is refused."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Late(Point):
    """Attributes from a property, a slot, the class and __getattr__."""

    __match_args__ = ("x", "kind", "double", "asked")
    kind = "late"

    @property
    def double(self):
        return self.x * 2

    def __getattr__(self, name):
        if name == "asked":
            return "asked"
        raise AttributeError(name)


class Slotted:
    __slots__ = __match_args__ = ("a", "b")


def show(o):
    match o:
        case Late(1, kind, d, asked=a):
            return "late one", kind, d, a
        case Late(x, kind, d, a, y=3):
            return "late three", x, kind, d, a
        case Point(x=0, y=0) | Point(y=7):
            return "special"
        case Point(x, y):
            return x, y
        case Slotted(a, b):
            return "slots", a, b
        case Slotted(a=1):
            return "slot a"
        case int(n) | str(n) | list(n):
            return type(n).__name__, n
        case float():
            return "float"
        case dict({"k": v}):
            return v
        case _:
            return "else"


slotted = Slotted()
for o in (Late(1, 2), Late(2, 3), Point(0, 0), Point(1, 7), Point(1, 2), 5, True, "s", [1], 2.5, {"k": 4}, {}, None):
    print(show(o), end=" ")
print(show(slotted))
slotted.a = 1
print(show(slotted))
slotted.b = 2
print(show(slotted))


class Twice(Point):
    __match_args__ = ("x", "x")


class Numbers(Point):
    __match_args__ = ("x", 1)


class Listed(Point):
    __match_args__ = ["x"]


class Few(Point):
    __match_args__ = ("x",)


class Fails(Point):
    __match_args__ = ("x", "wrong")

    @property
    def wrong(self):
        raise ValueError("in the property")


class Text(str):
    """A kind of str with names of its own."""

    __match_args__ = ("size",)
    size = 3


def two(o):
    match o:
        case Twice(a, b) | Numbers(a, b) | Listed(a, b) | Few(a, b) | Fails(a, b):
            return a, b


def named(o):
    match o:
        case Few(a, x=b):
            return a, b


for o in (Twice(1, 2), Numbers(1, 2), Listed(1, 2), Few(1, 2), Fails(1, 2)):
    try:
        print(two(o))
    except Exception as e:
        print(type(e).__name__, e)
try:
    named(Few(1, 2))
except TypeError as e:
    print(e)
for pattern in ("int(1, 2)", "object(1)", "len(1)", "Text(3, 4)"):
    try:
        exec(f"match Text('abc') if {pattern!r}[0] == 'T' else 1:\n case {pattern}: pass")
    except TypeError as e:
        print(e)
match Text("abc"):
    case Text(size):
        print(size)


class Meta(type):
    @property
    def __match_args__(cls):
        print("the metaclass is asked")
        return ("y",)


class Asked(metaclass=Meta):
    y = "why"


match Asked():
    case Asked(y):
        print(y)
Point.__match_args__ = ("y",)
print([show(Point(3, 4)) if False else None])
match Point(3, 4):
    case Point(only):
        print(only)
del Point.__match_args__
try:
    show(Point(3, 4))
except TypeError as e:
    print(e)
