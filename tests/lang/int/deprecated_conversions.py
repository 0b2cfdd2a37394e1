# Conversions that give an instance of a subclass, and ~ of a bool: what comes out and what is warned of.
import warnings
warnings.simplefilter("always")
def t(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: r=f(); print(type(r).__name__, repr(r))
        except Exception as e: print(type(e).__name__, e)
        for x in w: print("   ", x.category.__name__, x.message)
class I(int): pass
class F(float): pass
class C(complex): pass
class A:
    def __int__(self): return True
    def __index__(self): return True
    def __float__(self): return F(2)
    def __complex__(self): return C(3)
class A2:
    def __int__(self): return I(7)
class A3:
    def __index__(self): return I(7)
class A4:
    def __trunc__(self): return I(9)
class B(float):
    def __float__(self): return 42.0
class B2(float):
    def __float__(self): return self
class B3(float):
    def __float__(self): return 42
class N(int):
    def __int__(self): return 42
class N2(int):
    def __int__(self): return self
class N3(int):
    def __index__(self): return 42
import operator, math
for f in (lambda: ~True, lambda: ~False, lambda: [~b for b in (True,)], lambda: operator.invert(True), lambda: True.__invert__(), lambda: int(A()), lambda: operator.index(A()), lambda: float(A()), lambda: complex(A()), lambda: int(A2()), lambda: int(A3()), lambda: operator.index(A3()), lambda: [1,2]*1 and list(range(10))[A()], lambda: range(A()), lambda: int(A4()), lambda: float(B(1)), lambda: float(B2(1)), lambda: float(B3(1)), lambda: int(N(1)), lambda: int(N2(1)), lambda: int(N3(1)), lambda: operator.index(N3(1)), lambda: '%d'%A2(), lambda: '%x'%A3(), lambda: '%f'%A(), lambda: '%f'%B(1), lambda: math.sqrt(A()), lambda: math.sqrt(B(1)), lambda: complex(B(1)), lambda: complex(B2(1)), lambda: hex(A3()), lambda: bytes(A3()), lambda: chr(A3()), lambda: float(A3()), lambda: complex(A3()), lambda: abs(A3()), lambda: round(1.23456, A3()), lambda: int('7', A3()), lambda: pow(2, N3(3)), lambda: 'x'*A3(), lambda: int(B(3.5)), lambda: math.floor(B(3.5)), lambda: C(1)+0, lambda: complex(C(2)), lambda: F(1).__float__(), lambda: I(1).__int__(), lambda: I(1).__index__(), lambda: True.__int__(), lambda: int(True), lambda: float(F(3)), lambda: int(3.9), lambda: int(F(3.9)), lambda: float(I(3)), lambda: B(2)+1): t(f)
