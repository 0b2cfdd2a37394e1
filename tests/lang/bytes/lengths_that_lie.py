# What a class derived from a built-in sequence says of its length is nothing to methods in C, which know it.
class Length:
    def __len__(self):
        if said is None:
            raise KeyError("len")
        return said


class Bytes(Length, bytes):
    pass


class Array(Length, bytearray):
    pass


class List(Length, list):
    pass


class Pair(Length, tuple):
    pass


class Set(Length, set):
    pass


class Exporter:
    def __init__(self, data):
        self.data = data

    def __buffer__(self, flags):
        return memoryview(self.data)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for said in (0, 1, 70, 2**40, -1, None):
    print("says", said)
    for made in (Bytes(b"-a\t"), Array(b"-a\t"), Bytes(b""), Array(b"")):
        for method in ("ljust", "rjust", "center", "zfill"):
            attempt(getattr(made, method), 9)
        attempt(str, made, "utf-8")
        attempt(made.decode, "latin-1")
    for fill in (Bytes(b"+"), Array(b"+"), Bytes(b"")):
        attempt(b"x".rjust, 4, fill)
        attempt(b"%c".__mod__, fill)
    for shape in (List([2, 3]), Pair((6,)), List()):
        attempt(lambda: memoryview(b"abcdef").cast("B", shape).tolist())
    attempt({1: 2}.keys().isdisjoint, Set([3]))
for data in (b"abc", b""):
    attempt(str, Exporter(data), "utf-8")
    attempt(str, Exporter(data), "no such codec")
attempt(str, memoryview(b"a").cast("B", []), "utf-8")


# The error of a format is not left to a method of its class.
class Format(str):
    def encode(self, *args):
        return b"B"


attempt(memoryview(b"a").cast, Format("\xe9"))
