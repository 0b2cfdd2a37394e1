# Which method is named when a text is asked for and something else comes back.
class Bad:
    def __repr__(self):
        return 5


class Worse:
    def __str__(self):
        return b"x"

    def __format__(self, spec):
        return 7


class Bytes(bytes):
    def __repr__(self):
        return "own repr"


class Array(bytearray):
    def __repr__(self):
        return "own repr"


for value in (Bad(), Worse()):
    for make in (repr, str, ascii, format, "%s".__mod__, "%r".__mod__, "%.3s".__mod__, "{}".format, "{!s}".format, "{!r}".format, lambda x: f"{x}", lambda x: f"{x!s}", print, lambda x: [x].__repr__()):
        try:
            print(type(make(value)).__name__)
        except TypeError as error:
            print(error)
for value in (Bytes(b"x"), Array(b"y")):
    print(str(value), repr(value), "%s" % value, f"{value}", f"{value!r}", [value])
print("__str__" in vars(bytes), "__str__" in vars(bytearray), "__str__" in vars(int))
