# What __reduce__ of a set and its subclasses answers: attributes and slots are part of the state.
import copy
import weakref


class Plain(set):
    pass


class Slotted(set):
    __slots__ = ("x", "__dict__")


class Frozen(frozenset):
    __slots__ = ("x",)


p, s, f = Plain("a"), Slotted("b"), Frozen("c")
p.y = s.y = [1]
s.x = f.x = 5
for made in (set(), {1}, frozenset({2}), p, s, f):
    print(made.__reduce__(), copy.copy(made), getattr(copy.deepcopy(made), "x", None), getattr(copy.copy(made), "y", None))


class Item:
    pass


class Weak(weakref.WeakSet):
    pass


item = Item()
w = Weak([item])
w.tag = "t"
c = copy.copy(w)
print(len(c), item in c, c.tag, type(c).__name__, len(copy.deepcopy(w)))
