# What is refused, and how.
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
@dataclass(order=True, frozen=True)
class V:
    a: int


def e1():
    @dataclass
    class A:
        x: int = 1
        y: int
attempt(e1)
def e2():
    @dataclass
    class A:
        x: list = []
attempt(e2)
def e3():
    @dataclass
    class A:
        x = field(default=1)
attempt(e3)
def e4():
    @dataclass
    class A(V): pass
attempt(e4)
def e5():
    @dataclass(frozen=True)
    class A(P): pass
attempt(e5)
attempt(lambda: dataclass(order=True, eq=False)(type('A',(),{})))
def e6():
    @dataclass(order=True)
    class A:
        def __lt__(self,o): pass
attempt(e6)
def e7():
    @dataclass(frozen=True)
    class A:
        def __setattr__(self,o): pass
attempt(e7)
def e8():
    @dataclass(unsafe_hash=True)
    class A:
        def __hash__(self): return 1
attempt(e8)
def e9():
    @dataclass
    class A:
        a: KW_ONLY
        b: KW_ONLY
attempt(e9)
def e10():
    @dataclass(slots=True)
    class A:
        __slots__=('q',)
        a: int
attempt(e10)
attempt(lambda: dataclass(weakref_slot=True)(type('A',(),{})))
attempt(lambda: field(default=1, default_factory=int)); attempt(lambda: fields(3)); attempt(lambda: asdict(3)); attempt(lambda: astuple(P)); attempt(lambda: replace(3))
def e11():
    @dataclass
    class A:
        a: ClassVar[int] = field(default_factory=int)
attempt(e11)
def e12():
    @dataclass
    class A:
        a: ClassVar[int] = field(kw_only=True)
attempt(e12)
attempt(lambda: dataclass(5))
