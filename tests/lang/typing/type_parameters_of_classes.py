class X:
    T = int
    def foo[U: T](self): ...
    type Alias = T
X.T = float
print(X.foo.__type_params__[0].__bound__, X.Alias.__value__)
def mb(x):
    class B: arg = x
    return B
class Foo[__T, __U: __T](mb(__T), mb(lambda: __T)):
    param = __T
T, U = Foo.__type_params__
print(T.__name__, U.__name__, U.__bound__ is T, Foo.param is T, Foo.__bases__[0].arg is T, Foo.__bases__[1].arg() is T)
class Bar:
    def meth[__T](self, x: __T) -> __T: return x
    type A[__V] = list[__V]
print(Bar.meth.__type_params__, Bar.A.__type_params__, Bar.A.__value__)
try:
    class M[T](object): pass
    print(M.__mro__)
except TypeError as e: print(e)
class Z:
    y = 5
    class Inner[T: lambda: y]: pass
