# Values without a hash, other values of a member, auto() that has its value, names that are empty lists.
from enum import *


class Kind(Enum):
    INT = 1, "int", "integer"
    LIST = [1], "list"

    def __new__(cls, value, *others):
        member = object.__new__(cls)
        member._value_ = value
        for other in others:
            member._add_value_alias_(other)
        return member


print(list(Kind), Kind("integer"), Kind([1]), Kind("list"))
preset = auto()
preset.value = "known"


class Mixed(Enum):
    A = preset

    def _generate_next_value_(name, start, count, last):
        return name

    B = auto()


print(list(Mixed))


class Optional(Flag):
    A = 1
    NOTHING = None


print(list(Optional), repr(Optional.NOTHING), Optional.NOTHING.value)
print(list(Enum("Empty", [])), list(Enum("Empty", "")), list(IntEnum("Empty", {})))
try:
    Enum("Wrong", names=0)
except TypeError as error:
    print(error)
