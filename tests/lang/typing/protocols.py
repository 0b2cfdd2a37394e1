# Protocols: what counts as a member, checks at run time, refusals.
from typing import *


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Plain(Protocol):
    def run(self): ...


class File:
    def close(self):
        pass


class Person:
    def __init__(self):
        self.name = "Ada"


class Explicit(Closes):
    pass


class Blocked:
    close = None


print(isinstance(File(), Closes), isinstance(3, Closes), issubclass(File, Closes), isinstance(Explicit(), Closes))
print(isinstance(Blocked(), Closes), isinstance(Person(), Named), isinstance(File(), Named))
print(sorted(get_protocol_members(Closes)), is_protocol(Closes), is_protocol(File), is_protocol(Explicit))
print(isinstance(1, SupportsInt), isinstance("a", SupportsInt), isinstance(1, SupportsIndex), issubclass(int, SupportsAbs))
print(isinstance(1.5, SupportsRound), isinstance(b"", SupportsBytes), SupportsAbs[int], Closes)


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print("TypeError:", error)


attempt(lambda: Closes())
attempt(lambda: isinstance(1, Plain))
attempt(lambda: issubclass(int, Plain))
attempt(lambda: issubclass(Person, Named))
attempt(lambda: issubclass(3, Closes))
attempt(lambda: runtime_checkable(File))
attempt(lambda: get_protocol_members(File))
attempt(lambda: type(Closes)("X", (File, Protocol), {}))
attempt(lambda: Explicit().close())


class Stack[T](Protocol):
    def push(self, item: T) -> None: ...


class WithInit(Protocol):
    x: int

    def __init__(self, x):
        self.x = x


class Concrete(WithInit):
    pass


print(Stack[int], Stack.__parameters__, Stack.__mro__, Concrete(5).x)


class Sizes(Iterable[int], Protocol):
    def size(self): ...


print(isinstance(3, Iterable), isinstance([], Iterable), issubclass(int, Sized))
