class A:
    __private = 1
    def __init__(self): self.__x = 2
    def get(self): return self.__x + self.__private
    class Inner:
        def f(self): return "inner"
a = A()
print(a.get(), sorted(a.__dict__), a._A__x, A._A__private, A.Inner().f(), A.Inner.__qualname__)
x = "global"
class B:
    x = "class"
    y = x
    def f(self): return x
    z = [x for _ in range(2)]
    w = [i for i in (x, y)]
print(B.y, B().f(), B.z, B.w)
def f():
    v = "enclosing"
    class C:
        u = v
        def g(self): return v
    return C.u, C().g()
print(f())
class D:
    a: int = 1
    b: str
    for i in range(3): pass
    if i: c = i
print(D.__annotations__, D.i, D.c)
