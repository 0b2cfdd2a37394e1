# Own methods, generic and abstract classes, descriptors, a field named self.
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
@dataclass(repr=False, eq=False, init=False)
class E: x:int=1
print(E.__repr__ is object.__repr__, E.__eq__ is object.__eq__, E.__doc__, E().x)
@dataclass
class Own:
    x:int
    def __init__(self, q): self.x=q
    def __repr__(self): return 'own'
    def __eq__(self,o): return True
print(Own(3), Own.__doc__, Own(1)==2, Own.__hash__)
@dataclass(eq=True, frozen=True)
class H: a:int; b:int=field(hash=False,default=2); c:int=field(compare=False,hash=True,default=3)
print(hash(H(1))==hash((1,3)), H(1)==H(1,2,4))
@dataclass
class SelfF:
    self: int
    cls: int = 2
print(SelfF(1))
@dataclass
class Gen[T]:
    a: T
    b: list[T]
print(Gen(1,[2]), Gen.__doc__, Gen[int](1,[]))
@dataclass
class Desc:
    class D:
        def __set_name__(self, o, n): self.n=n
        def __get__(self, i, o): return 5 if i is None else i.__dict__.get('_v',7)
        def __set__(self, i, v): i.__dict__['_v']=v
    a: int = D()
print(Desc(), Desc(4))
from abc import ABC, abstractmethod
@dataclass
class Ab(ABC):
    x:int
    @abstractmethod
    def f(self): ...
attempt(lambda: Ab(1))
