# Flags: combining, boundaries, reprs, refusals.
import enum
from enum import *


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class F(Flag):
    R=auto(); W=auto(); X=auto(); RW=R|W
print(F.R, repr(F.R|F.W), repr(F.RW), F.R|F.X, repr(F(0)), F(0), F(5), list(F.RW), list(F), ~F.R, repr(~F.R), F.R in F.RW, F.X in F.RW, bool(F(0)), len(F.RW), repr(F.R&F.W), repr(F.R^F.RW))
attempt(lambda: F(8)); attempt(lambda: F(-1)); attempt(lambda: F('a')); attempt(lambda: F.R|1); attempt(lambda: 1 in F.R); attempt(lambda: F(-9))
class IF(IntFlag):
    R=4; W=2; X=1; RWX=7
print(IF.R, repr(IF.R), IF.R|IF.W, repr(IF.R|IF.W), repr(IF(8)), repr(IF(15)), IF.R|8, repr(IF.R|8), repr(~IF.R), IF.R+1, IF(0), repr(IF(0)), list(IF), list(IF.RWX), repr(IF.RWX), repr(IF(-1)))
class Cf(Flag, boundary=CONFORM):
    A=1;B=2
print(Cf(7), repr(Cf(8)))
class Ej(Flag, boundary=EJECT):
    A=1;B=2
print(Ej(7), repr(Ej(8)), ~Ej.A)
class Kp(Flag, boundary=KEEP):
    A=1;B=2
print(Kp(7), repr(Kp(8)), repr(~Kp.A))
@global_enum
class Gl(Enum):
    GA=1;GB=2
print(GA, repr(GB), Gl)
@global_enum
class GlF(IntFlag):
    FA=1;FB=2
print(FA|FB, repr(FA|FB), repr(GlF(0)), repr(GlF(9)))
attempt(lambda: int(F.R)); attempt(lambda: str(IF(12))); attempt(lambda: format(F.R|F.W)); attempt(lambda: format(IF.R|IF.W))
for x in [FlagBoundary.STRICT, EnumCheck.UNIQUE, KEEP]: print(x, repr(x))
