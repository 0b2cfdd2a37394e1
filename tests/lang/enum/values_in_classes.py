from enum import Enum, Flag, IntFlag

class C(Enum):
    A = 1; B = [2]
    @classmethod
    def _missing_(cls, v): print("missing", v); return cls.A
class P(Flag): R = 4; W = 2
class I(IntFlag): R = 4; W = 2
print(1 in C, 5 in C, "x" in C, [2] in C, [3] in C, 2 in P, 6 in P, 1 in P, 8 in P, "a" in P, 6 in I, 8 in I, 99 in I, P.R in I, -1 in P, 0 in P)
I(6); print(6 in I, 6 in P); P(6); print(6 in P)
try: print({} in P)
except Exception as e: print(repr(e))
