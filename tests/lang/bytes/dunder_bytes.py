# bytes(x) asks __bytes__ before anything else, of texts and numbers too.
class Own(bytes):
    pass


class Text(str):
    def __bytes__(self):
        return b"own"


class Number(int):
    def __bytes__(self):
        return Own(b"number")


class Wrong:
    def __bytes__(self):
        return "text"


class List(list):
    def __bytes__(self):
        return b"list"


for value in (Text("x"), Number(3), Wrong(), List([1]), Own(b"o"), 3, [1]):
    for make in (bytes, bytearray, Own, lambda x: b"%b" % x, lambda x: int.from_bytes(x), lambda x: bytes(x, "ascii")):
        try:
            made = make(value)
            print(type(made).__name__, made, end="; ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()
