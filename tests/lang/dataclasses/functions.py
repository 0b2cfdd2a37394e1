# asdict, astuple, replace, make_dataclass, nested and recursive objects.
from dataclasses import *
import dataclasses
from typing import ClassVar, List, Optional


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class P:
    x: int
    y: int = 0
p=P(1)
@dataclass
class N:
    p: P
    l: List[P]
    d: dict
    o: Optional['N'] = None
n=N(P(1),[P(2)],{'k':P(3)}, None); print(n, asdict(n), astuple(n)); n.o=n; print(n)
print(asdict(P(1), dict_factory=lambda x: x))
C=make_dataclass('C',['x',('y',int),('z',str,field(default='q'))]); print(C(1,2), C.__module__, C.__annotations__)
for b in [['for'],['1a'],['x','x'],[('a',1,2,3)]]: attempt(lambda: make_dataclass('C',b))
D=make_dataclass('D',[('x',int)],bases=(P,),namespace={'hi':lambda self:self.x}, frozen=False); print(D(1,2).hi(), D.__mro__)
match P(1, 2):
    case P(a, b):
        print(a, b)
