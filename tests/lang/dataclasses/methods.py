# The methods that are made: __init__, __repr__, __eq__, order, hash, frozen.
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
print(p, P(1,2), p==P(1,0), p!=P(2), P.__doc__, P.__match_args__, P.__hash__, P.__init__.__annotations__, P.__init__.__qualname__, P.__dataclass_params__)
attempt(lambda: P()); attempt(lambda: P(1,2,3)); attempt(lambda: P(z=1)); attempt(lambda: p<P(2)); attempt(lambda: hash(p)); attempt(lambda: p==3)
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = field(default='x', compare=False)
    c: List[int] = field(default_factory=list, repr=False)
v=V(1); print(v, v<V(2), v<=V(1), hash(v)==hash(V(1)) if 0 else '', V.__doc__)
attempt(lambda: setattr(v,'a',3)); attempt(lambda: delattr(v,'a')); attempt(lambda: setattr(v,'zz',3)); attempt(lambda: V(1)<3); attempt(lambda: sorted([V(3),V(1),V(2)]))
