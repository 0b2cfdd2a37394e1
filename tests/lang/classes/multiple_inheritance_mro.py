class O: pass
class A(O): name = "A"
class B(O): name = "B"
class C(O): pass
class D(A, B): pass
class E(C, D): pass
class F(E, B): pass


for cls in (D, E, F):
    print([c.__name__ for c in cls.__mro__], cls.name)
C.name = "C now"
print(F.name, E.name, D.name)
del C.name
print(F.name)
D.__bases__ = (B, A)
print(D.name, [c.__name__ for c in D.mro()])
try:
    class Bad(O, A): pass
except TypeError as error:
    print(error)
try:
    D.__bases__ = ()
except TypeError as error:
    print(error)
for final in (bool, type(None), range, slice, type(...)):
    try:
        type("Sub", (final,), {})
    except TypeError as error:
        print(error)
