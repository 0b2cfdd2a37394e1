class P:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Q(P):
    __slots__ = ["z"]


class R(P):
    pass


q = Q(1, 2)
q.z = 3
print(q.x, q.y, q.z, P.__slots__, type(P.x).__name__)
r = R(4, 5)
r.anything = 6
print(r.__dict__, hasattr(q, "__dict__"))
for bad in ("q.other = 1", "del q.z; q.z", "del q.z"):
    try:
        exec(bad)
    except AttributeError as error:
        print(error)
for body in ("__slots__ = ('a',); a = 1", "__slots__ = ('1a',)", "__slots__ = (5,)"):
    try:
        exec(f"class Bad: {body}")
    except (ValueError, TypeError) as error:
        print(error)
try:
    class Both(P, Q.__mro__[0].__class__ and type("S", (), {"__slots__": ("w",)})):
        pass
except TypeError as error:
    print(error)
