# What is no str is no name of an attribute, whichever type's method is asked.
import types


def f():
    pass


class A:
    def method(self):
        pass


class Meta(type):
    pass


for thing in (f, A(), A, A().method, types, Meta("X", (), {}), list[int], super(A, A()), (x for x in ()), types.SimpleNamespace(), ValueError()):
    kind = type(thing)
    for name in (1, (1, 2), None, b"x", []):
        for call in (lambda: kind.__setattr__(thing, name, 1), lambda: kind.__delattr__(thing, name), lambda: kind.__getattribute__(thing, name)):
            try:
                call()
            except TypeError as error:
                if name == (1, 2):
                    print(kind.__name__, error)
