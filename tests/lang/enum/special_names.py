# _missing_, _ignore_, _order_, nonmember, member, __init_subclass__, values without a hash.
import enum
from enum import *


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class M(Enum):
    A='a'
    @classmethod
    def _missing_(cls, v):
        if v=='bad': return 3
        if v=='err': raise KeyError('x')
        return cls.A if str(v).lower()=='a' else None
attempt(lambda: M('A')); attempt(lambda: M('z')); attempt(lambda: M('bad')); attempt(lambda: M('err'))
class Nm(Enum):
    A=1
    B=nonmember(5)
    @member
    def f(self): return 1
    class Inner: pass
    @nonmember
    class Inner2: pass
    def g(self): return self.value
    _ignore_='tmp x'
    tmp=3
    x=[1]
    __priv=5
print(Nm.B, Nm.Inner, Nm.A.g(), hasattr(Nm, 'tmp'), len(Nm))
class Un(Enum):
    A=[1]; B={}; C=[1]
print(list(Un), Un([1]), Un.C is Un.A, [1] in Un)
attempt(lambda: Un([2]))
class Or(Enum):
    _order_='A B'
    A=1;B=2
def bo():
    class Or2(Enum):
        _order_='B A'
        A=1;B=2
attempt(bo)
def sd():
    class X(Enum):
        _foo_=1
attempt(sd)
def mro():
    class X(Enum):
        mro=1
attempt(mro)
class Shape(Enum):
    name_='x'
    value=3
    def __str__(self): return 'S:'+self._name_
print(Shape.value, str(Shape.name_), Shape.value.value)
print(auto(), auto(5), enum.show_flag_values(10), enum.bin(10), enum.bin(-10), enum.bin(3,6), enum.bin(-3,6))
class Neg(Enum):
    A=auto(); B='x'
def na():
    class N2(Enum):
        A='x'; B=auto()
attempt(na)
def na2():
    class N2(Enum):
        A='x'; B=2; C=auto()
attempt(na2)
class Sub(Enum):
    def hi(self): return self.name
class Sub2(Sub):
    A=1
print(Sub2.A.hi(), Sub2.__mro__)
class Base(Enum):
    def __init_subclass__(cls, **k): print('isc', cls, list(cls), k)
class Kid(Base, foo=3): X=1
