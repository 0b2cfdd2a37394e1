"""None among type arguments, stars that copies keep, and the classes of weakref that take arguments."""
import copy
import typing
import weakref
from collections.abc import Callable

T = typing.TypeVar("T")
print(list[T][None], dict[T, list[T]][None], list[None], (list[T] | None)[None], Callable[[T], int][None], typing.List[T][None])
star = next(iter(tuple[int, str]))
print(star, copy.copy(star) == star, copy.deepcopy(tuple[star]), star.__reduce__()[0])
print(weakref.ref[int], weakref.WeakSet[int], weakref.WeakKeyDictionary[int, str], weakref.WeakValueDictionary[str, T][int])


def held(reference: weakref.ref[int]) -> weakref.WeakSet[int]:
    return reference


print(held.__annotations__)
for union in (int | str, T | None, list[T] | int):
    for check in (isinstance, issubclass):
        try:
            print(check(int if check is issubclass else 5, union))
        except TypeError as error:
            print(error)
print(hasattr(int | str, "__instancecheck__"), hasattr(int | str, "__subclasscheck__"))
