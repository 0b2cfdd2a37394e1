# Members that are ints, strs, floats, tuples and bytes.
import enum
from enum import *


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class I(IntEnum):
    A=1; B=2
print(I.A, repr(I.A), I.A+1, I.A<I.B, f"{I.A}", f"{I.A:03}", "%d %s"%(I.A,I.A), I.A==1, sorted([I.B,I.A]), int(I.A), I(2), {1:2}[I.A])
class S(StrEnum):
    A=auto(); Bc=auto(); D='x'
print(S.A, repr(S.A), S.Bc, S.D.upper(), S('a'), f"{S.A:>4}", S.A=='a', list(S))
class P(Enum):
    MERCURY=(3.3e23,2.4e6); EARTH=(5.9e24,6.3e6)
    def __init__(self, mass, radius): self.mass=mass; self.radius=radius
    @property
    def g(self): return round(6.67e-11*self.mass/self.radius**2,2)
print(P.EARTH.g, P.EARTH.value, repr(P.EARTH))
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        o=bytes.__new__(cls,[value]); o._value_=value; o.label=label; return o
    PX=(0,'P.X'); PY=(1,'P.Y')
print(Coord.PY.label, Coord(1).name)
class T(tuple, Enum):
    A=(1,2); B=(3,4)
print(list(T), T.A[0], T((1,2)))
class Fl(float, Enum):
    A=1.5
print(repr(Fl.A), Fl.A+1, str(Fl.A), f"{Fl.A}", f"{Fl.A:.3f}" if 0 else '')
def mix2():
    class X(Enum, int): A=1
attempt(mix2)
