# The abstract classes of numbers.
import numbers
for x in [1,True,1.5,1j,'a',None,2**70]: print(x,[c.__name__ for c in (numbers.Number,numbers.Complex,numbers.Real,numbers.Rational,numbers.Integral) if isinstance(x,c)])
print(sorted(numbers.Integral.__abstractmethods__),numbers.Integral.__mro__,issubclass(int,numbers.Number))
class N(numbers.Number): pass
print(isinstance(N(),numbers.Number))
try: numbers.Complex()
except TypeError as e: print(e)
try: hash(N())
except TypeError as e: print(e)
class My(numbers.Integral):
    def __init__(s,v): s.v=v
    def __int__(s): return s.v
for n in numbers.Integral.__abstractmethods__:
    if n!='__int__': setattr(My,n,lambda s,*a:(a or 7))
My.__abstractmethods__=frozenset(); m=My(4); print(float(m),m.denominator,m.real,m.imag,bool(m),complex(m),m.__index__(),m.conjugate())
