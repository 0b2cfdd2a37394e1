# float(x) asks __float__ of every class but float itself; functions that need a number take a float as it is.
import math


class Halved(float):
    def __float__(self):
        return float.__float__(self) / 2


class Text(str):
    def __float__(self):
        return 9.0


class Index:
    def __index__(self):
        return 4


class Both(Index):
    def __float__(self):
        return 2.5


class Wrong:
    def __float__(self):
        return 1


for value in (Halved(3), Text("8"), Index(), Both(), Wrong(), "8", b" 1.5 ", True, 2**70):
    for make in (float, complex, math.sqrt, "%.2f".__mod__, lambda x: x + 1.0, lambda x: math.fsum([x])):
        try:
            print(repr(make(value)), end="; ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()


# Whoever wants a float, or bytes, asks a subclass of int, or of bytes, that has a method of its own.
import math


class Half(int):
    def __float__(self):
        return self / 2


class Coded(bytes):
    def __bytes__(self):
        return b"\2"


half = Half(9)
print(math.sqrt(half), math.hypot(half), math.fsum([half, half]), math.floor(half), math.log2(half))
print("%.2f" % half, format(half, ".2f"), float(half), complex(half), half + 0.5, half == 4.5)
print(int.from_bytes(Coded(b"a"), "big"), int.from_bytes(b"a", "big"), bytes(Coded(b"a")))
try:
    print(int.__dict__["from_bytes"](b"a", "big"))
except TypeError as error:
    print(error)
