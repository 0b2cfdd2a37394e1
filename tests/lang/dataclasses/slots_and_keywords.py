# slots, weakref_slot, kw_only, KW_ONLY.
from dataclasses import *
import dataclasses
from typing import ClassVar, List, Optional


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(slots=True)
class S:
    a: int
    b: int = 5
s=S(1); print(s, S.__slots__, hasattr(s,'__dict__')); attempt(lambda: setattr(s,'q',1))
@dataclass(slots=True, weakref_slot=True, frozen=True)
class SW:
    a: int
print(SW.__slots__, SW(3), hash(SW(3))==hash((3,)))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1), K.__doc__, K.__match_args__); attempt(lambda: K(1))
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int
    c: int = 3
print(K2(1,b=2), K2.__doc__); attempt(lambda: K2(1,2)); attempt(lambda: K2(1))
