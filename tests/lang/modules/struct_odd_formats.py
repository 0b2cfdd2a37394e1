"""Texts with a length, NUL characters in a format, how many pieces iter_unpack still has."""
import array
import operator
import struct
import time

for call in (
    lambda: struct.calcsize("\0"),
    lambda: struct.calcsize(b"2\0i"),
    lambda: struct.pack("300p", b"x" * 300)[:3] + struct.pack("300p", b"x" * 300)[-2:],
    lambda: len(struct.unpack("300p", struct.pack("300p", b"y" * 300))[0]),
    lambda: array.array("b", x=1),
    lambda: time.asctime((2**31,) + (0,) * 8),
    lambda: time.strftime("%Y", (-2**31 - 1,) + (0,) * 8),
    lambda: time.strftime("%S\0", (2000,) + (0,) * 8),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
pieces = struct.iter_unpack(">h", b"abcdef")
print(operator.length_hint(pieces), next(pieces), operator.length_hint(pieces), list(pieces), operator.length_hint(pieces))


class Named(array.array):
    def __init__(self, code, name=None):
        array.array.__init__(self)
        self.name = name


print(Named("b", name="n").name)
