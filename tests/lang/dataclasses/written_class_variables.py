"""Annotations that are strings: names of what is ClassVar or InitVar count, however they came into the module."""
import dataclasses as d
import typing
import typing as t
from dataclasses import InitVar, dataclass, fields
from typing import ClassVar

Shared = ClassVar[int]
Bare = ClassVar
Given = InitVar[int]


@dataclass
class Kinds:
    Inner = ClassVar
    a: "ClassVar[int]" = 1
    b: "Shared" = 2
    c: "Bare" = 3
    e: "typing.ClassVar" = 4
    f: "t.ClassVar[int]" = 5
    g: "Given"
    h: "d.InitVar[int]"
    i: "Inner"
    j: "d.ClassVar"
    _: "d.KW_ONLY"
    k: " ClassVar [int] " = 6

    def __post_init__(self, g, h):
        print(g, h)


print([one.name for one in fields(Kinds)])
print(Kinds(1, 2, i=3, j=4))
