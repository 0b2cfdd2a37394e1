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
