def attempt(f, *args):
    try:
        print("done", f(*args))
    except TypeError as error:
        print(error)


class A:
    def f(self): return 1


class B:
    def f(self): return 2


class Slotted:
    __slots__ = ("a",)


a = A()
a.x = 5
a.__class__ = B
a.y = 6
print(a.f(), a.__dict__, type(a).__name__)
for value in (Slotted, int, 3):
    attempt(setattr, a, "__class__", value)
attempt(setattr, Slotted(), "__class__", A)


class C(A): pass


c = C()
C.__bases__ = (B,)
print(c.f(), C.__mro__, A.__subclasses__(), B.__subclasses__())
for value in ((), (C,), (int,), 3, (1,)):
    attempt(setattr, C, "__bases__", value)
