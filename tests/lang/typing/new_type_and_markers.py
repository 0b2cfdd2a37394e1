# NewType, overload, final, override, cast and the like; type hints of functions and classes.
import typing
from typing import *

UserId = NewType("UserId", int)
print(UserId, UserId(5), UserId.__supertype__, UserId.__name__, UserId.__module__, UserId | None, List[UserId])
try:
    class Wrong(UserId):
        pass
except TypeError as error:
    print(error)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print([one.__annotations__ for one in get_overloads(f)], f(3))
clear_overloads()
print(get_overloads(f))


@overload
def g(x: int) -> int: ...


try:
    g(1)
except NotImplementedError as error:
    print(error)


@final
class Leaf:
    @override
    def m(self):
        pass


print(Leaf.__final__, Leaf.m.__override__, cast(int, "a"), assert_type(3, str), TYPE_CHECKING, Text)
try:
    assert_never([1] * 100)
except AssertionError as error:
    print(error)


class Base:
    a: "int"
    b: ClassVar["List[Base]"] = []
    c: Annotated[int, "positive"]


class Derived(Base):
    d: Optional["Derived"] = None
    e: "list[Derived] | None"


def h(x: "int", *args: "Derived", y: None = None, **kwargs: Dict[str, "Base"]) -> "Optional[str]":
    pass


print(get_type_hints(Derived))
print(get_type_hints(Derived, include_extras=True)["c"])
print(get_type_hints(h))
print(get_type_hints(typing.get_type_hints), get_type_hints(len))
try:
    get_type_hints(3)
except TypeError as error:
    print(error)


@no_type_check
def unchecked(x: "nonsense"): ...


print(get_type_hints(unchecked))
print(ForwardRef("int"), ForwardRef("int") == ForwardRef("int"), ForwardRef("x", module="m"))
for wrong in ForwardRef, lambda x: ForwardRef("a b"):
    try:
        wrong(1)
    except (TypeError, SyntaxError) as error:
        print(type(error).__name__, error)
try:
    typing.nothing
except AttributeError as error:
    print(error)
