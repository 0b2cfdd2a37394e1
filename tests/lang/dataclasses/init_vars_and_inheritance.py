# InitVar, ClassVar, __post_init__, inheritance.
from dataclasses import *
import dataclasses
from typing import ClassVar, List, Optional


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class I:
    a: int
    iv: InitVar[int]
    cv: ClassVar[int] = 9
    d: int = field(init=False)
    e: InitVar[str] = 'e'
    def __post_init__(self, iv, e): self.d = self.a + iv; self.got=e
i=I(1,2); print(i, i.d, i.got, I.__doc__, [f.name for f in fields(I)], replace(i,a=5,iv=7)); attempt(lambda: replace(i)); attempt(lambda: replace(i,d=3,iv=1))
@dataclass
class B1: x: int = 1; y: int = 2
@dataclass
class B2(B1): z: int = 3; x: int = 10
print(B2(), B2.__mro__, B2.__doc__, B2(5,6,7))
@dataclass
class Str:
    a: "int"
    b: "ClassVar[int]" = 3
    c: "dataclasses.InitVar[int]" = 4
    d: "typing.List[int]" = None
print(Str(1), Str.__doc__, [f.name for f in fields(Str)])
@dataclass(frozen=True)
class FB: a:int
@dataclass(frozen=True)
class FC(FB): b:int=1
print(FC(1), FC(1)==FC(1,1), hash(FC(1))==hash((1,1))); attempt(lambda: setattr(FC(1),'a',2)); attempt(lambda: setattr(FC(1),'zzz',2))
