# copy and deepcopy of a bytearray, of subclasses with attributes and slots, and what __reduce_ex__ answers.
from copy import copy, deepcopy


class Plain(bytearray):
    pass


class Slotted(bytearray):
    __slots__ = ("x", "__dict__")


for kind in (bytearray, Plain, Slotted):
    for data in (b"", b"a\xff"):
        array = kind(data)
        if kind is not bytearray:
            array.x, array.y = 10, [1]
        for made in (copy(array), deepcopy(array)):
            print(type(made).__name__, made, made is array, getattr(made, "__dict__", None), getattr(made, "x", None), made == array)
        for protocol in (0, 2, 3, 5):
            print(array.__reduce_ex__(protocol))
        print(array.__reduce__())
        if kind is not bytearray:
            print(copy(array).y is array.y, deepcopy(array).y is array.y)
