# Members: look-up, aliases, order, comparison, refusals.
import enum
from enum import *


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED=1; GREEN=2; BLUE=3; CRIMSON=1
print(Color, Color.RED, repr(Color.RED), list(Color), len(Color), Color(1), Color['RED'], Color.CRIMSON, Color.__members__)
print(Color.RED.name, Color.RED.value, Color.RED is Color(1), Color.RED in Color, 1 in Color, 5 in Color, isinstance(Color.RED, Color))
attempt(lambda: Color(7)); attempt(lambda: Color['X']); attempt(lambda: Color.X)
attempt(lambda: setattr(Color,'RED',3)); attempt(lambda: delattr(Color,'RED')); attempt(lambda: setattr(Color.RED,'value',3)); attempt(lambda: setattr(Color.RED,'name',3))
attempt(lambda: Color.RED < Color.BLUE); attempt(lambda: Color.RED == 1); attempt(lambda: hash(Color.RED)==hash('RED'))
attempt(lambda: Color.RED.GREEN); attempt(lambda: Color.RED.foo)
attempt(lambda: [*reversed(Color)]); attempt(lambda: dir(Color)); attempt(lambda: dir(Color.RED)); attempt(lambda: Color.name)
attempt(lambda: f"{Color.RED} {Color.RED!r} {Color.RED:>12}")
attempt(lambda: type('X',(Color,),{}))
def ext():
    class C2(Color): pass
attempt(ext)
def dup():
    class D(Enum):
        A=1
        A=2
attempt(dup)
match Color.GREEN:
    case Color.RED: print("r")
    case Color.GREEN: print("g")
Color.RED._add_alias_('ROUGE'); print(Color.ROUGE, Color.__members__)
Color.RED._add_value_alias_(100); print(Color(100))
attempt(lambda: Color.GREEN._add_value_alias_(100)); attempt(lambda: Color.GREEN._add_alias_('RED'))
attempt(lambda: Color()); attempt(lambda: Color(1,2)); attempt(lambda: Enum(1))
