# NamedTuple and TypedDict: what they make, how they are written, what they refuse.
import warnings
from typing import *

warnings.simplefilter("error")


class Point(NamedTuple):
    """A place."""
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


class Pair[T](NamedTuple):
    first: T
    second: T


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Long(Movie, total=False):
    minutes: int
    rating: Required[float]


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(Point(1), Point(1, 2).norm(), Point(3)._replace(y=4), Point._fields, Point._field_defaults, Point.__annotations__)
print(Point.__mro__, Point.__doc__, Point(1) == (1, 0), Pair(1, 2), Pair[int], Pair.__mro__, Point.__orig_bases__ == (NamedTuple,))
print(NamedTuple("Made", [("a", int), ("b", "str")]).__annotations__, NamedTuple("Made", [("a", int)])(5))
print(Movie(title="x"), type(Movie(title="x")), Movie.__total__, Long.__total__, Movie.__mro__)
print(sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), sorted(Long.__required_keys__), sorted(Long.__optional_keys__))
print(Long.__annotations__, get_type_hints(Long), is_typeddict(Long), is_typeddict(dict))
print(TypedDict("Made", {"a": int, "in": str}).__annotations__)


def wrong_order():
    class A(NamedTuple):
        x: int = 1
        y: int


def wrong_base():
    class A(NamedTuple, dict):
        x: int


def wrong_name():
    class A(NamedTuple):
        x: int
        _make = 3


def wrong_typed_dict():
    class A(Movie, dict):
        pass


for function in (wrong_order, wrong_base, wrong_name, wrong_typed_dict, lambda: NamedTuple("A"), lambda: NamedTuple("A", None),
                 lambda: NamedTuple("A", x=int), lambda: NamedTuple("A", [("x", int)], y=int), lambda: TypedDict("A"),
                 lambda: isinstance({}, Movie), lambda: NamedTuple("A", [("x", (1,))]), lambda: TypedDict("A", {"x": ()})):
    attempt(function)
