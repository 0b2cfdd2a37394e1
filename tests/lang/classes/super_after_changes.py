# What super() finds is remembered for a place and a class: until a class behind it changes.
class A:
    def f(self):
        return "A"

    def __init__(self, *args):
        self.args = args


class B(A):
    def f(self):
        return super().f() + "B"

    def __init__(self):
        super().__init__(1)


class C(A):
    def f(self):
        return super().f() + "C"


class D(B, C):
    def f(self):
        return super().f() + "D"


class Coded(ValueError):
    def __init__(self, code):
        super().__init__("code", code)
        super().__setattr__("code", code)


def show():
    print(*(o.f() + str(o.args) for o in (B(), C(2), D(), B(), D(), C(3))), Coded(4).args, Coded(5).code)


show()
A.f = lambda self: "new"
show()
C.f = lambda self: super(C, self).f() + "c"
show()
del C.f
show()
B.__bases__ = (C,)
C.f = lambda self: "last"
show()
A.f = staticmethod(lambda: "static")
del C.f
show()
